"""Drafts of plans in chat: the list, what a draft amounts to, and what was set aside of it."""

from sqlalchemy import func, select

from bot.conversation.directory.agencies import offer_merges
from bot.conversation.drafts.draft import find_draft, name_of, said_of_drafts
from bot.conversation.drafts.older_plans import older_version
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import discarding, draft_head, draft_summary
from bot.texts import reviewing as texts
from db.enums import PlanState
from db.models import Plan, Task
from tasks.draft_indicators import draft_indicators
from tasks.draft_reporting import draft_regimes, reporting_lines
from tasks.draft_summary import DraftSummary, Silence, summarise
from tasks.plan_versions import amended_ids
from tasks.rules import may_review

LISTED = 20
"""Plans named in one message."""

PAGE = "web"
"""The channel of the chat page, on which a draft has a sheet too."""


async def on_plans(talk: Talk, argument: str = "") -> Outgoing:
    """/kehoach: the committee's plans; to its secretaries the drafts too, each with a button."""
    query = (
        select(Plan, func.count(Task.id))
        .outerjoin(Task, (Task.committee_id == Plan.committee_id) & (Task.plan_id == Plan.id))
        .where(
            Plan.committee_id == talk.committee.id, Plan.id.not_in(amended_ids(talk.committee.id))
        )
        .group_by(Plan.id)
        .order_by(Plan.id.desc())
        .limit(LISTED)
    )
    if not may_review(talk.standing):
        query = query.where(Plan.state == PlanState.ACCEPTED)
    found = (await talk.session.execute(query)).all()
    if not found:
        return Outgoing((texts.no_plans(talk.tr),))
    lines, buttons = [], []
    for plan, tasks in found:
        draft = plan.state is PlanState.DRAFT
        open_rows = len((await summarise(talk.session, plan)).open) if draft else 0
        lines.append(
            texts.plan_line(
                talk.tr,
                name=name_of(talk, plan),
                state=plan.state,
                tasks=tasks,
                since=plan.reminds_from,
                open=open_rows,
            )
        )
        if draft:
            label = texts.plan_button(number=plan.number, title=plan.title, file=plan.file_name)
            buttons.append((Choice(label, f"draft:{plan.id}"),))
    return Outgoing((texts.plans(talk.tr), *lines), tuple(buttons))


@said_of_drafts
async def on_draft(talk: Talk, plan_id: str) -> Outgoing:
    """A draft's summary, by its button."""
    plan = await find_draft(talk, plan_id)
    return await summary(talk, plan)


async def summary(talk: Talk, plan: Plan) -> Outgoing:
    """What a draft amounts to, what needs a look, and what can be done with it."""
    tr, found = talk.tr, await summarise(talk.session, plan)
    version = await older_version(talk, plan)
    leftovers = draft_summary.left_over(tr, lines=found.leftovers, aside=len(found.set_aside))
    measured = await draft_indicators(talk.session, plan)
    open_ones = [one for one in measured if one.open]
    blocks = (
        draft_summary.heading(tr, name=name_of(talk, plan)),
        draft_summary.issued(
            tr, issuer=plan.issuer, day=plan.counted_from, doubtful=plan.counted_from_doubtful
        ),
        draft_summary.reporting(tr, lines=reporting_lines(await draft_regimes(talk.session, plan))),
        draft_summary.tasks_and_leads(tr, tasks=len(found.rows), leads=found.leads),
        draft_summary.deadlines(tr, months=found.months, kinds=found.kinds),
        draft_summary.indicators(tr, count=len(measured), open=len(open_ones)),
        draft_summary.to_look_at(
            tr,
            open=len(found.open),
            total=found.looked_at + len(found.open),
            later=len(found.open) - len(found.unlooked),
        ),
        leftovers,
        *silence(talk, found),
        version.said if version else None,
        draft_summary.on_the_page(tr) if talk.chat.channel == PAGE else None,
        draft_summary.nobody_reminded(tr),
    )
    alike, merge = await offer_merges(talk)
    said = (*(block for block in blocks if block), *alike)
    asked = version.choices if version else ()
    return Outgoing(said, (*asked, *_choices(talk, plan, found, len(open_ones)), *merge))


def silence(talk: Talk, found: DraftSummary) -> list[str]:
    """How many tasks of a draft cannot be reminded of yet, why, and what helps; nothing where all
    can."""
    if not found.silent:
        return []
    reasons = {why: [row.task.number for row in rows] for why, rows in found.silent.items()}
    said = [draft_summary.silence(talk.tr, count=found.silent_tasks, reasons=reasons)]
    return [*said, draft_summary.codes_at(talk.tr)] if Silence.NOBODY_LINKED in reasons else said


def _choices(
    talk: Talk, plan: Plan, found: DraftSummary, indicators: int
) -> tuple[tuple[Choice, ...], ...]:
    """What can be done with a draft, of whose `indicators` so many are to be looked at."""
    tr, rows = talk.tr, list[tuple[Choice, ...]]()
    if found.open:
        label = texts.button_look(tr, count=len(found.open))
        rows.append((Choice(label, f"look:{plan.id}"),))
    if indicators:
        label = texts.button_indicators(tr, count=indicators)
        rows.append((Choice(label, f"inlook:{plan.id}"),))
    more = [Choice(draft_head.button_head(tr), f"head:{plan.id}")]
    if found.set_aside:
        label = texts.button_aside(tr, count=len(found.set_aside))
        more.append(Choice(label, f"asides:{plan.id}"))
    follow = Choice(texts.button_follow(tr), f"follow:{plan.id}")
    discard = Choice(discarding.button_discard(tr), f"discard:{plan.id}")
    return (*rows, tuple(more), (follow,), (discard,))


@said_of_drafts
async def on_asides(talk: Talk, plan_id: str) -> Outgoing:
    """The rows of a draft that were set aside, each with a button to see it."""
    plan = await find_draft(talk, plan_id)
    aside = (await summarise(talk.session, plan)).set_aside[:LISTED]
    if not aside:
        return await summary(talk, plan)
    buttons = [(Choice(f"#{row.task.number}", f"row:{row.task.id}"),) for row in aside]
    lines = [texts.row_line(number=row.task.number, content=row.task.content) for row in aside]
    return Outgoing((texts.asides(talk.tr), *lines), tuple(buttons))
