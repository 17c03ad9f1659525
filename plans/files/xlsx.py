"""Excel's .xlsx as tables, a sheet each, streamed row by row.

openpyxl gives the values as it streams, but tells what is merged or hidden only of workbooks
that it holds in memory whole; those marks are read from the sheet itself.
"""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast
from xml.etree import ElementTree

from plans.files.document import Cell, Document, Paragraph, Place, Table, TableRow
from plans.files.errors import DamagedError, TooManyRowsError
from plans.files.limits import MOST_ROWS, Lines, bounded
from plans.files.packages import Package, attribute, local, open_package
from plans.words import clean

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_COLUMNS = 200
MOST_HELD = 8 * 1024 * 1024
"""In bytes, of a part that openpyxl holds whole; the texts of 500 rows have half of one million."""
WIDEST_GAP = 3
"""In lines: however many empty rows stand between two, the document has no more."""
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")


@dataclass(frozen=True, slots=True)
class Span:
    """Cells merged into one, its corners included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Marks:
    """What a sheet says of its rows and columns beside their values.

    `last_row` and `last_column` are the last with anything in them: a format may go on to the
    end of the sheet, which is a million rows down.
    """

    last_row: int = 0
    last_column: int = 0
    spans: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def read_xlsx(data: bytes) -> Document:
    """The workbook in these bytes, sheet after sheet; raises a `PlanSourceError`.

    What is hidden is no part of a table but kept apart: a filter left on hides rows as well.
    """
    with open_package(data, "xlsx") as package:
        for held in ("sharedStrings+xml", "styles+xml"):
            package.bound(held, MOST_HELD)
        marks = dict(_read_marks(package))
    from openpyxl import load_workbook  # slow import

    reader = _Reader()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl cannot keep, and we never write
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                reader.take(sheet, marks.get(sheet.title, Marks()))
            book.close()
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        raise DamagedError("xlsx") from error  # how openpyxl meets parts that contradict
    return Document(tuple(reader.tables), hidden=tuple(reader.hidden))


class _Reader:
    """The sheets of a workbook as they come."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.hidden: list[Paragraph] = []
        self.lines = Lines()

    def take(self, sheet: "ReadOnlyWorksheet", marks: Marks) -> None:
        rows: list[TableRow] = []
        sheet.reset_dimensions()  # as declared they may be endless
        open_spans: dict[Span, str] = {}
        waiting = sorted(marks.spans, key=lambda span: span.top, reverse=True)
        last = 0
        used = {"max_row": marks.last_row, "max_col": min(marks.last_column, MOST_COLUMNS)}
        read = cast("Any", sheet).iter_rows(**used) if marks.last_row else ()
        for number, values in enumerate(read, 1):
            texts = {
                cell.column: text
                for cell in values
                if cell.value is not None and (text := cell_text(cell.value, cell.number_format))
            }
            while waiting and waiting[-1].top <= number:
                span = waiting.pop()
                if span.top == number:
                    open_spans[span] = texts.get(span.left, "")
            open_spans = {span: text for span, text in open_spans.items() if span.bottom >= number}
            if not texts:
                continue
            for _ in range(min(number - last, WIDEST_GAP) - 1):
                self.lines.next()
            place = Place(self.lines.next_row(), sheet=sheet.title, row=number)
            last = number
            if number in marks.hidden_rows or sheet.sheet_state != "visible":
                shown = " | ".join(" ".join(text.split()) for text in texts.values())
                self.hidden.append(Paragraph(shown, place))
                continue
            cells = tuple(_cells(number, texts, open_spans, marks.hidden_columns))
            if cells:
                rows.append(TableRow(cells, place))
        self.lines.next()
        if rows:
            edges = [edge for row in rows for cell in row.cells for edge in (cell.left, cell.right)]
            self.tables.append(Table(tuple(rows), min(edges), max(edges)))


def _cells(
    number: int, texts: dict[int, str], spans: dict[Span, str], hidden: set[int]
) -> Iterator[Cell]:
    """The cells of a row that can be seen, those merged with others as one."""
    column, last = 1, max([*texts, *(min(span.right, MOST_COLUMNS) for span in spans)])
    while column <= last:
        over = next((span for span in spans if span.left <= column <= span.right), None)
        right = min(over.right, last) if over is not None else column
        seen = [at for at in range(column, right + 1) if at not in hidden]
        if over is not None and seen:
            yield Cell(spans[over], seen[0], seen[-1] + 1, continued=number > over.top)
        elif seen:
            yield Cell(texts.get(column, ""), column, column + 1)
        column = right + 1


def cell_text(value: object, form: str | None) -> str:
    """What the sheet shows of a value: a date as exact as its format, a part as percent.

    >>> cell_text(datetime(2025, 9, 1), "mmm-yy"), cell_text(0.8, "0%"), cell_text(3.0, "General")
    ('9/2025', '80%', '3')
    """
    if isinstance(value, datetime | date):
        return _day_text(value, form or "")
    if isinstance(value, time | timedelta | bool):
        return str(value)
    if isinstance(value, int | float):
        percent = "%" in (form or "")
        number = round(value * 100 if percent else value, 10)
        return f"{number:.10g}{'%' if percent else ''}"
    lines = (clean(line) for line in str(value).replace("_x000D_", "").split("\n"))
    return "\n".join(line for line in lines if line)


def _day_text(day: date, form: str) -> str:
    shown = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", form.lower())
    if "d" in shown or not shown:
        return f"{day.day:02}/{day.month:02}/{day.year}"
    return f"{day.month}/{day.year}" if "m" in shown else str(day.year)


# What is merged or hidden


def _read_marks(package: Package) -> Iterator[tuple[str, Marks]]:
    """The marks of every sheet, by its name."""
    main = package.main_part()
    parts = package.related(main)
    book = package.tree(main)
    for sheet in book.iter() if book is not None else ():
        part = parts.get(attribute(sheet, "id") or "", ("", ""))[1]
        if local(sheet.tag) == "sheet" and package.has(part):
            yield attribute(sheet, "name") or "", _read_sheet(package, part)


def _read_sheet(package: Package, part: str) -> Marks:
    marks = Marks()
    rows, number, column = 0, 0, 0
    filled = has_text = False
    with package.open(part) as stream:
        for _, element in ElementTree.iterparse(stream):  # noqa: S314 (no DTD comes here)
            name = local(element.tag)
            if name in ("v", "t"):
                bounded(element.text or "")
                has_text = has_text or bool(element.text)
            elif name == "c":
                reference = REFERENCE.fullmatch(element.get("r", ""))
                column = column + 1 if reference is None else _column(reference[1])
                if has_text:
                    filled, has_text = True, False
                    marks.last_column = max(marks.last_column, column)
            elif name == "row":
                number = int(element.get("r", "0")) or number + 1
                if filled:
                    marks.last_row = number
                rows, filled, column = rows + filled, False, 0
                if rows > MOST_ROWS:
                    raise TooManyRowsError(MOST_ROWS)
                if _is_set(element, "hidden"):
                    marks.hidden_rows.add(number)
            elif name == "col" and _is_set(element, "hidden"):
                last = min(int(element.get("max", "0")), MOST_COLUMNS)
                marks.hidden_columns.update(range(int(element.get("min", "1")), last + 1))
            elif name == "mergeCell":
                marks.spans += _read_span(element.get("ref", ""))
            if name not in ("v", "t", "is", "r", "c", "f"):
                element.clear()
    return marks


def _is_set(element: ElementTree.Element, name: str) -> bool:
    return element.get(name) in ("1", "true")


def _read_span(reference: str) -> Sequence[Span]:
    found = REFERENCE.fullmatch(reference)
    if found is None:
        return ()
    left, top, right, bottom = found.groups()
    return [Span(int(top), _column(left), int(bottom or top), _column(right or left))]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
