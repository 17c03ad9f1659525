"""The plans of a committee as they are listed, in chat and on the page; drafts come first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.drafts.draft import name_of
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.drafts import reviewing as texts
from db.enums import FilePurpose, FileState, PlanState
from db.models import Committee, Plan, SentFile, Task
from tasks.drafts.summary import summarise
from tasks.drafts.versions import amended_ids
from tasks.rules import may_review

LISTED = 20
"""Plans named in one message."""


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """A plan, what is said of it, and what the button says that opens it as a draft."""

    plan: Plan
    line: str
    label: str | None
    """None where the plan is followed."""


async def on_plans(talk: Talk, argument: str = "") -> Outgoing:
    """/kehoach: the committee's plans; to its secretaries the drafts too, each with a button, and
    the files that are being read."""
    reviews = may_review(talk.standing)
    plans = (await listed_plans(talk.session, talk.tr, talk.committee, drafts=reviews))[:LISTED]
    names = await _being_read(talk) if reviews else ()
    reading = [texts.being_read(talk.tr, names=names)] if names else []
    if not plans:
        return Outgoing(tuple(reading or [texts.no_plans(talk.tr)]))
    buttons = [(Choice(one.label, f"draft:{one.plan.id}"),) for one in plans if one.label]
    lines = [one.line for one in plans]
    return Outgoing((texts.plans(talk.tr), *lines, *reading), tuple(buttons))


async def listed_plans(
    session: AsyncSession, tr: Translator, committee: Committee, *, drafts: bool
) -> list[ListedPlan]:
    """A committee's plans, newest first, those left out of which a newer version is followed."""
    tasks = (
        select(func.count(Task.id))
        .where(Task.committee_id == Plan.committee_id, Task.plan_id == Plan.id)
        .where(Task.removed_on.is_(None))
        .scalar_subquery()
    )
    query = (
        select(Plan, tasks)
        .where(Plan.committee_id == committee.id, Plan.id.not_in(amended_ids(committee.id)))
        .order_by(Plan.state == PlanState.ACCEPTED, Plan.id.desc())
    )
    if not drafts:
        query = query.where(Plan.state == PlanState.ACCEPTED)
    found = (await session.execute(query)).all()
    names = Counter(name_of(plan) for plan, _ in found if plan.state is PlanState.DRAFT)
    return [
        await _draft(session, tr, plan, alike=names[name_of(plan)] > 1)
        if plan.state is PlanState.DRAFT
        else ListedPlan(plan, _followed(tr, plan, tasks), None)
        for plan, tasks in found
    ]


async def _draft(session: AsyncSession, tr: Translator, plan: Plan, *, alike: bool) -> ListedPlan:
    """A draft; where others print the same of themselves, its file tells it apart."""
    found = await summarise(session, plan)
    name = name_of(plan)
    line = texts.draft_line(
        tr,
        name=f"{name} · {plan.file_name}" if alike else name,
        tasks=len(found.rows),
        open=len(found.open),
    )
    number, title = (None, None) if alike else (plan.number, plan.title)
    return ListedPlan(
        plan, line, texts.plan_button(number=number, title=title, file=plan.file_name)
    )


def _followed(tr: Translator, plan: Plan, tasks: int) -> str:
    return texts.followed_line(tr, name=name_of(plan), tasks=tasks, since=plan.reminds_from)


async def _being_read(talk: Talk) -> Sequence[str]:
    """The names of the plans' files that are read now, or wait for it."""
    query = (
        select(SentFile.name)
        .where(
            SentFile.committee_id == talk.committee.id,
            SentFile.purpose == FilePurpose.PLAN,
            SentFile.state == FileState.WAITING,
        )
        .order_by(SentFile.id)
        .limit(LISTED)
    )
    return (await talk.session.scalars(query)).all()
