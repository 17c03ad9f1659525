"""`dondoc committee` and `dondoc reporting`: when a committee's people are told, and of what."""

import asyncio
from dataclasses import replace
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.drafts.report_days import plan_lines
from bot.shell.setting import Shell, fail, find_committee, shell, with_database
from bot.texts.drafts import report_days
from bot.texts.people import hours
from db.engine import Database
from db.enums import Every
from db.models import Committee
from tasks.calendar import USUAL, Ladder
from tasks.reminding import BadHourError, change_ladder, choose_hours
from tasks.report_days import BadReportDayError, ReportDays, followed_plans, set_report_days

Name = Annotated[str, typer.Argument(help="Which committee.")]
Days = Annotated[str | None, typer.Option(help="Days, as in 14,3,0.")]
Step = Annotated[int | None, typer.Option(help="Working days overdue; 0: never.")]
DayOfMonth = Annotated[int | None, typer.Option(help="A day of the month; 0 takes it away.")]


def committee(
    name: Name,
    morning: Annotated[int | None, typer.Option(help="Full hour from which people hear.")] = None,
    evening: Annotated[int | None, typer.Option(help="Full hour from which they do not.")] = None,
    before: Days = None,
    after: Days = None,
    coordinating: Days = None,
    head: Step = None,
    leaders: Step = None,
    usual: Annotated[bool, typer.Option("--usual", help="Begin from the usual ladder.")] = False,
) -> None:
    """Show a committee's hours and ladder, or change them; from the next morning on."""
    here = shell()
    days = {"before": before, "after": after, "coordinating": coordinating}
    steps = {"head": head, "leaders": leaders}

    async def change(session: AsyncSession, found: Committee) -> None:
        if morning is not None or evening is not None:
            choose_hours(found, found.morning if morning is None else morning, evening)
        old = Ladder.from_json(found.ladder)
        given: dict[str, object] = {key: _days(text) for key, text in days.items() if text}
        given |= {key: step or None for key, step in steps.items() if step is not None}
        ladder = replace(USUAL if usual else old, **given)  # type: ignore[arg-type]  # by name
        if ladder != old:
            await change_ladder(session, found, ladder, now=here.clock.now())

    async def work(database: Database) -> tuple[str, ...]:
        async with database.write() as session:
            found = await find_committee(session, here, name)
            try:
                await change(session, found)
            except BadHourError:
                fail(hours.bad_hour(here.tr))
            except ValueError:
                fail(hours.bad_ladder(here.tr))
            ladder = Ladder.from_json(found.ladder)
            return hours.ladder_lines(here.tr, ladder, morning=found.morning, evening=found.evening)

    typer.echo("\n".join(asyncio.run(with_database(here, work))))


def _days(text: str) -> tuple[int, ...]:
    """The days of "14,3,0"; their order is the ladder's to judge. Raises `ValueError`."""
    return tuple(int(day) for day in text.split(","))


def reporting(
    name: Name,
    plan: Annotated[int | None, typer.Option(help="Its place in the list.")] = None,
    every: Annotated[Every | None, typer.Option(help="Which of its reports.")] = None,
    cut_off: DayOfMonth = None,
    report: DayOfMonth = None,
    review: DayOfMonth = None,
) -> None:
    """Show the days of the plans' reports and review meetings, or set them."""
    here = shell()
    days = ReportDays(cut_off, report, review)

    async def work(database: Database) -> list[str]:
        async with database.write() as session:
            return await _set_days(session, here, name, plan, every, days)

    typer.echo("\n".join(asyncio.run(with_database(here, work))))


async def _set_days(
    session: AsyncSession,
    here: Shell,
    name: str,
    place: int | None,
    every: Every | None,
    days: ReportDays,
) -> list[str]:
    found = await find_committee(session, here, name)
    plans = await followed_plans(session, found.id, today=here.today())
    if not plans:
        fail(report_days.no_plans(here.tr))
    if days != ReportDays():
        place = 1 if place is None and len(plans) == 1 else place
        if place is None or not 1 <= place <= len(plans):
            fail(report_days.not_understood(here.tr))
        try:
            set_report_days(
                found, plans[place - 1], days, every=every, standing=None, today=here.today()
            )
        except BadReportDayError:
            fail(report_days.not_understood(here.tr))
    return [line for at, one in enumerate(plans, 1) for line in plan_lines(here.tr, at, one)]
