"""Sentences without a command: being away, tasks given in other words, lists that fit a phone."""

import re

import pytest
from sqlalchemy import func, select

from db.models import Absence, Pause, Plan
from tests.dialogues.cast import BINH, CHATS, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.make import make_agency, make_occurrence, make_task


async def test_being_away_is_said_without_a_command(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, "từ 20/12 đến 27/12 em nghỉ phép, anh Sơn thay")
    stage.told(SON)
    stage.told(THU)

    assert answer.startswith("✅ Ghi nhận: đồng chí vắng từ 20/12/2025 đến 27/12/2025, Sơn (mẫu)")
    asked = await stage.say(BINH, "toi di cong tac tu 20/12 den 27/12")
    assert asked.startswith("Vắng từ 20/12/2025 đến 27/12/2025. Ai thay đồng chí?")


async def test_a_report_that_speaks_of_being_away_stays_a_report(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, "toi di cong tac tu 10/12 nen chua lam duoc viec 2")

    assert answer.startswith("✅ Ghi nhận: #2 chưa thực hiện.")
    await stage.say(HOA, "#2")
    await stage.say(HOA, "[Có vướng mắc]")
    stuck = await stage.say(HOA, "em đi học từ 20/12 đến 27/12")
    assert stuck.startswith("⚠️ Ghi nhận vướng mắc của #2")
    stage.told(THU)
    async with stage.program.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Absence)) == 0


async def test_the_office_gives_a_task_of_the_plan_to_another_agency(stage: Stage, cast: Cast):
    how = (
        "Giao Phòng Kinh tế chủ trì #3 Xây dựng kế hoạch đào tạo kỹ năng số, thay Phòng Văn hóa - "
        "Xã hội?\n[Giao]"
    )
    for words in ("chuyen nhiem vu 3 sang phong kinh te", "giao phong kinh te viec 3"):
        await stage.hold(THU, (words, how))
    await stage.hold(THU, ("giao việc 3 cho Phòng Kinh tế", how))

    answer = await stage.say(THU, "đồng ý")

    assert "Phòng Kinh tế (trước đó: Phòng Văn hóa - Xã hội)" in answer
    stage.told(HOA)
    stage.told(DUNG)
    new = await stage.say(THU, "Giao Phòng Kinh tế rà soát hộ kinh doanh theo nhiệm vụ 3")
    assert new.startswith("Thời hạn đến khi nào?")


async def test_a_head_gives_a_task_in_other_orders_of_words(stage: Stage, cast: Cast):
    given = (
        "✅ Đã giao #3 Xây dựng kế hoạch đào tạo kỹ năng số cho Hoa (mẫu); tin nhắc chỉ gửi cho "
        "người này."
    )
    for words in (
        "việc 3 giao cho Hoa",
        "phân công chị Hoa làm việc 3",
        "việc 3 để chị Hoa phụ trách",
        "3 để Hoa",
        "việc 3 Hoa theo dõi",
        "Hoa làm việc 3",
    ):
        await stage.hold(DUNG, (words, given))
        stage.told(HOA)


@pytest.mark.parametrize(
    "words",
    [
        "Hoa theo dõi việc 3, xong báo tôi",
        "chị Hoa lo giúp tôi việc 3, có gì vướng báo anh",
        "tôi giao Hoa chịu trách nhiệm việc 3 và báo cáo tôi hàng tuần",
        "việc 3 để chị Hoa lo, còn 2 tôi làm",
    ],
)
async def test_what_is_to_follow_is_passed_on_to_who_is_given_it(
    stage: Stage, cast: Cast, words: str
):
    """ "Xong báo tôi" made it a report of the head's own, of work in progress."""
    said = await stage.say(DUNG, words)
    assert said.startswith("✅ Đã giao #3 ")
    assert said.endswith(f"Nguyên văn: “{words}”")
    assert stage.told(HOA).endswith(f"Nguyên văn: “{words}”")


async def test_what_an_officer_did_is_a_report_and_no_order(stage: Stage, cast: Cast):
    for words, answer in (
        ("Hoa đang làm việc 3", "✅ Ghi nhận: #3 đang thực hiện"),
        ("Hoa làm việc 3 được 50%", "✅ Ghi nhận: #3 đạt 50%"),
        ("Hoa hoàn thành việc 3", "#3 đã hoàn thành hay đang thực hiện?"),
    ):
        assert (await stage.say(DUNG, words)).startswith(answer)
    asked = await stage.say(DUNG, "Hoa 2 và 3")
    assert "Giao #3 cho Hoa (mẫu)" in asked
    assert stage.told(HOA) == ""


async def test_a_pause_keeps_its_day_while_the_reason_is_asked_for(stage: Stage, cast: Cast):
    assert "vì lý do gì" in await stage.say(THU, "tạm dừng việc 2 đến hết quý I/2026")

    answer = await stage.say(THU, "chờ kinh phí")

    assert "đến ngày 31/03/2026, lý do: chờ kinh phí.\n" in answer
    for told in (HOA, DUNG, SON, KHANH):
        stage.told(told)
    async with stage.program.database.read() as session:
        assert (await session.scalars(select(Pause.reason))).all() == ["chờ kinh phí"]


async def test_many_agencies_are_listed_by_pages(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        for number in range(10, 20):
            await make_agency(session, cast.vinh_lai, name=f"Trường {number}")

    first = await stage.say(THU, "/nhansu")
    second = await stage.say(THU, "[Tiếp]")

    assert "Trường 10" in first
    assert "Trường 19" not in first
    assert "Trường 19" in second
    assert len(first.split("\n")) <= 25
    await stage.say(THU, "[Trường 19]")
    invitation = await stage.say(THU, "[Mời cán bộ đầu mối]")
    link = re.search(r"https://t\.me/\w+\?start=[A-Z2-9]{5}-[A-Z2-9]{5}$", invitation)
    assert bool(link) == (stage.wire.channel == "telegram")


async def test_ones_language_and_hour_are_chosen_in_words(stage: Stage, cast: Cast):
    assert "09:00" in await stage.say(HOA, "đổi giờ nhắc sang 9h")
    assert "14:00" in await stage.say(HOA, "nhac toi luc 2 gio chieu")
    assert await stage.say(HOA, "nhắc lại lúc 9h") != await stage.say(HOA, "nhắc tôi lúc 9h")
    assert "English" in await stage.say(HOA, "đổi sang tiếng Anh")
    assert "tiếng Việt" in await stage.say(HOA, "back to Vietnamese please")
    assert "07:00" in await stage.say(HOA, "đổi giờ nhắc sang 7h30")  # whole hours, to choose


async def test_whom_to_call_is_answered_with_the_standing_office(stage: Stage, cast: Cast):
    assert "Thu (mẫu)" in await stage.say(HOA, "số điện thoại thường trực?")
    assert "Thu (mẫu)" not in await stage.say(HOA, "liên hệ mãi chưa được, việc 1 vướng")
    stage.told(THU)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("mai em nghỉ", ("18/12/2025", "18/12/2025")),
        ("tuần sau tôi đi học đến thứ sáu", ("22/12/2025", "26/12/2025")),
        ("em nghi den thu sau", ("17/12/2025", "19/12/2025")),
        ("thứ hai em nghỉ 2 ngày", ("22/12/2025", "23/12/2025")),
        ("từ 20/12-27/12 em nghỉ", ("20/12/2025", "27/12/2025")),
    ],
)
async def test_days_of_being_away_are_said_as_people_say_them(
    stage: Stage, cast: Cast, words: str, days: tuple[str, str]
):
    asked = await stage.say(HOA, words)

    away = f"ngày {days[0]}" if days[0] == days[1] else f"từ {days[0]} đến {days[1]}"
    assert asked.startswith(f"Vắng {away}. Ai thay đồng chí?")


async def test_a_weekday_is_nobodys_name(stage: Stage, cast: Cast):
    answer = await stage.say(HOA, "từ thứ hai đến thứ tư em đi công tác, anh Sơn thay")

    assert answer.startswith("✅ Ghi nhận: đồng chí vắng từ 22/12/2025 đến 24/12/2025, Sơn (mẫu)")
    stage.told(SON)
    stage.told(THU)


async def test_this_task_is_never_one_that_other_words_fit(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        plan = await session.get_one(Plan, cast.tasks[1].plan_id)
        task = await make_task(session, plan, content="Phát triển kinh tế số", lead=cast.culture)
        await make_occurrence(session, task)
    await stage.remind()
    for chat in CHATS:
        stage.told(chat)

    asked = await stage.say(HOA, "viec nay cua phong kinh te")
    assert asked.startswith("Đồng chí báo cáo nhiệm vụ nào?")
    await stage.say(HOA, "#2")
    answer = await stage.say(HOA, "viec nay cua phong kinh te")

    assert answer == "Đã chuyển ý kiến của đồng chí về #2 đến Cơ quan Thường trực xem xét."
    assert "có ý kiến về #2 " in stage.told(THU)


async def test_a_bare_number_after_the_wish_is_the_task(stage: Stage, cast: Cast):
    await stage.remind()
    for chat in (HOA, SON, THU, KHANH):
        stage.told(chat)

    answer = await stage.say(HOA, "xin gia han 2 den 15/1")

    assert answer.startswith("Đề nghị gia hạn #2 từ 31/12/2025 đến 15/01/2026.")
    stage.told(THU)


async def test_words_of_a_task_of_others_or_done_are_put_on_no_other_task(stage: Stage, cast: Cast):
    await stage.say(HOA, "#3 xong")

    of_others = await stage.say(HOA, "an toàn thông tin được một nửa")
    done_before = await stage.say(HOA, "kế hoạch đào tạo kỹ năng số đã ban hành, số 32/KH-UBND")

    assert of_others.startswith("#5 do Công an xã chủ trì")
    assert done_before.startswith("✅ Ghi nhận: #3 có thêm nội dung này, vẫn là đã hoàn thành")


@pytest.mark.parametrize("words", ["việc trồng cây chưa làm", "cơ sở dữ liệu lớn thì chưa làm"])
async def test_a_name_that_no_task_has_is_put_on_no_task(stage: Stage, cast: Cast, words: str):
    await stage.say(HOA, "#2 được 60%")
    own = await stage.say(HOA, "việc nhiều quá em chưa làm được hết")

    asked = await stage.say(HOA, words)

    assert own.startswith("✅ Ghi nhận: #2 đang thực hiện.")
    assert asked.startswith("Đồng chí báo cáo nhiệm vụ nào?\n")
    assert "#2 " in asked


async def test_what_was_done_may_be_all_of_the_task(stage: Stage, cast: Cast):
    told = await stage.say(HOA, "việc 3 đã gửi rồi")

    assert told == stage.wire.expected(
        "✅ Ghi nhận: #3 đang thực hiện. (17/12, 08:00)\n[Hoàn thành]\n[Báo nhầm, hủy]"
    )


async def test_to_tell_later_is_no_report_and_no_absence(stage: Stage, cast: Cast):
    heard = "Đã rõ. Khi có tiến độ, đề nghị ghi ví dụ “3 được 60%”."

    await stage.hold(
        HOA,
        ("hôm nay em đi họp tỉnh, mai báo cáo sau nhé", heard),
        ("để mai em báo cáo sau", heard),
    )


async def test_several_numbers_asked_about_are_all_shown(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "việc 5 việc 6 ai phụ trách",
            "#5 Bảo đảm an toàn thông tin · Công an xã, thời hạn 31/12/2025 · chưa thực hiện, "
            "còn 14 ngày\n"
            "#6 Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử · Phòng Kinh tế, thời hạn 19/12/2025 · "
            "chưa thực hiện, còn 2 ngày\n"
            "[#5] [#6]",
        ),
    )
