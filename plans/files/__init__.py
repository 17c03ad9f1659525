"""A plan's file, of whatever kind an office has it in, as a document."""

from collections.abc import Callable
from pathlib import Path, PurePath

from plans.files.document import Document
from plans.files.docx import read_docx
from plans.files.errors import SecretError, TooManyPagesError
from plans.files.kinds import Kind, kind_of, look
from plans.files.pdf import read_pdf
from plans.files.picture import read_image
from plans.files.secrecy import refuse_secret
from plans.files.text import read_text
from plans.files.xlsx import read_xlsx
from plans.source import LARGEST_FILE, PlanEmptyError, PlanSourceError, PlanTooLargeError

Progress = Callable[[int, int], None]
"""Told before each page that takes a while: its number, and how many there are."""


def read_document(
    path: Path, name: str | None = None, *, progress: Progress | None = None
) -> Document:
    """The document in a file; raises a `PlanSourceError` that says why there is none.

    `name` is the file's own where it lies under another.
    """
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise PlanTooLargeError(size)
    return read_bytes(path.read_bytes(), name or path.name, progress=progress)


def read_bytes(data: bytes, name: str, *, progress: Progress | None = None) -> Document:
    """The document in these bytes, the name saying what they should be; pure, keeps nothing.

    Raises a `PlanSourceError`: for a marked document `SecretError`, whatever else it is.
    """
    if len(data) > LARGEST_FILE:
        raise PlanTooLargeError(len(data))
    if not data.strip(b"\0 \t\r\n"):
        raise PlanEmptyError
    document = _read(kind_of(name, data), data, progress or _silent)
    refuse_secret(document)
    if not document.blocks:
        raise PlanEmptyError
    return document


def refuse_marked(data: bytes, name: str) -> None:
    """Raise `SecretError` where a file that is no plan is marked a State secret.

    Of scanned pages only the first is read, where it can be; whatever else a file is, it passes.
    """

    def first_page_only(page: int, pages: int) -> None:
        if page > 1:
            raise TooManyPagesError(pages, 1)

    ending = look(data) or PurePath(name).suffix.removeprefix(".").lower()
    if ending not in tuple(Kind):
        return
    try:
        read_bytes(data, f"file.{ending}", progress=first_page_only)
    except SecretError:
        raise
    except PlanSourceError:
        return


def _read(kind: Kind, data: bytes, progress: Progress) -> Document:
    if kind is Kind.DOCX:
        return read_docx(data)
    if kind is Kind.XLSX:
        return read_xlsx(data)
    if kind is Kind.PDF:
        return read_pdf(data, progress)
    if kind in (Kind.PNG, Kind.JPG):
        return read_image(data, kind.value, progress)
    return read_text(data)


def _silent(page: int, pages: int) -> None:
    return
