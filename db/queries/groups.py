"""Reads of groups: what a chat is bound to, and the codes that bind."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from db.models import GroupBinding, GroupCode

WHOSE = (
    joinedload(GroupBinding.committee),
    joinedload(GroupBinding.agency),
    joinedload(GroupBinding.binder),
)


async def binding_of(session: AsyncSession, chat_id: int) -> GroupBinding | None:
    """What a chat is bound to now, with its committee, agency and binder loaded."""
    query = (
        select(GroupBinding)
        .where(GroupBinding.chat_id == chat_id, GroupBinding.removed_at.is_(None))
        .options(*WHOSE)
    )
    return (await session.scalars(query)).one_or_none()


async def bound_groups(session: AsyncSession, committee_id: int) -> Sequence[GroupBinding]:
    """The committee's bound groups, the oldest first, with agency and binder loaded."""
    query = (
        select(GroupBinding)
        .where(GroupBinding.committee_id == committee_id, GroupBinding.removed_at.is_(None))
        .options(*WHOSE)
        .order_by(GroupBinding.id)
    )
    return (await session.scalars(query)).all()


async def last_lost(session: AsyncSession, chat_id: int, *, since: datetime) -> GroupBinding | None:
    """The newest binding that ended since then because the group shut us out or was gone."""
    query = (
        select(GroupBinding)
        .where(
            GroupBinding.chat_id == chat_id,
            GroupBinding.removed_at >= since,
            GroupBinding.removed_by.is_(None),
        )
        .order_by(GroupBinding.id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).one_or_none()


async def usable_group_code(
    session: AsyncSession, code_hash: str, *, made_by: int, now: datetime
) -> GroupCode | None:
    """The code under a hash that this person asked for, unless it is used or expired."""
    query = (
        select(GroupCode)
        .where(
            GroupCode.code_hash == code_hash,
            GroupCode.made_by == made_by,
            GroupCode.used_at.is_(None),
            GroupCode.expires_at > now,
        )
        .options(joinedload(GroupCode.committee), joinedload(GroupCode.agency))
        .with_for_update(of=GroupCode)
    )
    return (await session.scalars(query)).one_or_none()
