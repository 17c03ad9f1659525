"""A bare "hủy" after what was no report: it took back the last report, whatever had come since."""

from tests.dialogues.cast import DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_reports import standing

NAMED = "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường…"
STAYS = f"{NAMED} vẫn do cơ quan đang chủ trì thực hiện."
AT_HALF = {1: ("in_progress", 50)}


async def test_leave_noted_after_a_report_is_what_is_taken_back(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 50%")
    await stage.say(HOA, "tôi nghỉ từ 20/12 đến 25/12, anh Dũng thay")
    stage.told(DUNG)
    stage.told(THU)

    back = await stage.say(HOA, "hủy")

    assert back.startswith("✅ Ghi nhận: đồng chí đã trở lại")
    assert stage.told(DUNG)
    assert await standing(stage) == AT_HALF


async def test_a_task_said_to_be_anothers_is_kept_after_all(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 50%")
    for words in ("hủy", "thôi việc 2 vẫn của phòng em", "rút đề nghị chuyển việc 2"):
        await stage.say(HOA, "việc 2 của Công an xã")
        assert "Không chuyển" in stage.told(THU)
        await stage.hold(HOA, (words, STAYS))
        stage.hears(THU, f"Hoa (mẫu) rút lại ý kiến: {STAYS}")
    await stage.finds(
        THU,
        "[Chuyển cho Công an xã]",
        "Hoa (mẫu) đã quyết định giữ nguyên cơ quan chủ trì (17/12, 08:00).",
        "#2 Nghiên cứu",
    )
    assert await standing(stage) == AT_HALF


async def test_after_anything_else_the_last_report_is_asked_about(stage: Stage, cast: Cast):
    await stage.say(DUNG, "#1 được 50%")
    await stage.say(DUNG, "giao việc 2 cho chị Hoa")
    stage.told(HOA)

    asked = "Hủy báo cáo gần nhất: #1 đang thực hiện, 50% (17/12, 08:00)?\n[Báo nhầm, hủy]"
    await stage.hold(DUNG, ("hủy", asked))
    assert await standing(stage) == AT_HALF
    await stage.hold(
        DUNG, ("[Báo nhầm, hủy]", "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện.")
    )
    assert await standing(stage) == {}


async def test_a_correction_is_put_back(stage: Stage, cast: Cast):
    await stage.say(THU, "việc 1 được 50%, báo qua điện thoại")
    await stage.say(THU, "sửa việc 2 thời hạn: 30/01/2026")

    answer = await stage.say(THU, "hủy")

    assert "Thời hạn: tháng 12/2025 (chậm nhất 31/12/2025) (trước đó: 30/01/2026)" in answer
    assert await standing(stage) == AT_HALF
    for chat in (HOA, SON, KHANH):
        stage.told(chat)


async def test_a_wish_is_taken_back_however_it_is_said(stage: Stage, cast: Cast):
    for words in ("việc 2 thôi ko xin nữa", "thôi không xin gia hạn nữa", "2 khỏi xin lùi nữa ạ"):
        await stage.say(HOA, "việc 2 xin gia hạn đến 15/01/2026")
        assert "Không đồng ý" in stage.told(THU)
        assert (await stage.say(HOA, words)).startswith("Đã rút đề nghị gia hạn #2"), words
