"""One person of the committee, for the standing office: more roles, another agency, the end."""

from sqlalchemy import select

from bot.conversation.menu import forget_menus, menu_of
from bot.conversation.paging import in_rows
from bot.conversation.people.staff import OWN, ROW, agency_of, only_office, place_of, role_of
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.people import staff as texts
from db.enums import AGENCY_ROLES, Role
from db.models import Membership, Person
from db.queries.office import agencies_by_id
from tasks.errors import AlreadyDecidedError
from tasks.membership import (
    LastSecretaryError,
    give_role,
    memberships,
    move_to,
    take_role,
    take_roles,
)


async def _person(talk: Talk, argument: str) -> Person:
    """Somebody who belongs to this committee. Raises `StaleButtonError` where nobody does."""
    person_id = read_id(argument)
    query = (
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.committee_id == talk.committee.id, Person.id == (person_id or 0))
        .distinct()
    )
    person = (await talk.session.scalars(query)).one_or_none()
    if person is None:
        raise StaleButtonError
    return person


async def _roles(talk: Talk, tr: Translator, person: Person) -> list[str]:
    held = await memberships(talk.session, talk.committee.id, person.id)
    return [
        texts.role_in(tr, role=one.role, agency=one.agency.name if one.agency else None)
        for one in held
    ]


async def on_person(talk: Talk, argument: str, wish: Choice | None = None) -> Outgoing:
    """One person with their roles, and what can be changed; what was wished in words first."""
    only_office(talk)
    person = await _person(talk, argument)
    tr = talk.tr
    held = await memberships(talk.session, talk.committee.id, person.id)
    rows = [(wish,)] if wish else []
    rows.append((Choice(texts.button_role(tr), f"giverole:{person.id}"),))
    if any(one.agency_id for one in held):
        rows.append((Choice(texts.button_move(tr), f"move:{person.id}"),))
    if len(held) > 1:
        rows += [(end_one(tr, one),) for one in held if wish != end_one(tr, one)]
    rows.append((Choice(texts.button_end(tr), f"end:{person.id}"),))
    roles = await _roles(talk, tr, person)
    return Outgoing((texts.person_heading(tr, name=person.name, roles=roles),), tuple(rows))


def end_one(tr: Translator, held: Membership) -> Choice:
    """The button that ends one role; its agency is loaded."""
    role = texts.role_in(tr, role=held.role, agency=held.agency.name if held.agency else None)
    data = f"endrole:{held.person_id}:{held.role.value}:{held.agency_id or OWN}"
    return Choice(texts.button_end_role(tr, role=role), data)


async def on_end_role(talk: Talk, argument: str) -> Outgoing:
    """One of several roles ended: "person:role:agency"; of the only one it is asked first."""
    only_office(talk)
    first, _, rest = argument.partition(":")
    word, _, place_id = rest.partition(":")
    person, role = await _person(talk, first), role_of(word)
    held = await memberships(talk.session, talk.committee.id, person.id)
    if role is None:
        raise StaleButtonError
    if len(held) == 1:
        return await on_end(talk, first)
    agency_id = read_id(place_id) or None
    try:
        await take_role(
            talk.session, talk.committee, person, talk.actor, role=role, agency_id=agency_id
        )
    except AlreadyDecidedError:
        return Outgoing((texts.no_change(talk.tr),))
    except LastSecretaryError:
        return Outgoing((texts.last_of_office(talk.tr),))
    await forget_menus(talk.session, person)
    return await _changed(talk, person)


async def on_give_role(talk: Talk, argument: str) -> Outgoing:
    """Another role: "person" and "person:role" ask which, "person:role:agency" gives it."""
    only_office(talk)
    first, _, rest = argument.partition(":")
    person = await _person(talk, first)
    if not rest:
        return await _ask_role(talk, person)
    word, _, place_id = rest.partition(":")
    role = role_of(word)
    if role in AGENCY_ROLES and not place_id:
        return await _ask_place(talk, person, role)
    place = await place_of(talk, place_id)
    if role is None or place is None or (role in AGENCY_ROLES) != (place[0] != OWN):
        raise StaleButtonError
    try:
        await give_role(
            talk.session,
            talk.committee,
            person,
            talk.actor,
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
    return Outgoing((question,), tuple(in_rows(choices, ROW)))


async def _ask_place(talk: Talk, person: Person, role: Role) -> Outgoing:
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    choices = [Choice(one.name, f"giverole:{person.id}:{role.value}:{one.id}") for one in agencies]
    question = texts.role_where(talk.tr, role=role, name=person.name)
    return Outgoing((question,), tuple(in_rows(choices, ROW)))


async def on_move(talk: Talk, argument: str) -> Outgoing:
    """To another agency: "person" asks to which, "person:agency" moves."""
    only_office(talk)
    first, _, second = argument.partition(":")
    person = await _person(talk, first)
    if not second:
        agencies = await agencies_by_id(talk.session, talk.committee.id)
        choices = [Choice(one.name, f"move:{person.id}:{one.id}") for one in agencies]
        question = texts.which_agency(talk.tr, name=person.name)
        return Outgoing((question,), tuple(in_rows(choices, ROW)))
    agency = await agency_of(talk, read_id(second))
    if agency is None:
        raise StaleButtonError
    try:
        await move_to(talk.session, talk.committee, person, talk.actor, agency.id)
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
    if sure != "1":
        row = (Choice(texts.button_end_now(talk.tr), f"end:{person.id}:1"),)
        return Outgoing((texts.sure_to_end(talk.tr, name=person.name),), (row,))
    try:
        await take_roles(talk.session, talk.committee, person, talk.actor)
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
