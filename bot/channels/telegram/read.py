"""What a stored update of Telegram says: https://core.telegram.org/bots/api#update.

Pure, and never raises: an update that cannot be understood is nothing to us.
"""

from dataclasses import replace

from bot.channels.telegram.fields import (
    CHANNEL,
    Object,
    file_in,
    id_in,
    name_of,
    object_in,
    person_in,
    text_in,
)
from bot.channels.telegram.group import (
    GROUPS,
    UNKNOWN,
    Me,
    read_in_group,
    read_press_in_group,
    read_turn,
)
from bot.ports import Incoming

WORDLESS = ("voice", "audio", "video_note", "sticker", "location", "contact", "poll", "dice")
"""Fields of a message that we cannot read; the person is told so rather than left in silence."""


def read_update(payload: Object, me: Me = UNKNOWN) -> Incoming | None:
    """A message or a press of a person, and what is meant for us in a group; None for all else.

    `me` is the bot that the update came to. What is changed in groups, channels, other bots, what
    people say to each other in a group, and service messages are nothing to us.
    """
    if press := object_in(payload, "callback_query"):
        return _read_press(press) or read_press_in_group(press)
    if message := object_in(payload, "message"):
        return _read_message(message) or read_in_group(message, me)
    if message := object_in(payload, "edited_message"):
        return _read_change(message)
    if change := object_in(payload, "my_chat_member"):
        return read_turn(change)
    return None


def is_overheard(payload: Object, me: Me) -> bool:
    """Whether it was said, or changed, in a group and is not meant for us."""
    message = object_in(payload, "message") or object_in(payload, "edited_message")
    in_group = object_in(message, "chat").get("type") in GROUPS
    return in_group and read_update(payload, me) is None


def _read_message(message: Object) -> Incoming | None:
    chat, person = _private_chat(message), person_in(message)
    text = text_in(message, "text") or text_in(message, "caption")
    file = file_in(message)
    if chat is None or person is None:
        return None
    if not (text or file or any(message.get(kind) for kind in WORDLESS)):
        return None
    return Incoming(
        channel=CHANNEL,
        chat=chat,
        name=name_of(person),
        text=text,
        reply_to=id_in(object_in(message, "reply_to_message"), "message_id"),
        quoted=_quoted(message),
        file=file,
        album=text_in(message, "media_group_id") or None,
        language=text_in(person, "language_code") or None,
    )


def _read_change(message: Object) -> Incoming | None:
    """A text that its writer changed; what changed under a photo or file is nothing to us."""
    if not text_in(message, "text"):
        return None
    said = _read_message(message)
    return replace(said, edited=True, reply_to=None, quoted=None) if said else None


def _read_press(press: Object) -> Incoming | None:
    message, person, data = object_in(press, "message"), person_in(press), press.get("data")
    chat = _private_chat(message)
    if chat is None or person is None or not isinstance(data, str):
        return None
    return Incoming(
        channel=CHANNEL,
        chat=chat,
        name=name_of(person),
        button=data,
        message=id_in(message, "message_id"),
        language=text_in(person, "language_code") or None,
    )


def _private_chat(message: Object) -> str | None:
    chat = object_in(message, "chat")
    return id_in(chat, "id") if chat.get("type") == "private" else None


def _quoted(message: Object) -> str | None:
    """The words of the person's own message that this one answers; None where it is the bot's."""
    answered = object_in(message, "reply_to_message")
    if not answered or object_in(answered, "from").get("is_bot"):
        return None
    return text_in(answered, "text") or text_in(answered, "caption")
