"""The people of agencies by what others call them: "chị Hoa", "anh Kiên", "cán bộ phòng tôi"."""

import re
from collections.abc import Iterable

from bot.conversation.talk import Talk
from db.enums import Role
from db.models import Membership, Person
from db.queries.office import reached_members
from plans.words import letters

TITLES = re.compile(r"(?:(?:dong chi|d/c|can bo|anh|chi|em|co|chu|bac|ong|ba|ban)[\s:]+)*")
""" "Đồng chí Hoa", over flattened text."""
TEAM = re.compile(
    r"(?:(?:tat ca|ca|moi|toan|cac|nhung)\s+)*(?:anh chi em|anh em|chi em|can bo|nhan vien|"
    r"chuyen vien|moi nguoi|nguoi|phong|don vi|co quan)\b"
    r"(?:\s+(?:cua|trong|o|thuoc|phong|don vi|co quan|dau moi|toi|em|minh|ta|chung toi|nha))*"
)
""" "Cán bộ phòng tôi", "anh em trong phòng", over flattened text."""


def called(person: Person) -> list[str]:
    """The words of a person's name, flat, the given name last; what is in brackets left out."""
    return letters(re.sub(r"\(.*\)", "", person.name)).split()


def is_called(person: Person, words: str) -> bool:
    """Whether flat words hold a person's given name, or all of the name."""
    name = called(person)
    return bool(name) and f" {name[-1]} " in f" {words} "


def begin_with(words: str, people: Iterable[Person]) -> list[Person]:
    """Those whom flattened words begin with, by the family's name too or by the given one alone."""
    title = TITLES.match(words)
    rest = letters(words[title.end() if title else 0 :])
    whole = [
        one
        for one in people
        if len(called(one)) > 1 and f"{rest} ".startswith(f"{' '.join(called(one))} ")
    ]
    return whole or [one for one in people if rest.split()[:1] == called(one)[-1:]]


async def officers(talk: Talk, agency_ids: Iterable[int]) -> list[Membership]:
    """The officers of these agencies who can be told."""
    members = await reached_members(talk.session, talk.committee.id, list(agency_ids))
    return [held for held in members if held.role is Role.OFFICER]
