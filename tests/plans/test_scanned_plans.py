"""Whole plans as scans left them, read without a person's help."""

import csv
from datetime import date

import pytest

from db.enums import DeadlineKind
from plans.agencies.keys import agency_key
from plans.labels import to_labels
from plans.read import read_plan
from plans.words import fold
from tests.plans.labelled import DATA, labelled_rows

DEADLINE = ("kind", "start", "due", "recurs", "recurs_due")


def read_scan(name):
    return read_plan((DATA / name / "plan.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tan_ky():
    return read_scan("tan-ky")


@pytest.fixture(scope="module")
def binh_tan():
    return read_scan("binh-tan")


@pytest.fixture(scope="module")
def nghi_duong():
    return read_scan("nghi-duong")


@pytest.fixture(scope="module")
def hai_duong():
    return read_scan("hai-duong")


def keys(names):
    return {agency_key(name).removesuffix(" tinh") for name in names}


def share(right, of):
    return sum(right) / len(of)


def test_a_list_and_a_mixed_table_are_read_nearly_as_labelled(tan_ky):
    wanted = labelled_rows("tan-ky/tasks.jsonl")
    read = to_labels(tan_ky)["tasks"]

    assert [(task["source"], task["no"]) for task in read] == [
        (task["source"], task["no"]) for task in wanted
    ]
    pairs = [pair for pair in zip(wanted, read, strict=True) if not pair[0].get("uncertain")]
    assert share([keys(w["lead"]) == keys(r["lead"]) for w, r in pairs], pairs) >= 0.97
    assert share([all(w[k] == r[k] for k in DEADLINE) for w, r in pairs], pairs) == 1.0


def test_a_list_whose_heading_is_lost_is_found_and_numbered_as_printed(binh_tan):
    numbers = [(task.group, task.no) for task in binh_tan.tasks]

    assert numbers == [
        *[("I", "1"), ("I", "2"), ("II", "1"), ("II", "2"), ("II", "3")],
        *[("III", "1"), ("III", "2"), ("III", "3"), ("III", "4"), ("III", "5")],
        *[("IV", "1"), ("IV", "2"), ("IV", "3"), ("V", "1"), ("V", "2"), ("VI", "1"), ("VI", "2")],
        *[("VII", "1"), ("VII", "2"), ("VII", "3"), ("VII", "4")],
        *[("VIII", "1"), ("VIII", "2"), ("VIII", "3"), ("VIII", "5"), ("IX", "1")],
    ]
    assert {name for task in binh_tan.tasks for name in task.lead} == {
        "Văn phòng Đảng ủy",
        "Ban Xây dựng Đảng",
        "Văn phòng UBND xã",
        "Phòng Văn hóa - Xã hội",
        "Phòng Kinh tế",
        "Công an xã",
    }
    assert [task.no for task in binh_tan.tasks if not task.lead] == ["1", "2", "3"]
    assert {task.deadline.kind for task in binh_tan.tasks if task.lead} == {
        DeadlineKind.BY,
        DeadlineKind.ONGOING,
    }


def test_without_an_annex_of_tasks_the_measures_of_the_body_are_the_tasks(nghi_duong):
    numbers = [task.no for task in nghi_duong.tasks]

    assert numbers == [
        *[f"1.{n}" for n in range(1, 10)],
        *[f"2.{n}" for n in range(1, 5)],
        *[f"3.{n}" for n in range(1, 6)],
        *[f"4.{n}" for n in range(1, 5)],
        *[f"5.{n}" for n in range(1, 19)],
        *[f"6.{n}" for n in range(1, 4)],
        *[f"7.{n}" for n in range(1, 6)],
        "8",
    ]
    assert {(task.lead, task.deadline.kind) for task in nghi_duong.tasks} == {
        ((), DeadlineKind.UNSPECIFIED)
    }


def test_a_ruined_table_is_mended_by_the_prose_that_says_the_same(hai_duong):
    with (DATA / "hai-duong" / "rows.tsv").open(encoding="utf-8") as file:
        wanted = list(csv.DictReader(file, delimiter="\t"))
    read = to_labels(hai_duong)["tasks"]

    assert [task["no"] for task in read] == [row["no"] for row in wanted]
    pairs = list(zip(wanted, read, strict=True))
    leads = [keys(w["lead"].split("; ")) == keys(r["lead"]) for w, r in pairs]
    dues = [all((w[k] or None) == r[k] for k in DEADLINE if k != "start") for w, r in pairs]
    assert share(leads, pairs) >= 0.97
    assert share(dues, pairs) >= 0.97


def test_what_a_scanned_plan_was_mended_with_is_told(hai_duong):
    doubts = {task.no: task.doubts for task in hai_duong.tasks}

    assert "deadline_from_prose" in doubts["23"]
    assert "row_from_prose" in doubts["70"]


@pytest.mark.parametrize(
    ("name", "number", "issued_on", "issuer"),
    [
        ("tan-ky", "10-KH/ĐU", date(2025, 9, 19), "dang uy xa tan ky"),
        ("binh-tan", "27-KH/ĐU", date(2025, 11, 19), "dang uy xa binh tan"),
        ("nghi-duong", "07/KH-UBND", date(2025, 7, 14), "uy ban nhan dan xa nghi duong"),
        ("hai-duong", "726/KH-UBND", date(2025, 2, 20), "uy ban nhan dan tinh hai duong"),
    ],
)
def test_the_head_of_a_scanned_plan_is_read(request, name, number, issued_on, issuer):
    plan = request.getfixturevalue(name.replace("-", "_"))

    assert (plan.number, plan.issued_on, fold(plan.issuer)) == (number, issued_on, issuer)


def test_groups_are_counted_and_what_the_prose_mends_is_whole(hai_duong):
    tasks = {task.no: task for task in hai_duong.tasks}

    assert list(dict.fromkeys(task.group for task in hai_duong.tasks)) == [
        *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    ]
    assert tasks["5"].content.endswith(
        "theo dõi, đôn đốc, kiểm tra, giám sát theo lĩnh vực, nhiệm vụ được phân công"
    )
    assert tasks["22"].content.startswith(
        "Đảm bảo 100% thủ tục hành chính liên quan đến doanh nghiệp được thực hiện"
    )
    assert tasks["12"].deadline.kind is DeadlineKind.CONDITIONAL


def test_words_of_a_mixed_row_that_are_in_none_of_its_cells_are_left_over(hai_duong):
    left = [leftover.text for leftover in hai_duong.leftovers if leftover.line == 1492]

    assert left == ["quan xuac", "cong"]


def test_a_collective_name_cut_by_the_scan_is_the_one_that_the_plan_has_whole(tan_ky):
    helpers = {name for task in tan_ky.tasks for name in task.coordinating}

    assert "Các cơ quan, đơn vị liên quan" in helpers
    assert "Cơ quan, đơn vị liên quan" not in helpers


def test_who_answers_for_a_group_is_no_part_of_its_title(binh_tan):
    titles = {row.group: row.group_title for row in binh_tan.indicators}

    assert titles["III"] == "Phát triển khoa học công nghệ"
