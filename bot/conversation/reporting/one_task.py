"""A message about one task: recorded where it is plain, asked about where it is not."""

from dataclasses import replace

from bot.conversation.dates.lengths import find_working_days
from bot.conversation.listening.said import listen
from bot.conversation.office.deciding import undecided, wish_for
from bot.conversation.replies import Reply
from bot.conversation.reporting.meaning import (
    is_open_wish,
    names_no_cause,
    says_progress,
    says_something,
    tells_a_deed,
)
from bot.conversation.reporting.recording import record, refuse_stranger
from bot.conversation.reporting.said import Said, ask_obstacle, ask_percent
from bot.conversation.reporting.until import ask_until, day_to_remind, puts_off
from bot.conversation.reporting.wish_reasons import with_wish
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import card, obstacles_of
from bot.conversation.tasks.context import NUMBER
from bot.conversation.unclear import unclear
from bot.ports import Choice, Outgoing
from bot.texts import common
from bot.texts import unclear as unclear_texts
from bot.texts.questions import asking
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as texts
from db.enums import Part
from db.queries.messages import last_delivery
from db.queries.tasks import TaskNow
from tasks.rules import may_decide_extensions, may_instruct, may_report


async def on_one(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Outgoing:
    """What a message says of one task: recorded where it is plain, asked about where it is not."""
    if says_something(reply) and not talk.standing.agency_ids and may_instruct(talk.standing):
        return await _of_a_member(talk, now_task, reply)
    if reply.doubtful and not may_report(talk.standing, now_task.agency_ids(Part.LEAD)):
        if talk.standing.agency_ids and (refusal := refuse_stranger(talk, now_task)):
            return Outgoing((refusal,))
        return await unclear(talk, now_task)
    reply = await _without_bare(talk, now_task, await with_wish(talk, now_task, reply, text))
    question = await _ask(talk, now_task, reply, text)
    if question is not None:
        return question
    if not says_something(reply):
        if reply.task is not None and NUMBER.fullmatch(text):
            return await card(talk, now_task)
        return await unclear(talk, now_task)
    return await _record(talk, now_task, reply, text)


async def _without_bare(talk: Talk, now_task: TaskNow, reply: Reply) -> Reply:
    """ "Việc 29 vẫn vướng" of a task whose obstacle is known says that nothing is new."""
    if not (reply.blocked and names_no_cause(reply.reason)):
        return reply
    if not await obstacles_of(talk, now_task):
        return reply
    return replace(reply, blocked=False, reason=None, unchanged=True)


async def _of_a_member(talk: Talk, now_task: TaskNow, reply: Reply) -> Outgoing:
    """A member reports nothing: wishes that they may decide, else how to instruct."""
    decides = reply.extension and may_decide_extensions(talk.standing)
    if decides and await wish_for(talk, now_task) is not None:
        return await undecided(talk)
    task = now_task.task
    leads = ", ".join(now_task.agency_names(Part.LEAD))
    blocks = (
        said_back.not_a_reporter(talk.tr, number=task.number, leads=leads),
        asking.next_for_member(talk.tr, number=task.number),
    )
    row = (common.task_button(task.number, task.id),)
    return Outgoing(blocks, (row,), about=(task.id,))


async def _ask(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Outgoing | None:
    """What has to be asked before the report counts; None where nothing has to be."""
    match reply.doubtful:
        case "percent":
            return _ask_figure(talk, now_task, reply)
        case "day" if reply.extension:
            return await _ask_day(talk, now_task, reply, text)
        case "day" if reply.snooze is None and not says_progress(reply):
            named = reply.task is not None or talk.incoming.reply_to or puts_off(text)
            due = now_task.occurrence.due
            if named and (until := day_to_remind(text, due=due, today=talk.today)):
                return await _record(talk, now_task, replace(reply, snooze=until), text)
            return Outgoing((unclear_texts.day_not_clear(talk.tr),), about=(now_task.task.id,))
        case "done_or_not" | "date_or_fraction":
            return _ask_whether_done(talk, now_task)
    return None


def _ask_figure(talk: Talk, now_task: TaskNow, reply: Reply) -> Outgoing:
    said = Said(about=[now_task.task.id])
    if reply.percent is None:
        said.lines.append(unclear_texts.percent_out_of_range(talk.tr))
    ask_percent(talk, now_task, said)
    return said.outgoing(talk)


async def _ask_day(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Outgoing:
    """Until when more time is wished for; what the message reports beside it is recorded."""
    said = Said()
    if says_progress(reply):
        await record(talk, now_task, replace(reply, extension=False), text, said)
    question = await ask_until(talk, now_task, said=text, reason=reply.reason)
    said.lines += question.blocks
    said.choices += question.choices
    said.about.append(now_task.task.id)
    return said.outgoing(talk)


def _ask_whether_done(talk: Talk, now_task: TaskNow) -> Outgoing:
    number, task_id = now_task.task.number, now_task.task.id
    row = (
        Choice(texts.button_done(talk.tr), f"done:{task_id}"),
        Choice(texts.button_progress(talk.tr), f"progress:{task_id}"),
    )
    question = unclear_texts.not_sure_done(talk.tr, task=f"#{number}")
    return Outgoing((question,), (row,), about=(task_id,))


async def _record(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Outgoing:
    """Record a plain report, and ask what it leaves open: how far, whether done, until when."""
    said = Said()
    await record(talk, now_task, reply, text, said)
    how_far = now_task.occurrence.percent
    if said.updates and reply.blocked and names_no_cause(reply.reason):
        ask_obstacle(talk, now_task, said)
    elif said.updates and reply.blocked and not reply.extension and how_far is None:
        ask_percent(talk, now_task, said)
    elif reply.evidence is not None and not says_progress(reply):
        await _ask_again(talk, now_task, said)
    elif said.updates and tells_a_deed(reply, text):
        said.choices.append((Choice(texts.button_done(talk.tr), f"done:{now_task.task.id}"),))
    if is_open_wish(reply):
        counted = find_working_days(listen(text).words)
        question = await ask_until(
            talk, now_task, said=text if counted else None, reason=reply.reason
        )
        said.lines += question.blocks
        said.choices += question.choices
    return said.outgoing(talk)


async def _ask_again(talk: Talk, now_task: TaskNow, said: Said) -> None:
    """Whether it is done, where that was asked last and a document's number came instead."""
    last = await last_delivery(talk.session, talk.chat.id)
    question = _ask_whether_done(talk, now_task)
    asked = {choice.data for row in question.choices for choice in row}
    if last is not None and asked == set(last.choices):
        said.lines += question.blocks
        said.choices += question.choices
