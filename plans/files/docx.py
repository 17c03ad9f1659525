"""Word's .docx as paragraphs and tables, read from its XML as it streams by.

python-docx builds the whole document in memory and asks it cell by cell; a plan needs one pass.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import IO
from xml.etree import ElementTree

from plans.files.document import Cell, Document, Paragraph, Place, Table, TableRow
from plans.files.errors import DamagedError, UnpackedTooLargeError
from plans.files.limits import MOST_PARTS, Lines, bounded
from plans.files.numbering import Numbering
from plans.files.packages import Package, attribute, local, open_package
from plans.words import clean

UNSAID = frozenset(["del", "moveFrom", "instrText", "delText", "footnoteReference", "pPr", "rPr"])
"""Tags whose text is not the document's: struck out, moved away, or an instruction to Word."""
SIGNS = {0xF0B3: "≥", 0xF0A3: "≤", 0xF02D: "-", 0xF0B1: "±", 0xF0B4: "×"}
"""Letters of the font Symbol, which are no characters of their own."""
MOST_COLUMNS = 200


def read_docx(data: bytes) -> Document:
    """The document in these bytes, in its order; raises a `PlanSourceError`."""
    with open_package(data, "docx") as package:
        main = package.main_part()
        parts = dict(package.related(main).values())
        reader = _Reader(
            Numbering(
                package.tree(parts.get("numbering", "")), package.tree(parts.get("styles", ""))
            )
        )
        with package.open(main) as stream:
            blocks = tuple(reader.read(stream))
        margins = [*_margins(package), *reader.boxes]
    if not reader.pages:  # Word has not laid it out
        blocks = tuple(_without_page(block) for block in blocks)
    return Document(blocks, tuple(margins))


@dataclass(slots=True)
class _Merged:
    """What stands in a column of a table that may be merged downwards."""

    left: int
    text: str


class _Reader:
    """One pass over the body of a document."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.boxes: list[str] = []
        self.pages = 0
        self.begins: int | None = None  # the page on which what is being read begins
        self.lines = Lines()

    def read(self, stream: IO[bytes]) -> Iterator[Paragraph | Table]:
        """Each paragraph and table of the body, let go of as soon as it is read."""
        rows: list[TableRow] = []
        merged: dict[int, _Merged] = {}
        depth: list[str] = []
        has_body, parts = False, 0
        events = ElementTree.iterparse(stream, ("start", "end"))  # noqa: S314 (no DTD comes here)
        for event, element in events:
            name = local(element.tag)
            if event == "start":
                depth.append(name)
                parts += 1
                if parts > MOST_PARTS:
                    raise UnpackedTooLargeError(parts, MOST_PARTS)
                continue
            depth.pop()
            if "p" in depth or "tr" in depth:
                continue  # read with the paragraph or row that it stands in
            parts = 0
            framed = _framed(element) if name == "tr" else None
            if framed is not None:
                if rows:
                    yield _table(rows)
                rows, merged = [], {}
                yield from self._blocks(framed)
            elif name == "tr":
                row = self._row(element, merged)
                if row is not None:
                    rows.append(row)
            elif name == "tbl":
                if rows:
                    yield _table(rows)
                rows, merged = [], {}
            elif name == "p":
                yield from self._paragraphs(element)
            has_body = has_body or name == "body"
            element.clear()
        if not has_body:
            raise DamagedError("docx")

    def _blocks(self, cell: ElementTree.Element) -> Iterator[Paragraph | Table]:
        """What stands in a cell that frames a table, as if it stood on the page."""
        for child in cell:
            if local(child.tag) == "p":
                yield from self._paragraphs(child)
            elif local(child.tag) == "tbl":
                merged: dict[int, _Merged] = {}
                read = [self._row(part, merged) for part in _outermost(child, "tr")]
                rows = [row for row in read if row is not None]
                if rows:
                    yield _table(rows)

    def _paragraphs(self, element: ElementTree.Element) -> Iterator[Paragraph]:
        """The lines of a paragraph; a blank one counts as a line that is not there."""
        self.begins = None
        for line in self._text(element).split("\n"):
            text = clean(line)
            place = Place(self.lines.next(), self.begins)
            if text:
                yield Paragraph(text, place)

    def _row(self, element: ElementTree.Element, merged: dict[int, _Merged]) -> TableRow | None:
        """A row with its merged cells filled; None for one that was struck out."""
        properties = _child(element, "trPr")
        if properties is not None and _child(properties, "del") is not None:
            return None
        left = _number(properties, "gridBefore", 0)
        cells: list[Cell] = []
        self.begins = None
        for part in _cells(element):
            look = _child(part, "tcPr")
            right = left + max(_number(look, "gridSpan", 1), 1)
            if right > MOST_COLUMNS:
                raise DamagedError("docx")
            text = self._cell_text(part)
            merge = _child(look, "vMerge")
            above = merged.get(left)
            if merge is not None and attribute(merge, "val") != "restart" and above is not None:
                cells.append(Cell(above.text, left, right, continued=True))
            else:
                cells.append(Cell(text, left, right))
                for column in [at for at in merged if left <= at < right]:
                    del merged[column]
                if merge is not None:
                    merged[left] = _Merged(left, text)
            left = right
        if not cells:
            return None
        line = self.lines.next_row() if any(cell.text for cell in cells) else self.lines.next()
        return TableRow(tuple(cells), Place(line, self.begins or self.pages + 1))

    def _cell_text(self, element: ElementTree.Element) -> str:
        """The paragraphs of a cell, those of a table inside of it too, each on its line."""
        paragraphs = [self._text(part) for part in _outermost(element, "p")]
        lines = (clean(line) for text in paragraphs for line in text.split("\n"))
        return "\n".join(line for line in lines if line)

    def _text(self, paragraph: ElementTree.Element) -> str:
        """The text of one paragraph, after the number that Word puts before it."""
        text = bounded("".join(self._pieces(paragraph))).strip()
        properties = _child(paragraph, "pPr")
        numbers = _child(properties, "numPr")
        label = self.numbering.label(
            _said(numbers, "numId"),
            None if _said(numbers, "ilvl") is None else _number(numbers, "ilvl", 0),
            _said(properties, "pStyle"),
        )
        return f"{label} {text}".strip() if label else text

    def _pieces(self, element: ElementTree.Element) -> Iterator[str]:
        for child in element:
            name = local(child.tag)
            if name in UNSAID or (name == "r" and _hidden(child)):
                continue
            if name == "t":
                self.begins = self.begins or self.pages + 1
                yield child.text or ""
            elif name in ("tab", "ptab"):
                yield " "
            elif name in ("br", "cr"):
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sym":
                yield _sign(child)
            elif name == "lastRenderedPageBreak":
                self.pages += 1
            elif name == "txbxContent":
                self.boxes += [clean(self._text(part)) for part in _outermost(child, "p")]
            elif name == "AlternateContent":
                choice = _child(child, "Choice")
                choice = child if choice is None else choice
                yield from self._pieces(choice)
            else:
                yield from self._pieces(child)


def _table(rows: Sequence[TableRow]) -> Table:
    cells = [cell for row in rows for cell in row.cells]
    return Table(tuple(rows), min(c.left for c in cells), max(c.right for c in cells))


def _without_page(block: Paragraph | Table) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return replace(block, place=Place(block.place.line))
    rows = (replace(row, place=Place(row.place.line)) for row in block.rows)
    return replace(block, rows=tuple(rows))


def _margins(package: Package) -> Iterator[str]:
    """The lines of every page header."""
    for part in package.named("word/header"):
        root = package.tree(part)
        for paragraph in (p for p in (root.iter() if root is not None else ())):
            if local(paragraph.tag) == "p":
                texts = (t.text or "" for t in paragraph.iter() if local(t.tag) == "t")
                yield clean("".join(texts))


def _framed(row: ElementTree.Element) -> ElementTree.Element | None:
    """The cell of a row that only frames a table: no other cell of it says anything."""
    filled = [cell for cell in _cells(row) if any(local(part.tag) == "t" for part in cell.iter())]
    return filled[0] if len(filled) == 1 and _child(filled[0], "tbl") is not None else None


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The cells of a row, also where a control of Word is put around one."""
    for child in row:
        name = local(child.tag)
        if name == "tc":
            yield child
        elif name in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _outermost(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Every tag of the name that stands in no other of it."""
    for child in element:
        if local(child.tag) == name:
            yield child
        else:
            yield from _outermost(child, name)


def _child(element: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    children = element if element is not None else ()
    return next((child for child in children if local(child.tag) == name), None)


def _said(element: ElementTree.Element | None, name: str) -> str | None:
    found = _child(element, name)
    return None if found is None else attribute(found, "val")


def _number(element: ElementTree.Element | None, name: str, otherwise: int) -> int:
    said = _said(element, name)
    with suppress(ValueError):
        return int(said) if said is not None else otherwise
    return otherwise


def _hidden(run: ElementTree.Element) -> bool:
    """Whether the run is text that Word does not show."""
    vanish = _child(_child(run, "rPr"), "vanish")
    return vanish is not None and attribute(vanish, "val") not in ("0", "false", "off")


def _sign(element: ElementTree.Element) -> str:
    code = attribute(element, "char") or ""
    with suppress(ValueError):
        return SIGNS.get(int(code, 16), "")
    return ""
