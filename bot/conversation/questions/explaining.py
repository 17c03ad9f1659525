"""The secretary's view: why a reminder came or did not, and what will go out this week."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_pressed
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts.people import hours as hour_texts
from bot.texts.questions import explaining as texts
from bot.texts.tasks import cards as task_texts
from db.enums import DeadlineKind, Part, Role
from db.models import Committee
from db.queries.groups import bound_groups
from db.queries.tasks import TaskNow
from tasks.errors import NotYourRoleError
from tasks.mornings.digests import digest_day
from tasks.mornings.explaining import Explained, Told, explain_task, told_on
from tasks.mornings.holding import Held, committee_held
from tasks.mornings.owing import working_days
from tasks.mornings.previewing import Coming, coming_messages, moved_from
from tasks.working_days import WorkingDays

AHEAD = 14
"""Days that a task's view in chat looks ahead."""
SHOWN = 12
"""Reminders of the past shown in chat."""
LISTED = 15
"""Tasks or people named in one line of those."""
NUMBERS = 8
"""Task numbers named in a line of the week."""


async def on_why(talk: Talk, argument: str) -> Outgoing:
    """The reminders of a task, for the secretariat; `argument` is the task's id."""
    if not talk.standing.has(Role.SECRETARY):
        raise NotYourRoleError
    now_task = await task_pressed(talk, argument)
    explained = await explain_task(
        talk.session, talk.committee, now_task, today=talk.today, days=AHEAD
    )
    words = Words(talk.tr, talk.zone, await working_days(talk.session))
    lines = words.task(now_task, explained, days=AHEAD, shown=SHOWN)
    return Outgoing(tuple(lines), about=(now_task.task.id,))


THIS_WEEK = "nay"
"""Asks for the seven days from today instead of the week to come."""


async def on_week(talk: Talk, argument: str = "") -> Outgoing:
    """/tuantoi: what will go out in the week to come, for the secretariat."""
    if not talk.standing.has(Role.SECRETARY):
        raise NotYourRoleError
    if argument and argument != THIS_WEEK:
        return await _on_day(talk, date.fromisoformat(argument))
    first = talk.today if argument == THIS_WEEK else next_monday(talk.today)
    return Outgoing(
        tuple(await week_lines(talk.session, talk.committee, talk.tr, talk.today, first))
    )


async def _on_day(talk: Talk, day: date) -> Outgoing:
    """Who was reminded on a day, and who will be."""
    lines: list[str] = []
    sent: dict[str, list[int]] = {}
    if day <= talk.today:
        for told in await told_on(talk.session, talk.committee, day):
            sent.setdefault(told.person, []).append(told.number)
        lines.append(texts.sent_on(talk.tr, day=day, count=len(sent)))
        lines += [texts.week_person(who=who, tasks=_some(of)) for who, of in sent.items()]
    if day > talk.today or (day == talk.today and not sent):
        lines += await week_lines(talk.session, talk.committee, talk.tr, talk.today, day, days=1)
    return Outgoing(tuple(lines))


def next_monday(today: date) -> date:
    """The first day of the week to come."""
    return today + timedelta(days=7 - today.weekday())


async def week_lines(
    session: AsyncSession,
    committee: Committee,
    tr: Translator,
    today: date,
    first: date,
    *,
    days: int = 7,
) -> list[str]:
    """The messages of these days from `first`, a line a person under a line a day.

    The days until then are gone through as well, since they take some rungs off the week. Last, who
    is not told, and why.
    """
    begins = min(today, first)
    coming = await coming_messages(
        session, committee, first=begins, days=(first - begins).days + days
    )
    week = [one for one in coming if one.day >= first]
    last = first + timedelta(days=days - 1)
    lines = [texts.week_heading(tr, first=first, last=last, count=len(week))]
    for day in sorted({one.day for one in week}):
        those = [one for one in week if one.day == day]
        lines.append(texts.week_day(tr, day=day, count=len(those)))
        lines += [texts.week_person(who=one.person, tasks=_about(tr, one)) for one in those]
    calendar = await working_days(session)
    groups = [one.title for one in await bound_groups(session, committee.id)]
    if groups:
        those_days = [first + timedelta(days=ahead) for ahead in range(days)]
        digests = [day for day in those_days if digest_day(day, calendar) == day]
        lines += [texts.week_groups(tr, day=day, groups=groups) for day in digests]
    words = Words(tr, ZoneInfo(committee.timezone), calendar)
    return [*lines, *words.week_held(await committee_held(session, committee, day=first))]


def _some(numbers: Sequence[int]) -> str:
    """Tasks' numbers, the first few of them."""
    named = list(dict.fromkeys(f"#{number}" for number in numbers))
    more = [f"… ({len(named)})"] if len(named) > NUMBERS else []
    return ", ".join([*named[:NUMBERS], *more])


def _about(tr: Translator, one: Coming) -> str:
    named = [_some([reason.number for reason in one.reasons])] if one.reasons else []
    return ", ".join([*named, *(texts.note(tr, kind, due) for kind, due in one.notes)])


class Words:
    """Words what was found out of a task's or a person's reminders."""

    def __init__(self, tr: Translator, zone: ZoneInfo, calendar: WorkingDays) -> None:
        self.tr = tr
        self.zone = zone
        self.calendar = calendar

    def task(
        self, now_task: TaskNow, explained: Explained, *, days: int, shown: int | None = None
    ) -> list[str]:
        """A task's reminders: those that came, those to come, and what holds others back."""
        task = now_task.task
        return [
            task_texts.task_line(task.number, task.content),
            *self._past(explained.past[-shown:] if shown else explained.past, person=True),
            *self._coming(explained.coming, days, number=task.number),
            *self._held(
                [*self._of_task(now_task, explained.held), *self._of_people(explained.held)]
            ),
        ]

    def person(self, name: str, explained: Explained, *, days: int) -> list[str]:
        """A person's reminders, in the same order."""
        return [
            name,
            *self._past(explained.past, person=False),
            *self._coming(explained.coming, days),
            *self._held(self._of_people(explained.held)),
        ]

    def week_held(self, held: Held) -> list[str]:
        """What holds reminders of a whole week back, under its messages."""
        unreached = ", ".join(held.unreached)
        reasons = [texts.held_unreached(self.tr, unreached)] if unreached else []
        reasons += self._of_people(held)
        left = len(reasons) - LISTED
        return self._held([*reasons[:LISTED], *([f"… ({left})"] if left > 0 else [])])

    def _past(self, past: Sequence[Told], *, person: bool) -> list[str]:
        lines = _Lines(self.tr)
        for told in past:
            when = self.tr.time(told.finished_at, self.zone) if told.finished_at else None
            outcome = texts.outcome(self.tr, state=told.state, silenced=told.silenced, when=when)
            whom = told.person if person else f"#{told.number}"
            lines.add(told.day, whom, self._why(told.day, told.name, told.due, outcome))
        said = lines.said() or [f"· {texts.nothing(self.tr)}"]
        return [texts.past_heading(self.tr), *said]

    def _coming(
        self, coming: Sequence[Coming], days: int, *, number: int | None = None
    ) -> list[str]:
        lines = _Lines(self.tr)
        for one in coming:
            for reason in one.reasons:
                why = self._why(one.day, reason.name, reason.due)
                if number is None:
                    lines.add(one.day, f"#{reason.number}", why)
                elif reason.number == number:
                    lines.add(one.day, one.person, why)
            if number is None:
                for kind, due in one.notes:
                    lines.add(one.day, "", texts.note(self.tr, kind, due))
        said = lines.said() or [f"· {texts.nothing_coming(self.tr)}"]
        return [texts.coming_heading(self.tr, days=days), *said]

    def _why(self, day: date, name: str, due: date, outcome: str | None = None) -> str:
        parts = [texts.rule(self.tr, name, due)]
        rest = moved_from(name, due, day, self.calendar)
        if rest is not None:
            parts.append(texts.moved(self.tr, rest))
        if outcome is not None:
            parts.append(outcome)
        return "; ".join(parts)

    def _held(self, reasons: list[str]) -> list[str]:
        return [texts.held_heading(self.tr), *(f"· {r}" for r in reasons)] if reasons else []

    def _of_task(self, now_task: TaskNow, held: Held) -> list[str]:
        tr, occurrence = self.tr, now_task.occurrence
        reasons = []
        if occurrence.done_on is not None:
            reasons.append(texts.held_done(tr, occurrence.done_on))
        if occurrence.closed_on is not None:
            reasons.append(texts.held_closed(tr, occurrence.closed_on))
        if occurrence.due is None:
            unreadable = now_task.task.kind is DeadlineKind.UNREADABLE
            reasons.append(texts.held_unreadable(tr) if unreadable else texts.held_no_day(tr))
        if held.opens_on is not None:
            reasons.append(texts.held_not_open(tr, held.opens_on))
        if held.follows_from is not None:
            reasons.append(texts.held_before(tr, held.follows_from))
        if held.asked_on is not None:
            reasons.append(texts.held_asked(tr, held.asked_on))
        if not now_task.agency_ids(Part.LEAD):
            reasons.append(texts.held_unassigned(tr))
        reasons += [texts.held_paused(tr, until) for until in held.paused_until]
        reasons += [texts.held_unreached(tr, agency) for agency in held.unreached]
        reasons += [texts.held_unmeant(tr, agency) for agency in held.unmeant]
        return reasons

    def _of_people(self, held: Held) -> list[str]:
        tr = self.tr
        return [
            *([texts.held_out_of_reach(tr)] if held.out_of_reach else []),
            *(texts.held_snoozed(tr, who, until) for who, until in held.snoozed),
            *(
                hour_texts.away_until(tr, who=a.person, until=a.until, stand_in=a.stand_in)
                for a in held.away
            ),
        ]


class _Lines:
    """A line for each day and reason, with everybody or every task that it holds for."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr
        self._whom: dict[tuple[date, str], list[str]] = {}

    def add(self, day: date, whom: str, why: str) -> None:
        """One reason on one day; `whom` is empty where it is about nothing in particular."""
        self._whom.setdefault((day, why), []).append(whom)

    def said(self) -> list[str]:
        """The lines, in the order in which their first came."""
        lines = []
        for (day, why), everybody in self._whom.items():
            named = list(dict.fromkeys(whom for whom in everybody if whom))
            listed = ", ".join(named[:LISTED])
            if len(named) > LISTED:
                listed = f"{listed} … ({len(named)})"
            lines.append(f"· {self._tr.day(day)} {f'{listed}: ' if listed else ''}{why}")
        return lines
