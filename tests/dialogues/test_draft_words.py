"""A draft looked through in words, by who types instead of pressing."""

import pytest

from db.enums import Role
from db.models import Committee, Person
from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.drafted import EIGHT, FOLLOWED, NINE, SUMMARY, four_rows
from tests.dialogues.stage import Stage
from tests.make import make_membership
from tests.tasks.drafted import row, save_draft


@pytest.fixture
async def draft(stage: Stage, cast: Cast):
    return await four_rows(stage, cast)


async def test_a_draft_is_gone_through_in_words(stage: Stage, draft):
    await stage.hold(
        THU,
        ("gửi lại tóm tắt", SUMMARY),
        ("còn dòng nào chưa rõ không?", EIGHT),
        (
            "do công an xã chủ trì, phối hợp Phòng VHXH",
            "✅ Đã sửa #8 (cơ quan chủ trì: không có → “Công an xã”; cơ quan phối hợp: không có → "
            f"“Phòng Văn hóa - Xã hội”).\n{NINE}",
        ),
        (
            "hạn bao giờ xong thì xong",
            "Không đọc được thời hạn “bao giờ xong thì xong”. Ghi cách khác, hoặc giữ nguyên chữ "
            "này: nhiệm vụ sẽ không có ngày đến hạn.\n[Giữ nguyên chữ này]",
        ),
        (
            "15/1",
            "✅ Đã sửa #9 (thời hạn: “ngày 30/30” → “15/1/2026”).\n"
            "Đã xem hết 2 dòng cần xem lại.\n[Về dự thảo]\n[Đưa vào theo dõi]",
        ),
        ("đưa hết vào", FOLLOWED),
    )


async def test_rows_are_corrected_by_their_numbers_one_or_several_at_once(stage: Stage, draft):
    left = "Còn 2/2 dòng cần xem lại.\n⚠️ Chưa nhắc được 2 nhiệm vụ: "
    silent = "thiếu cơ quan chủ trì (#8); chưa có thời hạn đọc được (#9)"
    to_do = "\n[Xem 2 dòng]\n[Về dự thảo]\n[Đưa vào theo dõi]"
    await stage.hold(
        THU,
        (
            "sửa hạn dòng 7 và 10 thành 28/2/2026",
            f"✅ Đã sửa #7, #10.\n{left}{silent}{to_do}",
        ),
        ("dòng 12 bỏ", "Dự thảo không có dòng 12; các dòng là #7 đến #10.\n[Về dự thảo]"),
        (
            "việc 7 bỏ đi",
            "#7: để ngoài vì không phải nhiệm vụ; có thể lấy lại.\n" + EIGHT,
        ),
    )
    assert "Thời hạn: 28/02/2026" in await stage.say(THU, "#10")
    assert "#7: đã lấy lại làm nhiệm vụ" in await stage.say(THU, "lấy lại dòng 7")


async def test_the_plans_own_fields_are_corrected_and_it_is_thrown_away_in_words(
    stage: Stage, draft
):
    assert "Số: 45/KH-UBND\n" in await stage.say(THU, "số kế hoạch là 45/KH-UBND")
    assert "Ngày ban hành: 12/11/2025\n" in await stage.say(THU, "ngày ban hành 12/11/2025")
    assert "Bỏ dự thảo “45/KH-UBND" in await stage.say(THU, "bỏ bản này")
    assert "Đã bỏ dự thảo “45/KH-UBND" in await stage.say(THU, "đồng ý")
    assert "Chưa rõ ý đồng chí" in await stage.say(THU, "bỏ bản này")


async def test_a_number_printed_in_the_draft_and_followed_elsewhere_is_asked_about(
    stage: Stage, draft
):
    await stage.say(THU, "xem dự thảo")

    await stage.hold(
        THU,
        (
            "sửa chủ trì việc 2 thành Công an xã",
            "Có nhiều nhiệm vụ số 2. Đồng chí nói nhiệm vụ nào?\n"
            "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng\n"
            "#8 Xây dựng cơ sở dữ liệu đất đai\n[#2]\n[#8]",
        ),
    )


async def test_what_a_colleague_corrected_is_shown_before_words_write_over_it(
    stage: Stage, cast: Cast, draft
):
    async with stage.program.database.write() as session:
        person = await session.get_one(Person, cast.people[BINH].id)
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        await make_membership(session, person, role=Role.SECRETARY, committee=committee)
    await stage.say(THU, "#7 hạn quý I/2026")

    refused = await stage.say(BINH, "#7 hạn 30/06/2026")

    assert refused.startswith("Đồng chí Thu (mẫu) đã sửa nội dung này")
    assert "Thời hạn: quý I/2026" in refused
    assert "Thời hạn: 30/06/2026" in await stage.say(BINH, "#7 hạn 30/06/2026")


async def test_words_of_a_draft_mean_nothing_to_who_may_not_review_it(stage: Stage, draft):
    await stage.say(HOA, "dòng 7 bỏ")
    await stage.say(HOA, "đưa hết vào")

    await stage.hold(THU, ("gửi lại tóm tắt", SUMMARY))


async def test_a_yes_to_whether_it_is_a_newer_version_shows_what_it_changes(
    stage: Stage, cast: Cast
):
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        rows = [
            row("Một việc mới hẳn trong kế hoạch", "Công an xã", "31/03/2026"),
            row("Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW", "Phòng Văn hóa - Xã hội"),
            row("Duy trì các nhóm Zalo cộng đồng", "Phòng Văn hóa - Xã hội", "Thường xuyên"),
            row("Bảo đảm an toàn thông tin", "Công an xã", "31/12/2025"),
        ]
        await save_draft(session, committee, rows, number="9/KH-UBND")
    asked = await stage.say(THU, "xem dự thảo")
    assert "Đây có phải bản sửa đổi của kế hoạch đó?" in asked

    changes = await stage.say(THU, "đúng")

    assert changes.startswith("Bản sửa đổi của 1/KH-UBND: giữ 3 nhiệm vụ (")
    assert "Chỉ đổi số thứ tự: " in changes


async def test_a_yes_follows_a_plan_with_doubtful_rows_that_was_asked_about(stage: Stage, draft):
    asked = await stage.say(THU, "đưa hết vào")
    assert "Vẫn đưa kế hoạch vào theo dõi?" in asked

    assert "Đã đưa vào theo dõi" in await stage.say(THU, "có")


async def test_a_draft_is_corrected_in_english_words(stage: Stage, draft):
    await stage.say(THU, "/language en")

    assert "The day of issue: 12/11/2025\n" in await stage.say(THU, "issued on 12 November 2025")
    assert "Row 1/2 to look at\n#8 " in await stage.say(THU, "which rows are unclear?")
    led = await stage.say(THU, "lead is Công an xã, with Phòng Kinh tế")
    assert led.startswith("✅ #8 corrected (")
    due = await stage.say(THU, "row 9 due before 30 June 2026")
    assert "the deadline: “ngày 30/30” → “trước 30/6/2026”" in due
    assert "is followed from now on" in await stage.say(THU, "follow the plan")


async def test_of_two_drafts_none_is_followed_unless_it_was_just_shown(
    stage: Stage, cast: Cast, draft
):
    await stage.say(THU, "gửi lại tóm tắt")
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        await save_draft(session, committee, [row("Việc khác hẳn", "Công an xã")], number="8/KH")
    await stage.say(THU, "/viec")

    listed = await stage.say(THU, "đưa hết vào")

    assert listed.startswith("Các kế hoạch của Ban Chỉ đạo\nDự thảo: 8/KH")
    await stage.say(THU, "[8/KH]")
    assert "Đã đưa vào theo dõi: 8/KH" in await stage.say(THU, "đưa hết vào")
