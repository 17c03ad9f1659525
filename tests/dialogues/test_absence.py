"""Being away and standing in, one's own hour, and the committee's ladder, in chat."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models import Absence, Committee
from tests.dialogues.cast import BINH, CHATS, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.make import NOW

AWAY = (
    "✅ Ghi nhận: đồng chí vắng từ 20/12/2025 đến 27/12/2025, Sơn (mẫu) thay. Trong thời gian đó, "
    "nhắc việc gửi đến người thay.\n[Tôi đã trở lại]"
)
STAND_IN = (
    "Đồng chí thay Hoa (mẫu) từ 20/12/2025 đến 27/12/2025: nhắc việc của Hoa (mẫu) gửi đến đồng "
    "chí, đồng chí báo cáo được các nhiệm vụ đó. Gõ /viec để xem."
)
OFFICE = "Hoa (mẫu) vắng từ 20/12/2025 đến 27/12/2025, Sơn (mẫu) thay."


async def go_away(stage: Stage) -> None:
    await stage.hold(HOA, ("/vangmat từ 20/12 đến 27/12, anh Sơn thay", AWAY))
    stage.hears(SON, STAND_IN)
    stage.hears(THU, OFFICE)


async def test_who_stands_in_is_told_hears_and_reports(stage: Stage, cast: Cast):
    await go_away(stage)
    stage.clock.set(NOW + timedelta(days=7))  # 24/12: seven days before #1 and #2 are due
    await stage.remind()

    told = stage.told(SON)
    assert "#1 Tổ chức tuyên truyền" in told
    assert "Đồng chí đang thay Hoa (mẫu), vắng đến 27/12/2025." in told
    assert stage.told(HOA) == ""
    assert (await stage.say(SON, "#2 được 60%")).startswith("✅ Ghi nhận: #2 đạt 60%.")
    for chat in CHATS:
        stage.told(chat)

    stage.clock.set(NOW + timedelta(days=12))  # 29/12: over
    refused = await stage.say(SON, "#2 được 70%")
    assert refused.startswith("#2 do Phòng Văn hóa - Xã hội chủ trì"), refused


async def test_who_is_back_hears_again_and_the_stand_in_is_told(stage: Stage, cast: Cast):
    await go_away(stage)

    await stage.hold(
        HOA,
        ("[Tôi đã trở lại]", "✅ Ghi nhận: đồng chí đã trở lại, nhắc việc lại gửi đến đồng chí."),
    )
    stage.hears(SON, "Hoa (mẫu) đã trở lại, đồng chí thôi làm thay.")
    stage.clock.set(NOW + timedelta(days=7))
    await stage.remind()
    assert "#1 Tổ chức tuyên truyền" in stage.told(HOA)
    assert "#1" not in stage.told(SON)
    for chat in CHATS:
        stage.told(chat)


async def test_without_a_name_the_colleagues_are_offered_nearest_first(stage: Stage, cast: Cast):
    asked = await stage.say(HOA, "/vangmat 20/12 - 27/12")

    assert asked.splitlines()[0] == "Vắng từ 20/12/2025 đến 27/12/2025. Ai thay đồng chí?"
    assert "Dũng (mẫu)" in asked.splitlines()[1]
    assert "Sơn (mẫu) · Công an xã" in asked
    assert "Lan" not in asked
    said = await stage.say(HOA, "[Không có ai]")
    assert said.startswith("✅ Ghi nhận: đồng chí vắng từ 20/12/2025 đến 27/12/2025, không có")
    stage.hears(THU, "Hoa (mẫu) vắng từ 20/12/2025 đến 27/12/2025, không có người thay.")
    stage.clock.set(NOW + timedelta(days=7))
    await stage.remind()
    assert "#1 Tổ chức tuyên truyền" in stage.told(DUNG)
    for chat in CHATS:
        stage.told(chat)


@pytest.mark.parametrize(
    "pressed",
    [
        "away:2025-12-20:2025-12-27:{elsewhere}",
        "away:x:y:1",
        "away:2025-12-20:2025-12-27:99999999999",
    ],
)
async def test_a_stranger_never_stands_in(stage: Stage, cast: Cast, pressed: str):
    await stage.say(HOA, "/vangmat")
    said = await stage.say(HOA, Forged(pressed.format(elsewhere=cast.people[HOA].id)))

    assert said.startswith("Nội dung này đã được xử lý")
    async with stage.program.database.read() as session:
        assert (await session.scalars(select(Absence))).all() == []


async def test_nobody_takes_back_somebody_elses_absence(stage: Stage, cast: Cast):
    await go_away(stage)
    await stage.say(THU, "/vangmat")

    said = await stage.say(THU, Forged("back:1"))

    assert said.startswith("Nội dung này đã được xử lý")
    async with stage.program.database.read() as session:
        assert (await session.scalars(select(Absence.withdrawn_at))).all() == [None]


async def test_each_person_has_their_own_hour(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        ("/gio 9", "✅ Ghi nhận: nhắc việc gửi đến đồng chí từ 09:00, không gửi sau 18:00."),
        ("/gio 5", "Chọn giờ chẵn từ 06:00 đến 20:00, trước giờ thôi nhắc."),
        ("/gio 10 đến 9", "Chọn giờ chẵn từ 06:00 đến 20:00, trước giờ thôi nhắc."),
    )
    await stage.remind()
    assert stage.told(HOA) == ""
    assert stage.told(SON)

    stage.clock.set(NOW + timedelta(hours=1))
    await stage.remind()
    assert stage.told(HOA)
    for chat in CHATS:
        stage.told(chat)


async def test_a_changed_ladder_holds_from_the_next_morning_and_sets_off_no_storm(
    stage: Stage, cast: Cast
):
    await stage.remind()
    for chat in CHATS:
        stage.told(chat)

    said = await stage.say(THU, "/nhacviec trước 20 16 13 5 0")
    assert "Trước hạn: 20, 16, 13, 5, 0 ngày." in said
    assert (await stage.say(THU, "/nhacviec trước 900")).startswith("Chưa rõ ý đồng chí")
    assert (await stage.say(HOA, "/nhacviec trước 1")).startswith("Nội dung")

    heard: dict[int, dict[int, str]] = {}
    for day in range(10):
        stage.clock.set(NOW + timedelta(days=day, minutes=5))
        await stage.remind()
        for chat in CHATS:
            if told := stage.told(chat):
                heard.setdefault(day, {})[chat] = told
    # #1 and #2, due on 31/12: 13 days before is Thursday 18/12, 5 days before Friday 26/12.
    assert sorted(day for day, told in heard.items() if "#1 Tổ" in told.get(HOA, "")) == [1, 9]
    async with stage.program.database.read() as session:
        kept = await session.scalar(select(Committee.ladder).where(Committee.id == 1))
    assert kept is not None
    assert kept["before"] == [20, 16, 13, 5, 0]


async def test_leave_is_told_in_plain_words(stage: Stage, cast: Cast):
    for words, days in (
        ("xin nghỉ 3 ngày", "từ 17/12/2025 đến 19/12/2025"),
        ("em nghỉ ốm hôm nay và mai, việc gì gấp gọi tôi", "từ 17/12/2025 đến 18/12/2025"),
        ("nghỉ ốm từ 22/12 đến 30/12", "từ 22/12/2025 đến 30/12/2025"),
        ("toi bi om xin nghi 2 ngay", "từ 17/12/2025 đến 18/12/2025"),
        ("tôi ốm", "ngày 17/12/2025"),
        ("nghỉ ngày 26 và 27", "từ 26/12/2025 đến 27/12/2025"),
    ):
        assert (await stage.say(HOA, words)).startswith(f"Vắng {days}. Ai thay đồng chí?"), words
    for report in ("#2 nghỉ chưa xong", "nghỉ hưu từ 1/1 thì ai làm?"):
        assert "Ai thay đồng chí" not in await stage.say(HOA, report)


async def test_an_absence_that_goes_on_keeps_its_first_days(stage: Stage, cast: Cast):
    await go_away(stage)

    answer = await stage.say(HOA, "tôi nghỉ từ 25/12 đến 31/12, anh Dũng thay")

    assert "Hoa (mẫu) vắng từ 20/12/2025 đến 24/12/2025, Sơn (mẫu) thay." in answer
    assert "từ 20/12/2025 đến 24/12/2025" in stage.told(SON)
    for chat in (DUNG, THU):
        stage.told(chat)
    async with stage.program.database.read() as session:
        rows = await session.scalars(select(Absence).order_by(Absence.starts_on))
        kept = [(row.starts_on.day, row.ends_on.day) for row in rows if not row.withdrawn_at]
    assert kept == [(20, 24), (25, 31)]


async def test_who_has_another_stand_in_is_told_so(stage: Stage, cast: Cast):
    await go_away(stage)

    await stage.say(HOA, "tôi nghỉ từ 20/12 đến 27/12, anh Dũng thay")

    dropped = "Hoa (mẫu) đổi lịch vắng từ 20/12/2025 đến 27/12/2025"
    stage.hears(SON, f"{dropped}, đồng chí thôi làm thay những ngày đó.")
    for chat in (DUNG, THU):
        stage.told(chat)


async def test_a_stand_in_who_goes_away_too_is_noticed(stage: Stage, cast: Cast):
    await go_away(stage)

    answer = await stage.say(SON, "tôi nghỉ từ 26/12 đến 29/12, anh Khánh thay")

    meanwhile = "(từ 26/12/2025 đến 27/12/2025)"
    assert f"đồng chí đang thay Hoa (mẫu) {meanwhile}. Đã báo Hoa (mẫu)" in answer
    assert "nay cũng vắng từ 26/12/2025 đến 27/12/2025" in stage.told(HOA)
    for chat in CHATS:
        stage.told(chat)


async def test_the_head_hears_where_the_stand_in_is_away_too(stage: Stage, cast: Cast):
    await go_away(stage)
    await stage.say(SON, "tôi nghỉ từ 24/12 đến 26/12, anh Khánh thay")
    assert "Trong những ngày đó, nhắc việc của đồng chí gửi đến cán bộ khác" in stage.told(HOA)
    for chat in CHATS:
        stage.told(chat)

    stage.clock.set(NOW + timedelta(days=7))  # 24/12: seven days before #1 and #2 are due
    await stage.remind()

    assert "#1 Tổ chức tuyên truyền" in stage.told(DUNG)
    assert "#1 " not in stage.told(SON)
    for chat in CHATS:
        stage.told(chat)


async def test_who_is_back_says_so_in_words(stage: Stage, cast: Cast):
    await stage.say(HOA, "tôi nghỉ hôm nay, anh Sơn thay")
    stage.told(SON)
    stage.told(THU)

    assert "đồng chí đã trở lại" in await stage.say(HOA, "tôi đi làm lại rồi")
    stage.told(SON)
    await stage.hold(HOA, ("em đã về", "Hôm nay không có lịch vắng nào của đồng chí."))


async def test_who_stands_in_may_be_typed(stage: Stage, cast: Cast):
    await stage.say(HOA, "tôi đi công tác từ 20/12 đến 27/12")
    assert "Dũng (mẫu) thay" in await stage.say(HOA, "anh Dũng làm thay")
    stage.told(DUNG)
    stage.told(THU)

    await stage.say(HOA, "mai em nghỉ")
    assert "#1 đạt 30%" in await stage.say(HOA, "việc 1 được 30%, anh Dũng đang làm")


async def test_who_is_away_is_told_to_who_may_know_it(stage: Stage, cast: Cast):
    await go_away(stage)
    for asked in (
        "ai vắng tuần này",
        "tuần này có ai nghỉ phép không ạ?",
        "chị Hoa nghỉ đến bao giờ?",
    ):
        for chat in (THU, DUNG):
            await stage.hold(chat, (asked, OFFICE))
    await stage.hold(THU, ("ai thay chị Hoa?", OFFICE))
    nobody = "Không có ai báo vắng"
    await stage.hold(THU, ("hôm nay ai nghỉ?", f"{nobody} ngày 17/12/2025."))
    await stage.hold(SON, ("ai vắng tuần này", f"{nobody} từ 15/12/2025 đến 21/12/2025."))
    await stage.hold(SON, ("danh sách vắng", f"{nobody} từ 17/12/2025 trở đi."))
    assert nobody not in await stage.say(THU, "vâng, ai ạ")


async def test_the_standing_office_notes_the_leave_of_others(stage: Stage, cast: Cast):
    """Who telephones that they are ill cannot write it themselves."""
    line = "Sơn (mẫu) vắng từ 20/12/2025 đến 25/12/2025, Khánh (mẫu) thay."
    await stage.hold(
        THU, ("anh Sơn nghỉ từ 20/12 đến 25/12, anh Khánh thay", f"✅ Ghi nhận: {line}")
    )
    told = stage.told(SON)
    assert told.startswith(
        "✅ Ghi nhận: đồng chí vắng từ 20/12/2025 đến 25/12/2025, Khánh (mẫu) thay."
    )
    assert "Cơ quan Thường trực (Thu (mẫu)) ghi nhận.\n" in told
    assert "Đồng chí thay Sơn (mẫu)" in stage.told(KHANH)
    asked = await stage.say(THU, "chị Hoa đi công tác")
    assert asked.startswith("Hoa (mẫu) vắng từ ngày nào đến ngày nào?")

    await stage.hold(
        THU, ("anh Sơn đã đi làm lại", "✅ Ghi nhận: Sơn (mẫu) đã trở lại, lại nhận nhắc việc.")
    )
    assert "đồng chí đã trở lại" in stage.told(SON)
    assert "Sơn (mẫu) đã trở lại" in stage.told(KHANH)


async def test_leave_told_at_the_end_of_a_year_begins_in_the_next(stage: Stage, cast: Cast):
    noted = await stage.say(THU, "chị Hoa nghỉ thai sản từ 1/1 đến 30/6, anh Dũng làm thay")
    assert "Hoa (mẫu) vắng từ 01/01/2026 đến 30/06/2026, Dũng (mẫu) thay" in noted
    for who in (HOA, DUNG):
        stage.told(who)
    over = await stage.say(THU, "chị Hoa nghỉ từ 1/12 đến 5/12")
    assert over.startswith("Hoa (mẫu) vắng từ ngày nào đến ngày nào?")


async def test_nobody_else_notes_anothers_leave(stage: Stage, cast: Cast):
    for chat in (DUNG, BINH, HOA):
        await stage.say(chat, "anh Sơn nghỉ từ 20/12 đến 25/12, anh Khánh thay")
        assert stage.told(SON) == ""
    assert (await stage.say(THU, "ai vắng tuần này")).startswith("Không có ai báo vắng")


async def test_other_days_said_when_asked_who_stands_in_name_nobody(stage: Stage, cast: Cast):
    """ "Thứ hai" is a Monday, and not the colleague called Thu."""
    for words, days in (
        ("em nghỉ từ 30/12 đến 3/1", "30/12/2025 đến 03/01/2026"),
        ("em nghỉ phép từ thứ hai tuần sau đến hết tuần", "22/12/2025 đến 26/12/2025"),
        ("em nghỉ 3 ngày làm việc từ 30/12", "30/12/2025 đến 02/01/2026"),
    ):
        asked = await stage.say(HOA, words)
        assert asked.startswith(f"Vắng từ {days}. Ai thay đồng chí?"), asked
    assert stage.told(THU) == ""


async def test_the_days_are_put_right_while_the_stand_in_is_asked_for(stage: Stage, cast: Cast):
    await stage.say(HOA, "mai em nghỉ")
    assert (await stage.say(HOA, "đến 20/12")).startswith("Vắng từ 18/12/2025 đến 20/12/2025.")
    dropped = "Đã bỏ qua câu hỏi vừa rồi. Những gì đã ghi nhận vẫn giữ nguyên."
    await stage.hold(HOA, ("thôi em không nghỉ nữa", dropped))
    there = "Dũng (mẫu): không báo vắng. Nhắc việc vẫn gửi như thường lệ."
    await stage.hold(THU, ("anh Dũng nghỉ thì ai thay?", there))


async def test_a_stand_in_whom_nobody_knows_is_said_to_be_none(stage: Stage, cast: Cast):
    noted = await stage.say(THU, "chị Hoa nghỉ từ 22/12 đến 24/12, chị Mai thay")

    assert noted == (
        "✅ Ghi nhận: Hoa (mẫu) vắng từ 22/12/2025 đến 24/12/2025, không có người thay.\n"
        "Chưa có “chị Mai” trong danh sách nên chưa ghi người thay. Đề nghị mời vào (/nhansu), rồi "
        "ghi lại."
    )
    stage.told(HOA)


@pytest.mark.parametrize("words", ["nghỉ Tết từ 13/2 đến 22/2", "Văn phòng nghỉ tết từ 13/2/2026"])
async def test_public_holidays_are_nobodys_leave(stage: Stage, cast: Cast, words: str):
    """The office announced them, and was asked who stands in."""
    answer = await stage.say(THU, words)

    assert answer.startswith("Ngày nghỉ lễ, Tết theo lịch của Nhà nước không nhắc việc")
    assert (await stage.say(HOA, "nghỉ tết từ 13/2 đến 22/2/2026")).startswith("Vắng từ 13/02/2026")
