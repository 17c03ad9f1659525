"""Files in chat: the plan of a secretary is read, what an officer sends is kept as proof."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from db.enums import FilePurpose, FileState, PlanState
from db.models import (
    Chat,
    Evidence,
    InboxUpdate,
    OutboxMessage,
    Plan,
    SentFile,
    StatusUpdate,
    Task,
)
from tests.dialogues.cast import BINH, HOA, LAN, THU, Cast
from tests.dialogues.stage import Document, Photo, Stage
from tests.files.hostile_pictures import secret_scan
from tests.files.make_docx import rows_docx, vinh_lai_docx
from tests.files.make_package import packed, repacked
from tests.files.make_scan import page, saved

telegram = pytest.mark.parametrize("channel", ["telegram"])
"""What only a channel that hands over files can do."""

ELSEWHERE = (
    "Kênh này không nhận tệp. Đề nghị gửi qua Telegram hoặc trang trò chuyện; kế hoạch còn nhập "
    "được bằng lệnh: dondoc import TỆP"
)
UNDO = "[Báo nhầm, hủy]"


async def rows(stage: Stage, model: Any) -> list[Any]:
    async with stage.program.database.read() as session:
        return list(await session.scalars(select(model).order_by(model.id)))


async def content(stage: Stage, file: SentFile) -> bytes | None:
    async with stage.program.database.read() as session:
        return await session.scalar(select(SentFile.content).where(SentFile.id == file.id))


@telegram
async def test_a_secretary_sends_a_plan_and_it_becomes_a_draft(stage: Stage, cast: Cast):
    plan = vinh_lai_docx()

    said = await stage.say(THU, Document("ke-hoach.docx", plan))
    assert said.startswith("Đang đọc “ke-hoach.docx” … Kết quả sẽ gửi tại đây.\nDự thảo kế hoạch:")
    assert "71 nhiệm vụ, 7 cơ quan chủ trì" in said
    assert "[Đưa vào theo dõi]" in said
    await stage.hold(
        THU,
        (
            Document("ke-hoach (2).docx", plan),
            "Đang đọc “ke-hoach (2).docx” … Kết quả sẽ gửi tại đây.\n"
            "“ke-hoach (2).docx” đã được đọc trước đây; không có gì thay đổi. "
            "Gõ /kehoach để xem.",
        ),
    )

    draft = (await rows(stage, Plan))[-1]
    (file,) = await rows(stage, SentFile)
    assert (draft.committee_id, draft.state) == (cast.vinh_lai.id, PlanState.DRAFT)
    assert (file.purpose, file.state, file.plan_id) == (
        FilePurpose.PLAN,
        FileState.KEPT,
        draft.id,
    )
    assert await content(stage, file) == plan
    assert len([t for t in await rows(stage, Task) if t.plan_id == draft.id]) == 71


@telegram
async def test_what_an_officer_sends_is_kept_as_proof(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            Document("bao-cao.pdf", b"%PDF-1.7 ..."),
            "📎 Đã nhận “bao-cao.pdf”. Tệp thuộc nhiệm vụ nào? Đề nghị chọn hoặc ghi số nhiệm "
            "vụ.\n[#3 Xây dựng kế hoạch đào tạo kỹ năng số]\n"
            "[#1 Tổ chức tuyên truyền về Nghị quyết số…]\n"
            "[#2 Nghiên cứu đề xuất ban hành quy tắc ứng…]\n[#4 Duy trì các nhóm Zalo cộng đồng]",
        ),
        (
            Photo("#1 được 60%"),
            "✅ Ghi nhận: #1 đạt 60%. (17/12, 08:00)\n"
            "📎 Đã nhận “bao-cao.pdf”, minh chứng của #1.\n"
            f"📎 Đã nhận “20251217-080000.jpg”, minh chứng của #1.\n{UNDO}",
        ),
    )

    report, photo = await rows(stage, SentFile)
    assert (report.name, report.person_id, report.words) == (
        "bao-cao.pdf",
        cast.people[HOA].id,
        "",
    )
    assert [file.purpose for file in (report, photo)] == [FilePurpose.EVIDENCE] * 2
    assert await content(stage, report) == b"%PDF-1.7 ..."
    assert photo.words == "#1 được 60%"
    (said,) = await rows(stage, StatusUpdate)
    assert said.percent == 60


@telegram
async def test_a_secretary_s_file_that_names_a_task_is_proof(stage: Stage, cast: Cast):
    await stage.say(THU, Document("cong-van.docx", rows_docx(1), "Công an xã gửi, #5"))

    (file,) = await rows(stage, SentFile)
    assert (file.purpose, file.state) == (FilePurpose.EVIDENCE, FileState.KEPT)


@telegram
async def test_a_member_s_file_is_no_plan_and_a_stranger_s_is_nothing(stage: Stage, cast: Cast):
    await stage.say(BINH, Document("ke-hoach.docx", rows_docx(3)))
    await stage.say(LAN, Document("ke-hoach.docx", rows_docx(3)))

    (file,) = await rows(stage, SentFile)
    assert (file.purpose, file.person_id) == (FilePurpose.EVIDENCE, cast.people[BINH].id)


async def plans_and_files(stage: Stage) -> tuple[int, int]:
    async with stage.program.database.read() as session:
        plans = await session.scalar(select(func.count()).select_from(Plan))
        files = await session.scalar(select(func.count()).select_from(SentFile))
        return plans or 0, files or 0


@telegram
@pytest.mark.parametrize(
    ("name", "data", "answer"),
    [
        pytest.param(
            "a.docx",
            b"",
            "Tệp không có nội dung chữ; chưa lưu gì. Đề nghị mở tệp kiểm tra rồi gửi lại.",
            id="empty",
        ),
        pytest.param(
            "a.pdf",
            rows_docx(1),
            "Tệp có tên .pdf nhưng thực ra là .docx; chưa lưu gì. Đề nghị đổi đuôi tên tệp "
            "thành .docx rồi gửi lại.",
            id="not-what-its-name-says",
        ),
        pytest.param(
            "a.docx",
            repacked(rows_docx(1), {"word/vbaProject.bin": b"x"}),
            "Tệp có chứa macro nên không được mở, chưa lưu gì. Đề nghị lưu lại thành .docx hoặc "
            ".xlsx không có macro.",
            id="macros",
        ),
        pytest.param(
            "a.docx",
            packed({"word/document.xml": b"", "[Content_Types].xml": b" " * 150_000_000}),
            "Tệp khi mở ra sẽ lớn vượt xa một kế hoạch nên không được mở; chưa lưu gì. Đề nghị lưu "
            "lại kế hoạch, bỏ hình ảnh, rồi gửi lại.",
            id="bomb",
        ),
        pytest.param(
            "mat.docx",
            vinh_lai_docx(marking="TỐI MẬT"),
            "Văn bản có dấu TỐI MẬT. Tài liệu mật không được đưa lên máy nối mạng: không lưu lại "
            "nội dung nào. Đề nghị xóa cả ở đây.",
            id="secret",
        ),
        pytest.param(
            "a.txt",
            "Kính gửi đồng chí, mời họp.".encode(),
            "Không tìm thấy nhiệm vụ nào trong tệp; chưa lưu gì. Đề nghị gửi kế hoạch có phụ lục "
            "giao nhiệm vụ.",
            id="no-task",
        ),
    ],
)
async def test_a_bad_file_gets_one_sentence_and_leaves_nothing(
    stage: Stage, cast: Cast, name: str, data: bytes, answer: str
):
    before = await plans_and_files(stage)
    shown = "…" if "Tài liệu mật" in answer else name  # its name is erased too, even unsent

    await stage.hold(
        THU,
        (
            Document(name, data),
            f"Đang đọc “{shown}” … Kết quả sẽ gửi tại đây.\n{answer}",
        ),
    )

    assert await plans_and_files(stage) == before
    assert not list(stage.program.desk.folder.iterdir())


@telegram
@pytest.mark.parametrize(
    ("name", "answer"),
    [
        (
            "ke-hoach.zip",
            "Không mở tệp nén; chưa lưu gì. Đề nghị giải nén rồi gửi chính tệp kế hoạch (.docx, "
            ".xlsx, .pdf, .png, .jpg, .txt).",
        ),
        (
            "IMG_1.HEIC",
            "Chưa đọc được ảnh .heic; chưa lưu gì. Đề nghị gửi ở dạng ảnh (không gửi ở dạng tệp), "
            "hoặc lưu thành .jpg rồi gửi lại.",
        ),
        (
            "ke-hoach.odt",
            "Chưa đọc được tệp .odt; chưa lưu gì. Đề nghị mở tệp, lưu thành .docx, .xlsx hoặc .pdf "
            "rồi gửi lại.",
        ),
    ],
)
async def test_a_kind_that_is_not_read_is_refused_in_one_message(
    stage: Stage, cast: Cast, name: str, answer: str
):
    before = await plans_and_files(stage)

    await stage.hold(THU, (Document(name, b"PK\x03\x04 x"), answer))

    assert await plans_and_files(stage) == before


MARKED = (
    "Văn bản có dấu TỐI MẬT. Tài liệu mật không được đưa lên máy nối mạng: không lưu lại nội dung "
    "nào. Đề nghị xóa cả ở đây."
)


@telegram
@pytest.mark.parametrize(
    ("chat", "name", "data"),
    [
        pytest.param(THU, "ban-sao-ke-hoach.docx", vinh_lai_docx(marking="TỐI MẬT"), id="plan"),
        pytest.param(HOA, "ban-sao-ke-hoach.docx", vinh_lai_docx(marking="TỐI MẬT"), id="proof"),
        pytest.param(HOA, "cong-van.txt", "TỐI MẬT\nV/v bảo vệ mục tiêu".encode(), id="text"),
        pytest.param(
            HOA,
            "anh.png",
            secret_scan("TỐI MẬT"),
            id="picture",
            marks=pytest.mark.needs("tesseract"),
        ),
    ],
)
async def test_of_a_marked_paper_nothing_is_kept(
    stage: Stage, cast: Cast, chat: int, name: str, data: bytes
):
    before = await plans_and_files(stage)

    said = await stage.say(chat, Document(name, data, "phương án bảo vệ kho"))

    assert said.endswith(MARKED)
    assert await plans_and_files(stage) == before
    assert not list(stage.program.desk.folder.iterdir())
    async with stage.program.database.read() as session:
        for stored in (InboxUpdate.payload, OutboxMessage.body, Evidence.file_id, Chat.dialogue):
            kept = str((await session.scalars(select(stored))).all())
            assert name not in kept
            assert "phương án" not in kept


@telegram
async def test_a_file_over_20_mb_is_not_even_fetched(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            Document("a.pdf", b"%PDF-" + b"0" * (20 * 1024 * 1024)),
            "Tệp lớn hơn 20 MB; chưa lưu gì. Một kế hoạch nhỏ hơn nhiều: đề nghị bỏ bớt hình ảnh "
            "hoặc chỉ gửi các phụ lục.",
        ),
    )

    assert await plans_and_files(stage) == (2, 0)


@pytest.mark.parametrize("channel", ["plain"])
async def test_a_channel_that_hands_over_no_files_says_where_to_send_them(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (Photo(), ELSEWHERE),
        (
            Photo("#1 được 60%"),
            f"✅ Ghi nhận: #1 đạt 60%. (17/12, 08:00)\n{ELSEWHERE}\n{UNDO}",
        ),
    )

    assert await plans_and_files(stage) == (2, 0)


@telegram
@pytest.mark.needs("tesseract")
async def test_a_scan_says_how_many_pages_it_has_and_how_long_they_take(stage: Stage, cast: Cast):
    head = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
    pages = [
        page(
            ["PHỤ LỤC I", "NHIỆM VỤ NĂM 2025"] if number == 1 else [],
            [head, [str(number), "Xây dựng kế hoạch", "Phòng Kinh tế", "12/2025"]],
        )
        for number in range(1, 5)
    ]

    said = await stage.say(THU, Document("ban-quet.pdf", saved("PDF", *pages)))

    assert said.startswith(
        "Đang đọc “ban-quet.pdf” … Kết quả sẽ gửi tại đây.\n"
        "“ban-quet.pdf” là bản quét (4 trang), đọc mất khoảng 1 phút.\n"
        "Dự thảo kế hoạch: ban-quet.pdf"
    )
    assert "4 nhiệm vụ" in said


FIRST_PAGE = (
    "Đã nhận trang 1 của kế hoạch. Đề nghị gửi tiếp các trang sau theo thứ tự; tất cả được đọc "
    "chung, một phút sau trang cuối.\n[Đọc ngay]"
)
HEADS = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời hạn"]
PAGES = [
    saved("PNG", page(["PHỤ LỤC"], [HEADS, ["1", "Rà soát hạ tầng số", "Công an xã", "12/2026"]])),
    saved("PNG", page([], [HEADS, ["2", "Tuyên truyền", "Phòng Kinh tế", "Hằng năm"]])),
]


@pytest.mark.needs("tesseract")
@telegram
async def test_pictures_sent_one_after_another_are_the_pages_of_one_plan(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (Document("1.png", PAGES[0]), FIRST_PAGE),
        (Document("2.png", PAGES[1]), ""),
    )
    stage.clock.at += timedelta(seconds=30)
    await stage.program.take_in_all()
    assert [file.state for file in await rows(stage, SentFile)] == [FileState.WAITING] * 2

    stage.clock.at += timedelta(seconds=30)
    await stage.program.take_in_all()

    draft = (await rows(stage, Plan))[-1]
    tasks = [task for task in await rows(stage, Task) if task.plan_id == draft.id]
    assert [(task.content, task.page) for task in tasks] == [
        ("Rà soát hạ tầng số", 1),
        ("Tuyên truyền", 2),
    ]
    kept = await rows(stage, SentFile)
    assert [(file.state, file.plan_id) for file in kept] == [(FileState.KEPT, draft.id)] * 2
    assert [await content(stage, file) for file in kept] == PAGES


@pytest.mark.needs("tesseract")
@telegram
async def test_the_wait_for_further_pages_ends_with_a_press(stage: Stage, cast: Cast):
    await stage.hold(THU, (Document("1.png", PAGES[0]), FIRST_PAGE))
    stage.clock.at += timedelta(seconds=20)
    await stage.hold(
        THU, (Document("2.png", PAGES[1]), "Đã nhận trang 2 của kế hoạch.\n[Đọc ngay]")
    )

    said = await stage.say(THU, "[Đọc ngay]")

    assert said.startswith("Đang đọc 2 trang … Kết quả sẽ gửi tại đây.\nDự thảo kế hoạch:")
    assert "2 nhiệm vụ" in said
    assert len(await rows(stage, SentFile)) == 2


@pytest.mark.needs("tesseract")
@telegram
async def test_a_marked_page_among_others_erases_them_all(stage: Stage, cast: Cast):
    before = await plans_and_files(stage)
    await stage.hold(
        THU,
        (Document("1.png", PAGES[0]), FIRST_PAGE),
        (Document("2.png", secret_scan("MẬT")), ""),
    )

    said = await stage.say(THU, "[Đọc ngay]")

    assert "MẬT" in said
    assert await plans_and_files(stage) == before
