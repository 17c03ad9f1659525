"""The longest pause of the loop while files are read: `python -m bench.loop_pause [FILE ...]`.

A secretary sends each file on the chat page of a running program and goes on typing. Prints how
long the loop was held up at most, how long it worked at a stretch, the slowest answer to what was
typed, and the time until the draft. Without files: the sample plan as text, as a PDF and as scanned
pages. Goals: no pause over 50 ms, every answer within a second.
"""

import asyncio
import io
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from sqlalchemy import func, select

from bot.app import Program
from bot.channels.web.posts import Post
from bot.channels.web.session import chat_address, new_token
from bot.demo import EXAMPLE
from bot.serving import load_late
from bot.settings import Settings
from db.enums import FileState, Role
from db.models import InboxUpdate, SentFile, WebMessage
from tests.files.conftest import convert
from tests.files.make_docx import vinh_lai_docx
from tests.make import make_chat, make_committee, make_membership, make_person

BEAT = 0.002
"""Seconds between two beats of the loop's heart; what is longer than that is a pause."""
TYPING = 0.7
"""Seconds between two messages that are typed meanwhile."""
SCANNED = 3
"""Pages of the sample that are sent as pictures."""


@dataclass
class Measured:
    """What one file did to the others; in seconds."""

    pause: float = 0.0
    work: float = 0.0
    """The most that the loop's thread worked between two beats; the rest of a pause it waited for
    a core that others had."""
    answers: list[float] = field(default_factory=list)
    whole: float = 0.0


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[Program, str]]:
    """A program at work, and the address of its secretary's chat on the page."""
    program = Program(
        Settings(data_dir=folder, database_url=f"sqlite:///{folder / 'bench.sqlite3'}")
    )
    address = chat_address(new_token())
    async with program.opened():
        async with program.database.write() as session:
            committee = await make_committee(session)
            person = await make_person(session)
            await make_chat(session, person, channel="web", address=address)
            await make_membership(session, person, None, role=Role.SECRETARY, committee=committee)
        await asyncio.to_thread(load_late)
        for pump in program.pumps:
            pump.start()
        yield program, address
        for pump in program.pumps:
            await pump.stop()


async def send(program: Program, address: str, name: str, data: bytes) -> Measured:
    """Send a file, and measure until it is dealt with."""
    measured = Measured()
    beating = asyncio.create_task(beat(measured))
    await asyncio.sleep(0.5)
    measured.pause, measured.work, begun = 0.0, 0.0, time.perf_counter()
    post = Post(f"file-{time.monotonic_ns()}", file_name=name)
    await program.web.receive_file(address, post, pieces(data))
    typing = asyncio.create_task(keep_typing(program, address, measured))
    while await waits(program):  # noqa: ASYNC110  (nothing tells of it)
        await asyncio.sleep(0.05)
    measured.whole = time.perf_counter() - begun
    for task in (typing, beating):
        task.cancel()
    await asyncio.gather(typing, beating, return_exceptions=True)
    return measured


async def beat(measured: Measured) -> None:
    while True:
        begun, worked = time.perf_counter(), time.thread_time()
        await asyncio.sleep(BEAT)
        measured.pause = max(measured.pause, time.perf_counter() - begun - BEAT)
        measured.work = max(measured.work, time.thread_time() - worked)


async def keep_typing(program: Program, address: str, measured: Measured) -> None:
    """Ask for the list of tasks again and again."""
    while True:
        begun = time.perf_counter()
        await type_once(program, address)
        measured.answers.append(time.perf_counter() - begun)
        await asyncio.sleep(TYPING)


async def type_once(program: Program, address: str) -> None:
    """Ask for the list of tasks, and wait for it."""
    before = await lines(program)
    with program.web.listening(address) as told:
        await program.web.receive(address, Post(f"text-{time.monotonic_ns()}", text="/viec"))
        while await lines(program) < before + 2:
            told.clear()
            await asyncio.wait_for(told.wait(), 60)


async def lines(program: Program) -> int:
    async with program.database.read() as session:
        return await session.scalar(select(func.count()).select_from(WebMessage)) or 0


async def waits(program: Program) -> bool:
    """Whether a file is still to be dealt with, or has not even been noted."""
    async with program.database.read() as session:
        unread = select(SentFile.id).where(SentFile.state == FileState.WAITING).limit(1)
        unheard = select(InboxUpdate.id).where(InboxUpdate.handled_at.is_(None)).limit(1)
        return any([await session.scalar(query) for query in (unheard, unread)])


async def pieces(data: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(data), 65_536):
        yield data[at : at + 65_536]


# The files


def samples(folder: Path) -> dict[str, bytes]:
    """The sample plan in the ways that offices have it."""
    word = folder / "plan.docx"
    word.write_bytes(vinh_lai_docx(size=17))
    convert([word], folder)
    printed = (folder / "plan.pdf").read_bytes()
    return {
        "plan.txt": EXAMPLE.read_bytes(),
        "plan.docx": word.read_bytes(),
        "plan.pdf": printed,
        "scan.pdf": scanned(printed),
    }


def scanned(printed: bytes) -> bytes:
    """The first pages as pictures, as a scanner gives them."""
    document = pypdfium2.PdfDocument(printed)
    pages = [document[at].render(scale=200 / 72).to_pil().convert("L") for at in range(SCANNED)]
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    return file.getvalue()


async def measure(folder: Path, files: dict[str, bytes]) -> None:
    """Print a line a file."""
    async with running(folder) as (program, address):
        await type_once(program, address)  # what is compiled at its first use is, now
        heads = f"{'longest pause':>14} {'at work':>8} {'slowest answer':>15}"
        print(f"{'file':20} {'size':>9} {'whole':>8} {heads}")
        for name, data in files.items():
            got = await send(program, address, name, data)
            slowest = f"{max(got.answers):.2f} s of {len(got.answers)}" if got.answers else "-"
            print(
                f"{name:20} {len(data) / 1024:6,.0f} kB {got.whole:6.1f} s "
                f"{got.pause * 1000:11.0f} ms {got.work * 1000:5.0f} ms {slowest:>15}",
                flush=True,
            )


def main() -> None:
    """Measure with the files named, or with the samples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        named = {path.name: path.read_bytes() for path in map(Path, sys.argv[1:])}
        files = named or samples(folder)
        asyncio.run(measure(folder, files))


if __name__ == "__main__":
    main()
