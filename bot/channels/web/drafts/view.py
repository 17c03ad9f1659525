"""A draft as the page's script gets it: every word ready to be shown."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.web.drafts.versions import view_versions
from bot.conversation.drafts.discarding import ask_discard
from bot.conversation.drafts.reviewing import misdirected
from bot.i18n import Translator
from bot.texts.drafts import page as texts
from bot.texts.drafts import summary as draft_summary
from bot.texts.drafts.importing import doubt
from bot.texts.drafts.indicator_doubts import indicator_doubt
from bot.texts.tasks import cards as task_texts
from db.enums import Part, Review
from db.models import Committee, Occurrence, Plan, PlanLeftover
from tasks.drafts.head import head_version
from tasks.drafts.indicators import DraftIndicator, draft_indicators
from tasks.drafts.names import offered_agencies
from tasks.drafts.reporting import draft_regimes, reporting_lines
from tasks.drafts.rows import DraftRow
from tasks.drafts.source import indicator_words, source_words
from tasks.drafts.summary import DraftSummary, summarise


async def view_draft(session: AsyncSession, tr: Translator, plan: Plan) -> dict[str, Any]:
    """The plan's own fields, its rows with their sources, what is left over, the agencies."""
    found = await summarise(session, plan)
    rows = sorted([*found.rows, *found.set_aside], key=lambda row: row.task.number)
    sources = await source_words(session, plan, [row.task for row in rows])
    dues = await _dues(session, plan, rows)
    silent = {row.task.id for some in found.silent.values() for row in some}
    committee = await session.get_one(Committee, plan.committee_id)
    elsewhere = misdirected(tr, plan, committee)
    return {
        "head": await _head(session, tr, plan),
        "summary": [*([elsewhere] if elsewhere else []), *_summary(tr, found)],
        "open": len(found.open),
        "rows": [
            _row(tr, row, dues=dues, source=sources.get(row.task.id), silent=row.task.id in silent)
            for row in rows
        ],
        "indicators": await _indicators(session, tr, plan),
        "versions": await view_versions(session, tr, plan),
        "leftovers": await _leftovers(session, tr, plan),
        "agencies": await _agencies(session, plan),
        "discard": await ask_discard(session, tr, plan),
    }


async def _head(session: AsyncSession, tr: Translator, plan: Plan) -> dict[str, Any]:
    day = plan.issued_on or plan.counted_from
    return {
        "version": await head_version(session, plan),
        "number": plan.number or "",
        "issued_on": tr.day(day) if day else "",
        "doubtful": plan.counted_from_doubtful or day is None,
        "issuer": plan.issuer or "",
        "title": plan.title or "",
        "reporting": reporting_lines(await draft_regimes(session, plan)),
    }


def _summary(tr: Translator, found: DraftSummary) -> list[str]:
    reasons = {why: [row.task.number for row in rows] for why, rows in found.silent.items()}
    lines = (
        draft_summary.tasks_and_leads(tr, tasks=len(found.rows), leads=found.leads),
        draft_summary.deadlines(tr, months=found.months, kinds=found.kinds),
        draft_summary.to_look_at(
            tr,
            open=len(found.open),
            total=found.looked_at + len(found.open),
            later=len(found.open) - len(found.unlooked),
            wording=len(found.of_wording),
        ),
        draft_summary.left_over(tr, lines=found.leftovers, aside=len(found.set_aside)),
        draft_summary.silence(tr, count=found.silent_tasks, reasons=reasons) if reasons else None,
    )
    return [line for line in lines if line]


def _row(
    tr: Translator,
    row: DraftRow,
    *,
    dues: Mapping[int, Any],
    source: str | None,
    silent: bool,
) -> dict[str, Any]:
    task = row.task
    decided = task.review in (Review.RIGHT, Review.NOT_A_TASK)
    return {
        "id": task.id,
        "version": row.version,
        "number": task.number,
        "no": task.no or "",
        "group": " ".join(filter(None, (task.group.label, task.group.title))),
        "parent": task.parent_content or "",
        "content": task.content,
        "product": task.product or "",
        "leads": row.names(Part.LEAD),
        "coordinating": row.names(Part.COORDINATING),
        "deadline": task.deadline_text,
        "meaning": task_texts.deadline(
            tr, words=task.deadline_text, kind=task.kind, due=dues.get(task.id)
        ),
        "doubts": [] if decided else [doubt(tr, word) for word in task.doubts],
        "words": [] if decided else list(task.doubtful_words or ()),
        "review": task.review,
        "state": texts.review_state(tr, task.review),
        "last": texts.last_change(tr, who=row.last.person.name) if row.last else "",
        "silent": silent,
        "place": texts.place(
            tr, page=task.page, sheet=task.sheet, row=task.sheet_row, line=task.line
        ),
        "source": source or task.content_raw or "",
    }


async def _indicators(session: AsyncSession, tr: Translator, plan: Plan) -> list[dict[str, Any]]:
    rows = await draft_indicators(session, plan)
    sources = await indicator_words(session, plan, [row.indicator for row in rows])
    return [_indicator(tr, row, sources.get(row.indicator.id)) for row in rows]


def _indicator(tr: Translator, row: DraftIndicator, source: str | None) -> dict[str, Any]:
    one = row.indicator
    decided = one.review in (Review.RIGHT, Review.NOT_A_TASK)
    return {
        "id": one.id,
        "version": row.version,
        "number": one.number,
        "group": one.group_title or "",
        "name": one.name,
        "unit": one.unit or "",
        "targets": row.targets,
        "leads": row.leads,
        "doubts": [] if decided else [indicator_doubt(tr, word) for word in one.doubts],
        "review": one.review,
        "last": texts.last_change(tr, who=row.last.person.name) if row.last else "",
        "place": texts.place(tr, page=None, sheet=None, row=None, line=one.line),
        "source": source or one.raw_name or "",
    }


async def _dues(session: AsyncSession, plan: Plan, rows: list[DraftRow]) -> dict[int, Any]:
    found = await session.execute(
        select(Occurrence.task_id, Occurrence.due).where(
            Occurrence.committee_id == plan.committee_id,
            Occurrence.task_id.in_([row.task.id for row in rows]),
        )
    )
    return {row.task_id: row.due for row in found}


async def _leftovers(session: AsyncSession, tr: Translator, plan: Plan) -> list[dict[str, str]]:
    found = await session.scalars(
        select(PlanLeftover)
        .where(PlanLeftover.committee_id == plan.committee_id, PlanLeftover.plan_id == plan.id)
        .order_by(PlanLeftover.position)
    )
    return [
        {
            "place": texts.place(
                tr, page=left.page, sheet=left.sheet, row=left.sheet_row, line=left.line
            ),
            "text": left.text,
        }
        for left in found
    ]


async def _agencies(session: AsyncSession, plan: Plan) -> list[str]:
    """Names to choose from."""
    found = await offered_agencies(session, plan.committee_id, collective=True)
    return [agency.name for agency in found]
