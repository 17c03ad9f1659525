"""What a message says of tasks: recorded where it is plain, asked about where it is not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.changing_mind.cancelling import offer_report
from bot.conversation.changing_mind.office_slips import slip_of_office
from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.of_tasks import answer_asked, stand
from bot.conversation.replies import Reply
from bot.conversation.reporting.meaning import (
    is_open_wish,
    promises_word,
    says_progress,
    says_something,
)
from bot.conversation.reporting.one_task import on_one
from bot.conversation.reporting.passed_over import passed_over
from bot.conversation.reporting.proving import replace_document
from bot.conversation.reporting.recording import record
from bot.conversation.reporting.said import Said
from bot.conversation.reporting.several import ask_for_all, speaks_of_several
from bot.conversation.reporting.undoing import WISH, undo_last
from bot.conversation.reporting.until import ask_until
from bot.conversation.reporting.which_task import ask_which
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import answered, tasks_meant, tasks_spoken_of
from bot.conversation.unclear import acknowledged, unclear
from bot.ports import Outgoing
from bot.texts import unclear as unclear_texts
from bot.texts.reporting import said_back
from db.queries.tasks import TaskNow, tasks_now

OF_REPORT = re.compile(r"\b(?:bao|bao cao|ghi nhan|cap nhat|gia han)\b")
""" "Hủy báo cáo vừa rồi" names what is taken back; flattened."""
RATE = re.compile(r"(?:ty|ti) le\b(?! (?:hoan thanh|thuc hien)\b)")
""" "Tỷ lệ hộ có mã QR đạt 76%" measures something, and seldom how far a task is; flattened."""


async def on_replies(
    talk: Talk, text: str, replies: tuple[Reply, ...], only: TaskNow | None = None
) -> Outgoing | None:
    """Do what a message says; `only` is the task it is about where it names none."""
    told = tuple(reply for reply in replies if says_something(reply))
    if told and len(told) < len(replies):
        aside = [reply for reply in replies if reply not in told]
        return await _beside_reports(talk, text, told, aside, only)
    first = replies[0]
    if first.undo:
        return await _take_back(talk, text, replies, only)
    if first.ask is not None:
        return await answer_asked(talk, replies, only)
    if first.ack or (first == Reply(task=first.task) and promises_word(text)):
        return await _acknowledged(talk)
    return await _on_reports(talk, text, replies, only)


async def _on_reports(
    talk: Talk, text: str, replies: tuple[Reply, ...], only: TaskNow | None
) -> Outgoing | None:
    """Record what is reported: of the tasks that are named, else of the one that is meant."""
    named, missing = await _named(talk, replies)
    not_heard = _not_heard(talk, text, replies, missing, only)
    if not named:
        unnamed = next((reply for reply in replies if reply.task is None), None)
        if unnamed and only is None and _tells_of_several(talk, text, unnamed):
            return await ask_for_all(talk, text)
        if unnamed and not not_heard:
            return await _on_unnamed(talk, text, unnamed, only)
    unnamed_too = any(one.task is None and says_progress(one) for one in replies)
    if unnamed_too and only is None and not not_heard:
        not_heard = await _left_unnamed(talk, named)
    if len(named) == 1 and not not_heard:
        return await on_one(talk, *named[0], text)
    return await _on_several(talk, text, named, Said(lines=not_heard))


async def _left_unnamed(talk: Talk, named: Sequence[tuple[TaskNow, Reply]]) -> list[str]:
    """That what names no task beside others was not recorded: "xong! À quên việc 19 vẫn vướng".

    It may be of the one task spoken of before; under a list, or with none before, it is the heading
    of a report more often than one.
    """
    spoken_of = await tasks_spoken_of(talk)
    numbers = {now_task.task.number for now_task, _ in named}
    if len(spoken_of) != 1 or spoken_of[0].task.number in numbers:
        return []
    return [unclear_texts.left_unnamed(talk.tr, number=spoken_of[0].task.number)]


async def _on_several(
    talk: Talk, text: str, named: Sequence[tuple[TaskNow, Reply]], said: Said
) -> Outgoing:
    """Record what is plain of each task, and say of the others that it was not understood."""
    for now_task, reply in named:
        if reply.doubtful or not says_something(reply):
            of_finishing = reply.doubtful == "done_or_not"
            ask = (
                unclear_texts.not_sure_done_one
                if of_finishing
                else unclear_texts.not_understood_one
            )
            said.lines.append(ask(talk.tr, number=now_task.task.number))
            continue
        await record(talk, now_task, reply, text, said)
        if is_open_wish(reply):
            said.lines += (await ask_until(talk, now_task)).blocks
    return said.outgoing(talk)


async def _take_back(
    talk: Talk, text: str, replies: tuple[Reply, ...], only: TaskNow | None
) -> Outgoing | None:
    """The last report taken back, and what the message says in its place."""
    first = replies[0]
    of_office = only is None and (first.task is None or not talk.standing.agency_ids)
    if of_office and (slip := await slip_of_office(talk)):
        return slip
    if not says_progress(first):
        return await _taken_back(talk, text, first, only)
    spoken_of = [only] if only else await tasks_spoken_of(talk)
    number = first.task or (spoken_of[0].task.number if len(spoken_of) == 1 else None)
    taken_back = await undo_last(talk, number)
    instead = (replace(first, undo=False), *replies[1:])
    answer = await on_replies(talk, text, instead, only)
    if answer is None or not taken_back.about:
        return answer or taken_back
    if set(taken_back.about) <= set(answer.about) and not WISH.search(flatten(text)):
        head, *rest = answer.blocks
        return replace(answer, blocks=(head, said_back.replaced(talk.tr), *rest))
    return replace(answer, blocks=(*taken_back.blocks, *answer.blocks))


async def _taken_back(talk: Talk, text: str, slip: Reply, only: TaskNow | None) -> Outgoing:
    """The last report taken back, where nothing but that is said.

    "Nhầm, 54/KH-UBND mới đúng" sets the document right. Where the slip names no task and yet holds
    a number, or stands under something else of ours ("nhầm rồi" after a reminder was put off), the
    report may not be what was wrong: it is shown, and one press takes it back.
    """
    spoken_of = [only] if only else await tasks_spoken_of(talk)
    if slip.evidence and slip.task is None and len(spoken_of) == 1:
        return await replace_document(talk, spoken_of[0], slip.evidence)
    plain = not any(map(str.isdigit, text)) and (
        OF_REPORT.search(flatten(text)) is not None or await _bears_undo(talk)
    )
    if slip.task is None and not plain and (asked := await offer_report(talk)):
        return asked
    return await undo_last(talk, slip.task)


async def _bears_undo(talk: Talk) -> bool:
    """Whether the message that is answered can be taken back by its button."""
    before = await answered(talk)
    return before is not None and any(one.startswith("undo:") for one in before.choices)


async def _named(
    talk: Talk, replies: Sequence[Reply]
) -> tuple[list[tuple[TaskNow, Reply]], list[int]]:
    """The tasks that are named with what is said of each, and the numbers that no task has."""
    named: list[tuple[TaskNow, Reply]] = []
    missing: list[int] = []
    for reply in replies:
        if reply.task is None:
            continue
        found = await tasks_now(
            talk.session, talk.committee.id, today=talk.today, number=reply.task
        )
        if found:
            named.append((found[0], reply))
        else:
            missing.append(reply.task)
    return named, missing


def _not_heard(
    talk: Talk, text: str, replies: tuple[Reply, ...], missing: list[int], only: TaskNow | None
) -> list[str]:
    """That there are no such tasks, and of which nothing was understood."""
    lines: list[str] = []
    if len(missing) > 1:
        lines.append(said_back.no_such_tasks(talk.tr, numbers=missing))
    elif missing:
        lines.append(said_back.no_such_task(talk.tr, number=missing[0]))
    if only is None:
        lines += [
            unclear_texts.not_understood_one(talk.tr, number=number)
            for number in passed_over(text, replies)
        ]
    return lines


async def _on_unnamed(talk: Talk, text: str, reply: Reply, only: TaskNow | None) -> Outgoing | None:
    """What is said of no task by number: of the one spoken of, else it is asked of which."""
    spoken_of = [only] if only else await tasks_meant(talk, text)
    of_a_measure = RATE.match(flatten(text)) and only is None and not talk.incoming.reply_to
    if len(spoken_of) == 1 and not (of_a_measure and reply.percent is not None):
        return await on_one(talk, spoken_of[0], reply, text)
    if not says_something(reply):
        return await unclear(talk)
    return await ask_which(talk, text, spoken_of)


async def _beside_reports(
    talk: Talk,
    text: str,
    told: tuple[Reply, ...],
    aside: Sequence[Reply],
    only: TaskNow | None,
) -> Outgoing | None:
    """What is reported, and what the same message asks, takes back or says of other tasks."""
    before: list[str] = []
    after: list[str] = []
    for reply in aside:
        if reply.undo:
            before += (await undo_last(talk, reply.task)).blocks
        elif reply.task is None or reply.ack:
            continue
        elif reply.ask == "task":
            after += (await stand(talk, [reply.task])).blocks
        elif not promises_word(text):
            after.append(unclear_texts.not_understood_one(talk.tr, number=reply.task))
    answer = await on_replies(talk, text, told, only)
    if answer is None:
        return None
    return replace(answer, blocks=(*before, *answer.blocks, *after))


async def _acknowledged(talk: Talk) -> Outgoing:
    """That we heard; what was spoken of last stays so, since nothing else was."""
    said = await acknowledged(talk)
    before = await answered(talk)
    return Outgoing((said,), about=tuple(before.about or ()) if before else ())


def _tells_of_several(talk: Talk, text: str, reply: Reply) -> bool:
    """Whether a report without a number is about several tasks at once."""
    tells = says_progress(reply) or reply.unchanged or reply.extension
    return tells and bool(talk.standing.agency_ids) and speaks_of_several(text)
