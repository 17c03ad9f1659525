"""A row of a newer version and the followed task that it goes on as: shown, asked, put right."""

import re
from collections.abc import Sequence
from typing import Any

from bot.conversation.drafts import amending_plans
from bot.conversation.drafts.draft import OFFERED, changed_by, said_of_drafts
from bot.conversation.drafts.row_lines import ROWS
from bot.conversation.listening.mentions import flatten
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts.drafts import pairing as texts
from bot.texts.drafts.reviewing import row_line
from bot.texts.drafts.versions import plan_name
from plans.words import cut, letters
from tasks.drafts.pairing import pair_row
from tasks.drafts.rows import DraftRow
from tasks.drafts.versions import Versions, versions_of
from tasks.errors import DraftChangedError, NotADraftError

LABEL = 60
"""Longest label of a button, in characters."""
NUMBER = re.compile(r"(?:la )?(?:cua )?(?:viec|nhiem vu|task|so|dong)? ?#?(\d{1,5})(?: cu)?[.!]?")
NEW = re.compile(r"(?:la |it is |is )?(?:a )?(?:nhiem vu |viec )?(?:moi|new)(?: task)?[.!]?")


@said_of_drafts
async def on_goes_on(talk: Talk, argument: str) -> Outgoing:
    """Ask which task a row goes on as: "row:version"; what is typed next is its number."""
    draft, row, seen = await ROWS.find(talk, argument)
    versions = await versions_of(talk.session, draft)
    if versions is None or not row.counts:
        raise NotADraftError
    talk.remember(correcting={ROWS.key: row.id, "version": seen, "what": "pair"})
    now = number_of(versions, row.id)
    question = texts.ask(
        talk.tr,
        row=row.task.number,
        content=row.task.content,
        number=now,
        plan=plan_name(versions.old),
    )
    here = f"pair:{row.id}:{seen}"
    buttons = [
        (Choice(cut(_line(old), LABEL), f"{here}:{old.task.number}"),)
        for old in _candidates(versions, row)
    ]
    if now is not None:
        buttons.append((Choice(texts.button_new(talk.tr), f"{here}:0"),))
    return Outgoing((question,), tuple(buttons))


async def on_pair(talk: Talk, argument: str) -> Outgoing:
    """A task picked for a row, or none: "row:version:number", 0 for none."""
    row, _, number = argument.rpartition(":")
    return await pair(talk, row, read_id(number) or None)


async def typed(talk: Talk, asked: dict[str, Any], text: str) -> Outgoing | None:
    """What was typed to the question; None where it is about other things."""
    argument = f"{asked[ROWS.key]}:{asked['version']}"
    words = flatten(text).strip()
    if found := NUMBER.fullmatch(words):
        return await pair(talk, argument, int(found[1]))
    return await pair(talk, argument, None) if NEW.fullmatch(words) else None


@said_of_drafts
async def pair(talk: Talk, argument: str, number: int | None) -> Outgoing:
    """Say that a row ("row:version") goes on as the task of this number, or is a new one."""
    draft, row, seen = await ROWS.find(talk, argument)
    versions = await versions_of(talk.session, draft)
    if versions is None:
        raise NotADraftError
    if number is not None and number not in {old.task.number for old in versions.old_rows}:
        talk.remember(correcting={ROWS.key: row.id, "version": seen, "what": "pair"})
        said = texts.no_such_task(talk.tr, number=number, plan=plan_name(versions.old))
        return Outgoing((said,))
    try:
        await pair_row(talk.session, draft, row.id, seen, number, by=talk.actor)
    except DraftChangedError as changed:
        return await ROWS.card(talk, draft, row, changed_by(talk, changed))
    note = texts.paired(talk.tr, row=row.task.number, number=number)
    return await amending_plans.changes(talk, draft, 0, note)


def number_of(versions: Versions, row_id: int) -> int | None:
    """The number of the task that a row goes on as; None where it is a new one."""
    for one in versions.found.kept:
        if versions.new_rows[one.new].task.id == row_id:
            return versions.old_rows[one.old].task.number
    return None


def _candidates(versions: Versions, row: DraftRow) -> Sequence[DraftRow]:
    """The tasks that no row goes on as, those with the most words in common first."""
    words = set(letters(row.task.content).split())

    def unlike(old: DraftRow) -> tuple[int, int]:
        return -len(words & set(letters(old.task.content).split())), old.task.number

    left = [versions.old_rows[place] for place in versions.found.removed]
    return sorted(left, key=unlike)[:OFFERED]


def _line(old: DraftRow) -> str:
    return row_line(number=old.task.number, content=old.task.content)
