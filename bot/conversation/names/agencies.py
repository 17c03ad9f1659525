"""The committee's agencies by what people call them, to be found in what is typed."""

from bot.conversation.listening.mentions import Directory
from bot.conversation.talk import Talk
from db.queries.office import agency_spellings


async def known_agencies(talk: Talk) -> Directory:
    """Every agency of the committee under each of its names."""
    return Directory(await agency_spellings(talk.session, talk.committee.id))
