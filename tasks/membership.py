"""Roles given, moved and taken in chat.

The caller commits. Tasks and what was reported stay as they are; only who hears changes.
"""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.enums import AGENCY_ROLES, MembershipChange, OutboxKind, OutboxState, Role
from db.models import (
    Committee,
    Membership,
    MembershipRecord,
    OutboxMessage,
    Person,
    Snooze,
    TaskOfficer,
)
from db.queries.messages import WAITING
from tasks.actor import Actor
from tasks.errors import AlreadyDecidedError, NotYourRoleError


class LastSecretaryError(NotYourRoleError):
    """Nobody of the standing office would be left."""


async def give_role(
    session: AsyncSession,
    committee: Committee,
    person: Person,
    by: Actor,
    *,
    role: Role,
    agency_id: int | None,
) -> Membership:
    """Give somebody a role here; raises `AlreadyDecidedError` where they hold it.

    Raises `ValueError` where an agency's role has no agency, or a committee's role has one.
    """
    by.check_office()
    if (role in AGENCY_ROLES) != (agency_id is not None):
        raise ValueError(f"{role.value} and agency do not fit")
    held = await memberships(session, committee.id, person.id)
    if any((one.role, one.agency_id) == (role, agency_id) for one in held):
        raise AlreadyDecidedError
    membership = Membership(
        committee_id=committee.id,
        person_id=person.id,
        role=role,
        agency_id=agency_id,
        created_at=by.now,
    )
    session.add(membership)
    session.add(_record(membership, MembershipChange.GIVEN, by))
    await session.flush()
    return membership


async def take_roles(
    session: AsyncSession, committee: Committee, person: Person, by: Actor
) -> None:
    """End somebody's part in the committee: all their roles here, and every reminder of them.

    Raises `AlreadyDecidedError` where they hold none, `LastSecretaryError` where nobody of the
    standing office would be left.
    """
    by.check_office()
    held = await memberships(session, committee.id, person.id)
    if not held:
        raise AlreadyDecidedError
    if any(one.role is Role.SECRETARY for one in held):
        await _check_others_keep_office(session, committee.id, person.id)
    for one in held:
        session.add(_record(one, MembershipChange.TAKEN, by))
        await session.delete(one)
    await _forget(session, committee.id, person.id, by)


async def take_role(
    session: AsyncSession,
    committee: Committee,
    person: Person,
    by: Actor,
    *,
    role: Role,
    agency_id: int | None,
) -> None:
    """End one role of somebody who has others here; the only one ends their part.

    Raises `AlreadyDecidedError` where they do not hold it, `LastSecretaryError` where nobody of
    the standing office would be left.
    """
    by.check_office()
    held = await memberships(session, committee.id, person.id)
    meant = next((one for one in held if (one.role, one.agency_id) == (role, agency_id)), None)
    if meant is None:
        raise AlreadyDecidedError
    if len(held) == 1:
        return await take_roles(session, committee, person, by)
    if role is Role.SECRETARY:
        await _check_others_keep_office(session, committee.id, person.id)
    session.add(_record(meant, MembershipChange.TAKEN, by))
    await session.delete(meant)
    await session.flush()
    if agency_id is not None and not any(
        one.agency_id == agency_id for one in held if one != meant
    ):
        await session.execute(
            delete(TaskOfficer)
            .where(
                TaskOfficer.committee_id == committee.id,
                TaskOfficer.person_id == person.id,
                TaskOfficer.agency_id == agency_id,
            )
            .execution_options(synchronize_session=False)
        )
    return None


async def _check_others_keep_office(
    session: AsyncSession, committee_id: int, person_id: int
) -> None:
    others = await session.scalar(
        select(Membership.id)
        .where(
            Membership.committee_id == committee_id,
            Membership.role == Role.SECRETARY,
            Membership.person_id != person_id,
        )
        .limit(1)
    )
    if others is None:
        raise LastSecretaryError


async def move_to(
    session: AsyncSession, committee: Committee, person: Person, by: Actor, agency_id: int
) -> None:
    """Move somebody's roles in agencies to another agency; their tasks stay with the old one.

    Raises `AlreadyDecidedError` where they hold none, or only there.
    """
    by.check_office()
    held = await memberships(session, committee.id, person.id)
    roles = {one.role for one in held if one.agency_id not in (None, agency_id)}
    if not roles:
        raise AlreadyDecidedError
    here = {one.role for one in held if one.agency_id == agency_id}
    for one in held:
        if one.agency_id not in (None, agency_id):
            session.add(_record(one, MembershipChange.TAKEN, by))
            await session.delete(one)
    await session.flush()
    for role in sorted(roles - here):
        await give_role(session, committee, person, by, role=role, agency_id=agency_id)
    await _forget(session, committee.id, person.id, by)


async def memberships(session: AsyncSession, committee_id: int, person_id: int) -> list[Membership]:
    """What somebody is in a committee, agencies loaded."""
    query = (
        select(Membership)
        .where(Membership.committee_id == committee_id, Membership.person_id == person_id)
        .options(joinedload(Membership.agency))
        .order_by(Membership.id)
    )
    return list(await session.scalars(query))


def _record(held: Membership, change: MembershipChange, by: Actor) -> MembershipRecord:
    return MembershipRecord(
        committee_id=held.committee_id,
        person_id=held.person_id,
        role=held.role,
        agency_id=held.agency_id,
        change=change,
        changed_by=by.person.id,
        changed_at=by.now,
    )


async def _forget(session: AsyncSession, committee_id: int, person_id: int, by: Actor) -> None:
    """Their wishes for reminders, the tasks they were named for, and the morning not sent yet."""
    await session.flush()
    for table in (Snooze, TaskOfficer):
        await session.execute(
            delete(table)
            .where(table.committee_id == committee_id, table.person_id == person_id)
            .execution_options(synchronize_session=False)
        )
    await session.execute(
        update(OutboxMessage)
        .where(
            OutboxMessage.committee_id == committee_id,
            OutboxMessage.person_id == person_id,
            OutboxMessage.kind == OutboxKind.REMINDER,
            OutboxMessage.state.in_(WAITING),
        )
        .values(
            state=OutboxState.DROPPED,
            claimed_until=None,
            finished_at=by.now,
            error="their role here ended",
        )
        .execution_options(synchronize_session=False)
    )
