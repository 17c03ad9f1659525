"""A plan's text read into its tasks, with every doubt named."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from db.enums import DeadlineKind
from plans.agencies import begins_agency, is_collective
from plans.annexes import Annex, AnnexRows, Reader, Row, body_lines, find_annexes
from plans.body_measures import read_measures
from plans.body_prose import read_sayings
from plans.broken_cells import read_broken_cells
from plans.deadlines import UNREADABLE, UNSPECIFIED, Deadline, read_deadline
from plans.files.document import Document
from plans.indicator_row import IndicatorRow, IndicatorRows
from plans.indicator_sheets import read_indicator_sheets
from plans.indicators import read_indicators
from plans.labelled_list import read_labelled_list
from plans.letterhead import latest_cited, read_letterhead
from plans.mend_rows import mend_rows
from plans.mixed_table import read_mixed_table
from plans.names import Names
from plans.parsed import (
    Leftover,
    ParsedGroup,
    ParsedIndicator,
    ParsedPlan,
    ParsedTask,
)
from plans.placing import place_rows
from plans.reporting import read_reporting
from plans.restore import restore_text
from plans.scanned import is_scanned
from plans.source import Line, split_lines
from plans.tables import AnnexTables, has_task_tables, read_tables
from plans.words import clean, fold

READERS: tuple[Reader, ...] = (read_broken_cells, read_labelled_list)
"""One for each way in which annexes are printed; the first that takes an annex reads it."""
STAND_INS = (date(2025, 1, 1), date(2026, 7, 1))
"""Two days to read deadlines from where a plan says nothing of its own: what comes out the same
from both does not hang on the day of issue."""


def read_plan(text: str, *, issued_on: date | None = None) -> ParsedPlan:
    """The plan that the text prints; what cannot be read is in its doubts and leftovers.

    `issued_on` is the day of issue where a person knows it; it wins over the printed one for
    what deadlines count from. Without either they count from the latest issued document that
    the plan cites, which is doubtful; never from today (domain: "Occurrences").
    """
    lines = split_lines(text)
    body, scanned = body_lines(lines), is_scanned(text)

    def read_annexes(counted_from: date) -> list[tuple[str, AnnexRows]]:
        found = [
            (annex.source, _read_annex(annex, counted_from, body))
            for annex in find_annexes(lines)
            if _assigns_tasks(annex)
        ]
        if any(rows.rows for _, rows in found):
            return found
        return [*found, ("body", read_measures(body))]

    indicators = read_indicators(lines)
    return _make_plan(body, read_annexes, indicators, issued_on, scanned=scanned)


def read_document_plan(document: Document, *, issued_on: date | None = None) -> ParsedPlan:
    """The plan that a document holds, as `read_plan` reads a text: from its tables where they
    kept their cells, from its lines where they did not."""
    if not has_task_tables(document):
        return place_rows(read_plan(document.text, issued_on=issued_on), document)

    def read_annexes(counted_from: date) -> list[tuple[str, AnnexRows]]:
        return [
            (annex.source, _read_table_annex(annex, counted_from))
            for annex in read_tables(document, counted_from).annexes
        ]

    tables = read_tables(document, STAND_INS[0])
    indicators = read_indicator_sheets(document, tables.annexes)
    plan = _make_plan(tables.body, read_annexes, indicators, issued_on)
    hidden = (Leftover("hidden", row.place.line, row.text, row.place) for row in document.hidden)
    placed = place_rows(plan, document)
    return replace(placed, leftovers=(*placed.leftovers, *hidden))


def _read_table_annex(annex: AnnexTables, counted_from: date) -> AnnexRows:
    """The annex from its tables; one without a table of tasks may be a list of them."""
    printed = Annex(annex.source, annex.title, tuple(annex.lines))
    if annex.rows or not _assigns_tasks(printed):
        return AnnexRows(tuple(annex.rows), annex.unread if annex.rows else ())
    return _read_annex(printed, counted_from)


def _make_plan(
    body: Sequence[Line],
    read_annexes: Callable[[date], list[tuple[str, AnnexRows]]],
    indicators: IndicatorRows,
    issued_on: date | None,
    *,
    scanned: bool = False,
) -> ParsedPlan:
    """The plan of a body and its annexes, which are read once the day they count from is known."""
    head = read_letterhead(body)
    known = issued_on or head.issued_on
    counted_from = known or latest_cited(" ".join(line.text for line in body))
    read = read_annexes(counted_from or STAND_INS[0])
    names = Names(
        _cells(row for _, rows in read for row in rows.rows),
        _cells(indicators.rows),
        scanned=scanned,
    )
    tasks = [
        _read_task(source, row, names, counted_from, scanned=scanned)
        for source, rows in read
        for row in rows.rows
    ]
    return ParsedPlan(
        number=head.number,
        issued_on=head.issued_on,
        counted_from=counted_from,
        counted_from_doubtful=known is None and counted_from is not None,
        issuer=restore_text(head.issuer, damaged=scanned).text if head.issuer else None,
        title=restore_text(head.title, damaged=scanned).text if head.title else None,
        reporting=read_reporting(body),
        groups=_groups(tasks),
        tasks=tuple(tasks),
        leftovers=tuple(
            Leftover(source, line.number, line.text)
            for source, unread in [
                *indicators.unread,
                *((source, rows.unread) for source, rows in read),
            ]
            for line in unread
        ),
        agencies=names.agencies(),
        indicators=tuple(_read_indicator(row, names) for row in indicators.rows),
    )


def _cells(rows: Iterable[Row | IndicatorRow]) -> list[str]:
    """What stands in the columns of agencies."""
    return [cell for row in rows for cell in (row.lead, row.coordinating) if cell]


def _assigns_tasks(annex: Annex) -> bool:
    """Whether the annex gives work to agencies; one of targets ("chỉ tiêu") does not."""
    words = fold(" ".join([annex.title, *(line.text for line in annex.lines[:30])]))
    work = re.search(r"nhiem vu|noi dung|cong viec", words)
    given = re.search(r"chu tri|thoi gian|thoi han", words)
    return bool(work and given and not re.search(r"\b(?:chi|muc) ti\w{1,2}u\b", words))


def _read_annex(annex: Annex, counted_from: date, body: Sequence[Line] = ()) -> AnnexRows:
    """The annex by the first reader that takes it; without one all its lines are left over.

    A table whose cells ran together is mended by what the body says of the same tasks.
    """
    readings = (reader(annex, counted_from) for reader in READERS)
    found = next((reading for reading in readings if reading is not None and reading.rows), None)
    if found is not None:
        return found
    mixed = read_mixed_table(annex, counted_from)
    if mixed is None or not mixed.rows:
        return AnnexRows((), annex.lines)
    sayings = read_sayings(body, counted_from)
    return replace(mixed, rows=tuple(mend_rows(mixed.rows, sayings, counted_from)))


def _read_task(
    source: str, row: Row, names: Names, counted_from: date | None, *, scanned: bool
) -> ParsedTask:
    """The row as a task; what a scan damaged of its words is restored, and kept as it came."""
    lead = names.of(row.lead)
    deadline = _read_deadline(row.deadline, counted_from)
    content = restore_text(row.content, damaged=scanned)
    product, until, title = (
        restore_text(text, damaged=scanned).text if text else None
        for text in (row.product, row.deadline, row.group_title)
    )
    return ParsedTask(
        source=source,
        group=row.group,
        group_title=title or "",
        no=row.no,
        sub=row.sub,
        content=content.text,
        parent_content=row.parent,
        lead=lead,
        coordinating=names.of(row.coordinating),
        product=product,
        deadline_raw=row.deadline,
        deadline_text=clean(until).rstrip(".;, ") if until else None,
        deadline=deadline,
        line=row.line,
        doubts=(*row.doubts, *_doubts(lead, deadline)),
        content_raw=row.content if scanned else None,
        doubtful_words=tuple(word.text for word in content.doubtful),
    )


def _read_indicator(row: IndicatorRow, names: Names) -> ParsedIndicator:
    lead = names.of(row.lead)
    doubts = () if row.heading else _agency_doubts(lead)
    return ParsedIndicator(
        source=row.source,
        group=row.group,
        group_title=row.group_title,
        no=row.no,
        name=row.name,
        raw_name=row.raw_name,
        unit=row.unit,
        targets=row.targets,
        lead=lead,
        coordinating=names.of(row.coordinating),
        product=row.product,
        heading=row.heading,
        line=row.line,
        doubts=(*row.doubts, *doubts),
    )


def _read_deadline(cell: str | None, counted_from: date | None) -> Deadline:
    """The deadline; what hangs on an unknown day of issue has no due day, or is unreadable."""
    if cell is None:
        return UNSPECIFIED
    if counted_from is not None:
        return read_deadline(cell, issued_on=counted_from)
    first, second = (read_deadline(cell, issued_on=day) for day in STAND_INS)
    if first == second:
        return first
    alike = first.kind is second.kind is DeadlineKind.RECURRING
    return replace(first, due=None) if alike else UNREADABLE


def _doubts(lead: Sequence[str], deadline: Deadline) -> Iterable[str]:
    yield from _agency_doubts(lead)
    if deadline.kind is DeadlineKind.UNREADABLE:
        yield "deadline_unreadable"
    if deadline.kind is DeadlineKind.RECURRING and deadline.due is None:
        yield "deadline_uncounted"


def _agency_doubts(lead: Sequence[str]) -> Iterable[str]:
    if not lead:
        yield "lead_missing"
    if any(is_collective(name) for name in lead):
        yield "lead_collective"
    if len(lead) > 1:
        yield "several_leads"
    if any(not (begins_agency(name) or is_collective(name)) for name in lead):
        yield "agency_unknown"


def _groups(tasks: Iterable[ParsedTask]) -> tuple[ParsedGroup, ...]:
    groups = (ParsedGroup(task.source, task.group, task.group_title) for task in tasks)
    return tuple(dict.fromkeys(groups))
