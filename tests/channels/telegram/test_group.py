"""What of a group is read as meant for us: updates as Telegram's document shows them."""

from typing import Any

import pytest

from bot.channels.telegram.group import Me
from bot.channels.telegram.read import is_overheard, read_update
from bot.ports import Incoming, IncomingFile, InGroup, Spot, Turn
from tests.botapi.groups import ANONYMOUS

ME = Me(1, "dondoc_bot")
LAN = {"id": 7, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
BOT = {"id": 1, "is_bot": True, "first_name": "Đôn Đốc", "username": "dondoc_bot"}
OTHER_BOT = {"id": 2, "is_bot": True, "first_name": "Khác", "username": "other_bot"}
GROUP = {"id": -5, "type": "group", "title": "Tổ giúp việc"}
FORUM = {"id": -1005, "type": "supergroup", "title": "Diễn đàn", "is_forum": True}
CHANNEL = {"id": -1009, "type": "channel", "title": "Kênh"}
OURS = {"message_id": 40, "date": 0, "chat": GROUP, "from": BOT, "text": "Nhắc"}
OPENED = {"message_id": 9, "date": 0, "chat": FORUM, "from": BOT, "forum_topic_created": {}}
HERE = Spot(answers="42")


def message(text: str = "", **fields: Any) -> dict[str, Any]:
    body = {"message_id": 42, "date": 0, "chat": GROUP, "from": LAN}
    return {"update_id": 1, "message": body | ({"text": text} if text else {}) | fields}


def said(text: str, **fields: Any) -> Incoming:
    group: dict[str, Any] = {
        "title": "Tổ giúp việc",
        "sender": "7",
        "spot": HERE,
        "by_name": True,
    }
    own = {key: fields.pop(key) for key in list(fields) if key in InGroup.__slots__}
    known: dict[str, Any] = {"channel": "telegram", "chat": "-5", "name": "Lan", "language": "vi"}
    return Incoming(**(known | {"text": text, "group": InGroup(**(group | own))} | fields))


def changed(before: str, after: str, chat: Any = GROUP, **member: Any) -> dict[str, Any]:
    return {
        "update_id": 1,
        "my_chat_member": {
            "chat": chat,
            "from": LAN,
            "date": 0,
            "old_chat_member": {"user": BOT, "status": before},
            "new_chat_member": {"user": BOT, "status": after, **member},
        },
    }


def turn(**group: Any) -> Incoming:
    known: dict[str, Any] = {"title": "Tổ giúp việc", "sender": "7"} | group
    return Incoming("telegram", "-5", "Lan", language="vi", group=InGroup(**known))


@pytest.mark.parametrize(
    ("payload", "incoming"),
    [
        pytest.param(message("/tonghop"), said("/tonghop", by_name=False), id="bare-command"),
        pytest.param(
            message("/tonghop@DonDoc_Bot Phòng Kinh tế"),
            said("/tonghop Phòng Kinh tế"),
            id="command-to-us",
        ),
        pytest.param(message("@dondoc_bot 12 xong"), said("12 xong"), id="name-first"),
        pytest.param(message("12 xong nhé @dondoc_bot"), said("12 xong nhé"), id="name-last"),
        pytest.param(message("@dondoc_bot"), said(""), id="name-alone"),
        pytest.param(
            message("12 xong", reply_to_message=OURS),
            said("12 xong", reply_to="40", by_name=False),
            id="answer",
        ),
        pytest.param(
            message(
                caption="@dondoc_bot 12 xong",
                photo=[{"file_id": "f", "width": 9, "height": 9}],
            ),
            said("12 xong", file=IncomingFile("f", "", None, "image/jpeg")),
            id="photo",
        ),
        pytest.param(
            message("/tonghop", **{"from": ANONYMOUS.to_json()}, sender_chat=GROUP),
            said("/tonghop", by_name=False, sender=None, name="", language=None),
            id="anonymous-administrator",
        ),
        pytest.param(
            message(
                "@dondoc_bot #3",
                chat=FORUM,
                message_thread_id=9,
                is_topic_message=True,
                reply_to_message=OPENED,
            ),
            said("#3", chat="-1005", title="Diễn đàn", spot=Spot("9", "42")),
            id="topic",
        ),
        pytest.param(
            message("#3", message_thread_id=40, reply_to_message=OURS),
            said("#3", reply_to="40", by_name=False),
            id="chain-of-answers-is-no-topic",
        ),
        pytest.param(
            {
                "update_id": 1,
                "callback_query": {"id": "q", "from": LAN, "message": OURS, "data": "task:3"},
            },
            said("", button="task:3", message="40", spot=Spot()),
            id="press",
        ),
        pytest.param(changed("left", "member"), turn(turn=Turn.CAME), id="added"),
        pytest.param(changed("kicked", "administrator"), turn(turn=Turn.CAME), id="made-admin"),
        pytest.param(changed("member", "kicked"), turn(turn=Turn.LEFT), id="removed"),
        pytest.param(changed("administrator", "left"), turn(turn=Turn.LEFT), id="left"),
        pytest.param(
            changed("member", "restricted", is_member=False), turn(turn=Turn.LEFT), id="out"
        ),
        pytest.param(
            message(migrate_to_chat_id=-1005),
            Incoming(
                "telegram",
                "-5",
                group=InGroup("Tổ giúp việc", turn=Turn.MOVED, moved_to="-1005"),
            ),
            id="moved-said-there",
        ),
        pytest.param(
            message(migrate_from_chat_id=-5, chat=FORUM),
            Incoming(
                "telegram", "-5", group=InGroup("Diễn đàn", turn=Turn.MOVED, moved_to="-1005")
            ),
            id="moved-said-here",
        ),
    ],
)
def test_what_is_meant_for_us_is_read(payload, incoming):
    assert read_update(payload, ME) == incoming


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(message("việc 12 xong rồi"), id="between-colleagues"),
        pytest.param(message("/tonghop@other_bot"), id="another-bots-command"),
        pytest.param(message("@other_bot 12 xong"), id="another-bots-name"),
        pytest.param(message("thư: a@dondoc_bot"), id="an-address"),
        pytest.param(message("@lan_vl 12 xong chưa?", reply_to_message=OURS), id="to-a-colleague"),
        pytest.param(
            message(
                "Lan xem nhé",
                reply_to_message=OURS,
                entities=[{"type": "text_mention", "offset": 0, "length": 3, "user": LAN}],
            ),
            id="to-a-colleague-without-a-name",
        ),
        pytest.param(
            message("12 xong", reply_to_message=OURS | {"from": OTHER_BOT}), id="other-bots-message"
        ),
        pytest.param(
            message("12 xong", chat=FORUM, is_topic_message=True, reply_to_message=OPENED),
            id="first-in-a-topic",
        ),
        pytest.param(message("@dondoc_bot 12 xong", forward_origin={}), id="forwarded"),
        pytest.param(message("@dondoc_bot 12 xong", **{"from": OTHER_BOT}), id="from-a-bot"),
        pytest.param(
            message("@dondoc_bot 12", sender_chat=CHANNEL, is_automatic_forward=True),
            id="post-of-the-linked-channel",
        ),
        pytest.param(message(new_chat_members=[BOT]), id="service"),
        pytest.param(message(reply_to_message=OURS, sticker={"file_id": "s"}), id="sticker"),
        pytest.param(changed("member", "administrator"), id="only-rights"),
        pytest.param(changed("left", "member", chat=CHANNEL), id="a-channel"),
        pytest.param(
            changed("member", "kicked", chat={"id": 7, "type": "private"}), id="blocked-in-private"
        ),
    ],
)
def test_all_else_in_a_group_is_nothing_to_us(payload):
    assert read_update(payload, ME) is None


def test_before_our_name_is_known_any_bots_may_be_ours():
    assert read_update(message("/tonghop@dondoc_bot"), Me(1)) == said("/tonghop")
    assert read_update(message("/tonghop@lan_vl"), Me(1)) is None


@pytest.mark.parametrize(
    ("payload", "overheard"),
    [
        pytest.param(message("việc 12 xong rồi"), True, id="between-colleagues"),
        pytest.param(message(new_chat_title="Nhóm"), True, id="service"),
        pytest.param(
            {"update_id": 1, "edited_message": message("@dondoc_bot 12 xong")["message"]},
            True,
            id="changed",
        ),
        pytest.param(message("@dondoc_bot 12 xong"), False, id="to-us"),
        pytest.param(message(migrate_to_chat_id=-1005), False, id="moved"),
        pytest.param(message("Chào", chat={"id": 7, "type": "private"}), False, id="private"),
        pytest.param(changed("member", "kicked"), False, id="removed"),
    ],
)
def test_only_what_is_said_in_groups_to_others_is_overheard(payload, overheard):
    assert is_overheard(payload, ME) is overheard
