"""The reports that a plan wants, as a secretary writes them."""

import pytest

from db.enums import Every
from tasks.drafts.reporting import (
    BadReportingError,
    Wanted,
    read_reporting_lines,
    reporting_lines,
)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("không", []),
        ("Hằng tháng", [Wanted(Every.MONTHLY)]),
        ("Hàng tháng báo cáo ngày 18", [Wanted(Every.MONTHLY, due_day=18)]),
        (
            "tháng chốt 14 báo cáo 18 họp 23",
            [Wanted(Every.MONTHLY, due_day=18, cut_off_day=14, review_day=23)],
        ),
        (
            "Năm: báo cáo trước ngày 30/11\nKhi cần",
            [
                Wanted(Every.YEARLY, due_day=30, due_month=11, before=True),
                Wanted(Every.AD_HOC),
            ],
        ),
        ("6 tháng: báo cáo 15/6; quý: báo cáo 20", None),
        ("trước ngày 20 tháng cuối quý", [Wanted(Every.QUARTERLY, due_day=20, before=True)]),
        ("ngày 25 hằng tháng", [Wanted(Every.MONTHLY, due_day=25)]),
        (
            "hàng năm trước ngày 30 tháng 11",
            [Wanted(Every.YEARLY, due_day=30, due_month=11, before=True)],
        ),
    ],
)
def test_reports_are_read_as_people_write_them(words, wanted):
    read = read_reporting_lines(words)

    assert wanted is None or read == wanted
    assert read_reporting_lines(reporting_lines(read)) == read


@pytest.mark.parametrize(
    "words",
    [
        "ngày 18",
        "quý này chưa xong",
        "Hằng tuần: báo cáo thứ sáu",
        "Hằng tháng: báo cáo ngày 32",
        "Hằng năm: báo cáo 30/13",
        "Hằng tháng: báo cáo ngày 18, gửi Sở Khoa học và Công nghệ",
        "Khi cần: báo cáo ngày 3",
    ],
)
def test_words_that_are_no_reports_are_refused(words):
    with pytest.raises(BadReportingError):
        read_reporting_lines(words)
