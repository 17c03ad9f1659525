"""Reports that come in over a webhook and are answered: `python -m bench.webhook [UPDATES] [KIND]`.

"ours" is the whole program: kept before Telegram is told, read, recorded, said back. "ours, light"
is the same but for the conversation, in whose place stands what "theirs" does: one row read, one
written. "theirs" is python-telegram-bot as it comes (tornado, httpx) with a session of the ORM an
update. All on SQLite, or on PostgreSQL where KIND is "postgresql", in a process of its own that
finds its database filled, 40 connections, and another process posting and taking the answers.

Three rounds, an update of each chat in each. The first is not counted: who writes has written
before, and what is made once has been made. In the second each connection posts as fast as its
updates are taken: how many are taken and answered a second, with how much CPU an update. In the
third it posts the next when the last was answered, as 40 people at once would: how long that takes.
Goal: 2.5 times as many a second, 95 of 100 answered within 250 ms, 120 MB.
"""

import asyncio
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bench.server import SECRET, TOKEN, Peer, server

CONNECTIONS = 40
PATIENCE = 60.0
"""Seconds for the answers after the last update was taken."""


@asynccontextmanager
async def ours(api_url: str, port: int, updates: int, url: str) -> AsyncIterator[str]:
    """The program, with an officer and a task for each update."""
    from bot.app import Program
    from bot.settings import load_settings

    folder = TemporaryDirectory()
    os.environ |= {
        "DONDOC_DATA_DIR": folder.name,
        "DONDOC_DATABASE_URL": url,
        "DONDOC_TELEGRAM_TOKEN": TOKEN,
        "DONDOC_TELEGRAM_API_URL": api_url,
        "DONDOC_TELEGRAM_MODE": "webhook",
        "DONDOC_TELEGRAM_WEBHOOK_SECRET": SECRET,
        "DONDOC_PUBLIC_URL": "https://127.0.0.1",
        "DONDOC_CLOCK": "2025-12-15T12:00",
    }
    filling = get_context("spawn").Process(target=fill_folder, args=(updates,))
    filling.start()
    await asyncio.to_thread(filling.join)
    program = Program(load_settings())
    if program.telegram:
        from bot.channels.pace import unhurried

        program.telegram.pace = unhurried()
    async with program.opened():
        running = asyncio.create_task(program.run("127.0.0.1", port))
        yield f"http://127.0.0.1:{port}/telegram/webhook"
        signal.raise_signal(signal.SIGTERM)
        await running
    folder.cleanup()


def fill_folder(updates: int) -> None:
    """Make the database of these settings; elsewhere, so that its cost is nobody's."""
    from bench.world import World, fill
    from bot.settings import load_settings
    from db.engine import Database
    from db.migrate import upgrade

    async def make() -> None:
        database = Database(load_settings().database)
        await upgrade(database)
        await fill(database, World(1, updates, updates, due=0, channel="telegram"))
        await database.close()

    asyncio.run(make())


@asynccontextmanager
async def ours_light(api_url: str, port: int, updates: int, url: str) -> AsyncIterator[str]:
    """The program with the least that a conversation can do."""
    from datetime import datetime

    from sqlalchemy import select
    from sqlalchemy.ext.asyncio import AsyncSession

    import bot.app
    from bot.conversation.talk import queue_answer
    from bot.ports import Incoming, Outgoing
    from db.models import Chat

    async def answer(session: AsyncSession, incoming: Incoming, *, now: datetime, **_: Any) -> None:
        chat: Chat | None = await session.scalar(
            select(Chat).where(Chat.channel == incoming.channel, Chat.address == incoming.chat)
        )
        assert chat
        queue_answer(session, chat, Outgoing(("✅ Ghi nhận: #1 đạt 60%.",)), None, now=now)

    bot.app.answer = answer  # type: ignore[attr-defined]
    async with ours(api_url, port, updates, url) as hook:
        yield hook


@asynccontextmanager
async def theirs(api_url: str, port: int, updates: int, url: str) -> AsyncIterator[str]:
    """python-telegram-bot as it comes, with the least that a handler can do."""
    from sqlalchemy import String, select
    from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler

    class Base(DeclarativeBase):
        pass

    class Officer(Base):
        __tablename__ = "officers"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column(String(50))

    class Report(Base):
        __tablename__ = "reports"
        id: Mapped[int] = mapped_column(primary_key=True)
        officer_id: Mapped[int]
        words: Mapped[str] = mapped_column(String(200))

    for plain, driver in (("sqlite:", "sqlite+aiosqlite:"), ("postgresql:", "postgresql+psycopg:")):
        url = url.replace(plain, driver, 1)
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        await connection.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine)
    async with sessions.begin() as session:
        session.add_all(Officer(id=n, name="Cán bộ (mẫu)") for n in range(1, updates + 1))
    turn = asyncio.Lock() if engine.dialect.name == "sqlite" else nullcontext()

    async def on_message(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        assert message
        async with turn, sessions.begin() as session:
            officer = await session.scalar(select(Officer).where(Officer.id == message.chat_id))
            assert officer
            session.add(Report(officer_id=officer.id, words=message.text))
        await message.reply_text("✅ Ghi nhận: #1 đạt 60%.")

    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{api_url}/bot")
        .concurrent_updates(CONNECTIONS)
        .build()
    )
    application.add_handler(MessageHandler(None, on_message))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_webhook(
            listen="127.0.0.1", port=port, url_path="hook", secret_token=SECRET
        )
        yield f"http://127.0.0.1:{port}/hook"
        await application.updater.stop()
        await application.stop()
    await engine.dispose()


Way = Callable[[str, int, int, str], AbstractAsyncContextManager[str]]
WAYS: dict[str, Way] = {"ours": ours, "ours, light": ours_light, "theirs": theirs}


def run_way(name: str, pipe: Connection, api_url: str, updates: int, url: str) -> None:
    """Serve until told to end, in a process of its own; then tell its CPU time and memory."""
    asyncio.run(_serve(WAYS[name], pipe, api_url, updates, url))


async def _serve(way: Way, pipe: Connection, api_url: str, updates: int, url: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with way(api_url, port, updates, url) as hook:
        await _until_open(port)
        pipe.send(hook)
        while await asyncio.to_thread(pipe.recv) == "spent":
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            pipe.send((time.process_time(), peak))


async def _until_open(port: int) -> None:
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return


def measure(name: str, updates: int, kind: str) -> dict[str, Any]:
    """One run of one way on a kind of database."""
    from bench.world import fresh_address  # not in the process that is measured

    with server() as peer, fresh_address(kind) as address:
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=run_way, args=(name, there, peer.url, updates, address))
        process.start()
        try:
            url = str(here.recv())
            _post(peer, url, updates, after=0, wait=False)
            before, _ = _spent(here)
            result = _post(peer, url, updates, after=updates, wait=False)
            after, result["memory"] = _spent(here)
            result["cpu"] = after - before
            talking = _post(peer, url, updates, after=2 * updates, wait=True)
            result["talking"] = talking["answered"]
            here.send("end")
            process.join(10)
        finally:
            process.kill()
    return result


def _spent(pipe: Connection) -> tuple[float, float]:
    """The CPU seconds that the process has had, and the MB that it held at most."""
    pipe.send("spent")
    seconds, peak = pipe.recv()
    return seconds, peak


def _post(peer: Peer, url: str, updates: int, *, after: int, wait: bool) -> dict[str, Any]:
    return peer.ask(
        do="post",
        url=url,
        after=after,
        count=updates,
        connections=CONNECTIONS,
        text="#{} được 60%",
        patience=PATIENCE,
        wait=wait,
    )


def main() -> None:
    """Print every way."""
    updates = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    kind = sys.argv[2] if len(sys.argv) > 2 else "sqlite"
    print(f"{updates} updates over {CONNECTIONS} connections, {kind}")
    print("             taken/s  answered/s  lost  CPU ms/update  peak MB  40 waiting: p95 ms")
    for name in WAYS:
        got = measure(name, updates, kind)
        lost = updates - len(got["answered"])
        print(
            f"{name:12} {updates / got['accepting']:7,.0f}"
            f" {len(got['answered']) / got['answering']:11,.0f} {lost:5}"
            f" {1000 * got['cpu'] / updates:14.1f} {got['memory']:8,.0f}"
            f" {_p95(got['talking']):19,.0f}",
            flush=True,
        )


def _p95(seconds: list[float]) -> float:
    return 1000 * quantiles(seconds, n=20)[-1] if len(seconds) > 1 else float("nan")


if __name__ == "__main__":
    main()
