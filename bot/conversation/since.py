"""What became of a completion since its button was shown: who decided it or took it back, when."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.talk import Talk, read_id
from bot.ports import Outgoing
from bot.texts import common
from bot.texts import confirming as texts
from db.models import Confirmation, Occurrence, Person, StatusUpdate
from plans.words import cut
from tasks.rules import may_confirm

REASON = 160
"""Longest reason shown, in characters."""


async def decided_since(talk: Talk, argument: str) -> Outgoing:
    """The answer to an old button of a completion (its update's id), for who may confirm it."""
    before = Outgoing((texts.decided_before(talk.tr),))
    if not may_confirm(talk.standing):
        return before
    update = await talk.session.scalar(
        select(StatusUpdate)
        .where(
            StatusUpdate.committee_id == talk.committee.id,
            StatusUpdate.id == (read_id(argument) or 0),
        )
        .options(joinedload(StatusUpdate.occurrence).joinedload(Occurrence.task))
    )
    happened = await _happened(talk, update) if update else None
    if update is None or happened is None:
        return before
    task = update.occurrence.task
    row = (common.task_button(task.number, task.id),)
    return Outgoing((happened, *before.blocks), (row,), about=(task.id,))


async def _happened(talk: Talk, update: StatusUpdate) -> str | None:
    tr, task = talk.tr, f"#{update.occurrence.task.number}"
    word = await talk.session.scalar(
        select(Confirmation).where(
            Confirmation.committee_id == update.committee_id,
            Confirmation.update_id == update.id,
        )
    )
    if word is not None:
        who = (await talk.session.get_one(Person, word.person_id)).name
        when = tr.time(word.decided_at, talk.zone)
        if word.accepted:
            return texts.accepted_since(tr, task=task, who=who, when=when)
        reason = cut(word.reason or "", REASON)
        return texts.returned_since(tr, task=task, who=who, when=when, reason=reason)
    undo = await talk.session.scalar(
        select(StatusUpdate)
        .where(
            StatusUpdate.committee_id == update.committee_id,
            StatusUpdate.undoes_id == update.id,
        )
        .options(joinedload(StatusUpdate.person))
    )
    if undo is None:
        return None
    when = tr.time(undo.reported_at, talk.zone)
    return texts.taken_back_since(tr, task=task, who=undo.person.name, when=when)
