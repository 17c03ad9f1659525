from datetime import date

import pytest

from plans.annexes import Row, find_annexes
from plans.broken.table import read_broken_cells
from plans.source import split_lines

HEADER = (
    "PHỤ LỤC 1: PHÂN CÔNG NHIỆM VỤ\nSTT\nNội dung công việc\nCơ quan chủ trì\n"
    "Cơ quan phối hợp\nSản phẩm\nThời gian\n"
)
COUNTED_FROM = date(2025, 9, 13)


def read(body: str) -> tuple[list[Row], list[str]]:
    """The rows under the header, and the lines left over."""
    (annex,) = find_annexes(split_lines(HEADER + body))
    found = read_broken_cells(annex, COUNTED_FROM)
    assert found is not None
    return list(found.rows), [line.text for line in found.unread]


def make_row(**but) -> Row:
    usual = {
        "line": 10,
        "group": "I",
        "group_title": "Nâng cao nhận thức",
        "no": "1",
        "content": "Xây dựng kế hoạch tuyên truyền",
        "lead": "Phòng Văn hóa – Xã hội",
        "coordinating": "Các phòng, ban, đơn vị liên quan",
        "product": "Kế hoạch",
        "deadline": "Hằng năm",
    }
    return Row(**{**usual, **but})


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "I\nNâng cao nhận thức\n1.\nXây dựng kế hoạch\ntuyên truyền\nPhòng Văn hóa –\nXã hội\n"
            "Các phòng, ban, đơn vị liên\nquan\nKế hoạch\nHằng năm\n",
            id="a-cell-a-line",
        ),
        pytest.param(
            "I\nNâng cao nhận thức\n1. Xây dựng kế hoạch tuyên truyền\nPhòng Văn hóa –\nXã hội Các "
            "phòng, ban, đơn vị liên\nquan\nKế hoạch Hằng năm\n",
            id="cells-on-one-line",
        ),
        pytest.param(
            "I\nNâng cao nhận thức\n1.\nXây dựng kế hoạch\ntuyên truyền\nPhòng Văn hóa – Xã hội\n"
            "Các phòng, ban, đơn vị\nliên quan Kế hoạch\nHằng năm\n",
            id="product-after-an-agency",
        ),
        pytest.param(
            "I\nNâng cao\nnhận thức\n\n\n1.\n\nXây dựng\nkế hoạch\ntuyên truyền\n\nPhòng\nVăn hóa\n"
            "– Xã\nhội\n\nCác phòng,\nban, đơn vị\nliên quan\n\nKế\nhoạch\n\nHằng\nnăm\n",
            id="borders-as-blank-lines",
        ),
    ],
)
def test_a_row_is_read_wherever_its_cells_are_broken(body):
    rows, unread = read(body)

    assert rows == [make_row(line=rows[0].line)]
    assert unread == []


def test_the_header_of_a_new_page_may_stand_between_rows():
    header = HEADER.split("\n", 1)[1]
    row = "{}.\nXây dựng kế hoạch tuyên truyền\nCông an xã\nCác đơn vị liên quan\nBáo cáo\n{}\n"

    rows, unread = read(
        "I\nViệc chung\n" + row.format(1, "6/2026") + header + row.format(2, "2026")
    )

    assert [(row.group, row.no, row.lead, row.deadline) for row in rows] == [
        ("I", "1", "Công an xã", "6/2026"),
        ("I", "2", "Công an xã", "2026"),
    ]
    assert unread == []


def test_dash_rows_stand_under_the_words_of_their_number():
    tail = "Công an xã\nCác đơn vị liên quan\nBáo cáo\nHằng năm\n"

    rows, _ = read(
        f"V\nỨng dụng\n11.\nỨng dụng công nghệ trong giáo dục:\n- Xây dựng hệ thống quản lý\n{tail}"
        f"- Triển khai số hóa toàn bộ\nhoạt động\n{tail}"
        f"12.\nPhát triển nền tảng số:\n- Xây dựng kho dữ liệu\n{tail}"
    )

    assert [(row.no, row.sub, row.parent, row.content) for row in rows] == [
        ("11", 1, "Ứng dụng công nghệ trong giáo dục:", "Xây dựng hệ thống quản lý"),
        ("11", 2, "Ứng dụng công nghệ trong giáo dục:", "Triển khai số hóa toàn bộ hoạt động"),
        ("12", 1, "Phát triển nền tảng số:", "Xây dựng kho dữ liệu"),
    ]


def test_a_row_without_an_agency_or_a_deadline_is_still_a_row():
    tail = "Công an xã\nCác đơn vị liên quan\nBáo cáo\nHằng năm\n"

    rows, _ = read(
        f"I\nViệc chung\n1.\nXây dựng hệ thống giám sát an ninh\n{tail}"
        f"2.\nXây dựng cơ sở dữ liệu đất đai\n3.\nTriển khai nền tảng số\n{tail}"
    )

    assert [(row.no, row.content, row.lead, row.deadline) for row in rows] == [
        ("1", "Xây dựng hệ thống giám sát an ninh", "Công an xã", "Hằng năm"),
        ("2", "Xây dựng cơ sở dữ liệu đất đai", None, None),
        ("3", "Triển khai nền tảng số", "Công an xã", "Hằng năm"),
    ]


def test_a_damaged_deadline_stays_in_its_column():
    rows, _ = read(
        "I\nViệc chung\n1.\nXây dựng kế hoạch tuyên truyền\nCông an xã\nCác đơn vị liên quan\n"
        "Báo cáo\n712005\n2.\nTriển khai nền tảng số\nCông an xã\nCác đơn vị liên quan\n"
        "Báo cáo\n2026\n"
    )

    assert [(row.no, row.product, row.deadline) for row in rows] == [
        ("1", "Báo cáo", "712005"),
        ("2", "Báo cáo", "2026"),
    ]


def test_an_annex_with_another_header_is_not_taken():
    (annex,) = find_annexes(split_lines("PHỤ LỤC 1: NHIỆM VỤ\n1. Việc\n- Cơ quan chủ trì: A\n"))

    assert read_broken_cells(annex, COUNTED_FROM) is None


def test_a_column_of_starts_is_part_of_the_time():
    (annex,) = find_annexes(
        split_lines(
            "PHỤ LỤC 1: PHÂN CÔNG NHIỆM VỤ\nSTT\nNội dung công việc\nCơ quan chủ trì\n"
            "Thời gian bắt đầu\nThời gian hoàn thành\n"
            "1\nSửa chữa hội trường Ủy ban xã\nPhòng Kinh tế\n15/4/2026\n15/7/2026\n"
        )
    )

    found = read_broken_cells(annex, COUNTED_FROM)

    assert found is not None
    assert [(row.lead, row.deadline) for row in found.rows] == [
        ("Phòng Kinh tế", "15/4/2026 - 15/7/2026")
    ]


def test_a_number_over_numbers_of_its_own_or_letters_is_their_heading():
    cells = "Công an xã\nPhòng Kinh tế\nKế hoạch\n"

    rows, unread = read(
        f"1\nNhiệm vụ về nhận thức số\n1.1\nTổ chức tập huấn kỹ năng số\n{cells}Hằng năm\n"
        f"2\nPhát triển dữ liệu số\na)\nTổ chức các đợt làm sạch dữ liệu\n{cells}Quý I/2026\n"
        f"b)\nSố hóa hồ sơ hộ tịch\n{cells}Tháng 5/2026\n"
    )

    assert [(row.group, row.group_title, row.no, row.content, row.deadline) for row in rows] == [
        *[("1", "Nhiệm vụ về nhận thức số", "1.1", "Tổ chức tập huấn kỹ năng số", "Hằng năm")],
        *[("2", "Phát triển dữ liệu số", "a", "Tổ chức các đợt làm sạch dữ liệu", "Quý I/2026")],
        *[("2", "Phát triển dữ liệu số", "b", "Số hóa hồ sơ hộ tịch", "Tháng 5/2026")],
    ]
    assert unread == []
