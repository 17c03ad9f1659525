"""What stands before every route of the chat page: whose request it is, and what may be kept."""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_BYTES = 64 * 1024
"""The largest body of a request: several times the longest text, and little to hold."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

ANY_HOST = "*"


class PageGuard:
    """Refuse requests for another host and posts from another site; add the safe headers.

    `hosts` are the names that the page is reached by, without port; `*` stands for any. A proxy
    in front has to hand on the Host that the browser sent.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._choose(scope)(scope, receive, send_guarded)

    def _choose(self, scope: Scope) -> ASGIApp:
        headers = Headers(scope=scope)
        if not self._is_ours(headers.get("host", "")):
            return PlainTextResponse("Unknown host", status_code=421)
        if scope["method"] == "POST" and not is_same_origin(headers):
            return PlainTextResponse("Posts from another site are refused", status_code=403)
        return self.app

    def _is_ours(self, host: str) -> bool:
        return ANY_HOST in self.hosts or _hostname(f"//{host}") in self.hosts


def is_same_origin(headers: Headers) -> bool:
    """Whether a post comes from our own page, as far as its browser says.

    Without both headers it comes from no browser, and so with nobody else's cookie.
    """
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin")
    if site != "same-origin":
        return False
    return origin is None or _place(origin) == headers.get("host", "").lower()


def _hostname(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _place(origin: str) -> str | None:
    """Host and port of an origin; None for `null` and for what is no origin."""
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None
