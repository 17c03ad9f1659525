"""The rows of tables that kept their cells, put together to the rows of an annex.

Headings of groups are told from tasks here, and a row that a page break cut in two is joined again.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from db.enums import DeadlineKind
from plans.agencies.heads import begins_agency
from plans.annexes import Row
from plans.columns import Column
from plans.deadlines.closing_times import part_until
from plans.deadlines.read import read_deadline
from plans.files.document import Cell, Table, TableRow
from plans.said_elsewhere import let_first_lead
from plans.tables.cells import (
    DASH,
    agencies_of,
    cells_by_column,
    text_of,
    time_of,
    unnamed_cells,
)
from plans.tables.heads import Heads
from plans.tables.marked_times import marked_time
from plans.tables.row_numbers import is_rest, next_group, next_number, plain_number
from plans.tables.times import is_time
from plans.words import DASHES, clean, join_lines

GROUP = re.compile(
    r"(?P<no>[IVXL]+|[A-HK]|(?:Thứ|thứ) \w{2,4})(?:[.):/]| [-–]|(?= )) ?(?P<title>\S.*)", re.DOTALL
)
GROUP_NUMBER = re.compile(r"(?:[IVXL]+|[A-HK]|(?:Thứ|thứ) \w{2,4})[.):]?")
ROW_NUMBER = re.compile(
    rf"\d{{1,3}}(?:(?:\.| ?[-{DASHES}] ?)\d{{1,3}})*(?:\.?[a-zđ])?[.)]?|[a-zđ][.)]"
)
NUMBERED = re.compile(r"(?P<no>\d{1,3}(?:\.\d{1,3})*)[.)]\s+(?P<content>\S.*)", re.DOTALL)
OF_ONE_TASK = (Column.CONTENT, Column.LEAD, Column.DEADLINE)
LONGEST_NUMBER = 12
"""In letters: what is longer and stands in the column of numbers numbers nothing."""
HALF_WAY = re.compile(r"(?:\b(?:và|của|các|thuộc)|[,–-])$", re.IGNORECASE)
""" "Văn phòng HĐND và": how names end that go on overleaf."""


@dataclass(slots=True)
class _Above:
    """What stands over the row now being read."""

    group: str = ""
    group_title: str = ""
    printed: str = ""
    parent: str | None = None
    dashes: int = 0
    outer: tuple[str, str] | None = None
    """The group above a numbered heading, which goes on behind what that heads."""

    @property
    def no(self) -> str:
        return plain_number(self.printed)


class AnnexRowsReader:
    """The rows of one annex as they come, over all its tables."""

    def __init__(self, counted_from: date, *, scanned: bool, first_leads: bool = False) -> None:
        self.counted_from = counted_from
        self.scanned = scanned
        self.first_leads = first_leads
        self.above = _Above()
        self.page_turned = False
        self.after_heading = False
        self.number_cut = False

    def take(self, row: TableRow, table: Table, heads: Heads, rows: list[Row]) -> bool:
        """Add what the row says to the rows; false where it says nothing that a task has."""
        turned, self.page_turned = self.page_turned, False
        if self._take_heading(row, table, heads, turned=turned):
            return True
        cells = cells_by_column(row, heads)
        before = self.above
        self.above = replace(before)
        found = self._read(cells, row.place.line, prints_no=heads.holds(Column.NO), turned=turned)
        if found is None:
            return False
        found = replace(
            found,
            deadline=found.deadline or marked_time(row, heads.times),
            left=(*found.left, *unnamed_cells(row, heads, cells)),
        )
        if found.deadline is None and (heads.times or any(map(is_time, found.left))):
            # its mark stands elsewhere, or its time in a column that no one knows
            found = replace(found, doubts=(*found.doubts, "deadline_unreadable"))
        if found.deadline is None and not (heads.holds(Column.DEADLINE) or heads.times):
            content, until = part_until(found.content, self.counted_from)
            found = replace(found, content=content, deadline=until)
        if self.scanned and heads.run_together:
            found = replace(found, doubts=(*found.doubts, "columns_joined"))
        if heads.shares_lead or (self.first_leads and not heads.holds(Column.COORDINATING)):
            parted = let_first_lead(found)
            told = parted is found or self.first_leads
            found = parted if told else replace(parted, doubts=(*parted.doubts, "lead_unsure"))
        if rows and not self.after_heading and self._goes_on(rows[-1], found, cells, turned=turned):
            rows[-1] = _join(rows[-1], found, cells)
            _lengthen(rows, before, self.above)
            return True
        if found.sub is not None and rows and _is_parent(rows[-1], found):
            self.above.parent, self.above.dashes = rows.pop().content, 1
            found = replace(found, parent=self.above.parent, sub=1)
        if rows and _heads_parts(rows[-1], found):
            title = rows.pop()
            self.above.outer = self.above.outer or (title.group, title.group_title)
            self.above.group, self.above.group_title = title.no, title.content
            found = replace(found, group=title.no, group_title=title.content)
        self.after_heading = False
        if not found.content or (not rows and _is_cut(found, heads)):
            found = replace(found, doubts=(*found.doubts, "row_cut"))
        rows.append(found)
        return True

    def enter_group(self, number: str, title: str) -> None:
        """Read on under a heading that stands over a table."""
        self.above = _Above(number, title)
        self.after_heading = True

    def _take_heading(self, row: TableRow, table: Table, heads: Heads, *, turned: bool) -> bool:
        """Read a row as the heading of a group, or as the rest of one that a page cut in two."""
        filled = [cell for cell in row.cells if cell.text and not cell.continued]
        first = clean(filled[0].text)
        number, title = "", first
        across = filled[-1].right - filled[-1].left > (table.right - table.left) * 0.6
        if len(filled) == 2 and (
            GROUP_NUMBER.fullmatch(first.replace(" ", ""))
            or (across and len(first) <= LONGEST_NUMBER)
        ):
            number, title = first.replace(" ", ""), filled[1].text
        elif len(filled) == 1:
            numbered = GROUP.fullmatch(first)
            wide = filled[0].right - filled[0].left > (table.right - table.left) * 0.6
            wide = wide or (filled[0].left == table.left and len(first) > LONGEST_NUMBER)
            if numbered is not None and (wide or first[len(numbered["no"])] in ".)"):
                number, title = numbered["no"], numbered["title"]
            elif (counted := NUMBERED.match(first)) and self._covers(filled[0], heads):
                number, title = counted["no"], counted["content"]
            elif not wide or counted:
                return False
            elif turned and self.after_heading:
                self.above.group_title = join_lines([self.above.group_title, first])
                return True
        else:
            return False
        number = re.sub(r"[.):\s]+$", "", number)
        if self.scanned and not number.startswith(("Thứ", "thứ")):
            number = next_group(self.above.group, number)
        self.above = _Above(number, join_lines(title.split("\n")))
        self.after_heading = True
        return True

    def _covers(self, cell: Cell, heads: Heads) -> bool:
        """Whether one cell stands over the work, who does it and when, so that it is none of them;
        a scan may have lost the lines between them."""
        told = [head for head in heads.columns if head.holds in OF_ONE_TASK]
        return not self.scanned and all(
            cell.left <= head.left and head.right <= cell.right for head in told
        )

    def _read(
        self, cells: dict[Column, Cell], line: int, *, prints_no: bool, turned: bool
    ) -> Row | None:
        above = self.above
        content = text_of(cells, Column.CONTENT)
        number = cells.get(Column.NO)
        printed = clean(number.text) if number is not None and not number.continued else ""
        if len(printed) > LONGEST_NUMBER:
            printed = ""
        if not prints_no and (numbered := NUMBERED.match(content)):
            printed, content = numbered["no"], numbered["content"]
        if self.scanned and printed and not ROW_NUMBER.fullmatch(printed):
            printed = next_number(above.no)
        parent = cells.get(Column.PARENT)
        over = parent.text.split("\n") if parent is not None and not parent.continued else []
        self.number_cut = bool(printed) and turned and is_rest(printed, above.printed, content)
        if self.number_cut:
            above.printed += printed
        elif printed:
            above.printed, above.dashes, above.parent = printed, 0, None
            if above.outer and above.no.isdigit():
                above.group, above.group_title = above.outer
                above.outer = None
        if any(over):
            kept = [above.parent] if turned and above.parent else []
            above.parent = join_lines([*kept, *over])
        dash = DASH.match(content)
        sub = None
        if dash is not None and not printed:
            above.dashes += 1
            sub, content = above.dashes, content[dash.end() :]
        rest = (Column.LEAD, Column.COORDINATING, Column.PRODUCT, Column.DEADLINE)
        if not content and not any(text_of(cells, column) for column in rest):
            return None
        return Row(
            line=line,
            group=above.group,
            group_title=above.group_title,
            no=above.no,
            content=join_lines(content.split("\n")),
            sub=sub,
            parent=above.parent,
            lead=agencies_of(text_of(cells, Column.LEAD)),
            coordinating=agencies_of(text_of(cells, Column.COORDINATING)),
            product=join_lines(text_of(cells, Column.PRODUCT).split("\n")) or None,
            deadline=time_of(cells),
            left=tuple(filter(None, [clean(text_of(cells, Column.NOTE))])),
        )

    def _goes_on(self, last: Row, row: Row, cells: dict[Column, Cell], *, turned: bool) -> bool:
        """Whether the row is the rest of the one before it, cut off by the end of a page.

        Such a rest has no number; its words go on, and it does not name anew who answers for it
        or until when, unless the names before stop half-way ("Văn phòng HĐND và"). A name merged
        over several rows makes one task of them.
        """
        own = {column for column, cell in cells.items() if cell.text and not cell.continued}
        if row.sub is not None or (Column.NO in own and not self.number_cut):
            return False
        if Column.CONTENT not in own:
            return turned or (Column.CONTENT in cells and cells[Column.CONTENT].continued)
        if row.content[:1].islower():
            return turned or not own & {Column.LEAD, Column.DEADLINE}
        if not turned or Column.REFERENCE in own:
            return False
        if self._is_whole_deadline(row):
            return False
        return not begins_agency(row.lead or "") or HALF_WAY.search(last.lead or "") is not None

    def _is_whole_deadline(self, row: Row) -> bool:
        read = read_deadline(row.deadline or "", issued_on=self.counted_from)
        return read.kind not in (DeadlineKind.UNREADABLE, DeadlineKind.UNSPECIFIED)


def _is_cut(first: Row, heads: Heads) -> bool:
    """Whether an annex's first row goes on from a page that is missing: a photo of the next one."""
    return heads.holds(Column.NO) and not first.no and first.content[:1].islower()


def _is_parent(last: Row, found: Row) -> bool:
    """Whether the row before the first dash row only says what the dash rows are parts of."""
    alone = not (last.lead or last.coordinating or last.product or last.deadline)
    return alone and last.no == found.no and last.sub is None


def _heads_parts(last: Row, found: Row) -> bool:
    """Whether the row before is only the heading of those after it ("1" before "1.1", "a")."""
    alone = not (last.lead or last.coordinating or last.product or last.deadline)
    lettered = last.no.isdigit() and found.no == "a"
    counted = bool(last.no) and found.no.startswith(f"{last.no}.")
    return alone and found.sub is None and (counted or lettered)


def _join(last: Row, rest: Row, cells: dict[Column, Cell]) -> Row:
    """The row with what its other part adds; a cell merged over both is there already."""

    def joined(column: Column, one: str | None, other: str | None) -> str | None:
        added = other if column in cells and not cells[column].continued else None
        return join_lines([part for part in (one, added) if part]) or None

    def named(column: Column, one: str | None, other: str | None) -> str | None:
        added = other if column in cells and not cells[column].continued else None
        within = " " if HALF_WAY.search(one or "") else "\n"
        return agencies_of(within.join(part for part in (one, added) if part))

    return replace(
        last,
        content=joined(Column.CONTENT, last.content, rest.content) or "",
        lead=named(Column.LEAD, last.lead, rest.lead),
        coordinating=named(Column.COORDINATING, last.coordinating, rest.coordinating),
        product=joined(Column.PRODUCT, last.product, rest.product),
        left=(*last.left, *rest.left),
        deadline=joined(Column.DEADLINE, last.deadline, rest.deadline),
    )


def _lengthen(rows: list[Row], before: _Above, whole: _Above) -> None:
    """Give the rows under a number or name that the page break cut the whole of it."""
    for at in range(len(rows) - 1, -1, -1):
        if (rows[at].no, rows[at].parent) != (before.no, before.parent):
            break
        rows[at] = replace(rows[at], no=whole.no, parent=whole.parent)
