"""One row of an indicator table as read, whichever way the table was printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from plans.indicators.targets import Target, read_target
from plans.indicators.usual import mend_by_usual, recognise_indicator
from plans.indicators.words import CAPTION
from plans.restore import Restored, restore_text
from plans.restore.phrase import fill_ruined
from plans.source import Line
from plans.words import fold

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SHARE = re.compile(r"t[yi¥]\W{0,3} ?[1il]\S{0,2}\b|tyle|tile|ty le|ti le")
"""How the name of a share begins, folded: "Tỷ lệ ..." is counted in per cent."""
FIGURE_WORDS = 3
"""A target with more words than these beside its figure is shown restored."""


@dataclass(slots=True)
class Cells:
    """The cells of one row; `targets` are one for each column, None for no target.

    `years_guessed`: there were fewer targets than years, and which are lost cannot be known.
    `result_pieced`: a result in words was put together from beside the name.
    """

    name: str = ""
    unit: str | None = None
    targets: tuple[str | None, ...] = ()
    lead: str | None = None
    coordinating: str | None = None
    product: str | None = None
    years_guessed: bool = False
    result_pieced: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The group in which a row stands; its number counts on where the plan's is misread."""

    source: str
    count: int = 0
    title: str = ""
    printed: str = ""

    @property
    def number(self) -> str:
        return self.printed or (ROMAN[min(self.count, len(ROMAN)) - 1] if self.count else "")

    def next(self, title: str, printed: str = "") -> "Group":
        return Group(self.source, self.count + 1, title, printed)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its group, its number and whether that is printed, its line."""

    group: Group
    no: str
    printed: bool
    line: int


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row of an indicator table, its agencies as printed."""

    source: str
    group: str
    group_title: str
    no: str
    name: str
    raw_name: str
    unit: str | None
    targets: tuple[tuple[str, Target], ...]
    lead: str | None
    coordinating: str | None
    product: str | None
    heading: bool
    line: int
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """The rows of all tables of a plan, and the lines of those tables that ended in none."""

    rows: tuple[IndicatorRow, ...]
    unread: tuple[tuple[str, tuple[Line, ...]], ...]


def make_row(
    place: Place,
    cells: Cells,
    years: tuple[str, ...],
    *,
    has_unit: bool,
    scanned: bool,
    heads: bool,
) -> IndicatorRow:
    """The row; one that `heads` the rows below and has nothing of its own is a heading.

    `has_unit`: the table has a column for it; without one the name and the targets tell.
    """
    restored = restore_text(cells.name, damaged=scanned)
    name = restored.text
    mended = mend_by_usual(name) if scanned else None
    name = mended or name
    usual = recognise_indicator(name) if scanned else None
    bare = not any(cells.targets) and cells.lead is None
    heading = bool(CAPTION.match(fold(cells.name))) or (heads and bare)
    unit = cells.unit if cells.unit or has_unit else _unit_of(cells)
    raws = _mend_index(cells) if scanned else cells.targets
    read = (_read_target(raw, unit, scanned=scanned) for raw in raws)
    targets = tuple((year, target) for year, target in zip(years, read, strict=True) if target)
    targets = () if heading else _without_lost_digit(targets) if scanned else targets
    return IndicatorRow(
        source=place.group.source,
        group=place.group.number,
        group_title=_restore(place.group.title, scanned=scanned),
        no=place.no,
        name=usual or name,
        raw_name=cells.name,
        unit=_restore(unit, scanned=scanned) if unit else None,
        targets=targets,
        lead=cells.lead,
        coordinating=cells.coordinating,
        product=_restore(cells.product, scanned=scanned) if cells.product else None,
        heading=heading,
        line=place.line,
        doubts=tuple(_doubts(place, cells, targets, _name_doubt(restored, name, usual)))
        if not heading
        else (),
    )


def year_in(text: str) -> str | None:
    """The first year of a text: "Đến năm 2030"."""
    found = re.search(r"\b20[2-5]\d\b", text)
    return found.group() if found else None


def _mend_index(cells: Cells) -> tuple[str | None, ...]:
    """The targets of an index ("Chỉ số ..."), which are parts of 1: "06" has lost its point."""
    if not fold(cells.name).startswith("chi s"):
        return cells.targets
    return tuple(raw and re.sub(r"\b0(\d)$", r"0.\1", raw) for raw in cells.targets)


def _without_lost_digit(targets: tuple[tuple[str, Target], ...]) -> tuple[tuple[str, Target], ...]:
    """The targets; a first share of "0%" from which others rise lost a digit and has no figure."""
    match targets:
        case ((year, Target(value=0, unit="%") as first), *others) if any(
            target.value for _, target in others
        ):
            return ((year, replace(first, op=None, value=None)), *others)
    return targets


def _restore(text: str, *, scanned: bool) -> str:
    return restore_text(text, damaged=scanned).text


def _read_target(raw: str | None, unit: str | None, *, scanned: bool) -> Target | None:
    """The target of a cell; one in words is shown restored where it is scanned."""
    target = read_target(raw, unit=unit, scanned=scanned) if raw else None
    if target is None or " " not in target.raw:
        return target
    if target.value is not None:
        words = sum(word.isalpha() for word in target.raw.split())
        long = scanned and words > FIGURE_WORDS
        return replace(target, raw=_restore(target.raw, scanned=scanned)) if long else target
    restored = _restore(target.raw, scanned=scanned)  # "Phén d4u dat 3%"
    restored = fill_ruined(restored) if scanned else restored
    again = read_target(restored, unit=unit, scanned=scanned) if scanned else None
    return again or replace(target, raw=restored)


def _doubts(
    place: Place, cells: Cells, targets: tuple[tuple[str, Target], ...], of_name: str | None
) -> Iterable[str]:
    if of_name:
        yield of_name
    if not place.printed:
        yield "number_missing"
    if not targets:
        yield "targets_missing"
    if any(not year for year, _ in targets):
        yield "year_missing"
    if cells.years_guessed:
        yield "years_guessed"
    if any(_is_unreadable(target) for _, target in targets):
        yield "target_unreadable"
    if cells.result_pieced:
        yield "target_pieced"
    if any(_is_mended(target) for _, target in targets):
        yield "target_mended"
    if turned := _turns(targets):
        yield turned


def _name_doubt(restored: Restored, name: str, usual: str | None) -> str | None:
    """What is doubtful of a name; words that the usual names put right are not."""
    if usual:
        return "name_guessed"
    said = set(name.split())
    left = any(said.issuperset(word.text.split()) for word in restored.doubtful)
    return "name_unsure" if left else None


def _is_unreadable(target: Target) -> bool:
    """Whether no figure and no word can be read; "X" is a mark and says all it has to."""
    silent = target.value is None and target.low is None
    return silent and target.raw.lower() != "x" and not re.search(r"[^\W\d_]{2}", target.raw)


def _is_mended(target: Target) -> bool:
    """Whether the value is none that the figures print: "290" is taken for ≥ 90."""
    printed = re.findall(r"\d+(?:[.,]\d+)*", target.raw)
    return target.value is not None and not any(
        target.value == read.value for figure in printed if (read := read_target(figure))
    )


def _turns(targets: tuple[tuple[str, Target], ...]) -> str | None:
    """Goals rise from year to year, and what is to stay below a limit falls; where they do not, a
    figure may have been misread."""
    values = [target.value for _, target in targets if target.value is not None]
    limits = bool({target.op for _, target in targets} & {"<=", "<"})
    if limits and any(later > value for value, later in pairwise(values)):
        return "targets_rise"
    falls = any(later < value for value, later in pairwise(values))
    return "targets_fall" if falls and not limits else None


def _unit_of(cells: Cells) -> str | None:
    """The unit where no column prints it: what is a share is counted in per cent."""
    printed = any("%" in raw for raw in cells.targets if raw)
    return "%" if printed or SHARE.match(fold(cells.name)) else None
