"""A task's history, page by page, for those who may see its card."""

from dataclasses import replace
from datetime import datetime

from bot.conversation.paging import turning
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.cards import not_a_reader
from bot.conversation.tasks.excerpt import said_of
from bot.conversation.tasks.found import task_pressed
from bot.ports import Outgoing
from bot.texts import common
from bot.texts.office import amending
from bot.texts.reporting import instead
from bot.texts.tasks import cards as task_texts
from bot.texts.tasks import history as texts
from db.models import (
    Confirmation,
    Correction,
    Evidence,
    Extension,
    Instruction,
    Pause,
    StatusUpdate,
)
from plans.words import cut
from tasks.history import Entry, task_history

PAGE = 6
"""Entries in one message: what a phone shows."""

SAID = 120
"""Longest words of an entry, in characters; all of them are kept."""


async def on_history(talk: Talk, argument: str) -> Outgoing:
    """The task's history: "task" as a new message, "task:page" in the place of the one pressed."""
    task_id, turns, page = argument.partition(":")
    now_task = await task_pressed(talk, task_id)
    if refusal := await not_a_reader(talk, now_task):
        return refusal
    tr, task = talk.tr, now_task.task
    entries = await task_history(talk.session, task, talk.zone)
    opens = common.task_button(task.number, task.id)
    if not entries:
        text = texts.nothing(tr, task=f"#{task.number}")
        return Outgoing((text,), ((opens,),), about=(task.id,))
    last = (len(entries) - 1) // PAGE
    at = min(read_id(page) or 0, last)
    lines = [
        texts.heading(tr, task=task_texts.short_task(task.number, task.content), count=len(entries))
    ]
    if last:
        lines.append(texts.page(tr, at=at + 1, pages=last + 1))
    lines += [_line(talk, entry, task.number) for entry in entries[at * PAGE : (at + 1) * PAGE]]
    turns_to = [one for row in turning(tr, f"history:{task.id}", at, last) for one in row]
    outgoing = Outgoing(tuple(lines), ((opens, *turns_to),), about=(task.id,))
    return replace(outgoing, replaces=talk.incoming.message) if turns else outgoing


def _line(talk: Talk, entry: Entry, number: int) -> str:
    tr, who = talk.tr, entry.who
    when = tr.day(entry.at.astimezone(talk.zone).date())
    if not isinstance(entry.row, Pause):
        when = _when(talk, entry.at)
    if entry.instead is not None:
        way = instead.came(tr, entry.instead.came)
        who = instead.history_who(tr, who=who, agency=entry.instead.agency.name, way=way)
    line = task_texts.history_line(tr, when=when, who=who, said=_said(talk, entry, number))
    if entry.undo is not None:
        marked = texts.corrected if entry.corrected else texts.taken_back
        return marked(tr, line=line, when=_when(talk, entry.undo.reported_at))
    if isinstance(entry.row, Extension) and entry.row.granted and entry.row.withdrawn_at:
        return texts.taken_back(tr, line=line, when=_when(talk, entry.row.withdrawn_at))
    if entry.instead is not None and entry.instead.disputed_at is not None:
        return texts.disputed(tr, line=line)
    return line


def _when(talk: Talk, at: datetime) -> str:
    """With the year where it is not this one."""
    if at.astimezone(talk.zone).year == talk.today.year:
        return talk.tr.time(at, talk.zone)
    return talk.tr.long_time(at, talk.zone)


def _said(talk: Talk, entry: Entry, number: int) -> str:
    tr = talk.tr
    match entry.row:
        case StatusUpdate(words=words):
            return said_of(words, number)
        case Confirmation(accepted=True, reason=None):
            return texts.accepted(tr)
        case Confirmation(accepted=True, reason=reason):
            return texts.accepted_after_all(tr, reason=cut(reason or "", SAID))
        case Confirmation(reason=reason):
            return texts.returned(tr, reason=cut(reason or "", SAID))
        case Extension(asked_due=until, update_id=None, reason=reason):
            return texts.more_time(tr, until=until, reason=cut(reason or "", SAID))
        case Extension(asked_due=until, granted=granted):
            return texts.extension(tr, granted=bool(granted), until=until)
        case Correction(field=field, before=before, after=after):
            part = amending.field(tr, field)
            return texts.correction(tr, part=part, before=cut(before, SAID), after=cut(after, SAID))
        case Evidence(file=file, document=document, removed_at=removed):
            name = file.name if file else document or ""
            return texts.attached(tr, name=name, removed=removed is not None)
        case Instruction(words=words, answer=answer):
            answer = cut(answer, SAID) if answer is not None else None
            return texts.instruction(tr, words=cut(words, SAID), answer=answer)
        case Pause(ends_on=until, reason=reason):
            return texts.paused(tr, until=until, reason=cut(reason or "", SAID))
