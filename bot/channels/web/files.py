"""Files that the page sends up: each lies in a folder of ours until it was fetched from there."""

import asyncio
import os
import re
import secrets
import shutil
import time
from collections.abc import AsyncIterable
from datetime import timedelta
from pathlib import Path

import anyio

from bot.channels.web.posts import PostError, Reason
from bot.ports import FILE_BYTES, GoneError

LONGEST_WAIT = timedelta(days=7)
"""A file that nobody has fetched by then never will be."""

SOURCE_FORM = re.compile(r"[0-9a-f]{32}")


class Uploads:
    """The folder; what lies in it has a random name, and its own name is told elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def take(self, pieces: AsyncIterable[bytes]) -> tuple[str, int]:
        """Write a file as it comes in; return its name here and its size, once it is on the disk.

        Raises `PostError` past `FILE_BYTES`. Whatever goes wrong, nothing of it stays.
        """
        source, size = secrets.token_hex(16), 0
        path = self._path(source)
        await asyncio.to_thread(self.folder.mkdir, mode=0o700, parents=True, exist_ok=True)
        try:
            async with await anyio.open_file(path, "xb") as file:
                async for piece in pieces:
                    size += len(piece)
                    if size > FILE_BYTES:
                        raise PostError(Reason.FILE_TOO_LARGE)
                    await file.write(piece)
                await file.flush()
                await asyncio.to_thread(os.fsync, file.wrapped.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return source, size

    async def fetch(self, source: str, to: Path) -> None:
        """Copy a file to where there is none yet; raises `GoneError` where it is not here."""
        try:
            await asyncio.to_thread(shutil.copyfile, self._path(source), to)
        except FileNotFoundError as error:
            raise GoneError("the file is not here any more") from error

    async def forget(self, source: str) -> None:
        """Erase a file; harmless for one that is gone."""
        await asyncio.to_thread(self._path(source).unlink, missing_ok=True)

    async def tidy(self) -> None:
        """Erase what was sent up long ago and never fetched: its post was cut off by a crash."""
        await asyncio.to_thread(self._tidy, time.time() - LONGEST_WAIT.total_seconds())

    def _tidy(self, before: float) -> None:
        for path in self.folder.glob("*"):
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)

    def _path(self, source: str) -> Path:
        if not SOURCE_FORM.fullmatch(source):
            raise GoneError("no file of ours has such a name")
        return self.folder / source
