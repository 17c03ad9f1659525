"""The address that Telegram posts updates to: https://core.telegram.org/bots/api#setwebhook."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

log = logging.getLogger(__name__)

WEBHOOK_PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105, the name of a header

WEBHOOK_BYTES = 1024 * 1024
"""No update is near it: a text has 4096 characters, files are sent as ids."""


def webhook_route(
    secret: str, keep: Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
) -> Route:
    """A route that keeps each update before it answers 200.

    Telegram sends an update again until it is answered so, which is why one that could not be
    kept is answered with 503.
    """

    async def on_update(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("latin-1"), secret.encode()):
            return Response(status_code=403)
        try:
            body = await read_body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        update = read_update_json(body)
        if update is None:
            return Response(status_code=400)
        try:
            await keep([update])
        except Exception as error:
            # Whatever it is, the update must come again. The error may quote the message.
            log.error(
                "An update was not stored (%s); Telegram will send it again",
                type(error).__name__,
                extra={"action": "update_not_stored"},
            )
            return Response(status_code=503)
        return Response(status_code=200)

    return Route(WEBHOOK_PATH, on_update, methods=["POST"])


async def read_body(request: Request) -> bytes | None:
    """The body, None where it is larger than any update."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > WEBHOOK_BYTES:
            return None
    return bytes(body)


def read_update_json(body: bytes) -> dict[str, Any] | None:
    """An update with its id, None where the body is something else."""
    try:
        update = json.loads(body)
    except ValueError:
        return None
    if isinstance(update, dict) and isinstance(update.get("update_id"), int):
        return update
    return None
