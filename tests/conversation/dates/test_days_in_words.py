"""Days and lengths of time as officers write them, in wishes for more time and in reminders."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.dates.lengths import Length
from bot.conversation.replies import read_reply

WEDNESDAY = date(2025, 12, 17)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("xin lùi đến 25 tháng này", date(2025, 12, 25)),
        ("xin gia hạn đến ngày 15 tháng này", None),
        ("xin lùi đến 20 tháng sau", date(2026, 1, 20)),
        ("cho em xin đến t6 tuần sau", date(2025, 12, 26)),
        ("cho em xin đến tuần sau thứ ba", date(2025, 12, 23)),
        ("xin gia hạn đến trung tuần tháng 1", date(2026, 1, 20)),
        ("xin gia hạn đến hạ tuần tháng 2/2028", date(2028, 2, 29)),
        ("xin gia hạn đến Q1/2026", date(2026, 3, 31)),
        ("xin gia hạn đến hết tuần 1 tháng 1", None),
        ("xin gia hạn đến thứ 6 tuần đầu tháng 1", None),
        ("xin lùi sang đầu tháng sau", None),
        ("xin gia hạn đến trước tháng 2", date(2026, 1, 31)),
        ("xin gia hạn đến 29/2", None),
        ("xin gia hạn tới 17h thứ sáu 26/12", date(2025, 12, 26)),
        ("xin gia hạn tới thứ sáu, ngày 26/12", date(2025, 12, 26)),
        ("xin gia hạn đến thứ 6 (26/12)", date(2025, 12, 26)),
        ("xin gia hạn đến 26/12 (thứ sáu)", date(2025, 12, 26)),
        ("xin gia hạn đến trước thứ sáu 26/12", date(2025, 12, 25)),
        ("xin gia hạn đến thứ hai 26/12", None),
        ("lùi hạn 31/12 sang 15/1", date(2026, 1, 15)),
        ("xin gia hạn đến 15/3 hoặc 30/3", None),
        ("xin gia hạn đến sau 20/1", None),
        ("xin gia hạn đến sau 2 tuần", date(2025, 12, 31)),
        ("xin gia hạn đến một tuần sau khi có vốn", None),
        ("xin gia hạn 5 ngày sau tết", None),
        ("xin gia hạn đến hai mươi tháng một", date(2026, 1, 20)),
        ("xin gia hạn đến hai mươi lăm tháng này", date(2025, 12, 25)),
        ("xin gia hạn đến 15 tây", date(2026, 1, 15)),
        ("xin lùi việc 5 đến 15 tây tháng sau", date(2026, 1, 15)),
        ("xin gia hạn đến trước 25", date(2025, 12, 24)),
        ("xin gia hạn đến 15 tháng tư", date(2026, 4, 15)),
        ("xin gia hạn đến ngày 29 tháng sau", date(2026, 1, 29)),
        ("xin gia hạn đến ngày 15 ta", None),
        ("xin gia han den mung 5 tet", None),
        ("xin gia hạn đến 20 hoặc 25/12", None),
        ("xin gia hạn đến 20-25/12", None),
    ],
)
def test_more_time_until_a_day(text, until):
    wish = read_reply(text, today=WEDNESDAY)[0]

    assert (wish.extension, wish.until, wish.extend_by) == (True, until, None)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("cho em thêm 1 tuần nữa", Length(days=7)),
        ("xin gia hạn thêm hai mươi ngày", Length(days=20)),
        ("xin gia hạn thêm mười lăm ngày", Length(days=15)),
        ("xin gia hạn 1 tháng rưỡi", Length(days=15, months=1)),
        ("xin gia hạn tối đa 2 tuần", Length(days=14)),
        ("xin gia hạn thêm 10 ngày làm việc", None),
        ("xin gia hạn 10-15 ngày", None),
        ("cho em thêm 2-3 hôm", None),
        ("xin gia hạn thêm từ 5 đến 7 ngày", None),
        ("xin gia hạn thêm 1 hoặc 2 tuần", None),
        ("xin gia hạn thêm hai ba ngày", None),
        ("xin gia hạn hơn 1 tuần", None),
        ("xin gia hạn thêm tuần rưỡi", None),
    ],
)
def test_more_time_by_a_length(text, length):
    wish = read_reply(text, today=WEDNESDAY)[0]

    assert (wish.extension, wish.until, wish.extend_by) == (True, None, length)


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 40),
    st.integers(0, 14),
    st.sampled_from(["", "/2024", "/2025", "/2026", "/27"]),
    st.sampled_from(["xin gia hạn đến {}", "xin lùi sang ngày {}", "nhắc lại vào {}"]),
)
def test_no_day_is_taken_that_there_is_not_or_that_has_passed(day, month, year, way):
    said = read_reply(f"việc 5 {way.format(f'{day}/{month}{year}')}", today=WEDNESDAY)[0]

    taken = said.until or said.snooze
    assert taken is None or (taken >= WEDNESDAY and (taken.day, taken.month) == (day, month))


def test_a_word_that_begins_like_because_gives_no_reason():
    wish = read_reply("xin gia hạn việc 5 đến 5/1", today=WEDNESDAY)[0]

    assert (wish.until, wish.reason) == (date(2026, 1, 5), None)


def test_a_day_behind_a_task_makes_no_row_of_tasks():
    wishes = read_reply("xin gia hạn việc 21 đến 25 tháng này", today=WEDNESDAY)

    assert [(wish.task, wish.until) for wish in wishes] == [(21, date(2025, 12, 25))]
