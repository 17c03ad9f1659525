"""Which task a report is about, where it names none by number: the card, a question, its words."""

import pytest
from sqlalchemy import update

from db.models import Task
from tests.dialogues.cast import HOA, Cast
from tests.dialogues.stage import Forged, Reply, Stage
from tests.dialogues.test_lists_and_cards import CHANGED, OLD
from tests.dialogues.test_reports import DONE, NOT_THEIRS, UNDO, WHICH, standing

NUMBER = "Đề nghị ghi số nhiệm vụ, ví dụ “18”. Gõ /viec để xem danh sách."


async def test_an_answer_to_a_card_is_about_its_task(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")
    await stage.say(HOA, "#4")

    await stage.hold(HOA, (Reply("da xong", to="#1 Tổ chức"), DONE))

    assert await standing(stage) == {1: ("done", 100)}


async def test_right_after_a_card_no_number_is_needed(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")

    await stage.hold(HOA, ("xong rồi", DONE))


async def test_what_names_no_task_beside_another_is_not_passed_over(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")

    await stage.hold(
        HOA,
        (
            "xong! À quên việc 2 mới được 80%",
            "✅ Ghi nhận: #2 đạt 80%. (17/12, 08:00)\n"
            "Phần không ghi số nhiệm vụ chưa được ghi nhận. "
            f"Nếu là của #1, đồng chí nhắn ví dụ “1 xong”.\n{UNDO}",
        ),
    )
    assert await standing(stage) == {2: ("in_progress", 80)}


async def test_what_may_be_done_or_not_is_asked_of_each_of_several(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "hoàn thành 2 nhiệm vụ (1, 2); khó khăn: thiếu kinh phí",
            "#1 đã hoàn thành hay đang thực hiện? Đề nghị ghi “1 xong” hoặc, ví dụ, “1 được 90%”.\n"
            "#2 đã hoàn thành hay đang thực hiện? Đề nghị ghi “2 xong” hoặc, ví dụ, “2 được 90%”.",
        ),
    )
    assert await standing(stage) == {}


async def test_a_number_that_no_rule_knows_is_not_passed_over(stage: Stage, cast: Cast):
    """ "Dk 20/1 xong 4" was taken for a report of the card just shown."""
    await stage.say(HOA, "#1")

    answer = await stage.say(HOA, "dk 20/1/2026 xong 4")

    assert answer.startswith("Đồng chí báo cáo nhiệm vụ nào?")
    assert "#4 Duy trì các nhóm Zalo" in answer
    assert await standing(stage) == {}


@pytest.mark.parametrize("words", ["Việc thứ nhất xong", "viec thu nhat xong roi"])
async def test_the_first_of_a_list_is_not_taken_for_task_1(stage: Stage, cast: Cast, words: str):
    await stage.say(HOA, "/viec")

    answer = await stage.say(HOA, words)

    first = "[#3 Xây dựng kế hoạch đào tạo kỹ năng số]"
    assert answer.startswith(stage.wire.expected(f"Đồng chí báo cáo nhiệm vụ nào?\n{first}"))
    await stage.say(HOA, first)
    assert await standing(stage) == {3: ("done", 100)}


async def test_a_place_that_bears_its_own_number_is_that_task(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    assert "Ghi nhận: #4" in await stage.say(HOA, "việc thứ tư xong")


async def test_an_answer_to_the_list_asks_which_and_keeps_the_report(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    await stage.hold(
        HOA,
        (Reply("da xong", to="nhiệm vụ chưa xong"), WHICH),
        ("[#1 Tổ chức tuyên truyền về Nghị quyết số…]", DONE),
    )
    again = "[#1 Tổ chức tuyên truyền về Nghị quyết số…]"
    await stage.finds(HOA, again, CHANGED, "Phòng Văn hóa - Xã hội: 3 nhiệm vụ chưa xong\n")
    assert await standing(stage) == {1: ("done", 100)}


async def test_another_task_is_named_by_its_number(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    await stage.hold(
        HOA,
        ("được 80%", WHICH),
        ("[Nhiệm vụ khác]", NUMBER),
        ("99", "Không có nhiệm vụ #99. Gõ /viec để xem danh sách."),
        ("[Nhiệm vụ khác]", NUMBER),
        ("#5", NOT_THEIRS),
        ("[Nhiệm vụ khác]", NUMBER),
        ("việc 2", f"✅ Ghi nhận: #2 đạt 80%. (17/12, 08:00)\n{UNDO}"),
    )
    assert await standing(stage) == {2: ("in_progress", 80)}


async def test_a_newer_question_makes_the_older_buttons_void(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")
    await stage.say(HOA, Reply("xong", to="nhiệm vụ chưa xong"))
    await stage.say(HOA, Reply("được 50%", to="nhiệm vụ chưa xong"))

    await stage.hold(
        HOA,
        (Forged(f"which:1:{cast.tasks[4].id}"), OLD),
        (
            "[#4 Duy trì các nhóm Zalo cộng đồng]",
            f"✅ Ghi nhận: #4 đạt 50%. (17/12, 08:00)\n{UNDO}",
        ),
    )


async def test_what_was_said_wrongly_is_said_again_in_one_message(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong")

    await stage.hold(
        HOA,
        (
            "à nhầm, việc 1 mới 50%",
            f"✅ Ghi nhận: #1 đạt 50%. (17/12, 08:00)\nThay cho báo cáo trước.\n{UNDO}",
        ),
    )
    assert await standing(stage) == {1: ("in_progress", 50)}


async def test_a_task_is_named_by_words_of_its_content(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    await stage.hold(
        HOA,
        (
            "cái vụ quy tắc ứng xử được 60% rồi",
            "✅ Ghi nhận: #2 đạt 60%. (17/12, 08:00)\n"
            "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n" + UNDO,
        ),
    )
    asked = await stage.say(HOA, "viec dao tao ky nang so den dau roi?")
    assert asked == await stage.say(HOA, "#3")
    assert await standing(stage) == {2: ("in_progress", 60)}


async def test_words_that_fit_several_tasks_are_asked_about(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        await session.execute(
            update(Task)
            .where(Task.id == cast.tasks[4].id)
            .values(content="Mở lớp đào tạo kỹ năng số")
        )

    await stage.hold(
        HOA,
        (
            "đào tạo kỹ năng số được 70%",
            "Đồng chí báo cáo nhiệm vụ nào?\n"
            "[#3 Xây dựng kế hoạch đào tạo kỹ năng số]\n"
            "[#4 Mở lớp đào tạo kỹ năng số]\n"
            "[Nhiệm vụ khác]",
        ),
        ("[#4 Mở lớp đào tạo kỹ năng số]", f"✅ Ghi nhận: #4 đạt 70%. (17/12, 08:00)\n{UNDO}"),
    )


async def test_an_answer_to_one_task_is_about_that_one(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")

    await stage.hold(
        HOA,
        (
            Reply("đào tạo kỹ năng số được 70%", to="#1"),
            f"✅ Ghi nhận: #1 đạt 70%. (17/12, 08:00)\n{UNDO}",
        ),
    )


async def test_what_is_done_is_not_offered_again(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")
    await stage.say(HOA, "#1 xong, #3 xong")

    await stage.hold(
        HOA,
        (
            Reply("xong", to="nhiệm vụ chưa xong"),
            "Đồng chí báo cáo nhiệm vụ nào?\n"
            "[#2 Nghiên cứu đề xuất ban hành quy tắc ứng…]\n"
            "[#4 Duy trì các nhóm Zalo cộng đồng]\n"
            "[Nhiệm vụ khác]",
        ),
    )


async def test_a_place_in_the_list_shown_is_no_task_s_number(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    answer = await stage.say(HOA, "việc 1 trong danh sách đã xong")

    assert answer.startswith("Đồng chí báo cáo nhiệm vụ nào?")
    assert "#3" in answer
