"""The people and the tasks that the dialogues are about.

Two committees: xã Vĩnh Lại with three agencies, and xã Tân An, whose tasks are nobody's business
in Vĩnh Lại. It is 08:00 of Wednesday, 17/12/2025.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import DeadlineKind, Recurs, Role
from db.models import Agency, Committee, Person, Task
from tests.make import (
    make_agency,
    make_chat,
    make_committee,
    make_membership,
    make_occurrence,
    make_person,
    make_plan,
    make_task,
)

HOA = 101
"""Officer of Phòng Văn hóa - Xã hội."""
DUNG = 102
"""Head of Phòng Văn hóa - Xã hội."""
THU = 103
"""The standing office (secretary)."""
BINH = 104
"""Member of the committee."""
SON = 105
"""Officer of Công an xã."""
KHANH = 106
"""Officer in both committees."""
LAN = 107
"""Somebody whom nobody knows yet."""


@dataclass
class Cast:
    """The rows that dialogues need by name."""

    vinh_lai: Committee
    tan_an: Committee
    culture: Agency
    police: Agency
    tasks: dict[int, Task]
    """Vĩnh Lại's tasks by number."""
    elsewhere: Task
    """#1 of Tân An."""
    people: dict[int, Person]
    """By chat."""


CHATS = (HOA, DUNG, THU, BINH, SON, KHANH, LAN)


async def gather(session: AsyncSession, channel: str) -> Cast:
    """Everybody with a chat and a role, but for Lan."""
    here = await make_committee(session)
    there = await make_committee(session, name="Ban Chỉ đạo xã Tân An")
    culture = await make_agency(session, here, name="Phòng Văn hóa - Xã hội")
    police = await make_agency(session, here, name="Công an xã")
    economy = await make_agency(session, here, name="Phòng Kinh tế")
    other = await make_agency(session, there, name="Phòng Văn hóa - Xã hội")

    plan = await make_plan(session, here)
    tasks = [
        await _task(
            session,
            plan,
            "Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW",
            lead=culture,
            deadline_text="Hằng năm; 12/2025",
            recurs=Recurs.YEARLY,
            recurs_due="12-31",
            product="Báo cáo kết quả",
        ),
        await _task(
            session,
            plan,
            "Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng",
            lead=culture,
            coordinating=police,
            deadline_text="tháng 12/2025",
        ),
        await _task(
            session,
            plan,
            "Xây dựng kế hoạch đào tạo kỹ năng số",
            lead=culture,
            deadline_text="tháng 9/2025",
            due=date(2025, 9, 30),
        ),
        await _task(
            session,
            plan,
            "Duy trì các nhóm Zalo cộng đồng",
            lead=culture,
            deadline_text="Thường xuyên",
            kind=DeadlineKind.ONGOING,
            due=None,
        ),
        await _task(
            session,
            plan,
            "Bảo đảm an toàn thông tin",
            lead=police,
            deadline_text="31/12/2025",
        ),
        await _task(
            session,
            plan,
            "Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử",
            lead=economy,
            coordinating=culture,
            deadline_text="Trước ngày 20/12/2025",
            due=date(2025, 12, 19),
        ),
    ]
    theirs = await make_plan(session, there)
    elsewhere = await _task(
        session, theirs, "Việc kín của xã Tân An", lead=other, deadline_text="31/12/2025"
    )

    people = {
        HOA: await _person(session, channel, HOA, "Hoa (mẫu)", Role.OFFICER, culture),
        DUNG: await _person(session, channel, DUNG, "Dũng (mẫu)", Role.HEAD, culture),
        THU: await _person(session, channel, THU, "Thu (mẫu)", Role.SECRETARY, None, here),
        BINH: await _person(session, channel, BINH, "Bình (mẫu)", Role.MEMBER, None, here),
        SON: await _person(session, channel, SON, "Sơn (mẫu)", Role.OFFICER, police),
        KHANH: await _person(session, channel, KHANH, "Khánh (mẫu)", Role.OFFICER, police),
    }
    await make_membership(session, people[KHANH], other)
    numbered = {task.number: task for task in tasks}
    return Cast(here, there, culture, police, numbered, elsewhere, people)


async def _task(session, plan, content, *, lead, coordinating=(), **but) -> Task:
    due = {"due": but.pop("due")} if "due" in but else {}
    task = await make_task(
        session, plan, lead=lead, coordinating=coordinating, content=content, **but
    )
    await make_occurrence(session, task, **due)
    return task


async def _person(session, channel, chat, name, role, agency, committee=None) -> Person:
    person = await make_person(session, name=name)
    await make_chat(session, person, channel=channel, address=str(chat))
    await make_membership(session, person, agency, role=role, committee=committee)
    return person
