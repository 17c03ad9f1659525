"""Being away: the days, who stands in, and everybody whom it concerns told of it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bot.conversation.mentions import flatten
from bot.conversation.replies.days import find_days
from bot.conversation.replies.letters import vn
from bot.conversation.replies.said import blank, listen
from bot.conversation.replies.spoken_days import find_length
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

DASH = re.compile(r"(\d/\d{1,2}(?:/\d{4})?) ?[-–] ?(?=\d)")
"""What parts two days: "20/12-27/12"."""
UNTIL = vn(r"\b(?:đến|tới|hết) $")

AWAY = re.compile(
    r"(?:(?:da|bao cao|thua|xin bao) )*(?:(?:tu|den|toi|het|ngay|sang|chieu|thu|tuan|thang|hom"
    r"|mai|mot|kia|nay|sau|hai|ba|nam|bay|chu nhat|[\d/.-]+)[ ,]+)*(?:toi|em|minh|anh|chi|chau) "
    r"(?:(?:xin|phep|se|duoc|phai|co lich) )*"
    r"(?:nghi(?: phep| om| viec| le| thai san)?|di cong tac|di hoc|di hop|vang(?: mat)?|di vang)\b"
    r"|(?:(?:da|bao cao|thua) )?(?:anh|chi|dong chi|ban|co|chu)(?: \w+){1,3}? (?:se )?"
    r"(?:(?:lam|nhan|truc|bao cao) )?thay (?:cho )?(?:toi|em|minh|chau)\b"
)
""" "Tôi nghỉ phép ...", "tuần sau em đi công tác"; over flattened text."""
OF_WORK = re.compile(
    r"\b(?:viec|nhiem vu|xong|hoan thanh|%|chua|nen|vuong|gia han)\b|#|%"
    r"|\b(?:mai|mot|sau|chieu|toi) (?:em |toi )?(?:bao cao|nop|gui|cap nhat)\b"
    r"|\bdi hop\b(?!.*\b(?:den|toi|het|ngay)\b)"
)
"""What is said of work, or of a meeting that keeps nobody from answering later."""

WORD = re.compile(r"[^\W\d_]+")

OFFERED = 8
"""Colleagues offered as stand-ins: what a phone shows without scrolling."""


async def on_away(talk: Talk, argument: str = "") -> Outgoing:
    """/vangmat: "từ 20/12 đến 27/12, chị Lan thay"; without days, what is kept already."""
    said = _read(argument, talk.today)
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
    flat = flatten(text)
    asked = talk.recall("asked") or {}
    if asked.get("what") == "obstacle" or talk.incoming.reply_to or "?" in text:
        return None  # being away may be what is in the way
    if not AWAY.match(flat) or OF_WORK.search(flat):
        return None
    return await on_away(talk, text)


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
    said = texts.away(talk.tr, starts_on=starts_on, ends_on=ends_on, stand_in=name)
    return Outgoing((said,), ((_back_button(talk, absence),),))


def _back_button(talk: Talk, absence: Absence) -> Choice:
    return Choice(texts.button_back(talk.tr), f"back:{absence.id}")


async def _kept(talk: Talk) -> Outgoing:
    """One's own absences; for the secretary everybody's; and how to say one."""
    secretary = talk.standing.has(Role.SECRETARY)
    rows = await absences_from(
        talk.session, talk.committee.id, talk.today, None if secretary else talk.person.id
    )
    lines = [
        texts.away_line(
            talk.tr,
            who=row.person.name,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            stand_in=row.stand_in.name if row.stand_in else None,
        )
        for row in rows
    ]
    own = [(_back_button(talk, row),) for row in rows if row.person_id == talk.person.id]
    return Outgoing((*lines, texts.how_to_be_away(talk.tr)), tuple(own[:1]))


def _ask(talk: Talk, starts_on: date, ends_on: date, colleagues: Sequence[Person]) -> Outgoing:
    days = f"{starts_on.isoformat()}:{ends_on.isoformat()}"
    rows = [(_stand_in(talk, one, f"away:{days}:{one.id}"),) for one in colleagues[:OFFERED]]
    rows.append((Choice(texts.button_nobody(talk.tr), f"away:{days}:0"),))
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


def _read(text: str, today: date) -> tuple[date, date, str] | None:
    """The first day and the last that are named, and the words beside them; None without a day.

    "mai" is one day, "tuần sau" five, "thứ hai nghỉ 2 ngày" counts from Monday, and "tuần sau ...
    đến thứ sáu" is that week's Friday.
    """
    said = listen(DASH.sub(r"\1 đến ", text))
    days = find_days(said.words, today=today, marked=said.marked)
    if not days or days[0].first is None:
        return None
    first = days[0]
    rest = blank(said.words, [(day.start, day.end) for day in days])
    ends_on = first.last or days[0].first
    if UNTIL.search(said.words, 0, first.start):
        return today, ends_on, rest
    starts_on = max(days[0].first, today)
    behind = find_days(said.words[first.end :], today=starts_on, marked=said.marked)
    length = find_length(rest)
    if later := [day.last for day in behind if day.last]:
        ends_on = later[0]
    elif length:
        ends_on = starts_on + length - timedelta(days=1)
    return starts_on, ends_on, rest
