"""Being away: the days, who stands in, and everybody whom it concerns told of it."""

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bot.conversation.people.absence_words import (
    read_days,
    says_away,
    says_back,
    says_stays,
    speaks_of_work,
)
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import hours as texts
from db.enums import Role
from db.models import Absence, Chat, Membership, Person
from db.queries.absences import absences_from
from db.queries.people import people_in_role
from plans.words import cut, fold
from tasks.absences import BadAbsenceError, be_away, come_back

WORD = re.compile(r"[^\W\d_]+")

OFFERED = 8
"""Colleagues offered as stand-ins: what a phone shows without scrolling."""


async def on_away(talk: Talk, argument: str = "") -> Outgoing:
    """/vangmat: "từ 20/12 đến 27/12, chị Lan thay"; without days, what is kept already."""
    said = read_days(argument, talk.today)
    if said is None:
        return await _kept(talk)
    starts_on, ends_on, rest = said
    colleagues = await _colleagues(talk)
    named = _named(rest, colleagues)
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
    colleagues = {colleague.id: colleague for colleague in await _colleagues(talk)}
    stand_in = colleagues.get(read_id(person) or 0)
    if stand_in is None:
        raise StaleButtonError
    return await _be_away(talk, starts_on, ends_on, stand_in)


async def stand_in_named(talk: Talk, days: str) -> Outgoing | None:
    """Who stands in, typed after that was asked: "chị Hoa làm thay"; None where none is meant."""
    text = talk.incoming.text
    named = None if speaks_of_work(text) else _named(text, await _colleagues(talk))
    return await on_stand_in(talk, f"{days}:{named.id}") if named else None


async def on_back(talk: Talk, argument: str) -> Outgoing:
    """ "Tôi đã trở lại": an absence of one's own is taken back."""
    absence = await talk.session.get(
        Absence, read_id(argument) or 0, options=[selectinload(Absence.stand_in)]
    )
    mine = (talk.committee.id, talk.person.id, None)
    if (
        absence is None
        or (absence.committee_id, absence.person_id, absence.withdrawn_at) != mine
        or absence.ends_on < talk.today
    ):
        raise StaleButtonError
    await come_back(talk.session, absence, now=talk.now)
    if absence.stand_in is not None:
        words = talk.words_for(absence.stand_in)
        await talk.tell(absence.stand_in, Outgoing((texts.back(words, who=talk.person.name),)))
    return Outgoing((texts.back(talk.tr),))


async def _be_away(talk: Talk, starts_on: date, ends_on: date, stand_in: Person | None) -> Outgoing:
    kept = await absences_from(talk.session, talk.committee.id, talk.today, talk.person.id)
    ended = {row.id: row.ends_on for row in kept}
    try:
        absence = await be_away(
            talk.session,
            talk.committee,
            talk.person,
            starts_on=starts_on,
            ends_on=ends_on,
            stand_in=stand_in,
            now=talk.now,
            today=talk.today,
        )
    except BadAbsenceError as refusal:
        return Outgoing((texts.bad_absence(talk.tr, why=refusal.why),))
    who, name = talk.person.name, stand_in.name if stand_in else None
    if stand_in is not None:
        words = talk.words_for(stand_in)
        text = texts.you_stand_in(words, who=who, starts_on=starts_on, ends_on=ends_on)
        await talk.tell(stand_in, Outgoing((text,)))
    for secretary in await people_in_role(talk.session, talk.committee.id, Role.SECRETARY):
        if secretary.id in (talk.person.id, absence.stand_in_id):
            continue
        words = talk.words_for(secretary)
        text = texts.away_line(words, who=who, starts_on=starts_on, ends_on=ends_on, stand_in=name)
        await talk.tell(secretary, Outgoing((text,)))
    for row in kept:
        if row.stand_in not in (None, stand_in) or not row.withdrawn_at:
            await _tell_of_change(talk, row, ended[row.id])
    said = texts.away(talk.tr, starts_on=starts_on, ends_on=ends_on, stand_in=name)
    before = [away_line(talk, row) for row in kept if row.ends_on != ended[row.id]]
    before += await _stands_in_then(talk, starts_on, ends_on)
    return Outgoing((said, *before), ((_back_button(talk, absence),),))


async def _stands_in_then(talk: Talk, starts_on: date, ends_on: date) -> list[str]:
    """Lines on those for whom this person was to stand in meanwhile; each is told to choose."""
    lines = []
    for row in await absences_from(talk.session, talk.committee.id, talk.today):
        if row.stand_in_id != talk.person.id or row.ends_on < starts_on or row.starts_on > ends_on:
            continue
        first, last = max(row.starts_on, starts_on), min(row.ends_on, ends_on)
        told = texts.stand_in_away(
            talk.words_for(row.person), who=talk.person.name, starts_on=first, ends_on=last
        )
        reports = any(held.agency_id for held in _held(talk, row.person))
        meanwhile = (texts.meanwhile(talk.words_for(row.person)),) if reports else ()
        await talk.tell(row.person, Outgoing((told, *meanwhile)))
        lines.append(
            texts.stands_in_then(talk.tr, who=row.person.name, starts_on=first, ends_on=last)
        )
    return lines


async def _tell_of_change(talk: Talk, row: Absence, ended: date) -> None:
    """Who stood in is told that another absence shortened this one, or took its place."""
    if row.stand_in is None or (row.withdrawn_at is None and row.ends_on == ended):
        return
    words, who = talk.words_for(row.stand_in), talk.person.name
    if row.withdrawn_at is not None:
        told = texts.other_days(words, who=who, starts_on=row.starts_on, ends_on=ended)
    else:
        told = texts.you_stand_in(words, who=who, starts_on=row.starts_on, ends_on=row.ends_on)
    await talk.tell(row.stand_in, Outgoing((told,)))


def _back_button(talk: Talk, absence: Absence) -> Choice:
    return Choice(texts.button_back(talk.tr), f"back:{absence.id}")


async def _kept(talk: Talk) -> Outgoing:
    """One's own absences; for the secretary everybody's; and how to say one."""
    secretary = talk.standing.has(Role.SECRETARY)
    rows = await absences_from(
        talk.session, talk.committee.id, talk.today, None if secretary else talk.person.id
    )
    lines = [away_line(talk, row) for row in rows]
    own = [(_back_button(talk, row),) for row in rows if row.person_id == talk.person.id]
    return Outgoing((*lines, texts.how_to_be_away(talk.tr)), tuple(own[:1]))


def away_line(talk: Talk, row: Absence) -> str:
    """An absence as lists have it: who, which days, who stands in."""
    return texts.away_line(
        talk.tr,
        who=row.person.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        stand_in=row.stand_in.name if row.stand_in else None,
    )


def _ask(talk: Talk, starts_on: date, ends_on: date, colleagues: Sequence[Person]) -> Outgoing:
    days = f"{starts_on.isoformat()}:{ends_on.isoformat()}"
    rows = [(_stand_in(talk, one, f"away:{days}:{one.id}"),) for one in colleagues[:OFFERED]]
    rows.append((Choice(texts.button_nobody(talk.tr), f"away:{days}:0"),))
    talk.remember(office={"what": "stand_in", "part": days})
    question = texts.choose_stand_in(talk.tr, starts_on=starts_on, ends_on=ends_on)
    return Outgoing((question,), tuple(rows))


def _stand_in(talk: Talk, person: Person, data: str) -> Choice:
    """A colleague to press: two of one name are known by their agencies."""
    theirs = [held.agency for held in _held(talk, person) if held.agency]
    mine = {agency.id for agency in talk.agencies}
    near = not theirs or any(agency.id in mine for agency in theirs)
    elsewhere = None if near else theirs[0].name
    return Choice(cut(texts.button_stand_in(talk.tr, who=person.name, agency=elsewhere), 60), data)


def _held(talk: Talk, person: Person) -> list[Membership]:
    return [one for one in person.memberships if one.committee_id == talk.committee.id]


async def _colleagues(talk: Talk) -> list[Person]:
    """Everybody else of the committee whom we can reach, those of the same agency first."""
    query = (
        select(Person)
        .join(Person.memberships)
        .where(
            Membership.committee_id == talk.committee.id,
            Person.id != talk.person.id,
            Person.chats.any(Chat.gone_at.is_(None)),
        )
        .options(selectinload(Person.memberships).joinedload(Membership.agency))
        .order_by(Person.id)
        .distinct()
    )
    mine = {agency.id for agency in talk.agencies}

    def nearness(person: Person) -> tuple[bool, str]:
        theirs = {held.agency_id for held in _held(talk, person) if held.agency_id}
        return (mine.isdisjoint(theirs), person.name)

    return sorted(await talk.session.scalars(query), key=nearness)


def _named(text: str, colleagues: Sequence[Person]) -> Person | None:
    """The one colleague whose name, or its last word, stands in what was typed."""
    words = f" {' '.join(WORD.findall(fold(text)))} "

    def names(person: Person) -> list[str]:
        return WORD.findall(fold(re.sub(r"\(.*?\)", "", person.name)))

    whole = [p for p in colleagues if names(p) and f" {' '.join(names(p))} " in words]
    found = whole or [p for p in colleagues if names(p) and f" {names(p)[-1]} " in words]
    return found[0] if len(found) == 1 else None
