"""Reports made in a group, by words or by a button: only by who may report, said back in a line."""

from collections.abc import Sequence

from sqlalchemy.orm import joinedload

from bot.conversation.groups.call import Call
from bot.conversation.groups.viewing import may_show
from bot.conversation.replies import Reply
from bot.conversation.reporting.meaning import says_progress
from bot.conversation.reporting.recording import record
from bot.conversation.reporting.said import Said
from bot.conversation.reporting.undoing import on_undo
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import task_of_button
from bot.ports import Choice, Outgoing
from bot.texts import groups as texts
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as task_texts
from db.enums import Part, Progress
from db.models import StatusUpdate
from db.queries.messages import delivery_answered
from db.queries.tasks import TaskNow, tasks_now
from tasks.rules import may_report

Report = tuple[TaskNow, Reply]
"""A task, and what is said of it."""

PRESSED = {
    "done": (Reply(state=Progress.DONE, percent=100), task_texts.button_done),
    "progress": (Reply(state=Progress.IN_PROGRESS), task_texts.button_progress),
    "idle": (Reply(state=Progress.NOT_STARTED, percent=0), task_texts.button_not_started),
}
"""What the buttons of a card say, and what stands on them."""


def tells(reply: Reply) -> bool:
    """Whether it reports how a task stands, plainly or not."""
    return says_progress(reply) or reply.unchanged or reply.doubtful is not None


def is_plain(reply: Reply) -> bool:
    """Whether nothing has to be asked or decided before it is recorded: that is for the private
    chat, where a question has one person to answer it."""
    wishes = reply.extension or reply.snooze is not None or reply.handover or reply.undo
    return not (wishes or reply.ask or reply.doubtful)


async def acting(call: Call, looks: Talk) -> Talk | None:
    """The sender in their own roles in the group's committee; None for who reports nothing."""
    person = await call.sender()
    if person is None:
        return None
    talk = Talk(
        call.session,
        call.incoming,
        call.chat,
        person,
        looks.committee,
        looks.tr,
        call.now,
        call.default_locale,
        call.bot_name,
    )
    await talk.stand_in()
    return talk if talk.standing.agency_ids else None


async def report_words(call: Call, looks: Talk, text: str, replies: Sequence[Reply]) -> Outgoing:
    """Record what a message says of tasks; under it what could not be recorded, and why.

    What takes back or hands over is for the private chat with all that stands beside it.
    """
    private = texts.in_private(looks.tr, bot=call.bot_name)
    if any(reply.undo or reply.handover for reply in replies):
        return Outgoing((private,))
    reports: list[Report] = []
    refused: list[str] = []
    for reply in replies:
        now_task = await _meant(call, looks, reply)
        if not is_plain(reply):
            refused.append(_elsewhere(call, looks, reply) if len(replies) > 1 else private)
        elif now_task is not None:
            reports.append((now_task, reply))
        elif reply.task is not None:
            refused.append(said_back.no_such_task(looks.tr, number=reply.task))
        else:
            refused.append(texts.which_task(looks.tr, bot=call.bot_name))
    return await report(call, looks, reports, text, refused)


def _elsewhere(call: Call, looks: Talk, reply: Reply) -> str:
    if reply.task is None:
        return texts.in_private(looks.tr, bot=call.bot_name)
    return texts.task_in_private(looks.tr, number=reply.task, bot=call.bot_name)


async def _meant(call: Call, looks: Talk, reply: Reply) -> TaskNow | None:
    """The task that is named by its number, else the one our answered message was about."""
    number, about = reply.task, None
    if number is None:
        if call.incoming.reply_to is None:
            return None
        answered = await delivery_answered(call.session, call.chat.id, call.incoming.reply_to)
        if answered is None or len(answered.about) != 1:
            return None
        about = answered.about
    found = await tasks_now(
        call.session, looks.committee.id, today=looks.today, number=number, task_ids=about
    )
    return found[0] if found else None


async def report_press(call: Call, looks: Talk, now_task: TaskNow, verb: str) -> Outgoing:
    """Record what one of the buttons in `PRESSED` says of a task."""
    reply, label = PRESSED[verb]
    return await report(call, looks, [(now_task, reply)], label(looks.tr))


async def report(
    call: Call, looks: Talk, reports: Sequence[Report], words: str, refused: Sequence[str] = ()
) -> Outgoing:
    """Record reports of tasks that the group may see and the sender reports for.

    Under them stands why others were not, after what was `refused` before.
    """
    tr, talk = looks.tr, await acting(call, looks)
    said, why_not = Said(), list(refused)
    for now_task, reply in reports:
        number = now_task.task.number
        if not await may_show(looks, now_task):
            why_not.append(texts.not_here(tr, number=number))
        elif talk is None or not may_report(talk.standing, now_task.agency_ids(Part.LEAD)):
            why_not.append(texts.not_a_reporter(tr, number=number, bot=call.bot_name))
        else:
            await record(talk, now_task, reply, words, said)
    blocks = tuple(dict.fromkeys(why_not))
    if talk is None or not said.about:
        return Outgoing(blocks)
    sentences = list(said.lines)
    if said.facts:
        when = tr.time(call.now, talk.zone)
        sentences.insert(0, said_back.recorded(tr, facts="; ".join(said.facts), when=when))
    if said.awaits:
        sentences.append(texts.awaits(tr))
    line = texts.of_somebody(tr, who=talk.person.name, said=" ".join(sentences))
    rows: tuple[tuple[Choice, ...], ...] = ()
    if said.updates:
        rows = ((Choice(said_back.undo_button(tr), f"undo:{said.updates[0].id}"),),)
    return Outgoing((line, *blocks), rows, about=tuple(said.about))


async def undo(call: Call, looks: Talk, argument: str) -> Outgoing:
    """Take back a report of the presser's own, of tasks that the group may see."""
    talk, update_id = await acting(call, looks), read_id(argument)
    update = await call.session.get(
        StatusUpdate,
        update_id or 0,
        options=[joinedload(StatusUpdate.occurrence), joinedload(StatusUpdate.person)],
    )
    if update is None or update.committee_id != looks.committee.id:
        return Outgoing((said_back.nothing_to_undo(looks.tr),))
    found = await task_of_button(looks, str(update.occurrence.task_id))
    if found is None or not await may_show(looks, found):
        return Outgoing((said_back.nothing_to_undo(looks.tr),))
    if talk is None or update.person_id != talk.person.id:
        return Outgoing((texts.only_reporter(looks.tr, who=update.person.name),))
    return await on_undo(talk, argument)
