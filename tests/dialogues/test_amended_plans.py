"""A newer version of a plan in chat: asked, shown, accepted, and who hears of it."""

from datetime import timedelta

import pytest

from db.models import Committee
from tests.dialogues.cast import BINH, HOA, KHANH, SON, THU, Cast
from tests.dialogues.drafted import GONE as NO_DRAFT
from tests.dialogues.drafted import OFFICE_ONLY
from tests.dialogues.stage import Forged, Stage
from tests.make import NOW
from tests.tasks.drafted import row, save_draft

CULTURE, POLICE = "Phòng Văn hóa - Xã hội", "Công an xã"


@pytest.fixture
async def draft(stage: Stage, cast: Cast):
    """The plan of Vĩnh Lại again: #2 later and worded otherwise, #3 gone, a new task."""
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        return await save_draft(
            session,
            committee,
            [
                row("Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW", CULTURE, "Hằng năm"),
                row(
                    "Nghiên cứu, đề xuất ban hành bộ quy tắc ứng xử trên môi trường mạng",
                    CULTURE,
                    "31/03/2026",
                    coordinating=(POLICE,),
                ),
                row("Duy trì các nhóm Zalo cộng đồng", CULTURE, "Thường xuyên", no="4"),
                row("Bảo đảm an toàn thông tin", POLICE, "31/12/2025", no="5"),
                row(
                    "Hỗ trợ hộ kinh doanh dùng hóa đơn điện tử",
                    "Phòng Kinh tế",
                    "Trước ngày 20/12/2025",
                    no="6",
                    coordinating=(CULTURE,),
                ),
                row("Thành lập tổ công nghệ số cộng đồng", POLICE, "15/01/2026"),
            ],
            number="9/KH-UBND",
        )


LIKE = "5/6 nhiệm vụ giống “1/KH-UBND” đang theo dõi. Đây có phải bản sửa đổi của kế hoạch đó?"
NEWER = "Bản sửa đổi của 1/KH-UBND: giữ 5 nhiệm vụ (2 có sửa, 0 chuyển chỗ), thêm 1, bỏ 1."
TWO = (
    "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng: "
    "nội dung: “Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường mạng” → "
    "“Nghiên cứu, đề xuất ban hành bộ quy tắc ứng xử trên môi trường mạng”; "
    "thời hạn: “tháng 12/2025” → “31/03/2026”"
)
ONE = (
    "#1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW: "
    "sản phẩm: “Báo cáo kết quả” → không có; thời hạn: “Hằng năm; 12/2025” → “Hằng năm”"
)
WRONG = "Nếu ghép chưa đúng: bấm dòng đó ở dưới, hoặc ghi “#8 là #2”, “#8 là nhiệm vụ mới”."
GONE = "#3 không còn trong kế hoạch, không phải báo cáo."
CULTURE_HEARS = (
    "Kế hoạch được sửa đổi (9/KH-UBND).\nThời hạn mới (1)\n"
    "#2 Nghiên cứu, đề xuất ban hành bộ quy tắc ứng xử trên môi trường mạng: "
    "31/12/2025 → 31/03/2026\n"
    "Không còn trong kế hoạch (1), không phải thực hiện tiếp\n"
    "#3 Xây dựng kế hoạch đào tạo kỹ năng số\n"
    "Gõ /viec để xem các nhiệm vụ hiện nay."
)

POLICE_HEARS = (
    "Kế hoạch được sửa đổi (9/KH-UBND).\nNhiệm vụ mới được giao chủ trì (1)\n"
    "#12 Thành lập tổ công nghệ số cộng đồng: 15/01/2026\n"
    "Gõ /viec để xem các nhiệm vụ hiện nay."
)


async def test_a_newer_version_is_asked_about_shown_and_accepted(stage: Stage, cast: Cast, draft):
    await stage.say(HOA, "#2 được 60%")
    await stage.say(THU, "/kehoach")

    assert LIKE in await stage.say(THU, "[9/KH-UBND]")
    followed = await stage.say(THU, "[Đưa vào theo dõi]")
    assert followed == stage.wire.expected(
        f"{LIKE}\n[Bản sửa đổi của 1/KH-UBND]\n[Vẫn đưa vào theo dõi]"
    )
    changes = (
        f"{NEWER}\n{ONE}\n{TWO}\nThêm: #12 Thành lập tổ công nghệ số cộng đồng\n"
        f"Bỏ: #3 Xây dựng kế hoạch đào tạo kỹ năng số\n{WRONG}\n"
        "[#8 là #2?] [#12 là mới?]\n[Về dự thảo]"
    )
    await stage.hold(THU, ("[Bản sửa đổi của 1/KH-UBND]", changes))
    assert NEWER in await stage.say(THU, "[Về dự thảo]")
    await stage.hold(
        THU,
        ("[Xem thay đổi]", changes),
        (
            "[Đưa vào theo dõi]",
            "✅ Đã đưa vào theo dõi: 9/KH-UBND · Kế hoạch chuyển đổi số, 6 nhiệm vụ.\n"
            "Thay đổi được báo cho 3 người, mỗi người một tin.\n"
            "⚠️ Chưa nhắc được 1 nhiệm vụ: cơ quan chưa có ai kết nối (#11)\n"
            "Để mời cán bộ của các cơ quan này: /nhansu",
        ),
        (
            "/kehoach",
            "Các kế hoạch của Ban Chỉ đạo\n"
            "9/KH-UBND · Kế hoạch chuyển đổi số (6 nhiệm vụ, theo dõi từ 18/12/2025)",
        ),
    )
    stage.hears(HOA, CULTURE_HEARS)
    stage.hears(SON, POLICE_HEARS)
    stage.hears(KHANH, f"{POLICE_HEARS}\nBan Chỉ đạo xã Vĩnh Lại")
    assert "Tiến độ: đang thực hiện, 60%" in await stage.say(HOA, "#2")
    await stage.hold(HOA, ("#3 xong", GONE))
    asked_for = await stage.say(THU, "cho xin file kế hoạch")
    assert "9/KH-UBND" in asked_for
    assert "1/KH-UBND" not in asked_for.replace("9/KH-UBND", "")
    closed = "Đã đóng ngày 17/12/2025: không còn trong “9/KH-UBND”; không phải báo cáo."
    assert (await stage.say(HOA, "#3")).endswith(closed)


async def test_a_row_is_paired_with_the_task_it_goes_on_as_by_hand(stage: Stage, cast: Cast, draft):
    await stage.say(HOA, "#3 được 30%")
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[9/KH-UBND]")
    await stage.say(THU, "[Bản sửa đổi của 1/KH-UBND]")
    asked = (
        "#12 Thành lập tổ công nghệ số cộng đồng: mới ở bản này. Nếu là nhiệm vụ đã có ở "
        "1/KH-UBND, chọn nhiệm vụ đó hoặc ghi số.\n[#3 Xây dựng kế hoạch đào tạo kỹ năng số]"
    )
    kept = "✅ #12 là #3 ở bản cũ: giữ nguyên số #3, các báo cáo và lịch sử."
    await stage.hold(THU, ("[#12 là mới?]", asked))
    assert (await stage.say(THU, "99")).startswith("1/KH-UBND không có nhiệm vụ #99.")
    assert (await stage.say(THU, "việc 3")).startswith(kept)
    assert (await stage.say(THU, "#12 là nhiệm vụ mới")).startswith("✅ #12 là nhiệm vụ mới.")
    assert "Nhiệm vụ ở bản cũ" in await stage.say(THU, "#12")
    await stage.hold(THU, ("[Nhiệm vụ ở bản cũ]", asked))
    assert (await stage.say(THU, "[#3 Xây dựng kế hoạch đào tạo kỹ năng số]")).startswith(kept)
    assert (await stage.say(THU, "ghép dòng 3 cũ với dòng 12")).startswith(kept)

    await stage.say(THU, "[Về dự thảo]")
    await stage.say(THU, "[Đưa vào theo dõi]")
    assert "Tiến độ: đang thực hiện, 30%" in await stage.say(THU, "#3")
    for who in (HOA, SON, KHANH):  # one message each
        assert "Kế hoạch được sửa đổi (9/KH-UBND)." in stage.told(who)


async def test_who_gains_or_loses_a_task_hears_of_it_and_what_was_reported_stays(
    stage: Stage, cast: Cast, draft
):
    await stage.say(HOA, "#3 được 40%")
    await stage.say(THU, "#9")
    await stage.say(THU, "[Sửa cơ quan]")
    await stage.say(THU, "[Công an xã]")
    await stage.say(THU, "[Về dự thảo]")

    assert (
        "Bỏ: #3 Xây dựng kế hoạch đào tạo kỹ năng số (đang thực hiện, 40%; sẽ đóng, các báo cáo "
        "được giữ lại)"
    ) in await stage.say(THU, "[Bản sửa đổi của 1/KH-UBND]")
    await stage.say(THU, "[Về dự thảo]")
    await stage.say(THU, "[Đưa vào theo dõi]")
    told = stage.unheard()

    lost = "Chuyển cơ quan khác chủ trì (1)\n#4 Duy trì các nhóm Zalo cộng đồng: Công an xã\n"
    assert lost in told[HOA]
    assert (
        "Nhiệm vụ mới được giao chủ trì (2)\n#4 Duy trì các nhóm Zalo cộng đồng: Thường xuyên\n"
        "#12 Thành lập tổ công nghệ số cộng đồng: 15/01/2026\n"
    ) in told[SON]
    await stage.hold(HOA, ("3 tiến độ", GONE))
    assert "Báo cáo thay" not in await stage.say(THU, "#3")


async def test_a_draft_may_be_a_plan_of_its_own(stage: Stage, cast: Cast, draft):
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[9/KH-UBND]")
    await stage.say(THU, "[Bản sửa đổi của 1/KH-UBND]")
    await stage.say(THU, "[Về dự thảo]")

    assert LIKE in await stage.say(THU, "[Là kế hoạch riêng]")
    await stage.say(THU, "[Đưa vào theo dõi]")
    told = await stage.say(THU, "[Vẫn đưa vào theo dõi]")

    assert told.startswith("✅ Đã đưa vào theo dõi")
    assert "#3 Xây dựng kế hoạch" in await stage.say(HOA, "#3")


async def test_only_the_secretary_decides_what_a_draft_amends(stage: Stage, cast: Cast, draft):
    await stage.say(THU, "/kehoach")
    await stage.say(BINH, "/kehoach")

    for forged in (f"newer:{draft.id}:1", f"ownplan:{draft.id}", f"changes:{draft.id}:0"):
        await stage.hold(BINH, (Forged(forged), OFFICE_ONLY))
    await stage.hold(THU, (Forged(f"newer:{draft.id}:2"), NO_DRAFT))


async def test_the_older_versions_reports_are_told_of_no_more(stage: Stage, cast: Cast, draft):
    await stage.say(THU, "/ky báo cáo 20 họp 22")
    await stage.remind()
    first = {chat: stage.told(chat) for chat in (HOA, THU)}
    for chat in (HOA, THU):
        assert "theo Kế hoạch số 1/KH-UBND" in first[chat]
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[9/KH-UBND]")
    await stage.say(THU, "[Bản sửa đổi của 1/KH-UBND]")
    await stage.say(THU, "[Về dự thảo]")
    await stage.say(THU, "[Đưa vào theo dõi]")
    stage.unheard()

    stage.clock.set(NOW + timedelta(days=30))
    await stage.remind()
    told = stage.unheard()

    assert "Quá hạn 16 ngày" in told[HOA]  # so that a note could have stood there
    assert not [chat for chat, said in told.items() if "1/KH-UBND" in said]


async def test_a_task_done_before_keeps_its_day_beside_the_new_one(stage: Stage, cast: Cast, draft):
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[9/KH-UBND]")
    await stage.say(THU, "[Bản sửa đổi của 1/KH-UBND]")
    await stage.say(THU, "[Đưa vào theo dõi]")

    card = await stage.say(THU, "#2")

    assert "Thời hạn: 31/12/2025 (kế hoạch sửa đổi sau đó ghi 31/03/2026)\n" in card
    assert "#2" not in stage.told(HOA)  # its day stays, and nothing is to be done
    stage.told(SON)
    stage.told(KHANH)


async def test_the_same_plan_saved_anew_is_noticed_while_both_are_drafts(stage: Stage, cast: Cast):
    rows = [
        row("Kiểm tra hồ đập trước mùa mưa", CULTURE, "15/5/2026"),
        row("Sơ tán dân khỏi vùng sạt lở", POLICE, "Thường xuyên"),
    ]
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        await save_draft(session, committee, rows, number="44/KH-UBND", file_name="a.pdf")
        await save_draft(session, committee, rows, number="44a/KH-UBND", file_name="a.docx")
    twice = (
        "2/2 nhiệm vụ giống dự thảo “44/KH-UBND” cũng đang chờ. Nếu là cùng một kế hoạch, "
        "đề nghị bỏ một trong hai dự thảo."
    )
    await stage.say(THU, "/kehoach")

    assert twice in await stage.say(THU, "[44a/KH-UBND]")
    assert twice in await stage.say(THU, "[Đưa vào theo dõi]")
    assert "giống dự thảo “44a/KH-UBND”" in await stage.say(THU, "[Xem dự thảo 44/KH-UBND]")
    await stage.say(THU, "[Bỏ dự thảo này]")
    await stage.say(THU, "[Bỏ hẳn]")
    await stage.say(THU, "/kehoach")
    assert "giống dự thảo" not in await stage.say(THU, "[44a/KH-UBND]")
