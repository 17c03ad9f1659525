"""A draft followed from now on, and those told whose tasks a newer version of a plan changed.

The one way for chat, page and shell.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.talk import name_committee, queue_notice
from bot.i18n import Translator, translator
from bot.ports import Outgoing
from bot.texts import common
from bot.texts.drafts import versions as texts
from bot.texts.tasks import cards as task_texts
from db.enums import Part, Progress
from db.models import Committee, Membership, Occurrence, Person, Plan, Task
from db.queries.office import reached_members, tell_of
from tasks.drafts.accepting import accept_draft
from tasks.drafts.amended_plan import Amended, NewDue, NewLead
from tasks.drafts.rows import DraftRow
from tasks.rules import Standing

Heading = Callable[[Translator, int], str]

NAMED = 20
"""Tasks named under one heading of a message."""


@dataclass
class _News:
    """What one person is told."""

    person: Person
    gained: list[NewLead] = field(default_factory=list)
    dues: list[NewDue] = field(default_factory=list)
    lost: list[NewLead] = field(default_factory=list)
    removed: list[DraftRow] = field(default_factory=list)


async def follow(
    session: AsyncSession,
    committee: Committee,
    plan: Plan,
    *,
    standing: Standing | None,
    now: datetime,
    tr: Translator,
    default_locale: str,
) -> int:
    """Accept a draft; return how many people are told that it changed their tasks.

    Each is told once, in one message. `standing` is None for the operator at the shell, `tr` the
    language of the reason that is kept with what is closed. Raises as `accept_draft` does.
    """
    name = texts.plan_name(plan)
    reason = texts.closed_because(tr, plan=name)
    amended = await accept_draft(
        session, committee, plan.id, standing=standing, now=now, reason=reason
    )
    if amended is None:
        return 0
    news = await _news(session, committee, amended)
    dues = await _current_dues(session, committee, amended)
    for one in news:
        words = translator(one.person.locale or default_locale)
        outgoing = _message(words, name, one, dues)
        if await _in_several(session, one.person):
            outgoing = name_committee(words, committee, outgoing)
        queue_notice(session, committee, one.person, outgoing, now=now)
    return len(news)


async def _news(session: AsyncSession, committee: Committee, amended: Amended) -> list[_News]:
    """What concerns whom: those who report for the agencies that lead the task, before or now."""
    gone = [(tuple(row.ids(Part.LEAD)), row) for row in amended.removed]
    leading = [due.lead_ids for due in amended.dues] + [lead_ids for lead_ids, _ in gone]
    leading += [ids for one in amended.leads for ids in (one.gained_ids, one.lost_ids)]
    ids = {agency for lead_ids in leading for agency in lead_ids}
    members = await reached_members(session, committee.id, ids)
    found: dict[int, _News] = {}

    def news_of(lead_ids: Collection[int]) -> list[_News]:
        people = tell_of(members, lead_ids)
        return [found.setdefault(person.id, _News(person)) for person in people]

    for one in amended.leads:
        for news in news_of(one.gained_ids):
            news.gained.append(one)
        for news in news_of(one.lost_ids):
            news.lost.append(one)
    for due in amended.dues:
        for news in news_of(due.lead_ids):
            if due.task not in [one.task for one in news.gained]:  # told with its day already
                news.dues.append(due)
    for lead_ids, row in gone:
        for news in news_of(lead_ids):
            news.removed.append(row)
    return list(found.values())


async def _current_dues(
    session: AsyncSession, committee: Committee, amended: Amended
) -> dict[int, date | None]:
    """The day until which each task that somebody now leads is due, by its id."""
    query = (
        select(Occurrence.task_id, Occurrence.due)
        .where(
            Occurrence.committee_id == committee.id,
            Occurrence.task_id.in_([one.task.id for one in amended.leads]),
            Occurrence.progress != Progress.DONE,
            Occurrence.closed_on.is_(None),
        )
        .order_by(Occurrence.sequence.desc())  # of several the first is the one to be done
    )
    return {row.task_id: row.due for row in await session.execute(query)}


def _message(tr: Translator, plan: str, news: _News, dues: Mapping[int, date | None]) -> Outgoing:
    parts: tuple[tuple[Heading, list[str]], ...] = (
        (texts.gained, [_gained(tr, one, dues.get(one.task.id)) for one in news.gained]),
        (texts.new_dues, [_new_due(tr, due) for due in news.dues]),
        (texts.lost, [_lost(tr, one) for one in news.lost]),
        (texts.no_longer, [_task(gone.task) for gone in news.removed]),
    )
    blocks = [texts.told(tr, plan=plan)]
    for heading, lines in parts:
        if lines:
            blocks += [heading(tr, len(lines)), *lines[:NAMED]]
        if len(lines) > NAMED:
            blocks.append(common.more_tasks(tr, len(lines) - NAMED))
    blocks.append(texts.see_tasks(tr))
    about = [*(one.task.id for one in news.gained), *(due.task.id for due in news.dues)]
    return Outgoing(tuple(blocks), about=tuple(about))


def _task(task: Task) -> str:
    return f"#{task.number} {texts.short(task.content)}"


def _gained(tr: Translator, one: NewLead, due: date | None) -> str:
    words = task_texts.deadline(tr, words=one.task.deadline_text, kind=one.task.kind, due=due)
    return texts.gained_task(tr, task=_task(one.task), deadline=words)


def _new_due(tr: Translator, due: NewDue) -> str:
    task = due.task
    return texts.new_due(
        tr, number=task.number, content=task.content, before=due.before, after=due.after
    )


def _lost(tr: Translator, one: NewLead) -> str:
    return texts.lost_task(tr, task=_task(one.task), leads=one.lead_names)


async def _in_several(session: AsyncSession, person: Person) -> bool:
    query = select(Membership.committee_id).where(Membership.person_id == person.id).distinct()
    return len((await session.scalars(query)).all()) > 1
