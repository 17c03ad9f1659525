"""A plan's text read into its tasks, with every doubt named."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from plans.agencies.of_rows import Names
from plans.agencies.parting import notes_beside
from plans.agencies.short_names import read_short_names
from plans.annexes import Annex, AnnexRows, Reader, Row, body_lines, find_annexes
from plans.body.measures import is_enclosed, read_measures
from plans.body.tables import find_body_table, lines_of_work
from plans.broken.forms import part_forms
from plans.broken.pulled import read_cell_by_cell
from plans.cell_doubts import doubt_names, doubt_times, fill_down
from plans.files.document import Document
from plans.head.letterhead import latest_cited, month_begins, read_letterhead
from plans.head.reporting import read_reporting
from plans.head.steering import read_steering
from plans.indicators.read import read_indicators
from plans.indicators.row import IndicatorRow, IndicatorRows
from plans.indicators.sheets import read_indicator_sheets
from plans.lists.read import read_labelled_list
from plans.make_rows import STAND_INS, make_indicator, make_task
from plans.parsed import (
    Leftover,
    ParsedGroup,
    ParsedPlan,
    ParsedTask,
)
from plans.placing import place_rows
from plans.restore import restore_text
from plans.run_together import read_pages, read_run_together
from plans.said_elsewhere import put_in_place
from plans.scanned import is_scanned, says
from plans.source import Line, split_lines
from plans.tables.guess import shows_tasks
from plans.tables.headers import has_task_tables
from plans.tables.read import AnnexTables, read_tables
from plans.unread_tables import find_unread_tables, lines_of_unread_tables
from plans.words import fold

READERS: tuple[Reader, ...] = (read_cell_by_cell, read_labelled_list)
"""One for each way in which annexes are printed; the first that takes an annex reads it."""


def read_plan(
    text: str, *, issued_on: date | None = None, indicators: IndicatorRows | None = None
) -> ParsedPlan:
    """The plan that the text prints; what cannot be read is in its doubts and leftovers.

    `indicators` are those of tables that kept their cells, which need not be told from the text.

    `issued_on` is the day of issue where a person knows it; it wins over the printed one for
    what deadlines count from. Without either they count from the latest issued document that
    the plan cites, which is doubtful; never from today (domain: "Occurrences").
    """
    lines = split_lines(text)
    body, scanned = body_lines(lines), is_scanned(text)
    targets = indicators or read_indicators(lines)

    def read_annexes(counted_from: date) -> list[tuple[str, AnnexRows]]:
        found = [
            (annex.source, _read_annex(annex, counted_from, body, scanned=scanned))
            for annex in find_annexes(lines)
            if _assigns_tasks(annex)
        ]
        if any(rows.rows for _, rows in found):
            return found
        table = find_body_table(body)
        within = _read_annex(table, counted_from, scanned=scanned) if table else None
        if table and within and within.rows:
            return [*found, (table.source, within)]
        measures = read_measures(body, counted_from, scanned=scanned, alone=not found)
        if not (measures.rows or found or targets.rows):
            measures = AnnexRows((), lines_of_work(lines))
        elif measures.rows:
            known = {row.line for row in measures.rows} | {row.line for row in targets.rows}
            unread = lines_of_unread_tables(lines, known)
            measures = replace(measures, unread=(*measures.unread, *unread))
        return [*found, ("body", measures)]

    def read_all(counted_from: date) -> list[tuple[str, AnnexRows]]:
        return [*read_annexes(counted_from), *_lost_annexes(find_annexes(lines), targets)]

    return _make_plan(
        body,
        lines[len(body) :],
        read_all,
        targets,
        issued_on,
        scanned=scanned,
        short_names=read_short_names([line.text for line in lines]),
    )


def _lost_annexes(
    annexes: Iterable[Annex], targets: IndicatorRows
) -> Iterator[tuple[str, AnnexRows]]:
    """The annexes that set targets, or say who leads, and of which no row could be read, every
    line left over."""
    known = {row.line for row in targets.rows}
    told = {source for source, _ in targets.unread}
    for annex in annexes:
        head = fold(" ".join([annex.title, *(line.text for line in annex.lines[:10])]))
        assigns = re.search(r"\b(?:(?:chi|muc) tieu|chu tri)\b", head)
        read = known.intersection(line.number for line in annex.lines)
        if assigns and not read and not _assigns_tasks(annex) and annex.source not in told:
            yield annex.source, AnnexRows((), annex.lines)


def read_document_plan(document: Document, *, issued_on: date | None = None) -> ParsedPlan:
    """The plan that a document holds, as `read_plan` reads a text: from its tables where they
    kept their cells, from its lines where they did not."""
    if not (has_task_tables(document) or shows_tasks(document)):
        found = read_indicator_sheets(document, read_tables(document, STAND_INS[0]).annexes)
        read = read_plan(
            document.text, issued_on=issued_on, indicators=found if found.rows else None
        )
        return _with_unread(place_rows(read, document), document)

    def read_annexes(counted_from: date) -> list[tuple[str, AnnexRows]]:
        return [
            (annex.source, _read_table_annex(annex, counted_from))
            for annex in read_tables(document, counted_from).annexes
        ]

    tables = read_tables(document, STAND_INS[0])
    titles = [line for annex in tables.annexes for line in annex.lines]
    indicators = read_indicator_sheets(document, tables.annexes)
    printed = any(annex.borderless for annex in tables.annexes)
    scanned = printed and is_scanned(document.text)
    plan = _make_plan(
        tables.body,
        titles,
        read_annexes,
        indicators,
        issued_on,
        scanned=scanned,
        short_names=read_short_names(document.text.splitlines()),
    )
    hidden = (Leftover("hidden", row.place.line, row.text, row.place) for row in document.hidden)
    if not plan.tasks:
        told = read_plan(document.text, issued_on=issued_on, indicators=indicators)
        plan = told if told.tasks else plan
    placed = _with_unread(place_rows(plan, document), document)
    return replace(placed, leftovers=(*placed.leftovers, *hidden))


def _with_unread(plan: ParsedPlan, document: Document) -> ParsedPlan:
    return replace(plan, leftovers=(*plan.leftovers, *find_unread_tables(document, plan)))


def _read_table_annex(annex: AnnexTables, counted_from: date) -> AnnexRows:
    """The annex from its tables; one without a table of tasks may be a list of them."""
    printed = Annex(annex.source, annex.title, tuple(annex.lines))
    rows = tuple(annex.rows)
    if annex.borderless:
        rows = doubt_names(doubt_times(fill_down(rows)))
    if annex.rows or not _assigns_tasks(printed):
        return AnnexRows(rows, annex.unread if annex.rows else ())
    return _read_annex(printed, counted_from)


def _make_plan(
    body: Sequence[Line],
    after: Sequence[Line],
    read_annexes: Callable[[date], list[tuple[str, AnnexRows]]],
    indicators: IndicatorRows,
    issued_on: date | None,
    *,
    scanned: bool,
    short_names: Mapping[str, str],
) -> ParsedPlan:
    """The plan of a body and its annexes, whose lines come after it and which are read once the
    day they count from is known."""
    head = read_letterhead(body, after, scanned=scanned)
    known = issued_on or head.issued_on
    cited = latest_cited(" ".join(line.text for line in body))
    counted_from = known or max(filter(None, (cited, month_begins(body))), default=None)
    day = counted_from or STAND_INS[0]
    read = [(source, put_in_place(rows, day)) for source, rows in read_annexes(day)]
    names = Names(
        _cells(row for _, rows in read for row in rows.rows),
        _cells(indicators.rows),
        scanned=scanned,
        short_names=short_names,
    )
    tasks = [
        make_task(source, row, names, counted_from, scanned=scanned, plan_title=head.title)
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
        reporting=read_reporting(body, scanned=scanned),
        groups=_groups(tasks),
        tasks=tuple(tasks),
        leftovers=tuple(
            Leftover(source, line.number, line.text)
            for source, unread in [
                *indicators.unread,
                *((source, rows.unread) for source, rows in read),
            ]
            for line in unread
        )
        + tuple(
            Leftover(source, row.line, left)
            for source, rows in read
            for row in rows.rows
            for left in (*row.left, *notes_beside(row.lead), *notes_beside(row.coordinating))
        ),
        agencies=names.agencies(),
        indicators=tuple(make_indicator(row, names) for row in indicators.rows),
        steering=read_steering(body, scanned=scanned),
    )


def _cells(rows: Iterable[Row | IndicatorRow]) -> list[str]:
    """What stands in the columns of agencies."""
    return [cell for row in rows for cell in (row.lead, row.coordinating) if cell]


def _assigns_tasks(annex: Annex) -> bool:
    """Whether the annex gives work to agencies; one of targets ("chỉ tiêu") does not."""
    said = [annex.title, *(line.text for line in annex.lines[:30])]
    words, title = fold(" ".join(said)), fold(" ".join(said[:10]))
    work = any(says(words, phrase) for phrase in ("nhiem vu", "noi dung", "cong viec"))
    given = any(
        says(words, phrase)
        for phrase in ("chu tri", "thoi gian", "thoi han", "quan thuc hien", "vi thuc hien")
    )
    targets = re.search(r"\b(?:chi|muc) ti\w{1,2}u\b", title)
    return bool(work and given and not targets)


def _read_annex(
    annex: Annex, counted_from: date, body: Sequence[Line] = (), *, scanned: bool = False
) -> AnnexRows:
    """The annex by the first reader that takes it; without one all its lines are left over. Of a
    scan each page may have come in another form."""
    parts = part_forms(annex) if scanned else []
    if any(by_cells for by_cells, _ in parts):
        return read_pages(parts, counted_from, body)
    if is_enclosed(annex.lines):
        measures = read_measures(annex.lines, counted_from, scanned=scanned)
        if measures.rows:
            return measures
    readings = (reader(annex, counted_from) for reader in READERS)
    found = next((reading for reading in readings if reading is not None and reading.rows), None)
    return found or read_run_together(annex, counted_from, body, scanned=scanned)


def _groups(tasks: Iterable[ParsedTask]) -> tuple[ParsedGroup, ...]:
    groups = (ParsedGroup(task.source, task.group, task.group_title) for task in tasks)
    return tuple(dict.fromkeys(groups))
