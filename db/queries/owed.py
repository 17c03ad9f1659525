"""Which rungs stand for whom: the set queries behind a morning's reminders.

Source: `domain`, Reminders. Every query here gives rows for `RUNG_COLUMNS`, `notes` for
`NOTE_COLUMNS`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    CTE,
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    Date,
    MetaData,
    Select,
    String,
    Table,
    and_,
    column,
    exists,
    false,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB
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
from db.queries.hearers import HEARERS

RUNG_COLUMNS = ["committee_id", "occurrence_id", "person_id", "name", "due", "day", "silenced"]
NOTE_COLUMNS = ["committee_id", "person_id", "kind", "subject_id", "due", "day"]

PERIOD = "period"
"""The rung that asks about a reporting period; its `due` is the period's cut-off."""

LEAD, COORDINATING, HEAD, LEADERS = "lead", "coordinating", "head", "leaders"
OPENING, INSTRUCTED = "opening", "instructed"
"""For whom something stands, beside `PERIOD`; `tasks.calendar.Audience` has most of them."""

STANDING = Table(
    "told_standing",
    MetaData(),
    Column("audience", String),
    Column("committee_id", BigInteger),
    Column("occurrence_id", BigInteger),
    Column("task_id", BigInteger),
    Column("name", String),
    Column("due", Date),
    Column("reminds_from", Date),
    prefixes=["TEMPORARY"],
    postgresql_on_commit="DELETE ROWS",
)
"""What stands this morning, rows of this connection alone: found once by the due days' index, so
that whom it concerns is asked about nothing else."""

Rows = Select[*tuple[Any, ...]]


_JSON = JSON().with_variant(JSONB(), "postgresql")
_LADDER = (
    column("audience", String),
    column("due_from", Date),
    column("due_to", Date),
    column("name", String),
    column("day", Date),
)


def ladder_table(rungs: Sequence[Mapping[str, str]], dialect: str) -> CTE:
    """Rungs as a table in the statement: for whom, due days from, to, the name, the day it came.

    They are one value in JSON, so that the statement is the same every morning and compiled once.
    """
    given = literal(rungs, _JSON)
    if dialect == "postgresql":
        table = func.jsonb_to_recordset(given).table_valued(*_LADDER, name="given")
        rows = select(table.render_derived(with_types=True))
    else:
        each = func.json_each(given).table_valued("value", name="given")
        rows = select(
            *(
                func.json_extract(each.c.value, f"$.{part.name}", type_=part.type).label(part.name)
                for part in _LADDER
            )
        )
    return rows.cte("ladder").prefix_with("MATERIALIZED")


class Owed:
    """The queries that say which rungs stand for whom, in committees of one zone and ladder.

    Who can be told is in `HEARERS` (`note_hearers`), what stands in `STANDING`, when the queries
    for the rungs are executed.
    `hour` is the local hour it is: only those are told whose hours it lies within; None: all.
    """

    def __init__(self, committee_ids: Sequence[int], today: date, hour: int | None = None) -> None:
        self.committee_ids = list(committee_ids)
        self.today = today
        self.hour = hour
        self._hearers = HEARERS.alias("hearers")
        self._standing = STANDING.alias("standing")

    # What stands, for whom: rows for `STANDING`.

    def standing(self, ladder: CTE) -> list[Rows]:
        """What the ladder says of open occurrences, and what else they are told of for.

        "opening": what was overdue already on the first morning after acceptance is named once.
        "period": what has no due day, and nothing reported of it in the plan's reporting period.
        "instructed": a member's instruction waits for an answer; days from its giving.
        """
        asked, told_of = Plan.period_cut_off, Instruction.given_on
        silent = ~heard_since(Occurrence.committee_id, Occurrence.task_id, Plan.period_first)
        instructed = and_(
            Instruction.committee_id == Occurrence.committee_id,
            Instruction.task_id == Occurrence.task_id,
            Instruction.answer.is_(None),
        )
        by_ladder = self._stands(ladder.c.audience, ladder.c.name, Occurrence.due)
        by_period = self._stands(literal(PERIOD), ladder.c.name, asked)
        by_instruction = self._stands(ladder.c.audience, ladder.c.name, told_of)
        opening = self._stands(literal(OPENING), literal(OPENING), Occurrence.due)
        return [
            by_ladder.where(
                ladder.c.audience.not_in([INSTRUCTED, PERIOD]),
                Occurrence.due.between(ladder.c.due_from, ladder.c.due_to),
                ladder.c.day >= Plan.reminds_from,
                or_(Committee.ladder_from.is_(None), ladder.c.day >= Committee.ladder_from),
            ),
            by_instruction.join(Instruction, instructed).where(
                ladder.c.audience == INSTRUCTED,
                told_of.between(ladder.c.due_from, ladder.c.due_to),
            ),
            by_period.where(
                ladder.c.audience == PERIOD,
                Occurrence.due.is_(None),
                Task.kind != DeadlineKind.UNREADABLE,
                asked.between(ladder.c.due_from, ladder.c.due_to),
                ladder.c.day >= Plan.reminds_from,
                ladder.c.day >= Plan.period_first,
                silent,
            ),
            opening.where(Occurrence.due < Plan.reminds_from, Plan.reminds_from <= self.today),
        ]

    def _stands(self, audience: ColumnElement[str], name: ColumnElement[str], due: Any) -> Rows:
        rows = select(
            audience,
            Occurrence.committee_id,
            Occurrence.id,
            Occurrence.task_id,
            name,
            due,
            Plan.reminds_from,
        ).select_from(Occurrence)
        return self._followed(rows).distinct()

    # Whom it is told: rows for the rungs.

    def to_leads(self) -> list[Rows]:
        """For those who report for a leading agency; the secretary where nobody can be told."""
        unheard = ~self._somebody(Role.OFFICER, Role.HEAD)
        to_leads = self._to_agencies(Part.LEAD)
        known, stands = aliased(Rung), self._standing.c
        told = exists().where(
            known.committee_id == stands.committee_id,
            known.occurrence_id == stands.occurrence_id,
            known.person_id == self._hearers.c.person_id,
            known.due == stands.due,
            known.day < stands.reminds_from,
        )
        return [
            to_leads.where(stands.audience == OPENING, ~told),
            self._to_committee(Role.SECRETARY).where(stands.audience == OPENING, ~told, unheard),
            to_leads.where(stands.audience.in_([LEAD, INSTRUCTED, PERIOD])),
            self._to_committee(Role.SECRETARY).where(stands.audience.in_([LEAD, PERIOD]), unheard),
        ]

    def to_coordinating(self) -> list[Rows]:
        """For those who report for an agency that helps, by its name or in a collective one."""
        helps = self._standing.c.audience == COORDINATING
        return [self._to_agencies(Part.COORDINATING).where(helps), self._to_members().where(helps)]

    def to_heads(self) -> list[Rows]:
        """For the heads of the leading agencies; the secretary where there is none."""
        step = self._standing.c.audience == HEAD
        return [
            self._to_agencies(Part.LEAD, step=True).where(step),
            self._to_committee(Role.SECRETARY, step=True).where(step, ~self._somebody(Role.HEAD)),
        ]

    def to_leaders(self) -> list[Rows]:
        """For the secretariat and the committee's members."""
        step = self._standing.c.audience == LEADERS
        return [self._to_committee(Role.SECRETARY, Role.MEMBER, step=True).where(step)]

    def snoozed(self) -> Rows:
        """Who asked to be reminded again on a day is reminded on it."""
        heard, later = self._hearers, aliased(Snooze)
        held = exists().where(
            later.committee_id == Snooze.committee_id,
            later.occurrence_id == Snooze.occurrence_id,
            later.person_id == Snooze.person_id,
            later.until > self.today,
        )
        rows = (
            select(
                Occurrence.committee_id,
                Occurrence.id,
                Snooze.person_id,
                literal("snoozed"),
                Snooze.until,
                literal(self.today, Date),
                false(),
            )
            .select_from(Occurrence)
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
                ),
                ~self._told(Snooze.committee_id, Snooze.person_id),
                ~held,
            )
        )
        return self._followed(rows).distinct()

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

    def _to_agencies(self, part: Part, *, step: bool = False) -> Rows:
        """A rung for the people of each agency that has this part in the task.

        Those are who report for it; as a `step`, its head, whom no wish for time silences.
        """
        heard = self._hearers
        rows = (
            self._rung(step=step)
            .join(TaskAgency, self._has_part(TaskAgency, part))
            .join(
                heard,
                and_(
                    heard.c.committee_id == TaskAgency.committee_id,
                    heard.c.agency_id == TaskAgency.agency_id,
                ),
            )
            .where(heard.c.role == Role.HEAD if step else self._reports())
        )
        return self._due_to(rows)

    def _to_members(self) -> Rows:
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
            self._rung(step=False)
            .join(TaskAgency, self._has_part(TaskAgency, Part.COORDINATING))
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
        return self._due_to(rows)

    def _to_committee(self, *roles: Role, step: bool = False) -> Rows:
        """A rung for the committee's own people."""
        heard = self._hearers
        rows = (
            self._rung(step=step)
            .join(heard, heard.c.committee_id == self._standing.c.committee_id)
            .where(heard.c.role.in_(roles))
        )
        return self._due_to(rows)

    def _has_part(self, held: type[TaskAgency], part: Part) -> ColumnElement[bool]:
        stands = self._standing.c
        return and_(
            held.committee_id == stands.committee_id,
            held.task_id == stands.task_id,
            held.part == part,
        )

    def _rung(self, *, step: bool) -> Rows:
        stands = self._standing.c
        return select(
            stands.committee_id,
            stands.occurrence_id,
            self._hearers.c.person_id,
            stands.name,
            stands.due,
            literal(self.today, Date),
            false() if step else self._silenced(),
        ).select_from(self._standing)

    def _due_to(self, rows: Rows) -> Rows:
        """Only for those awake and not told yet this morning, who do not let the task sleep.

        And not where it went to whom they stand in for, or who stood in for them.
        """
        heard, stands = self._hearers, self._standing.c
        written, away = aliased(Rung), aliased(Absence)
        same = and_(
            written.committee_id == stands.committee_id,
            written.occurrence_id == stands.occurrence_id,
            written.name == stands.name,
            written.due == stands.due,
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
        return rows.where(
            *self._awake(),
            ~to_the_absent,
            ~to_a_stand_in,
            ~self._told(stands.committee_id, heard.c.person_id),
            ~self._asleep(stands.committee_id, stands.occurrence_id, heard.c.person_id),
        ).distinct()

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

    def _asleep(self, committee_id: Any, occurrence_id: Any, person_id: Any) -> ColumnElement[bool]:
        """They asked to hear of it again on a later day."""
        return exists().where(
            Snooze.committee_id == committee_id,
            Snooze.occurrence_id == occurrence_id,
            Snooze.person_id == person_id,
            Snooze.until > self.today,
        )

    def _followed(self, rows: Rows) -> Rows:
        """Only occurrences that are open, not paused, and of an accepted plan."""
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
                ~paused,
            )
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
            .where(self._has_part(TaskAgency, Part.LEAD), others.c.role.in_(roles))
            .correlate(self._standing)
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
        heard, stands, later = self._hearers, self._standing.c, aliased(Rung)
        heard_since = exists(
            select(literal(1))
            .select_from(later)
            .where(
                later.committee_id == stands.committee_id,
                later.occurrence_id == stands.occurrence_id,
                later.person_id == heard.c.person_id,
                later.day < self.today,
                or_(
                    later.day > Extension.asked_on,
                    and_(later.day == Extension.asked_on, later.silenced),
                ),
            )
            .correlate(self._standing, Extension, heard)
        )
        return exists(
            select(Extension.id)
            .where(
                Extension.committee_id == stands.committee_id,
                Extension.occurrence_id == stands.occurrence_id,
                Extension.granted.is_(None),
                Extension.withdrawn_at.is_(None),
                ~heard_since,
            )
            .correlate(self._standing, heard)
        )


def waiting_people(hour: int | None) -> Rows:
    """Whom rungs or notes wait for that no message covers yet: committee and person."""
    heard = HEARERS
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
