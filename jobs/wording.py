"""The words of the messages of a day, made when they are sent: many people's at once, groups'."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.conversation.groups.digest import digest
from bot.conversation.mornings.messages import mornings
from bot.conversation.mornings.morning_facts import DueWords
from bot.ports import LaterError, Outgoing
from db.models import Committee, Person
from tasks.mornings.owing import working_days
from tasks.working_days import WorkingDays

NEXT_TICK = timedelta(minutes=1)
"""By then a tick has looked at the morning."""

Said = Outgoing | LaterError | None
"""What a message says now; when it may, where this is no time for it; None: nothing is left."""


async def word_mornings(
    session: AsyncSession, messages: Sequence[DueWords], *, now: datetime, default_locale: str
) -> dict[int, Said]:
    """What these mornings' messages say, by id, as things stand."""
    said: dict[int, Said] = {}
    days = await working_days(session)
    query = select(Person).where(Person.id.in_({message.person_id for message in messages}))
    found = await session.scalars(query.options(selectinload(Person.memberships)))
    people = {person.id: person for person in found}
    ids = {message.committee_id for message in messages}
    committees = await session.scalars(select(Committee).where(Committee.id.in_(ids)))
    by_id = {committee.id: committee for committee in committees}
    for committee_id, ones in groupby(sorted(messages, key=_committee), key=_committee):
        committee, today, ready = by_id[committee_id], now.date(), list[DueWords]()
        for message in ones:
            reader = people[message.person_id or 0]
            try:
                today = speaking_day(message, reader, committee, days, now=now)
            except LaterError as later:
                said[message.message_id] = later
            else:
                ready.append(message)
        if ready:
            said |= await mornings(
                session, committee, ready, people, default_locale=default_locale, today=today
            )
    return said


async def word_digests(
    session: AsyncSession,
    messages: Sequence[DueWords],
    *,
    now: datetime,
    default_locale: str,
    bot_name: str | None,
) -> dict[int, Said]:
    """What these digests say, by id; one held back waits for the next day of its week."""
    said: dict[int, Said] = {}
    for message in messages:
        committee = await session.get_one(Committee, message.committee_id)
        local = now.astimezone(ZoneInfo(committee.timezone))
        try:
            _check_hours(committee.morning, committee.evening, await working_days(session), local)
        except LaterError as later:
            said[message.message_id] = later
            continue
        said[message.message_id] = await digest(
            session,
            message,
            default_locale=default_locale,
            today=local.date(),
            bot_name=bot_name,
        )
    return said


def _committee(message: DueWords) -> int:
    return message.committee_id


def speaking_day(
    message: DueWords,
    reader: Person,
    committee: Committee,
    days: WorkingDays,
    *,
    now: datetime,
) -> date:
    """The committee's day, in whose state a morning's message is worded.

    Raises `LaterError` where it is no time to send one: outside of its reader's hours, on a rest
    day, or once its own day is over, when the next morning's message is about to take it up.
    """
    local = now.astimezone(ZoneInfo(committee.timezone))
    opens, closes = reader.morning or committee.morning, reader.evening or committee.evening
    _check_hours(opens, closes, days, local)
    if message.day != local.date():
        raise LaterError("its day is over", NEXT_TICK)
    return local.date()


def _check_hours(opens: int, closes: int, days: WorkingDays, local: datetime) -> None:
    """Raise `LaterError` outside of these hours and on a rest day."""
    if not (days.is_working(local.date()) and opens <= local.hour < closes):
        raise LaterError("not at this hour", _until(opens, local))


def _until(hour: int, local: datetime) -> timedelta:
    """The time until this full hour comes next."""
    morning = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return (morning if local < morning else morning + timedelta(days=1)) - local
