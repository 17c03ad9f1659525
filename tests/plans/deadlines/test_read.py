from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.conversation.dates.day import make_day
from db.enums import DeadlineKind, Recurs
from plans.deadlines.read import RULES, Deadline, read_deadline, rules_for
from plans.deadlines.words import normalise
from tests.plans.labelled import labelled_rows

ISSUED_ON = date(2025, 9, 19)
CASES = labelled_rows("deadlines.jsonl")


def plain(deadline: Deadline) -> dict[str, str | None]:
    return {
        "kind": deadline.kind.value,
        "start": deadline.start.isoformat() if deadline.start else None,
        "due": deadline.due.isoformat() if deadline.due else None,
        "recurs": deadline.recurs.value if deadline.recurs else None,
        "recurs_due": deadline.recurs_due,
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{c['text']} @{c['issued_on']}" for c in CASES])
def test_a_deadline_is_read_as_labelled(case):
    issued_on = date.fromisoformat(case["issued_on"])

    deadline = read_deadline(case["text"], issued_on=issued_on)

    assert plain(deadline) == case["expect"]


@pytest.mark.parametrize(
    "text",
    [
        "Trước ngày 20/12/2025",
        "trước ngày 20/12/2025",
        "TRƯỚC NGÀY 20/12/2025.",
        "Trudc ngay 20/12/2025",
    ],
)
def test_case_marks_and_damaged_diacritics_change_nothing(text):
    assert read_deadline(text, issued_on=ISSUED_ON) == Deadline(
        DeadlineKind.BY, due=date(2025, 12, 19)
    )


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("Trước ngày 20/12/2025", False),
        ("Trudc ngay 20/12/2025", False),
        ("Tritdc ngay 20/12/2025", True),
        ("Quý Il/2026", False),
        ("Quý 11/2026", True),
    ],
)
def test_a_word_of_which_the_outline_alone_is_left_is_a_guess(text, guessed):
    assert read_deadline(text, issued_on=ISSUED_ON).guessed == guessed


@pytest.mark.parametrize(
    ("text", "due"),
    [("Q3", date(2026, 9, 30)), ("Quý II - II1/2026", date(2026, 9, 30))],
    ids=["a-letter-for-the-quarter", "the-second-of-two-as-a-scan-reads-it"],
)
def test_a_quarter_may_be_short_or_damaged(text, due):
    assert read_deadline(text, issued_on=date(2026, 1, 5)).due == due


def test_a_yearly_deadline_on_its_own_day_of_issue_is_due_that_day():
    deadline = read_deadline("30/11 hằng năm", issued_on=date(2025, 11, 30))

    assert deadline == Deadline(
        DeadlineKind.RECURRING,
        due=date(2025, 11, 30),
        recurs=Recurs.YEARLY,
        recurs_due="11-30",
    )


def test_the_earliest_of_several_deadlines_says_that_there_are_more():
    several = read_deadline("Đợt 1: 30/10/2025; đợt 2: 30/12/2025", issued_on=ISSUED_ON)
    stretch = read_deadline("Tháng 10, 11/2025", issued_on=ISSUED_ON)

    assert (several.due, several.several) == (date(2025, 10, 30), True)
    assert (stretch.due, stretch.several) == (date(2025, 11, 30), False)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Hằng năm, giai đoạn 2026-2030", date(2030, 12, 31)),
        ("Giai đoạn 2026-2030, hằng năm", date(2030, 12, 31)),
        ("Hằng quý đến hết năm 2026", date(2026, 12, 31)),
        ("Hằng tháng từ tháng 10/2025 đến tháng 3/2026", date(2026, 3, 31)),
        ("Hằng tuần đến hết tháng 2/2026", date(2026, 2, 28)),
        ("Năm 2025 và các năm tiếp theo đến năm 2030", date(2030, 12, 31)),
        ("Hằng năm, từ năm 2026", None),
        ("2025-2026 và các năm tiếp theo", None),
    ],
)
def test_what_recurs_ends_where_an_end_is_printed(text, until):
    assert read_deadline(text, issued_on=ISSUED_ON).until == until


@given(
    st.text(max_size=60)
    | st.text(alphabet="0123456789/-.,; ()tháng năm quý trước đến IVX hằngkỳ", max_size=60)
)
def test_no_text_makes_it_raise_and_a_due_day_has_a_kind_that_is_due(text):
    deadline = read_deadline(text, issued_on=ISSUED_ON)

    dated = deadline.kind in (DeadlineKind.BY, DeadlineKind.RECURRING)
    assert (deadline.due is not None) == dated
    if deadline.start is not None and deadline.due is not None:
        assert deadline.start <= deadline.due


WAYS = {
    "{}": 0,
    "Trước ngày {}": 1,
    "Trước 17h00 ngày {}": 0,
    "Trước 0 giờ ngày {}": 1,
    "Chậm nhất ngày {} (qua Văn phòng)": 0,
    "HT trước {}": 1,
    "Từ ngày ban hành đến hết {}": 0,
    "Năm {0.year} (chậm nhất {0})": 0,
}
"""How a day is named, and how many days before it is the last in time."""


class Printed(NamedTuple):
    """A day as it is printed, be there such a day or not."""

    day: int
    month: int
    year: int

    def __format__(self, spec: str) -> str:
        return f"{self.day:02}/{self.month:02}/{self.year}"


@given(st.dates(date(2025, 9, 20), date(2035, 12, 31)), st.sampled_from(sorted(WAYS)))
def test_a_day_is_read_the_same_in_whatever_words(day, way):
    deadline = read_deadline(way.format(Printed(day.day, day.month, day.year)), issued_on=ISSUED_ON)

    assert deadline.due == day - timedelta(days=WAYS[way])


@given(
    st.builds(Printed, st.integers(0, 99), st.integers(0, 99), st.integers(2025, 2035)),
    st.sampled_from(sorted(WAYS)),
)
def test_a_day_that_no_calendar_has_is_never_read(day, way):
    assume(make_day(day.year, day.month, day.day) is None)

    assert read_deadline(way.format(day), issued_on=ISSUED_ON).due is None


@given(
    st.dates(date(2025, 9, 20), date(2028, 12, 31)),
    st.dates(date(2025, 9, 20), date(2028, 12, 31)),
    st.sampled_from(["Từ {} đến {}", "{} - {}", "Từ 8h00 ngày {} đến 17h00 ngày {}"]),
)
def test_a_stretch_that_runs_backwards_is_never_read(one, other, way):
    first, last = sorted((one, other))
    assume(first < last)

    backwards = read_deadline(way.format(f"{last:%d/%m/%Y}", f"{first:%d/%m/%Y}"), issued_on=first)
    forwards = read_deadline(way.format(f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}"), issued_on=first)

    assert backwards.due is None
    assert (forwards.start, forwards.due) == (first, last)


def test_a_rule_that_is_passed_over_would_have_read_nothing():
    said = [normalise(case["text"]).split() for case in CASES]
    parts = {" ".join(w[a:b]) for w in said for a, b in combinations(range(len(w) + 1), 2)}

    missed = [
        (part, rule.__name__)
        for part in parts
        for rule in set(RULES) - set(rules_for(part))
        if rule(part, ISSUED_ON) is not None
    ]

    assert missed == []


@pytest.mark.parametrize("said", ["Quý III/", "Phòng Kinh tế, ", "5/ĐĐ-", "hằng năm "])
def test_what_is_longer_than_any_time_is_none(said: str):
    assert read_deadline(said * 5_000, issued_on=ISSUED_ON).kind is DeadlineKind.UNREADABLE
