"""A task given in words: who leads, who helps, what is to be done, what comes of it, by when. Pure.

"Giao Phòng Kinh tế chủ trì, phối hợp Công an xã, xây dựng CSDL đất đai, xong trước 20/12/2025".
The parts may come in any order; what the words leave open stays open, to be asked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.conversation.listening.letters import is_marked
from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.office.order_agencies import Unclear, read_agencies
from bot.conversation.office.order_times import Time, find_times
from bot.conversation.office.order_wording import EDGES, official
from plans.words import clean

PRODUCT = re.compile(
    r"(?<![a-z0-9])(?:(?:san pham(?: dau ra)?|dau ra|ket qua)(?: ?: ?| (?:la|gom) )"
    r"|(?:(?<=[,;.] )|(?<=_)|(?<=_ ))san pham (?=bao cao|ke hoach|quyet dinh|cong van|to trinh|"
    r"van ban|nghi quyet|de an|danh sach|bien ban|quy che|quy dinh|chuong trinh))\s*"
)
CONTENT = re.compile(r"(?<![a-z0-9])(?:noi dung|nhiem vu|viec)(?: nhiem vu)? ?: ?")
FILLER = re.compile(
    r"^(?:(?:va|thi|de|la|hay|can|phai|thuc hien nhiem vu|chiu trach nhiem)(?= )\s*)+|"
    r"(?:(?<=\s)|^)(?:va|thi|de|la)$"
)
BARE = 4
"""Words from which on a part without any mark lacks them, though the rest has them."""


@dataclass(frozen=True, slots=True)
class Order:
    """A task as read from words; what they do not say is empty.

    `times` holds every deadline named: one is meant to be plain, two have to be asked about.
    """

    content: str = ""
    leads: tuple[int, ...] = ()
    coordinating: tuple[int, ...] = ()
    collectives: tuple[str, ...] = ()
    """Helpers named together and none by name ("các đơn vị liên quan")."""
    product: str | None = None
    times: tuple[Time, ...] = ()
    unclear_lead: Unclear | None = None
    unclear_helper: Unclear | None = None


def read_order(text: str, directory: Directory, *, today: date) -> Order:
    """What a text gives to whom; never raises, and guesses nothing that it can leave open."""
    typed = clean(text)
    flat = flatten(typed)
    mentions = directory.find(typed)
    times, spans = find_times(typed, flat, [mention.start for mention in mentions], today)
    flat = _blank(flat, spans)
    agencies = read_agencies(typed, flat, mentions)
    flat = _blank(flat, agencies.spans)
    product, span = _product(typed, flat)
    flat = _blank(flat, [span] if span else [])
    return Order(
        leads=agencies.leads,
        coordinating=agencies.coordinating,
        collectives=agencies.collectives,
        unclear_lead=agencies.unclear_lead,
        unclear_helper=agencies.unclear_helper,
        content=_worded(_content(typed, flat), typed),
        product=product and _worded(product, typed),
        times=times,
    )


def _product(typed: str, flat: str) -> tuple[str | None, tuple[int, int] | None]:
    word = PRODUCT.search(flat)
    if word is None:
        return None, None
    stop = re.compile(r";|\.(?=\s|$)|_|\n|$|,(?=\s*_)").search(flat, word.end())
    end = stop.start() if stop else len(flat)
    return typed[word.end() : end].strip(EDGES) or None, (word.start(), end)


def _worded(part: str, typed: str) -> str:
    """A part in official words; one of several words without a mark was typed without marks."""
    bare = not is_marked(part) and len(part.split()) >= BARE
    return official(part, marked=is_marked(typed) and not bare)


def _content(typed: str, flat: str) -> str:
    """What is left is the work itself, as an official text would write it."""
    flat = CONTENT.sub(lambda found: "_" * len(found[0]), flat)
    pieces = []
    for kept in re.finditer(r"[^_]+", flat):
        piece = typed[kept.start() : kept.end()].strip(EDGES).removesuffix("(").strip(EDGES)
        while filler := FILLER.search(flatten(piece)):
            piece = (piece[: filler.start()] + piece[filler.end() :]).strip(EDGES)
        if piece.strip("()"):
            pieces.append(piece)
    return ", ".join(pieces)


def _blank(flat: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        flat = flat[:start] + "_" * (end - start) + flat[end:]
    return flat
