"""What a secretary corrects in a draft, what is refused, and what the draft then amounts to."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import DeadlineKind, DraftField, Part, Review, Role
from db.models import Committee, DraftChange, Occurrence, Plan, PlanLeftover, PlanSource, Task
from plans.files.document import Place
from reports.load import load_roll_up
from tasks.actor import Actor
from tasks.drafts.accepting import accept_draft
from tasks.drafts.correcting import RowEdit, edit_rows, review_rows
from tasks.drafts.head import HeadEdit, edit_head, head_version
from tasks.drafts.rows import draft_rows
from tasks.drafts.summary import Silence, summarise
from tasks.errors import (
    BadDeadlineError,
    DraftChangedError,
    NotADraftError,
    NotYourRoleError,
    UnknownAgencyError,
)
from tasks.rules import Standing
from tests.make import (
    NOW,
    TODAY,
    make_agency,
    make_chat,
    make_committee,
    make_membership,
    make_occurrence,
    make_person,
)
from tests.tasks.drafted import row, save_draft

SECRETARY = Standing(frozenset({(Role.SECRETARY, None)}))
POLICE, ECONOMY = "Công an xã", "Phòng Kinh tế"


@dataclass
class Desk:
    """A draft of four rows and the two secretaries who go through it."""

    session: AsyncSession
    committee: Committee
    plan: Plan
    thu: Actor
    mai: Actor

    async def rows(self):
        return await draft_rows(self.session, self.plan)

    async def seen(self, *places):
        """The versions of the rows at these places, as somebody sees them now."""
        rows = await self.rows()
        return {rows[place].task.id: rows[place].version for place in places}

    async def edit(self, *places, by=None, **edit):
        seen = await self.seen(*places)
        return await edit_rows(self.session, self.plan, seen, RowEdit(**edit), by=by or self.thu)

    async def review(self, review, *places):
        seen = await self.seen(*places)
        return await review_rows(self.session, self.plan, seen, review, by=self.thu)

    async def dues(self):
        rows = await self.session.scalars(
            select(Occurrence).join(Task, Task.id == Occurrence.task_id).order_by(Task.number)
        )
        return [occurrence.due for occurrence in rows]


@pytest.fixture
async def desk(database):
    async with database.write() as session:
        committee = await make_committee(session)
        police = await make_agency(session, committee, name=POLICE)
        plan = await save_draft(
            session,
            committee,
            [
                row("Bảo đảm an toàn thông tin", POLICE, "31/12/2025"),
                row("Xây dựng cơ sở dữ liệu", None, "Quý I/2026", doubts=("lead_missing",)),
                row(
                    "Tuyên truyền về chuyển đổi số",
                    ECONOMY,
                    "ngày 30/30",
                    doubts=("deadline_unreadable",),
                    content_raw="Tuyen truyen ve chuyen d6i s6",
                    doubtful_words=("đổi",),
                    place=Place(4, page=2),
                ),
                row("Báo cáo kết quả", POLICE, "Trong 10 ngày kể từ ngày ban hành"),
            ],
        )
        hoa = await make_person(session, name="Hoa (mẫu)")
        await make_chat(session, hoa)
        await make_membership(session, hoa, police)
        editors = [
            Actor(await make_person(session, name=name), SECRETARY, NOW, TODAY)
            for name in ("Thu (mẫu)", "Mai (mẫu)")
        ]
        yield Desk(session, committee, plan, *editors)


async def test_a_draft_keeps_what_was_read_and_where_it_stands(desk):
    source = await desk.session.scalar(select(PlanSource.text))
    [left] = await desk.session.scalars(select(PlanLeftover))
    task = (await desk.rows())[2].task

    assert source.split("\n")[2] == "2 Xây dựng cơ sở dữ liệu"
    assert (left.position, left.line, left.text) == (1, 90, "Tổng cộng")
    assert (task.content_raw, task.doubtful_words) == ("Tuyen truyen ve chuyen d6i s6", ["đổi"])
    assert (task.line, task.page, task.sheet, task.sheet_row) == (4, 2, None, None)


async def test_several_rows_get_a_lead_helpers_and_a_deadline_together(desk):
    await desk.edit(1, 2, leads=["Phòng Kinh tế"], coordinating=["CÔNG AN XÃ"], deadline="12/2026")

    first, second = (await desk.rows())[1:3]
    assert [one.names(Part.LEAD) for one in (first, second)] == [(ECONOMY,), (ECONOMY,)]
    assert [one.names(Part.COORDINATING) for one in (first, second)] == [(POLICE,), (POLICE,)]
    assert await desk.dues() == [
        date(2025, 12, 31),
        date(2026, 12, 31),
        date(2026, 12, 31),
        date(2025, 9, 29),
    ]
    assert (first.task.doubts, first.task.review) == ([], Review.RIGHT)
    assert (second.task.doubts, second.task.review) == ([], None), "a word is doubtful still"


async def test_every_correction_is_kept_with_what_stood_there(desk):
    await desk.edit(2, deadline="Quý II/2026", content="Tuyên truyền về chuyển đổi số.")

    changes = (await desk.session.scalars(select(DraftChange).order_by(DraftChange.id))).all()

    assert [(c.field, c.before, c.after, c.person_id, c.changed_at) for c in changes] == [
        (
            DraftField.CONTENT,
            "Tuyên truyền về chuyển đổi số",
            "Tuyên truyền về chuyển đổi số.",
            desk.thu.person.id,
            NOW,
        ),
        (DraftField.DEADLINE, "ngày 30/30", "Quý II/2026", desk.thu.person.id, NOW),
    ]


async def test_what_another_changed_since_is_not_overwritten_and_is_told(desk):
    seen = await desk.seen(1, 2)
    await desk.edit(2, by=desk.thu, deadline="Quý II/2026")

    with pytest.raises(DraftChangedError) as refusal:
        await edit_rows(desk.session, desk.plan, seen, RowEdit(deadline="2027"), by=desk.mai)

    assert (refusal.value.who, refusal.value.when) == (desk.thu.person, NOW)
    assert [(c.field, c.after) for c in refusal.value.changes] == [
        (DraftField.DEADLINE, "Quý II/2026")
    ]
    assert (await desk.dues())[1:3] == [date(2026, 3, 31), date(2026, 6, 30)]


async def test_a_correction_of_one_row_leaves_the_others_free(desk):
    seen = await desk.seen(1)
    await desk.edit(2, by=desk.thu, deadline="Quý II/2026")

    [changed] = await edit_rows(desk.session, desk.plan, seen, RowEdit(leads=[POLICE]), by=desk.mai)

    assert changed.names(Part.LEAD) == (POLICE,)


@pytest.mark.parametrize(("words", "due"), [("ngày 45/13", None), ("20/8/2025", date(2025, 8, 20))])
async def test_a_deadline_without_sense_is_refused_and_kept_when_insisted_on(desk, words, due):
    with pytest.raises(BadDeadlineError) as refusal:
        await desk.edit(0, deadline=words)
    refused_for = refusal.value.due
    before = (await desk.rows())[0].task.deadline_text

    [kept] = await desk.edit(0, deadline=words, insist=True)

    assert (refused_for, before) == (due, "31/12/2025")
    assert kept.task.deadline_text == words
    assert (kept.task.doubts == ["deadline_unreadable"]) is (due is None)


async def test_an_agency_that_the_committee_does_not_have_is_new_only_when_insisted_on(desk):
    with pytest.raises(UnknownAgencyError) as refusal:
        await desk.edit(1, leads=[POLICE, "Trạm Y tế xã"])

    [changed] = await desk.edit(1, leads=[POLICE, "Trạm Y tế xã"], insist=True)

    assert refusal.value.names == ("Trạm Y tế xã",)
    assert changed.names(Part.LEAD) == (POLICE, "Trạm Y tế xã")


async def test_another_day_of_issue_moves_what_counts_from_it_alone(desk):
    seen = await head_version(desk.session, desk.plan)
    edit = HeadEdit(number="58/KH-UBND", issued_on=date(2025, 10, 1))
    await edit_head(desk.session, desk.plan, seen, edit, by=desk.thu)

    assert await desk.dues() == [
        date(2025, 12, 31),
        date(2026, 3, 31),
        None,
        date(2025, 10, 11),
    ]
    assert (desk.plan.number, desk.plan.counted_from) == ("58/KH-UBND", date(2025, 10, 1))
    with pytest.raises(DraftChangedError):
        await edit_head(desk.session, desk.plan, seen, HeadEdit(title="x"), by=desk.mai)


async def test_what_is_no_task_is_neither_counted_nor_followed_and_can_come_back(desk):
    await desk.review(Review.NOT_A_TASK, 1, 2)
    aside = await summarise(desk.session, desk.plan)
    await desk.review(None, 2)
    back = await summarise(desk.session, desk.plan)

    await accept_draft(
        desk.session, desk.committee, desk.plan.id, standing=SECRETARY, now=NOW, reason=""
    )

    assert (len(aside.rows), len(aside.set_aside)) == (2, 2)
    assert (len(back.rows), len(back.set_aside)) == (3, 1)
    figures = await load_roll_up(desk.session, desk.committee.id, as_of=TODAY)
    assert figures.counts.total == 3
    assert len((await desk.session.scalars(select(Task))).all()) == 4


async def test_the_summary_says_what_needs_a_look_and_what_cannot_be_reminded_of(desk):
    summary = await summarise(desk.session, desk.plan)

    assert (len(summary.rows), summary.leads, len(summary.leftovers)) == (
        4,
        ((POLICE, 2), (ECONOMY, 1)),
        1,
    )
    assert summary.months == (
        (date(2025, 9, 1), 1),
        (date(2025, 12, 1), 1),
        (date(2026, 3, 1), 1),
    )
    assert summary.kinds == {DeadlineKind.BY: 3, DeadlineKind.UNREADABLE: 1}
    silent = {why: [one.task.number for one in rows] for why, rows in summary.silent.items()}
    assert silent == {
        Silence.NO_LEAD: [2],
        Silence.NOBODY_LINKED: [3],
        Silence.NO_DEADLINE: [3],
    }
    assert summary.silent_tasks == 2
    assert [one.task.number for one in summary.unlooked] == [2, 3]
    await desk.review(Review.LATER, 1)
    await desk.review(Review.RIGHT, 2)
    looked = await summarise(desk.session, desk.plan)
    assert [one.task.number for one in looked.open] == [2]
    assert (looked.unlooked, looked.looked_at) == ((), 1)


async def test_the_summary_counts_a_task_that_recurs_by_its_first_day(desk):
    """A draft that waited into the next year was counted by the last period opened since."""
    before = await summarise(desk.session, desk.plan)
    task = (await draft_rows(desk.session, desk.plan))[0].task
    first = (
        await desk.session.scalars(select(Occurrence).where(Occurrence.task_id == task.id))
    ).one()
    await make_occurrence(desk.session, task, due=date(2027, 12, 31), sequence=2)

    after = await summarise(desk.session, desk.plan)

    assert first.due is not None
    assert after.months == before.months


async def test_only_the_committees_secretaries_write_and_only_on_its_drafts(desk):
    member = replace(desk.thu, standing=Standing(frozenset({(Role.MEMBER, None)})))
    seen = await desk.seen(0)
    other = await make_committee(desk.session)
    theirs = await save_draft(desk.session, other, [row("Việc kín")])
    [kept] = await draft_rows(desk.session, theirs)

    with pytest.raises(NotYourRoleError):
        await edit_rows(desk.session, desk.plan, seen, RowEdit(content="x"), by=member)
    with pytest.raises(NotADraftError):
        await review_rows(desk.session, desk.plan, {kept.task.id: 0}, None, by=desk.thu)
    with pytest.raises(NotADraftError):
        await accept_draft(
            desk.session, desk.committee, theirs.id, standing=SECRETARY, now=NOW, reason=""
        )
    await accept_draft(
        desk.session, desk.committee, desk.plan.id, standing=SECRETARY, now=NOW, reason=""
    )
    with pytest.raises(NotADraftError):
        await edit_rows(desk.session, desk.plan, seen, RowEdit(content="x"), by=desk.thu)
