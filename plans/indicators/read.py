"""The indicators (chỉ tiêu, mục tiêu) of a plan, read from its tables with every doubt named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plans.indicators.agency_starts import agency_at
from plans.indicators.alike_results import settle_results
from plans.indicators.blocks import read_blocks
from plans.indicators.cells import read_cells
from plans.indicators.lines import Parts, read_parts
from plans.indicators.order import name_by_order
from plans.indicators.results_above import begins_above, give_back_results, names_to_know
from plans.indicators.row import Group, IndicatorRow, IndicatorRows, Place, make_row, year_in
from plans.indicators.rows import HeadingLines, RowLines, cut_rows
from plans.indicators.tables import IndicatorTable, find_indicator_tables
from plans.scanned import is_scanned
from plans.source import Line


def read_indicators(lines: Sequence[Line]) -> IndicatorRows:
    """Every row of every indicator table in order."""
    scanned = is_scanned("\n".join(line.text for line in lines))
    rows: list[IndicatorRow] = []
    unread: list[tuple[str, tuple[Line, ...]]] = []
    for table in find_indicator_tables(lines, scanned=scanned):
        apart = read_blocks(table)
        if apart is not None:
            rows += apart
            continue
        found, left = _read_table(table)
        rows += settle_results(name_by_order(found)) if table.scanned else found
        unread.append((table.source, tuple(left)))
    return IndicatorRows(tuple(rows), tuple(unread))


def _read_table(table: IndicatorTable) -> tuple[list[IndicatorRow], list[Line]]:
    parts = _read_lines(table)
    found = _move_captions(cut_rows(parts, wanted=max(len(table.years), 1)))
    results = table.scanned and not table.years
    found = give_back_results(found, parts) if results else found
    group, year = Group(table.source), year_in(table.title)
    rows: list[IndicatorRow] = []
    above: dict[int, tuple[RowLines, Group, tuple[str, ...]]] = {}
    used: set[int] = set()
    for at, piece in enumerate(found):
        used.update(part.line.number for part in piece.parts)
        if isinstance(piece, HeadingLines):
            group = group.next(_title(piece))
            year = year_in(group.title) or year
        else:
            years = table.years or (year or "",)
            heads = not table.scanned and _is_number(found[at + 1 :], (piece.number[0], 1))
            rows.append(_read_row(piece, table, group, years, heads=heads))
            if results and begins_above(piece):
                above[len(rows) - 1] = piece, group, years
    for at, (piece, group, years) in above.items():
        names = names_to_know([*rows[:at], *rows[at + 1 :]])
        rows[at] = _read_row(piece, table, group, years, heads=False, names=names)
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
    group: Group,
    years: tuple[str, ...],
    *,
    heads: bool,
    names: Sequence[str] = (),
) -> IndicatorRow:
    cells = read_cells(row.parts, table, names)
    line = min(part.line.number for part in row.parts)
    place = Place(group, _print_number(row.number), row.printed, line)
    return make_row(
        place, cells, years, has_unit=table.has_unit, scanned=table.scanned, heads=heads
    )


def _title(heading: HeadingLines) -> str:
    first, *rest = heading.parts
    dated = re.match(r"\D{3,12}\d{4}\b", first.heading or "")
    if dated is not None:  # "Đến năm 2030" and stains beside it
        return dated[0].strip()
    title = " ".join([first.heading or "", *(part.line.text for part in rest)]).strip()
    agency = agency_at(title)  # who answers for the group, in the last column
    return title[: agency or len(title)].strip(" |")


def _print_number(number: tuple[int, int]) -> str:
    major, minor = number
    return f"{major}.{minor}" if minor else str(major)
