"""What the program says of itself: readable lines on standard error, with a stable `action`."""

import logging
import sys

import structlog

QUIET = ("aiohttp", "apscheduler", "aiosqlite", "alembic", "matplotlib", "telegram")
"""Libraries that say at INFO what only their makers want to know."""


def set_up_logs(level: int = logging.INFO) -> None:
    """Send every log through one format; called once, by the command that runs."""
    shared: list[structlog.types.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(allow=["action"]),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
