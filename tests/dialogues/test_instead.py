"""Reports that the standing office records for an agency that phoned, spoke or wrote."""

import pytest

from bot.conversation.listening.mentions import Directory
from bot.conversation.reporting.instead_words import read_way
from db.enums import Came
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_assigning import OFFICE_ONLY
from tests.dialogues.test_lists_and_cards import CHANGED, OLD
from tests.dialogues.test_reports import UNDO, standing

NAMES = Directory([(1, "Phòng Kinh tế"), (2, "Công an xã")])
NAMED = "#5 Bảo đảm an toàn thông tin"
DONE = (
    "✅ Ghi nhận: #5 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
    "Chờ Cơ quan Thường trực xác nhận. Nếu có văn bản, gửi kèm hoặc ghi số hiệu.\n"
)
TOLD = (
    "Cơ quan Thường trực (Thu (mẫu)) ghi nhận báo cáo của Công an xã, qua điện thoại, về "
    f"{NAMED}: “#5 xong”.\n[Không đúng]"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("#12 xong (Phòng Kinh tế báo qua điện thoại)", ("#12 xong", Came.PHONE)),
        ("47 đang làm 50% nhé, anh Sơn vừa điện", ("47 đang làm 50% nhé", Came.PHONE)),
        ("#12 xong, phong kinh te bao qua dien thoai", ("#12 xong", Came.PHONE)),
        ("Công an xã gọi điện báo #5 được 60%", ("#5 được 60%", Came.PHONE)),
        ("anh An gọi điện bảo việc 5 xong rồi", ("việc 5 xong rồi", Came.PHONE)),
        ("chị Hoa nhắn zalo là việc 5 xong", ("việc 5 xong", Came.PHONE)),
        ("Phòng Kinh tế điện sang báo việc 5 xong", ("việc 5 xong", Came.PHONE)),
        ("phòng kinh tế nhắn zalo: việc 5 được nửa", ("việc 5 được nửa", Came.PHONE)),
        ("viec 5 cong an bao qua zalo la xong", ("viec 5 xong", Came.PHONE)),
        ("cong an gui cong van 112 bao cao viec 5 xong", ("viec 5 xong", Came.DOCUMENT)),
        ("nghe nói việc 5 xong rồi", ("nghe nói việc 5 xong rồi", None)),
        ("#12 được 60%, báo tại cuộc họp giao ban", ("#12 được 60% giao ban", Came.MEETING)),
        ("#12 xong theo văn bản", ("#12 xong", Came.DOCUMENT)),
        ("việc 5 xong qua công văn số 88/KT ngày 15/12", ("việc 5 xong", Came.DOCUMENT)),
        ("theo cv 125/BC-CA ngày 15/12 thì việc 5 xong", ("việc 5 xong", Came.DOCUMENT)),
        ("#12 xong (Phòng Kinh tế)", ("#12 xong", None)),
        ("#12 xong", ("#12 xong", None)),
    ],
)
def test_how_it_came_is_parted_from_what_was_reported(text, wanted):
    assert read_way(text, NAMES) == wanted


async def test_a_report_by_phone_is_kept_shown_and_told(stage: Stage, cast: Cast):
    answer = await stage.say(THU, "#5 xong (Công an xã báo qua điện thoại)")

    assert answer == stage.wire.expected(
        f"{DONE}Báo cáo thay Công an xã, qua điện thoại; đã báo cán bộ đầu mối của cơ quan.\n"
        f"[Đính kèm] {UNDO}"
    )
    stage.hears(SON, TOLD)
    assert stage.told(KHANH).startswith("Cơ quan Thường trực (Thu (mẫu)) ghi nhận")
    assert await standing(stage) == {5: ("done", 100)}
    card = await stage.say(BINH, "#5")
    assert "Thu (mẫu) báo cáo thay Công an xã, qua điện thoại: #5 xong" in card


async def test_the_document_that_a_report_came_by_is_kept_as_its_evidence(stage: Stage, cast: Cast):
    answer = await stage.say(THU, "theo cv 125/BC-CA ngày 15/12 thì việc 5 đã hoàn thành")

    assert "📎 Minh chứng của #5: cv 125/BC-CA ngày 15/12\n" in answer
    assert await standing(stage) == {5: ("done", 100)}
    for chat in (SON, KHANH):
        assert "“việc 5 đã hoàn thành”" in stage.told(chat)


async def test_how_it_came_is_asked_where_it_is_not_said(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "#5 được 60%",
            "Công an xã báo cáo #5 qua hình thức nào?\n"
            "[qua điện thoại] [tại cuộc họp]\n[bằng văn bản] [bằng cách khác]",
        ),
    )
    assert await standing(stage) == {}

    answer = await stage.say(THU, "[tại cuộc họp]")

    assert "Báo cáo thay Công an xã, tại cuộc họp" in answer
    assert await standing(stage) == {5: ("in_progress", 60)}
    for chat in (SON, KHANH):
        assert "tại cuộc họp" in stage.told(chat)
    await stage.finds(THU, "[qua điện thoại]", CHANGED, "#5 Bảo đảm an toàn thông tin\n")


async def test_the_button_on_the_card_asks_for_the_report(stage: Stage, cast: Cast):
    await stage.say(THU, "#5")
    await stage.say(THU, "[Báo cáo thay]")

    answer = await stage.say(THU, "được 40%, qua điện thoại")

    assert "#5 đạt 40%" in answer
    for chat in (SON, KHANH):
        stage.told(chat)


async def test_what_is_not_right_goes_back_to_the_secretary(stage: Stage, cast: Cast):
    await stage.say(THU, "#5 xong (Công an xã báo qua điện thoại)")
    for chat in (SON, KHANH):
        stage.told(chat)

    await stage.hold(
        SON,
        (
            "[Không đúng]",
            "Đã báo Cơ quan Thường trực rằng nội dung này không đúng. Đồng chí có thể tự báo cáo "
            "#5.",
        ),
        ("[Không đúng]", "Nội dung này đã được báo Cơ quan Thường trực trước đó."),
    )
    stage.hears(
        THU,
        f"Công an xã (Sơn (mẫu)) cho biết nội dung báo cáo thay không đúng, về {NAMED}: "
        f"“#5 xong”.\n{UNDO}",
    )
    await stage.say(THU, "[Báo nhầm, hủy]")
    assert await standing(stage) == {}


async def test_nobody_else_reports_for_an_agency_or_disputes_for_it(stage: Stage, cast: Cast):
    await stage.say(THU, "#5 xong (Công an xã báo qua điện thoại)")
    for chat in (SON, KHANH):
        stage.told(chat)
    await stage.say(HOA, "/viec")

    await stage.hold(
        HOA,
        (Forged("wrong:1"), OLD),
        (Forged(f"instead:{cast.tasks[5].id}"), OFFICE_ONLY),
        (Forged("came:1:phone"), OFFICE_ONLY),
    )
    assert "do cơ quan chủ trì báo cáo" in await stage.say(BINH, "#5 được 10%, qua điện thoại")
    stage.told(DUNG)


async def test_a_report_of_an_agency_that_does_not_lead_is_asked_about(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "anh Hùng Phòng Kinh tế gọi điện báo việc 5 xong rồi",
            "#5 do Công an xã chủ trì, không phải Phòng Kinh tế. Chưa ghi nhận gì: báo cáo này "
            "của cơ quan nào? Nếu nhầm số nhiệm vụ, đề nghị ghi lại.\n[Công an xã]",
        ),
    )
    assert await standing(stage) == {}

    assert "Báo cáo thay Công an xã, qua điện thoại" in await stage.say(THU, "[Công an xã]")
    for chat in (SON, KHANH):
        stage.told(chat)


async def test_who_says_that_it_is_not_done_reports_nothing(stage: Stage, cast: Cast):
    await stage.say(THU, "anh Sơn Công an xã chưa báo việc 5 xong")

    assert await standing(stage) == {}
