"""Word and Excel files that no office would send, each really made."""

import io
import struct
import zipfile

from openpyxl import Workbook

from tests.files.make_docx import rows_docx
from tests.files.make_package import packed, repacked

MEGABYTE = 1024 * 1024
WORD_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHARED_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BARE = (
    f'<w:document xmlns:w="{NAMESPACE}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body>'
    "</w:document>"
)


def with_document(xml: bytes) -> bytes:
    return repacked(rows_docx(1), {"word/document.xml": xml})


def swollen_docx() -> bytes:
    """300 MB of spaces in the text's own part."""
    return with_document(b" " * (300 * MEGABYTE))


def lying_docx() -> bytes:
    """300 MB in a part that says it has a thousand bytes."""
    data = bytearray(swollen_docx())
    size = struct.pack("<I", 300 * MEGABYTE)
    at = data.find(size)
    while at >= 0:
        data[at : at + 4] = struct.pack("<I", 1000)
        at = data.find(size, at)
    return bytes(data)


def nested_bomb() -> bytes:
    """Bombs within a bomb, eight deep, named as a document."""
    inner = packed({"word/document.xml": b"0" * (100 * MEGABYTE)})
    for depth in range(8):
        inner = packed({f"word/{at}-{depth}.zip": inner for at in range(4)})
    return inner


def laughs(before: str = "") -> bytes:
    """A document type that defines a billion laughs."""
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    xml = f'<?xml version="1.0"?>{before}<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>{BARE % "&l9;"}'
    return xml.encode()


def quadratic() -> bytes:
    """One long entity, repeated, behind a long comment."""
    start = f'<?xml version="1.0"?><!--{" " * 100_000}-->'
    xml = f'{start}<!DOCTYPE d [<!ENTITY a "{"a" * 200_000}">]>{BARE % ("&a;" * 20_000)}'
    return xml.encode()


def shared_strings_bomb() -> bytes:
    """A workbook whose list of strings has eight million of them."""
    head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    strings = head + b"<si><t/></si>" * (8 * 1000 * 1000) + b"</sst>"
    book = rows_xlsx(1)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_STRINGS}"/></Types>'
    return repacked(
        book,
        {
            "xl/sharedStrings.xml": strings,
            "[Content_Types].xml": types.replace("</Types>", part).encode(),
        },
    )


def rows_xlsx(count: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("PL1")
    sheet.append(["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"])
    for number in range(1, count + 1):
        sheet.append([number, f"Xây dựng kế hoạch {number}", "Phòng Kinh tế", "31/12/2025"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def deep_docx() -> bytes:
    """Tags within tags, half a million deep."""
    depth = 500_000
    return with_document(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"<w:sdt>" * depth}'.encode())


def macro_docx() -> bytes:
    data = rows_docx(1)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    usual = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return repacked(data, {"[Content_Types].xml": types.replace(usual, WORD_MAIN).encode()})
