"""Chapters of a report that tell what stands in its way, or what is asked for."""

import re

from bot.conversation.listening.letters import vn, words
from bot.conversation.listening.said import OBSTACLE, blank
from bot.conversation.replies.targets.number_words import TASK

TROUBLES = words("tồn tại, hạn chế, khó khăn, vướng mắc, bất cập, khuyết điểm, nguyên nhân")
WISHES = words("kiến nghị, đề xuất, đề nghị")
NUMBER = r"(?:(?:[ivx]{1,4}|\d{1,2}|[a-e]) ?[./)] ?)?"
CHAPTER = vn(
    rf"(?:^|(?<=\n))(?P<mark>[^\w\n]*{NUMBER})(?:(?:về|những|các|một số|nội dung) )*"
    rf"(?:(?P<trouble>{TROUBLES})|{WISHES})"
    rf"(?P<more>(?:(?: ?[,;/]| và|) ?(?:{TROUBLES}|{WISHES}))*)"
    r"(?P<all> chung)?(?: (?:chủ yếu|gặp phải|của (?:phòng|đơn vị|xã)|với \w+ \w+ \w+"
    r"|trong (?:tháng|kỳ|quý|tuần|quá trình) ?(?:thực hiện|triển khai)?))*"
    r" ?(?P<end>[:.]? ?\n|:(?: ?\n)?)"
)
""" "II. Tồn tại, hạn chế:", at the head of a line."""

NEXT = vn(
    rf"\n(?=[^\w\n]*{NUMBER}(?:(?:về|những|các|một số) )*(?:kết quả|tình hình|phương hướng|kế hoạch"
    rf"|nhiệm vụ (?:trọng tâm|tháng|quý)|{WISHES}|{TROUBLES})\b[^\n_]{{0,60}}(?::|\n))"
)
FIELD = vn(
    r"(?:^|(?<=\n))[^\w\n]*(?:tiến độ|kết quả|tình trạng|trạng thái|tỷ lệ|sản phẩm|lý do|ghi chú"
    rf"|thời gian|thời hạn|nội dung|minh chứng|{TROUBLES}|{WISHES})\b[^\n_:]{{0,30}}:"
)
""" "Tiến độ: 60%" below a task: what follows in the same form is said of that task."""

SAYS = vn(r"_\W*\w*[^\W_]")
NOTHING = vn(r"\W*(?:không|chưa)(?: (?:có|gì|phát sinh|ạ|khó khăn|vướng mắc))*\W*$")
MORE_TIME = vn(r"\b(?:gia hạn|lùi|giãn|dời|khất|thời hạn|nhắc|`chuyển)\b")
LISTS = re.compile(r"[^\w\n]+_")
LINE = re.compile(r"[^\n]+")

TITLE = vn(
    rf"(?:^|(?<=\n))[^\w\n]*{NUMBER}(?:(?:các|những|nhóm|danh mục|danh sách) )*{TASK}"
    r"(?: (?:trong hạn|quá hạn|đến hạn|trễ hạn|chậm tiến độ|chậm|thường xuyên|trọng tâm|được giao"
    r"|chủ trì|phối hợp|phát sinh|khác|còn lại|có thời hạn|đột xuất|của (?:phòng|đơn vị)|tháng \d+"
    r"|năm \d+|trong (?:tháng|quý|năm|kỳ|tuần)))+(?: ?\([^)\n_]*\))? ?:? ?(?=\n[^\n]*_)"
)
""" "B. Nhiệm vụ quá hạn" above its tasks says how none of them stands."""


RATE = vn(
    rf"(?<=\n)[^\w\n]*{NUMBER}tỷ lệ (?:hoàn thành|thực hiện|chung)"
    r"(?: (?:nhiệm vụ|chung|tháng|quý|năm|\d+))*(?: đạt)? ?: ?[\d.,]+ ?%[^_\n]*"
)
""" "2. Tỷ lệ hoàn thành: 28,6%", of all the tasks above."""


def part_chapters(hidden: str) -> str:
    """The words with a report's chapters of obstacles and wishes put where they belong.

    What such a chapter says of a task is marked as its obstacle. What it says of none is said of
    all the work, not of the task that was named last, and left out; but for a wish for more time.
    """
    silent = [title.span() for title in TITLE.finditer(hidden)]
    if len(re.findall(r"_+", hidden)) > 2:
        silent += [rate.span() for rate in RATE.finditer(hidden)]
    hidden = blank(hidden, silent, by=" ")
    for chapter in list(CHAPTER.finditer(hidden)):
        if not _closes(hidden, chapter):
            continue
        end = _end(hidden, chapter.end())
        start = chapter.end("mark")
        body = blank(hidden[start:end], [(0, chapter.end() - start)], by=" ")
        said = "".join(_told(line) for line in body.splitlines(keepends=True))
        hidden = hidden[:start] + said + hidden[end:]
        if chapter["trouble"]:
            hidden = _mark(hidden, chapter, end)
    return hidden


def _told(line: str) -> str:
    """A line that names no task is of all the work."""
    if "_" in line or MORE_TIME.search(line):
        return line
    return re.sub(r"[^\n]", " ", line)


def _mark(hidden: str, chapter: re.Match[str], end: int) -> str:
    """The words with a mark before every line of a chapter that names a task."""
    letters = list(hidden)
    for line in LINE.finditer(hidden, chapter.end(), end):
        first = re.search(r"\w", line[0])
        if "_" in line[0] and first and not NOTHING.match(line[0].replace("_", " ")):
            letters[line.start() + first.start() - 1] = OBSTACLE
    return "".join(letters)


def _closes(hidden: str, chapter: re.Match[str]) -> bool:
    """Whether a chapter is about all the work, and not a field of the last task's form."""
    if LISTS.match(hidden, chapter.end()) and "\n" in chapter["end"]:
        return True
    before = hidden[: chapter.start()]
    named = [line for line in LINE.findall(before) if "_" in line]
    if len(re.findall(r"_+", before)) < 2:
        return False
    below = before[before.rindex(named[-1]) + len(named[-1]) :]
    if FIELD.search(below) and not re.search(r"[ivx]", chapter["mark"]):
        return False
    bullets = [(re.match(r"[^\w\n]*", line) or [""])[0].strip() for line in (named[-1], chapter[0])]
    apart = bullets[0] != bullets[1] or re.search(r"[;\w]", chapter["mark"]) is not None
    return bool(apart or chapter["more"] or chapter["all"] or chapter["end"] != ":")


def _end(hidden: str, start: int) -> int:
    following = NEXT.search(hidden, max(start - 1, 0))
    return following.start() + 1 if following else len(hidden)
