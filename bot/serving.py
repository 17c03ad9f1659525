"""The web server of the program, and what is made ready once it listens."""

import asyncio
import gc
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

import anyio
import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.conversation.listening.letters import compile_patterns
from bot.settings import Settings

STOP_SECONDS = 3
"""How long requests that are under way may take once the program is told to stop."""

SETTLED = 1.0
"""Seconds after which what waited for the start has been begun with."""

LOOPBACK = ("127.0.0.1", "localhost", "::1")

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Server(uvicorn.Server):
    """A server that a signal ends, but not the process.

    uvicorn's own raises the signal anew once its requests are done: the process died of it with
    messages that were taken and not yet marked, and sent them again at its next start.
    """

    def obey_signals(self) -> None:
        """End `serve` at the first signal, at a second the process at once."""
        loop = asyncio.get_running_loop()
        for number in STOP_SIGNALS:
            loop.add_signal_handler(number, self._stop, number)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing: whoever joins the program says from when on signals are obeyed."""
        yield

    def _stop(self, number: int) -> None:
        self.handle_exit(number, None)
        for number in STOP_SIGNALS:
            asyncio.get_running_loop().remove_signal_handler(number)


def make_server(routes: Sequence[BaseRoute], host: str, port: int) -> Server:
    """A server of these routes, without an access log: addresses hold names of files."""
    return Server(
        uvicorn.Config(
            Starlette(routes=routes),
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
    )


def page_hosts(settings: Settings, host: str) -> list[str]:
    """The names that the page may be reached by; any, where it listens everywhere."""
    if host in ("0.0.0.0", "::"):  # noqa: S104  asked for by the setting
        return ["*"]
    public = urlsplit(settings.public_url or "").hostname
    return [name for name in (host, *LOOPBACK, public) if name]


async def prepare() -> None:
    """Once the start is over, make ready what somebody's first message or page would wait for."""
    await asyncio.sleep(SETTLED)
    await asyncio.to_thread(load_late)
    await asyncio.to_thread(compile_patterns)


def load_late() -> None:
    """Load what anyio loads when it is first used; the loop would wait for that when the first
    file comes in or the first page listens. What is loaded now stays: looked through for garbage
    again and again, it took a quarter of a tick."""
    anyio.run(anyio.sleep, 0)
    _ = anyio.open_file, anyio.Event
    gc.collect()
    gc.freeze()
