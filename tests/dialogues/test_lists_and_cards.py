"""/viec with its pages, a task's card, what one may see of tasks."""

from datetime import date

from sqlalchemy import select

from db.models import Plan
from tests.dialogues.cast import BINH, DUNG, HOA, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.make import make_occurrence, make_task

LIST = (
    "Phòng Văn hóa - Xã hội: 4 nhiệm vụ chưa xong\n"
    "🔴 Quá hạn 78 ngày (1): tháng 9/2025, chậm nhất 30/09/2025\n"
    "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
    "🟡 Đến hạn 31/12/2025, còn 14 ngày (2): Hằng năm; 12/2025; tháng 12/2025\n"
    "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW\n"
    "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
    "Không xác định thời hạn (1)\n"
    "#4 Duy trì các nhóm Zalo cộng đồng\n"
    "[#3] [#1] [#2] [#4]\n"
    "[Quá hạn (1)] [Tháng này (2)] [Sau đó (1)]\n[Phối hợp (1)]"
)
REPORT = "[Hoàn thành] [Đang thực hiện]\n[Chưa thực hiện] [Có vướng mắc]\n[Xin gia hạn]"
BUTTONS = f"{REPORT} [Đính kèm]"
STUCK_BUTTONS = BUTTONS.replace("[Xin gia hạn]", "[Hết vướng mắc]\n[Xin gia hạn]")
CARD = (
    "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
    "Thời hạn: tháng 12/2025 (chậm nhất 31/12/2025), còn 14 ngày\n"
    "Tiến độ: chưa thực hiện\n"
    "Chủ trì: Phòng Văn hóa - Xã hội\n"
    "Phối hợp: Công an xã"
)
CHANGED = "Nội dung này đã được xử lý hoặc đã thay đổi. Hiện nay:"
OLD = "Nội dung này đã được xử lý hoặc không còn hiệu lực. Gõ /viec để xem nhiệm vụ hiện nay."


async def test_ones_tasks_stand_under_their_days_the_most_urgent_first(stage: Stage, cast: Cast):
    await stage.hold(HOA, ("/viec", LIST), ("/VIEC@dondoc_test_bot", LIST))
    await stage.hold(HOA, ("Tôi còn việc gì phải làm?", LIST))
    await stage.hold(DUNG, ("/viec", LIST))


async def test_a_list_says_what_was_reported_and_extended(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong")
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.told(THU)
    await stage.say(THU, "[Đồng ý]")
    stage.told(HOA)

    await stage.hold(
        HOA,
        (
            "/viec",
            "Phòng Văn hóa - Xã hội: 3 nhiệm vụ chưa xong\n"
            "🔴 Quá hạn 78 ngày (1): tháng 9/2025, chậm nhất 30/09/2025\n"
            "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
            "🟡 Đến hạn 15/01/2026, còn 29 ngày (1): tháng 12/2025, đã gia hạn\n"
            "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
            "Không xác định thời hạn (1)\n"
            "#4 Duy trì các nhóm Zalo cộng đồng\n"
            "[#3] [#2] [#4]\n"
            "[Quá hạn (1)] [Sau đó (2)] [Đã xong (1)]\n[Phối hợp (1)]",
        ),
    )


async def test_a_long_list_is_turned_page_by_page(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        plan = (
            await session.scalars(select(Plan).where(Plan.committee_id == cast.vinh_lai.id))
        ).one()
        for number in range(7, 26):
            task = await make_task(session, plan, lead=cast.police, content=f"Việc {number}")
            await make_occurrence(session, task, due=date(2025, 12, 31))

    await stage.hold(
        SON,
        (
            "/viec",
            "Công an xã: 20 nhiệm vụ chưa xong\n"
            "🟡 Đến hạn 31/12/2025, còn 14 ngày (20): 31/12/2025\n"
            "#5 Bảo đảm an toàn thông tin\n"
            + "".join(f"#{number} Việc {number}\n" for number in range(7, 16))
            + "… và 10 nhiệm vụ nữa\n"
            "[#5] [#7] [#8] [#9] [#10]\n[#11] [#12] [#13] [#14] [#15]\n[Tiếp]\n[Phối hợp (1)]",
        ),
        (
            "[Tiếp]",
            "Công an xã: 20 nhiệm vụ chưa xong\n"
            "🟡 Đến hạn 31/12/2025, còn 14 ngày (20): 31/12/2025\n"
            + "".join(f"#{number} Việc {number}\n" for number in range(16, 26))
            + "[#16] [#17] [#18] [#19] [#20]\n[#21] [#22] [#23] [#24] [#25]\n[Trước]\n"
            "[Phối hợp (1)]",
        ),
    )
    first = await stage.say(SON, "[Trước]")
    assert first.startswith("Công an xã: 20 nhiệm vụ chưa xong")
    assert "#5 Bảo đảm an toàn thông tin" in first
    card = await stage.say(SON, "[#15]")
    assert card.startswith("#15 Việc 15\nThời hạn: 31/12/2025, còn 14 ngày\n")


async def test_a_list_is_turned_in_its_place_and_shown_part_by_part(stage: Stage, cast: Cast):
    await stage.say(HOA, "#4 xong")
    await stage.say(HOA, "/viec")
    before = stage.messages(HOA)

    await stage.hold(
        HOA,
        (
            "[Quá hạn (1)]",
            "Phòng Văn hóa - Xã hội: 1 nhiệm vụ quá hạn\n"
            "🔴 Quá hạn 78 ngày (1): tháng 9/2025, chậm nhất 30/09/2025\n"
            "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
            "[#3]\n"
            "[Chưa xong (3)] [Tháng này (2)] [Đã xong (1)]\n[Phối hợp (1)]",
        ),
        (
            "[Đã xong (1)]",
            "Phòng Văn hóa - Xã hội: 1 nhiệm vụ đã xong\n"
            "#4 Duy trì các nhóm Zalo cộng đồng\n"
            "[#4]\n"
            "[Chưa xong (3)] [Quá hạn (1)] [Tháng này (2)]\n[Phối hợp (1)]",
        ),
    )
    shown = await stage.say(HOA, Forged("list:done:0"))

    assert stage.messages(HOA) == before + (3 if stage.wire.channel == "plain" else 0)
    assert (shown == "") == (stage.wire.channel == "telegram")  # it stood there already


async def test_a_page_that_there_is_not_is_the_nearest_there_is(stage: Stage, cast: Cast):
    for data in ("list:all:99999999999", "list:?:-1", "list:"):
        await stage.say(HOA, "/viec")
        said = await stage.say(HOA, Forged(data))
        assert said in ("", stage.wire.expected(LIST)), data


async def test_an_empty_list_says_so(stage: Stage, cast: Cast):
    await stage.say(SON, "#5 xong")

    none = "Công an xã không còn nhiệm vụ nào chưa xong.\n[Đã xong (1)] [Phối hợp (1)]"
    await stage.hold(SON, ("/viec", none))


async def test_a_card_is_opened_by_button_by_number_and_by_asking(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    await stage.hold(HOA, ("[#2]", f"{CARD}\n{BUTTONS}"), ("#2", f"{CARD}\n{BUTTONS}"))
    await stage.hold(HOA, ("việc 2 xong chưa?", f"{CARD}\n{BUTTONS}"))
    await stage.hold(HOA, ("99", "Không có nhiệm vụ #99. Gõ /viec để xem danh sách."))


async def test_a_card_tells_what_was_reported_since(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%")
    await stage.say(HOA, "#1 chưa có kinh phí")
    stage.told(THU)

    await stage.hold(
        HOA,
        (
            "#1",
            "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW\n"
            "Thời hạn: Hằng năm; 12/2025 (chậm nhất 31/12/2025), còn 14 ngày\n"
            "Tiến độ: đang thực hiện, 60%\n"
            "⚠️ Vướng mắc: “chưa có kinh phí”\n"
            "Sản phẩm: Báo cáo kết quả\n"
            "Chủ trì: Phòng Văn hóa - Xã hội\n"
            "17/12, 08:00 Hoa (mẫu): #1 được 60%\n"
            "17/12, 08:00 Hoa (mẫu): #1 chưa có kinh phí\n"
            f"{STUCK_BUTTONS}",
        ),
    )


async def test_the_card_of_a_done_task_offers_what_is_left_to_say(stage: Stage, cast: Cast):
    await stage.say(HOA, "#4 xong")

    await stage.hold(
        HOA,
        (
            "#4",
            "#4 Duy trì các nhóm Zalo cộng đồng\n"
            "Thời hạn: Thường xuyên\n"
            "Tiến độ: đã hoàn thành ngày 17/12/2025, chờ xác nhận\n"
            "Chủ trì: Phòng Văn hóa - Xã hội\n"
            "17/12, 08:00 Hoa (mẫu): #4 xong\n"
            "[Đang thực hiện] [Có vướng mắc]\n[Đính kèm]",
        ),
    )


async def test_who_helps_sees_a_card_and_cannot_report(stage: Stage, cast: Cast):
    await stage.hold(
        SON,
        ("#2", CARD),
        (
            "#2 xong",
            "#2 do Phòng Văn hóa - Xã hội chủ trì. Đồng chí chỉ báo cáo được nhiệm vụ của "
            "Công an xã.",
        ),
        (
            "#1",
            "#1 do Phòng Văn hóa - Xã hội chủ trì; cơ quan đồng chí không tham gia nhiệm vụ này.",
        ),
    )


async def test_the_committees_people_see_every_card_and_report_none(stage: Stage, cast: Cast):
    refused = "#2 do cơ quan chủ trì báo cáo: Phòng Văn hóa - Xã hội."
    refused = f"{refused}\nChỉ đạo: ghi “chỉ đạo #2: …”.\n[#2]"
    await stage.hold(BINH, ("#2 xong", refused))
    for chat in (BINH, THU):
        assert (await stage.say(chat, "#2")).startswith(CARD)
        await stage.hold(
            chat,
            (
                "/viec",
                "Đồng chí không báo cáo cho cơ quan nào. Gõ /tonghop để xem tổng hợp.",
            ),
        )
