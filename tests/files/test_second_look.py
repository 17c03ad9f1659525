"""The times of a scanned table looked at twice."""

import numpy as np
import pytest

from plans.files.document import Cell, Document, Place, Table, TableRow
from plans.files.printed import Word
from plans.files.read import read_bytes
from plans.files.second_look import SHARE, doubt_times
from plans.read import read_document_plan
from tests.files.make_scan import page, saved

HEADS = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời hạn"]
PAGE = np.full((200, 200), 255, np.uint8)
BOX = (10, 10, 190, 40)


def words(text, *, size=1.0):
    """The words of one cell, a dot a point."""
    return [
        Word(one, at * 20 * size, 12 * size, (at * 20 + 18) * size, 38 * size)
        for at, one in enumerate(text.split(), 1)
    ]


@pytest.mark.parametrize(
    ("first", "second", "unsure"),
    [
        ("Trước 10/12/2036", "Trước 10/12/2026", True),
        ("Tháng 9/2025", "Tháng 5/2025", True),
        ("ngày 15/9/2025", "Trước ngày 15/9/2025", True),
        ("Tháng 9/2025", "Thảng 9/2025.", False),
        ("Quý III/2025", "Quý 1112025", False),
        ("Quý I1/⁄2025", "Quý II/2025", False),
        ("Quý II/2025", "Quý II/2026", True),
        ("Hằng năm", "Hàng năm 5", False),
    ],
)
def test_a_time_is_unsure_where_two_looks_read_other_figures(first, second, unsure):
    read = doubt_times(words(first), [BOX], PAGE, 1, lambda *_: words(second, size=SHARE))

    assert {word.unsure for word in read} == {unsure}


def test_only_cells_that_say_a_time_are_read_again():
    looked: list[int] = []

    def read(picture, boxes):
        looked.append(len(boxes))
        return []

    told = list(doubt_times(words("Báo cáo số 12"), [BOX], PAGE, 1, read))

    assert (looked, [word.unsure for word in told]) == ([], [False] * 4)


def test_a_task_whose_time_is_unsure_is_doubted():
    rows = [
        TableRow(
            tuple(
                Cell(text, at, at + 1, unsure=text.startswith("Tháng"))
                for at, text in enumerate(cells)
            ),
            Place(line, 1),
        )
        for line, cells in enumerate(
            (
                HEADS,
                ["1", "Xây dựng kế hoạch", "Công an xã", "Tháng\n9/2025"],
                ["2", "Rà soát thủ tục", "Phòng Kinh tế", "12/2025"],
            ),
            1,
        )
    ]

    plan = read_document_plan(Document((Table(tuple(rows), 0, 4),), scanned=True))

    assert ["deadline_unsure" in task.doubts for task in plan.tasks] == [True, False]


@pytest.mark.needs("tesseract")
def test_clear_times_of_a_scan_stay_undoubted():
    times = ["Tháng 5/2025", "Trước 15/9/2025", "Quý III/2025"]
    rows = [[str(at), "Xây dựng kế hoạch", "Công an xã", time] for at, time in enumerate(times, 1)]
    scan = page(["PHỤ LỤC 1", "NHIỆM VỤ"], [HEADS, *rows])

    plan = read_document_plan(read_bytes(saved("PDF", scan), "plan.pdf"))

    assert [(task.deadline_raw, task.doubts) for task in plan.tasks] == [(t, ()) for t in times]
