"""Tables that lost their header: a photo of a later page, a scan whose lines are too faint."""

from datetime import date

from plans.files.document import Cell, Document, Paragraph, Place, Table, TableRow
from plans.read import read_document_plan
from plans.tables.guess import guess_heads, shows_tasks

ROWS = (
    ("4", "Lắp đặt camera tại các điểm giao thông", "Công an xã", "Các thôn", "31/8/2026"),
    ("5", "Mua sắm trang thiết bị cho bộ phận một cửa", "Phòng Kinh tế", "", "Quý III/2026"),
)
PRICES = (
    ("1", "Máy tính để bàn cho bộ phận một cửa", "cái", "12.000.000", "Năm 2026"),
    ("2", "Máy quét tài liệu hai mặt tốc độ cao", "cái", "9.500.000", "Năm 2026"),
)


def table(*rows: tuple[str, ...]) -> Table:
    printed = (
        TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(row)), Place(line))
        for line, row in enumerate(rows, 2)
    )
    return Table(tuple(printed), 0, 5)


def test_columns_without_a_header_are_told_by_what_stands_in_them():
    plan = read_document_plan(Document((Paragraph("xã Mẫu", Place(1)), table(*ROWS))))

    assert [(t.no, t.lead, t.coordinating, t.deadline.due, t.doubts) for t in plan.tasks] == [
        ("4", ("Công an xã",), ("Các thôn",), date(2026, 8, 31), ("lead_unsure",)),
        ("5", ("Phòng Kinh tế",), (), date(2026, 9, 30), ("lead_unsure",)),
    ]
    assert plan.tasks[0].content == "Lắp đặt camera tại các điểm giao thông"


def test_a_sheet_that_heads_its_annex_itself_keeps_its_columns():
    title = TableRow((Cell("Phụ lục 03", 0, 5),), Place(1))
    sheet = Table((title, *table(*ROWS).rows), 0, 5)

    plan = read_document_plan(Document((sheet,)))

    assert [(task.source, task.no, *task.lead) for task in plan.tasks] == [
        ("annex-3", "4", "Công an xã"),
        ("annex-3", "5", "Phòng Kinh tế"),
    ]


def test_a_table_without_agencies_shows_no_tasks():
    assert guess_heads(table(*PRICES)) is None


def test_a_table_of_targets_whose_unit_is_an_office_shows_no_tasks():
    targets = table(
        ("STT", "Chỉ tiêu", "Đơn vị", "Cơ quan chủ trì", "Năm 2026", "Năm 2030"),
        ("1", "Trung tâm đào tạo nghề được xây mới", "Trung tâm", "Sở Nội vụ", "2", "10"),
        ("2", "Trong đó đạt trình độ khu vực", "Trung tâm", "Sở Nội vụ", "1", "5-7"),
    )

    assert guess_heads(targets) is not None
    assert shows_tasks(Document((targets,))) is False
