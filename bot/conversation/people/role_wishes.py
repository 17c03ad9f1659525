"""What is to become of somebody, said in words: "anh Sơn kiêm thủ trưởng Phòng Kinh tế".

It is offered as the first button of the person's card; nothing changes before it is pressed.
"""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.people.roles import end_one
from bot.conversation.people.staff import OWN, agency_of
from bot.conversation.talk import Talk
from bot.ports import Choice
from bot.texts.people import staff as texts
from db.enums import AGENCY_ROLES, Role
from db.models import Membership, Person
from plans.words import clean
from tasks.membership import memberships

ROLES = (
    (Role.SECRETARY, re.compile(r"\b(?:thuong truc|to giup viec|thu ky)\b")),
    (Role.MEMBER, re.compile(r"\b(?:thanh vien|uy vien|(?:pho|truong) ban)\b")),
    (
        Role.HEAD,
        re.compile(
            r"\b(?:thu truong|truong (?:phong|cong an|tram)|chanh van phong|chi huy truong"
            r"|giam doc|hieu truong|lanh dao)\b"
        ),
    ),
    (Role.OFFICER, re.compile(r"\b(?:dau moi|can bo|chuyen vien)\b")),
)
"""Roles by what they are called, over flattened text."""
ENDS = re.compile(r"\b(?:thoi|khong(?: con)?|ngung|dung|het|bo|go|thu hoi)\b")
MOVES = re.compile(
    r"\b(?:luan chuyen|chuyen|dieu(?: dong)?|dua)\b.*\b(?:sang|ve|qua|den)\b"
    r"|\bve lam(?: viec)?\b"
)
GETS = re.compile(r"\b(?:kiem(?: nhiem)?|lam|la|giu)\b")


async def wished_change(talk: Talk, person: Person, text: str) -> Choice | None:
    """The button that does what the words say of somebody; None where that is not clear."""
    flat = flatten(clean(text))
    named = (await known_agencies(talk)).named(text)
    role = next((role for role, said in ROLES if said.search(flat)), None)
    held = await memberships(talk.session, talk.committee.id, person.id)
    if ENDS.search(flat):
        return _end(talk, held, role, named)
    if MOVES.search(flat):
        return await _move(talk, person, held, named)
    return await _give(talk, person, held, role, named) if role and GETS.search(flat) else None


def _end(
    talk: Talk, held: list[Membership], role: Role | None, named: tuple[int, ...]
) -> Choice | None:
    meant = [one for one in held if one.role is role and (not named or one.agency_id in named)]
    return end_one(talk.tr, meant[0]) if len(meant) == 1 and len(held) > 1 else None


async def _move(
    talk: Talk, person: Person, held: list[Membership], named: tuple[int, ...]
) -> Choice | None:
    theirs = {one.agency_id for one in held}
    elsewhere = [one for one in named if one not in theirs]
    agency = await agency_of(talk, elsewhere[-1]) if elsewhere else None
    if agency is None or not theirs - {None}:
        return None
    return Choice(
        texts.button_move_to(talk.tr, agency=agency.name), f"move:{person.id}:{agency.id}"
    )


async def _give(
    talk: Talk, person: Person, held: list[Membership], role: Role, named: tuple[int, ...]
) -> Choice | None:
    theirs = {one.agency_id for one in held if one.agency_id is not None}
    agency = None
    if role in AGENCY_ROLES:
        among = named or tuple(theirs)
        agency = await agency_of(talk, among[0]) if len(among) == 1 else None
        if agency is None:
            return None
    agency_id = agency.id if agency else None
    if any((one.role, one.agency_id) == (role, agency_id) for one in held):
        return None
    said = texts.role_in(talk.tr, role=role, agency=agency.name if agency else None)
    data = f"giverole:{person.id}:{role.value}:{agency_id or OWN}"
    return Choice(texts.button_give(talk.tr, role=said), data)
