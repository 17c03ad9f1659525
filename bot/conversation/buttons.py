"""What a card's buttons do."""

from bot.conversation.recording import Said, ask_percent, record
from bot.conversation.replies import Reply
from bot.conversation.reports import ask_until, record_percent
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts import common, reporting
from bot.texts import tasks as texts
from db.enums import Progress
from db.queries.tasks import TaskNow, tasks_now


async def _task(talk: Talk, task_id: str) -> TaskNow | None:
    """The task of a button; None where it is not this committee's, or not followed any more."""
    if not task_id.isdecimal():
        return None
    found = await tasks_now(
        talk.session, talk.committee.id, today=talk.today, task_ids=[int(task_id)]
    )
    return found[0] if found else None


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
    now_task = await _task(talk, task_id)
    if now_task is None or not percent.isdecimal() or int(percent) > 100:
        return Outgoing((common.old_button(talk.tr),))
    talk.remember(asked=None)
    return await record_percent(talk, now_task, int(percent), f"{percent}%")


async def on_blocked(talk: Talk, task_id: str) -> Outgoing:
    """ "Có vướng mắc": asked what is in the way; what is typed next answers it."""
    now_task = await _task(talk, task_id)
    if now_task is None:
        return Outgoing((common.old_button(talk.tr),))
    talk.remember(asked={"what": "obstacle", "task": now_task.task.id})
    question = reporting.ask_obstacle(talk.tr, task=f"#{now_task.task.number}")
    return Outgoing((question,), about=(now_task.task.id,))


async def on_extend(talk: Talk, task_id: str) -> Outgoing:
    """ "Xin gia hạn": asked until when."""
    now_task = await _task(talk, task_id)
    return ask_until(talk, now_task) if now_task else Outgoing((common.old_button(talk.tr),))


async def _record(
    talk: Talk, task_id: str, reply: Reply, words: str, *, how_far: bool = False
) -> Outgoing:
    now_task = await _task(talk, task_id)
    if now_task is None:
        return Outgoing((common.old_button(talk.tr),))
    said = Said()
    talk.remember(asked=None)
    await record(talk, now_task, reply, words, said)
    if how_far and said.updates:
        ask_percent(talk, now_task, said)
    return said.outgoing(talk)
