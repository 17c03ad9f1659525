"""Chromium on the chat page, and a small conversation that answers there."""

import asyncio
import io
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from PIL import Image
from playwright.async_api import ConsoleMessage, Page, ViewportSize, async_playwright, expect
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bot.channels.web.channel import Web
from bot.ports import Choice, Incoming, Message
from db.engine import Database
from db.models import Chat, InboxUpdate
from tests.channels.web.server import PATIENCE, make_web
from tests.make import make_person

PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)

expect.set_options(timeout=PATIENCE * 1000)

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

HARMLESS = ("Failed to load resource",)
"""What the console says when a server is away or refuses, which some tests bring about."""


@asynccontextmanager
async def open_page(size: ViewportSize) -> AsyncIterator[Page]:
    """A page of a browser of its own; whatever its console complains of fails the test."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        page = await browser.new_page(viewport=size)
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("console", _keep_errors(complaints))
        yield page
        await browser.close()
    assert [said for said in complaints if not any(word in said for word in HARMLESS)] == []


def _keep_errors(complaints: list[str]) -> Callable[[ConsoleMessage], None]:
    def keep(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    return keep


def draw(width: int = 600, height: int = 900) -> bytes:
    """A picture of this size."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), "steelblue").save(file, "PNG")
    return file.getvalue()


LIST = Message(
    blocks=(
        "Thứ Tư, 17/12/2025. 3 nhiệm vụ cần lưu ý",
        "Quá hạn (1)\n#6 Xây dựng kế hoạch tổ chức thực hiện chương trình đào tạo …",
        "Đến hạn 31/12/2025, còn 14 ngày (2)\n#18 Tổ chức tuyên truyền …\n#20 Xây dựng …",
    ),
    choices=(
        (Choice("#6 Xây dựng kế hoạch", "open:6"),),
        (Choice("#18 Tuyên truyền", "open:18"), Choice("#20 Xây dựng", "open:20")),
    ),
    heading=True,
)


class Conversation:
    """Answers every update in the inbox, as the program would, with a few fixed words."""

    def __init__(self, database: Database) -> None:
        self._due = asyncio.Event()
        self.database = database
        self.web = make_web(database, self._due.set)

    async def run(self) -> None:
        """Answer until cancelled."""
        while True:
            await self._due.wait()
            self._due.clear()
            for update in await self._waiting():
                incoming = self.web.read(update.payload)
                assert incoming is not None
                message = await self._answer(incoming)
                await self.web.send(incoming.chat, message, key=f"answer.{update.id}")

    async def _waiting(self) -> list[InboxUpdate]:
        query = select(InboxUpdate).where(InboxUpdate.handled_at.is_(None)).order_by(InboxUpdate.id)
        async with self.database.write() as session:
            updates = list(await session.scalars(query))
            for update in updates:
                update.handled_at = self.web.clock.now()
        return updates

    async def _answer(self, incoming: Incoming) -> Message:
        if incoming.button is not None:
            return Message((f"Đã bấm {incoming.button}",))
        if incoming.reply_to is not None:
            return Message((f"Trả lời tin {incoming.reply_to}: {incoming.text}",))
        if incoming.file is not None:
            return Message((f"Đã nhận tệp {incoming.file.name}: {incoming.text}",))
        match incoming.text.split()[0]:
            case "/start":
                await self._bind(incoming.chat)
                return Message(("Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.",))
            case "/viec":
                return LIST
            case "/tonghop":
                return Message(("Ban Chỉ đạo xã Vĩnh Lại, đến 17/12/2025",), picture=draw())
            case "/ngonngu":
                await self._speak_english(incoming.chat)
                return Message(("English from now on.",))
            case _:
                return Message((f"Đã nhận: {incoming.text}",))

    async def _bind(self, address: str) -> None:
        async with self.database.write() as session:
            chat = await session.scalar(select(Chat).where(Chat.address == address))
            assert chat is not None
            chat.person = await make_person(session)

    async def _speak_english(self, address: str) -> None:
        query = select(Chat).where(Chat.address == address).options(selectinload(Chat.person))
        async with self.database.write() as session:
            chat = await session.scalar(query)
            assert chat is not None
            assert chat.person is not None
            chat.person.locale = "en"


@asynccontextmanager
async def talking(database: Database) -> AsyncIterator[Web]:
    """The channel with somebody who answers."""
    conversation = Conversation(database)
    running = asyncio.create_task(conversation.run())
    try:
        yield conversation.web
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
