"""The times that sentences close with, and those that cannot be read."""

from datetime import date

import pytest

from plans.deadlines.closing_times import part_until


@pytest.mark.parametrize(
    ("sentence", "content", "until"),
    [
        ("Tổ chức hội nghị vào ngày 30/11/2025", "Tổ chức hội nghị", "vào ngày 30/11/2025"),
        ("Tổ chức hội nghị vào ngày 31/11/2025", "Tổ chức hội nghị", "vào ngày 31/11/2025"),
        ("Họp vào ngày 15/10 tại xã Mẫu", "Họp vào ngày 15/10 tại xã Mẫu", None),
        ("Nạo vét kênh, xong trước mùa mưa bão", "Nạo vét kênh", "xong trước mùa mưa bão"),
        (
            "Rà soát hồ sơ, hoàn thành trước 15/10 và trước 15/11/2025",
            "Rà soát hồ sơ",
            "hoàn thành trước 15/10 và trước 15/11/2025",
        ),
    ],
)
def test_a_time_is_parted_from_its_sentence_even_where_no_calendar_has_its_day(
    sentence, content, until
):
    assert part_until(sentence, date(2025, 9, 19)) == (content, until)
