"""The flags of a task as of a day: each rule of the domain's section Status is a case."""

from datetime import date
from typing import Any

import pytest

from db.enums import Every
from reports.facts import BlockerFacts, ExtensionFacts, PauseFacts, TaskFacts, UpdateFacts
from reports.periods import Regime
from reports.status import task_status
from tests.reports.facts import accepted, day, done, going, occurrence, refused, task

OBSTACLE = UpdateFacts(day("10/12"), None)
LATER = (ExtensionFacts(decided_on=day("10/12"), due=day("15/01/2026")),)
FIRST: dict[str, Any] = {"sequence": 1, "period": "2025"}
SECOND: dict[str, Any] = {
    "sequence": 2,
    "period": "2026",
    "opens_on": date(2026, 1, 1),
    "due": "31/12/2026",
}
MONTHLY: dict[str, Any] = {"regimes": (Regime(Every.MONTHLY),)}
BLOCKER = BlockerFacts("chưa có kinh phí", opened_on=day("10/12"), cleared_on=day("15/12"))
REPORTED = going("10/12")
FLAGS = [
    ("nothing to say", task(occurrence(REPORTED)), "17/12", ""),
    # Due soon: open, within 7 days.
    ("8 days before", task(occurrence(REPORTED)), "23/12", ""),
    ("7 days before", task(occurrence(REPORTED)), "24/12", "due_soon"),
    ("on the due day", task(occurrence(REPORTED)), "31/12", "due_soon"),
    ("after the due day", task(occurrence(REPORTED)), "01/01/2026", ""),
    (
        "done before it",
        task(occurrence(done("24/12", confirmations=accepted("24/12")))),
        "24/12",
        "",
    ),
    (
        "due soon until extended",
        task(occurrence(REPORTED, due="12/12", extensions=LATER)),
        "10/12",
        "extended",
    ),
    # Blocked.
    ("before the obstacle", task(occurrence(going("01/12"), blockers=(BLOCKER,))), "09/12", ""),
    ("obstacle", task(occurrence(REPORTED, blockers=(BLOCKER,))), "10/12", "blocked"),
    ("obstacle, its last day", task(occurrence(REPORTED, blockers=(BLOCKER,))), "14/12", "blocked"),
    ("obstacle gone", task(occurrence(REPORTED, blockers=(BLOCKER,))), "15/12", ""),
    (
        "obstacle taken back",
        task(occurrence(REPORTED, blockers=(BlockerFacts("", day("10/12"), void=True),))),
        "12/12",
        "",
    ),
    (
        "obstacle in the second open period",
        task(
            occurrence(REPORTED, **FIRST),
            occurrence(blockers=(BlockerFacts("", day("02/01/2026")),), **SECOND),
        ),
        "05/01/2026",
        "blocked",
    ),
    # Awaiting confirmation.
    ("done, not accepted", task(occurrence(done("10/12"))), "17/12", "awaiting_confirmation"),
    ("accepted", task(occurrence(done("10/12", confirmations=accepted("17/12")))), "17/12", ""),
    (
        "accepted, seen the day before",
        task(occurrence(done("10/12", confirmations=accepted("17/12")))),
        "16/12",
        "awaiting_confirmation",
    ),
    (
        "accepted, then repeated",
        task(occurrence(done("10/12", confirmations=accepted("12/12")), done("15/12"))),
        "17/12",
        "",
    ),
    ("refused", task(occurrence(done("10/12", confirmations=refused("12/12")))), "17/12", ""),
    (
        "done again after a refusal",
        task(occurrence(done("10/12", confirmations=refused("12/12")), done("15/12"))),
        "17/12",
        "awaiting_confirmation",
    ),
    # Silent: open, nothing reported since the period began (30/11).
    ("never reported", task(), "17/12", "silent"),
    ("reported before the period", task(occurrence(going("29/11"))), "17/12", "silent"),
    ("reported on its first day", task(occurrence(going("30/11"))), "17/12", ""),
    ("reported after the as-of day", task(occurrence(going("18/12"))), "17/12", "silent"),
    ("an obstacle alone is a report", task(occurrence(OBSTACLE)), "17/12", ""),
    (
        "a report taken back is none",
        task(occurrence(going("10/12", undone=True))),
        "17/12",
        "silent",
    ),
    ("a new month", task(occurrence(REPORTED), **MONTHLY), "15/12", "silent"),
    ("the same month", task(occurrence(REPORTED), **MONTHLY), "14/12", ""),
    (
        "done long ago",
        task(occurrence(done("10/10", confirmations=accepted("11/10")))),
        "17/12",
        "",
    ),
    (
        "a report of another period of the task",
        task(
            occurrence(done("10/12", confirmations=accepted("10/12")), **FIRST),
            occurrence(**SECOND),
        ),
        "05/01/2026",
        "",
    ),
    # Extended.
    ("not extended yet", task(occurrence(going("01/12"), extensions=LATER)), "09/12", ""),
    ("extended", task(occurrence(REPORTED, extensions=LATER)), "10/12", "extended"),
    # Unassigned.
    ("nobody leads", task(occurrence(REPORTED), leads=()), "17/12", "unassigned"),
    # Several at once, and none for what is paused.
    (
        "several",
        task(occurrence(blockers=(BLOCKER,), due="12/12"), leads=()),
        "12/12",
        "blocked due_soon silent unassigned",
    ),
    (
        "paused",
        task(
            occurrence(blockers=(BLOCKER,), due="12/12"),
            leads=(),
            pauses=(PauseFacts(day("01/12")),),
        ),
        "12/12",
        "",
    ),
]


@pytest.mark.parametrize(
    ("facts", "as_of", "expected"), [case[1:] for case in FLAGS], ids=[case[0] for case in FLAGS]
)
def test_flags_lie_over_the_classes(facts: TaskFacts, as_of: str, expected: str) -> None:
    found = task_status(facts, as_of=day(as_of), confirms=True)

    assert sorted(found.flags) == expected.split()


def test_a_committee_that_does_not_confirm_waits_for_nothing() -> None:
    found = task_status(task(occurrence(done("10/12"))), as_of=day("17/12"), confirms=False)

    assert (found.status, found.flags) == ("done_on_time", frozenset())
