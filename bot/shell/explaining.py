"""`dondoc explain` and `dondoc preview`: why a reminder came or did not, and what will go out."""

import asyncio
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.questions.explaining import Words, next_monday, week_lines
from bot.shell.setting import Shell, fail, find_committee, read_day, shell, with_database
from bot.texts.questions import explaining as texts
from bot.texts.reporting import said_back
from db.engine import Database
from db.models import Committee, Membership, Person
from db.queries.tasks import tasks_now
from tasks.mornings.explaining import explain_person, explain_task
from tasks.mornings.owing import working_days

AHEAD = 30
"""Days that it looks ahead."""


def explain(
    committee: Annotated[str, typer.Option(help="Which committee.")],
    task: Annotated[int | None, typer.Option(help="The task's number.")] = None,
    person: Annotated[str | None, typer.Option(help="The person's name.")] = None,
) -> None:
    """Say of a task or a person which reminders came, which are to come, and why."""
    here = shell()
    if (task is None) == (person is None):
        fail(texts.task_or_person(here.tr))

    async def work(database: Database) -> list[str]:
        async with database.write() as session:  # the dry run writes, and takes it back
            found = await find_committee(session, here, committee)
            today, words = await _begin(session, here, found)
            if task is not None:
                rows = await tasks_now(session, found.id, today=today, number=task)
                if not rows:
                    fail(said_back.no_such_task(here.tr, number=task))
                facts = await explain_task(session, found, rows[0], today=today, days=AHEAD)
                return words.task(rows[0], facts, days=AHEAD)
            whom = await _person(session, here, found, person or "")
            facts = await explain_person(session, found, whom, today=today, days=AHEAD)
            return words.person(whom.name, facts, days=AHEAD)

    typer.echo("\n".join(asyncio.run(with_database(here, work))))


def preview(
    committee: Annotated[str, typer.Option(help="Which committee.")],
    week: Annotated[str | None, typer.Option(help="Its first day, YYYY-MM-DD.")] = None,
) -> None:
    """Say what will go out on each day of a week, and to whom; the coming week unless named."""
    here = shell()
    first = read_day(here, week)

    async def work(database: Database) -> list[str]:
        async with database.write() as session:  # the dry run writes, and takes it back
            found = await find_committee(session, here, committee)
            today, _ = await _begin(session, here, found)
            return await week_lines(session, found, here.tr, today, first or next_monday(today))

    typer.echo("\n".join(asyncio.run(with_database(here, work))))


async def _begin(session: AsyncSession, here: Shell, committee: Committee) -> tuple[date, Words]:
    zone = ZoneInfo(committee.timezone)
    words = Words(here.tr, zone, await working_days(session))
    return here.clock.now().astimezone(zone).date(), words


async def _person(session: AsyncSession, here: Shell, committee: Committee, name: str) -> Person:
    query = (
        select(Person)
        .join(Person.memberships)
        .where(Membership.committee_id == committee.id, Person.name == name.strip())
        .distinct()
    )
    found = (await session.scalars(query)).all()
    if len(found) != 1:
        fail(texts.no_person(here.tr, name=name))
    return found[0]
