"""Working days and the ladder. The year of the story: 2026 begins on a Thursday."""

from datetime import date, timedelta

import pytest

from tasks.calendar import USUAL, Audience, standing_rungs
from tasks.working_days import WorkingDays

MOVED = {date(2026, 1, 2): False, date(2026, 1, 10): True}
DAYS = WorkingDays(MOVED)

DUE = date(2025, 12, 31)
DAY = timedelta(days=1)


def day(text):
    return date.fromisoformat(text)


def standing(audience, due, today, days=DAYS):
    """The rung that stands for one due day, and the day it came; None where none has."""
    found = [
        (rung.name, rung.day.isoformat())
        for rung in standing_rungs(audience, day(today), days)
        if rung.due_from <= day(due) <= rung.due_to
    ]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "working"),
    [
        pytest.param("2025-12-31", True, id="new-years-eve"),
        pytest.param("2026-01-01", False, id="new-year"),
        pytest.param("2026-01-02", False, id="moved-to-a-saturday"),
        pytest.param("2026-01-03", False, id="saturday"),
        pytest.param("2026-01-04", False, id="sunday"),
        pytest.param("2026-01-05", True, id="monday"),
        pytest.param("2026-01-10", True, id="the-worked-saturday"),
        pytest.param("2026-01-17", False, id="another-saturday"),
        pytest.param("2026-02-13", True, id="before-tet"),
        pytest.param("2026-02-16", False, id="last-day-of-the-snake"),
        pytest.param("2026-02-20", False, id="fourth-day-of-tet"),
        pytest.param("2026-02-23", True, id="after-tet"),
        pytest.param("2026-04-27", False, id="hung-kings-on-a-sunday-made-good"),
        pytest.param("2026-04-30", False, id="liberation-day"),
        pytest.param("2026-05-01", False, id="labour-day"),
        pytest.param("2026-09-02", False, id="national-day"),
        pytest.param("2028-02-29", True, id="leap-day"),
    ],
)
def test_weekends_and_holidays_rest_but_for_the_moved_days(text, working):
    assert DAYS.is_working(day(text)) is working


def test_without_the_decision_of_the_year_the_second_of_january_is_worked():
    assert [WorkingDays({}).is_working(moved) for moved in MOVED] == [True, False]


@pytest.mark.parametrize(
    ("start", "before", "after"),
    [
        pytest.param("2025-12-31", "2025-12-31", "2025-12-31", id="a-working-day-is-its-own"),
        pytest.param("2026-01-03", "2025-12-31", "2026-01-05", id="over-new-year"),
        pytest.param("2026-02-18", "2026-02-13", "2026-02-23", id="over-tet"),
        pytest.param("2026-01-11", "2026-01-10", "2026-01-12", id="back-to-a-worked-saturday"),
    ],
)
def test_the_nearest_working_day(start, before, after):
    assert DAYS.at_or_before(day(start)) == day(before)
    assert DAYS.at_or_after(day(start)) == day(after)


@pytest.mark.parametrize(
    ("start", "count", "found"),
    [
        pytest.param("2025-12-31", 1, "2026-01-05", id="one-over-new-year"),
        pytest.param("2025-12-31", 5, "2026-01-09", id="five-over-new-year"),
        pytest.param("2026-01-05", 5, "2026-01-10", id="five-end-on-the-worked-saturday"),
        pytest.param("2026-02-13", 1, "2026-02-23", id="one-over-tet"),
        pytest.param("2026-01-03", 1, "2026-01-05", id="from-a-rest-day"),
    ],
)
def test_working_days_are_counted_from_the_day_after(start, count, found):
    assert DAYS.after(day(start), count) == day(found)


@pytest.mark.parametrize(
    ("due", "today", "rung"),
    [
        pytest.param("2025-12-31", "2025-11-30", None, id="too-early"),
        pytest.param("2025-12-31", "2025-12-01", ("before:30", "2025-12-01"), id="30"),
        pytest.param("2025-12-31", "2025-12-16", ("before:30", "2025-12-01"), id="30-still"),
        pytest.param("2025-12-31", "2025-12-17", ("before:14", "2025-12-17"), id="14"),
        pytest.param("2025-12-31", "2025-12-24", ("before:7", "2025-12-24"), id="7"),
        pytest.param("2025-12-31", "2025-12-25", ("before:7", "2025-12-24"), id="7-still"),
        pytest.param("2025-12-31", "2025-12-26", ("before:3", "2025-12-26"), id="3-from-a-sunday"),
        pytest.param("2025-12-31", "2025-12-30", ("before:1", "2025-12-30"), id="1"),
        pytest.param("2025-12-31", "2025-12-31", ("before:0", "2025-12-31"), id="the-day"),
        pytest.param("2025-12-31", "2026-01-02", ("before:0", "2025-12-31"), id="over-holidays"),
        pytest.param(
            "2025-12-31", "2026-01-05", ("monday:2026-01-05", "2026-01-05"), id="three-fall-on-one"
        ),
        pytest.param(
            "2025-12-31", "2026-01-11", ("monday:2026-01-05", "2026-01-05"), id="same-week"
        ),
        pytest.param(
            "2025-12-31", "2026-01-12", ("monday:2026-01-12", "2026-01-12"), id="next-monday"
        ),
        pytest.param("2025-12-16", "2025-12-17", ("after:1", "2025-12-17"), id="after-1"),
        pytest.param("2025-12-16", "2025-12-19", ("after:3", "2025-12-19"), id="after-3"),
        pytest.param("2025-12-12", "2025-12-14", ("before:0", "2025-12-12"), id="due-on-a-friday"),
        pytest.param("2025-12-12", "2025-12-15", ("after:3", "2025-12-15"), id="1-and-3-on-one"),
        pytest.param(
            "2025-12-20", "2025-12-19", ("before:0", "2025-12-19"), id="due-on-a-rest-day"
        ),
        pytest.param(
            "2026-01-10", "2026-01-10", ("before:0", "2026-01-10"), id="due-on-a-worked-one"
        ),
        pytest.param(
            "2026-01-13", "2026-01-10", ("before:3", "2026-01-10"), id="3-on-a-worked-one"
        ),
        pytest.param("2026-02-20", "2026-02-13", ("before:0", "2026-02-13"), id="due-in-tet"),
        pytest.param("2026-02-20", "2026-02-22", ("before:0", "2026-02-13"), id="still-tet"),
        pytest.param("2026-02-20", "2026-02-23", ("after:3", "2026-02-23"), id="after-tet"),
        pytest.param(
            "2026-01-30", "2026-02-18", ("monday:2026-02-09", "2026-02-09"), id="monday-before-tet"
        ),
        pytest.param(
            "2026-01-30", "2026-02-23", ("monday:2026-02-23", "2026-02-23"), id="monday-after-tet"
        ),
        pytest.param(
            "2026-01-15",
            "2026-04-28",
            ("monday:2026-04-27", "2026-04-28"),
            id="a-monday-that-rests-moves-on",
        ),
        pytest.param(
            "2026-01-15",
            "2026-04-27",
            ("monday:2026-04-20", "2026-04-20"),
            id="and-has-not-come-before",
        ),
        pytest.param(
            "2025-01-02", "2025-12-17", ("monday:2025-12-15", "2025-12-15"), id="long-overdue"
        ),
        pytest.param("2028-02-29", "2028-01-20", None, id="leap-too-early"),
        pytest.param("2028-02-29", "2028-01-21", ("before:30", "2028-01-21"), id="leap-before-tet"),
        pytest.param("2028-02-29", "2028-02-28", ("before:1", "2028-02-28"), id="leap-eve"),
        pytest.param("2028-02-29", "2028-02-29", ("before:0", "2028-02-29"), id="leap-day"),
        pytest.param("2028-02-29", "2028-03-01", ("after:1", "2028-03-01"), id="leap-day-over"),
    ],
)
def test_the_leads_ladder(due, today, rung):
    assert standing(Audience.LEAD, due, today) == rung


@pytest.mark.parametrize(
    ("audience", "due", "today", "rung"),
    [
        (Audience.COORDINATING, "2025-12-31", "2025-12-16", None),
        (Audience.COORDINATING, "2025-12-31", "2025-12-17", ("with:14", "2025-12-17")),
        (Audience.COORDINATING, "2025-12-31", "2025-12-25", ("with:14", "2025-12-17")),
        (Audience.COORDINATING, "2025-12-31", "2025-12-26", ("with:3", "2025-12-26")),
        (Audience.COORDINATING, "2025-12-31", "2025-12-31", ("with:0", "2025-12-31")),
        (Audience.COORDINATING, "2025-12-31", "2026-01-12", ("with:0", "2025-12-31")),
        (Audience.HEAD, "2025-12-31", "2026-01-04", None),
        (Audience.HEAD, "2025-12-31", "2026-01-05", ("head", "2026-01-05")),
        (Audience.HEAD, "2025-12-16", "2025-12-17", ("head", "2025-12-17")),
        (Audience.LEADERS, "2025-12-31", "2026-01-08", None),
        (Audience.LEADERS, "2025-12-31", "2026-01-09", ("leaders", "2026-01-09")),
        (Audience.LEADERS, "2026-01-05", "2026-01-10", ("leaders", "2026-01-10")),
    ],
)
def test_the_ladders_of_the_others(audience, due, today, rung):
    assert standing(audience, due, today) == rung


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("today", ["2025-12-17", "2026-02-17", "2028-02-29"])
def test_no_due_day_has_two_standing_rungs_and_none_is_to_come(audience, today):
    rungs = standing_rungs(audience, day(today), DAYS)

    dues = [
        rung.due_to - back * DAY
        for rung in rungs
        for back in range(min((rung.due_to - rung.due_from).days + 1, 100))
    ]
    assert len(dues) == len(set(dues))
    assert all(rung.day <= day(today) for rung in rungs)


def test_no_day_of_a_lead_is_forgotten_where_the_long_range_begins():
    today = day("2025-12-17")

    found = [
        standing(Audience.LEAD, (today - USUAL.window - shift * DAY).isoformat(), "2025-12-17")
        for shift in (-1, 0, 1, 2)
    ]

    assert found == [("monday:2025-12-15", "2025-12-15")] * 4


def test_a_rest_day_declared_too_late_leaves_the_rung_to_the_next_working_day():
    days = WorkingDays({**MOVED, day("2025-12-17"): False})

    before = standing(Audience.LEAD, "2025-12-31", "2025-12-16", days)
    after = standing(Audience.LEAD, "2025-12-31", "2025-12-18", days)

    assert before == after == ("before:14", "2025-12-16")
