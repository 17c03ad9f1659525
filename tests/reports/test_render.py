"""The roll-up in words."""

from datetime import date

import pytest

from reports.facts import (
    BlockerFacts,
    CommitteeFacts,
    ExtensionFacts,
    PauseFacts,
    TaskFacts,
)
from reports.figures import OverdueTask, roll_up
from reports.render import render_roll_up
from reports.render_rows import overdue_line, period_name
from reports.words import shorten
from tests.reports.facts import AS_OF, accepted, day, done, going, occurrence, task
from tests.reports.words import English

VINH_LAI = CommitteeFacts("Ban Chỉ đạo xã Vĩnh Lại")

LATER = ExtensionFacts(day("02/12"), day("20/12"))


def said(*tasks: TaskFacts, committee: CommitteeFacts = VINH_LAI) -> tuple[str, ...]:
    return render_roll_up(English(), roll_up(tasks, committee=committee, as_of=AS_OF))


def test_a_roll_up_gives_numbers_then_names() -> None:
    blocks = said(
        task(
            occurrence(going("01/12"), due="30/09"),
            number=6,
            content="Xây dựng kế hoạch tổ chức",
            leads=("Phòng Văn hóa - Xã hội",),
            deadline_text="tháng 9/2025",
        ),
        task(occurrence(done("10/12")), number=18, leads=("Phòng Văn hóa - Xã hội",)),
        task(
            occurrence(due=None, blockers=(BlockerFacts("chưa có kinh phí", day("10/12")),)),
            number=21,
            content="Nghiên cứu quy tắc ứng xử",
            leads=(),
        ),
        task(number=22, leads=("Công an xã",), pauses=(PauseFacts(day("01/12")),)),
    )

    assert blocks == (
        "Ban Chỉ đạo xã Vĩnh Lại, as of 17/12/2025",
        "4 tasks: 1 done (1 awaiting confirmation), 1 open (in time or without a due day), "
        "1 overdue, 1 paused.",
        "Due so far 1, of these done 0.",
        "⚠️ 1 with obstacles, 1 not reported this period, 1 unassigned.",
        "Longest overdue: #6 Phòng Văn hóa - Xã hội, 78 days.",
        "Overdue (1), the longest first:",
        "#6 Xây dựng kế hoạch tổ chức · Phòng Văn hóa - Xã hội · "
        "tháng 9/2025 (by 30/09/2025) · 78 days overdue",
        "With obstacles (1):",
        "#21 Nghiên cứu quy tắc ứng xử · unassigned · “chưa có kinh phí”, since 10/12/2025",
        "By lead agency:",
        "Phòng Văn hóa - Xã hội: 2 tasks, 1 done (1 awaiting confirmation); "
        "1 overdue of 1 due so far.",
        "Công an xã: 1 task, 0 done.",
        "Unassigned: 1 task, 0 done.",
    )


def test_a_quiet_roll_up_says_no_more_than_it_must() -> None:
    assert said(task(occurrence(done("10/12", confirmations=accepted("11/12")), due="16/12"))) == (
        "Ban Chỉ đạo xã Vĩnh Lại, as of 17/12/2025",
        "1 task: 1 done, 0 open (in time or without a due day), 0 overdue.",
        "Due so far 1, of these done 1.",
        "By lead agency:",
        "Phòng Kinh tế: 1 task, 1 done; 0 overdue of 1 due so far.",
    )


def test_a_committee_without_tasks_is_told_so() -> None:
    assert said() == ("Ban Chỉ đạo xã Vĩnh Lại, as of 17/12/2025", "There are no tasks yet.")


def test_sample_data_are_called_so_right_below_the_heading() -> None:
    blocks = said(task(), committee=CommitteeFacts("Ban Chỉ đạo xã Vĩnh Lại", sample=True))

    assert blocks[1] == "Sample data, not the real situation."


SUMS = [
    ("all zero", [task(occurrence(going("10/12")))], []),
    (
        "silence alone carries no sign",
        [task()],
        ["1 not reported this period, 0 unassigned."],
    ),
    (
        "due soon and extended",
        [
            task(
                occurrence(
                    going("10/12"),
                    due="01/12",
                    extensions=(ExtensionFacts(day("02/12"), day("20/12")),),
                )
            )
        ],
        ["Due within 7 days: 1. Extended: 1."],
    ),
    (
        "paused, none awaiting",
        [task(pauses=(PauseFacts(day("01/12")),))],
        [],
    ),
]


@pytest.mark.parametrize(
    ("tasks", "expected"), [case[1:] for case in SUMS], ids=[case[0] for case in SUMS]
)
def test_flags_of_zero_are_left_out(tasks: list[TaskFacts], expected: list[str]) -> None:
    blocks = said(*tasks)

    assert list(blocks[3 : blocks.index("By lead agency:")]) == expected


def test_ten_overdue_are_named_and_the_rest_counted() -> None:
    blocks = said(*[task(occurrence(due="16/12"), number=number) for number in range(1, 13)])

    start = blocks.index("Overdue (12), the longest first:")
    assert [line.split()[0] for line in blocks[start + 1 : start + 11]] == [
        f"#{number}" for number in range(1, 11)
    ]
    assert blocks[start + 11] == "… and 2 more tasks"


def test_ten_overdue_leave_none_to_count() -> None:
    blocks = said(*[task(occurrence(due="16/12"), number=number) for number in range(1, 11)])

    assert blocks[-2:] == (
        "By lead agency:",
        "Phòng Kinh tế: 10 tasks, 0 done; 10 overdue of 10 due so far.",
    )
    assert blocks[-3].startswith("#10 ")


def overdue(**but: object) -> OverdueTask:
    given = {"due": date(2025, 12, 16), "days_over": 1, "extended": False, "periods": ()}
    facts = task(deadline_text=but.pop("deadline_text", "hằng năm"))
    return OverdueTask(task=facts, **given | but)  # type: ignore[arg-type]


DEADLINES = [
    ("the day is worked out", overdue(), "hằng năm (by 16/12/2025) · 1 day overdue"),
    (
        "the plan has the day",
        overdue(deadline_text="chậm nhất ngày 16/12/2025"),
        "chậm nhất ngày 16/12/2025 · 1 day overdue",
    ),
    (
        "extended",
        overdue(extended=True, deadline_text="tháng 9/2025"),
        "tháng 9/2025, extended to 16/12/2025 · 1 day overdue",
    ),
    ("no words", overdue(deadline_text=""), "by 16/12/2025 · 1 day overdue"),
    ("one period", overdue(periods=("2025",)), "hằng năm (by 16/12/2025) · 1 day overdue"),
    (
        "two periods",
        overdue(periods=("2025-H2", "2026")),
        "hằng năm (by 16/12/2025) · open periods: second half of 2025, 2026 · 1 day overdue",
    ),
]


@pytest.mark.parametrize(
    ("late", "expected"), [case[1:] for case in DEADLINES], ids=[case[0] for case in DEADLINES]
)
def test_the_plans_words_stand_beside_the_day(late: OverdueTask, expected: str) -> None:
    assert overdue_line(English(), late) == f"#1 Xây dựng kế hoạch · Phòng Kinh tế · {expected}"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2025", "2025"),
        ("2025-H1", "first half of 2025"),
        ("2025-H2", "second half of 2025"),
        ("2025-Q3", "quarter III/2025"),
        ("2025-09", "month 9/2025"),
    ],
)
def test_periods_are_named(period: str, expected: str) -> None:
    assert period_name(English(), period) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tham mưu phát động", "Tham mưu phát động"),
        ("Tham mưu phát động phong trào", "Tham mưu phát động …"),
        ("  Tham\n mưu ", "Tham mưu"),
        ("x" * 21, "x" * 18 + " …"),
        ("", ""),
    ],
    ids=["short", "cut between words", "one line", "one long word", "nothing"],
)
def test_content_is_cut_between_words(text: str, expected: str) -> None:
    assert shorten(text, 20) == expected


def test_a_chat_names_the_agencies_with_the_most_overdue() -> None:
    tasks = [
        task(occurrence(going("01/12"), due="30/09" if n > 8 else "31/12"), leads=(f"Phòng {n}",))
        for n in range(1, 13)
    ]
    figures = roll_up(tasks, committee=VINH_LAI, as_of=AS_OF)

    blocks = render_roll_up(English(), figures, agencies=10)

    rows = blocks[blocks.index("By lead agency:") + 1 :]
    assert len(rows) == 11
    assert {row.partition(":")[0] for row in rows[:4]} == {f"Phòng {n}" for n in range(9, 13)}
    assert rows[-1] == "… and 2 more agencies"
    assert len(render_roll_up(English(), figures)) == len(blocks) + 1
