"""Merges of two agencies, and taking them back.

A merge points every row at the other agency, whatever table it stands in, and records which; what
the other agency has already is left out and kept in the record. The merged agency's row stays,
under a key that no name has. The caller commits.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Date, Enum, Table, UniqueConstraint, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base, UtcTime
from db.models import (
    Agency,
    AgencyAlias,
    AgencyDifference,
    AgencyMember,
    AgencyMerge,
    Membership,
)
from plans.words import cut
from tasks.actor import Actor
from tasks.agencies import LONGEST_NAME, Why, check_secretary, name_as
from tasks.errors import CannotMergeError, LaterMergeError, NothingToUndoError

STAYS = (AgencyMerge.__tablename__, AgencyDifference.__tablename__)
"""Tables about the directory itself: their rows keep pointing at the agency they are about."""


async def merge_agencies(
    session: AsyncSession,
    one: Agency,
    into: Agency,
    *,
    by: Actor,
) -> AgencyMerge:
    """Take one agency for another from now on, at imports to come as well.

    Raises `NotYourRoleError` or `CannotMergeError`.
    """
    check_secretary(by.standing)
    await _check_merge(session, one, into)
    key, moved, dropped = one.key, [], []
    for table, column in _references():
        for row in await _rows(session, table, column, one.id):
            after = dict(row) | {column.name: into.id}
            if await _stands_already(session, table, column, after):
                dropped.append([table.name, {name: _plain(value) for name, value in row.items()}])
                await session.execute(delete(table).where(table.c.id == row["id"]))
            else:
                moved.append([table.name, column.name, row["id"]])
                await _point(session, table, column, row["id"], into.id)
    one.key, one.merged_at = cut(f"{key}#{one.id}", LONGEST_NAME), by.now
    await session.flush()
    alias = await name_as(session, into, one.name, key)
    merge = AgencyMerge(
        committee_id=one.committee_id,
        agency_id=one.id,
        into_id=into.id,
        moved={"key": key, "moved": moved, "dropped": dropped, "alias": alias},
        merged_by=by.person.id,
        merged_at=by.now,
    )
    session.add(merge)
    await session.flush()
    return merge


async def _check_merge(session: AsyncSession, one: Agency, into: Agency) -> None:
    if one.id == into.id or one.committee_id != into.committee_id:
        raise CannotMergeError(Why.SAME)
    if one.merged_at is not None or into.merged_at is not None:
        raise CannotMergeError(Why.SAME)
    if one.collective and not into.collective:
        raise CannotMergeError(Why.COLLECTIVE)
    if into.collective:
        people = select(Membership.id).where(
            Membership.committee_id == one.committee_id, Membership.agency_id == one.id
        )
        if await session.scalar(people.limit(1)) is not None:
            raise CannotMergeError(Why.PEOPLE)


async def undo_merge(
    session: AsyncSession,
    merge: AgencyMerge,
    *,
    by: Actor,
) -> Agency:
    """Part two agencies again, exactly as they were; what came since stays with the other.

    Returns the agency that is back. Raises `NotYourRoleError`, `NothingToUndoError` where it was
    taken back before, or `LaterMergeError` where another merge has to be taken back first.
    """
    check_secretary(by.standing)
    if merge.undone_at is not None:
        raise NothingToUndoError
    later = await session.scalar(
        select(Agency.name)
        .join(AgencyMerge, AgencyMerge.agency_id == Agency.id)
        .where(
            AgencyMerge.committee_id == merge.committee_id,
            AgencyMerge.undone_at.is_(None),
            AgencyMerge.id > merge.id,
            (AgencyMerge.into_id == merge.into_id) | (AgencyMerge.agency_id == merge.into_id),
        )
        .order_by(AgencyMerge.id.desc())
        .limit(1)
    )
    if later is not None:
        raise LaterMergeError(later)
    back = await session.get_one(Agency, merge.agency_id)
    tables = Base.metadata.tables
    if merge.moved["alias"] is not None:
        await session.execute(
            delete(AgencyAlias).where(
                AgencyAlias.committee_id == merge.committee_id,
                AgencyAlias.id == merge.moved["alias"],
            )
        )
    for name, column, row_id in reversed(merge.moved["moved"]):
        table = tables[name]
        await session.execute(
            update(table)
            .where(table.c.id == row_id, table.c[column] == merge.into_id)
            .values({column: merge.agency_id})
        )
    for name, values in merge.moved["dropped"]:
        await _restore(session, tables[name], values)
    back.key, back.merged_at = merge.moved["key"], None
    merge.undone_at, merge.undone_by = by.now, by.person.id
    await session.flush()
    return back


def _references() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column of every table that names an agency."""
    for table in Base.metadata.sorted_tables:
        if table.name in STAYS:
            continue
        for key in table.foreign_key_constraints:
            for element in key.elements:
                if (
                    element.column.table.name == Agency.__tablename__
                    and element.column.name == "id"
                ):
                    yield table, element.parent


async def _rows(
    session: AsyncSession, table: Table, column: Column[Any], agency_id: int
) -> list[Mapping[str, Any]]:
    query = select(table).where(column == agency_id).order_by(table.c.id)
    return [dict(row) for row in (await session.execute(query)).mappings()]


async def _stands_already(
    session: AsyncSession, table: Table, column: Column[Any], row: Mapping[str, Any]
) -> bool:
    """Whether a row, pointed at the other agency, would repeat one that is there."""
    if table.name == AgencyMember.__tablename__ and row["collective_id"] == row["agency_id"]:
        return True
    uniques = [
        [one.name for one in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    uniques += [[one.name for one in index.columns] for index in table.indexes if index.unique]
    for names in uniques:
        if column.name not in names or any(row[name] is None for name in names):
            continue
        query = select(table.c.id).where(
            *(table.c[name] == row[name] for name in names), table.c.id != row["id"]
        )
        if await session.scalar(query.limit(1)) is not None:
            return True
    return False


async def _point(
    session: AsyncSession, table: Table, column: Column[Any], row_id: int, agency_id: int
) -> None:
    await session.execute(
        update(table).where(table.c.id == row_id).values({column.name: agency_id})
    )


async def _restore(session: AsyncSession, table: Table, values: Mapping[str, Any]) -> None:
    """Put back a row that was left out, under its own id where that is free.

    Where what it belonged to is gone meanwhile (a task, a person), so is the row.
    """
    row = {name: _typed(table.c[name], value) for name, value in values.items()}
    if await session.scalar(select(table.c.id).where(table.c.id == row["id"])) is not None:
        del row["id"]
    try:
        async with session.begin_nested():
            await session.execute(insert(table).values(row))
    except IntegrityError:
        return


def _plain(value: Any) -> Any:
    """A column's value in a form that JSON can hold."""
    return value.isoformat() if isinstance(value, date) else value


def _typed(column: Column[Any], value: Any) -> Any:
    """A column's value again, from what `_plain` made of it."""
    if not isinstance(value, str):
        return value
    if isinstance(column.type, UtcTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(column.type, Enum) and column.type.enum_class:
        return column.type.enum_class(value)
    return value
