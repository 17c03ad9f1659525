"""More time asked for, granted and refused."""

from datetime import date

import pytest
from sqlalchemy import select

from db.enums import Role
from db.models import Agency, Extension, Occurrence, Person, StatusUpdate
from tests.dialogues.cast import BINH, HOA, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import LEADERS_ONLY
from tests.dialogues.test_lists_and_cards import OLD
from tests.dialogues.test_reports import CONFIRM, UNDO
from tests.make import make_membership

QUESTION = (
    "Đề nghị gia hạn #2 đến ngày nào? Ghi ngày và lý do nếu có: “đến 15/01/2026, chờ kinh phí”."
)
TOO_EARLY = "Thời hạn của #2 là 31/12/2025; đề nghị chọn một ngày muộn hơn và chưa qua."
NOT_CLEAR = "Ngày chưa rõ hoặc đã qua. Đề nghị ghi ngày/tháng/năm."
ASKED = "Đề nghị gia hạn #2 từ 31/12/2025 đến 15/01/2026. Đã gửi Cơ quan Thường trực quyết định."
NAMED = "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường…"
NOTICE = (
    f"Phòng Văn hóa - Xã hội (Hoa (mẫu)) đề nghị gia hạn {NAMED} từ 31/12/2025 đến "
    "15/01/2026.\n[Đồng ý] [Không đồng ý]"
)
GRANTED = f"Đã đồng ý gia hạn {NAMED} đến 15/01/2026."
REFUSED = f"Không đồng ý gia hạn {NAMED}; thời hạn vẫn là 31/12/2025."
CARD = "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\nThời hạn: "


async def due_days(stage: Stage, cast: Cast) -> dict[int, date | None]:
    async with stage.program.database.read() as session:
        rows = await session.scalars(
            select(Occurrence).where(Occurrence.committee_id == cast.vinh_lai.id)
        )
        return {row.task_id: row.due for row in rows}


async def wishes(stage: Stage) -> list[date]:
    async with stage.program.database.read() as session:
        return list(await session.scalars(select(Extension.asked_due).order_by(Extension.id)))


async def test_a_day_asked_for_goes_to_the_secretary_and_is_granted(stage: Stage, cast: Cast):
    await stage.hold(HOA, ("#2 xin gia hạn đến 15/01/2026", f"{ASKED}\n{UNDO}"))
    stage.hears(THU, NOTICE)

    await stage.hold(THU, ("[Đồng ý]", GRANTED))
    stage.hears(HOA, GRANTED)
    for again in ("[Đồng ý]", "[Không đồng ý]"):
        decided = "#2: Thu (mẫu) đã đồng ý gia hạn đến 15/01/2026 (17/12, 08:00)."
        await stage.finds(THU, again, decided, CARD)

    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2026, 1, 15)
    card = await stage.say(HOA, "#2")
    assert "Thời hạn: tháng 12/2025, gia hạn đến 15/01/2026, còn 29 ngày\n" in card


async def test_more_time_granted_after_a_completion_says_that_it_is_done(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    await stage.say(HOA, "#2 xong")
    stage.told(THU)
    both = f"{GRANTED}\n#2 đã được ghi nhận hoàn thành ngày 17/12/2025."

    await stage.hold(THU, ("[Đồng ý]", both))

    stage.hears(HOA, both)


async def test_a_refusal_leaves_the_day_as_it_is(stage: Stage, cast: Cast):
    await stage.hold(HOA, ("#2 xin gia hạn đến 15/01/2026", f"{ASKED}\n{UNDO}"))
    stage.hears(THU, NOTICE)

    await stage.hold(THU, ("[Không đồng ý]", REFUSED))
    stage.hears(HOA, REFUSED)
    decided = "#2: Thu (mẫu) đã không đồng ý gia hạn đến 15/01/2026 (17/12, 08:00)."
    await stage.finds(THU, "[Đồng ý]", decided, CARD)

    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2025, 12, 31)


async def test_a_wish_taken_back_is_not_granted_any_more(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.hears(THU, NOTICE)
    await stage.say(HOA, UNDO)

    await stage.finds(THU, "[Đồng ý]", "#2: Hoa (mẫu) đã rút đề nghị gia hạn.", CARD)

    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2025, 12, 31)


async def test_without_a_day_it_is_asked_until_one_is_given(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        ("#2 xin gia hạn", QUESTION),
        ("không rõ nữa", f"{NOT_CLEAR}\n{QUESTION}"),
        ("30/02/2026", f"{NOT_CLEAR}\n{QUESTION}"),
        ("01/12/2025", f"{NOT_CLEAR}\n{QUESTION}"),
        (
            "20/12/2025",
            "Thời hạn của #2 là 31/12/2025; đề nghị chọn một ngày muộn hơn và chưa qua.",
        ),
        ("15/01/2026", f"{ASKED}\n{UNDO}"),
    )
    stage.hears(THU, NOTICE)
    assert await wishes(stage) == [date(2026, 1, 15)]


async def test_the_button_asks_for_the_day_and_takes_a_reason_with_it(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2")

    await stage.hold(
        HOA,
        ("[Xin gia hạn]", QUESTION),
        (
            "đến 15/01/2026, chờ kinh phí",
            "⚠️ Ghi nhận vướng mắc của #2: “chờ kinh phí”.\n"
            "Đề nghị gia hạn #2 từ 31/12/2025 đến 15/01/2026, lý do: chờ kinh phí. "
            f"Đã gửi Cơ quan Thường trực quyết định.\n{UNDO}",
        ),
    )
    stage.hears(
        THU,
        f"Phòng Văn hóa - Xã hội (Hoa (mẫu)) đề nghị gia hạn {NAMED} từ 31/12/2025 đến "
        "15/01/2026, lý do: chờ kinh phí.\n[Đồng ý] [Không đồng ý]",
    )


async def test_the_question_gives_way_to_a_plain_report(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn")

    await stage.hold(
        HOA,
        (
            "xong rồi",
            "✅ Ghi nhận: #2 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
            f"{CONFIRM}\n[Đính kèm] {UNDO}",
        ),
    )
    assert await wishes(stage) == []


async def test_the_question_outlasts_a_report_of_another_task(stage: Stage, cast: Cast):
    """ "Đến 15/1" after it was taken for something about the task reported in between."""
    await stage.hold(HOA, ("#2 xin gia hạn", QUESTION))
    await stage.say(HOA, "#1 được 30%")

    await stage.hold(HOA, ("đến 15/01/2026", f"{ASKED}\n{UNDO}"))
    stage.hears(THU, NOTICE)

    await stage.hold(HOA, ("#2 xin gia hạn", QUESTION))
    await stage.say(HOA, "#1 được 40%")
    assert "#1 đạt 50%" in await stage.say(HOA, "được 50%")
    assert await wishes(stage) == [date(2026, 1, 15)]


async def test_days_count_from_the_due_day(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "#2 xin gia hạn thêm 15 ngày",
            "Đề nghị gia hạn #2 từ 31/12/2025 đến 15/01/2026. Đã gửi Cơ quan Thường trực quyết "
            f"định.\n{UNDO}",
        ),
        (
            "#3 xin thêm 5 ngày",
            "Thời hạn của #3 là 30/09/2025; đề nghị chọn một ngày muộn hơn và chưa qua.",
        ),
        ("#4 xin gia hạn đến 15/01/2026", "#4 không xác định thời hạn nên không cần gia hạn."),
    )
    stage.hears(THU, NOTICE)


async def test_progress_said_beside_a_wrong_day_is_kept(stage: Stage, cast: Cast):
    recorded = "✅ Ghi nhận: #2 đạt 50%. (17/12, 08:00)"

    await stage.hold(
        HOA,
        (
            "#2 được 50%, xin gia hạn đến 01/12/2025",
            f"{recorded}\n{NOT_CLEAR}\n{QUESTION}\n{UNDO}",
        ),
        (
            "#2 được 50%, xin gia hạn đến 20/12/2025",
            f"{recorded}\n{TOO_EARLY}\n{UNDO}",
        ),
    )
    async with stage.program.database.read() as session:
        assert list(await session.scalars(select(StatusUpdate.percent))) == [50, 50]
    assert await wishes(stage) == []


async def test_a_wish_among_several_reports_is_not_lost(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "#1 được 60%; #2 xin gia hạn",
            f"✅ Ghi nhận: #1 đạt 60%. (17/12, 08:00)\n{QUESTION}\n{UNDO}",
        ),
        ("15/01/2026", f"{ASKED}\n{UNDO}"),
    )
    stage.hears(THU, NOTICE)


async def test_a_member_decides_where_there_is_no_secretary(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        secretary = await session.get_one(type(cast.people[THU]), cast.people[THU].id)
        await session.refresh(secretary, ["memberships"])
        await session.delete(secretary.memberships[0])

    await stage.hold(
        HOA,
        (
            "#2 xin gia hạn đến 15/01/2026",
            "Đề nghị gia hạn #2 từ 31/12/2025 đến 15/01/2026. Đã gửi thành viên Ban Chỉ đạo quyết "
            f"định.\n{UNDO}",
        ),
    )
    stage.hears(BINH, NOTICE)

    await stage.hold(BINH, ("[Đồng ý]", GRANTED))
    stage.hears(HOA, GRANTED)


async def test_a_new_wish_takes_the_place_of_the_old(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 10/01/2026")
    assert "10/01/2026" in stage.told(THU)
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.hears(THU, NOTICE)

    replaced = "#2: Hoa (mẫu) đã thay bằng đề nghị gia hạn đến 15/01/2026, đang chờ quyết định."
    await stage.finds(THU, Forged("grant:1"), replaced, CARD)
    await stage.hold(THU, ("[Đồng ý]", GRANTED))
    stage.hears(HOA, GRANTED)

    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2026, 1, 15)


async def test_only_those_who_decide_can_decide(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.hears(THU, NOTICE)
    await stage.say(SON, "/viec")

    await stage.hold(SON, (Forged("grant:1"), LEADERS_ONLY), (Forged("refuse:1"), LEADERS_ONLY))
    await stage.hold(HOA, (Forged("grant:1"), LEADERS_ONLY))
    await stage.hold(THU, (Forged("grant:2"), OLD), (Forged("grant:x"), OLD))

    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2025, 12, 31)


async def test_a_day_of_the_lunar_calendar_is_offered_as_its_solar_one(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "#2 xin gia hạn đến rằm tháng Giêng",
            "Đề nghị gia hạn #2 đến ngày 03/03/2026? Bấm để chọn, hoặc ghi ngày khác "
            "(ngày/tháng/năm).\n"
            "[03/03/2026]",
        ),
    )
    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2025, 12, 31)

    asked = await stage.say(HOA, "[03/03/2026]")

    assert asked.startswith("Đề nghị gia hạn #2 từ 31/12/2025 đến 03/03/2026.")
    assert "đến 03/03/2026" in stage.told(THU)


async def test_working_days_are_counted_from_the_due_day_and_offered(stage: Stage, cast: Cast):
    """After 31/12/2025 come two days of rest by decision and a Saturday that is worked."""
    told = "Đề nghị gia hạn #2 đến ngày 15/01/2026? Bấm để chọn, hoặc ghi ngày khác"
    assert (await stage.say(HOA, "việc 2 xin thêm 10 ngày làm việc")).startswith(told)
    assert "đến 15/01/2026. Đã gửi" in await stage.say(HOA, "[15/01/2026]")
    stage.told(THU)


async def test_a_lunar_day_is_not_taken_for_a_solar_one(stage: Stage, cast: Cast):
    said = await stage.say(HOA, "#2 xin gia hạn đến mùng 10 tháng 3 âm lịch")

    assert "đến ngày 26/04/2026?" in said
    assert "10/01/2026" not in said


@pytest.mark.parametrize("words", ["#4 xin gia hạn thêm 1 tuần", "xin gia hạn việc 4"])
async def test_a_task_without_a_due_day_needs_none(stage: Stage, cast: Cast, words: str):
    await stage.hold(HOA, (words, "#4 không xác định thời hạn nên không cần gia hạn."))
    assert await wishes(stage) == []


async def test_a_decision_in_words_names_its_tasks(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xin gia hạn đến 15/01/2026, #2 xin gia hạn đến 15/01/2026, #3 xong")
    stage.told(THU)

    await stage.hold(THU, ("đồng ý việc 3", "✅ Đã xác nhận hoàn thành: #3."))
    stage.told(HOA)
    listed = await stage.say(THU, "đồng ý")
    assert listed.startswith("2 đề nghị gia hạn chờ quyết định\n")
    both = await stage.say(THU, "không đồng ý 1, 2 vì gấp")

    assert both.startswith("Không đồng ý gia hạn #1 ")
    assert "Không đồng ý gia hạn #2 " in both
    stage.hears(HOA, both)
    assert (await stage.say(THU, "đồng ý việc 1")).startswith("#1: Thu (mẫu) đã không đồng ý")
    assert (await stage.say(THU, "đồng ý việc 4")).startswith("#4 không có đề nghị gia hạn nào")


async def test_one_wish_is_granted_and_another_refused_in_one_message(stage: Stage, cast: Cast):
    for number in (1, 2):
        await stage.say(HOA, f"{number} xin gia hạn đến 15/1")

    answer = await stage.say(BINH, "duyệt cho 1, còn 2 thì không")

    assert answer.startswith("Đã đồng ý gia hạn #1")
    assert "Không đồng ý gia hạn #2" in answer
    for chat in (HOA, THU):
        stage.told(chat)


async def test_an_officer_who_agrees_decides_nothing(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")

    stage.told(THU)

    assert (await stage.say(SON, "đồng ý việc 2")).startswith("Đã rõ.")
    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2025, 12, 31)


async def test_the_reason_may_follow_in_the_next_message(stage: Stage, cast: Cast):
    """It was kept as an obstacle, and the wish stood without a reason."""
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.told(THU)

    answer = await stage.say(HOA, "vì chưa có kinh phí")

    assert "đến 15/01/2026, lý do: chưa có kinh phí. Đã gửi Cơ quan Thường trực" in answer
    assert "đến 15/01/2026, lý do: chưa có kinh phí.\n" in stage.told(THU)
    assert (await stage.say(THU, "ai xin gia hạn?")).startswith("1 đề nghị gia hạn chờ quyết định")


async def test_a_reason_waits_for_the_day_that_is_asked(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn, do trường bận thi học kỳ")

    answer = await stage.say(HOA, "đến ngày 15/1/2026")

    assert "đến 15/01/2026, lý do: trường bận thi học kỳ." in answer
    assert "lý do: trường bận thi học kỳ" in stage.told(THU)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("because the guidance came late", "the guidance came late"),
        ("do chưa tuyển được giáo viên", "chưa tuyển được giáo viên"),
        ("Lý do: HĐND xã chưa họp ạ", "HĐND xã chưa họp"),
        ("chờ thành phố cho ý kiến", "chờ thành phố cho ý kiến"),
        ("vì bận kỳ họp", "bận kỳ họp"),
        ("đang làm", None),
        ("do sắp xong nên mới 80%", None),
    ],
)
async def test_what_only_gives_a_reason_is_that_of_the_wish_before(
    stage: Stage, cast: Cast, words: str, reason: str | None
):
    """It was recorded as work in progress, and the wish stood without a reason."""
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.told(THU)

    await stage.say(HOA, words)
    stage.told(THU)

    async with stage.program.database.read() as session:
        wishes = (await session.scalars(select(Extension).order_by(Extension.id))).all()
        assert wishes[-1].reason == reason
        assert wishes[-1].asked_due == date(2026, 1, 15)


async def test_another_day_than_the_one_asked_for_is_given(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xin gia hạn đến 15/01/2026")
    stage.told(THU)

    given = f"Cơ quan Thường trực gia hạn {NAMED} từ 31/12/2025 đến 10/01/2026."
    await stage.hold(THU, ("đồng ý gia hạn việc 2 đến 10/1 thôi", f"{given}\n[Trả lại như cũ]"))

    stage.hears(HOA, given)
    stage.unheard()  # those who help with it
    assert (await due_days(stage, cast))[cast.tasks[2].id] == date(2026, 1, 10)
    assert await stage.say(THU, "ai xin gia hạn?") == "Không có đề nghị gia hạn nào chờ quyết định."
    decided = await stage.say(THU, "không đồng ý việc 2")
    assert decided == "#2: Thu (mẫu) đã đồng ý gia hạn đến 10/01/2026 (17/12, 08:00)."


async def test_who_decides_and_asks_is_not_told_of_the_own_wish(stage: Stage, cast: Cast):
    """An officer who is of the standing office too got a second message."""
    async with stage.program.database.write() as session:
        thu = await session.get_one(Person, cast.people[THU].id)
        culture = await session.get_one(Agency, cast.culture.id)
        await make_membership(session, thu, culture, role=Role.OFFICER)

    await stage.hold(
        THU,
        (
            "#2 xin gia hạn đến 15/01/2026",
            "Đề nghị gia hạn #2 từ 31/12/2025 đến 15/01/2026.\n"
            "[Đồng ý] [Không đồng ý]\n[Báo nhầm, hủy]",
        ),
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("#2 xin gia hạn đến 15/01/2026, chờ số liệu", "chờ số liệu"),
        ("#2 xin gia hạn đến 15/1 để bổ sung hồ sơ ạ", "để bổ sung hồ sơ"),
        ("xin gia hạn đến 15/1 cho việc 2", None),
        ("#2 xin gia hạn đến 15/1, mong anh chị duyệt", None),
        ("#2 xin lùi đến 15/1, lý do: HĐND chưa họp. Mong anh chị xem xét.", "HĐND chưa họp"),
    ],
)
async def test_what_follows_the_day_is_the_reason(
    stage: Stage, cast: Cast, words: str, reason: str | None
):
    await stage.say(HOA, words)
    stage.told(THU)

    async with stage.program.database.read() as session:
        assert await session.scalar(select(Extension.reason)) == reason
