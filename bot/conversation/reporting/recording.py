"""Record what a reply says of a task, and word it."""

import re
from dataclasses import replace
from datetime import date

from bot.conversation.listening.mentions import flatten
from bot.conversation.replies import Reply
from bot.conversation.reporting.meaning import names_no_cause
from bot.conversation.reporting.proving import note_document
from bot.conversation.reporting.said import Said
from bot.conversation.reporting.telling import REASON, hand_over, tell_extension, tell_obstacle
from bot.conversation.talk import Talk
from bot.texts.reporting import evidence, extending, said_back
from db.enums import Part, Progress
from db.models import Occurrence, StatusUpdate
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks import changes, snoozing, undoing
from tasks.changes import Report
from tasks.errors import (
    AcceptedError,
    BadExtensionError,
    NotFollowedError,
    NotYourTaskError,
    OverdueError,
    PausedError,
    RefusalError,
)
from tasks.rules import may_report

NOT_DONE = re.compile(
    r"\b(?:chua|khong|dang|moi|lai|nham|tiep|con|do dang|dieu chinh|bo sung|thieu|in progress"
    r"|se|du kien|phan dau|co gang|mai|(?:tuan|thang|quy|nam) (?:sau|toi|nay))\b"
)
"""Words that a task is not done after all, over flattened text."""


async def record(talk: Talk, now_task: TaskNow, reply: Reply, words: str, said: Said) -> None:
    """Record one task's part of a message; a refusal becomes a sentence."""
    said.about.append(now_task.task.id)
    words = talk.typed or words
    try:
        if reply.snooze is not None:
            await _snooze(talk, now_task, reply.snooze, said)
        if reply.handover:
            _check_reporter(talk, now_task)
            await hand_over(talk, now_task, words, said)
        report = _report(now_task, reply, words, talk.today)
        before = len(said.updates)
        if report is not None:
            await _record(talk, now_task, report, reply, said)
        if reply.evidence is not None:
            update = said.updates[-1] if len(said.updates) > before else None
            update_id = update.id if update else None
            document = clean(reply.evidence)
            said.proven = True
            added, line = await note_document(talk, now_task, document, update_id)
            said.lines.append(line)
            if update_id is None:
                said.wrong.append(evidence.button_wrong(talk.tr, added))
    except RefusalError as refusal:
        said.lines.append(refused(talk, now_task, refusal))


def refused(talk: Talk, now_task: TaskNow, refusal: RefusalError) -> str:
    """A rule's refusal, in words."""
    tr, number = talk.tr, now_task.task.number
    if isinstance(refusal, NotYourTaskError):
        leads = ", ".join(refusal.leads)
        if not refusal.agencies:
            return said_back.not_a_reporter(tr, number=number, leads=leads)
        return said_back.not_yours(
            tr, number=number, leads=leads, agencies=", ".join(refusal.agencies)
        )
    if isinstance(refusal, NotFollowedError):
        return said_back.not_followed(tr, task=f"#{number}")
    if isinstance(refusal, AcceptedError):
        return said_back.accepted(tr, number=number, day=refusal.accepted_on)
    if isinstance(refusal, PausedError):
        return said_back.paused(tr, number=number)
    if isinstance(refusal, OverdueError):
        return said_back.not_snoozed(tr, number=number)
    if isinstance(refusal, BadExtensionError):
        return extending.bad_extension(tr, task=f"#{number}", due=now_task.occurrence.due)
    raise refusal


def _report(now_task: TaskNow, reply: Reply, words: str, today: date) -> Report | None:
    """The part of a reply that is kept as a status update; None where there is none."""
    until = _until(now_task, reply, today)
    says = (
        reply.state is not None
        or reply.percent is not None
        or reply.blocked
        or reply.cleared
        or reply.unchanged
        or until is not None
    )
    if not says:
        return None
    reason = cut(clean(reply.reason or words), REASON)
    state = reply.state
    if state is None and reply.percent is not None:
        state = Progress.IN_PROGRESS
    return Report(
        words=words,
        progress=state,
        percent=reply.percent,
        obstacle=reason if reply.blocked else None,
        cleared=reply.cleared,
        extend_to=until,
        extend_reason=cut(clean(reply.reason), REASON) if reply.reason else None,
    )


def _until(now_task: TaskNow, reply: Reply, today: date) -> date | None:
    """The day asked for; "thêm 10 ngày" counts from the due day.

    Where there is none it counts from today, and is refused as any day of such a task is.
    """
    if not reply.extension:
        return None
    if reply.until is None and reply.extend_by is not None:
        return reply.extend_by.after(now_task.occurrence.due or today)
    return reply.until


def refuse_stranger(talk: Talk, now_task: TaskNow) -> str | None:
    """The refusal for somebody who does not report for this task, before a question is asked."""
    try:
        _check_reporter(talk, now_task)
    except NotYourTaskError as refusal:
        return refused(talk, now_task, refusal)
    return None


def _check_reporter(talk: Talk, now_task: TaskNow) -> None:
    """Raise `NotYourTaskError` before anything is said about the task's state."""
    if not may_report(talk.standing, now_task.agency_ids(Part.LEAD)):
        leads = now_task.agency_names(Part.LEAD)
        raise NotYourTaskError(now_task.task.number, leads, talk.agency_names)


async def _record(talk: Talk, now_task: TaskNow, report: Report, reply: Reply, said: Said) -> None:
    tr, occurrence, task = talk.tr, now_task.occurrence, f"#{now_task.task.number}"
    _check_reporter(talk, now_task)
    again = report.progress is Progress.DONE and occurrence.done_on is not None
    if again and occurrence.done_on and report.extend_to is None:
        said.lines.append(said_back.done_before(tr, task=task, day=occurrence.done_on))
        return
    kept_done = occurrence.done_on if _only_adds(report, occurrence) else None
    if kept_done is not None:
        report = replace(report, progress=None)
    replaced = await _done_by_another(talk, occurrence, report)
    if report.obstacle is not None and not names_no_cause(report.obstacle):
        told = await changes.open_blockers(talk.session, occurrence)
        report = replace(
            report, completes=frozenset(one.id for one in told if names_no_cause(one.reason))
        )
    try:
        update = await _append(talk, now_task, report)
    except BadExtensionError as refusal:
        said.lines.append(refused(talk, now_task, refusal))
        report = replace(report, extend_to=None, extend_reason=None)
        if not _says_more(report):
            return
        update = await _append(talk, now_task, report)
    said.updates.append(update)
    said.awaits |= report.progress is Progress.DONE and talk.committee.confirms
    fact = _fact(talk, now_task, report, kept_done, unchanged=reply.unchanged)
    if fact is not None:
        said.facts.append(fact)
    if replaced is not None:
        who, day = replaced.person.name, replaced.reported_on
        said.lines.append(said_back.done_no_longer(tr, task=task, who=who, day=day))
    if report.cleared:
        said.facts.append(said_back.fact_cleared(tr, task=task))
    if report.obstacle is not None:
        alone = report.extend_to is None or report.extend_reason is None
        await tell_obstacle(talk, now_task, report.obstacle, said, alone=alone)
    if report.extend_to is not None:
        await tell_extension(talk, now_task, update, said)


def _fact(
    talk: Talk, now_task: TaskNow, report: Report, kept_done: date | None, *, unchanged: bool
) -> str | None:
    """How far the task is by what was recorded; None where that says nothing of it.

    A task reported done on `kept_done` stays so, whatever was added to it.
    """
    tr, task, due = talk.tr, f"#{now_task.task.number}", now_task.occurrence.due
    if report.progress is Progress.DONE:
        return said_back.fact_done(tr, task=task, day=talk.today, due=due)
    if report.progress is Progress.IN_PROGRESS and report.percent is not None:
        return said_back.fact_percent(tr, task=task, percent=report.percent)
    if report.progress is Progress.IN_PROGRESS:
        return said_back.fact_in_progress(tr, task=task)
    if report.progress is Progress.NOT_STARTED:
        return said_back.fact_not_started(tr, task=task)
    if kept_done is not None:
        return said_back.fact_added(tr, task=task, day=kept_done)
    return said_back.fact_unchanged(tr, task=task) if unchanged else None


async def _done_by_another(
    talk: Talk, occurrence: Occurrence, report: Report
) -> StatusUpdate | None:
    """The completion that somebody else reported and that this report puts an end to."""
    if occurrence.done_on is None or report.progress in (None, Progress.DONE):
        return None
    updates = await undoing.valid_updates(talk.session, occurrence)
    done = [one for one in updates if one.progress is Progress.DONE]
    return done[-1] if done and done[-1].person_id != talk.person.id else None


def _only_adds(report: Report, occurrence: Occurrence) -> bool:
    """Whether work is told of a task that is reported done, without a word that it is not.

    "Báo cáo việc 18: đã tổ chức 2 buổi tuyên truyền" leaves it done; "mới 80%", "chưa xong" and a
    button do not.
    """
    told = report.progress is Progress.IN_PROGRESS and report.percent is None
    done = occurrence.progress is Progress.DONE
    return done and told and not NOT_DONE.search(flatten(report.words))


async def _append(talk: Talk, now_task: TaskNow, report: Report) -> StatusUpdate:
    return await changes.record_report(
        talk.session,
        now_task,
        report,
        by=talk.actor,
        names=talk.agency_names,
    )


def _says_more(report: Report) -> bool:
    """Whether a report says anything but how long it should take."""
    return report.progress is not None or report.obstacle is not None or report.cleared


async def _snooze(talk: Talk, now_task: TaskNow, until: date, said: Said) -> None:
    held = await snoozing.snooze(
        talk.session,
        now_task,
        by=talk.actor,
        names=talk.agency_names,
        until=until,
    )
    said.lines.append(said_back.snoozed(talk.tr, task=f"#{now_task.task.number}", until=held))
