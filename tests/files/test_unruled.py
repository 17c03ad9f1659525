"""Pages without ruled lines, whose columns are told by where their words stand."""

from datetime import date

from plans.files.printed import Word
from plans.files.unruled import lay_out_unruled
from plans.read import read_document_plan

LETTER, LINE = 5.0, 14.0
"""In points: how wide a letter is and how far lines stand apart."""
FIRST = """
            Các nội dung công việc được phân công như sau:
ST    Thời gian       Nội dung công việc            Phụ trách      Phối hợp
 T                                                    chính
1     05/9/2026       Ổn định nền nếp, biên chế     Hiệu trưởng    Tổng phụ
                      lớp, tổ chức khai giảng                      trách Đội
2     Tháng 9/2026    Hội nghị viên chức            Công đoàn      Tổ Văn
                                                    trường         phòng
                                   1
"""
SECOND = """
3     Trước ngày      Tổ chức thi giáo viên         Hiệu trưởng
      15/10/2026      dạy giỏi cấp trường
      III. TỔ CHỨC THỰC HIỆN
      Các tổ chuyên môn báo cáo trước ngày 25 hằng tháng.
                                   2
"""


def words(page: str) -> list[Word]:
    """The words of a page at the places where they stand in a text."""
    found = []
    for number, line in enumerate(page.splitlines()):
        at = 0
        for part in line.split():
            at = line.index(part, at)
            left, top = at * LETTER, number * LINE
            found.append(Word(part, left, top, left + len(part) * LETTER, top + 12))
            at += len(part)
    return found


def test_a_table_without_lines_is_read_by_its_columns_and_goes_on_overleaf():
    document = lay_out_unruled([words(FIRST), words(SECOND)])

    plan = read_document_plan(document, issued_on=date(2026, 9, 1))

    assert [
        (task.no, task.content, *task.lead, list(task.coordinating), task.deadline.due)
        for task in plan.tasks
    ] == [
        (
            "1",
            "Ổn định nền nếp, biên chế lớp, tổ chức khai giảng",
            "Hiệu trưởng",
            ["Tổng phụ trách Đội"],
            date(2026, 9, 5),
        ),
        ("2", "Hội nghị viên chức", "Công đoàn trường", ["Tổ Văn phòng"], date(2026, 9, 30)),
        (
            "3",
            "Tổ chức thi giáo viên dạy giỏi cấp trường",
            "Hiệu trưởng",
            [],
            date(2026, 10, 14),
        ),
    ]
    assert [document.places[task.line].page for task in plan.tasks] == [1, 1, 2]
