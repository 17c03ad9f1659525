"""The commands that Telegram's menu offers: each person's own, set where they change."""

from datetime import timedelta

import pytest

from tests.dialogues.cast import BINH, HOA, SON, THU, Cast
from tests.dialogues.stage import Stage, TelegramWire
from tests.dialogues.test_coming_in import make_code

pytestmark = pytest.mark.parametrize("channel", ["telegram"])


def wire(stage: Stage) -> TelegramWire:
    assert isinstance(stage.wire, TelegramWire)
    return stage.wire


def offered(stage: Stage, chat: int) -> dict[str, str]:
    """The chat's own menu, as a phone shows it."""
    return dict(wire(stage).api.commands.get(f"chat:{chat}:", ()))


def asked(stage: Stage) -> int:
    """How often the menu of one chat was set."""
    calls = wire(stage).api.calls_of("setMyCommands")
    return sum('"chat"' in str(call.params.get("scope")) for call in calls)


async def test_a_menu_is_of_ones_roles(stage: Stage, cast: Cast):
    for chat in (HOA, BINH, THU):
        await stage.say(chat, "xin chào")

    officer, member, office = (list(offered(stage, chat)) for chat in (HOA, BINH, THU))

    assert officer == ["viec", "chidao", "chitieu", "vangmat", "gio", "ngonngu", "trogiup"]
    assert member[:3] == ["tonghop", "chidao", "kehoach"]
    assert office[:4] == ["tonghop", "xacnhan", "giaoviec", "dondoc"]
    assert "xacnhan" not in [*officer, *member]


async def test_a_menu_is_set_once_and_follows_the_language(stage: Stage, cast: Cast):
    await stage.say(HOA, "xin chào")
    await stage.say(HOA, "/viec")
    assert asked(stage) == 1
    assert offered(stage, HOA)["viec"] == "Nhiệm vụ của tôi"

    await stage.say(HOA, "/ngonngu")
    await stage.say(HOA, "[English]")

    assert offered(stage, HOA)["viec"] == "Your tasks"
    assert asked(stage) == 2


async def test_who_is_given_a_role_has_its_commands_at_once(stage: Stage, cast: Cast):
    await stage.say(THU, "/nhansu")
    await stage.say(THU, "[Công an xã]")
    await stage.say(THU, "[Sơn (mẫu)]")
    await stage.say(THU, "[Giao thêm vai trò]")
    await stage.say(THU, "[thành viên]")
    stage.told(SON)

    assert {"viec", "tonghop"} <= set(offered(stage, SON))


async def test_who_takes_leave_keeps_no_command_and_has_them_again_with_a_new_code(
    stage: Stage, cast: Cast
):
    await stage.say(SON, "xin chào")
    before = offered(stage, SON)
    for words in ("/nhansu", "[Công an xã]", "[Sơn (mẫu)]", "[Ngừng tham gia]", "[Đồng ý ngừng]"):
        await stage.say(THU, words)
    stage.told(SON)
    assert list(offered(stage, SON)) == ["trogiup"]

    code = await make_code(stage, cast, agency=cast.police)
    await stage.say(SON, f"/start {code}")

    assert offered(stage, SON) == before


async def test_a_menu_out_of_reach_is_set_with_the_answer_tried_again(stage: Stage, cast: Cast):
    await wire(stage).deliver(HOA, "/viec")
    await stage.program.handle_inbox()
    wire(stage).api.drop("setMyCommands", times=3)
    await stage.program.send_outbox()
    assert (offered(stage, HOA), stage.messages(HOA)) == ({}, 0)
    wire(stage).api.heal()

    stage.clock.at += timedelta(minutes=1)
    await stage.program.send_outbox()

    assert "viec" in offered(stage, HOA)
    assert stage.told(HOA).count("4 nhiệm vụ chưa xong") == 1
