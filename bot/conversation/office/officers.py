"""The officers of agencies, as those who may be given a task or told of it."""

from collections.abc import Iterable

from bot.conversation.talk import Talk
from db.enums import Role
from db.models import Membership
from db.queries.office import reached_members


async def officers(talk: Talk, agency_ids: Iterable[int]) -> list[Membership]:
    """The officers of these agencies who can be told."""
    members = await reached_members(talk.session, talk.committee.id, list(agency_ids))
    return [held for held in members if held.role is Role.OFFICER]
