"""The header of a table that kept its cells: what each column holds, and what the rows are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from plans.columns import HEADER_WORDS, NAMES, Column
from plans.files.document import Document, Table, TableRow
from plans.tables.marked_times import TIME, TimeColumns, time_columns
from plans.words import fold

LONGEST_HEADING = 90
"""In letters, without what stands in brackets: more than this heads no column."""
HEADER_ROWS = 3
"""A header of three rows: "Thời gian", under it "Năm 2025", under it "(5)"."""
MORE_NAMES = (
    (Column.MONTH, r"thang(?:(?:/|, ?| )nam)?$"),
    (
        Column.NOTE,
        r"(?:(?:co quan|don vi|to chuc|ca nhan) )?"
        r"(?:doi tuong|duoc (?:kiem tra|thanh tra|giam sat|khao sat)|thanh phan|khach moi)\b",
    ),
    (Column.REFERENCE, r"s?tt (?:nhiem vu|muc)\b"),
    (Column.NO, r"s ?t ?t$|t ?t$|so thu tu$|ma (?:nv|so|nhiem vu)$"),
    (Column.PRODUCT, r"(?:chi|muc) tieu(?:,|/|,? va)? ?(?:ket qua|san pham)|dau ra$"),
    (
        Column.PARENT,
        r"(?:ten )?(?:linh vuc|tieu chi|(?:chi|muc) tieu|nhom (?:nhiem vu|cong viec))\b",
    ),
    (Column.CONTENT, r"(?:hang muc|(?:dau |phan )?viec|cong viec|hoat dong|bien phap|giai phap)\b"),
    (Column.COORDINATING, r".+(?<![,;/&+-])(?<! va)(?<! hoac) phoi hop(?: thuc hien)?$"),
    (Column.LEAD, r"(?:chu tri|chiu trach nhiem)\b"),
    (
        Column.COORDINATING,
        r"phoi hop\b|(?:co quan|don vi|bo phan) (?:ho tro|tham gia|cung thuc hien)$",
    ),
    (Column.LEAD, r"(?:co quan|don vi|bo phan|nguoi)(?: duoc giao)?(?: thuc hien)?$"),
    (Column.LEAD, r"(?:[a-z]+,? ){0,4}phu trach\b"),
    (Column.LEAD, r"(?:(?:co quan|don vi|bo phan) )?dau moi\b|ho (?:va )?ten$"),
    (Column.COORDINATING, r"(?:phan cong|to chuc)(?: thuc hien)? .*phoi hop"),
    (Column.LEAD, r"phan cong|trach nhiem(?: thuc hien| cua| chinh)?$"),
    (Column.START, r"(?:thoi gian )?tu(?: ngay)?$|thoi gian .*bat dau$"),
    (Column.DEADLINE, r"(?:thoi gian )?(?:den(?: ngay)?|(?:.* )?ket thuc)$"),
    (
        Column.DEADLINE,
        r"(?:ngay |xong |moc |du kien )?(?:(?:hoan thanh |xong )?truoc(?: ngay)?|hoan thanh|xong)$"
        r"|han(?: (?:chot|cuoi|hoan thanh|xu ly|bao cao|nop|trinh))?$"
        r"|ngay(?:,? (?:gio|thang))?(?: thuc hien)?$",
    ),
)
"""Names of columns that say too little in running text and enough at the head of one."""
PERSON = re.compile(
    r"(?:can bo|cong chuc|dong chi|lanh dao|nguoi|ca nhan|thanh vien|ho (?:va )?ten)\b"
    r"(?!.*(?:co quan|don vi|chu tri|thuc hien))"
)
"""Who answers in person, which leads only where no column names an agency that does."""
SHARED = re.compile(r"(?:chu tri|thuc hien)\b.*phoi hop")
"""How a column is headed that names who leads and who helps: "Cơ quan chủ trì, phối hợp"."""
NAMING = 2 / 3
"""Of its cells at least so many name what a task has, where not all are of header words: beside
"CQ chủ trì" stands "Cấp có thẩm quyền ban hành"."""
LONGEST_SIGN = 5
"""In letters: over the first column so little means "TT", however a scan has read it."""
MAIN_WORDS = (
    r"noi ?dung|nhiem ?vu|cong ?viec",
    r"chu ?tri|phoi ?hop|thuc ?hien$",
    r"san ?pham",
    r"thoi ?(?:han|gian)",
)
"""The words of a header, a pattern a column, by which two heads run together are told."""
TARGET_WORDS = frozenset(
    ["chi", "tieu", "den", "nam", "tinh", "dvt", "uoc", "ke", "hoach", "thuc", "trang"]
)
"""What the headers of tables of targets have beside the words of all headers."""
TABLE_WORDS = HEADER_WORDS | frozenset(
    [
        *("phu", "hang", "linh", "vuc", "nhom", "hoat", "dong", "bien", "dau", "moc", "ngay"),
        *("lanh", "dao", "thanh", "vien", "thu", "tu", "cuoi", "chot", "lo"),
        *("trinh", "kinh", "phi", "nguon", "von", "kiem", "tra", "tinh", "trang", "chuc"),
        *("xong", "truoc", "lam", "va", "moi"),
    ]
)
"""Every word of headers whose cells are known; a few more than those told from running text."""
TARGETS = re.compile(r"(?:noi dung )?(?:ten )?(?:cac )?(?:chi|muc) tieu")
"""How the column that names a target is headed."""
UNIT = re.compile(r"don vi(?: tinh)?$|dvt")
COLUMN_SIGN = re.compile(r"[(\[]?(?:\d{1,2}|[A-Ha-h])[)\]]?")
"""What numbers the columns themselves: "(1)", "A"."""


TELLING = {Column.LEAD, Column.COORDINATING, Column.DEADLINE, Column.MONTH}
"""One of them stands beside the work in every table of tasks."""


class Subject(StrEnum):
    """What the rows of a table are."""

    TASKS = "tasks"
    INDICATORS = "indicators"


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a table by what they hold, each from its left edge to its right one."""

    subject: Subject
    columns: tuple[tuple[Column | None, int, int], ...]
    shares_lead: bool = False
    """Who leads and who helps stand in one column, the one that leads first."""
    times: TimeColumns = ()
    """The columns in which rows mark when they are done."""
    run_together: bool = False
    """One head names two columns, as where a photo lost the line between them."""

    def holds(self, column: Column) -> bool:
        return any(held is column for held, _, _ in self.columns)


def read_header(rows: Sequence[TableRow]) -> tuple[Heads | None, int]:
    """The columns that the first of these rows head, and how many rows the header takes.

    (None, 0) where they are no header. Of two columns that name the task, the first is the one
    above it ("Nhiệm vụ" and "Nhiệm vụ cụ thể").
    """
    if not _may_head(rows[0]):
        return None, 0
    count = 1
    while count < min(HEADER_ROWS, len(rows)) and _heads_on(rows[count]):
        count += 1
    edges = sorted({edge for row in rows[:count] for c in row.cells for edge in (c.left, c.right)})
    named = [
        (_said_over(rows[:count], left, right), left, right) for left, right in pairwise(edges)
    ]
    times = time_columns(named)
    spans = {(left, right) for _, left, right in times}
    columns = _name_columns(
        [("" if (left, right) in spans else said, left, right) for said, left, right in named]
    )
    held = {column for column, _, _ in columns}
    targets = any(TARGETS.match(said) for said, _, _ in named)
    if targets and (times or not _works_towards(named)):
        return Heads(Subject.INDICATORS, _name_columns(named)), count
    if Column.CONTENT in held and (held & TELLING or times):
        shared = any(SHARED.search(said) for said, _, _ in named)
        return (
            Heads(
                Subject.TASKS,
                columns,
                shares_lead=shared and Column.COORDINATING not in held,
                times=times,
                run_together=any(_names_two(said) for said, _, _ in named),
            ),
            count,
        )
    return None, 0


def _names_two(said: str) -> bool:
    """Whether one head has the words of two columns, other than of who leads and who helps."""
    return sum(re.search(words, said) is not None for words in MAIN_WORDS) > 1


def _works_towards(named: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a table with a column of targets has the work towards them, who does it and when."""
    held = {column_of(said) for said, _, _ in named if not TARGETS.match(said)}
    counted = any(UNIT.match(said) for said, _, _ in named)
    return Column.CONTENT in held and Column.LEAD in held and not counted


def repeats(heads: Heads, printed: Heads) -> bool:
    """Whether a header printed again says of the same columns less than it did at first: of its
    two rows a page repeats the upper one alone, which has "Thời gian" over "Bắt đầu"."""
    slack = (heads.columns[-1][2] - heads.columns[0][1]) // 20

    def names(column: Column | None, left: int, right: int) -> bool:
        under = {
            held
            for held, begin, end in heads.columns
            if left - slack <= begin and end <= right + slack
        }
        times = column is Column.DEADLINE and Column.START in under
        return bool(under) and (column is None or column in under or times)

    fewer = len([column for column, _, _ in printed.columns if column]) < len(
        [column for column, _, _ in heads.columns if column]
    )
    return (
        heads.subject is printed.subject
        and fewer
        and all(names(*column) for column in printed.columns)
    )


def goes_on(heads: Heads, table: Table) -> bool:
    """Whether a table may go on with the columns of the one before: it is about as wide."""
    left, right = heads.columns[0][1], heads.columns[-1][2]
    slack = (right - left) // 10
    return abs(table.left - left) <= slack and abs(table.right - right) <= slack


def has_task_tables(document: Document) -> bool:
    """Whether any table of the document has the header of a table of tasks."""
    return any(heads.subject is Subject.TASKS for heads in _headers(document))


def _headers(document: Document) -> Iterator[Heads]:
    for block in document.blocks:
        if isinstance(block, Table):
            for at in range(len(block.rows)):
                heads, _ = read_header(block.rows[at : at + HEADER_ROWS])
                if heads is not None:
                    yield heads


def is_of_header_words(row: TableRow) -> bool:
    """Whether a row says nothing but what headers say, its cells told apart or not."""
    words = re.findall(r"[a-z]+", _bare(row.text))
    return len(words) > 3 and all(word in TABLE_WORDS for word in words)


def _may_head(row: TableRow) -> bool:
    """Whether the row is made of words that head columns, and of three columns at least."""
    filled = [_bare(cell.text) for cell in row.cells if cell.text]
    heading = [
        text for at, text in enumerate(filled) if is_heading_text(text) or (not at and _signs(text))
    ]
    if len(filled) > 2 and len(heading) >= max(len(filled) - 1, 2):
        return True
    named = [column_of(text) for text in filled if len(text) <= LONGEST_HEADING]
    told = {column for column in named if column is not None}
    counted = Column.CONTENT in told and bool(told & {Column.LEAD, Column.DEADLINE})
    sure = len(heading) > 2 if Column.NO in told else len(told) > 2 and len(heading) > 1
    dated = any(re.search(r"\d", text) for text in filled)
    return counted and sure and not dated and len(told) >= NAMING * len(filled)


def _signs(first: str) -> bool:
    """Whether the first of a header's cells is a short sign, as a scan leaves "TT" ("T+T")."""
    return len(first) <= LONGEST_SIGN and re.search(r"\d", first) is None


def _heads_on(row: TableRow) -> bool:
    """Whether a row goes on with the header above it."""
    own = [cell.text for cell in row.cells if cell.text and not cell.continued]
    if not own:
        return any(cell.continued for cell in row.cells)
    signs = [COLUMN_SIGN.fullmatch(text.strip()) is not None for text in own]
    short = all(len(text.strip()) <= LONGEST_SIGN for text in own)
    if all(signs) or (short and sum(signs) > len(own) / 2 and "(" in "".join(own)):
        return len(own) > 2
    merged = any(cell.continued for cell in row.cells)
    said = [_bare(text) for text in own]
    return merged and all(is_heading_text(text) or TIME.fullmatch(text) for text in said)


def is_heading_text(text: str) -> bool:
    words = re.findall(r"[a-z]+", text)
    known = sum(word in TABLE_WORDS or word in TARGET_WORDS for word in words)
    years = re.fullmatch(r"(?:nam |den nam )?20\d\d", text)
    return len(text) <= LONGEST_HEADING and bool(years or (words and known * 3 >= len(words) * 2))


def _bare(text: str) -> str:
    """The folded text without what stands in brackets."""
    return " ".join(re.sub(r"\([^)]*\)", " ", fold(text)).split())


def _said_over(rows: Sequence[TableRow], left: int, right: int) -> str:
    """What the header says over a column, from its uppermost row down."""
    over = [
        _bare(cell.text)
        for row in rows
        for cell in row.cells
        if not cell.continued and cell.left < right and left < cell.right
    ]
    months = any(re.search(r"\bthang\b", text) for text in over)  # "1" to "12" below it
    return " ".join(text for text in over if text and (months or not COLUMN_SIGN.fullmatch(text)))


def _name_columns(
    named: Sequence[tuple[str, int, int]],
) -> tuple[tuple[Column | None, int, int], ...]:
    columns: list[tuple[Column | None, int, int]] = []
    found = [column_of(said) for said, _, _ in named]
    persons = [bool(PERSON.match(said)) for said, _, _ in named]
    others = {held for held, person in zip(found, persons, strict=True) if not person}
    for (_, left, right), column, person in zip(named, found, persons, strict=True):
        if person and Column.LEAD in others:
            column = None
        taken = [held for held, _, _ in columns]
        if column is Column.CONTENT and column in taken:
            columns[taken.index(column)] = (Column.PARENT, *columns[taken.index(column)][1:])
        elif column in taken:
            column = None
        columns.append((column, left, right))
    if columns and columns[0][0] is None and len(named[0][0]) <= LONGEST_SIGN:
        columns[0] = (Column.NO, *columns[0][1:])
    held = [column for column, _, _ in columns]
    if Column.PARENT in held and Column.CONTENT not in held:  # "Tiêu chí" with its work under it
        at = held.index(Column.PARENT)
        columns[at] = (Column.CONTENT, *columns[at][1:])
    return tuple(columns)


def column_of(said: str) -> Column | None:
    """What the column under these words holds; None for nothing that a task has."""
    if re.search(r"bat dau.*ket thuc", said):
        return Column.DEADLINE
    more = (column for column, words in MORE_NAMES if re.match(words, said))
    found = next(more, None) if not re.search(r"chu tri.*phoi hop", said) else Column.LEAD
    if found is not None:
        return found
    name = NAMES.search(said)
    return Column(name.lastgroup) if name is not None and name.lastgroup else None
