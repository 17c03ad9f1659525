"""Whom a collective name means ("các phòng, ban liên quan"), chosen by the office with buttons."""

from bot.conversation.directory.agencies import (
    BUTTON,
    agency_of_button,
    is_office,
    pair_of_button,
    refused,
    turned,
)
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import agencies as texts
from db.models import Agency
from db.queries.agencies import directory
from plans.words import cut
from tasks.agencies import set_member
from tasks.errors import NotYourRoleError, RefusalError


async def on_members(talk: Talk, argument: str) -> Outgoing:
    """Whom a collective name means: "agency:page"."""
    if not is_office(talk):
        raise NotYourRoleError
    agency_id, _, page = argument.partition(":")
    collective = await agency_of_button(talk, agency_id)
    if collective is None or not collective.collective:
        raise StaleButtonError
    return await _members(talk, collective, page)


async def _members(talk: Talk, collective: Agency, page: str) -> Outgoing:
    found = await directory(talk.session, talk.committee.id)
    members = next(one.members for one in found if one.agency.id == collective.id)
    single = [one for one in found if not one.agency.collective]
    shown, turns = turned(talk, single, page, f"members:{collective.id}")
    rows = []
    for one in shown:
        belongs = one.agency.id in members
        mark = "✓ " if belongs else ""
        data = f"member:{collective.id}:{one.agency.id}:{int(not belongs)}:{read_id(page) or 0}"
        rows.append((Choice(f"{mark}{cut(one.agency.name, BUTTON)}", data),))
    names = tuple(one.agency.name for one in single if one.agency.id in members)
    blocks = (texts.choose_members(talk.tr, collective.name), texts.members_line(talk.tr, names))
    return Outgoing(blocks, (*rows, *turns))


async def on_member(talk: Talk, argument: str) -> Outgoing:
    """Add an agency to a collective, or take it out: "collective:agency:1:page"."""
    collective_id, _, rest = argument.partition(":")
    agency_id, _, rest = rest.partition(":")
    belongs, _, page = rest.partition(":")
    collective, agency = await pair_of_button(talk, f"{collective_id}:{agency_id}")
    if collective is None or agency is None or belongs not in ("0", "1"):
        raise StaleButtonError
    try:
        await set_member(
            talk.session, collective, agency, belongs=belongs == "1", standing=talk.standing
        )
    except RefusalError as refusal:
        return refused(talk, refusal)
    return await _members(talk, collective, page)
