"""The chats of the bot: who is there, who has blocked it, what was said."""

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.botapi.records import Sent, User
from tests.botapi.refusals import RefusalError, bad_request, forbidden
from tests.botapi.requests import File, Params

BOT = {
    "id": 7000001,
    "is_bot": True,
    "first_name": "Đôn Đốc",
    "username": "dondoc_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


@dataclass
class Chat:
    """One chat and its messages as the Bot API shows them.

    `out` is what the bot is told where it writes and is not inside (blocked, kicked); `moved_to`
    the supergroup that the group has become. A supergroup with `topics` is a forum.
    """

    id: int
    user: User
    out: str = ""
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    title: str = "Nhóm"
    supergroup: bool = False
    topics: set[int] = field(default_factory=set)
    moved_to: int | None = None
    photos: bool = True
    """The group lets its members send photos."""
    sees_all: bool = False
    """The bot is an administrator and gets what people say to each other."""

    def to_json(self) -> dict[str, Any]:
        """https://core.telegram.org/bots/api#chat; negative ids are groups."""
        if self.supergroup:
            body = {"id": self.id, "type": "supergroup", "title": self.title}
            return body | ({"is_forum": True} if self.topics else {})
        if self.id < 0:
            everybody = not self.sees_all
            return {
                "id": self.id,
                "type": "group",
                "title": self.title,
                "all_members_are_administrators": everybody,
            }
        body = {"id": self.id, "type": "private", "first_name": self.user.first_name}
        return body | ({"last_name": self.user.last_name} if self.user.last_name else {})


class Chats:
    """Every chat, with the messages and files in them."""

    def __init__(self) -> None:
        self.known: dict[int, Chat] = {}
        self.sent: list[Sent] = []
        self.files: dict[str, tuple[str, bytes]] = {}
        self._message_ids = count(1)
        self._file_ids = count(1)

    def meet(self, chat_id: int, user: User | None = None) -> Chat:
        """The chat, opened by its person where the bot does not know it yet."""
        if chat_id not in self.known:
            self.known[chat_id] = Chat(chat_id, user or User(abs(chat_id)))
        elif user and chat_id > 0:
            self.known[chat_id].user = user
        return self.known[chat_id]

    def writable(self, params: Params) -> Chat:
        """The chat a request names, if the bot may write there."""
        name = params.text("chat_id")
        if not name:
            raise bad_request("chat_id is empty")
        chat = self.known.get(params.number("chat_id"))
        if chat is None:
            raise bad_request("chat not found")
        if chat.moved_to is not None:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusalError(400, reason, migrate_to_chat_id=chat.moved_to)
        if chat.out:
            raise forbidden(chat.out)
        return chat

    def placed(self, chat: Chat, params: Params) -> dict[str, Any]:
        """Where in a chat a message of the bot stands: its topic, the message it answers."""
        body: dict[str, Any] = {}
        if topic := params.number("message_thread_id"):
            if topic not in chat.topics:
                raise bad_request("message thread not found")
            body |= {"message_thread_id": topic, "is_topic_message": True}
        reply = params.json("reply_parameters", "can't parse reply parameters JSON object")
        if reply:
            answered = chat.messages.get(int(reply["message_id"]))
            if answered is None and not reply.get("allow_sending_without_reply"):
                raise bad_request("message to be replied not found")
            if answered is not None:
                body["reply_to_message"] = without_answer(answered)
        return body

    def message(self, chat: Chat, sender: dict[str, Any], **content: Any) -> dict[str, Any]:
        """Put a new message into a chat; returns it as the Bot API shows it."""
        message = {
            "message_id": next(self._message_ids),
            "date": int(time.time()),
            "chat": chat.to_json(),
            "from": sender,
            **content,
        }
        chat.messages[message["message_id"]] = message
        return message

    def keep_file(self, name: str, content: bytes) -> dict[str, Any]:
        """Keep a file; returns what the Bot API tells of it."""
        file_id = f"file-{next(self._file_ids)}"
        path = f"documents/{file_id}-{name}"
        self.files[file_id] = (path, content)
        return {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_size": len(content)}

    def take_file(self, what: File | str | None, missing: str) -> tuple[dict[str, Any], File]:
        """An uploaded file, kept; or a file that is sent again by its id."""
        if what is None:
            raise bad_request(f"there is no {missing} in the request")
        if isinstance(what, str):
            if what not in self.files:
                raise bad_request("wrong file identifier/HTTP URL specified")
            path, content = self.files[what]
            what = File(path.rpartition("/")[2], content, "application/octet-stream")
        if not what.content:
            raise bad_request("file must be non-empty")
        return self.keep_file(what.name, what.content), what


def without_answer(message: dict[str, Any]) -> dict[str, Any]:
    """A message as it stands within another that answers it: chains are one link long."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}
