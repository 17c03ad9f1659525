"""The process that opens one file, which may be hostile: `python -m plans.apart_worker`.

Started by `plans.apart` alone, with the day of issue (or nothing, or `MARKING` where the file is
no plan), then the file and its name; of a plan in pictures those of each page. It prints lines of
JSON: {"page", "pages"} before each scanned page, then {"plan", "text"} or {"unmarked"},
{"refused", "facts"} or {"broken"}. It ends when its standard input does, so that it never outlives
the program.
"""

import gc
import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

MEMORY = 1024 * 1024 * 1024
"""In bytes of address space, of which the libraries have a third and a large scan another."""
CPU_SECONDS = 900
"""Of this process; Tesseract's are its own."""
MARKING = "marking"
"""In the place of the day of issue: look for a marking of State secrecy, and read no plan."""
NICENESS = 10
"""The chat goes first where there are few cores."""


def main() -> None:
    """Read the file within the limits, and say what came of it."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # so that nothing a library prints is taken for an answer

    def say(**answer: Any) -> None:
        answers.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")

    threading.Thread(target=end_with_the_program, daemon=True).start()
    limit_itself()
    try:
        if sys.argv[1] == MARKING:
            look(say)
        else:
            read(say)
    except MemoryError:
        say(refused="TooHardError", facts={})
    except Exception as error:
        # Where it broke, without the error's own words: they may be the document's.
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        where = " > ".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in frames)
        say(broken=f"{type(error).__name__} at {where}")
    os._exit(0)  # without the libraries' farewells, which can hang


def read(say: Callable[..., None]) -> None:
    """Read the file that the command line names; what refuses it is said, not raised."""
    from pydantic import TypeAdapter  # slow import, after the limits are set

    from plans.files.read import read_document, read_pages  # slow import
    from plans.parsed import ParsedPlan  # slow import
    from plans.read import read_document_plan  # slow import
    from plans.source import PlanSourceError  # slow import

    # This process ends soon: looking for what refers to itself would take a fifth of its time.
    gc.disable()
    issued, *given = sys.argv[1:]
    files = [(Path(path), name) for path, name in zip(given[::2], given[1::2], strict=True)]

    def on_page(page: int, pages: int) -> None:
        say(page=page, pages=pages)

    try:
        if len(files) == 1:
            document = read_document(*files[0], progress=on_page)
        else:
            document = read_pages(files, progress=on_page)
        plan = read_document_plan(
            document, issued_on=date.fromisoformat(issued) if issued else None
        )
    except PlanSourceError as refusal:
        say(refused=type(refusal).__name__, facts=vars(refusal))
    else:
        say(plan=TypeAdapter(ParsedPlan).dump_python(plan, mode="json"), text=document.text)


def look(say: Callable[..., None]) -> None:
    """Say whether the file that the command line names is marked."""
    from plans.files.errors import SecretError  # slow import
    from plans.files.read import refuse_marked  # slow import

    _, path, name = sys.argv[1:]
    try:
        refuse_marked(Path(path).read_bytes(), name)
    except SecretError as refusal:
        say(refused=type(refusal).__name__, facts=vars(refusal))
    else:
        say(unmarked=True)


def limit_itself() -> None:
    """Bound memory and time, and write no file; as far as this system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not everywhere

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(AttributeError, OSError):
        os.nice(NICENESS)


def end_with_the_program() -> None:
    """Wait for the end of standard input, which the program holds open; end all begun here."""
    while os.read(0, 1):
        pass
    with suppress(AttributeError, OSError):
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
