"""Reminding at once: one agency, or all with something overdue or not reported this period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.conversation.mentions import flatten
from bot.conversation.office.assigning import directory
from bot.conversation.replies.names import find_names
from bot.conversation.replies.said import listen
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import PAGE, by_urgency, due_lines, task_buttons
from bot.conversation.tasks.office_task import acting
from bot.ports import Choice, Outgoing
from bot.texts import assigning as office_texts
from bot.texts import common, reminders, reporting
from bot.texts import nudging as texts
from db.enums import Part
from db.models import Person
from db.queries.office import agencies_by_id, named_officers, reached_members, tell_of
from db.queries.tasks import TaskNow, tasks_now
from plans.words import clean
from reports.load import committee_facts, task_facts
from reports.status import Flag, task_status
from tasks.nudging import nudge
from tasks.rules import may_run_office

SPOKEN = re.compile(r"(?P<how>don doc|nhac)(?: ngay)?(?: den)?\b(?P<whom>.*)", re.DOTALL)
EVERYBODY = re.compile(r"^[\s:,]*(?:ngay|tat ca|cac (?:co quan|don vi)|het|$)")


@dataclass
class Wanted:
    """What one person is to report: what is overdue or was named, and what is not reported."""

    person: Person
    named: list[TaskNow] = field(default_factory=list)
    silent: list[TaskNow] = field(default_factory=list)


async def on_nudge(talk: Talk, argument: str = "") -> Outgoing:
    """/dondoc: an agency is reminded at once; for all of them, it is asked first."""
    if not may_run_office(talk.standing):
        return Outgoing((office_texts.for_the_office(talk.tr),))
    named = (await directory(talk)).named(argument) if argument else ()
    wanted = await _wanted(talk, named or None)
    if not wanted:
        return Outgoing((texts.nothing_owed(talk.tr),))
    if named:
        return await _nudge(talk, wanted)
    agency_ids = {
        agency_id
        for one in wanted
        for task in (*one.named, *one.silent)
        for agency_id in task.agency_ids(Part.LEAD)
    }
    agencies = await agencies_by_id(talk.session, talk.committee.id, agency_ids)
    text = texts.offer(talk.tr, agencies=[a.name for a in agencies], people=len(wanted))
    button = Choice(texts.button_all(talk.tr, people=len(wanted)), "nudge:all")
    return Outgoing((text,), ((button,),))


async def on_nudge_all(talk: Talk, argument: str) -> Outgoing:
    """ "Đôn đốc ..." under the offer."""
    if not may_run_office(talk.standing):
        return Outgoing((office_texts.for_the_office(talk.tr),))
    wanted = await _wanted(talk, None)
    return await _nudge(talk, wanted) if wanted else Outgoing((texts.nothing_owed(talk.tr),))


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Đôn đốc ngay Phòng Kinh tế", of somebody of the standing office."""
    text = clean(talk.incoming.text)
    found = SPOKEN.fullmatch(flatten(text))
    if found is None or not may_run_office(talk.standing):
        return None
    whom = text[found.start("whom") :]
    named = (await directory(talk)).named(whom)
    numbers = [number for *_, several in find_names(listen(whom).words) for number in several]
    if numbers and (named or found["how"] == "don doc"):
        return await _nudge_tasks(talk, numbers, named)
    if named:
        return await on_nudge(talk, whom)
    return await on_nudge(talk) if EVERYBODY.match(found["whom"]) else None


async def _nudge_tasks(talk: Talk, numbers: Sequence[int], agency_ids: Sequence[int]) -> Outgoing:
    """ "Nhắc Phòng Kinh tế việc 17": its people are reminded of that task alone."""
    wanted = await _wanted(talk, agency_ids or None, numbers)
    if wanted:
        return await _nudge(talk, wanted)
    found = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=numbers[0])
    if not found:
        return Outgoing((reporting.no_such_task(talk.tr, number=numbers[0]),))
    leads = found[0].agency_ids(Part.LEAD)
    if agency_ids and leads and not set(agency_ids) & set(leads):
        agencies = await agencies_by_id(talk.session, talk.committee.id, leads)
        names = ", ".join(agency.name for agency in agencies)
        return Outgoing((reporting.not_a_reporter(talk.tr, number=numbers[0], leads=names),))
    return Outgoing((texts.nothing_owed(talk.tr),))


async def _wanted(
    talk: Talk, agency_ids: Sequence[int] | None, numbers: Sequence[int] = ()
) -> list[Wanted]:
    """Who is to report what, of these agencies or of all; with `numbers`, of these tasks alone."""
    tasks = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, agency_ids=agency_ids
    )
    committee = await committee_facts(talk.session, talk.committee.id)
    silent = {
        one.number
        for one in await task_facts(talk.session, talk.committee.id)
        if Flag.SILENT in task_status(one, as_of=talk.today, confirms=committee.confirms).flags
    }
    leads = {agency for task in tasks for agency in task.agency_ids(Part.LEAD)}
    if agency_ids is not None:
        leads &= set(agency_ids)
    members = await reached_members(talk.session, talk.committee.id, leads)
    named = await named_officers(talk.session, talk.committee.id)
    wanted: dict[int, Wanted] = {}
    for task in sorted(tasks, key=by_urgency):
        due = task.task.number in numbers if numbers else task.is_overdue(talk.today)
        unheard = not numbers and task.task.number in silent
        if not (due or unheard) or not task.open or task.paused:
            continue
        for agency_id in leads.intersection(task.agency_ids(Part.LEAD)):
            officer = named.get((task.task.id, agency_id))
            for person in tell_of(members, [agency_id]):
                if officer is None or officer == person.id:
                    one = wanted.setdefault(person.id, Wanted(person))
                    places = one.named if due else one.silent
                    if task not in places:
                        places.append(task)
    return list(wanted.values())


async def _nudge(talk: Talk, wanted: Sequence[Wanted]) -> Outgoing:
    people = [one.person for one in wanted]
    fresh = await nudge(talk.session, talk.committee.id, people, acting(talk))
    ids = {person.id for person in fresh}
    for one in wanted:
        if one.person.id in ids:
            await talk.tell(one.person, await _message(talk, one))
    blocks = []
    if fresh:
        blocks.append(texts.nudged(talk.tr, people=[person.name for person in fresh]))
    before = [person.name for person in people if person.id not in ids]
    if before:
        blocks.append(texts.nudged_before(talk.tr, people=before))
    return Outgoing(tuple(blocks))


async def _message(talk: Talk, wanted: Wanted) -> Outgoing:
    """What is overdue or named under its due days, then the numbers of what was not reported."""
    tr, tasks = talk.words_for(wanted.person), [*wanted.named, *wanted.silent]
    leads = {agency for task in tasks for agency in task.agency_ids(Part.LEAD)}
    members = await reached_members(talk.session, talk.committee.id, leads)
    theirs = {held.agency_id for held in members if held.person_id == wanted.person.id}
    agencies = await agencies_by_id(
        talk.session, talk.committee.id, [i for i in theirs if i is not None]
    )
    names = ", ".join(agency.name for agency in agencies)
    shown = wanted.named[:PAGE]
    blocks = [texts.heading(tr, who=talk.person.name, agency=names)]
    blocks += due_lines(tr, talk.today, shown, wanted.named)
    if len(wanted.named) > PAGE:
        blocks.append(common.more_tasks(tr, len(wanted.named) - PAGE))
    if wanted.silent:
        numbers = ", ".join(f"#{task.task.number}" for task in wanted.silent[:PAGE])
        if len(wanted.silent) > PAGE:
            numbers = f"{numbers}, …"
        blocks.append(texts.unreported(tr, count=len(wanted.silent), numbers=numbers))
    blocks.append(reminders.how_to_answer(tr, number=tasks[0].task.number))
    buttons = task_buttons(tasks[:PAGE])
    return Outgoing(tuple(blocks), tuple(buttons), about=tuple(t.task.id for t in tasks))
