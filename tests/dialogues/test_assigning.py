"""Tasks that the standing office gives in words."""

from sqlalchemy import select

from db.models import Acknowledgement, Occurrence, Task
from tests.dialogues.cast import BINH, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_lists_and_cards import OLD

OFFICE_ONLY = (
    "Nội dung này dành cho Cơ quan Thường trực (Thu (mẫu)).\n"
    "Những việc đồng chí làm được ở đây: /trogiup."
)
PASS_ON = (
    "Nội dung này dành cho Cơ quan Thường trực (Thu (mẫu)).\n"
    "Chuyển đề nghị này đến Cơ quan Thường trực?\n[Chuyển đề nghị]"
)
LEADERS_ONLY = (
    "Nội dung này dành cho thành viên Ban Chỉ đạo và Cơ quan Thường trực (Thu (mẫu)).\n"
    "Những việc đồng chí làm được ở đây: /trogiup."
)
ORDER = (
    "Giao Công an xã chủ trì, phối hợp Phòng Văn hóa - Xã hội, xây dựng CSDL dân cư, "
    "sản phẩm: báo cáo, xong trước 31/12/2025"
)
LINES = (
    "Xây dựng cơ sở dữ liệu dân cư\n"
    "Chủ trì: Công an xã\n"
    "Phối hợp: Phòng Văn hóa - Xã hội\n"
    "Sản phẩm: Báo cáo\n"
    "Thời hạn: Trước 31/12/2025 (chậm nhất 30/12/2025)"
)
CARD = f"Giao nhiệm vụ này?\n{LINES}\n[Giao] [Sửa] [Thôi]"
GIVEN = (
    "✅ Đã giao: #7 Xây dựng cơ sở dữ liệu dân cư.\n"
    "Đã báo: Sơn (mẫu), Khánh (mẫu), Hoa (mẫu). Chi tiết nhiệm vụ ghi rõ ai đã nhận.\n"
    "[#7]"
)


async def given(stage: Stage) -> list[tuple[int, str, str]]:
    async with stage.program.database.read() as session:
        rows = await session.execute(
            select(Task.number, Task.content, Occurrence.due)
            .join(Occurrence, Occurrence.task_id == Task.id)
            .join(Task.plan)
            .where(Task.number > 6)
            .order_by(Task.number)
        )
        return [(number, content, str(due)) for number, content, due in rows]


async def give(stage: Stage) -> None:
    await stage.say(THU, ORDER)
    await stage.say(THU, "[Giao]")
    for chat in (SON, KHANH, HOA):
        stage.told(chat)


async def test_a_new_task_is_added_without_the_word_to_give(stage: Stage, cast: Cast):
    asked = (
        "Giao nhiệm vụ này?\nRà soát nhân khẩu tạm trú\nChủ trì: Công an xã\n"
        "Thời hạn: 15/01/2026\n[Giao] [Sửa] [Thôi]"
    )
    words = "thêm việc mới: Công an xã rà soát nhân khẩu tạm trú, hạn 15/1/2026"
    await stage.hold(THU, (words, asked), ("không", "Đã bỏ; không có gì thay đổi."))
    assert await given(stage) == []


async def test_a_task_is_said_back_in_full_given_and_received(stage: Stage, cast: Cast):
    await stage.hold(THU, (ORDER, CARD), ("[Giao]", GIVEN))

    stage.hears(SON, f"Giao nhiệm vụ #7, Công an xã chủ trì:\n{LINES}\n[Đã nhận]")
    stage.hears(HOA, f"Giao nhiệm vụ #7, Phòng Văn hóa - Xã hội phối hợp:\n{LINES}\n[Đã nhận]")
    assert stage.told(KHANH).startswith("Giao nhiệm vụ #7, Công an xã chủ trì:\n")
    assert await given(stage) == [(7, "Xây dựng cơ sở dữ liệu dân cư", "2025-12-30")]

    await stage.hold(
        SON,
        (
            "[Đã nhận]",
            "✅ Ghi nhận đồng chí đã nhận #7. Khi báo cáo, ghi: “7 được 30%”.",
        ),
        ("[Đã nhận]", "Đồng chí đã báo nhận #7 trước đó.\n[#7]"),
    )
    await stage.hold(
        HOA,
        ("đã nhận", "✅ Ghi nhận đồng chí đã nhận #7. Khi báo cáo, ghi: “7 được 30%”."),
    )
    card = await stage.say(THU, "#7")
    assert "Đã nhận: Sơn (mẫu) (17/12, 08:00), Hoa (mẫu) (17/12, 08:00)\n" in card
    assert "Chưa nhận: Khánh (mẫu)" in card
    waiting = await stage.say(THU, "/giaoviec")
    assert "#7 Xây dựng cơ sở dữ liệu dân cư · chưa nhận: Khánh (mẫu)" in waiting


async def test_the_task_given_is_reported_and_reminded_like_any_other(stage: Stage, cast: Cast):
    await give(stage)

    assert (await stage.say(SON, "7 được 30%")).startswith("✅ Ghi nhận: #7 đạt 30%.")
    assert "#7 Xây dựng cơ sở dữ liệu dân cư" in await stage.say(SON, "/viec")


async def test_what_is_missing_is_asked_one_thing_at_a_time(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "/giaoviec phòng tài chính chủ trì lập dự toán kinh phí",
            "Chưa rõ “phòng tài chính” là cơ quan nào. Giao cơ quan nào chủ trì?\n"
            "[Công an xã]\n[Phòng Kinh tế]\n[Phòng Văn hóa - Xã hội]\n"
            "[Thêm “Phòng tài chính”]\n[Thôi]",
        ),
        (
            "[Phòng Kinh tế]",
            "Thời hạn đến khi nào? Chọn, hoặc ghi: “trước 20/12/2025”, “hằng quý”.\n"
            "[31/12/2025]\n[Thường xuyên]\n[Thôi]",
        ),
        (
            "15/12/2025",
            "Ngày 15/12/2025 đã qua. Thời hạn đến khi nào?\n[31/12/2025]\n[Thường xuyên]\n[Thôi]",
        ),
        (
            "thứ sáu tuần sau",
            "Giao nhiệm vụ này?\nLập dự toán kinh phí\nChủ trì: Phòng Kinh tế\n"
            "Thời hạn: 26/12/2025\n[Giao] [Sửa] [Thôi]",
        ),
        ("[Thôi]", "Đã bỏ; không có gì thay đổi."),
    )
    assert await given(stage) == []


async def test_a_part_is_changed_before_it_is_given(stage: Stage, cast: Cast):
    await stage.say(THU, ORDER)
    await stage.say(THU, "[Sửa]")

    answer = await stage.say(THU, "thời hạn: trước 25/12/2025")

    assert answer == stage.wire.expected(
        CARD.replace("Trước 31/12/2025 (chậm nhất 30/12", "Trước 25/12/2025 (chậm nhất 24/12")
    )


async def test_an_older_card_gives_nothing(stage: Stage, cast: Cast):
    await stage.say(THU, ORDER)
    await stage.say(THU, ORDER)

    await stage.hold(THU, (Forged("assign:1"), OLD))

    assert await given(stage) == []


async def test_a_card_pressed_twice_gives_once(stage: Stage, cast: Cast):
    await give(stage)

    await stage.finds(
        THU,
        "[Giao]",
        "Nhiệm vụ này đã được giao: #7.",
        "#7 Xây dựng cơ sở dữ liệu dân cư",
    )

    assert len(await given(stage)) == 1


async def test_nobody_but_the_standing_office_gives(stage: Stage, cast: Cast):
    for chat in (HOA, BINH):
        await stage.hold(chat, (f"/giaoviec {ORDER}", PASS_ON), (Forged("assign:1"), OFFICE_ONLY))
    assert await given(stage) == []


async def test_a_receipt_is_kept_only_of_who_was_told(stage: Stage, cast: Cast):
    await give(stage)
    await stage.say(BINH, "/trogiup")
    async with stage.program.database.read() as session:
        task = (await session.scalars(select(Task).where(Task.number == 7))).one()

    await stage.hold(
        BINH, (Forged(f"received:{task.id}"), OLD), (Forged(f"received:{cast.elsewhere.id}"), OLD)
    )

    async with stage.program.database.read() as session:
        kept = await session.scalars(
            select(Acknowledgement).where(Acknowledgement.received_at.is_not(None))
        )
        assert list(kept) == []


async def test_a_task_given_to_a_person_is_led_by_their_agency(stage: Stage, cast: Cast):
    asked = await stage.say(THU, "giao chị Hoa rà soát nhà văn hóa thôn, xong trước 20/12/2025")

    assert "Rà soát nhà văn hóa thôn\nChủ trì: Phòng Văn hóa - Xã hội\n" in asked


async def test_an_agency_that_nobody_knows_is_offered_to_be_added(stage: Stage, cast: Cast):
    """Without "chủ trì" the order was not understood, or answered as a correction of a task."""
    await stage.hold(
        THU,
        (
            "giao Ban Quản lý dự án lập báo cáo tiến độ công trình, xong trước 30/12/2025",
            "Chưa rõ “Ban Quản lý dự án” là cơ quan nào. Giao cơ quan nào chủ trì?\n"
            "[Công an xã]\n[Phòng Kinh tế]\n[Phòng Văn hóa - Xã hội]\n"
            "[Thêm “Ban Quản lý dự án”]\n[Thôi]",
        ),
        (
            "[Thêm “Ban Quản lý dự án”]",
            "✅ Đã thêm “Ban Quản lý dự án” vào danh bạ.\nGiao nhiệm vụ này?\n"
            "Lập báo cáo tiến độ công trình\nChủ trì: Ban Quản lý dự án\n"
            "Thời hạn: Trước 30/12/2025 (chậm nhất 29/12/2025)\n[Giao] [Sửa] [Thôi]",
        ),
    )


async def test_words_that_name_no_agency_are_no_answer_to_which_leads(stage: Stage, cast: Cast):
    """The question came again instead of the reminders asked for."""
    asked = await stage.say(THU, "giao cho ban abc tổng hợp báo cáo tuần, trước thứ sáu")
    assert asked.startswith("Chưa rõ “ban abc” là cơ quan nào.")
    assert "Đôn đốc" in await stage.say(THU, "nhắc tất cả đơn vị chưa báo cáo")


async def test_an_agency_is_known_by_its_head_and_a_weekday_is_a_deadline(stage: Stage, cast: Cast):
    card = await stage.say(THU, "giao công an tổng hợp báo cáo tuần, trước thứ sáu")
    assert "\nChủ trì: Công an xã\nThời hạn: 18/12/2025\n" in card
