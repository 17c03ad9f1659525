"""Where Telegram is blocked, it is reached through the proxy that the setting names."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from bot.channels.telegram.channel import Telegram
from bot.ports import Message
from tests.botapi import TOKEN, BotApi

HELLO = Message(("Chào chị Lan",))


async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass on what comes, until the end."""
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


@contextlib.asynccontextmanager
async def socks_proxy() -> AsyncIterator[tuple[str, list[int]]]:
    """A SOCKS5 proxy (RFC 1928) for addresses of version 4: where it is, the ports asked for."""
    asked: list[int] = []
    relays: set[asyncio.Task[object]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, methods = await reader.readexactly(2)
        await reader.readexactly(methods)
        writer.write(b"\x05\x00")
        *_, kind = await reader.readexactly(4)
        assert kind == 1
        host = ".".join(map(str, await reader.readexactly(4)))
        port = int.from_bytes(await reader.readexactly(2))
        asked.append(port)
        there, to = await asyncio.open_connection(host, port)
        writer.write(b"\x05\x00\x00\x01" + bytes(6))
        relays.add(asyncio.create_task(relay(there, writer)))
        await relay(reader, to)

    server = await asyncio.start_server(serve, "127.0.0.1")
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield f"socks5://127.0.0.1:{port}", asked
    await asyncio.gather(*relays)


async def test_messages_go_through_the_proxy():
    async with BotApi() as api, socks_proxy() as (proxy, asked):
        api.meet(7)
        channel = Telegram(TOKEN, api_url=api.url, proxy=proxy)
        await channel.open()
        await channel.send("7", HELLO, key="1")
        await channel.close()

    assert [sent.text for sent in api.sent] == ["Chào chị Lan"]
    assert asked == [int(api.url.rpartition(":")[2])]
