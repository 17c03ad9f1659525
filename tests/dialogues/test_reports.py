"""Reports by button and in words, and taking them back."""

from sqlalchemy import select

from db.models import Occurrence, StatusUpdate, Task
from tests.dialogues.cast import DUNG, HOA, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_lists_and_cards import REPORT

UNDO = "[Báo nhầm, hủy]"
CONFIRM = "Chờ Cơ quan Thường trực xác nhận. Nếu có văn bản, gửi kèm hoặc ghi số hiệu."
DONE = (
    "✅ Ghi nhận: #1 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
    f"{CONFIRM}\n[Đính kèm] {UNDO}"
)
NOTHING = "Không có gì để hủy: báo cáo này đã hủy trước đó, hoặc đã có báo cáo mới hơn."
WHICH = (
    "Đồng chí báo cáo nhiệm vụ nào?\n"
    "[#3 Xây dựng kế hoạch đào tạo kỹ năng số]\n"
    "[#1 Tổ chức tuyên truyền về Nghị quyết số…]\n"
    "[#2 Nghiên cứu đề xuất ban hành quy tắc ứng…]\n"
    "[#4 Duy trì các nhóm Zalo cộng đồng]\n"
    "[Nhiệm vụ khác]"
)
NOT_THEIRS = (
    "#5 do Công an xã chủ trì. Đồng chí chỉ báo cáo được nhiệm vụ của Phòng Văn hóa - Xã hội."
)
NOT_UNDERSTOOD = (
    "Chưa rõ ý đồng chí. Có thể ghi “3 xong”, “1 được 60%”, “2 vướng kinh phí”, hoặc gõ /viec."
)


async def standing(stage: Stage) -> dict[int, tuple[str, int | None]]:
    """What counts as reported of Vĩnh Lại's tasks, where anything does."""
    async with stage.program.database.read() as session:
        rows = await session.execute(
            select(Task.number, Occurrence.progress, Occurrence.percent)
            .join(Occurrence.task)
            .where(Task.committee_id == 1, Occurrence.progress != "not_started")
            .order_by(Task.number)
        )
        return {number: (progress.value, percent) for number, progress, percent in rows}


async def updates(stage: Stage) -> int:
    async with stage.program.database.read() as session:
        return len((await session.scalars(select(StatusUpdate))).all())


# By button


async def test_a_report_is_made_and_taken_back_by_buttons(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")

    await stage.hold(HOA, ("[Hoàn thành]", DONE))
    assert await standing(stage) == {1: ("done", 100)}
    await stage.hold(HOA, (UNDO, "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện."))
    taken_back = "#1: Hoa (mẫu) đã hủy báo cáo này lúc 17/12, 08:00."
    await stage.finds(HOA, UNDO, taken_back, "#1 Tổ chức tuyên truyền")
    assert await standing(stage) == {}


async def test_in_progress_asks_how_far_and_takes_a_button_or_a_figure(stage: Stage, cast: Cast):
    asked = (
        "✅ Ghi nhận: #1 đang thực hiện. (17/12, 08:00)\n"
        "Tiến độ hiện tại của #1 được bao nhiêu phần trăm?\n"
        f"[25%] [50%] [75%] [90%]\n{UNDO}"
    )
    await stage.say(HOA, "#1")

    await stage.hold(
        HOA,
        ("[Đang thực hiện]", asked),
        ("[75%]", f"✅ Ghi nhận: #1 đạt 75%. (17/12, 08:00)\n{UNDO}"),
    )
    await stage.say(HOA, "#1")
    await stage.hold(
        HOA,
        ("[Đang thực hiện]", asked),
        (
            "130",
            "Tiến độ là một số từ 0 đến 100 phần trăm, đề nghị ghi lại.\n"
            "Tiến độ hiện tại của #1 được bao nhiêu phần trăm?\n[25%] [50%] [75%] [90%]",
        ),
        ("khoảng 60%", f"✅ Ghi nhận: #1 đạt 60%. (17/12, 08:00)\n{UNDO}"),
    )
    assert await standing(stage) == {1: ("in_progress", 60)}


async def test_a_question_lapses_once_something_else_is_looked_at(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")
    await stage.say(HOA, "[Đang thực hiện]")
    await stage.say(HOA, "/viec")

    await stage.hold(HOA, ("60", "Không có nhiệm vụ #60. Gõ /viec để xem danh sách."))
    assert await standing(stage) == {1: ("in_progress", None)}


async def test_not_started_is_a_report_too(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")

    await stage.hold(
        HOA, ("[Chưa thực hiện]", f"✅ Ghi nhận: #1 chưa thực hiện. (17/12, 08:00)\n{UNDO}")
    )
    assert await updates(stage) == 1


async def test_the_button_of_an_old_card_does_not_report_twice(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")
    await stage.say(HOA, "[Hoàn thành]")

    done = "#1: Hoa (mẫu) đã báo cáo hoàn thành (17/12, 08:00)."
    await stage.finds(HOA, "[Hoàn thành]", done, "#1 Tổ chức tuyên truyền")
    await stage.hold(HOA, ("#1 xong", "#1 đã được ghi nhận hoàn thành ngày 17/12/2025."))
    assert await updates(stage) == 1


# In words


async def test_a_report_in_words_is_said_back(stage: Stage, cast: Cast):
    def recorded(fact: str, *more: str) -> str:
        buttons = f"[Đính kèm] {UNDO}" if CONFIRM in more else UNDO
        return "\n".join([f"✅ Ghi nhận: {fact}. (17/12, 08:00)", *more, buttons])

    await stage.hold(
        HOA,
        ("#2 chưa làm", recorded("#2 chưa thực hiện")),
        ("#2 chưa có gì mới", recorded("#2 chưa có gì mới")),
        ("#2 đang làm", recorded("#2 đang thực hiện")),
        ("việc 2 được 80%", recorded("#2 đạt 80%")),
        ("việc 1 da xong", recorded("#1 hoàn thành ngày 17/12/2025, đúng hạn", CONFIRM)),
        (
            "#3 xong rồi ạ",
            recorded("#3 hoàn thành ngày 17/12/2025, sau thời hạn 30/09/2025", CONFIRM),
        ),
        ("#4 xong", recorded("#4 hoàn thành ngày 17/12/2025", CONFIRM)),
    )

    assert await standing(stage) == {
        1: ("done", 100),
        2: ("in_progress", 80),
        3: ("done", 100),
        4: ("done", 100),
    }
    assert await updates(stage) == 7


async def test_several_tasks_in_one_message_are_taken_back_together(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "#1 được 60%, #2 xong, #5 xong, #99 xong",
            "✅ Ghi nhận: #1 đạt 60%; #2 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
            f"{CONFIRM}\nKhông có nhiệm vụ #99. Gõ /viec để xem danh sách.\n{NOT_THEIRS}\n{UNDO}",
        ),
    )
    assert await standing(stage) == {1: ("in_progress", 60), 2: ("done", 100)}
    await stage.hold(
        HOA,
        (
            UNDO,
            "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện; #2 trở lại chưa thực hiện.",
        ),
    )
    assert await standing(stage) == {}


async def test_the_head_reports_for_the_agency_too(stage: Stage, cast: Cast):
    await stage.hold(DUNG, ("#1 xong", DONE))


async def test_done_is_recorded_once(stage: Stage, cast: Cast):
    again = "#1 đã được ghi nhận hoàn thành ngày 17/12/2025."

    await stage.hold(HOA, ("#1 xong", DONE), ("1 xong", again))
    await stage.hold(DUNG, ("#1 xong", again))

    assert await updates(stage) == 1


async def test_what_cannot_be_recorded_changes_nothing(stage: Stage, cast: Cast):
    how_far = "Tiến độ hiện tại của #1 được bao nhiêu phần trăm?\n[25%] [50%] [75%] [90%]"
    noted = "Đã rõ. Khi có tiến độ, đề nghị ghi ví dụ “3 được 60%”."

    await stage.hold(
        HOA,
        ("xyz", NOT_UNDERSTOOD),
        ("#5 xong", NOT_THEIRS),
        ("#99 xong", "Không có nhiệm vụ #99. Gõ /viec để xem danh sách."),
        ("#1 xyz", f"Chưa rõ ý đồng chí về #1. Có phải:\n{REPORT}"),
        ("#1 120%", f"Tiến độ là một số từ 0 đến 100 phần trăm, đề nghị ghi lại.\n{how_far}"),
        ("#1 70-80%", how_far),
        ("vâng ạ", noted),
        ("👍", noted),
    )

    assert await updates(stage) == 0


async def test_a_question_reports_nothing(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, "#1 xong chưa?")

    assert answer.startswith("#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW\nThời hạn: ")
    assert (await stage.say(HOA, "xong chưa?")).startswith("#1 Tổ chức tuyên truyền")
    assert await updates(stage) == 0


async def test_likely_meanings_are_offered_and_one_is_picked(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xyz")

    await stage.hold(HOA, ("[Hoàn thành]", DONE))


# Taking back


async def test_the_last_report_is_taken_back_in_words(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 được 80%")
    await stage.say(HOA, "#1 xong")

    await stage.hold(
        HOA,
        ("báo nhầm", "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện."),
        ("hủy", f"Hủy báo cáo gần nhất: #2 đang thực hiện, 80% (17/12, 08:00)?\n{UNDO}"),
        (UNDO, "Đã hủy báo cáo vừa rồi: #2 trở lại chưa thực hiện."),
        ("hủy", NOTHING),
    )
    assert await standing(stage) == {}


async def test_what_counted_before_counts_again(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 40%")
    await stage.say(HOA, "#1 xong")

    await stage.hold(HOA, ("hủy", "Đã hủy báo cáo vừa rồi: #1 trở lại đang thực hiện, 40%."))
    assert await standing(stage) == {1: ("in_progress", 40)}


async def test_a_newer_report_keeps_the_older_from_being_taken_back(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 40%")
    await stage.say(DUNG, "#1 xong")

    newer = "#1: sau báo cáo này đã có báo cáo khác. Cần sửa, đề nghị báo cáo lại tiến độ hiện nay."
    await stage.finds(HOA, UNDO, newer, "#1 Tổ chức tuyên truyền")
    await stage.hold(HOA, ("hủy", NOTHING))
    assert await standing(stage) == {1: ("done", 100)}


async def test_nobody_takes_back_anothers_report(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong")

    await stage.hold(SON, ("hủy", NOTHING))
    await stage.hold(DUNG, ("hủy", NOTHING))
    await stage.hold(THU, ("hủy", NOTHING))
    assert await standing(stage) == {1: ("done", 100)}


async def test_many_numbers_that_are_not_there_take_one_line(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, ", ".join(f"#{n} được 10%" for n in range(1, 40)))

    assert "\nKhông có nhiệm vụ #7, #8, #9, #10, #11, #12, #13, #14, #15, #16, …. " in answer
