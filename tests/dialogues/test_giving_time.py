"""More time that the standing office gives unasked: an extension, not another deadline."""

from sqlalchemy import select

from db.enums import Recurs
from db.models import Occurrence, Task
from tests.dialogues.cast import HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_lists_and_cards import OLD

NAMED = "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW"
GIVEN = f"Cơ quan Thường trực gia hạn {NAMED} từ 31/12/2025 đến 15/01/2026, lý do: chờ kinh phí."
TAKEN_BACK = f"Cơ quan Thường trực thôi gia hạn {NAMED}; thời hạn trở lại 31/12/2025."


async def days_of(stage: Stage, cast: Cast) -> tuple[str, str, Recurs | None]:
    async with stage.program.database.read() as session:
        query = (
            select(Occurrence.due, Occurrence.first_due, Task.recurs)
            .join(Occurrence.task)
            .where(Task.id == cast.tasks[1].id)
        )
        due, first, recurs = (await session.execute(query)).one()
        return str(due), str(first), recurs


async def test_more_time_moves_this_years_day_and_keeps_the_rule(stage: Stage, cast: Cast):
    """A yearly task was given a single deadline, and came round no more."""
    await stage.hold(THU, ("gia hạn việc 1 đến 15/1 vì chờ kinh phí", f"{GIVEN}\n[Trả lại như cũ]"))
    stage.hears(HOA, GIVEN)

    assert await days_of(stage, cast) == ("2026-01-15", "2025-12-31", Recurs.YEARLY)
    assert "gia hạn đến 15/01/2026" in await stage.say(HOA, "#1")
    history = await stage.say(HOA, "[Lịch sử (1)]")
    assert "Thu (mẫu): gia hạn đến 15/01/2026: “chờ kinh phí”" in history


async def test_time_given_is_taken_back_once(stage: Stage, cast: Cast):
    await stage.say(THU, "gia hạn việc 1 đến 15/1 vì chờ kinh phí")
    stage.told(HOA)
    await stage.hold(THU, ("[Trả lại như cũ]", TAKEN_BACK))
    stage.hears(HOA, TAKEN_BACK)

    assert await days_of(stage, cast) == ("2025-12-31", "2025-12-31", Recurs.YEARLY)
    await stage.say(HOA, "#1")
    assert "“chờ kinh phí” (đã hủy 17/12, 08:00)" in await stage.say(HOA, "[Lịch sử (1)]")
    await stage.hold(THU, ("trả lại như cũ", OLD))


async def test_time_given_is_no_day_that_stands_already(stage: Stage, cast: Cast):
    refused = "Thời hạn của #5 là 31/12/2025; đề nghị chọn một ngày muộn hơn và chưa qua."
    await stage.hold(THU, ("gia hạn việc 5 đến 20/12", refused))
    assert "Thường trực gia hạn" not in await stage.say(SON, "gia hạn việc 5 đến 20/1")
    stage.told(THU)
    await stage.say(THU, "đồng ý gia hạn 5")
    stage.told(SON)
    await stage.say(THU, "lùi hạn việc 5 đến hết tháng 1")
    assert stage.told(SON).endswith("từ 20/01/2026 đến 31/01/2026.")
    stage.told(KHANH)


async def test_several_tasks_are_given_time_at_one_press(stage: Stage, cast: Cast):
    """It was refused as one at a time; of #4, which has no day, that is said beside them."""
    asked = await stage.say(THU, "gia hạn 1, 4 và 5 đến 15/1 vì chờ kinh phí")
    assert asked.split("\n")[:-1] == [
        "Gia hạn 2 nhiệm vụ này?",
        f"{NAMED}: từ 31/12/2025 đến 15/01/2026",
        "#5 Bảo đảm an toàn thông tin: từ 31/12/2025 đến 15/01/2026",
        "#4 không xác định thời hạn nên không cần gia hạn.",
    ]
    assert await days_of(stage, cast) == ("2025-12-31", "2025-12-31", Recurs.YEARLY)

    given = await stage.say(THU, "ok")

    of_five = GIVEN.replace(NAMED, "#5 Bảo đảm an toàn thông tin")
    assert given == f"{GIVEN}\n{of_five}"
    for who, what in ((HOA, GIVEN), (SON, of_five)):
        stage.hears(who, what)
    assert stage.told(KHANH).startswith(of_five)
    assert await days_of(stage, cast) == ("2026-01-15", "2025-12-31", Recurs.YEARLY)
    asked = await stage.say(THU, "gia hạn 1 và 5")
    assert "“gia hạn 1, 5 đến 31/12/2025”" in asked


async def test_wishes_for_just_that_day_are_granted_together(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xin gia hạn đến 15/01/2026, #2 xin gia hạn đến 15/01/2026")
    await stage.say(THU, "gia hạn 1 và 2 đến 15/1")
    assert stage.told(HOA).count("Đã đồng ý gia hạn") == 2
