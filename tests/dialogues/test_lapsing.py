"""Conversations half done: kept for an hour, then put aside; old buttons say what came since."""

from datetime import timedelta

from tests.dialogues.cast import HOA, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_reports import standing

AGAIN = (
    "Câu hỏi lúc 17/12, 08:00 đã hết hiệu lực; nếu vẫn cần, đề nghị bấm nút hoặc ghi lại từ đầu.\n"
)


async def test_a_question_is_answered_within_the_hour(stage: Stage, cast: Cast):
    await stage.say(SON, "#5")
    await stage.say(SON, "[Xin gia hạn]")
    stage.clock.at += timedelta(minutes=50)

    said = await stage.say(SON, "15/01/2026")

    assert said.startswith("Đề nghị gia hạn #5 từ 31/12/2025 đến 15/01/2026")
    assert stage.told(THU)


async def test_a_reason_typed_too_late_returns_nothing_and_says_so(stage: Stage, cast: Cast):
    await stage.say(HOA, "#4 xong")
    await stage.say(THU, "/xacnhan")
    await stage.say(THU, "[#4]")
    await stage.say(THU, "[Trả lại]")
    stage.clock.at += timedelta(hours=2)

    assert (await stage.say(THU, "biên bản kèm theo mờ quá")).startswith(AGAIN)
    assert "#4 Duy trì" in await stage.say(THU, "/xacnhan")


async def test_days_later_nothing_is_said_of_an_old_question(stage: Stage, cast: Cast):
    await stage.say(SON, "#5")
    await stage.say(SON, "[Có vướng mắc]")
    stage.clock.at += timedelta(days=2)

    assert "không còn chờ" not in await stage.say(SON, "abc xyz")
    assert (await stage.say(SON, "#5 được 30%")).startswith("✅ Ghi nhận: #5 đạt 30%.")


async def test_an_old_button_says_what_happened_since(stage: Stage, cast: Cast):
    await stage.say(HOA, "#4 xong")
    await stage.say(THU, "/xacnhan")
    await stage.say(THU, "[#4]")
    await stage.say(THU, "[Xác nhận]")
    stage.told(HOA)

    again = await stage.say(THU, "[Trả lại]")

    assert again.startswith("#4: Thu (mẫu) đã xác nhận lúc 17/12, 08:00.\n")
    await stage.say(HOA, "#3 xong")
    await stage.say(THU, "/xacnhan")
    await stage.say(THU, "[#3]")
    await stage.say(HOA, "[Báo nhầm, hủy]")
    again = await stage.say(THU, "[Xác nhận]")
    assert again.startswith("#3: Hoa (mẫu) đã hủy báo cáo này lúc 17/12, 08:00.\n")


async def test_a_report_that_waited_for_its_task_over_night_is_not_recorded_as_todays(
    stage: Stage, cast: Cast
):
    await stage.say(HOA, "xong rồi")
    stage.clock.at += timedelta(days=1)

    assert "Ghi nhận" not in await stage.say(HOA, "[#1 Tổ chức tuyên truyền về Nghị quyết số…]")

    assert await standing(stage) == {}
