"""Members' instructions on tasks (chỉ đạo), followed until the lead has answered.

The caller commits.
"""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import Part, Role
from db.models import Instruction, Task, TaskAgency
from db.queries.tasks import TaskNow
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError, NotYourRoleError, NotYourTaskError
from tasks.rules import may_instruct, may_report


async def give_instruction(
    session: AsyncSession,
    now_task: TaskNow,
    words: str,
    *,
    by: Actor,
    due_on: date | None,
) -> Instruction:
    """Keep a member's instruction on a task; raises `NotYourRoleError`.

    `due_on` is the day that its words name: the lead is reminded before it.
    """
    if not may_instruct(by.standing):
        raise NotYourRoleError(Role.MEMBER)
    instruction = Instruction(
        committee_id=now_task.task.committee_id,
        task_id=now_task.task.id,
        person_id=by.person.id,
        words=words,
        given_on=by.today,
        given_at=by.now,
        due_on=due_on,
    )
    session.add(instruction)
    await session.flush()
    return instruction


async def answer_instruction(
    session: AsyncSession,
    instruction: Instruction,
    words: str,
    *,
    by: Actor,
    names: tuple[str, ...],
) -> None:
    """Keep the answer of somebody who reports for the task's lead; task and agencies are loaded.

    Raises `NotYourTaskError`, or `AlreadyDecidedError` where it was answered before.
    """
    task = instruction.task
    leads = [link.agency for link in task.agencies if link.part is Part.LEAD]
    if not may_report(by.standing, [agency.id for agency in leads]):
        raise NotYourTaskError(task.number, tuple(agency.name for agency in leads), names)
    if instruction.answer is not None:
        raise AlreadyDecidedError
    instruction.answer = words
    instruction.answered_by = by.person.id
    instruction.answered_at = by.now
    await session.flush()


async def instructions(
    session: AsyncSession,
    committee_id: int,
    *,
    instruction_id: int | None = None,
    task_id: int | None = None,
    lead_ids: Collection[int] | None = None,
    unanswered: bool = False,
) -> Sequence[Instruction]:
    """Instructions of a committee, the oldest first, with who gave them, task and agencies.

    Narrowed to one, to a task's, to tasks that one of these agencies leads, to what is open.
    """
    query = (
        select(Instruction)
        .where(Instruction.committee_id == committee_id)
        .options(
            joinedload(Instruction.person),
            joinedload(Instruction.task).selectinload(Task.agencies).joinedload(TaskAgency.agency),
        )
        .order_by(Instruction.id)
    )
    if instruction_id is not None:
        query = query.where(Instruction.id == instruction_id)
    if task_id is not None:
        query = query.where(Instruction.task_id == task_id)
    if lead_ids is not None:
        led = select(TaskAgency.task_id).where(
            TaskAgency.committee_id == committee_id,
            TaskAgency.agency_id.in_(lead_ids),
            TaskAgency.part == Part.LEAD,
        )
        query = query.where(Instruction.task_id.in_(led))
    if unanswered:
        query = query.where(Instruction.answer.is_(None))
    return (await session.scalars(query)).all()
