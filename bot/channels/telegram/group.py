"""What of a Telegram group is meant for us, read from its updates; pure, and never raises.

A bot in privacy mode gets commands, answers to its own messages, messages that name it, and
service messages; an administrator gets everything that is said. Either way only what is plainly
meant for us is taken: https://core.telegram.org/bots/features#privacy-mode.
"""

import re
from dataclasses import dataclass

from bot.channels.telegram.fields import (
    CHANNEL,
    Object,
    file_in,
    id_in,
    is_list_of_objects,
    name_of,
    object_in,
    person_in,
    text_in,
)
from bot.ports import Incoming, InGroup, Spot, Turn

GROUPS = ("group", "supergroup")

INSIDE = ("creator", "administrator", "member")
"""Who is in a chat; "restricted" may be either: https://core.telegram.org/bots/api#chatmember."""

COMMAND = re.compile(r"/\w+(?:@(?P<name>\w+))?(?=\s|$)")
MENTION = re.compile(r"(?<![\w@./])@(?P<name>[A-Za-z]\w{3,31})\b")

FORWARDED = ("forward_origin", "forward_from", "forward_from_chat", "forward_date")
"""Fields of a message that somebody else wrote; the first is today's, the others were before it."""


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself; None for what is not known yet."""

    id: int | None = None
    name: str | None = None

    def goes_by(self, name: str) -> bool:
        """Whether a name is ours; until ours is known, any bot's, since those all end so."""
        if self.name is None:
            return name.lower().endswith("bot")
        return name.lower() == self.name.lower()


UNKNOWN = Me()
"""A bot of which nothing is known."""


def read_in_group(message: Object, me: Me) -> Incoming | None:
    """A message of a group that is meant for us, or that says where the group has moved to."""
    address, title = _group(message)
    if address is None:
        return None
    if moved := _read_move(message, address, title):
        return moved
    sender = id_in(person_in(message) or {}, "id")
    hidden = bool(object_in(message, "sender_chat"))  # a channel, or an anonymous administrator
    if message.get("is_automatic_forward") or not (sender or hidden):
        return None
    said = _meant_for_us(message, me)
    if said is None:
        return None
    text, by_name, reply_to = said
    return Incoming(
        channel=CHANNEL,
        chat=address,
        name="" if hidden else name_of(object_in(message, "from")),
        text=text,
        reply_to=reply_to,
        file=file_in(message),
        language=text_in(object_in(message, "from"), "language_code") or None,
        group=InGroup(
            title=title,
            sender=None if hidden else sender,
            spot=Spot(_topic(message), id_in(message, "message_id")),
            by_name=by_name,
        ),
    )


def read_press_in_group(press: Object) -> Incoming | None:
    """A button pressed under a message of ours in a group, by anybody there."""
    message, data = object_in(press, "message"), press.get("data")
    address, title = _group(message)
    person = person_in(press)
    if address is None or person is None or not isinstance(data, str):
        return None
    return Incoming(
        channel=CHANNEL,
        chat=address,
        name=name_of(person),
        button=data,
        message=id_in(message, "message_id"),
        language=text_in(person, "language_code") or None,
        group=InGroup(
            title=title,
            sender=id_in(person, "id"),
            spot=Spot(_topic(message)),
            by_name=True,
        ),
    )


def read_turn(change: Object) -> Incoming | None:
    """That we were added to a group or removed from it; None where only our rights changed."""
    address, title = _group(change)
    if address is None:
        return None
    was = _is_inside(object_in(change, "old_chat_member"))
    now = _is_inside(object_in(change, "new_chat_member"))
    if was == now:
        return None
    person = person_in(change) or {}
    turn = Turn.CAME if now else Turn.LEFT
    return Incoming(
        channel=CHANNEL,
        chat=address,
        name=name_of(person),
        language=text_in(person, "language_code") or None,
        group=InGroup(title=title, sender=id_in(person, "id"), turn=turn),
    )


def _read_move(message: Object, address: str, title: str) -> Incoming | None:
    """Both chats say so, each in a message of its own; they are read alike."""
    before, after = address, id_in(message, "migrate_to_chat_id")
    if from_there := id_in(message, "migrate_from_chat_id"):
        before, after = from_there, address
    if after is None:
        return None
    group = InGroup(title=title, turn=Turn.MOVED, moved_to=after)
    return Incoming(channel=CHANNEL, chat=before, group=group)


def _meant_for_us(message: Object, me: Me) -> tuple[str, bool, str | None] | None:
    """The words without our name, whether we were named, and our message that they answer."""
    if any(field in message for field in FORWARDED):
        return None
    text = text_in(message, "text") or text_in(message, "caption")
    answered = _answers_us(message, me)
    command = COMMAND.match(text)
    if command:
        name = command["name"]
        if name is not None and not me.goes_by(name):
            return None
        bare = text if name is None else text.replace(f"@{name}", "", 1)
        return bare.strip(), name is not None, answered
    names = [found["name"] for found in MENTION.finditer(text)]
    if any(me.goes_by(name) for name in names):
        bare = MENTION.sub(lambda found: "" if me.goes_by(found["name"]) else found[0], text)
        return " ".join(bare.split()).lstrip(",:; "), True, answered
    if answered is None or names or _names_somebody(message):
        return None
    return (text.strip(), False, answered) if text.strip() or file_in(message) else None


def _answers_us(message: Object, me: Me) -> str | None:
    """The id of our message that this one answers.

    In a forum every message of a topic answers the message that opened the topic.
    """
    answered = object_in(message, "reply_to_message")
    author = object_in(answered, "from")
    if "forum_topic_created" in answered or not author.get("is_bot"):
        return None
    ours = me.id is None or author.get("id") == me.id
    return id_in(answered, "message_id") if ours else None


def _names_somebody(message: Object) -> bool:
    """Whether a colleague without a user name is mentioned: colleagues talk about our message."""
    entities = message.get("entities") or message.get("caption_entities")
    return is_list_of_objects(entities) and any(
        entity.get("type") == "text_mention" for entity in entities
    )


def _topic(message: Object) -> str | None:
    """The topic of a forum; elsewhere a thread's id is that of a chain of answers."""
    return id_in(message, "message_thread_id") if message.get("is_topic_message") else None


def _group(body: Object) -> tuple[str | None, str]:
    chat = object_in(body, "chat")
    address = id_in(chat, "id") if chat.get("type") in GROUPS else None
    return address, text_in(chat, "title")


def _is_inside(member: Object) -> bool:
    status = member.get("status")
    return status in INSIDE or (status == "restricted" and member.get("is_member") is True)
