"""Indicators listed and asked for: by agency, below their target, on their way to a year."""

import pytest

from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.measured import five_indicators, readings
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import OFFICE_ONLY

ONLINE = "CT1 Tỷ lệ hồ sơ giải quyết trực tuyến"


@pytest.fixture
async def measured(stage: Stage, cast: Cast):
    return await five_indicators(stage, cast)


async def test_the_standing_office_sees_all_by_agency_and_what_lacks_a_reading(
    stage: Stage, measured
):
    await stage.say(HOA, "CT1 62%")

    await stage.hold(
        THU,
        (
            "/chitieu",
            "5 chỉ tiêu, 1 có số liệu năm 2025\n"
            "Phòng Văn hóa - Xã hội: 3 chỉ tiêu, 1 có số liệu\n"
            "Công an xã: 1 chỉ tiêu, 0 có số liệu\n"
            "Chưa có cơ quan chủ trì: 1 chỉ tiêu, 0 có số liệu\n"
            "Bấm vào cơ quan để xem các chỉ tiêu, hoặc ghi “CT5” để xem một chỉ tiêu.\n"
            "[Phòng Văn hóa - Xã hội]\n[Công an xã]\n[Chưa có cơ quan chủ trì]\n"
            "[Tất cả (5)] [Chưa có số liệu (4)]",
        ),
        (
            "[Chưa có số liệu (4)]",
            "4 chỉ tiêu chưa có số liệu năm 2025\n"
            "CT2 Số hồ sơ được số hóa · 2025: 1.000 hồ sơ · chưa có số liệu\n"
            "CT3 Xếp hạng chuyển đổi số · 2025: Top 50 của thành phố · chưa có số liệu\n"
            "CT4 Tỷ lệ cấp tài khoản định danh · chưa có số liệu\n"
            "CT5 Quy mô kinh tế số · chưa có số liệu\n"
            "[CT2] [CT3] [CT4]\n[CT5]",
        ),
    )


async def test_a_target_in_words_is_judged_by_the_standing_office(stage: Stage, measured):
    await stage.say(HOA, "CT3 Top 30")
    reading = f"reached:{measured[3].id}:1:1"
    await stage.hold(HOA, (Forged(reading), OFFICE_ONLY))

    assert "chờ Cơ quan Thường trực đánh giá" in await stage.say(THU, "CT3")
    await stage.hold(THU, ("[Đạt mục tiêu]", "✅ Ghi nhận: CT3 đạt mục tiêu."))
    assert "Mục tiêu năm 2025 (Top 50 của thành phố): đã đạt" in await stage.say(HOA, "CT3")
    assert (
        "5 chỉ tiêu, 1 có số liệu năm 2025. "
        "3 chỉ tiêu có mục tiêu năm 2025: 1 đạt, 0 chưa đạt, 0 cần đánh giá."
    ) in await stage.say(THU, "/tonghop")


async def test_which_are_below_their_target_and_which_say_nothing(stage: Stage, measured):
    await stage.say(HOA, "ct1 đạt 40%")
    await stage.say(HOA, "ct2: 1.200 hồ sơ")

    below = await stage.say(BINH, "Chỉ tiêu nào chưa đạt")
    lacking = await stage.say(BINH, "những chỉ tiêu nào chưa có số liệu?")

    assert below.splitlines()[0] == (
        "1 chỉ tiêu chưa đạt mục tiêu năm 2025; 3 chỉ tiêu chưa có số liệu"
    )
    assert below.splitlines()[1].startswith(ONLINE)
    assert lacking.splitlines()[0] == "3 chỉ tiêu chưa có số liệu năm 2025"


async def test_which_have_reached_their_target_and_which_have_none(stage: Stage, measured):
    await stage.say(HOA, "ct1 đạt 62%")

    reached = await stage.say(BINH, "có bao nhiêu chỉ tiêu đạt")
    without = await stage.say(BINH, "chỉ tiêu nào không có mục tiêu năm nay")
    card = await stage.say(BINH, "CT4")
    unread = await stage.say(BINH, "tổng số chỉ tiêu chưa báo cáo")
    assert unread.startswith("4 chỉ tiêu chưa có số liệu năm 2025")

    assert (
        reached.splitlines()[0] == "1 chỉ tiêu đạt mục tiêu năm 2025, trong 3 chỉ tiêu có mục tiêu"
    )
    assert reached.splitlines()[1].startswith(ONLINE)
    assert without.splitlines()[0] == "2 chỉ tiêu không đặt mục tiêu năm 2025"
    assert "Không đặt mục tiêu" not in card  # the plan sets none of any year, which it says


async def test_a_number_with_a_letter_is_a_word_of_a_name(stage: Stage, measured):
    assert not (await stage.say(BINH, "chỉ tiêu 5G đạt bao nhiêu rồi")).startswith("CT5")
    card = await stage.say(BINH, "chi tieu dinh danh toi dau roi")
    assert card.startswith("CT4 Tỷ lệ cấp tài khoản định danh\n")
    assert await readings(stage) == []


async def test_an_indicator_is_asked_for_by_words_of_its_name(stage: Stage, measured):
    card = await stage.say(BINH, "chỉ tiêu xếp hạng chuyển đổi số đạt bao nhiêu?")
    assert card.startswith("CT3 Xếp hạng chuyển đổi số\n")

    assert "5 chỉ tiêu" in await stage.say(BINH, "các chỉ tiêu năm 2025")
    assert await readings(stage) == []


async def test_a_figure_asked_for_by_words_shows_the_indicator(stage: Stage, measured):
    card = await stage.say(BINH, "kinh tế số đạt bao nhiêu phần trăm rồi?")

    assert card.startswith("CT5 Quy mô kinh tế số\n")


@pytest.mark.parametrize(
    "words", ["Phòng Kinh tế có bao nhiêu việc?", "Phòng Kinh tế đạt bao nhiêu phần trăm?"]
)
async def test_a_figure_asked_of_an_agency_is_no_indicators(stage: Stage, measured, words: str):
    said = await stage.say(BINH, words)
    assert said.startswith("Phòng Kinh tế, đến 17/12/2025\n")
    assert ("\nHoàn thành 0/1 (0%).\n" in said) == ("phần trăm" in words)


@pytest.mark.parametrize(
    "words",
    ["chỉ tiêu 2030", "các chỉ tiêu đến năm 2030", "Mục tiêu 2030 thế nào rồi?"],
)
async def test_the_way_to_a_year_names_what_is_not_there_yet(stage: Stage, measured, words: str):
    await stage.say(HOA, "CT1 62%")

    await stage.hold(
        THU,
        (
            words,
            "Đến năm 2030: 1 chỉ tiêu có mục tiêu, 0 đã đạt, 1 chưa đạt, 0 cần đánh giá, "
            "0 chưa có số liệu.\n"
            f"{ONLINE} · 2030: ≥ 80% · 62% (17/12/2025)\n[CT1]",
        ),
    )


async def test_the_roll_up_tells_the_way_to_2030_and_2045(stage: Stage, measured):
    assert "Đến năm 20" not in await stage.say(THU, "/tonghop")

    await stage.say(HOA, "CT1 85%")

    assert (
        "Đến năm 2030: 1 chỉ tiêu có mục tiêu, 1 đã đạt, 0 chưa đạt, 0 cần đánh giá, "
        "0 chưa có số liệu.\n"
        "Đến năm 2045: 1 chỉ tiêu có mục tiêu, 0 đã đạt, 1 chưa đạt, "
    ) in await stage.say(THU, "/tonghop")


async def test_a_leader_asks_for_an_agencys_indicators(stage: Stage, measured):
    lacking = await stage.say(BINH, "chỉ tiêu nào của phòng văn hóa chưa có số liệu")
    led = await stage.say(BINH, "chi tieu cua cong an")
    assert lacking.startswith("Phòng Văn hóa - Xã hội: 3 chỉ tiêu chưa có số liệu năm 2025\n")
    assert led.startswith("Công an xã: 1 chỉ tiêu, 0 có số liệu")
    await stage.hold(
        BINH,
        (
            "phòng kinh tế có những chỉ tiêu nào",
            "Phòng Kinh tế không chủ trì chỉ tiêu nào. Xem tất cả: /chitieu.",
        ),
    )
