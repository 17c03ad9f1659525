"""Taking a report back: "Báo nhầm, hủy"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.listening.mentions import flatten
from bot.conversation.since import taken_back_since
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import followed_tasks
from bot.ports import Outgoing
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as texts
from db.models import Extension, Occurrence, StatusUpdate, Task
from tasks.errors import NothingToUndoError
from tasks.extensions import withdraw_wish
from tasks.undoing import undo_update


async def on_undo(talk: Talk, argument: str) -> Outgoing:
    """Take back everything that was reported together with this update (its id)."""
    first = await talk.session.get(
        StatusUpdate,
        read_id(argument) or 0,
        options=[joinedload(StatusUpdate.occurrence).joinedload(Occurrence.task)],
    )
    if first is None or (first.committee_id, first.person_id) != (
        talk.committee.id,
        talk.person.id,
    ):
        return Outgoing((said_back.nothing_to_undo(talk.tr),))
    undone = await _undo_together(talk, first)
    if undone is None:
        raise await taken_back_since(talk, first)
    return undone


WISH = re.compile(r"\b(?:gia han|lui han|them thoi gian|extension)\b")
""" "Hủy xin gia hạn" takes back a wish for more time, and no other report; flattened."""


async def take_back_wish(talk: Talk, number: int | None) -> Outgoing:
    """The last wish for more time that waits, of one task where named."""
    return await undo_last(talk, number, wishes=True)


async def undo_last(
    talk: Talk, number: int | None = None, *, wishes: bool | None = None
) -> Outgoing:
    """Take back this person's last report in this committee; with `number` that of this task.

    What was reported of other tasks in the same message stands where one task is named. Where the
    words name a wish for more time (`wishes`, or as read), the last report that asked for some is
    meant.
    """
    query = (
        select(StatusUpdate)
        .where(
            StatusUpdate.committee_id == talk.committee.id,
            StatusUpdate.person_id == talk.person.id,
            StatusUpdate.undoes_id.is_(None),
            StatusUpdate.undone_by == None,  # noqa: E711  SQL has no `is` for a relationship
        )
        .order_by(StatusUpdate.id.desc())
        .limit(1)
    )
    if number is not None:
        query = query.join(StatusUpdate.occurrence).join(Occurrence.task)
        query = query.where(Task.number == number)
    if wishes is None:
        wishes = WISH.search(flatten(talk.incoming.text)) is not None
    if wishes:
        query = query.join(Extension, Extension.update_id == StatusUpdate.id)
        query = query.where(Extension.granted.is_(None), Extension.withdrawn_at.is_(None))
    last = (await talk.session.scalars(query)).one_or_none()
    if last is None:
        nothing = said_back.no_wish_to_undo if wishes else said_back.nothing_to_undo
        return Outgoing((nothing(talk.tr),))
    together = number is None
    undone = await (_undo_together(talk, last) if together else _undo(talk, [last.id]))
    if undone is None and wishes:
        return await _withdraw(talk, last)
    if undone and wishes:
        numbers = [one.task.number for one in await followed_tasks(talk, undone.about)]
        return replace(undone, blocks=(said_back.wish_undone(talk.tr, numbers=numbers),))
    return undone or Outgoing((said_back.nothing_to_undo(talk.tr),))


async def _withdraw(talk: Talk, update: StatusUpdate) -> Outgoing:
    """The wish that came with a report that others followed; what was reported stands."""
    wish = await talk.session.scalar(
        select(Extension)
        .where(Extension.committee_id == talk.committee.id, Extension.update_id == update.id)
        .options(joinedload(Extension.occurrence).joinedload(Occurrence.task))
    )
    if wish is None:
        return Outgoing((said_back.no_wish_to_undo(talk.tr),))
    await withdraw_wish(talk.session, wish, by=talk.actor)
    task = wish.occurrence.task
    return Outgoing((said_back.wish_undone(talk.tr, numbers=[task.number]),), about=(task.id,))


async def _undo_together(talk: Talk, one: StatusUpdate) -> Outgoing | None:
    """One message may have reported several tasks; they carry the same instant.

    None where none of it can be taken back any more.
    """
    query = (
        select(StatusUpdate.id)
        .where(
            StatusUpdate.committee_id == one.committee_id,
            StatusUpdate.person_id == talk.person.id,
            StatusUpdate.reported_at == one.reported_at,
            StatusUpdate.undoes_id.is_(None),
        )
        .order_by(StatusUpdate.id)
    )
    return await _undo(talk, (await talk.session.scalars(query)).all())


async def _undo(talk: Talk, update_ids: Sequence[int]) -> Outgoing | None:
    facts, about = [], []
    for update_id in update_ids:
        try:
            undone = await undo_update(
                talk.session, update_id, by=talk.person, now=talk.now, today=talk.today
            )
        except NothingToUndoError:
            continue
        occurrence = undone.occurrence
        standing = texts.progress(talk.tr, occurrence.progress, occurrence.percent)
        task = f"#{occurrence.task.number}"
        facts.append(said_back.fact_undone(talk.tr, task=task, standing=standing))
        about.append(occurrence.task_id)
    if not facts:
        return None
    return Outgoing((said_back.undone(talk.tr, facts="; ".join(facts)),), about=tuple(about))
