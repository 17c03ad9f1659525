"""What a task's card says of the standing office's work on it, and what the office can press."""

from bot.conversation.talk import Talk
from bot.ports import Choice
from bot.texts import assigning, instructing
from db.queries.office import acknowledgements
from db.queries.tasks import TaskNow
from plans.words import cut
from tasks.instructions import instructions
from tasks.rules import may_instruct

INSTRUCTIONS = 3
"""Instructions shown on a card, the newest."""
SAID = 160
"""Longest words of one there, in characters."""


async def office_lines(talk: Talk, now_task: TaskNow) -> list[str]:
    """Who has received a task given in chat, and what was instructed on it."""
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
    found = await instructions(talk.session, talk.committee.id, task_id=now_task.task.id)
    for one in found[-INSTRUCTIONS:]:
        who, when = one.person.name, tr.time(one.given_at, talk.zone)
        words = cut(one.words, SAID)
        if one.answer is None:
            lines.append(instructing.card_open(tr, who=who, when=when, words=words))
        else:
            lines.append(
                instructing.card_answered(
                    tr, who=who, when=when, words=words, answer=cut(one.answer, SAID)
                )
            )
    return lines


def office_choices(talk: Talk, now_task: TaskNow) -> tuple[tuple[Choice, ...], ...]:
    """What the standing office, the members and the heads can do with a task."""
    tr, task_id = talk.tr, now_task.task.id
    rows: list[tuple[Choice, ...]] = []
    if may_instruct(talk.standing):
        rows.append((Choice(instructing.button_instruct(tr), f"instruct:{task_id}"),))
    return tuple(rows)
