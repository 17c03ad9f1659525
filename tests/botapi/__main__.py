"""The server by hand: `python -m tests.botapi --port 8081`.

Beside the Bot API it answers `POST /control/say` {"chat_id", "text", "reply_to"?},
`POST /control/press` {"chat_id", "message_id", "data"}, `POST /control/fail` {"method", "code",
"retry_after"?, "times"?}, `POST /control/block` {"chat_id"} and `GET /control/sent`.
"""

import argparse
import asyncio
from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.botapi.records import Sent
from tests.botapi.server import BotApi


class ByHand(BotApi):
    """The server of the tests with a way in from outside."""

    def app(self) -> Starlette:
        app = super().app()
        app.router.routes += [
            Route("/control/sent", self._on_sent),
            Route("/control/{order}", self._on_order, methods=["POST"]),
        ]
        return app

    async def _on_sent(self, request: Request) -> Response:
        return JSONResponse([show(sent) for sent in self.sent])

    async def _on_order(self, request: Request) -> Response:
        orders: dict[str, Callable[..., Any]] = {
            "say": self.say,
            "press": self.press,
            "fail": self.fail,
            "block": self.block,
        }
        order = orders.get(request.path_params["order"])
        if order is None:
            return JSONResponse({"error": f"one of {', '.join(orders)}"}, status_code=404)
        try:
            done = order(**await request.json())
        except (KeyError, StopIteration, TypeError, ValueError) as error:
            return JSONResponse({"error": repr(error)}, status_code=400)
        return JSONResponse({"done": done})


def show(sent: Sent) -> dict[str, Any]:
    """A message as `/control/sent` lists it."""
    return {
        "chat_id": sent.chat_id,
        "message_id": sent.message_id,
        "method": sent.method,
        "text": sent.text,
        "html": sent.html,
        "buttons": sent.buttons,
        "photo_bytes": len(sent.photo or b""),
        "edits": sent.edits,
    }


async def serve(port: int) -> None:
    """Serve until interrupted."""
    async with ByHand(port=port) as api:
        print(f"Bot API at {api.url}, token {api.token}", flush=True)  # noqa: T201
        await asyncio.Event().wait()


def main() -> None:
    """Read the port and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.botapi")
    parser.add_argument("--port", type=int, default=8081)
    try:
        asyncio.run(serve(parser.parse_args().port))
    except KeyboardInterrupt:
        print("stopped")  # noqa: T201


if __name__ == "__main__":
    main()
