"""Files that no office would send, each really made, with the reason that they are refused for."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from openpyxl import Workbook

from plans.files.errors import (
    DamagedError,
    EncryptedError,
    MacrosError,
    NotAsNamedError,
    SecretError,
    TooHardError,
    TooManyPagesError,
    TooManyRowsError,
    UnpackedTooLargeError,
)
from plans.files.kinds import ENCRYPTED, OLE
from plans.source import LARGEST_FILE, PlanEmptyError, PlanSourceError, PlanTooLargeError
from tests.files.make_docx import rows_docx, vinh_lai_docx
from tests.files.make_scan import page, saved

MEGABYTE = 1024 * 1024
WORD_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHARED_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BARE = (
    f'<w:document xmlns:w="{NAMESPACE}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body>'
    "</w:document>"
)


@dataclass(frozen=True)
class Hostile:
    """A file, how it is made, and why it is refused; None: it may be read, within the limits."""

    id: str
    name: str
    make: Callable[[], bytes]
    why: tuple[type[PlanSourceError], ...]


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def repacked(data: bytes, change: dict[str, bytes]) -> bytes:
    """A package with some of its parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | change)


# Word and Excel


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


# PDF


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, the first its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        table,
    )
    return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    squeezed = zlib.compress(data, 9)
    return b"<</Length %d /Filter /FlateDecode %s>>\nstream\n%s\nendstream" % (
        len(squeezed),
        more,
        squeezed,
    )


def one_page(
    contents: bytes, resources: bytes = b"", *more: bytes, box: bytes = b"0 0 842 595"
) -> bytes:
    return pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources <<%s>>>>"
        % (box, resources),
        contents,
        *more,
    )


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    return pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, count),
        *[b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 842 595]>>"] * count,
    )


def endless_tree() -> bytes:
    """Pages that hold themselves."""
    return pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 200>>",
    )


def swollen_pdf() -> bytes:
    """A page whose contents are two gigabytes of spaces."""
    squeezer = zlib.compressobj(9)
    pieces = [squeezer.compress(b" " * MEGABYTE) for _ in range(2048)]
    data = b"".join([*pieces, squeezer.flush()])
    return one_page(
        b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream" % (len(data), data)
    )


def crowded_pdf() -> bytes:
    """A page of three million lines."""
    return one_page(stream(b"0 0 m 9 9 l S\n" * 3_000_000))


def own_form_pdf() -> bytes:
    """A drawing that draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources <</XObject <</F 5 0 R>>>>"
    return one_page(stream(b"/F Do"), b"/XObject <</F 5 0 R>>", stream(b"/F Do " * 50, form))


def giant_picture_pdf() -> bytes:
    """A page that shows a picture of 3.6 thousand million dots."""
    side = 60_000
    squeezer = zlib.compressobj(9)
    row = b"\0" * (side // 8)
    data = b"".join([*(squeezer.compress(row * 100) for _ in range(side // 100)), squeezer.flush()])
    picture = (
        b"<</Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
        b" /BitsPerComponent 1 /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream"
        % (side, side, len(data), data)
    )
    return one_page(stream(b"842 0 0 595 0 0 cm /I Do"), b"/XObject <</I 5 0 R>>", picture)


def giant_page_pdf() -> bytes:
    """A page of fourteen thousand inches, which is a picture of itself."""
    data = zlib.compress(b"\0" * 100 * 100)
    picture = (
        b"<</Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream"
        % (len(data), data)
    )
    return one_page(
        stream(b"1000000 0 0 1000000 0 0 cm /I Do"),
        b"/XObject <</I 5 0 R>>",
        picture,
        box=b"0 0 1000000 1000000",
    )


def locked_pdf() -> bytes:
    """A PDF that opens with a password alone."""
    lock = b"<</Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s>>>" % (
        b"ab" * 32,
        b"cd" * 32,
    )
    return pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [] /Count 0>>",
        lock,
        trailer=b"/Encrypt 3 0 R /ID [<%s> <%s>]" % (b"0f" * 16, b"0f" * 16),
    )


# Pictures


def png(width: int, height: int, data: bytes, *, depth: int = 1, colour: int = 0) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def gigapixel_png() -> bytes:
    return png(60_000, 60_000, zlib.compress(b"\xff" * 1000))


def largest_png() -> bytes:
    """Just under the bound, in the colours that take most memory."""
    side, squeezer = 7_700, zlib.compressobj(9)
    row = b"\0" + b"\xff" * (side * 8)
    return png(
        side,
        side,
        b"".join([*(squeezer.compress(row) for _ in range(side)), squeezer.flush()]),
        depth=16,
        colour=6,
    )


def gigapixel_jpg() -> bytes:
    frame = struct.pack(">HBHHB", 11, 8, 65_500, 65_500, 1) + bytes([1, 0x11, 0])
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xd9"


def secret_scan(marking: str) -> bytes:
    return saved(
        "PNG", page(["ỦY BAN NHÂN DÂN XÃ VĨNH LẠI", marking, "KẾ HOẠCH", "Chuyển đổi số"], [])
    )


# Text


def wordy(line: str) -> bytes:
    """As many lines as there may be, each made to be read slowly."""
    return "\n".join(
        ["PHỤ LỤC I", "Nhiệm vụ | Cơ quan chủ trì | Thời hạn", *[line] * 25_000]
    ).encode()


NONE: tuple[type[PlanSourceError], ...] = ()

HOSTILE = (
    Hostile("empty", "a.docx", lambda: b"", (PlanEmptyError,)),
    Hostile("over-20-mb", "a.pdf", lambda: b"%PDF-" + bytes(LARGEST_FILE), (PlanTooLargeError,)),
    Hostile("pdf-as-docx", "a.docx", lambda: many_pages(1), (NotAsNamedError,)),
    Hostile("program-as-pdf", "a.pdf", lambda: b"MZ\x90\0" * 1000, (NotAsNamedError,)),
    Hostile("encrypted-docx", "a.docx", lambda: OLE + bytes(4096) + ENCRYPTED, (EncryptedError,)),
    Hostile("encrypted-xlsx", "a.xlsx", lambda: OLE + bytes(4096) + ENCRYPTED, (EncryptedError,)),
    Hostile("encrypted-pdf", "a.pdf", locked_pdf, (EncryptedError,)),
    Hostile("broken-docx", "a.docx", lambda: vinh_lai_docx()[:-500], (DamagedError,)),
    Hostile("broken-xlsx", "a.xlsx", lambda: rows_xlsx(50)[:-300], (DamagedError, NotAsNamedError)),
    Hostile("broken-pdf", "a.pdf", lambda: b"%PDF-1.7\n" + bytes(5000), (DamagedError,)),
    Hostile("rows-docx", "a.docx", lambda: rows_docx(10_000), (TooManyRowsError,)),
    Hostile("rows-xlsx", "a.xlsx", lambda: rows_xlsx(10_000), (TooManyRowsError,)),
    Hostile("lines-txt", "a.txt", lambda: b"mot dong\n" * 40_000, (TooManyRowsError,)),
    Hostile("swollen-docx", "a.docx", swollen_docx, (UnpackedTooLargeError,)),
    Hostile("lying-docx", "a.docx", lying_docx, (DamagedError,)),
    Hostile("nested-bombs", "a.docx", nested_bomb, (DamagedError, NotAsNamedError)),
    Hostile("laughs", "a.docx", lambda: with_document(laughs()), (DamagedError,)),
    Hostile(
        "laughs-behind-a-comment",
        "a.docx",
        lambda: with_document(laughs(f"<!--{' ' * 100_000}-->")),
        (DamagedError,),
    ),
    Hostile(
        "laughs-in-utf-16",
        "a.docx",
        lambda: with_document(laughs().decode().encode("utf-16")),
        (DamagedError,),
    ),
    Hostile("quadratic-entities", "a.docx", lambda: with_document(quadratic()), (DamagedError,)),
    Hostile("deep-tags", "a.docx", deep_docx, (DamagedError, UnpackedTooLargeError)),
    Hostile(
        "shared-strings",
        "a.xlsx",
        shared_strings_bomb,
        (UnpackedTooLargeError,),
    ),
    Hostile("macros", "a.docx", macro_docx, (MacrosError,)),
    Hostile(
        "macros-inside",
        "a.docx",
        lambda: repacked(rows_docx(1), {"word/vbaProject.bin": b"x"}),
        (MacrosError,),
    ),
    Hostile("macros-named", "a.xlsm", lambda: rows_xlsx(1), (MacrosError,)),
    Hostile("pages-pdf", "a.pdf", lambda: many_pages(5_000), (TooManyPagesError,)),
    Hostile("endless-tree-pdf", "a.pdf", endless_tree, (DamagedError, PlanEmptyError)),
    Hostile("swollen-pdf", "a.pdf", swollen_pdf, (PlanEmptyError, TooHardError, DamagedError)),
    Hostile("crowded-pdf", "a.pdf", crowded_pdf, (PlanEmptyError, TooHardError)),
    Hostile("own-form-pdf", "a.pdf", own_form_pdf, (PlanEmptyError, TooHardError, DamagedError)),
    Hostile("giant-picture-pdf", "a.pdf", giant_picture_pdf, (PlanEmptyError, TooHardError)),
    Hostile("giant-page-pdf", "a.pdf", giant_page_pdf, (PlanEmptyError, TooHardError)),
    Hostile("gigapixel-png", "a.png", gigapixel_png, (UnpackedTooLargeError,)),
    Hostile("gigapixel-jpg", "a.jpg", gigapixel_jpg, (UnpackedTooLargeError,)),
    Hostile("largest-png", "a.png", largest_png, (PlanEmptyError, TooHardError)),
    Hostile("secret-docx", "a.docx", lambda: vinh_lai_docx(marking="TUYỆT MẬT"), (SecretError,)),
    Hostile("secret-scan", "a.png", lambda: secret_scan("MẬT"), (SecretError,)),
    Hostile("slow-words", "a.txt", lambda: wordy("1.1.1.1 a-a-a, b; c " * 30), NONE),
    Hostile("slow-days", "a.txt", lambda: wordy("Trước ngày 31/12/2025, quý III " * 20), NONE),
)
