"""`dondoc agencies` and `dondoc indicators`."""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.shell.setting import Shell, find_committee, shell, with_database
from bot.texts import shell as texts
from bot.texts.drafts import importing
from bot.texts.reporting import indicator_card
from bot.texts.reporting import indicators as indicator_texts
from db.engine import Database
from db.queries.agencies import AgencyNow, directory, told_apart
from db.queries.indicators import IndicatorNow, indicators_now
from reports.load_indicators import facts_of
from tasks.agencies import look_alikes

Whose = Annotated[str, typer.Option(help="Which committee.")]


def agencies(committee: Whose) -> None:
    """List the agencies, and names that may be one agency.

    With tabs between: name, tasks led, tasks helped with, indicators, people, other spellings.
    """
    here = shell()

    async def work(database: Database) -> list[str]:
        async with database.read() as session:
            found = await find_committee(session, here, committee)
            known = await directory(session, found.id)
            apart = await told_apart(session, found.id)
        pairs = look_alikes([one.agency for one in known], apart)
        alike = [importing.alike(here.tr, one=one.name, other=other.name) for one, other in pairs]
        return [*_lines(known), *alike]

    lines = asyncio.run(with_database(here, work))
    typer.echo("\n".join(lines or [texts.no_agencies(here.tr)]))


def _lines(known: Sequence[AgencyNow]) -> list[str]:
    """The columns that `agencies` names; of a collective name the last has whom it means."""
    names = {one.agency.id: one.agency.name for one in known}
    return [
        "\t".join(
            (
                one.agency.name,
                *map(str, (one.leads, one.helps, one.indicators, one.people)),
                "; ".join((*one.spellings, *(names[m] for m in one.members if m in names))) or "-",
            )
        )
        for one in known
    ]


def indicators(committee: Whose) -> None:
    """List the indicators with this year's target and the last reading."""
    here = shell()

    async def work(database: Database) -> list[str]:
        async with database.read() as session:
            found = await find_committee(session, here, committee)
            today = here.clock.now().astimezone(ZoneInfo(found.timezone)).date()
            return _indicator_lines(here, await indicators_now(session, found.id), today)

    lines = asyncio.run(with_database(here, work))
    typer.echo("\n".join(lines or [indicator_texts.no_indicators(here.tr)]))


def _indicator_lines(here: Shell, found: Sequence[IndicatorNow], today: date) -> list[str]:
    return [indicator_card.indicator_line(here.tr, facts_of(one), today) for one in found]
