"""A table of long lines, as a scan gives them."""

# ruff: noqa: E501  a scanned line is as long as its page is wide

from datetime import date

import pytest

from plans.agencies.of_rows import part_scanned
from plans.annexes import find_annexes
from plans.columns import Column
from plans.mixed.page import read_page
from plans.mixed.table import read_mixed_table
from plans.source import split_lines

COUNTED_FROM = date(2025, 9, 19)
TABLE = """PHU LUC II
TT Tén nhiém vu Co quan chu tri Co quan phoi hop San pham Thoi gian hoan thanh
I | Nang cao nhén thirc va trach nhiém cua ca hé thong chinh tri trong toan tinh hién nay
Xay dung, trinh UBND tinh ban hanh chuong trinh tuyén | S& Khoa hoc | Céc s&, ban, nganh, | K& hoach
1. truyén thuong xuyén vé noi dung Nghi quyét cua tinh | va Cong | co quan, don vi, dia | thuc hién | 02/2025
trong nhiing nam téi | nghé | phuong.
Tham muu phat dong phong trao thi dua trong toan tinh | S& Noi vu | Céc don vi lién quan | Phong trao | 3/2025
2. dé phat huy strc manh cua ca hé thong chinh tri
TT Tén nhiém vu Co quan chu tri Co quan phoi hop San pham Thoi gian hoan thanh
II | Hoan thién thé ché va tao loi thé canh tranh trong phat trién khoa hoc, cong nghé
Ra soat, dé xuat thao g& cac diém nghén vé thé ché | S& Tu phap | Céc don vi lién quan | Béo cdo | Thuong
3. trong phat trién khoa hoc va cong nghé tai tinh | | | | xuyén
"""


@pytest.fixture
def annex():
    return find_annexes(split_lines(TABLE))[0]


def test_the_columns_stand_in_the_order_of_the_header(annex):
    page = read_page(annex.lines)

    assert page is not None
    assert page.columns == (
        Column.CONTENT,
        Column.LEAD,
        Column.COORDINATING,
        Column.PRODUCT,
        Column.DEADLINE,
    )


def test_rows_are_parted_and_their_words_laid_into_columns(annex):
    read = read_mixed_table(annex, COUNTED_FROM)

    assert read is not None
    assert read.unread == ()
    assert [(row.group, row.no, row.line) for row in read.rows] == [
        ("I", "1", 4),
        ("I", "2", 7),
        ("II", "3", 11),
    ]
    assert [part_scanned(row.lead or "") for row in read.rows] == [
        ("Sở Khoa học và Công nghệ",),
        ("Sở Nội vụ",),
        ("Sở Tư pháp",),
    ]
    assert part_scanned(read.rows[0].coordinating or "") == (
        "Các sở, ban, ngành, cơ quan, đơn vị, địa phương",
    )
    assert [row.deadline for row in read.rows] == ["02/2025", "3/2025", "Thuong xuyén"]
    assert read.rows[1].content == (
        "Tham muu phat dong phong trao thi dua trong toan tinh "
        "dé phat huy strc manh cua ca hé thong chinh tri"
    )


def test_a_header_that_names_no_task_is_no_table_of_tasks():
    lines = split_lines("TT Chi tiéu Don vi Két qua Co quan chu tri\n1 Ty lé phu song % 100\n")

    assert read_page(lines) is None
