"""Telegram's subset of HTML, read as strictly as Telegram reads it.

Rules: https://core.telegram.org/bots/api#html-style. The wording of the errors and their byte
offsets are those of TDLib (https://github.com/tdlib/td, its tests of message entities).
"""

import re
from dataclasses import dataclass
from typing import Any

from tests.botapi.refusals import RefusalError, bad_request

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(rb"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
SPACE = b" \t\r\n\v\f"
NAME_TOKEN = re.compile(rb"[A-Za-z0-9.\-]*")


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: https://core.telegram.org/api/entities#utf-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(html: str) -> tuple[str, list[dict[str, Any]]]:
    """The text without markup, and its entities; raises a 400 where Telegram would."""
    reader = _Reader(html.encode("utf-8"))
    reader.read()
    return trim("".join(reader.text), reader.entities)


def trim(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Without white space at both ends, with the entities moved along."""
    shown = text.strip()
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(shown)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        stop = min(entity["offset"] - cut + entity["length"], end)
        if stop > start:
            kept.append(entity | {"offset": start, "length": stop - start})
    return shown, sorted(kept, key=lambda e: (e["offset"], -e["length"]))


def _refused(reason: str) -> RefusalError:
    return bad_request(f"can't parse entities: {reason}")


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> None:
        while self.at < len(self.data):
            if self.data.startswith(b"</", self.at):
                self.end_tag()
            elif self.data.startswith(b"<", self.at):
                self.start_tag()
            else:
                self.characters()
        if self.open:
            tag = self.open[-1].tag
            raise _refused(f'Can\'t find end tag corresponding to start tag "{tag}"')

    def characters(self) -> None:
        stop = self.data.find(b"<", self.at)
        stop = len(self.data) if stop < 0 else stop
        piece = decode_references(self.data[self.at : stop])
        self.at = stop
        self.text.append(piece)
        self.length += utf16_length(piece)

    def start_tag(self) -> None:
        begin = self.at
        name = self.until(SPACE + b">", begin + 1)
        if self.ended():
            raise _refused(f"Unclosed start tag at byte offset {begin}")
        tag = name.decode().lower()
        if tag not in KINDS:
            raise _refused(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes = {}
        while not self.data.startswith(b">", self.at):
            self.skip_space()
            if self.data.startswith(b">", self.at):
                break
            key, value = self.attribute(tag, begin)
            attributes[key] = value
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _refused(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, attributes, self.length))

    def attribute(self, tag: str, begin: int) -> tuple[str, str]:
        key = self.until(SPACE + b"=>" if tag == "blockquote" else SPACE + b"=", self.at)
        if not key:
            raise _refused(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self.skip_space()
        if not self.data.startswith(b"=", self.at):
            if tag == "blockquote" and key.lower() == b"expandable":
                return "expandable", ""
            raise _refused(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
                f" at byte offset {begin}"
            )
        self.at += 1
        self.skip_space()
        if self.ended():
            raise _refused(f'Unclosed start tag "{tag}" at byte offset {begin}')
        return key.decode().lower(), self.value(begin)

    def value(self, begin: int) -> str:
        quote = self.data[self.at : self.at + 1]
        if quote not in (b'"', b"'"):
            token = NAME_TOKEN.match(self.data, self.at)
            assert token
            start, self.at = self.at, token.end()
            if self.data[self.at : self.at + 1] not in (b">", *(bytes([c]) for c in SPACE)):
                raise _refused(f"Unexpected end of name token at byte offset {start}")
            return token.group().decode().lower()
        stop = self.data.find(quote, self.at + 1)
        if stop < 0:
            raise _refused(f"Unclosed start tag at byte offset {begin}")
        raw = self.data[self.at + 1 : stop]
        self.at = stop + 1
        if self.ended():
            raise _refused(f"Unclosed start tag at byte offset {begin}")
        return decode_references(raw)

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _refused(f"Unexpected end tag at byte offset {begin}")
        name = self.until(SPACE + b">", begin + 2).decode().lower()
        self.skip_space()
        if not self.data.startswith(b">", self.at):
            raise _refused(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise _refused(
                f"Unmatched end tag at byte offset {begin}, expected"
                f' "</{opened.tag}>", found "</{name}>"'
            )
        self.close(opened)

    def close(self, opened: _Open) -> None:
        entity: dict[str, Any] = {
            "type": KINDS[opened.tag],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        match opened.tag:
            case "a":
                url = opened.attributes.get("href", "")
                if "." not in url and "://" not in url:
                    return  # Telegram drops a link to nowhere without a word
                entity["url"] = url
            case "tg-emoji":
                if not opened.attributes.get("emoji-id", "").isdecimal():
                    raise _refused("Invalid custom emoji identifier specified")
                entity["custom_emoji_id"] = opened.attributes["emoji-id"]
            case "blockquote" if "expandable" in opened.attributes:
                entity["type"] = "expandable_blockquote"
        self.entities.append(entity)

    def until(self, stops: bytes, start: int) -> bytes:
        self.at = start
        while not self.ended() and self.data[self.at] not in stops:
            self.at += 1
        return self.data[start : self.at]

    def skip_space(self) -> None:
        while not self.ended() and self.data[self.at] in SPACE:
            self.at += 1

    def ended(self) -> bool:
        return self.at >= len(self.data)


def decode_references(data: bytes) -> str:
    """Text with its references read; only four names are known, others stay as they are."""

    def read(found: re.Match[bytes]) -> bytes:
        hexadecimal, decimal, name = found.groups()
        if name:
            known = NAMED.get(name.decode().lower())
            return known.encode() if known else found.group()
        number = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if not 0 < number <= 0x10FFFF:
            return found.group()
        return chr(number).encode("utf-8", "surrogatepass")

    try:
        return REFERENCE.sub(read, data).decode("utf-8")
    except UnicodeDecodeError:
        raise bad_request(
            "can't parse entities: Text contains invalid Unicode characters after decoding HTML"
            " entities, check for unmatched surrogate code units"
        ) from None
