"""Reminding now: one message a person, once a day, said to be the standing office's."""

from datetime import timedelta

from tests.dialogues.cast import BINH, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import OFFICE_ONLY

ASKED = (
    "Cơ quan Thường trực (Thu (mẫu)) đề nghị Phòng Văn hóa - Xã hội báo cáo ngay:\n"
    "🔴 Quá hạn 78 ngày (1): tháng 9/2025, chậm nhất 30/09/2025\n"
    "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
    "Chưa báo cáo kỳ này (3): #1, #2, #4\n"
    "Bấm vào nhiệm vụ để báo cáo, hoặc trả lời: “3 được 60%”.\n"
    "[#3] [#1] [#2] [#4]"
)


async def test_one_agency_is_reminded_once_a_day(stage: Stage, cast: Cast):
    words = "đôn đốc ngay Phòng Văn hóa - Xã hội"
    await stage.hold(THU, (words, "✅ Đã đôn đốc: Hoa (mẫu) về #3, #1, #2, #4."))
    stage.hears(HOA, ASKED)

    await stage.hold(THU, (words, "Hôm nay đã đôn đốc: Hoa (mẫu)."))

    stage.clock.at += timedelta(days=1)
    await stage.hold(THU, (words, "✅ Đã đôn đốc: Hoa (mẫu) về #3, #1, #2, #4."))
    assert stage.told(HOA).startswith("Cơ quan Thường trực (Thu (mẫu))")


async def test_all_who_are_late_or_silent_are_reminded_after_a_press(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "/dondoc",
            "Quá hạn hoặc chưa báo cáo kỳ này: Công an xã, Phòng Văn hóa - Xã hội. Sẽ đôn đốc "
            "ngay 3 người.\n[Đôn đốc 3 người]",
        ),
        (
            "[Đôn đốc 3 người]",
            "✅ Đã đôn đốc: Hoa (mẫu) về #3, #1, #2, #4; Sơn (mẫu) về #5; Khánh (mẫu) về #5.",
        ),
    )
    for chat in (HOA, SON, KHANH):
        assert "báo cáo ngay:" in stage.told(chat)


async def test_only_the_standing_office_nudges(stage: Stage, cast: Cast):
    for chat in (HOA, BINH):
        await stage.hold(chat, ("/dondoc", OFFICE_ONLY), (Forged("nudge:all"), OFFICE_ONLY))


async def test_a_task_that_is_named_is_the_only_one_reminded_of(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        ("Nhắc Công an xã việc 3", "#3 do cơ quan chủ trì báo cáo: Phòng Văn hóa - Xã hội."),
        ("Nhắc Phòng Văn hóa - Xã hội việc 2", "✅ Đã đôn đốc: Hoa (mẫu) về #2."),
    )

    stage.hears(
        HOA,
        "Cơ quan Thường trực (Thu (mẫu)) đề nghị Phòng Văn hóa - Xã hội báo cáo ngay:\n"
        "🟡 Đến hạn 31/12/2025, còn 14 ngày (1): tháng 12/2025\n"
        "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
        "Bấm vào nhiệm vụ để báo cáo, hoặc trả lời: “2 được 60%”.\n"
        "[#2]",
    )
    assert (await stage.say(THU, "đôn đốc việc 5")).startswith("✅ Đã đôn đốc: Sơn (mẫu)")
    for chat in (SON, KHANH):
        assert "#5 Bảo đảm an toàn thông tin" in stage.told(chat)


async def test_those_who_have_not_reported_are_asked_about_first(stage: Stage, cast: Cast):
    offer = await stage.say(THU, "đôn đốc ngay")
    await stage.hold(THU, ("nhắc những đơn vị", offer))


async def test_only_what_is_named_is_reminded_of(stage: Stage, cast: Cast):
    """All that was overdue or silent was asked for, whatever of it was meant."""
    await stage.hold(
        THU,
        (
            "nhắc hết những đơn vị chậm",
            "Quá hạn: Phòng Văn hóa - Xã hội. Sẽ đôn đốc ngay 1 người về các nhiệm vụ này.\n"
            "[Đôn đốc 1 người]",
        ),
        ("ok", "✅ Đã đôn đốc: Hoa (mẫu) về #3."),
        (
            "nhac cac don vi chua bao cao",
            "Chưa báo cáo kỳ này: Công an xã, Phòng Văn hóa - Xã hội. Sẽ đôn đốc ngay 3 người về "
            "các nhiệm vụ này.\n[Đôn đốc 3 người]",
        ),
        (
            "nhắc công an xã mấy việc sắp đến hạn",
            "Đến hạn từ nay đến hết 31/12/2025: Công an xã. Sẽ đôn đốc ngay 2 người về các nhiệm "
            "vụ này.\n[Đôn đốc 2 người]",
        ),
        ("[Đôn đốc 2 người]", "✅ Đã đôn đốc: Sơn (mẫu) về #5; Khánh (mẫu) về #5."),
    )
    assert "#3 " in stage.told(HOA)
    for chat in (SON, KHANH):
        assert "🟡 Đến hạn 31/12/2025, còn 14 ngày (1)" in stage.told(chat)


async def test_the_hour_by_which_a_report_is_wanted_is_passed_on(stage: Stage, cast: Cast):
    words = "nhắc công an xã báo cáo việc 5 trước 16h"
    await stage.say(THU, words)
    for chat in (SON, KHANH):
        assert f"“{words}”" in stage.told(chat)


async def test_all_agencies_are_demanded_of_in_one_sentence(stage: Stage, cast: Cast):
    words = "yêu cầu các đơn vị báo cáo trước ngày 20"

    assert "Chuyển đề nghị" in await stage.say(BINH, words)
    assert (await stage.say(THU, words)).startswith("Quá hạn hoặc chưa báo cáo kỳ này: ")
