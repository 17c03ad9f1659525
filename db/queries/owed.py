"""Which rungs stand for whom: the set queries behind a morning's reminders.

Source: `domain`, Reminders. Every query here gives rows for `RUNG_COLUMNS`, `notes` for
`NOTE_COLUMNS`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Select,
    String,
    and_,
    column,
    exists,
    false,
    literal,
    or_,
    select,
    values,
)
from sqlalchemy.orm import aliased

from db.enums import DeadlineKind, NoteKind, OutboxKind, Part, PlanState, Role
from db.models import (
    Absence,
    AgencyMember,
    Committee,
    Extension,
    Instruction,
    MorningNote,
    Occurrence,
    OutboxMessage,
    Pause,
    Plan,
    ReportingRegime,
    Rung,
    Snooze,
    StatusUpdate,
    Task,
    TaskAgency,
    TaskOfficer,
)
from db.queries.hearers import hearers

RUNG_COLUMNS = ["committee_id", "occurrence_id", "person_id", "name", "due", "day", "silenced"]
NOTE_COLUMNS = ["committee_id", "person_id", "kind", "subject_id", "due", "day"]

PERIOD = "period"
"""The rung that asks about a reporting period; its `due` is the period's cut-off."""

Rows = Select[*tuple[Any, ...]]


def ladder_table(rungs: Sequence[tuple[date, date, str, date]]) -> CTE:
    """Rungs as a table in the statement: due days from, to, the rung's name, the day it came."""
    table = values(
        column("due_from", Date),
        column("due_to", Date),
        column("name", String),
        column("day", Date),
        name="ladder",
    )
    return table.data(list(rungs)).cte("ladder")


class Owed:
    """The queries that say which rungs stand for whom, in committees of one zone and ladder.

    `hour` is the local hour it is: only those are told whose hours it lies within; None: all.
    """

    def __init__(self, committee_ids: Sequence[int], today: date, hour: int | None = None) -> None:
        self.committee_ids = list(committee_ids)
        self.today = today
        self.hour = hour
        self._hearers = hearers(self.committee_ids, today)

    def to_leads(self, ladder: CTE) -> list[Rows]:
        """For those who report for a leading agency; the secretary where nobody can be told."""
        return [
            self._to_agencies(ladder.c.name, Part.LEAD).where(_stands(ladder)),
            self._to_committee(ladder.c.name, Role.SECRETARY).where(
                _stands(ladder), ~self._somebody(Role.OFFICER, Role.HEAD)
            ),
        ]

    def to_coordinating(self, ladder: CTE) -> list[Rows]:
        """For those who report for an agency that helps, by its name or in a collective one."""
        return [
            self._to_agencies(ladder.c.name, Part.COORDINATING).where(_stands(ladder)),
            self._to_members(ladder.c.name).where(_stands(ladder)),
        ]

    def to_heads(self, ladder: CTE) -> list[Rows]:
        """For the heads of the leading agencies; the secretary where there is none."""
        return [
            self._to_agencies(ladder.c.name, Part.LEAD, step=True).where(_stands(ladder)),
            self._to_committee(ladder.c.name, Role.SECRETARY, step=True).where(
                _stands(ladder), ~self._somebody(Role.HEAD)
            ),
        ]

    def to_leaders(self, ladder: CTE) -> list[Rows]:
        """For the secretariat and the committee's members."""
        rows = self._to_committee(ladder.c.name, Role.SECRETARY, Role.MEMBER, step=True)
        return [rows.where(_stands(ladder))]

    def openings(self) -> list[Rows]:
        """What was overdue already on the first morning after acceptance is named once.

        Not to those whom the plan's older version told of it (`tasks.plan_versions`).
        """
        name = literal("opening")
        known = aliased(Rung)
        told = exists().where(
            known.committee_id == Occurrence.committee_id,
            known.occurrence_id == Occurrence.id,
            known.person_id == self._hearers.c.person_id,
            known.due == Occurrence.due,
            known.day < Plan.reminds_from,
        )
        overdue = and_(Occurrence.due < Plan.reminds_from, Plan.reminds_from <= self.today, ~told)
        return [
            self._to_agencies(name, Part.LEAD).where(overdue),
            self._to_committee(name, Role.SECRETARY).where(
                overdue, ~self._somebody(Role.OFFICER, Role.HEAD)
            ),
        ]

    def to_ask(self, asked: CTE) -> list[Rows]:
        """What has no due day, and nothing reported of it in the plan's reporting period."""
        due = Plan.period_cut_off
        silent = and_(
            Occurrence.due.is_(None),
            Task.kind != DeadlineKind.UNREADABLE,
            Plan.period_cut_off.between(asked.c.due_from, asked.c.due_to),
            asked.c.day >= Plan.reminds_from,
            asked.c.day >= Plan.period_first,
            ~heard_since(Occurrence.committee_id, Occurrence.task_id, Plan.period_first),
        )
        return [
            self._to_agencies(asked.c.name, Part.LEAD, due=due).where(silent),
            self._to_committee(asked.c.name, Role.SECRETARY, due=due).where(
                silent, ~self._somebody(Role.OFFICER, Role.HEAD)
            ),
        ]

    def to_instructed(self, ladder: CTE) -> list[Rows]:
        """For those who report for a lead with an instruction to answer; days from its giving."""
        given_on = Instruction.given_on
        rows = self._to_agencies(ladder.c.name, Part.LEAD, due=given_on).join(
            Instruction,
            and_(
                Instruction.committee_id == Occurrence.committee_id,
                Instruction.task_id == Occurrence.task_id,
                Instruction.answer.is_(None),
            ),
        )
        return [rows.where(given_on.between(ladder.c.due_from, ladder.c.due_to))]

    def snoozed(self) -> Rows:
        """Who asked to be reminded again on a day is reminded on it."""
        heard = self._hearers
        return self._open(
            select(
                Occurrence.committee_id,
                Occurrence.id,
                Snooze.person_id,
                literal("snoozed"),
                Snooze.until,
                literal(self.today, Date),
                false(),
            )
            .join(
                Snooze,
                and_(
                    Snooze.committee_id == Occurrence.committee_id,
                    Snooze.occurrence_id == Occurrence.id,
                    Snooze.until <= self.today,
                ),
            )
            .where(
                exists().where(
                    heard.c.committee_id == Snooze.committee_id,
                    heard.c.person_id == Snooze.person_id,
                    heard.c.member_id == Snooze.person_id,
                    *self._awake(),
                )
            ),
            Snooze.person_id,
        )

    def notes(self, ahead: CTE) -> list[Rows]:
        """Reports that plans want soon, and the meetings that go through them.

        Of a report the secretariat hears and those who report; of a meeting the secretariat, the
        members, and the heads of the agencies that report.
        """
        heard = self._hearers
        reporting = (
            select(TaskAgency.agency_id)
            .join(
                Task,
                and_(Task.committee_id == TaskAgency.committee_id, Task.id == TaskAgency.task_id),
            )
            .where(
                TaskAgency.committee_id == ReportingRegime.committee_id,
                Task.plan_id == ReportingRegime.plan_id,
                TaskAgency.part == Part.LEAD,
            )
            .correlate(ReportingRegime)
        )
        of_agency = heard.c.agency_id.in_(reporting)
        to_report = or_(
            heard.c.role == Role.SECRETARY,
            and_(heard.c.role == Role.OFFICER, of_agency),
            and_(heard.c.role == Role.HEAD, of_agency, ~self._has_officer(heard)),
        )
        to_meet = or_(
            heard.c.role.in_([Role.SECRETARY, Role.MEMBER]),
            and_(heard.c.role == Role.HEAD, of_agency),
        )
        return [
            self._note(NoteKind.REPORT, ReportingRegime.due_on, ahead).where(to_report),
            self._note(NoteKind.REVIEW, ReportingRegime.review_on, ahead).where(to_meet),
        ]

    def _note(self, kind: NoteKind, day: Any, ahead: CTE) -> Rows:
        """A note of this day of a regime, to whoever of its committee can be told."""
        heard = self._hearers
        return (
            select(
                heard.c.committee_id,
                heard.c.person_id,
                literal(kind.value),
                ReportingRegime.id,
                day,
                literal(self.today, Date),
            )
            .select_from(ReportingRegime)
            .join(heard, heard.c.committee_id == ReportingRegime.committee_id)
            .join(
                Plan,
                and_(
                    Plan.committee_id == ReportingRegime.committee_id,
                    Plan.id == ReportingRegime.plan_id,
                ),
            )
            .where(
                ReportingRegime.committee_id.in_(self.committee_ids),
                day.between(ahead.c.due_from, ahead.c.due_to),
                Plan.state == PlanState.ACCEPTED,
                ahead.c.day >= Plan.reminds_from,
                *self._awake(),
                ~self._told(heard.c.committee_id, heard.c.person_id),
            )
            .distinct()
        )

    def _to_agencies(
        self,
        name: ColumnElement[str],
        part: Part,
        *,
        due: Any = Occurrence.due,
        step: bool = False,
    ) -> Rows:
        """A rung for the people of each agency that has this part in the task.

        Those are who report for it; as a `step`, its head, whom no wish for time silences.
        """
        heard = self._hearers
        rows = (
            self._rung(name, due, step=step)
            .join(
                TaskAgency,
                and_(
                    TaskAgency.committee_id == Occurrence.committee_id,
                    TaskAgency.task_id == Occurrence.task_id,
                    TaskAgency.part == part,
                ),
            )
            .join(
                heard,
                and_(
                    heard.c.committee_id == TaskAgency.committee_id,
                    heard.c.agency_id == TaskAgency.agency_id,
                ),
            )
            .where(heard.c.role == Role.HEAD if step else self._reports())
        )
        return self._due_to(rows, name, due)

    def _to_members(self, name: ColumnElement[str]) -> Rows:
        """A rung for the people of each agency that a helping collective name means.

        The secretariat has said which; one that leads the task is told as such alone.
        """
        heard, lead = self._hearers, aliased(TaskAgency)
        leads = exists().where(
            lead.committee_id == TaskAgency.committee_id,
            lead.task_id == TaskAgency.task_id,
            lead.agency_id == AgencyMember.agency_id,
            lead.part == Part.LEAD,
        )
        rows = (
            self._rung(name, Occurrence.due, step=False)
            .join(
                TaskAgency,
                and_(
                    TaskAgency.committee_id == Occurrence.committee_id,
                    TaskAgency.task_id == Occurrence.task_id,
                    TaskAgency.part == Part.COORDINATING,
                ),
            )
            .join(
                AgencyMember,
                and_(
                    AgencyMember.committee_id == TaskAgency.committee_id,
                    AgencyMember.collective_id == TaskAgency.agency_id,
                ),
            )
            .join(
                heard,
                and_(
                    heard.c.committee_id == AgencyMember.committee_id,
                    heard.c.agency_id == AgencyMember.agency_id,
                ),
            )
            .where(self._reports(), ~leads)
        )
        return self._due_to(rows, name, Occurrence.due)

    def _to_committee(
        self,
        name: ColumnElement[str],
        *roles: Role,
        due: Any = Occurrence.due,
        step: bool = False,
    ) -> Rows:
        """A rung for the committee's own people."""
        heard = self._hearers
        rows = (
            self._rung(name, due, step=step)
            .join(heard, heard.c.committee_id == Occurrence.committee_id)
            .where(heard.c.role.in_(roles))
        )
        return self._due_to(rows, name, due)

    def _rung(self, name: ColumnElement[str], due: Any, *, step: bool) -> Rows:
        return select(
            Occurrence.committee_id,
            Occurrence.id,
            self._hearers.c.person_id,
            name,
            due,
            literal(self.today, Date),
            false() if step else self._silenced(),
        )

    def _due_to(self, rows: Rows, name: ColumnElement[str], due: Any) -> Rows:
        """Only for those awake, and not where it went to whom they stand in for, or who did."""
        heard = self._hearers
        written, away = aliased(Rung), aliased(Absence)
        same = and_(
            written.committee_id == Occurrence.committee_id,
            written.occurrence_id == Occurrence.id,
            written.name == name,
            written.due == due,
        )
        to_the_absent = exists().where(
            same, written.person_id == heard.c.member_id, heard.c.member_id != heard.c.person_id
        )
        to_a_stand_in = exists().where(
            same,
            away.committee_id == heard.c.committee_id,
            away.person_id == heard.c.person_id,
            away.person_id == heard.c.member_id,
            away.stand_in_id == written.person_id,
            written.day.between(away.starts_on, away.ends_on),
        )
        rows = rows.where(*self._awake(), ~to_the_absent, ~to_a_stand_in)
        return self._open(rows, heard.c.person_id)

    def _awake(self) -> list[ColumnElement[bool]]:
        """It lies within this person's hours."""
        if self.hour is None:
            return []
        return [self._hearers.c.opens <= self.hour, self._hearers.c.closes > self.hour]

    def _told(self, committee_id: Any, person_id: Any) -> ColumnElement[bool]:
        """Their message of this morning is written."""
        return exists().where(
            OutboxMessage.committee_id == committee_id,
            OutboxMessage.person_id == person_id,
            OutboxMessage.day == self.today,
            OutboxMessage.kind == OutboxKind.REMINDER,
        )

    def _open(self, rows: Rows, person: Any) -> Rows:
        """Only what is open and followed, for people not told of anything yet this morning."""
        held = aliased(Snooze)
        asleep = exists().where(
            held.committee_id == Occurrence.committee_id,
            held.occurrence_id == Occurrence.id,
            held.person_id == person,
            held.until > self.today,
        )
        paused = exists().where(
            Pause.committee_id == Occurrence.committee_id,
            Pause.task_id == Occurrence.task_id,
            Pause.starts_on <= self.today,
            or_(Pause.ends_on.is_(None), Pause.ends_on > self.today),
        )
        return (
            rows.join(
                Task,
                and_(Task.committee_id == Occurrence.committee_id, Task.id == Occurrence.task_id),
            )
            .join(Plan, and_(Plan.committee_id == Task.committee_id, Plan.id == Task.plan_id))
            .join(Committee, Committee.id == Occurrence.committee_id)
            .where(
                Occurrence.committee_id.in_(self.committee_ids),
                Occurrence.done_on.is_(None),
                Occurrence.closed_on.is_(None),
                Occurrence.opens_on <= self.today,
                Plan.state == PlanState.ACCEPTED,
                ~self._told(Occurrence.committee_id, person),
                ~asleep,
                ~paused,
            )
            .distinct()
        )

    def _somebody(self, *roles: Role) -> ColumnElement[bool]:
        """Whether an agency that leads the task has somebody in these roles who can be told."""
        others = self._hearers.alias()
        return exists(
            select(TaskAgency.id)
            .join(
                others,
                and_(
                    others.c.committee_id == TaskAgency.committee_id,
                    others.c.agency_id == TaskAgency.agency_id,
                ),
            )
            .where(
                TaskAgency.committee_id == Occurrence.committee_id,
                TaskAgency.task_id == Occurrence.task_id,
                TaskAgency.part == Part.LEAD,
                others.c.role.in_(roles),
            )
            .correlate(Occurrence)
        )

    def _reports(self) -> ColumnElement[bool]:
        """An agency's officers, or the one named for the task; its head for want of an officer."""
        heard, other = self._hearers, self._hearers.alias()
        named = exists(
            select(TaskOfficer.id)
            .join(
                other,
                and_(
                    other.c.committee_id == TaskOfficer.committee_id,
                    other.c.agency_id == TaskOfficer.agency_id,
                    other.c.member_id == TaskOfficer.person_id,
                    other.c.role == Role.OFFICER,
                ),
            )
            .where(
                TaskOfficer.committee_id == TaskAgency.committee_id,
                TaskOfficer.task_id == TaskAgency.task_id,
                TaskOfficer.agency_id == TaskAgency.agency_id,
                TaskOfficer.person_id != heard.c.member_id,
            )
            .correlate(TaskAgency, heard)
        )
        return or_(
            and_(heard.c.role == Role.OFFICER, ~named),
            and_(heard.c.role == Role.HEAD, ~self._has_officer(heard)),
        )

    def _has_officer(self, heard: Any) -> ColumnElement[bool]:
        """Whether an officer of the same agency can be told."""
        other = self._hearers.alias()
        return exists(
            select(literal(1))
            .select_from(other)
            .where(
                other.c.committee_id == heard.c.committee_id,
                other.c.agency_id == heard.c.agency_id,
                other.c.role == Role.OFFICER,
            )
            .correlate(heard)
        )

    def _silenced(self) -> ColumnElement[bool]:
        """A wish for more time silences the next morning's rungs, and no later ones.

        One asked for before that day's morning has silenced that day's.
        """
        heard, later = self._hearers, aliased(Rung)
        heard_since = exists(
            select(literal(1))
            .select_from(later)
            .where(
                later.committee_id == Occurrence.committee_id,
                later.occurrence_id == Occurrence.id,
                later.person_id == heard.c.person_id,
                later.day < self.today,
                or_(
                    later.day > Extension.asked_on,
                    and_(later.day == Extension.asked_on, later.silenced),
                ),
            )
            .correlate(Occurrence, Extension, heard)
        )
        return exists(
            select(Extension.id)
            .where(
                Extension.committee_id == Occurrence.committee_id,
                Extension.occurrence_id == Occurrence.id,
                Extension.granted.is_(None),
                Extension.withdrawn_at.is_(None),
                ~heard_since,
            )
            .correlate(Occurrence, heard)
        )


def waiting_people(committee_ids: Sequence[int], today: date, hour: int | None) -> Rows:
    """Whom rungs or notes wait for that no message covers yet: committee and person."""
    heard = hearers(committee_ids, today)
    awake = [heard.c.opens <= hour, heard.c.closes > hour] if hour is not None else []
    rungs = exists().where(
        Rung.committee_id == heard.c.committee_id,
        Rung.person_id == heard.c.person_id,
        Rung.outbox_id.is_(None),
        Rung.silenced.is_(False),
    )
    notes = exists().where(
        MorningNote.committee_id == heard.c.committee_id,
        MorningNote.person_id == heard.c.person_id,
        MorningNote.outbox_id.is_(None),
    )
    return (
        select(heard.c.committee_id, heard.c.person_id).where(or_(rungs, notes), *awake).distinct()
    )


def is_instructed() -> ColumnElement[bool]:
    """Whether a member's instruction on the occurrence's task waits for an answer."""
    return exists(
        select(Instruction.id)
        .where(
            Instruction.committee_id == Occurrence.committee_id,
            Instruction.task_id == Occurrence.task_id,
            Instruction.answer.is_(None),
        )
        .correlate(Occurrence)
    )


def heard_since(committee_id: Any, task_id: Any, first: Any) -> ColumnElement[bool]:
    """Whether something valid was reported of a task, in any of its occurrences, since a day."""
    undo, other = aliased(StatusUpdate), aliased(Occurrence)
    return exists(
        select(StatusUpdate.id)
        .join(
            other,
            and_(
                other.committee_id == StatusUpdate.committee_id,
                other.id == StatusUpdate.occurrence_id,
            ),
        )
        .where(
            other.committee_id == committee_id,
            other.task_id == task_id,
            StatusUpdate.reported_on >= first,
            StatusUpdate.undoes_id.is_(None),
            ~exists().where(
                undo.committee_id == StatusUpdate.committee_id,
                undo.undoes_id == StatusUpdate.id,
            ),
        )
        .correlate(Occurrence, Plan)
    )


def _stands(ladder: CTE) -> ColumnElement[bool]:
    """A rung for this due day, of a morning after the plan's acceptance and the ladder's change."""
    return and_(
        Occurrence.due.between(ladder.c.due_from, ladder.c.due_to),
        ladder.c.day >= Plan.reminds_from,
        or_(Committee.ladder_from.is_(None), ladder.c.day >= Committee.ladder_from),
    )
