"""What a card's buttons do."""

from datetime import date

from bot.conversation.pressed import StaleButtonError
from bot.conversation.replies import Reply
from bot.conversation.reporting.answers import record_percent
from bot.conversation.reporting.recording import record, refuse_stranger
from bot.conversation.reporting.said import Said, ask_obstacle, ask_percent
from bot.conversation.reporting.until import ask_until, extend_until
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import task_pressed
from bot.ports import Outgoing
from bot.texts import since
from bot.texts.tasks import cards as texts
from db.enums import Progress
from db.queries.messages import delivery_answered
from db.queries.tasks import TaskNow
from tasks.undoing import valid_updates


async def _of_button(talk: Talk, task_id: str) -> TaskNow:
    """The task to report of, as it stood when the button was shown.

    Raises `StaleButtonError` where the message is of an earlier period of the task, or from
    before it was reported done: what is pressed there was not meant of how it stands now.
    """
    now_task = await task_pressed(talk, task_id)
    pressed = talk.incoming.message
    shown = await delivery_answered(talk.session, talk.chat.id, pressed) if pressed else None
    if shown is None or refuse_stranger(talk, now_task):
        return now_task
    occurrence, task = now_task.occurrence, now_task.task
    if occurrence.sequence > 1 and occurrence.opens_on > shown.sent_at.astimezone(talk.zone).date():
        said = since.next_period(talk.tr, task=f"#{task.number}")
        raise StaleButtonError(said, task_id=task.id)
    if occurrence.progress is Progress.DONE:
        reports = await valid_updates(talk.session, occurrence)
        done = [one for one in reports if one.progress is Progress.DONE]
        if done and done[-1].reported_at > shown.sent_at:
            raise StaleButtonError(
                since.done_since(
                    talk.tr,
                    task=f"#{task.number}",
                    who=done[-1].person.name,
                    when=talk.tr.time(done[-1].reported_at, talk.zone),
                ),
                task_id=task.id,
            )
    return now_task


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
    now_task = await _of_button(talk, task_id)
    figure = read_id(percent)
    if figure is None or figure > 100:
        raise StaleButtonError
    return await record_percent(talk, now_task, figure, f"{figure}%")


async def on_blocked(talk: Talk, task_id: str) -> Outgoing:
    """ "Có vướng mắc": asked what is in the way; what is typed next answers it."""
    now_task = await _of_button(talk, task_id)
    if refusal := refuse_stranger(talk, now_task):
        return Outgoing((refusal,))
    said = Said(about=[now_task.task.id])
    ask_obstacle(talk, now_task, said)
    return said.outgoing(talk)


async def on_cleared(talk: Talk, task_id: str) -> Outgoing:
    """ "Hết vướng mắc", on a task with an obstacle."""
    return await _record(talk, task_id, Reply(cleared=True), texts.button_cleared(talk.tr))


async def on_extend(talk: Talk, task_id: str) -> Outgoing:
    """ "Xin gia hạn": asked until when."""
    now_task = await _of_button(talk, task_id)
    if refusal := refuse_stranger(talk, now_task):
        return Outgoing((refusal,))
    return await ask_until(talk, now_task)


async def on_until(talk: Talk, argument: str) -> Outgoing:
    """The solar day offered for one in words: "task:2026-02-16"."""
    task_id, _, day = argument.partition(":")
    now_task = await _of_button(talk, task_id)
    try:
        until = date.fromisoformat(day)
    except ValueError:
        raise StaleButtonError from None
    return await extend_until(talk, now_task, until)


async def _record(
    talk: Talk, task_id: str, reply: Reply, words: str, *, how_far: bool = False
) -> Outgoing:
    now_task = await _of_button(talk, task_id)
    said = Said()
    await record(talk, now_task, reply, words, said)
    if how_far and said.updates:
        ask_percent(talk, now_task, said)
    return said.outgoing(talk)
