"""What time it is for the program; only the outermost calls ask."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The time the program lives by: the real one, one that starts elsewhere, or one moved by hand.

    A clock with a start runs on from there at its real pace.
    """

    def __init__(self, start: datetime | None = None) -> None:
        self._offset = timedelta()
        self.real = start is None
        if start is not None:
            self.set(start)

    def now(self) -> datetime:
        """The instant it is, aware, in UTC."""
        return datetime.fromtimestamp(time.time(), UTC) + self._offset

    def set(self, to: datetime) -> None:
        """Put the clock at an (aware) instant; from there it runs on."""
        self.real = False
        self._offset = to - datetime.fromtimestamp(time.time(), UTC)
