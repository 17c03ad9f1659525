"""Rows of a ruined table mended by the sentences of the body that say the same."""

import difflib
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db.enums import DeadlineKind
from plans.agencies.spotting import spot_agencies
from plans.annexes import Row
from plans.body.prose import Saying
from plans.deadlines.read import read_deadline
from plans.mixed.costs import is_scrap, start_cost
from plans.mixed.names import is_garbled
from plans.scanned import skeleton
from plans.words import fold

ALIKE = 0.3
"""The share of a saying's word pairs that the row must have too."""
PLAIN_DATE = re.compile(
    r"(?:trong |hoan thanh )*(?:truoc )?(?:ngay |thang )?(?:\d{1,2}/)?\d{1,2}/20\d\d|thuong xuyen"
)
LONGEST_EXTRA, LONGEST_SAID = 4, 14
"""So many words that only the table, or only the prose, has are kept; more belong to another cell
or say something else."""
SOUND = re.compile(r"[a-zà-ỹ][^\W_]+[,;.]*$")
"""A word within a sentence that may stand for what is but a stain of it in the other telling."""
SAME = 0.6
"""Where so much of the two is the same, words that only the table has are of other cells."""


def mend_rows(rows: Sequence[Row], sayings: Sequence[Saying], counted_from: date) -> list[Row]:
    """Each row with what the prose says plainly and the table does not; the prose assigns no more.

    A row is mended by at most one saying, the one most alike. What it takes from the prose is
    marked as doubtful; so is a plain date of the table that the prose tells otherwise.
    """
    row_pairs = [_pairs(row.content) for row in rows]
    scored = sorted(
        (
            (len(pairs & said) / max(min(len(said), len(pairs)), 1), at, which)
            for which, said in enumerate(_pairs(saying.content) for saying in sayings)
            for at, pairs in enumerate(row_pairs)
            if pairs & said
        ),
        reverse=True,
    )
    mended = list(rows)
    taken: dict[int, int] = {}
    used: set[int] = set()
    for alike, at, which in scored:
        if alike < ALIKE or at in taken or which in used:
            continue
        taken[at] = which
        used.add(which)
    for at in range(1, len(rows) - 1):
        between = taken.get(at - 1, -9) + 1
        if at not in taken and taken.get(at + 1) == between + 1 and between not in used:
            taken[at] = between  # a row ruined throughout, told by its neighbours
            used.add(between)
    for at, which in taken.items():
        mended[at] = _mend(rows[at], sayings[which], counted_from)
    swallowed = {
        which: at
        for alike, at, which in reversed(scored)
        if alike >= ALIKE and which not in used and at in taken
    }
    numbers = {row.no for row in rows}
    for which, at in sorted(swallowed.items()):
        mended += _part_row(rows[at], at, mended, numbers, (taken[at], which), sayings)
    return sorted(mended, key=lambda row: int(row.no)) if swallowed else mended


def _part_row(
    row: Row,
    at: int,
    mended: list[Row],
    numbers: set[str],
    both: tuple[int, int],
    sayings: Sequence[Saying],
) -> list[Row]:
    """The second task of a row in which the scan ran two together, if a number beside it is free.

    Each of the two is what its own sentence says; the numbers follow the prose's order.
    """
    free = [number for number in (int(row.no) + 1, int(row.no) - 1) if str(number) not in numbers]
    if not free or free[0] < 1:
        return []
    pair = sorted((int(row.no), free[0]))
    made = [
        replace(
            row,
            no=str(number),
            content=_begin_capital(sayings[which].content),
            lead=sayings[which].lead or row.lead,
            deadline=sayings[which].deadline,
            coordinating=None,
            product=None,
            doubts=("row_from_prose",),
        )
        for number, which in zip(pair, sorted(both), strict=True)
    ]
    numbers.add(str(free[0]))
    mended[at] = made[0]
    return made[1:]


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    seen = [one for one in map(skeleton, text.split()) if len(one) > 1]
    return frozenset(itertools.pairwise(seen))


def _mend(row: Row, saying: Saying, counted_from: date) -> Row:
    lead, doubts = _mend_lead(row, saying)
    deadline, more = _mend_deadline(row, saying, counted_from)
    content, left = _mend_content(row.content, saying.content)
    return replace(
        row,
        lead=lead,
        deadline=deadline,
        content=content,
        doubts=(*row.doubts, *doubts, *more),
        left=(*row.left, *left),
        again=row.content,
    )


def _mend_lead(row: Row, saying: Saying) -> tuple[str | None, tuple[str, ...]]:
    if saying.lead is None:
        return row.lead, ()
    said = spot_agencies(saying.lead)
    read = spot_agencies(row.lead or "")
    if not said.names or _names(read.names) == _names(said.names):
        return saying.lead if said.names else row.lead, ()
    if len(read.names) == 1 and read.names[0].count(" ") > 1:
        short, whole = fold(read.names[0]), fold(said.names[0])
        if short in whole:  # the table leaves out what the prose prints in full
            return row.lead, ()
    return saying.lead, ("lead_from_prose",)


def _names(names: Sequence[str]) -> set[str]:
    return {re.sub(r" (?:tinh|xa)$", "", fold(name)) for name in names}


def _mend_deadline(
    row: Row, saying: Saying, counted_from: date
) -> tuple[str | None, tuple[str, ...]]:
    """The table's where it is plain or the only one; else what the prose says. What is waited for
    is told by its words alone: by those of the one that has more of them."""
    if saying.deadline is None:
        return row.deadline, ()
    said = read_deadline(saying.deadline, issued_on=counted_from)
    read = read_deadline(row.deadline or "", issued_on=counted_from)
    if read == said:
        waits = read.kind is DeadlineKind.CONDITIONAL
        cut = waits and len(saying.deadline.split()) > len((row.deadline or "").split())
        return saying.deadline if read.guessed or cut else row.deadline, ()
    if PLAIN_DATE.fullmatch(fold(row.deadline or "").strip(" .,;")):
        return row.deadline, ("deadline_differs",)
    return saying.deadline, ("deadline_from_prose",)


def _mend_content(printed: str, said: str) -> tuple[str, list[str]]:
    """The table's words, those of the prose where both have the same or the table is ruined; and
    the runs of the table's words that are left out."""
    ours, theirs = printed.split(), said.split()
    matcher = difflib.SequenceMatcher(
        None, [skeleton(word) for word in ours], [skeleton(word) for word in theirs], False
    )
    same = matcher.ratio() >= SAME
    words: list[str] = []
    left: list[str] = []
    for tag, i, j, k, end in matcher.get_opcodes():
        if tag in ("equal", "replace"):
            words += _tell_again(ours[i:j], theirs[k:end], first=i == 0)
        elif tag == "delete":
            kept = [word for word in ours[i:j] if not is_scrap(word)]
            between = words and not same and j < len(ours)
            if len(kept) <= LONGEST_EXTRA and (i == 0 or between):
                words += kept
            elif kept:
                left.append(" ".join(kept))
        elif end - k <= (LONGEST_SAID if words else LONGEST_EXTRA):
            words += theirs[k:end]
    return _begin_capital(" ".join(words).rstrip(" ,;")), left


def _tell_again(ours: Sequence[str], theirs: Sequence[str], *, first: bool) -> list[str]:
    """The prose's words, but the table's for one that is only a stain, and the verb of the table
    where the prose has it in the heading of its list ("..., thành lập:")."""
    if len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        return [own if is_scrap(said) and SOUND.match(own) else said for own, said in pairs]
    more = ours[: max(len(ours) - len(theirs), 0)]
    opens = first and 0 < len(more) <= LONGEST_EXTRA and start_cost(more[0]) == 0.0
    return [*more, *theirs] if opens and not any(map(is_garbled, more)) else [*theirs]


def _begin_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
