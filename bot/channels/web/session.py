"""Who is talking on the chat page: a random token in a cookie, its hash as the chat's address."""

import hashlib
import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

TOKEN_BYTES = 32
TOKEN_FORM = re.compile(r"[A-Za-z0-9_-]{43}")
"""What `new_token` makes; anything else in the cookie is nobody's."""

COOKIE = "dondoc"
SECURE_COOKIE = "__Host-dondoc"
"""Over https: browsers take a cookie of this name from this very host alone, and only secure."""

COOKIE_SECONDS = 400 * 24 * 60 * 60
"""The longest that browsers keep a cookie; it is renewed at each visit."""


def new_token() -> str:
    """A token of 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def chat_address(token: str) -> str:
    """The address of the token's chat; the token itself is stored nowhere."""
    return hashlib.sha256(token.encode()).hexdigest()


def read_token(request: Request) -> str | None:
    """The token that came with a request; None without one."""
    token = request.cookies.get(_cookie_name(request), "")
    return token if TOKEN_FORM.fullmatch(token) else None


def read_address(request: Request) -> str | None:
    """The address of the chat that a request belongs to; None if it belongs to none."""
    token = read_token(request)
    return None if token is None else chat_address(token)


def keep_token(response: Response, request: Request, token: str) -> None:
    """Have the browser send the token from now on, and no script or other site see it."""
    response.set_cookie(
        _cookie_name(request),
        token,
        max_age=COOKIE_SECONDS,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def _cookie_name(request: Request) -> str:
    return SECURE_COOKIE if request.url.scheme == "https" else COOKIE
