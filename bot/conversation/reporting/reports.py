"""What is typed: a report, a question, or the answer to a question of ours."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.context import (
    NUMBER,
    ask_which,
    asked_by_words,
    kept_report,
    read_by_words,
    tasks_spoken_of,
)
from bot.conversation.mentions import flatten
from bot.conversation.office.deciding import undecided, wished_for
from bot.conversation.people.entering import on_help
from bot.conversation.questions.rollup import on_roll_up
from bot.conversation.replies import Reply, read_reply
from bot.conversation.reporting.evidence import with_waiting
from bot.conversation.reporting.recording import Said, ask_percent, record, refuse_stranger
from bot.conversation.reporting.several import ask_for_all, speaks_of_several
from bot.conversation.reporting.undoing import undo_last
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import card, on_number, on_part, task_of_button
from bot.conversation.tasks.task_filters import part_named
from bot.conversation.unclear import unclear
from bot.ports import Choice, Outgoing
from bot.texts import asking, common, reporting
from bot.texts import tasks as texts
from db.enums import OutboxKind, Part, Progress
from db.queries.messages import last_delivery
from db.queries.tasks import TaskNow, tasks_now
from tasks.lunar import lunar_day
from tasks.rules import may_decide_extensions, may_instruct, may_report, may_sum_up

LONGEST = 4000
"""Characters of a message that are still read as a report."""

NAME = 80
"""Characters of a task's content by which we say which one was meant."""

OF_SOMEBODY = re.compile(
    r"\b(?:nghi (?:phep|om|le|viec|thai san)|di cong tac|vang mat|di hoc|hop luc|lich hop)\b"
)
""" "Hoa nghỉ thai sản từ 5/12 đến 5/6" answers no "until which day"; over flattened text."""

FIGURE = re.compile(
    r"(?:được|duoc|đạt|dat|khoảng|khoang)?\s*(\d{1,3})\s*(?:%|phần trăm|phan tram)?"
)
"""An answer to "how far": a bare figure."""


async def on_text(talk: Talk) -> Outgoing | None:
    """Anything typed that is no command."""
    text = talk.incoming.text.strip()
    if len(text) > LONGEST:
        return Outgoing((reporting.too_long(talk.tr),))
    talk.remember(proving=None)
    answer = await _answer_to_question(talk, text) or await _answer(talk, text)
    return await with_waiting(talk, answer)


async def _answer(talk: Talk, text: str) -> Outgoing | None:
    if bare := NUMBER.fullmatch(text):
        return await on_number(talk, int(bare[1]))
    replies = read_reply(text, today=talk.today)
    if len(replies) == 1 and replies[0].ask == "task" and replies[0].task is None:
        if shown := await asked_by_words(talk, text):
            return shown
    elif len(replies) == 1 and _may_be_by_words(replies[0]):
        meant = await read_by_words(talk, text)
        if meant.tasks:
            return _with_names(await on_replies(talk, text, meant.replies), meant.tasks)
        if meant.unclear and _says_something(replies[0]):
            return await ask_which(talk, text, meant.unclear)
    return await on_replies(talk, text, replies)


def _may_be_by_words(reply: Reply) -> bool:
    """Whether a message without a task's number may name one by words of its content."""
    return reply.task is None and not reply.undo and not reply.ack and reply.ask is None


def _with_names(answer: Outgoing | None, tasks: Sequence[TaskNow]) -> Outgoing | None:
    """The answer with the tasks by name, since the person gave no number."""
    if answer is None:
        return None
    names = (texts.short_task(one.task.number, one.task.content, NAME) for one in tasks)
    return replace(answer, blocks=(*answer.blocks[:1], *names, *answer.blocks[1:]))


async def _of_a_member(talk: Talk, now_task: TaskNow, reply: Reply) -> Outgoing:
    """A member reports nothing: wishes that they may decide, else how to instruct."""
    decides = reply.extension and may_decide_extensions(talk.standing)
    if decides and await wished_for(talk, now_task):
        return await undecided(talk)
    task = now_task.task
    leads = ", ".join(now_task.agency_names(Part.LEAD))
    blocks = (
        reporting.not_a_reporter(talk.tr, number=task.number, leads=leads),
        asking.next_for_member(talk.tr, number=task.number),
    )
    row = (common.task_button(task.number, task.id),)
    return Outgoing(blocks, (row,), about=(task.id,))


def _is_open_question(reply: Reply) -> bool:
    """More time is asked for, and no day that it could be until."""
    return reply.extension and reply.until is None and reply.extend_by is None


async def on_replies(
    talk: Talk, text: str, replies: tuple[Reply, ...], only: TaskNow | None = None
) -> Outgoing | None:
    """Do what a message says; `only` is the task it is about where it names none."""
    first = replies[0]
    if first.undo:
        if not _says_progress(first):
            return await undo_last(talk, first.task)
        spoken_of = [only] if only else await tasks_spoken_of(talk)
        number = first.task or (spoken_of[0].task.number if len(spoken_of) == 1 else None)
        taken_back = await undo_last(talk, number)
        instead = (replace(first, undo=False), *replies[1:])
        answer = await on_replies(talk, text, instead, only)
        if answer is None or not taken_back.about:
            return answer or taken_back
        return replace(answer, blocks=(*taken_back.blocks, *answer.blocks))
    if first.ask is not None:
        return await _asked(talk, first, only)
    if first.ack:
        return Outgoing((reporting.acknowledged(talk.tr, reports=bool(talk.standing.agency_ids)),))
    said = Said()
    named: list[tuple[TaskNow, Reply]] = []
    for reply in replies:
        if reply.task is None:
            continue
        found = await tasks_now(
            talk.session, talk.committee.id, today=talk.today, number=reply.task
        )
        if found:
            named.append((found[0], reply))
        else:
            said.lines.append(reporting.no_such_task(talk.tr, number=reply.task))
    unnamed = [reply for reply in replies if reply.task is None]
    if unnamed and not named and only is None and _tells_of_several(talk, text, unnamed[0]):
        return await ask_for_all(talk, text)
    if unnamed and not named and not said.lines:
        spoken_of = [only] if only else await tasks_spoken_of(talk)
        if not _says_something(unnamed[0]) and len(spoken_of) != 1:
            return await unclear(talk)
        if len(spoken_of) != 1:
            return await ask_which(talk, text, spoken_of)
        named = [(spoken_of[0], unnamed[0])]
    if len(named) == 1 and not said.lines:
        return await _one(talk, *named[0], text)
    for now_task, reply in named:
        if reply.doubtful or not _says_something(reply):
            said.lines.append(reporting.not_understood_one(talk.tr, number=now_task.task.number))
        else:
            await record(talk, now_task, reply, text, said)
            if _is_open_question(reply):
                said.lines += ask_until(talk, now_task).blocks
    return said.outgoing(talk)


async def _one(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Outgoing:
    """A message about one task: recorded where it is plain, asked about where it is not."""
    tr, task = talk.tr, f"#{now_task.task.number}"
    said = Said()
    if _says_something(reply) and not talk.standing.agency_ids and may_instruct(talk.standing):
        return await _of_a_member(talk, now_task, reply)
    if reply.doubtful and not may_report(talk.standing, now_task.agency_ids(Part.LEAD)):
        if talk.standing.agency_ids and (refusal := refuse_stranger(talk, now_task)):
            return Outgoing((refusal,))
        return await unclear(talk, now_task)
    if reply.doubtful == "percent":
        ask_percent(talk, now_task, said)
        if reply.percent is None:
            said.lines.insert(0, reporting.percent_out_of_range(tr))
        said.about.append(now_task.task.id)
        return said.outgoing(talk)
    if reply.doubtful == "day" and (reply.extension or reply.snooze is None):
        if reply.extension:
            if _says_progress(reply):
                await record(talk, now_task, replace(reply, extension=False), text, said)
            question = ask_until(talk, now_task, said=text)
            said.lines += question.blocks
            said.choices += question.choices
            said.about.append(now_task.task.id)
            return said.outgoing(talk)
        if not _says_progress(reply):
            return Outgoing((reporting.day_not_clear(tr),), about=(now_task.task.id,))
    if reply.doubtful in ("done_or_not", "date_or_fraction"):
        row = (
            Choice(texts.button_done(tr), f"done:{now_task.task.id}"),
            Choice(texts.button_progress(tr), f"progress:{now_task.task.id}"),
        )
        return Outgoing(
            (reporting.not_sure_done(tr, task=task),), (row,), about=(now_task.task.id,)
        )
    if not _says_something(reply):
        if reply.task is not None and NUMBER.fullmatch(text):
            return await card(talk, now_task)
        return await unclear(talk, now_task)
    await record(talk, now_task, reply, text, said)
    if said.updates and reply.blocked and not reply.extension and reply.percent is None:
        ask_percent(talk, now_task, said)
    if _is_open_question(reply):
        said.lines += ask_until(talk, now_task).blocks
    return said.outgoing(talk)


def _says_progress(reply: Reply) -> bool:
    return reply.state is not None or reply.percent is not None or reply.blocked or reply.cleared


def _tells_of_several(talk: Talk, text: str, reply: Reply) -> bool:
    """Whether a report without a number is about several tasks at once."""
    tells = _says_progress(reply) or reply.unchanged or reply.extension
    return tells and bool(talk.standing.agency_ids) and speaks_of_several(text)


def _says_something(reply: Reply) -> bool:
    return (
        _says_progress(reply)
        or reply.extension
        or reply.snooze is not None
        or reply.handover
        or reply.unchanged
        or reply.evidence is not None
        or reply.doubtful is not None
    )


def _says_other_than_a_day(reply: Reply) -> bool:
    """Whether what follows "until which day" plainly answers something else."""
    return (
        reply.state is not None
        or reply.percent is not None
        or reply.snooze is not None
        or reply.handover
        or reply.unchanged
        or reply.ack
    )


async def _asked(talk: Talk, reply: Reply, only: TaskNow | None) -> Outgoing:
    """A question, answered by the list, the card or the figures it asks for."""
    if reply.ask == "help":
        return await on_help(talk)
    if reply.ask == "task":
        if reply.task is not None:
            return await on_number(talk, reply.task)
        spoken_of = [only] if only else await tasks_spoken_of(talk)
        if len(spoken_of) == 1:
            return await card(talk, spoken_of[0])
    own = bool(talk.standing.agency_ids)
    if may_sum_up(talk.standing) and (reply.ask in ("summary", "overdue") or not own):
        return await on_roll_up(talk)
    if reply.ask == "overdue":
        return await on_part(talk, "overdue")
    flat = flatten(talk.incoming.text)
    return await on_part(talk, part_named(flat))


async def _answer_to_question(talk: Talk, text: str) -> Outgoing | None:
    """What was typed right after a question of ours; None where it speaks of something else."""
    asked = talk.recall("asked")
    if not asked:
        return None
    talk.remember(asked=None)
    last = await last_delivery(talk.session, talk.chat.id)
    if last is not None and last.outbox.kind is OutboxKind.REMINDER:
        return None  # a morning's list came since: what is typed now may well be about that
    if asked["what"] == "number":
        bare, kept = NUMBER.fullmatch(text), kept_report(talk, asked["question"])
        return await _for_number(talk, int(bare[1]), kept) if bare and kept else None
    found = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, task_ids=[asked["task"]]
    )
    replies = read_reply(text, today=talk.today)
    elsewhere = any(reply.task is not None or reply.ask or reply.undo for reply in replies)
    if not found or elsewhere or talk.incoming.reply_to:
        return None
    if asked["what"] == "percent":
        figure = FIGURE.fullmatch(text.lower())
        if figure is None:
            return None
        if int(figure[1]) > 100:
            said = Said(lines=[reporting.percent_out_of_range(talk.tr)], about=[found[0].task.id])
            ask_percent(talk, found[0], said)
            return said.outgoing(talk)
        return await record_percent(talk, found[0], int(figure[1]), text)
    if asked["what"] == "obstacle":
        reply = Reply(blocked=True, reason=text, state=replies[0].state, percent=replies[0].percent)
        if reply.state is Progress.DONE:
            return None
        return await _one(talk, found[0], reply, text)
    if _says_other_than_a_day(replies[0]) or OF_SOMEBODY.search(flatten(text)):
        return None
    day = read_reply(f"xin gia hạn {text}", today=talk.today)[0]
    if not day.extension or (day.until is None and day.extend_by is None):
        return ask_until(talk, found[0], said=text)
    said = Said()
    await record(talk, found[0], day, text, said)
    if not said.updates and found[0].occurrence.due is not None:
        talk.remember(asked=asked)  # refused for its day: another may be written
    return said.outgoing(talk)


async def _for_number(talk: Talk, number: int, text: str) -> Outgoing | None:
    found = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    if not found:
        return Outgoing((reporting.no_such_task(talk.tr, number=number),))
    return await on_replies(talk, text, read_reply(text, today=talk.today), only=found[0])


async def on_which(talk: Talk, argument: str) -> Outgoing | None:
    """The task that a report kept for this question is about, or "another"."""
    question, _, task_id = argument.partition(":")
    text = kept_report(talk, question)
    if text is None:
        raise StaleButtonError
    if task_id == "0":
        talk.remember(asked={"what": "number", "question": question})
        return Outgoing((reporting.write_number(talk.tr),))
    found = await task_of_button(talk, task_id)
    if found is None:
        raise StaleButtonError
    talk.remember(which=None)
    answer = await on_replies(talk, text, read_reply(text, today=talk.today), only=found)
    return await with_waiting(talk, answer)


async def record_percent(talk: Talk, now_task: TaskNow, percent: int, words: str) -> Outgoing:
    """A bare figure for one task: 100 is done, as in words."""
    state = Progress.DONE if percent == 100 else Progress.IN_PROGRESS
    said = Said()
    await record(talk, now_task, Reply(state=state, percent=percent), words, said)
    return said.outgoing(talk)


def ask_until(talk: Talk, now_task: TaskNow, said: str | None = None) -> Outgoing:
    """Ask until when a task should be extended; what is typed next answers it.

    What was `said` of the day was not clear; a day named by the lunar calendar is offered as the
    solar one, and never taken for it in silence.
    """
    task = now_task.task
    talk.remember(asked={"what": "until", "task": task.id})
    question = reporting.ask_until(talk.tr, task=f"#{task.number}")
    if said is None:
        return Outgoing((question,), about=(task.id,))
    meant = lunar_day(said, today=talk.today)
    if meant is None:
        return Outgoing((reporting.day_not_clear(talk.tr), question), about=(task.id,))
    talk.keep_today("wished", {"task": task.id, "text": said})
    choice = Choice(talk.tr.day(meant), f"until:{task.id}:{meant.isoformat()}")
    note = reporting.day_meant(talk.tr, task=f"#{task.number}", day=meant)
    return Outgoing((note,), ((choice,),), about=(task.id,))


async def extend_until(talk: Talk, now_task: TaskNow, until: date) -> Outgoing:
    """The solar day that was offered for the one in words: the wish, with its words and reason."""
    wished = talk.kept_today("wished")
    talk.remember(wished=None)
    words = str(wished["text"]) if wished.get("task") == now_task.task.id else talk.tr.day(until)
    reason = read_reply(words, today=talk.today)[0].reason
    said = Said()
    await record(talk, now_task, Reply(extension=True, until=until, reason=reason), words, said)
    return said.outgoing(talk)
