"""What is asked of the database: to show that it does not grow with the rows, or to refuse it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from db.engine import Database


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements sent to the database inside the block."""
    sent: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)


@contextmanager
def failing(database: Database, beginning: str, *, times: int) -> Iterator[list[str]]:
    """Refuse the next statements that begin so, as a database does that is locked or away."""
    failed: list[str] = []

    def refuse(_connection, _cursor, statement: str, *_rest: object) -> None:
        if statement.startswith(beginning) and len(failed) < times:
            failed.append(statement)
            raise OperationalError(statement, None, Exception("locked"))

    event.listen(database.engine.sync_engine, "before_cursor_execute", refuse)
    yield failed
    event.remove(database.engine.sync_engine, "before_cursor_execute", refuse)
