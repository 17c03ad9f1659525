"""What the page posts, read from JSON that anybody may have written."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from bot.ports import CHOICE_BYTES, IncomingFile

TEXT_CHARACTERS = 4000
"""The longest text that is taken: a page of writing, as on the other channels."""

NAME_CHARACTERS = 120
"""Of a file's name, its ending included."""
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]{1,80}")

POST_ID_FORM = re.compile(r"[A-Za-z0-9_-]{8,64}")
LINE_ID_FORM = re.compile(r"[0-9]{1,18}")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Control characters but tab and line feed: nobody types them, and PostgreSQL refuses NUL."""


class Reason(Enum):
    """Why a post is refused."""

    UNREADABLE = auto()
    EMPTY = auto()
    TOO_LONG = auto()
    TOO_MANY = auto()
    NO_SESSION = auto()
    CHOICE_GONE = auto()
    MESSAGE_GONE = auto()
    NOT_KNOWN = auto()
    FILE_TOO_LARGE = auto()


class PostError(Exception):
    """A post is refused; nothing of it was stored. `wait`: seconds until it may come again."""

    def __init__(self, reason: Reason, wait: float = 0) -> None:
        super().__init__(reason.name)
        self.reason = reason
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Post:
    """One text, or one press of a button, as the page sent it.

    `id` is made by the page and is the same for every attempt at one post.
    """

    id: str
    text: str = ""
    reply_to: int | None = None
    button: str | None = None
    message: int | None = None
    file_name: str | None = None
    media_type: str | None = None
    file: IncomingFile | None = None
    """Set once its bytes are here."""


def read_json(raw: bytes) -> Mapping[str, Any]:
    """The object that a body holds; raises `PostError` for anything else."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise PostError(Reason.UNREADABLE) from None
    if not isinstance(body, dict):
        raise PostError(Reason.UNREADABLE)
    return body


def read_post(raw: bytes) -> Post:
    """What was posted; raises `PostError` for what is no post, empty or too long."""
    body = read_json(raw)
    post_id = body.get("id")
    if not isinstance(post_id, str) or not POST_ID_FORM.fullmatch(post_id):
        raise PostError(Reason.UNREADABLE)
    if body.get("button") is not None:
        return Post(post_id, button=_read_button(body), message=_read_line_id(body.get("message")))
    reply_to = body.get("reply_to")
    return Post(
        post_id,
        text=_read_text(body.get("text")),
        reply_to=None if reply_to is None else _read_line_id(reply_to),
    )


def read_upload(query: Mapping[str, str], media_type: str | None) -> Post:
    """The post that a file comes with, from the address it was sent to; raises `PostError`."""
    post_id = query.get("id", "")
    if not POST_ID_FORM.fullmatch(post_id):
        raise PostError(Reason.UNREADABLE)
    text = clean_text(query.get("text", ""))
    if len(text) > TEXT_CHARACTERS:
        raise PostError(Reason.TOO_LONG)
    return Post(
        post_id,
        text=text,
        file_name=file_name(query.get("name", "")),
        media_type=media_type if media_type and MEDIA_TYPE.fullmatch(media_type) else None,
    )


def file_name(said: str) -> str:
    """A name as a person may see it: without folders, on one line, its ending kept."""
    name = " ".join(clean_text(re.split(r"[/\\]", said)[-1]).split())
    stem, dot, ending = name.rpartition(".")
    short = len(ending) < NAME_CHARACTERS // 2
    room = NAME_CHARACTERS - len(ending) - 1
    return f"{stem[:room]}{dot}{ending}" if dot and short else name[:NAME_CHARACTERS]


def _read_button(body: Mapping[str, Any]) -> str:
    data = body["button"]
    if not isinstance(data, str) or len(data.encode(errors="replace")) > CHOICE_BYTES:
        raise PostError(Reason.UNREADABLE)
    return data


def _read_line_id(value: object) -> int:
    if not isinstance(value, str) or not LINE_ID_FORM.fullmatch(value):
        raise PostError(Reason.UNREADABLE)
    return int(value)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise PostError(Reason.UNREADABLE)
    text = clean_text(value)
    if not text:
        raise PostError(Reason.EMPTY)
    if len(text) > TEXT_CHARACTERS:
        raise PostError(Reason.TOO_LONG)
    return text


def clean_text(text: str) -> str:
    """The text without what cannot be stored or seen, and without space around it."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return UNSEEN.sub("", whole.replace("\r\n", "\n").replace("\r", "\n")).strip()
