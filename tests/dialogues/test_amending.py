"""Accepted tasks paused, corrected and handed over, with what they said before kept."""

from sqlalchemy import select

from db.models import Correction, Occurrence
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import OFFICE_ONLY
from tests.dialogues.test_lists_and_cards import OLD

NAMED = "#5 Bảo đảm an toàn thông tin"
PAUSED = f"Tạm hoãn {NAMED} đến ngày 31/01/2026, lý do: chờ hướng dẫn."

STILL_PAUSED = (
    "#5 đang tạm hoãn. Để thực hiện tiếp, bấm “Tiếp tục thực hiện” trong chi tiết nhiệm vụ."
)


async def corrections(stage: Stage) -> list[tuple[str, str, str]]:
    async with stage.program.database.read() as session:
        rows = await session.scalars(select(Correction).order_by(Correction.id))
        return [(row.field.value, row.before, row.after) for row in rows]


async def test_a_task_is_paused_with_reason_and_day_and_resumed(stage: Stage, cast: Cast):
    undo = "[Tiếp tục thực hiện]"
    paused = ("tạm hoãn #5 đến 31/01/2026, lý do: chờ hướng dẫn", f"{PAUSED}\n{undo}")
    await stage.hold(THU, paused)
    stage.hears(SON, PAUSED)
    assert stage.told(KHANH).startswith(PAUSED)
    assert "Tạm hoãn theo quyết định" in await stage.say(BINH, "#5")

    await stage.hold(THU, ("tạm hoãn #5: chờ", STILL_PAUSED))
    await stage.say(THU, "#5")
    await stage.hold(THU, ("[Tiếp tục thực hiện]", f"Tiếp tục thực hiện {NAMED} từ hôm nay."))
    stage.hears(SON, f"Tiếp tục thực hiện {NAMED} từ hôm nay.")
    stage.told(KHANH)
    assert "Tạm hoãn theo" not in await stage.say(SON, "#5")
    for again in ("thôi tiếp tục việc 5 đi", "thôi tạm dừng 5"):
        await stage.say(THU, "việc 5 tạm dừng vì chờ kinh phí")
        await stage.hold(THU, (again, f"Tiếp tục thực hiện {NAMED} từ hôm nay."))
        assert stage.told(SON).endswith("từ hôm nay.")
        stage.told(KHANH)


async def test_a_deadline_is_corrected_and_the_old_one_kept(stage: Stage, cast: Cast):
    told = (
        f"Cơ quan Thường trực điều chỉnh {NAMED}:\n"
        "Thời hạn: Trước 15/01/2026 (chậm nhất 14/01/2026) (trước đó: 31/12/2025)"
    )
    await stage.hold(THU, ("sửa #5 thời hạn: trước 15/01/2026", f"{told}\n[Trả lại như cũ]"))
    stage.hears(SON, told)
    assert stage.told(KHANH).startswith(told)

    assert await corrections(stage) == [("deadline", "31/12/2025", "Trước 15/01/2026")]
    async with stage.program.database.read() as session:
        due = select(Occurrence.due).where(Occurrence.task_id == cast.tasks[5].id)
        assert str(await session.scalar(due)) == "2026-01-14"


async def test_the_deadline_may_be_named_first(stage: Stage, cast: Cast):
    moved = await stage.say(THU, "hạn việc 5 dời lên 25/12")
    assert "Thời hạn: 25/12/2025 (trước đó: 31/12/2025)" in moved
    for who in (SON, KHANH):
        stage.told(who)


async def test_another_lead_is_named_and_both_hear_once(stage: Stage, cast: Cast):
    await stage.say(THU, "#5")
    await stage.say(THU, "[Sửa nhiệm vụ]")
    told = (
        f"Cơ quan Thường trực điều chỉnh {NAMED}:\n"
        "Chủ trì: Phòng Văn hóa - Xã hội (trước đó: Công an xã)"
    )

    await stage.hold(THU, ("chủ trì: Phòng Văn hóa - Xã hội", f"{told}\n[Trả lại như cũ]"))

    stage.hears(SON, told)
    stage.hears(HOA, told)
    assert stage.told(KHANH).startswith(told)
    assert "#5 đạt 20%" in await stage.say(HOA, "#5 được 20%")


async def test_a_task_said_to_be_anothers_is_handed_over_with_a_press(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 không phải của phòng tôi, là của Công an xã")
    assert stage.told(THU).endswith(
        stage.wire.expected("x\n[Chuyển cho Công an xã]\n[Không chuyển]").removeprefix("x\n")
    )

    answer = await stage.say(THU, "[Chuyển cho Công an xã]")

    assert answer.startswith("Đã chuyển #1 ")
    for chat in (HOA, SON, KHANH):
        assert "Chủ trì: Công an xã (trước đó: Phòng Văn hóa - Xã hội)" in stage.told(chat)
    handed = "Thu (mẫu) đã chuyển cho Công an xã (17/12, 08:00)."
    await stage.finds(THU, "[Không chuyển]", handed, "#1 Tổ chức tuyên truyền")


async def test_a_task_stays_where_the_office_says_so(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 không phải của phòng tôi, là của Công an xã")
    stage.told(THU)

    answer = await stage.say(THU, "[Không chuyển]")

    assert answer == stage.told(HOA)
    assert answer.startswith("#1 ")
    assert await corrections(stage) == []


async def test_only_the_standing_office_changes_a_task(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")
    await stage.say(THU, "/xacnhan")
    for verb in ("pause", "resume", "correct"):
        await stage.hold(HOA, (Forged(f"{verb}:{cast.tasks[1].id}"), OFFICE_ONLY))
        await stage.hold(THU, (Forged(f"{verb}:{cast.elsewhere.id}"), OLD))
    await stage.hold(HOA, (Forged("hand:1:1"), OFFICE_ONLY))
    assert await corrections(stage) == []


async def test_an_order_after_a_question_is_no_answer_to_it(stage: Stage, cast: Cast):
    await stage.say(THU, "tạm dừng việc 1")

    moved = await stage.say(THU, "đổi hạn việc 2 sang 15/01/2026")

    assert "15/01/2026" in moved
    assert "Tạm hoãn" not in moved
    for chat in (HOA, DUNG, SON, KHANH):
        stage.told(chat)
    await stage.say(THU, "tạm dừng việc 1")
    assert "Tạm hoãn" not in await stage.say(THU, "có ai xin gia hạn không?")
    assert "Tạm hoãn theo quyết định" not in await stage.say(THU, "#1")


async def test_a_correction_is_put_back_as_it_was(stage: Stage, cast: Cast):
    moved = await stage.say(THU, "đổi hạn việc 1 sang 15/1/2026")
    ends = "Nhiệm vụ không lặp lại theo kỳ nữa."
    kept = f"{ends}\nNếu vẫn lặp lại theo kỳ, bấm “Trả lại như cũ”.\n[Trả lại như cũ]"
    assert moved.endswith(stage.wire.expected(f"Hằng năm; 12/2025)\n{kept}"))
    for chat in (HOA, DUNG):
        assert stage.told(chat).endswith(ends) is (chat == HOA)

    back = await stage.say(THU, "sai rồi, trả lại hạn cũ")
    assert "\nThời hạn: Hằng năm; 12/2025 (chậm nhất 31/12/2025) (trước đó: 15/1/2026)\n" in back
    assert "Phối hợp" not in back
    assert "12/2025 (chậm nhất 31/12/2025) (trước đó: 15/1/2026)" in stage.told(HOA)
    stage.told(DUNG)
    card = await stage.say(THU, "#1")
    assert "Thời hạn: Hằng năm; 12/2025 (chậm nhất 31/12/2025), còn 14 ngày" in card


async def test_only_the_last_correction_of_the_office_is_put_back(stage: Stage, cast: Cast):
    await stage.say(THU, "đổi hạn việc 1 sang 15/1/2026")
    await stage.say(THU, "đổi chủ trì việc 2 sang Công an xã")
    for chat in (HOA, DUNG, SON, KHANH):
        stage.told(chat)

    await stage.say(BINH, "trả lại như cũ")
    await stage.hold(THU, (Forged("putback:1"), OLD))
    assert "Chủ trì: Công an xã" in await stage.say(THU, "#2")


async def test_a_deadline_is_moved_by_a_length_and_no_day_that_is_missing(stage: Stage, cast: Cast):
    for words, day, before in (
        ("lùi hạn việc 5 thêm 10 ngày", "10/01/2026", "31/12/2025"),
        ("gia hạn việc 5 thêm 1 tuần", "17/01/2026", "10/01/2026"),
        ("cho việc 5 thêm 3 ngày nhé", "20/01/2026", "17/01/2026"),
        ("gia hạn thêm nửa tháng cho việc 5", "04/02/2026", "20/01/2026"),
    ):
        told = f"Cơ quan Thường trực gia hạn {NAMED} từ {before} đến {day}."
        await stage.hold(THU, (words, f"{told}\n[Trả lại như cũ]"))
        stage.hears(SON, told)
        stage.told(KHANH)

    missing = (
        "Không có ngày 31/11 trong lịch; chưa điều chỉnh gì. Đề nghị ghi lại, ví dụ "
        "“gia hạn 5 đến 31/12/2025”."
    )
    for words in (
        "đổi hạn việc 5 sang 31/11",
        "gia hạn 5 đến 31 tháng 11",
        "sửa #5 thời hạn: 31/11",
    ):
        await stage.hold(THU, (words, missing))
    assert "Gia hạn 2 nhiệm vụ này?" in await stage.say(THU, "gia hạn 5, 6 thêm 1 tuần")
    passed = "Thời hạn của #3 là 30/09/2025; đề nghị chọn một ngày muộn hơn và chưa qua."
    await stage.hold(THU, ("gia hạn việc 3 thêm 1 tuần", passed))
    assert "Thường trực gia hạn" not in await stage.say(SON, "lùi hạn việc 5 thêm 10 ngày")
    stage.told(THU)


async def test_several_tasks_are_paused_for_one_reason_and_taken_up_together(
    stage: Stage, cast: Cast
):
    """The second number was kept as the reason of the first one's pause."""
    hot = "#6 Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử"
    await stage.hold(
        THU,
        (
            "tạm hoãn việc 5, 6",
            "Tạm hoãn #5, #6 vì lý do gì, đến khi nào? Ví dụ: “chờ hướng dẫn của tỉnh, đến "
            "31/01/2026”.",
        ),
        (
            "chờ hướng dẫn, đến 31/01/2026",
            f"{PAUSED}\nTạm hoãn {hot} đến ngày 31/01/2026, lý do: chờ hướng dẫn.",
        ),
    )
    stage.hears(SON, PAUSED)
    for chat in (KHANH, HOA):
        assert stage.told(chat)
    await stage.hold(
        THU,
        (
            "cho chạy lại cả hai việc",
            f"Tiếp tục thực hiện {NAMED} từ hôm nay.\nTiếp tục thực hiện {hot} từ hôm nay.",
        ),
    )
    stage.hears(SON, f"Tiếp tục thực hiện {NAMED} từ hôm nay.")
    for chat in (KHANH, HOA):
        assert stage.told(chat)
    await stage.say(THU, "tạm hoãn 5, 20 hồ sơ chưa đủ")
    assert stage.told(SON).endswith("lý do: 20 hồ sơ chưa đủ.")
    assert stage.told(KHANH)


async def test_an_order_that_names_whose_task_it_is_is_read_without(stage: Stage, cast: Cast):
    """It was asked how the agency had reported, as if it wished for more time."""
    for words, day in (
        ("gia hạn thêm 10 ngày cho Công an xã việc 5", "10/01/2026"),
        ("gia hạn cho công an xã việc 5 đến 20/01/2026", "20/01/2026"),
    ):
        assert f"đến {day}." in await stage.say(THU, words)
        assert stage.told(SON)
        assert stage.told(KHANH)
    others = "#1 do Phòng Văn hóa - Xã hội chủ trì; chưa thay đổi gì."
    await stage.hold(
        THU,
        ("gia hạn thêm 10 ngày cho Công an xã việc 1", others),
        ("chuyển việc 1 về phòng văn hóa", others),
    )


async def test_a_sentence_about_another_task_is_no_correction_of_the_one_asked_about(
    stage: Stage, cast: Cast
):
    await stage.say(THU, "#2")
    await stage.say(THU, "[Sửa nhiệm vụ]")

    assert "Ghi nhận: #1 đạt 60%" in await stage.say(THU, "việc 1 được 60%, báo qua điện thoại")
    assert "#1 Tổ chức tuyên truyền" in stage.told(HOA)
    await stage.say(THU, "#2")
    await stage.say(THU, "[Sửa nhiệm vụ]")
    assert "31/01/2026" in await stage.say(THU, "thời hạn: 31/01/2026")
    for chat in (HOA, KHANH, SON):
        assert "31/01/2026" in stage.told(chat)


async def test_a_part_without_its_new_words_is_asked_for(stage: Stage, cast: Cast):
    assert (await stage.say(THU, "sửa thời hạn việc 5")).startswith("Sửa gì ở #5?")
    assert "\nThời hạn: 30/06/2026 (trước đó: 31/12/2025)" in await stage.say(THU, "30/6/2026")
    back = await stage.say(THU, "hủy cái vừa sửa")
    assert "\nThời hạn: 31/12/2025 (trước đó: 30/6/2026)\n" in back
    said = await stage.say(THU, "sửa sản phẩm việc 5 thành “Báo cáo quý”")
    assert "\nSản phẩm: Báo cáo quý\n" in said
    said = await stage.say(THU, "việc 6 bỏ cơ quan phối hợp đi")
    assert "\nPhối hợp: không có (trước đó: Phòng Văn hóa - Xã hội)" in said
    stage.unheard()


async def test_work_goes_on_where_the_office_says_so(stage: Stage, cast: Cast):
    """ "Cho làm tiếp việc 5" was taken for a report of its agency."""
    await stage.say(THU, "tạm dừng việc 5 chờ tỉnh")
    stage.unheard()

    answer = await stage.say(THU, "cho làm tiếp việc 5")

    assert answer.startswith("Tiếp tục thực hiện #5 Bảo đảm an toàn thông tin")
    stage.hears(SON, answer)
    stage.unheard()
