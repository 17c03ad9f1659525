"""What messages report of indicators, and which are about something else."""

from datetime import date

import pytest

from bot.conversation.replies.indicators.readings import (
    is_figure,
    names_list,
    names_task,
    read_number,
    read_readings,
)

TODAY = date(2025, 12, 17)


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("chỉ tiêu 5 đạt 62%", [(5, 62.0, None)]),
        ("CT 5: 450 hồ sơ", [(5, 450.0, None)]),
        ("chi tieu 5 duoc 62,5 phan tram", [(5, 62.5, None)]),
        ("chỉ tiêu số 12 được 7.5%", [(12, 7.5, None)]),
        ("Dạ em báo cáo chỉ tiêu 5 đạt 62% ạ", [(5, 62.0, None)]),
        (
            "CT5 62%; CT6: 1.250 người, CT7 xong",
            [(5, 62.0, None), (6, 1250, None), (7, None, None)],
        ),
        ("CT5 62% và chỉ tiêu 6 đạt 70%", [(5, 62.0, None), (6, 70.0, None)]),
        ("CT5 450/1000 hồ sơ", [(5, 45.0, None)]),
        ("CT5 đạt 62% (450/725 hồ sơ)", [(5, 62.0, None)]),
        ("CT5 Top 30", [(5, 30.0, "rank")]),
        ("CT5 chưa đạt 62%", [(5, 62.0, "not_yet")]),
        ("CT5 phấn đấu 90%", [(5, 90.0, "not_yet")]),
        ("CT5 tăng 5%", [(5, 5.0, "change")]),
        ("CT5 60-65%", [(5, 60.0, "several")]),
        ("CT5 năm 2030 đạt 100%", [(5, None, "not_yet")]),
        ("62,5% CT5", [(5, 62.5, None)]),
        ("sửa lại CT5 thành 63%", [(5, 63.0, None)]),
        ("chỉ tiêu 2030", []),
        ("CT5 1,2 tỷ đồng", [(5, 1.2, "unit")]),
        ("5 đạt 62%", []),
        ("việc 5 đạt chỉ tiêu 62%", []),
        ("chỉ tiêu 62% đã đạt", []),
        ("đạt chỉ tiêu 5 xã", []),
        ("#5 xong, đúng chỉ tiêu 3", []),
        ("chỉ tiêu giao 100 hồ sơ, việc 3 xong", []),
    ],
)
def test_only_what_begins_with_an_indicators_name_is_about_it(message, read):
    found = read_readings(message, today=TODAY)

    assert [(one.number, one.value, one.doubt) for one in found] == read


@pytest.mark.parametrize(
    ("message", "as_of"),
    [
        ("CT5 62%", TODAY),
        ("CT5 năm 2024 đạt 62%", date(2024, 12, 31)),
        ("CT5 đến 30/11/2025 đạt 62%", date(2025, 11, 30)),
        ("CT5 tính đến ngày 30/11 đạt 62%", date(2025, 11, 30)),
        ("CT5 tháng 11 đạt 62%", date(2025, 11, 30)),
        ("CT5 năm 2030 đạt 62%", TODAY),
        ("CT5 đến 31/2 đạt 62%", TODAY),
        ("CT5 quý III đạt 62%", date(2025, 9, 30)),
        ("CT5 6 tháng đầu năm đạt 62%", date(2025, 6, 30)),
        ("CT5 tháng trước đạt 62%", date(2025, 11, 30)),
        ("CT5 đạt 8/10 thôn", TODAY),
    ],
)
def test_a_reading_tells_of_the_day_it_names_and_never_of_a_later_one(message, as_of):
    [one] = read_readings(message, today=TODAY)

    assert one.as_of == as_of


def test_december_said_in_january_is_over():
    [one] = read_readings("CT5 tháng 12 đạt 62%", today=date(2026, 1, 5))

    assert (one.as_of, one.value) == (date(2025, 12, 31), 62.0)


def test_a_reading_of_a_day_that_there_is_not_is_doubted():
    [one] = read_readings("CT5 đến 31/11 đạt 62%", today=TODAY)

    assert (one.value, one.doubt) == (None, "day")


@pytest.mark.parametrize(
    ("figure", "value"),
    [("62,5", 62.5), ("62.5", 62.5), ("1.250", 1250), ("1.250,5", 1250.5), ("0.625", 0.625)],
)
def test_numbers_are_read_as_they_are_written_here(figure, value):
    assert read_number(figure) == value


def test_a_figure_alone_is_one_and_a_task_is_none():
    figures = ("62%", "đạt 62", "hiện nay được 450 hồ sơ", "được khoảng 60% rồi ạ")

    assert [is_figure(words) for words in figures] == [True] * 4
    assert [is_figure(words) for words in ("18 xong", "đã xong", "5 đạt 62%", "60-65%")] == [
        False
    ] * 4


def test_a_task_named_beside_an_indicator_is_seen():
    assert names_task("CT5 62%; việc 3 xong")
    assert not names_task("CT5 62%, vướng kinh phí")


def test_the_list_is_asked_for_by_its_name():
    assert names_list("các chỉ tiêu của tôi")
    assert not names_list("chỉ tiêu 5")
