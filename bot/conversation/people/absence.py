"""Being away: the days, who stands in, and everybody whom it concerns told of it."""

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import selectinload

from bot.conversation.listening.mentions import flatten
from bot.conversation.people.absence_kept import (
    Days,
    away_line,
    back_button,
    colleagues_of,
    end_absence,
    held_here,
    keep_absence,
    named_colleague,
)
from bot.conversation.people.absence_words import (
    read_days,
    says_away,
    says_back,
    says_stays,
    speaks_of_work,
    tells_of_holidays,
)
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import unclear
from bot.texts.people import hours as texts
from db.enums import Role
from db.models import Absence, Person
from db.queries.absences import absences_from
from plans.words import cut
from tasks.absences import BadAbsenceError
from tasks.rules import may_run_office

UNTIL = re.compile(r"(?:den|toi|het)(?: het| ngay)* \d")
""" "Đến 20/12": the last day put right while a stand-in is asked for; over flattened text."""
OFFERED = 8
"""Colleagues offered as stand-ins: what a phone shows without scrolling."""


async def on_away(talk: Talk, argument: str = "") -> Outgoing:
    """/vangmat: "từ 20/12 đến 27/12, chị Lan thay"; without days, what is kept already."""
    said = read_days(argument, talk.today)
    if said is None:
        return await _kept(talk)
    starts_on, ends_on, rest = said
    colleagues = await colleagues_of(talk)
    named = named_colleague(rest, colleagues)
    if named is None:
        return _ask(talk, starts_on, ends_on, colleagues)
    return await _be_away(talk, starts_on, ends_on, named)


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Tôi đi công tác từ 20/12 đến 27/12, chị Lan thay"; without days it is asked for them.

    None where anything else is said: what names a task or its state is a report.
    """
    text = talk.incoming.text.strip()
    asked = talk.recall("asked") or {}
    if asked.get("what") == "obstacle" or talk.incoming.reply_to:
        return None  # being away may be what is in the way
    if says_stays(text) and (rows := await _own(talk)):
        return await on_back(talk, str(rows[-1].id))
    if says_back(text):
        return await _come_back(talk)
    if tells_of_holidays(text) and may_run_office(talk.standing):
        return Outgoing((texts.holidays_known(talk.tr),))
    return await on_away(talk, text) if says_away(text) else None


async def _own(talk: Talk) -> Sequence[Absence]:
    """One's own absences that are not over, the one that was said last behind."""
    rows = await absences_from(talk.session, talk.committee.id, talk.today, talk.person.id)
    return sorted(rows, key=lambda row: row.id)


async def _come_back(talk: Talk) -> Outgoing:
    """The absence of today is over."""
    rows = await absences_from(talk.session, talk.committee.id, talk.today, talk.person.id)
    today = [row for row in rows if row.starts_on <= talk.today]
    if not today:
        return Outgoing((texts.not_away(talk.tr),))
    return await on_back(talk, str(today[0].id))


async def on_stand_in(talk: Talk, argument: str) -> Outgoing:
    """Who stands in, picked: "first day:last day:person", person 0 for nobody."""
    first, _, rest = argument.partition(":")
    last, _, person = rest.partition(":")
    try:
        starts_on, ends_on = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise StaleButtonError from None
    if person == "0":
        return await _be_away(talk, starts_on, ends_on, None)
    colleagues = {colleague.id: colleague for colleague in await colleagues_of(talk)}
    stand_in = colleagues.get(read_id(person) or 0)
    if stand_in is None:
        raise StaleButtonError
    return await _be_away(talk, starts_on, ends_on, stand_in)


async def stand_in_named(talk: Talk, days: str) -> Outgoing | None:
    """Who stands in, typed after that was asked: "chị Hoa làm thay"; None where none is meant."""
    text = talk.incoming.text
    if says_stays(text):
        return Outgoing((unclear.question_dropped(talk.tr),))
    if says_away(text) and read_days(text, talk.today):
        return None  # other days
    if UNTIL.match(flatten(text)):
        first, _, _ = days.partition(":")
        return await on_away(talk, f"từ {date.fromisoformat(first):%d/%m/%Y} {text}")
    named = None if speaks_of_work(text) else named_colleague(text, await colleagues_of(talk))
    return await on_stand_in(talk, f"{days}:{named.id}") if named else None


async def _be_away(talk: Talk, starts_on: date, ends_on: date, stand_in: Person | None) -> Outgoing:
    days = Days(starts_on, ends_on, stand_in)
    try:
        absence, changed = await keep_absence(talk, talk.person, days)
    except BadAbsenceError as refusal:
        return Outgoing((texts.bad_absence(talk.tr, why=refusal.why),))
    name = stand_in.name if stand_in else None
    said = texts.away(talk.tr, starts_on=starts_on, ends_on=ends_on, stand_in=name)
    return Outgoing((said, *changed), ((back_button(talk, absence),),))


async def on_back(talk: Talk, argument: str) -> Outgoing:
    """ "Tôi đã trở lại": an absence of one's own is taken back."""
    absence = await talk.session.get(
        Absence,
        read_id(argument) or 0,
        options=[selectinload(Absence.stand_in), selectinload(Absence.person)],
    )
    mine = (talk.committee.id, talk.person.id, None)
    if (
        absence is None
        or (absence.committee_id, absence.person_id, absence.withdrawn_at) != mine
        or absence.ends_on < talk.today
    ):
        raise StaleButtonError
    await end_absence(talk, absence)
    return Outgoing((texts.back(talk.tr),))


async def _kept(talk: Talk) -> Outgoing:
    """One's own absences; for the secretary everybody's; and how to say one."""
    secretary = talk.standing.has(Role.SECRETARY)
    rows = await absences_from(
        talk.session, talk.committee.id, talk.today, None if secretary else talk.person.id
    )
    lines = [away_line(talk, row) for row in rows]
    own = [(back_button(talk, row),) for row in rows if row.person_id == talk.person.id]
    return Outgoing((*lines, texts.how_to_be_away(talk.tr)), tuple(own[:1]))


def _ask(talk: Talk, starts_on: date, ends_on: date, colleagues: Sequence[Person]) -> Outgoing:
    days = f"{starts_on.isoformat()}:{ends_on.isoformat()}"
    rows = [(_stand_in(talk, one, f"away:{days}:{one.id}"),) for one in colleagues[:OFFERED]]
    rows.append((Choice(texts.button_nobody(talk.tr), f"away:{days}:0"),))
    talk.remember(office={"what": "stand_in", "part": days})
    question = texts.choose_stand_in(talk.tr, starts_on=starts_on, ends_on=ends_on)
    return Outgoing((question,), tuple(rows))


def _stand_in(talk: Talk, person: Person, data: str) -> Choice:
    """A colleague to press: two of one name are known by their agencies."""
    theirs = [held.agency for held in held_here(talk, person) if held.agency]
    mine = {agency.id for agency in talk.agencies}
    near = not theirs or any(agency.id in mine for agency in theirs)
    elsewhere = None if near else theirs[0].name
    return Choice(cut(texts.button_stand_in(talk.tr, who=person.name, agency=elsewhere), 60), data)
