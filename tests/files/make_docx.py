"""Word files as offices make them, from the plan as printed."""

import io
from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from tests.files.plan import WIDTHS, Printed, PrintedAnnex, PrintedTable, annexes, body_paragraphs

LETTERHEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ VĨNH LẠI\nSố:        /KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nVĩnh Lại, ngày     tháng",
)


def vinh_lai_docx(
    *,
    numbered: bool = False,
    marking: str | None = None,
    size: int = 12,
    portrait: bool = False,
    centred: bool = False,
) -> bytes:
    """The labelled plan; `numbered`: Word counts rows and groups, and no number is in the text.

    `size` in points and `portrait` decide where lines and pages break; `centred`: cells stand in
    the middle of their rows.
    """
    document = Document()
    document.styles["Normal"].font.name = "Tinos"
    document.styles["Normal"].font.size = Pt(size)
    head = document.add_table(1, 2)
    for cell, text in zip(head.rows[0].cells, LETTERHEAD, strict=True):
        cell.text = text
    if marking is not None:
        document.add_paragraph(marking)
    for text in body_paragraphs():
        document.add_paragraph(text)
    section = document.add_section()
    if not portrait:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Mm(15)
    lists = Lists(document) if numbered else None
    for annex in annexes():
        _add_annex(document, annex, lists, 180 if portrait else 247)
    if centred:
        for table in document.tables[1:]:
            for cell in table._tbl.iter(qn("w:tc")):
                cell.get_or_add_tcPr().append(_element("w:vAlign", val="center"))
    return saved(document)


def saved(document: Docx) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


class Lists:
    """Word's own lists: roman numbers, arabic ones that begin anew where asked, and dashes."""

    def __init__(self, document: Docx) -> None:
        self.root = document.part.numbering_part.element
        self.next_id = 900
        for abstract, form, text in (
            ("901", "upperRoman", "%1"),
            ("902", "decimal", "%1."),
            ("903", "bullet", "-"),
        ):
            element = _element("w:abstractNum", abstractNumId=abstract)
            level = _element("w:lvl", ilvl="0")
            level.append(_element("w:start", val="1"))
            level.append(_element("w:numFmt", val=form))
            level.append(_element("w:lvlText", val=text))
            element.append(level)
            self.root.insert(0, element)

    def begin(self, abstract: str, start: int = 1) -> str:
        """A list that counts from a number of its own."""
        self.next_id += 1
        number = _element("w:num", numId=str(self.next_id))
        number.append(_element("w:abstractNumId", val=abstract))
        override = _element("w:lvlOverride", ilvl="0")
        override.append(_element("w:startOverride", val=str(start)))
        number.append(override)
        self.root.append(number)
        return str(self.next_id)

    @staticmethod
    def put(paragraph: Paragraph, number_id: str) -> None:
        numbers = OxmlElement("w:numPr")
        numbers.append(_element("w:ilvl", val="0"))
        numbers.append(_element("w:numId", val=number_id))
        paragraph._p.get_or_add_pPr().append(numbers)


def _element(name: str, **attributes: str):
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _add_annex(document: Docx, annex: PrintedAnnex, lists: Lists | None, width: int) -> None:
    document.add_page_break()
    document.add_paragraph(annex.title)
    add_table(document, annex.table, lists, width)
    document.add_paragraph()


def add_table(
    document: Docx, printed: PrintedTable, lists: Lists | None = None, width: int = 247
) -> None:
    """A ruled table, `width` in millimetres, whose header Word repeats on every page."""
    count = len(printed.heads)
    table = document.add_table(len(printed.rows) + 1, count)
    table.style = "Table Grid"
    table.autofit = False
    rows = list(table.rows)
    _fill(rows[0], Printed(printed.heads))
    rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    widths = WIDTHS.get(count, (100 // count,) * count)
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Mm(width * share / 100)
    groups, numbers, last = "", "", 0
    for row, content in zip(rows[1:], printed.rows, strict=True):
        _fill(row, content)
        if lists is None:
            continue
        text = content.cells[0]
        if content.wide:
            row.cells[0].text = ""
            if not groups or text != _roman(last + 1):
                last = _roman_value(text) - 1
                groups = lists.begin("901", last + 1)
            last += 1
            lists.put(row.cells[0].paragraphs[0], groups)
            numbers = ""
        elif text.rstrip(".").isdigit() and 0 not in content.merged:
            row.cells[0].text = ""
            numbers = numbers or lists.begin("902", int(text.rstrip(".")))
            lists.put(row.cells[0].paragraphs[0], numbers)
        if content.cells[1].startswith("- "):
            row.cells[1].text = content.cells[1].removeprefix("- ")
            lists.put(row.cells[1].paragraphs[0], lists.begin("903"))
    for at, content in enumerate(printed.rows, 1):
        if content.wide:
            rows[at].cells[1].merge(rows[at].cells[count - 1])
        for column in content.merged:
            _merge_up(rows, at, column)


def _fill(row: _Row, printed: Printed) -> None:
    for at, (cell, text) in enumerate(zip(row.cells, printed.cells, strict=False)):
        cell.text = "" if at in printed.merged else text


def _merge_up(rows: list[_Row], at: int, column: int) -> None:
    """Merge a cell with the one above, by Word's own marks."""
    for row, value in ((rows[at - 1], "restart"), (rows[at], "continue")):
        properties = row._tr.tc_lst[column].get_or_add_tcPr()
        if properties.find(qn("w:vMerge")) is None:
            properties.append(_element("w:vMerge", val=value))


def _roman(number: int) -> str:
    return ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")[number]


def _roman_value(text: str) -> int:
    return next(number for number in range(1, 9) if _roman(number) == text)


def rows_docx(count: int) -> bytes:
    """A table of tasks of so many rows, and nothing else; made quickly."""
    document = Document()
    add_table(document, PrintedTable(("TT", "Nội dung", "Cơ quan chủ trì", "Thời hạn"), [ROW]))
    body = document.element.body
    row = body.find(f".//{qn('w:tbl')}")[-1]
    for _ in range(count - 1):
        row.addnext(deepcopy(row))
    return saved(document)


ROW = Printed(("1.", "Rà soát", "Công an xã", "12/2025"))


def table_docx(*rows: tuple[str, ...]) -> bytes:
    """A document of one table with these cells."""
    document = Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for cell, text in zip(table._cells, [text for row in rows for text in row], strict=True):
        cell.text = text
    return saved(document)
