"""What a stored update of Telegram says: https://core.telegram.org/bots/api#update.

Pure, and never raises: an update that cannot be understood is nothing to us.
"""

from collections.abc import Mapping
from typing import Any, TypeGuard

from bot.ports import Incoming, IncomingFile

CHANNEL = "telegram"

FILES = ("document", "video")
"""Fields of a message that carry a file; photos come as a list of sizes beside them."""

WORDLESS = ("voice", "audio", "video_note", "sticker", "location", "contact", "poll", "dice")
"""Fields of a message that we cannot read; the person is told so rather than left in silence."""

Object = Mapping[str, Any]


def read_update(payload: Object) -> Incoming | None:
    """A message or a button press of a person in a private chat; None for all else.

    Edited messages, groups, channels, other bots and service messages are nothing to us.
    """
    if press := _object(payload, "callback_query"):
        return _read_press(press)
    if message := _object(payload, "message"):
        return _read_message(message)
    return None


def _read_message(message: Object) -> Incoming | None:
    chat, person = _private_chat(message), _person(message)
    text = _text(message, "text") or _text(message, "caption")
    file = _file(message)
    if chat is None or person is None:
        return None
    if not (text or file or any(message.get(kind) for kind in WORDLESS)):
        return None
    return Incoming(
        channel=CHANNEL,
        chat=chat,
        name=_name(person),
        text=text,
        reply_to=_answered(message),
        file=file,
        language=_text(person, "language_code") or None,
    )


def _read_press(press: Object) -> Incoming | None:
    message, person, data = _object(press, "message"), _person(press), press.get("data")
    chat = _private_chat(message)
    if chat is None or person is None or not isinstance(data, str):
        return None
    return Incoming(
        channel=CHANNEL,
        chat=chat,
        name=_name(person),
        button=data,
        message=_id(message, "message_id"),
        language=_text(person, "language_code") or None,
    )


def _file(message: Object) -> IncomingFile | None:
    """The document or video that came along, or the largest size of the photo."""
    photo = message.get("photo")
    sizes = [one for one in photo if _text(one, "file_id")] if _is_list_of_objects(photo) else []
    if sizes:
        largest = max(
            sizes, key=lambda one: (_number(one, "width") or 0, _number(one, "height") or 0)
        )
        return IncomingFile(largest["file_id"], "", _number(largest, "file_size"), "image/jpeg")
    for kind in FILES:
        found = _object(message, kind)
        if source := _text(found, "file_id"):
            size, media_type = _number(found, "file_size"), _text(found, "mime_type")
            return IncomingFile(source, _text(found, "file_name"), size, media_type or None)
    return None


def _private_chat(message: Object) -> str | None:
    chat = _object(message, "chat")
    return _id(chat, "id") if chat.get("type") == "private" else None


def _person(body: Object) -> Object | None:
    sender = _object(body, "from")
    return None if not sender or sender.get("is_bot") else sender


def _answered(message: Object) -> str | None:
    """The id of the bot's message that this one answers; answers to other messages do not count."""
    answered = _object(message, "reply_to_message")
    return _id(answered, "message_id") if _object(answered, "from").get("is_bot") else None


def _name(person: Object) -> str:
    return f"{_text(person, 'first_name')} {_text(person, 'last_name')}".strip()


def _object(body: Object, field: str) -> Object:
    value = body.get(field)
    return value if isinstance(value, Mapping) else {}


def _text(body: Object, field: str) -> str:
    value = body.get(field)
    return value if isinstance(value, str) else ""


def _id(body: Object, field: str) -> str | None:
    value = _number(body, field)
    return None if value is None else str(value)


def _number(body: Object, field: str) -> int | None:
    value = body.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _is_list_of_objects(value: object) -> TypeGuard[list[Object]]:
    return isinstance(value, list) and all(isinstance(one, Mapping) for one in value)
