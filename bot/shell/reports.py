"""`dondoc report`: the roll-up as text, JSON or a picture."""

import asyncio
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.shell.setting import find_committee, read_day, shell, with_database, write_file
from db.engine import Database
from reports.figures import RollUp
from reports.indicator_words import render_indicators
from reports.indicators import IndicatorSums
from reports.load import load_roll_up
from reports.load_indicators import load_indicators
from reports.render import render_roll_up
from reports.words import sample_notice


class Format(StrEnum):
    """In which form a report comes."""

    TEXT = "text"
    JSON = "json"
    PNG = "png"


def report(
    committee: Annotated[str, typer.Option(help="Which committee.")],
    as_of: Annotated[str | None, typer.Option(help="As of which day, YYYY-MM-DD.")] = None,
    form: Annotated[Format, typer.Option("--format", help="In which form.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="A file instead of standard output.")] = None,
) -> None:
    """The roll-up of a committee as of a day."""
    here = shell()
    day = read_day(here, as_of)

    async def work(database: Database) -> tuple[RollUp, IndicatorSums]:
        async with database.read() as session:
            found = await find_committee(session, here, committee)
            today = here.clock.now().astimezone(ZoneInfo(found.timezone)).date()
            as_of = day or today
            return (
                await load_roll_up(session, found.id, as_of=as_of),
                await load_indicators(session, found.id, as_of=as_of),
            )

    figures, indicators = asyncio.run(with_database(here, work))
    if form is Format.PNG:
        from reports.chart import draw_roll_up  # slow import, for pictures alone
        from reports.legend import chart_words  # slow import, for pictures alone

        body = draw_roll_up(figures, chart_words(here.tr, figures))
    elif form is Format.JSON:
        told = {**figures.to_json(), "indicators": indicators.to_json()}
        body = json.dumps(told, ensure_ascii=False).encode() + b"\n"
    else:
        lines = [*render_roll_up(here.tr, figures), *render_indicators(here.tr, indicators)]
        if figures.sample:
            lines.append(sample_notice(here.tr))
        body = ("\n".join(lines) + "\n").encode()
    if out is not None:
        write_file(here, out, body)
    else:
        sys.stdout.buffer.write(body)
