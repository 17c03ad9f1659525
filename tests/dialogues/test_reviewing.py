"""A draft in chat: what it amounts to, its doubtful rows one by one, and following it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.enums import FilePurpose, Role
from db.models import Chat, Committee, Person, SentFile
from tasks.drafts.rows import draft_rows
from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.make import NOW, make_membership
from tests.tasks.drafted import row, save_draft


@pytest.fixture
async def draft(stage: Stage, cast: Cast):
    """A plan of four rows just read: two are doubtful."""
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        return await save_draft(
            session,
            committee,
            [
                row("Bảo đảm an toàn mạng", "Công an xã", "31/01/2026"),
                row("Xây dựng cơ sở dữ liệu đất đai", None, "Quý I/2026", doubts=("lead_missing",)),
                row(
                    "Tuyên truyền chuyển đổi số",
                    "Phòng Văn hóa - Xã hội",
                    "ngày 30/30",
                    doubts=("deadline_unreadable",),
                ),
                row("Sơ kết việc thực hiện", "Công an xã", "Thường xuyên"),
            ],
        )


SUMMARY = """Dự thảo kế hoạch: 57/KH-UBND · Kế hoạch chuyển đổi số
Ủy ban nhân dân xã Vĩnh Lại, 19/09/2025
4 nhiệm vụ, 2 cơ quan chủ trì: Công an xã (2), Phòng Văn hóa - Xã hội (1)
Thời hạn: 1/2026 (1), 3/2026 (1), thường xuyên (1), không đọc được (1)
Còn 2/2 dòng cần xem lại.
1 dòng trong phụ lục không thuộc nhiệm vụ nào: “Tổng cộng”
⚠️ Chưa nhắc được 2 nhiệm vụ: thiếu cơ quan chủ trì (#8); chưa có thời hạn đọc được (#9)
Chưa ai được nhắc cho đến khi đưa vào theo dõi. Gõ số (#7) để xem và sửa dòng đó.
[Xem 2 dòng]
[Sửa số, ngày, trích yếu]
[Đưa vào theo dõi]
[Bỏ dự thảo này]"""
CHOICES = """[Đúng]
[Sửa thời hạn] [Sửa cơ quan]
[Để sau] [Không phải nhiệm vụ]
[Về dự thảo]"""
NOT_DOUBTFUL = """[Sửa thời hạn] [Sửa cơ quan]
[Sửa nội dung] [Không phải nhiệm vụ]
[Về dự thảo]"""
EIGHT = f"""Dòng 1/2 cần xem lại
#8 Xây dựng cơ sở dữ liệu đất đai
⚠️ Chưa chắc: thiếu cơ quan chủ trì
Thời hạn: Quý I/2026 (chậm nhất 31/03/2026)
Chủ trì: chưa phân công
Trong văn bản, dòng 3: “2 Xây dựng cơ sở dữ liệu đất đai”
{CHOICES}"""
NINE = f"""Dòng 2/2 cần xem lại
#9 Tuyên truyền chuyển đổi số
⚠️ Chưa chắc: không đọc được thời hạn
Thời hạn: “ngày 30/30” (chưa đọc được, chờ Cơ quan Thường trực xác định)
Chủ trì: Phòng Văn hóa - Xã hội
Trong văn bản, dòng 4: “3 Tuyên truyền chuyển đổi số”
{CHOICES}"""
WHO = """Cơ quan nào chủ trì #8? Chọn hoặc ghi tên, cách nhau bằng dấu phẩy; \
cơ quan phối hợp ghi sau “phối hợp:”.
[Công an xã]
[Phòng Văn hóa - Xã hội]
[Phòng Kinh tế]"""
UNTIL = "Thời hạn của #9? Ghi như trong kế hoạch: 31/12/2025, Quý I/2026, Hằng năm, Thường xuyên."
GONE = "Dự thảo này không còn. Gõ /kehoach để xem các kế hoạch hiện nay."
OFFICE_ONLY = "Dự thảo kế hoạch dành cho Cơ quan Thường trực."
FOLLOWED = "✅ Đã đưa vào theo dõi: 57/KH-UBND · Kế hoạch chuyển đổi số, 4 nhiệm vụ."


async def test_the_doubtful_rows_are_gone_through_and_the_plan_is_followed(stage: Stage, draft):
    await stage.hold(
        THU,
        (
            "/kehoach",
            "Các kế hoạch của Ban Chỉ đạo\n"
            "Dự thảo: 57/KH-UBND · Kế hoạch chuyển đổi số (4 nhiệm vụ, 2 dòng cần xem lại)\n"
            "1/KH-UBND · Kế hoạch chuyển đổi số năm 2025 (6 nhiệm vụ, theo dõi từ 01/12/2025)\n"
            "[57/KH-UBND]",
        ),
        ("[57/KH-UBND]", SUMMARY),
        ("[Xem 2 dòng]", EIGHT),
        ("[Sửa cơ quan]", WHO),
        (
            "công an xã, phối hợp: Phòng VHXH",
            "✅ Đã sửa #8 (cơ quan chủ trì: không có → “Công an xã”; cơ quan phối hợp: không có → "
            f"“Phòng Văn hóa - Xã hội”).\n{NINE}",
        ),
        ("[Sửa thời hạn]", UNTIL),
        (
            "bao giờ xong thì xong",
            "Không đọc được thời hạn “bao giờ xong thì xong”. Ghi cách khác, hoặc giữ nguyên chữ "
            "này: nhiệm vụ sẽ không có ngày đến hạn.\n[Giữ nguyên chữ này]",
        ),
        (
            "tháng 6/2026",
            "✅ Đã sửa #9 (thời hạn: “ngày 30/30” → “tháng 6/2026”).\n"
            "Đã xem hết 2 dòng cần xem lại.\n[Về dự thảo]\n[Đưa vào theo dõi]",
        ),
        (
            "[Giữ nguyên chữ này]",
            "Nội dung này đã được sửa sau đó (17/12, 08:00) nên chưa ghi gì thêm: "
            "thời hạn: “ngày 30/30” → “tháng 6/2026”. Hiện nay:\n"
            "#9 Tuyên truyền chuyển đổi số\nThời hạn: tháng 6/2026 (chậm nhất 30/06/2026)\n"
            "Chủ trì: Phòng Văn hóa - Xã hội\n"
            f"Trong văn bản, dòng 4: “3 Tuyên truyền chuyển đổi số”\n{NOT_DOUBTFUL}",
        ),
        ("[Đưa vào theo dõi]", FOLLOWED),
    )
    followed = (
        "57/KH-UBND · Kế hoạch chuyển đổi số đã được đưa vào theo dõi từ ngày 18/12/2025, "
        "không còn là dự thảo."
    )
    for button in ("[Đúng]", "[Sửa nội dung]"):
        await stage.finds(THU, button, followed, "Các kế hoạch của Ban Chỉ đạo\n")

    told = await stage.say(HOA, "#9")
    assert "#9 Tuyên truyền chuyển đổi số\nThời hạn: tháng 6/2026" in told


async def test_a_plan_with_doubtful_rows_is_followed_only_when_asked_twice(stage: Stage, draft):
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[57/KH-UBND]")
    await stage.say(THU, "[Xem 2 dòng]")

    await stage.hold(
        THU,
        ("[Không phải nhiệm vụ]", f"#8: để ngoài vì không phải nhiệm vụ; có thể lấy lại.\n{NINE}"),
    )
    assert "#9: để sau." in await stage.say(THU, "[Để sau]")
    assert "Để ngoài: không phải nhiệm vụ" in await stage.say(THU, "#8")
    await stage.hold(
        THU,
        (
            "[Đưa vào theo dõi]",
            "Còn 1 dòng chưa chắc. Vẫn đưa kế hoạch vào theo dõi? Nội dung chưa chắc được tính "
            "như hiện có.\n[Xem 1 dòng]\n[Vẫn đưa vào theo dõi]",
        ),
        (
            "[Vẫn đưa vào theo dõi]",
            "✅ Đã đưa vào theo dõi: 57/KH-UBND · Kế hoạch chuyển đổi số, 3 nhiệm vụ.\n"
            "⚠️ Chưa nhắc được 1 nhiệm vụ: chưa có thời hạn đọc được (#9)",
        ),
    )
    assert "Không có nhiệm vụ #8" in await stage.say(HOA, "#8")


SEVEN = f"""#7 Bảo đảm an toàn mạng
Thời hạn: {{}}
Chủ trì: Công an xã
Trong văn bản, dòng 2: “1 Bảo đảm an toàn mạng”
{NOT_DOUBTFUL}"""


async def test_a_row_that_was_not_doubtful_is_shown_as_it_was_corrected_and_counts_as_before(
    stage: Stage, draft
):
    await stage.hold(
        THU,
        ("#7", SEVEN.format("31/01/2026")),
        ("[Sửa thời hạn]", UNTIL.replace("#9", "#7")),
        ("28/2/2026", f"✅ Đã sửa #7.\n{SEVEN.format('28/02/2026')}"),
    )
    await stage.say(THU, "[Về dự thảo]")
    await stage.hold(THU, ("[Xem 2 dòng]", EIGHT))


async def test_rows_put_off_are_gone_through_one_after_another(stage: Stage, draft):
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[57/KH-UBND]")
    await stage.say(THU, "[Xem 2 dòng]")
    await stage.say(THU, "[Để sau]")
    eight, nine = (text.split("\n", 1)[1] for text in (EIGHT, NINE))

    await stage.hold(
        THU,
        (
            "[Để sau]",
            "#9: để sau.\nCòn 2/2 dòng cần xem lại, trong đó 2 dòng để sau.\n"
            "⚠️ Chưa nhắc được 2 nhiệm vụ: thiếu cơ quan chủ trì (#8); chưa có thời hạn đọc được "
            "(#9)\n[Xem 2 dòng]\n[Về dự thảo]\n[Đưa vào theo dõi]",
        ),
        ("[Xem 2 dòng]", eight),
        ("[Đúng]", f"✅ #8: đúng.\n{nine}"),
    )


async def test_a_choice_pressed_twice_is_no_change_by_somebody_else(stage: Stage, draft):
    [eight] = [one for one in await _rows(stage, draft) if one.task.number == 8]
    press = Forged(f"rowright:{eight.task.id}:0")
    await stage.say(THU, "/kehoach")

    await stage.hold(THU, (press, f"✅ #8: đúng.\n{NINE}"), (press, f"✅ #8: đúng.\n{NINE}"))


async def test_a_deadline_that_is_kept_unread_decides_nothing_else(stage: Stage, draft):
    await stage.say(THU, "#8")
    await stage.say(THU, "[Sửa thời hạn]")
    await stage.say(THU, "bao giờ xong thì xong")

    kept = await stage.say(THU, "[Giữ nguyên chữ này]")

    assert kept.startswith("✅ Đã sửa #8.\nDòng 1/2 cần xem lại\n#8 ")
    assert "thiếu cơ quan chủ trì; không đọc được thời hạn" in kept


async def _rows(stage: Stage, draft):
    async with stage.program.database.read() as session:
        return await draft_rows(session, draft)


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


async def test_what_another_secretary_changed_is_shown_and_not_overwritten(
    stage: Stage, cast: Cast, draft
):
    async with stage.program.database.write() as session:
        person = await session.get_one(Person, cast.people[BINH].id)
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        await make_membership(session, person, role=Role.SECRETARY, committee=committee)
    for chat in (THU, BINH):
        await stage.say(chat, "/kehoach")
        await stage.say(chat, "[57/KH-UBND]")
        await stage.say(chat, "[Xem 2 dòng]")
    await stage.say(THU, "[Sửa thời hạn]")
    await stage.say(THU, "Quý II/2026")
    await stage.say(BINH, "[Sửa thời hạn]")

    now = EIGHT.replace("Quý I/2026 (chậm nhất 31/03/2026)", "Quý II/2026 (chậm nhất 30/06/2026)")
    await stage.hold(
        BINH,
        (
            "12/2026",
            "Đồng chí Thu (mẫu) đã sửa nội dung này (17/12, 08:00) nên chưa ghi gì thêm: "
            f"thời hạn: “Quý I/2026” → “Quý II/2026”. Hiện nay:\n{now}",
        ),
    )


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
            "ngày 18 hằng tháng",
            "Chưa rõ “ngày 18 hằng tháng”. Ghi theo mẫu “Hằng tháng: báo cáo ngày 18, chốt ngày "
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


@pytest.mark.parametrize("kind", ["postgresql"])
async def test_a_review_on_postgresql(stage: Stage, cast: Cast, draft):
    await stage.say(THU, "/kehoach")
    await stage.hold(
        THU, ("[57/KH-UBND]", SUMMARY), ("[Xem 2 dòng]", EIGHT), ("[Sửa cơ quan]", WHO)
    )
    await stage.say(THU, "[Công an xã]")
    await stage.say(THU, "[Đúng]")
    await stage.hold(
        THU,
        (
            "[Đưa vào theo dõi]",
            f"{FOLLOWED}\n⚠️ Chưa nhắc được 1 nhiệm vụ: chưa có thời hạn đọc được (#9)",
        ),
    )
