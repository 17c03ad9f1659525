"""What a task's card says of the standing office's work on it, and what the office can press."""

from collections.abc import Sequence

from bot.conversation.talk import Talk
from bot.ports import Choice
from bot.texts.office import amending, assigning, confirming, instructing, naming
from bot.texts.questions import explaining
from bot.texts.reporting import extending, instead
from db.enums import Part, Role
from db.models import StatusUpdate
from db.queries.office import acknowledgements, officers_of
from db.queries.office_waiting import open_wish
from db.queries.tasks import TaskNow
from plans.words import cut
from tasks.instead import reports_in_stead
from tasks.instructions import instructions
from tasks.rules import may_instruct, may_name_officer, may_run_office

INSTRUCTIONS = 3
"""Instructions shown on a card, the newest."""
SAID = 160
"""Longest words of one there, in characters."""


async def office_lines(talk: Talk, now_task: TaskNow) -> list[str]:
    """More time asked for, who has received a task given in chat, what was instructed on it."""
    tr = talk.tr
    told = await acknowledgements(talk.session, talk.committee.id, now_task.task.id)
    received = [
        f"{row.person.name} ({tr.time(row.received_at, talk.zone)})"
        for row in told
        if row.received_at
    ]
    waiting = [row.person.name for row in told if row.received_at is None]
    lines = await wish_lines(talk, now_task)
    if received:
        lines.append(assigning.received_line(tr, people=received))
    if waiting:
        lines.append(assigning.not_received_line(tr, people=waiting))
    officers = await officers_of(talk.session, talk.committee.id, now_task.task.id)
    if officers:
        lines.append(naming.officer_line(tr, people=[person.name for person in officers]))
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


async def wish_lines(talk: Talk, now_task: TaskNow) -> list[str]:
    """More time that was asked for and waits for a decision, if any does."""
    wish = await open_wish(talk.session, talk.committee.id, now_task.occurrence.id)
    if wish is None:
        return []
    who, day = wish.asker.name, wish.asked_on
    return [extending.waiting(talk.tr, until=wish.asked_due, who=who, asked_on=day)]


async def said_by(talk: Talk, updates: Sequence[StatusUpdate]) -> dict[int, str]:
    """Who said each of these updates, and for whom where it was recorded in an agency's stead."""
    rows = await reports_in_stead(talk.session, talk.committee.id, [one.id for one in updates])
    names = {one.id: one.person.name for one in updates}
    return names | {
        update_id: instead.history_who(
            talk.tr,
            who=names[update_id],
            agency=row.agency.name,
            way=instead.came(talk.tr, row.came),
        )
        for update_id, row in rows.items()
    }


def confirm_choices(talk: Talk, update_id: int | None) -> tuple[tuple[Choice, ...], ...]:
    """The two decisions on a report of done; none where none is this person's to take."""
    if update_id is None:
        return ()
    accept = Choice(confirming.button_accept(talk.tr), f"accept:{update_id}")
    return ((accept, Choice(confirming.button_return(talk.tr), f"return:{update_id}")),)


def office_choices(talk: Talk, now_task: TaskNow) -> tuple[tuple[Choice, ...], ...]:
    """What the standing office, the members and the heads can do with a task."""
    tr, task_id = talk.tr, now_task.task.id
    rows: list[tuple[Choice, ...]] = []
    why = (Choice(explaining.button_why(tr), f"why:{task_id}"),)
    if now_task.removed:
        return (why,) if talk.standing.has(Role.SECRETARY) else ()
    if may_run_office(talk.standing):
        pause = Choice(amending.button_pause(tr), f"pause:{task_id}")
        if now_task.paused:
            pause = Choice(amending.button_resume(tr), f"resume:{task_id}")
        elif now_task.agency_ids(Part.LEAD):
            rows.append((Choice(instead.button_instead(tr), f"instead:{task_id}"),))
        rows.append((Choice(amending.button_correct(tr), f"correct:{task_id}"), pause))
    leads = now_task.agency_ids(Part.LEAD)
    if any(may_name_officer(talk.standing, agency_id) for agency_id in leads):
        rows.append((Choice(naming.button_name(tr), f"named:{task_id}"),))
    if may_instruct(talk.standing):
        rows.append((Choice(instructing.button_instruct(tr), f"instruct:{task_id}"),))
    if talk.standing.has(Role.SECRETARY):
        rows.append(why)
    return tuple(rows)
