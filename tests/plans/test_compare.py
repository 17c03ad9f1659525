"""Two versions of a plan: which rows stay, what changed in them, and what is new or gone."""

import random
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from db.enums import DeadlineKind, DraftField, Recurs
from plans.assignment import best_pairs
from plans.compare import Comparison, Pair, PlanRow, RowChange, compare_plans
from plans.deadlines.read import Deadline
from plans.read import read_plan

BY = Deadline(DeadlineKind.BY, due=date(2025, 12, 31))
YEARLY = Deadline(DeadlineKind.RECURRING, due=date(2025, 12, 31), recurs=Recurs.YEARLY)


def row(content: str, no: str = "", **but: Any) -> PlanRow:
    given: dict[str, Any] = {
        "no": no,
        "content": content,
        "parent": "",
        "product": "",
        "deadline_text": "31/12/2025",
        "deadline": BY,
        "leads": frozenset({1}),
        "coordinating": frozenset(),
        "lead_names": "Công an xã",
    }
    return PlanRow(**given | but)


OLD = [
    row("Xây dựng kế hoạch đào tạo kỹ năng số cho cán bộ, công chức", "1"),
    row("Tổ chức tuyên truyền về chuyển đổi số trên loa truyền thanh", "2"),
    row("Rà soát hạ tầng mạng, camera an ninh tại các thôn", "3"),
    row("Số hóa hồ sơ đất đai", "4", deadline_text="Hằng năm", deadline=YEARLY),
]


def test_the_same_plan_again_has_nothing_new():
    assert compare_plans(OLD, OLD) == Comparison(
        tuple(Pair(at, at, (), moved=False) for at in range(4)), (), ()
    )


def test_rows_stay_through_small_changes_and_the_rest_is_added_removed_or_moved():
    later = Deadline(DeadlineKind.BY, due=date(2026, 3, 31))
    new = [
        row("Rà soát hạ tầng mạng, camera an ninh tại các thôn", "1"),
        row("Xây dựng kế hoạch đào tạo kỹ năng số cho cán bộ, công chức, người dân", "2"),
        row("Triển khai dịch vụ công trực tuyến toàn trình", "3"),
        row(
            "Số hóa hồ sơ đất đai",
            "4",
            deadline_text="31/03/2026",
            deadline=later,
            leads=frozenset({2}),
            lead_names="Phòng Kinh tế",
        ),
    ]

    found = compare_plans(OLD, new)

    assert [(pair.old, pair.new) for pair in found.kept] == [(2, 0), (0, 1), (3, 3)]
    assert (found.added, found.removed) == ((2,), (1,))
    assert [pair.old for pair in found.moved] == [2]
    assert found.kept[2].changes == (
        RowChange(DraftField.DEADLINE, "Hằng năm", "31/03/2026"),
        RowChange(DraftField.LEAD, "Công an xã", "Phòng Kinh tế"),
    )
    assert [change.field for change in found.kept[1].changes] == [
        DraftField.NUMBER,
        DraftField.CONTENT,
    ]


def test_like_rows_are_told_apart_by_who_leads_them():
    old = [row("Báo cáo kết quả thực hiện", leads=frozenset({agency})) for agency in (1, 2, 3)]
    new = [row("Báo cáo kết quả thực hiện kế hoạch", leads=frozenset({at})) for at in (3, 1, 2)]

    assert [(pair.old, pair.new) for pair in compare_plans(old, new).kept] == [
        (2, 0),
        (0, 1),
        (1, 2),
    ]


def test_what_recurs_is_not_changed_by_a_later_day_of_issue():
    later = Deadline(DeadlineKind.RECURRING, due=date(2026, 12, 31), recurs=Recurs.YEARLY)

    found = compare_plans([OLD[3]], [row("Số hóa hồ sơ đất đai", "4", deadline=later)])

    assert found.changed == ()


def test_what_a_scan_damaged_is_no_change():
    found = compare_plans(
        [OLD[1]], [row("Tô chưc tuyên truyên vê chuyên đôi sô trên loa truyên thanh", "2")]
    )

    assert found.changed == ()


@pytest.mark.parametrize("seed", range(20))
def test_no_other_pairing_has_more_likeness(seed):
    chance = random.Random(seed)  # noqa: S311  cases, not secrets
    lefts, rights = chance.randint(1, 5), chance.randint(1, 6)
    scores = {
        (left, right): chance.choice([0.5, 0.7, 0.9])
        for left in range(lefts)
        for right in range(rights)
        if chance.random() < 0.6
    }

    found = best_pairs(scores)

    places = [*range(rights), *[None] * lefts]
    best = max(
        sum(scores.get((left, right), 0) for left, right in enumerate(order))
        for order in set(permutations(places, lefts))
    )
    assert len({right for _, right in found}) == len(found) == len({left for left, _ in found})
    assert sum(scores[pair] for pair in found) == pytest.approx(best)


def rows_of(name: str) -> list[PlanRow]:
    text = (Path(__file__).parents[1] / "data" / name / "plan.txt").read_text(encoding="utf-8")
    return [row(task.content, task.no, leads=frozenset()) for task in read_plan(text).tasks]


@pytest.mark.parametrize("name", ["hai-duong", "tan-ky", "binh-tan"])
def test_no_two_rows_of_a_real_plan_are_taken_for_one(name):
    rows = rows_of(name)

    found = compare_plans(rows[::2], rows[1::2])

    assert [(rows[::2][p.old].content, rows[1::2][p.new].content) for p in found.kept] == []


@pytest.mark.parametrize("name", ["hai-duong", "tan-ky", "nghi-duong", "binh-tan"])
def test_the_rows_of_a_real_plan_stay_with_a_fifth_of_their_words_replaced(name):
    rows = rows_of(name)
    chance = random.Random(name)  # noqa: S311
    known = [word for one in rows for word in one.content.split()]
    amended = []
    for one in rows:
        words = one.content.split()
        for place in chance.sample(range(len(words)), len(words) // 5):
            words[place] = chance.choice(known)
        amended.append(replace(one, content=" ".join(words), no=""))
    order = chance.sample(range(len(rows)), len(rows))

    found = compare_plans(rows, [amended[place] for place in order])

    assert [pair for pair in found.kept if order[pair.new] != pair.old] == []
    assert len(found.kept) >= len(rows) - 1


def test_a_row_under_another_number_alone_is_not_changed():
    new = [row("Thành lập tổ công nghệ số cộng đồng", "1"), replace(OLD[0], no="2")]

    found = compare_plans(OLD[:1], new)

    assert found.changed == ()
    assert [(pair.old, pair.new) for pair in found.renumbered] == [(0, 1)]
