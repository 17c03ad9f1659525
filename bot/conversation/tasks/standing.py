"""How tasks stand, in words: a done one with its day and what it waits for, a returned one why.

Source: `docs/domain.md`, Status: what is reported done is named as waiting until it is accepted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.talk import Talk
from bot.texts.tasks import cards as texts
from db.enums import Progress
from db.queries.confirmations import LastReport, last_reports
from db.queries.tasks import TaskNow
from tasks.rules import may_confirm


@dataclass(frozen=True, slots=True)
class Standing:
    """How one task stands."""

    words: str
    to_confirm: int | None
    """The report that waits for this person's word on it, where it is theirs to give."""


async def standing_of(talk: Talk, now_task: TaskNow) -> Standing:
    """How this task stands."""
    return (await standings_of(talk, [now_task]))[now_task.task.id]


async def standings_of(talk: Talk, tasks: Sequence[TaskNow]) -> dict[int, Standing]:
    """How each of these tasks stands, by its id."""
    told = [one.occurrence.id for one in tasks]
    last = await last_reports(talk.session, talk.committee.id, told)
    return {one.task.id: _standing(talk, one, last.get(one.occurrence.id)) for one in tasks}


def _standing(talk: Talk, now_task: TaskNow, last: LastReport | None) -> Standing:
    tr, occurrence = talk.tr, now_task.occurrence
    words = texts.progress(tr, occurrence.progress, occurrence.percent)
    if occurrence.progress is not Progress.DONE or occurrence.done_on is None:
        if last and last.accepted is False and last.decided_on:
            words = texts.returned(tr, words, day=last.decided_on, reason=last.reason)
        return Standing(words, None)
    due, done_on = occurrence.due, occurrence.done_on
    words = texts.done(tr, done_on, late=due is not None and due < done_on)
    if not last or not talk.committee.confirms:
        return Standing(words, None)
    if last.accepted:
        return Standing(texts.confirmed(tr, words), None)
    to_confirm = last.update_id if may_confirm(talk.standing) and not now_task.removed else None
    return Standing(texts.awaiting(tr, words), to_confirm)
