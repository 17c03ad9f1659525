"""What stands above a report's tasks and says nothing of them: its name, its chapters' titles."""

import re

from bot.conversation.listening.letters import any_of, vn

OPENING = re.compile(r"[^_?]*(?::(?=\W*_)|\n(?=[^_\n]*_))")
REPORTS = vn(
    r"\b(?:báo cáo|kết quả|kq|gửi|tiến độ|tình hình|cập nhật|công văn|ghi nhận|ghi|số liệu|tổng hợp"
    r"|như sau|kính|stt|tt|sửa|đính chính)\b"
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
BEEN = vn(r"`đã\b|\b`da\b|\brồi\b")


def tells_of_plans(hidden: str) -> bool:
    """Whether what stands before the first task puts all that follows ahead.

    "Kế hoạch tuần tới: việc 5 hoàn thành, việc 6 đạt 50%" reports nothing; "đã hoàn thành" does.
    """
    first = AHEAD.search(hidden, 0, (hidden + "_").index("_") + 1)
    return first is not None and BEEN.search(hidden) is None


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
