"""Drafts in chat: their list, their own fields, whose they are, and thrown away."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.enums import FilePurpose
from db.models import Chat, Committee, SentFile
from tasks.drafts.rows import draft_rows
from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.drafted import GONE, OFFICE_ONLY, four_rows
from tests.dialogues.stage import Forged, Stage
from tests.make import NOW
from tests.tasks.drafted import row, save_draft


@pytest.fixture
async def draft(stage: Stage, cast: Cast):
    return await four_rows(stage, cast)


async def test_drafts_that_print_the_same_are_told_apart_by_their_files(
    stage: Stage, cast: Cast, draft
):
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        await save_draft(session, committee, [row("Việc khác hẳn")], file_name="ban-2.docx")

    listed = await stage.say(THU, "/kehoach")

    assert "Dự thảo: 57/KH-UBND · Kế hoạch chuyển đổi số · ban-2.docx (1 nhiệm vụ, " in listed
    assert listed.count("ban-2.docx") == 2  # in its line and on its button


async def test_a_file_that_is_being_read_stands_in_the_list(stage: Stage, cast: Cast, draft):
    async with stage.program.database.write() as session:
        session.add(
            SentFile(
                committee_id=cast.vinh_lai.id,
                person_id=cast.people[THU].id,
                chat_id=(await session.scalars(select(Chat.id))).first(),
                purpose=FilePurpose.PLAN,
                source="-",
                name="ban-quet.pdf",
                sent_at=NOW,
                next_at=NOW + timedelta(days=1),
            )
        )

    assert "Đang đọc: “ban-quet.pdf”" in await stage.say(THU, "/kehoach")
    assert "ban-quet.pdf" not in await stage.say(HOA, "/kehoach")


async def test_the_plans_own_fields_are_shown_and_corrected(stage: Stage, draft):
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[57/KH-UBND]")
    fields = (
        "Số: {}\nNgày ban hành: {}\nCơ quan ban hành: Ủy ban nhân dân xã Vĩnh Lại\n"
        "Trích yếu: Kế hoạch chuyển đổi số\nChế độ báo cáo: {}\n"
        "[Số] [Ngày ban hành]\n[Cơ quan ban hành] [Trích yếu]\n[Chế độ báo cáo]\n[Về dự thảo]"
    )
    monthly = "Hằng tháng: báo cáo ngày 18, chốt ngày 14, họp ngày 23"

    await stage.hold(
        THU,
        ("[Sửa số, ngày, trích yếu]", fields.format("57/KH-UBND", "19/09/2025", "chưa đọc được")),
        ("[Số]", "Số, ký hiệu của kế hoạch? Ví dụ 57/KH-UBND."),
        (
            "75/KH-UBND",
            "✅ Đã sửa.\n" + fields.format("75/KH-UBND", "19/09/2025", "chưa đọc được"),
        ),
        (
            "[Ngày ban hành]",
            "Kế hoạch ban hành ngày nào? Các thời hạn tính từ ngày này được tính lại.",
        ),
        ("mai", "“mai” không phải là ngày đã qua. Ghi dạng 19/09/2025."),
        (
            "ngày 20 tháng 9 năm 2025",
            "✅ Đã sửa.\n" + fields.format("75/KH-UBND", "20/09/2025", "chưa đọc được"),
        ),
        (
            "[Chế độ báo cáo]",
            "Kế hoạch yêu cầu báo cáo khi nào? Ghi từng chế độ kèm ngày, ví dụ: “Hằng tháng: báo "
            "cáo ngày 18, chốt ngày 14, họp ngày 23; Hằng năm: báo cáo trước ngày 30/11”; ghi "
            "“không” nếu không yêu cầu báo cáo.",
        ),
        (
            "ngày 18 hằng tuần",
            "Chưa rõ “ngày 18 hằng tuần”. Ghi theo mẫu “Hằng tháng: báo cáo ngày 18, chốt ngày "
            "14, họp ngày 23” hoặc “Hằng quý: báo cáo ngày 20”.",
        ),
        (
            "tháng chốt 14, báo cáo ngày 18, họp 23; năm: báo cáo trước 30/11",
            "✅ Đã sửa.\n"
            + fields.format(
                "75/KH-UBND", "20/09/2025", f"{monthly}; Hằng năm: báo cáo trước ngày 30/11"
            ),
        ),
    )
    assert f"Chế độ báo cáo: {monthly}; Hằng năm" in await stage.say(THU, "[Về dự thảo]")


async def test_a_draft_is_the_secretarys_alone(stage: Stage, cast: Cast, draft):
    async with stage.program.database.write() as session:
        theirs = await save_draft(
            session, await session.get_one(Committee, cast.tan_an.id), [row("Việc kín")]
        )
        [kept] = await draft_rows(session, theirs)
    await stage.say(THU, "/kehoach")
    listed = (
        "Các kế hoạch của Ban Chỉ đạo\n"
        "1/KH-UBND · Kế hoạch chuyển đổi số năm 2025 (6 nhiệm vụ, theo dõi từ 01/12/2025)"
    )

    await stage.hold(
        BINH,
        ("/kehoach", listed),
        (Forged(f"draft:{draft.id}"), OFFICE_ONLY),
        (Forged("rowright:8:0"), OFFICE_ONLY),
        (Forged(f"followanyway:{draft.id}"), OFFICE_ONLY),
        (Forged(f"discardit:{draft.id}"), OFFICE_ONLY),
    )
    await stage.hold(
        THU,
        (Forged(f"row:{kept.task.id}"), GONE),
        (Forged(f"rownot:{kept.task.id}:0"), GONE),
        (Forged(f"followanyway:{theirs.id}"), GONE),
        (Forged(f"discardit:{theirs.id}"), GONE),
        (Forged("rowlead:8:x:1"), GONE),
        (Forged(f"headfield:{draft.id}:0:state"), GONE),
    )


async def test_a_draft_of_the_wrong_file_is_thrown_away_once_that_is_confirmed(
    stage: Stage, cast: Cast, draft
):
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[57/KH-UBND]")
    await stage.hold(
        THU,
        (
            "[Bỏ dự thảo này]",
            "Bỏ dự thảo “57/KH-UBND · Kế hoạch chuyển đổi số”? Chưa ai được nhắc việc theo dự thảo "
            "này; có thể gửi lại chính tệp đó.\n[Bỏ hẳn]\n[Về dự thảo]",
        ),
        (
            "[Bỏ hẳn]",
            "✅ Đã bỏ dự thảo “57/KH-UBND · Kế hoạch chuyển đổi số”. Gửi lại tệp đó hoặc tệp khác "
            "để đọc lại từ đầu.",
        ),
        (Forged(f"discardit:{draft.id}"), GONE),
        (Forged(f"followanyway:{draft.id}"), GONE),
    )
    assert "57/KH-UBND" not in await stage.say(THU, "/kehoach")
