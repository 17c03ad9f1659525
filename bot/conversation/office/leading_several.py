"""Several tasks given to another agency at once: asked in one message, told to each in one."""

from collections.abc import Sequence

from bot.conversation.office.correcting import with_lead
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import followed_tasks
from bot.conversation.tasks.office_task import everybody
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import amending as texts
from bot.texts.tasks.cards import task_line
from db.enums import Part
from db.models import Agency, Task
from db.queries.office import agencies_by_id, reached_members, tell_of
from db.queries.tasks import TaskNow
from tasks.amending import correct_task
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office

ALL_OF = "of"
"""Stands in a button before the id of the agency all of whose open tasks are meant."""
MOST = 5
"""Tasks that a button can name within the 64 bytes that Telegram gives it, by ids of 8 figures."""


def ask_several(talk: Talk, tasks: Sequence[TaskNow], agency: Agency) -> Outgoing:
    """Whether an agency is to lead these; what it leads already is left out."""
    others = [one for one in tasks if one.agency_ids(Part.LEAD) != [agency.id]]
    if not others:
        return Outgoing((texts.leads_all(talk.tr, agency=agency.name),))
    if len(others) > MOST:
        return Outgoing((texts.too_many_to_lead(talk.tr, most=MOST),))
    ids = ".".join(str(one.task.id) for one in others)
    return _ask(talk, others, agency, f"leadall:{ids}:{agency.id}")


async def ask_all_of(talk: Talk, before: Agency, agency: Agency) -> Outgoing:
    """Whether an agency is to lead all that another leads and is open."""
    tasks = await _led_by(talk, before.id)
    if not tasks:
        return Outgoing((texts.leads_nothing(talk.tr, agency=before.name),))
    return _ask(talk, tasks, agency, f"leadall:{ALL_OF}{before.id}:{agency.id}")


def _ask(talk: Talk, tasks: Sequence[TaskNow], agency: Agency, data: str) -> Outgoing:
    words = texts.ask_lead_several(talk.tr, tasks=_numbers(tasks), agency=agency.name)
    about = tuple(one.task.id for one in tasks)
    return Outgoing((words,), ((Choice(texts.button_lead(talk.tr), data),),), about=about)


async def on_lead_all(talk: Talk, argument: str) -> Outgoing:
    """ "Giao" under that question: "ids:agency" or "of" and an agency. Raises `StaleButtonError`
    for what is gone."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    which, _, to = argument.partition(":")
    found = await agencies_by_id(talk.session, talk.committee.id, [read_id(to) or 0])
    before = (read_id(which.removeprefix(ALL_OF)) or 0) if which.startswith(ALL_OF) else None
    if before is not None:
        tasks = await _led_by(talk, before)
    else:
        ids = [read_id(part) or 0 for part in which.split(".")[:MOST]]
        tasks = await followed_tasks(talk, ids)
    if not found or not tasks:
        raise StaleButtonError
    return await _lead(talk, tasks, found[0], before)


async def _lead(
    talk: Talk, tasks: Sequence[TaskNow], agency: Agency, before: int | None
) -> Outgoing:
    """Let an agency lead tasks: in the place of the one `before` alone, where that is said."""
    concerned = {one.task.id: {*everybody(one), agency.id} for one in tasks}
    given: list[Task] = []
    for one in tasks:
        leads = [agency.id]
        if before is not None:  # who leads beside it stays
            leads = [agency.id if lead == before else lead for lead in one.agency_ids(Part.LEAD)]
        amendment = with_lead(one, *dict.fromkeys(leads))
        if await correct_task(talk.session, one, amendment, talk.actor):
            given.append(one.task)
    if not given:
        return Outgoing((texts.leads_all(talk.tr, agency=agency.name),))
    agency_ids = sorted({one for task in given for one in concerned[task.id]})
    members = await reached_members(talk.session, talk.committee.id, agency_ids)
    for person in tell_of(members, agency_ids):
        if person.id == talk.person.id:
            continue
        own = {one.agency_id for one in members if one.person_id == person.id}
        theirs = [task for task in given if own & concerned[task.id]]
        told = _told(talk.words_for(person), theirs, agency)
        await talk.tell(person, Outgoing(told, about=tuple(task.id for task in theirs)))
    return Outgoing(_told(talk.tr, given, agency), about=tuple(task.id for task in given))


def _told(tr: Translator, tasks: Sequence[Task], agency: Agency) -> tuple[str, ...]:
    lines = (task_line(task.number, task.content) for task in tasks)
    return (texts.leads_now(tr, agency=agency.name, count=len(tasks)), *lines)


async def _led_by(talk: Talk, agency_id: int) -> list[TaskNow]:
    everything = await followed_tasks(talk)
    return [one for one in everything if one.open and agency_id in one.agency_ids(Part.LEAD)]


def _numbers(tasks: Sequence[TaskNow]) -> str:
    return ", ".join(f"#{one.task.number}" for one in tasks)
