from datetime import date

import pytest

from plans.annexes import AnnexRows
from plans.files.document import Cell, Document, Paragraph, Place, Table, TableRow
from plans.said_elsewhere import put_in_place
from plans.tables.read import read_tables

HEADS = ("TT", "Nội dung", "Cơ quan chủ trì", "Thời hạn")
A, B = "Công an xã", "Phòng Kinh tế"


def table(first: int, *rows: tuple[str, ...]) -> Table:
    """Rows of four cells, a line each; "^" is merged with the cell above."""
    printed: list[TableRow] = []
    for at, texts in enumerate(rows):
        cells = []
        for column, text in enumerate(texts):
            merged = text == "^"
            above = printed[-1].cells[column].text if merged else text
            cells.append(Cell(above, column, column + 1, continued=merged))
        printed.append(TableRow(tuple(cells), Place(first + at)))
    return Table(tuple(printed), 0, len(HEADS))


def rows_of(*tables: Table):
    """What is read of each row: number, dash, name above, content, lead, deadline."""
    (annex,) = read_tables(Document(tables), date(2025, 9, 19)).annexes
    return [(r.no, r.sub, r.parent, r.content, r.lead, r.deadline) for r in annex.rows]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        pytest.param(
            ("1.", "Rà soát các", "Phòng Kinh", "12/2025"),
            ("", "thủ tục", "tế", ""),
            [("1", None, None, "Rà soát các thủ tục", B, "12/2025")],
            id="row",
        ),
        pytest.param(
            ("5-", "Rà soát các", A, "Tháng"),
            ("6.", "thủ tục", "", "12/2025"),
            [("5-6", None, None, "Rà soát các thủ tục", A, "Tháng 12/2025")],
            id="its-number-too",
        ),
        pytest.param(
            ("10", "Rà soát các", A, "2025"),
            (".", "Nghị quyết", "", ""),
            [("10", None, None, "Rà soát các Nghị quyết", A, "2025")],
            id="only-the-dot-of-its-number",
        ),
        pytest.param(
            ("1.", "Tổ chức hội nghị", "Ban Thường trực Ủy ban", "2025"),
            ("", "đối thoại", "Mặt trận Tổ quốc xã", ""),
            [
                (
                    "1",
                    None,
                    None,
                    "Tổ chức hội nghị đối thoại",
                    "Ban Thường trực Ủy ban Mặt trận Tổ quốc xã",
                    "2025",
                )
            ],
            id="within-a-name-before-what-begins-another",
        ),
        pytest.param(
            ("1.", "Thành lập Ban", "Văn phòng HĐND và", "2025"),
            ("", "Chỉ đạo", "UBND", ""),
            [("1", None, None, "Thành lập Ban Chỉ đạo", "Văn phòng HĐND và UBND", "2025")],
            id="behind-a-word-that-a-name-cannot-end-with",
        ),
        pytest.param(
            ("1.", "Rà soát", A, "2025"),
            ("", "Xây dựng", B, "2026"),
            [("1", None, None, "Rà soát", A, "2025"), ("1", None, None, "Xây dựng", B, "2026")],
            id="no-row-was-cut",
        ),
        pytest.param(
            ("1.", "Rà soát", A, "2025"),
            ("2.", "xây dựng", B, "2026"),
            [("1", None, None, "Rà soát", A, "2025"), ("2", None, None, "xây dựng", B, "2026")],
            id="a-new-number",
        ),
    ],
)
def test_a_row_that_the_page_cut_is_one(before, after, wanted):
    assert rows_of(table(1, HEADS, before), table(3, HEADS, after)) == wanted
    assert rows_of(table(1, HEADS, before), table(3, after)) == wanted


def test_dash_rows_stand_under_the_row_that_only_names_them():
    found = rows_of(
        table(1, HEADS, ("7.", "Các việc:", "", ""), ("", "- Một", A, "2025"), ("", "- Hai", B, ""))
    )

    assert found == [
        ("7", 1, "Các việc:", "Một", A, "2025"),
        ("7", 2, "Các việc:", "Hai", B, None),
    ]


def test_what_is_merged_over_rows_counts_for_each_and_a_merged_name_makes_one_task():
    found = rows_of(
        table(
            1,
            HEADS,
            ("1.", "Một", A, "2025"),
            ("2.", "Hai", "^", "^"),
            ("3.", "Ba", A, "2026"),
            ("^", "^", B, "^"),
        )
    )

    assert found == [
        ("1", None, None, "Một", A, "2025"),
        ("2", None, None, "Hai", A, "2025"),
        ("3", None, None, "Ba", f"{A}\n{B}", "2026"),
    ]


def test_a_table_of_indicators_is_set_aside_and_other_lines_are_listed():
    document = Document(
        (
            Paragraph("PHỤ LỤC 1: CHỈ TIÊU", Place(1)),
            table(2, ("TT", "Chỉ tiêu", "Năm 2025", "Năm 2030"), ("1", "Tỷ lệ", "80%", "90%")),
            Paragraph("PHỤ LỤC 2: NHIỆM VỤ", Place(4)),
            table(5, HEADS, ("1.", "Một", A, "2025")),
            Paragraph("Ghi chú", Place(7)),
        )
    )

    first, second = read_tables(document, date(2025, 9, 19)).annexes

    assert ([row.text for row in first.indicators], first.rows) == (["1 | Tỷ lệ | 80% | 90%"], [])
    assert [row.content for row in second.rows] == ["Một"]
    assert [line.text for line in second.unread] == ["Ghi chú"]


def wide_table(first: int, *rows: tuple[tuple[str, int, int], ...]) -> Table:
    """Rows of cells (text, left, right), a line each; "^" is merged with the cell above."""
    printed: list[TableRow] = []
    for at, texts in enumerate(rows):
        cells = tuple(
            Cell(text.strip("^"), left, right, "^" in text) for text, left, right in texts
        )
        printed.append(TableRow(cells, Place(first + at)))
    return Table(tuple(printed), 0, rows[0][-1][2])


def test_days_to_begin_and_to_end_on_are_one_time():
    upper = (("Stt", 0, 1), ("Nội dung", 1, 2), ("Phân công", 2, 3), ("Thời gian", 3, 5))
    lower = (("Stt^", 0, 1), ("Nội dung^", 1, 2), ("Phân công^", 2, 3))
    begin_and_end = (*lower, ("Bắt đầu", 3, 4), ("Kết thúc", 4, 5))

    def row(number: str, work: str, begin: str, end: str) -> tuple[tuple[str, int, int], ...]:
        return ((number, 0, 1), (work, 1, 2), (A, 2, 3), (begin, 3, 4), (end, 4, 5))

    first = wide_table(1, upper, begin_and_end, row("1", "Rà soát", "3/2026", "15/4/2026"))
    overleaf = wide_table(
        4, upper, row("2", "Trực ban", "", "Thường xuyên"), row("3", "Tập huấn", "5/2026", "5/2026")
    )

    assert [(no, until) for no, *_, until in rows_of(first, overleaf)] == [
        ("1", "3/2026 - 15/4/2026"),
        ("2", "Thường xuyên"),
        ("3", "5/2026"),
    ]


def test_a_header_may_have_columns_that_say_nothing_of_tasks():
    heads = (
        *("Số TT", "Nội dung văn bản, nhiệm vụ", "Cấp có thẩm quyền ban hành"),
        *("CQ chủ trì", "CQ phối hợp", "Hình thức văn bản/ sản phẩm"),
    )
    row = ("1", "Quy định bảng giá đất", "HĐND tỉnh", "Sở Tài chính", "Thuế tỉnh", "Nghị quyết")
    printed = [tuple((text, at, at + 1) for at, text in enumerate(texts)) for texts in (heads, row)]

    (annex,) = read_tables(Document((wide_table(1, *printed),)), date(2025, 9, 19)).annexes

    (read,) = annex.rows
    assert (read.content, read.lead, read.product) == (row[1], row[3], row[5])
    assert read.left == ("HĐND tỉnh",)


def test_two_cells_under_one_head_of_times_are_one_time():
    heads = (("Stt", 0, 1), ("Nội dung", 1, 2), ("Chủ trì", 2, 3), ("Thời gian", 3, 5))
    row = (("1", 0, 1), ("Rà soát", 1, 2), (A, 2, 3), ("3/2026", 3, 4), ("15/4/2026", 4, 5))
    alone = (("2", 0, 1), ("Trực ban", 1, 2), (A, 2, 3), ("", 3, 4), ("Thường xuyên", 4, 5))

    assert [until for *_, until in rows_of(wide_table(1, heads, row, alone))] == [
        "3/2026 - 15/4/2026",
        "Thường xuyên",
    ]


def test_a_first_row_that_begins_on_a_missing_page_says_so():
    printed = table(1, HEADS, ("", "trên địa bàn xã", "", ""), ("3", "Rà soát", A, "2025"))

    (annex,) = read_tables(Document((printed,)), date(2025, 9, 19)).annexes

    assert [(row.no, row.doubts) for row in annex.rows] == [("", ("row_cut",)), ("3", ())]


def test_a_heading_over_a_table_that_is_an_agency_leads_its_rows():
    heads = ("TT", "Nội dung nhiệm vụ", "Cơ quan phối hợp", "Thời hạn")
    blocks: list[Paragraph | Table] = [Paragraph("PHỤ LỤC: NHIỆM VỤ", Place(1))]
    for at, (heading, row) in enumerate(
        [
            ("I. SỞ KHOA HỌC VÀ CÔNG NGHỆ", ("1", "Xây dựng Kiến trúc số", A, "31/3/2026")),
            ("II. UBND CÁC XÃ, PHƯỜNG", ("1", "Duy trì tổ công nghệ số", B, "Hằng năm")),
        ]
    ):
        line = 2 + 3 * at
        blocks += [Paragraph(heading, Place(line)), table(line + 1, heads, row)]
    document = Document(tuple(blocks))

    (annex,) = read_tables(document, date(2026, 1, 8)).annexes
    rows = put_in_place(AnnexRows(tuple(annex.rows), annex.unread), date(2026, 1, 8))

    assert [(row.group, row.no, row.lead, row.coordinating) for row in rows.rows] == [
        ("I", "1", "Sở Khoa học và Công nghệ", A),
        ("II", "1", "UBND các xã, phường", B),
    ]
    assert rows.unread == ()
