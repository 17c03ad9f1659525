"""Completions decided in words: "duyệt 18, 20", "duyệt hết", "trả lại 18: thiếu văn bản"."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.confirming import (
    REASON,
    accept_all,
    on_awaiting,
    on_return,
    return_for,
    who_hear,
)
from bot.conversation.office.deciding import decide_on, undecided, wish_for
from bot.conversation.office.decision_words import (
    ACCEPTED,
    AGREEING,
    EVERYTHING,
    LET_PASS,
    SATISFIED,
    WELL,
    YES_ALONE,
    read_return,
)
from bot.conversation.office.numbers import read_numbers
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import card
from bot.conversation.tasks.found import NoSuchTaskError, followed_tasks, task_numbered
from bot.ports import Choice, Outgoing
from bot.texts.office import confirming as texts
from bot.texts.office import deciding
from bot.texts.reporting import said_back
from db.models import StatusUpdate
from db.queries.confirmations import awaiting_confirmation, last_reports
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.acceptance import Accepted, accepted_as_it_stands, take_back_acceptance
from tasks.confirmations import accept_after_all
from tasks.errors import NotYourRoleError
from tasks.rules import may_confirm, may_decide_extensions


async def on_words(talk: Talk) -> Outgoing | None:
    """A decision of the standing office on completions, in words; None where it is none."""
    text = clean(talk.incoming.text)
    flat = flatten(text)
    if EVERYTHING.fullmatch(flat):
        return await _accept_listed(talk)
    if YES_ALONE.fullmatch(flat):
        return await _of_what_waits(talk)
    if well := WELL.fullmatch(flat):
        return await _accept(talk, "dong y", well["numbers"])
    if said := SATISFIED.fullmatch(flat) or LET_PASS.fullmatch(flat):
        alone = may_confirm(talk.standing) and not talk.standing.agency_ids
        waited = await _accept(talk, "dong y", said["numbers"])
        return waited or (await _accept(talk, "duyet", said["numbers"]) if alone else None)
    if accepted := ACCEPTED.fullmatch(flat):
        return await _accept(talk, accepted["verb"], accepted["numbers"])
    returned = read_return(text)
    if returned is None or not may_confirm(talk.standing):
        return None
    if returned.held and not await _awaits(talk, [returned.number]):
        return None  # "không duyệt 21 vì gấp" refuses more time
    return await _return(talk, returned.number, returned.reason)


async def _accept_listed(talk: Talk) -> Outgoing:
    """All of the list shown last; where none was, the list with its button for all."""
    if not may_confirm(talk.standing):
        raise NotYourRoleError
    listed = talk.recall("listed")
    talk.remember(listed=None)
    meant = await awaiting_confirmation(talk.session, talk.committee.id, listed) if listed else ()
    return await accept_all(talk, meant) if meant else await on_awaiting(talk)


async def _of_what_waits(talk: Talk) -> Outgoing | None:
    """The completions that wait, with what accepts them, to a "nhất trí" that answers nothing.

    None where none waits.
    """
    if not may_confirm(talk.standing):
        return None
    waiting = await on_awaiting(talk)
    wishes = await undecided(talk) if may_decide_extensions(talk.standing) else Outgoing(())
    if not waiting.choices:
        return None
    if not wishes.choices:
        return waiting
    return Outgoing(
        (*waiting.blocks, *wishes.blocks),
        (*waiting.choices, *wishes.choices),
        about=(*waiting.about, *wishes.about),
    )


async def _accept(talk: Talk, verb: str, words: str) -> Outgoing | None:
    """The completions that are named, accepted; to "đồng ý" also the wishes for more time."""
    numbers, agrees = read_numbers(words), re.fullmatch(AGREEING, verb) is not None
    if agrees and not await _awaits(talk, numbers):
        return None
    tasks = await followed_tasks(talk)
    named = {one.task.number: one for one in tasks if one.task.number in numbers}
    if not may_confirm(talk.standing):
        if wished := await _wished_for(talk, named, numbers):
            return await decide_on(talk, wished, granted=True, why=None)
        if verb == "xac nhan":
            return None  # an officer's "xác nhận 18" may say that it was received
        raise NotYourRoleError
    awaiting = await awaiting_confirmation(talk.session, talk.committee.id)
    meant = [one for one in awaiting if one.occurrence.task.number in numbers]
    if meant or len(numbers) > 1:
        others = sorted(set(numbers) - {one.occurrence.task.number for one in meant})
        wished = await _wished_for(talk, named, others) if agrees else []
        nothing = [number for number in others if number not in wished]
        return await _accept_meant(talk, meant, wished, nothing)
    if numbers[0] not in named:
        raise NoSuchTaskError(numbers[0])
    return await _nothing_to_accept(talk, named[numbers[0]])


async def _accept_meant(
    talk: Talk, meant: Sequence[StatusUpdate], wished: Sequence[int], nothing: Sequence[int]
) -> Outgoing:
    """Completions accepted and wishes granted; for the tasks of `nothing` neither waits."""
    answers = [await accept_all(talk, meant)] if meant else []
    if wished:
        answers.append(await decide_on(talk, wished, granted=True, why=None))
    if nothing:
        answers.append(Outgoing((texts.not_awaiting(talk.tr, numbers=nothing),)))
    blocks = tuple(block for answer in answers for block in answer.blocks)
    return Outgoing(blocks, about=tuple(task for answer in answers for task in answer.about))


async def _awaits(talk: Talk, numbers: Collection[int]) -> bool:
    """Whether this person may confirm, and a completion of one of these tasks waits for it."""
    if not may_confirm(talk.standing):
        return False
    awaiting = await awaiting_confirmation(talk.session, talk.committee.id)
    return any(one.occurrence.task.number in numbers for one in awaiting)


async def _wished_for(
    talk: Talk, named: Mapping[int, TaskNow], numbers: Iterable[int]
) -> list[int]:
    """Those of these numbers for whose tasks more time is asked; none for who decides no wish."""
    if not may_decide_extensions(talk.standing):
        return []
    there = [number for number in numbers if number in named]
    return [number for number in there if await wish_for(talk, named[number]) is not None]


async def _nothing_to_accept(talk: Talk, now_task: TaskNow) -> Outgoing:
    """Why: it was accepted, more time is asked for instead, or nothing was reported done.

    What was returned by mistake today is accepted.
    """
    number, about = now_task.task.number, (now_task.task.id,)
    accepted = await accepted_as_it_stands(talk.session, now_task.occurrence)
    if accepted is not None:
        return _accepted_before(talk, now_task, accepted)
    if may_decide_extensions(talk.standing) and await wish_for(talk, now_task) is not None:
        return await undecided(talk)
    if report := await accept_after_all(talk.session, now_task.occurrence, talk.actor):
        for person in await who_hear(talk, report):
            told = texts.accepted(talk.words_for(person), tasks=f"#{number}")
            await talk.tell(person, Outgoing((told,), about=about))
        return Outgoing((texts.accepted(talk.tr, tasks=f"#{number}"),), about=about)
    return await _awaiting_nothing(talk, now_task)


def _accepted_before(talk: Talk, now_task: TaskNow, accepted: Accepted) -> Outgoing:
    told = texts.accepted_before(talk.tr, number=now_task.task.number, day=accepted.on)
    return Outgoing((told,), about=(now_task.task.id,))


async def _awaiting_nothing(talk: Talk, now_task: TaskNow) -> Outgoing:
    """That no report of done waits, or more time is asked for instead, with the task's card."""
    if may_decide_extensions(talk.standing) and await wish_for(talk, now_task) is not None:
        return await undecided(talk)
    shown = await card(talk, now_task)
    nothing = texts.not_awaiting(talk.tr, numbers=[now_task.task.number])
    return Outgoing((nothing, *shown.blocks), shown.choices, about=(now_task.task.id,))


async def _return(talk: Talk, number: int, reason: str) -> Outgoing:
    awaiting = await awaiting_confirmation(talk.session, talk.committee.id)
    meant = [one for one in awaiting if one.occurrence.task.number == number]
    if meant:
        update = meant[0]
        return await (
            return_for(talk, update, reason) if reason else on_return(talk, str(update.id))
        )
    now_task = await task_numbered(talk, number)
    accepted = await accepted_as_it_stands(talk.session, now_task.occurrence)
    if accepted is not None and reason:
        return await _open_again(talk, now_task, reason)
    return await _nothing_to_return(talk, now_task, accepted)


async def _nothing_to_return(talk: Talk, now_task: TaskNow, accepted: Accepted | None) -> Outgoing:
    """Why: it was accepted, was returned before, or nothing was reported done; never accepts."""
    if accepted is not None:
        return _accepted_before(talk, now_task, accepted)
    occurrence_id = now_task.occurrence.id
    last = (await last_reports(talk.session, talk.committee.id, [occurrence_id])).get(occurrence_id)
    if last and last.accepted is False and last.decided_on == talk.today:
        told = texts.returned_before(talk.tr, number=now_task.task.number)
        return Outgoing((told,), about=(now_task.task.id,))
    return await _awaiting_nothing(talk, now_task)


async def _open_again(talk: Talk, now_task: TaskNow, reason: str) -> Outgoing:
    """An acceptance taken back with a reason; whose report it was are told."""
    number, about = now_task.task.number, (now_task.task.id,)
    kept = cut(reason, REASON)
    update, report = await take_back_acceptance(talk.session, now_task, kept, talk.actor)
    named = deciding.named(number, now_task.task.content)
    for person in await who_hear(talk, report):
        told = texts.returned(talk.words_for(person), task=named, reason=kept)
        await talk.tell(person, Outgoing((told,), about=about))
    undo = Choice(said_back.undo_button(talk.tr), f"undo:{update.id}")
    text = texts.returned(talk.tr, task=named, reason=kept)
    return Outgoing((text,), ((undo,),), about=about)
