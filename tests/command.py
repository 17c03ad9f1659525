"""The `dondoc` command as its users have it: a process of its own, with settings of its own."""

import asyncio
import contextlib
import json
import os
import signal
import sysconfig
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(sysconfig.get_path("scripts")) / "dondoc"

PATIENCE = 60.0
"""Seconds until a command counts as hanging; reached only where a test fails."""

STOP = 20.0
"""Seconds that `run` may take to end once it is asked to."""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    error: str
    raw: bytes
    """What it printed, before it was taken for text."""

    @property
    def json(self) -> Any:
        """Its output as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """Its output by lines."""
        return self.out.splitlines()


class Dondoc:
    """Commands over one data folder.

    `settings` are DONDOC_ variables by their names without the prefix, in lower case.
    """

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.settings = {"data_dir": folder / "data", "web_port": 0} | settings
        self.log = folder / "run.log"
        folder.mkdir(parents=True, exist_ok=True)

    def environment(self, settings: dict[str, object]) -> dict[str, str]:
        """The environment with no setting but these."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("DONDOC_")}
        given = {f"DONDOC_{k.upper()}": str(v) for k, v in (self.settings | settings).items()}
        return kept | given

    async def __call__(self, *arguments: object, typed: str = "", **settings: object) -> Done:
        """Run a command to its end; `typed` is its standard input."""
        process = await asyncio.create_subprocess_exec(
            PROGRAM,
            *map(str, arguments),
            env=self.environment(settings),
            cwd=self.folder,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(PATIENCE):
                out, error = await process.communicate(typed.encode())
        finally:
            await _end(process)
        assert process.returncode is not None
        text = out.decode(errors="replace")
        return Done(process.returncode, text, error.decode(), out)

    async def ok(self, *arguments: object, typed: str = "", **settings: object) -> Done:
        """Run a command that must succeed, and say nothing on standard error."""
        done = await self(*arguments, typed=typed, **settings)
        assert (done.code, done.error) == (0, ""), done.error[-2000:]
        return done

    @contextlib.asynccontextmanager
    async def running(
        self, stop: signal.Signals = signal.SIGTERM, **settings: object
    ) -> AsyncIterator[None]:
        """`dondoc run` until the block ends, then asked to stop; it must end by itself."""
        with self.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                PROGRAM,
                "run",
                env=self.environment(settings),
                cwd=self.folder,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            yield
            process.send_signal(stop)
            async with asyncio.timeout(STOP):
                await process.wait()
            assert process.returncode == 0
        finally:
            await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Leave no process behind, whatever happened."""
    if process.returncode is None:
        process.kill()
        await process.wait()
