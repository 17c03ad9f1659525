"""64 messages at once against one at a time: `python -m bench.requests`.

Ours beside python-telegram-bot's own request class, at the same server. Goal: at least 0.9 times
as many a second.
"""

import asyncio
import time
from statistics import median

from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bench.server import TOKEN, server
from bot.channels.telegram.channel import CONNECTIONS, POOL_SECONDS
from bot.channels.telegram.request import HttpRequest

MESSAGES = 640
AT_ONCE = 64
ROUNDS = 3


async def rate(bot: Bot, at_once: int) -> float:
    """Messages a second."""
    waiting = list(range(1, MESSAGES + 1))

    async def send() -> None:
        while waiting:
            await bot.send_message(waiting.pop(), "Chào đồng chí")

    begun = time.perf_counter()
    await asyncio.gather(*(send() for _ in range(at_once)))
    return MESSAGES / (time.perf_counter() - begun)


async def measure(request: BaseRequest, url: str) -> tuple[float, float]:
    """Messages a second, one at a time and many at once."""
    async with Bot(TOKEN, base_url=f"{url}/bot", request=request) as bot:
        await rate(bot, 1)
        rounds = [(await rate(bot, 1), await rate(bot, AT_ONCE)) for _ in range(ROUNDS)]
    return median(one for one, _ in rounds), median(many for _, many in rounds)


def main() -> None:
    """Print both, and the ratio within each."""
    peers: dict[str, BaseRequest] = {
        "ours (aiohttp)": HttpRequest(
            connection_pool_size=CONNECTIONS, pool_timeout=POOL_SECONDS, read_timeout=30
        ),
        "HTTPXRequest": HTTPXRequest(
            connection_pool_size=256, pool_timeout=POOL_SECONDS, read_timeout=30
        ),
    }
    print(f"{'':16} one at a time  {AT_ONCE} at once  ratio")
    for name, request in peers.items():
        with server() as peer:
            one, many = asyncio.run(measure(request, peer.url))
        print(f"{name:16} {one:11,.0f}/s {many:9,.0f}/s  {many / one:.2f}")


if __name__ == "__main__":
    main()
