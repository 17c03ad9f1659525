"""A mind changed, a sentence nobody can read, and numbers that answer an earlier question."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from db.models import Blocker, Instruction, Pause, StatusUpdate
from tests.dialogues.cast import BINH, DUNG, HOA, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_reports import standing

DROPPED = "Đã bỏ qua câu hỏi vừa rồi. Những gì đã ghi nhận vẫn giữ nguyên."
UNCLEAR = (
    "Chưa rõ ý đồng chí. Có thể ghi “3 xong”, “1 được 60%”, “2 vướng kinh phí”, hoặc gõ /viec."
)


async def kept(stage: Stage) -> list[int]:
    """How many reports, obstacles, instructions and pauses there are."""
    async with stage.program.database.read() as session:
        tables = (StatusUpdate, Blocker, Instruction, Pause)
        counts = [await session.scalar(select(func.count()).select_from(one)) for one in tables]
    return [count or 0 for count in counts]


async def test_never_mind_is_not_taken_for_the_answer(stage: Stage, cast: Cast):
    for who, button, words in (
        (HOA, "[Có vướng mắc]", "thoi"),
        (HOA, "[Xin gia hạn]", "để sau nhé"),
        (THU, "[Tạm hoãn]", "Thôi, không cần nữa"),
        (THU, "[Báo cáo thay]", "khoan đã"),
        (BINH, "[Chỉ đạo]", "thôi"),
    ):
        await stage.say(who, "#2")
        await stage.say(who, button)
        await stage.hold(who, (words, DROPPED))

    assert await kept(stage) == [0, 0, 0, 0]


async def test_cancel_takes_back_the_report_and_not_only_the_question(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 vướng kinh phí")
    stage.told(THU)

    assert (await stage.say(HOA, "hủy")).startswith("Đã hủy")

    assert (await kept(stage))[1] == 0


async def test_never_mind_to_nothing_is_only_heard(stage: Stage, cast: Cast):
    await stage.hold(BINH, ("thôi", "Đã rõ."))


async def test_what_is_not_understood_twice_brings_the_help_and_a_name(stage: Stage, cast: Cast):
    await stage.hold(HOA, ("abc xyz", UNCLEAR))

    helped = await stage.say(HOA, "abc xyz")

    assert helped.startswith("Đồng chí có thể:")
    assert helped.endswith("Cần hỗ trợ, đề nghị liên hệ Cơ quan Thường trực: Thu (mẫu).")


async def test_who_does_not_report_is_offered_no_report(stage: Stage, cast: Cast):
    for who, offered in ((BINH, "Chuyển ý kiến chỉ đạo này về #2"), (THU, "Báo cáo thay")):
        answer = await stage.say(who, "Việc 2 trong cuộc họp hôm qua")

        assert answer.startswith("Chưa rõ ý đồng chí về #2. Nhiệm vụ này như sau:\n#2 ")
        assert offered in answer
        assert "Xin gia hạn" not in answer


async def test_only_who_confirms_is_offered_the_decision(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(BINH, "/tonghop")

    await stage.say(DUNG, "/viec")

    for who in (HOA, BINH, DUNG):
        assert "Trả lại" not in await stage.say(who, Forged("review:1"))
    await stage.say(THU, "/xacnhan")
    assert "Trả lại" in await stage.say(THU, "[#2]")


async def test_completions_are_confirmed_and_returned_in_words(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong, #1 xong")

    answer = await stage.say(THU, "trả lại việc 2, thiếu văn bản")

    assert answer.endswith("“thiếu văn bản”. Nhiệm vụ trở lại đang thực hiện.")
    assert stage.told(HOA) == answer
    await stage.hold(
        THU,
        (
            "xác nhận 2, 5",
            "#2, #5 không có báo cáo hoàn thành nào chờ xác nhận. Gõ /xacnhan để xem các nhiệm vụ "
            "chờ xác nhận.",
        ),
        ("xac nhan viec 1", "✅ Đã xác nhận hoàn thành: #1."),
    )
    stage.hears(HOA, "✅ Đã xác nhận hoàn thành: #1.")


async def test_that_nothing_was_reported_is_no_report(stage: Stage, cast: Cast):
    await stage.say(THU, "Phòng Văn hóa - Xã hội chưa báo cáo việc 2")
    offered = await stage.say(THU, "#5 đã lập danh sách xong")

    assert "Báo cáo thay" in offered
    assert "Đang thực hiện" not in offered
    assert await kept(stage) == [0, 0, 0, 0]
    assert "qua hình thức nào" in await stage.say(THU, "#5 được 60% sau hội nghị các xóm")


async def test_a_number_answers_the_last_choices_past_a_notice(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(HOA, "/viec")
    await stage.say(THU, "xác nhận 2")
    stage.hears(HOA, "✅ Đã xác nhận hoàn thành: #2.")

    choices = [label for label, _ in stage.wire.seen(HOA)[-2].choices]
    picked = "[#1]" if stage.wire.channel == "telegram" else str(choices.index("#1") + 1)
    assert (await stage.say(HOA, picked)).startswith("#1 Tổ chức tuyên truyền")


async def test_a_half_given_task_says_that_its_day_is_over(stage: Stage, cast: Cast):
    await stage.say(THU, "giao Phòng Kinh tế rà soát hộ kinh doanh")
    stage.clock.at += timedelta(days=1)

    await stage.hold(
        THU,
        (
            "[31/12/2025]",
            "Nhiệm vụ soạn dở từ hôm trước đã hết hiệu lực. Đề nghị giao lại từ đầu.",
        ),
    )


@pytest.mark.parametrize("words", ["tuần sau xong", "dự kiến 20/12 mới xong", "sẽ xong cuối tháng"])
async def test_what_is_to_come_is_no_addition_to_what_is_done(stage: Stage, cast: Cast, words: str):
    await stage.say(HOA, "#2 xong")

    answer = await stage.say(HOA, words)
    news = await stage.say(BINH, "hôm nay ai báo cáo?")

    assert answer.startswith("✅ Ghi nhận: #2 đang thực hiện.")
    assert "Đang thực hiện: #2\n" in news
    assert await standing(stage) == {2: ("in_progress", None)}


async def test_who_asks_whose_slip_it_was_takes_nothing_back(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 được 60%")

    passed_on = await stage.say(HOA, "ai nhập sai vậy, việc này của phòng khác")
    stage.told(THU)

    assert passed_on == "Đã chuyển ý kiến của đồng chí về #2 đến Cơ quan Thường trực xem xét."
    assert await standing(stage) == {2: ("in_progress", 60)}


async def test_only_the_wish_for_more_time_is_taken_back(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 xong")
    none = await stage.say(HOA, "hủy xin gia hạn")
    assert none.startswith("Không có đề nghị gia hạn nào của đồng chí đang chờ quyết định")

    await stage.say(HOA, "xin gia hạn việc 2 đến 15/1/2026")
    stage.told(THU)
    await stage.say(HOA, "việc 4 được 20%")
    taken = "Đã rút đề nghị gia hạn #2; thời hạn giữ nguyên."
    await stage.hold(HOA, ("thôi hủy xin gia hạn", taken))
    assert "Tiến độ: đã hoàn thành" in await stage.say(HOA, "#1")
    assert "đang thực hiện, 20%" in await stage.say(HOA, "#4")


async def test_the_other_number_is_a_task_or_a_figure(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 xong")
    moved = await stage.say(HOA, "nhầm, 2 mới đúng")
    assert moved.startswith(
        "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện.\n✅ Ghi nhận: #2 hoàn thành"
    )
    await stage.say(HOA, "4 được 20%")
    assert (await stage.say(HOA, "à nhầm, 2 mới đúng")).startswith("✅ Ghi nhận: #4 đạt 2%.")
    assert "Tiến độ: đã hoàn thành" in await stage.say(HOA, "#2")


async def test_an_absence_that_was_said_is_taken_back_in_words(stage: Stage, cast: Cast):
    await stage.say(HOA, "mai em nghỉ phép đến thứ 6, anh Sơn thay")
    stage.told(SON)
    stage.told(THU)

    assert "đồng chí đã trở lại" in await stage.say(HOA, "thôi không nghỉ nữa")
    stage.hears(SON, "Hoa (mẫu) đã trở lại, đồng chí thôi làm thay.")
    assert (await stage.say(HOA, "thôi để đó")).startswith("Đã rõ.")


async def test_to_give_up_takes_no_report_back(stage: Stage, cast: Cast):
    """ "Bỏ, không làm nữa" took the last report back."""
    await stage.say(HOA, "#2 được 60%")

    assert (await stage.say(HOA, "bỏ, không làm nữa")).startswith("Đã rõ.")

    assert await standing(stage) == {2: ("in_progress", 60)}


async def test_a_wish_is_taken_back_whatever_was_reported_since(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    await stage.say(HOA, "#2 được 40%")
    stage.told(THU)

    await stage.hold(
        HOA, ("việc 2 thôi khỏi xin nữa", "Đã rút đề nghị gia hạn #2; thời hạn giữ nguyên.")
    )

    assert await standing(stage) == {2: ("in_progress", 40)}
    assert await stage.say(THU, "ai xin gia hạn?") == "Không có đề nghị gia hạn nào chờ quyết định."


async def test_a_wish_is_taken_back_since_the_work_is_done(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.told(THU)

    answer = await stage.say(HOA, "xin rút gia hạn vì đã hoàn thành")

    assert answer.startswith(
        "Đã rút đề nghị gia hạn #2; thời hạn giữ nguyên.\n✅ Ghi nhận: #2 hoàn thành"
    )
    assert await standing(stage) == {2: ("done", 100)}
