"""The tasks that a question is about, as of today, and what to call them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.questions.scopes import PlanName, Scope, holds, speaks_of
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import followed_tasks
from bot.texts.questions import bounds
from db.enums import Part
from db.queries.office import accepted_plans, agencies_by_id, task_numbers
from db.queries.tasks import TaskNow
from reports.facts import CommitteeFacts, TaskFacts
from reports.figures import RollUp, roll_up
from reports.load import committee_facts, task_facts
from reports.status import OVERDUE, Status, TaskStatus, task_status

NOT_STARTED = (
    Status.NOT_STARTED_IN_TIME,
    Status.NOT_STARTED_OVERDUE,
    Status.NOT_STARTED_NO_DEADLINE,
)


@dataclass(frozen=True, slots=True)
class Looked:
    """The tasks within a scope as of today, and what to call them."""

    whose: str
    facts: tuple[TaskFacts, ...]
    found: tuple[TaskStatus, ...]
    committee: CommitteeFacts

    def figures(self, as_of: date) -> RollUp:
        """The roll-up of these tasks."""
        return roll_up(self.facts, committee=self.committee, as_of=as_of)


async def look(talk: Talk, scope: Scope) -> Looked:
    """The facts of the tasks within a scope; its days are left to who asks for them."""
    committee = await committee_facts(talk.session, talk.committee.id)
    facts = await task_facts(talk.session, talk.committee.id)
    if scope.agency_ids or scope.plan_ids:
        numbers = await _numbers_within(talk, scope)
        facts = [task for task in facts if task.number in numbers]
    if scope.numbers is not None:
        facts = [task for task in facts if task.number in scope.numbers]
    if scope.subject is not None:
        speaking = [task for task in facts if speaks_of(task.content, scope.subject)]
        exactly = [task for task in speaking if holds(task.content, scope.subject)]
        facts = exactly or speaking
    found = [task_status(t, as_of=talk.today, confirms=committee.confirms) for t in facts]
    if scope.late:
        found = [one for one in found if one.status in OVERDUE]
    if days := scope.due_within:
        found = [one for one in found if one.due and days.first <= one.due <= days.last]
    if scope.late or scope.due_within:
        facts = [one.task for one in found]
    if scope.percents is not None:
        found = [
            one for one in found if (far := percent_of(one)) is not None and far in scope.percents
        ]
        facts = [one.task for one in found]
    return Looked(await _whose(talk, scope), tuple(facts), tuple(found), committee)


async def _numbers_within(talk: Talk, scope: Scope) -> set[int]:
    """The tasks of the agencies and plans of a scope: led, helped with, or shared by all."""
    session, committee_id, plans = talk.session, talk.committee.id, scope.plan_ids
    if scope.together:
        of_each = [
            await task_numbers(session, committee_id, agency_ids=[one], plan_ids=plans, part=None)
            for one in scope.agency_ids
        ]
        return set.intersection(*of_each)
    part = Part.COORDINATING if scope.helping else Part.LEAD
    return await task_numbers(
        session, committee_id, agency_ids=scope.agency_ids, plan_ids=plans, part=part
    )


def percent_of(one: TaskStatus) -> int | None:
    """How far a task is; None where it is under way and nobody said how far."""
    return 0 if one.status in NOT_STARTED else one.percent


async def _whose(talk: Talk, scope: Scope) -> str:
    names = []
    if scope.agency_ids:
        agencies = await agencies_by_id(talk.session, talk.committee.id, scope.agency_ids)
        named = [agency.name for agency in agencies]
        names += (
            [bounds.helping(talk.tr, agency=name) for name in named] if scope.helping else named
        )
        if scope.together:
            names = [bounds.together(talk.tr, agencies=named)]
    for plan in await accepted_plans(talk.session, talk.committee.id):
        if plan.id in scope.plan_ids:
            number = plan.number
            names.append(
                bounds.plan_named(talk.tr, number=number) if number else str(plan.title or "")
            )
    whose = ", ".join(names) or bounds.whole_committee(talk.tr)
    if days := scope.due_within:
        whose = bounds.within(talk.tr, whose=whose, first=days.first, last=days.last)
    if scope.late:
        whose = bounds.overdue(talk.tr, whose=whose)
    if scope.numbers is not None:
        whose = bounds.of_those(talk.tr, count=len(scope.numbers))
    if scope.percents is None:
        return whose
    least, most = scope.percents.least, scope.percents.most
    return bounds.as_far(talk.tr, whose=whose, least=least, most=most)


async def plan_names(talk: Talk) -> list[PlanName]:
    """The committee's plans by what people can call them."""
    plans = await accepted_plans(talk.session, talk.committee.id)
    return [PlanName(plan.id, plan.number, plan.title) for plan in plans]


async def numbered(talk: Talk, numbers: Sequence[int]) -> list[TaskNow]:
    """The tasks with these numbers, in their order."""
    everything = await followed_tasks(talk)
    by_number = {task.task.number: task for task in everything}
    return [by_number[number] for number in numbers if number in by_number]
