"""Questions that lean on the one before, that compare agencies, and that ask of days gone by."""

from datetime import timedelta

from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage


async def test_another_agency_and_another_month_are_asked_the_same(stage: Stage, cast: Cast):
    await stage.say(BINH, "Công an xã đang chậm việc gì?")

    late = await stage.say(BINH, "thế còn Phòng Văn hóa - Xã hội?")
    assert late.startswith("🔴 Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn, đến 17/12/2025")
    before = await stage.say(BINH, "của tháng trước thì sao?")
    assert before.startswith(
        "🔴 Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn, tính hết ngày 30/11/2025"
    )
    assert "quá hạn 62 ngày" in before
    assert (await stage.say(BINH, "liệt kê ra xem")) == before


async def test_what_leans_on_nothing_is_not_guessed(stage: Stage, cast: Cast):
    asked = await stage.say(BINH, "thế còn Công an xã?")
    assert asked.startswith("Công an xã, đến 17/12/2025\n1 nhiệm vụ")

    await stage.say(BINH, "Công an xã đang chậm việc gì?")
    stage.clock.at += timedelta(hours=2)
    assert (await stage.say(BINH, "liệt kê ra xem")).startswith("Chưa rõ ý đồng chí.")
    own = await stage.say(HOA, "tỷ lệ hoàn thành của phòng em")
    assert own.startswith(
        "Phòng Văn hóa - Xã hội, đến 17/12/2025\n"
        "Hoàn thành 0/4 (0%); trong số đã đến hạn 0/1 (0%).\n4 nhiệm vụ: 0 hoàn thành"
    )
    theirs = await stage.say(HOA, "thế còn Công an xã?")
    assert theirs.startswith("Nội dung này dành cho thành viên Ban Chỉ đạo")


async def test_agencies_are_compared_by_what_has_come_due(stage: Stage, cast: Cast):
    await stage.say(HOA, "3 xong")
    stage.clock.at += timedelta(days=3)

    rates = (
        "Toàn Ban Chỉ đạo, đến 20/12/2025: đã hoàn thành trong số nhiệm vụ đã đến hạn\n"
        "Phòng Văn hóa - Xã hội: 1/1 (100%)\n"
        "Phòng Kinh tế: 0/1 (0%), quá hạn 1\n"
        "Chưa có nhiệm vụ đến hạn: Công an xã.\n"
        "Xem một cơ quan: ghi “tình hình Phòng Văn hóa - Xã hội”."
    )
    assert await stage.say(BINH, "cơ quan nào làm tốt nhất?") == rates
    worst = await stage.say(THU, "đơn vị nào kém nhất")
    assert worst.split("\n")[1] == "Phòng Kinh tế: 0/1 (0%), quá hạn 1"
    refused = await stage.say(HOA, "tỷ lệ hoàn thành của từng phòng")
    assert refused.startswith("Nội dung này dành cho thành viên Ban Chỉ đạo")


async def test_what_was_done_late_and_what_was_given_lately(stage: Stage, cast: Cast):
    await stage.say(HOA, "3 xong")

    late = await stage.say(DUNG, "việc nào xong muộn?")
    assert late.startswith(
        "Phòng Văn hóa - Xã hội: 1 nhiệm vụ hoàn thành muộn\n"
        "#3 Xây dựng kế hoạch đào tạo kỹ năng số · hạn 30/09/2025 · hoàn thành ngày 17/12/2025, "
        "muộn 78 ngày"
    )
    await stage.say(THU, "Giao Công an xã rà soát camera, xong trước 20/1/2026")
    await stage.say(THU, "[Giao]")
    stage.told(SON)
    stage.told(KHANH)
    given = await stage.say(SON, "việc nào mới được giao?")
    assert given.startswith(
        "Công an xã: 1 nhiệm vụ được giao từ 11/12/2025 đến 17/12/2025\n#7 Rà soát camera"
    )
    none = "Phòng Văn hóa - Xã hội: không có nhiệm vụ mới được giao từ 11/12/2025 đến 17/12/2025."
    assert await stage.say(HOA, "có việc mới nào không") == none


async def test_who_has_not_reported_within_the_days_named(stage: Stage, cast: Cast):
    await stage.say(SON, "5 được 50%")

    week = await stage.say(BINH, "ai chưa báo cáo tuần này?")
    assert week.startswith(
        "Toàn Ban Chỉ đạo: 5 nhiệm vụ chưa xong, không có báo cáo từ 15/12/2025 đến 17/12/2025"
    )
    assert "Công an xã" not in week


async def test_a_message_of_ones_own_to_all_is_not_taken_for_a_report(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 được 60%")

    for who in (HOA, BINH, THU):
        said = await stage.say(who, "gửi toàn bộ cán bộ: chiều nay họp")
        assert said.startswith("Chưa gửi được thông báo chung từ đây."), who
    tired = await stage.say(HOA, "bực quá, nhắc gì mà nhắc lắm thế")
    assert tired.startswith("Nhắc việc gửi mỗi ngày làm việc một lần")


async def test_the_office_asks_what_to_do_today(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 xong")

    today = await stage.say(THU, "hôm nay cần làm gì?")
    assert today.startswith("Việc chờ đồng chí xử lý:\n1 báo cáo hoàn thành chờ xác nhận")


async def test_of_those_is_of_the_tasks_that_were_listed(stage: Stage, cast: Cast):
    nothing = await stage.say(BINH, "trong số đó việc nào chậm")
    assert nothing.startswith("Chưa rõ là những nhiệm vụ nào.")

    listed = await stage.say(BINH, "Phòng Văn hóa - Xã hội còn việc gì chưa xong?")
    assert listed.startswith("Phòng Văn hóa - Xã hội: 4 nhiệm vụ chưa hoàn thành")

    late = await stage.say(BINH, "trong số đó việc nào chậm")
    assert late.startswith("🔴 4 nhiệm vụ vừa nêu: 1 nhiệm vụ quá hạn, đến 17/12/2025\n#3 ")
    why = await stage.say(BINH, "tai sao")
    assert why.startswith("#3: chưa có khó khăn, vướng mắc nào được báo cáo.")
    assert (await stage.say(BINH, "việc đó khi nào phải xong")).startswith("Thời hạn: ")


async def test_what_was_asked_before_is_not_answered_for_another_question(stage: Stage, cast: Cast):
    await stage.say(BINH, "Công an xã đang vướng việc gì?")
    people = await stage.say(BINH, "ai là thủ trưởng phòng văn hóa")
    assert people.startswith("Phòng Văn hóa - Xã hội: ")

    assert (await stage.say(BINH, "thế công an")).startswith("Công an xã: Sơn (mẫu)")
    await stage.say(BINH, "đơn vị nào kém nhất")
    assert (await stage.say(BINH, "phong do cham viec gi")).startswith(
        "🔴 Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn"
    )


async def test_they_one_more_agency_and_shorter_lean_on_the_answer_before(stage: Stage, cast: Cast):
    late = await stage.say(BINH, "danh sách việc quá hạn của phòng văn hóa")
    assert late.startswith("🔴 Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn")
    assert (await stage.say(BINH, "của phòng kinh tế nữa")).startswith("Phòng Kinh tế: ")
    assert (await stage.say(BINH, "họ còn việc gì")).startswith("Phòng Kinh tế: ")

    await stage.say(BINH, "việc tháng 12 nào chưa bắt đầu")
    next_month = await stage.say(BINH, "tháng 1 thì sao")
    assert next_month.startswith("Toàn Ban Chỉ đạo, thời hạn từ 01/01/2026 đến 31/01/2026: ")

    await stage.say(BINH, "tình hình Công an xã")
    short = await stage.say(BINH, "ngắn thôi")
    assert short.startswith("Công an xã, đến 17/12/2025\n1 nhiệm vụ")
    assert short.endswith("Danh sách và biểu đồ: /tonghop.")


async def test_questions_leave_what_waits_for_confirmation_as_it_was_listed(
    stage: Stage, cast: Cast
):
    await stage.say(HOA, "3 xong")
    await stage.say(THU, "/xacnhan")
    asked = await stage.say(THU, "who is in charge of data security")
    assert (await stage.say(BINH, "ai lo hết vậy")).startswith("Chưa rõ ý đồng chí.")
    assert asked.startswith("Toàn Ban Chỉ đạo: không có nhiệm vụ nào nói đến “data security”")
    assert (await stage.say(HOA, "việc 3 đã được duyệt chưa")).startswith(
        "#3 báo hoàn thành ngày 17/12/2025, đang chờ Cơ quan Thường trực xác nhận."
    )
    assert "đang chờ Cơ quan Thường trực xác nhận." in (
        await stage.say(HOA, "sao việc 3 chưa được xác nhận")
    )
    await stage.say(THU, "đồng ý 3")
    accepted = await stage.say(HOA, "việc 3 đã được duyệt chưa")
    assert "#3 hoàn thành ngày 17/12/2025, đã được xác nhận." in accepted
