"""What a morning's message leads to."""

from datetime import timedelta

from tests.dialogues.cast import HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Reply, Stage
from tests.dialogues.test_lists_and_cards import LIST
from tests.dialogues.test_reports import CONFIRM, DONE, UNDO, WHICH, standing
from tests.make import NOW

REMINDER = (
    "Thứ Tư, 17/12/2025. 4 nhiệm vụ cần lưu ý\n"
    "🔴 Quá hạn 78 ngày (1): tháng 9/2025, chậm nhất 30/09/2025\n"
    "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
    "🟡 Đến hạn 31/12/2025, còn 14 ngày (2): Hằng năm; 12/2025; tháng 12/2025\n"
    "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW\n"
    "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
    "Cơ quan đồng chí phối hợp 1 nhiệm vụ, cơ quan chủ trì báo cáo\n"
    "#6 Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử · hạn 19/12/2025\n"
    "Bấm vào nhiệm vụ để báo cáo, hoặc trả lời: “3 được 60%”.\n"
    "[#3] [#1] [#2] [#6]\n[Xem tất cả]"
)


async def remind(stage: Stage, *heard: int) -> None:
    """Let the morning's messages go out, and leave all but the officer's aside."""
    await stage.remind()
    for chat in heard:
        assert stage.told(chat)


async def test_its_buttons_open_cards_and_the_whole_list(stage: Stage, cast: Cast):
    await remind(stage, THU, SON, KHANH)

    stage.hears(HOA, REMINDER)
    card = await stage.say(HOA, "[#6]")
    assert card.startswith("#6 Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử\nThời hạn: Trước ngày ")
    await stage.hold(HOA, ("[Xem tất cả]", LIST))
    assert (await stage.say(HOA, "[#3]")).startswith("#3 Xây dựng kế hoạch đào tạo kỹ năng số\n")


async def test_an_answer_to_it_asks_which_of_ones_own_tasks(stage: Stage, cast: Cast):
    await remind(stage, THU, SON, KHANH)
    stage.hears(HOA, REMINDER)

    without_4 = WHICH.replace("[#4 Duy trì các nhóm Zalo cộng đồng]\n", "")
    await stage.hold(
        HOA,
        (Reply("da xong", to="cần lưu ý"), without_4),
        ("[#1 Tổ chức tuyên truyền về Nghị quyết số…]", DONE),
    )


async def test_it_ends_the_question_that_was_open(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")
    await stage.say(HOA, "[Đang thực hiện]")
    await remind(stage, HOA, THU, SON, KHANH)

    await stage.hold(HOA, ("60", "Không có nhiệm vụ #60. Gõ /viec để xem danh sách."))
    assert await standing(stage) == {1: ("in_progress", None)}


async def test_the_next_one_leaves_out_what_is_done(stage: Stage, cast: Cast):
    await remind(stage, HOA, THU, SON, KHANH)
    await stage.say(HOA, "#1 xong, #3 xong")
    await stage.say(HOA, "#6 xong")

    stage.clock.set(NOW + timedelta(days=7))
    await remind(stage, THU, SON, KHANH)

    stage.hears(
        HOA,
        "Thứ Tư, 24/12/2025. 2 nhiệm vụ cần lưu ý\n"
        "🟡 Đến hạn 31/12/2025, còn 7 ngày (1): tháng 12/2025\n"
        "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
        "Cơ quan đồng chí phối hợp 1 nhiệm vụ, cơ quan chủ trì báo cáo\n"
        "#6 Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử · hạn 19/12/2025\n"
        "Bấm vào nhiệm vụ để báo cáo, hoặc trả lời: “2 được 60%”.\n"
        "[#2] [#6]\n[Xem tất cả]",
    )


async def test_in_two_committees_each_message_stays_with_its_own(stage: Stage, cast: Cast):
    await remind(stage, HOA, THU, SON)
    both = stage.told(KHANH)
    assert both.count("Ban Chỉ đạo xã Vĩnh Lại") == 1
    assert both.count("Ban Chỉ đạo xã Tân An") == 1

    await stage.hold(
        KHANH,
        (
            Reply("da xong", to="Việc kín của xã Tân An"),
            "✅ Ghi nhận: #1 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
            f"{CONFIRM}\nBan Chỉ đạo xã Tân An\n[Đính kèm] {UNDO}",
        ),
    )
    assert await standing(stage) == {}
