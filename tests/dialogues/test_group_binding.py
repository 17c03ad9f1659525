"""Groups bound with a code, left, lost, and followed where they move."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.enums import OutboxState, Role
from db.models import Membership
from tests.botapi import User
from tests.dialogues.cast import BINH, HOA, KHANH, LAN, THU, Cast
from tests.dialogues.groups import BOT, Group, ask_code, bind, owe
from tests.dialogues.stage import Stage
from tests.dialogues.test_assigning import OFFICE_ONLY
from tests.make import make_membership

HOW = (
    "Nhóm này chưa kết nối với Ban Chỉ đạo nào. Cán bộ Cơ quan Thường trực gõ /nhom trong cuộc "
    "trò chuyện riêng với bot để lấy mã, rồi gửi tại đây: /ketnoi MÃ."
)
BOUND = (
    "✅ Nhóm đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.\n"
    "Mọi người trong nhóm xem được như thành viên Ban Chỉ đạo. Ngày làm việc đầu tuần, bản tổng "
    "hợp được đăng tại đây.\n"
    "Không đăng: tin nhắc riêng, mã mời, lịch vắng. Trao đổi giữa các đồng chí trong nhóm không "
    "bị đọc.\n"
    f"Hỏi: /tonghop, “@{BOT} #12”. Báo cáo: “@{BOT} 12 được 60%”."
)
WRONG = (
    "Mã không đúng, đã hết hạn, hoặc không do tài khoản này lấy. Đề nghị Cơ quan Thường trực lấy "
    "mã mới trong cuộc trò chuyện riêng: /nhom."
)
LOST = (
    "Bot đã bị đưa ra khỏi nhóm “Tổ giúp việc” (Ban Chỉ đạo xã Vĩnh Lại) hoặc không còn gửi tin "
    "vào đó được. Nhóm này không còn được đăng tin. Kết nối lại: /nhom."
)


@pytest.fixture(params=["telegram"])
def channel(request: pytest.FixtureRequest) -> str:
    """There are groups on Telegram alone."""
    return str(request.param)


@pytest.fixture
def group(stage: Stage) -> Group:
    return Group(stage)


async def test_a_secretary_binds_a_group_to_the_committee(stage: Stage, cast: Cast, group: Group):
    await stage.hold(
        THU,
        (
            "/nhom",
            "Chưa có nhóm Telegram nào được kết nối.\n"
            "Kết nối nhóm mới: nhóm được xem nhiệm vụ của ai?\n"
            "[Cả Ban Chỉ đạo] [Một cơ quan]",
        ),
    )
    code = await ask_code(stage, THU)

    assert await group.add(THU) == HOW
    assert await group.say(THU, f"/ketnoi@{BOT} {code.lower()}") == BOUND
    assert await group.bindings() == [("-500", None, True)]
    assert await group.say(THU, f"/ketnoi@{BOT} {code}") == WRONG
    assert "“Tổ giúp việc”: Ban Chỉ đạo xã Vĩnh Lại; Thu (mẫu) kết nối" in await stage.say(
        THU, "/nhom"
    )


async def test_a_link_binds_without_typing_and_without_being_told_how(
    stage: Stage, cast: Cast, group: Group
):
    said = await stage.say(THU, "/nhom Phòng Văn hóa - Xã hội")
    code = said.rpartition("startgroup=")[2]
    assert f"https://t.me/{BOT}?startgroup={code}" in said
    group.api.groups.add(group.address, by=User(THU), title="Tổ giúp việc")

    bound = await group.say(THU, f"/start@{BOT} {code}")

    assert "chỉ xem được nhiệm vụ của Phòng Văn hóa - Xã hội" in bound
    stage.clock.at += timedelta(seconds=10)
    await group.work()
    assert stage.told(group.address) == ""
    assert await group.bindings() == [("-500", cast.culture.id, True)]


async def test_a_code_serves_its_maker_alone_once_and_for_a_day(
    stage: Stage, cast: Cast, group: Group
):
    async with stage.program.database.write() as session:
        colleague = await session.merge(cast.people[BINH])
        committee = await session.merge(cast.vinh_lai)
        await make_membership(session, colleague, role=Role.SECRETARY, committee=committee)
    code = await ask_code(stage, THU)
    await group.add(THU)

    for other in (HOA, BINH, LAN):
        assert await group.say(other, f"/ketnoi@{BOT} {code}") == WRONG
    anonymous = await group.say(THU, f"/ketnoi@{BOT} {code}", anonymous=True)
    assert anonymous.startswith("Không xác định được người gửi.")
    stage.clock.at += timedelta(days=1)
    assert await group.say(THU, f"/ketnoi@{BOT} {code}") == WRONG
    assert await group.bindings() == []


async def test_who_left_the_office_can_use_no_code_of_theirs(
    stage: Stage, cast: Cast, group: Group
):
    code = await ask_code(stage, THU)
    await group.add(THU)
    async with stage.program.database.write() as session:
        query = select(Membership).where(Membership.role == Role.SECRETARY)
        (await session.scalars(query)).one().role = Role.MEMBER

    assert await group.say(THU, f"/ketnoi@{BOT} {code}") == WRONG


async def test_guessing_is_answered_ten_times_an_hour(stage: Stage, cast: Cast, group: Group):
    code = await ask_code(stage, THU)
    await group.add(THU)

    said = [await group.say(LAN, f"/ketnoi@{BOT} AAAAA-{n:05}") for n in range(12)]

    assert said[:10] == [WRONG] * 10
    assert said[10].startswith("Nhóm này gửi sai mã quá nhiều lần.")
    assert said[11] == ""
    assert await group.say(THU, f"/ketnoi@{BOT} {code}") == ""
    stage.clock.at += timedelta(hours=1, seconds=1)
    assert await group.say(THU, f"/ketnoi@{BOT} {code}") == BOUND


async def test_only_the_office_is_given_codes(stage: Stage, cast: Cast):
    for who in (HOA, BINH):
        await stage.hold(who, ("/nhom", OFFICE_ONLY))


async def test_a_group_of_another_committee_is_not_taken_over(
    stage: Stage, cast: Cast, group: Group
):
    async with stage.program.database.write() as session:
        khanh = await session.merge(cast.people[KHANH])
        there = await session.merge(cast.tan_an)
        await make_membership(session, khanh, role=Role.SECRETARY, committee=there)
    await bind(group, THU)
    await stage.say(KHANH, "/nhom")
    await stage.say(KHANH, "[Ban Chỉ đạo xã Tân An]")
    code = await ask_code(stage, KHANH)

    said = await group.say(KHANH, f"/ketnoi@{BOT} {code}")

    assert said.startswith("Nhóm này đang kết nối với một Ban Chỉ đạo khác.")
    assert await group.bindings() == [("-500", None, True)]


async def test_the_office_lets_a_group_go(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)
    await stage.say(THU, "/nhom")

    said = await stage.say(THU, "[Ngừng kết nối “Tổ giúp việc”]")

    assert said == "Đã ngừng kết nối nhóm “Tổ giúp việc”; nhóm không còn được đăng tin."
    farewell = "Nhóm này không còn kết nối với Ban Chỉ đạo xã Vĩnh Lại."
    assert stage.told(group.address) == farewell
    assert await group.say(BINH, f"@{BOT} tổng hợp") == HOW
    assert await group.say(BINH, f"@{BOT} tổng hợp") == ""


async def test_being_removed_ends_the_binding_and_is_told_once(
    stage: Stage, cast: Cast, group: Group
):
    await bind(group, THU)

    await group.remove(BINH)

    assert stage.told(THU) == LOST
    assert await group.bindings() == [("-500", None, False)]
    assert await group.add(BINH) == HOW
    assert stage.told(THU) == ""


async def test_a_send_that_finds_the_bot_kicked_ends_the_binding_too(
    stage: Stage, cast: Cast, group: Group
):
    """Telegram's word of the removal was lost, or has yet to come."""
    await bind(group, THU)
    await stage.say(THU, "/nhom")
    group.api.chats.known[group.address].out = "bot was kicked from the group chat"
    async with stage.program.database.write() as session:
        await owe(session, group)

    await group.work()
    await group.work()

    assert stage.told(THU) == LOST
    assert await group.bindings() == [("-500", None, False)]
    [why] = await group.ended(OutboxState.DEAD)
    assert why
    assert why.endswith("bot was kicked from the group chat")


async def test_a_group_that_becomes_a_supergroup_stays_bound(
    stage: Stage, cast: Cast, group: Group
):
    """Telegram greets us in the supergroup before it says which group has become it."""
    await bind(group, THU)

    assert await group.become(-1001557912345, BINH) == ""

    assert await group.bindings() == [("-1001557912345", None, True)]
    assert stage.told(THU) == ""


async def test_a_send_that_meets_the_supergroup_follows_it(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)
    here = group.api.chats.known[group.address]
    here.moved_to = -1001557912345
    group.api.meet(-1001557912345)
    async with stage.program.database.write() as session:
        await owe(session, group)
    group.address = -1001557912345

    await group.work()
    stage.clock.at += timedelta(seconds=10)
    await group.work()

    assert stage.told(group.address) == "Đăng một lần"
    assert await group.bindings() == [("-1001557912345", None, True)]


async def test_a_group_called_deleted_before_it_moved_is_taken_up_again(
    stage: Stage, cast: Cast, group: Group
):
    """https://github.com/yagop/node-telegram-bot-api/issues/1155."""
    await bind(group, THU)
    group.api.chats.known[group.address].out = "the group chat was deleted"
    async with stage.program.database.write() as session:
        await owe(session, group)
    await group.work()
    assert await group.bindings() == [("-500", None, False)]

    await group.become(-1001557912345, BINH)

    assert await group.bindings() == [("-1001557912345", None, True)]
    assert stage.told(THU) == LOST


async def test_what_people_say_to_each_other_is_neither_kept_nor_answered(
    stage: Stage, cast: Cast, group: Group
):
    """As an administrator the bot is sent everything."""
    await bind(group, THU)
    await group.after(group.api.groups.promote(group.address, User(THU)))
    before = await group.kept()

    for words in ("việc 3 xong rồi", "@lan_vl việc 3 xong chưa?", "/tonghop@other_bot", "#3"):
        assert await group.say(HOA, words) == ""

    assert await group.kept() == before


@pytest.mark.parametrize("kind", ["postgresql"])
async def test_a_group_is_bound_lost_and_found_on_postgresql(
    stage: Stage, cast: Cast, group: Group
):
    assert await bind(group, THU) == BOUND
    assert (await group.say(LAN, f"@{BOT} #5")).startswith("#5 Bảo đảm an toàn thông tin")
    assert (await group.say(HOA, f"@{BOT} 2 được 60%")).startswith("Hoa (mẫu): ✅ Ghi nhận: #2")

    assert await group.become(-1001557912345, BINH) == ""
    await group.remove(BINH)

    assert stage.told(THU) == LOST
    assert await group.bindings() == [("-1001557912345", None, False)]


async def test_a_group_is_called_what_it_is_called_now(stage: Stage, cast: Cast, group: Group):
    await bind(group, THU)
    group.api.chats.known[group.address].title = "Ban Chỉ đạo\nchuyển đổi số " + "x" * 200

    await group.say(LAN, "/trogiup")

    assert "“Ban Chỉ đạo chuyển đổi số…”: Ban Chỉ đạo xã Vĩnh Lại;" in await stage.say(THU, "/nhom")
