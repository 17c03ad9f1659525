"""The rows of a draft one by one: what is doubtful in each, and whether it is right."""

from sqlalchemy import select

from bot.conversation.drafts import reviewing
from bot.conversation.drafts.draft import (
    changed_by,
    editor,
    find_draft,
    followed_since,
    said_of_drafts,
)
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import draft_rows as row_texts
from bot.texts import tasks as task_texts
from db.enums import Part, PlanState, Review
from db.models import Occurrence, Plan, Task
from plans.words import clean
from tasks.draft_rows import DraftRow, draft_rows
from tasks.draft_source import source_words
from tasks.draft_summary import DraftSummary, summarise
from tasks.drafts import review_rows
from tasks.errors import DraftChangedError, NotADraftError, NotYourRoleError
from tasks.rules import may_review


@said_of_drafts
async def on_look(talk: Talk, plan_id: str) -> Outgoing:
    """Go through the doubtful rows: those that nobody looked at, then those put off."""
    plan = await find_draft(talk, plan_id)
    found = await summarise(talk.session, plan)
    if found.open and not found.unlooked:
        return await row_card(talk, plan, found.open[0], found)
    return await next_row(talk, plan)


@said_of_drafts
async def on_row(talk: Talk, task_id: str) -> Outgoing:
    """One row of a draft, by its button."""
    plan, row, _ = await find_row(talk, f"{task_id}:0")
    return await row_card(talk, plan, row, await summarise(talk.session, plan))


async def find_row(talk: Talk, argument: str) -> tuple[Plan, DraftRow, int]:
    """The row of a button ("task:version") with its draft, and the version that was seen."""
    if not may_review(talk.standing):
        raise NotYourRoleError
    task_id, _, rest = argument.partition(":")
    seen = read_id(rest.partition(":")[0])
    plan = await talk.session.scalar(
        select(Plan)
        .join(Task, (Task.committee_id == Plan.committee_id) & (Task.plan_id == Plan.id))
        .where(Plan.committee_id == talk.committee.id, Task.id == (read_id(task_id) or 0))
    )
    if plan is not None and plan.state is PlanState.ACCEPTED:
        raise followed_since(talk, plan)
    if plan is None or seen is None:
        raise NotADraftError
    [row] = await draft_rows(talk.session, plan, [int(task_id)])
    return plan, row, seen


async def next_row(talk: Talk, plan: Plan, *notes: str) -> Outgoing:
    """The next doubtful row that nobody looked at; after the last one the draft's summary."""
    found = await summarise(talk.session, plan)
    if found.unlooked:
        return await row_card(talk, plan, found.unlooked[0], found, *notes)
    whole = await reviewing.summary(talk, plan)
    return Outgoing((*notes, *whole.blocks), whole.choices)


async def row_card(
    talk: Talk, plan: Plan, row: DraftRow, found: DraftSummary, *notes: str
) -> Outgoing:
    """A row as it was read, what is doubtful in it, and the words of the source."""
    tr, task = talk.tr, row.task
    due = await talk.session.scalar(
        select(Occurrence.due).where(
            Occurrence.committee_id == task.committee_id, Occurrence.task_id == task.id
        )
    )
    lines = list(notes)
    total = found.looked_at + len(found.open)
    if row.doubtful and task.review is None:
        at = total - len(found.unlooked) + 1
        lines.append(row_texts.progress(tr, at=at, total=total))
    lines.append(f"#{task.number} {clean(task.content)}")
    if task.review is Review.NOT_A_TASK:
        lines.append(row_texts.set_aside(tr))
    doubt = row_texts.doubts(tr, task.doubts, task.doubtful_words or ())
    if doubt and task.review is not Review.RIGHT:
        lines.append(doubt)
    lines += row_texts.row_facts(
        tr,
        deadline=task_texts.deadline(tr, words=task.deadline_text, kind=task.kind, due=due),
        leads=row.names(Part.LEAD),
        coordinating=row.names(Part.COORDINATING),
        product=task.product,
    )
    words = (await source_words(talk.session, plan, [task])).get(task.id)
    if words:
        lines.append(
            row_texts.source(
                tr,
                words=words,
                page=task.page,
                sheet=task.sheet,
                row=task.sheet_row,
                line=task.line,
            )
        )
    return Outgoing(tuple(lines), _choices(talk, row))


def _choices(talk: Talk, row: DraftRow) -> tuple[tuple[Choice, ...], ...]:
    tr, here = talk.tr, f"{row.task.id}:{row.version}"
    if row.task.review is Review.NOT_A_TASK:
        return ((Choice(row_texts.button_is_a_task(tr), f"rowback:{here}"),),)
    first = [Choice(row_texts.button_right(tr), f"rowright:{here}")]
    if row.task.doubtful_words:
        first.append(Choice(row_texts.button_content(tr), f"rowwords:{here}"))
    return (
        tuple(first),
        (
            Choice(row_texts.button_deadline(tr), f"rowuntil:{here}"),
            Choice(row_texts.button_agency(tr), f"rowwho:{here}"),
        ),
        (
            Choice(row_texts.button_later(tr), f"rowlater:{here}"),
            Choice(row_texts.button_not_a_task(tr), f"rownot:{here}"),
        ),
    )


async def on_right(talk: Talk, argument: str) -> Outgoing:
    """ "Đúng"."""
    return await _say(talk, argument, Review.RIGHT)


async def on_later(talk: Talk, argument: str) -> Outgoing:
    """ "Để sau"."""
    return await _say(talk, argument, Review.LATER)


async def on_not_a_task(talk: Talk, argument: str) -> Outgoing:
    """ "Không phải nhiệm vụ"."""
    return await _say(talk, argument, Review.NOT_A_TASK)


async def on_back(talk: Talk, argument: str) -> Outgoing:
    """ "Là nhiệm vụ": what was set aside is a task again, and as doubtful as it was."""
    return await _say(talk, argument, None)


@said_of_drafts
async def _say(talk: Talk, argument: str, review: Review | None) -> Outgoing:
    try:
        plan, row, seen = await find_row(talk, argument)
        await review_rows(talk.session, plan, {row.task.id: seen}, review, by=editor(talk))
    except DraftChangedError as changed:
        return await as_it_stands(talk, plan, row, changed)
    note = row_texts.kept(talk.tr, task=f"#{row.task.number}", review=review)
    return await next_row(talk, plan, note)


async def as_it_stands(
    talk: Talk, plan: Plan, row: DraftRow, changed: DraftChangedError
) -> Outgoing:
    found = await summarise(talk.session, plan)
    return await row_card(talk, plan, row, found, changed_by(talk, changed))
