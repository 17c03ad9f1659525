"""What goes in and out of a conversation, the same on every channel; standard library only.

A channel (Telegram, the chat page, the tests' plain text) turns what arrives into an `Incoming`
and shows the `Message`s that an `Outgoing` is split into. Nothing else of a platform is known
outside `bot.channels`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

CHOICE_BYTES = 64
"""Longest `Choice.data` in UTF-8 bytes: Telegram's limit for callback data."""


FILE_BYTES = 20 * 1024 * 1024
"""The largest file that is taken: what Telegram lets bots fetch, and far more than any plan."""


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A photo or document that came with a message, still where its channel keeps it.

    `source` is what `Channel.fetch_file` takes, None where this channel hands over no files.
    `name` is "" where the platform gives none, `size` in bytes, None where it does not say.
    """

    source: str | None
    name: str = ""
    size: int | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a group a message belongs: in which topic of a forum, in answer to which message."""

    topic: str | None = None
    answers: str | None = None


class Turn(StrEnum):
    """What happened to us in a group."""

    CAME = "came"
    """We were added."""
    LEFT = "left"
    """We were removed."""
    MOVED = "moved"
    """The group goes on under another address (it became a supergroup)."""


@dataclass(frozen=True, slots=True)
class InGroup:
    """What is known of an `Incoming` that comes from a group; only what is meant for us comes.

    `sender` is the address of the private chat with who wrote, pressed or added us, None where
    the platform hides them (an anonymous administrator, a channel). `by_name` says that we were
    named: a bare command may be meant for another bot, an answer to our message for a colleague.
    `turn` is what happened to us, where nothing was said; `moved_to` the new address of a group
    that moved.
    """

    title: str = ""
    sender: str | None = None
    spot: Spot = Spot()
    by_name: bool = False
    turn: Turn | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message or button press from one chat.

    `chat` is the channel's own address of the chat, `name` what the platform calls its owner.
    `button` is the pressed choice's data, `message` the id of the message that carried it;
    `reply_to` is the id of the message that the text answers; where that is the person's own, its
    words are `quoted`. `numbered` says that this chat
    shows choices as numbers to answer with, because its channel has no buttons. `file` is the
    photo or document that came along; `text` is then what was written under it. `album` is the same
    for all that were sent at once, each with a message of its own. `edited` says that
    `text` takes the place of what was written before. `group` is there
    where the chat is a group; `text` is then without our own name.
    """

    channel: str
    chat: str
    name: str = ""
    text: str = ""
    button: str | None = None
    message: str | None = None
    reply_to: str | None = None
    quoted: str | None = None
    numbered: bool = False
    file: IncomingFile | None = None
    album: str | None = None
    language: str | None = None
    edited: bool = False
    group: InGroup | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the reader can pick: what it says, and what comes back when it is picked."""

    label: str
    data: str

    def __post_init__(self) -> None:
        if len(self.data.encode()) > CHOICE_BYTES:
            raise ValueError(f"choice data over {CHOICE_BYTES} bytes: {self.data!r}")


@dataclass(frozen=True, slots=True)
class RollUpPicture:
    """The roll-up of one committee as of a day, drawn in a language when it is sent."""

    committee_id: int
    as_of: date
    locale: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that we keep, by its id, under the name it is handed on with."""

    file_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one person or group, before a channel's limits are known.

    `blocks` are its paragraphs; a message too long for a channel is split between blocks only, so
    a task is one block. The first is its heading. `choices` are rows of buttons. `about` holds the
    ids of the tasks spoken of, so that an answer to the message can be understood; `indicator`
    that of the one indicator it is about. `picture` is drawn when the message is sent, `file` is
    handed on then. `replaces` is the id of the message that this one takes the place of, a list
    that was turned to its next page; a channel that cannot do that sends it as a new one. `spot` is
    where in a group it belongs. `menu` is the chat's commands with a line on each, where they are
    others than before; it goes along with the message, and again where that is tried again.
    """

    blocks: tuple[str, ...]
    choices: tuple[tuple[Choice, ...], ...] = ()
    about: tuple[int, ...] = ()
    picture: RollUpPicture | None = None
    indicator: int | None = None
    file: KeptFile | None = None
    replaces: str | None = None
    spot: Spot | None = None
    menu: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """All its paragraphs as one text."""
        return "\n".join(self.blocks)

    def to_json(self) -> dict[str, Any]:
        """A form that JSON can hold; `from_json` reads it back."""
        body: dict[str, Any] = {"blocks": list(self.blocks)}
        if self.choices:
            body["choices"] = [[[c.label, c.data] for c in row] for row in self.choices]
        if self.about:
            body["about"] = list(self.about)
        if self.picture:
            picture = self.picture
            body["picture"] = [picture.committee_id, picture.as_of.isoformat(), picture.locale]
        if self.indicator is not None:
            body["indicator"] = self.indicator
        if self.file:
            body["file"] = [self.file.file_id, self.file.name]
        if self.replaces is not None:
            body["replaces"] = self.replaces
        if self.spot is not None:
            body["spot"] = [self.spot.topic, self.spot.answers]
        if self.menu:
            body["menu"] = [list(line) for line in self.menu]
        return body

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Outgoing":
        """What `to_json` wrote."""
        picture = body.get("picture")
        return cls(
            blocks=tuple(body["blocks"]),
            choices=tuple(tuple(Choice(*c) for c in row) for row in body.get("choices", ())),
            about=tuple(body.get("about", ())),
            picture=RollUpPicture(picture[0], date.fromisoformat(picture[1]), picture[2])
            if picture
            else None,
            indicator=body.get("indicator"),
            file=KeptFile(*body["file"]) if "file" in body else None,
            replaces=body.get("replaces"),
            spot=Spot(*body["spot"]) if "spot" in body else None,
            menu=tuple((command, words) for command, words in body.get("menu", ())),
        )


@dataclass(frozen=True, slots=True)
class SentOut:
    """A file on its way to somebody: what we keep, with its bytes."""

    kept: KeptFile
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """One message as a channel shows it: within its limits, with its picture drawn (PNG)."""

    blocks: tuple[str, ...]
    choices: tuple[tuple[Choice, ...], ...] = ()
    picture: bytes | None = None
    heading: bool = False
    """The first block is a heading and may be shown so."""
    file: SentOut | None = None
    replaces: str | None = None
    """The message of this chat that it takes the place of, where the channel can do that."""
    spot: Spot | None = None
    menu: tuple[tuple[str, str], ...] = ()
    """The chat's commands from now on; empty: as before."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel can show. `text` and `caption` are in UTF-16 units, as Telegram counts."""

    text: int
    caption: int = 0
    choices: bool = True
    pictures: bool = True
    files: bool = True


class ChannelError(Exception):
    """A message could not be delivered; the subclass says what that means."""


class GoneError(ChannelError):
    """This chat cannot be reached any more (blocked, unknown chat): do not try again."""


class MovedError(ChannelError):
    """This chat goes on under another address (a group that became a supergroup)."""

    def __init__(self, reason: str, address: str) -> None:
        super().__init__(reason)
        self.address = address


class LaterError(ChannelError):
    """Try again, no sooner than `wait` from now where the platform asked for a wait."""

    def __init__(self, reason: str, wait: timedelta | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class FileTooLargeError(ChannelError):
    """The file has more than `FILE_BYTES`; nothing of it is left here."""


class Channel(Protocol):
    """One way to reach people."""

    name: str
    limits: Limits

    def read(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored update says, or None where it is nothing to us; pure, never raises."""
        ...

    async def send(self, address: str, message: Message, *, key: str) -> str:
        """Deliver one message to a chat; return the platform's id of it.

        `key` is the same for every attempt at one message: a channel that can, uses it to
        deliver once. Raises `GoneError` or `LaterError`.
        """
        ...

    async def fetch_file(self, source: str, to: Path) -> None:
        """Write a file that somebody sent to where there is none yet.

        Raises `FileTooLargeError` past `FILE_BYTES`, `GoneError` where the platform has it no
        more, `LaterError`; what was written until then stays for the caller to erase.
        """
        ...

    async def forget_file(self, source: str) -> None:
        """Erase what this channel itself keeps of a file; harmless for one that is gone."""
        ...
