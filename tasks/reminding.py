"""When people are told: a person's hours, a committee's hours, ladder and calendar.

The caller commits.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Committee, Person
from tasks.calendar import EARLIEST, LATEST, Ladder
from tasks.errors import RefusalError
from tasks.mornings.owing import Morning, owe_morning, working_days

QUIET_FROM = 18
"""From this hour on nobody is told, unless they chose otherwise."""
AT_LEAST = 2
"""Hours that somebody told late in the day leaves for a message to come in."""


class BadHourError(RefusalError):
    """An hour outside of those that may be chosen, or a quiet time that leaves none."""


def choose_hours(whose: Person | Committee, hour: int, until: int | None) -> None:
    """Tell a person, or a committee's people, from this full hour on and not from `until` on.

    Raises `BadHourError`.
    """
    evening = max(QUIET_FROM, min(hour + AT_LEAST, LATEST + 1)) if until is None else until
    if not (EARLIEST <= hour <= LATEST and hour < evening <= LATEST + 1):
        raise BadHourError
    whose.morning, whose.evening = hour, evening
    if isinstance(whose, Committee):
        whose.looks_at = None


def forget_hours(person: Person) -> None:
    """Tell this person at the committees' hours again."""
    person.morning = person.evening = None


def told_at(person: Person, committee: Committee, now: datetime) -> datetime:
    """When this person may be told of what others did: now, or once their quiet hours are over.

    What answers a message of their own does not wait.
    """
    local = now.astimezone(ZoneInfo(committee.timezone))
    opens, closes = person.morning or committee.morning, person.evening or committee.evening
    if opens <= local.hour < closes:
        return now
    day = local.date() + timedelta(days=local.hour >= closes)
    return datetime.combine(day, time(opens), tzinfo=local.tzinfo).astimezone(now.tzinfo)


async def look_again(session: AsyncSession) -> None:
    """Look at every committee at once: the calendar that holds for all has changed."""
    await session.execute(update(Committee).values(looks_at=None))


async def change_ladder(
    session: AsyncSession, committee: Committee, ladder: Ladder, *, now: datetime
) -> None:
    """Follow another ladder from the next morning on; what this morning owes is owed by the old.

    Rungs of the new one that lie before are not owed: a change sets off no storm of messages.
    """
    local = now.astimezone(ZoneInfo(committee.timezone))
    begins = local.date()
    if local.hour >= committee.morning:
        begins += timedelta(days=1)
        days = await working_days(session)
        if days.is_working(local.date()):
            before = Ladder.from_json(committee.ladder)
            today = Morning(
                [committee.id],
                before,
                now=now,
                today=local.date(),
                ladder_from=committee.ladder_from,
            )
            await owe_morning(session, today, days)
    committee.ladder = ladder.to_json()
    committee.ladder_from = begins
    committee.looks_at = None
