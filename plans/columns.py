"""The header row of a task table: which columns it has, and where it is printed again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from plans.source import Line
from plans.words import fold


class Column(StrEnum):
    """What a column of a task table holds."""

    NO = "no"
    PARENT = "parent"
    CONTENT = "content"
    REFERENCE = "reference"
    LEAD = "lead"
    COORDINATING = "coordinating"
    PRODUCT = "product"
    MONTH = "month"
    START = "start"
    DEADLINE = "deadline"
    NOTE = "note"


NAMES = re.compile(
    r"""(?P<reference>(?<=.)\bstt\ (?:nhiem\ vu|muc))
    | (?P<no>^(?:s?tt|so\ tt|ma(?:\ nv|\ so|\ nhiem\ vu)?)\b)
    | (?P<content>ten\ (?:nhiem\ vu|cong\ viec|(?:chuong\ trinh|de\ an|du\ an)
        (?:,\ (?:de\ an|du\ an|nhiem\ vu))*)|noi\ dung(?:\ cong\ viec|\ nhiem\ vu)?|nhiem\ vu)
    | (?P<lead>\b(?:(?:co\ quan|don\ vi|bo\ phan)[a-z,/ ]{0,20}?\ ?)?
        (?:chu\ tri|chiu\ trach\ nhiem)(?:(?:,|/|\ va)\ ?phoi\ hop)?
        |\b(?:co\ quan|don\ vi|bo\ phan|nguoi)(?:,\ (?:don\ vi|ca\ nhan))?(?:\ duoc\ giao)?
        \ thuc\ hien|\bphan\ cong(?:\ thuc\ hien)?)
    | (?P<coordinating>\b(?:(?:co\ quan|don\ vi|bo\ phan)[a-z,/ ]{0,20}?\ ?)?phoi\ hop
        |\b(?:co\ quan|don\ vi|bo\ phan)\ ho\ tro\b)
    | (?P<product>(?:ket\ qua(?:,|/|\ -)?\ ?)?san\ pham|ket\ qua
        |(?<!tinh\ )hinh\ thuc(?:\ van\ ban)?)
    | (?P<start>(?:(?:thoi\ (?:gian|diem)|ngay)\ )?bat\ dau)
    | (?P<deadline>thoi\ (?:gian|han|diem)|tien\ do|\bhan\ (?:hoan\ thanh|chot)
        |(?:ngay\ )?ket\ thuc)
    | (?P<note>ghi\ chu|tinh\ (?:hinh|trang)|kinh\ phi|nguon\ von|dia\ (?:diem|ban)
        |cap\ (?:trinh|co\ tham\ quyen|ban\ hanh))""",
    re.VERBOSE,
)
"""How plans name their columns. What follows a name ("theo dõi, đánh giá") belongs to it."""

HEADER_WORDS = frozenset(
    [
        *("tt", "stt", "so", "ten", "nhiem", "vu", "noi", "dung", "cong", "viec", "tuong", "ung"),
        *("co", "quan", "don", "vi", "bo", "phan", "chu", "tri", "phoi", "hop", "theo", "doi"),
        *("danh", "gia", "tham", "muu", "thuc", "hien", "san", "pham", "dau", "ra", "ket", "qua"),
        *("can", "dat", "thoi", "gian", "han", "hoan", "thanh", "tien", "do", "ghi", "trong"),
        *("duoc", "giao", "nguoi", "ca", "nhan", "chiu", "phan"),
        *(
            "nq",
            "du",
            "kien",
            "trach",
            "chinh",
            "ho",
            "tro",
            "ma",
            "nv",
            "cap",
            "giai",
            "phap",
            "muc",
            "diem",
            "yeu",
            "cau",
        ),
        *("bat", "dau", "ket", "thuc", "chuong", "trinh", "de", "an", "hinh", "van", "ban", "hanh"),
    ]
)
"""Every word that header rows are made of, apart from what they say in brackets."""

LONGEST_HEADER = 40
"""In lines; Vĩnh Lại's header takes 21 where it is printed a word or two a line."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, and which lines of the annex are its header, at every page."""

    columns: tuple[Column, ...]
    lines: frozenset[int]


def find_header(lines: Sequence[Line]) -> Header | None:
    """The header of a task table printed cell by cell; None if the annex has none.

    Of two columns that name the task, the first is the one above it ("Nhiệm vụ" and "Nhiệm vụ
    cụ thể"). A header whose first line already holds several columns is not printed cell by cell.
    """
    starts = [at for at, line in enumerate(lines) if fold(line.text) in ("tt", "stt")]
    spans = [(start, _header_end(lines, start)) for start in starts]
    named = [_read_columns(lines[start:end]) for start, end in spans]
    columns = next((found for found in named if Column.CONTENT in found), ())
    if not ({Column.LEAD, Column.DEADLINE} & set(columns)):
        return None
    first = named.index(columns)
    words = _words(lines[slice(*spans[first])])
    printed: set[int] = set()
    for start in starts:
        printed.update(_printed_again(lines, start, words))
    return Header(columns, frozenset(printed))


def _header_end(lines: Sequence[Line], start: int) -> int:
    """Where the header's lines end: at the first that has a word no header has."""
    open_brackets = 0
    for at in range(start, min(start + LONGEST_HEADER, len(lines))):
        words = set(re.findall(r"[a-z]+", fold(lines[at].text)))
        if not open_brackets and "(" not in lines[at].text and (not words or words - HEADER_WORDS):
            return at
        open_brackets += lines[at].text.count("(") - lines[at].text.count(")")
    return min(start + LONGEST_HEADER, len(lines))


def _read_columns(lines: Sequence[Line]) -> tuple[Column, ...]:
    return name_columns(" ".join(line.text for line in lines))


def name_columns(header: str) -> tuple[Column, ...]:
    """The columns that a header's words name, in their order."""
    text = re.sub(r"\([^)]*\)", " ", fold(header))
    found = [
        Column(name.lastgroup) for name in NAMES.finditer(" ".join(text.split())) if name.lastgroup
    ]
    tasks = [at for at, column in enumerate(found) if column is Column.CONTENT]
    if len(tasks) > 1:
        found[tasks[0]] = Column.PARENT
    kept = [column for at, column in enumerate(found) if column not in found[:at]]
    return tuple(kept)


def _printed_again(lines: Sequence[Line], start: int, words: list[str]) -> range:
    """The lines from `start` that say the header's words again, as far as they do."""
    rest = list(words)
    for at in range(start, len(lines)):
        here = _words(lines[at : at + 1])
        if not here or rest[: len(here)] != here:
            return range(start, at)
        rest = rest[len(here) :]
    return range(start, len(lines))


def _words(lines: Sequence[Line]) -> list[str]:
    return fold(" ".join(line.text for line in lines)).split()
