"""The server of the tests does what Telegram does, seen through the library that the bot uses."""

import asyncio
import struct
import zlib

import httpx
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.request import HTTPXRequest

from tests.botapi import BotApi, Button, User


def make_png(width=8, height=8):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\x00" + b"\x00" * width for _ in range(height)))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def make_bot(api, token=None):
    return Bot(
        token or api.token,
        base_url=api.url + "/bot",
        base_file_url=api.url + "/file/bot",
        request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
        get_updates_request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
    )


@pytest.fixture(autouse=True)
def _waits_are_timedeltas(monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # the library warns where it is not chosen


@pytest.fixture
async def api():
    async with BotApi() as api:
        api.meet(7)
        yield api


@pytest.fixture
async def bot(api):
    async with make_bot(api) as bot:
        yield bot


def keyboard(*rows):
    return InlineKeyboardMarkup([[InlineKeyboardButton(t, callback_data=d) for t, d in rows]])


async def test_a_message_is_kept_as_its_reader_sees_it(api, bot):
    markup = keyboard(("Xong", "done:12"), ("Chưa", "later:12"))

    message = await bot.send_message(
        7, "<b>Việc &lt;12&gt;</b>\nhạn 20/12", parse_mode="HTML", reply_markup=markup
    )

    sent = await api.next(7)
    assert (sent.text, sent.message_id) == ("Việc <12>\nhạn 20/12", message.message_id)
    assert sent.html == "<b>Việc &lt;12&gt;</b>\nhạn 20/12"
    assert sent.styled("bold") == ["Việc <12>"]
    assert sent.buttons == [[Button("Xong", "done:12"), Button("Chưa", "later:12")]]
    assert message.text == sent.text


async def test_json_forms_and_query_strings_are_understood(api):
    address = f"{api.url}/bot{api.token}/sendMessage"
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.post(address, json={"chat_id": 7, "text": "một"})
        await client.post(address, data={"chat_id": "7", "text": "hai"})
        await client.post(address, files={"chat_id": (None, "7"), "text": (None, "ba")})
        await client.get(address, params={"chat_id": 7, "text": "bốn"})

    assert [sent.text for sent in api.sent] == ["một", "hai", "ba", "bốn"]


async def test_a_photo_arrives_with_its_bytes_and_caption(api, bot):
    png = make_png()

    message = await bot.send_photo(7, png, caption="<i>Tháng 11</i>", parse_mode="HTML")

    sent = await api.next(7)
    assert (sent.photo, sent.text, sent.styled("italic")) == (png, "Tháng 11", ["Tháng 11"])
    assert message.photo[-1].width == 8


async def test_a_document_arrives_with_its_name(api, bot):
    await bot.send_document(7, b"%PDF-1.7", filename="báo cáo.pdf", caption="Gửi")

    sent = await api.next(7)
    assert (sent.document, sent.file_name, sent.text) == (b"%PDF-1.7", "báo cáo.pdf", "Gửi")


@pytest.mark.parametrize(
    ("text", "mode", "reason"),
    [
        pytest.param("ă" * 4097, None, "Message is too long", id="long"),
        pytest.param("😀" * 2049, None, "Message is too long", id="long-in-utf16"),
        pytest.param(" \n ", None, "Message text is empty", id="blank"),
        pytest.param("<b></b>", "HTML", "Message text is empty", id="only-markup"),
        pytest.param("a < b", "HTML", 'unsupported start tag "" at byte offset 2', id="bare"),
        pytest.param("<b>a", "HTML", 'corresponding to start tag "b"', id="open"),
        pytest.param("<b>a</i>", "HTML", 'expected "</b>", found "</i>"', id="crossed"),
        pytest.param("a</b>", "HTML", "unexpected end tag at byte offset 1", id="end"),
        pytest.param("<p>a</p>", "HTML", 'unsupported start tag "p"', id="paragraph"),
        pytest.param("a", "Markdown2", "Unsupported parse_mode", id="mode"),
    ],
)
async def test_a_text_that_telegram_refuses_is_refused(api, bot, text, mode, reason):
    with pytest.raises(BadRequest) as refusal:
        await bot.send_message(7, text, parse_mode=mode)

    assert reason in refusal.value.message
    assert api.sent == []


async def test_the_limit_counts_what_is_seen(api, bot):
    await bot.send_message(7, "<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML")
    await bot.send_photo(7, make_png(), caption="ă" * 1024)

    assert [len(sent.text) for sent in api.sent] == [4096, 1024]
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(7, make_png(), caption="ă" * 1025)


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        pytest.param(b"not a picture", "Image_process_failed", id="no-picture"),
        pytest.param(make_png(2, 100), "Photo_invalid_dimensions", id="too-thin"),
    ],
)
async def test_a_picture_that_telegram_refuses_is_refused(bot, picture, reason):
    with pytest.raises(BadRequest, match=reason):
        await bot.send_photo(7, picture)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        pytest.param('{"inline_keyboard": [[', "can't parse reply keyboard markup", id="broken"),
        pytest.param("[]", "object expected as reply markup", id="list"),
        pytest.param('{"inline_keyboard": [{}]}', "must be an Array of Arrays", id="rows"),
        pytest.param('{"inline_keyboard": [[{"text": "a"}]]}', "Text buttons are un", id="idle"),
        pytest.param(
            '{"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}',
            "BUTTON_DATA_INVALID",
            id="empty-data",
        ),
        pytest.param(
            '{"inline_keyboard": [[{"text": "a", "callback_data": "%s"}]]}' % ("ă" * 33),
            "BUTTON_DATA_INVALID",
            id="66-bytes",
        ),
    ],
)
async def test_a_markup_that_telegram_refuses_is_refused(api, markup, reason):
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(
            f"{api.url}/bot{api.token}/sendMessage",
            data={"chat_id": 7, "text": "Chọn", "reply_markup": markup},
        )

    assert (answer.status_code, answer.json()["ok"]) == (400, False)
    assert reason in answer.json()["description"]
    assert api.sent == []


async def test_who_cannot_be_written_to_is_told_apart(api, bot):
    api.block(7)

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "Chào")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(8, "Chào")
    api.unblock(7)
    await bot.send_message(7, "Chào")

    assert [(sent.chat_id, sent.text) for sent in api.sent] == [(7, "Chào")]


async def test_a_wrong_token_and_an_unknown_method_are_refused(api):
    async with httpx.AsyncClient(trust_env=False) as client:
        wrong = await client.get(f"{api.url}/bot1:wrong/getMe")
        unknown = await client.get(f"{api.url}/bot{api.token}/sendPigeon")

    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    assert unknown.json()["error_code"] == 404
    stranger = make_bot(api, "1:wrong")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_an_edit_changes_what_is_seen_and_must_change_something(api, bot):
    message = await bot.send_message(7, "Hạn 20/12", reply_markup=keyboard(("Xong", "done:1")))

    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text(
            "Hạn 20/12", 7, message.message_id, reply_markup=keyboard(("Xong", "done:1"))
        )
    await bot.edit_message_text("Hạn 25/12", 7, message.message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(7, message.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("Hạn", 7, 999)

    assert [(s.text, s.buttons, s.edits) for s in api.sent] == [("Hạn 25/12", [], 1)]


async def test_an_update_comes_again_until_it_is_confirmed(api, bot):
    first = api.say(7, "một")
    second = api.say(7, "hai")

    before = await bot.get_updates()
    again = await bot.get_updates(offset=first)
    after = await bot.get_updates(offset=first + 1)

    assert [u.update_id for u in before] == [u.update_id for u in again] == [first, second]
    assert [u.message.text for u in after] == ["hai"]
    await api.confirmed(first)


async def test_a_long_poll_ends_with_the_first_update(api, bot):
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.called("getUpdates")

    api.say(7, "Chào", user=User(7, "Lan", "Nguyễn"))

    (update,) = await asyncio.wait_for(poll, 5)
    assert (update.message.text, update.message.from_user.full_name) == ("Chào", "Lan Nguyễn")


async def test_a_second_poll_ends_the_first(api, bot):
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await api.called("getUpdates")

    await bot.get_updates(timeout=0)

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await asyncio.wait_for(first, 5)


async def test_polling_is_refused_while_a_webhook_is_set(api, bot):
    await bot.set_webhook("https://example.org/telegram/webhook")

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()

    assert await bot.get_updates() == ()
    with pytest.raises(BadRequest, match="https url must be provided"):
        await bot.set_webhook("http://example.org/telegram/webhook")


async def test_a_webhook_gets_each_update_until_it_answers_200(api, bot):
    arrived = []

    async def answer(reader, writer):
        request = await reader.readuntil(b"\r\n\r\n")
        arrived.append(b"x-telegram-bot-api-secret-token: s3cret" in request.lower())
        status = b"200 OK" if len(arrived) > 1 else b"503 Not yet"
        writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
        update = api.say(7, "Chào")
        await api.confirmed(update)
        info = await bot.get_webhook_info()
        await bot.delete_webhook()

    assert (arrived, api.updates.webhook_answers) == ([True, True], [503, 200])
    assert (info.pending_update_count, info.last_error_message) == (
        0,
        "Wrong response from the webhook: 503",
    )


async def test_a_press_carries_the_message_and_can_be_answered_once(api, bot):
    message = await bot.send_message(7, "Xong chưa?", reply_markup=keyboard(("Xong", "done:1")))
    api.press(7, message.message_id, "done:1")

    (update,) = await bot.get_updates()
    query = update.callback_query
    await query.answer("Đã ghi")

    assert (query.data, query.message.message_id) == ("done:1", message.message_id)
    assert [a["text"] for a in api.answers] == ["Đã ghi"]
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer()
    with pytest.raises(ValueError, match="no button"):
        api.press(7, message.message_id, "done:2")


async def test_a_reply_names_the_message_it_answers(api, bot):
    message = await bot.send_message(7, "Nhắc việc")
    api.say(7, "Xong rồi", reply_to=message.message_id)

    (update,) = await bot.get_updates()

    assert update.message.reply_to_message.message_id == message.message_id
    assert update.message.reply_to_message.from_user.is_bot


async def test_a_file_that_was_sent_can_be_fetched(api, bot):
    api.send_file(7, b"%PDF-1.7", "ke-hoach.pdf", "Kế hoạch")

    (update,) = await bot.get_updates()
    file = await bot.get_file(update.message.document.file_id)

    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"
    assert (update.message.document.file_name, update.message.caption) == (
        "ke-hoach.pdf",
        "Kế hoạch",
    )
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("file-99")


async def test_commands_are_kept_by_language(api, bot):
    await bot.set_my_commands([BotCommand("viec", "Việc của tôi")])
    await bot.set_my_commands([BotCommand("viec", "My tasks")], language_code="en")

    assert api.commands == {"": [("viec", "Việc của tôi")], "en": [("viec", "My tasks")]}
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("việc", "Việc của tôi")])
    await bot.delete_my_commands(language_code="en")
    assert list(api.commands) == [""]


async def test_the_next_calls_can_be_refused(api, bot):
    api.fail("sendMessage", retry_after=7)
    api.fail("sendMessage", 500)

    with pytest.raises(RetryAfter, match="0:00:07"):
        await bot.send_message(7, "Chào")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(7, "Chào")
    await bot.send_message(7, "Chào")

    assert [call.code for call in api.calls_of("sendMessage")] == [429, 500, 200]
    assert len(api.sent) == 1


@pytest.mark.parametrize(("after", "accepted"), [(False, 0), (True, 1)], ids=["before", "after"])
async def test_the_connection_can_be_lost_before_or_after(api, bot, after, accepted):
    api.drop("sendMessage", after=after)

    with pytest.raises(NetworkError):
        await bot.send_message(7, "Chào")
    await bot.send_message(7, "Chào")

    assert len(api.sent) == accepted + 1


async def test_rates_are_limited_for_the_chat_and_for_the_bot(api, bot):
    api.limit_rates(bot=2, chat=1)
    api.meet(8)
    api.meet(9)

    await bot.send_message(7, "một")
    with pytest.raises(RetryAfter):
        await bot.send_message(7, "hai")
    await bot.send_message(8, "ba")
    with pytest.raises(RetryAfter):
        await bot.send_message(9, "bốn")

    assert [sent.text for sent in api.sent] == ["một", "ba"]


async def test_next_gives_each_message_once_and_fails_without_one(api, bot):
    api.meet(8)
    waiting = asyncio.create_task(api.next(7))
    await bot.send_message(8, "khác")
    await bot.send_message(7, "một")
    await bot.send_message(7, "hai")

    assert (await waiting).text == "một"
    assert (await api.next(7)).text == "hai"
    with pytest.raises(AssertionError, match="nothing was sent to 7"):
        await api.next(7, seconds=0)
