"""The rows of a draft one by one: what is doubtful in each, and what a secretary says of it."""

import re
from typing import Any

from sqlalchemy import select

from bot.conversation import reviewing
from bot.conversation.reviewing import changed_by, editor, find_draft, refused
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import draft_rows as row_texts
from bot.texts import reviewing as texts
from bot.texts import tasks as task_texts
from db.enums import OutboxKind, Part, PlanState, Review
from db.models import Agency, Occurrence, Plan, Task
from db.queries.messages import last_delivery
from plans.words import clean, cut
from tasks.draft_rows import DraftRow, draft_rows
from tasks.draft_source import source_words
from tasks.draft_summary import DraftSummary, summarise
from tasks.drafts import RowEdit, edit_rows, review_rows
from tasks.errors import (
    BadDeadlineError,
    DraftChangedError,
    NotADraftError,
    NotYourRoleError,
    UnknownAgencyError,
)
from tasks.rules import may_review

OFFERED = 8
"""Agencies offered as the lead of a row."""

LONGEST = 2000
"""Characters of a correction that is typed."""

NUMBER = re.compile(r"#\s*(\d{1,6})")
HELPERS = re.compile(r"[;,.]?\s*(?:cơ quan\s+)?(?:phối hợp|phoi hop)\s*:?\s*", re.IGNORECASE)
BETWEEN = re.compile(r"[,;\n]")


async def on_look(talk: Talk, plan_id: str) -> Outgoing:
    """Go through the doubtful rows: those that nobody looked at, then those put off."""
    try:
        plan = await find_draft(talk, plan_id)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    found = await summarise(talk.session, plan)
    if found.open and not found.unlooked:
        return await _card(talk, plan, found.open[0], found)
    return await _next(talk, plan)


async def on_row(talk: Talk, task_id: str) -> Outgoing:
    """One row of a draft, by its button."""
    try:
        plan, row, _ = await _find(talk, f"{task_id}:0")
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    return await _card(talk, plan, row, await summarise(talk.session, plan))


async def _find(talk: Talk, argument: str) -> tuple[Plan, DraftRow, int]:
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
    if plan is None or plan.state is not PlanState.DRAFT or seen is None:
        raise NotADraftError
    [row] = await draft_rows(talk.session, plan, [int(task_id)])
    return plan, row, seen


async def _next(talk: Talk, plan: Plan, *notes: str) -> Outgoing:
    """The next doubtful row that nobody looked at; after the last one the draft's summary."""
    found = await summarise(talk.session, plan)
    if found.unlooked:
        return await _card(talk, plan, found.unlooked[0], found, *notes)
    whole = await reviewing.summary(talk, plan)
    return Outgoing((*notes, *whole.blocks), whole.choices)


async def _card(
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


# What is said of a row


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


async def _say(talk: Talk, argument: str, review: Review | None) -> Outgoing:
    try:
        plan, row, seen = await _find(talk, argument)
        await review_rows(talk.session, plan, {row.task.id: seen}, review, by=editor(talk))
    except DraftChangedError as changed:
        return await _as_it_stands(talk, plan, row, changed)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    note = row_texts.kept(talk.tr, task=f"#{row.task.number}", review=review)
    return await _next(talk, plan, note)


async def _as_it_stands(
    talk: Talk, plan: Plan, row: DraftRow, changed: DraftChangedError
) -> Outgoing:
    found = await summarise(talk.session, plan)
    return await _card(talk, plan, row, found, changed_by(talk, changed))


# What is corrected in it


async def on_until(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa thời hạn": asked for; what is typed next is it."""
    return await _ask(talk, argument, "deadline")


async def on_words(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa nội dung"."""
    return await _ask(talk, argument, "content")


async def on_who(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa cơ quan": one of those that lead most, or names typed next."""
    return await _ask(talk, argument, "agency")


async def _ask(talk: Talk, argument: str, what: str) -> Outgoing:
    try:
        plan, row, seen = await _find(talk, argument)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    talk.remember(correcting={"task": row.task.id, "version": seen, "what": what})
    task = f"#{row.task.number}"
    if what == "deadline":
        return Outgoing((row_texts.ask_deadline(talk.tr, task=task),))
    if what == "content":
        return Outgoing((row_texts.ask_content(talk.tr, task=task),))
    buttons = [
        (Choice(cut(agency.name, 60), f"rowlead:{row.task.id}:{seen}:{agency.id}"),)
        for agency in await _offered(talk, plan)
    ]
    return Outgoing((row_texts.ask_agency(talk.tr, task=task),), tuple(buttons))


async def _offered(talk: Talk, plan: Plan) -> list[Agency]:
    """The agencies that lead most in this draft, then others of the directory."""
    busy = [name for name, _ in (await summarise(talk.session, plan)).leads]
    query = select(Agency).where(
        Agency.committee_id == talk.committee.id,
        Agency.collective.is_(False),
        Agency.merged_at.is_(None),
    )
    known = sorted(
        await talk.session.scalars(query),
        key=lambda one: (busy.index(one.name) if one.name in busy else len(busy), one.name),
    )
    return known[:OFFERED]


async def on_lead(talk: Talk, argument: str) -> Outgoing:
    """An agency picked as the lead: "task:version:agency"."""
    agency = await talk.session.scalar(
        select(Agency).where(
            Agency.committee_id == talk.committee.id,
            Agency.id == (read_id(argument.rpartition(":")[2]) or 0),
            Agency.merged_at.is_(None),
        )
    )
    if agency is None:
        return Outgoing((texts.not_a_draft(talk.tr),))
    return await _correct(talk, argument, RowEdit(leads=[agency.name]))


async def typed(talk: Talk) -> Outgoing | None:
    """What is typed right after a question about a draft; None where it is about other things.

    The number of a row of a draft shows that row.
    """
    text = clean(talk.incoming.text)
    asked: dict[str, Any] | None = talk.recall("correcting")
    talk.remember(correcting=None)
    if not text or len(text) > LONGEST or not may_review(talk.standing):
        return None
    number = NUMBER.fullmatch(text)
    if number:
        return await _on_number(talk, int(number[1]))
    last = await last_delivery(talk.session, talk.chat.id)
    if asked is None or (last is not None and last.outbox.kind is OutboxKind.REMINDER):
        return None
    if "plan" in asked:
        return await reviewing.head_typed(talk, asked, text)
    edit = _edit_of(str(asked["what"]), talk.incoming.text)
    return await _correct(talk, f"{asked['task']}:{asked['version']}", edit, asked=asked)


async def _on_number(talk: Talk, number: int) -> Outgoing | None:
    """The row of a draft under this number; None where it is a followed task, or none."""
    task_id = await talk.session.scalar(
        select(Task.id)
        .join(Plan, (Plan.committee_id == Task.committee_id) & (Plan.id == Task.plan_id))
        .where(
            Task.committee_id == talk.committee.id,
            Task.number == number,
            Plan.state == PlanState.DRAFT,
        )
    )
    return None if task_id is None else await on_row(talk, str(task_id))


def _edit_of(what: str, text: str) -> RowEdit:
    """What was typed in answer to a question, as a correction."""
    if what == "deadline":
        return RowEdit(deadline=text)
    if what == "content":
        return RowEdit(content=text)
    leads, *helpers = HELPERS.split(text, maxsplit=1)
    return RowEdit(
        leads=_names(leads) or None, coordinating=_names(helpers[0]) if helpers else None
    )


def _names(text: str) -> list[str]:
    return [name for name in map(clean, BETWEEN.split(text)) if name]


async def on_keep(talk: Talk, argument: str) -> Outgoing:
    """ "Giữ nguyên" or "Thêm cơ quan này" under what was refused: it is kept all the same."""
    kept: dict[str, Any] | None = talk.recall("insisting")
    talk.remember(insisting=None)
    if kept is None or argument != f"{kept['task']}:{kept['version']}":
        return Outgoing((texts.not_a_draft(talk.tr),))
    edit = _edit_of(str(kept["what"]), str(kept["text"]))
    insisted = RowEdit(
        deadline=edit.deadline, leads=edit.leads, coordinating=edit.coordinating, insist=True
    )
    return await _correct(talk, argument, insisted)


async def _correct(
    talk: Talk, argument: str, edit: RowEdit, *, asked: dict[str, Any] | None = None
) -> Outgoing:
    """Write a correction; the row comes again where something in it is doubtful still."""
    tr = talk.tr
    try:
        plan, row, seen = await _find(talk, argument)
        [row] = await edit_rows(talk.session, plan, {row.task.id: seen}, edit, by=editor(talk))
    except DraftChangedError as changed:
        return await _as_it_stands(talk, plan, row, changed)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    except BadDeadlineError as bad:
        said = row_texts.bad_deadline(
            tr, words=bad.words, due=bad.due, counted_from=bad.counted_from
        )
        return _ask_again(talk, asked, said, row_texts.button_keep(tr))
    except UnknownAgencyError as unknown:
        said = row_texts.unknown_agency(tr, names=unknown.names)
        return _ask_again(talk, asked, said, row_texts.button_new_agency(tr))
    note = row_texts.corrected(tr, task=f"#{row.task.number}")
    if row.doubtful and row.task.review is None:
        found = await summarise(talk.session, plan)
        return await _card(talk, plan, row, found, note)
    return await _next(talk, plan, note)


def _ask_again(talk: Talk, asked: dict[str, Any] | None, said: str, insist: str) -> Outgoing:
    """Say why a correction was refused; another may be typed, or this one insisted on."""
    if asked is None:
        return Outgoing((said,))
    talk.remember(correcting=asked, insisting={**asked, "text": talk.incoming.text})
    return Outgoing((said,), ((Choice(insist, f"rowkeep:{asked['task']}:{asked['version']}"),),))
