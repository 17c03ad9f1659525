"""HTTP to the Bot API for python-telegram-bot, over aiohttp.

The library's own request class sits on httpx, whose pool makes 64 requests at once slower than one
at a time (`python -m bench.requests`).
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

UPLOAD_SECONDS = 20.0
"""How long the sending of a file may take."""

DOWNLOAD_SECONDS = 120.0
"""How long the fetching of a file may take: 20 MB over a slow line."""

PIECE_BYTES = 64 * 1024


class HttpRequest(BaseRequest):
    """Requests over a pool of connections that are kept open; times in seconds.

    `proxy` is an address with its scheme: http, https, socks4 or socks5.
    """

    def __init__(
        self,
        *,
        connection_pool_size: int,
        connect_timeout: float = 5.0,
        read_timeout: float = 5.0,
        write_timeout: float = 5.0,
        pool_timeout: float = 1.0,
        proxy: str | None = None,
    ) -> None:
        self._size = connection_pool_size
        self._connect = connect_timeout
        self._read = read_timeout
        self._write = write_timeout
        self._pool = pool_timeout
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take where the caller does not say."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool; a second call does nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=self._connector(), trust_env=True, auto_decompress=True
            )

    async def shutdown(self) -> None:
        """Close every connection; a second call does nothing."""
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises `TimedOut` or `NetworkError`."""
        if self._session is None:
            raise RuntimeError("not initialized")
        files = request_data.multipart_data if request_data else None
        connect = _seconds(connect_timeout, self._connect)
        read = _seconds(read_timeout, self._read)
        write = _seconds(write_timeout, UPLOAD_SECONDS if files else self._write)
        pool = _seconds(pool_timeout, self._pool)
        steps = (pool, connect, write, read)
        timeout = aiohttp.ClientTimeout(
            total=None if None in steps else sum(filter(None, steps)),
            connect=None if pool is None or connect is None else pool + connect,
            sock_connect=connect,
            sock_read=read,
        )
        try:
            async with self._session.request(
                method,
                url,
                data=_form(request_data),
                headers={"User-Agent": self.USER_AGENT},
                timeout=timeout,
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut(f"Timed out ({type(error).__name__})") from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error

    @asynccontextmanager
    async def stream(self, url: str) -> AsyncIterator[tuple[int, AsyncIterator[bytes]]]:
        """Status and body of what stands at an address, the body in pieces as it comes.

        Raises `TimedOut` or `NetworkError`, as long as the block lasts.
        """
        if self._session is None:
            raise RuntimeError("not initialized")
        timeout = aiohttp.ClientTimeout(
            total=DOWNLOAD_SECONDS, sock_connect=self._connect, sock_read=self._read
        )
        try:
            async with self._session.get(url, timeout=timeout) as answer:
                yield answer.status, answer.content.iter_chunked(PIECE_BYTES)
        except TimeoutError as error:
            raise TimedOut(f"Timed out ({type(error).__name__})") from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error

    def _connector(self) -> aiohttp.BaseConnector:
        if self._proxy is None:
            return aiohttp.TCPConnector(limit=self._size)
        from aiohttp_socks import ProxyConnector  # only where there is a proxy

        return ProxyConnector.from_url(self._proxy, limit=self._size)


def _seconds(given: Any, usual: float) -> float | None:
    return usual if given is BaseRequest.DEFAULT_NONE else given


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    """The parameters as a form: with parts where there are files, else like any other."""
    if data is None or not data.multipart_data:
        return data.json_parameters if data else None
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, media_type) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=media_type)
    return form
