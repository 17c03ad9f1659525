"""A plan's file read in a process of its own: hostile files hurt that process alone.

The event loop goes on meanwhile; memory and time of the reading are bounded; the process knows
none of the program's settings and ends with the program.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from plans.apart_worker import MARKING
from plans.files import errors
from plans.files.errors import SecretError, TooHardError
from plans.parsed import ParsedPlan
from plans.source import PlanSourceError

log = logging.getLogger(__name__)

WORKER = "plans.apart_worker"
ROOT = Path(__file__).resolve().parent.parent

SILENCE = timedelta(minutes=3)
"""The longest without a word from the process: a scanned page takes ten seconds, at most two
minutes, and everything that has no pages half a minute."""
LONGEST = timedelta(minutes=40)
"""For a whole file: 120 scanned pages at twenty seconds each."""
LOOK = timedelta(seconds=30)
"""For the heading of a file that is no plan: a page of a scan takes three to ten seconds."""
ANSWER_BYTES = 16 * 1024 * 1024
"""A plan of 5,000 rows has 5 MB."""
HANDED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TESSDATA_PREFIX")
"""What the process gets of our environment, which also holds tokens and passwords."""
STEADY = {
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
"""One core is left to the chat, and a file read again gives the same reading."""

OnPage = Callable[[int, int], Awaitable[None]]
"""Told before each scanned page: its number, and how many pages there are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan, and the text of its document, whose lines the plan's rows count."""

    plan: ParsedPlan
    text: str


READING = TypeAdapter(Reading)
"""Made once, while the program starts: it takes longer than reading with it."""


async def read_apart(
    path: Path, name: str, *, issued_on: date | None = None, on_page: OnPage | None = None
) -> Reading:
    """What a file says, its name saying what it should be; raises a `PlanSourceError`."""
    return await read_pages_apart([(path, name)], issued_on=issued_on, on_page=on_page)


async def read_pages_apart(
    files: Sequence[tuple[Path, str]],
    *,
    issued_on: date | None = None,
    on_page: OnPage | None,
) -> Reading:
    """What a file says, or several that are pictures of one plan's pages, in their order.

    Raises a `PlanSourceError`; `TooHardError` stands for whatever a file did to the process.
    Cancelled, it ends the process.
    """
    process = await _start(files, issued_on.isoformat() if issued_on else "")
    try:
        async with asyncio.timeout(LONGEST.total_seconds()):
            return await _listen(process, on_page)
    except TimeoutError:
        log.warning("Reading a file took too long", extra={"action": "reading_stopped"})
        raise TooHardError from None
    finally:
        await _end(process)


async def refuse_marked_apart(path: Path, name: str) -> None:
    """Raise `SecretError` for a file marked a State secret; every other passes, whatever it is."""
    process = await _start([(path, name)], MARKING)
    try:
        async with asyncio.timeout(LOOK.total_seconds()):
            answer = await _next_answer(process)
    except TimeoutError:
        answer = None
    finally:
        await _end(process)
    if answer is None or "broken" in answer:
        log.warning("A file could not be looked at for a marking", extra=BROKEN)
    elif answer.get("refused") == SecretError.__name__:
        raise _refusal(answer)


async def _start(files: Sequence[tuple[Path, str]], how: str) -> asyncio.subprocess.Process:
    """The process, in a session of its own, so that what it starts can be ended with it."""
    handed_on = {key: os.environ[key] for key in HANDED_ON if key in os.environ}
    arguments = [how, *(str(part) for file in files for part in file)]
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-B", "-X", "utf8", "-m", WORKER, *arguments),
        stdin=asyncio.subprocess.PIPE,  # closed by our end, however that comes
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**handed_on, **STEADY, "PYTHONPATH": str(ROOT)},
        limit=ANSWER_BYTES,
        start_new_session=True,
    )


async def _listen(process: asyncio.subprocess.Process, on_page: OnPage | None) -> Reading:
    """What the process says at last; its pages are told on as they come."""
    while answer := await _next_answer(process):
        if "page" in answer:
            if on_page is not None:
                await on_page(int(answer["page"]), int(answer["pages"]))
        elif "plan" in answer:
            with suppress(ValidationError):
                return READING.validate_python(answer)
            break
        elif "refused" in answer:
            raise _refusal(answer)
        else:
            log.error("A file broke its reader: %s", answer.get("broken"), extra=BROKEN)
            raise TooHardError
    code = await process.wait()
    log.warning("The reader of a file ended with %s", code, extra=BROKEN)
    raise TooHardError


BROKEN = {"action": "reading_broken"}


async def _next_answer(process: asyncio.subprocess.Process) -> Mapping[str, Any] | None:
    """The next thing it says; None once it says nothing more, or something else than it should."""
    assert process.stdout  # noqa: S101  asked for above
    try:
        async with asyncio.timeout(SILENCE.total_seconds()):
            line = await process.stdout.readline()
        answer = json.loads(line)
    except ValueError:  # longer than any answer, or broken off
        return None
    return answer if isinstance(answer, dict) else None


def _refusal(answer: Mapping[str, Any]) -> PlanSourceError:
    """The error that the process met, made anew from its name and its facts."""
    kind = errors.BY_NAME.get(answer["refused"], TooHardError)
    return kind(**answer.get("facts", {}))


async def _end(process: asyncio.subprocess.Process) -> None:
    """See that nothing of it runs on: neither it nor what it started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        elif process.returncode is None:
            process.kill()
    await process.wait()
