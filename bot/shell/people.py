"""`dondoc people`: who has come in."""

import asyncio
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from bot.shell.setting import (
    Shell,
    find_committee,
    shell,
    with_database,
)
from bot.texts.people import inviting
from db.engine import Database
from db.models import Membership, Person


def people(
    committee: Annotated[str, typer.Option(help="Which committee.")],
) -> None:
    """List who has come in: name, role, agency and channels, with tabs between."""
    here = shell()

    async def work(database: Database) -> list[str]:
        async with database.read() as session:
            found = await find_committee(session, here, committee)
            rows = await session.scalars(
                select(Membership)
                .where(Membership.committee_id == found.id)
                .options(
                    joinedload(Membership.agency),
                    joinedload(Membership.person).options(selectinload(Person.chats)),
                )
                .order_by(Membership.role, Membership.id)
            )
            return [_line(here, row) for row in rows]

    lines = asyncio.run(with_database(here, work))
    typer.echo("\n".join(lines or [inviting.nobody(here.tr)]))


def _line(here: Shell, held: Membership) -> str:
    """Tab-separated: name, role, agency, channels."""
    channels = ", ".join(chat.channel for chat in held.person.chats if chat.gone_at is None)
    agency = held.agency.name if held.agency else "-"
    return "\t".join((held.person.name, inviting.role(here.tr, held.role), agency, channels or "-"))
