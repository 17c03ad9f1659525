"""Receiving from Telegram: an update is stored before Telegram is told that we have it."""

import asyncio
import logging
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.telegram import receive as telegram_receive
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.webhook import WEBHOOK_BYTES, WEBHOOK_PATH
from bot.ports import Choice, Message
from tests.botapi import TOKEN, BotApi
from tests.botapi.wire import Wire
from tests.channels.telegram.line import Shelf, connected

CHAT = 7
SECRET = "s3cret-of-the-webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONG = 40.0
"""Seconds that nobody who closes may be kept waiting."""


@pytest.fixture
async def api():
    async with BotApi() as api:
        yield api


@pytest.fixture
def shelf():
    return Shelf()


def offsets(api):
    return [int(call.params.get("offset", 0)) for call in api.calls_of("getUpdates")]


async def test_an_update_is_stored_as_it_came_and_then_confirmed(api, shelf):
    async with connected(api, shelf) as channel:
        update = api.say(CHAT, "Việc của tôi")
        payload = await shelf.holds(update)
        await api.confirmed(update)
        incoming = channel.read(payload)

    assert incoming
    assert (incoming.chat, incoming.text) == ("7", "Việc của tôi")
    assert payload["update_id"] == update
    assert shelf.woken == 1


async def test_an_update_that_is_not_stored_comes_again(api, shelf):
    shelf.failures = 1

    async with connected(api, shelf):
        update = api.say(CHAT, "Xong #12")
        await shelf.changes.until(lambda: shelf.tries or None, 5)
        assert api.updates.pending
        assert shelf.kept == {}
        await shelf.holds(update)
        await api.confirmed(update)

    assert shelf.tries >= 2
    assert max(offsets(api)) == update + 1
    assert shelf.woken == 1


class SlowShelf(Shelf):
    """A store that does not end before `go`."""

    def __init__(self):
        super().__init__()
        self.at_it, self.go = asyncio.Event(), asyncio.Event()

    async def store(self, updates):
        self.at_it.set()
        await self.go.wait()
        await super().store(updates)


async def test_nothing_is_confirmed_while_the_store_is_still_at_it(api):
    shelf = SlowShelf()
    async with connected(api, shelf) as channel:
        update = api.say(CHAT, "Xong")
        await asyncio.wait_for(shelf.at_it.wait(), 5)
        api.meet(CHAT)
        for _ in range(3):  # time enough for a confirmation
            await channel.send("7", Message(blocks=("Chào",)), key="1")
        assert [u["update_id"] for u in api.updates.pending] == [update]
        shelf.go.set()
        await api.confirmed(update)

    assert list(shelf.kept) == [str(update)]


async def test_closing_while_the_store_fails_loses_nothing(api, shelf):
    shelf.failures = 99
    async with connected(api, shelf):
        update = api.say(CHAT, "Xong")
        await shelf.changes.until(lambda: shelf.tries or None, 5)
    assert [u["update_id"] for u in api.updates.pending] == [update]

    again = Shelf()
    async with connected(api, again):
        await again.holds(update)


async def test_what_was_said_while_the_bot_was_off_is_not_dropped(api, shelf):
    updates = [api.say(CHAT, text) for text in ("một", "hai", "ba")]

    async with connected(api, shelf):
        await api.confirmed(updates[-1])

    assert list(shelf.kept) == [str(update) for update in updates]


async def test_closing_while_the_store_is_at_it_loses_nothing(api, monkeypatch):
    monkeypatch.setattr(telegram_receive, "STOP_SECONDS", 0.05)
    shelf = SlowShelf()
    async with asyncio.timeout(5), connected(api, shelf):
        update = api.say(CHAT, "Xong")
        await asyncio.wait_for(shelf.at_it.wait(), 5)
    assert [u["update_id"] for u in api.updates.pending] == [update]

    again = Shelf()
    async with connected(api, again):
        await again.holds(update)


async def test_an_update_the_library_cannot_read_holds_up_nothing(api, shelf):
    async with connected(api, shelf) as channel:
        strange = api.add_update("message", {"message_id": "x", "chat": 5})
        update = api.say(CHAT, "một")
        await api.confirmed(update)

    assert channel.read(shelf.kept[str(strange)]) is None
    assert list(shelf.kept) == [str(strange), str(update)]


async def test_a_press_is_stored_and_acknowledged(api, shelf):
    async with connected(api, shelf) as channel:
        await api.called("getUpdates")
        update = await press(api, channel)
        await api.changes.until(lambda: api.answers or None, 5)
        incoming = channel.read(await shelf.holds(update))

    assert incoming
    assert (incoming.button, incoming.message) == ("done:12", "1")
    assert len(api.answers) == 1


async def test_a_press_that_cannot_be_acknowledged_is_still_stored(api, shelf, caplog):
    api.fail("answerCallbackQuery", 400, "Bad Request: query is too old")

    async with connected(api, shelf) as channel:
        await api.called("getUpdates")
        update = await press(api, channel)
        await api.called("answerCallbackQuery")
        await api.confirmed(update)

    assert api.answers == []
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []


async def test_one_slow_acknowledgement_does_not_hold_up_the_next(api, shelf):
    api.delay("answerCallbackQuery", 0.3)

    async with connected(api, shelf) as channel:
        await api.called("getUpdates")
        await press(api, channel)
        await press(api, channel)
        await api.called("answerCallbackQuery", times=2)
        slow = api.calls_of("answerCallbackQuery")[0].code

    assert slow is None


async def press(api, channel):
    """A person presses a button under a message of ours."""
    api.meet(CHAT)
    choices = ((Choice("Xong", "done:12"),),)
    message_id = await channel.send("7", Message(blocks=("Xong chưa?",), choices=choices), key="1")
    return api.press(CHAT, int(message_id), "done:12")


async def test_closing_does_not_wait_for_the_poll(api, shelf, monkeypatch):
    monkeypatch.setattr(telegram_receive, "STOP_SECONDS", LONG)
    monkeypatch.setattr(telegram_receive, "POLL", timedelta(seconds=LONG))

    async with connected(api, shelf) as channel:
        await api.called("getUpdates")
        await asyncio.wait_for(channel.close(), LONG / 2)


async def test_closing_does_not_wait_for_the_next_attempt(api, shelf, monkeypatch):
    asleep = asyncio.Event()
    monkeypatch.setattr(telegram_receive, "STOP_SECONDS", 0.05)
    monkeypatch.setattr(telegram_receive, "say_nothing", lambda error: asleep.set())
    api.fail("getUpdates", 500, times=99)

    async with connected(api, shelf) as channel:
        await asyncio.wait_for(asleep.wait(), 5)
        await asyncio.wait_for(channel.close(), LONG / 2)

    assert len(api.calls_of("getUpdates")) == 1


async def test_a_start_without_telegram_says_so_once_and_goes_on(api, shelf, monkeypatch, caplog):
    monkeypatch.setattr(telegram_receive, "FIRST_WAIT", 0.01)
    caplog.set_level(logging.INFO)
    api.drop("getMe", times=3)

    async with connected(api, shelf):
        update = api.say(CHAT, "một")
        await shelf.holds(update)
        await api.called("getMe", times=4)

    actions = [r.action for r in caplog.records if hasattr(r, "action")]
    assert actions == ["telegram_unreachable", "telegram_reachable", "telegram_started"]


async def test_closing_ends_a_start_that_has_not_succeeded(api, shelf, monkeypatch):
    monkeypatch.setattr(telegram_receive, "FIRST_WAIT", LONG)
    api.fail("getMe", 500, times=2)

    async with connected(api, shelf) as channel:
        await api.called("getMe")
        await asyncio.wait_for(channel.close(), LONG / 2)

    assert api.calls_of("getUpdates") == []


async def test_an_outage_while_polling_is_said_once(api, shelf, caplog):
    caplog.set_level(logging.INFO)
    async with connected(api, shelf):
        await api.called("getUpdates")
        api.drop("getUpdates", times=1)
        api.fail("getUpdates", 401, "Unauthorized")
        first = api.say(CHAT, "một")
        await api.confirmed(first)
        second = api.say(CHAT, "hai")
        await shelf.holds(second)

    actions = [r.action for r in caplog.records if hasattr(r, "action")]
    assert actions == ["telegram_started", "telegram_unreachable", "telegram_reachable"]


async def test_a_refused_token_is_said_without_the_token(api, shelf, monkeypatch, caplog):
    monkeypatch.setattr(telegram_receive, "FIRST_WAIT", 0.01)
    caplog.set_level(logging.DEBUG)

    async with connected(api, shelf, token="1:wrong-secret"):
        await api.called("getMe", times=2)

    assert "the token is refused" in caplog.text
    assert "wrong-secret" not in caplog.text


async def test_a_refused_token_does_not_end_the_polling(api, shelf):
    async with connected(api, shelf):
        await api.called("getUpdates")
        api.fail("getUpdates", 401, "Unauthorized")
        first = api.say(CHAT, "một")
        await api.confirmed(first)
        second = api.say(CHAT, "hai")
        await shelf.holds(second)


async def test_commands_are_registered_in_both_languages_and_for_groups(api, shelf):
    commands = [("viec", "Việc của tôi", "My tasks"), ("trogiup", "Trợ giúp", "Help")]

    async with connected(api, shelf, commands=commands, in_groups=commands[1:]):
        await api.called("setMyCommands", times=4)

    assert api.commands == {
        "": [("viec", "Việc của tôi"), ("trogiup", "Trợ giúp")],
        "en": [("viec", "My tasks"), ("trogiup", "Help")],
        "all_group_chats:": [("trogiup", "Trợ giúp")],
        "all_group_chats:en": [("trogiup", "Help")],
    }


async def test_only_what_we_read_is_asked_for(api, shelf):
    async with connected(api, shelf):
        await api.called("getUpdates")

    wanted = ["message", "edited_message", "callback_query", "my_chat_member"]
    assert api.updates.allowed == wanted


async def test_receiving_without_a_store_is_refused():
    channel = Telegram(TOKEN)
    with pytest.raises(RuntimeError, match="without a store"):
        await channel.start()
    await channel.close()


# The webhook


@pytest.fixture
async def hooked(api, shelf):
    """A channel that is posted to, and the address it is posted to."""
    app = Starlette()
    wire = Wire(app)
    url = f"http://127.0.0.1:{wire.port}"
    settings = {"mode": "webhook", "webhook_secret": SECRET, "public_url": url + "/"}
    async with connected(api, shelf, **settings) as channel:
        app.router.routes.append(channel.webhook_route())
        await wire.start()
        await api.called("setWebhook")
        yield channel, url + WEBHOOK_PATH
    await wire.stop()


async def test_a_posted_update_is_stored_before_it_is_answered(api, shelf, hooked):
    update = api.say(CHAT, "một")
    await api.confirmed(update)

    assert list(shelf.kept) == [str(update)]
    assert (shelf.woken, api.updates.webhook_answers) == (1, [200])


async def test_a_posted_update_that_is_not_stored_comes_again(api, shelf, hooked):
    shelf.failures = 2

    update = api.say(CHAT, "một")
    await api.confirmed(update)

    assert list(shelf.kept) == [str(update)]
    assert (shelf.woken, api.updates.webhook_answers) == (1, [503, 503, 200])


async def test_a_burst_posted_over_several_connections_is_stored_in_its_order(shelf, hooked):
    _, address = hooked
    async with httpx.AsyncClient(trust_env=False) as client:

        async def post(number):
            body = {"update_id": number, "message": {"text": str(number)}}
            await client.post(address, json=body, headers={HEADER: SECRET})

        await post(10)
        await asyncio.gather(*(post(number) for number in (14, 13, 11, 12)))

    assert list(shelf.kept) == ["10", "11", "12", "13", "14"]


async def test_a_posted_press_is_acknowledged(api, shelf, hooked):
    channel, _ = hooked
    update = await press(api, channel)
    await api.confirmed(update)
    await api.called("answerCallbackQuery")
    await api.changes.until(lambda: api.answers or None, 5)

    assert len(api.answers) == 1


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        pytest.param({}, b'{"update_id": 1}', 403, id="no-secret"),
        pytest.param({HEADER: b"wrong"}, b'{"update_id": 1}', 403, id="wrong-secret"),
        pytest.param({HEADER: "ăâ".encode()}, b'{"update_id": 1}', 403, id="odd-secret"),
        pytest.param({HEADER: SECRET.encode()}, b'{"update_id": 1}', 200, id="right"),
        pytest.param({HEADER: SECRET.encode()}, b"not json", 400, id="no-json"),
        pytest.param({HEADER: SECRET.encode()}, b"[1]", 400, id="no-update"),
        pytest.param({HEADER: SECRET.encode()}, b'{"update_id": "1"}', 400, id="no-number"),
        pytest.param({HEADER: SECRET.encode()}, b" " * (WEBHOOK_BYTES + 1), 413, id="too-large"),
    ],
)
async def test_only_telegram_may_post(shelf, hooked, headers, body, status):
    _, address = hooked
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(address, content=body, headers=headers)

    assert answer.status_code == status
    assert list(shelf.kept) == (["1"] if status == 200 else [])


@pytest.mark.parametrize("missing", ["webhook_secret", "public_url"])
def test_a_webhook_needs_its_secret_and_its_address(missing):
    settings: dict[str, Any] = {"webhook_secret": SECRET, "public_url": "https://example.org"}
    settings[missing] = ""
    with pytest.raises(ValueError, match="a webhook needs"):
        Telegram(TOKEN, mode="webhook", **settings)
