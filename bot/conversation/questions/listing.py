"""Questions answered by a list of tasks: late, stuck, silent, due, done, given, open, nobody's."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.conversation.dates.elapsed import Period
from bot.conversation.questions.by_agency import agency_lines
from bot.conversation.questions.looking import NOT_STARTED, Looked, percent_of
from bot.conversation.questions.news import lately, reported_numbers
from bot.conversation.questions.obstacles import is_obstacle
from bot.conversation.questions.scopes import Scope
from bot.conversation.questions.task_list import (
    Answer,
    Page,
    TaskList,
    answer_with,
    by_due,
    lines_of,
    numbers,
    show_list,
)
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import on_number
from bot.conversation.tasks.lists import PAGE
from bot.ports import Outgoing
from bot.texts import reminders
from bot.texts.questions import asking as texts
from bot.texts.questions import bounds, headings, task_lines
from db.queries.office import given_since
from reports.render_rows import blocked_line, overdue_line
from reports.status import DONE, OPEN, SOON, Flag, Status
from tasks.rules import may_run_office


async def overdue(talk: Talk, looked: Looked, scope: Scope) -> Answer:
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
    return TaskList(heading, lines, [one.task.number for one in late], urges=True)


async def blocked(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What has something in its way; where the words say what, that alone."""
    stuck, whose = looked.figures(talk.today).blocked, looked.whose
    if scope.obstacle is not None:
        stuck = tuple(one for one in stuck if is_obstacle(one.reason, scope.obstacle))
        whose = bounds.of_obstacle(talk.tr, whose=whose, what=scope.obstacle)
    if not stuck:
        return Outgoing((headings.none_blocked(talk.tr, whose=whose),))
    heading = headings.blocked(talk.tr, whose=whose, count=len(stuck))
    lines = [blocked_line(talk.tr, one) for one in stuck]
    return TaskList(heading, lines, [one.task.number for one in stuck])


async def silent(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What was not reported this period, or in the days named; of several agencies, how many
    tasks of each."""
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
    if len(scope.agency_ids) == 1:
        unheard = by_due(talk, unheard)
        return TaskList(over, lines_of(talk, unheard, scope), numbers(unheard), urges=True)
    blocks = [over, *agency_lines(talk, unheard)]
    if may_run_office(talk.standing):
        blocks.append(texts.next_for_office(talk.tr))
    return Outgoing(tuple(blocks))


async def due(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What comes due in the days named, else in the week to come; if nothing, what does next.

    Of days that have passed, what is still not done ("việc quý IV" in December).
    """
    period = scope.period or Period(talk.today, talk.today + SOON)
    first, last = period.first, period.last
    still = [one for one in looked.found if one.status in OPEN and one.due is not None]
    coming = [one for one in still if one.due and first <= one.due <= last]
    if last >= talk.today and not any(one.due < talk.today for one in coming if one.due):
        first = max(first, talk.today)
    whose = looked.whose
    if coming:
        coming = by_due(talk, coming)
        heading = headings.due(talk.tr, whose=whose, count=len(coming), first=first, last=last)
        return TaskList(heading, lines_of(talk, coming, scope, dated=first < last), numbers(coming))
    none = headings.none_due(talk.tr, whose=whose, first=first, last=last)
    later = sorted(one.due for one in still if one.due and one.due > last)
    if not later:
        return Outgoing((none,))
    following = [one for one in still if one.due == later[0]]
    heading = headings.next_due(talk.tr, count=len(following), day=later[0])
    lines = lines_of(talk, following, scope, dated=False)
    listed = await show_list(talk, TaskList(heading, lines, numbers(following)), Page())
    return replace(listed, blocks=(none, *listed.blocks))


async def days_left(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """How many days are left until the days named are over, else until the next due day, and what
    has to be done by then."""
    still = by_due(talk, [one for one in looked.found if one.status in OPEN and one.due])
    ahead = [one.due for one in still if one.due and one.due >= talk.today]
    end = scope.period.last if scope.period else min(ahead, default=None)
    if end is None or end < talk.today:
        return Outgoing((headings.none_ahead(talk.tr, whose=looked.whose),))
    until = [one for one in still if one.due and one.due <= end]
    late = sum(one.due < talk.today for one in until if one.due)
    days = (end - talk.today).days
    heading = headings.days_left(
        talk.tr, whose=looked.whose, days=days, end=end, count=len(until), late=late
    )
    if not until:
        return Outgoing((heading,))
    return TaskList(heading, lines_of(talk, until, scope), numbers(until))


async def farthest(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What is open and due last, in front."""
    still = [one for one in looked.found if one.status in OPEN and one.due]
    last = by_due(talk, still)[::-1]
    heading = partial(headings.farthest, talk.tr, whose=looked.whose)
    none = headings.none_ahead(talk.tr, whose=looked.whose)
    return answer_with(talk, last[:PAGE], scope, heading, none)


async def done(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What is done; where days are named, what was done in them."""
    period = _passed(scope.period, talk.today)
    finished, whose = [one for one in looked.found if one.status in DONE], looked.whose
    if period is not None:
        finished = [
            one for one in finished if one.done_on and period.first <= one.done_on <= period.last
        ]
        whose = bounds.done_within(talk.tr, whose=whose, first=period.first, last=period.last)
    awaiting = sum(Flag.AWAITING_CONFIRMATION in one.flags for one in finished)
    heading = partial(headings.done, talk.tr, whose=whose, awaiting=awaiting)
    return answer_with(talk, finished, scope, heading, headings.none_done(talk.tr, whose=whose))


async def done_late(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What was done after its due day, the latest done first, with both days."""
    late = [one for one in looked.found if one.status is Status.DONE_LATE and one.done_on]
    if not late:
        return Outgoing((headings.none_done_late(talk.tr, whose=looked.whose),))
    late.sort(key=lambda one: (one.done_on or talk.today, one.task.number), reverse=True)
    lines = [
        task_lines.task_done_late(talk.tr, line=line, due=one.due, done_on=one.done_on)
        for one, line in zip(late, lines_of(talk, late, scope), strict=True)
        if one.due and one.done_on
    ]
    heading = headings.done_late(talk.tr, whose=looked.whose, count=len(late))
    return TaskList(heading, lines, numbers(late))


async def given(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What was given in chat, or came with a plan, in the days named, else lately; newest first."""
    days = lately(scope.period, talk.today)
    since = datetime.combine(days.first, time(), talk.zone)
    given_at = await given_since(talk.session, talk.committee.id, since)
    new = by_due(talk, [one for one in looked.found if one.task.number in given_at])
    new.sort(key=lambda one: given_at[one.task.number], reverse=True)
    whose, first, last = looked.whose, days.first, days.last
    heading = partial(headings.given, talk.tr, whose=whose, first=first, last=last)
    none = headings.none_given(talk.tr, whose=whose, first=first, last=last)
    return answer_with(talk, new, scope, heading, none)


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


async def still_open(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What is not done, what is due first in front; where days are named, what is due in them."""
    still, whose = by_due(talk, [one for one in looked.found if one.status in OPEN]), looked.whose
    if period := _beside_today(scope, talk.today):
        still = [one for one in still if one.due and period.first <= one.due <= period.last]
        whose = bounds.within(talk.tr, whose=whose, first=period.first, last=period.last)
    none = headings.none_as_far if scope.percents else headings.none_open
    heading = partial(headings.still_open, talk.tr, whose=whose)
    found = answer_with(talk, still, scope, heading, none(talk.tr, whose=whose))
    if scope.percents is None or isinstance(found, Outgoing):
        return found
    far = (percent_of(one) or 0 for one in still)
    lines = [
        task_lines.task_far(talk.tr, line=line, percent=percent)
        for line, percent in zip(found.lines, far, strict=True)
    ]
    return replace(found, lines=lines)


async def not_started(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What nobody has begun, what is due first in front."""
    still = by_due(talk, [one for one in looked.found if one.status in NOT_STARTED])
    heading = partial(headings.not_started, talk.tr, whose=looked.whose)
    begun = any(one.status in OPEN for one in looked.found)
    none_of = headings.none_not_started if begun else headings.none_open
    none = none_of(talk.tr, whose=looked.whose)
    return answer_with(talk, still, scope, heading, none, urges=True)


async def without_day(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What is open and has no due day."""
    still = [one for one in looked.found if one.status in OPEN and one.due is None]
    heading = partial(headings.without_day, talk.tr, whose=looked.whose)
    none = headings.none_without_day(talk.tr, whose=looked.whose)
    return answer_with(talk, by_due(talk, still), scope, heading, none)


async def extended(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What was given more time, with the due day that holds now."""
    found = [one for one in looked.found if Flag.EXTENDED in one.flags]
    heading = partial(headings.extended, talk.tr, whose=looked.whose)
    none = headings.none_extended(talk.tr, whose=looked.whose)
    return answer_with(talk, by_due(talk, found), scope, heading, none)


async def of_subject(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What speaks of a subject, done or not: one task as its card."""
    if len(looked.found) == 1:
        return await on_number(talk, looked.found[0].task.number)
    subject = scope.subject or ""
    heading = partial(headings.found, talk.tr, subject=subject)
    none = headings.none_found(talk.tr, subject=subject)
    return answer_with(talk, by_due(talk, looked.found), Scope(), heading, none)


async def unassigned(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """What no agency leads."""
    without = by_due(talk, [one for one in looked.found if Flag.UNASSIGNED in one.flags])
    heading = partial(headings.unassigned, talk.tr, whose=looked.whose)
    none = headings.none_unassigned(talk.tr, whose=looked.whose)
    found = answer_with(talk, without, Scope(), heading, none)
    if isinstance(found, Outgoing):
        return found
    return replace(found, hint=reminders.to_assign(talk.tr, number=without[0].task.number))
