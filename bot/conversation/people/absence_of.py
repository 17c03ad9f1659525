"""Leave noted by the standing office of somebody who told them: "anh Kiên nghỉ từ 20/12, chị Lan
thay"."""

import re
from dataclasses import replace

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.people import begin_with, called
from bot.conversation.people.absence_kept import (
    Days,
    away_line,
    back_button,
    colleagues_of,
    end_absence,
    keep_absence,
    named_colleague,
)
from bot.conversation.people.absence_words import COURTESY, LEAVE, LEAVES, read_days, speaks_of_work
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.people import hours as texts
from db.enums import Role
from db.models import Person
from db.queries.absences import absences_from
from plans.words import clean
from tasks.absences import BadAbsenceError
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office

WILL = r"(?:(?:xin|se|duoc|phai|bi|bao|co lich|hom nay|ngay mai|mai|tuan sau|tuan nay)[ ,]+)*"
AWAY = re.compile(rf"{COURTESY}(?P<who>[a-z/]+(?: [a-z]+){{0,4}}?)[ ,]+(?P<rest>{WILL}{LEAVE}.*)")
""" "Anh Kiên nghỉ từ 20/12 đến 25/12, chị Lan thay"; over flattened text."""
BACK = re.compile(
    rf"{COURTESY}(?P<who>[a-z/]+(?: [a-z]+){{0,4}}?)[ ,]+(?:(?:da|vua|moi|hom nay|nay)[ ,]+)*"
    r"(?:di lam (?:lai|tro lai|binh thuong)|tro lai(?: lam viec)?|het (?:nghi|phep|om)|"
    r"khong (?:nghi|di|vang)(?: phep| om| cong tac)? nua)"
    r"(?: (?:roi|a|nhe|hom nay|tu hom nay))*[ .!]*"
)
""" "Anh Kiên đã đi làm lại", "anh Kiên không nghỉ nữa"; over flattened text."""


UNKNOWN = re.compile(
    r"\b(?P<who>(?:anh|chi|dong chi|em|co|chu|ong|ba) [a-z]+(?: [a-z]+){0,3}?)"
    r" (?:(?:se|lam|truc|di) )*(?:thay|truc|lam ho)\b"
)
""" "Chị Mai thay", where nobody here is called Mai; over flattened text."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Somebody's leave, or its end; None for words of oneself, of nobody we know, or of a task."""
    text = clean(talk.incoming.text)
    office = may_run_office(talk.standing)
    if not (office or talk.standing.has(Role.HEAD)) or talk.incoming.reply_to:
        return None
    flat = flatten(text)
    if LEAVES.search(flat) or speaks_of_work(text) or is_question(listen(text).words):
        return None
    if office and (back := BACK.fullmatch(flat)) and (person := await _meant(talk, back["who"])):
        return await _is_back(talk, person)
    away = AWAY.fullmatch(flat)
    person = await _meant(talk, away["who"]) if away else None
    if away is None or person is None:
        return None
    if not office:
        raise NotYourRoleError  # a head's words of an officer, which the office may be passed
    return await _is_away(talk, person, text[away.start("rest") :])


async def _meant(talk: Talk, name: str) -> Person | None:
    """The one person of the committee whom these words name, and nothing but them."""
    found = begin_with(name, await colleagues_of(talk))
    return found[0] if len(found) == 1 and name.split()[-1] == called(found[0])[-1] else None


async def _is_away(talk: Talk, person: Person, words: str) -> Outgoing:
    days = read_days(words, talk.today)
    if days is None:
        return Outgoing((texts.how_to_say_away(talk.tr, who=person.name),))
    starts_on, ends_on, rest = days
    others = [one for one in await colleagues_of(talk) if one.id != person.id]
    stand_in = named_colleague(rest, others)
    try:
        absence, changed = await keep_absence(talk, person, Days(starts_on, ends_on, stand_in))
    except BadAbsenceError as refusal:
        return Outgoing((texts.bad_absence(talk.tr, why=refusal.why),))
    name = stand_in.name if stand_in else None
    tr = talk.words_for(person)
    told = texts.away(tr, starts_on=starts_on, ends_on=ends_on, stand_in=name)
    noted = texts.noted_by(tr, who=talk.person.name)
    theirs = back_button(replace(talk, tr=tr), absence)
    await talk.tell(person, Outgoing((told, noted), ((theirs,),)))
    line = texts.noted(talk.tr, line=away_line(talk, absence))
    unknown = UNKNOWN.search(flatten(words)) if stand_in is None else None
    if unknown is not None:
        changed.append(texts.stand_in_unknown(talk.tr, who=words[slice(*unknown.span("who"))]))
    return Outgoing((line, *changed))


async def _is_back(talk: Talk, person: Person) -> Outgoing:
    rows = await absences_from(talk.session, talk.committee.id, talk.today, person.id)
    if not rows:
        return Outgoing((texts.nobody_away(talk.tr, first=talk.today, last=None),))
    await end_absence(talk, rows[0])
    tr = talk.words_for(person)
    noted = texts.noted_by(tr, who=talk.person.name)
    await talk.tell(person, Outgoing((texts.back(tr), noted)))
    return Outgoing((texts.is_back(talk.tr, who=person.name),))
