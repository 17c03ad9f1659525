"""The rows that readers give, made into tasks and indicators with every doubt named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from db.enums import DeadlineKind
from plans.agencies.heads import begins_agency
from plans.agencies.keys import is_collective
from plans.agencies.of_rows import Names
from plans.annexes import Row
from plans.deadlines.coming_year import read_for_year, year_begins
from plans.deadlines.read import UNREADABLE, UNSPECIFIED, Deadline, read_deadline
from plans.indicators.row import IndicatorRow
from plans.indicators.usual import lost_share
from plans.parsed import ParsedIndicator, ParsedTask
from plans.restore import restore_text
from plans.settled_doubts import doubtful_words
from plans.words import clean

STAND_INS = (date(2025, 1, 1), date(2026, 7, 1))
"""Two days to read deadlines from where a plan says nothing of its own: what comes out the same
from both does not hang on the day of issue."""


def make_task(
    source: str,
    row: Row,
    names: Names,
    counted_from: date | None,
    *,
    scanned: bool,
    plan_title: str | None = None,
) -> ParsedTask:
    """The row as a task; what a scan damaged of its words is restored, and kept as it came."""
    lead = names.of(row.lead)
    unsure = names.is_unsure(row.lead)
    deadline = read_deadline_cell(row.deadline, counted_from, plan_title)
    content = restore_text(row.content, damaged=scanned)
    product, until, title = (
        restore_text(text, damaged=scanned).text if text else None
        for text in (row.product, row.deadline, row.group_title)
    )
    if scanned and until and deadline.kind is DeadlineKind.UNREADABLE:  # "tru6c ngày 15/3/2026"
        restored = read_deadline_cell(until, counted_from, plan_title)
        if restored.kind is DeadlineKind.BY:
            deadline = replace(restored, guessed=True)
    helpers = names.of(row.coordinating)
    cells = tuple(_cell_doubts(row, product, names)) if scanned else ()
    text = content.text
    if scanned:  # a misread capital ("bảo đảm" for "Bảo đảm") and a full stop read as a comma
        text = (text[:1].upper() + text[1:]).rstrip(" ,;")
    return ParsedTask(
        source=source,
        group=row.group,
        group_title=title or "",
        no=row.no,
        sub=row.sub,
        content=text,
        parent_content=row.parent,
        lead=lead,
        coordinating=helpers,
        product=product,
        deadline_raw=row.deadline,
        deadline_text=clean(until).rstrip(".;, ") if until else None,
        deadline=deadline,
        line=row.line,
        doubts=(*row.doubts, *_doubts(lead, deadline, unsure=unsure), *cells),
        content_raw=row.content if scanned else None,
        doubtful_words=doubtful_words(content, row.again),
    )


def make_indicator(row: IndicatorRow, names: Names) -> ParsedIndicator:
    lead = names.of(row.lead)
    doubts = () if row.heading else _agency_doubts(lead, unsure=names.is_unsure(row.lead))
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


def read_deadline_cell(
    cell: str | None, counted_from: date | None, plan_title: str | None = None
) -> Deadline:
    """The deadline; what hangs on an unknown day of issue has no due day, or is unreadable.

    The title may say that the plan is of the year to come.
    """
    if cell is None:
        return UNSPECIFIED
    if counted_from is not None:
        begins = year_begins(plan_title, counted_from)
        if begins is not None:
            return read_for_year(cell, begins, issued_on=counted_from)
        return read_deadline(cell, issued_on=counted_from)
    first, second = (read_deadline(cell, issued_on=day) for day in STAND_INS)
    if first == second:
        return first
    alike = first.kind is second.kind is DeadlineKind.RECURRING
    return replace(first, due=None) if alike else UNREADABLE


def _cell_doubts(row: Row, product: str | None, names: Names) -> Iterable[str]:
    """What a person should see of the cells beside the lead in a scan."""
    if names.is_ruined(row.coordinating) and "helpers_unsure" not in row.doubts:
        yield "helpers_unsure"
    if product and lost_share(product) and "product_unsure" not in row.doubts:
        yield "product_unsure"


def _doubts(lead: Sequence[str], deadline: Deadline, *, unsure: bool) -> Iterable[str]:
    yield from _agency_doubts(lead, unsure=unsure)
    if deadline.kind is DeadlineKind.UNREADABLE:
        yield "deadline_unreadable"
    if deadline.kind is DeadlineKind.RECURRING and deadline.due is None:
        yield "deadline_uncounted"
    if deadline.several:
        yield "deadline_several"
    if deadline.worked:
        yield "deadline_working_days"
    if deadline.guessed:
        yield "deadline_guessed"
    if deadline.year_unsaid:
        yield "deadline_year"


def _agency_doubts(lead: Sequence[str], *, unsure: bool) -> Iterable[str]:
    if not lead:
        yield "lead_missing"
    if any(is_collective(name) for name in lead):
        yield "lead_collective"
    if len(lead) > 1:
        yield "several_leads"
    if unsure or any(not (begins_agency(name) or is_collective(name)) for name in lead):
        yield "agency_unknown"
