"""Completions confirmed by the secretary, one or several at once, or returned with a reason."""

from datetime import timedelta

import pytest

from db.enums import Role
from db.models import Committee
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import OFFICE_ONLY
from tests.dialogues.test_reports import standing
from tests.make import make_chat, make_membership, make_person

NOTHING = "Không có nhiệm vụ nào chờ xác nhận."
ACCEPTED = "✅ Đã xác nhận hoàn thành: "
NOT_AWAITING = (
    "không có báo cáo hoàn thành nào chờ xác nhận. Gõ /xacnhan để xem các nhiệm vụ chờ xác nhận."
)
DECIDED = "Báo cáo này đã được xử lý hoặc đã hủy. Gõ /xacnhan để xem các nhiệm vụ còn lại."
NAMED = "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường…"
RETURNED = (
    f"Trả lại báo cáo hoàn thành {NAMED}: “chưa gửi kèm văn bản”. Nhiệm vụ trở lại đang thực hiện."
)
LINE_2 = (
    "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng · "
    "Phòng Văn hóa - Xã hội, báo ngày 17/12/2025"
)
LINE_5 = "#5 Bảo đảm an toàn thông tin · Công an xã, báo ngày 17/12/2025"


async def report_done(stage: Stage) -> None:
    await stage.say(HOA, "#2 xong")
    await stage.say(SON, "#5 xong")


async def test_several_are_confirmed_at_once_and_each_reporter_hears(stage: Stage, cast: Cast):
    await report_done(stage)

    await stage.hold(
        THU,
        (
            "/xacnhan",
            f"2 nhiệm vụ báo hoàn thành, chờ xác nhận\n{LINE_2}\n{LINE_5}\n"
            "[#2] [#5]\n[Xác nhận cả 2 nhiệm vụ]",
        ),
        ("[Xác nhận cả 2 nhiệm vụ]", "✅ Đã xác nhận hoàn thành: #2, #5."),
        ("/xacnhan", NOTHING),
    )

    stage.hears(HOA, "✅ Đã xác nhận hoàn thành: #2.")
    stage.hears(SON, "✅ Đã xác nhận hoàn thành: #5.")
    assert await standing(stage) == {2: ("done", 100), 5: ("done", 100)}


async def test_a_completion_that_is_let_pass_is_confirmed(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")

    await stage.hold(THU, ("được rồi, cho 2 hoàn thành", "✅ Đã xác nhận hoàn thành: #2."))
    stage.hears(HOA, "✅ Đã xác nhận hoàn thành: #2.")


async def test_one_is_returned_with_a_reason_and_is_in_progress_again(stage: Stage, cast: Cast):
    await report_done(stage)
    await stage.say(THU, "/xacnhan")
    await stage.say(THU, "[#2]")

    await stage.hold(
        THU,
        ("[Trả lại]", "Trả lại #2 vì lý do gì? Đề nghị ghi ngắn gọn một câu."),
        ("chưa gửi kèm văn bản", RETURNED),
    )

    stage.hears(HOA, RETURNED)
    assert await standing(stage) == {2: ("in_progress", None), 5: ("done", 100)}


async def test_a_returned_completion_is_not_taken_back_afterwards(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "/xacnhan")
    await stage.say(THU, "[#2]")
    await stage.say(THU, "[Trả lại]")
    await stage.say(THU, "chưa gửi kèm văn bản")
    stage.told(HOA)

    await stage.hold(
        HOA,
        (
            "hủy báo cáo vừa rồi",
            "Không có gì để hủy: báo cáo này đã hủy trước đó, hoặc đã có báo cáo mới hơn.",
        ),
    )
    assert await standing(stage) == {2: ("in_progress", None)}


async def test_progress_taken_back_after_a_return_does_not_make_it_done(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "/xacnhan")
    await stage.say(THU, "[#2]")
    await stage.say(THU, "[Trả lại]")
    await stage.say(THU, "chưa gửi kèm văn bản")
    stage.told(HOA)
    await stage.say(HOA, "#2 được 90%")

    await stage.say(HOA, "[Báo nhầm, hủy]")

    assert await standing(stage) == {2: ("in_progress", None)}


async def test_what_was_taken_back_in_between_is_not_confirmed(stage: Stage, cast: Cast):
    await report_done(stage)
    await stage.say(THU, "/xacnhan")
    await stage.say(HOA, "[Báo nhầm, hủy]")

    since = "#2: Hoa (mẫu) đã hủy báo cáo này lúc 17/12, 08:00."
    await stage.hold(
        THU,
        ("[Xác nhận cả 2 nhiệm vụ]", "✅ Đã xác nhận hoàn thành: #5."),
        ("[#2]", f"{since}\n{DECIDED}\n[#2]"),
    )

    stage.hears(SON, "✅ Đã xác nhận hoàn thành: #5.")
    assert await standing(stage) == {5: ("done", 100)}


async def test_only_the_secretary_confirms(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(BINH, "/viec")

    await stage.hold(
        BINH,
        ("/xacnhan", OFFICE_ONLY),
        (Forged("accept:1"), OFFICE_ONLY),
        (Forged("return:1"), OFFICE_ONLY),
    )

    assert "chờ xác nhận" in await stage.say(BINH, "/tonghop")


async def test_many_are_confirmed_in_words_once_they_were_seen(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong, #2 xong, #3 xong")

    await stage.hold(THU, ("duyệt 1 và 5", f"{ACCEPTED}#1.\n#5 {NOT_AWAITING}"))
    stage.hears(HOA, f"{ACCEPTED}#1.")
    seen = await stage.say(THU, "duyệt hết")
    assert seen.startswith("2 nhiệm vụ báo hoàn thành, chờ xác nhận\n#2 ")
    await stage.hold(THU, ("Duyệt tất cả giúp tôi", f"{ACCEPTED}#2, #3."))
    stage.hears(HOA, f"{ACCEPTED}#2, #3.")
    await stage.hold(THU, ("việc nào chờ duyệt?", "Không có nhiệm vụ nào chờ xác nhận."))


@pytest.mark.parametrize(
    "words", ["ok việc 2 và 5 được", "2 với 5 đạt rồi nhé", "duoc, viec 2, 5 ok"]
)
async def test_a_yes_that_names_completions_accepts_them(stage: Stage, cast: Cast, words: str):
    """It was answered "đã rõ", and nothing was accepted."""
    await report_done(stage)
    stage.told(THU)
    await stage.hold(THU, (words, f"{ACCEPTED}#2, #5."))
    for who in (HOA, SON):
        assert stage.told(who).startswith(ACCEPTED)
    assert stage.told(KHANH) == ""
    await stage.hold(THU, ("ok việc 2 và 5 được", f"#2, #5 {NOT_AWAITING}"))


async def test_a_yes_to_both_shows_both(stage: Stage, cast: Cast):
    await report_done(stage)
    shown = await stage.say(THU, "ok cả 2")
    assert shown.startswith(f"2 nhiệm vụ báo hoàn thành, chờ xác nhận\n{LINE_2}\n{LINE_5}\n")


async def test_a_bare_yes_shows_what_waits_for_one(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong, #1 xin gia hạn đến 15/01/2026")
    stage.told(THU)
    shown = await stage.say(THU, "nhất trí nhé")
    assert shown.startswith("1 nhiệm vụ báo hoàn thành, chờ xác nhận\n#2 ")
    assert "\n1 đề nghị gia hạn chờ quyết định\n" in shown
    for button in ("Xác nhận", "Đồng ý #1", "Không đồng ý #1"):
        assert button in shown.split("\n1 đề nghị")[1]


async def test_what_awaits_nothing_is_shown_as_it_stands(stage: Stage, cast: Cast):
    answer = await stage.say(THU, "duyệt 4")

    assert answer.startswith(f"#4 {NOT_AWAITING}\n#4 Duy trì các nhóm Zalo cộng đồng\nThời hạn: ")
    assert "dành cho Cơ quan Thường trực" in await stage.say(DUNG, "duyệt việc 4")


async def test_a_reason_that_comes_too_late_hears_who_decided(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        mai = await make_person(session, name="Mai (mẫu)")
        await make_chat(session, mai, channel=stage.wire.channel, address="108")
        await make_membership(session, mai, role=Role.SECRETARY, committee=cast.vinh_lai)
    stage.enter(108)
    await stage.say(HOA, "#1 xong")
    await stage.say(THU, "trả lại 1")
    await stage.say(108, "xác nhận 1")
    stage.told(HOA)

    answer = await stage.say(THU, "thiếu văn bản")

    assert answer.startswith("#1: Mai (mẫu) đã xác nhận lúc 17/12, 08:00.\n")
    assert stage.told(HOA) == ""


async def test_a_colleague_who_ends_a_completion_is_told_so(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")

    answer = await stage.say(DUNG, "#2 mới được 50%")

    assert "Trước đó Hoa (mẫu) đã báo #2 hoàn thành ngày 17/12/2025" in answer
    assert "Trước đó" not in await stage.say(DUNG, "#2 được 60%")


async def test_a_return_is_understood_with_the_fault_before_it_or_the_number_within(
    stage: Stage, cast: Cast
):
    for words, reason in (
        ("việc 2 chưa đạt, trả lại bổ sung danh sách", "chưa đạt, bổ sung danh sách"),
        ("trả việc 2 lại, thiếu văn bản", "thiếu văn bản"),
        ("trả lại cho Hoa việc 2, thiếu chữ ký", "thiếu chữ ký"),
        ("viec 2 lam lai di em, so lieu sai roi", "so lieu sai roi"),
        ("viec 2 e la chua dat, thieu bien ban", "chua dat, thieu bien ban"),
        ("chưa duyệt được việc 2 đâu, ảnh mờ quá", "ảnh mờ quá"),
        ("việc 2 thiếu báo cáo, đề nghị bổ sung", "thiếu báo cáo"),
        ("việc 2 không đạt, yêu cầu làm lại", "không đạt"),
        ("2 chưa được đâu, số liệu sai bảo làm lại", "chưa được, số liệu sai bảo làm lại"),
        ("việc 2 thiếu biên bản họp", "thiếu biên bản họp"),
    ):
        await stage.say(HOA, "#2 xong")
        returned = RETURNED.replace("chưa gửi kèm văn bản", reason)
        await stage.hold(THU, (words, returned))
        stage.hears(HOA, returned)
    assert await standing(stage) == {2: ("in_progress", None)}
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "việc 2 chưa cần trả lại")
    assert await standing(stage) == {2: ("done", 100)}


async def test_one_yes_accepts_a_completion_and_grants_another_more_time(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(SON, "#5 xin gia hạn đến 20/02/2026")
    stage.told(THU)

    granted = "Đã đồng ý gia hạn #5 Bảo đảm an toàn thông tin đến 20/02/2026."
    nothing = f"#6 {NOT_AWAITING}"
    await stage.hold(
        THU, ("đồng ý 2, 5, 6", f"✅ Đã xác nhận hoàn thành: #2.\n{granted}\n{nothing}")
    )
    stage.hears(HOA, "✅ Đã xác nhận hoàn thành: #2.")
    stage.hears(SON, granted)


async def test_not_accepted_yet_with_what_is_lacking_returns_it(stage: Stage, cast: Cast):
    """It was taken for a report in the agency's stead, and asked how that came."""
    await report_done(stage)
    returned = f"Trả lại báo cáo hoàn thành {NAMED}: “còn thiếu biên bản”. Nhiệm vụ trở lại"
    for words in ("chưa duyệt việc 2, còn thiếu biên bản", "không xác nhận 5 vì chưa có văn bản"):
        await stage.say(THU, words)
    assert stage.told(HOA).startswith(returned)
    assert "“chưa có văn bản”" in stage.told(SON)
    assert await standing(stage) == {2: ("in_progress", None), 5: ("in_progress", None)}


async def test_an_agency_whose_report_the_office_recorded_hears_of_its_return(
    stage: Stage, cast: Cast
):
    await stage.say(THU, "hôm qua họp giao ban Công an xã báo việc 5 xong rồi")
    assert "“hôm qua báo việc 5 xong rồi”" in stage.told(SON)
    stage.told(KHANH)
    await stage.say(THU, "xác nhận 5")
    await stage.say(THU, "trả lại 5 vì thiếu văn bản")
    for who in (SON, KHANH):
        assert "thiếu văn bản" in stage.told(who)


async def test_a_done_task_says_what_it_waits_for_wherever_it_is_shown(stage: Stage, cast: Cast):
    """Late or not, waiting, accepted or returned; the office decides from the card itself."""
    await stage.say(HOA, "#2 xong, #3 xong")
    done = "đã hoàn thành ngày 17/12/2025"

    for chat in (HOA, DUNG, BINH, THU):
        assert f"\nTiến độ: {done}, chờ xác nhận\n" in await stage.say(chat, "#2")
        late = await stage.say(chat, "#3")
        assert f"\nTiến độ: {done}, sau thời hạn, chờ xác nhận\n" in late
        assert ("Xác nhận" in late, "Trả lại" in late) == (chat == THU, chat == THU)
    two = await stage.say(BINH, "2 và 3 thế nào rồi")
    assert f"· {done}, chờ xác nhận\n" in two
    assert f"· {done}, sau thời hạn, chờ xác nhận\n" in two

    assert await stage.say(THU, "[Xác nhận]") == f"{ACCEPTED}#3."
    await stage.say(THU, "trả lại 2: thiếu văn bản")
    assert f"\nTiến độ: {done}, sau thời hạn, đã xác nhận\n" in await stage.say(DUNG, "#3")
    returned = "đang thực hiện; báo cáo hoàn thành bị trả lại ngày 17/12/2025: “thiếu văn bản”"
    assert f"\nTiến độ: {returned}\n" in await stage.say(DUNG, "#2")

    await stage.say(HOA, "#2 được 80%")
    assert "\nTiến độ: đang thực hiện, 80%\n" in await stage.say(DUNG, "#2")


async def test_a_committee_without_confirmation_names_none(stage: Stage, cast: Cast):
    async with stage.program.database.write() as session:
        (await session.get_one(Committee, cast.vinh_lai.id)).confirms = False
    await stage.say(HOA, "#2 xong")

    for chat in (HOA, THU):
        card = await stage.say(chat, "#2")
        assert "\nTiến độ: đã hoàn thành ngày 17/12/2025\n" in card
        assert "Xác nhận" not in card


async def test_what_was_returned_is_never_accepted_by_returning_it_again(stage: Stage, cast: Cast):
    """The second "trả lại 2" of a day was taken for the slip in the first, and confirmed it."""
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "trả lại 2: chưa gửi kèm văn bản")
    stage.told(HOA)
    before = (
        "#2 đã trả lại và đã báo cơ quan chủ trì. Nếu nhầm, ghi “duyệt 2” trước khi có báo cáo mới."
    )

    for again in ("trả lại 2: thiếu dấu", "không xác nhận 2, thiếu dấu", "trả lại 2"):
        await stage.hold(THU, (again, before))

    assert stage.told(HOA) == ""
    stage.clock.at += timedelta(days=1)
    next_day = await stage.say(THU, "trả lại 2: thiếu dấu")
    assert next_day.startswith(f"#2 {NOT_AWAITING}\n#2 ")
    assert await standing(stage) == {2: ("in_progress", None)}


async def test_not_confirming_what_was_confirmed_opens_it_again_with_a_reason(
    stage: Stage, cast: Cast
):
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "duyệt 2")

    assert "Muốn mở lại" in await stage.say(THU, "không xác nhận 2")
    assert await standing(stage) == {2: ("done", 100)}
    opened = await stage.say(THU, "không xác nhận 2: chưa gửi kèm văn bản")
    assert opened.startswith(RETURNED)
    assert RETURNED in stage.told(HOA)
    assert await standing(stage) == {2: ("in_progress", None)}
