"""Reports on several tasks named together: which are meant is shown, and pressed, never guessed."""

import pytest

from bot.conversation.reporting.several import speaks_of_several
from tests.dialogues.cast import HOA, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_lists_and_cards import CHANGED
from tests.dialogues.test_reports import standing


@pytest.mark.parametrize(
    "text",
    [
        "tất cả các việc tháng này đều đang làm",
        "tháng này phòng em hoàn thành hết việc rồi ạ",
        "cac viec con lai chua co gi moi",
        "cả 3 việc xong rồi",
        "mấy việc kia xong cả rồi",
        "tất cả đã xong",
        "toàn bộ nhiệm vụ đang triển khai",
        "ba việc đầu xong cả",
    ],
)
def test_several_are_spoken_of(text):
    assert speaks_of_several(text)


@pytest.mark.parametrize(
    "text",
    [
        "xong hết rồi",
        "đã số hóa tất cả hồ sơ",
        "còn 2 việc nữa là xong",
        "việc này đang làm",
        "cả năm chưa có kinh phí",
    ],
)
def test_one_task_is_spoken_of(text):
    assert not speaks_of_several(text)


async def test_the_task_spoken_of_last_is_not_taken_for_all(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%")

    answer = await stage.say(HOA, "tất cả các việc đã xong")

    assert answer.startswith("Ghi “tất cả các việc đã xong” cho 4 nhiệm vụ này?\n#3 ")
    assert await standing(stage) == {1: ("in_progress", 60)}


async def test_one_press_records_the_words_for_each_task_shown(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")
    await stage.say(HOA, "các việc quá hạn đang làm")

    assert "#3 đang thực hiện" in await stage.say(HOA, "[Ghi cho cả 1 nhiệm vụ]")

    assert await standing(stage) == {3: ("in_progress", None)}
    assert (await stage.say(HOA, "[Ghi cho cả 1 nhiệm vụ]")).startswith(CHANGED)


async def test_a_slip_named_by_its_task_takes_back_no_other_report(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%, #2 xong")
    await stage.say(HOA, "#3 được 30%")

    await stage.say(HOA, "em báo nhầm việc 2, mới 90%")

    assert await standing(stage) == {
        1: ("in_progress", 60),
        2: ("in_progress", 90),
        3: ("in_progress", 30),
    }


async def test_an_obstacle_is_gone_with_a_press(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 vướng kinh phí")
    stage.told(THU)
    await stage.say(HOA, "có kinh phí rồi")

    await stage.say(HOA, "[Hết vướng mắc]")

    stage.told(THU)
    assert "Vướng mắc:" not in await stage.say(HOA, "#1")


async def test_who_leaves_is_named_to_the_standing_office(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, "em không còn làm ở phòng này nữa")

    assert answer.startswith("Đã báo Cơ quan Thường trực")
    assert stage.told(THU).startswith("Hoa (mẫu) (Phòng Văn hóa - Xã hội) cho biết: “em không còn")
    assert await standing(stage) == {}


async def test_a_part_of_the_list_without_tasks_is_said_to_have_none(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, "danh sách việc đến hạn tuần này")

    assert answer.startswith("Tuần này không có nhiệm vụ đến hạn.\n")


async def test_both_that_were_just_named_are_done_with_a_press(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 và 2 đang làm")

    asked = await stage.say(HOA, "xong cả 2")
    done = await stage.say(HOA, "[Ghi cho cả 2 nhiệm vụ]")

    assert asked.startswith("Ghi “xong cả 2” cho 2 nhiệm vụ này?\n#1 ")
    assert done.startswith("✅ Ghi nhận: #1 hoàn thành ngày 17/12/2025")
    assert "#2 hoàn thành ngày 17/12/2025" in done


async def test_the_first_of_a_list_are_done_with_a_press(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    asked = await stage.say(HOA, "hai việc đầu xong cả")
    done = await stage.say(HOA, "[Ghi cho cả 2 nhiệm vụ]")

    assert asked.startswith("Ghi “hai việc đầu xong cả” cho 2 nhiệm vụ này?\n#")
    assert done.startswith("✅ Ghi nhận: #")
    assert [state for state, _ in (await standing(stage)).values()] == ["done", "done"]


async def test_a_count_that_does_not_fit_asks_which(stage: Stage, cast: Cast):
    asked = await stage.say(HOA, "xong cả 2")

    assert asked.startswith("Đồng chí báo cáo nhiệm vụ nào?")
    assert "Ghi cho cả" not in asked


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("việc 1 mai báo cáo, việc 3 xong", ""),
        ("rõ việc 1, việc 3 xong", ""),
        ("việc 1 thế nào rồi, việc 3 xong", "#1 Tổ chức tuyên truyền"),
        ("hủy việc 1, việc 3 xong", "Đã hủy báo cáo vừa rồi: #1"),
    ],
)
async def test_a_report_is_kept_beside_what_else_a_message_says(
    stage: Stage, cast: Cast, words: str, beside: str
):
    await stage.say(HOA, "#1 được 60%")

    assert beside in await stage.say(HOA, words)

    taken_back = words.startswith("hủy")
    assert await standing(stage) == {3: ("done", 100)} | (
        {} if taken_back else {1: ("in_progress", 60)}
    )


async def test_a_number_in_front_is_not_passed_over_for_the_task_spoken_of_last(
    stage: Stage, cast: Cast
):
    await stage.say(HOA, "#1 được 60%")

    asked = await stage.say(HOA, "3 dân làng đang làm")

    assert "#3 Xây dựng kế hoạch đào tạo kỹ năng số" in asked
    assert "#1 Tổ chức tuyên truyền" in asked
    assert await standing(stage) == {1: ("in_progress", 60)}


async def test_no_open_task_of_the_kind_is_said_so(stage: Stage, cast: Cast):
    """ "You have 0 open tasks" was said to somebody who has several, none of them late."""
    await stage.say(HOA, "3 xong")

    answer = await stage.say(HOA, "các nhiệm vụ quá hạn của phòng đã hoàn thành hết")

    assert answer.startswith("Chưa ghi nhận gì: đồng chí không có nhiệm vụ chưa xong nào thuộc")
