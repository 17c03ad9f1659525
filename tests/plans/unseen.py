"""What the tests of unseen layouts share: a plan's head, and what is read below it."""

from datetime import date

from plans.read import read_plan

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN PHÚ
Số: 45/KH-UBND
An Phú, ngày 12 tháng 8 năm 2025

KẾ HOẠCH
Triển khai chuyển đổi số trên địa bàn xã An Phú

Căn cứ Nghị quyết số 57-NQ/TW; Ủy ban nhân dân xã An Phú ban hành Kế hoạch như sau:

"""


def read_rows(
    layout: str,
) -> list[tuple[str, str, str, list[str], list[str], date | None]]:
    """Of each task its group, number, first word, who leads, who helps and when it is due; the
    plan's title is read and no line left."""
    plan = read_plan(HEAD + layout)
    assert plan.title == "Kế hoạch triển khai chuyển đổi số trên địa bàn xã An Phú"
    assert plan.leftovers == ()
    return [
        (
            task.group,
            task.no,
            task.content.split()[0],
            list(task.lead),
            list(task.coordinating),
            task.deadline.due,
        )
        for task in plan.tasks
    ]
