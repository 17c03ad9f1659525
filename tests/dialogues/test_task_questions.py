"""What is asked of tasks by number, beside what is reported, and what stays spoken of."""

from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.stage import Stage


async def test_how_several_tasks_stand_is_said_in_a_line_each(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 được 60%")

    await stage.hold(
        HOA,
        (
            "việc 1 việc 3 thế nào rồi",
            "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW · Phòng Văn hóa - Xã hội, thời hạn "
            "31/12/2025 · đang thực hiện, 60%, còn 14 ngày\n"
            "#3 Xây dựng kế hoạch đào tạo kỹ năng số · Phòng Văn hóa - Xã hội, thời hạn "
            "30/09/2025 · chưa thực hiện, quá hạn 78 ngày\n"
            "[#1] [#3]",
        ),
    )
    asked = await stage.say(BINH, "việc 1 với 5 sao rồi")
    assert "#1 Tổ chức" in asked
    assert (await stage.say(BINH, "ai làm?")) == asked


async def test_a_question_beside_a_report_is_answered_and_the_report_kept(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "việc 4 thế nào rồi, việc 1 xong",
            "✅ Ghi nhận: #1 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
            "Chờ Cơ quan Thường trực xác nhận. Nếu có văn bản, gửi kèm hoặc ghi số hiệu.\n"
            "#4 Duy trì các nhóm Zalo cộng đồng · Phòng Văn hóa - Xã hội · chưa thực hiện\n"
            "[Đính kèm] [Báo nhầm, hủy]",
        ),
    )
    other = await stage.say(HOA, "việc 5 thế nào, việc 2 được 30%")
    assert other.startswith("✅ Ghi nhận: #2 đạt 30%.")
    assert "#5 do Công an xã chủ trì; cơ quan đồng chí không tham gia nhiệm vụ này." in other


async def test_what_was_spoken_of_stays_so_after_thanks(stage: Stage, cast: Cast):
    await stage.say(HOA, "việc 1 được 60%")
    await stage.say(HOA, "rõ, cảm ơn")

    assert (await stage.say(HOA, "được 80%")).startswith("✅ Ghi nhận: #1 đạt 80%.")


async def test_a_tasks_history_is_asked_for_in_words(stage: Stage, cast: Cast):
    await stage.say(HOA, "việc 1 xong")

    told = (
        "Lịch sử #1 Tổ chức tuyên truyền về Nghị quyết số…: 1 mục\n"
        "17/12, 08:00 Hoa (mẫu): việc 1 xong\n"
        "[#1]"
    )
    for words in ("ai báo việc 1 xong, khi nào, kèm gì?", "lịch sử việc 1", "who reported task 1?"):
        await stage.hold(BINH, (words, told))
    theirs = await stage.say(HOA, "lịch sử việc 5")
    assert theirs.startswith("#5 do Công an xã chủ trì")


async def test_the_due_day_is_told_first_with_what_waits_for_a_decision(stage: Stage, cast: Cast):
    await stage.say(HOA, "xin gia hạn việc 2 đến 15/1/2026")
    stage.told(THU)

    waits = "Đang chờ quyết định gia hạn đến 15/01/2026 (Hoa (mẫu) đề nghị ngày 17/12/2025)"
    await stage.hold(
        HOA,
        (
            "còn bao nhiêu ngày nữa đến hạn việc 2",
            "Thời hạn: tháng 12/2025 (chậm nhất 31/12/2025), còn 14 ngày\n"
            "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
            "Tiến độ: chưa thực hiện\n"
            f"{waits}\n"
            "[#2]",
        ),
    )
    assert waits in await stage.say(BINH, "#2")


async def test_of_a_long_report_the_part_about_the_task_is_shown(stage: Stage, cast: Cast):
    rest = "đã tổ chức ba buổi tuyên truyền tại các thôn với hơn hai trăm người dự"
    await stage.say(HOA, f"việc 1: {rest}, đạt 60%; việc 2: {rest}, đạt 40%; việc 4 được 90%")

    assert "Hoa (mẫu): … việc 4 được 90%" in await stage.say(HOA, "#4")
    assert "Hoa (mẫu): … việc 4 được 90%" in await stage.say(HOA, "lịch sử việc 4")


async def test_a_line_of_the_card_is_asked_for_and_no_tasks_content(stage: Stage, cast: Cast):
    card = await stage.say(HOA, "#6")
    for words in ("ai phối hợp?", "sản phẩm là gì", "ai chủ trì vậy", "who helps with it?"):
        await stage.hold(HOA, (words, card))


async def test_what_proves_a_task_and_who_has_accepted_it(stage: Stage, cast: Cast):
    none = "#2 chưa có văn bản, tài liệu minh chứng.\n#2 Nghiên cứu đề xuất"
    for words in (
        "việc 2 có văn bản gì chưa",
        "minh chung cua viec 2 dau",
        "any evidence for task 2",
    ):
        assert (await stage.say(BINH, words)).startswith(none), words
    await stage.say(HOA, "việc 1 xong, văn bản 45/KH-UBND")
    stage.told(THU)

    assert (await stage.say(BINH, "việc 1 có văn bản gì")).startswith(
        "📎 Minh chứng (1): văn bản 45/KH-UBND\n"
    )
    waits = "#1 báo hoàn thành ngày 17/12/2025, đang chờ Cơ quan Thường trực xác nhận."
    assert (await stage.say(BINH, "việc 1 ai xác nhận")).startswith(waits)


async def test_a_member_asks_why_without_a_question_mark(stage: Stage, cast: Cast):
    assert (await stage.say(BINH, "vì sao việc 3 chậm")).startswith("#3: chưa có khó khăn")
