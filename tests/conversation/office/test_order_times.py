"""Deadlines of orders, said at the end of a year: none that has passed, none of a year later."""

from datetime import date

import pytest

from bot.conversation.listening.mentions import Directory
from bot.conversation.office.order_times import day_within, missing_day, read_time
from bot.conversation.office.orders import read_order

WEDNESDAY, SYLVESTER = date(2025, 12, 17), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("today", "text", "due"),
    [
        (WEDNESDAY, "trước 1/1", date(2025, 12, 31)),
        (WEDNESDAY, "tháng 1", date(2026, 1, 31)),
        (WEDNESDAY, "trong 5 ngày", date(2025, 12, 22)),
        (WEDNESDAY, "trong vòng 1 tháng", date(2026, 1, 17)),
        (WEDNESDAY, "thứ sáu tuần sau nữa", date(2026, 1, 2)),
        (WEDNESDAY, "trong 10 ngày làm việc", date(2025, 12, 31)),
        (SYLVESTER, "1 ngày làm việc nữa", date(2026, 1, 2)),
        (WEDNESDAY, "thứ sáu hằng tuần", date(2025, 12, 19)),
        (WEDNESDAY, "trước Tết Nguyên đán", date(2026, 2, 16)),
        (WEDNESDAY, "sau Tết", None),
        (WEDNESDAY, "5 ngày sau Tết", None),
        (WEDNESDAY, "15/12", None),
        (WEDNESDAY, "trước ngày 17/12", None),
        (WEDNESDAY, "31/11", None),
        (WEDNESDAY, "10 đến 15 ngày nữa", None),
        (WEDNESDAY, "trước 15 tây tháng sau", date(2026, 1, 14)),
        (WEDNESDAY, "25 tháng này", date(2025, 12, 25)),
        (WEDNESDAY, "trung tuần tháng 1/2026", date(2026, 1, 20)),
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


@pytest.mark.parametrize(
    ("told", "content", "due"),
    [
        ("báo cáo số liệu, ngày 28 hằng tháng", "Báo cáo số liệu", date(2025, 12, 28)),
        ("họp giao ban sáng thứ hai hằng tuần", "Họp giao ban", date(2025, 12, 22)),
        ("rà soát hồ sơ tháng 2 hằng năm", "Rà soát hồ sơ", date(2026, 2, 28)),
        ("họp giao ban ngày 15 của tháng cuối quý", "Họp giao ban", date(2026, 3, 15)),
        ("tổng hợp, trước 15/6 và 15/12 hằng năm", "Tổng hợp", date(2026, 6, 14)),
        ("rà soát sổ (xong trước 20/12)", "Rà soát sổ", date(2025, 12, 19)),
        ("rà soát sổ (đợt 1), xong trong tháng 1", "Rà soát sổ (đợt 1)", date(2026, 1, 31)),
        ("rà soát sổ tháng 11, xong trước 20/12", "Rà soát sổ tháng 11", date(2025, 12, 19)),
    ],
)
def test_a_day_of_every_period_is_no_part_of_the_work(told, content, due):
    directory = Directory([(1, "Trung tâm VHTTTT")])

    order = read_order(f"Giao Trung tâm VHTTTT {told}", directory, today=WEDNESDAY)

    assert order is not None
    assert (order.content, order.leads) == (content, (1,))
    assert [time.deadline.due for time in order.times] == [due]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("báo cáo tôi sáng thứ hai", date(2025, 12, 22)),
        ("bao cao truoc 16h ngay mai", date(2025, 12, 18)),
        ("xong truoc 16h ngay 20/12", date(2025, 12, 20)),
        ("xong trước 20/12/2025", date(2025, 12, 19)),
        ("chiều mai báo cáo tôi", date(2025, 12, 18)),
        ("trước 10h mai báo cáo", date(2025, 12, 18)),
        ("phải xong trước 25", date(2025, 12, 24)),
        ("rà soát 5 hộ trước 25 hộ", None),
        ("trong tuần này phải xong", date(2025, 12, 19)),
        ("chuẩn bị hội nghị ngày 25/12", None),
        ("rà soát số liệu quý 4", None),
        ("theo công văn ngày 12/12 của tỉnh", None),
        ("xong trước 31/11", None),
        ("báo cáo ngay", None),
    ],
)
def test_an_instruction_names_its_day_as_a_deadline_or_first_or_last(said, due):
    assert day_within(said, today=WEDNESDAY) == due


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("hoàn thành trước ngày 31/11", "31/11"),
        ("chậm nhất là ngày 29/2/2026", "29/2/2026"),
        ("thời hạn: 31/9", "31/9"),
        ("xong trước 30/11", None),
        ("được 31/11 xã", None),
        ("nộp số liệu 31/11 nhé", "31/11"),
        ("báo cáo vào 30/2", "30/2"),
        ("đến 65/100 hồ sơ", None),
    ],
)
def test_a_day_that_no_calendar_has_is_seen(said, day):
    assert missing_day(said, today=WEDNESDAY) == day


def test_a_leap_day_of_the_coming_year_is_no_missing_one():
    assert missing_day("xong trước ngày 29/2", today=date(2027, 12, 31)) is None
