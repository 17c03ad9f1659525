"""The server under the API: on a free local port, in the running event loop, able to hang up."""

import asyncio
import socket
from typing import Any

import uvicorn
from starlette.requests import Request
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

LAST_SECONDS = 0.2
"""How long requests may take to end before they are cut off."""


class Wire:
    """Serves an application over HTTP on 127.0.0.1.

    uvicorn's protocol without `uvicorn.Server`, whose main loop looks only every tenth of a
    second whether it should stop: too long for hundreds of tests.
    """

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        self.socket = socket.create_server(("127.0.0.1", port))
        # asyncio sets it only for sockets that name their protocol; without it the body of an
        # answer, written after the headers, waits 40 ms for the other side to have taken those.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port: int = self.socket.getsockname()[1]
        self._config = uvicorn.Config(app, lifespan="off", log_config=None, access_log=False)
        self._state = ServerState()
        self._lines: dict[tuple[str, int], asyncio.Transport] = {}
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Answer from now on."""
        self._config.load()
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._connection, sock=self.socket)

    def _connection(self) -> H11Protocol:
        lines = self._lines

        class Connection(H11Protocol):
            """Remembers its transport, so that a request can be hung up on."""

            def connection_made(self, transport: Any) -> None:
                lines[transport.get_extra_info("peername")] = transport
                super().connection_made(transport)

            def connection_lost(self, exc: Exception | None) -> None:
                lines.pop(self.transport.get_extra_info("peername"), None)
                super().connection_lost(exc)

        connection = Connection(self._config, self._state, app_state={})
        connection.access_log = False  # it would put the token into the logs of the test
        return connection

    async def hang_up(self, request: Request) -> None:
        """Close the connection of a request without a word."""
        assert request.client
        self._lines[(request.client.host, request.client.port)].abort()
        await request.receive()  # the rest of the request: that it is over

    async def stop(self) -> None:
        """Close the port and every connection; what is still being answered is cut off."""
        if not self._server:
            self.socket.close()
            return
        self._server.close()
        for transport in list(self._lines.values()):
            transport.abort()
        if tasks := set(self._state.tasks):
            _, late = await asyncio.wait(tasks, timeout=LAST_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._server.wait_closed()
