"""Files that are not taken: one sentence that names the file, and nothing of it left anywhere."""

from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Chat, Evidence, InboxUpdate, OutboxMessage
from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.stage import Document, Stage
from tests.dialogues.test_files import plans_and_files, telegram
from tests.files.hostile_pictures import secret_scan
from tests.files.make_docx import rows_docx, table_docx, vinh_lai_docx
from tests.files.make_package import packed, repacked

COLUMNS_LOST = """PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
TT
1
2
Nội dung công việc
Chủ trì
Thời gian
Kiện toàn Hội đồng Ban Chỉ huy
nghĩa vụ quân sự xã Quân sự xã
Trước
ngày
05/10/2025
"""
"""A table as a PDF's text has it, its columns in blocks one after another."""


def named(name: str, why: str) -> str:
    """A refusal as it is said of this file; a marked paper's names none."""
    return why if "Tài liệu mật" in why else f"“{name}”: {why[:1].lower()}{why[1:]}"


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
        pytest.param(
            "a.txt",
            COLUMNS_LOST.encode(),
            "Bảng nhiệm vụ gửi đến chỉ còn chữ, các cột đã lẫn vào nhau nên không tách được nhiệm "
            "vụ nào; chưa lưu gì. Đề nghị gửi chính tệp Word hoặc Excel của kế hoạch, hoặc tệp PDF "
            "xuất từ đó.",
            id="columns-lost",
        ),
        pytest.param(
            "a.docx",
            table_docx(
                ("Diễn giải", "Ai", "Khi nào"),
                ("Khảo sát, lập danh sách hộ nuôi trồng thủy sản", "Phòng Kinh tế", "Quý II/2026"),
                ("Tuyên truyền phòng bệnh mùa mưa lũ cho dân", "Trạm Y tế xã", "15/9/2026"),
            ),
            "Các bảng trong tệp không ghi cột nào là nhiệm vụ, cơ quan chủ trì, thời hạn; chưa lưu "
            "gì. Đề nghị ghi tên cột “Nhiệm vụ”, “Cơ quan chủ trì”, “Thời hạn” ở đầu bảng rồi gửi "
            "lại.",
            id="columns-unknown",
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
            f"Đang đọc “{shown}” … Kết quả sẽ gửi tại đây.\n{named(name, answer)}",
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

    await stage.hold(THU, (Document(name, b"PK\x03\x04 x"), named(name, answer)))

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
    if stage.program.database.url.get_backend_name() == "sqlite":
        database = Path(str(stage.program.database.url.database))
        for file in database.parent.glob(f"{database.name}*"):  # its journal too
            assert name.encode() not in file.read_bytes(), file.name


@telegram
async def test_a_file_under_which_a_marking_is_written_is_not_even_fetched(
    stage: Stage, cast: Cast
):
    before = await plans_and_files(stage)

    said = await stage.say(THU, Document("trang-1.docx", vinh_lai_docx(), "TỐI MẬT\ntrang 1"))

    assert said.endswith(MARKED)
    assert await plans_and_files(stage) == before
    bare = vinh_lai_docx(marking="không có dấu")
    assert "nhiệm vụ" in await stage.say(THU, Document("2.docx", bare, "kế hoạch bảo mật dữ liệu"))


@telegram
async def test_a_file_over_20_mb_is_not_even_fetched(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            Document("a.pdf", b"%PDF-" + b"0" * (20 * 1024 * 1024)),
            "“a.pdf”: tệp lớn hơn 20 MB; chưa lưu gì. Một kế hoạch nhỏ hơn nhiều: đề nghị bỏ bớt "
            "hình ảnh "
            "hoặc chỉ gửi các phụ lục.",
        ),
    )

    assert await plans_and_files(stage) == (2, 0)


@telegram
async def test_a_member_s_file_is_not_kept_and_its_words_are_answered(stage: Stage, cast: Cast):
    said, buttons = (await stage.say(BINH, "việc quá hạn")).rsplit("\n", 1)
    await stage.hold(
        BINH,
        (
            Document("ke-hoach.docx", rows_docx(1), "việc quá hạn"),
            f"{said}\n"
            "Không nhận “ke-hoach.docx”, chưa lưu gì: kế hoạch do Cơ quan Thường trực gửi, minh "
            f"chứng do cơ quan chủ trì gửi.\n{buttons}",
        ),
    )

    assert await plans_and_files(stage) == (2, 0)


async def test_a_plan_pasted_into_the_chat_is_no_report_and_its_file_is_asked_for(
    stage: Stage, cast: Cast
):
    answer = (
        "Nội dung này giống văn bản kế hoạch: dán vào đây thì các cột của bảng lẫn vào nhau nên "
        "chưa lưu gì. Đề nghị Cơ quan Thường trực gửi chính tệp Word, Excel hoặc PDF."
    )

    await stage.hold(THU, (f"{COLUMNS_LOST}\nHủy lệnh gọi đã phát", answer))
    await stage.hold(HOA, (f"{COLUMNS_LOST}\n18 đã hoàn thành", answer))
