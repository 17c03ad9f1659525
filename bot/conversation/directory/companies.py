"""Whom a collective name of a plan means ("các phòng, ban liên quan"), as the office says."""

from bot.conversation.directory.agencies import (
    BUTTON,
    agency_of_button,
    is_office,
    pair_of_button,
    refused,
    turned,
)
from bot.conversation.old_buttons.since import StaleButtonError
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
    company = await agency_of_button(talk, agency_id)
    if company is None or not company.collective:
        raise StaleButtonError
    return await _members(talk, company, page)


async def _members(talk: Talk, company: Agency, page: str) -> Outgoing:
    found = await directory(talk.session, talk.committee.id)
    members = next(one.members for one in found if one.agency.id == company.id)
    single = [one for one in found if not one.agency.collective]
    shown, turns = turned(talk, single, page, f"members:{company.id}")
    rows = []
    for one in shown:
        belongs = one.agency.id in members
        mark = "✓ " if belongs else ""
        data = f"member:{company.id}:{one.agency.id}:{int(not belongs)}:{read_id(page) or 0}"
        rows.append((Choice(f"{mark}{cut(one.agency.name, BUTTON)}", data),))
    names = tuple(one.agency.name for one in single if one.agency.id in members)
    blocks = (texts.choose_members(talk.tr, company.name), texts.members_line(talk.tr, names))
    return Outgoing(blocks, (*rows, *turns))


async def on_member(talk: Talk, argument: str) -> Outgoing:
    """Add an agency to a company, or take it out: "company:agency:1:page"."""
    company_id, _, rest = argument.partition(":")
    agency_id, _, rest = rest.partition(":")
    belongs, _, page = rest.partition(":")
    company, agency = await pair_of_button(talk, f"{company_id}:{agency_id}")
    if company is None or agency is None or belongs not in ("0", "1"):
        raise StaleButtonError
    try:
        await set_member(
            talk.session, company, agency, belongs=belongs == "1", standing=talk.standing
        )
    except RefusalError as refusal:
        return refused(talk, refusal)
    return await _members(talk, company, page)
