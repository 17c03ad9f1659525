from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from db.enums import DeadlineKind, Every, Recurs
from plans.deadlines.read import Deadline
from plans.labels import to_labels
from plans.parsed import Leftover, ParsedAgency, ParsedGroup, ParsedTask
from plans.read import read_plan
from tests.plans.labelled import example_text, labelled_plan, labelled_rows, without_reading

LISTED = """Số: 10-KH/ĐU Tân Kỳ, ngày 19 tháng 9 năm 2025
KẾ HOẠCH
chuyển đổi số

PHỤ LỤC 1: NHIỆM VỤ
I. Nhóm nhiệm vụ chung
- Cơ quan chủ trì: Công an xã
1. Xây dựng kế hoạch
- Cơ quan chủ trì: Phòng VHXH, Công an xã
- Thời gian: {deadline}
"""
UNDATED = LISTED.replace(", ngày 19 tháng 9 năm 2025", "")


@pytest.fixture(scope="module")
def vinh_lai():
    return read_plan(example_text("vinh-lai"))


def test_every_field_of_every_task_of_a_plan_is_as_labelled(vinh_lai):
    wanted = labelled_rows("vinh-lai/tasks.jsonl")
    not_read = {"plan", "nq71_no", "note", "uncertain"}

    read = without_reading(to_labels(vinh_lai)["tasks"])

    assert [{"parent_content": None, **task} for task in read] == [
        {"parent_content": None, **{k: v for k, v in task.items() if k not in not_read}}
        for task in wanted
    ]
    assert vinh_lai.leftovers == ()


def test_the_tasks_of_the_plan_add_up(vinh_lai):
    assert Counter(task.deadline.kind for task in vinh_lai.tasks) == {
        DeadlineKind.RECURRING: 28,
        DeadlineKind.BY: 27,
        DeadlineKind.ONGOING: 15,
        DeadlineKind.CONDITIONAL: 1,
    }
    assert Counter(doubt for task in vinh_lai.tasks for doubt in task.doubts) == {
        "lead_collective": 8
    }


def test_the_head_and_the_reports_of_the_plan_are_as_labelled(vinh_lai):
    wanted = labelled_plan("vinh-lai")

    read = to_labels(vinh_lai)["plan"]

    for name in ("number", "issued_on", "issuer", "title"):
        assert read[name] == wanted[name]
    by_text = sorted(read["reporting"], key=lambda rule: rule["raw"])
    assert by_text == sorted(
        ({k: v for k, v in rule.items() if k != "uncertain"} for rule in wanted["reporting"]),
        key=lambda rule: rule["raw"],
    )
    assert read["reporting"][0]["every"] == Every.YEARLY


def test_the_plan_counts_from_the_latest_document_it_cites_and_says_so(vinh_lai):
    assert (vinh_lai.issued_on, vinh_lai.counted_from, vinh_lai.counted_from_doubtful) == (
        None,
        date(2025, 9, 13),
        True,
    )


def test_an_agency_is_named_once_with_all_its_spellings(vinh_lai):
    by_key = {agency.key: agency for agency in vinh_lai.agencies}

    assert by_key["phong kinh te"] == ParsedAgency(
        "Phòng Kinh tế", "phong kinh te", False, ("Phòng Kinh tế", "Phòng Kinh Tế")
    )
    assert by_key["cac co quan don vi lien quan"].collective is True
    assert len([agency for agency in vinh_lai.agencies if not agency.collective]) == 13


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="windows-line-ends"),
        pytest.param(lambda text: "\ufeff" + text, id="byte-order-mark"),
        pytest.param(lambda text: text.replace("\n STT", "\n\f STT"), id="form-feeds"),
        pytest.param(
            lambda text: "\n".join(line for line in text.split("\n") if line.strip()), id="no-gaps"
        ),
    ],
)
def test_how_the_lines_are_spaced_changes_no_task(vinh_lai, change):
    tasks = read_plan(change(example_text("vinh-lai"))).tasks

    assert [replace(task, line=0) for task in tasks] == [
        replace(task, line=0) for task in vinh_lai.tasks
    ]


def test_a_listed_plan_is_read_with_its_doubts_and_what_is_left_over():
    plan = read_plan(LISTED.format(deadline="Hằng năm"))

    assert plan.tasks == (
        ParsedTask(
            source="annex-1",
            group="I",
            group_title="Nhóm nhiệm vụ chung",
            no="1",
            sub=None,
            content="Xây dựng kế hoạch",
            parent_content=None,
            lead=("Phòng Văn hóa - Xã hội", "Công an xã"),
            coordinating=(),
            product=None,
            deadline_raw="Hằng năm",
            deadline_text="Hằng năm",
            deadline=Deadline(
                DeadlineKind.RECURRING,
                due=date(2025, 12, 31),
                recurs=Recurs.YEARLY,
                recurs_due="12-31",
            ),
            line=8,
            doubts=("several_leads",),
        ),
    )
    assert plan.groups == (ParsedGroup("annex-1", "I", "Nhóm nhiệm vụ chung"),)
    assert plan.leftovers == (Leftover("annex-1", 7, "- Cơ quan chủ trì: Công an xã"),)
    assert (plan.number, plan.counted_from_doubtful) == ("10-KH/ĐU", False)


def test_the_day_a_person_gives_wins_over_the_printed_one():
    plan = read_plan(LISTED.format(deadline="Hằng năm"), issued_on=date(2026, 3, 1))

    assert (plan.issued_on, plan.counted_from, plan.counted_from_doubtful) == (
        date(2025, 9, 19),
        date(2026, 3, 1),
        False,
    )
    assert plan.tasks[0].deadline.due == date(2026, 12, 31)


def test_a_plan_of_the_coming_year_doubts_a_quarter_that_this_year_has_as_well():
    text = LISTED.format(deadline="Quý IV").replace("tháng 9", "tháng 12")

    plan = read_plan(text.replace("chuyển đổi số", "chuyển đổi số năm 2026"))

    assert plan.tasks[0].deadline.due == date(2026, 12, 31)
    assert plan.tasks[0].doubts == ("several_leads", "deadline_year")


@pytest.mark.parametrize(
    ("printed", "deadline", "doubt"),
    [
        pytest.param(
            "Hằng năm",
            Deadline(DeadlineKind.RECURRING, recurs=Recurs.YEARLY, recurs_due="12-31"),
            ("deadline_uncounted",),
            id="recurring",
        ),
        pytest.param(
            "12/2025", Deadline(DeadlineKind.BY, due=date(2025, 12, 31)), (), id="printed"
        ),
        pytest.param(
            "Trong 10 ngày kể từ ngày ban hành",
            Deadline(DeadlineKind.UNREADABLE),
            ("deadline_unreadable",),
            id="counted",
        ),
        pytest.param(
            "Quý IV", Deadline(DeadlineKind.UNREADABLE), ("deadline_unreadable",), id="no-year"
        ),
        pytest.param(
            "Đợt 1: 30/10/2025; đợt 2: 30/12/2025",
            Deadline(DeadlineKind.BY, due=date(2025, 10, 30)),
            ("deadline_several",),
            id="several",
        ),
        pytest.param(
            "Trong 5 ngày làm việc kể từ ngày 30/4/2026",
            Deadline(DeadlineKind.BY, due=date(2026, 5, 8)),
            ("deadline_working_days",),
            id="working-days",
        ),
    ],
)
def test_without_any_date_only_deadlines_that_need_none_have_a_due_day(printed, deadline, doubt):
    plan = read_plan(UNDATED.format(deadline=printed))

    assert (plan.counted_from, plan.counted_from_doubtful) == (None, False)
    assert (plan.tasks[0].deadline, plan.tasks[0].doubts) == (deadline, ("several_leads", *doubt))


@pytest.mark.parametrize(
    ("printed", "lead", "doubts"),
    [
        pytest.param("", (), ("lead_missing",), id="none"),
        pytest.param("các đơn vị", ("Các đơn vị",), ("lead_collective",), id="collective"),
        pytest.param("Nhà máy nước", ("Nhà máy nước",), ("agency_unknown",), id="unknown"),
        pytest.param("Công an xã.", ("Công an xã",), (), id="one"),
    ],
)
def test_who_answers_for_a_task_may_be_in_doubt(printed, lead, doubts):
    text = LISTED.format(deadline="2026.").replace("Phòng VHXH, Công an xã", printed)

    task = read_plan(text).tasks[0]

    assert (task.lead, task.doubts) == (lead, doubts)
    assert (task.deadline_raw, task.deadline_text) == ("2026.", "2026")


def test_what_has_no_reader_yet_is_left_over_whole():
    plan = read_plan(
        "KẾ HOẠCH\nPHỤ LỤC 1: NHIỆM VỤ\nTT Nội dung Thời gian Đơn vị chủ trì\n1 | Rà soát |\n"
    )

    assert plan.tasks == ()
    assert [(left.line, left.text) for left in plan.leftovers] == [
        (3, "TT Nội dung Thời gian Đơn vị chủ trì"),
        (4, "1 | Rà soát |"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "không phải kế hoạch", "PHỤ LỤC", "PHỤ LỤC 1\nSTT\n"])
def test_a_text_that_is_no_plan_gives_no_tasks(text):
    plan = read_plan(text)

    assert (plan.tasks, plan.reporting, plan.title) == ((), (), None)
