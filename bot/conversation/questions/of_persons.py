"""What one person has to do, where the head gave tasks by name: "chị Hoa còn việc nào".

Where none was given by name, all that the person's agency has, and that is said.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.listening.letters import is_marked
from bot.conversation.listening.mentions import flatten
from bot.conversation.names.no_name import NO_NAMES
from bot.conversation.names.people import begin_with, called, without_title
from bot.conversation.questions import asking
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import followed_tasks
from bot.conversation.tasks.lists import PAGE, by_urgency, due_lines, on_mine, task_buttons
from bot.ports import Outgoing
from bot.texts import common
from bot.texts.questions import asked as texts
from db.models import Agency, Membership, Person
from db.queries.office import named_officers
from db.queries.people import agencies_people
from plans.words import clean, letters
from tasks.rules import may_sum_up

SPOKEN = re.compile(
    r"(?:(?:cho (?:toi |em )?(?:hoi|xem|biet)|xem|hoi) )?(?P<who>[a-z]+(?: [a-z/]+){0,4}?)"
    r"(?: (?:hien|hien nay|hien tai|dang|con|van|co|phai|can|duoc giao|phu trach|giu|lam|no))+"
    r"(?: (?:nhung|cac|may|bao nhieu))*(?: (?:viec|nhiem vu|cong viec))+"
    r"(?: (?:gi|nao|chua xong|chua lam|dang lam))*(?: (?:a|nhi|the|vay|roi|nua))*"
    r"|(?P<whom>[a-z]+(?: [a-z/]+){0,4}?)(?: hien| hien nay)? dang lam(?: nhung)? gi"
    r"(?: a| the| vay)*"
    r"|(?:(?:xem|cac|nhung|danh sach) )*(?:viec|nhiem vu)(?: nao| gi)?(?: dang| da)?"
    r"(?: cua| giao cho| giao rieng cho| duoc giao cho| do) (?P<whose>[a-z]+(?: [a-z/]+){0,4}?)"
    r"(?: (?:phu trach|lam|nhan|giu))?(?: (?:(?:da |dang )?(?:toi|den) dau|the nao|ra sao|sao))?"
    r"(?: (?:roi|a|vay|the|nhi))*"
)
""" "Hoa đang làm việc gì", "chị Hoa còn việc nào", "anh Sơn đang làm gì"; over flattened text."""


async def on_words(talk: Talk) -> Outgoing | None:
    """The open tasks of the one person named, of one's own agency for an agency's people."""
    text = clean(talk.incoming.text).rstrip(" ?.!")
    found = SPOKEN.fullmatch(flatten(text))
    if found is None or talk.incoming.reply_to:
        return None
    part = next(part for part in ("who", "whom", "whose") if found[part])
    words = text[slice(*found.span(part))]
    of_whom = part == "whose" and not set(letters(words).split()) & NO_NAMES
    held = await _meant(talk, words, marked=is_marked(text), sure=of_whom)
    if not held:
        return None
    person, agencies = held[0].person, [one.agency for one in held if one.agency]
    named = await named_officers(talk.session, talk.committee.id)
    ids = {agency.id for agency in agencies}
    theirs = {task for (task, agency), who in named.items() if who == person.id and agency in ids}
    if not theirs:
        return await _of_agencies(talk, person, agencies)
    tasks = await followed_tasks(talk)
    still = sorted((one for one in tasks if one.open and one.task.id in theirs), key=by_urgency)
    if not still:
        return Outgoing((texts.named_all_done(talk.tr, who=person.name),))
    shown = still[:PAGE]
    blocks = [texts.named_open(talk.tr, who=person.name, count=len(still))]
    blocks += due_lines(talk.tr, talk.today, shown, still)
    if len(still) > PAGE:
        blocks.append(common.more_tasks(talk.tr, len(still) - PAGE))
    about = tuple(one.task.id for one in shown)
    return Outgoing(tuple(blocks), tuple(task_buttons(shown)), about=about)


async def _of_agencies(talk: Talk, person: Person, agencies: Sequence[Agency]) -> Outgoing | None:
    """What there is for all of the person's agencies, under a line that says why."""
    names = ", ".join(agency.name for agency in agencies)
    if may_sum_up(talk.standing):
        typed = talk.incoming
        talk.incoming = replace(typed, text=f"{' và '.join(a.name for a in agencies)} còn việc nào")
        answer = await asking.on_words(talk)
        talk.incoming = typed
    else:
        answer = await on_mine(talk)
    if answer is None:
        return None
    why = texts.none_named(talk.tr, who=person.name, agency=names)
    return replace(answer, blocks=(why, *answer.blocks))


async def _meant(talk: Talk, words: str, *, marked: bool, sure: bool = False) -> list[Membership]:
    """The places, within what the asker sees, of the one person whom all of these words name."""
    held = await agencies_people(talk.session, talk.committee.id)
    own, everybody = talk.standing.agency_ids, may_sum_up(talk.standing)
    seen = [one for one in held if everybody or one.agency_id in own]
    flat = flatten(words)
    bare, titled = without_title(flat).split(), without_title(flat) != flat
    if not bare or not (titled or marked or sure or words[0].isupper()):
        return []  # "phong con viec nao" is of an agency
    people = {one.person_id: one.person for one in seen}
    meant = [
        one
        for one in begin_with(flat, people.values())
        if bare in (called(one), called(one)[-1:])
        and (not marked or words.lower().split()[-1] == _given_name(one))
    ]
    return [one for one in seen if one.person_id == meant[0].id] if len(meant) == 1 else []


def _given_name(person: Person) -> str:
    """As it is typed with its marks: "phòng" names no Phong."""
    return re.sub(r"\(.*\)", "", person.name).lower().split()[-1]
