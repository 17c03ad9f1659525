"""What an agency's people ask of their own tasks in words, and what of others is not theirs."""

import pytest

from tests.dialogues.cast import BINH, DUNG, HOA, THU, Cast
from tests.dialogues.stage import Stage
from tests.make import make_occurrence, make_plan, make_task

LEADERS = (
    "Nội dung này dành cho thành viên Ban Chỉ đạo và Cơ quan Thường trực (Thu (mẫu)).\n"
    "Chuyển đề nghị này đến Cơ quan Thường trực?\n[Chuyển đề nghị]"
)
NEXT_DUE = (
    "Phòng Văn hóa - Xã hội: không có nhiệm vụ chưa xong nào đến hạn từ 17/12/2025 đến "
    "24/12/2025.\n"
    "🟡 Hạn gần nhất sau đó: 31/12/2025, 2 nhiệm vụ\n"
    "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW\n"
    "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
    "Bấm vào nhiệm vụ để báo cáo, hoặc trả lời: “1 được 60%”.\n"
    "[#1] [#2]"
)


@pytest.mark.parametrize(
    "words", ["viec nao sap den han", "hạn gần nhất là ngày nào?", "which tasks are due"]
)
async def test_what_comes_due_is_told_with_the_next_day(stage: Stage, cast: Cast, words: str):
    await stage.hold(HOA, (words, NEXT_DUE))


@pytest.mark.parametrize("words", ["việc tuần sau", "viec thang 1", "nhiệm vụ quý I"])
async def test_days_alone_ask_what_is_due_in_them(stage: Stage, cast: Cast, words: str):
    assert "không có nhiệm vụ chưa xong nào đến hạn từ" in await stage.say(HOA, words)


async def test_what_is_overdue_by_more_than_some_days(stage: Stage, cast: Cast):
    heading = "🔴 Phòng Văn hóa - Xã hội, trên 30 ngày: 1 nhiệm vụ quá hạn, đến 17/12/2025"
    assert (await stage.say(HOA, "bao nhiêu việc quá hạn trên 30 ngày")).startswith(heading)
    none = await stage.say(BINH, "việc nào quá hạn trên 90 ngày?")
    assert none == "Toàn Ban Chỉ đạo, trên 90 ngày: không có nhiệm vụ quá hạn, đến 17/12/2025."


async def test_what_was_not_reported_and_whom_no_task_was_given_to(stage: Stage, cast: Cast):
    silent = await stage.say(HOA, "việc nào của em chưa báo cáo?")
    assert silent.startswith("Phòng Văn hóa - Xã hội: 4 nhiệm vụ chưa báo cáo kỳ này\n#3 Xây dựng")

    free = await stage.say(DUNG, "việc nào của phòng chưa ai nhận?")
    assert free.startswith("Phòng Văn hóa - Xã hội: 4 nhiệm vụ chưa giao cho cán bộ nào")
    assert "Phân công: ghi “giao việc 1 cho …”." in free


async def test_now_is_compared_with_then(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 xong")
    await stage.say(HOA, "2 vướng kinh phí")
    stage.told(THU)

    compared = (
        "Phòng Văn hóa - Xã hội, 17/12/2025 so với 10/12/2025\n"
        "Hoàn thành: 1 (tăng 1)\n"
        "Quá hạn: 1 (không đổi)\n"
        "Có khó khăn, vướng mắc: 1 (tăng 1)\n"
        "Có báo cáo trong 7 ngày qua: 2 nhiệm vụ; 7 ngày trước đó: 0\n"
        "✅ Mới hoàn thành: #1\n"
        "[#1]"
    )
    await stage.hold(HOA, ("tuần này so với tuần trước thế nào", compared))
    month = await stage.say(BINH, "thang nay so voi thang truoc")
    assert month.startswith(
        "Toàn Ban Chỉ đạo, 17/12/2025 so với 17/11/2025\nHoàn thành: 1 (tăng 1)"
    )


async def test_another_agencys_tasks_are_not_theirs_to_ask_of(stage: Stage, cast: Cast):
    for words in ("Công an xã chậm việc gì?", "việc nào của Công an xã sắp đến hạn?"):
        await stage.hold(HOA, (words, LEADERS))


async def test_a_subject_finds_its_tasks(stage: Stage, cast: Cast):
    shown = await stage.say(BINH, "việc nào liên quan đến ky nang so?")
    assert shown.startswith("#3 Xây dựng kế hoạch đào tạo kỹ năng số")
    none = "Không có nhiệm vụ nào nói đến “bóng đá”. Đề nghị hỏi bằng ít từ hơn trong nội dung"
    assert (await stage.say(BINH, "việc nào về bóng đá?")).startswith(none)
    theirs = await stage.say(HOA, "việc nào liên quan đến an toàn thông tin?")
    assert theirs.startswith("Không có nhiệm vụ nào nói đến “an toàn thông tin”.")


async def test_a_file_is_said_not_to_be_made_yet(stage: Stage, cast: Cast):
    own = "Chưa xuất được tệp Excel, Word, PDF. Hiện có /viec: danh sách nhiệm vụ theo từng phần."
    await stage.hold(HOA, ("xuất danh sách ra excel giúp em", own))
    leaders = await stage.say(BINH, "gửi tôi báo cáo bằng file word")
    assert leaders.startswith("Chưa xuất được tệp Excel, Word, PDF. Hiện có /tonghop")


async def test_an_answer_is_turned_in_place(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        plan = await make_plan(session, await session.merge(cast.vinh_lai))
        police = await session.merge(cast.police)
        for number in range(11):
            task = await make_task(session, plan, lead=police, content=f"Việc thứ {number}")
            await make_occurrence(session, task)

    first = await stage.say(BINH, "danh sách việc của Công an xã")
    assert first.startswith("Công an xã: 12 nhiệm vụ chưa hoàn thành")
    assert "… và 6 nhiệm vụ nữa" in first
    count = stage.messages(BINH)
    second = await stage.say(BINH, "[Tiếp]")
    assert second.startswith("Công an xã: 12 nhiệm vụ chưa hoàn thành")
    assert "Việc thứ 10" in second
    assert stage.messages(BINH) == count + (0 if stage.wire.pictures else 1)
    await stage.say(BINH, "việc nào nặng nhất")
    behind = await stage.say(BINH, "[Chưa xong (17)]")
    assert "… và 11 nhiệm vụ nữa" in behind
    assert "… và 5 nhiệm vụ nữa" in await stage.say(BINH, "[Tiếp]")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("tháng này không có gì thay đổi so với tháng trước", "✅ Ghi nhận: #2 chưa có gì mới"),
        (
            "việc này của công an mà, sao lại giao cho phòng em",
            "Đã chuyển ý kiến của đồng chí về #2",
        ),
        ("bao giờ đến hạn vậy?", "#2 Nghiên cứu đề xuất"),
        ("báo cáo xong chưa?", "#2 Nghiên cứu đề xuất"),
    ],
)
async def test_words_of_the_task_spoken_of_are_no_question_of_all(
    stage: Stage, cast: Cast, words: str, begins: str
):
    await stage.say(HOA, "#2")

    assert (await stage.say(HOA, words)).startswith(begins)
    stage.told(THU)


async def test_another_agencys_tasks_are_not_answered_by_ones_own(stage: Stage, cast: Cast):
    answer = await stage.say(DUNG, "cho tôi xem việc của Phòng Kinh tế")

    assert "dành cho thành viên Ban Chỉ đạo" in answer


async def test_reminders_that_cannot_be_stopped_say_how_they_end(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, "đừng nhắc việc 2 nữa")

    assert answer.startswith("#2 còn được nhắc cho đến khi báo hoàn thành.")


async def test_a_figure_asked_for_is_no_report(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 được 60%")

    card = await stage.say(HOA, "tỷ lệ hoàn thành việc 2")
    assert card.startswith("#2 Nghiên cứu đề xuất")
    assert "Tiến độ: chưa thực hiện" in card
    whole = await stage.say(DUNG, "phòng tôi thế nào rồi?")
    assert whole.startswith("Phòng Văn hóa - Xã hội, đến 17/12/2025\n4 nhiệm vụ")
    week = await stage.say(HOA, "tuần này phòng phải xong gì")
    assert week.startswith("Phòng Văn hóa - Xã hội: không có nhiệm vụ chưa xong nào đến hạn từ")
    owed = await stage.say(HOA, "còn thiếu báo cáo gì không")
    assert owed.startswith("Phòng Văn hóa - Xã hội: 3 nhiệm vụ chưa báo cáo kỳ này")


async def test_small_talk_gets_a_plain_answer(stage: Stage, cast: Cast):
    for words in ("alo có ai không", "em chào anh chị ạ"):
        assert (await stage.say(HOA, words)).startswith("Chào đồng chí."), words
    phone = await stage.say(HOA, "anh ơi mất điện thoại rồi đổi số được không")
    assert phone.startswith("Báo cáo được lưu ở đây, không lưu trên điện thoại.")
    assert "Thu (mẫu)" in await stage.say(HOA, "tôi muốn gặp người phụ trách")


async def test_one_persons_tasks_are_those_given_by_name_else_the_agencys(stage: Stage, cast: Cast):
    why = (
        "Chưa có nhiệm vụ nào giao riêng cho Hoa (mẫu); dưới đây là nhiệm vụ của "
        "Phòng Văn hóa - Xã hội.\nPhòng Văn hóa - Xã hội: "
    )
    asked = ("Hoa đang làm việc gì", "chị Hoa còn việc nào?", "việc của đồng chí Hoa")
    for words in asked:
        assert (await stage.say(DUNG, words)).startswith(f"{why}4 nhiệm vụ chưa xong")
        assert (await stage.say(BINH, words)).startswith(f"{why}4 nhiệm vụ chưa hoàn thành")

    await stage.say(DUNG, "việc 3 giao cho Hoa")
    stage.told(HOA)
    theirs = (
        "Hoa (mẫu): 1 nhiệm vụ được giao riêng, chưa xong\n"
        "🔴 Quá hạn 78 ngày (1): tháng 9/2025, chậm nhất 30/09/2025\n"
        "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n[#3]"
    )
    for words in asked:
        for chat in (DUNG, BINH, THU):
            await stage.hold(chat, (words, theirs))
    for words in ("hoa chưa làm việc gì", "phòng còn việc nào", "chị Sơn còn việc nào"):
        assert "giao riêng" not in await stage.say(DUNG, words)


async def test_a_question_that_denies_is_no_report_of_the_task_before(stage: Stage, cast: Cast):
    await stage.say(DUNG, "giao việc 1 cho chị Hoa")
    stage.told(HOA)
    free = await stage.say(DUNG, "việc nào trong phòng chưa giao cho ai")
    assert free.startswith("Phòng Văn hóa - Xã hội: 3 nhiệm vụ chưa giao cho cán bộ nào")
    assert "Tiến độ: chưa thực hiện" in await stage.say(DUNG, "#1")


async def test_tasks_are_listed_by_how_far_they_are(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 được 40%")
    await stage.say(HOA, "2 được 85%")
    far = await stage.say(THU, "việc nào làm được trên 80% rồi")
    assert far.startswith("Toàn Ban Chỉ đạo, đạt 81-100%: 1 nhiệm vụ chưa hoàn thành\n#2 ")
    assert ", 85%\n" in far
    leaning = await stage.say(THU, "thế còn Công an xã?")
    assert leaning.startswith("Công an xã, đạt 81-100%: ")
    own = await stage.say(HOA, "việc nào của tôi từ 30% đến 60%")
    assert own.startswith("Phòng Văn hóa - Xã hội, đạt 30-60%: 1 nhiệm vụ chưa hoàn thành\n#1 ")


async def test_an_agency_nobody_knows_is_not_answered_by_ones_own(stage: Stage, cast: Cast):
    for words, called in (
        ("Trung tâm y tế đang chậm việc gì", "Trung tâm y tế"),
        ("Phòng Nông nghiệp có việc nào quá hạn không", "Phòng Nông nghiệp"),
    ):
        assert (await stage.say(HOA, words)).startswith(f"Danh bạ không có “{called}”.")


@pytest.mark.parametrize("words", ["tôi muốn xem báo cáo của phòng", "Tổng hợp từ đầu năm đến nay"])
async def test_the_agencys_figures_are_asked_for(stage: Stage, cast: Cast, words: str):
    """ "Muốn" was read as "muộn", and days until today as days to come."""
    answer = await stage.say(HOA, words)

    assert answer.startswith("Phòng Văn hóa - Xã hội, đến 17/12/2025\n4 nhiệm vụ: ")


async def test_the_reporting_regime_is_the_days_of_reports(stage: Stage, cast: Cast):
    for who in (HOA, THU):
        assert (await stage.say(who, "chế độ báo cáo của kế hoạch")).startswith("Lịch báo cáo\n")


async def test_ones_own_reminders_are_explained(stage: Stage, cast: Cast):
    """ "Sao không thấy nhắc" was answered with what can be typed."""
    await stage.say(HOA, "#2")
    assert "Thứ Hai, 22/12/2025" in await stage.say(HOA, "hoãn nhắc 3 ngày")

    why = await stage.say(HOA, "sao hôm nay không thấy nhắc?")
    assert why.startswith("Đã nhắc:\n· chưa có\nTrong 14 ngày tới")
    assert "\n· #2 hẹn nhắc lại ngày 22/12/2025" in why

    still = await stage.say(HOA, "em báo rồi mà sao vẫn nhắc")
    assert still == (
        "Nhiệm vụ còn được nhắc cho đến khi báo hoàn thành hoặc được gia hạn; báo tiến độ không "
        f"dừng nhắc.\n{why}"
    )

    for asked in ("why was I not reminded today?", "I reported already, why am I still reminded"):
        assert (await stage.say(HOA, asked)).endswith(why), asked  # no report of the task before


async def test_another_agencys_tasks_are_not_answered_with_ones_own(stage: Stage, cast: Cast):
    said = await stage.say(DUNG, "viec cua phong kinh te")
    assert said.startswith("Nội dung này dành cho thành viên Ban Chỉ đạo")
