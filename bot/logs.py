"""What the program says of itself: readable lines on standard error, with a stable `action`."""

import logging
import sys
from datetime import UTC, datetime

QUIET = ("aiohttp", "apscheduler", "aiosqlite", "alembic", "matplotlib", "telegram")
"""Libraries that say at INFO what only their makers want to know."""


class Lines(logging.Formatter):
    """A line each, in UTC: `2025-12-15T01:00:02Z [info] Sent reminder 5 action=reminder_sent`.

    A fault is followed by where it came from, and by no value of a variable: those hold people's
    words, and tokens.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        """The line itself, with the action where there is one."""
        at = datetime.fromtimestamp(record.created, UTC)
        line = f"{at:%Y-%m-%dT%H:%M:%SZ} [{record.levelname.lower()}] {record.message}"
        action = getattr(record, "action", None)
        return f"{line} action={action}" if action else line


def set_up_logs(level: int = logging.INFO) -> None:
    """Send every log through one format; called once, by the command that runs."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
