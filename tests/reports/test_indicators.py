"""Indicators as of a day: readings beside targets."""

from datetime import date

import pytest

from plans.indicators.targets import read_target
from reports.indicators import (
    IndicatorFacts,
    ReadingFacts,
    Standing,
    TargetFacts,
    gap,
    is_reached,
    standing,
    sum_up,
    year_of,
)

TODAY = date(2025, 12, 17)


def target(raw: str, year: str = "2025") -> TargetFacts:
    read = read_target(raw)
    assert read
    return TargetFacts(year, raw, read.op, read.value, read.low, read.high, read.unit)


def indicator(*readings: ReadingFacts, targets=(), number=1) -> IndicatorFacts:
    return IndicatorFacts(number, "Tỷ lệ", "%", ("Phòng Kinh tế",), tuple(targets), readings)


@pytest.mark.parametrize(
    ("raw", "value", "reached"),
    [
        ("≥ 60%", 60, True),
        ("≥ 60%", 59.9, False),
        ("Trên 50%", 50, False),
        ("Trên 50%", 50.1, True),
        ("Không quá 5%", 5, True),
        ("Không quá 5%", 6, False),
        ("Dưới 5%", 5, False),
        ("90%", 95, True),
        ("90%", 89, False),
        ("0%", 0, True),
        ("0%", 3, False),
        ("80-90%", 80, True),
        ("80-90%", 95, True),
        ("80-90%", 79, False),
        ("Top 50 của thành phố", 30, None),
    ],
)
def test_a_reading_meets_a_target_by_its_sign(raw, value, reached):
    assert is_reached(target(raw), ReadingFacts(TODAY, float(value))) is reached


def test_words_are_met_when_a_person_says_so():
    top = target("Top 50 của thành phố")

    assert is_reached(top, ReadingFacts(TODAY, text="Top 30")) is None
    assert is_reached(top, ReadingFacts(TODAY, text="Top 30", reached=True)) is True
    assert is_reached(target("≥ 60%"), ReadingFacts(TODAY, text="gần đủ")) is None


def test_the_way_left_is_counted_towards_the_target():
    assert gap(target("≥ 80%"), ReadingFacts(TODAY, 62.0)) == 18
    assert gap(target("Không quá 5%"), ReadingFacts(TODAY, 8.0)) == 3


def test_what_was_reported_last_year_is_no_reading_of_this_year():
    last_year = ReadingFacts(date(2024, 12, 31), 70.0)
    row = indicator(last_year, targets=[target("≥ 60%")])

    assert standing(row, TODAY) is Standing.LACKING
    assert standing(row, date(2024, 12, 31)) is Standing.NO_TARGET


def test_of_several_readings_that_of_the_latest_day_counts_and_of_one_day_the_last():
    row = indicator(
        ReadingFacts(date(2025, 11, 30), 50.0),
        ReadingFacts(TODAY, 70.0),
        ReadingFacts(TODAY, 61.0),
        ReadingFacts(date(2025, 6, 30), 20.0),
    )

    assert row.latest(TODAY) == ReadingFacts(TODAY, 61.0)
    assert row.latest(date(2025, 12, 1)) == ReadingFacts(date(2025, 11, 30), 50.0)


def test_a_label_of_several_years_is_that_of_its_last():
    labels = ("2025", "năm 2030", "2026-2030", "", None)

    assert [year_of(TargetFacts(label, "90%")) for label in labels] == [
        2025,
        2030,
        2030,
        None,
        None,
    ]


def test_sums_count_every_indicator_once():
    sums = sum_up(
        [
            indicator(ReadingFacts(TODAY, 62.0), targets=[target("≥ 60%")], number=1),
            indicator(ReadingFacts(TODAY, 50.0), targets=[target("≥ 60%")], number=2),
            indicator(ReadingFacts(TODAY, text="Top 30"), targets=[target("Top 50")], number=3),
            indicator(ReadingFacts(TODAY, 5.0), targets=[target("90%", "2030")], number=4),
            indicator(targets=[target("≥ 60%")], number=5),
        ],
        as_of=TODAY,
    )
    told = sums.to_json()

    assert [row.number for row in sums.lacking] == [5]
    assert {key: told[key] for key in told if key != "list"} == {
        "total": 5,
        "with_reading": 4,
        "with_target": 4,
        "lacking": 1,
        "reached": 1,
        "not_reached": 1,
        "to_judge": 1,
        "no_target": 1,
    }
    assert told["list"][3]["targets"] == [
        {
            "year": "2030",
            "raw": "90%",
            "op": "=",
            "value": 90.0,
            "low": None,
            "high": None,
            "reached": False,
            "gap": 85.0,
        }
    ]
