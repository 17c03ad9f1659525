"""Agencies named in what people type: in full, short, without marks, or by their first words. Pure.

A text is looked at through `flatten`, which keeps every letter in its place, so that what was
found can be cut out of the words as typed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plans.agencies.keys import agency_key
from plans.words import PLAIN
from plans.words import letters as plain_letters

SHORT_HEADS = (
    ("phong", "phong|p|ben"),
    ("van phong", "van phong|vp"),
    ("cong an", "cong an|ca"),
    ("trung tam", "trung tam|tt"),
    ("ban chi huy quan su", "ban chi huy quan su|bch ?qs|bchqs|ben quan su"),
    (
        "uy ban mat tran to quoc viet nam",
        "(?:uy ban |ub ?)?(?:mat tran to quoc|mttq)(?: viet nam)?",
    ),
    ("mat tran to quoc viet nam", "(?:mat tran to quoc|mttq)(?: viet nam)?"),
)
"""How names begin, and how that is written for short; patterns over flattened text."""

SHORT_WORDS = {"ubnd": "(?:ubnd|uy ban nhan dan)", "hdnd": "(?:hdnd|hoi dong nhan dan)"}
KNOWN_BY_HEAD = ("van phong", "cong an")
"""Heads that stand for the whole name where nothing more is called by them."""
AFTER_NAME = (
    r"(?:con|dang(?! (?:uy|bo))|co|da|chua|bi|the nao|ra sao|sao|cham|vuong|tre|lam|duoc|bao|goi"
    r"|nhan|lap|chuan bi|soan|viet|gui|nop|phai|can|thi|nhe|a|nay|minh|tong hop|ra soat|hoan thanh"
    r"|thuc hien|trien khai|trong|tuan|thang|quy|nam|den|toi|khong|viec|nhiem vu|nao|gi|qua han"
    r"|sap|giao|phu trach|chu tri|tien do|cap nhat|phoi hop|ho tro|ngay|hom|ai|lan cuoi|gan day"
    r"|xong|het|va|voi|cung)"
    r"(?![a-z])"
)
"""What is said of an agency right behind its name."""
GOES_ON = rf"(?=\W*$|[,.;:?!]| (?:xa|phuong)(?![a-z])| {AFTER_NAME})"
""" "Văn phòng còn việc gì", but not "văn phòng phẩm" nor "Văn phòng Đăng ký đất đai"."""
ELSEWHERE = r"(?! (?:huyen|tinh|thanh pho|tp|trung uong|cap)(?![a-z]))"
""" "Công an huyện" is not the commune's."""
BETWEEN = r"[\W_]{1,3}(?:va[\W_]{1,3})?"
JOINS = re.compile(
    r"(?: ?, ?| (?=va |voi |cung ))(?:(?:va|voi|cung|ben) )*(?!phong |ban |van phong)"
)
"""Between a name and the next without its head: "Công an xã với kinh tế"."""
PLACE = r"(?: (?:xa|phuong)(?! hoi))?"
TO_SOMEBODY = re.compile(
    r"(?:giao|nhac|don doc|phoi hop|va|voi|cung|cho|ben|cua|sang|toi|gui|la|bao|,)[ :]*$"
)
INITIALS_ALONE = 4
"""Letters that are enough without the head of the name: "VHXH"."""
FEWEST_INITIALS = 3
"""Letters that stand for a whole name, that of the commune (xã) among them: "PTC", "CAX"."""
FEWEST_WORDS = 3
"""Words of a name that may stand for the whole of it: "phòng văn hóa"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an agency is named; several ids where the words fit several agencies."""

    start: int
    end: int
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to name an agency; what is whole goes before what is only its beginning."""

    pattern: re.Pattern[str]
    whole: bool


def flatten(text: str) -> str:
    """The text in lower case without marks, letter for letter as long as it was.

    >>> flatten("Phòng Văn hóa – Xã hội")
    'phong van hoa - xa hoi'
    """
    return "".join(letter.lower().translate(PLAIN)[:1] or " " for letter in text)


class Directory:
    """A committee's agencies by all their spellings."""

    def __init__(self, spellings: Iterable[tuple[int, str]]) -> None:
        self._ways = [(way, agency_id) for agency_id, name in spellings for way in _ways(name)]

    def find(self, text: str) -> list[Mention]:
        """Every agency named in a text, in its order; the longest names first."""
        flat = flatten(text)
        found: dict[tuple[int, int, bool], set[int]] = {}
        for way, agency_id in self._ways:
            for match in way.pattern.finditer(flat):
                if _is_whole_word(text, flat, *match.span()):
                    continue
                found.setdefault((*match.span(), way.whole), set()).add(agency_id)
        taken: list[Mention] = []
        for (start, end, _), ids in sorted(found.items(), key=lambda one: _length_first(one[0])):
            if all(end <= other.start or start >= other.end for other in taken):
                taken.append(Mention(start, end, tuple(sorted(ids))))
        taken += [one for mention in taken if (one := self._joined(flat, mention.end))]
        return sorted(dict.fromkeys(taken), key=lambda mention: mention.start)

    def _joined(self, flat: str, start: int) -> Mention | None:
        """The name without its head right behind another: "Công an xã với kinh tế"."""
        joins = JOINS.match(flat, start)
        if joins is None:
            return None
        words = f"phong {flat[joins.end() :]}"
        matches = [(way.pattern.match(words), agency_id) for way, agency_id in self._ways]
        ends = [(found.end(), agency_id) for found, agency_id in matches if found]
        end = max((end for end, _ in ends), default=0)
        ids = {agency_id for at, agency_id in ends if at == end}
        if not ids or re.match(GOES_ON, words[end:]) is None:
            return None
        return Mention(joins.end(), joins.end() + end - len("phong "), tuple(sorted(ids)))

    def blank(self, text: str) -> str:
        """The flattened text with a line in the place of every agency's name, as long as it was."""
        flat = flatten(text)
        for one in self.find(text):
            flat = flat[: one.start] + "_" * (one.end - one.start) + flat[one.end :]
        return flat

    def named_alone(self, text: str) -> tuple[int, ...]:
        """The agencies that words name which are nothing but a name: "kinh tế" is the Phòng's."""
        return self.named(text) or self.named(f"phòng {text}")

    def named(self, text: str) -> tuple[int, ...]:
        """The agencies that a text names, each once; those of a doubtful mention all together."""
        mentions = self.find(text)
        return tuple(dict.fromkeys(one for mention in mentions for one in mention.ids))


def _is_whole_word(text: str, flat: str, start: int, end: int) -> bool:
    """Whether what looks like "CA", Công an for short, is the word "cả": "tất cả", "ca xa".

    In capitals it is the agency's; in small letters only before "xã" and after what is said to
    somebody ("giao ca xa", "phối hợp ca xã"): "tình hình ca xa" asks of the whole commune.
    """
    if not re.match(r"ca\b", flat[start:end]) or text[start : start + 2] in ("CA", "Ca"):
        return False
    marked = text[start : start + 2].lower() != "ca"
    return marked or end - start == len("ca") or not TO_SOMEBODY.search(flat[:start])


def _length_first(place: tuple[int, int, bool]) -> tuple[int, bool, int]:
    start, end, whole = place
    return (start - end, not whole, start)


@lru_cache(maxsize=1024)  # a committee's names, compiled, of the committees heard from last
def _ways(name: str) -> tuple[_Way, ...]:
    return tuple(_each_way(name))


def _each_way(name: str) -> Iterable[_Way]:
    key = agency_key(name)
    words = key.split()
    if not words:
        return
    head, short = next(
        ((head, short) for head, short in SHORT_HEADS if f"{key} ".startswith(f"{head} ")),
        (words[0], re.escape(words[0])),
    )
    rest = words[len(head.split()) :]
    yield _Way(_pattern(short, _spelt(rest), PLACE if rest else PLACE + ELSEWHERE), True)
    if (printed := plain_letters(name)) != key:  # "Trung tâm VHTTTT", which the key opens
        yield _Way(_pattern(_spelt(printed.split()), "", PLACE), True)
    acronym = name.split()[-1]
    if acronym.isupper() and acronym.isalpha() and len(acronym) > INITIALS_ALONE:
        begun = plain_letters(acronym)[:INITIALS_ALONE]  # "Trung tâm VHTT"
        yield _Way(_pattern(short, rf"{begun}[a-z]?", PLACE), False)
    letters = "".join(word[0] for word in words)
    tail = "x?" if len(letters) >= FEWEST_INITIALS else "x"
    if len(letters) + len(tail) >= FEWEST_INITIALS:
        yield _Way(_pattern(letters, "", tail), True)
    if len(rest) > 1 and len(head.split()) == 1:
        initials = r"[\W_]?".join(word[0] for word in rest)
        yield _Way(_pattern(short, initials, PLACE), True)
        if len(rest) >= INITIALS_ALONE:
            yield _Way(_pattern(initials, "", ""), True)
    if head in KNOWN_BY_HEAD:
        yield _Way(_pattern(short, "", PLACE + GOES_ON), False)
    for count in range(max(FEWEST_WORDS - len(head.split()), 1), len(rest)):
        yield _Way(_pattern(short, _spelt(rest[:count]), ""), False)


def _spelt(words: Sequence[str]) -> str:
    return BETWEEN.join(SHORT_WORDS.get(word, re.escape(word)) for word in words)


def _pattern(head: str, rest: str, tail: str) -> re.Pattern[str]:
    middle = rf"(?:[^\w,;]|_){{1,3}}{rest}" if rest else ""  # "văn phòng, kinh tế" are two
    return re.compile(rf"(?<![a-z0-9])(?:{head}){middle}{tail}(?![a-z0-9])")
