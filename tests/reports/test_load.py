"""Facts from the database: what is read, what is left out, and in how many statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base
from db.engine import Database
from db.enums import DeadlineKind, Every, PlanState, Progress
from db.models import (
    Blocker,
    Committee,
    Confirmation,
    Extension,
    Occurrence,
    Pause,
    Person,
    ReportingRegime,
    StatusUpdate,
)
from reports.facts import (
    BlockerFacts,
    CommitteeFacts,
    ConfirmationFacts,
    ExtensionFacts,
    OccurrenceFacts,
    PauseFacts,
    TaskFacts,
    UpdateFacts,
)
from reports.load import committee_facts, load_roll_up, task_facts
from reports.periods import Regime
from tests.make import (
    make_agency,
    make_committee,
    make_occurrence,
    make_person,
    make_plan,
    make_task,
)
from tests.reports.facts import day

Stored = TypeVar("Stored", bound=Base)

AT = datetime(2025, 12, 10, 2, 0, tzinfo=UTC)


class History:
    """Adds what happened to one occurrence."""

    def __init__(self, session: AsyncSession, occurrence: Occurrence, person: Person) -> None:
        self.session = session
        self.person = person.id
        self.of = {"committee_id": occurrence.committee_id, "occurrence_id": occurrence.id}

    async def add(self, row: Stored) -> Stored:
        self.session.add(row)
        await self.session.flush()
        return row

    async def update(self, on: str, progress: Progress | None = None, **but) -> StatusUpdate:
        given = {"words": "", "reported_on": day(on), "reported_at": AT, "progress": progress}
        return await self.add(StatusUpdate(**self.of, person_id=self.person, **given | but))

    async def undo(self, update: StatusUpdate, on: str) -> StatusUpdate:
        return await self.update(on, undoes_id=update.id)

    async def confirm(self, update: StatusUpdate, on: str, *, accepted: bool) -> None:
        given = {"accepted": accepted, "decided_on": day(on), "decided_at": AT}
        await self.add(Confirmation(**self.of, update_id=update.id, person_id=self.person, **given))

    async def block(self, update: StatusUpdate, reason: str, **but) -> None:
        given = {"update_id": update.id, "reason": reason, "opened_on": update.reported_on}
        await self.add(Blocker(**self.of, **given | but))

    async def extend(
        self, update: StatusUpdate, due: str, on: str | None, granted: bool | None
    ) -> None:
        await self.add(
            Extension(
                **self.of,
                update_id=update.id,
                due_before=day("31/12"),
                asked_due=day(due),
                asked_by=self.person,
                asked_on=update.reported_on,
                asked_at=AT,
                granted=granted,
                decided_on=day(on) if on else None,
                decided_at=AT if on else None,
            )
        )


async def test_all_that_happened_to_a_task_is_read(database: Database) -> None:
    async with database.write() as session:
        committee = await make_committee(session)
        plan = await make_plan(session, committee)
        session.add(
            ReportingRegime(
                committee_id=committee.id,
                plan_id=plan.id,
                every=Every.YEARLY,
                due_day=30,
                due_month=11,
                before=True,
                raw="Định kỳ hàng năm trước ngày 30/11",
            )
        )
        named = await make_agency(session, committee, name="Công an xã")
        second = await make_agency(session, committee, name="Ban Chỉ huy Quân sự xã")
        anyone = await make_agency(session, committee, name="Các cơ quan", collective=True)
        helper = await make_agency(session, committee, name="Phòng Kinh tế")
        row = await make_task(
            session, plan, lead=[named, anyone, second], coordinating=helper, content="Ứng xử"
        )
        person = await make_person(session)
        session.add(
            Pause(
                committee_id=committee.id,
                task_id=row.id,
                starts_on=day("01/11"),
                ends_on=day("05/11"),
                person_id=person.id,
            )
        )
        closed = await make_occurrence(
            session, row, period="2025", closed_on=day("05/12"), closed_reason="hết hiệu lực"
        )
        opened = await make_occurrence(session, row, period="2026", due=None)
        told = History(session, closed, person)
        slip = await told.update("01/12", Progress.DONE, percent=100)
        await told.undo(slip, "02/12")
        await told.block(slip, "nói nhầm")
        going = await told.update("03/12", Progress.IN_PROGRESS, percent=60)
        await told.block(going, "chưa có kinh phí")
        cleared = await told.update("05/12")
        await told.block(going, "thiếu người", cleared_on=day("05/12"), cleared_by_id=cleared.id)
        wrong = await told.update("06/12")
        await told.undo(wrong, "06/12")
        await told.block(going, "thiếu máy", cleared_on=day("06/12"), cleared_by_id=wrong.id)
        finished = await told.update("08/12", Progress.DONE)
        await told.confirm(finished, "09/12", accepted=False)
        again = await told.update("10/12", Progress.DONE)
        await told.confirm(again, "11/12", accepted=True)
        await told.extend(going, "15/01/2026", "04/12", granted=True)
        await told.extend(going, "15/02/2026", "04/12", granted=False)
        await told.extend(going, "15/03/2026", None, granted=None)
        await History(session, opened, person).update("12/12", Progress.NOT_STARTED)
        committee_id = committee.id

    async with database.read() as session:
        found = await task_facts(session, committee_id)

    assert found == [
        TaskFacts(
            number=1,
            content="Ứng xử",
            leads=("Công an xã", "Ban Chỉ huy Quân sự xã"),
            deadline_text="31/12/2025",
            kind=DeadlineKind.BY,
            pauses=(PauseFacts(day("01/11"), day("05/11")),),
            regimes=(Regime(Every.YEARLY, 30, 11, before=True),),
            occurrences=(
                OccurrenceFacts(
                    sequence=1,
                    opens_on=date(2025, 9, 19),
                    first_due=day("31/12"),
                    period="2025",
                    closed_on=day("05/12"),
                    updates=(
                        UpdateFacts(day("01/12"), Progress.DONE, 100, undone=True),
                        UpdateFacts(day("03/12"), Progress.IN_PROGRESS, 60),
                        UpdateFacts(day("05/12"), None),
                        UpdateFacts(day("06/12"), None, undone=True),
                        UpdateFacts(
                            day("08/12"),
                            Progress.DONE,
                            confirmations=(ConfirmationFacts(False, day("09/12")),),
                        ),
                        UpdateFacts(
                            day("10/12"),
                            Progress.DONE,
                            confirmations=(ConfirmationFacts(True, day("11/12")),),
                        ),
                    ),
                    blockers=(
                        BlockerFacts("nói nhầm", day("01/12"), void=True),
                        BlockerFacts("chưa có kinh phí", day("03/12")),
                        BlockerFacts("thiếu người", day("03/12"), day("05/12")),
                        BlockerFacts("thiếu máy", day("03/12")),
                    ),
                    extensions=(ExtensionFacts(day("04/12"), day("15/01/2026")),),
                ),
                OccurrenceFacts(
                    sequence=2,
                    opens_on=date(2025, 9, 19),
                    period="2026",
                    updates=(UpdateFacts(day("12/12"), Progress.NOT_STARTED),),
                ),
            ),
        )
    ]


async def test_drafts_and_other_committees_are_left_out(database: Database) -> None:
    async with database.write() as session:
        ours = await make_committee(session)
        draft = await make_plan(session, ours, state=PlanState.DRAFT, accepted_at=None)
        accepted = await make_plan(session, ours)
        await make_task(session, draft, content="dự thảo")
        await make_occurrence(session, await make_task(session, accepted, content="của ta"))
        theirs = await make_committee(session)
        await make_occurrence(session, await make_task(session, await make_plan(session, theirs)))

    async with database.read() as session:
        found = await task_facts(session, ours.id)

    assert [(t.number, t.content, len(t.occurrences)) for t in found] == [(2, "của ta", 1)]


async def test_a_roll_up_knows_its_committee(database: Database) -> None:
    async with database.write() as session:
        committee = await make_committee(session, confirms=False, sample=True)
        await make_occurrence(
            session, await make_task(session, await make_plan(session, committee))
        )

    async with database.read() as session:
        facts = await committee_facts(session, committee.id)
        found = await load_roll_up(session, committee.id, as_of=day("17/12"))

    assert facts == CommitteeFacts("Ban Chỉ đạo xã Vĩnh Lại", confirms=False, sample=True)
    assert (found.committee, found.sample, found.as_of) == (facts.name, True, day("17/12"))
    assert found.counts.total == 1


async def test_a_committee_that_does_not_exist_is_an_error(database: Database) -> None:
    async with database.read() as session:
        with pytest.raises(LookupError, match="no committee 7"):
            await load_roll_up(session, 7, as_of=day("17/12"))


async def add_eventful_task(session: AsyncSession, committee: Committee) -> None:
    """A task with a row in every table that is read."""
    plan = await make_plan(session, committee)
    agency = await make_agency(session, committee)
    occurrence = await make_occurrence(session, await make_task(session, plan, lead=agency))
    told = History(session, occurrence, await make_person(session))
    update = await told.update("08/12", Progress.DONE)
    await told.confirm(update, "09/12", accepted=False)
    await told.block(update, "thiếu người")
    await told.extend(update, "15/01/2026", "10/12", granted=True)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements sent to the database inside the block."""
    sent: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)


async def test_as_many_statements_for_one_task_as_for_three(database: Database) -> None:
    sent: dict[int, int] = {}
    async with database.write() as session:
        committee = await make_committee(session)
    for total in (1, 3):
        async with database.write() as session:
            for _ in range(1 if total == 1 else 2):
                await add_eventful_task(session, committee)
        async with database.read() as session:
            with statements(database) as seen:
                found = await load_roll_up(session, committee.id, as_of=day("17/12"))
        assert found.counts.total == len(found.blocked) == total
        sent[total] = len([line for line in seen if line.startswith("SELECT")])

    assert sent[1] == sent[3] == 11
