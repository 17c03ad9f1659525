"""Tables of indicators: a whole plan as labelled, and small ones in every way of printing."""

import pytest

from plans.indicators.read import read_indicators
from plans.indicators.row import IndicatorRow
from plans.indicators.tables import find_indicator_tables
from plans.labels import to_labels
from plans.read import read_plan
from plans.source import split_lines
from tests.plans.labelled import example_text, labelled_rows, without_reading

CELLS = """
PHỤ LỤC II: CÁC CHỈ TIÊU THEO GIAI ĐOẠN

Stt Chỉ tiêu

Năm

2025

Năm

2030

Cơ quan

chủ trì

Sản phẩm

I Phát triển hạ tầng

1

Tỷ lệ phủ sóng 5G trên địa

bàn xã

≥ 60% 100%

Phòng Kinh tế

Báo cáo số

liệu

2 Tỷ lệ chi cho chuyển đổi số

-

Đạt trên

3%

Công an xã

Báo cáo số

liệu
"""
ONE_RESULT = """
PHỤ LỤC 1: CÁC CHỈ TIÊU
TT Chỉ tiêu Đơn vị tính Kết quả Cơ quan chủ trì
I Đến năm 2030
1 Các chỉ tiêu về thủ tục hành chính
1.1
Tỷ lệ hồ sơ trực tuyến
% ≥ 80
Phòng Kinh tế
2 Hạ tầng số
Tiên tiến, hiện đại
Công an xã
II Đến năm 2045
3
Tỷ lệ hồ sơ trực tuyến
% 100 Phòng Kinh tế
"""
SCANNED = """
cua va cac cua va cac cua va cac
Phu luc I
STT Muc tiéu 2025 | 2030 | 2035 Co quan chu tri
I | Phat trién ha tang
Ty 1€ ho so, két qua giai quyét
1 | thu tuc hanh chinh >70% | 80% | 1009 Phong Kinh té
duoc so hoa
o | Ty 1¢ ngudi dan co chir ky sb =10% | 20% Cong an xa
"""


def rows_of(text: str) -> tuple[IndicatorRow, ...]:
    return read_indicators(split_lines(text)).rows


def brief(row: IndicatorRow) -> tuple[object, ...]:
    targets = {year: (target.op, target.value) for year, target in row.targets}
    return row.group, row.no, row.name, row.unit, targets, row.lead


def test_every_field_of_every_indicator_of_a_plan_is_as_labelled():
    wanted = labelled_rows("vinh-lai/indicators.jsonl")
    plan = read_plan(example_text("vinh-lai"))

    read = without_reading(to_labels(plan)["indicators"])

    assert read == [
        {name: value for name, value in row.items() if name not in ("plan", "note")}
        for row in wanted
    ]
    assert [indicator for indicator in plan.indicators if indicator.doubts] == []


def test_a_table_printed_cell_by_cell_is_put_together():
    rows = rows_of(CELLS)

    assert [brief(row) for row in rows] == [
        (
            "I",
            "1",
            "Tỷ lệ phủ sóng 5G trên địa bàn xã",
            "%",
            {"2025": (">=", 60), "2030": ("=", 100)},
            "Phòng Kinh tế",
        ),
        (
            "I",
            "2",
            "Tỷ lệ chi cho chuyển đổi số",
            "%",
            {"2030": (">", 3)},
            "Công an xã",
        ),
    ]
    assert [row.product for row in rows] == ["Báo cáo số liệu", "Báo cáo số liệu"]


def test_headings_in_capitals_end_no_table_and_one_year_beside_a_unit_heads_targets():
    rows = rows_of(
        """PHỤ LỤC I
CÁC CHỈ TIÊU CHỦ YẾU
ST
T
Tên chỉ tiêu Đơn vị
tính
Kế hoạch
năm 2026
Đơn vị chủ trì
I CHÍNH QUYỀN SỐ TRÊN ĐỊA BÀN
1 Tỷ lệ văn bản đi được ký số % 100 Văn phòng Sở
2 Tỷ lệ hồ sơ công việc được xử lý trên môi
trường mạng
% ≥ 95 Trung tâm Công
nghệ thông tin
3 Số bộ dữ liệu mở được công bố 10 Phòng Dữ liệu
"""
    )

    assert [(*brief(row)[:2], *brief(row)[3:]) for row in rows] == [
        ("I", "1", "%", {"2026": ("=", 100)}, "Văn phòng Sở"),
        ("I", "2", "%", {"2026": (">=", 95)}, "Trung tâm Công nghệ thông tin"),
        ("I", "3", None, {"2026": ("=", 10)}, "Phòng Dữ liệu"),
    ]


@pytest.mark.parametrize("ahead", ["Đến\nnăm\n2030", "Đến năm 2030"])
def test_a_year_to_reach_is_a_column_where_others_stand_behind_it(ahead: str):
    header = f"TT\nNội dung chỉ tiêu\nĐVT\nNăm 2026\n{ahead}\nCơ quan chủ trì"
    lines = split_lines(f"PHỤ LỤC I\n{header}\n1\nTỷ lệ hồ sơ trực tuyến\n%\n85\n95\nSở Y tế\n")

    (table,) = find_indicator_tables(lines, scanned=False)

    assert (table.years, table.lines[0].text) == (("2026", "2030"), "1")


def test_the_heading_above_gives_the_year_of_a_table_with_one_result():
    rows = rows_of(ONE_RESULT)

    assert [(row.no, row.heading) for row in rows] == [
        ("1", True),
        ("1.1", False),
        ("2", False),
        ("3", False),
    ]
    assert [brief(row) for row in rows[1:]] == [
        ("I", "1.1", "Tỷ lệ hồ sơ trực tuyến", "%", {"2030": (">=", 80)}, "Phòng Kinh tế"),
        ("I", "2", "Hạ tầng số", None, {"2030": (None, None)}, "Công an xã"),
        ("II", "3", "Tỷ lệ hồ sơ trực tuyến", "%", {"2045": ("=", 100)}, "Phòng Kinh tế"),
    ]


def test_a_scanned_table_is_read_line_by_line():
    first, second = rows_of(SCANNED)

    assert brief(first) == (
        "I",
        "1",
        "Tỷ lệ hồ sơ, kết quả giải quyết thủ tục hành chính được số hóa",
        "%",
        {"2025": (">=", 70), "2030": ("=", 80), "2035": ("=", 100)},
        "Phong Kinh té",
    )
    assert (second.no, second.name, second.raw_name) == (
        "2",
        "Tỷ lệ người dân có chữ ký số",
        "Tỷ lệ ngudi dan co chir ky sb",
    )


def test_a_first_word_that_lost_its_end_is_known_by_the_next():
    _, row = rows_of(SCANNED.replace("o | Ty 1¢ ngudi", "2 | Ch} ngan sach cho ngudi"))

    assert row.name == "Chi ngân sách cho người dân có chữ ký số"


def test_what_is_guessed_in_a_scanned_table_is_doubted():
    first, second = rows_of(SCANNED)

    assert first.doubts == ("target_mended",)
    assert [year for year, _ in second.targets] == ["2030", "2035"]
    assert second.doubts == ("number_missing", "years_guessed")


@pytest.mark.parametrize(
    "text",
    [
        "TT Nhiệm vụ Cơ quan chủ trì Thời gian\n1\nXây dựng kế hoạch\nPhòng Kinh tế\nTháng 9/2025",
        "Chỉ tiêu đến năm 2030 và 2045 theo nghị quyết",
        "",
    ],
    ids=["tasks", "prose", "nothing"],
)
def test_what_is_no_table_of_indicators_gives_none(text: str):
    assert rows_of(text) == ()
