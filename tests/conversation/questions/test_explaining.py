"""What the secretary is told of reminders: the rule behind each, and what holds one back."""

from datetime import date

from sqlalchemy import select

from bot.conversation.questions.explaining import Words
from bot.i18n import translator
from db.enums import DeadlineKind, Recurs, Role
from db.models import Chat, Committee, Instruction, Occurrence, Person
from db.queries.tasks import tasks_now
from tasks.mornings.explaining import explain_person, explain_task
from tasks.mornings.owing import working_days
from tasks.occurrences import next_opening
from tests.jobs.morning import HANOI, add_task, at, join, owe, report
from tests.make import NOW, make_agency, make_occurrence, make_plan, make_task

TODAY = date(2025, 12, 17)


async def explained(database, number: int, *, days: int = 21) -> list[str]:
    """What is said of a task."""
    async with database.write() as session:
        committee = (await session.scalars(select(Committee))).one()
        now_task = (await tasks_now(session, committee.id, today=TODAY, number=number))[0]
        facts = await explain_task(session, committee, now_task, today=TODAY, days=days)
        words = Words(translator("vi"), HANOI, await working_days(session))
        return words.task(now_task, facts, days=days)


def held(said: list[str]) -> list[str]:
    """Its last part, without the heading."""
    heading = "Hiện không nhắc hoặc nhắc người khác vì:"
    return said[said.index(heading) + 1 :] if heading in said else []


async def test_whatever_holds_a_task_back_is_named(database):
    async with database.write() as session:
        agency = await make_agency(session)
        committee = await session.get_one(Committee, agency.committee_id)
        await join(session, "Hoa", agency)
        plan = await make_plan(session, committee)
        await add_task(session, agency, plan=plan)
        unreadable = await make_task(
            session, plan, lead=agency, kind=DeadlineKind.UNREADABLE, deadline_text="sớm"
        )
        await make_occurrence(session, unreadable, due=None)
        collective = await make_agency(session, committee, name="Các phòng, ban", collective=True)
        await add_task(session, agency, plan=plan, coordinating=collective)
        await add_task(session, plan=plan)
        later = await add_task(session, agency, plan=plan)
        later.opens_on = date(2025, 12, 20)
        asked = await add_task(session, agency, plan=plan, due="2025-12-18")
        new = await make_plan(session, committee, reminds_from=date(2025, 12, 16))
        await add_task(session, agency, plan=new)
        number = asked.task.number
    await report(database, number, "Hoa", "2025-12-17", extend_to="2026-01-15")

    assert [held(await explained(database, n)) for n in range(1, 8)] == [
        [],
        ["· chưa đọc được thời hạn: chờ Cơ quan Thường trực xác định"],
        ["· Các phòng, ban: chưa xác định gồm cơ quan nào, không nhắc ai"],
        ["· chưa phân công cơ quan chủ trì, báo Cơ quan Thường trực"],
        ["· kỳ này bắt đầu từ 20/12/2025"],
        [
            "· kế hoạch được theo dõi từ 01/12/2025: bỏ qua các mốc nhắc trước đó",
            "· đã đề nghị gia hạn ngày 17/12/2025: bỏ qua lần nhắc kế tiếp",
        ],
        ["· kế hoạch được theo dõi từ 16/12/2025: bỏ qua các mốc nhắc trước đó"],
    ]

    await owe(database, "2025-12-17")
    assert not any("gia hạn" in line for line in held(await explained(database, number)))


async def test_an_instruction_is_named_as_the_reason(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await join(session, "Hoa", agency)
        member = await join(
            session, "Bình", await session.get_one(Committee, agency.committee_id), Role.MEMBER
        )
        row = await add_task(session, agency, due="2026-06-30")
        given = {"words": "Đẩy nhanh", "given_on": date(2025, 12, 16), "given_at": NOW}
        session.add(
            Instruction(
                committee_id=row.committee_id, task_id=row.task_id, person_id=member.id, **given
            )
        )

    said = await explained(database, 1, days=1)

    assert "· 17/12/2025 Hoa: chỉ đạo ngày 16/12/2025, chưa trả lời" in said


async def test_a_period_that_begins_within_the_days_looked_at_changes_nothing(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await join(session, "Hoa", agency)
        plan = await make_plan(session, await session.get_one(Committee, agency.committee_id))
        task = await make_task(session, plan, lead=agency, recurs=Recurs.MONTHLY)
        due = date(2025, 12, 31)
        row = await make_occurrence(session, task, due=due, next_opens_on=next_opening(task, due))
        opens = row.next_opens_on

    said = await explained(database, 1)

    assert any(line.startswith("· 05/01/2026 Hoa: ") for line in said)
    async with database.read() as session:
        rows = await session.execute(select(Occurrence.due, Occurrence.next_opens_on))
        assert [tuple(row) for row in rows] == [(due, opens)]


async def test_who_cannot_be_reached_is_said_to_be_out_of_reach(database):
    async with database.write() as session:
        agency = await make_agency(session)
        await join(session, "Hoa", agency)
        await add_task(session, agency)
    said = []
    for gone_at in (None, at("2025-12-16")):
        async with database.write() as session:
            (await session.scalars(select(Chat))).one().gone_at = gone_at
            committee = (await session.scalars(select(Committee))).one()
            person = (await session.scalars(select(Person))).one()
            facts = await explain_person(session, committee, person, today=TODAY, days=1)
            words = Words(translator("vi"), HANOI, await working_days(session))
            said.append(words.person(person.name, facts, days=1))

    assert [held(lines) for lines in said] == [[], ["· chưa kết nối, hoặc đã chặn nhận tin"]]
    assert "· 17/12/2025 #1: 14 ngày trước hạn 31/12/2025" in said[0]
