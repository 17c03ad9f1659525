"""What nobody should send and somebody will: forged buttons, markup, floods, nothing at all."""

from datetime import date

from sqlalchemy import func, select

from db.models import Extension, Occurrence, StatusUpdate
from tests.dialogues.cast import BINH, HOA, LAN, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage, Sticker
from tests.dialogues.test_lists_and_cards import OLD
from tests.dialogues.test_reports import NOT_UNDERSTOOD, NOTHING
from tests.make import make_membership, make_person

POLICE_ONLY = (
    "#1 do Phòng Văn hóa - Xã hội chủ trì. Đồng chí chỉ báo cáo được nhiệm vụ của Công an xã."
)
HELP = (
    "Đồng chí có thể:\n"
    "/viec: nhiệm vụ của cơ quan, gấp nhất trước\n"
    "Báo cáo bằng lời: “18 xong”, “20 được 60%”, “21 vướng kinh phí”\n"
    "Hoặc trả lời tin nhắn về một nhiệm vụ: “đã xong”\n"
    "Xin gia hạn: “21 xin gia hạn đến 15/01/2026, chờ kinh phí”\n"
    "#18: xem chi tiết nhiệm vụ 18"
)
MORE = "[Xem thêm]"


async def reported(stage: Stage) -> int:
    async with stage.program.database.read() as session:
        return await session.scalar(select(func.count()).select_from(StatusUpdate)) or 0


async def test_a_forged_button_reaches_no_other_committee(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    for verb in ("task", "done", "progress", "idle", "blocked", "extend"):
        await stage.hold(HOA, (Forged(f"{verb}:{cast.elsewhere.id}"), OLD))

    assert await reported(stage) == 0


async def test_nothing_of_another_committee_leaks(stage: Stage, cast: Cast):
    """Its extension cannot be decided, its reports not taken back, its tasks not picked."""
    async with stage.program.database.write() as session:
        stranger = await make_person(session, name="Người xã Tân An")
        await make_membership(session, stranger, cast.elsewhere.agencies[0].agency)
        occurrence = (
            await session.scalars(select(Occurrence).where(Occurrence.task_id == cast.elsewhere.id))
        ).one()
        update = StatusUpdate(
            committee_id=cast.tan_an.id,
            occurrence_id=occurrence.id,
            person_id=stranger.id,
            words="xin gia hạn",
            reported_on=occurrence.opens_on,
            reported_at=cast.tan_an.created_at,
        )
        session.add(update)
        await session.flush()
        session.add(
            Extension(
                committee_id=cast.tan_an.id,
                occurrence_id=occurrence.id,
                update_id=update.id,
                due_before=date(2025, 12, 31),
                asked_due=date(2026, 12, 31),
                asked_by=stranger.id,
                asked_on=occurrence.opens_on,
                asked_at=cast.tan_an.created_at,
            )
        )
    await stage.say(THU, "/tonghop")
    await stage.say(HOA, "/viec")
    await stage.say(HOA, "xong")

    await stage.hold(THU, (Forged("grant:1"), OLD), (Forged("refuse:1"), OLD))
    await stage.hold(
        HOA,
        (Forged("undo:1"), NOTHING),
        (Forged(f"percent:{cast.elsewhere.id}:50"), OLD),
        (Forged(f"which:1:{cast.elsewhere.id}"), OLD),
        (Forged(f"committee:{cast.tan_an.id}"), OLD),
    )

    assert await reported(stage) == 1
    async with stage.program.database.read() as session:
        assert (await session.scalars(select(Extension.granted))).all() == [None]


async def test_a_forged_button_reports_for_no_other_agency(stage: Stage, cast: Cast):
    task = cast.tasks[1].id
    await stage.say(HOA, "#1 được 10%")
    await stage.say(SON, "/viec")

    await stage.hold(
        SON,
        (Forged(f"done:{task}"), POLICE_ONLY),
        (Forged(f"progress:{task}"), POLICE_ONLY),
        (Forged(f"idle:{task}"), POLICE_ONLY),
        (Forged(f"percent:{task}:50"), POLICE_ONLY),
        (Forged(f"blocked:{task}"), POLICE_ONLY),
        (Forged(f"extend:{task}"), POLICE_ONLY),
        (Forged("undo:1"), NOTHING),
        (
            Forged(f"task:{task}"),
            "#1 do Phòng Văn hóa - Xã hội chủ trì; cơ quan đồng chí không tham gia nhiệm vụ này.",
        ),
    )

    assert await reported(stage) == 1


TAMPERED = [
    "x",
    ":",
    "done",
    "done:",
    "done:-1",
    "done:abc",
    "done:1 OR 1=1",
    "done:٣",
    "task:99999999999999999999999999999999999",
    "task:2147483648",
    "percent:1:",
    "percent:1:101",
    "percent:1:-5",
    "percent:1:99999999999999999999999999",
    "which:1:abc",
    "which::",
    "grant:99999999999999999999999999999999",
    "refuse:",
    "committee:abc",
    "committee:99999999999999999999999999999",
]


async def test_data_that_no_button_carries_is_answered_calmly(stage: Stage, cast: Cast):
    await stage.say(HOA, "/viec")

    for data in TAMPERED:
        await stage.hold(HOA, (Forged(data), OLD))
    for data in ("undo:", "undo:abc", "undo:99999999999999999999999999"):
        await stage.hold(HOA, (Forged(data), NOTHING))

    assert await reported(stage) == 0


async def test_a_strangers_button_does_nothing(stage: Stage, cast: Cast):
    not_linked = await stage.say(LAN, "Xin chào")

    await stage.hold(LAN, (Forged(f"done:{cast.tasks[1].id}"), not_linked))

    assert await reported(stage) == 0


async def test_markup_in_words_stays_text(stage: Stage, cast: Cast):
    words = 'chưa có <b>kinh phí</b> & "người"'
    named = "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW"
    await stage.say(HOA, "#1")
    await stage.say(HOA, "[Có vướng mắc]")

    answer = await stage.say(HOA, words)
    card = await stage.say(HOA, "#1")

    assert answer.startswith(f"⚠️ Ghi nhận vướng mắc của #1: “{words}”. ")
    stage.hears(THU, f"⚠️ Phòng Văn hóa - Xã hội (Hoa (mẫu)) báo vướng mắc {named}: “{words}”.")
    assert f"⚠️ Vướng mắc: “{words}”\n" in card
    assert f"17/12, 08:00 Hoa (mẫu): {words}\n" in card


async def test_ten_thousand_letters_are_refused_and_change_nothing(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "#1 xong " + "a" * 10_000,
            "Tin nhắn quá dài nên chưa ghi nhận được. Đề nghị gửi lại trong vài câu.",
        ),
    )

    assert await reported(stage) == 0


async def test_a_long_report_is_kept_whole_and_told_short(stage: Stage, cast: Cast):
    words = "chưa có kinh phí " + "rất lâu " * 400
    await stage.say(HOA, f"#1 {words}")
    notice = stage.told(THU)

    assert len(notice) < 450
    async with stage.program.database.read() as session:
        assert list(await session.scalars(select(StatusUpdate.words))) == [f"#1 {words}".strip()]
    assert len(await stage.say(HOA, "#1")) < 2000


async def test_a_message_without_words_is_asked_about(stage: Stage, cast: Cast):
    whom = "Cần hỗ trợ, đề nghị liên hệ Cơ quan Thường trực: Thu (mẫu)."
    only = (
        "Ở đây chỉ đọc được chữ, ảnh và tệp; nhãn dán, tin thoại, vị trí, danh bạ thì không. Đề "
        "nghị ghi bằng chữ, ví dụ “18 được 60%”, hoặc gõ /trogiup."
    )
    await stage.hold(HOA, (Sticker(), only), ("🙂", NOT_UNDERSTOOD), ("?", f"{HELP}\n{whom}"))

    assert await reported(stage) == 0


async def test_an_unknown_command_is_answered_with_help(stage: Stage, cast: Cast):
    for words in ("/batdau", "/trogiup", "/help", "/start"):
        await stage.hold(HOA, (words, f"{HELP}\n{MORE}"))
    more = await stage.say(HOA, MORE)
    assert ("/vangmat" in more, "/ngonngu" in more, "/nhansu" in more) == (True, True, False)
    await stage.hold(
        BINH,
        (
            "/xoa tat ca",
            "Đồng chí có thể:\n"
            "/tonghop: tổng hợp đến hôm nay, kèm biểu đồ\n"
            "Hỏi bằng lời: “Phòng Kinh tế đang chậm việc gì?”, “tuần này có gì đến hạn?”\n"
            "Chỉ đạo: “chỉ đạo #18: …”; /chidao: các ý kiến chưa được trả lời\n"
            f"#18: xem chi tiết nhiệm vụ 18\n{MORE}",
        ),
    )
