"""What is typed or pressed right after a question of ours about a report."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.conversation.listening.mentions import flatten
from bot.conversation.pressed import StaleButtonError
from bot.conversation.replies import Reply, read_reply
from bot.conversation.reporting.meaning import says_other_than_a_day
from bot.conversation.reporting.one_task import on_one
from bot.conversation.reporting.proving import with_waiting
from bot.conversation.reporting.recording import record
from bot.conversation.reporting.reports import on_replies
from bot.conversation.reporting.said import Said, ask_percent
from bot.conversation.reporting.until import ask_until
from bot.conversation.reporting.which_task import kept_report
from bot.conversation.reporting.wish_reasons import with_wish
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import NUMBER
from bot.conversation.tasks.found import followed_tasks, task_numbered, task_pressed
from bot.ports import Outgoing
from bot.texts import unclear
from db.enums import OutboxKind, Progress
from db.queries.messages import last_delivery
from db.queries.tasks import TaskNow

OF_SOMEBODY = re.compile(
    r"\b(?:nghi (?:phep|om|le|viec|thai san)|di cong tac|vang mat|di hoc|hop luc|lich hop)\b"
)
""" "Hoa nghỉ thai sản từ 5/12 đến 5/6" answers no "until which day"; over flattened text."""

FIGURE = re.compile(
    r"(?:được|duoc|đạt|dat|khoảng|khoang)?\s*(\d{1,3})\s*(?:%|phần trăm|phan tram)?"
)
"""An answer to "how far": a bare figure."""


async def answer_to_question(talk: Talk, text: str) -> Outgoing | None:
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
    found = await followed_tasks(talk, [asked["task"]])
    replies = read_reply(text, today=talk.today)
    elsewhere = any(reply.task is not None or reply.ask or reply.undo for reply in replies)
    if not found or elsewhere or talk.incoming.reply_to:
        if found and asked["what"] == "until" and _is_of_others(replies, found[0]):
            talk.remember(asked={**asked, "between": True})
        return None
    match asked["what"]:
        case "percent":
            return await _percent(talk, found[0], text)
        case "obstacle":
            return await _obstacle(talk, found[0], replies[0], text)
        case _:
            return await _until(talk, found[0], replies[0], text, asked)


def _is_of_others(replies: Sequence[Reply], now_task: TaskNow) -> bool:
    """Whether a message reports other tasks by number: a day typed after it is still the answer."""
    return all(
        reply.task not in (None, now_task.task.number) and not (reply.ask or reply.undo)
        for reply in replies
    )


async def _percent(talk: Talk, now_task: TaskNow, text: str) -> Outgoing | None:
    """How far a task is."""
    figure = FIGURE.fullmatch(text.lower())
    if figure is None:
        return None
    if int(figure[1]) > 100:
        said = Said(lines=[unclear.percent_out_of_range(talk.tr)], about=[now_task.task.id])
        ask_percent(talk, now_task, said)
        return said.outgoing(talk)
    return await record_percent(talk, now_task, int(figure[1]), text)


async def _obstacle(talk: Talk, now_task: TaskNow, said: Reply, text: str) -> Outgoing | None:
    """What stands in a task's way, in whatever words but a figure or a mere "vâng"."""
    if said.ack or FIGURE.fullmatch(text.lower()):
        return None
    reply = Reply(blocked=True, reason=text, state=said.state, percent=said.percent)
    return None if reply.state is Progress.DONE else await on_one(talk, now_task, reply, text)


async def _until(
    talk: Talk, now_task: TaskNow, reply: Reply, text: str, asked: dict[str, Any]
) -> Outgoing | None:
    """Until when more time is wished for."""
    if says_other_than_a_day(reply) or OF_SOMEBODY.search(flatten(text)):
        return None
    day = read_reply(f"xin gia hạn {text}", today=talk.today)[0]
    if not day.extension or (day.until is None and day.extend_by is None):
        if reply.blocked or asked.get("between"):
            return None
        return await ask_until(talk, now_task, said=text)
    said, day = Said(), await with_wish(talk, now_task, day, text)
    day = replace(day, reason=day.reason or asked.get("reason"))
    await record(talk, now_task, day, text, said)
    if not said.updates and now_task.occurrence.due is not None:
        talk.remember(asked=asked)  # refused for its day: another may be written
    return said.outgoing(talk)


async def _for_number(talk: Talk, number: int, text: str) -> Outgoing | None:
    meant = await task_numbered(talk, number)
    return await on_replies(talk, text, read_reply(text, today=talk.today), only=meant)


async def on_which(talk: Talk, argument: str) -> Outgoing | None:
    """The task that a report kept for this question is about, or "another"."""
    question, _, task_id = argument.partition(":")
    text = kept_report(talk, question)
    if text is None:
        raise StaleButtonError
    if task_id == "0":
        talk.remember(asked={"what": "number", "question": question})
        return Outgoing((unclear.write_number(talk.tr),))
    found = await task_pressed(talk, task_id)
    talk.remember(which=None)
    answer = await on_replies(talk, text, read_reply(text, today=talk.today), only=found)
    return await with_waiting(talk, answer)


async def record_percent(talk: Talk, now_task: TaskNow, percent: int, words: str) -> Outgoing:
    """A bare figure for one task: 100 is done, as in words."""
    state = Progress.DONE if percent == 100 else Progress.IN_PROGRESS
    said = Said()
    await record(talk, now_task, Reply(state=state, percent=percent), words, said)
    return said.outgoing(talk)
