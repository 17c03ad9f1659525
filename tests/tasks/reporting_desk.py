"""One task of an agency, two officers of it, and what they do, for the tests of reports."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Progress, Role
from db.models import Agency, Blocker, Extension, Occurrence, Person, StatusUpdate
from db.queries.tasks import tasks_now
from tasks.actor import Actor
from tasks.changes import Report, record_report
from tasks.extensions import decide_extension
from tasks.rules import Standing
from tasks.snoozing import snooze
from tasks.undoing import undo_update
from tests.make import HOUR, NOW, TODAY

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
DECIDER = Standing(frozenset({(Role.SECRETARY, None)}))
DONE = Report("xong", progress=Progress.DONE)


@dataclass
class Desk:
    """One task of one agency, and two officers of it who report."""

    session: AsyncSession
    committee_id: int
    agency: Agency
    occurrence: Occurrence
    lan: Person
    minh: Person

    @property
    def standing(self):
        return Standing(frozenset({(Role.OFFICER, self.agency.id)}))

    async def task(self, today=TODAY):
        [found] = await tasks_now(self.session, self.committee_id, today=today)
        return found

    async def report(self, report, *, by=None, now=NOW, today=TODAY, standing=None):
        return await record_report(
            self.session,
            await self.task(today),
            report,
            by=Actor(by or self.lan, standing or self.standing, now, today),
            names=(self.agency.name,),
        )

    async def undo(self, update, *, by=None, now=NOW + HOUR, today=TODAY):
        return await undo_update(self.session, update.id, by=by or self.lan, now=now, today=today)

    async def snooze(self, until, *, today=TODAY, standing=None):
        return await snooze(
            self.session,
            await self.task(today),
            by=Actor(self.lan, standing or self.standing, NOW, today),
            names=(self.agency.name,),
            until=until,
        )

    def stands(self):
        """What the occurrence repeats of the last report."""
        row = self.occurrence
        return (row.progress, row.percent, row.done_on)

    async def obstacles(self):
        rows = await self.session.scalars(select(Blocker).order_by(Blocker.id))
        return [(row.reason, row.opened_on, row.cleared_on) for row in rows]

    async def count(self, model):
        return await self.session.scalar(select(func.count()).select_from(model))


NOTHING = (Progress.NOT_STARTED, None, None)


async def refused(desk, error, report=DONE, **how):
    with pytest.raises(error) as raised:
        await desk.report(report, **how)
    assert await desk.count(StatusUpdate) == 0
    assert desk.stands() == NOTHING
    return raised.value


async def ask(desk, until=date(2026, 1, 15), **how):
    update = await desk.report(Report("xin gia hạn", extend_to=until, extend_reason="mưa"), **how)
    return (
        await desk.session.scalars(select(Extension).where(Extension.update_id == update.id))
    ).one()


async def decide(desk, extension, *, granted, standing=DECIDER):
    await desk.session.refresh(extension, ["occurrence"])
    await decide_extension(
        desk.session,
        extension,
        granted=granted,
        by=Actor(desk.minh, standing, NOW + HOUR, TODAY),
    )
