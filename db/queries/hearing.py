"""Which of those who can be told hear of what stands: conditions on `HEARD` beside `STANDS`."""

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select
from sqlalchemy.orm import aliased

from db.enums import Part, Role
from db.models import Extension, Rung, Snooze, TaskAgency, TaskOfficer
from db.queries.given import TODAY
from db.queries.hearers import HEARERS, has_officer
from db.queries.standing import INSTRUCTED, PERIOD, STANDING, UNTIL

HEARD = HEARERS.alias("hearers")
STANDS = STANDING.alias("standing")


def has_part(held: type[TaskAgency], part: Part) -> ColumnElement[bool]:
    stands = STANDS.c
    return and_(
        held.committee_id == stands.committee_id,
        held.task_id == stands.task_id,
        held.part == part,
    )


def lets_sleep() -> ColumnElement[bool]:
    """They asked to hear of it again on a later day; past a due day that was moved before that
    day, nothing is held."""
    stands = STANDS.c
    not_over = or_(stands.audience.in_([PERIOD, INSTRUCTED, UNTIL]), stands.due >= TODAY)
    return exists().where(
        Snooze.committee_id == stands.committee_id,
        Snooze.occurrence_id == stands.occurrence_id,
        Snooze.person_id == HEARD.c.person_id,
        Snooze.until > TODAY,
        not_over,
    )


def leads_can_hear(*roles: Role) -> ColumnElement[bool]:
    """Whether an agency that leads the task has somebody in these roles who can be told."""
    others = HEARD.alias()
    return exists(
        select(TaskAgency.id)
        .join(
            others,
            and_(
                others.c.committee_id == TaskAgency.committee_id,
                others.c.agency_id == TaskAgency.agency_id,
            ),
        )
        .where(has_part(TaskAgency, Part.LEAD), others.c.role.in_(roles))
        .correlate(STANDS)
    )


def reports_for_it() -> ColumnElement[bool]:
    """An agency's officers, or the one named for the task; its head for want of an officer."""
    heard, other = HEARD, HEARD.alias()
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
        and_(heard.c.role == Role.HEAD, ~has_officer(heard)),
    )


def is_silenced() -> ColumnElement[bool]:
    """A wish for more time silences the next morning's rungs, and no later ones.

    One asked for before that day's morning has silenced that day's.
    """
    heard, stands, later = HEARD, STANDS.c, aliased(Rung)
    heard_since = exists(
        select(literal(1))
        .select_from(later)
        .where(
            later.committee_id == stands.committee_id,
            later.occurrence_id == stands.occurrence_id,
            later.person_id == heard.c.person_id,
            later.day < TODAY,
            or_(
                later.day > Extension.asked_on,
                and_(later.day == Extension.asked_on, later.silenced),
            ),
        )
        .correlate(STANDS, Extension, heard)
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
        .correlate(STANDS, heard)
    )
