"""The methods of the Bot API, each as strict as Telegram: https://core.telegram.org/bots/api."""

import re
import struct
from collections.abc import Awaitable, Callable
from typing import Any

from tests.botapi.chats import BOT, Chat, Chats
from tests.botapi.faults import Rates
from tests.botapi.markup_text import parse_html, trim, utf16_length
from tests.botapi.records import Sent
from tests.botapi.refusals import RefusalError, bad_request
from tests.botapi.reply_markup import read_markup
from tests.botapi.requests import Params
from tests.botapi.updates import Updates

TEXT_UNITS = 4096
"""https://core.telegram.org/bots/api#sendmessage: 1-4096 characters after entities parsing."""

CAPTION_UNITS = 1024
"""https://core.telegram.org/bots/api#sendphoto: 0-1024 characters after entities parsing."""

ANSWER_UNITS = 200
"""https://core.telegram.org/bots/api#answercallbackquery."""

DOWNLOAD_BYTES = 20 * 1024 * 1024
"""https://core.telegram.org/bots/api#getfile."""

PHOTO_BYTES = 10 * 1024 * 1024
"""https://core.telegram.org/bots/api#sendphoto; so are the next two."""

PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
ACTIONS = {"typing", "upload_photo", "upload_document", "find_location", "choose_sticker"}
SCOPES = {"default", "chat", "all_private_chats", "all_group_chats", "all_chat_administrators"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"

Method = Callable[[Params], Awaitable[Any]]


class Methods:
    """What the bot can ask for; `table` has them by their lower-case names."""

    def __init__(self, chats: Chats, updates: Updates) -> None:
        self.chats = chats
        self.updates = updates
        self.rates: Rates | None = None
        self.queries: set[str] = set()
        self.answers: list[dict[str, str]] = []
        self.actions: list[tuple[int, str]] = []
        self.commands: dict[str, list[tuple[str, str]]] = {}
        self.table: dict[str, Method] = {
            "getme": self.get_me,
            "getupdates": updates.get,
            "setwebhook": updates.set_webhook,
            "deletewebhook": updates.delete_webhook,
            "getwebhookinfo": self.get_webhook_info,
            "sendmessage": self.send_message,
            "sendphoto": self.send_photo,
            "senddocument": self.send_document,
            "editmessagetext": self.edit_text,
            "editmessagereplymarkup": self.edit_markup,
            "answercallbackquery": self.answer_query,
            "getfile": self.get_file,
            "sendchataction": self.send_action,
            "setmycommands": self.set_commands,
            "getmycommands": self.get_commands,
            "deletemycommands": self.delete_commands,
        }

    async def get_me(self, params: Params) -> dict[str, Any]:
        return BOT

    async def get_webhook_info(self, params: Params) -> dict[str, Any]:
        return self.updates.webhook_info()

    async def send_message(self, params: Params) -> dict[str, Any]:
        chat, (text, entities), markup = self._prepare(params, "text", TEXT_UNITS)
        if not text:
            raise bad_request("message text is empty")
        body = {"text": text, **({"entities": entities} if entities else {})}
        sent = Sent(chat.id, 0, "sendMessage", text, params.text("text"), entities)
        return self._deliver(chat, sent, markup, body, params)

    async def send_photo(self, params: Params) -> dict[str, Any]:
        chat, (text, entities), markup = self._prepare(params, "caption", CAPTION_UNITS)
        if not chat.photos:
            raise bad_request("not enough rights to send photos to the chat")
        kept, file = self.chats.take_file(params.file("photo"), "photo")
        width, height = photo_size(file.content)
        photo = [kept | {"width": width, "height": height}]
        sent = Sent(chat.id, 0, "sendPhoto", text, params.text("caption"), entities)
        sent.photo, sent.file_name = file.content, file.name
        body = {"photo": photo} | caption(text, entities)
        return self._deliver(chat, sent, markup, body, params)

    async def send_document(self, params: Params) -> dict[str, Any]:
        chat, (text, entities), markup = self._prepare(params, "caption", CAPTION_UNITS)
        kept, file = self.chats.take_file(params.file("document"), "document")
        document = kept | {"file_name": file.name, "mime_type": file.mime}
        sent = Sent(chat.id, 0, "sendDocument", text, params.text("caption"), entities)
        sent.document, sent.file_name = file.content, file.name
        body = {"document": document} | caption(text, entities)
        return self._deliver(chat, sent, markup, body, params)

    async def edit_text(self, params: Params) -> dict[str, Any]:
        chat = self.chats.writable(params)
        sent, message = self._editable(chat, params)
        if "text" not in message:
            raise bad_request("there is no text in the message to edit")
        text, entities = read_text(params, "text", TEXT_UNITS)
        if not text:
            raise bad_request("message text is empty")
        markup = read_markup(params)
        if (text, entities, markup) == (sent.text, sent.entities, sent.markup):
            raise bad_request(NOT_MODIFIED)
        sent.text, sent.entities, sent.html = text, entities, params.text("text")
        message["text"] = text
        message["entities"] = entities
        return self._edited(sent, message, markup)

    async def edit_markup(self, params: Params) -> dict[str, Any]:
        chat = self.chats.writable(params)
        sent, message = self._editable(chat, params)
        markup = read_markup(params)
        if markup == sent.markup:
            raise bad_request(NOT_MODIFIED)
        return self._edited(sent, message, markup)

    async def answer_query(self, params: Params) -> bool:
        query = params.text("callback_query_id")
        if utf16_length(params.text("text")) > ANSWER_UNITS:
            raise bad_request("MESSAGE_TOO_LONG")
        if query not in self.queries:
            raise bad_request(OLD_QUERY)
        self.queries.remove(query)
        self.answers.append({"id": query, "text": params.text("text")})
        return True

    async def get_file(self, params: Params) -> dict[str, Any]:
        file_id = params.text("file_id")
        if not file_id:
            raise bad_request("file_id is empty")
        if file_id not in self.chats.files:
            raise bad_request("invalid file_id")
        path, content = self.chats.files[file_id]
        if len(content) > DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": f"u-{file_id}",
            "file_size": len(content),
            "file_path": path,
        }

    async def send_action(self, params: Params) -> bool:
        chat = self.chats.writable(params)
        action = params.text("action")
        if action not in ACTIONS:
            raise bad_request("wrong parameter action in request")
        self.actions.append((chat.id, action))
        return True

    async def set_commands(self, params: Params) -> bool:
        commands = params.json("commands", "can't parse commands JSON array")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands JSON array")
        kept = []
        for command in commands:
            name, description = command.get("command", ""), command.get("description", "")
            if not COMMAND.fullmatch(name.removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(description) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
            kept.append((name.removeprefix("/"), description))
        if len(kept) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self.commands[self._scope(params) + self._language(params)] = kept
        return True

    async def get_commands(self, params: Params) -> list[dict[str, str]]:
        kept = self.commands.get(self._scope(params) + self._language(params), [])
        return [{"command": name, "description": text} for name, text in kept]

    async def delete_commands(self, params: Params) -> bool:
        self.commands.pop(self._scope(params) + self._language(params), None)
        return True

    def _scope(self, params: Params) -> str:
        """ "" for the default, "all_group_chats:" for groups: #botcommandscope."""
        scope = params.json("scope", "can't parse BotCommandScope JSON object") or {}
        kind = scope.get("type", "default")
        if kind not in SCOPES:
            raise bad_request("unsupported type specified")
        if kind == "chat":
            return f"chat:{scope.get('chat_id')}:"
        return "" if kind == "default" else f"{kind}:"

    def _language(self, params: Params) -> str:
        code = params.text("language_code")
        if code and not re.fullmatch(r"[a-z]{2}", code):
            raise bad_request("invalid language code specified")
        return code

    def _prepare(
        self, params: Params, field: str, limit: int
    ) -> tuple[Chat, tuple[str, list[dict[str, Any]]], dict[str, Any] | None]:
        text, markup = read_text(params, field, limit), read_markup(params)
        chat = self.chats.writable(params)
        if self.rates:
            self.rates.count(chat.id)
        return chat, text, markup

    def _deliver(
        self,
        chat: Chat,
        sent: Sent,
        markup: dict[str, Any] | None,
        body: dict[str, Any],
        params: Params,
    ) -> dict[str, Any]:
        if markup and "inline_keyboard" in markup:
            body["reply_markup"] = markup
        body |= self.chats.placed(chat, params)
        message = self.chats.message(chat, BOT, **body)
        sent.message_id, sent.markup, sent.params = message["message_id"], markup, params.values
        self.chats.sent.append(sent)
        self.updates.changes.ring()
        return message

    def _editable(self, chat: Chat, params: Params) -> tuple[Sent, dict[str, Any]]:
        if self.rates:
            self.rates.count(chat.id)
        message_id = params.number("message_id")
        if not message_id:
            raise bad_request("message identifier is not specified")
        message = chat.messages.get(message_id)
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"]["id"] != BOT["id"]:
            raise bad_request("message can't be edited")
        sent = next(s for s in self.chats.sent if s.message_id == message_id)
        return sent, message

    def _edited(
        self, sent: Sent, message: dict[str, Any], markup: dict[str, Any] | None
    ) -> dict[str, Any]:
        sent.markup = markup
        sent.edits += 1
        message.pop("reply_markup", None)
        if markup:
            message["reply_markup"] = markup
        self.updates.changes.ring()
        return message


def read_text(params: Params, field: str, limit: int) -> tuple[str, list[dict[str, Any]]]:
    """The text as its reader will see it; only plain text and HTML are known here."""
    text, mode = params.text(field), params.text("parse_mode").lower()
    if mode not in ("", "html"):
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        shown, entities = parse_html(text)
    else:
        given = params.json("entities", "can't parse entities JSON array") or []
        shown, entities = trim(text, given)
    if utf16_length(shown) > limit:
        raise bad_request(
            "message is too long" if field == "text" else "message caption is too long"
        )
    return shown, entities


def caption(text: str, entities: list[dict[str, Any]]) -> dict[str, Any]:
    """The fields of a message that hold a caption, none where there is none."""
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": entities} if entities else {})}


def photo_size(content: bytes) -> tuple[int, int]:
    """Width and height; refused where Telegram takes it for no photo. JPEGs are not measured."""
    if len(content) > PHOTO_BYTES:
        raise RefusalError(413, "Request Entity Too Large")
    if content.startswith(b"\xff\xd8\xff"):
        return 800, 600
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", content[16:24])
    if not width or not height or width + height > PHOTO_SIDES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    if max(width, height) > PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return int(width), int(height)
