"""The chat page on a real server, and a browser-like client that reads its stream."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.channels.web.channel import Web
from bot.channels.web.limit import PostLimit
from bot.channels.web.routes import web_routes
from bot.clock import Clock
from bot.ports import Choice, Message
from db.engine import Database
from tests.make import NOW

PATIENCE = 20
"""Seconds until a test that waits has failed."""

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


HOSTS = ("127.0.0.1", "localhost")


class FixedClock(Clock):
    """A clock that stands where a test has put it."""

    def __init__(self, at: datetime = NOW) -> None:
        super().__init__()
        self.at = at

    def now(self) -> datetime:
        return self.at

    def set(self, to: datetime) -> None:
        self.at = to


def make_web(database: Database, wake: Callable[[], None] = lambda: None) -> Web:
    """The channel, at 08:00 of 17/12/2025."""
    return Web(database, FixedClock(), wake, uploads=Path(mkdtemp(dir=Path.cwd())))


def make_message(text: str = "Có 2 việc cần lưu ý", *labels: str, **but: Any) -> Message:
    """A message of one block, with a row of a button for each label."""
    choices = tuple((Choice(label, f"open:{at}"),) for at, label in enumerate(labels, 1))
    return Message(**{"blocks": (text,), "choices": choices} | but)


def _server(routes: Sequence[BaseRoute], port: int = 0) -> tuple[uvicorn.Server, socket.socket]:
    config = uvicorn.Config(
        Starlette(routes=routes), lifespan="off", log_level="warning", access_log=False
    )
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as in tests/botapi/wire
    listener.bind(("127.0.0.1", port))
    listener.listen()
    return uvicorn.Server(config), listener


@asynccontextmanager
async def serve(
    web: Web,
    more: Sequence[BaseRoute] = (),
    *,
    demo: bool = False,
    limit: PostLimit | None = None,
    port: int = 0,
) -> AsyncIterator[str]:
    """The page on a port of this machine, until the block ends; gives its address."""
    routes = web_routes(web, hosts=HOSTS, zone=ZONE, demo=demo, limit=limit)
    server, listener = _server([*routes, *more], port)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield _address(listener)
    finally:
        web.close()
        server.should_exit = True
        async with asyncio.timeout(PATIENCE):
            await running


def _address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


class Browser(httpx.AsyncClient):
    """A client that keeps its cookie, as a browser on the page does."""

    _posts = 0

    async def enter(self) -> str:
        """Open the session; return its token."""
        response = await self.post("/chat/session", json={})
        assert response.status_code == 200
        return str(self.cookies["dondoc"])

    async def say(self, text: str | None = None, /, **body: Any) -> httpx.Response:
        """Post a text, or whatever else is named, under an id of its own."""
        Browser._posts += 1
        body = {"id": f"post-{Browser._posts:06}"} | body
        if text is not None:
            body["text"] = text
        return await self.post("/chat/messages", json=body)

    @asynccontextmanager
    async def events(self, **headers: str) -> AsyncIterator[AsyncIterator[tuple[str, Any]]]:
        """The stream, as pairs of an event's name and its data."""
        async with (
            asyncio.timeout(PATIENCE),
            self.stream("GET", "/chat/events", headers=headers) as response,
        ):
            assert response.status_code == 200
            yield _read_events(response)

    async def past(self, **headers: str) -> list[dict[str, Any]]:
        """The lines that the stream begins with."""
        async with self.events(**headers) as events:
            return [line async for line in until_ready(events)]


async def _read_events(response: httpx.Response) -> AsyncIterator[tuple[str, Any]]:
    event: dict[str, str] = {}
    async for row in response.aiter_lines():
        if row:
            name, _, value = row.partition(": ")
            event[name] = value
        elif event:
            data = json.loads(event["data"])
            assert event["event"] != "line" or event["id"] == data["id"]
            yield event["event"], data
            event = {}


async def until_ready(events: AsyncIterator[tuple[str, Any]]) -> AsyncIterator[dict[str, Any]]:
    """The lines up to the point where the page has all that was there."""
    async for name, data in events:
        if name == "ready":
            return
        if name == "line":
            yield data


async def next_line(events: AsyncIterator[tuple[str, Any]]) -> dict[str, Any]:
    """The next line of a stream."""
    async for name, data in events:
        if name == "line":
            return dict(data)
    raise AssertionError("the stream has ended")


def texts(lines: Sequence[dict[str, Any]]) -> list[str]:
    """What the lines say."""
    return ["\n".join(line["blocks"]) for line in lines]


async def main(database_url: str) -> None:
    """Serve in a process of its own until it is told to stop; says its address first."""
    web = make_web(Database(database_url))
    server, listener = _server(web_routes(web, hosts=HOSTS, zone=ZONE))
    sys.stdout.write(f"{_address(listener)}\n")
    sys.stdout.flush()
    await server.serve(sockets=[listener])


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
