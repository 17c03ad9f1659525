"""One program at a time on an SQLite file."""

import fcntl
from pathlib import Path
from typing import IO

from sqlalchemy import URL


class ProgramLock:
    """Held by the program that runs on an SQLite file; ends with its process, however that ends.

    On PostgreSQL it is free to all: programs share the work there.
    """

    def __init__(self, url: URL) -> None:
        is_file = url.get_backend_name() == "sqlite" and url.database
        self._path = Path(f"{url.database}.lock") if is_file else None
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Take it if it is free; False: another program has it."""
        if self._path is None:
            return True
        file = self._path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    @property
    def alone(self) -> bool:
        """Whether holding it means that nobody else works on this database."""
        return self._file is not None

    def release(self) -> None:
        """Give it back."""
        if self._file is not None:
            self._file.close()
            self._file = None
