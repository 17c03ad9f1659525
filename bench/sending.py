"""Messages to a server that keeps Telegram's limit: `python -m bench.sending [MESSAGES]`.

From the outbox to the mark, through python-telegram-bot, beside AIORateLimiter(max_retries=3) with
the same library. The lenient server refuses what is over 30 in any second; the strict one is shut
for three seconds after each refusal. `busy` has both cores at work beside. Goal: 93 % of the limit,
none refused, none lost; 85 % with both cores busy. 3,000 messages take two minutes a line.
"""

import asyncio
import logging
import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from bench.server import TOKEN, Peer, server
from bench.world import NOW, World, fill, fresh_database
from bot.channels.telegram.channel import Telegram
from bot.clock import Clock
from bot.ports import Outgoing, RollUpPicture
from db.engine import Database
from db.enums import OutboxKind, OutboxState
from db.models import OutboxMessage
from jobs.delivery import Sender
from jobs.outbox import send_outbox
from jobs.wording import Said

LIMIT = 30
STRICT = 3.0
LENIENT = 0.1


async def ours(peer: Peer, messages: int) -> int:
    """Send from the outbox; return how many never arrived."""
    async with fresh_database("sqlite") as database:
        world = World(committees=1, agencies=messages, tasks=1, due=0, channel="telegram")
        await fill(database, world)
        await _owe(database, messages)
        channel = Telegram(TOKEN, api_url=peer.url)
        await channel.open()
        sender = Sender(database, {channel.name: channel}, _compose, _draw, Clock())
        await send_outbox(sender)
        await channel.close()
        async with database.read() as session:
            sent = await session.scalar(
                select(func.count()).where(OutboxMessage.state == OutboxState.SENT)
            )
        return messages - (sent or 0)


async def _owe(database: Database, messages: int) -> None:
    body = Outgoing(("Chào đồng chí",)).to_json()
    async with database.write() as session:
        session.add_all(
            OutboxMessage(
                chat_id=number, kind=OutboxKind.ANSWER, body=body, queued_at=NOW, next_at=NOW
            )
            for number in range(1, messages + 1)
        )


async def _compose(*_given: object) -> dict[int, Said]:
    raise AssertionError("every message here has its words")


async def _draw(_picture: RollUpPicture) -> bytes:
    raise AssertionError("no message here has a picture")


async def theirs(peer: Peer, messages: int) -> int:
    """Send all at once through the library's limiter; return how many it gave up."""
    bot = ExtBot(TOKEN, base_url=f"{peer.url}/bot", rate_limiter=AIORateLimiter(max_retries=3))
    async with bot:
        results = await asyncio.gather(
            *(bot.send_message(number, "Chào đồng chí") for number in range(1, messages + 1)),
            return_exceptions=True,
        )
    return sum(isinstance(result, TelegramError) for result in results)


@contextmanager
def busy(cores: int) -> Iterator[None]:
    """Work that is of no use to anybody, on so many cores."""
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_spin, daemon=True) for _ in range(cores)]
    for worker in workers:
        worker.start()
    try:
        yield
    finally:
        for worker in workers:
            worker.kill()


def _spin() -> None:
    while True:
        sum(range(10_000))


def main() -> None:
    """Print a line for each way and server."""
    logging.disable()  # each refusal of the library's limiter is a page long
    messages = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    print(f"{messages} messages, {LIMIT} a second allowed; of the limit, refused, lost")
    for name, send, shut, cores in (
        ("ours, lenient", ours, LENIENT, 0),
        ("ours, strict", ours, STRICT, 0),
        ("ours, strict, busy", ours, STRICT, 2),
        ("AIORateLimiter, lenient", theirs, LENIENT, 0),
        ("AIORateLimiter, strict", theirs, STRICT, 0),
    ):
        with server(limit=LIMIT, shut=shut) as peer, busy(cores):
            lost = asyncio.run(send(peer, messages))
            count = peer.ask(do="count")
        # The first second may be full at once: the rate counts from the first to the last.
        rate = (count["taken"] - LIMIT) / count["seconds"]
        print(f"{name:24} {rate / LIMIT:6.1%} {count['refused']:6} {lost:6}", flush=True)


if __name__ == "__main__":
    main()
