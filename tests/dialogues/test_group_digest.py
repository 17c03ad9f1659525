"""The week's digest in a group: what it says, when it goes, once, to whom it belongs.

Groups are bound on Wednesday, 17/12/2025; the next week's first working day is Monday, 22/12.
"""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.pace import Pace
from bot.ports import Message
from db.enums import OutboxState
from db.models import MovedDay
from jobs.outbox import send_outbox
from jobs.reminders import plan_reminders
from tasks.mornings.digests import digest_day
from tasks.mornings.owing import working_days
from tests.dialogues.cast import BINH, CHATS, HOA, THU, Cast
from tests.dialogues.groups import BOT, Group, bind
from tests.dialogues.stage import Stage
from tests.make import NOW

MONDAY = datetime(2025, 12, 22, 1, 0, tzinfo=UTC)
"""08:00 in Vietnam."""


@pytest.fixture(params=["telegram"])
def channel(request: pytest.FixtureRequest) -> str:
    """There are groups on Telegram alone."""
    return str(request.param)


@pytest.fixture
def group(stage: Stage) -> Group:
    return Group(stage)


async def tick(group: Group, at: datetime) -> str:
    """What the clock brings to the group at a moment; what people are told is not looked at."""
    group.stage.clock.set(at)
    await plan_reminders(group.stage.program.database, now=at)
    await group.work()
    for chat in CHATS:
        group.stage.told(chat)
    return group.stage.told(group.address)


async def test_a_committees_group_gets_the_weeks_digest_once(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    wednesday = await tick(group, NOW + timedelta(hours=1))
    early = await tick(group, MONDAY - timedelta(minutes=1))

    posted = await tick(group, MONDAY)
    later = [await tick(group, MONDAY + timedelta(hours=n)) for n in (1, 5, 24, 48)]

    assert (wednesday, early, later) == ("", "", [""] * 4)
    assert posted.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 22/12/2025\n6 nhiệm vụ:")
    assert "#3 Xây dựng kế hoạch đào tạo kỹ năng số" in posted
    assert f"/tonghop@{BOT}" in posted
    assert posted.endswith("[#3] [#6]")
    again = await tick(group, MONDAY + timedelta(days=7))
    assert again.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 29/12/2025")
    assert "Đến hạn trong tuần (3):" in again


async def test_an_agencys_group_gets_its_own_tasks_alone(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU, "/nhom Công an xã")
    culture_group = Group(stage, -501)
    await bind(culture_group, THU, "/nhom Phòng Văn hóa - Xã hội")

    quiet = await tick(group, MONDAY)
    culture = stage.told(-501)
    due = await tick(group, MONDAY + timedelta(days=7))

    assert quiet == ""
    assert await group.ended(OutboxState.DROPPED) == ["nothing left to say"]
    assert culture.startswith("Phòng Văn hóa - Xã hội, đến 22/12/2025\n4 nhiệm vụ:")
    assert "Phòng Kinh tế" not in culture
    assert "#6" not in culture
    assert due.startswith("Công an xã, đến 29/12/2025\n1 nhiệm vụ:")
    assert due.endswith("[#5]")
    stage.told(-501)


async def test_an_outage_or_a_holiday_puts_it_off_within_its_week(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    async with stage.program.database.write() as session:
        session.add(MovedDay(day=MONDAY.date(), working=False))
    assert await tick(group, MONDAY) == ""
    stage.clock.set(MONDAY + timedelta(days=1))
    await plan_reminders(stage.program.database, now=stage.clock.now())

    evening = await tick(group, MONDAY + timedelta(days=1, hours=10))
    wednesday = await tick(group, MONDAY + timedelta(days=2))

    assert evening == ""
    assert wednesday.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 24/12/2025")


async def test_a_week_that_is_over_is_not_told_of(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)
    stage.clock.set(MONDAY)
    await plan_reminders(stage.program.database, now=MONDAY)

    posted = await tick(group, MONDAY + timedelta(days=7))

    assert posted.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 29/12/2025")
    assert posted.count("đến 29/12/2025") == 1
    assert await group.ended(OutboxState.DROPPED) == ["nothing left to say"]


async def test_what_waits_is_dropped_where_the_group_is_lost(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    stage.clock.set(MONDAY)
    await plan_reminders(stage.program.database, now=MONDAY)

    await group.remove(BINH)
    for chat in CHATS:
        stage.told(chat)

    assert await tick(group, MONDAY + timedelta(hours=1)) == ""
    assert await group.ended(OutboxState.DROPPED) == ["the group is gone"]


async def test_a_digest_goes_to_the_supergroup_the_group_became(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)
    stage.clock.set(MONDAY)
    await plan_reminders(stage.program.database, now=MONDAY)

    posted = await group.become(-1001557912345, BINH)

    for chat in CHATS:
        stage.told(chat)
    assert posted.startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 22/12/2025")
    assert await tick(group, MONDAY + timedelta(hours=1)) == ""


async def test_in_a_forum_it_goes_to_the_topic_where_it_was_bound_or_to_all(
    stage: Stage, cast: Cast, group: Group
):
    group.address = -1001557912345
    await group.add(THU, topics=(9, 12))
    await bind(group, THU, topic=9)

    assert await tick(group, MONDAY) != ""
    sent = [one for one in group.api.sent if one.chat_id == group.address]
    assert [one.params.get("message_thread_id") for one in sent] == [None, "9", "9"]
    group.api.chats.known[group.address].topics.discard(9)

    assert await tick(group, MONDAY + timedelta(days=7)) != ""
    sent = [one for one in group.api.sent if one.chat_id == group.address]
    assert sent[-1].params.get("message_thread_id") is None


async def test_two_senders_post_it_once(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)
    stage.clock.set(MONDAY)
    database = stage.program.database
    await asyncio.gather(*(plan_reminders(database, now=MONDAY) for _ in range(2)))

    await asyncio.gather(*(send_outbox(stage.program.sender) for _ in range(2)))

    for chat in CHATS:
        stage.told(chat)
    assert stage.told(group.address).count("Ban Chỉ đạo xã Vĩnh Lại, đến 22/12/2025") == 1


async def test_a_group_is_written_to_no_oftener_than_telegram_allows(
    stage: Stage, cast: Cast, group: Group
):
    """A hundredth of the real rests and limits: 20 a minute are three seconds for each."""
    group.api.meet(group.address)
    group.api.limit_rates(bot=1000, chat=1000, group=20, times_as_short=100)
    telegram = stage.program.telegram
    assert telegram
    telegram.pace = Pace(rest=0, chat_rest=0, group_rest=0.03)
    hello = Message(("Xin chào",))

    await asyncio.gather(*(telegram.send(str(group.address), hello, key=str(n)) for n in range(30)))

    assert len(group.api.sent) == 30
    stage.told(group.address)


@pytest.mark.parametrize(
    ("today", "day"),
    [("2025-12-22", "2025-12-22"), ("2025-12-26", "2025-12-22"), ("2026-02-16", None)],
    ids=["monday", "friday", "tet"],
)
async def test_the_day_of_a_weeks_digest(stage: Stage, cast: Cast, today: str, day: str | None):
    async with stage.program.database.read() as session:
        days = await working_days(session)

    found = digest_day(datetime.fromisoformat(today).date(), days)

    assert (found.isoformat() if found else None) == day


async def test_nobody_is_told_what_the_group_is_told(stage: Stage, cast: Cast, group: Group):
    """A group is nobody's chat: a person's own messages never go there."""
    await bind(group, THU)

    await stage.say(HOA, "việc 2 được 60%")

    assert stage.told(group.address) == ""


async def test_the_week_to_come_names_the_digest(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)

    said = await stage.say(THU, "/tuantoi")

    assert "Thứ Hai, 22/12/2025, bản tổng hợp trong nhóm: “Tổ giúp việc”" in said.splitlines()
