"""What stands above a report's tasks and says nothing of them: its name, its chapters' titles."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from bot.conversation.dates.days import find_days
from bot.conversation.listening.letters import any_of, vn, words

OPENING = re.compile(r"[^_?]*(?::(?=\W*_)|\n(?=[^_\n]*_))")
REPORTS = vn(
    r"\b(?:báo cáo|kết quả|kq|gửi|tiến độ|tình hình|cập nhật|công văn|ghi nhận|ghi|số liệu|tổng hợp"
    r"|như sau|kính|stt|tt|sửa|đính chính|trạng thái)\b"
)
SAYS_MORE = any_of(
    r"%|\b(?:xong|hoàn|chưa|đang|vướng|thiếu|khó khăn|yêu cầu|đôn đốc|nhắc|(?<!được )giao|`cần|phải"
    r"|phân công|(?<!ban )(?<!kiến )(?<!sự )chỉ đạo|sẽ|dự kiến|phấn đấu|nếu|nghe|`bảo|`nói|`hỏi"
    r"|tưởng|mong|`chúc|mục tiêu|không|(?<!tiến )do|`vì|tuy|mặc dù)\b",
    r"\bxin\b(?! (?:phép|báo|gửi|bổ sung|điều chỉnh|cập nhật))",
    r"\bđề nghị\b(?!(?: \w+){1,7} (?:ghi|cập nhật)\b)",
)
TITLE = vn(r"(?<=\n) ?[ivx]{1,4} ?[./)][^_\d\n]*(?=\n)")
""" "II. Tồn tại, hạn chế" on a line of its own says nothing of the task before it."""


TABLE_HEAD = re.compile(r"(?:^|(?<=\n))[^_\n]*\|[^_\n]*\n(?=[^\n]*\|)")
""" "STT | Nhiệm vụ | Hoàn thành" names columns."""

AHEAD = vn(
    r"\b(?:kế hoạch|dự kiến|phấn đấu|mục tiêu|yêu cầu|đề nghị(?!(?: \w+){1,7} (?:ghi|cập nhật)\b)"
    r"|(?<!được )giao|phân công|(?<!ban )(?<!kiến )(?<!sự )chỉ đạo|sẽ|`cần|phải|nếu"
    r"|(?:tuần|tháng|quý|năm|thời gian|sắp) (?:tới|sau))\b[^_]*:\W*_"
    r"|^\W*(?:kế hoạch|dự kiến|phấn đấu|mục tiêu)"
    r"(?: (?:công tác|làm việc|tuần|tháng|quý|năm|này|tới|sau|\d+))*\W*_"
)
NEXT_PLAN = vn(
    r"^(?:(?!\bkết quả\b|\bvà\b)[^:_])*\bkế hoạch(?: công tác| làm việc)?"
    r" (?:tuần|tháng|quý|năm) (?:tới|sau)\W*:\W*_"
)
"""A title of nothing but plans: a "đã" behind it takes out its own clause alone."""

CARRIED_OUT = vn(
    r"\b(?:kết quả|tình hình)(?: \w+){0,3} (?:thực hiện|triển khai)\b"
    r"(?:(?! (?:dự kiến|phấn đấu|`cần|phải|sẽ|nếu|tới|sau)\b) \w+)*"
)
""" "Kết quả thực hiện nhiệm vụ giao tại Phụ lục II" reports what was ordered."""

BEEN = vn(r"`đã\b|\b`da\b|\brồi\b")
CHAPTER = re.compile(
    r"(?:^|(?<=[\n.;]))[^\w\n]*(?P<number>(?:\d{1,2}|[ivx]+|[a-zđ])[.)/] ?)?"
    r"(?P<title>[^\W\d_][^_:\n.;]{2,80})(?P<mark>:| ?\n)"
)
""" "II. Kế hoạch tháng tới:", whose tasks follow it."""

HALF_A_YEAR = timedelta(days=182)
""" "Tháng 11", read in December, was last month's."""

HEADS = words("""
    kế hoạch, chương trình, lịch, phương hướng, định hướng, đăng ký, dự kiến, mục tiêu,
    nhiệm vụ, công việc, công tác, việc, nội dung, trọng tâm, chủ yếu, các, những, một số,
    cần, phải, sẽ, làm, thực hiện, triển khai, tiếp tục,
    giải pháp, và, trong, của, phòng, em, \\d+, đầu, cuối, nửa, tuần, tháng, quý, năm, kỳ, đợt,
    thời gian, giai đoạn, sắp tới, tới, sau, tiếp theo, kế tiếp, gồm, là, như sau, [ivx]{1,4},
    \\d+/\\d+
""")
HEADED = vn(rf"(?:{HEADS}(?:[ ,]+|$))+")
TO_COME = vn(r"\b(?:tới|sau(?! đây)|tiếp theo|kế tiếp)\b(?<!như sau)|^phương hướng\b")
PERIOD = vn(r"\b(?:tuần|tháng|quý|năm|kỳ|đợt|thời gian|giai đoạn|sắp|phương hướng)\b.*")
""" "Nhiệm vụ trọng tâm tháng 1/2026", where that month lies ahead."""

REPORTED = vn(r"^(?:kết quả|tình hình|khó khăn|vướng|tồn tại|đề xuất|kiến nghị)\b|\b`đã\b")


SPAN = r"(?:tuần|tháng|quý|năm|trong|đến|thời gian)"
ORDERS = any_of(
    r"^(?:(?:các|những|một số|nội dung|nhiệm vụ|công việc|việc|mục) )*"
    rf"(?:kế hoạch(?: (?:công tác|thực hiện|tới|tiếp theo|{SPAN}|\d[\d/]*))*\W*$"
    rf"|dự kiến\b|phấn đấu\b|(?:mục tiêu|chỉ tiêu|đăng ký|cam kết) "
    rf"(?:giao|hoàn thành|thực hiện|{SPAN})\b"
    r"|yêu cầu\b|giao (?:các|phòng|công an|văn phòng|đơn vị|cơ quan)\b|phân công\b|`cần\b|phải\b"
    r"|sẽ\b|tiếp theo\b|tiếp tục(?: thực hiện| triển khai)?\W*$"
    r"|đề nghị (?:các|phòng|đơn vị|cơ quan|đồng chí|thôn)\b)",
    r"\byêu cầu\W*$",
)
""" "Yêu cầu các phòng:", "Đăng ký hoàn thành tháng 1:" on a line above what is to be done."""

RECORDED = vn(r"\b(?:ghi|xác|công) nhận\b|\bcập nhật\b|\b`đã\b|\b`da\b")


class Plans(NamedTuple):
    """A chapter of plans at `start:end`, and where its title stands."""

    start: int
    end: int
    title: tuple[int, int] = (0, 0)


def find_plans(hidden: str, today: date) -> list[Plans]:
    """Where a message tells what is to be done, and reports nothing.

    "Kế hoạch tuần tới: việc 5 hoàn thành, việc 6 đạt 50%", as all of it or as its last chapter.
    """
    opening = CARRIED_OUT.sub("", hidden[: (hidden + "_").index("_") + 1])
    whole = AHEAD.search(opening)
    if whole is not None and (BEEN.search(hidden) is None or NEXT_PLAN.search(opening)):
        return [Plans(0, len(hidden))]
    plans: list[Plans] = []
    for chapter in CHAPTER.finditer(hidden):
        title = chapter["title"]
        alone = "\n" in hidden[chapter.start("mark") : chapter.end() + 2]
        ordered = alone and ORDERS.search(title) and not RECORDED.search(title)
        if ordered or _lies_ahead(title, today):
            plans.append(Plans(chapter.start(), len(hidden), chapter.span("title")))
        elif plans and (chapter["number"] or chapter["mark"] == ":") and REPORTED.search(title):
            plans[-1] = plans[-1]._replace(end=min(plans[-1].end, chapter.start()))
    return plans


def _lies_ahead(title: str, today: date) -> bool:
    """Whether nothing but the name of plans stands there, and of a time to come."""
    period = PERIOD.search(title)
    if period is None or not HEADED.fullmatch(title):
        return False
    days = find_days(period[0], today=today, marked=True)
    return bool(TO_COME.search(title)) or any(
        day.first and timedelta() < day.first - today < HALF_A_YEAR for day in days
    )


def opening_end(hidden: str) -> int:
    """Where a message that names tasks ("___") has told what follows; 0 where that may say more.

    "Báo cáo nhanh tháng 12: việc 7 xong", "công văn của Phòng Kinh tế: việc 25 xong", the lines
    that head a paper: all before the first task, up to a colon or on lines of its own.
    """
    opening = OPENING.match(hidden)
    if opening is None or SAYS_MORE.search(opening[0]) or not REPORTS.search(opening[0]):
        return 0
    return opening.end()


def find_titles(hidden: str) -> list[tuple[int, int]]:
    """Where the chapters of a paper have their titles, and a table its columns' names."""
    return [match.span() for title in (TITLE, TABLE_HEAD) for match in title.finditer(hidden)]
