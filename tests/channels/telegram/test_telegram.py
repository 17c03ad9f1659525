"""Sending to Telegram, over real HTTP to a server that refuses what Telegram refuses."""

import logging
import traceback
from datetime import timedelta

import pytest
from telegram.error import BadRequest

from bot.channels.telegram.channel import Telegram
from bot.ports import Choice, GoneError, LaterError, Limits, Message, MovedError
from tests.botapi import BotApi, Button
from tests.botapi.test_server import make_png
from tests.channels.telegram.line import connected

CHAT = 7
HELLO = Message(blocks=("Chào chị Lan",))


@pytest.fixture
async def api():
    async with BotApi() as api:
        api.meet(CHAT)
        yield api


@pytest.fixture
async def channel(api):
    async with connected(api) as channel:
        yield channel


def test_the_channel_states_telegrams_limits():
    assert (Telegram.name, Telegram.limits) == ("telegram", Limits(text=4096, caption=1024))


async def test_nothing_of_a_text_is_taken_for_markup(api, channel):
    blocks = ("Việc <b>&amp;</b> \"A\" & 'B'", "<script> 1 < 2 > 0 </i>", "Hạn 20/12")

    message_id = await channel.send("7", Message(blocks=blocks, heading=True), key="1")

    sent = await api.next(CHAT)
    assert sent.text == "\n".join(blocks)
    assert sent.styled("bold") == [blocks[0]]
    assert len(sent.entities) == 1
    assert message_id == str(sent.message_id)


async def test_only_a_heading_is_bold(api, channel):
    await channel.send("7", Message(blocks=("Một", "Hai")), key="1")

    sent = await api.next(CHAT)
    assert (sent.text, sent.entities) == ("Một\nHai", [])


async def test_choices_become_rows_of_buttons(api, channel):
    choices = ((Choice("Xong", "done:12"), Choice("Chưa", "later:12")), (Choice("Khác", "more"),))

    await channel.send("7", Message(blocks=("Xong chưa?",), choices=choices), key="1")

    assert (await api.next(CHAT)).buttons == [
        [Button("Xong", "done:12"), Button("Chưa", "later:12")],
        [Button("Khác", "more")],
    ]


async def test_a_picture_goes_with_its_caption_and_choices(api, channel):
    message = Message(
        blocks=("Tổng hợp", "12 xong & 3 chậm"),
        choices=((Choice("Xem", "rollup:1"),),),
        picture=make_png(),
        heading=True,
    )

    await channel.send("7", message, key="1")

    sent = await api.next(CHAT)
    assert (sent.photo, sent.text) == (make_png(), "Tổng hợp\n12 xong & 3 chậm")
    assert sent.styled("bold") == ["Tổng hợp"]
    assert sent.buttons == [[Button("Xem", "rollup:1")]]


async def test_a_message_as_long_as_the_limits_is_accepted(api, channel):
    await channel.send("7", Message(blocks=("&" * 4096,), heading=True), key="1")
    await channel.send("7", Message(blocks=("😀" * 512,), picture=make_png()), key="2")

    assert [len(sent.text) for sent in api.sent] == [4096, 512]


async def test_links_are_not_opened_for_a_preview(api, channel):
    await channel.send("7", Message(blocks=("https://example.org/vao?ma=1",)), key="1")

    assert api.sent[0].params["link_preview_options"] == '{"is_disabled": true}'


async def test_a_blocked_bot_and_an_unknown_chat_are_gone_for_good(api, channel):
    api.block(CHAT)

    with pytest.raises(GoneError):
        await channel.send("7", HELLO, key="1")
    with pytest.raises(GoneError):
        await channel.send("8", HELLO, key="2")

    api.unblock(CHAT)
    await channel.send("7", HELLO, key="1")
    assert [sent.chat_id for sent in api.sent] == [CHAT]


async def test_a_group_that_moved_says_where_to(api, channel):
    api.fail("sendMessage", 400, "Bad Request: group upgraded", migrate_to_chat_id=-1009)

    with pytest.raises(MovedError) as moved:
        await channel.send("7", HELLO, key="1")

    assert moved.value.address == "-1009"


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(Message(blocks=("ă" * 4097,)), id="too-long"),
        pytest.param(Message(blocks=(" ",)), id="empty"),
        pytest.param(Message(blocks=("Ảnh",), picture=b"no picture"), id="no-picture"),
        pytest.param(Message(blocks=("Chọn",), choices=((Choice("a", ""),),)), id="no-data"),
    ],
)
async def test_our_own_mistake_is_raised_and_the_chat_stays(api, channel, message):
    with pytest.raises(BadRequest):
        await channel.send("7", message, key="1")

    assert api.sent == []


async def test_a_chat_is_not_given_up_while_telegram_cannot_be_asked(api, channel):
    api.drop("sendChatAction")

    with pytest.raises(LaterError):
        await channel.send("8", HELLO, key="1")


async def test_too_many_messages_wait_as_long_as_telegram_asks(api, channel):
    api.fail("sendMessage", retry_after=17)

    with pytest.raises(LaterError) as refusal:
        await channel.send("7", HELLO, key="1")

    assert refusal.value.wait == timedelta(seconds=17)
    assert api.sent == []


@pytest.mark.parametrize(("after", "arrived"), [(False, 0), (True, 1)], ids=["before", "after"])
async def test_a_lost_connection_is_for_later(api, channel, after, arrived):
    api.drop("sendMessage", after=after)

    with pytest.raises(LaterError) as refusal:
        await channel.send("7", HELLO, key="1")

    assert refusal.value.wait is None
    assert len(api.sent) == arrived


async def test_a_broken_server_is_for_later(api, channel):
    api.fail("sendMessage", 502, "Bad Gateway")

    with pytest.raises(LaterError):
        await channel.send("7", HELLO, key="1")


async def test_a_slow_server_is_for_later(api, monkeypatch):
    monkeypatch.setitem(Telegram.__init__.__globals__["TIMEOUTS"], "read_timeout", 0.05)
    api.delay("sendMessage", 5)

    async with connected(api) as channel:
        with pytest.raises(LaterError):
            await channel.send("7", HELLO, key="1")


async def test_a_refused_token_keeps_the_message_for_later(api):
    async with connected(api, token="1:old") as channel:
        with pytest.raises(LaterError) as refusal:
            await channel.send("7", HELLO, key="1")

    assert refusal.value.wait == timedelta(minutes=5)


async def test_an_unreachable_telegram_is_for_later():
    async with BotApi() as gone:
        pass
    async with connected(gone) as channel:
        with pytest.raises(LaterError):
            await channel.send("7", HELLO, key="1")
        assert await channel.username() is None


async def test_the_bots_name_is_asked_for_once(api, channel):
    api.fail("getMe", 500)

    names = [await channel.username() for _ in range(3)]

    assert names == [None, "dondoc_test_bot", "dondoc_test_bot"]
    assert len(api.calls_of("getMe")) == 2


async def test_the_token_stays_out_of_logs_and_errors(api, caplog):
    secret = api.token.partition(":")[2]
    for name in ("", "aiohttp", "telegram", "telegram.ext.ExtBot"):
        caplog.set_level(logging.DEBUG, logger=name)
    page = f"Bad gateway at /bot{api.token}/sendMessage"
    errors = []

    async with connected(api) as channel:
        await channel.send("7", HELLO, key="1")
        for fault in (lambda: api.fail("*", 502, page), lambda: api.drop("*")):
            fault()
            with pytest.raises(LaterError) as refusal:
                await channel.send("7", HELLO, key="2")
            errors += traceback.format_exception(refusal.value)
        shown = repr(channel._bot)

    assert len(api.sent) == 1
    assert "Calling Bot API endpoint" in caplog.text
    assert "Bad gateway at" in "".join(errors)
    assert secret not in caplog.text
    assert secret not in "".join(errors)
    assert secret not in shown


async def test_the_libraries_say_nothing_of_addresses_and_texts_unless_asked(api, caplog):
    caplog.set_level(logging.DEBUG)

    async with connected(api) as channel:
        await channel.send("7", HELLO, key="1")

    assert "HTTP Request" not in caplog.text
    assert "Lan" not in caplog.text
