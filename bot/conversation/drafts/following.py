"""A draft followed from now on, and those told whose tasks a newer version of a plan changed.

The one way for chat, page and shell.
"""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.talk import name_committee, queue_notice
from bot.i18n import Translator, translator
from bot.ports import Outgoing
from bot.texts import common
from bot.texts import plan_versions as texts
from db.enums import Part
from db.models import Committee, Membership, Person, Plan
from db.queries.office import reached_members, tell_of
from tasks.accepting import accept_draft
from tasks.amended_plan import Amended, NewDue
from tasks.draft_rows import DraftRow
from tasks.rules import Standing

NAMED = 20
"""Tasks named under one heading of a message."""


@dataclass
class _News:
    """What one person is told."""

    person: Person
    dues: list[NewDue] = field(default_factory=list)
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
    for one in news:
        words = translator(one.person.locale or default_locale)
        outgoing = _message(words, name, one)
        if await _in_several(session, one.person):
            outgoing = name_committee(words, committee, outgoing)
        queue_notice(session, committee, one.person, outgoing, now=now)
    return len(news)


async def _news(session: AsyncSession, committee: Committee, amended: Amended) -> list[_News]:
    """What concerns whom: those who report for the agencies that lead the task, before or now."""
    leading = [(due.lead_ids, due, None) for due in amended.dues]
    gone = [(tuple(row.ids(Part.LEAD)), None, row) for row in amended.removed]
    ids = {agency for lead_ids, _, _ in (*leading, *gone) for agency in lead_ids}
    members = await reached_members(session, committee.id, ids)
    news: dict[int, _News] = {}
    for lead_ids, due, row in (*leading, *gone):
        for person in tell_of(members, lead_ids):
            one = news.setdefault(person.id, _News(person))
            if due is not None:
                one.dues.append(due)
            if row is not None:
                one.removed.append(row)
    return list(news.values())


def _message(tr: Translator, plan: str, news: _News) -> Outgoing:
    blocks = [texts.told(tr, plan=plan)]
    if news.dues:
        blocks.append(texts.new_dues(tr, len(news.dues)))
        blocks += [
            texts.new_due(
                tr,
                number=due.task.number,
                content=due.task.content,
                before=due.before,
                after=due.after,
            )
            for due in news.dues[:NAMED]
        ]
        if len(news.dues) > NAMED:
            blocks.append(common.more_tasks(tr, len(news.dues) - NAMED))
    if news.removed:
        blocks.append(texts.no_longer(tr, len(news.removed)))
        blocks += [
            f"#{row.task.number} {texts.short(row.task.content)}" for row in news.removed[:NAMED]
        ]
        if len(news.removed) > NAMED:
            blocks.append(common.more_tasks(tr, len(news.removed) - NAMED))
    blocks.append(texts.see_tasks(tr))
    return Outgoing(tuple(blocks), about=tuple(due.task.id for due in news.dues))


async def _in_several(session: AsyncSession, person: Person) -> bool:
    query = select(Membership.committee_id).where(Membership.person_id == person.id).distinct()
    return len((await session.scalars(query)).all()) > 1
