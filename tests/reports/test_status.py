"""How one task stands as of a day: every rule of the domain's section Status is a case."""

from datetime import date
from typing import Any

import pytest

from db.enums import Progress
from reports.facts import (
    ConfirmationFacts,
    ExtensionFacts,
    PauseFacts,
    TaskFacts,
    UpdateFacts,
)
from reports.status import task_status
from tests.reports.facts import accepted, day, done, going, occurrence, refused, task

OBSTACLE = UpdateFacts(day("10/12"), None)
SAID_NOT_STARTED = UpdateFacts(day("10/12"), Progress.NOT_STARTED, 0)
LATER = (ExtensionFacts(decided_on=day("10/12"), due=day("15/01/2026")),)

CLASSES = [
    # Not done: in time up to the due day itself, overdue from the day after.
    ("not started, due later", task(), "17/12", "not_started_in_time"),
    ("not started, due today", task(), "31/12", "not_started_in_time"),
    ("not started, due yesterday", task(), "01/01/2026", "not_started_overdue"),
    ("said to be not started", task(occurrence(SAID_NOT_STARTED)), "17/12", "not_started_in_time"),
    ("under way, due today", task(occurrence(going("01/12"))), "31/12", "in_progress_in_time"),
    ("under way, over", task(occurrence(going("01/12"))), "01/01/2026", "in_progress_overdue"),
    ("no due day", task(occurrence(due=None)), "17/12", "not_started_no_deadline"),
    (
        "under way without a due day",
        task(occurrence(going("01/12"), due=None)),
        "17/12",
        "in_progress_no_deadline",
    ),
    # Done: the day reported decides.
    ("done on the due day", task(occurrence(done("31/12"))), "31/12", "done_on_time"),
    ("done a day late", task(occurrence(done("01/01/2026"))), "01/01/2026", "done_late"),
    ("done in time, seen later", task(occurrence(done("31/12"))), "01/02/2026", "done_on_time"),
    (
        "done without a due day",
        task(occurrence(done("10/12"), due=None)),
        "17/12",
        "done_no_deadline",
    ),
    ("done, seen the day before", task(occurrence(done("10/12"))), "09/12", "not_started_in_time"),
    (
        "accepted late, reported in time",
        task(occurrence(done("31/12", confirmations=accepted("20/01/2026")))),
        "01/02/2026",
        "done_on_time",
    ),
    (
        "done repeated after the due day",
        task(occurrence(done("20/12"), done("10/01/2026"))),
        "01/02/2026",
        "done_on_time",
    ),
    (
        "under way again after done",
        task(occurrence(done("01/12"), going("05/12"))),
        "17/12",
        "in_progress_in_time",
    ),
    # A refusal counts from its day.
    (
        "refused, seen the day before",
        task(occurrence(done("01/12", confirmations=refused("05/12")))),
        "04/12",
        "done_on_time",
    ),
    (
        "refused, seen that day",
        task(occurrence(done("01/12", confirmations=refused("05/12")))),
        "05/12",
        "in_progress_in_time",
    ),
    (
        "refused and overdue",
        task(occurrence(done("30/12", confirmations=refused("05/01/2026")))),
        "05/01/2026",
        "in_progress_overdue",
    ),
    (
        "done again after a refusal",
        task(occurrence(done("30/12", confirmations=refused("02/01/2026")), done("03/01/2026"))),
        "03/01/2026",
        "done_late",
    ),
    (
        "done again on the day of the refusal",
        task(occurrence(done("01/12", confirmations=refused("05/12")), done("05/12"))),
        "05/12",
        "done_on_time",
    ),
    (
        "refused after it was repeated",
        task(occurrence(done("01/12", confirmations=refused("05/12")), done("03/12"))),
        "05/12",
        "in_progress_in_time",
    ),
    (
        "accepted after a refusal of the same report",
        task(occurrence(done("01/12", confirmations=refused("05/12") + accepted("08/12")))),
        "08/12",
        "done_on_time",
    ),
    # What was undone never counts, not even on the days before.
    ("undone", task(occurrence(done("01/12", undone=True))), "01/12", "not_started_in_time"),
    (
        "back to what was said before",
        task(occurrence(going("01/12"), done("05/12", undone=True))),
        "17/12",
        "in_progress_in_time",
    ),
    # An obstacle alone leaves the state.
    ("an obstacle alone", task(occurrence(OBSTACLE)), "17/12", "not_started_in_time"),
    (
        "an obstacle after progress",
        task(occurrence(going("01/12"), OBSTACLE)),
        "17/12",
        "in_progress_in_time",
    ),
    # Extensions move the due day from the day of the decision.
    ("extended", task(occurrence(extensions=LATER)), "15/01/2026", "not_started_in_time"),
    ("extended and over", task(occurrence(extensions=LATER)), "16/01/2026", "not_started_overdue"),
    (
        "overdue, not extended yet",
        task(occurrence(due="01/12", extensions=LATER)),
        "09/12",
        "not_started_overdue",
    ),
    (
        "extended since",
        task(occurrence(due="01/12", extensions=LATER)),
        "10/12",
        "not_started_in_time",
    ),
    (
        "the last of two extensions on a day",
        task(occurrence(extensions=(ExtensionFacts(day("10/12"), day("01/03/2026")), *LATER))),
        "16/01/2026",
        "not_started_overdue",
    ),
    # Pauses.
    ("paused", task(pauses=(PauseFacts(day("01/12")),)), "01/12", "paused"),
    ("before a pause", task(pauses=(PauseFacts(day("01/12")),)), "30/11", "not_started_in_time"),
    (
        "the last day of a pause",
        task(pauses=(PauseFacts(day("01/12"), day("10/12")),)),
        "09/12",
        "paused",
    ),
    (
        "after a pause",
        task(pauses=(PauseFacts(day("01/12"), day("10/12")),)),
        "10/12",
        "not_started_in_time",
    ),
    # Closed by a secretary, nothing after it.
    ("closed", task(occurrence(closed_on=day("05/01/2026"))), "05/01/2026", "paused"),
    (
        "not closed yet",
        task(occurrence(closed_on=day("05/01/2026"))),
        "04/01/2026",
        "not_started_overdue",
    ),
    (
        "done and closed",
        task(occurrence(done("01/12"), closed_on=day("05/01/2026"))),
        "05/01/2026",
        "done_on_time",
    ),
    (
        "without any occurrence",
        TaskFacts(1, "", (), "", task().kind, ()),
        "17/12",
        "not_started_no_deadline",
    ),
]


@pytest.mark.parametrize(
    ("facts", "as_of", "expected"),
    [case[1:] for case in CLASSES],
    ids=[case[0] for case in CLASSES],
)
def test_a_task_is_in_one_class(facts: TaskFacts, as_of: str, expected: str) -> None:
    assert task_status(facts, as_of=day(as_of), confirms=True).status == expected


FIRST: dict[str, Any] = {"sequence": 1, "period": "2025", "opens_on": date(2025, 9, 13)}
SECOND: dict[str, Any] = {
    "sequence": 2,
    "period": "2026",
    "opens_on": date(2026, 1, 1),
    "due": "31/12/2026",
}
YEARS = [
    ("the second is not open yet", [done("10/12")], [], "31/12", "done_on_time", []),
    ("the second opens", [done("10/12")], [], "01/01/2026", "not_started_in_time", ["2026"]),
    ("the first was missed", [], [], "01/01/2026", "not_started_overdue", ["2025", "2026"]),
    (
        "the first is reported late",
        [done("05/01/2026")],
        [],
        "05/01/2026",
        "not_started_in_time",
        ["2026"],
    ),
    (
        "the second is done, the first is not",
        [],
        [done("05/01/2026")],
        "05/01/2026",
        "not_started_overdue",
        ["2025"],
    ),
    (
        "both are done",
        [done("05/01/2026")],
        [done("06/01/2026")],
        "06/01/2026",
        "done_on_time",
        [],
    ),
    (
        "the first is refused when the second is open",
        [done("10/12", confirmations=refused("05/01/2026"))],
        [],
        "05/01/2026",
        "in_progress_overdue",
        ["2025", "2026"],
    ),
    ("none is open yet", [], [], "12/09", "not_started_in_time", []),
]


@pytest.mark.parametrize(
    ("first", "second", "as_of", "expected", "periods"),
    [case[1:] for case in YEARS],
    ids=[case[0] for case in YEARS],
)
def test_the_earliest_open_occurrence_is_the_current_one(
    first: list[UpdateFacts],
    second: list[UpdateFacts],
    as_of: str,
    expected: str,
    periods: list[str],
) -> None:
    yearly = task(occurrence(*second, **SECOND), occurrence(*first, **FIRST))

    found = task_status(yearly, as_of=day(as_of), confirms=True)

    assert (found.status, list(found.periods)) == (expected, periods)


def test_a_closed_occurrence_makes_room_for_the_next() -> None:
    yearly = task(occurrence(closed_on=day("05/01/2026"), **FIRST), occurrence(**SECOND))

    found = task_status(yearly, as_of=day("05/01/2026"), confirms=True)

    assert (found.status, found.due) == ("not_started_in_time", date(2026, 12, 31))


def test_a_closed_occurrence_behind_a_done_one_pauses_nothing() -> None:
    once = task(
        occurrence(done("10/12"), **FIRST), occurrence(closed_on=day("05/01/2026"), **SECOND)
    )

    found = task_status(once, as_of=day("06/01/2026"), confirms=True)

    assert (found.status, found.due) == ("done_on_time", date(2025, 12, 31))


def test_a_later_word_on_a_report_is_not_known_before_its_day() -> None:
    both = (ConfirmationFacts(True, day("12/12")), ConfirmationFacts(False, day("14/12")))
    returned = task(occurrence(done("10/12", confirmations=both)))

    found = [
        task_status(returned, as_of=day(on), confirms=True).status
        for on in ("11/12", "13/12", "14/12")
    ]

    assert found == ["done_on_time", "done_on_time", "in_progress_in_time"]


def test_the_percent_and_the_day_of_done_are_the_last_reported() -> None:
    under_way = task(occurrence(going("01/12", 30), going("05/12", 60), OBSTACLE))
    finished = task(occurrence(going("01/12", 30), done("05/12"), done("07/12")))

    found = [task_status(t, as_of=day("17/12"), confirms=True) for t in (under_way, finished)]

    assert [(f.percent, f.done_on) for f in found] == [(60, None), (100, day("05/12"))]
