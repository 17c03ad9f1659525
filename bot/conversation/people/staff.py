"""The committee's people, for the standing office: the list, invitations, roles, the last word."""

import re
from collections.abc import Sequence

from bot.conversation.names.agencies import known_agencies
from bot.conversation.paging import in_rows, turning
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.people import staff as texts
from db.enums import Role
from db.models import Agency, Membership
from db.queries.office import agencies_by_id
from db.queries.people import everybody_in
from plans.words import clean
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office

OWN = 0
"""Stands for the committee itself where an agency's id would stand."""
ROW = 2
PAGE = 8
"""Agencies in one message: with their people and buttons, what a phone shows."""


SPOKEN = re.compile(
    r"(?:(?:cho (?:toi )?)?xem |danh sach )?(?:nhan su|can bo|nguoi|dau moi|tai khoan)"
    r"(?: (?:dau moi|phu trach|cua|cho|o|tai|ben|_+))*"
    r"|(?:them|moi|bo sung|cap ma(?: moi)?(?: cho)?|tao ma(?: moi)?(?: cho)?)"
    r" (?:mot |1 )?(?:nguoi|can bo|dau moi|tai khoan|nhan su|_+)(?: (?:moi|vao|cho|cua|o|_+))*"
    r"|(?:them|moi|bo sung) (?:mot |1 )?(?:nguoi|can bo|dau moi) (?:moi )?(?:la )?"
    r"\w+(?: \w+){0,4}?,?(?: (?:o|ben|cua|tai|la|cho|vao|thuoc))* _+"
    r"|(?:gui|cho|tao|cap)(?: (?:lai|xin|giup|toi|em))* (?:link|ma|duong dan|loi|giay)(?: moi)"
    r"(?: (?:vao|cho|cua|o|ben|phong|anh|chi|_+))*"
    r"|(?:them|moi|dua|bo sung) (?:anh|chi|ong|ba|em|dong chi|co|chu) \w+(?: \w+){0,3}?"
    r"(?: (?:o|ben|cua|tai|la|lam|can bo|dau moi|phu trach|thu truong|lanh dao|cho))* _+"
    r"(?: (?:vao|tham gia|nhe|giup|toi|em|he thong|nhom))*"
    r"|moi (?:(?:anh|chi|ong|ba|em|dong chi) )?\w+(?: \w+){0,3}? (?:lam|vao|tham gia|la)"
    r"(?: (?:can bo|dau moi|thu truong|lanh dao|cua|cho|o|tai|ben|_+))+"
    r"|(?:doi|thay)(?: (?:nguoi|can bo|dau moi|lanh dao|moi|cua|o|ben))+ _+(?: .*)?"
    r"|_+ (?:da )?(?:doi|thay)(?: (?:nguoi|can bo|dau moi))+(?: (?:moi|phu trach))*(?:[,:].*)?"
    r"|(?:co )?(?:bao nhieu|may) (?:nguoi|can bo|tai khoan)"
    r"(?: (?:da|dang|duoc|ket noi|tham gia|dang ky|dung|vao|he thong|bot|nhom|roi))*"
    r"|(?:nhung )?ai(?: (?:da|dang|duoc|co|o|vao|tham gia|mat|trong))+ (?:he thong|bot|nhom|day)"
    r"|ai(?: (?:la|dang|dau moi|can bo|thu truong|truong phong|lanh dao|phu trach|"
    r"lam|o|cua|ben|cho|_+))+"
    r"|_+ (?:dang )?(?:co|gom) (?:may|bao nhieu|nhung)(?: (?:nguoi|can bo|ai|dau moi))+"
    r"|(?:(?:ben|o) )?_+ (?:thi )?ai(?: (?:la|dang|dau moi|can bo|phu trach))+(?: (?:vay|the|a))?"
)
""" "Thêm người cho Phòng Kinh tế", "ai là đầu mối Công an xã": flattened, lines for names."""


async def on_words(talk: Talk) -> Outgoing | None:
    """An agency's people, or all, asked for in words by the standing office."""
    if not may_run_office(talk.standing) or talk.incoming.reply_to:
        return None
    text = clean(talk.incoming.text).rstrip(" .?!")
    names = await known_agencies(talk)
    if not SPOKEN.fullmatch(names.blank(text)):
        return None
    mentions = names.find(text)
    if len(mentions) == 1 and len(mentions[0].ids) == 1:
        return await on_staff_of(talk, str(mentions[0].ids[0]))
    return await on_staff(talk)


def only_office(talk: Talk) -> None:
    """Raise `NotYourRoleError` for anybody else."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError


async def on_staff(talk: Talk, argument: str = "") -> Outgoing:
    """/nhansu: everybody by agency, with a button for each; `argument` is the page, from 0."""
    only_office(talk)
    tr, held = talk.tr, await everybody_in(talk.session, talk.committee.id)
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    places: list[tuple[int, str]] = [(OWN, texts.committee_itself(tr))]
    places += [(agency.id, agency.name) for agency in agencies]
    last = (len(places) - 1) // PAGE
    page = min(read_id(argument) or 0, last)
    places = places[page * PAGE : (page + 1) * PAGE]
    lines = [
        texts.agency_line(tr, agency=name, people=_named(tr, held, place)) for place, name in places
    ]
    count = len({one.person_id for one in held})
    buttons = [Choice(name, f"staffof:{place}") for place, name in places]
    rows = [*in_rows(buttons, ROW), *turning(tr, "staff", page, last)]
    blocks = [texts.heading(tr, committee=talk.committee.name, count=count), *lines]
    return Outgoing((*blocks, texts.how_to_go_on(tr)), tuple(rows))


def _named(tr: Translator, held: Sequence[Membership], place: int) -> list[str]:
    return [
        texts.with_role(tr, name=one.person.name, role=one.role)
        for one in held
        if (one.agency_id or OWN) == place
    ]


async def on_staff_of(talk: Talk, argument: str) -> Outgoing:
    """One agency's people, each with a button, and who can be invited to it."""
    only_office(talk)
    place = await place_of(talk, argument)
    if place is None:
        raise StaleButtonError
    tr, (agency_id, name) = talk.tr, place
    everybody = await everybody_in(talk.session, talk.committee.id)
    held = [one for one in everybody if (one.agency_id or OWN) == agency_id]
    people = {one.person_id: one.person for one in held}
    rows = [(Choice(person.name, f"person:{person.id}"),) for person in people.values()]
    roles = (Role.SECRETARY, Role.MEMBER) if agency_id == OWN else (Role.HEAD, Role.OFFICER)
    rows += [
        (Choice(texts.button_invite(tr, role), f"invite:{role.value}:{agency_id}"),)
        for role in roles
    ]
    line = texts.agency_line(tr, agency=name, people=_named(tr, held, agency_id))
    return Outgoing((line,), tuple(rows))


async def place_of(talk: Talk, argument: str) -> tuple[int, str] | None:
    """An agency of this committee, or the committee itself."""
    agency_id = read_id(argument)
    if agency_id == OWN:
        return OWN, texts.committee_itself(talk.tr)
    agency = await agency_of(talk, agency_id)
    return (agency.id, agency.name) if agency else None


async def agency_of(talk: Talk, agency_id: int | None) -> Agency | None:
    """An agency of this committee by its id."""
    found = await agencies_by_id(talk.session, talk.committee.id, [agency_id or 0])
    return found[0] if found else None


def role_of(word: str) -> Role | None:
    """The role that a button names; None for anything else."""
    return Role(word) if word in set(Role) else None
