"""An old button says what changed since it was shown, and how that very thing stands now."""

from datetime import date, timedelta

from sqlalchemy import func, select

from db.models import Occurrence, StatusUpdate
from tests.dialogues.cast import DUNG, HOA, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_lists_and_cards import CHANGED, OLD

FIRST = "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW\nThời hạn: "


async def reports(stage: Stage) -> int:
    async with stage.program.database.read() as session:
        return await session.scalar(select(func.count()).select_from(StatusUpdate)) or 0


async def test_a_card_from_before_the_report_of_done_changes_nothing(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")
    stage.clock.at += timedelta(minutes=5)
    await stage.say(DUNG, "#1 xong")

    for button in ("[Chưa thực hiện]", "[Xin gia hạn]", "[Hoàn thành]"):
        done = "#1: Dũng (mẫu) đã báo cáo hoàn thành (17/12, 08:05)."
        await stage.finds(HOA, button, done, FIRST)

    assert await reports(stage) == 1
    assert (await stage.say(HOA, "[Đang thực hiện]")).startswith("✅ Ghi nhận: #1 đang thực hiện")


async def test_a_card_of_the_year_before_reports_nothing_of_this_year(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")
    stage.clock.at += timedelta(minutes=5)
    await stage.say(DUNG, "#1 xong")
    stage.clock.at += timedelta(days=30)
    async with stage.program.database.write() as session:
        session.add(
            Occurrence(
                committee_id=cast.vinh_lai.id,
                task_id=cast.tasks[1].id,
                sequence=2,
                period="2026",
                opens_on=date(2026, 1, 1),
                due=date(2026, 12, 31),
                first_due=date(2026, 12, 31),
            )
        )

    earlier = "#1: tin nhắn đó thuộc kỳ trước. Hiện nay:"
    await stage.finds(HOA, "[Hoàn thành]", earlier, FIRST)

    assert await reports(stage) == 1


async def test_an_order_begun_anew_shows_the_one_that_is_open(stage: Stage, cast: Cast):
    await stage.say(THU, "giao Phòng Kinh tế rà soát hộ kinh doanh")
    await stage.say(THU, "giao Công an xã rà soát camera an ninh, xong trước 31/12/2025")

    shown = await stage.say(THU, "[Thường xuyên]")

    assert shown.startswith(f"{CHANGED}\n"), shown
    assert "camera an ninh" in shown
    assert "Giao" in shown.split("\n")[-1] or "1. Giao" in shown


async def test_an_agency_merged_since_is_named_with_the_one_it_went_into(stage: Stage, cast: Cast):
    await stage.say(THU, "/coquan")
    await stage.say(THU, "gộp Phòng Kinh tế vào Công an xã")
    await stage.say(THU, "[Gộp]")

    await stage.finds(
        THU,
        "[Phòng Kinh tế]",
        "Phòng Kinh tế đã được gộp vào Công an xã. Hiện nay:",
        "Danh bạ: 2 cơ quan\n",
    )


async def test_what_a_tampered_client_makes_up_is_shown_nothing(stage: Stage, cast: Cast):
    await stage.say(SON, "#5")

    for data in ("task:99", "answer:99", "grant:99", "which:9:1", f"done:{cast.elsewhere.id}"):
        await stage.hold(SON, (Forged(data), OLD))
    assert "Dũng" not in await stage.say(SON, Forged(f"done:{cast.tasks[1].id}"))
