"""A task's card: everything about one task, with the buttons of those who report for it."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.conversation.talk import Talk
from bot.conversation.tasks.excerpt import said_of
from bot.conversation.tasks.found import find_numbered, task_pressed
from bot.conversation.tasks.office_card import (
    confirm_choices,
    office_choices,
    office_lines,
    said_by,
)
from bot.conversation.tasks.standing import standing_of
from bot.ports import Choice, Outgoing
from bot.texts.reporting import evidence, said_back
from bot.texts.tasks import cards as texts
from bot.texts.tasks import history as history_texts
from db.enums import Part, Progress
from db.models import Blocker, Evidence
from db.queries.agencies import members_of
from db.queries.tasks import TaskNow
from reports.render_rows import period_name
from tasks.evidence import evidence_of
from tasks.history import task_history
from tasks.rules import may_report, may_see
from tasks.undoing import valid_updates

HISTORY = 3
"""Reports shown on a card; its history has all."""


async def on_card(talk: Talk, argument: str) -> Outgoing:
    """A task's card, for those who have to do with it; `argument` is the task's id."""
    return await card(talk, await task_pressed(talk, argument))


async def on_number(talk: Talk, number: int) -> Outgoing:
    """A task's card by the number people type."""
    found = await find_numbered(talk, number)
    if found is None:
        return Outgoing((said_back.no_such_task(talk.tr, number=number),))
    return await card(talk, found)


async def card(talk: Talk, now_task: TaskNow) -> Outgoing:
    """Everything about one task, with the buttons of those who report for it."""
    if refusal := await not_a_reader(talk, now_task):
        return refusal
    obstacles = await obstacles_of(talk, now_task)
    reports = await _last_reports(talk, now_task)
    proof = await evidence_of(talk.session, now_task.occurrence)
    standing = await standing_of(talk, now_task)
    blocks = (
        *_facts(talk, now_task, obstacles, standing.words),
        *proof_lines(talk, proof),
        *await office_lines(talk, now_task),
        *reports,
    )
    choices = (
        *confirm_choices(talk, standing.to_confirm),
        *_reporting(talk, now_task, stuck=bool(obstacles)),
        *await _looking_on(talk, now_task, proof, shown=len(reports) + len(proof)),
        *office_choices(talk, now_task),
    )
    return Outgoing(blocks, choices, about=(now_task.task.id,))


def _facts(
    talk: Talk, now_task: TaskNow, obstacles: tuple[str, ...], standing: str
) -> tuple[str, ...]:
    """What the plan says of a task, and how it stands."""
    tr, task = talk.tr, now_task.task
    words, left = deadline_of(talk, now_task)
    lines = texts.card_lines(
        tr,
        number=task.number,
        content=task.content,
        product=task.product,
        leads=now_task.agency_names(Part.LEAD),
        coordinating=now_task.agency_names(Part.COORDINATING),
        deadline_line=words,
        left=left,
        missed=tuple(period_name(tr, missed.period or "") for missed in now_task.missed),
        standing=standing,
        obstacles=obstacles,
        paused=now_task.paused,
    )
    if task.removed_on is None:
        return lines
    return (
        *lines,
        said_back.closed(tr, day=task.removed_on, reason=now_task.occurrence.closed_reason),
    )


def proof_lines(talk: Talk, proof: Sequence[Evidence]) -> tuple[str, ...]:
    """The documents and files that prove a task, in a line; none where there are none."""
    names = [row.file.name if row.file else row.document or "" for row in proof]
    return (evidence.card_line(talk.tr, names=names),) if names else ()


async def _last_reports(talk: Talk, now_task: TaskNow) -> list[str]:
    """The last that was reported, a line each."""
    updates = (await valid_updates(talk.session, now_task.occurrence))[-HISTORY:]
    who = await said_by(talk, updates)
    return [
        texts.history_line(
            talk.tr,
            when=talk.tr.time(row.reported_at, talk.zone),
            who=who[row.id],
            said=said_of(row.words, now_task.task.number),
        )
        for row in updates
    ]


def _reporting(talk: Talk, now_task: TaskNow, *, stuck: bool) -> tuple[tuple[Choice, ...], ...]:
    """The buttons of who may report the task, while it is to be reported."""
    if now_task.paused or now_task.removed:
        return ()
    if not may_report(talk.standing, now_task.agency_ids(Part.LEAD)):
        return ()
    return _with_attaching(talk, now_task, report_choices(talk, now_task, stuck=stuck))


async def _looking_on(
    talk: Talk, now_task: TaskNow, proof: Sequence[Evidence], *, shown: int
) -> tuple[tuple[Choice, ...], ...]:
    """The buttons to the files that prove a task, and to its history where the card leaves out
    some of it; `shown` is how much it has."""
    looks: list[Choice] = []
    files = sum(row.file is not None for row in proof)
    if files:
        looks.append(evidence.button_files(talk.tr, count=files, task_id=now_task.task.id))
    happened = len(await task_history(talk.session, now_task.task, talk.zone))
    if happened > shown:
        looks.append(history_texts.button(talk.tr, count=happened, task_id=now_task.task.id))
    return (tuple(looks),) if looks else ()


def deadline_of(talk: Talk, now_task: TaskNow) -> tuple[str, str | None]:
    """A task's deadline in the plan's words, and how far it is; None where nothing is left."""
    task, due = now_task.task, now_task.occurrence.due
    words = texts.deadline(
        talk.tr,
        words=task.deadline_text,
        kind=task.kind,
        due=due,
        extended=is_extended(now_task),
    )
    left = texts.time_left(talk.tr, (due - talk.today).days) if due and now_task.open else None
    return words, left


async def obstacles_of(talk: Talk, now_task: TaskNow) -> tuple[str, ...]:
    """What is in the way of a task, the oldest first."""
    query = (
        select(Blocker.reason)
        .where(
            Blocker.committee_id == talk.committee.id,
            Blocker.occurrence_id == now_task.occurrence.id,
            Blocker.cleared_on.is_(None),
        )
        .order_by(Blocker.id)
    )
    return tuple((await talk.session.scalars(query)).all())


def _with_attaching(
    talk: Talk, now_task: TaskNow, rows: tuple[tuple[Choice, ...], ...]
) -> tuple[tuple[Choice, ...], ...]:
    """The buttons of a report, and beside the last of them that for evidence."""
    attach = evidence.button_attach(talk.tr, now_task.task.id)
    if now_task.open and now_task.occurrence.due is not None:
        return (*rows[:-1], (*rows[-1], attach))
    return (*rows, (attach,))


async def not_a_reader(talk: Talk, now_task: TaskNow) -> Outgoing | None:
    """The refusal for who has nothing to do with a task; None for who may see all of it."""
    everybody = [*now_task.agency_ids(Part.LEAD), *now_task.agency_ids(Part.COORDINATING)]
    if may_see(talk.standing, everybody):
        return None
    everybody += await members_of(talk.session, talk.committee.id, now_task.collectives())
    if may_see(talk.standing, everybody):
        return None
    leads = ", ".join(now_task.agency_names(Part.LEAD))
    return Outgoing((said_back.not_for_you(talk.tr, number=now_task.task.number, leads=leads),))


def report_choices(talk: Talk, now_task: TaskNow, *, stuck: bool) -> tuple[tuple[Choice, ...], ...]:
    """What one can report of a task by a button; `stuck` where something is in its way."""
    tr, task_id = talk.tr, now_task.task.id
    rows: list[tuple[Choice, ...]] = [
        (
            Choice(texts.button_done(tr), f"done:{task_id}"),
            Choice(texts.button_progress(tr), f"progress:{task_id}"),
        ),
        (
            Choice(texts.button_not_started(tr), f"idle:{task_id}"),
            Choice(texts.button_blocked(tr), f"blocked:{task_id}"),
        ),
    ]
    if stuck:
        rows.append((Choice(texts.button_cleared(tr), f"cleared:{task_id}"),))
    if now_task.occurrence.progress is Progress.DONE:
        rows = [(rows[0][1], rows[1][1])]
    elif now_task.occurrence.due is not None:
        rows.append((Choice(texts.button_extend(tr), f"extend:{task_id}"),))
    return tuple(rows)


def is_extended(task: TaskNow) -> bool:
    """Whether it has another due day than its first."""
    return task.occurrence.due != task.occurrence.first_due
