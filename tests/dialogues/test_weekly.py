"""A task of every week: corrected to it in words, told of within its week, two open weeks named."""

from datetime import timedelta

from tests.dialogues.cast import CHATS, HOA, THU, Cast
from tests.dialogues.stage import Stage
from tests.make import NOW


async def morning(stage: Stage, days: int) -> str:
    """What the officer is told of #1 so many days after Wednesday 17/12/2025; "" for nothing."""
    stage.clock.set(NOW + timedelta(days=days))
    await stage.remind()
    told = "".join(stage.told(HOA))
    for chat in CHATS:
        if chat != HOA:
            stage.told(chat)
    before, named, _ = told.partition("\n#1 ")
    return before.rpartition("\n")[2] if named else ""


async def weekly(stage: Stage) -> None:
    corrected = await stage.say(THU, "việc 1 đổi hạn: thứ sáu hằng tuần")
    said = "Thời hạn: Thứ sáu hằng tuần (chậm nhất 19/12/2025) (trước đó: Hằng năm; 12/2025)"
    assert said in corrected
    for chat in CHATS:
        stage.told(chat)


async def test_it_is_told_of_before_its_weekday_and_again_when_it_is_missed(
    stage: Stage, cast: Cast
):
    await weekly(stage)

    told = [await morning(stage, days) for days in (1, 2, 3, 5)]

    assert told == [
        "🟡 Đến hạn 19/12/2025, còn 1 ngày (1): Thứ sáu hằng tuần",
        "🟡 Đến hạn hôm nay, 19/12/2025 (1): Thứ sáu hằng tuần",
        "",
        "🔴 Quá hạn 3 ngày (1): Thứ sáu hằng tuần, chậm nhất 19/12/2025",
    ]


async def test_a_week_done_is_followed_by_the_next(stage: Stage, cast: Cast):
    await weekly(stage)
    assert "hoàn thành ngày 17/12/2025, đúng hạn" in await stage.say(HOA, "1 xong")

    told = [await morning(stage, days) for days in (1, 2, 5, 6, 8)]

    before = "🟡 Đến hạn 26/12/2025, còn 3 ngày (1): Thứ sáu hằng tuần"
    assert told == ["", "", "", before, before.replace("3", "1")]


async def test_two_open_weeks_are_one_card_that_names_both(stage: Stage, cast: Cast):
    await weekly(stage)
    await morning(stage, 5)

    card = await stage.say(HOA, "#1")

    assert "Thứ sáu hằng tuần (chậm nhất 19/12/2025), quá hạn 3 ngày\n" in card
    assert "Kỳ tiếp theo cũng đang mở: tuần 52/2025\n" in card
