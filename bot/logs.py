"""What the program says of itself: readable lines on standard error, with a stable `action`."""

import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from traceback import format_tb
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

QUIET = ("aiohttp", "apscheduler", "aiosqlite", "alembic", "matplotlib", "telegram", "uvicorn")
"""Libraries that say at INFO what only their makers want to know."""


class Lines(logging.Formatter):
    """A line each, in UTC: `2025-12-15T01:00:02Z [info] Sent reminder 5 action=reminder_sent`.

    A fault is followed by where it came from and its kind, and by no word of its own: those quote
    what people wrote, rows of the database ("Key (name)=(Hoa) already exists"), and tokens.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        """The line itself, with the action where there is one."""
        at = datetime.fromtimestamp(record.created, UTC)
        line = f"{at:%Y-%m-%dT%H:%M:%SZ} [{record.levelname.lower()}] {record.message}"
        action = getattr(record, "action", None)
        return f"{line} action={action}" if action else line

    def formatException(self, ei: Fault) -> str:  # noqa: N802  logging's own name
        """The lines of code that it came through, its cause's first."""
        _, error, _ = ei
        return "" if error is None else "\n".join(_traces(error))


def _traces(error: BaseException) -> Iterator[str]:
    """A fault and those it came from, the first of them first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _traces(before)
    kind = type(error)
    yield "".join(format_tb(error.__traceback__)) + f"{kind.__module__}.{kind.__qualname__}"


def set_up_logs(level: int = logging.INFO) -> None:
    """Send every log through one format; called once, by the command that runs."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
