"""The labelled plan laid out as its office printed it, for makers of every kind of file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from plans.annexes import body_lines
from plans.source import split_lines
from tests.plans.labelled import example_text, labelled_rows

TASK_HEADS = {
    "annex-3": (
        "TT",
        "Tên nhiệm vụ (Nghị quyết 57-NQ/TW ngày 22/12/2024)",
        "Nhiệm vụ tương ứng (Nghị quyết 71 và các Thông báo kết luận Phiên họp BCĐTW)",
        "Stt nhiệm vụ trong NQ 71",
        "Đơn vị chủ trì, theo dõi đánh giá",
        "Kết quả cần đạt",
        "Thời gian hoàn thành",
    ),
    "annex-4": (
        "STT",
        "Nội dung công việc",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Sản phẩm đầu ra",
        "Thời gian thực hiện/hoàn thành",
    ),
}
TITLES = {
    "annex-1": "PHỤ LỤC I: DANH MỤC CÁC CHỈ TIÊU CỤ THỂ",
    "annex-2": "PHỤ LỤC II: CÁC CHỈ TIÊU THEO DÕI ĐÁNH GIÁ THEO GIAI ĐOẠN 05 NĂM",
    "annex-3": "PHỤ LỤC 3: PHÂN CÔNG CÁC NHIỆM VỤ CHUNG",
    "annex-4": "PHỤ LỤC 4: PHÂN CÔNG CÁC NHIỆM VỤ KHÁC THỰC HIỆN TẠI ĐỊA PHƯƠNG",
}
WIDTHS = {7: (7, 21, 23, 9, 14, 14, 12), 6: (7, 37, 16, 16, 12, 12), 5: (6, 44, 18, 16, 16)}
"""The columns' shares of a landscape page, in hundredths."""


@dataclass
class Printed:
    """One row: its cells; `merged` are the columns that go on from the row above, `wide` is a
    row whose second cell runs to the end of the table."""

    cells: Sequence[str]
    merged: frozenset[int] = frozenset()
    wide: bool = False


@dataclass
class PrintedTable:
    heads: Sequence[str]
    rows: list[Printed] = field(default_factory=list)


@dataclass
class PrintedAnnex:
    title: str
    table: PrintedTable


def body_paragraphs() -> list[str]:
    """The plan's text before its annexes, its printed lines gathered into paragraphs."""
    paragraphs: list[str] = []
    for line in body_lines(split_lines(example_text("vinh-lai"))):
        last = paragraphs[-1] if paragraphs else ""
        begins = re.match(r"[-–] |\d+(\.\d+)*\. |[IVX]+\. |Căn cứ |KẾ HOẠCH$|Nơi nhận", line.text)
        if not last or begins or last.isupper() or last.endswith((".", ";", ":", "./.")):
            if line.text.startswith("Căn cứ "):
                paragraphs.append("")  # the blank paragraph under the title
            paragraphs.append(line.text)
        else:
            space = "" if re.search(r"\d-$", last) else " "
            paragraphs[-1] = f"{last}{space}{line.text}"
    return paragraphs


def annexes() -> list[PrintedAnnex]:
    """The plan's four annexes; those of indicators in a few rows."""
    tasks = labelled_rows("vinh-lai/tasks.jsonl")
    found = [
        PrintedAnnex(
            TITLES["annex-1"],
            _indicators(),
        ),
        PrintedAnnex(TITLES["annex-2"], _targets()),
    ]
    for source, heads in TASK_HEADS.items():
        rows = [task for task in tasks if task["source"] == source]
        found.append(PrintedAnnex(TITLES[source], PrintedTable(heads, list(_rows(rows, source)))))
    return found


def _rows(tasks: Sequence[dict[str, Any]], source: str) -> Iterator[Printed]:
    make = _row_of_annex_3 if source == "annex-3" else _row_of_annex_4
    for (group, title), grouped in groupby(tasks, lambda t: (t["group"], t["group_title"])):
        yield Printed((group, title), wide=True)
        for _, same in groupby(grouped, lambda task: task["no"]):
            rows = list(same)
            if rows[0].get("sub"):
                heads = len(TASK_HEADS[source]) - 2
                yield Printed((f"{rows[0]['no']}.", rows[0]["parent_content"], *[""] * heads))
                yield from (make(task, False) for task in rows)
            else:
                yield from (make(task, at > 0) for at, task in enumerate(rows))


def _row_of_annex_3(task: dict[str, Any], again: bool) -> Printed:
    cells = (
        f"{task['no']}.",
        task.get("parent_content") or "",
        task["content"],
        task["nq71_no"],
        ", ".join(task["lead"]),
        task["product"],
        task["deadline_raw"],
    )
    return Printed(cells, merged=frozenset([0, 1]) if again else frozenset())


def _row_of_annex_4(task: dict[str, Any], again: bool) -> Printed:
    dash = task.get("sub")
    return Printed(
        (
            "" if dash else f"{task['no']}.",
            f"- {task['content']}" if dash else task["content"],
            ", ".join(task["lead"]),
            ", ".join(task["coordinating"]),
            task["product"],
            task["deadline_raw"],
        ),
        merged=frozenset([0]) if dash else frozenset(),
    )


def _indicators() -> PrintedTable:
    heads = (
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kết quả",
        "Cơ quan chủ trì tham mưu thực hiện",
    )
    rows = [
        Printed(("I", "Đến năm 2030"), wide=True),
        Printed(("1", "Tỷ lệ hồ sơ trực tuyến", "%", "≥ 80", "Phòng Văn hóa - Xã hội")),
        Printed(("2", "Tỷ lệ thanh toán trực tuyến", "%", "90", "Phòng Kinh tế")),
    ]
    return PrintedTable(heads, rows)


def _targets() -> PrintedTable:
    heads = ("Stt", "Chỉ tiêu", "Năm 2025", "Năm 2030", "Cơ quan chủ trì theo dõi, đánh giá")
    rows = [
        Printed(("I", "Phát triển Hạ tầng"), wide=True),
        Printed(("1", "Tỷ lệ phủ sóng 5G", "≥60%", "100%", "Phòng Văn hóa - Xã hội")),
    ]
    return PrintedTable(heads, rows)
