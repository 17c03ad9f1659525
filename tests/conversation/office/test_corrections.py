"""Corrections in words: what is a new deadline, and what only speaks of one."""

from datetime import date

import pytest

from bot.conversation.office.correction_words import read_correction

WEDNESDAY = date(2025, 12, 17)


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("sửa hạn 12 thành 30/6/2026", "thời hạn: 30/6/2026"),
        ("đặt lại hạn việc 12 là 15/1", "thời hạn: 15/1"),
        ("thay đổi thời hạn việc 12 thành ngày 28/2/2026", "thời hạn: ngày 28/2/2026"),
        ("rút ngắn hạn việc 12 xuống 20/12", "thời hạn: 20/12"),
        ("đổi hạn cuối của việc 12 thành 15/1/2026", "thời hạn: 15/1/2026"),
        ("việc 12 hạn thứ sáu hằng tuần", "thời hạn: thứ sáu hằng tuần"),
        ("việc 12 hạn 10h sáng thứ hai nhé", "thời hạn: 10h sáng thứ hai nhé"),
        ("hạn việc 12 là 25/12", "thời hạn: 25/12"),
        ("sửa ngày hoàn thành việc 12 thành 20/1/2026", "thời hạn: 20/1/2026"),
        ("đổi thời hạn việc 12 từ 31/12 sang 15/1", "thời hạn: 15/1"),
        ("sửa việc 12 hạn thành 30/12", "thời hạn: 30/12"),
        ("việc 12 Công an xã chủ trì", "Công an xã chủ trì"),
        ("việc 12 ai chủ trì", None),
        ("hạn việc 12 là khi nào", None),
        ("hạn việc 12 là 25/12?", None),
        ("việc 12 hạn 31/12 phải không", None),
        ("việc 12 hạn 31/12 à", None),
        ("việc 12 hạn 31/12 nhưng chưa xong", None),
        ("việc 12 hạn cuối tháng này, đang làm", None),
    ],
)
def test_a_deadline_is_corrected_where_nothing_else_is_said(text, correction):
    found = read_correction(text, today=WEDNESDAY)

    assert (found and (found.number, found.correction)) == (correction and (12, correction))
