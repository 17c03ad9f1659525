"""The committee's people, for the standing office: the list, invitations, roles, the last word."""

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.menu import forget_menus, menu_of
from bot.conversation.office.assigning import directory
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.office_task import acting
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import staff as texts
from bot.texts import tasks as task_texts
from db.enums import AGENCY_ROLES, Role
from db.models import Agency, Membership, Person
from db.queries.office import agencies_by_id
from plans.words import clean
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.invitations import invite
from tasks.membership import LastSecretaryError, give_role, memberships, move_to, take_roles
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
    r"|(?:gui|cho|tao|cap)(?: (?:lai|xin|giup|toi|em))* (?:link|ma|duong dan|loi|giay)(?: moi)"
    r"(?: (?:vao|cho|cua|o|ben|phong|anh|chi|_+))*"
    r"|(?:them|moi|dua|bo sung) (?:anh|chi|ong|ba|em|dong chi|co|chu) \w+(?: \w+){0,3}?"
    r"(?: (?:o|ben|cua|tai|la|can bo))* _+(?: (?:vao|tham gia|nhe|giup|toi|em|he thong|nhom))*"
    r"|moi (?:(?:anh|chi|ong|ba|em|dong chi) )?\w+(?: \w+){0,3}? (?:lam|vao|tham gia|la)"
    r"(?: (?:can bo|dau moi|thu truong|lanh dao|cua|cho|o|tai|ben|_+))+"
    r"|ai (?:la|dang|phu trach|lam)?(?: (?:dau moi|can bo|phu trach|lam|o|cua|ben|cho|_+))+"
)
""" "Thêm người cho Phòng Kinh tế", "ai là đầu mối Công an xã": flattened, lines for names."""


async def on_words(talk: Talk) -> Outgoing | None:
    """An agency's people, or all, asked for in words by the standing office."""
    if not may_run_office(talk.standing) or talk.incoming.reply_to:
        return None
    text = clean(talk.incoming.text).rstrip(" .?!")
    names = await directory(talk)
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
    tr, held = talk.tr, await _everybody(talk)
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
    rows = _in_rows(buttons)
    turning = []
    if page:
        turning.append(Choice(task_texts.previous_page(tr), f"staff:{page - 1}"))
    if page < last:
        turning.append(Choice(task_texts.next_page(tr), f"staff:{page + 1}"))
    if turning:
        rows.append(tuple(turning))
    blocks = [texts.heading(tr, committee=talk.committee.name, count=count), *lines]
    return Outgoing((*blocks, texts.how_to_go_on(tr)), tuple(rows))


def _in_rows(buttons: Sequence[Choice]) -> list[tuple[Choice, ...]]:
    return [tuple(buttons[i : i + ROW]) for i in range(0, len(buttons), ROW)]


async def _everybody(talk: Talk) -> Sequence[Membership]:
    query = (
        select(Membership)
        .where(Membership.committee_id == talk.committee.id)
        .options(joinedload(Membership.person))
        .order_by(Membership.id)
    )
    return (await talk.session.scalars(query)).all()


def _named(tr: Translator, held: Sequence[Membership], place: int) -> list[str]:
    return [
        texts.with_role(tr, name=one.person.name, role=one.role)
        for one in held
        if (one.agency_id or OWN) == place
    ]


async def on_staff_of(talk: Talk, argument: str) -> Outgoing:
    """One agency's people, each with a button, and who can be invited to it."""
    only_office(talk)
    place = await _place(talk, argument)
    if place is None:
        raise StaleButtonError
    tr, (agency_id, name) = talk.tr, place
    held = [one for one in await _everybody(talk) if (one.agency_id or OWN) == agency_id]
    people = {one.person_id: one.person for one in held}
    rows = [(Choice(person.name, f"person:{person.id}"),) for person in people.values()]
    roles = (Role.SECRETARY, Role.MEMBER) if agency_id == OWN else (Role.HEAD, Role.OFFICER)
    rows += [
        (Choice(texts.button_invite(tr, role), f"invite:{role.value}:{agency_id}"),)
        for role in roles
    ]
    line = texts.agency_line(tr, agency=name, people=_named(tr, held, agency_id))
    return Outgoing((line,), tuple(rows))


async def _place(talk: Talk, argument: str) -> tuple[int, str] | None:
    """An agency of this committee, or the committee itself."""
    agency_id = read_id(argument)
    if agency_id == OWN:
        return OWN, texts.committee_itself(talk.tr)
    agency = await _agency(talk, agency_id)
    return (agency.id, agency.name) if agency else None


async def _agency(talk: Talk, agency_id: int | None) -> Agency | None:
    found = await agencies_by_id(talk.session, talk.committee.id, [agency_id or 0])
    return found[0] if found else None


async def on_invite(talk: Talk, argument: str) -> Outgoing:
    """A code for a role: "role:agency"."""
    only_office(talk)
    word, _, place_id = argument.partition(":")
    place = await _place(talk, place_id)
    role = _role(word)
    if place is None or role is None or (role in AGENCY_ROLES) != (place[0] != OWN):
        raise StaleButtonError
    agency = await _agency(talk, place[0])
    code, expires_at = await invite(
        talk.session, talk.committee, role=role, agency=agency, name=None, now=talk.now
    )
    until = talk.tr.day(expires_at.astimezone(talk.zone).date())
    name = agency.name if agency else talk.committee.name
    text = texts.invitation(talk.tr, role=role, place=name, code=code, until=until)
    if talk.bot_name is None:
        return Outgoing((text,))
    return Outgoing((text, texts.invitation_link(talk.tr, bot=talk.bot_name, code=code)))


def _role(word: str) -> Role | None:
    return Role(word) if word in set(Role) else None


async def _person(talk: Talk, argument: str) -> Person | None:
    """Somebody who belongs to this committee."""
    person_id = read_id(argument)
    query = (
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.committee_id == talk.committee.id, Person.id == (person_id or 0))
        .distinct()
    )
    return (await talk.session.scalars(query)).one_or_none()


async def _roles(talk: Talk, tr: Translator, person: Person) -> list[str]:
    held = await memberships(talk.session, talk.committee.id, person.id)
    return [
        texts.role_in(tr, role=one.role, agency=one.agency.name if one.agency else None)
        for one in held
    ]


async def on_person(talk: Talk, argument: str) -> Outgoing:
    """One person with their roles, and what can be changed."""
    only_office(talk)
    person = await _person(talk, argument)
    if person is None:
        raise StaleButtonError
    tr = talk.tr
    held = await memberships(talk.session, talk.committee.id, person.id)
    rows = [(Choice(texts.button_role(tr), f"giverole:{person.id}"),)]
    if any(one.agency_id for one in held):
        rows.append((Choice(texts.button_move(tr), f"move:{person.id}"),))
    rows.append((Choice(texts.button_end(tr), f"end:{person.id}"),))
    roles = await _roles(talk, tr, person)
    return Outgoing((texts.person_heading(tr, name=person.name, roles=roles),), tuple(rows))


async def on_give_role(talk: Talk, argument: str) -> Outgoing:
    """Another role: "person" and "person:role" ask which, "person:role:agency" gives it."""
    only_office(talk)
    first, _, rest = argument.partition(":")
    person = await _person(talk, first)
    if person is None:
        raise StaleButtonError
    if not rest:
        return await _ask_role(talk, person)
    word, _, place_id = rest.partition(":")
    role = _role(word)
    if role in AGENCY_ROLES and not place_id:
        return await _ask_place(talk, person, role)
    place = await _place(talk, place_id)
    if role is None or place is None or (role in AGENCY_ROLES) != (place[0] != OWN):
        raise StaleButtonError
    try:
        await give_role(
            talk.session,
            talk.committee,
            person,
            acting(talk),
            role=role,
            agency_id=place[0] or None,
        )
    except AlreadyDecidedError:
        return Outgoing((texts.no_change(talk.tr),))
    return await _changed(talk, person)


async def _ask_role(talk: Talk, person: Person) -> Outgoing:
    choices = [
        Choice(
            texts.role_name(talk.tr, role),
            f"giverole:{person.id}:{role.value}" + ("" if role in AGENCY_ROLES else f":{OWN}"),
        )
        for role in (Role.SECRETARY, Role.MEMBER, Role.HEAD, Role.OFFICER)
    ]
    question = texts.which_role(talk.tr, name=person.name)
    return Outgoing((question,), tuple(_in_rows(choices)))


async def _ask_place(talk: Talk, person: Person, role: Role) -> Outgoing:
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    choices = [Choice(one.name, f"giverole:{person.id}:{role.value}:{one.id}") for one in agencies]
    question = texts.role_where(talk.tr, role=role, name=person.name)
    return Outgoing((question,), tuple(_in_rows(choices)))


async def on_move(talk: Talk, argument: str) -> Outgoing:
    """To another agency: "person" asks to which, "person:agency" moves."""
    only_office(talk)
    first, _, second = argument.partition(":")
    person = await _person(talk, first)
    if person is None:
        raise StaleButtonError
    if not second:
        agencies = await agencies_by_id(talk.session, talk.committee.id)
        choices = [Choice(one.name, f"move:{person.id}:{one.id}") for one in agencies]
        question = texts.which_agency(talk.tr, name=person.name)
        return Outgoing((question,), tuple(_in_rows(choices)))
    agency = await _agency(talk, read_id(second))
    if agency is None:
        raise StaleButtonError
    try:
        await move_to(talk.session, talk.committee, person, acting(talk), agency.id)
    except AlreadyDecidedError:
        return Outgoing((texts.no_change(talk.tr),))
    return await _changed(talk, person)


async def _changed(talk: Talk, person: Person) -> Outgoing:
    """Say what somebody now is, to them and to the secretary."""
    if person.id != talk.person.id:
        tr = talk.words_for(person)
        roles = await _roles(talk, tr, person)
        told = texts.you_are(tr, committee=talk.committee.name, roles=roles)
        await talk.session.refresh(person, ["memberships"])
        await talk.tell(person, Outgoing((told,), menu=menu_of(person, tr)))
    roles = await _roles(talk, talk.tr, person)
    return Outgoing((texts.changed(talk.tr, name=person.name, roles=roles),))


async def on_end(talk: Talk, argument: str) -> Outgoing:
    """Somebody's part ended: "person" asks whether it is meant, "person:1" does it."""
    only_office(talk)
    first, _, sure = argument.partition(":")
    person = await _person(talk, first)
    if person is None:
        raise StaleButtonError
    if sure != "1":
        row = (Choice(texts.button_end_now(talk.tr), f"end:{person.id}:1"),)
        return Outgoing((texts.sure_to_end(talk.tr, name=person.name),), (row,))
    try:
        await take_roles(talk.session, talk.committee, person, acting(talk))
    except AlreadyDecidedError:
        return Outgoing((texts.no_change(talk.tr),))
    except LastSecretaryError:
        return Outgoing((texts.last_of_office(talk.tr),))
    await talk.session.refresh(person, ["memberships"])
    await forget_menus(talk.session, person)
    if person.id != talk.person.id:
        tr = talk.words_for(person)
        told = texts.farewell(tr, committee=talk.committee.name)
        await talk.tell(person, Outgoing((told,), menu=menu_of(person, tr)))
    return Outgoing((texts.ended(talk.tr, name=person.name),))
