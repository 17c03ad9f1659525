"""A newer version of a plan accepted: what stays, what moves, what is closed, and who is told."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.drafts.following import follow
from bot.i18n import translator
from db.enums import DraftField, OutboxKind, Part, Progress, Role
from db.models import (
    Committee,
    DraftChange,
    Extension,
    Occurrence,
    OutboxMessage,
    Person,
    Plan,
    Rung,
    Snooze,
    StatusUpdate,
    Task,
)
from db.queries.tasks import tasks_now
from jobs.reminders import plan_reminders
from reports.load import load_roll_up
from reports.status import Flag
from tasks.actor import Actor
from tasks.changes import Report, record_report
from tasks.drafts.accepting import accept_draft
from tasks.drafts.correcting import RowEdit, edit_rows
from tasks.drafts.rows import draft_rows
from tasks.drafts.versions import likely_original, set_amended, versions_of
from tasks.errors import NotADraftError, NotYourRoleError
from tasks.extensions import decide_extension
from tasks.rules import Standing
from tests.make import (
    DAY,
    NOW,
    TODAY,
    make_agency,
    make_chat,
    make_committee,
    make_membership,
    make_person,
)
from tests.tasks.drafted import row, save_draft

SECRETARY = Standing(frozenset({(Role.SECRETARY, None)}))
POLICE, CULTURE = "Công an xã", "Phòng Văn hóa - Xã hội"
OLD = [
    row("Xây dựng kế hoạch đào tạo kỹ năng số cho cán bộ", CULTURE, "31/12/2025"),
    row("Tuyên truyền về chuyển đổi số trên loa truyền thanh", CULTURE, "Hằng năm"),
    row("Rà soát camera an ninh tại các thôn", POLICE, "20/12/2025"),
    row("Số hóa hồ sơ hộ tịch", POLICE, "31/10/2025"),
]
NEW = [
    row("Rà soát camera an ninh tại các thôn", POLICE, "20/12/2025"),
    row("Xây dựng kế hoạch đào tạo kỹ năng số cho cán bộ, người dân", CULTURE, "31/03/2026"),
    row("Tuyên truyền về chuyển đổi số trên loa truyền thanh", CULTURE, "Hằng năm"),
    row("Thành lập tổ công nghệ số cộng đồng", POLICE, "15/01/2026"),
]


@dataclass
class Desk:
    """A plan followed since a fortnight, and a newer version of it as a draft."""

    session: AsyncSession
    committee: Committee
    old: Plan
    new: Plan
    hoa: Person
    son: Person
    thu: Actor

    async def amend(self):
        await set_amended(self.session, self.new, self.old.id, by=self.thu)

    async def follow(self):
        return await follow(
            self.session,
            self.committee,
            self.new,
            standing=SECRETARY,
            now=NOW,
            tr=translator("vi"),
            default_locale="vi",
        )

    async def task(self, number, today=TODAY):
        [found] = await tasks_now(self.session, self.committee.id, today=today, number=number)
        return found

    async def report(self, number, report, by, today=TODAY):
        now_task = await self.task(number)
        [lead] = now_task.agency_ids(Part.LEAD)
        standing = Standing(frozenset({(Role.OFFICER, lead)}))
        return await record_report(
            self.session,
            now_task,
            report,
            by=Actor(by, standing, NOW, today),
            names=(),
        )

    async def told(self):
        rows = await self.session.scalars(
            select(OutboxMessage)
            .where(OutboxMessage.kind == OutboxKind.NOTICE)
            .order_by(OutboxMessage.person_id)
        )
        return [(row.person_id, "\n".join(row.body["blocks"])) for row in rows if row.body]


async def extend(desk, number, until):
    report = Report("xin gia hạn", extend_to=until, extend_reason="chờ kinh phí")
    await desk.report(number, report, desk.hoa)
    extension = (await desk.session.scalars(select(Extension))).one()
    await desk.session.refresh(extension, ["occurrence"])
    await decide_extension(
        desk.session,
        extension,
        granted=True,
        by=Actor(desk.thu.person, SECRETARY, NOW, TODAY - 3 * DAY),
    )


async def lay(session):
    committee = await make_committee(session)
    people = []
    for name, agency in (("Hoa (mẫu)", CULTURE), ("Sơn (mẫu)", POLICE)):
        person = await make_person(session, name=name)
        await make_chat(session, person)
        theirs = await make_agency(session, committee, name=agency)
        await make_membership(session, person, theirs)
        people.append(person)
    thu = await make_person(session, name="Thu (mẫu)")
    await make_membership(session, thu, role=Role.SECRETARY, committee=committee)
    old = await save_draft(session, committee, OLD, digest="old")
    await accept_draft(
        session, committee, old.id, standing=SECRETARY, now=NOW - 16 * DAY, reason=""
    )
    new = await save_draft(session, committee, NEW, digest="new", number="75/KH-UBND")
    editor = Actor(thu, SECRETARY, NOW, TODAY)
    return Desk(session, committee, old, new, people[0], people[1], editor)


@pytest.fixture
async def desk(database):
    async with database.write() as session:
        yield await lay(session)


async def test_a_newer_version_is_recognised_and_changes_nothing_before_it_is_accepted(desk):
    like = await likely_original(desk.session, desk.new)
    await desk.amend()

    versions = await versions_of(desk.session, desk.new)

    assert like is not None
    assert (like.old.id, len(like.found.kept)) == (desk.old.id, 3)
    assert versions is not None
    assert [(pair.old, pair.new, pair.moved) for pair in versions.found.kept] == [
        (2, 0, True),
        (0, 1, False),
        (1, 2, False),
    ]
    assert (versions.found.added, versions.found.removed) == ((3,), (3,))
    changes = versions.found.kept[1].changes
    assert [change.field for change in changes] == [
        DraftField.NUMBER,
        DraftField.CONTENT,
        DraftField.DEADLINE,
    ]
    assert [
        one.task.number for one in await tasks_now(desk.session, desk.committee.id, today=TODAY)
    ] == [1, 2, 3, 4]


async def test_what_stays_keeps_its_number_and_history_and_takes_the_new_words(desk):
    await desk.report(1, Report("được 60%", progress=Progress.IN_PROGRESS, percent=60), desk.hoa)
    await desk.report(3, Report("xong", progress=Progress.DONE, percent=100), desk.son)
    before = {n: (await desk.task(n)).task.id for n in (1, 2, 3)}
    await desk.amend()

    await desk.follow()

    first, third = await desk.task(1), await desk.task(3)
    assert {n: (await desk.task(n)).task.id for n in (1, 2, 3)} == before
    assert first.task.content == "Xây dựng kế hoạch đào tạo kỹ năng số cho cán bộ, người dân"
    assert (first.occurrence.percent, first.occurrence.due, first.occurrence.first_due) == (
        60,
        date(2026, 3, 31),
        date(2026, 3, 31),
    )
    assert (third.task.no, third.occurrence.progress) == ("1", Progress.DONE)
    assert (await desk.task(2)).occurrence.due == date(2025, 12, 31)
    assert (await desk.task(8)).task.content == "Thành lập tổ công nghệ số cộng đồng"
    numbers = (await desk.session.scalars(select(Task.number).order_by(Task.number))).all()
    assert list(numbers) == [1, 2, 3, 4, 8]
    assert len((await desk.session.scalars(select(StatusUpdate))).all()) == 2


async def test_a_plan_amended_once_keeps_the_documents_order_and_nothing_seems_moved(desk):
    await desk.amend()
    await desk.follow()  # its tasks are now #3, #1, #2, #8 in the document's order
    again = await save_draft(desk.session, desk.committee, NEW, digest="again")
    await set_amended(desk.session, again, desk.new.id, by=desk.thu)

    versions = await versions_of(desk.session, again)

    assert versions is not None
    assert [row.task.number for row in versions.old_rows] == [3, 1, 2, 8]
    assert (len(versions.found.kept), versions.found.moved) == (4, ())


async def test_what_is_gone_is_closed_with_the_reason_and_leaves_the_figures_from_then_on(desk):
    await desk.report(4, Report("được 20%", progress=Progress.IN_PROGRESS, percent=20), desk.son)
    await desk.amend()
    yesterday = await load_roll_up(desk.session, desk.committee.id, as_of=TODAY - DAY)

    await desk.follow()

    gone = (await desk.task(4)).occurrence
    assert (gone.closed_on, gone.closed_reason) == (
        TODAY,
        "không còn trong “75/KH-UBND”",
    )
    figures = await load_roll_up(desk.session, desk.committee.id, as_of=TODAY)
    assert (figures.counts.total, [late.task.number for late in figures.overdue]) == (4, [])
    again = await load_roll_up(desk.session, desk.committee.id, as_of=TODAY - DAY)
    assert [late.due for late in again.overdue] == [late.due for late in yesterday.overdue]
    assert len(again.overdue) == 1


async def test_days_before_the_amendment_keep_their_figures(desk):
    async with desk.session.begin_nested():
        [first] = await desk.session.scalars(
            select(Occurrence).join(Task, Task.id == Occurrence.task_id).where(Task.number == 1)
        )
        first.due = first.first_due = date(2025, 12, 10)
    await desk.amend()

    await desk.follow()

    for as_of, late in ((TODAY - DAY, [4, 1]), (TODAY, [])):
        figures = await load_roll_up(desk.session, desk.committee.id, as_of=as_of)
        assert [one.task.number for one in figures.overdue] == late


@pytest.mark.parametrize(
    ("until", "due"),
    [(date(2026, 4, 30), date(2026, 4, 30)), (date(2026, 1, 15), date(2026, 3, 31))],
    ids=["a later extension holds", "an earlier one is passed"],
)
async def test_an_amended_deadline_is_the_plans_and_a_later_extension_holds(desk, until, due):
    await extend(desk, 1, until)
    await desk.amend()

    await desk.follow()

    occurrence = (await desk.task(1)).occurrence
    assert (occurrence.first_due, occurrence.due) == (date(2026, 3, 31), due)
    figures = await load_roll_up(desk.session, desk.committee.id, as_of=TODAY)
    assert figures.counts.flags[Flag.EXTENDED] == (1 if until == due else 0)


async def test_each_officer_hears_once_of_all_that_changed_for_them(desk):
    await desk.amend()

    told = await desk.follow()

    assert told == 2
    assert await desk.told() == [
        (
            desk.hoa.id,
            "Kế hoạch được sửa đổi (75/KH-UBND).\n"
            "Thời hạn mới (1)\n"
            "#1 Xây dựng kế hoạch đào tạo kỹ năng số cho cán bộ, người dân: "
            "31/12/2025 → 31/03/2026\n"
            "Gõ /viec để xem các nhiệm vụ hiện nay.",
        ),
        (
            desk.son.id,
            "Kế hoạch được sửa đổi (75/KH-UBND).\n"
            "Nhiệm vụ mới được giao chủ trì (1)\n"
            "#8 Thành lập tổ công nghệ số cộng đồng: 15/01/2026\n"
            "Không còn trong kế hoạch (1), không phải thực hiện tiếp\n"
            "#4 Số hóa hồ sơ hộ tịch\n"
            "Gõ /viec để xem các nhiệm vụ hiện nay.",
        ),
    ]


async def test_a_snooze_ends_with_a_deadline_that_came_nearer(desk):
    occurrence = (await desk.task(1)).occurrence
    occurrence.due = occurrence.first_due = date(2026, 6, 30)
    desk.session.add(
        Snooze(
            committee_id=desk.committee.id,
            occurrence_id=occurrence.id,
            person_id=desk.hoa.id,
            until=date(2026, 5, 1),
        )
    )
    await desk.amend()

    await desk.follow()

    assert (await desk.session.scalars(select(Snooze.until))).all() == [date(2026, 3, 31)]


async def test_an_amended_plan_sets_off_no_storm_of_reminders(database):
    """What came due under the older version was told of then; the next rung is on Monday."""
    camera = row("Rà soát camera an ninh tại các thôn", POLICE, "10/12/2025")
    async with database.write() as session:
        desk = await lay(session)
        followed = (await desk.task(3)).occurrence
        followed.due = followed.first_due = date(2025, 12, 10)
    for days in (6, 2, 1):
        await plan_reminders(database, now=NOW - days * DAY)
    async with database.write() as session:
        committee = await session.get_one(Committee, desk.committee.id)
        rows = [*OLD[:2], camera, OLD[3], row("Việc thêm", POLICE, "15/12/2026")]
        again = await save_draft(session, committee, rows, digest="again")
        await set_amended(session, again, desk.old.id, by=desk.thu)
        yesterday = NOW - DAY
        await accept_draft(session, committee, again.id, standing=None, now=yesterday, reason="")

    await plan_reminders(database, now=NOW)

    async with database.read() as session:
        rungs = await session.execute(
            select(Rung.day, Rung.name)
            .where(Rung.person_id == desk.son.id, Rung.day >= TODAY - 2 * DAY)
            .order_by(Rung.day)
        )
    assert {tuple(rung) for rung in rungs} == {(date(2025, 12, 15), "monday:2025-12-15")}


async def test_only_a_secretary_and_only_a_followed_plan_of_the_committee(desk):
    member = Actor(desk.thu.person, Standing(frozenset({(Role.MEMBER, None)})), NOW, TODAY)
    other = await make_committee(desk.session)
    theirs = await save_draft(desk.session, other, OLD, digest="old")
    await accept_draft(desk.session, other, theirs.id, standing=None, now=NOW, reason="")

    with pytest.raises(NotYourRoleError):
        await set_amended(desk.session, desk.new, desk.old.id, by=member)
    for plan_id in (theirs.id, desk.new.id, 999):
        with pytest.raises(NotADraftError):
            await set_amended(desk.session, desk.new, plan_id, by=desk.thu)
    await desk.amend()
    await desk.follow()
    third = await save_draft(desk.session, desk.committee, NEW, digest="third")
    with pytest.raises(NotADraftError):
        await set_amended(desk.session, third, desk.old.id, by=desk.thu)
    like = await likely_original(desk.session, third)
    assert like is not None
    assert like.old.id == desk.new.id


async def test_corrections_of_a_row_go_with_it(desk):
    rows = await draft_rows(desk.session, desk.new)
    await edit_rows(
        desk.session, desk.new, {rows[0].task.id: 0}, RowEdit(product="Báo cáo"), by=desk.thu
    )
    await desk.amend()

    await desk.follow()

    kept = await desk.task(3)
    assert kept.task.product == "Báo cáo"
    assert (await desk.session.scalars(select(DraftChange.task_id))).all() == [kept.task.id]
