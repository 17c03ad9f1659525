"""Tables pasted into a message: what a column's head makes of the cells below it."""

import re
from collections.abc import Iterator
from itertools import count

from bot.conversation.listening.letters import vn
from bot.conversation.listening.said import OBSTACLE

CELL = re.compile(r"[^|\n]*")
WHO_OR_WHEN = vn(
    r"^\W*(?:(?:cơ quan|đơn vị|phòng|cán bộ|người|lãnh đạo)(?: \w+){0,5}|chủ trì|phối hợp|phụ trách"
    r"|(?:thời hạn|thời gian|hạn|ngày)(?: \w+){0,4}"
    r"|(?:văn bản giao|mục tiêu|chỉ tiêu|kế hoạch|yêu cầu)(?: giao| năm \d+)?)\W*$"
)
""" "Cơ quan chủ trì", "Thời hạn": the plan's own columns, which report nothing."""
TROUBLE = vn(
    r"^\W*(?:tồn tại|hạn chế|khó khăn|vướng mắc|lý do|nguyên nhân)"
    r"(?:(?: ?[,;/]| và|) ?(?:tồn tại|hạn chế|khó khăn|vướng mắc|lý do|nguyên nhân|chậm))*\W*$"
)
NUMBER = vn(r"^\W*(?:(?:mã|số|mã số|stt) )?(?:nhiệm vụ|việc)(?: số)?\W*$|^\W*mã(?: số)?\W*$")
ASIDE = vn(r"^\W*(?:kiến nghị|đề xuất|đề nghị|ghi chú)(?: ?[,;/] ?(?:kiến nghị|đề xuất))*\W*$")
NOTHING = vn(r"^\W*(?:không|chưa)?(?: có| gì)*\W*$")


def part_table(words: str) -> str:
    """The words without a table's cells that report nothing, and with its obstacles marked.

    Every word keeps its place.

    >>> part_table("stt | việc | hạn | khó khăn\\n1 | việc 5 | 20/12 | thiếu máy").split("\\n")[1]
    '1 | việc 5 |       † thiếu máy'
    """
    lines = words.split("\n")
    head = next((place for place, line in enumerate(lines) if line.count("|") > 1), None)
    if head is None or any(letter.isdigit() for letter in lines[head].replace("#", "")):
        return words
    columns = [cell[0] for cell in _cells(lines[head])]
    for place in count(head + 1):
        if place >= len(lines) or "|" not in lines[place]:
            break
        lines[place] = _row(lines[place], columns)
    return "\n".join(lines)


def _row(line: str, columns: list[str]) -> str:
    for cell, column in zip(list(_cells(line)), columns, strict=False):
        start, end = cell.span()
        silent = WHO_OR_WHEN.search(column) or (ASIDE.search(column) and NOTHING.search(cell[0]))
        if start and NUMBER.search(column) and cell[0].strip().isdigit():
            place = start + len(cell[0]) - len(cell[0].lstrip())
            line = " " * (place - 1) + "#" + line[place:]
        elif silent:
            line = line[:start] + " " * len(cell[0]) + line[end:]
        elif start and TROUBLE.search(column):
            told = "" if NOTHING.search(cell[0]) else cell[0]
            line = (
                line[: start - 1]
                + (OBSTACLE if told else "|")
                + told.ljust(end - start)
                + line[end:]
            )
    return line


def _cells(line: str) -> Iterator[re.Match[str]]:
    """The cells of a line, each without the bars beside it."""
    place = 0
    while cell := CELL.match(line, place):
        yield cell
        place = cell.end() + 1
        if cell.end() >= len(line):
            break
