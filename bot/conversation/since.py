"""What became of a thing since its button was shown: who decided it or took it back, and when."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Outgoing
from bot.texts import common
from bot.texts import since as texts
from bot.texts.office import confirming as confirming_texts
from db.models import (
    Agency,
    Confirmation,
    Extension,
    Handover,
    Instruction,
    JoinRequest,
    Occurrence,
    Person,
    StatusUpdate,
)
from plans.words import cut
from tasks.rules import may_confirm

REASON = 160
"""Longest reason shown, in characters."""


async def extension_since(talk: Talk, extension: Extension) -> StaleButtonError:
    """An extension that was decided, or withdrawn with its report; its task is loaded."""
    tr, task = talk.tr, extension.occurrence.task
    if extension.decided_at is None or extension.decided_by is None:
        said = texts.extension_withdrawn(tr, task=f"#{task.number}", who=extension.asker.name)
        newer = await talk.session.scalar(
            select(Extension.asked_due).where(
                Extension.committee_id == extension.committee_id,
                Extension.occurrence_id == extension.occurrence_id,
                Extension.granted.is_(None),
                Extension.withdrawn_at.is_(None),
            )
        )
        if newer is not None:
            said = texts.extension_replaced(
                tr, task=f"#{task.number}", who=extension.asker.name, until=newer
            )
        return StaleButtonError(said, task_id=task.id)
    said = texts.extension_decided(
        tr,
        task=f"#{task.number}",
        who=await _name(talk, extension.decided_by),
        when=tr.time(extension.decided_at, talk.zone),
        granted=bool(extension.granted),
        until=extension.asked_due,
    )
    return StaleButtonError(said, task_id=task.id)


async def handover_since(talk: Talk, handover: Handover) -> StaleButtonError:
    """A request to hand a task over that was decided."""
    if handover.decided_at is None or handover.decided_by is None:
        return StaleButtonError(task_id=handover.task_id)
    agency = await talk.session.get(Agency, handover.agency_id) if handover.agency_id else None
    said = texts.handover_decided(
        talk.tr,
        who=await _name(talk, handover.decided_by),
        when=talk.tr.time(handover.decided_at, talk.zone),
        agency=agency.name if agency else None,
    )
    return StaleButtonError(said, task_id=handover.task_id)


async def answered_since(talk: Talk, instruction: Instruction) -> StaleButtonError:
    """An instruction that has its answer."""
    if instruction.answer is None or not instruction.answered_by or not instruction.answered_at:
        return StaleButtonError(task_id=instruction.task_id)
    said = texts.instruction_answered(
        talk.tr,
        who=await _name(talk, instruction.answered_by),
        when=talk.tr.time(instruction.answered_at, talk.zone),
        answer=cut(instruction.answer, REASON),
    )
    return StaleButtonError(said, task_id=instruction.task_id)


async def request_since(talk: Talk, request: JoinRequest) -> StaleButtonError:
    """A request to come in that was decided."""
    if request.decided_at is None or request.decided_by is None:
        return StaleButtonError()
    return StaleButtonError(
        texts.request_decided(
            talk.tr,
            name=request.name,
            who=await _name(talk, request.decided_by),
            when=talk.tr.time(request.decided_at, talk.zone),
            granted=bool(request.granted),
        )
    )


async def _name(talk: Talk, person_id: int) -> str:
    return (await talk.session.get_one(Person, person_id)).name


async def taken_back_since(talk: Talk, update: StatusUpdate) -> StaleButtonError:
    """A report that cannot be taken back any more: it was, or was decided, or reported over."""
    task = update.occurrence.task
    said = await _happened(talk, update)
    return StaleButtonError(
        said or texts.reported_over(talk.tr, task=f"#{task.number}"), task_id=task.id
    )


async def decided_since(talk: Talk, argument: str) -> Outgoing:
    """The answer to an old button of a completion (its update's id), for who may confirm it."""
    before = Outgoing((confirming_texts.decided_before(talk.tr),))
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
        who = await _name(talk, word.person_id)
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
