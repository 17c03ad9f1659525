"""Words to one's own people, "nhắc Hoa báo cáo việc 3": passed on at once, never a report."""

import pytest
from sqlalchemy import func, select

from db.enums import Role
from db.models import StatusUpdate
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_assigning import PASS_ON
from tests.make import make_chat, make_membership, make_person

OTHER_HOA = 108


async def reports(stage: Stage) -> int:
    async with stage.program.database.read() as session:
        return await session.scalar(select(func.count()).select_from(StatusUpdate)) or 0


@pytest.mark.parametrize(
    "words",
    [
        "nhắc Hoa báo cáo việc 3",
        "đôn đốc cán bộ phòng tôi làm gấp việc 3",
        "chỉ đạo Hoa làm việc 3 trước 20/12",
        "chỉ đạo việc 3: làm ngay",
        "đc Hoa khẩn trương hoàn thành việc 3",
        "Hoa soạn kế hoạch việc 3 rồi trình tôi ký",
        "Hoa hoan thanh viec 3 truoc 25/12",
    ],
)
async def test_a_head_urges_the_own_officers_in_own_words(stage: Stage, cast: Cast, words: str):
    await stage.hold(DUNG, (words, "✅ Đã nhắc Hoa (mẫu) về #3."))

    stage.hears(
        HOA,
        f"Đồng chí Dũng (mẫu), thủ trưởng Phòng Văn hóa - Xã hội: “{words}”\n"
        "🔴 Quá hạn 78 ngày (1): tháng 9/2025, chậm nhất 30/09/2025\n"
        "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
        "Bấm vào nhiệm vụ để báo cáo, hoặc trả lời: “3 được 60%”.\n[#3]",
    )
    assert await reports(stage) == 0


async def test_a_head_urges_nobody_elses_people(stage: Stage, cast: Cast):
    await stage.hold(
        DUNG,
        ("nhắc Sơn báo cáo việc 5", "Không có ai tên như vậy. Có thể nhắc: Hoa (mẫu)."),
        ("nhắc Hoa việc 5", "#5 do cơ quan chủ trì báo cáo: Công an xã."),
        ("nhắc Hoa việc 99", "Không có nhiệm vụ #99. Gõ /viec để xem danh sách."),
        ("nhắc Công an xã phối hợp việc 2", PASS_ON),
    )
    await stage.hold(HOA, ("nhắc anh Sơn gửi số liệu việc 2", PASS_ON))
    assert await reports(stage) == 0


async def test_reminders_of_ones_own_stay_ones_own(stage: Stage, cast: Cast):
    for words in ("nhắc tôi việc 2 vào thứ sáu", "nhắc lại việc 2 vào thứ sáu"):
        await stage.hold(DUNG, (words, "#2: sẽ nhắc lại vào Thứ Sáu, 19/12/2025."))
    answer = await stage.say(HOA, "đôn đốc các thôn nộp danh sách, việc 2 được 50%")
    assert answer.startswith("✅ Ghi nhận: #2 đạt 50%.")


async def test_the_office_urges_by_name_and_asks_which_of_two(
    stage: Stage, cast: Cast, channel: str
):
    async with stage.program.database.write() as session:
        person = await make_person(session, name="Nguyễn Thị Hoa")
        await make_chat(session, person, channel=channel, address=str(OTHER_HOA))
        await make_membership(session, person, cast.police, role=Role.OFFICER)
    stage.enter(OTHER_HOA)

    await stage.hold(
        THU,
        (
            "nhắc chị Hoa báo cáo",
            "Có nhiều người cùng tên: Hoa (mẫu), Phòng Văn hóa - Xã hội; Nguyễn Thị Hoa, Công an "
            "xã. Đề nghị ghi thêm cơ quan hoặc số nhiệm vụ.",
        ),
        ("nhắc chị Hoa việc 5", "✅ Đã nhắc Nguyễn Thị Hoa về #5."),
    )

    assert "#5 Bảo đảm an toàn thông tin" in stage.told(OTHER_HOA)


async def test_what_ones_role_does_not_allow_is_passed_on(stage: Stage, cast: Cast):
    await stage.hold(
        BINH,
        ("đôn đốc Phòng Kinh tế gửi báo cáo việc", PASS_ON),
        ("[Chuyển đề nghị]", "✅ Đã chuyển đến Thu (mẫu)."),
    )
    stage.hears(THU, "Đồng chí Bình (mẫu) đề nghị: “đôn đốc Phòng Kinh tế gửi báo cáo việc”.")

    await stage.hold(SON, ("nhắc Phòng Văn hóa - Xã hội gửi số liệu việc 2", PASS_ON))
    await stage.say(SON, "[Chuyển đề nghị]")
    passed = stage.told(THU)
    assert passed.startswith("Công an xã (Sơn (mẫu)) đề nghị: “nhắc Phòng Văn hóa - Xã hội gửi")
    assert "#2" in passed.splitlines()[-1]
    assert await stage.say(SON, "[Chuyển đề nghị]") != ""
    assert stage.told(THU) == ""
    assert stage.told(KHANH) == ""


async def test_an_extension_is_decided_in_words_by_who_may(stage: Stage, cast: Cast):
    none = (
        "#2 không có đề nghị gia hạn nào chờ quyết định. Cơ quan Thường trực có thể ghi "
        "“gia hạn 2 đến 31/12”."
    )
    await stage.hold(THU, ("đồng ý gia hạn việc 2", none))
    assert (await stage.say(DUNG, "đồng ý gia hạn việc 2")).count("Chuyển đề nghị") == 2
    await stage.say(HOA, "việc 2 xin gia hạn đến 15/1/2026")
    stage.told(THU)

    granted = await stage.say(BINH, "đồng ý gia hạn việc 2")

    assert granted.endswith("đến 15/01/2026.")
    stage.hears(HOA, granted)
    decided = "#2: Bình (mẫu) đã đồng ý gia hạn đến 15/01/2026 (17/12, 08:00)."
    await stage.hold(THU, ("đồng ý gia hạn việc 2", decided))


async def test_a_refusal_in_words_gives_its_reason_to_who_asked(stage: Stage, cast: Cast):
    await stage.say(HOA, "việc 2 xin gia hạn đến 15/1/2026")
    stage.told(THU)

    refused = await stage.say(THU, "không đồng ý gia hạn 2 vì việc này cấp bách")

    assert refused.endswith("thời hạn vẫn là 31/12/2025.\nLý do: việc này cấp bách.")
    stage.hears(HOA, refused)


async def test_a_bare_yes_to_several_wishes_decides_none(stage: Stage, cast: Cast):
    for number in (1, 2):
        await stage.say(HOA, f"việc {number} xin gia hạn đến 15/1/2026")
    stage.told(THU)
    await stage.say(THU, "gia hạn nào đang chờ?")

    again = await stage.say(THU, "đồng ý")

    assert again.startswith("2 đề nghị gia hạn chờ quyết định")
    assert stage.told(HOA) == ""
