"""What a task's card says of the standing office's work on it, and what the office can press."""

from bot.conversation.talk import Talk
from bot.ports import Choice
from bot.texts import assigning
from db.queries.office import acknowledgements
from db.queries.tasks import TaskNow


async def office_lines(talk: Talk, now_task: TaskNow) -> list[str]:
    """Who has received a task given in chat."""
    tr = talk.tr
    told = await acknowledgements(talk.session, talk.committee.id, now_task.task.id)
    received = [
        f"{row.person.name} ({tr.time(row.received_at, talk.zone)})"
        for row in told
        if row.received_at
    ]
    waiting = [row.person.name for row in told if row.received_at is None]
    lines = []
    if received:
        lines.append(assigning.received_line(tr, people=received))
    if waiting:
        lines.append(assigning.not_received_line(tr, people=waiting))
    return lines


def office_choices(talk: Talk, now_task: TaskNow) -> tuple[tuple[Choice, ...], ...]:
    """What the standing office, the members and the heads can do with a task."""
    return ()
