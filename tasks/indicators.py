"""What is reported of indicators: the writes and their rules. The caller commits."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Part, Role
from db.models import Indicator, Person, Reading
from db.queries.indicators import IndicatorNow, valid_readings
from tasks.actor import Actor
from tasks.errors import (
    AlreadyDecidedError,
    NothingToUndoError,
    NotYourIndicatorError,
    NotYourRoleError,
)
from tasks.rules import Standing, may_report

FULL = 100.0
"""More of a share than there is."""

LEAP = 100.0
"""How many times the last reading a new one must be to be asked about: a slip of two places."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A value or a text as somebody reports it, for the state of a day."""

    words: str
    as_of: date
    value: float | None = None
    text: str | None = None


def may_read_off(standing: Standing, lead_ids: Collection[int]) -> bool:
    """The leading agencies' people report an indicator; the secretariat may in their stead."""
    return may_report(standing, lead_ids) or standing.has(Role.SECRETARY)


def is_beyond_sense(
    value: float, *, share: bool, targets: Iterable[float], last: float | None
) -> bool:
    """Whether a figure must be asked about before it is kept.

    A share over 100%, unless a target is over it as well; a hundred times the last reading, or a
    hundredth of it; with no reading yet, a hundred times the highest target.
    """
    highest = max(targets, default=0.0)
    if share and value > max(FULL, highest):
        return True
    if last:
        return abs(value) >= LEAP * abs(last) or 0 < abs(value) * LEAP <= abs(last)
    return last is None and highest > 0 and abs(value) >= LEAP * highest


async def record_reading(
    session: AsyncSession,
    one: IndicatorNow,
    reported: Reported,
    *,
    by: Actor,
    names: tuple[str, ...],
) -> Reading:
    """Append what was reported of an indicator; `names` are this person's agencies.

    Raises `NotYourIndicatorError`.
    """
    leads = one.agency_ids(Part.LEAD)
    if not may_read_off(by.standing, leads):
        raise NotYourIndicatorError(one.number, one.agency_names(Part.LEAD), names)
    reading = Reading(
        committee_id=one.indicator.committee_id,
        indicator_id=one.indicator.id,
        person_id=by.person.id,
        in_stead=not may_report(by.standing, leads),
        value=reported.value,
        text=reported.text,
        words=reported.words,
        as_of=reported.as_of,
        reported_at=by.now,
    )
    session.add(reading)
    await session.flush()
    return reading


async def undo_reading(
    session: AsyncSession, committee_id: int, reading_id: int, *, by: Person, now: datetime
) -> Indicator:
    """Take back one's own last reading of an indicator, and return that; both rows stay.

    Raises `NothingToUndoError` where it was taken back before, is somebody else's, or something
    was reported since.
    """
    reading = await session.scalar(
        select(Reading)
        .where(
            Reading.id == reading_id,
            Reading.committee_id == committee_id,
            Reading.person_id == by.id,
        )
        .options(joinedload(Reading.indicator))
    )
    if reading is None:
        raise NothingToUndoError
    rows = await session.scalars(
        select(Reading)
        .where(Reading.committee_id == committee_id, Reading.indicator_id == reading.indicator_id)
        .order_by(Reading.id)
    )
    history = valid_readings(rows.all())
    if not history or history[-1].id != reading.id:
        raise NothingToUndoError
    session.add(
        Reading(
            committee_id=reading.committee_id,
            indicator_id=reading.indicator_id,
            person_id=by.id,
            words="",
            as_of=reading.as_of,
            reported_at=now,
            undoes_id=reading.id,
        )
    )
    await session.flush()
    return reading.indicator


async def judge_reading(
    session: AsyncSession,
    one: IndicatorNow,
    reading_id: int,
    *,
    reached: bool,
    by: Actor,
) -> None:
    """Say whether an indicator's last reading meets a target in words.

    Raises `NotYourRoleError`, or `AlreadyDecidedError` where another reading came since.
    """
    if not by.standing.has(Role.SECRETARY):
        raise NotYourRoleError
    if one.newest is None or one.newest.id != reading_id:
        raise AlreadyDecidedError
    one.newest.reached = reached
    one.newest.judged_by = by.person.id
    await session.flush()
