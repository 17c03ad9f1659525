"""What only a demonstration has: whom to talk as, and a clock that is moved by hand."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from bot.channels.web.channel import Web
from bot.channels.web.guard import PageGuard
from bot.channels.web.lines import CHANNEL
from bot.channels.web.posts import PostError, read_json
from bot.channels.web.routes import guarded
from bot.channels.web.session import chat_address, keep_token, read_address
from bot.channels.web.stream import translator_of
from bot.texts import page as texts
from db.models import Chat, WebMessage

STEPS: Mapping[tuple[str, int], timedelta] = {
    ("hours", 1): timedelta(hours=1),
    ("days", 1): timedelta(days=1),
    ("days", 7): timedelta(days=7),
}
"""How far the clock can be moved at once; never back."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to talk as; `chat_token` is one of `web.session.new_token`."""

    chat_token: str
    name: str
    role_label: str
    agency: str | None = None


class DemoControls(Protocol):
    """What a demonstration lets the page do to the program."""

    zone: ZoneInfo

    async def people(self) -> Sequence[DemoPerson]:
        """Everybody there is to talk as, in the order to show them."""
        ...

    def now(self) -> datetime:
        """What time it is for the program."""
        ...

    async def advance(self, by: timedelta) -> None:
        """Move the program's clock on; returns once every message of that time was sent."""
        ...


def demo_routes(
    web: Web, controls: DemoControls, *, hosts: Collection[str], locale: str = "vi"
) -> list[BaseRoute]:
    """The routes behind the demonstration's bar; only for a program that nobody relies on."""
    demo = _Demo(web, controls, locale=locale)
    return [
        *guarded(
            Middleware(PageGuard, hosts=hosts),
            ("GET", "/demo/state", demo.state),
            ("POST", "/demo/as", demo.talk_as),
            ("POST", "/demo/clock", demo.move_clock),
        )
    ]


class _Demo:
    """The endpoints; what was seen of each chat is kept for as long as the program runs."""

    def __init__(self, web: Web, controls: DemoControls, *, locale: str) -> None:
        self.web = web
        self.controls = controls
        self.locale = locale
        self._seen: dict[str, int] = {}
        """How many messages of ours each chat had when it was last on the page."""
        self._moving = asyncio.Lock()

    async def state(self, request: Request) -> Response:
        """The clock, the people, and how many messages each has not been shown."""
        return JSONResponse(await self._state(read_address(request)))

    async def talk_as(self, request: Request) -> Response:
        """Become the person whose chat has the address `{"person": address}`."""
        chosen = _read_body(await request.body()).get("person")
        for person in await self.controls.people():
            if chat_address(person.chat_token) == chosen:
                await self._state(read_address(request))  # what they leave, they have seen
                response = JSONResponse(await self._state(chosen))
                keep_token(response, request, person.chat_token)
                return response
        return Response(status_code=404)

    async def move_clock(self, request: Request) -> Response:
        """Move the clock on by one of `STEPS`; answered once everything of that time was sent."""
        body = _read_body(await request.body())
        step = next((by for (unit, n), by in STEPS.items() if body == {unit: n}), None)
        if step is None:
            return Response(status_code=400)
        async with self._moving:
            await self.controls.advance(step)
        return JSONResponse(await self._state(read_address(request)))

    async def _state(self, current: str | None) -> dict[str, Any]:
        people = {chat_address(p.chat_token): p for p in await self.controls.people()}
        sent = await self._sent_to(people)
        if current in people:
            self._seen[current] = sent.get(current, 0)
        unread = {chat: sent.get(chat, 0) - self._seen.get(chat, 0) for chat in people}
        tr = await translator_of(self.web.database, current, self.locale)
        now = self.controls.now().astimezone(self.controls.zone)
        return {
            "now": f"{tr.long_day(now.date())} {now:%H:%M}",
            "at": now.isoformat(timespec="minutes"),
            "current": current if current in people else None,
            "people": [
                {
                    "person": chat,
                    "name": person.name,
                    "role": person.role_label,
                    "agency": person.agency,
                    "unread": unread[chat],
                    "unread_label": texts.unread_count(tr, unread[chat]),
                }
                for chat, person in people.items()
            ],
        }

    async def _sent_to(self, addresses: Collection[str]) -> dict[str, int]:
        """How many messages of ours stand in each chat; none is ever taken away."""
        query = (
            select(Chat.address, func.count())
            .join(WebMessage, WebMessage.chat_id == Chat.id)
            .where(Chat.channel == CHANNEL, Chat.address.in_(addresses), WebMessage.ours)
            .group_by(Chat.address)
        )
        async with self.web.database.read() as session:
            return dict((await session.execute(query)).all())


def _read_body(raw: bytes) -> Mapping[str, Any]:
    """The posted object; an empty one, which asks for nothing we have, where it is none."""
    try:
        return read_json(raw)
    except PostError:
        return {}
