"""Why a reminder came or did not, and what will go out next week: the secretary's view."""

from datetime import date, timedelta

from sqlalchemy import select

from db.models import Occurrence, Plan, Rung
from tests.dialogues.cast import CHATS, HOA, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.make import NOW

WHY = (
    "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
    "Đã nhắc:\n"
    "· 17/12/2025 Hoa (mẫu): 14 ngày trước hạn 31/12/2025; đã gửi 17/12, 08:00\n"
    "· 17/12/2025 Khánh (mẫu), Sơn (mẫu): cơ quan phối hợp, 14 ngày trước hạn 31/12/2025; đã gửi "
    "17/12, 08:00\n"
    "Trong 14 ngày tới, nếu chưa có báo cáo:\n"
    "· 24/12/2025 Hoa (mẫu): 7 ngày trước hạn 31/12/2025\n"
    "· 26/12/2025 Hoa (mẫu): 3 ngày trước hạn 31/12/2025; chuyển từ 28/12/2025 là ngày nghỉ\n"
    "· 26/12/2025 Khánh (mẫu), Sơn (mẫu): cơ quan phối hợp, 3 ngày trước hạn 31/12/2025; chuyển "
    "từ 28/12/2025 là ngày nghỉ\n"
    "· 30/12/2025 Hoa (mẫu): 1 ngày trước hạn 31/12/2025"
)


async def rows(stage: Stage) -> list[list[tuple[object, ...]]]:
    """Everything that a dry run might leave behind."""
    tables = (
        (Rung.id, Rung.name, Rung.outbox_id),
        (Occurrence.id, Occurrence.next_opens_on),
        (Plan.id, Plan.period_cut_off),
    )
    found = []
    async with stage.program.database.read() as session:
        for columns in tables:
            kept = await session.execute(select(*columns).order_by(columns[0]))
            found.append([tuple(row) for row in kept])
    return found


async def test_a_button_on_the_card_says_why(stage: Stage, cast: Cast):
    await stage.remind()
    for chat in CHATS:
        stage.told(chat)
    await stage.say(THU, "#2")
    before = await rows(stage)

    await stage.hold(THU, ("[Các lần nhắc]", WHY))

    assert await rows(stage) == before


async def test_what_holds_reminders_back_is_said(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 nhắc lại ngày 30/12")
    await stage.say(HOA, "/vangmat từ 17/12 đến 19/12, anh Sơn thay")
    for chat in CHATS:
        stage.told(chat)
    await stage.say(THU, "#2")

    said = await stage.say(THU, "[Các lần nhắc]")

    held = said.split("Hiện không nhắc hoặc nhắc người khác vì:\n")[1]
    assert "· Hoa (mẫu) hẹn nhắc lại ngày 30/12/2025" in held
    assert "· Hoa (mẫu) vắng đến 19/12/2025, nhắc Sơn (mẫu) thay" in held
    week = await stage.say(THU, "/tuantoi")
    assert "· Hoa (mẫu), #2 hẹn nhắc lại ngày 30/12/2025" in week
    assert "vắng đến" not in week  # she is back by then


async def test_only_the_secretariat_sees_it(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2")
    for said in (Forged(f"why:{cast.tasks[2].id}"), "/tuantoi"):
        assert (await stage.say(HOA, said)).startswith("Nội dung này dành cho"), said


async def test_the_week_to_come_is_what_then_goes_out(stage: Stage, cast: Cast):
    said = await stage.say(THU, "/tuantoi")

    assert said.startswith("Từ 22/12/2025 đến 28/12/2025: sẽ gửi ")
    week, held = said.split("\nHiện không nhắc hoặc nhắc người khác vì:\n")
    assert held == "· Phòng Kinh tế: chưa có ai kết nối, báo Cơ quan Thường trực"
    foretold: dict[date, set[str]] = {}
    day = date(2025, 12, 22)
    for line in week.splitlines()[1:]:
        if line.startswith("· "):
            foretold.setdefault(day, set()).add(line[2:].split(":")[0])
        else:
            day = date(2025, 12, int(line.split(", ")[1][:2]))
    heard: dict[date, set[str]] = {}
    names = {chat: person.name for chat, person in cast.people.items()}
    for ahead in range(12):
        stage.clock.set(NOW + timedelta(days=ahead))
        await stage.remind()
        for chat in CHATS:
            told, day = stage.told(chat), (NOW + timedelta(days=ahead)).date()
            if "xã Tân An" not in told.split("\n", 2)[1:2] and told and day >= date(2025, 12, 22):
                heard.setdefault(day, set()).add(names[chat])
    assert foretold == heard
