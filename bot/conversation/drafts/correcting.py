"""What a secretary corrects in a row of a draft: its deadline, its agencies, its words."""

import re
from typing import Any

from sqlalchemy import select

from bot.conversation.drafts import correcting_indicator, draft_indicator, head
from bot.conversation.drafts.draft import OFFERED, editor, pressed_agency, said_of_drafts
from bot.conversation.drafts.draft_row import as_it_stands, find_row, next_row, on_row, row_card
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts import draft_rows as row_texts
from bot.texts import reviewing as texts
from db.enums import OutboxKind, PlanState
from db.models import Agency, Plan, Task
from db.queries.messages import last_delivery
from plans.words import clean, cut
from tasks.draft_names import offered_agencies
from tasks.draft_summary import summarise
from tasks.drafts import RowEdit, edit_rows
from tasks.errors import (
    BadDeadlineError,
    DraftChangedError,
    UnknownAgencyError,
)
from tasks.rules import may_review

LONGEST = 2000
"""Characters of a correction that is typed."""

NUMBER = re.compile(r"#\s*(\d{1,6})")
CODE = re.compile(r"CT\s*(\d{1,6})", re.IGNORECASE)
HELPERS = re.compile(r"[;,.]?\s*(?:cơ quan\s+)?(?:phối hợp|phoi hop)\s*:?\s*", re.IGNORECASE)
BETWEEN = re.compile(r"[,;\n]")


async def on_until(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa thời hạn": asked for; what is typed next is it."""
    return await _ask(talk, argument, "deadline")


async def on_words(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa nội dung"."""
    return await _ask(talk, argument, "content")


async def on_who(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa cơ quan": one of those that lead most, or names typed next."""
    return await _ask(talk, argument, "agency")


@said_of_drafts
async def _ask(talk: Talk, argument: str, what: str) -> Outgoing:
    plan, row, seen = await find_row(talk, argument)
    talk.remember(correcting={"task": row.task.id, "version": seen, "what": what})
    task = f"#{row.task.number}"
    if what == "deadline":
        return Outgoing((row_texts.ask_deadline(talk.tr, task=task),))
    if what == "content":
        return Outgoing((row_texts.ask_content(talk.tr, task=task),))
    buttons = [
        (Choice(cut(agency.name, 60), f"rowlead:{row.task.id}:{seen}:{agency.id}"),)
        for agency in await offered(talk, plan)
    ]
    return Outgoing((row_texts.ask_agency(talk.tr, task=task),), tuple(buttons))


async def offered(talk: Talk, plan: Plan) -> list[Agency]:
    """The agencies of the directory on buttons, those that lead most in this draft first."""
    busy = [name for name, _ in (await summarise(talk.session, plan)).leads]
    return (await offered_agencies(talk.session, talk.committee.id, busy))[:OFFERED]


async def on_lead(talk: Talk, argument: str) -> Outgoing:
    """An agency picked as the lead: "task:version:agency"."""
    agency = await pressed_agency(talk, argument)
    if agency is None:
        return Outgoing((texts.not_a_draft(talk.tr),))
    return await _correct(talk, argument, RowEdit(leads=[agency.name]))


async def typed(talk: Talk) -> Outgoing | None:
    """What is typed right after a question about a draft; None where it is about other things.

    The number of a row of a draft shows that row, and so does an indicator's ("CT5").
    """
    text = clean(talk.incoming.text)
    asked: dict[str, Any] | None = talk.recall("correcting")
    talk.remember(correcting=None)
    if not text or len(text) > LONGEST or not may_review(talk.standing):
        return None
    number = NUMBER.fullmatch(text)
    if number:
        return await _on_number(talk, int(number[1]))
    if measured := CODE.fullmatch(text):
        return await draft_indicator.on_code(talk, int(measured[1]))
    last = await last_delivery(talk.session, talk.chat.id)
    if asked is None or (last is not None and last.outbox.kind is OutboxKind.REMINDER):
        return None
    if "plan" in asked:
        return await head.head_typed(talk, asked, text)
    if "indicator" in asked:
        return await correcting_indicator.typed(talk, asked, talk.incoming.text)
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
    if kept is None or argument != f"{kept.get('task')}:{kept['version']}":
        return Outgoing((texts.not_a_draft(talk.tr),))
    edit = _edit_of(str(kept["what"]), str(kept["text"]))
    insisted = RowEdit(
        deadline=edit.deadline, leads=edit.leads, coordinating=edit.coordinating, insist=True
    )
    return await _correct(talk, argument, insisted)


@said_of_drafts
async def _correct(
    talk: Talk, argument: str, edit: RowEdit, *, asked: dict[str, Any] | None = None
) -> Outgoing:
    """Write a correction; the row comes again where something in it is doubtful still."""
    tr = talk.tr
    try:
        plan, row, seen = await find_row(talk, argument)
        [row] = await edit_rows(talk.session, plan, {row.task.id: seen}, edit, by=editor(talk))
    except DraftChangedError as changed:
        return await as_it_stands(talk, plan, row, changed)
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
        return await row_card(talk, plan, row, found, note)
    return await next_row(talk, plan, note)


def _ask_again(talk: Talk, asked: dict[str, Any] | None, said: str, insist: str) -> Outgoing:
    """Say why a correction was refused; another may be typed, or this one insisted on."""
    if asked is None:
        return Outgoing((said,))
    talk.remember(correcting=asked, insisting={**asked, "text": talk.incoming.text})
    return Outgoing((said,), ((Choice(insist, f"rowkeep:{asked['task']}:{asked['version']}"),),))
