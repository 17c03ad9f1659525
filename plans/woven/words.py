"""The words of a woven table: how one follows another, and how a cell goes on with it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from plans import ditto
from plans.agencies.heads import begins_agency
from plans.agencies.keys import is_well_known
from plans.agencies.parting import split_agencies
from plans.agencies.roles import ROLE, without_roles
from plans.agencies.usual import KNOWN
from plans.cell_costs import DEADLINES_BEGIN
from plans.columns import Column
from plans.mixed.costs import DEADLINE_DATE, deadline_word_cost
from plans.restore.language import BREAK
from plans.restore.model import load_model, tokens
from plans.words import fold, letters

TIES, STRANGE = -6.0, 2.0
"""What a word gains at most by following another (natural log), and what it costs at most."""
NO_CAPITAL, NO_AGENCY, NO_DEADLINE, AGENCY_HERE, DATE_HERE = 4.0, 5.0, 6.0, 2.5, 2.5
CAPITAL_INSIDE, HEAD_INSIDE, LINE_CAPITAL = 1.0, 2.5, 0.7
"""A capital within a sentence; an agency's first word within a name; a piece that goes on so."""
SECOND_LEAD = 0.7
COUNTED, NO_TIME_WORD = 0.1, 3.0
"""A word of a deadline that is a figure; one that hardly any deadline has."""
TELLING = frozenset(
    ["thang", "quy", "nam", "ngay", "truoc", "trong", "thuong", "hang", "dinh", "cham"]
)
"""What deadlines mostly begin with, and products do not."""
CELL_WORST = 7.0
UNKNOWN, UNKNOWN_WORD, GOES_ON, USUAL_WORD, UNFINISHED = 1.0, 0.4, 2.0, 0.5, 1.5
"""An agency that is not usual, a word of it; a word behind a usual name; what each of its own
words gains; a usual name that stops half-way."""
BEGUN = frozenset(
    " ".join(words[:end])
    for name in KNOWN
    for words in [name.split()]
    for end in range(1, len(words) + 1)
)
NAMES = (Column.LEAD, Column.COORDINATING)
TIMES = (Column.START, Column.DEADLINE)
ROLE_HERE, ROLE_ELSEWHERE = -1.0, 1.5
"""What a word that says who leads and who helps gains in a cell that does, and costs elsewhere."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line with what its place in the line tells."""

    text: str
    syllables: tuple[str, ...]
    closes: bool
    capital: bool
    heads: bool
    """Whether an agency's name begins with it here."""
    timely: bool
    """Whether a deadline may begin with it."""
    bar: bool
    """Whether a border was read before it."""
    role: bool = False
    """Whether it is of those that say who leads and who helps ("chủ trì")."""
    ditto: bool = False
    """Whether it is of those that mean the cell above ("nt")."""


@lru_cache(maxsize=20_000)
def names_cost(text: str) -> float:
    """What it costs that a cell says so who leads or helps."""
    if ditto.is_ditto(text):
        return 0.0
    text = without_roles(text)
    return min(sum(_name_cost(name) for name in split_agencies(text)), CELL_WORST)


def _name_cost(name: str) -> float:
    words = letters(name).split()
    if " ".join(words) in KNOWN or is_well_known(name):
        return 0.0
    if words[:1] == ["cac"]:
        return 0.0
    if not begins_agency(name):
        return CELL_WORST
    for end in range(len(words) - 1, 1, -1):
        if " ".join(words[:end]) in KNOWN:  # "Công an tỉnh trong hoạt động"
            rest = name.split()[end - len(words) :]
            return GOES_ON * sum(word.islower() for word in rest)
    return UNKNOWN + max(len(words) - 5, 0) * UNKNOWN_WORD


@lru_cache(maxsize=20_000)
def name_on(name: str, word: Word, *, closed: bool) -> tuple[float, str]:
    """What it costs that a name goes on with the word, and how far it then is; "" for a name that
    is not usual."""
    if word.role or word.ditto:
        return ROLE_HERE if word.role else 0.0, ""
    said = f"{name} {letters(word.text)}".strip()
    if said in BEGUN:
        return -USUAL_WORD, said
    cost = UNFINISHED if name.count(" ") and name not in KNOWN else 0.0
    if name in KNOWN and not word.capital and not closed:
        return GOES_ON, name
    fresh = letters(word.text)
    if fresh in BEGUN:
        return cost, fresh
    return cost + (0.0 if word.capital else UNKNOWN_WORD), ""


def read_words(line: str) -> tuple[Word, ...]:
    """The words of a line, with the borders ("|") that stand before them."""
    return _read_words(" ".join(line.replace("|", " | ").split()))


@lru_cache(maxsize=5_000)
def _read_words(line: str) -> tuple[Word, ...]:
    found: list[Word] = []
    bar = False
    roles, dittos = _said_of_cells(line)
    for one in re.finditer(r"\S+", line):
        text, rest = one[0], line[one.start() :].split(" |")[0]
        if not re.search(r"\w", text):
            bar = bar or (text == "|" and bool(found))
            if found and text != "|":
                found[-1] = replace(found[-1], text=f"{found[-1].text} {text}")
            continue
        bare = text.strip(".,;:()“”\"'")
        first = fold(bare)
        role, again = one.start() in roles, one.start() in dittos
        found.append(
            Word(
                text,
                tuple(token for token in tokens(bare) if token != BREAK),
                text.endswith((",", ";", ".", ":", ")")) or again,
                bare[:1].isupper() or again,
                again
                or (role and bare[:1].isupper())
                or begins_agency(rest)
                or (first == "cac" and begins_agency(rest[:1].upper() + rest[1:])),
                first[:1].isdigit() or first in DEADLINES_BEGIN or again,
                bar,
                role,
                again,
            )
        )
        bar = False
    return tuple(found)


def _said_of_cells(line: str) -> tuple[set[int], set[int]]:
    """Where the words of the line begin that say who leads or helps, and those that mean the cell
    above."""
    folded = fold(line)
    if len(folded) != len(line):
        return set(), set()
    words = [word.start() for word in re.finditer(r"\S+", folded)]
    spans = [[found.span() for found in rule.finditer(folded)] for rule in (ROLE, ditto.WORDS)]
    roles, dittos = (
        {at for at in words if any(start <= at < end for start, end in found)} for found in spans
    )
    return roles, dittos


@lru_cache(maxsize=100_000)
def tie(before: str, last: str, syllables: tuple[str, ...]) -> float:
    """What it costs that the syllables follow two others; less than nothing where they often do."""
    language = load_model().language
    cost = 0.0
    for syllable in syllables:
        likelier = language.after(before, last, syllable) - language.frequency(syllable)
        cost += min(max(-likelier, TIES), STRANGE)
        before, last = last, syllable
    return cost


def inside_cost(column: Column, word: Word, *, closed: bool, breaks: bool) -> float:
    """What it costs that a cell which is begun has the word."""
    if word.role:
        return 0.0 if column in NAMES else ROLE_ELSEWHERE
    dated = bool(DEADLINE_DATE.fullmatch(word.text))
    if column in TIMES:
        counted = re.search(r"\d", word.text) or re.fullmatch(r"[IVX]+(?:[-–,][IVX]*)*", word.text)
        return COUNTED if counted else min(deadline_word_cost(word.text), NO_TIME_WORD)
    if column in NAMES:
        cost = DATE_HERE if dated else 0.0
        if word.heads and word.capital:
            cost += (SECOND_LEAD if column is Column.LEAD else 0.0) if closed else HEAD_INSIDE
        return cost
    cost = DATE_HERE / 2 if dated else 0.0
    if word.capital and not closed and not word.text.isupper():
        cost += LINE_CAPITAL if breaks else CAPITAL_INSIDE
        cost += HEAD_INSIDE if word.heads and breaks else float(word.heads or word.timely)
    return cost
