"""Choices typed out instead of pressed, by people whose phone hides the buttons or who like it."""

from tests.dialogues.cast import DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_reports import standing

ORDER = "Giao Công an xã rà soát camera an ninh, xong trước 20/12/2025, sản phẩm báo cáo"


async def test_the_words_of_a_button_press_it(stage: Stage, cast: Cast):
    card = await stage.say(THU, ORDER)
    assert "Sản phẩm: Báo cáo" in card

    amended = await stage.say(THU, "sửa thời hạn 25/12/2025")
    assert "25/12/2025" in amended
    assert (await stage.say(THU, "giao")).startswith("✅ Đã giao: #7")

    for chat in (SON, KHANH):
        stage.told(chat)


async def test_a_yes_presses_what_was_said_back_in_full_and_nothing_else(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%")
    await stage.say(HOA, "ok")
    await stage.say(HOA, "#3")
    await stage.say(HOA, "đồng ý")
    assert await standing(stage) == {1: ("in_progress", 60)}

    await stage.say(THU, ORDER)
    assert (await stage.say(THU, "ok")).startswith("✅ Đã giao: #7")
    for chat in (SON, KHANH):
        stage.told(chat)


async def test_a_wish_is_granted_in_a_word(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xin gia hạn đến 15/01/2026")
    stage.told(THU)

    assert "15/01/2026" in await stage.say(THU, "đồng ý")

    assert "15/01/2026" in stage.told(HOA)


async def test_helpers_are_added_and_taken_away_in_words(stage: Stage, cast: Cast):
    added = await stage.say(THU, "việc 1 phối hợp thêm Công an xã")
    assert "Phối hợp: Công an xã" in added
    gone = await stage.say(THU, "bỏ Công an xã khỏi việc 1")
    assert "Phối hợp: không có (trước đó: Công an xã)" in gone
    assert "không xóa, gộp hay tách ở đây" in await stage.say(THU, "xóa việc 3")
    for chat in (HOA, DUNG, SON, KHANH):
        stage.told(chat)
