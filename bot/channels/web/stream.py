"""The live stream of one chat: its newest lines, then every further one as it is written."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import anyio
from sse_starlette import ServerSentEvent

from bot.channels.web.channel import Web
from bot.channels.web.lines import Visitor, last_lines, lines_after, visitor_at
from bot.i18n import Translator, translator
from db.engine import Database
from db.models import WebMessage

PAST_LINES = 100
"""How much of a chat a page that opens is given; also how many lines are read at a time."""

LOOK_SECONDS = 1.5
"""How often a stream looks for lines that another process wrote, and whether it should end."""

ENDING_SECONDS = 3
"""How long a stopping server waits for its streams to end by themselves; longer than a look."""

RETRY_MILLISECONDS = 2000
"""How soon a browser connects again by itself."""


async def chat_events(
    web: Web,
    address: str,
    ending: anyio.Event,
    *,
    after: int | None,
    zone: ZoneInfo,
    locale: str,
) -> AsyncIterator[ServerSentEvent]:
    """The events of a chat until the page closes, the channel does, or the server is `ending`.

    `line` is one line, its id the event's; `chat` says whose chat it is, at first and whenever
    that changes; `ready` follows the lines that were there already. `after` is the last line
    that the page has: it then gets all that followed and nothing twice.
    """
    told_of: Mapping[str, Any] | None = None
    ready = False
    with web.listening(address) as told:
        while not (web.closed or ending.is_set()):
            told.clear()
            visitor, lines = await _look(web, address, after)
            about = {
                "known": visitor is not None and visitor.known,
                "language": language_of(visitor, locale),
            }
            if about != told_of:
                told_of = about
                yield _event("chat", about, retry=RETRY_MILLISECONDS)
            tr, local = translator(about["language"]), zone_of(visitor, zone)
            for line in lines:
                after = line.id
                if line.body.get("gone"):
                    continue
                yield _event("line", show_line(line, tr, local), id=str(line.id))
            if len(lines) == PAST_LINES:
                continue
            if not ready:
                ready = True
                yield _event("ready", {})
            await _wait(told)


async def _look(
    web: Web, address: str, after: int | None
) -> tuple[Visitor | None, Sequence[WebMessage]]:
    """Whose chat it is now, and the next lines that the page lacks."""
    async with web.database.read() as session:
        visitor = await visitor_at(session, address)
        if visitor is None:
            return None, ()
        if after is None:
            return visitor, await last_lines(session, visitor.chat_id, limit=PAST_LINES)
        return visitor, await lines_after(session, visitor.chat_id, after, limit=PAST_LINES)


async def _wait(told: asyncio.Event) -> None:
    """Until this process wrote a line, or it is time to look for another's."""
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            await told.wait()
    except TimeoutError:
        return


def _event(name: str, data: Mapping[str, Any], **more: Any) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(data, ensure_ascii=False), event=name, **more)


async def translator_of(database: Database, address: str | None, locale: str) -> Translator:
    """For the language of a chat's owner; `locale` for who chose none, and without a chat."""
    if address is None:
        return translator(locale)
    async with database.read() as session:
        return translator(language_of(await visitor_at(session, address), locale))


def language_of(visitor: Visitor | None, locale: str) -> str:
    """The language that somebody chose; the program's own for everybody else."""
    chosen = visitor.language if visitor is not None else None
    return translator(chosen or locale).locale


def zone_of(visitor: Visitor | None, zone: ZoneInfo) -> ZoneInfo:
    """The time zone of the committee; the program's own for those in none."""
    timezone = visitor.timezone if visitor is not None else None
    return ZoneInfo(timezone) if timezone else zone


def show_line(line: WebMessage, tr: Translator, zone: ZoneInfo) -> dict[str, Any]:
    """One line as the page's script reads it: words and times only, never markup."""
    at = line.created_at.astimezone(zone)
    shown: dict[str, Any] = {
        "id": str(line.id),
        "ours": line.ours,
        "blocks": line.body["blocks"],
        "at": at.isoformat(timespec="minutes"),
        "day": tr.long_day(at.date()),
        "time": f"{at:%H:%M}",
    }
    for name in ("choices", "heading", "quote", "client", "file", "replaces"):
        if line.body.get(name):
            shown[name] = line.body[name]
    if line.body.get("has_picture"):
        shown["picture"] = f"/pictures/{line.id}"
    if "file_id" in line.body:
        shown["link"] = f"/files/{line.id}"
    return shown
