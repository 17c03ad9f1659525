"""An agency's head gives a task to one of its officers: "giao #12 cho anh Sơn", or by choices."""

import re

from bot.conversation.mentions import flatten
from bot.conversation.office.officers import is_called, officers
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import office, reporting
from bot.texts import staff as texts
from db.enums import Part, Role
from db.models import Membership, Person
from db.queries.tasks import TaskNow, tasks_now
from plans.words import clean, letters
from tasks.errors import NotYourRoleError
from tasks.membership import name_officer
from tasks.rules import may_name_officer

SPOKEN = re.compile(
    r"giao (?:(?:viec|nhiem vu|so) )*#?(?P<number>\d{1,5})(?: (?:cho|toi|den))?"
    r"(?: (?:anh|chi|dong chi|em|co|chu|ong|ba|can bo))? ?(?P<whom>.*)",
    re.DOTALL,
)


NUMBER_FIRST = re.compile(
    r"(?:(?:viec|nhiem vu|so) )*#?(?P<number>\d{1,5}) giao (?:cho )?(?P<whom>(?!phong\b|ban\b).+)"
    r"|(?:phan cong|giao) (?:cho )?(?P<who>(?:anh|chi|dong chi|em|co|chu|ong|ba) .+?)"
    r"(?: (?:lam|theo doi|phu trach|thuc hien))? (?:(?:viec|nhiem vu|so) )*#?(?P<which>\d{1,5})"
)

""" "Việc 21 giao cho Hoa", "phân công chị Hoa làm việc 20": of a head alone."""


def _spoken(talk: Talk) -> tuple[int, str] | None:
    """The task's number and whom it is given to, as the words have it."""
    flat = flatten(clean(talk.incoming.text)).rstrip(" .!")
    if found := SPOKEN.fullmatch(flat):
        return int(found["number"]), found["whom"]
    found = NUMBER_FIRST.fullmatch(flat) if talk.standing.has(Role.HEAD) else None
    if found is None:
        return None
    return int(found["number"] or found["which"]), found["whom"] or found["who"]


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Giao #12 cho anh Sơn"; a name that is none or several of the officers' is asked about."""
    found = _spoken(talk)
    if found is None:
        return None
    number, named = found
    tasks = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    if not tasks:
        return Outgoing((reporting.no_such_task(talk.tr, number=number),))
    agency_id = _headed(talk, tasks[0])
    if agency_id is None:
        raise NotYourRoleError(Role.HEAD)
    theirs = await officers(talk, [agency_id])
    meant = [one for one in theirs if is_called(one.person, letters(named))]
    if len(meant) == 1:
        return await _name(talk, tasks[0], agency_id, meant[0].person)
    return _ask(talk, tasks[0], theirs)


def _headed(talk: Talk, now_task: TaskNow) -> int | None:
    """The lead agency of the task that this person heads."""
    leads = now_task.agency_ids(Part.LEAD)
    return next((one for one in leads if may_name_officer(talk.standing, one)), None)


def _ask(talk: Talk, now_task: TaskNow, among: list[Membership]) -> Outgoing:
    task = now_task.task
    rows = [(Choice(one.person.name, f"named:{task.id}:{one.person_id}"),) for one in among]
    rows.append((Choice(texts.button_all_officers(talk.tr), f"named:{task.id}:0"),))
    question = texts.which_officer(talk.tr, task=office.named(task.number, task.content))
    return Outgoing((question,), tuple(rows), about=(task.id,))


async def on_named(talk: Talk, argument: str) -> Outgoing:
    """ "task" asks who, "task:person" names one of the officers, 0 gives it back to all."""
    first, _, second = argument.partition(":")
    found = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, task_ids=[read_id(first) or 0]
    )
    if not found:
        raise StaleButtonError
    agency_id = _headed(talk, found[0])
    if agency_id is None:
        raise NotYourRoleError(Role.HEAD)
    theirs = await officers(talk, [agency_id])
    if not second:
        return _ask(talk, found[0], theirs)
    person_id = read_id(second)
    if person_id == 0:
        return await _name(talk, found[0], agency_id, None)
    meant = next((one.person for one in theirs if one.person_id == person_id), None)
    if meant is None:
        raise StaleButtonError
    return await _name(talk, found[0], agency_id, meant)


async def _name(talk: Talk, now_task: TaskNow, agency_id: int, officer: Person | None) -> Outgoing:
    task = now_task.task
    await name_officer(
        talk.session,
        talk.committee.id,
        task.id,
        agency_id,
        officer_id=officer.id if officer else None,
        by=talk.person,
        standing=talk.standing,
        now=talk.now,
    )
    named = office.named(task.number, task.content)
    if officer is None:
        return Outgoing((texts.officer_unnamed(talk.tr, task=named),), about=(task.id,))
    if officer.id != talk.person.id:
        told = texts.you_have(talk.words_for(officer), who=talk.person.name, task=named)
        await talk.tell(officer, Outgoing((told,), about=(task.id,)))
    text = texts.officer_named(talk.tr, task=named, name=officer.name)
    return Outgoing((text,), about=(task.id,))
