"""The indicators (chỉ tiêu, mục tiêu) of a plan, read from its tables with every doubt named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plans.indicator_cells import Cells, read_cells
from plans.indicator_lines import Parts, read_parts
from plans.indicator_rows import HeadingLines, RowLines, cut_rows
from plans.indicator_tables import IndicatorTable, find_indicator_tables
from plans.scanned import is_scanned
from plans.source import Line
from plans.targets import Target, read_target
from plans.words import fold

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SHARE = re.compile(r"t[yi¥]\W{0,3} ?[1il]\S{0,2}\b|tyle|tile")
"""How the name of a share begins, folded: "Tỷ lệ ..." is counted in per cent."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row of an indicator table, its agencies as printed."""

    source: str
    group: str
    group_title: str
    no: str
    name: str
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


NO_INDICATORS = IndicatorRows((), ())


def read_indicators(lines: Sequence[Line]) -> IndicatorRows:
    """Every row of every indicator table in order."""
    scanned = is_scanned("\n".join(line.text for line in lines))
    rows: list[IndicatorRow] = []
    unread: list[tuple[str, tuple[Line, ...]]] = []
    for table in find_indicator_tables(lines, scanned=scanned):
        found, left = _read_table(table)
        rows += found
        unread.append((table.source, tuple(left)))
    return IndicatorRows(tuple(rows), tuple(unread))


def _read_table(table: IndicatorTable) -> tuple[list[IndicatorRow], list[Line]]:
    parts = _read_lines(table)
    found = _move_captions(cut_rows(parts, wanted=max(len(table.years), 1)))
    groups, group, title, year = 0, "", "", _year_in(table.title)
    rows: list[IndicatorRow] = []
    used: set[int] = set()
    for at, piece in enumerate(found):
        used.update(part.line.number for part in piece.parts)
        if isinstance(piece, HeadingLines):
            groups += 1
            group, title = ROMAN[min(groups, len(ROMAN)) - 1], _title(piece)
            year = _year_in(title) or year
        else:
            years = table.years or (year or "",)
            heads = not table.scanned and _is_number(found[at + 1 :], (piece.number[0], 1))
            rows.append(_read_row(piece, table, (group, title), years, heads=heads))
    return rows, [line for line in table.lines if line.number not in used]


def _is_number(found: Sequence[RowLines | HeadingLines], number: tuple[int, int]) -> bool:
    """Whether the next row has that number."""
    return bool(found) and isinstance(found[0], RowLines) and found[0].number == number


def _read_lines(table: IndicatorTable) -> list[Parts]:
    parts: list[Parts] = []
    for line in table.lines:
        follows_unit = bool(parts) and not parts[-1].targets and parts[-1].before.endswith("%")
        parts.append(read_parts(line, wanted=max(len(table.years), 1), follows_unit=follows_unit))
    return parts


def _move_captions(
    found: Iterable[RowLines | HeadingLines],
) -> list[RowLines | HeadingLines]:
    """A row that only heads those below has no targets: what stands in it is the next row's."""
    moved: list[RowLines | HeadingLines] = []
    waiting: tuple[Parts, ...] = ()
    for piece in found:
        if isinstance(piece, RowLines):
            piece, waiting = replace(piece, parts=(*waiting, *piece.parts)), ()
            own = next((at for at, part in enumerate(piece.parts) if part.targets), None)
            if own and any(part.caption for part in piece.parts[:own]):
                waiting = piece.parts[own:]
                piece = replace(piece, parts=piece.parts[:own])
        moved.append(piece)
    return moved


def _read_row(
    row: RowLines,
    table: IndicatorTable,
    group: tuple[str, str],
    years: tuple[str, ...],
    *,
    heads: bool,
) -> IndicatorRow:
    """The row; one that `heads` the rows below and has nothing of its own is a heading."""
    cells = read_cells(row.parts, table)
    bare = not any(cells.targets) and cells.lead is None
    heading = cells.heading or (heads and bare)
    unit = cells.unit if cells.unit or table.has_unit else _unit_of(cells)
    read = (
        read_target(raw, unit=unit, scanned=table.scanned) if raw else None for raw in cells.targets
    )
    targets = tuple((year, target) for year, target in zip(years, read, strict=True) if target)
    if heading:
        targets = ()
    return IndicatorRow(
        source=table.source,
        group=group[0],
        group_title=group[1],
        no=_print_number(row.number),
        name=cells.name,
        unit=unit,
        targets=targets,
        lead=cells.lead,
        coordinating=cells.coordinating,
        product=cells.product,
        heading=heading,
        line=min(part.line.number for part in row.parts),
        doubts=tuple(_doubts(row, cells, targets)) if not heading else (),
    )


def _doubts(row: RowLines, cells: Cells, targets: tuple[tuple[str, Target], ...]) -> Iterable[str]:
    if not row.printed:
        yield "number_missing"
    if not targets:
        yield "targets_missing"
    if any(not year for year, _ in targets):
        yield "year_missing"
    if cells.years_guessed:
        yield "years_guessed"
    if _falls(targets):
        yield "targets_fall"


def _falls(targets: tuple[tuple[str, Target], ...]) -> bool:
    """Goals rise from year to year; where they fall by much, a figure was likely misread."""
    values = [target.value for _, target in targets if target.value is not None]
    signs = {target.op for _, target in targets}
    return not signs & {"<=", "<"} and any(later < value for value, later in pairwise(values))


def _unit_of(cells: Cells) -> str | None:
    """The unit where no column prints it: what is a share is counted in per cent."""
    printed = any("%" in raw for raw in cells.targets if raw)
    return "%" if printed or SHARE.match(fold(cells.name)) else None


def _title(heading: HeadingLines) -> str:
    first, *rest = heading.parts
    return " ".join([first.heading or "", *(part.line.text for part in rest)]).strip()


def _year_in(text: str) -> str | None:
    found = re.search(r"\b20[2-5]\d\b", text)
    return found.group() if found else None


def _print_number(number: tuple[int, int]) -> str:
    major, minor = number
    return f"{major}.{minor}" if minor else str(major)
