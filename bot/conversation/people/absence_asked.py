"""Who is away, as others ask: "tuần này ai vắng", "chị Hoa nghỉ đến bao giờ".

Members and the standing office are told of everybody, an agency's people of their own agency.
"""

import re
from collections.abc import Sequence

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.periods import read_period
from bot.conversation.listening.letters import is_marked
from bot.conversation.listening.mentions import flatten
from bot.conversation.names.people import begin_with
from bot.conversation.people.absence_kept import away_line
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.people import hours as texts
from db.models import Absence, Membership
from db.queries.absences import absences_from
from db.queries.people import everybody_in
from plans.words import clean
from tasks.rules import may_sum_up

AWAY = r"(?:nghi(?: phep| om| mat)?|vang(?: mat)?|di cong tac|di vang|cong tac|om)"
WHO = r"(?:ai|(?:nguoi|can bo|dong chi|anh chi) nao|danh sach)"
BESIDE = (
    r"hom nay|ngay|mai|kia|hien|nay|bay gio|luc|dot|tuan|thang|sau|toi|thu|tu|den|het|trong|cuoi|"
    r"dau|sang|chieu|hai|ba|nam|bay|chu nhat|[\d/.\-]+|nhung|cac|co|can bo|dong chi|nguoi|"
    r"o|phong|co quan|don vi|ben|ban|chi dao|minh|ta|em|dang|se|duoc|con|bi|xin|la|cho|biet|hoi|"
    r"xem|khong|nhi|a|the|vay|ha|va|lich"
)
"""What may be said beside: days, whose people, and courtesy."""
SPOKEN = re.compile(
    rf"(?=.*\b{WHO}\b)(?=.*\b(?P<away>{AWAY})\b)(?:(?:{AWAY}|{WHO}|{BESIDE})(?:[ ,]++|$))+"
)
""" "Ai vắng tuần này", "tuần này có ai nghỉ phép không"; over flattened text, nothing else."""

NAME = r"(?:anh|chi|dong chi|ong|ba|co|chu|bac) [a-z]+(?: [a-z]+){0,3}?"
OF_PERSON = re.compile(
    rf"(?:ai|nguoi nao)(?: (?:dang|se|lam|truc|la nguoi))* thay(?: cho)? (?P<stood>{NAME})"
    rf"|(?P<gone>{NAME}) (?:{AWAY}|di vang) (?:thi )?ai (?:(?:lam|truc|nhan|phu trach) )*thay"
    rf"|(?P<who>{NAME}) (?=.*\b(?:khong|bao gio|khi nao|nao|bao lau|may)\b)(?=.*\b{AWAY}\b)"
    rf"(?:(?:{AWAY}|bao gio|khi nao|nao|bao lau|may|{BESIDE})(?:[ ,]+|$))+"
)
""" "Ai thay chị Hoa", "chị Hoa nghỉ đến bao giờ"; over flattened text."""


def asks_who_is_away(text: str) -> bool:
    """Whether somebody's absence is asked about."""
    flat = flatten(clean(text).rstrip(" ?.!"))
    return (SPOKEN.fullmatch(flat) or OF_PERSON.fullmatch(flat)) is not None


async def on_words(talk: Talk) -> Outgoing | None:
    """Who is away then, until when, and who stands in; None where that is not asked."""
    text = clean(talk.incoming.text).rstrip(" ?.!")
    if talk.incoming.reply_to:
        return None
    named = OF_PERSON.fullmatch(flatten(text))
    name = next((part for part in named.groups() if part), "") if named else ""
    if name and (answer := await _of_person(talk, name)):
        return answer
    found = SPOKEN.fullmatch(flatten(text))
    if found is None:
        return None
    if found["away"] == "vang" and is_marked(text) and "vắng" not in text.lower():
        return None  # "vâng, ai ạ"
    days = read_period(text, today=talk.today)
    rows = await _seen(talk, days)
    if not rows:
        first, last = (days.first, days.last) if days else (talk.today, None)
        return Outgoing((texts.nobody_away(talk.tr, first=first, last=last),))
    return Outgoing(tuple(away_line(talk, row) for row in rows))


async def _of_person(talk: Talk, name: str) -> Outgoing | None:
    """The absences of who is called so; None where nobody is."""
    rows = await _seen(talk, None)
    meant = {one.id for one in begin_with(name, {row.person for row in rows})}
    lines = [away_line(talk, row) for row in rows if row.person_id in meant]
    if lines:
        return Outgoing(tuple(lines))
    held = await everybody_in(talk.session, talk.committee.id)
    present = begin_with(name, {one.person for one in held if _is_seen(talk, one)})
    if not present:
        return None
    names = ", ".join(sorted(one.name for one in present))
    return Outgoing((texts.said_no_absence(talk.tr, who=names),))


async def _seen(talk: Talk, days: Period | None) -> Sequence[Absence]:
    """The absences that touch these days, from today on without any, that this person may see."""
    first = days.first if days else talk.today
    rows = await absences_from(talk.session, talk.committee.id, first)
    return [
        row
        for row in rows
        if (days is None or row.starts_on <= days.last)
        and any(_is_seen(talk, held) for held in row.person.memberships)
    ]


def _is_seen(talk: Talk, held: Membership) -> bool:
    """Whether this person may be told who of a role is away."""
    if held.committee_id != talk.committee.id:
        return False
    return may_sum_up(talk.standing) or held.agency_id in talk.standing.agency_ids
