"""Messages that people change after sending them."""

from tests.dialogues.cast import HOA, LAN, Cast
from tests.dialogues.stage import Edited, Stage
from tests.dialogues.test_reports import standing

DOES_NOT_COUNT = (
    "Tin vừa sửa không được tính lại; nội dung đã ghi nhận giữ nguyên. Cần báo cáo khác, đề nghị "
    "gửi tin mới, ví dụ “à nhầm, 18 mới 80%”."
)


async def test_a_changed_report_of_a_task_is_a_new_report(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong")

    answer = await stage.say(HOA, Edited("#1 chưa xong, mới 80%"))

    assert "#1 đạt 80%" in answer
    assert await standing(stage) == {1: ("in_progress", 80)}


async def test_any_other_change_is_said_not_to_count_and_said_once(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%")
    for words in ("/viec", "xong", "chỉ đạo #1: làm ngay", "ABCDE-12345"):
        answer = await stage.say(HOA, Edited(words))
        assert answer == (DOES_NOT_COUNT if words == "/viec" else "")
    assert await standing(stage) == {1: ("in_progress", 60)}


async def test_a_strangers_change_is_not_answered(stage: Stage, cast: Cast):
    stage.enter(LAN)

    assert await stage.say(LAN, Edited("xin chào")) == ""
