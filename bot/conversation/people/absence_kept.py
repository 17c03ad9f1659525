"""An absence kept or ended: its write, and everybody whom it concerns told of it once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.people import hours as texts
from db.enums import Role
from db.models import Absence, Chat, Membership, Person
from db.queries.absences import absences_from
from db.queries.people import people_in_role
from plans.words import clean, fold
from tasks.absences import be_away, come_back

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day, both in it, and who stands in; None for nobody."""

    starts_on: date
    ends_on: date
    stand_in: Person | None


async def keep_absence(talk: Talk, person: Person, days: Days) -> tuple[Absence, list[str]]:
    """Keep that somebody is away and tell all but them and who says so; what else changed by it.

    Raises `BadAbsenceError`, or `NotYourRoleError` where it is said of somebody else without
    being of the standing office.
    """
    starts_on, ends_on, stand_in = days.starts_on, days.ends_on, days.stand_in
    kept = await absences_from(talk.session, talk.committee.id, talk.today, person.id)
    ended = {row.id: row.ends_on for row in kept}
    absence = await be_away(
        talk.session,
        talk.committee,
        person,
        starts_on=starts_on,
        ends_on=ends_on,
        stand_in=stand_in,
        by=talk.actor,
    )
    who, name = person.name, stand_in.name if stand_in else None
    if stand_in is not None:
        words = talk.words_for(stand_in)
        text = texts.you_stand_in(words, who=who, starts_on=starts_on, ends_on=ends_on)
        await talk.tell(stand_in, Outgoing((text,)))
    for secretary in await people_in_role(talk.session, talk.committee.id, Role.SECRETARY):
        if secretary.id in (talk.person.id, person.id, absence.stand_in_id):
            continue
        words = talk.words_for(secretary)
        text = texts.away_line(words, who=who, starts_on=starts_on, ends_on=ends_on, stand_in=name)
        await talk.tell(secretary, Outgoing((text,)))
    for row in kept:
        if row.stand_in not in (None, stand_in) or not row.withdrawn_at:
            await _tell_of_change(talk, row, ended[row.id])
    changed = [away_line(talk, row) for row in kept if row.ends_on != ended[row.id]]
    return absence, changed + await _stands_in_then(talk, person, days)


async def end_absence(talk: Talk, absence: Absence) -> None:
    """Somebody is back; who stood in is told."""
    await come_back(talk.session, absence, now=talk.now)
    if absence.stand_in is not None and absence.stand_in_id != talk.person.id:
        words = talk.words_for(absence.stand_in)
        told = texts.back(words, who=absence.person.name)
        await talk.tell(absence.stand_in, Outgoing((told,)))


async def _stands_in_then(talk: Talk, person: Person, days: Days) -> list[str]:
    """Lines on those for whom somebody was to stand in meanwhile; each is told to choose."""
    lines, starts_on, ends_on = [], days.starts_on, days.ends_on
    for row in await absences_from(talk.session, talk.committee.id, talk.today):
        if row.stand_in_id != person.id or row.ends_on < starts_on or row.starts_on > ends_on:
            continue
        first, last = max(row.starts_on, starts_on), min(row.ends_on, ends_on)
        told = texts.stand_in_away(
            talk.words_for(row.person), who=person.name, starts_on=first, ends_on=last
        )
        reports = any(held.agency_id for held in held_here(talk, row.person))
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
    words, who = talk.words_for(row.stand_in), row.person.name
    if row.withdrawn_at is not None:
        told = texts.other_days(words, who=who, starts_on=row.starts_on, ends_on=ended)
    else:
        told = texts.you_stand_in(words, who=who, starts_on=row.starts_on, ends_on=row.ends_on)
    await talk.tell(row.stand_in, Outgoing((told,)))


def away_line(talk: Talk, row: Absence) -> str:
    """An absence as lists have it: who, which days, who stands in."""
    return texts.away_line(
        talk.tr,
        who=row.person.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        stand_in=row.stand_in.name if row.stand_in else None,
    )


def back_button(talk: Talk, absence: Absence) -> Choice:
    """ "Tôi đã trở lại", under an absence that is kept."""
    return Choice(texts.button_back(talk.tr), f"back:{absence.id}")


def held_here(talk: Talk, person: Person) -> list[Membership]:
    """What somebody is in this committee."""
    return [one for one in person.memberships if one.committee_id == talk.committee.id]


async def colleagues_of(talk: Talk) -> list[Person]:
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
        theirs = {held.agency_id for held in held_here(talk, person) if held.agency_id}
        return (mine.isdisjoint(theirs), person.name)

    return sorted(await talk.session.scalars(query), key=nearness)


def named_colleague(text: str, colleagues: Sequence[Person]) -> Person | None:
    """The one colleague whose name, or its last word, stands in what was typed.

    Names may be typed without their marks; a word with others ("thứ hai") is no name.
    """
    words = WORD.findall(clean(text))

    def is_named(name: Sequence[str]) -> bool:
        places = range(len(words) - len(name) + 1)
        return bool(name) and any(
            all(map(_may_be, words[place : place + len(name)], name)) for place in places
        )

    called = {p: WORD.findall(re.sub(r"\(.*?\)", "", clean(p.name))) for p in colleagues}
    whole = [person for person, name in called.items() if is_named(name)]
    found = whole or [person for person, name in called.items() if is_named(name[-1:])]
    return found[0] if len(found) == 1 else None


def _may_be(word: str, name: str) -> bool:
    """Whether a word is typed for a name: its letters, with its marks or without any."""
    typed, meant = (sorted(normalize("NFD", one.lower())) for one in (word, name))
    return typed == meant or word.lower() == fold(name)
