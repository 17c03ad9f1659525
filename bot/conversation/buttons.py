"""What a card's buttons do."""

from bot.conversation.recording import Said, ask_percent, record, refuse_stranger
from bot.conversation.replies import Reply
from bot.conversation.reports import ask_until, record_percent
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks import task_of_button
from bot.ports import Outgoing
from bot.texts import common, reporting
from bot.texts import tasks as texts
from db.enums import Progress


async def on_done(talk: Talk, task_id: str) -> Outgoing:
    """ "Hoàn thành"."""
    reply = Reply(state=Progress.DONE, percent=100)
    return await _record(talk, task_id, reply, texts.button_done(talk.tr))


async def on_idle(talk: Talk, task_id: str) -> Outgoing:
    """ "Chưa thực hiện"."""
    reply = Reply(state=Progress.NOT_STARTED, percent=0)
    return await _record(talk, task_id, reply, texts.button_not_started(talk.tr))


async def on_progress(talk: Talk, task_id: str) -> Outgoing:
    """ "Đang thực hiện": recorded at once, and asked how far."""
    reply = Reply(state=Progress.IN_PROGRESS)
    return await _record(talk, task_id, reply, texts.button_progress(talk.tr), how_far=True)


async def on_percent(talk: Talk, argument: str) -> Outgoing:
    """A figure picked: "task:percent"."""
    task_id, _, percent = argument.partition(":")
    now_task = await task_of_button(talk, task_id)
    figure = read_id(percent)
    if now_task is None or figure is None or figure > 100:
        return Outgoing((common.old_button(talk.tr),))
    return await record_percent(talk, now_task, figure, f"{figure}%")


async def on_blocked(talk: Talk, task_id: str) -> Outgoing:
    """ "Có vướng mắc": asked what is in the way; what is typed next answers it."""
    now_task = await task_of_button(talk, task_id)
    if now_task is None:
        return Outgoing((common.old_button(talk.tr),))
    if refusal := refuse_stranger(talk, now_task):
        return Outgoing((refusal,))
    talk.remember(asked={"what": "obstacle", "task": now_task.task.id})
    question = reporting.ask_obstacle(talk.tr, task=f"#{now_task.task.number}")
    return Outgoing((question,), about=(now_task.task.id,))


async def on_extend(talk: Talk, task_id: str) -> Outgoing:
    """ "Xin gia hạn": asked until when."""
    now_task = await task_of_button(talk, task_id)
    if now_task is None:
        return Outgoing((common.old_button(talk.tr),))
    if refusal := refuse_stranger(talk, now_task):
        return Outgoing((refusal,))
    return ask_until(talk, now_task)


async def _record(
    talk: Talk, task_id: str, reply: Reply, words: str, *, how_far: bool = False
) -> Outgoing:
    now_task = await task_of_button(talk, task_id)
    if now_task is None:
        return Outgoing((common.old_button(talk.tr),))
    said = Said()
    await record(talk, now_task, reply, words, said)
    if how_far and said.updates:
        ask_percent(talk, now_task, said)
    return said.outgoing(talk)
