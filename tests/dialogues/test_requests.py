"""Obstacles, tasks said to be somebody else's, reminders held back."""

from datetime import date

from sqlalchemy import select

from db.models import Blocker, Pause, Snooze
from tests.dialogues.cast import BINH, HOA, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_reports import NOT_THEIRS, UNDO

ASKED = f"Tiến độ hiện tại của #1 được bao nhiêu phần trăm?\n[25%] [50%] [75%] [90%]\n{UNDO}"
NAMED = "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW"


async def open_obstacles(stage: Stage) -> list[str]:
    async with stage.program.database.read() as session:
        rows = select(Blocker.reason).where(Blocker.cleared_on.is_(None)).order_by(Blocker.id)
        return list(await session.scalars(rows))


async def test_an_obstacle_is_told_to_the_secretary_and_asks_how_far(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "#1 vướng kinh phí",
            f"⚠️ Ghi nhận vướng mắc của #1: “vướng kinh phí”. Đã báo Cơ quan Thường trực.\n{ASKED}",
        ),
        ("40", f"✅ Ghi nhận: #1 đạt 40%. (17/12, 08:00)\n{UNDO}"),
    )
    stage.hears(
        THU,
        f"⚠️ Phòng Văn hóa - Xã hội (Hoa (mẫu)) báo vướng mắc {NAMED}: “vướng kinh phí”.",
    )
    assert await open_obstacles(stage) == ["vướng kinh phí"]


async def test_the_button_asks_what_is_in_the_way(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")

    await stage.hold(
        HOA,
        ("[Có vướng mắc]", "#1 đang vướng gì? Đề nghị ghi ngắn gọn một câu."),
        (
            "Chưa bố trí được người",
            "⚠️ Ghi nhận vướng mắc của #1: “Chưa bố trí được người”. Đã báo Cơ quan Thường trực.\n"
            f"{ASKED}",
        ),
        ("[50%]", f"✅ Ghi nhận: #1 đạt 50%. (17/12, 08:00)\n{UNDO}"),
    )
    stage.hears(
        THU,
        f"⚠️ Phòng Văn hóa - Xã hội (Hoa (mẫu)) báo vướng mắc {NAMED}: “Chưa bố trí được người”.",
    )


async def test_the_cause_completes_an_obstacle_told_without_one(stage: Stage, cast: Cast):
    told = "⚠️ Ghi nhận vướng mắc của #1: “{}”. Đã báo Cơ quan Thường trực.\n"

    await stage.hold(
        HOA,
        (
            "1 vướng",
            f"{told.format('vướng')}#1 đang vướng gì? Đề nghị ghi ngắn gọn một câu.\n{UNDO}",
        ),
        (
            "lãnh đạo chưa ký",
            "✅ Ghi nhận: #1 đang thực hiện. (17/12, 08:00)\n"
            f"{told.format('lãnh đạo chưa ký')}{ASKED}",
        ),
    )

    assert stage.told(THU).endswith(f"{NAMED}: “lãnh đạo chưa ký”.")
    assert await open_obstacles(stage) == ["lãnh đạo chưa ký"]
    await stage.say(HOA, "[Báo nhầm, hủy]")
    assert await open_obstacles(stage) == ["vướng"]


async def test_an_obstacle_is_cleared_and_comes_back_with_its_undoing(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 chưa có kinh phí")
    stage.told(THU)

    await stage.hold(
        HOA, ("#1 đã hết vướng", f"✅ Ghi nhận: #1 đã hết vướng mắc. (17/12, 08:00)\n{UNDO}")
    )
    assert await open_obstacles(stage) == []
    await stage.say(HOA, "hủy")
    assert await open_obstacles(stage) == ["chưa có kinh phí"]


async def test_without_a_secretary_nobody_is_said_to_have_been_told(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        secretary = await session.get_one(type(cast.people[THU]), cast.people[THU].id)
        await session.refresh(secretary, ["memberships"])
        await session.delete(secretary.memberships[0])

    await stage.hold(
        HOA,
        ("#1 chưa có kinh phí", f"⚠️ Ghi nhận vướng mắc của #1: “chưa có kinh phí”.\n{ASKED}"),
        (
            "#1 không phải việc của phòng tôi",
            "#1 vẫn do cơ quan đồng chí chủ trì cho đến khi Cơ quan Thường trực điều chỉnh; đề "
            "nghị liên hệ trực tiếp.",
        ),
    )


async def test_the_secretary_hears_that_a_task_is_anothers(stage: Stage, cast: Cast):
    words = "#1 không phải của phòng tôi, là của Công an xã"

    await stage.hold(
        HOA, (words, "Đã chuyển ý kiến của đồng chí về #1 đến Cơ quan Thường trực xem xét.")
    )
    stage.hears(
        THU,
        f"Phòng Văn hóa - Xã hội (Hoa (mẫu)) có ý kiến về {NAMED}: “{words}”.\n"
        "[Chuyển cho Công an xã]\n[Không chuyển]",
    )


async def test_nobody_gives_away_a_task_that_is_not_theirs(stage: Stage, cast: Cast):
    await stage.hold(HOA, ("#5 chuyển cho Phòng Kinh tế", NOT_THEIRS))
    refused = "#5 do cơ quan chủ trì báo cáo: Công an xã.\nChỉ đạo: ghi “chỉ đạo #5: …”.\n[#5]"
    await stage.hold(BINH, ("#5 chuyển cho Phòng Kinh tế", refused))


async def test_reminders_are_held_until_a_day_but_never_past_the_due_day(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        ("#1 nhắc lại ngày 22/12", "#1: sẽ nhắc lại vào Thứ Hai, 22/12/2025."),
        ("mai nhắc lại việc 1", "#1: sẽ nhắc lại vào Thứ Năm, 18/12/2025."),
        ("#1 nhắc lại sau 1 tháng", "#1: sẽ nhắc lại vào Thứ Tư, 31/12/2025."),
        (
            "#3 nhắc lại ngày 22/12",
            "#3 đã quá hạn nên không hoãn nhắc được. Đề nghị báo cáo tiến độ hoặc xin gia hạn.",
        ),
        ("#5 nhắc lại ngày 22/12", NOT_THEIRS),
    )
    async with stage.program.database.read() as session:
        assert list(await session.scalars(select(Snooze.until))) == [date(2025, 12, 31)]


async def test_a_paused_task_takes_no_report(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        session.add(
            Pause(
                committee_id=cast.vinh_lai.id,
                task_id=cast.tasks[5].id,
                starts_on=date(2025, 12, 1),
                reason="Chờ hướng dẫn",
                person_id=cast.people[BINH].id,
            )
        )

    await stage.hold(
        SON,
        ("#5 xong", "#5 đang tạm hoãn theo quyết định của Ban Chỉ đạo, chưa cần báo cáo."),
        (
            "#5",
            "#5 Bảo đảm an toàn thông tin\n"
            "Tạm hoãn theo quyết định của Ban Chỉ đạo\n"
            "Thời hạn: 31/12/2025, còn 14 ngày\n"
            "Tiến độ: chưa thực hiện\n"
            "Chủ trì: Công an xã\n"
            "[Lịch sử (1)]",
        ),
    )
