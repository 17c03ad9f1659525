"""A Bot API server fast enough not to be what is measured, in a process of its own.

It knows every chat, takes sendMessage, and keeps Telegram's limit where it is told to: 30 messages
in any second; a refusal (429) shuts it for `shut` seconds. Told `post`, it posts updates over as
many connections as it is told, one a chat, and times each from its posting to the answer that it
causes; a connection goes on once its update was taken, or told `wait`, once it was answered.
"""

import asyncio
import contextlib
import json
import multiprocessing
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import ClientSession, TCPConnector, web

TOKEN = "7000001:bench-0123456789-abcdefghijklmnopq"  # noqa: S105  of no bot
SECRET = "bench"  # noqa: S105


class Server:
    """What was taken, and how full the present second is."""

    def __init__(self, limit: int | None, shut: float) -> None:
        self.limit = limit
        self.shut = shut
        self.taken = 0
        self.refused = 0
        self.first: float | None = None
        self.last = 0.0
        self.answered: dict[int, float] = {}
        self.awaited: dict[int, asyncio.Event] = {}
        self._second: deque[float] = deque()
        self._opens = 0.0

    async def on_call(self, request: web.Request) -> web.Response:
        """Any method of the Bot API."""
        method = request.match_info["method"]
        if method == "getMe":
            return _ok({"id": 7000001, "is_bot": True, "first_name": "Đo", "username": "do_bot"})
        if method != "sendMessage":
            return _ok(True)
        body = await request.post()
        now = time.monotonic()
        wait = self._refuses(now)
        if wait:
            self.refused += 1
            return web.json_response(
                {"ok": False, "error_code": 429, "parameters": {"retry_after": wait}}, status=429
            )
        self.taken += 1
        self.first = self.first or now
        self.last = now
        chat = int(str(body["chat_id"]))
        self.answered[chat] = now
        if chat in self.awaited:
            self.awaited.pop(chat).set()
        return _ok({"message_id": self.taken, "date": 0, "chat": {"id": chat, "type": "private"}})

    def _refuses(self, now: float) -> int:
        if self.limit is None:
            return 0
        while self._second and self._second[0] <= now - 1:
            self._second.popleft()
        if now < self._opens:
            return max(1, round(self._opens - now))
        if len(self._second) >= self.limit:
            self._opens = now + self.shut
            return max(1, round(self.shut))
        self._second.append(now)
        return 0


def _ok(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


async def _post(server: Server, order: dict[str, Any]) -> dict[str, Any]:
    """Post one update of each chat over as many connections; the delays are in seconds."""
    waiting = list(range(1, order["count"] + 1))
    server.answered.clear()
    posted: dict[int, float] = {}
    accepted: list[float] = []
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    begun = time.monotonic()
    async with ClientSession(connector=TCPConnector(limit=0)) as session:

        async def connection() -> None:
            while waiting:
                number = waiting.pop(0)
                posted[number] = time.monotonic()
                update = {
                    "update_id": order["after"] + number,
                    "message": {
                        "message_id": order["after"] + number,
                        "date": 0,
                        "chat": {"id": number, "type": "private"},
                        "from": {"id": number, "is_bot": False, "first_name": "Mẫu"},
                        "text": order["text"].format(number),
                    },
                }
                answered = server.awaited[number] = asyncio.Event()
                async with session.post(order["url"], json=update, headers=headers) as answer:
                    answer.raise_for_status()
                accepted.append(time.monotonic() - posted[number])
                if order["wait"]:
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(answered.wait(), order["patience"])

        await asyncio.gather(*(connection() for _ in range(order["connections"])))
        all_accepted = time.monotonic()
        deadline = all_accepted + order["patience"]
        # A look now and then costs less than a word for each of thousands.
        while not set(posted) <= set(server.answered) and time.monotonic() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    answered = [server.answered[n] - posted[n] for n in posted if n in server.answered]
    return {
        "accepted": accepted,
        "accepting": all_accepted - begun,
        "answered": answered,
        "answering": max(server.answered.values(), default=begun) - begun,
    }


async def _serve(pipe: Connection, limit: int | None, shut: float) -> None:
    server = Server(limit, shut)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", server.on_call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    sockets = site._server.sockets  # type: ignore[union-attr]
    pipe.send(f"http://127.0.0.1:{sockets[0].getsockname()[1]}")
    while (order := json.loads(await asyncio.to_thread(pipe.recv)))["do"] != "end":
        if order["do"] == "post":
            pipe.send(await _post(server, order))
        else:
            seconds = server.last - (server.first or server.last)
            pipe.send({"taken": server.taken, "refused": server.refused, "seconds": seconds})
    await runner.cleanup()


def _main(pipe: Connection, limit: int | None, shut: float) -> None:
    asyncio.run(_serve(pipe, limit, shut))


class Peer:
    """The server as the measuring process sees it."""

    def __init__(self, pipe: Connection, url: str) -> None:
        self._pipe = pipe
        self.url = url

    def ask(self, **order: object) -> dict[str, Any]:
        """Have something done; `do="count"` tells what was taken and refused."""
        self._pipe.send(json.dumps(order))
        return dict(self._pipe.recv())


@contextmanager
def server(*, limit: int | None = None, shut: float = 1.0) -> Iterator[Peer]:
    """The server for as long as a block lasts."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=_main, args=(theirs, limit, shut), daemon=True
    )
    process.start()
    try:
        yield Peer(ours, str(ours.recv()))
        ours.send(json.dumps({"do": "end"}))
        process.join(5)
    finally:
        process.kill()
