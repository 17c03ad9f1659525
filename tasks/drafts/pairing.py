"""A row of a newer plan and the followed task it goes on as, put right by a person.

What they say is kept among the corrections of the row, under its number. The caller commits.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import DraftField
from db.models import Plan
from tasks.actor import Actor
from tasks.drafts.log import Log, changes_of, lock_draft, refuse_if_changed
from tasks.drafts.versions import versions_of
from tasks.errors import NotADraftError


async def pair_row(
    session: AsyncSession, draft: Plan, task_id: int, seen: int, number: int | None, *, by: Actor
) -> None:
    """Say that a row goes on as the followed task of this number, or (None) that it is a new one.

    Another row that was said to go on as it does so no more. `seen` is the row's version. Raises
    as `tasks.drafts.log` says, `NotADraftError` too where the draft amends no plan, or there is no
    such row or task.
    """
    await lock_draft(session, draft, by=by)
    refuse_if_changed(await changes_of(session, draft, [task_id]), lambda _: seen)
    versions = await versions_of(session, draft)
    if versions is None:
        raise NotADraftError
    rows = {row.task.id: row.task for row in versions.new_rows}
    numbers = {row.task.number for row in versions.old_rows}
    if task_id not in rows or (number is not None and number not in numbers):
        raise NotADraftError
    was = {
        versions.new_rows[pair.new].task.id: versions.old_rows[pair.old].task.number
        for pair in versions.found.kept
    }
    write = Log(session, draft, rows[task_id], by)
    write(DraftField.NUMBER, _numbered(was.get(task_id)), _numbered(number))
    await session.flush()


def _numbered(number: int | None) -> str | None:
    return None if number is None else f"#{number}"
