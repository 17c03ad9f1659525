"""A person in two committees: asked once which is meant, and always told which it was."""

from sqlalchemy import select

from db.models import StatusUpdate
from tests.dialogues.cast import HOA, KHANH, THU, Cast
from tests.dialogues.stage import Forged, Reply, Stage
from tests.dialogues.test_lists_and_cards import OLD
from tests.dialogues.test_reports import CONFIRM, UNDO

WHICH = "Nội dung này thuộc Ban Chỉ đạo nào?\n[Ban Chỉ đạo xã Vĩnh Lại]\n[Ban Chỉ đạo xã Tân An]"
HERE = "Ban Chỉ đạo xã Vĩnh Lại"
THERE = "Ban Chỉ đạo xã Tân An"
DONE_THERE = (
    "✅ Ghi nhận: #1 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
    f"{CONFIRM}\n{THERE}\n[Đính kèm] {UNDO}"
)


async def reported(stage: Stage) -> list[int]:
    async with stage.program.database.read() as session:
        return list(
            await session.scalars(select(StatusUpdate.committee_id).order_by(StatusUpdate.id))
        )


async def test_the_committee_is_asked_once_and_the_message_is_kept(stage: Stage, cast: Cast):
    await stage.hold(
        KHANH,
        ("#1 xong", WHICH),
        ("[Ban Chỉ đạo xã Tân An]", DONE_THERE),
        ("1 xong", f"#1 đã được ghi nhận hoàn thành ngày 17/12/2025.\n{THERE}"),
        (
            "/viec",
            f"Phòng Văn hóa - Xã hội không còn nhiệm vụ nào chưa xong.\n{THERE}\n[Đã xong (1)]",
        ),
    )
    assert await reported(stage) == [cast.tan_an.id]


async def test_another_committee_is_chosen_by_command(stage: Stage, cast: Cast):
    await stage.say(KHANH, "/viec")
    await stage.say(KHANH, "[Ban Chỉ đạo xã Tân An]")

    await stage.hold(
        KHANH,
        ("/banchidao", WHICH),
        ("[Ban Chỉ đạo xã Vĩnh Lại]", f"Nội dung trao đổi thuộc {HERE}."),
        ("#5 được 10%", f"✅ Ghi nhận: #5 đạt 10%. (17/12, 08:00)\n{HERE}\n{UNDO}"),
    )
    assert await reported(stage) == [cast.vinh_lai.id]
    await stage.say(KHANH, "/trogiup")
    more = await stage.say(KHANH, "[Xem thêm]")
    assert "/banchidao: chọn Ban Chỉ đạo cần trao đổi" in more


async def test_a_message_answered_or_pressed_on_stays_with_its_committee(stage: Stage, cast: Cast):
    await stage.say(KHANH, "/viec")
    await stage.say(KHANH, "[Ban Chỉ đạo xã Tân An]")
    await stage.say(KHANH, "#1")
    await stage.say(KHANH, "/banchidao")
    await stage.say(KHANH, "[Ban Chỉ đạo xã Vĩnh Lại]")

    await stage.hold(KHANH, (Reply("xong", to="Việc kín của xã Tân An\nThời hạn"), DONE_THERE))
    await stage.hold(KHANH, (UNDO, f"Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện.\n{THERE}"))
    await stage.hold(KHANH, ("[Hoàn thành]", DONE_THERE))

    assert await reported(stage) == [cast.tan_an.id] * 3


async def test_undo_in_words_is_about_the_chosen_committee(stage: Stage, cast: Cast):
    await stage.say(KHANH, "#1 xong")
    await stage.say(KHANH, "[Ban Chỉ đạo xã Tân An]")
    await stage.say(KHANH, "/banchidao")
    await stage.say(KHANH, "[Ban Chỉ đạo xã Vĩnh Lại]")

    await stage.hold(
        KHANH,
        (
            "hủy",
            f"Không có gì để hủy: báo cáo này đã hủy trước đó, hoặc đã có báo cáo mới hơn.\n{HERE}",
        ),
    )


async def test_with_one_committee_there_is_nothing_to_choose(stage: Stage, cast: Cast):
    await stage.hold(HOA, ("/banchidao", f"Nội dung trao đổi thuộc {HERE}."))
    await stage.hold(THU, ("/banchidao", f"Nội dung trao đổi thuộc {HERE}."))


async def test_a_forged_choice_opens_no_committee(stage: Stage, cast: Cast):
    await stage.say(KHANH, "/viec")

    await stage.hold(KHANH, (Forged("committee:3"), WHICH))
    await stage.hold(HOA, ("/trogiup", await stage.say(HOA, "/trogiup")))
    await stage.hold(HOA, (Forged(f"committee:{cast.tan_an.id}"), OLD))


async def test_a_committee_named_in_words_is_meant(stage: Stage, cast: Cast):
    await stage.say(KHANH, "/viec")
    await stage.say(KHANH, "[Ban Chỉ đạo xã Vĩnh Lại]")

    answer = await stage.say(KHANH, "bên Tân An việc 1 được 30%")

    assert answer.startswith(f"✅ Ghi nhận: #1 đạt 30%. (17/12, 08:00)\n{THERE}\n")
    assert await reported(stage) == [cast.tan_an.id]
