"""A secretary sets the days of a plan's report in chat, and those concerned are told by them."""

from datetime import timedelta

from sqlalchemy import select

from db.models import Plan, ReportingRegime
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.make import NOW


async def test_the_secretary_sets_the_days_and_the_next_morning_follows_them(
    stage: Stage, cast: Cast
):
    assert (await stage.say(THU, "/ky")).startswith("Lịch báo cáo\n1. Kế hoạch ")
    said = await stage.say(THU, "/ky chốt 14 báo cáo 15 họp 19")

    assert "Hằng tháng: chốt số liệu ngày 14, báo cáo ngày 15, họp rà soát ngày 19\n" in said
    assert (
        "Sắp tới: báo cáo chậm nhất Thứ Năm, 15/01/2026, họp rà soát Thứ Sáu, 19/12/2025." in said
    )
    async with stage.program.database.read() as session:
        plan = (await session.scalars(select(Plan).order_by(Plan.id))).first()
        assert plan is not None
        assert plan.period_cut_off == (NOW + timedelta(days=28)).date()
    await stage.remind()
    told = {chat: stage.told(chat) for chat in (HOA, SON, KHANH, DUNG, BINH, THU)}
    assert [chat for chat in told if "Họp rà soát theo Kế hoạch số" in told[chat]] == [
        DUNG,
        BINH,
        THU,
    ]


async def test_who_is_no_secretary_changes_nothing_and_words_that_say_no_day_neither(
    stage: Stage, cast: Cast
):
    assert "chốt" not in await stage.say(HOA, "/ky họp 19")
    assert (await stage.say(BINH, "/ky họp 19")).startswith("Nội dung")
    for words in ("/ky họp 32", "/ky 9 họp 20", "/ky thứ hai"):
        assert (await stage.say(THU, words)).startswith("Chưa rõ ý đồng chí"), words

    async with stage.program.database.read() as session:
        assert (await session.scalars(select(ReportingRegime.review_day))).all() == []
