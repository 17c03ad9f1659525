"""Questions that name a person instead of an agency: "chị Hoa đang làm những việc gì"."""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.names.no_name import NO_NAMES
from bot.conversation.names.people import begin_with, called
from bot.conversation.talk import Talk
from db.queries.people import agencies_people
from plans.words import letters

TITLED = re.compile(r"\b(?:dong chi|d/c|anh|chi|em|co|chu|bac|ong|ba)\s+(?=[a-z])")

UNTITLED = re.compile(
    r"(?:(?:hom nay|hom qua|sang nay|tuan nay|tuan truoc|thang nay)[ ,]+)?"
    r"(?P<who>[a-z]+) (?:da |vua |moi |hom nay |hom qua |tuan nay )*"
    r"(?:bao cao|bao|cap nhat|nop|gui|lam xong|lam|xong|hoan thanh) "
    r"(?:duoc )?(?:nhung |cac )?(?:gi|viec gi|may|bao nhieu|chua)\b"
)
""" "Hoa báo cáo gì hôm nay"; over flattened text."""


async def with_agencies(talk: Talk, text: str) -> str:
    """The question with a person's agency in the place of "chị Hoa"; as it is where none is named.

    Who could be one of several people is left as typed.
    """
    flat = flatten(text)
    starts = [(found.start(), found.end()) for found in TITLED.finditer(flat)]
    alone = UNTITLED.match(flat)
    if alone and not {letters(text[slice(*alone.span("who"))])} & NO_NAMES:
        starts.append((alone.start("who"), alone.start("who")))
    if not starts:
        return text
    held = await agencies_people(talk.session, talk.committee.id)
    people = {one.person_id: one.person for one in held}
    for start, name in starts:
        meant = begin_with(flat[start:], people.values())
        if len(meant) != 1:
            continue
        agencies = [one.agency.name for one in held if one.person_id == meant[0].id and one.agency]
        end = _name_ends(flat, name, len(called(meant[0])))
        return f"{text[:start]}{' và '.join(agencies)}{text[end:]}"
    return text


def _name_ends(flat: str, start: int, words: int) -> int:
    """Where the name ends: all of its words where they stand there, else after the first."""
    said = list(re.finditer(r"[a-z]+", flat[start:]))
    count = words if len(said) >= words and words > 1 and letters(flat[start:]) else 1
    return start + said[count - 1].end()
