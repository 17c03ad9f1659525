"""The short names that a plan explains in a note: "Ghi chú: VHXH: Phòng Văn hóa - Xã hội"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plans.agencies.heads import begins_agency
from plans.agencies.keys import is_collective
from plans.words import clean, fold

NOTE = re.compile(
    r"[\W\d]*(?:(?:ghi chu|chu thich|giai thich|quy uoc|trong do|luu y)\b[^:]{0,40}:|\(?\*+\)?"
    r"|(?:(?:cac|danh muc|bang|tu|chu|cum tu|ky hieu|ten) )*viet tat\b)"
)
"""How such a note begins, folded."""
CLOSES = re.compile(r"(?:noi nhan|phu luc|bieu|s?tt)\b")
LONGEST_NOTE = 30
"""In lines, where each name has its own."""
SHORT = r"[A-ZĐÀ-Ỹ][\w&.-]{0,14}(?: [A-ZĐÀ-Ỹ][\w&.-]*){0,2}"
MEANS = r"\s*(?::|=|[-–]|\blà\b(?: viết tắt của)?|\bviết tắt (?:của|cho|là)\b)\s*"
PAIR = re.compile(
    rf"(?:^|[;,.:(\n]|\s[-–+•]|[*)])\s*[-–+•\"“]?\s*(?P<short>{SHORT})[\"”]?{MEANS}"
    r"(?P<name>[A-ZĐÀ-Ỹ][^;:=\n]{3,90}?)\s*"
    rf"(?=;|\.?\s*$|\.?\n|\. |[,.] ?[-–+•]?\s*{SHORT}\s*(?:[:=]|là )"
    r"|\s[-–+•]\s*[A-ZĐ&.]{2,}\s*[:=-])"
)
""" "VHXH: Phòng Văn hóa - Xã hội", with what it ends at."""
ROLE = re.compile(r"(?:ct|ph|cq\w*|dv\w*|chu tri|phoi hop)$")
PARTS = re.compile(r"[^;,/+\n]+")


def read_short_names(lines: Sequence[str]) -> dict[str, str]:
    """The agency that each short name stands for, where a note of the plan says so.

    >>> read_short_names(["Ghi chú: KT: Phòng Kinh tế; CAX: Công an", "xã."])
    {'KT': 'Phòng Kinh tế', 'CAX': 'Công an xã'}
    """
    found: dict[str, str] = {}
    for at, line in enumerate(lines):
        if not NOTE.match(fold(line)):
            continue
        for pair in PAIR.finditer(_note(lines, at)):
            short, name = pair["short"].strip(" ."), clean(pair["name"]).strip(" .,")
            if _is_short(short, name):
                found.setdefault(short, name)
    return found


def open_short_names(cell: str, names: Mapping[str, str]) -> str:
    """The cell with each agency that stands there by its short name alone written out.

    >>> open_short_names("VP; KT, Công an xã", {"KT": "Phòng Kinh tế"})
    'VP; Phòng Kinh tế, Công an xã'
    """
    return PARTS.sub(lambda part: _opened(part[0], names), cell) if names else cell


def _opened(part: str, names: Mapping[str, str]) -> str:
    word = part.strip(" .")
    return part.replace(word, names[word]) if word in names else part


def _note(lines: Sequence[str], at: int) -> str:
    """The lines of the note: one that begins with a small letter or goes on within a name is
    joined to the line above it."""
    return "".join(_joined(lines[at : at + LONGEST_NOTE]))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number and CLOSES.match(fold(line)):
            return
        begins = number and (not line or re.match(r"[-–+•*\d]|[A-ZĐ&.]{2,}\s*[:=-]", line))
        yield ("\n" if begins else " ") + line


def _is_short(short: str, name: str) -> bool:
    capitals = sum(letter.isupper() for letter in short)
    shorter = capitals >= 2 and len(short) < len(name) and not ROLE.match(fold(short))
    return shorter and (begins_agency(name) or is_collective(name))
