"""A morning's tasks under headings: each once, under why its reader is told of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, auto

from bot.conversation.tasks.lists import by_urgency
from bot.i18n import Translator
from bot.texts import reminders as texts
from db.enums import Part
from db.models import Committee, Person
from db.queries.standing import PERIOD
from db.queries.tasks import TaskNow
from tasks.calendar import USUAL, Ladder


class Why(IntEnum):
    """Why somebody is told of a task, in the order of a message's sections."""

    OWN = auto()
    """They report for it."""
    HEADED = auto()
    """It is overdue in an agency that they head."""
    LEADERS = auto()
    """It is overdue for so long that the committee's own people hear."""
    HEADLESS = auto()
    """It is overdue, and its agency has no head who would hear."""
    UNHEARD = auto()
    """Nobody of its agencies can be told."""
    ASKED = auto()
    """It has no due day, and is asked about once a reporting period."""
    HELPED = auto()
    """Their agency helps."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a morning's message; agencies by id, also of those whom they stand in for."""

    tr: Translator
    today: date
    person: Person
    committee: Committee
    officer_of: set[int]
    head_of: set[int]

    def reports_for(self, task: TaskNow) -> bool:
        """Whether one of their agencies leads it."""
        return bool(set(task.agency_ids(Part.LEAD)) & (self.officer_of | self.head_of))


@dataclass(frozen=True, slots=True)
class Section:
    """Tasks told of for one reason, under one heading (None: under their due days)."""

    why: Why
    heading: str | None
    tasks: list[TaskNow]


def sections_of(
    reader: Reader,
    told: Mapping[int, TaskNow],
    names: Mapping[int, set[str]],
    overdue: Iterable[TaskNow],
) -> list[Section]:
    """The tasks told of, and what else is overdue; `names` are those of the rungs, by task."""
    found: dict[tuple[Why, str | date], list[TaskNow]] = {}
    placed: set[int] = set()
    for task in sorted([*overdue, *told.values()], key=by_urgency):
        if task.task.id not in placed:
            placed.add(task.task.id)
            place = _place(reader, task, names.get(task.task.id, set()))
            found.setdefault(place, []).append(task)
    return [
        Section(why, _heading(reader, why, whose, len(tasks)), tasks)
        for (why, whose), tasks in sorted(found.items(), key=lambda item: item[0][0])
    ]


def _place(reader: Reader, task: TaskNow, because: set[str]) -> tuple[Why, str | date]:
    """Why a task is told, and of which agency, or by which cut-off, its section is."""
    leads = set(task.agency_ids(Part.LEAD))
    cut_off = task.task.plan.period_cut_off
    if because == {PERIOD} and cut_off and reader.reports_for(task):
        return Why.ASKED, cut_off
    if leads & reader.head_of and not leads & reader.officer_of and task.is_overdue(reader.today):
        return Why.HEADED, _agency(reader, task, reader.head_of)
    if reader.reports_for(task):
        return Why.OWN, ""
    if because == {"with"}:
        return Why.HELPED, ""
    if "leaders" in because:
        return Why.LEADERS, _agency(reader, task)
    if because == {"head"}:
        return Why.HEADLESS, _agency(reader, task)
    return Why.UNHEARD, _agency(reader, task)


def _agency(reader: Reader, task: TaskNow, among: set[int] | None = None) -> str:
    """Whose task it is, in a heading; for a head, the agency that they head."""
    links = [link.agency for link in task.task.agencies if link.part is Part.LEAD]
    named = [a for a in links if not a.collective and (among is None or a.id in among)]
    return ", ".join(a.name for a in named) or texts.unassigned(reader.tr)


def _heading(reader: Reader, why: Why, whose: str | date, count: int) -> str | None:
    tr = reader.tr
    if isinstance(whose, date):
        return texts.asked_this_period(tr, cut_off=whose, count=count)
    match why:
        case Why.HEADED:
            return texts.agency_overdue(tr, agency=whose, count=count)
        case Why.LEADERS:
            days = Ladder.from_json(reader.committee.ladder).leaders or USUAL.leaders or 0
            return texts.leaders_overdue(tr, agency=whose, count=count, days=days)
        case Why.HEADLESS:
            return texts.headless_overdue(tr, agency=whose, count=count)
        case Why.UNHEARD:
            return texts.unreached(tr, agency=whose, count=count)
        case Why.HELPED:
            return texts.helping(tr, count=count)
        case _:
            return None
