"""The roll-up: what is counted, in which order, and its JSON."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.enums import Progress
from reports.facts import (
    BlockerFacts,
    CommitteeFacts,
    ConfirmationFacts,
    ExtensionFacts,
    PauseFacts,
    TaskFacts,
    UpdateFacts,
)
from reports.figures import RollUp, roll_up
from reports.status import OVERDUE, Flag, Status, task_status
from tests.reports.facts import AS_OF, accepted, day, done, going, occurrence, task

VINH_LAI = CommitteeFacts("Ban Chỉ đạo xã Vĩnh Lại")


def rolled(*tasks: TaskFacts, as_of: date = AS_OF) -> RollUp:
    return roll_up(tasks, committee=VINH_LAI, as_of=as_of)


PAUSED: dict[str, Any] = {"pauses": (PauseFacts(day("01/12")),)}
DUE = [
    ("before its due day", task(occurrence(done("10/12"), due="18/12")), (0, 0)),
    ("on its due day, open", task(occurrence(due="17/12")), (0, 0)),
    ("on its due day, done", task(occurrence(done("10/12"), due="17/12")), (1, 1)),
    ("after its due day, open", task(occurrence(due="16/12")), (1, 0)),
    ("after its due day, done in time", task(occurrence(done("10/12"), due="16/12")), (1, 1)),
    ("after its due day, done late", task(occurrence(done("17/12"), due="16/12")), (1, 1)),
    ("without a due day, done", task(occurrence(done("10/12"), due=None)), (0, 0)),
    ("paused after its due day", task(occurrence(due="16/12"), **PAUSED), (0, 0)),
    (
        "extended beyond",
        task(
            occurrence(due="16/12", extensions=(ExtensionFacts(day("10/12"), day("15/01/2026")),))
        ),
        (0, 0),
    ),
]


@pytest.mark.parametrize(
    ("facts", "expected"), [case[1:] for case in DUE], ids=[case[0] for case in DUE]
)
def test_due_counts_those_whose_day_has_come(facts: TaskFacts, expected: tuple[int, int]) -> None:
    counts = rolled(facts).counts

    assert (counts.due, counts.due_done) == expected


def test_a_task_with_two_leads_counts_for_both_and_once_in_the_total() -> None:
    found = rolled(task(leads=("Công an xã", "Phòng Kinh tế")), task(number=2))

    assert found.counts.total == 2
    assert [(a.agency, a.counts.total) for a in found.agencies] == [
        ("Công an xã", 1),
        ("Phòng Kinh tế", 2),
    ]


def test_the_worst_rate_comes_first_and_the_unassigned_last() -> None:
    def led(leads: tuple[str, ...], due: str | None, *updates: UpdateFacts) -> TaskFacts:
        return task(occurrence(*updates, due=due), leads=leads)

    found = rolled(
        led((), "01/12"),
        led(("none due",), None),
        led(("half of two",), "01/12"),
        led(("half of two",), "01/12", done("01/12")),
        led(("half of four",), "01/12"),
        led(("half of four",), "01/12"),
        led(("half of four",), "01/12", done("01/12")),
        led(("half of four",), "01/12", done("01/12")),
        led(("all of one, and five to come",), "01/12"),
        *[led(("all of one, and five to come",), "31/12") for _ in range(5)],
        led(("two of two",), "01/12"),
        led(("two of two",), "01/12"),
        led(("all done",), "01/12", done("05/12")),
    )

    assert [row.agency for row in found.agencies] == [
        "two of two",
        "all of one, and five to come",
        "half of four",
        "half of two",
        "all done",
        "none due",
        None,
    ]


def test_paused_tasks_count_in_the_total_and_carry_no_flag() -> None:
    found = rolled(task(occurrence(due="01/12"), leads=(), **PAUSED))

    assert (found.counts.total, found.counts.paused, found.overdue) == (1, 1, ())
    assert set(found.counts.flags.values()) == {0}


def test_two_open_periods_are_one_line_that_names_both() -> None:
    missed = occurrence(due="31/12", period="2025")
    opened = occurrence(due="31/12/2026", period="2026", sequence=2, opens_on=date(2026, 1, 1))

    found = rolled(task(missed, opened), as_of=date(2026, 1, 5))

    assert found.counts.total == 1
    assert [(late.days_over, late.periods) for late in found.overdue] == [(5, ("2025", "2026"))]


def test_several_obstacles_of_a_task_are_one_line() -> None:
    blockers = (
        BlockerFacts("chưa có kinh phí", day("10/12")),
        BlockerFacts("thiếu người", day("08/12")),
        BlockerFacts("chưa có kinh phí", day("15/12")),
    )

    found = rolled(task(occurrence(blockers=blockers)))

    assert [(stuck.reason, stuck.since) for stuck in found.blocked] == [
        ("chưa có kinh phí; thiếu người", day("08/12"))
    ]


def test_json_has_every_number_and_list() -> None:
    tasks = [
        task(
            occurrence(going("10/12"), due="30/09"),
            number=6,
            content="Xây dựng kế hoạch đào tạo",
            leads=("Phòng Văn hóa - Xã hội", "Công an xã"),
        ),
        task(occurrence(due="01/09"), number=19, content="Phát động thi đua", leads=()),
        task(
            occurrence(
                done("10/12", confirmations=accepted("12/12")),
                blockers=(BlockerFacts("thiếu người", day("01/12"), day("05/12")),),
            ),
            number=20,
            leads=("Công an xã",),
        ),
        task(
            occurrence(
                done("16/12"),
                due=None,
                blockers=(BlockerFacts("chưa có kinh phí", day("15/12")),),
            ),
            number=21,
            content="Ứng xử trên mạng",
            leads=("Công an xã",),
        ),
    ]

    found = rolled(*tasks).to_json()

    none = {status.value: 0 for status in Status}
    quiet = {flag.value: 0 for flag in Flag}
    assert found == {
        "committee": "Ban Chỉ đạo xã Vĩnh Lại",
        "as_of": "2025-12-17",
        "total": 4,
        "status": none
        | {
            "in_progress_overdue": 1,
            "not_started_overdue": 1,
            "done_on_time": 1,
            "done_no_deadline": 1,
        },
        "due": 2,
        "due_done": 0,
        "flags": quiet | {"blocked": 1, "awaiting_confirmation": 1, "silent": 1, "unassigned": 1},
        "agencies": [
            {
                "agency": "Công an xã",
                "total": 3,
                "status": none
                | {"in_progress_overdue": 1, "done_on_time": 1, "done_no_deadline": 1},
                "due": 1,
                "due_done": 0,
                "flags": quiet | {"blocked": 1, "awaiting_confirmation": 1},
            },
            {
                "agency": "Phòng Văn hóa - Xã hội",
                "total": 1,
                "status": none | {"in_progress_overdue": 1},
                "due": 1,
                "due_done": 0,
                "flags": quiet,
            },
            {
                "agency": None,
                "total": 1,
                "status": none | {"not_started_overdue": 1},
                "due": 1,
                "due_done": 0,
                "flags": quiet | {"silent": 1, "unassigned": 1},
            },
        ],
        "overdue": [
            {
                "number": 19,
                "content": "Phát động thi đua",
                "lead": [],
                "due": "2025-09-01",
                "days_over": 107,
            },
            {
                "number": 6,
                "content": "Xây dựng kế hoạch đào tạo",
                "lead": ["Phòng Văn hóa - Xã hội", "Công an xã"],
                "due": "2025-09-30",
                "days_over": 78,
            },
        ],
        "blocked": [
            {
                "number": 21,
                "content": "Ứng xử trên mạng",
                "lead": ["Công an xã"],
                "reason": "chưa có kinh phí",
                "since": "2025-12-15",
            }
        ],
    }


days = st.dates(date(2025, 11, 1), date(2026, 2, 28))
updates = st.builds(
    UpdateFacts,
    days,
    st.none() | st.sampled_from(Progress),
    st.none(),
    st.booleans(),
    st.lists(st.builds(ConfirmationFacts, st.booleans(), days), max_size=1).map(tuple),
)
extensions = st.builds(ExtensionFacts, days, days)
blockers = st.builds(BlockerFacts, st.just("thiếu người"), days, st.none() | days, st.booleans())
pauses = st.builds(PauseFacts, days, st.none() | days)


def a_few(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


occurrences = st.builds(
    lambda sequence, opens_on, first_due, told, stuck, longer, closed_on: occurrence(
        *told,
        sequence=sequence,
        opens_on=opens_on,
        first_due=first_due,
        blockers=stuck,
        extensions=longer if first_due else (),
        closed_on=closed_on,
    ),
    st.integers(1, 9),
    days,
    st.none() | days,
    a_few(updates),
    a_few(blockers),
    a_few(extensions),
    st.none() | days,
)
tasks = st.builds(
    lambda lots, leads, put_off: task(*lots, leads=leads, pauses=put_off),
    st.lists(occurrences, min_size=1, max_size=3, unique_by=lambda o: o.sequence),
    st.sets(st.sampled_from(["Công an xã", "Phòng Kinh tế"])).map(
        lambda names: tuple(sorted(names))
    ),
    a_few(pauses),
)


@given(st.lists(tasks, max_size=5), days)
def test_the_classes_add_up(found: list[TaskFacts], as_of: date) -> None:
    summed = rolled(*found, as_of=as_of)
    counts = summed.counts

    assert sum(counts.status.values()) == counts.total == len(found)
    parts = (counts.done, counts.overdue, counts.in_time, counts.no_deadline, counts.paused)
    assert sum(parts) == counts.total
    assert counts.due - counts.due_done == counts.overdue == len(summed.overdue)
    assert len(summed.blocked) == counts.flags[Flag.BLOCKED]
    for row in summed.agencies:
        assert sum(row.counts.status.values()) == row.counts.total > 0


@given(tasks, days, st.data())
def test_what_comes_later_does_not_change_a_day_that_is_past(
    facts: TaskFacts, as_of: date, data: st.DataObject
) -> None:
    later = data.draw(st.dates(as_of, date(2026, 3, 1)).filter(lambda d: d > as_of))
    last = facts.occurrences[-1]
    told = UpdateFacts(later, Progress.DONE)
    longer = ExtensionFacts(later, date(2027, 1, 1))
    grown = occurrence(
        *last.updates,
        told,
        sequence=last.sequence,
        opens_on=last.opens_on,
        first_due=last.first_due,
        blockers=(*last.blockers, BlockerFacts("thiếu máy", later)),
        extensions=(*last.extensions, longer),
        closed_on=last.closed_on,
    )
    changed = task(*facts.occurrences[:-1], grown, leads=facts.leads, pauses=facts.pauses)

    before = task_status(facts, as_of=as_of, confirms=True)
    after = task_status(changed, as_of=as_of, confirms=True)

    assert (after.status, after.due, after.flags) == (before.status, before.due, before.flags)


def test_overdue_is_what_is_red() -> None:
    late = rolled(task(occurrence(due="16/12")))

    assert late.counts.overdue == sum(late.counts.status[status] for status in OVERDUE) == 1
