"""A task's history: everything that happened to it, page by page, slips and corrections marked."""

from datetime import timedelta

from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage


async def test_slips_and_corrections_stay_and_are_marked(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(HOA, "[Báo nhầm, hủy]")
    await stage.say(HOA, "#2 được 60%")
    await stage.say(HOA, "à nhầm, việc 2 mới 50%")
    card = await stage.say(HOA, "#2")

    assert card.count("Hoa (mẫu)") == 1
    await stage.hold(
        HOA,
        (
            "[Lịch sử (3)]",
            "Lịch sử #2 Nghiên cứu đề xuất ban hành quy tắc ứng…: 3 mục\n"
            "17/12, 08:00 Hoa (mẫu): à nhầm, việc 2 mới 50%\n"
            "17/12, 08:00 Hoa (mẫu): #2 được 60% (đã sửa 17/12, 08:00)\n"
            "17/12, 08:00 Hoa (mẫu): #2 xong (đã hủy 17/12, 08:00)\n"
            "[#2]",
        ),
    )


async def test_what_the_office_did_stands_there_with_what_was_before(stage: Stage, cast: Cast):
    await stage.say(THU, "#2 xong (Phòng Văn hóa - Xã hội báo qua điện thoại)")
    stage.told(HOA)
    await stage.say(THU, "trả lại 2, thiếu văn bản")
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026, chờ kinh phí")
    stage.told(THU)
    await stage.say(THU, "[Đồng ý]")
    await stage.say(THU, "sửa #2 sản phẩm: Quyết định ban hành")
    await stage.say(THU, "sửa #2 thời hạn: 31/01/2026")
    await stage.say(BINH, "chỉ đạo #2: báo cáo trước thứ sáu")
    stage.clock.at += timedelta(days=20)
    await stage.say(THU, "tạm hoãn #2 đến 31/01/2026: chờ hướng dẫn")
    await stage.say(SON, "#2")

    await stage.hold(
        SON,
        (
            "[Lịch sử (8)]",
            "Lịch sử #2 Nghiên cứu đề xuất ban hành quy tắc ứng…: 8 mục\n"
            "Trang 1/2, mới nhất trước\n"
            "06/01/2026 Thu (mẫu): tạm hoãn đến 31/01/2026: “chờ hướng dẫn”\n"
            "17/12/2025, 08:00 Bình (mẫu): chỉ đạo: “báo cáo trước thứ sáu” (chưa trả lời)\n"
            "17/12/2025, 08:00 Thu (mẫu): điều chỉnh: Thời hạn “31/01/2026” "
            "(trước đó “tháng 12/2025”)\n"
            "17/12/2025, 08:00 Thu (mẫu): điều chỉnh: Sản phẩm “Quyết định ban hành”\n"
            "17/12/2025, 08:00 Thu (mẫu): đồng ý gia hạn đến 15/01/2026\n"
            "17/12/2025, 08:00 Hoa (mẫu): #2 xin gia hạn đến 15/01/2026, chờ kinh phí\n"
            "[#2] [Tiếp]",
        ),
    )
    before = stage.messages(SON)
    await stage.hold(
        SON,
        (
            "[Tiếp]",
            "Lịch sử #2 Nghiên cứu đề xuất ban hành quy tắc ứng…: 8 mục\n"
            "Trang 2/2, mới nhất trước\n"
            "17/12/2025, 08:00 Thu (mẫu): trả lại báo cáo hoàn thành: “thiếu văn bản”\n"
            "17/12/2025, 08:00 Thu (mẫu) báo cáo thay Phòng Văn hóa - Xã hội, qua điện thoại: "
            "#2 xong\n"
            "[#2] [Trước]",
        ),
    )
    for person in (HOA, DUNG, KHANH):
        stage.told(person)
    assert stage.messages(SON) == before + (1 if stage.wire.channel == "plain" else 0)


async def test_a_history_is_for_who_may_see_the_card(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%")
    await stage.say(SON, "/viec")
    card = cast.tasks[1].id

    for data in (f"history:{card}", f"history:{card}:0"):
        assert "không tham gia nhiệm vụ này" in await stage.say(SON, Forged(data))
    theirs = await stage.say(SON, Forged(f"history:{cast.elsewhere.id}"))
    assert "kín" not in theirs
