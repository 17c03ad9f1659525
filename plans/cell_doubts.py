"""What may be wrong with rows whose cells were told from a text's words, and doubted for it.

No border says where such a cell ends. A time's first word may have gone to the cell beside it, an
agency to the column of another, one cell to two rows; what a row says and its neighbours do not
tells of it. Nothing is doubted of tables that kept their cells.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from plans.agencies.heads import begins_agency
from plans.agencies.keys import is_collective, is_well_known
from plans.agencies.parting import split_agencies
from plans.agencies.usual import KNOWN
from plans.annexes import Row
from plans.columns import Column
from plans.words import letters
from plans.woven.words import BEGUN

TIME_BEGINS = re.compile(
    r"(?:^|.* )(?P<words>(?:[Tt]rước|[Tt]ừ|[Đđ]ến|[Cc]hậm nhất|[Ss]au|[Tt]rong)"
    r"(?: ngày| tháng| quý)?|Quý|Tháng|Năm(?: học)?)",
    re.DOTALL,
)
"""What a cell cannot end with, and the time beside it may begin with."""
DAMAGED_BEFORE = re.compile(r"(?:^|.* )(?P<words>Tr\w{1,3}c(?: ng\wy| th\wng)?)", re.DOTALL)
""" "Truc thang" of "Trước tháng 8/2025", as a scan reads it; in front of a time alone."""
BARE_TIME = re.compile(r"ngày \d|tháng \d|quý [IVX\d]|[\dIVX]")
"""How a time begins that may have lost such words."""
TIME_WITHIN = re.compile(r"\S (?:Trước|Chậm nhất|Hoàn thành|Trong)(?: |$)")
"""The first word of a time, with its capital, within a cell that is none."""
DATED = re.compile(r"\d{1,2}/(?:\d{1,2}/)?20\d\d")
Name = tuple[str, ...]
"""The words of an agency's name."""
MOST = 0.6
"""So many rows have a cell where one without it is doubtful."""
SOME = 0.3
"""So many rows say who leads and who helps where agencies that lead no other may only help."""


def doubt_cells(rows: Sequence[Row], columns: Collection[Column]) -> tuple[Row, ...]:
    """The rows, each time whole where its first words stood beside it, and with their doubts."""
    whole = [_mend_time(row) for row in rows]
    dated = _share(row.deadline is not None for row in whole)
    both = _share(bool(row.lead and row.coordinating) for row in whole)
    two = {Column.LEAD, Column.COORDINATING} <= set(columns)
    helped = two and both >= MOST
    leads = _named([replace(row, coordinating=None) for row in whole if row.coordinating])
    timed = Column.DEADLINE in columns
    named = _named(whole)
    return tuple(
        replace(
            row,
            doubts=tuple(
                dict.fromkeys(
                    [
                        *row.doubts,
                        *_agency_doubts(row, named, helped=helped),
                        *(["lead_unsure"] if two and both >= SOME and _helps(row, leads) else []),
                        *_time_doubts(row, timed=timed, dated=dated > 0),
                    ]
                )
            ),
        )
        for row in whole
    )


def doubt_names(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, those doubted whose agencies stop half-way, go on with another one's name or lack
    words within."""
    named = _named(rows)
    return tuple(
        replace(row, doubts=(*row.doubts, *found))
        if (
            found := [
                doubt
                for doubt in _agency_doubts(row, named, helped=False)
                if doubt not in row.doubts
            ]
        )
        else row
        for row in rows
    )


def fill_down(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, one without a lead with that of the row above in its group, and with its time if
    it has none either: they stand in cells merged over several rows, which a text does not show.

    What is taken from above is doubted. Where most rows have no lead none was left out.
    """
    if _share(row.lead is not None for row in rows) <= 1 - MOST:
        return tuple(rows)
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else row
        merged = row.lead is None and above.lead is not None and bool(row.content)
        if merged and (row.group, row.group_title) == (above.group, above.group_title):
            lacks = row.deadline is None and above.deadline is not None
            row = replace(
                row,
                lead=above.lead,
                deadline=above.deadline if lacks else row.deadline,
                doubts=(*row.doubts, "lead_unsure", *(["deadline_guessed"] if lacks else [])),
            )
        found.append(row)
    return tuple(found)


def doubt_times(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, one without a time doubted where most have one: the cell may be merged with that
    above or below it."""
    if _share(row.deadline is not None for row in rows) < MOST:
        return tuple(rows)
    return tuple(
        replace(row, doubts=(*row.doubts, "deadline_unreadable"))
        if row.deadline is None and row.content
        else row
        for row in rows
    )


def _share(found: Iterable[bool]) -> float:
    told = list(found)
    return sum(told) / len(told) if told else 0.0


def _mend_time(row: Row) -> Row:
    """The row with the words before its time that another cell ends with: "Công an xã Trước"."""
    if not row.deadline or not BARE_TIME.match(row.deadline):
        return row
    for field in ("coordinating", "lead", "product", "content"):
        found = TIME_BEGINS.fullmatch(getattr(row, field) or "")
        if found is not None:
            rest = (getattr(row, field) or "")[: found.start("words")].strip(" ,;")
            time = f"{found['words']} {row.deadline}"
            mended = replace(row, deadline=time)
            return _with_cell(mended, field, rest)
        before = DAMAGED_BEFORE.fullmatch(getattr(row, field) or "")
        if before is not None and re.search(r"\d/20\d\d$", row.deadline):
            rest = (getattr(row, field) or "")[: before.start("words")].strip(" ,;")
            unit = {"n": " ngày", "t": " tháng"}.get(before["words"].partition(" ")[2][:1], "")
            doubts = (*row.doubts, "deadline_guessed")
            mended = replace(row, deadline=f"Trước{unit} {row.deadline}", doubts=doubts)
            return _with_cell(mended, field, rest)
    return row


def _with_cell(row: Row, field: str, said: str) -> Row:
    match field:
        case "coordinating":
            return replace(row, coordinating=said or None)
        case "lead":
            return replace(row, lead=said or None)
        case "product":
            return replace(row, product=said or None)
        case _:
            return replace(row, content=said)


def _named(rows: Sequence[Row]) -> frozenset[Name]:
    """The words of each agency that the rows name."""
    cells = {cell for row in rows for cell in (row.lead, row.coordinating) if cell}
    return frozenset(_words_of(name) for cell in cells for name in split_agencies(cell))


def _words_of(name: str) -> Name:
    return tuple(re.findall(r"\w+", name.lower()))


def _agency_doubts(row: Row, named: Collection[Name], *, helped: bool) -> Iterator[str]:
    lead, helpers = (split_agencies(cell or "") for cell in (row.lead, row.coordinating))

    def is_odd(name: str) -> bool:
        return _is_odd(name) or _lacks_words(name, named)

    if lead and (any(map(is_odd, lead)) or (helped and not helpers)):
        yield "lead_unsure"
    if any(map(is_odd, helpers)):
        yield "helpers_unsure"


def _helps(row: Row, leads: Collection[Name]) -> bool:
    """Whether the only agencies of a row lead no other: a lead that is printed once for several
    rows leaves those that help alone."""
    only = [] if row.coordinating else split_agencies(row.lead or "")
    return bool(only) and any(_words_of(name) not in leads for name in only)


def _lacks_words(name: str, named: Collection[Name]) -> bool:
    """Whether another name has words within that this one lacks: "Phòng Văn Xã hội"."""
    if letters(name) in KNOWN or is_well_known(name) or is_collective(name):
        return False
    said = _words_of(name)
    longer = (
        one
        for one in named
        if len(one) > len(said) > 2 and (one[0], one[-1]) == (said[0], said[-1])
    )
    return any(all(word in rest for word in said) for one in longer for rest in [iter(one)])


def _is_odd(name: str) -> bool:
    """Whether a name stops half-way, or goes on with another one's or with a date."""
    said = letters(name)
    if said in KNOWN or is_well_known(name) or is_collective(name):
        return False
    if said in BEGUN or re.search(r"\d|\b(?:và|của|[Cc]ác)$", name):
        return True
    if TIME_WITHIN.search(name):
        return True
    words = name.split()
    return any(
        words[at][:1].isupper()
        and begins_agency(" ".join(words[at:]))
        and letters(" ".join(words[:at])) in KNOWN
        for at in range(1, len(words))
    )


def _time_doubts(row: Row, *, timed: bool, dated: bool) -> Iterator[str]:
    cells = (row.lead, row.coordinating, row.product, row.content)
    cut = row.deadline is not None and BARE_TIME.match(row.deadline) is not None
    if cut and any(TIME_WITHIN.search(cell) for cell in cells if cell):
        yield "deadline_guessed"
    if row.deadline or not timed:
        return
    said = " ".join(filter(None, (row.lead, row.coordinating, row.product)))
    if dated or DATED.search(said):
        yield "deadline_unreadable"
