"""Photographed or scanned pages as a document: each a PNG or JPG of its own."""

import io
import warnings
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from plans.files.document import Document, Paragraph, Table
from plans.files.errors import DamagedError, UnclearPageError, UnpackedTooLargeError
from plans.files.limits import Lines
from plans.files.printed import lay_out
from plans.files.scan import CLEAR, READABLE, read_picture
from plans.files.secrecy import refuse_secret
from plans.files.tesseract import DOTS, need_ocr

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]

MOST_DOTS = 60_000_000
"""A page of A3 at 400 dots an inch has 31 million."""
LONG_SIDE = 11.7
"""In inches, of a page of A4: what a picture shows that does not say how large it is."""


def read_images(
    pages: Iterable[tuple[bytes, str]], count: int, progress: Callable[[int, int], None]
) -> Document:
    """So many pages in these bytes, each with its kind, in their order.

    Raises a `PlanSourceError`.
    """
    lines = Lines()
    blocks: list[Paragraph | Table] = []
    unclear: set[int] = set()
    for number, (data, kind) in enumerate(pages, 1):
        picture = _open(data, kind)
        progress(number, count)
        words, rules, clear = read_picture(picture, number)
        blocks += lay_out(words, rules, number, lines)
        refuse_secret(Document(tuple(blocks), scanned=True))  # before the next page is read
        if clear < READABLE:
            raise UnclearPageError(number)
        if clear < CLEAR:
            unclear.add(number)
    return Document(tuple(blocks), scanned=True, unclear=frozenset(unclear))


def _open(data: bytes, kind: str) -> "Picture":
    """A page in grey, as many dots an inch as letters are read from."""
    import numpy as np  # slow import
    from PIL import Image, ImageOps, UnidentifiedImageError  # slow import

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own bound is wider than ours
            picture = Image.open(io.BytesIO(data))
        width, height = picture.size
        if width * height > MOST_DOTS:
            raise UnpackedTooLargeError(width * height, MOST_DOTS)
        need_ocr()
        grey = ImageOps.exif_transpose(picture).convert("L")
    except Image.DecompressionBombError as error:
        raise UnpackedTooLargeError(len(data), MOST_DOTS) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise DamagedError(kind) from error
    scale = LONG_SIDE * DOTS / max(grey.size)
    size = (max(round(grey.width * scale), 1), max(round(grey.height * scale), 1))
    return np.asarray(grey.resize(size, Image.Resampling.LANCZOS))
