"""Completions: the secretary's list, confirming one or all, returning one with a reason."""

from collections.abc import Sequence

from bot.conversation.paging import in_rows
from bot.conversation.pressed import next_number
from bot.conversation.since import decided_since
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.cards import on_card
from bot.conversation.tasks.lists import PAGE, ROW
from bot.conversation.tasks.office_card import confirm_choices
from bot.ports import Choice, Outgoing
from bot.texts.office import confirming as texts
from bot.texts.office import deciding
from bot.texts.tasks import cards as task_texts
from db.enums import Part
from db.models import Person, StatusUpdate
from db.queries.confirmations import awaiting_confirmation
from db.queries.office import reached_members, tell_of
from plans.words import clean, cut
from tasks.confirmations import decide_completion
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.instead import reports_in_stead
from tasks.rules import may_confirm

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
    rows = in_rows(buttons, ROW)
    listed = next_number(talk, "lists")
    talk.remember(listed=[update.id for update in shown])
    one = len(shown) == 1
    accept_all = texts.button_accept(tr) if one else texts.button_accept_all(tr, count=len(shown))
    rows.append((Choice(accept_all, f"acceptall:{listed}"),))
    return Outgoing(
        (texts.awaiting(tr, count=len(found)), *lines),
        tuple(rows),
        about=tuple(update.occurrence.task_id for update in shown),
    )


def _leads(update: StatusUpdate) -> str:
    links = update.occurrence.task.agencies
    return ", ".join(link.agency.name for link in links if link.part is Part.LEAD)


async def on_review(talk: Talk, argument: str) -> Outgoing:
    """One completion: the task's card with its history, and the two decisions."""
    update = await _awaiting(talk, argument)
    if update is None:
        return await decided_since(talk, argument)
    card = await on_card(talk, str(update.occurrence.task_id))
    if not may_confirm(talk.standing):
        return card
    decide = confirm_choices(talk, update.id)
    files = [kept for kept in card.choices if any(c.data.startswith("files:") for c in kept)]
    return Outgoing(card.blocks, (*decide, *files), about=card.about)


async def on_accept(talk: Talk, argument: str) -> Outgoing:
    """ "Xác nhận" under one completion."""
    update = await _awaiting(talk, argument)
    return await (accept_all(talk, [update]) if update else decided_since(talk, argument))


async def on_accept_all(talk: Talk, argument: str) -> Outgoing:
    """ "Xác nhận tất cả" under the list: those it named that still await."""
    ids = talk.recall("listed")
    if not ids or str(talk.recall("lists")) != argument:
        return await on_awaiting(talk)
    talk.remember(listed=None)
    return await accept_all(talk, await awaiting_confirmation(talk.session, talk.committee.id, ids))


async def accept_all(talk: Talk, updates: Sequence[StatusUpdate]) -> Outgoing:
    """These completions confirmed, but for those decided since; their reporters are told."""
    done: list[StatusUpdate] = []
    for update in updates:
        try:
            await _decide(talk, update, accepted=True, reason=None)
        except AlreadyDecidedError:
            continue
        done.append(update)
    if not done:
        return Outgoing((texts.decided_before(talk.tr),))
    concerned = {update.id: await who_hear(talk, update) for update in done}
    people = {person.id: person for heard in concerned.values() for person in heard}
    for person in people.values():
        theirs = [update for update in done if person in concerned[update.id]]
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
    if not text or text.startswith("/"):
        return None
    if update is None:
        return await decided_since(talk, str(returning))
    return await return_for(talk, update, text)


async def return_for(talk: Talk, update: StatusUpdate, words: str) -> Outgoing:
    """One completion returned for the reason in these words; its reporter is told."""
    reason = cut(words, REASON)
    try:
        await _decide(talk, update, accepted=False, reason=reason)
    except AlreadyDecidedError:
        return Outgoing((texts.decided_before(talk.tr),))
    task = update.occurrence.task
    named = deciding.named(task.number, task.content)
    for person in await who_hear(talk, update):
        told = texts.returned(talk.words_for(person), task=named, reason=reason)
        await talk.tell(person, Outgoing((told,), about=(task.id,)))
    return Outgoing((texts.returned(talk.tr, task=named, reason=reason),), about=(task.id,))


async def who_hear(talk: Talk, update: StatusUpdate) -> list[Person]:
    """Who hears what became of a completion: its reporter, or the agency's people where the
    standing office recorded it for them; never who decides."""
    people = [update.person]
    told = await reports_in_stead(talk.session, talk.committee.id, [update.id])
    for row in told.values():
        ids = [row.agency_id]
        people = tell_of(await reached_members(talk.session, talk.committee.id, ids), ids)
    return [person for person in people if person.id != talk.person.id]


async def _decide(talk: Talk, update: StatusUpdate, *, accepted: bool, reason: str | None) -> None:
    await decide_completion(talk.session, update, accepted=accepted, reason=reason, by=talk.actor)


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
