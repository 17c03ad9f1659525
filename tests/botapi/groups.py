"""What happens in groups, in the updates that Telegram sends of it.

Shapes: https://core.telegram.org/bots/api#chatmemberupdated, #message; who gets which message:
https://core.telegram.org/bots/features#privacy-mode. What is sent where a group becomes a
supergroup, as seen on the real server: https://github.com/tdlib/telegram-bot-api/issues/266.
"""

import re
import time
from typing import Any

from tests.botapi.chats import BOT, Chat, Chats, without_answer
from tests.botapi.records import User
from tests.botapi.updates import Updates

ANONYMOUS = User(1087968824, "Group", language_code="", is_bot=True)
"""Who Telegram says writes, where an administrator remains anonymous: GroupAnonymousBot."""

ENTITIES = re.compile(r"(?P<bot_command>(?<!\S)/\w+(?:@\w+)?)|(?P<mention>(?<![\w@])@\w{4,32})")


class Groups:
    """Adds the bot to groups and removes it, lets people talk there, makes a supergroup of one."""

    def __init__(self, chats: Chats, updates: Updates) -> None:
        self.chats = chats
        self.updates = updates

    def add(
        self,
        chat_id: int,
        by: User,
        title: str = "Nhóm",
        *,
        supergroup: bool = False,
        topics: tuple[int, ...] = (),
    ) -> int:
        """Let somebody add the bot; returns the last update's id."""
        chat = self.chats.meet(chat_id, by)
        chat.title, chat.supergroup, chat.topics = title, supergroup or bool(topics), set(topics)
        chat.out = ""
        self._changed(chat, by, "left", "member")
        joined = {"new_chat_members": [BOT], "new_chat_member": BOT, "new_chat_participant": BOT}
        return self.updates.add("message", self.chats.message(chat, by.to_json(), **joined))

    def remove(self, chat_id: int, by: User) -> int:
        """Let an administrator remove the bot; returns the update's id."""
        chat = self.chats.known[chat_id]
        kind = "supergroup" if chat.supergroup else "group"
        chat.out = f"bot was kicked from the {kind} chat"
        return self._changed(chat, by, "member", "kicked")

    def promote(self, chat_id: int, by: User) -> int:
        """Make the bot an administrator, who gets all that is said; returns the update's id."""
        chat = self.chats.known[chat_id]
        chat.sees_all = True
        return self._changed(chat, by, "member", "administrator")

    def upgrade(self, chat_id: int, to: int, by: User) -> int:
        """Make a supergroup of a group; returns the last update's id."""
        chat = self.chats.known[chat_id]
        there = self.chats.meet(to, by)
        there.title, there.supergroup = chat.title, True
        chat.moved_to = to
        self._changed(there, by, "left", "member")
        here = self.chats.message(chat, by.to_json(), migrate_to_chat_id=to)
        self.updates.add("message", here)
        came = self.chats.message(
            there, ANONYMOUS.to_json(), sender_chat=there.to_json(), migrate_from_chat_id=chat_id
        )
        return self.updates.add("message", came)

    def say(
        self,
        chat_id: int,
        user: User,
        text: str,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
        anonymous: bool = False,
    ) -> int | None:
        """Let somebody write; returns the update's id, None where privacy mode keeps it away."""
        chat = self.chats.known[chat_id]
        content: dict[str, Any] = {"text": text}
        if entities := entities_of(text):
            content["entities"] = entities
        if reply_to is not None:
            content["reply_to_message"] = without_answer(chat.messages[reply_to])
        if topic is not None:
            content |= {"message_thread_id": topic, "is_topic_message": True}
            content.setdefault("reply_to_message", self._opening(chat, topic))
        sender = user
        if anonymous:
            sender = ANONYMOUS
            content["sender_chat"] = chat.to_json()
        message = self.chats.message(chat, sender.to_json(), **content)
        if not (chat.sees_all or self._is_for_bot(chat, message)):
            return None
        return self.updates.add("message", message)

    def _opening(self, chat: Chat, topic: int) -> dict[str, Any]:
        """The service message that opened a topic, which every message there answers."""
        return {
            "message_id": topic,
            "date": 0,
            "chat": chat.to_json(),
            "from": chat.user.to_json(),
            "message_thread_id": topic,
            "is_topic_message": True,
            "forum_topic_created": {"name": "Tiến độ", "icon_color": 7322096},
        }

    def _is_for_bot(self, chat: Chat, message: dict[str, Any]) -> bool:
        """Whether privacy mode lets a message through."""
        if message.get("reply_to_message", {}).get("from", {}).get("id") == BOT["id"]:
            return True
        for entity in message.get("entities", []):
            word = message["text"].encode("utf-16-le")
            end = 2 * (entity["offset"] + entity["length"])
            said = word[2 * entity["offset"] : end].decode("utf-16-le")
            name = said.partition("@")[2]
            if name.lower() == str(BOT["username"]).lower():
                return True
            spoke_last = [one for one in chat.messages.values() if one is not message]
            if entity["type"] == "bot_command" and not name and spoke_last:
                return bool(last_bot(spoke_last) == BOT["id"])
        return False

    def _changed(self, chat: Chat, by: User, before: str, after: str) -> int:
        body = {
            "chat": chat.to_json(),
            "from": by.to_json(),
            "date": int(time.time()),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        return self.updates.add("my_chat_member", body)


def member(status: str) -> dict[str, Any]:
    """The bot as a member of a chat: https://core.telegram.org/bots/api#chatmember."""
    body = {"user": BOT, "status": status}
    return body | ({"until_date": 0} if status == "kicked" else {})


def last_bot(messages: list[dict[str, Any]]) -> int | None:
    """The bot that wrote last: it gets commands that name no bot."""
    bots = [one["from"]["id"] for one in messages if one["from"].get("is_bot")]
    return bots[-1] if bots else None


def entities_of(text: str) -> list[dict[str, Any]]:
    """The commands and names in a text, in UTF-16 units."""
    return [
        {
            "type": found.lastgroup,
            "offset": len(text[: found.start()].encode("utf-16-le")) // 2,
            "length": len(found[0].encode("utf-16-le")) // 2,
        }
        for found in ENTITIES.finditer(text)
    ]
