"""What a morning's message says of no one task: reports that are due, people out of reach."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from bot.i18n import Translator
from bot.texts import reminders as texts
from bot.texts.office import deciding, instructing
from db.enums import NoteKind
from db.models import Instruction, Membership, MorningNote, Person, ReportingRegime
from plans.words import cut
from tasks.drafts.versions import amended_ids

SHOWN = 200
"""Longest words of an instruction in a note; all of them are kept."""


async def note_lines(
    session: AsyncSession, notes: Sequence[MorningNote], tr: Translator, *, today: date
) -> list[str]:
    """A message's notes as sentences; what is over by now is left out."""
    lines = [await _line(session, note, tr, today=today) for note in notes]
    return list(dict.fromkeys(line for line in lines if line))


async def _line(
    session: AsyncSession, note: MorningNote, tr: Translator, *, today: date
) -> str | None:
    if note.kind is NoteKind.GONE:
        return await _gone(session, note, tr)
    if note.kind is NoteKind.PASSED:
        return await _passed(session, note, tr)
    regime = await session.get(
        ReportingRegime, note.subject_id, options=[joinedload(ReportingRegime.plan)]
    )
    if regime is None or note.due < today:
        return None
    if regime.plan_id in (await session.scalars(amended_ids(regime.committee_id))).all():
        return None
    plan = texts.plan_named(tr, number=regime.plan.number, title=regime.plan.title)
    if note.kind is NoteKind.REVIEW:
        return texts.review_due(tr, plan=plan, due=note.due)
    return texts.report_due(tr, plan=plan, due=note.due, days=(note.due - today).days)


async def _gone(session: AsyncSession, note: MorningNote, tr: Translator) -> str | None:
    """Somebody who is back in a chat by now is not spoken of."""
    person = await session.get(
        Person,
        note.subject_id,
        options=[
            selectinload(Person.chats),
            selectinload(Person.memberships).joinedload(Membership.agency),
        ],
    )
    if person is None or any(chat.gone_at is None for chat in person.chats):
        return None
    agencies = {
        held.agency.name
        for held in person.memberships
        if held.committee_id == note.committee_id and held.agency
    }
    return texts.gone(tr, who=person.name, agencies=", ".join(sorted(agencies)))


async def _passed(session: AsyncSession, note: MorningNote, tr: Translator) -> str | None:
    """An instruction that was answered by now is not spoken of."""
    one = await session.get(Instruction, note.subject_id, options=[joinedload(Instruction.task)])
    if one is None or one.answer is not None:
        return None
    task = deciding.named(one.task.number, one.task.content)
    return instructing.passed(tr, task=task, words=cut(one.words, SHOWN), day=note.due)
