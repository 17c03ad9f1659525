"""/chitieu: lists and cards, readings in words and by buttons, whose they are, taking back."""

import pytest
from sqlalchemy import select

from db.models import Indicator
from tests.dialogues.cast import BINH, HOA, SON, THU, Cast
from tests.dialogues.measured import five_indicators, readings
from tests.dialogues.stage import Forged, Reply, Stage

UNDO = "[Báo nhầm, hủy]"
OLD = "Nội dung này đã được xử lý hoặc không còn hiệu lực. Gõ /viec để xem nhiệm vụ hiện nay."
ONLINE = "CT1 Tỷ lệ hồ sơ giải quyết trực tuyến"


@pytest.fixture
async def measured(stage: Stage, cast: Cast):
    return await five_indicators(stage, cast)


async def test_an_officer_sees_the_agencys_indicators_and_a_card(stage: Stage, measured):
    await stage.hold(
        HOA,
        (
            "/chitieu",
            "Phòng Văn hóa - Xã hội: 3 chỉ tiêu, 0 có số liệu năm 2025\n"
            f"{ONLINE} · 2025: ≥ 60% · chưa có số liệu\n"
            "CT2 Số hồ sơ được số hóa · 2025: 1.000 hồ sơ · chưa có số liệu\n"
            "CT3 Xếp hạng chuyển đổi số · 2025: Top 50 của thành phố · chưa có số liệu\n"
            "Bấm vào chỉ tiêu để báo số liệu, hoặc ghi: “CT5 đạt 62%”.\n"
            "[CT1] [CT2] [CT3]",
        ),
        (
            "[CT1]",
            f"{ONLINE}\n"
            "Đơn vị tính: %\n"
            "Chủ trì: Phòng Văn hóa - Xã hội\n"
            "Sản phẩm: Báo cáo của Cổng dịch vụ công\n"
            "Mục tiêu: 2025: ≥ 60%; 2030: ≥ 80%; 2045: 100%\n"
            "Còn thiếu: số liệu năm 2025\n"
            "[Báo số liệu]",
        ),
        ("[Báo số liệu]", "CT1 hiện đạt bao nhiêu? Ghi một con số, ví dụ “62%”."),
        ("62", f"✅ Ghi nhận: CT1 đạt 62%. (17/12, 08:00)\n{UNDO}"),
        (
            "chỉ tiêu 1",
            f"{ONLINE}\n"
            "Đơn vị tính: %\n"
            "Chủ trì: Phòng Văn hóa - Xã hội\n"
            "Sản phẩm: Báo cáo của Cổng dịch vụ công\n"
            "Mục tiêu: 2025: ≥ 60%; 2030: ≥ 80%; 2045: 100%\n"
            "Số liệu mới nhất: 62% (ngày 17/12/2025)\n"
            "Mục tiêu năm 2025 (≥ 60%): đã đạt\n"
            "Mục tiêu năm 2030 (≥ 80%): còn thiếu 18%\n"
            "Mục tiêu năm 2045 (100%): còn thiếu 38%\n"
            "17/12, 08:00 Hoa (mẫu): 62\n"
            "[Báo số liệu]",
        ),
    )


@pytest.mark.parametrize(
    ("words", "fact", "kept"),
    [
        ("chỉ tiêu 1 đạt 62%", "CT1 đạt 62%", (1, 62.0, None, False)),
        ("CT 2: 450 hồ sơ", "CT2 đạt 450 hồ sơ", (2, 450.0, None, False)),
        ("chi tieu 1 duoc 62,5 phan tram", "CT1 đạt 62,5%", (1, 62.5, None, False)),
        ("CT1 450/1000 hồ sơ", "CT1 đạt 45%", (1, 45.0, None, False)),
        ("CT3 Top 30", "CT3 đạt “Top 30”", (3, None, "Top 30", False)),
        ("chỉ tiêu 3 hiện đạt: Top 30", "CT3 đạt “Top 30”", (3, None, "Top 30", False)),
        ("ct1 đến 30/11/2025 đạt 55%", "CT1 đạt 55% tính đến 30/11/2025", (1, 55.0, None, False)),
    ],
)
async def test_a_reading_is_reported_in_words(stage: Stage, measured, words, fact, kept):
    await stage.hold(HOA, (words, f"✅ Ghi nhận: {fact}. (17/12, 08:00)\n{UNDO}"))

    assert await readings(stage) == [kept]


async def test_readings_of_one_message_are_taken_back_together(stage: Stage, measured):
    await stage.hold(
        HOA,
        (
            "CT1 62%; CT2: 1.250",
            f"✅ Ghi nhận: CT1 đạt 62%; CT2 đạt 1.250 hồ sơ. (17/12, 08:00)\n{UNDO}",
        ),
        (UNDO, "Đã hủy số liệu vừa báo của CT1, CT2."),
        (UNDO, "Không có gì để hủy: số liệu này đã hủy trước đó, hoặc đã có số liệu mới hơn."),
    )
    await stage.hold(
        HOA,
        ("CT1 63%", f"✅ Ghi nhận: CT1 đạt 63%. (17/12, 08:00)\n{UNDO}"),
        ("báo nhầm, hủy giúp", "Đã hủy số liệu vừa báo của CT1."),
    )


async def test_what_is_about_a_task_stays_a_task_report(stage: Stage, measured):
    await stage.hold(
        HOA,
        ("1 đạt 62%", f"✅ Ghi nhận: #1 đạt 62%. (17/12, 08:00)\n{UNDO}"),
        ("việc 2 đạt chỉ tiêu 62%", f"✅ Ghi nhận: #2 đạt 62%. (17/12, 08:00)\n{UNDO}"),
    )
    await stage.say(HOA, "CT1")
    await stage.hold(HOA, ("#4 được 30%", f"✅ Ghi nhận: #4 đạt 30%. (17/12, 08:00)\n{UNDO}"))
    await stage.say(HOA, "CT1")
    assert "Duy trì các nhóm Zalo" in await stage.say(HOA, "4")
    await stage.hold(
        HOA,
        (
            "CT1 62%; việc 4 xong",
            "Chưa ghi nhận: đề nghị báo chỉ tiêu và nhiệm vụ trong hai tin nhắn riêng.",
        ),
    )
    assert await readings(stage) == []


async def test_a_card_is_answered_by_what_follows_it_or_replies_to_it(stage: Stage, measured):
    await stage.say(HOA, "CT1")
    await stage.hold(HOA, ("đạt 61%", f"✅ Ghi nhận: CT1 đạt 61%. (17/12, 08:00)\n{UNDO}"))
    await stage.say(HOA, "CT3")
    await stage.hold(HOA, ("Top 30", f"✅ Ghi nhận: CT3 đạt “Top 30”. (17/12, 08:00)\n{UNDO}"))
    await stage.say(HOA, "CT2")
    await stage.say(HOA, "/viec")
    await stage.hold(
        HOA,
        (
            Reply("450", to="Số hồ sơ được số hóa"),
            f"✅ Ghi nhận: CT2 đạt 450 hồ sơ. (17/12, 08:00)\n{UNDO}",
        ),
    )


async def test_a_figure_beyond_sense_is_asked_about_and_kept_only_when_confirmed(
    stage: Stage, measured
):
    await stage.hold(
        HOA, ("CT1 620%", "CT1: 620%. Có đúng không? Chưa ghi nhận.\n[Đúng, ghi nhận]")
    )
    assert await readings(stage) == []
    await stage.say(HOA, "CT2 450 hồ sơ")
    await stage.hold(
        HOA,
        (
            "CT2 45.000 hồ sơ",
            "CT2: 45.000 hồ sơ, trong khi số liệu trước là 450 hồ sơ. Có đúng không? "
            "Chưa ghi nhận.\n[Đúng, ghi nhận]",
        ),
        ("[Đúng, ghi nhận]", f"✅ Ghi nhận: CT2 đạt 45.000 hồ sơ. (17/12, 08:00)\n{UNDO}"),
    )
    assert await readings(stage) == [(2, 450.0, None, False), (2, 45000.0, None, False)]
    await stage.hold(HOA, (Forged("right:1"), OLD))


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            "CT2 đạt 62%",
            "CT2 tính bằng hồ sơ. Chưa ghi nhận “đạt 62%”, đề nghị ghi lại theo đơn vị này.",
        ),
        (
            "CT1 60-65%",
            "CT1: chưa ghi nhận “60-65%”. Đề nghị ghi một con số đã đạt được, ví dụ “CT1 62%”.",
        ),
        (
            "CT1 dự kiến đạt 90%",
            "CT1: chưa ghi nhận “dự kiến đạt 90%”. "
            "Đề nghị ghi một con số đã đạt được, ví dụ “CT1 62%”.",
        ),
        ("CT99 đạt 5%", "Không có CT99. Gõ /chitieu để xem danh sách."),
    ],
)
async def test_what_is_no_plain_figure_is_not_recorded(stage: Stage, measured, words, answer):
    await stage.hold(HOA, (words, answer))

    assert await readings(stage) == []


async def test_only_the_lead_and_the_standing_office_report(stage: Stage, measured):
    strange = (
        "CT1 do Phòng Văn hóa - Xã hội chủ trì. Đồng chí không báo được số liệu của chỉ tiêu này."
    )
    await stage.hold(SON, ("CT1 62%", strange), ("CT1", strange))
    await stage.hold(SON, (Forged(f"reading:{measured[1].id}"), strange))
    assert "Báo số liệu" not in await stage.say(BINH, "CT1")
    await stage.hold(BINH, ("CT1 62%", strange))
    assert await readings(stage) == []
    await stage.hold(
        THU, ("CT1 62%", f"✅ Ghi nhận: CT1 đạt 62% (ghi thay cơ quan). (17/12, 08:00)\n{UNDO}")
    )
    assert await readings(stage) == [(1, 62.0, None, True)]
    assert "Thu (mẫu), ghi thay cơ quan: CT1 62%" in await stage.say(HOA, "CT1")


async def test_another_committees_indicators_are_out_of_reach(stage: Stage, cast, measured):
    async with stage.program.database.read() as session:
        theirs = (
            await session.scalars(select(Indicator).where(Indicator.committee_id == cast.tan_an.id))
        ).one()
    await stage.say(HOA, "/chitieu")

    for verb in ("indicator", "reading"):
        await stage.hold(HOA, (Forged(f"{verb}:{theirs.id}"), OLD))
    await stage.say(THU, "/chitieu")
    await stage.hold(THU, (Forged(f"indicators:{theirs.id}:0"), OLD))
    assert "Tân An" not in await stage.say(THU, "[Tất cả (5)]")
    assert await readings(stage) == []


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("tỷ lệ hồ sơ giải quyết trực tuyến đến nay đạt 62,5%", (1, 62.5)),
        ("số hóa hồ sơ được 450 hồ sơ", (2, 450.0)),
        ("ty le ho so truc tuyen dat 62,5%", (1, 62.5)),
    ],
)
async def test_a_reading_names_its_indicator_by_words(stage: Stage, measured, words, kept):
    answer = await stage.say(HOA, words)

    assert f"CT{kept[0]} " in answer
    assert [row[:2] for row in await readings(stage)] == [kept]


async def test_words_of_a_task_beside_a_figure_stay_a_report_of_the_task(stage: Stage, measured):
    await stage.say(HOA, "tuyên truyền nghị quyết 57 được 60%")
    refused = await stage.say(HOA, "tỷ lệ cấp tài khoản định danh đạt 70%")

    assert await readings(stage) == []
    assert refused.startswith("CT4 do Công an xã chủ trì.")


async def test_a_figure_of_an_indicator_that_there_is_not_is_no_tasks(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 30%")

    assert (await stage.say(HOA, "CT5 đạt 62%")).startswith("Không có CT5.")


async def test_what_is_said_of_a_year_to_come_is_no_reading(stage: Stage, measured):
    await stage.hold(
        HOA,
        (
            "CT1 năm 2030 đạt 100%",
            "CT1: chưa ghi nhận “năm 2030 đạt 100%”. Đề nghị ghi một con số đã đạt được, ví dụ "
            "“CT1 62%”.",
        ),
    )
    assert await readings(stage) == []


async def test_a_reading_is_corrected_and_taken_back_by_the_indicators_name(stage: Stage, measured):
    await stage.say(HOA, "62% CT1")
    await stage.say(HOA, "sửa CT1 thành 63%")
    assert [row[:2] for row in await readings(stage)] == [(1, 62.0), (1, 63.0)]

    await stage.hold(HOA, ("hủy CT1", "Đã hủy số liệu vừa báo của CT1."))
    assert "Số liệu mới nhất: 62%" in await stage.say(HOA, "số liệu CT1")


async def test_words_that_fit_two_indicators_are_asked_about(stage: Stage, measured):
    answer = await stage.say(HOA, "hồ sơ đạt 70%")

    assert answer.startswith("Có 2 chỉ tiêu về nội dung này:\nCT1 ")
    assert await readings(stage) == []
