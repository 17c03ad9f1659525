"""Completions: the secretary's list, confirming one or all, returning one with a reason."""

import re
from collections.abc import Sequence

from bot.conversation.mentions import flatten
from bot.conversation.since import decided_since
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.cards import on_card
from bot.conversation.tasks.lists import PAGE, ROW
from bot.conversation.tasks.office_task import acting
from bot.ports import Choice, Outgoing
from bot.texts import confirming as texts
from bot.texts import office, reporting
from bot.texts import tasks as task_texts
from db.enums import Part
from db.models import StatusUpdate
from db.queries.confirmations import awaiting_confirmation
from db.queries.tasks import tasks_now
from plans.words import clean, cut
from tasks.acceptance import accepted_as_it_stands, take_back_acceptance
from tasks.confirmations import decide_completion
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.rules import may_confirm

SPOKEN = re.compile(
    r"(?P<what>xac nhan|tra lai|mo lai|(?:huy|rut|bo) xac nhan)"
    r"(?: (?:hoan thanh|viec|nhiem vu|so))* ?#?(?P<number>\d{1,5})\b"
    r"(?: hoan thanh)?[\s:,.\-]*(?:(?:vi|ly do|do)\b[\s:]*)?(?P<rest>.*)",
    re.DOTALL,
)
REASON = 300
"""Longest reason of a return, in characters."""


async def on_awaiting(talk: Talk, argument: str = "") -> Outgoing:
    """/xacnhan: what was reported done and awaits the secretary's word, ten at a time."""
    tr = talk.tr
    if not may_confirm(talk.standing):
        raise NotYourRoleError
    found = await awaiting_confirmation(talk.session, talk.committee.id)
    if not found:
        return Outgoing((texts.nothing_awaits(tr),))
    shown = found[:PAGE]
    lines = [
        texts.awaiting_line(
            tr,
            line=task_texts.task_line(
                update.occurrence.task.number, update.occurrence.task.content
            ),
            agency=_leads(update),
            day=update.reported_on,
        )
        for update in shown
    ]
    buttons = [
        Choice(f"#{update.occurrence.task.number}", f"review:{update.id}") for update in shown
    ]
    rows = [tuple(buttons[i : i + ROW]) for i in range(0, len(buttons), ROW)]
    listed = int(talk.recall("lists") or 0) + 1
    talk.remember(lists=listed, listed=[update.id for update in shown])
    accept_all = texts.button_accept_all(tr, count=len(shown))
    rows.append((Choice(accept_all, f"acceptall:{listed}"),))
    return Outgoing(
        (texts.awaiting(tr, count=len(found)), *lines),
        tuple(rows),
        about=tuple(update.occurrence.task_id for update in shown),
    )


def _leads(update: StatusUpdate) -> str:
    links = update.occurrence.task.agencies
    return ", ".join(link.agency.name for link in links if link.part is Part.LEAD)


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Xác nhận 18", "trả lại 18: thiếu văn bản", of the standing office."""
    text = clean(talk.incoming.text)
    found = SPOKEN.fullmatch(flatten(text))
    if found is None or not may_confirm(talk.standing):
        return None
    number, rest = int(found["number"]), text[found.start("rest") :].strip()
    if found["what"] == "xac nhan" and rest:
        return None
    awaiting = await awaiting_confirmation(talk.session, talk.committee.id)
    meant = [one for one in awaiting if one.occurrence.task.number == number]
    if not meant:
        return await _accepted_before(talk, number, found["what"], rest)
    if found["what"] == "xac nhan":
        return await on_accept(talk, str(meant[0].id))
    return await _return(talk, meant[0], rest) if rest else await on_return(talk, str(meant[0].id))


async def _accepted_before(talk: Talk, number: int, what: str, reason: str) -> Outgoing:
    """What is said of a task that awaits nothing: an acceptance is taken back with a reason."""
    tasks = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    if not tasks:
        return Outgoing((reporting.no_such_task(talk.tr, number=number),))
    about = (tasks[0].task.id,)
    accepted = await accepted_as_it_stands(talk.session, tasks[0].occurrence)
    if accepted is None:
        return Outgoing((texts.not_awaiting(talk.tr, number=number),), about=about)
    if what == "xac nhan" or not reason:
        told = texts.accepted_before(talk.tr, number=number, day=accepted.on)
        return Outgoing((told,), about=about)
    kept = cut(reason, REASON)
    update, report = await take_back_acceptance(talk.session, tasks[0], kept, acting(talk))
    named = office.named(number, tasks[0].task.content)
    if report.person_id != talk.person.id:
        told = texts.returned(talk.words_for(report.person), task=named, reason=kept)
        await talk.tell(report.person, Outgoing((told,), about=about))
    undo = Choice(reporting.undo_button(talk.tr), f"undo:{update.id}")
    text = texts.returned(talk.tr, task=named, reason=kept)
    return Outgoing((text,), ((undo,),), about=about)


async def on_review(talk: Talk, argument: str) -> Outgoing:
    """One completion: the task's card with its history, and the two decisions."""
    update = await _awaiting(talk, argument)
    if update is None:
        return await decided_since(talk, argument)
    card = await on_card(talk, str(update.occurrence.task_id))
    if not may_confirm(talk.standing):
        return card
    row = (
        Choice(texts.button_accept(talk.tr), f"accept:{update.id}"),
        Choice(texts.button_return(talk.tr), f"return:{update.id}"),
    )
    files = [kept for kept in card.choices if any(c.data.startswith("files:") for c in kept)]
    return Outgoing(card.blocks, (row, *files), about=card.about)


async def on_accept(talk: Talk, argument: str) -> Outgoing:
    """ "Xác nhận" under one completion."""
    update = await _awaiting(talk, argument)
    return await (_accept(talk, [update]) if update else decided_since(talk, argument))


async def on_accept_all(talk: Talk, argument: str) -> Outgoing:
    """ "Xác nhận tất cả" under the list: those it named that still await."""
    ids = talk.recall("listed")
    if not ids or str(talk.recall("lists")) != argument:
        return await on_awaiting(talk)
    talk.remember(listed=None)
    return await _accept(talk, await awaiting_confirmation(talk.session, talk.committee.id, ids))


async def _accept(talk: Talk, updates: Sequence[StatusUpdate]) -> Outgoing:
    done: list[StatusUpdate] = []
    for update in updates:
        try:
            await _decide(talk, update, accepted=True, reason=None)
        except AlreadyDecidedError:
            continue
        done.append(update)
    if not done:
        return Outgoing((texts.decided_before(talk.tr),))
    for person in {update.person for update in done}:
        theirs = [update for update in done if update.person_id == person.id]
        told = texts.accepted(talk.words_for(person), tasks=_numbers(theirs))
        await talk.tell(person, Outgoing((told,), about=_about(theirs)))
    return Outgoing((texts.accepted(talk.tr, tasks=_numbers(done)),), about=_about(done))


async def on_return(talk: Talk, argument: str) -> Outgoing:
    """ "Trả lại": asked for the reason; what is typed next is it."""
    if not may_confirm(talk.standing):
        raise NotYourRoleError
    update = await _awaiting(talk, argument)
    if update is None:
        return await decided_since(talk, argument)
    talk.remember(returning=update.id)
    task = update.occurrence.task
    question = texts.ask_reason(talk.tr, task=f"#{task.number}")
    return Outgoing((question,), about=(task.id,))


async def reason_given(talk: Talk) -> Outgoing | None:
    """The reason of a return, typed right after it was asked for; None where none was asked."""
    returning = talk.recall("returning")
    if returning is None:
        return None
    talk.remember(returning=None)
    text = clean(talk.incoming.text)
    update = await _awaiting(talk, str(returning))
    if not text or text.startswith("/") or update is None:
        return None
    return await _return(talk, update, text)


async def _return(talk: Talk, update: StatusUpdate, words: str) -> Outgoing:
    reason = cut(words, REASON)
    try:
        await _decide(talk, update, accepted=False, reason=reason)
    except AlreadyDecidedError:
        return Outgoing((texts.decided_before(talk.tr),))
    task = update.occurrence.task
    named = office.named(task.number, task.content)
    told = texts.returned(talk.words_for(update.person), task=named, reason=reason)
    await talk.tell(update.person, Outgoing((told,), about=(task.id,)))
    return Outgoing((texts.returned(talk.tr, task=named, reason=reason),), about=(task.id,))


async def _decide(talk: Talk, update: StatusUpdate, *, accepted: bool, reason: str | None) -> None:
    await decide_completion(
        talk.session,
        update,
        accepted=accepted,
        reason=reason,
        by=talk.person,
        standing=talk.standing,
        now=talk.now,
        today=talk.today,
    )


async def _awaiting(talk: Talk, update_id: str) -> StatusUpdate | None:
    """A report of done of this committee that is not decided yet."""
    found_id = read_id(update_id)
    if found_id is None:
        return None
    found = await awaiting_confirmation(talk.session, talk.committee.id, [found_id])
    return found[0] if found else None


def _numbers(updates: Sequence[StatusUpdate]) -> str:
    return ", ".join(f"#{update.occurrence.task.number}" for update in updates)


def _about(updates: Sequence[StatusUpdate]) -> tuple[int, ...]:
    return tuple(update.occurrence.task_id for update in updates)
