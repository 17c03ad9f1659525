"""A question answered by a list of tasks: late, stuck, due, done, open, nobody's; by pages."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.conversation.dates.elapsed import Period
from bot.conversation.paging import turning
from bot.conversation.questions.looking import NOT_STARTED, Looked, numbered, percent_of
from bot.conversation.questions.news import lately, reported_numbers
from bot.conversation.questions.obstacles import is_obstacle
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing
from bot.texts import common, reminders
from bot.texts.questions import asking as texts
from bot.texts.questions import bounds, headings, task_lines
from bot.texts.tasks.cards import task_line
from db.queries.office import given_since
from reports.render_rows import blocked_line, overdue_line
from reports.status import DONE, OPEN, SOON, Flag, Status, TaskStatus
from tasks.rules import may_instruct, may_run_office

FAR = timedelta(days=36_500)
"""What has no due day stands behind all that has."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of an answer is shown, and what its buttons to turn bear; "" for none."""

    at: int = 0
    turns: str = ""


async def overdue(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What is late, the longest first; where days are named, by more than these.

    Of days that are over, what was late on the day after them: a task of September is due on the
    30th, so that no day of September would show it missed.
    """
    day, whose = scope.as_of(talk.today), looked.whose
    over = day < talk.today
    late = looked.figures(day + timedelta(days=over)).overdue
    if scope.late_over is not None:
        late = tuple(one for one in late if one.days_over > scope.late_over)
        whose = bounds.late_over(talk.tr, whose=whose, days=scope.late_over)
    if not late:
        return Outgoing((headings.none_overdue(talk.tr, whose=whose, day=day, over=over),))
    heading = headings.overdue(talk.tr, whose=whose, count=len(late), day=day, over=over)
    lines = [overdue_line(talk.tr, one) for one in late]
    return await as_list(talk, heading, lines, [one.task.number for one in late], page, urges=True)


async def blocked(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What has something in its way; where the words say what, that alone."""
    stuck, whose = looked.figures(talk.today).blocked, looked.whose
    if scope.obstacle is not None:
        stuck = tuple(one for one in stuck if is_obstacle(one.reason, scope.obstacle))
        whose = bounds.of_obstacle(talk.tr, whose=whose, what=scope.obstacle)
    if not stuck:
        return Outgoing((headings.none_blocked(talk.tr, whose=whose),))
    heading = headings.blocked(talk.tr, whose=whose, count=len(stuck))
    lines = [blocked_line(talk.tr, one) for one in stuck]
    return await as_list(talk, heading, lines, [one.task.number for one in stuck], page)


async def silent(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What was not reported this period, or in the days named, by agency."""
    period, whose = scope.period, looked.whose
    if period is not None and period.first <= talk.today:
        days = Period(period.first, min(period.last, talk.today))
        heard = set(reported_numbers(looked.facts, days))
        unheard = [
            one for one in looked.found if one.status in OPEN and one.task.number not in heard
        ]
        none = headings.none_silent_within(talk.tr, whose=whose, first=days.first, last=days.last)
        over = headings.silent_within(
            talk.tr, whose=whose, count=len(unheard), first=days.first, last=days.last
        )
    else:
        unheard = [one for one in looked.found if Flag.SILENT in one.flags]
        none = headings.none_silent(talk.tr, whose=whose)
        over = headings.silent(talk.tr, whose=whose, count=len(unheard))
    if not unheard:
        return Outgoing((none,))
    by_agency: dict[str, list[int]] = {}
    for one in unheard:
        for lead in one.task.leads:
            by_agency.setdefault(lead, []).append(one.task.number)
    lines = [
        task_lines.silent_line(
            talk.tr, agency=agency, count=len(numbers), numbers=_numbers(numbers)
        )
        for agency, numbers in sorted(by_agency.items(), key=lambda row: (-len(row[1]), row[0]))
    ]
    if len(scope.agency_ids) == 1:
        return await as_list(
            talk, over, *_as_lines(talk, _by_due(talk, unheard), scope), page, urges=True
        )
    blocks = [over, *lines[:PAGE]]
    if may_run_office(talk.standing):
        blocks.append(texts.next_for_office(talk.tr))
    return Outgoing(tuple(blocks))


def _numbers(numbers: Sequence[int]) -> str:
    shown = ", ".join(f"#{number}" for number in numbers[:PAGE])
    return f"{shown}, …" if len(numbers) > PAGE else shown


async def due(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What comes due in the days named, else in the week to come; if nothing, what does next.

    Of days that have passed, what is still not done ("việc quý IV" in December).
    """
    period = scope.period or Period(talk.today, talk.today + SOON)
    first, last = period.first, period.last
    still = [one for one in looked.found if one.status in OPEN and one.due is not None]
    coming = [one for one in still if one.due and first <= one.due <= last]
    if last >= talk.today and not any(one.due < talk.today for one in coming if one.due):
        first = max(first, talk.today)
    coming.sort(key=lambda one: (one.due or talk.today, one.task.number))
    whose = looked.whose
    if coming:
        heading = headings.due(talk.tr, whose=whose, count=len(coming), first=first, last=last)
        lines = _as_lines(talk, coming, scope, dated=first < last)
        return await as_list(talk, heading, *lines, page)
    none = headings.none_due(talk.tr, whose=whose, first=first, last=last)
    later = sorted(one.due for one in still if one.due and one.due > last)
    if not later:
        return Outgoing((none,))
    following = [one for one in still if one.due == later[0]]
    heading = headings.next_due(talk.tr, count=len(following), day=later[0])
    lines = _as_lines(talk, following, scope, dated=False)
    listed = await as_list(talk, heading, *lines, Page())
    return replace(listed, blocks=(none, *listed.blocks))


async def done(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What is done; where days are named, what was done in them."""
    period = _passed(scope.period, talk.today)
    finished, whose = [one for one in looked.found if one.status in DONE], looked.whose
    if period is not None:
        finished = [
            one for one in finished if one.done_on and period.first <= one.done_on <= period.last
        ]
        whose = bounds.done_within(talk.tr, whose=whose, first=period.first, last=period.last)
    if not finished:
        return Outgoing((headings.none_done(talk.tr, whose=whose),))
    awaiting = sum(Flag.AWAITING_CONFIRMATION in one.flags for one in finished)
    heading = headings.done(talk.tr, whose=whose, count=len(finished), awaiting=awaiting)
    return await as_list(talk, heading, *_as_lines(talk, finished, scope), page)


async def done_late(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What was done after its due day, the latest done first, with both days."""
    late = [one for one in looked.found if one.status is Status.DONE_LATE and one.done_on]
    if not late:
        return Outgoing((headings.none_done_late(talk.tr, whose=looked.whose),))
    late.sort(key=lambda one: (one.done_on or talk.today, one.task.number), reverse=True)
    lines = [
        task_lines.task_done_late(talk.tr, line=line, due=one.due, done_on=one.done_on)
        for one, line in zip(late, _as_lines(talk, late, scope)[0], strict=True)
        if one.due and one.done_on
    ]
    heading = headings.done_late(talk.tr, whose=looked.whose, count=len(late))
    return await as_list(talk, heading, lines, [one.task.number for one in late], page)


async def given(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What was given in chat, or came with a plan, in the days named, else lately; newest first."""
    days = lately(scope.period, talk.today)
    since = datetime.combine(days.first, time(), talk.zone)
    given_at = await given_since(talk.session, talk.committee.id, since)
    new = _by_due(talk, [one for one in looked.found if one.task.number in given_at])
    new.sort(key=lambda one: given_at[one.task.number], reverse=True)
    whose, first, last = looked.whose, days.first, days.last
    if not new:
        return Outgoing((headings.none_given(talk.tr, whose=whose, first=first, last=last),))
    heading = headings.given(talk.tr, whose=whose, count=len(new), first=first, last=last)
    return await as_list(talk, heading, *_as_lines(talk, new, scope), page)


def _beside_today(scope: Scope, today: date) -> Period | None:
    """The days named, but not "hôm nay": what is late or open today is all that is so by now."""
    return None if scope.period == Period(today, today) else scope.period


def _passed(period: Period | None, today: date) -> Period | None:
    """The days of what is over or late: "tháng 6", whichever is nearer, is the last one then."""
    if period is None or period.first <= today:
        return period
    return Period(_a_year_before(period.first), _a_year_before(period.last))


def _a_year_before(day: date) -> date:
    _, last = monthrange(day.year - 1, day.month)
    return day.replace(year=day.year - 1, day=min(day.day, last))


async def still_open(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What is not done, what is due first in front; where days are named, what is due in them."""
    still, whose = _by_due(talk, [one for one in looked.found if one.status in OPEN]), looked.whose
    if period := _beside_today(scope, talk.today):
        still = [one for one in still if one.due and period.first <= one.due <= period.last]
        whose = bounds.within(talk.tr, whose=whose, first=period.first, last=period.last)
    if not still:
        none = headings.none_as_far if scope.percents else headings.none_open
        return Outgoing((none(talk.tr, whose=whose),))
    heading = headings.still_open(talk.tr, whose=whose, count=len(still))
    lines, numbers = _as_lines(talk, still, scope)
    if scope.percents is not None:
        far = (percent_of(one) or 0 for one in still)
        lines = [
            task_lines.task_far(talk.tr, line=line, percent=percent)
            for line, percent in zip(lines, far, strict=True)
        ]
    return await as_list(talk, heading, lines, numbers, page)


async def not_started(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What nobody has begun, what is due first in front."""
    still = _by_due(talk, [one for one in looked.found if one.status in NOT_STARTED])
    if not still:
        return Outgoing((headings.none_not_started(talk.tr, whose=looked.whose),))
    heading = headings.not_started(talk.tr, whose=looked.whose, count=len(still))
    return await as_list(talk, heading, *_as_lines(talk, still, scope), page, urges=True)


async def without_day(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What is open and has no due day."""
    still = [one for one in looked.found if one.status in OPEN and one.due is None]
    if not still:
        return Outgoing((headings.none_without_day(talk.tr, whose=looked.whose),))
    heading = headings.without_day(talk.tr, whose=looked.whose, count=len(still))
    return await as_list(talk, heading, *_as_lines(talk, _by_due(talk, still), scope), page)


async def found(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What speaks of a subject, done or not."""
    fitting, subject = _by_due(talk, list(looked.found)), scope.subject or ""
    if not fitting:
        return Outgoing((headings.none_found(talk.tr, subject=subject),))
    heading = headings.found(talk.tr, subject=subject, count=len(fitting))
    return await as_list(talk, heading, *_as_lines(talk, fitting), page)


async def unassigned(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """What no agency leads."""
    without = _by_due(talk, [one for one in looked.found if Flag.UNASSIGNED in one.flags])
    if not without:
        return Outgoing((headings.none_unassigned(talk.tr, whose=looked.whose),))
    heading = headings.unassigned(talk.tr, whose=looked.whose, count=len(without))
    found = await as_list(talk, heading, *_as_lines(talk, without), page)
    if not may_run_office(talk.standing):
        return found
    hint = reminders.to_assign(talk.tr, number=without[0].task.number)
    return replace(found, blocks=(*found.blocks, hint))


def _by_due(talk: Talk, found: list[TaskStatus]) -> list[TaskStatus]:
    return sorted(found, key=lambda one: (one.due or talk.today + FAR, one.task.number))


def _as_lines(
    talk: Talk, found: Sequence[TaskStatus], scope: Scope | None = None, *, dated: bool = True
) -> tuple[list[str], list[int]]:
    """A line for each task, and the numbers; what the heading names, an agency or day, is left out.

    `dated` says that the lines have due days of their own.
    """
    alone = scope is not None and len(scope.agency_ids) == 1
    lines = []
    for one in found:
        line, due = task_line(one.task.number, one.task.content), one.due if dated else None
        if alone:
            lines.append(task_lines.task_due(talk.tr, line=line, due=due))
        else:
            lines.append(task_lines.task_of(talk.tr, line=line, leads=one.task.leads, due=due))
    return lines, [one.task.number for one in found]


async def as_list(
    talk: Talk,
    heading: str,
    lines: Sequence[str],
    numbers: Sequence[int],
    page: Page,
    *,
    urges: bool = False,
) -> Outgoing:
    """Ten tasks with a button each, and the one thing that the asker can do next."""
    at = min(page.at, (len(lines) - 1) // PAGE)
    begin, end = at * PAGE, (at + 1) * PAGE
    blocks = [heading, *lines[begin:end]]
    if len(lines) > end:
        blocks.append(common.more_tasks(talk.tr, len(lines) - end))
    if may_run_office(talk.standing):
        if urges:
            blocks.append(texts.next_for_office(talk.tr))
    elif talk.incoming.group is None:
        number = numbers[begin]
        if may_instruct(talk.standing):
            blocks.append(texts.next_for_member(talk.tr, number=number))
        else:
            blocks.append(reminders.how_to_answer(talk.tr, number=number))
    shown = await numbered(talk, numbers[begin:end])
    rows = [*task_buttons(shown)]
    if page.turns:
        rows += turning(talk.tr, page.turns, at, at + (len(lines) > end))
    about = tuple(task.task.id for task in shown)
    return Outgoing(tuple(blocks), tuple(rows), about=about)
