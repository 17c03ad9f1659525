"""Indicator tables that kept their cells, as documents of Word and Excel have them."""

from plans.files.document import Cell, Document, Paragraph, Place, Table, TableRow
from plans.labels import to_labels
from plans.read import read_document_plan
from tests.plans.labelled import labelled_rows, without_reading

YEARS = ("2025", "2030", "2035", "2040", "2045")
HEADS = {
    "annex-1": ("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Cơ quan chủ trì", "Cơ quan phối hợp"),
    "annex-2": (
        *("Stt", "Chỉ tiêu", *(f"Năm {year}" for year in YEARS)),
        *("Cơ quan chủ trì theo dõi, đánh giá", "Cơ quan phối hợp", "Sản phẩm đầu ra"),
    ),
}
TASKS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành")


def make_document() -> Document:
    """The labelled indicators of a plan printed again, one table each, and a task."""
    blocks: list[Paragraph | Table] = []
    line = 0

    def place() -> Place:
        nonlocal line
        line += 1
        return Place(line)

    def row(*texts: str) -> TableRow:
        cells = tuple(Cell(text, at, at + 1) for at, text in enumerate(texts))
        return TableRow(cells, place())

    rows = labelled_rows("vinh-lai/indicators.jsonl")
    blocks.append(Paragraph("KẾ HOẠCH", place()))
    for number, (source, heads) in enumerate(HEADS.items(), start=1):
        blocks.append(Paragraph(f"PHỤ LỤC {number}: CÁC CHỈ TIÊU", place()))
        printed = [row(*heads)]
        group = ""
        for found in (found for found in rows if found["source"] == source):
            if found["group"] != group:
                group = found["group"]
                blank = [""] * (len(heads) - 2)
                printed.append(row(group, found["group_title"], *blank))
            targets = found["targets"]
            raws = [target["raw"] for target in targets.values()] or [""]
            if source == "annex-2":
                raws = [targets[year]["raw"] if year in targets else "-" for year in YEARS]
            unit = [found["unit"] or ""] if source == "annex-1" else []
            agencies = ["; ".join(found["lead"]), "; ".join(found["coordinating"])]
            product = [found["product"] or ""] if source == "annex-2" else []
            printed.append(row(found["no"], found["name"], *unit, *raws, *agencies, *product))
        blocks.append(Table(tuple(printed), 0, len(heads)))
    blocks.append(Paragraph("PHỤ LỤC 3: NHIỆM VỤ", place()))
    task = row("1", "Xây dựng kế hoạch chuyển đổi số", "Phòng Kinh tế", "Tháng 9/2025")
    blocks.append(Table((row(*TASKS), task), 0, len(TASKS)))
    return Document(tuple(blocks))


def test_every_field_of_tables_that_kept_their_cells_is_as_labelled():
    plan = read_document_plan(make_document())

    assert without_reading(to_labels(plan)["indicators"]) == [
        {name: value for name, value in row.items() if name not in ("plan", "note")}
        for row in labelled_rows("vinh-lai/indicators.jsonl")
    ]
    assert [indicator for indicator in plan.indicators if indicator.doubts] == []
    assert plan.leftovers == ()


def test_targets_in_a_table_are_read_where_no_table_has_tasks():
    """Also targets in words, which a line of text would not part from the name."""
    texts = [
        ("TT", "Nội dung chỉ tiêu", "ĐVT", "Năm 2030", "Năm 2045", "Đơn vị chủ trì"),
        ("1", "Xếp hạng chuyển đổi số cấp xã", "Hạng", "Top 10", "-", "Phòng Văn hóa - Xã hội"),
    ]
    rows = tuple(
        TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(row)), Place(line))
        for line, row in enumerate(texts, 2)
    )

    plan = read_document_plan(
        Document((Paragraph("PHỤ LỤC: CHỈ TIÊU", Place(1)), Table(rows, 0, 6)))
    )

    (found,) = to_labels(plan)["indicators"]
    assert (found["name"], found["unit"]) == ("Xếp hạng chuyển đổi số cấp xã", "Hạng")
    assert {year: target["raw"] for year, target in found["targets"].items()} == {"2030": "Top 10"}


def test_targets_that_turn_are_doubted_and_those_of_a_limit_where_they_rise():
    texts = [
        ("TT", "Chỉ tiêu", "ĐVT", "Năm 2026", "Năm 2027", "Năm 2028", "Đơn vị chủ trì"),
        ("1", "Tỷ lệ thất nghiệp", "%", "< 2,8", "< 2,7", "8", "Phòng Kinh tế"),
        ("2", "Tỷ lệ hộ nghèo", "%", "< 3", "< 2", "< 1", "Phòng Kinh tế"),
        ("3", "Tỷ lệ hộ có nước sạch", "%", "815", "85", "90", "Phòng Kinh tế"),
    ]
    rows = tuple(
        TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(row)), Place(line))
        for line, row in enumerate(texts, 2)
    )
    document = Document((Paragraph("PHỤ LỤC: CHỈ TIÊU", Place(1)), Table(rows, 0, 7)))

    found = read_document_plan(document).indicators

    assert [row.doubts for row in found] == [("targets_rise",), (), ("targets_fall",)]


def test_a_title_over_all_columns_heads_a_group_whatever_a_scan_made_of_its_number():
    cells = ("1", "Thu ngân sách", "tỷ đồng", "185", "260", "Phòng Kinh tế")
    header = ("TT", "Chỉ tiêu", "ĐVT", "Năm 2026", "Năm 2030", "Đơn vị chủ trì")
    rows = (
        TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(header)), Place(2)),
        TableRow((Cell("Í", 0, 1), Cell("KINH TẾ", 1, 6)), Place(3)),
        TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(cells)), Place(4)),
    )
    document = Document((Paragraph("PHỤ LỤC: CHỈ TIÊU", Place(1)), Table(rows, 0, 6)))

    found = read_document_plan(document).indicators

    assert [(row.group, row.group_title, row.name) for row in found] == [
        ("I", "KINH TẾ", "Thu ngân sách")
    ]
