"""What proves a report: photos, files and documents, put to a task, shown and handed on."""

import pytest

from tests.dialogues.cast import BINH, DUNG, HOA, SON, THU, Cast
from tests.dialogues.stage import Document, Forged, Photo, Reply, Stage

telegram = pytest.mark.parametrize("channel", ["telegram"])
"""What only a channel that hands over files can do."""

PDF = b"%PDF-1.7 ..."
SHORT_1 = "#1 Tổ chức tuyên truyền về Nghị quyết số…"
SHORT_2 = "#2 Nghiên cứu đề xuất ban hành quy tắc ứng…"


async def test_a_document_s_number_is_set_right_and_the_completion_stays(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 xong, Kế hoạch số 45/KH-UBND ngày 05/12/2025")

    await stage.hold(
        HOA,
        (
            "nhầm số, 54/KH-UBND mới đúng",
            "📎 Minh chứng của #1: 54/KH-UBND\n"
            "Đã gỡ “Kế hoạch số 45/KH-UBND ngày 05/12/2025” khỏi #1.\n[Nhầm nhiệm vụ]",
        ),
        (
            "nhầm, công văn 89",
            "Hủy báo cáo gần nhất: #1 đã hoàn thành (17/12, 08:00)?\n[Báo nhầm, hủy]",
        ),
    )
    card = await stage.say(BINH, "#1")
    assert "Tiến độ: đã hoàn thành" in card
    assert "📎 Minh chứng (1): 54/KH-UBND\n" in card


@telegram
async def test_a_file_under_a_task_s_number_is_its_evidence(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            Document("ke-hoach.pdf", PDF, "#1"),
            f"📎 Đã nhận “ke-hoach.pdf”, minh chứng của #1.\n{SHORT_1}\n[Nhầm nhiệm vụ]",
        ),
    )

    card = await stage.say(HOA, "#1")
    assert "\n📎 Minh chứng (1): ke-hoach.pdf\n" in card
    assert "[Xin gia hạn] [Đính kèm]\n[Tệp (1)]" in card
    sent = await stage.say(HOA, "[Tệp (1)]")
    assert sent == "#1, Hoa (mẫu) gửi 17/12, 08:00"
    assert stage.files(HOA) == [PDF]


@telegram
async def test_a_file_after_a_report_or_in_answer_to_a_card_needs_no_number(
    stage: Stage, cast: Cast
):
    await stage.say(HOA, "#1 xong")
    said = await stage.say(HOA, Document("bao-cao.pdf", PDF))
    assert said.startswith("📎 Đã nhận “bao-cao.pdf”, minh chứng của #1.")

    await stage.say(HOA, "#2")
    await stage.say(HOA, "/viec")
    said = await stage.say(HOA, "[Đính kèm]")
    assert said == "Đề nghị gửi ảnh hoặc tệp minh chứng của #2, hoặc ghi số, ngày văn bản."
    said = await stage.say(HOA, Photo("ảnh buổi họp thống nhất"))
    assert said.startswith("📎 Đã nhận “20251217-080000.jpg”, minh chứng của #2.")
    said = await stage.say(HOA, Document("ban-in.pdf", PDF))
    assert said.startswith("📎 Đã nhận “ban-in.pdf”, minh chứng của #2.")


@telegram
async def test_a_file_without_a_task_waits_until_that_is_answered(stage: Stage, cast: Cast):
    asked = (
        "📎 Đã nhận “a.pdf”. Tệp thuộc nhiệm vụ nào? Đề nghị chọn hoặc ghi số nhiệm vụ.\n"
        "[#3 Xây dựng kế hoạch đào tạo kỹ năng số]\n"
        f"[{SHORT_1}]\n[{SHORT_2}]\n[#4 Duy trì các nhóm Zalo cộng đồng]"
    )
    await stage.hold(
        HOA,
        (Document("a.pdf", PDF), asked),
        (Document("b.pdf", PDF + b"b"), "📎 Đã nhận thêm “b.pdf”."),
        (
            f"[{SHORT_2}]",
            f"📎 Đã nhận “a.pdf”, “b.pdf”, minh chứng của #2.\n{SHORT_2}",
        ),
    )
    assert "📎 Minh chứng (2): a.pdf; b.pdf" in await stage.say(HOA, "#2")


@telegram
async def test_the_task_of_a_waiting_file_may_be_typed_or_reported(stage: Stage, cast: Cast):
    await stage.say(HOA, Document("a.pdf", PDF))
    said = await stage.say(HOA, "4")
    assert said.startswith("📎 Đã nhận “a.pdf”, minh chứng của #4.")

    await stage.say(HOA, "/viec")
    stage.clock.at = stage.clock.at.replace(hour=3)
    await stage.say(HOA, Document("b.pdf", PDF + b"b"))
    said = await stage.say(HOA, "#1 được 60%")
    assert said == (
        "✅ Ghi nhận: #1 đạt 60%. (17/12, 10:00)\n📎 Đã nhận “b.pdf”, minh chứng của #1.\n"
        "[Báo nhầm, hủy]"
    )
    await stage.say(HOA, "[Báo nhầm, hủy]")
    assert "Minh chứng" not in await stage.say(HOA, "#1")


@telegram
async def test_a_file_put_to_the_wrong_task_is_asked_about_again(stage: Stage, cast: Cast):
    await stage.say(HOA, Document("a.pdf", PDF, "#1"))

    said = await stage.say(HOA, "[Nhầm nhiệm vụ]")

    assert said.startswith("Đã gỡ “a.pdf” khỏi #1.\n📎 Đã nhận “a.pdf”. Tệp thuộc nhiệm vụ nào?")
    await stage.say(HOA, f"[{SHORT_2}]")
    assert "Minh chứng" not in await stage.say(HOA, "#1")
    assert "📎 Minh chứng (1): a.pdf" in await stage.say(HOA, "#2")


@telegram
async def test_an_album_is_kept_whole_and_answered_once(stage: Stage, cast: Cast):
    said = await stage.say(HOA, Photo("#1 xong", album="7"))
    assert said.startswith("✅ Ghi nhận: #1 hoàn thành")
    assert "và các tệp gửi cùng, minh chứng của #1." in said
    for _ in range(4):
        assert await stage.say(HOA, Photo(album="7")) == ""
    assert "📎 Minh chứng (5): " in await stage.say(HOA, "#1")

    said = await stage.say(HOA, Photo("#2", album="8"))
    assert "và các tệp gửi cùng, minh chứng của #2." in said
    for _ in range(4):
        assert await stage.say(HOA, Photo(album="8")) == ""
    said = await stage.say(HOA, "[Nhầm nhiệm vụ]")
    assert said.startswith("Đã gỡ 5 tệp khỏi #2.\n📎 Đã nhận “")
    said = await stage.say(HOA, "4")
    assert said.startswith("📎 Đã nhận 5 tệp, minh chứng của #4.")
    assert "Minh chứng" not in await stage.say(HOA, "#2")


@telegram
async def test_an_album_without_a_task_is_asked_about_once(stage: Stage, cast: Cast):
    asked = await stage.say(HOA, Photo(album="7"))
    assert "Tệp thuộc nhiệm vụ nào?" in asked
    assert await stage.say(HOA, Photo(album="7")) == ""

    said = await stage.say(HOA, f"[{SHORT_2}]")

    assert said.startswith("📎 Đã nhận “")
    assert "📎 Minh chứng (2): " in await stage.say(HOA, "#2")
    refused = await stage.say(HOA, Photo("#5", album="9"))
    assert refused.startswith("#5 do Công an xã chủ trì")
    assert await stage.say(HOA, Photo(album="9")) == ""


async def test_a_document_s_number_in_a_report_is_evidence(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "#1 xong, sản phẩm là Kế hoạch số 45/KH-UBND ngày 05/12/2025",
            "✅ Ghi nhận: #1 hoàn thành ngày 17/12/2025, đúng hạn. (17/12, 08:00)\n"
            "Chờ Cơ quan Thường trực xác nhận.\n"
            "📎 Minh chứng của #1: Kế hoạch số 45/KH-UBND ngày 05/12/2025\n"
            "[Đính kèm] [Báo nhầm, hủy]",
        ),
        (
            "báo cáo số 7-BC/ĐU ngày 3/9",
            "📎 Minh chứng của #1: báo cáo số 7-BC/ĐU ngày 3/9\n[Nhầm nhiệm vụ]",
        ),
    )
    line = "📎 Minh chứng (2): Kế hoạch số 45/KH-UBND ngày 05/12/2025; báo cáo số 7-BC/ĐU ngày 3/9"
    for who in (HOA, BINH):
        assert f"\n{line}\n" in await stage.say(who, "#1")
    await stage.say(THU, "/xacnhan")
    assert f"\n{line}\n" in await stage.say(THU, "[#1]")


async def test_a_document_put_to_the_wrong_task_is_put_to_another(stage: Stage, cast: Cast):
    """ "Nhầm, của việc 2" took the report of #2 back, and the document stayed with #1."""
    await stage.say(HOA, "#2 xong")
    await stage.say(HOA, "#1 được 60%")
    document = "số 46/BC-VHXH ngày 10/12/2025"
    first = f"📎 Minh chứng của #1: {document}\n[Nhầm nhiệm vụ]"
    moved = f"📎 Minh chứng của #2: {document}\n[Nhầm nhiệm vụ]"
    name = f"Nếu là của nhiệm vụ khác, đề nghị ghi, ví dụ “việc 18: {document}”."

    await stage.hold(HOA, (document, first), ("nhầm, của việc 2", moved))

    assert "Minh chứng" not in await stage.say(HOA, "#1")
    two = await stage.say(HOA, "#2")
    assert f"📎 Minh chứng (1): {document}\n" in two
    assert "đã hoàn thành" in two
    await stage.hold(
        HOA,
        ("[Nhầm nhiệm vụ]", f"Đã gỡ “{document}” khỏi #2.\n{name}"),
        (f"việc 3: {document}", f"📎 Minh chứng của #3: {document}\n[Nhầm nhiệm vụ]"),
    )
    assert (await stage.say(HOA, "nhầm, của việc 5")).startswith("#5 do Công an xã chủ trì.")
    assert f"📎 Minh chứng (1): {document}\n" in await stage.say(HOA, "#3")
    assert "Minh chứng" not in await stage.say(HOA, "#2")


@telegram
async def test_the_standing_office_sees_the_files_before_it_confirms(stage: Stage, cast: Cast):
    await stage.say(HOA, Photo("#4 xong"))
    await stage.say(THU, "/xacnhan")

    card = await stage.say(THU, "[#4]")
    assert card.endswith("[Xác nhận] [Trả lại]\n[Tệp (1)]")
    await stage.say(THU, "[Tệp (1)]")
    assert stage.files(THU) == [b"jpeg"]


@telegram
async def test_nobody_of_another_agency_or_committee_gets_a_file(stage: Stage, cast: Cast):
    await stage.say(HOA, Document("a.pdf", PDF, "#1"))
    refused = "#1 do Phòng Văn hóa - Xã hội chủ trì; cơ quan đồng chí không tham gia nhiệm vụ này."
    await stage.say(SON, "/viec")
    await stage.hold(SON, (Forged(f"files:{cast.tasks[1].id}"), refused))
    await stage.say(SON, "/viec")
    for data in ("files:99999", "files:x", "prove:1:1", "off:1", "attach:99999"):
        assert (await stage.say(SON, Forged(data))).startswith("Nội dung này đã được xử lý"), data
    await stage.say(HOA, "/viec")
    said = await stage.say(HOA, Forged(f"files:{cast.elsewhere.id}"))
    assert said.startswith("Nội dung này đã được xử lý")

    assert stage.files(SON) == []
    assert stage.files(HOA) == []


@telegram
async def test_another_agency_s_task_takes_no_files(stage: Stage, cast: Cast):
    await stage.hold(
        SON,
        (
            Document("a.pdf", PDF, "#1"),
            "#1 do Phòng Văn hóa - Xã hội chủ trì. Đồng chí chỉ báo cáo được nhiệm vụ của "
            "Công an xã.",
        ),
    )
    assert "Minh chứng" not in await stage.say(HOA, "#1")


@telegram
async def test_a_reply_to_one_task_of_a_list_asks_which(stage: Stage, cast: Cast):
    await stage.say(DUNG, "/viec")

    said = await stage.say(DUNG, Document("a.pdf", PDF))

    assert "Tệp thuộc nhiệm vụ nào?" in said
    assert await stage.say(DUNG, Reply("#3", "Tệp thuộc")) != ""
    assert "📎 Minh chứng (1): a.pdf" in await stage.say(DUNG, "#3")


async def test_a_document_instead_of_an_answer_leaves_the_question_open(stage: Stage, cast: Cast):
    question = "#2 đã hoàn thành hay đang thực hiện?\n[Hoàn thành] [Đang thực hiện]"
    asked = await stage.say(HOA, "#2 1/12")
    assert asked.startswith("#2 đã hoàn thành hay đang thực hiện?")
    document = "Kế hoạch số 45/KH-UBND ngày 05/12/2025"
    again = f"📎 Minh chứng của #2: {document}\n{question}\n[Nhầm nhiệm vụ]"
    await stage.hold(HOA, (document, again))
    assert (await stage.say(HOA, "[Hoàn thành]")).startswith("✅ Ghi nhận: #2 hoàn thành")
