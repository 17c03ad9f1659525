"""A photographed or scanned page as a document: a PNG or JPG of its own."""

import io
import warnings
from collections.abc import Callable

from plans.files.document import Document
from plans.files.errors import DamagedError, UnpackedTooLargeError
from plans.files.limits import Lines
from plans.files.printed import lay_out
from plans.files.scan import read_picture
from plans.files.tesseract import DOTS, need_ocr

MOST_DOTS = 60_000_000
"""A page of A3 at 400 dots an inch has 31 million."""
LONG_SIDE = 11.7
"""In inches, of a page of A4: what a picture shows that does not say how large it is."""


def read_image(data: bytes, kind: str, progress: Callable[[int, int], None]) -> Document:
    """The page in these bytes; raises a `PlanSourceError`."""
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
    grey = grey.resize(size, Image.Resampling.LANCZOS)
    progress(1, 1)
    words, rules = read_picture(np.asarray(grey), 1)
    return Document(tuple(lay_out(words, rules, 1, Lines())), scanned=True)
