"""Whom a rung that stands is told: rows for `TOLD`.

What stands is in `STANDING`, who can be told in `HEARERS`, when these are executed. Source:
`docs/domain.md`, Reminders.
"""

from sqlalchemy import Boolean, Column, MetaData, Table, and_, exists, false, literal, select
from sqlalchemy.orm import aliased

from db.base import table_of
from db.enums import Part, Role
from db.models import Absence, AgencyMember, Occurrence, Rung, Snooze, TaskAgency
from db.queries.given import TODAY
from db.queries.hearing import (
    HEARD,
    STANDS,
    has_part,
    is_silenced,
    leads_can_hear,
    lets_sleep,
    reports_for_it,
)
from db.queries.standing import (
    COORDINATING,
    HEAD,
    INSTRUCTED,
    LEAD,
    LEADERS,
    OPENING,
    PERIOD,
    UNTIL,
    Rows,
    followed,
)

TOLD = Table(
    "told_rungs",
    MetaData(),
    *(
        Column(name, table_of(Rung).c[name].type)
        for name in ("committee_id", "occurrence_id", "person_id", "name", "due", "day")
    ),
    Column("silenced", Boolean(create_constraint=False)),
    prefixes=["TEMPORARY"],
    postgresql_on_commit="DELETE ROWS",
)
"""The rungs of this morning, rows of this connection alone until the message is there that covers
them: so each is written once, and not written and then pointed at its message."""


def told() -> list[tuple[set[str], Rows]]:
    """The rungs of whom it is told, each with the audiences of which something must stand."""
    return [*_to_leads(), *_to_coordinating(), *_to_heads(), *_to_leaders()]


def _to_leads() -> list[tuple[set[str], Rows]]:
    """For those who report for a leading agency; the secretary where nobody can be told."""
    unheard = ~leads_can_hear(Role.OFFICER, Role.HEAD)
    to_leads = _to_agencies(Part.LEAD)
    to_secretary = _to_committee(Role.SECRETARY).where(unheard)
    known, stands = aliased(Rung), STANDS.c
    before = exists().where(
        known.committee_id == stands.committee_id,
        known.occurrence_id == stands.occurrence_id,
        known.person_id == HEARD.c.person_id,
        known.due == stands.due,
        known.day < stands.reminds_from,
    )
    return [
        _of({OPENING}, to_leads.where(~before)),
        _of({OPENING}, to_secretary.where(~before)),
        _of({LEAD, INSTRUCTED, UNTIL, PERIOD}, to_leads),
        _of({LEAD, PERIOD}, to_secretary),
    ]


def _to_coordinating() -> list[tuple[set[str], Rows]]:
    """For those who report for an agency that helps, by its name or in a collective one."""
    return [
        _of({COORDINATING}, _to_agencies(Part.COORDINATING)),
        _of({COORDINATING}, _to_members()),
    ]


def _to_heads() -> list[tuple[set[str], Rows]]:
    """For the heads of the leading agencies; the secretary where there is none."""
    headless = ~leads_can_hear(Role.HEAD)
    return [
        _of({HEAD}, _to_agencies(Part.LEAD, step=True)),
        _of({HEAD}, _to_committee(Role.SECRETARY, step=True).where(headless)),
    ]


def _to_leaders() -> list[tuple[set[str], Rows]]:
    """For the secretariat and the committee's members."""
    return [_of({LEADERS}, _to_committee(Role.SECRETARY, Role.MEMBER, step=True))]


def _of(audiences: set[str], rows: Rows) -> tuple[set[str], Rows]:
    return audiences, rows.where(STANDS.c.audience.in_(sorted(audiences)))


def snoozed() -> Rows:
    """Who asked to be reminded again on a day is reminded on it."""
    heard, later = HEARD, aliased(Snooze)
    held = exists().where(
        later.committee_id == Snooze.committee_id,
        later.occurrence_id == Snooze.occurrence_id,
        later.person_id == Snooze.person_id,
        later.until > TODAY,
    )
    rows = (
        select(
            Occurrence.committee_id,
            Occurrence.id,
            Snooze.person_id,
            literal("snoozed"),
            Snooze.until,
            TODAY,
            false(),
        )
        .select_from(Occurrence)
        .join(
            Snooze,
            and_(
                Snooze.committee_id == Occurrence.committee_id,
                Snooze.occurrence_id == Occurrence.id,
                Snooze.until <= TODAY,
            ),
        )
        .where(
            exists().where(
                heard.c.committee_id == Snooze.committee_id,
                heard.c.person_id == Snooze.person_id,
                heard.c.member_id == Snooze.person_id,
                heard.c.listens,
            ),
            ~held,
        )
    )
    return followed(rows).distinct()


def _to_agencies(part: Part, *, step: bool = False) -> Rows:
    """A rung for the people of each agency that has this part in the task.

    Those are who report for it; as a `step`, its head, whom no wish for time silences.
    """
    heard = HEARD
    rows = (
        _rung(step=step)
        .join(TaskAgency, has_part(TaskAgency, part))
        .join(
            heard,
            and_(
                heard.c.committee_id == TaskAgency.committee_id,
                heard.c.agency_id == TaskAgency.agency_id,
            ),
        )
        .where(heard.c.role == Role.HEAD if step else reports_for_it())
    )
    return _due_to(rows)


def _to_members() -> Rows:
    """A rung for the people of each agency that a helping collective name means.

    The secretariat has said which; one that leads the task is told as such alone.
    """
    heard, lead = HEARD, aliased(TaskAgency)
    leads = exists().where(
        lead.committee_id == TaskAgency.committee_id,
        lead.task_id == TaskAgency.task_id,
        lead.agency_id == AgencyMember.agency_id,
        lead.part == Part.LEAD,
    )
    rows = (
        _rung(step=False)
        .join(TaskAgency, has_part(TaskAgency, Part.COORDINATING))
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
        .where(reports_for_it(), ~leads)
    )
    return _due_to(rows)


def _to_committee(*roles: Role, step: bool = False) -> Rows:
    """A rung for the committee's own people."""
    heard = HEARD
    rows = (
        _rung(step=step)
        .join(heard, heard.c.committee_id == STANDS.c.committee_id)
        .where(heard.c.role.in_(roles))
    )
    return _due_to(rows)


def _rung(*, step: bool) -> Rows:
    stands = STANDS.c
    return select(
        stands.committee_id,
        stands.occurrence_id,
        HEARD.c.person_id,
        stands.name,
        stands.due,
        TODAY,
        false() if step else is_silenced(),
    ).select_from(STANDS)


def _due_to(rows: Rows) -> Rows:
    """Only for those who listen and do not let the task sleep, where it is not written yet.

    And not where it went to whom they stand in for, or who stood in for them.
    """
    heard, stands = HEARD, STANDS.c
    written, away = aliased(Rung), aliased(Absence)
    same = and_(
        written.committee_id == stands.committee_id,
        written.occurrence_id == stands.occurrence_id,
        written.name == stands.name,
        written.due == stands.due,
    )
    to_them = exists().where(same, written.person_id == heard.c.person_id)
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
        heard.c.listens,
        ~to_them,
        ~to_the_absent,
        ~to_a_stand_in,
        ~lets_sleep(),
    ).distinct()
