import io
import zipfile

import pytest

from plans.files import packages
from plans.files.errors import (
    DamagedError,
    EncryptedError,
    MacrosError,
    NotAsNamedError,
    OldOfficeFileError,
    SecretError,
    TooManyRowsError,
    UnknownKindError,
    UnpackedTooLargeError,
)
from plans.files.kinds import ENCRYPTED, OLE
from plans.files.limits import MOST_LINES
from plans.files.read import read_bytes, read_document
from plans.source import LARGEST_FILE, PlanEmptyError, PlanNotTextError, PlanTooLargeError
from tests.files.make_docx import rows_docx, vinh_lai_docx
from tests.files.make_package import packed, repacked
from tests.files.make_xlsx import table_xlsx


def changed(data: bytes, old: str, new: str) -> bytes:
    """A document with a little of its text replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
    return repacked(data, {"word/document.xml": document.replace(old, new, 1).encode()})


SMALL = rows_docx(1)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        pytest.param("a.docx", b"", PlanEmptyError, id="empty"),
        pytest.param("a.txt", b" \n", PlanEmptyError, id="blank"),
        pytest.param("a.odt", b"PK\x03\x04", UnknownKindError, id="unknown-kind"),
        pytest.param("a", b"text", UnknownKindError, id="no-ending"),
        pytest.param("a.jpg", b"\0\0\0\x18ftypheic", UnknownKindError, id="heic-as-jpg"),
        pytest.param("a.docx", b"{\\rtf1", UnknownKindError, id="rtf-as-docx"),
        pytest.param("a.docx", packed({"a": b""}), UnknownKindError, id="zip-as-docx"),
        pytest.param("a.docx", b"%PDF-1.7 ...", NotAsNamedError, id="pdf-as-docx"),
        pytest.param("a.pdf", SMALL, NotAsNamedError, id="docx-as-pdf"),
        pytest.param("a.xlsx", SMALL, NotAsNamedError, id="docx-as-xlsx"),
        pytest.param("a.txt", SMALL, NotAsNamedError, id="docx-as-txt"),
        pytest.param("a.docx", b"some text", NotAsNamedError, id="text-as-docx"),
        pytest.param("a.png", b"\xff\xd8\xff\xe0", NotAsNamedError, id="jpg-as-png"),
        pytest.param("a.txt", b"\xff\xfeK\x00", PlanNotTextError, id="not-utf-8"),
        pytest.param("a.docx", OLE + ENCRYPTED, EncryptedError, id="password"),
        pytest.param("a.doc", OLE + b"Word.Document.8", OldOfficeFileError, id="old-word"),
        pytest.param("a.docx", OLE + b"Word.Document.8", OldOfficeFileError, id="old-word-renamed"),
        pytest.param("a.docm", SMALL, MacrosError, id="named-with-macros"),
        pytest.param(
            "a.docx",
            repacked(SMALL, {"word/vbaProject.bin": b"x"}),
            MacrosError,
            id="macros-inside",
        ),
        pytest.param("a.docx", SMALL[:-200], DamagedError, id="breaks-off"),
        pytest.param(
            "a.docx",
            repacked(SMALL, {"word/document.xml": b"<w:document"}),
            DamagedError,
            id="broken-xml",
        ),
        pytest.param(
            "a.docx",
            changed(SMALL, "<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
            DamagedError,
            id="document-type",
        ),
        pytest.param("a.docx", packed({"word/a": b""}), DamagedError, id="no-document-inside"),
        pytest.param("a.docx", rows_docx(6_000), TooManyRowsError, id="too-many-rows"),
        pytest.param("a.txt", b"a\n" * (MOST_LINES + 1), TooManyRowsError, id="too-many-lines"),
        pytest.param("a.pdf", b"%" * (LARGEST_FILE + 1), PlanTooLargeError, id="too-large"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_with_its_reason(name, data, error):
    with pytest.raises(error) as refusal:
        read_bytes(data, name)

    assert type(refusal.value) is error


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    large = tmp_path / "plan.docx"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    with pytest.raises(PlanTooLargeError):
        read_document(large)


@pytest.mark.parametrize("part", ["word/media/image1.png", "word/document.xml"])
def test_what_would_be_huge_once_unpacked_is_not_unpacked(monkeypatch, part):
    monkeypatch.setattr(packages, "MOST_UNPACKED", 2_000_000)
    monkeypatch.setattr(packages, "MOST_XML", 1_000_000)
    size = 3_000_000 if part.endswith("png") else 1_500_000
    bomb = repacked(SMALL, {part: b" " * size})

    assert len(bomb) < 100_000
    with pytest.raises(UnpackedTooLargeError):
        read_bytes(bomb, "plan.docx")


@pytest.mark.parametrize(
    ("printed", "marking"),
    [
        ("MẬT", "MẬT"),
        ("Mật", "MẬT"),
        ("[ TỐI MẬT ]", "TỐI MẬT"),
        ("Độ mật: TUYỆT MẬT", "TUYỆT MẬT"),
        ("MẬT   Vĩnh Lại, ngày 01 tháng 9 năm 2025", "MẬT"),
        ("Số: 12/KH-UBND   TỐI MẬT", "TỐI MẬT"),
    ],
)
def test_a_marked_document_is_refused(printed, marking):
    text = f"ỦY BAN NHÂN DÂN XÃ\n{printed}\nKẾ HOẠCH\nchuyển đổi số\n"

    for name, data in (
        ("plan.txt", text.encode()),
        ("plan.docx", vinh_lai_docx(marking=printed)),
    ):
        with pytest.raises(SecretError) as refusal:
            read_bytes(data, name)
        assert refusal.value.marking == marking


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\nBảo vệ bí mật nhà nước\n",
        "KẾ HOẠCH\nTĂNG CƯỜNG CÔNG TÁC BẢO\nMẬT NHÀ NƯỚC\n",
        "KẾ HOẠCH\nTĂNG CƯỜNG BẢO VỆ BÍ\nMẬT\n",
        "BAN CƠ YẾU BẢO MẬT\nKẾ HOẠCH\n",
        "KẾ HOẠCH\nvề tài liệu MẬT của xã\n",
        "KẾ HOẠCH\n- Bảo đảm an toàn, bảo\nmật...\n",
        "KẾ HOẠCH\nchuyển đổi số\n" + "Nội dung\n" * 60 + "MẬT\n",
    ],
)
def test_the_word_in_a_sentence_marks_nothing(text):
    assert read_bytes(text.encode(), "plan.txt").text == text


def test_a_marking_in_a_page_header_is_seen():
    header = (
        '<w:hdr xmlns:w="urn:w"><w:p><w:r><w:t>TỐI </w:t></w:r>'
        "<w:r><w:t>MẬT</w:t></w:r></w:p></w:hdr>"
    ).encode()

    with pytest.raises(SecretError):
        read_bytes(repacked(SMALL, {"word/header1.xml": header}), "plan.docx")


def sheet(rows: str) -> bytes:
    """A workbook whose only sheet has these rows after its own."""
    book = table_xlsx([["TT"]])
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        xml = archive.read(name).decode()
    return repacked(book, {name: xml.replace("</sheetData>", f"{rows}</sheetData>").encode()})


def body(xml: str) -> bytes:
    """A document with this before its table."""
    return changed(SMALL, "<w:tbl>", f"{xml}<w:tbl>")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.docx", body(f"<w:p>{'<w:r/>' * 200_000}</w:p>"), id="runs"),
        pytest.param(
            "a.docx", body(f"<w:p><w:r><w:t>{'a' * 200_000}</w:t></w:r></w:p>"), id="letters"
        ),
        pytest.param("a.txt", b"a" * 200_000, id="text"),
    ],
)
def test_one_endless_paragraph_is_refused(name, data):
    with pytest.raises(UnpackedTooLargeError):
        read_bytes(data, name)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            "".join(f'<row r="{n}"><c r="A{n}"/><c r="XFD{n}"/></row>' for n in range(2, 20_000)),
            id="formats-to-the-last-column",
        ),
        pytest.param('<row r="1048576"><c r="A1048576"/></row>', id="a-format-in-the-last-row"),
    ],
)
def test_cells_with_a_format_alone_cost_nothing(rows):
    assert read_bytes(sheet(rows), "plan.xlsx").text == "TT\n"


def test_a_text_document_is_its_text():
    text = "KẾ HOẠCH\n\n\nchuyển  đổi số \n"

    document = read_bytes(text.encode(), "plan.txt")

    assert document.text == "KẾ HOẠCH\n\n\nchuyển đổi số\n"
    assert [place.line for place in document.places.values()] == [1, 4]
