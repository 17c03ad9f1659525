"""Markings of secrecy as a scan leaves them, and words that only look like one."""

import pytest

from plans.files.document import Document, Paragraph, Place
from plans.files.errors import SecretError
from plans.files.secrecy import refuse_secret


def scan(*lines: str) -> Document:
    return Document(
        tuple(Paragraph(line, Place(at, 1)) for at, line in enumerate(lines, 1)), scanned=True
    )


@pytest.mark.parametrize(
    ("read", "marking"),
    [
        ("MẶT", "MẬT"),
        ("MÂT ]", "MẬT"),
        ("M Ậ T", "MẬT"),
        ("T6I MAT", "TỐI MẬT"),
        ("TÓI MẠT", "TỐI MẬT"),
        ("TUYẸT MẶT", "TUYỆT MẬT"),
        ("TÓI MẠT Vinh Lai, ngay 01 thang 9", "TỐI MẬT"),
    ],
)
def test_a_damaged_marking_is_one(read: str, marking: str):
    with pytest.raises(SecretError) as refusal:
        refuse_secret(scan("ỦY BAN NHÂN DÂN XÃ", read, "KẾ HOẠCH", "Chuyển đổi số"))

    assert refusal.value.marking == marking


def test_a_text_that_was_scanned_is_looked_at_so_too():
    body = "Cac co quan cua xa va cac thon trien khai cac nhiem vu cua ke hoach\n" * 30
    lines = ["UY BAN NHAN DAN XA", "MẠT", "KE HOACH", *body.splitlines()]
    document = Document(tuple(Paragraph(line, Place(at)) for at, line in enumerate(lines, 1)))

    with pytest.raises(SecretError):
        refuse_secret(document)


@pytest.mark.parametrize(
    "read",
    [
        "ỦY BAN MẶT TRẬN TỔ QUỐC",
        "MẶT TRẬN TỔ QUỐC VIỆT NAM",
        "BAN CƠ YẾU BẢO MẠT",
        "Mặt",
        "Bề mặt",
        "TĂNG CƯỜNG BẢO VỆ BÍ MẠT NHÀ NƯỚC",
    ],
)
def test_what_looks_like_one_in_a_scan_is_none(read: str):
    refuse_secret(scan("ỦY BAN NHÂN DÂN XÃ", read, "KẾ HOẠCH", "Chuyển đổi số"))


def test_a_clean_document_keeps_to_the_exact_word():
    lines = ("ỦY BAN NHÂN DÂN XÃ", "MẶT", "KẾ HOẠCH")
    refuse_secret(Document(tuple(Paragraph(line, Place(at)) for at, line in enumerate(lines, 1))))
