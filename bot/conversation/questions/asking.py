"""Leaders' questions in words, answered short from the figures of the day, with what to do next."""

from calendar import monthrange
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.conversation.drafts import report_days, reviewing
from bot.conversation.office import assigning, deciding, instructing, receipts
from bot.conversation.questions import explaining
from bot.conversation.questions.inquiries import (
    About,
    Inquiry,
    Period,
    PlanName,
    Scope,
    read_inquiry,
    read_scope,
)
from bot.conversation.questions.news import lately, news_lines
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import PAGE, task_buttons
from bot.ports import Outgoing
from bot.texts import asking as texts
from bot.texts import common
from bot.texts import news as news_texts
from bot.texts.tasks import task_line
from db.queries.office import accepted_plans, agencies_by_id, task_numbers
from db.queries.tasks import TaskNow, tasks_now
from reports.facts import CommitteeFacts, TaskFacts
from reports.figures import RollUp, roll_up
from reports.load import committee_facts, task_facts
from reports.render import blocked_line, overdue_line, render_roll_up
from reports.status import DONE, OPEN, SOON, Flag, TaskStatus, task_status
from tasks.rules import may_run_office, may_sum_up


@dataclass(frozen=True, slots=True)
class Looked:
    """The tasks within a scope as of today, and what to call them."""

    whose: str
    facts: tuple[TaskFacts, ...]
    found: tuple[TaskStatus, ...]
    committee: CommitteeFacts


LISTS: dict[About, Callable[[Talk], Awaitable[Outgoing]]] = {
    About.UNRECEIVED: receipts.not_received,
    About.UNANSWERED: instructing.unanswered,
    About.EXTENSIONS: deciding.undecided,
    About.REPORT_DAYS: report_days.on_report_days,
    About.PLANS: reviewing.on_plans,
    About.REMINDED: explaining.on_week,
}
"""What is answered by a list that there is already."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A question of a member or of the standing office; None where it is none."""
    text = talk.incoming.text.strip()
    if not may_sum_up(talk.standing) or talk.incoming.reply_to or not text:
        return None
    directory = await assigning.directory(talk)
    inquiry = read_inquiry(text, directory, await plan_names(talk), today=talk.today)
    return await answer_inquiry(talk, inquiry) if inquiry else None


async def on_scope(talk: Talk, argument: str) -> Outgoing | None:
    """/tonghop with an agency, a plan or a period; None where the words name none of them."""
    directory = await assigning.directory(talk)
    scope = read_scope(argument, directory, await plan_names(talk), today=talk.today)
    if not scope.bounded:
        return None
    return await answer_inquiry(talk, Inquiry(About.STANDING, scope))


async def plan_names(talk: Talk) -> list[PlanName]:
    """The committee's plans by what people can call them."""
    plans = await accepted_plans(talk.session, talk.committee.id)
    return [PlanName(plan.id, plan.number, plan.title) for plan in plans]


async def answer_inquiry(talk: Talk, inquiry: Inquiry) -> Outgoing:
    """The answer to a question, within what it sets as its bounds."""
    scope = inquiry.scope
    if scope.plan_words is not None:
        names = [plan.number or plan.title or "" for plan in await plan_names(talk)]
        return Outgoing((texts.no_such_plan(talk.tr, words=scope.plan_words, plans=names),))
    listed = LISTS.get(inquiry.about)
    if listed is not None:
        return await listed(talk)
    looked = await _look(talk, scope)
    if inquiry.about is About.NEWS:
        return await _news(talk, looked, lately(scope.period, talk.today))
    answers = {
        About.OVERDUE: _overdue,
        About.BLOCKED: _blocked,
        About.SILENT: _silent,
        About.OPEN: _open,
        About.UNASSIGNED: _unassigned,
    }
    if inquiry.about is About.DUE:
        week = Period(talk.today, talk.today + SOON)
        return await _due(talk, looked, scope.period or week)
    if inquiry.about is About.DONE:
        return await _done(talk, looked, scope.period)
    if inquiry.about in answers:
        return await answers[inquiry.about](talk, looked)
    return _standing(talk, looked, scope)


async def _look(talk: Talk, scope: Scope) -> Looked:
    """The facts of the tasks within a scope; its period is left to who asks for it."""
    committee = await committee_facts(talk.session, talk.committee.id)
    facts = await task_facts(talk.session, talk.committee.id)
    if scope.agency_ids or scope.plan_ids:
        numbers = await task_numbers(
            talk.session,
            talk.committee.id,
            agency_ids=scope.agency_ids,
            plan_ids=scope.plan_ids,
        )
        facts = [task for task in facts if task.number in numbers]
    found = (task_status(t, as_of=talk.today, confirms=committee.confirms) for t in facts)
    return Looked(await _whose(talk, scope), tuple(facts), tuple(found), committee)


async def _whose(talk: Talk, scope: Scope) -> str:
    names = []
    if scope.agency_ids:
        agencies = await agencies_by_id(talk.session, talk.committee.id, scope.agency_ids)
        names += [agency.name for agency in agencies]
    for plan in await accepted_plans(talk.session, talk.committee.id):
        if plan.id in scope.plan_ids:
            number = plan.number
            names.append(
                texts.plan_named(talk.tr, number=number) if number else str(plan.title or "")
            )
    return ", ".join(names) or texts.whole_committee(talk.tr)


def _figures(talk: Talk, looked: Looked) -> RollUp:
    return roll_up(looked.facts, committee=looked.committee, as_of=talk.today)


async def _overdue(talk: Talk, looked: Looked) -> Outgoing:
    late = _figures(talk, looked).overdue
    if not late:
        return Outgoing((texts.none_overdue(talk.tr, whose=looked.whose, day=talk.today),))
    heading = texts.overdue(talk.tr, whose=looked.whose, count=len(late), day=talk.today)
    lines = [overdue_line(talk.tr, one) for one in late]
    return await _list(talk, heading, lines, [one.task.number for one in late], urges=True)


async def _blocked(talk: Talk, looked: Looked) -> Outgoing:
    stuck = _figures(talk, looked).blocked
    if not stuck:
        return Outgoing((texts.none_blocked(talk.tr, whose=looked.whose),))
    heading = texts.blocked(talk.tr, whose=looked.whose, count=len(stuck))
    lines = [blocked_line(talk.tr, one) for one in stuck]
    return await _list(talk, heading, lines, [one.task.number for one in stuck])


async def _silent(talk: Talk, looked: Looked) -> Outgoing:
    silent = [one for one in looked.found if Flag.SILENT in one.flags]
    if not silent:
        return Outgoing((texts.none_silent(talk.tr, whose=looked.whose),))
    by_agency: dict[str, list[int]] = {}
    for one in silent:
        for lead in one.task.leads:
            by_agency.setdefault(lead, []).append(one.task.number)
    lines = [
        texts.silent_line(talk.tr, agency=agency, count=len(numbers), numbers=_numbers(numbers))
        for agency, numbers in sorted(by_agency.items(), key=lambda row: (-len(row[1]), row[0]))
    ]
    blocks = [texts.silent(talk.tr, whose=looked.whose, count=len(silent)), *lines[:PAGE]]
    if may_run_office(talk.standing):
        blocks.append(texts.next_for_office(talk.tr))
    return Outgoing(tuple(blocks))


def _numbers(numbers: Sequence[int]) -> str:
    shown = ", ".join(f"#{number}" for number in numbers[:PAGE])
    return f"{shown}, …" if len(numbers) > PAGE else shown


async def _due(talk: Talk, looked: Looked, period: Period) -> Outgoing:
    first, last = max(period.first, talk.today), period.last
    if last < talk.today:
        first = period.first
    coming = [
        one
        for one in looked.found
        if one.status in OPEN and one.due is not None and first <= one.due <= last
    ]
    coming.sort(key=lambda one: (one.due or talk.today, one.task.number))
    whose = looked.whose
    if not coming:
        return Outgoing((texts.none_due(talk.tr, whose=whose, first=first, last=last),))
    heading = texts.due(talk.tr, whose=whose, count=len(coming), first=first, last=last)
    return await _list(talk, heading, *_as_lines(talk, coming))


async def _news(talk: Talk, looked: Looked, period: Period) -> Outgoing:
    whose, first, last = looked.whose, period.first, period.last
    lines, numbers = news_lines(talk.tr, looked.facts, period)
    if not numbers:
        return Outgoing((news_texts.nothing(talk.tr, whose=whose, first=first, last=last),))
    heading = news_texts.heading(talk.tr, whose=whose, first=first, last=last, count=len(numbers))
    shown = await _named(talk, numbers[:PAGE])
    about = tuple(task.task.id for task in shown)
    return Outgoing((heading, *lines), tuple(task_buttons(shown)), about=about)


async def _done(talk: Talk, looked: Looked, period: Period | None) -> Outgoing:
    """What is done; where days are named, what was done in them."""
    done, whose = [one for one in looked.found if one.status in DONE], looked.whose
    if period is not None and period.first > talk.today:  # "tháng 11" of what is done has passed
        period = Period(_a_year_before(period.first), _a_year_before(period.last))
    if period is not None:
        done = [one for one in done if one.done_on and period.first <= one.done_on <= period.last]
        whose = texts.done_within(talk.tr, whose=whose, first=period.first, last=period.last)
    if not done:
        return Outgoing((texts.none_done(talk.tr, whose=whose),))
    awaiting = sum(Flag.AWAITING_CONFIRMATION in one.flags for one in done)
    heading = texts.done(talk.tr, whose=whose, count=len(done), awaiting=awaiting)
    return await _list(talk, heading, *_as_lines(talk, done))


def _a_year_before(day: date) -> date:
    _, last = monthrange(day.year - 1, day.month)
    return day.replace(year=day.year - 1, day=min(day.day, last))


async def _open(talk: Talk, looked: Looked) -> Outgoing:
    still = [one for one in looked.found if one.status in OPEN]
    if not still:
        return Outgoing((texts.none_open(talk.tr, whose=looked.whose),))
    far = talk.today + timedelta(days=36_500)
    still.sort(key=lambda one: (one.due or far, one.task.number))
    heading = texts.still_open(talk.tr, whose=looked.whose, count=len(still))
    return await _list(talk, heading, *_as_lines(talk, still))


async def _unassigned(talk: Talk, looked: Looked) -> Outgoing:
    without = [one for one in looked.found if Flag.UNASSIGNED in one.flags]
    if not without:
        return Outgoing((texts.none_unassigned(talk.tr, whose=looked.whose),))
    far = talk.today + timedelta(days=36_500)
    without.sort(key=lambda one: (one.due or far, one.task.number))
    heading = texts.unassigned(talk.tr, whose=looked.whose, count=len(without))
    found = await _list(talk, heading, *_as_lines(talk, without))
    if not may_run_office(talk.standing):
        return found
    hint = texts.next_assign(talk.tr, number=without[0].task.number)
    return replace(found, blocks=(*found.blocks, hint))


def _as_lines(talk: Talk, found: Sequence[TaskStatus]) -> tuple[list[str], list[int]]:
    lines = [
        texts.task_of(
            talk.tr,
            line=task_line(one.task.number, one.task.content),
            leads=one.task.leads,
            due=one.due,
        )
        for one in found
    ]
    return lines, [one.task.number for one in found]


async def _list(
    talk: Talk,
    heading: str,
    lines: Sequence[str],
    numbers: Sequence[int],
    *,
    urges: bool = False,
) -> Outgoing:
    """Ten tasks with a button each, and the one thing that the asker can do next."""
    blocks = [heading, *lines[:PAGE]]
    if len(lines) > PAGE:
        blocks.append(common.more_tasks(talk.tr, len(lines) - PAGE))
    if may_run_office(talk.standing):
        if urges:
            blocks.append(texts.next_for_office(talk.tr))
    elif talk.incoming.group is None:
        blocks.append(texts.next_for_member(talk.tr, number=numbers[0]))
    shown = await _named(talk, numbers[:PAGE])
    about = tuple(task.task.id for task in shown)
    return Outgoing(tuple(blocks), tuple(task_buttons(shown)), about=about)


async def _named(talk: Talk, numbers: Sequence[int]) -> list[TaskNow]:
    """The tasks with these numbers, in their order."""
    everything = await tasks_now(talk.session, talk.committee.id, today=talk.today)
    by_number = {task.task.number: task for task in everything}
    return [by_number[number] for number in numbers if number in by_number]


def _standing(talk: Talk, looked: Looked, scope: Scope) -> Outgoing:
    """The roll-up of what lies within the scope, its period included."""
    whose, facts = looked.whose, looked.facts
    if scope.period is not None:
        first, last = scope.period.first, scope.period.last
        facts = tuple(
            one.task for one in looked.found if one.due is not None and first <= one.due <= last
        )
        whose = texts.within(talk.tr, whose=whose, first=first, last=last)
    figures = _figures(talk, replace(looked, facts=facts))
    one_agency = len(scope.agency_ids) == 1
    figures = replace(figures, committee=whose, agencies=() if one_agency else figures.agencies)
    return Outgoing(render_roll_up(talk.tr, figures, listed=5))
