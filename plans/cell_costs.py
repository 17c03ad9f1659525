"""How unlike a column's cells a stretch of text is: the costs that `broken.table` weighs.

A cost of 0 is a cell as it should be, 1 a small oddity, 6 and more what hardly ever happens. They
are few and round on purpose: a reading should not hang on a decimal.
"""

import re
from datetime import date
from functools import lru_cache
from math import inf

from db.enums import DeadlineKind
from plans.agencies.heads import begins_agency
from plans.agencies.keys import is_collective, is_well_known
from plans.agencies.parting import split_agencies
from plans.agencies.roles import without_roles
from plans.agencies.usual import MASS, PROVINCE
from plans.columns import Column
from plans.deadlines.read import read_deadline
from plans.words import fold, letters, mend

LONGEST = {
    Column.NO: 12,
    Column.REFERENCE: 12,
    Column.LEAD: 160,
    Column.COORDINATING: 400,
    Column.PRODUCT: 240,
    Column.START: 90,
    Column.DEADLINE: 90,
    Column.NOTE: 300,
}
"""The most characters a cell of a column has; names of tasks have no limit."""

MISSING = {
    Column.NO: 1.0,
    Column.PARENT: 2.0,
    Column.CONTENT: 9.0,
    Column.REFERENCE: 1.0,
    Column.LEAD: 6.0,
    Column.COORDINATING: 2.0,
    Column.PRODUCT: 3.0,
    Column.START: 2.0,
    Column.DEADLINE: 6.0,
    Column.NOTE: 0.0,
}
"""What it costs that a row lacks the cell of a column."""

NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*(?:\.[a-zđ])?(?: ?[-–] ?\d{1,3})?[.)]?|[a-hđ][.)]")
ROMAN_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
"""What numbers a group: a roman number or a capital letter."""
DEADLINES_BEGIN = frozenset(
    [
        *(
            "thang",
            "quy",
            "nam",
            "ngay",
            "truoc",
            "trong",
            "den",
            "tu",
            "hang",
            "moi",
            "dinh",
            "vao",
        ),
        *("thuong", "lien", "cham", "muon", "tre", "khong", "hoan", "thuc", "trien", "xong", "ket"),
        *("sau", "khi", "theo", "dot", "cuoi", "dau", "giua", "giai", "nhiem", "phan", "du", "ca"),
        *("nua", "toi", "tuy", "can", "duy", "cac", "thoi", "han", "bao", "i", "ii", "iii", "iv"),
    ]
)
"""The words that deadlines begin with, if not with a figure."""
UNFINISHED_NAMES = frozenset(
    ["phong", "van phong", "so", "ban", "uy ban", "trung tam", "hoi", "tram", "truong", "vien"]
)
"""Words that begin an agency's name and are none by themselves."""
SHORTEST_NAME = 15
"""In characters; the name of a task is a sentence, a product may be one word."""
NO_DEADLINE = 7.0
USUAL_LETTERS = frozenset(map(letters, (*PROVINCE, *MASS)))
USUAL_AGENCY = 0.3
"""An office that provinces have or a mass organisation, in its full name and nothing more."""
NAMED_ELSEWHERE = 6.0
"""Words such as "Chủ trì:" in a cell of no agencies."""
UNKNOWN_AGENCY, LONGEST_UNKNOWN = 8.0, 60
"""A name that begins like no agency, and how many characters it may have."""
DATED = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING)


def cell_cost(column: Column, text: str, counted_from: date) -> float:
    """What it costs to call this text a cell of the column; infinite where it cannot be one."""
    if len(text) > LONGEST.get(column, len(text)):
        return inf
    if column is Column.NO:
        return 0.0 if NUMBER.fullmatch(text) else inf
    if column is Column.REFERENCE:
        return 0.0 if re.fullmatch(r"\d{1,3}(?:, ?\d{1,3})*", text) else inf
    if column in (Column.START, Column.DEADLINE):
        return _deadline_cost(text, counted_from)
    if column in (Column.LEAD, Column.COORDINATING):
        return _agencies_cost(text)
    if column is Column.NOTE:
        return 2.0
    short = column is not Column.PRODUCT and len(text) < SHORTEST_NAME
    return _start_cost(text) + _agency_among_words(text) + (2.0 if short else 0.0)


@lru_cache(maxsize=20_000)
def _start_cost(text: str) -> float:
    """A cell begins with a capital or a quotation, a dash row with its dash; a number is a cell."""
    if re.match(rf"(?:{NUMBER.pattern}) ", text):
        return 3.0
    first = text.removeprefix("- ")[:1]
    return 4.0 if first.islower() else 0.0


@lru_cache(maxsize=20_000)
def _agency_among_words(text: str) -> float:
    """Words that are agencies and nothing else, or say who leads and helps, belong in those
    columns."""
    if ":" in text and re.search(r"\b(?:chu tri|phoi hop) ?:", fold(text)):
        return NAMED_ELSEWHERE
    if len(text) > LONGEST[Column.LEAD] or not begins_agency(text):
        return 0.0
    names = split_agencies(text)
    return 5.0 if all(is_well_known(name) or is_collective(name) for name in names) else 0.0


@lru_cache(maxsize=20_000)
def _agencies_cost(text: str) -> float:
    if text.endswith(":"):
        return inf
    text = without_roles(text)
    if not begins_agency(text):
        return UNKNOWN_AGENCY if len(text) <= LONGEST_UNKNOWN else inf
    names = split_agencies(text)
    return sum(_agency_cost(name) for name in names) + 0.2 * (len(names) - 1)


@lru_cache(maxsize=20_000)
def is_usual_agency(text: str) -> bool:
    """Whether the text is the name of one agency that plans usually name, and nothing more."""
    return is_well_known(text) or letters(text) in USUAL_LETTERS


def _agency_cost(name: str) -> float:
    """A name that begins like an agency's may be one; the longer, the less likely."""
    if is_well_known(name):
        return 0.0
    if letters(name) in USUAL_LETTERS:
        return USUAL_AGENCY
    if is_collective(name):  # "Các đơn vị liên quan Báo cáo": the product is not of its name
        return 2.0 * len(re.findall(r" [A-ZĐ][a-zà-ỹ]|\d", name))
    if not begins_agency(name) or letters(name) in UNFINISHED_NAMES:
        return UNKNOWN_AGENCY
    return 1.2 + max(len(name.split()) - 4, 0) * 0.3


@lru_cache(maxsize=20_000)
def _deadline_cost(text: str, counted_from: date) -> float:
    """A readable deadline costs nothing; an event costs a little, since any words may follow it."""
    first = mend(fold(text).split(" ", 1)[0].strip("(,;."), DEADLINES_BEGIN)
    if not (first in DEADLINES_BEGIN or first[:1].isdigit()):
        return NO_DEADLINE
    kind = read_deadline(text, issued_on=counted_from).kind
    if kind in DATED and _agency_within(text):  # "... năm tiếp theo Phòng Kinh tế"
        return NO_DEADLINE
    if kind in DATED:
        return 0.0 if not text[:1].islower() else 2.0
    if kind is DeadlineKind.CONDITIONAL:
        return 0.5 if not text[:1].islower() else 5.0
    return 4.5 if re.search(r"\d", text) and len(text) < 40 else NO_DEADLINE


def _agency_within(text: str) -> bool:
    """Whether a well-known agency closes the text, which is then of another cell."""
    rests = (text[space.end() :] for space in re.finditer(r" (?=[A-ZĐ])", text))
    return any(begins_agency(rest) and is_well_known(rest) for rest in rests)
