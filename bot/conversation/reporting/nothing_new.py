"""The question of a reporting period, answered for all tasks asked about by one tap."""

from datetime import date

from sqlalchemy import select

from bot.conversation.pressed import StaleButtonError
from bot.conversation.reporting.said import Said
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import followed_tasks
from bot.ports import Outgoing
from bot.texts import reminders as texts
from db.enums import OutboxKind
from db.models import Occurrence, OutboxMessage, Plan, Rung, Task
from db.queries.heard import heard_since
from db.queries.standing import PERIOD
from tasks import changes
from tasks.changes import Report
from tasks.errors import RefusalError

NAMED = 15
"""Task numbers named in the answer."""


async def on_nothing_new(talk: Talk, argument: str) -> Outgoing:
    """ "Không có gì mới": a report of this period for each task that the message asked about.

    `argument` is the message's id. What was reported since, was done or is put off is left alone.
    """
    message_id = read_id(argument)
    message = await talk.session.get(OutboxMessage, message_id) if message_id else None
    theirs = (OutboxKind.REMINDER, talk.person.id, talk.committee.id)
    if message is None or (message.kind, message.person_id, message.committee_id) != theirs:
        raise StaleButtonError
    asked = await _still_asked(talk, message.id)
    open_tasks = await followed_tasks(talk, asked)
    said, numbers, cut_off = Said(), [], talk.today
    words = texts.button_nothing_new(talk.tr, count=len(asked))
    for now_task in open_tasks:
        try:
            update = await changes.record_report(
                talk.session,
                now_task,
                Report(words=words),
                by=talk.actor,
                names=talk.agency_names,
            )
        except RefusalError:
            continue  # put off, or not theirs any more, since the question
        said.updates.append(update)
        said.about.append(now_task.task.id)
        numbers.append(now_task.task.number)
        cut_off = asked[now_task.task.id]
    if not numbers:
        return Outgoing((texts.answered_before(talk.tr),))
    named = ", ".join(f"#{number}" for number in numbers[:NAMED])
    if len(numbers) > NAMED:
        named = f"{named} … ({len(numbers)})"
    said.facts.append(texts.nothing_new_recorded(talk.tr, cut_off=cut_off, tasks=named))
    if len(numbers) > 1:
        said.updates.clear()  # one slip of many is taken back on its own card
    return said.outgoing(talk)


async def _still_asked(talk: Talk, message_id: int) -> dict[int, date]:
    """The tasks that this message asked about and nothing was said of since, with the cut-off."""
    query = (
        select(Occurrence.task_id, Rung.due)
        .join(
            Occurrence,
            (Occurrence.committee_id == Rung.committee_id) & (Occurrence.id == Rung.occurrence_id),
        )
        .join(Task, (Task.committee_id == Rung.committee_id) & (Task.id == Occurrence.task_id))
        .join(Plan, (Plan.committee_id == Rung.committee_id) & (Plan.id == Task.plan_id))
        .where(
            Rung.committee_id == talk.committee.id,
            Rung.outbox_id == message_id,
            Rung.person_id == talk.person.id,
            Rung.name == PERIOD,
            Rung.due == Plan.period_cut_off,
            Occurrence.done_on.is_(None),
            Occurrence.closed_on.is_(None),
            ~heard_since(Occurrence.committee_id, Occurrence.task_id, Plan.period_first),
        )
    )
    return {row.task_id: row.due for row in await talk.session.execute(query)}
