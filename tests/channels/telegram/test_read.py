"""What a stored update says: updates as Telegram's document shows them, and broken ones."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.read import read_update
from bot.ports import Incoming, IncomingFile

LAN = {"id": 7, "is_bot": False, "first_name": "Lan", "last_name": "Trần", "language_code": "vi"}
BOT = {"id": 1, "is_bot": True, "first_name": "Đôn Đốc"}
CHAT = {"id": 7, "type": "private", "first_name": "Lan"}
GROUP = {"id": -5, "type": "group", "title": "Tổ giúp việc"}
OURS = {"message_id": 40, "date": 0, "chat": CHAT, "from": BOT, "text": "Nhắc"}
THEIRS = {"message_id": 41, "date": 0, "chat": CHAT, "from": LAN, "text": "Ờ"}


def message(**fields: Any) -> dict[str, Any]:
    return {
        "update_id": 1,
        "message": {"message_id": 42, "date": 0, "chat": CHAT, "from": LAN, **fields},
    }


def edited(**fields: Any) -> dict[str, Any]:
    return {"update_id": 1, "edited_message": message(**fields)["message"]}


def press(**fields: Any) -> dict[str, Any]:
    query = {"id": "q", "from": LAN, "chat_instance": "c", "message": OURS, "data": "done:12"}
    return {"update_id": 1, "callback_query": query | fields}


def from_lan(**fields: Any) -> Incoming:
    known = {"channel": "telegram", "chat": "7", "name": "Lan Trần", "language": "vi"}
    return Incoming(**(known | fields))


@pytest.mark.parametrize(
    ("payload", "incoming"),
    [
        pytest.param(message(text="Xong #12"), from_lan(text="Xong #12"), id="text"),
        pytest.param(
            message(
                photo=[
                    {"file_id": "small", "width": 90, "height": 60, "file_size": 900},
                    {"file_id": "large", "width": 900, "height": 600, "file_size": 90_000},
                    {"file_id": "middle", "width": 320, "height": 213},
                ],
                caption="Ảnh",
            ),
            from_lan(text="Ảnh", file=IncomingFile("large", "", 90_000, "image/jpeg")),
            id="photo-in-its-largest-size",
        ),
        pytest.param(
            message(
                document={"file_id": "f", "file_name": "a.pdf", "mime_type": "application/pdf"}
            ),
            from_lan(file=IncomingFile("f", "a.pdf", None, "application/pdf")),
            id="document",
        ),
        pytest.param(message(voice={"file_id": "f"}), from_lan(), id="voice"),
        pytest.param(
            message(text="Rồi", reply_to_message=OURS),
            from_lan(text="Rồi", reply_to="40"),
            id="answer-to-us",
        ),
        pytest.param(
            message(text="Rồi", reply_to_message=THEIRS),
            from_lan(text="Rồi", reply_to="41", quoted="Ờ"),
            id="own-answer",
        ),
        pytest.param(press(), from_lan(button="done:12", message="40"), id="press"),
        pytest.param(
            press(message={"message_id": 40, "date": 0, "chat": CHAT}),
            from_lan(button="done:12", message="40"),
            id="press-under-an-old-message",
        ),
        pytest.param(
            message(text="Hi", **{"from": {"id": 7, "is_bot": False, "first_name": "Lan"}}),
            from_lan(text="Hi", name="Lan", language=None),
            id="no-language",
        ),
        pytest.param(edited(text="18 xong"), from_lan(text="18 xong", edited=True), id="edited"),
    ],
)
def test_what_a_person_says_is_read(payload, incoming):
    assert read_update(payload) == incoming


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(message(text="Chào", chat=GROUP), id="group"),
        pytest.param(message(text="Chào", **{"from": BOT}), id="bot"),
        pytest.param(message(pinned_message=OURS), id="service"),
        pytest.param(edited(text="A", chat=GROUP), id="edited-in-a-group"),
        pytest.param(edited(caption="A"), id="edited-under-a-photo"),
        pytest.param({"update_id": 1, "channel_post": message(text="A")["message"]}, id="channel"),
        pytest.param(press(**{"from": BOT}), id="press-of-a-bot"),
        pytest.param(press(data=None), id="press-without-data"),
        pytest.param({"update_id": 1, "callback_query": {"id": "q", "from": LAN}}, id="game"),
        pytest.param(message(text=5), id="text-is-a-number"),
        pytest.param({"update_id": 1}, id="empty"),
    ],
)
def test_all_else_is_nothing_to_us(payload):
    assert read_update(payload) is None


FIELDS = (
    "message edited_message callback_query my_chat_member chat from id type text photo data is_bot "
    "entities reply_to_message sender_chat migrate_to_chat_id new_chat_member status"
)
fields = st.sampled_from(FIELDS.split())
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["private", "group", "@a_bot", ""]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(fields, inner, max_size=5),
)


@given(st.dictionaries(fields, values, max_size=3))
def test_no_update_is_too_broken_to_read(payload):
    incoming = read_update(payload)

    assert incoming is None or incoming.chat
