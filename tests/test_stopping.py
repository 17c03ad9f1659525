"""Told to stop, as by systemd or Ctrl+C, the program ends what is under way and begins nothing."""

import signal
from pathlib import Path

from tests.botapi import TOKEN, BotApi
from tests.command import Dondoc

WAIT = 30.0
"""Seconds for what must come over the wire; reached only where the test fails."""
CHAT = 11


async def test_a_message_on_its_way_is_marked_and_not_sent_again_at_the_next_start(tmp_path: Path):
    async with BotApi() as api:
        dondoc = Dondoc(tmp_path, telegram_token=TOKEN, telegram_api_url=api.url)
        async with dondoc.running(signal.SIGTERM):
            api.delay("sendMessage", 1.0)
            api.say(CHAT, "xin chào")
            await api.called("sendMessage", seconds=WAIT)
        async with dondoc.running(signal.SIGINT):
            api.say(CHAT, "/start ABCD-2345")
            while not (await api.next(CHAT, WAIT)).text.startswith("Mã không đúng"):
                pass

    assert len(api.sent) == 2
