"""A plan's file, of whatever kind an office has it in, as a document."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

from plans.files.document import Document
from plans.files.docx import read_docx
from plans.files.errors import NotAsNamedError, SecretError, TooManyPagesError
from plans.files.kinds import Kind, kind_of, look
from plans.files.pdf import MOST_SCANNED, read_pdf
from plans.files.picture import read_images
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


def read_pages(pictures: Sequence[tuple[Path, str]], *, progress: Progress | None) -> Document:
    """The document whose pages are these pictures, each under its own name, in their order.

    Raises a `PlanSourceError` for the first that is no picture, or none that can be read.
    """
    if len(pictures) > MOST_SCANNED:
        raise TooManyPagesError(len(pictures), MOST_SCANNED)
    pages = (_picture(path, name) for path, name in pictures)  # one at a time in memory
    document = read_images(pages, len(pictures), progress or _silent)
    if not document.blocks:
        raise PlanEmptyError
    return document


def _picture(path: Path, name: str) -> tuple[bytes, str]:
    """The bytes of a picture and their kind."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise PlanTooLargeError(size)
    data = path.read_bytes()
    kind = kind_of(name, data)
    if kind not in (Kind.PNG, Kind.JPG):
        raise NotAsNamedError("jpg", kind.value)
    return data, kind.value


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
        return read_images([(data, kind.value)], 1, progress)
    return read_text(data)


def _silent(page: int, pages: int) -> None:
    return
