"""A PDF as paragraphs and tables: from its letters and ruled lines, or from pictures of pages."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from typing import Any

from plans.files.document import Document, Paragraph, Table
from plans.files.errors import (
    DamagedError,
    EncryptedError,
    TooManyPagesError,
    UnclearPageError,
)
from plans.files.grids import Rule
from plans.files.letters import read_words, upright
from plans.files.limits import Lines
from plans.files.printed import Word, lay_out
from plans.files.scan import CLEAR, READABLE, read_picture
from plans.files.secrecy import refuse_secret
from plans.files.tesseract import DOTS, need_ocr
from plans.files.unruled import lay_out_unruled
from plans.tables.headers import has_task_tables

MOST_PAGES = 300
MOST_SCANNED = 120
"""Pages that are read from pictures, at some seconds each."""
FEWEST_WORDS = 10
"""A page with fewer that shows a picture is one: a stamp or page number was printed on it."""
LEAST_COVER = 0.5
"""The part of a page that its picture covers where it is a scan of it."""
MOST_DOTS = 60_000_000
"""Of a page as a picture; a poster is rendered coarser."""
INVISIBLE = 3
"""How text is drawn that a scanning program laid behind its picture, often misread."""
MOST_SHAPES = 20_000
"""On a page; each border of each cell may be one."""
THIN = 2.5
"""In points: a filled shape no wider than this is a line."""
SHORTEST_RULE = 5.0
DEEPEST = 4
"""Shapes may stand in forms within forms."""
PASSWORD_WANTED = 4
"""The library's code for a file that is encrypted."""

Raw = Any
"""A handle of the library, which has no types."""


def read_pdf(data: bytes, progress: Callable[[int, int], None]) -> Document:
    """The document in these bytes, page by page; raises a `PlanSourceError`."""
    import pypdfium2  # slow import

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD_WANTED:
            raise EncryptedError from error
        raise DamagedError("pdf") from error
    with closing(document):
        if len(document) > MOST_PAGES:
            raise TooManyPagesError(len(document), MOST_PAGES)
        try:
            return _read_pages(document, progress)
        except pypdfium2.PdfiumError as error:
            raise DamagedError("pdf") from error


def _read_pages(document: Raw, progress: Callable[[int, int], None]) -> Document:
    lines = Lines()
    blocks: list[Paragraph | Table] = []
    clear: dict[int, float] = {}
    printed: list[list[Word]] = []
    for number in range(1, len(document) + 1):
        _print_what_was_put_on(document, number)
        with closing(document[number - 1]) as opened:
            page = _Page(opened)
            words, rules = page.read()
            if page.is_scanned(words):
                if len(clear) == MOST_SCANNED:
                    raise TooManyPagesError(len(document), MOST_SCANNED)
                need_ocr()
                progress(number, len(document))
                words, rules, clear[number] = read_picture(page.picture(), number)
            blocks += lay_out(words, rules, number, lines)
            printed.append(words)
        if number == 1:
            # before all of it is read
            refuse_secret(Document(tuple(blocks), scanned=bool(clear)))
    unreadable = [number for number, sure in clear.items() if sure < READABLE]
    if len(unreadable) > len(clear) / 2:  # a page of handwriting or pictures ends no plan
        raise UnclearPageError(unreadable[0])
    unclear = frozenset(number for number, sure in clear.items() if sure < CLEAR)
    read = Document(tuple(blocks), scanned=bool(clear), unclear=unclear)
    return read if clear else _with_unruled(read, printed)


def _print_what_was_put_on(document: Raw, number: int) -> None:
    """Make part of the page what programs lay over it: the number and the day that an office puts
    on a signed paper, what was typed into a form. The page must be opened anew for it."""
    import pypdfium2.raw as raw  # slow import

    with closing(document[number - 1]) as page:
        if raw.FPDFPage_GetAnnotCount(page) > 0:
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)


def _with_unruled(read: Document, printed: Sequence[Sequence[Word]]) -> Document:
    """The document as its ruled lines show it, or, where they show no table of tasks and its
    columns do, as these show it."""
    if has_task_tables(read):
        return read
    unruled = lay_out_unruled(printed)
    return unruled if has_task_tables(unruled) else read


class _Page:
    """One page: its letters and lines, turned as a reader sees them."""

    def __init__(self, page: Raw) -> None:
        import pypdfium2.raw as raw  # slow import

        self.raw = raw
        self.page = page
        self.turned = page.get_rotation()
        left, bottom, right, top = page.get_cropbox()
        self.box = (left, bottom, right, top)

    def read(self) -> tuple[list[Word], list[Rule]]:
        with closing(self.page.get_textpage()) as text:
            turned = upright(text, self.raw)
            self.turned = self.turned if turned is None else turned
            return read_words(text, self.raw, self._place), list(self._rules())

    def is_scanned(self, words: Sequence[Word]) -> bool:
        """Whether the page is a picture; words that cannot be seen over it were read before, by
        a program that may not know Vietnamese."""
        raw = self.raw
        count = min(raw.FPDFPage_CountObjects(self.page), MOST_SHAPES)
        shapes = [raw.FPDFPage_GetObject(self.page, at) for at in range(count)]
        kinds = [raw.FPDFPageObj_GetType(shape) for shape in shapes]
        cover = sum(
            self._size(shape)
            for shape, kind in zip(shapes, kinds, strict=True)
            if kind == raw.FPDF_PAGEOBJ_IMAGE
        )
        left, bottom, right, top = self.box
        if cover < LEAST_COVER * (right - left) * (top - bottom):
            return False
        seen = any(
            raw.FPDFTextObj_GetTextRenderMode(shape) != INVISIBLE
            for shape, kind in zip(shapes, kinds, strict=True)
            if kind == raw.FPDF_PAGEOBJ_TEXT
        )
        return len(words) < FEWEST_WORDS or not seen

    def _size(self, shape: Raw) -> float:
        edges = [ctypes.c_float() for _ in range(4)]
        self.raw.FPDFPageObj_GetBounds(shape, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        return (right - left) * (top - bottom)

    def picture(self) -> Raw:
        """The page in grey as a reader sees it, in as many dots as letters are read from."""
        width, height = self.page.get_size()
        scale = min(DOTS / 72, (MOST_DOTS / max(width * height, 1)) ** 0.5)
        bitmap = self.page.render(scale=scale, grayscale=True)
        with closing(bitmap):
            return bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is seen: from its left, from its top."""
        left, bottom, right, top = self.box
        if self.turned == 90:
            return y - bottom, x - left
        if self.turned == 180:
            return right - x, y - bottom
        if self.turned == 270:
            return top - y, right - x
        return x - left, top - y

    def _rules(self) -> Iterator[Rule]:
        count = self.raw.FPDFPage_CountObjects(self.page)
        shapes = (self.raw.FPDFPage_GetObject(self.page, at) for at in range(count))
        for at, shape in enumerate(self._shapes(shapes, (1, 0, 0, 1, 0, 0), 0)):
            if at >= MOST_SHAPES:
                return
            yield from self._rules_of(*shape)

    def _shapes(
        self, shapes: Iterator[Raw], frame: tuple[float, ...], depth: int
    ) -> Iterator[tuple[Raw, tuple[float, ...]]]:
        """The drawn shapes, those inside of forms too, with how their measures are turned."""
        raw = self.raw
        for shape in shapes:
            kind = raw.FPDFPageObj_GetType(shape)
            if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM):
                continue
            matrix = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(shape, matrix)
            own = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
            turned = _within(own, frame)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                yield shape, turned
            elif depth < DEEPEST:
                count = raw.FPDFFormObj_CountObjects(shape)
                inner = (raw.FPDFFormObj_GetObject(shape, at) for at in range(count))
                yield from self._shapes(inner, turned, depth + 1)

    def _rules_of(self, shape: Raw, frame: tuple[float, ...]) -> Iterator[Rule]:
        """The straight lines of a shape: its strokes, or itself where it is a thin filled bar."""
        raw = self.raw
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(shape, filled, stroked)
        points: list[list[tuple[float, float]]] = []
        for at in range(min(raw.FPDFPath_CountSegments(shape), 1000)):
            segment = raw.FPDFPath_GetPathSegment(shape, at)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            a, b, c, d, e, f = frame
            point = self._place(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not points:
                points.append([])
            points[-1].append(point)
            if raw.FPDFPathSegment_GetClose(segment):
                points[-1].append(points[-1][0])
        for path in points:
            if stroked.value:
                for one, other in pairwise(path):
                    yield from _bar([one, other])
            elif filled.value:
                yield from _bar(path)


def _bar(points: list[tuple[float, float]]) -> Iterator[Rule]:
    """The rule that the points make, if they lie on a thin bar."""
    across, down = [x for x, _ in points], [y for _, y in points]
    wide, high = max(across) - min(across), max(down) - min(down)
    if wide <= THIN and high >= SHORTEST_RULE:
        yield Rule(True, (min(across) + max(across)) / 2, min(down), max(down))
    elif high <= THIN and wide >= SHORTEST_RULE:
        yield Rule(False, (min(down) + max(down)) / 2, min(across), max(across))


def _within(own: tuple[float, ...], frame: tuple[float, ...]) -> tuple[float, ...]:
    """A shape's own measures in those of the form around it."""
    a, b, c, d, e, f = own
    fa, fb, fc, fd, fe, ff = frame
    return (
        a * fa + b * fc,
        a * fb + b * fd,
        c * fa + d * fc,
        c * fb + d * fd,
        e * fa + f * fc + fe,
        e * fb + f * fd + ff,
    )
