"""What kind of file lies before us: by its first bytes, held against its name."""

from enum import StrEnum
from pathlib import PurePath

from plans.files.errors import (
    EncryptedError,
    MacrosError,
    NotAsNamedError,
    OldOfficeFileError,
    UnknownKindError,
)


class Kind(StrEnum):
    """The kinds of file that are read."""

    TXT = "txt"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"


ENDINGS = {
    ".txt": Kind.TXT,
    ".docx": Kind.DOCX,
    ".xlsx": Kind.XLSX,
    ".pdf": Kind.PDF,
    ".png": Kind.PNG,
    ".jpg": Kind.JPG,
    ".jpeg": Kind.JPG,
}
WITH_MACROS = frozenset([".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb"])
"""Endings of files made to carry a program; .xlsb may, and cannot be looked into."""
OLD_OFFICE = frozenset([".doc", ".xls"])

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""The container of Office until 2003, and of encrypted files ever since."""
UNREAD = (
    (30, b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (30, b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
    (0, b"{\\rtf", "rtf"),
    (8, b"WEBP", "webp"),
    (4, b"ftyphei", "heic"),
    (4, b"ftypmif1", "heic"),
)
"""What stands where in files of kinds that are not read, and their endings: they come under other
names, an iPhone's photo as .jpg."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PDF_WITHIN = 1024
"""In bytes; what stands before a PDF's mark is passed over by every program that reads it."""


def is_picture(name: str) -> bool:
    """Whether a file of this name is the picture of one page, others of which may follow.

    >>> is_picture("trang 1.JPG"), is_picture("ke-hoach.pdf")
    (True, False)
    """
    return ENDINGS.get(PurePath(name).suffix.lower()) in (Kind.PNG, Kind.JPG)


def is_read(name: str) -> bool:
    """Whether a file of this name is of a kind that is read, if it holds what it says."""
    return PurePath(name).suffix.lower() in ENDINGS


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file by its name, once its bytes agree; raises what speaks against it."""
    ending = PurePath(name).suffix.lower()
    if ending in WITH_MACROS:
        raise MacrosError
    if data.startswith(OLE):
        raise EncryptedError if ENCRYPTED in data else OldOfficeFileError
    if ending in OLD_OFFICE:
        raise OldOfficeFileError
    if ending not in ENDINGS:
        raise UnknownKindError(ending)
    named, found = ENDINGS[ending], look(data)
    if found is not None and found not in ENDINGS.values():
        raise UnknownKindError(f".{found}")
    if found is not named and not (named is Kind.TXT and found is None):
        raise NotAsNamedError(named.value, found)
    return named


def look(data: bytes) -> str | None:
    """What the bytes are; None for nothing that has a mark of its own, as text has none."""
    for at, mark, ending in UNREAD:
        if data.startswith(mark, at):
            return ending
    if data.startswith((ZIP, EMPTY_ZIP)):
        if b"word/" in data:
            return Kind.DOCX
        return Kind.XLSX if b"xl/" in data else "zip"
    if b"%PDF-" in data[:PDF_WITHIN]:
        return Kind.PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    return Kind.JPG if data.startswith(b"\xff\xd8\xff") else None
