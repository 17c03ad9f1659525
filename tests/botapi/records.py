"""What a test can look at: who spoke, what was sent, which calls came."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple


@dataclass(frozen=True)
class User:
    """A person on Telegram; in a private chat the chat has the same id."""

    id: int
    first_name: str = "Lan"
    last_name: str = ""
    language_code: str = "vi"
    is_bot: bool = False

    def to_json(self) -> dict[str, Any]:
        """https://core.telegram.org/bots/api#user."""
        body: dict[str, Any] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            body["last_name"] = self.last_name
        if self.language_code:
            body["language_code"] = self.language_code
        return body


class Button(NamedTuple):
    """One button under a message; `data` is empty where it only opens a link."""

    text: str
    data: str


@dataclass
class Sent:
    """One message of the bot as its reader sees it now; an edit changes it."""

    chat_id: int
    message_id: int
    method: str
    text: str
    """What the reader sees, after the markup was read; a caption where there is a file."""
    html: str
    """The text as the bot sent it."""
    entities: list[dict[str, Any]]
    markup: dict[str, Any] | None = None
    photo: bytes | None = None
    document: bytes | None = None
    file_name: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    edits: int = 0

    @property
    def buttons(self) -> list[list[Button]]:
        """The rows of inline buttons."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [[Button(b["text"], b.get("callback_data", "")) for b in row] for row in rows]

    def styled(self, kind: str) -> list[str]:
        """The pieces of the text shown as `kind` ("bold", "italic" ...)."""
        units = self.text.encode("utf-16-le")
        return [
            units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
            for e in self.entities
            if e["type"] == kind
        ]


@dataclass
class Call:
    """One request: `code` is 200 or the refusal's, None while it waits or where it was dropped."""

    method: str
    params: dict[str, Any]
    code: int | None = None
