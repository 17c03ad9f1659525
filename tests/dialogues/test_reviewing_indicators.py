"""The doubtful indicators of a draft in chat, one by one, and the agencies that are offered."""

import pytest

from db.models import Committee
from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.tasks.drafted import indicator, row, save_draft


@pytest.fixture
async def draft(stage: Stage, cast: Cast):
    """A scanned plan just read: two of its three indicators are doubtful, one agency is ruined."""
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        return await save_draft(
            session,
            committee,
            [
                row("Bảo đảm an toàn mạng", "Công an xã", "31/01/2026"),
                row("Báo cáo số liệu", "Cong ngh¢ va cac", "31/01/2026"),
                row("Cung cấp số liệu", "Cong ngh¢ va cac", "31/01/2026"),
            ],
            indicators=(
                indicator("Tỷ lệ hồ sơ trực tuyến", {"2025": "≥ 60%"}, line=2),
                indicator(
                    "Tỷ lệ dân số có tài khoản số",
                    {"2025": "90%", "2030": "9%"},
                    doubts=("targets_fall",),
                    line=3,
                ),
                indicator("Tổng cộng", {}, doubts=("targets_missing", "name_guessed"), line=4),
            ),
        )


CHOICES = """[Sửa mục tiêu] [Sửa cơ quan]
[Để sau] [Không phải chỉ tiêu]
[Về dự thảo]"""
TWO = f"""Chỉ tiêu 1/2 cần xem lại
CT2 Tỷ lệ dân số có tài khoản số
⚠️ Chưa chắc: mục tiêu giảm dần qua các năm
Mục tiêu: {{}}
Chủ trì: {{}}
Trong văn bản, dòng 3: “2 Báo cáo số liệu”
[Đúng]
{CHOICES}"""
THREE = f"""Chỉ tiêu 2/2 cần xem lại
CT3 Tổng cộng
⚠️ Chưa chắc: không ghi mục tiêu; tên chỉ tiêu khó đọc
Mục tiêu: không có
Chủ trì: chưa phân công
Trong văn bản, dòng 4: “3 Cung cấp số liệu”
[Đúng] [Sửa tên]
{CHOICES}"""


async def open_draft(stage: Stage, chat) -> str:
    await stage.say(chat, "/kehoach")
    return await stage.say(chat, "[57/KH-UBND]")


async def test_doubtful_indicators_are_gone_through_and_corrected(stage: Stage, draft):
    whole = await open_draft(stage, THU)

    assert "3 chỉ tiêu, 2 cần xem lại" in whole
    assert "Xem 2 chỉ tiêu" in whole
    await stage.hold(
        THU,
        ("[Xem 2 chỉ tiêu]", TWO.format("2025: 90%; 2030: 9%", "chưa phân công")),
        (
            "[Sửa mục tiêu]",
            "Mục tiêu của CT2? Ghi từng năm, ví dụ: “2025: ≥ 60%; 2030: 80-90%”.",
        ),
        (
            "99%",
            "Chưa rõ mục tiêu của năm nào. Ghi từng mục tiêu kèm năm, ví dụ: “2025: ≥ 60%; "
            "2030: 80-90%”.",
        ),
        (
            "2025: 90%; năm 2030: 99%",
            f"✅ Đã sửa CT2 (mục tiêu: “2025: 90%; 2030: 9%” → “2025: 90%; 2030: 99%”).\n{THREE}",
        ),
    )
    assert "3 chỉ tiêu, 1 cần xem lại" in await stage.say(THU, "[Để sau]")
    await stage.say(THU, "[Xem 1 chỉ tiêu]")
    assert "CT3: để ngoài vì không phải chỉ tiêu" in await stage.say(THU, "[Không phải chỉ tiêu]")
    shown = await stage.say(THU, "ct2")
    assert "CT2 Tỷ lệ dân số có tài khoản số\nMục tiêu: 2025: 90%; 2030: 99%" in shown
    assert "cần xem lại" not in await stage.say(THU, "CT3")
    assert "Để ngoài: không phải chỉ tiêu" in await stage.say(THU, "CT3")
    await stage.hold(THU, ("[Là chỉ tiêu]", f"✅ CT3: đã lấy lại làm chỉ tiêu.\n{THREE}"))


async def test_names_that_a_scan_ruined_are_not_offered_as_agencies(stage: Stage, draft):
    await open_draft(stage, THU)
    await stage.say(THU, "[Xem 2 chỉ tiêu]")

    await stage.hold(
        THU,
        (
            "[Sửa cơ quan]",
            "Cơ quan nào chủ trì CT2? Chọn hoặc ghi tên, cách nhau bằng dấu phẩy.\n"
            "[Công an xã]\n[Phòng Kinh tế]\n[Phòng Văn hóa - Xã hội]",
        ),
        (
            "[Phòng Kinh tế]",
            f"✅ Đã sửa CT2 (cơ quan chủ trì: không có → “Phòng Kinh tế”).\n{THREE}",
        ),
    )
    assert "Chủ trì: Phòng Kinh tế" in await stage.say(THU, "CT2")
    await stage.say(THU, "#7")
    assert "Cong ngh¢" not in await stage.say(THU, "[Sửa cơ quan]")


async def test_an_indicator_that_a_colleague_changed_is_shown_and_not_overwritten(
    stage: Stage, draft
):
    await open_draft(stage, THU)
    await stage.say(THU, "[Xem 2 chỉ tiêu]")
    await stage.say(THU, "[Đúng]")

    again = await stage.say(THU, Forged("innot:2:0"))

    assert "chưa ghi gì thêm: kết quả xem: chưa xem → đúng" in again


async def test_indicators_of_a_draft_are_the_secretarys_alone(stage: Stage, draft):
    for chat in (BINH, HOA, THU):
        await stage.say(chat, "/kehoach")
    for chat in (BINH, HOA):
        for button in ("inlook:2", "inright:2:0", "intargets:2:0", "inlead:2:0:1"):
            assert "Cơ quan Thường trực" in await stage.say(chat, Forged(button))
    for button in ("inright:99:0", "inwho:x:y", "inkeep:2:0", "inlead:2:0:99"):
        assert "Dự thảo này không còn" in await stage.say(THU, Forged(button))


async def test_doubtful_indicators_are_asked_about_before_a_plan_is_followed(
    stage: Stage, cast: Cast, draft
):
    await open_draft(stage, THU)

    asked = await stage.say(THU, "[Đưa vào theo dõi]")

    assert asked == stage.wire.expected(
        "Còn 2 chỉ tiêu chưa chắc. Nội dung chưa chắc được tính như hiện có.\n"
        "[Xem 2 chỉ tiêu]\n[Vẫn đưa vào theo dõi]"
    )
    assert "Đã đưa vào theo dõi" in await stage.say(THU, "[Vẫn đưa vào theo dõi]")
