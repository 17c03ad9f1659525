"""Invitations of the standing office: by a button, or in words with a name.

"Mời chị Lan làm cán bộ đầu mối Phòng Tài chính" makes the code at once, kept under that name.
"""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.people.role_wishes import ROLES
from bot.conversation.people.staff import (
    OWN,
    agency_of,
    on_staff_of,
    only_office,
    place_of,
    role_of,
)
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.people import staff as texts
from db.enums import AGENCY_ROLES, Role
from db.models import Agency
from plans.words import clean
from tasks.errors import NotYourRoleError
from tasks.invitations import invite
from tasks.rules import may_run_office

TITLE = r"(?:anh|chi|ong|ba|em|dong chi|co|chu|bac)"
AS = (
    r"(?:can bo(?: dau moi)?|dau moi|thu truong|truong phong|lanh dao|chuyen vien|thanh vien"
    r"(?: ban chi dao)?|to giup viec|(?:co quan )?thuong truc|thu ky)"
)
SOMEBODY = (
    r"(?:(?:cho|nho|giup|toi|em|hay|xin)[ ,]+)*"
    r"(?:moi|them|bo sung|dua|(?:tao|cap|lam|gui)(?: (?:link|ma|giay|loi))*(?: moi)?(?: cho)?)"
    rf" (?:{AS} )?(?:{TITLE} )"
)
INVITED = re.compile(SOMEBODY)
NAMED = re.compile(
    rf"{SOMEBODY}(?P<name>[a-z]+(?: [a-z]+){{0,4}}?)"
    r"(?:, [a-z ]+,)?"
    rf"(?:[ ,]+(?:lam|la|vao|tham gia|o|ben|cua|tai|thuoc|cho|he thong|{AS}|_+|cung|nhe|a))+"
)
""" "Mời chị Lan, văn thư, làm cán bộ đầu mối Phòng Tài chính"; lines for agencies."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A code for somebody named, where role and agency are said as well.

    Raises `NotYourRoleError` for who would have somebody in and may not.
    """
    if talk.incoming.reply_to:
        return None
    text = clean(talk.incoming.text).rstrip(" .?!")
    if not INVITED.match(flatten(text)):
        return None
    names = await known_agencies(talk)
    flat = names.blank(text)
    found = NAMED.fullmatch(flat)
    if found is None:
        return None
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    role = next((role for role, said in ROLES if said.search(flat, found.end("name"))), None)
    if role is None:
        role = next((role for role, said in ROLES if said.search(flat)), None)
    ids = names.named(text)
    agency = await agency_of(talk, ids[0]) if len(ids) == 1 else None
    name = text[slice(*found.span("name"))]
    name = name[:1].upper() + name[1:]
    if role is None and agency is not None:
        talk.keep_today("inviting", {"name": name, "agency": agency.id})
        return await on_staff_of(talk, str(agency.id))
    if role is None or (role in AGENCY_ROLES) != (agency is not None):
        return None
    return await _invite(talk, role, agency, name)


async def on_invite(talk: Talk, argument: str) -> Outgoing:
    """A code for a role: "role:agency"."""
    only_office(talk)
    word, _, place_id = argument.partition(":")
    place = await place_of(talk, place_id)
    role = role_of(word)
    if place is None or role is None or (role in AGENCY_ROLES) != (place[0] != OWN):
        raise StaleButtonError
    kept = talk.kept_today("inviting") or {}
    talk.remember(inviting=None)
    name = kept.get("name") if kept.get("agency") == place[0] else None
    return await _invite(talk, role, await agency_of(talk, place[0]), name)


async def _invite(talk: Talk, role: Role, agency: Agency | None, name: str | None) -> Outgoing:
    code, expires_at = await invite(
        talk.session, talk.committee, role=role, agency=agency, name=name, now=talk.now
    )
    tr, place = talk.tr, agency.name if agency else talk.committee.name
    until = tr.day(expires_at.astimezone(talk.zone).date())
    if name is None:
        text = texts.invitation(tr, role=role, place=place, code=code, until=until)
    else:
        text = texts.invitation_for(tr, name=name, role=role, place=place, code=code, until=until)
    if talk.bot_name is None:
        return Outgoing((text,))
    return Outgoing((text, texts.invitation_link(tr, bot=talk.bot_name, code=code)))
