"""Deadlines of orders, said at the end of a year: none that has passed, none of a year later."""

from datetime import date

import pytest

from bot.conversation.office.order_times import read_time

WEDNESDAY, SYLVESTER = date(2025, 12, 17), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("today", "text", "due"),
    [
        (WEDNESDAY, "trước 1/1", date(2025, 12, 31)),
        (WEDNESDAY, "tháng 1", date(2026, 1, 31)),
        (WEDNESDAY, "trong 5 ngày", date(2025, 12, 22)),
        (WEDNESDAY, "trong vòng 1 tháng", date(2026, 1, 17)),
        (WEDNESDAY, "thứ sáu tuần sau nữa", date(2026, 1, 2)),
        (WEDNESDAY, "15/12", None),
        (WEDNESDAY, "trước ngày 17/12", None),
        (WEDNESDAY, "31/11", None),
        (SYLVESTER, "trong tháng", SYLVESTER),
        (SYLVESTER, "1/1", date(2026, 1, 1)),
        (SYLVESTER, "trước 31/12", None),
        (SYLVESTER, "29/2", None),
        (date(2027, 12, 31), "29/2", date(2028, 2, 29)),
    ],
)
def test_a_deadline_said_alone_is_the_next_such_day(today, text, due):
    found = read_time(text, today=today)

    assert (found and found.deadline.due) == due
