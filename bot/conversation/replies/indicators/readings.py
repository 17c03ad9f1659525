"""What a message reports of indicators: "chỉ tiêu 5 đạt 62%", "CT 5: 450 hồ sơ", "Top 30". Pure.

Only a message that begins with an indicator's name is about indicators; a plain "5 đạt 62%" is a
task's.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.conversation.listening.letters import Pattern, vn
from bot.conversation.replies.indicators.as_of import take_day
from bot.conversation.replies.targets.names import find_names

Doubt = Literal["several", "not_yet", "change", "rank", "unit", "day"]

NAME = (
    r"(?:chỉ tiêu|ct)(?: số)? ?[#:]? ?(?!20[2-9]\d\b)(\d{1,4})"
    r"(?![\d/%]|[.,]\d| ?%| phần trăm|[^\W\d_]\b)"
)
""" "CT5", "chỉ tiêu 5"; "chỉ tiêu 5G" names none by its number."""
COURTESY = (
    r"(?:(?:dạ|em|tôi|mình|xin|kính|thưa|gửi|báo cáo|cập nhật|anh|chị|đồng chí|và|sửa(?: lại)?"
    r"|chỉnh(?: lại)?|số liệu|kết quả|xem|của)[ ,:]*)*"
)
NAMED = vn(rf"^{COURTESY}{NAME}")
FIGURE_FIRST = vn(rf"^(.*\d ?(?:%|phần trăm)?)(?: cho| là của)? ({NAME})[ .!]*$")
""" "62% CT30"."""
TOWARDS = vn(r"\b(?:chỉ tiêu|mục tiêu)\b.*?\b(20[2-9]\d)\b")
PIECES = vn(rf"[;\n]|(?:,| và) ?(?={NAME})|\.(?= ?{NAME})")
LIST = vn(r"(?:xem |danh sách )?(?:các )?chỉ tiêu(?: của (?:tôi|em|mình|phòng|xã|cơ quan))?[ ?.]*")
WHICH = vn(r"\bchỉ (?:tiêu|số) (?:nào|gì)\b|\b(?:các|những|bao nhiêu|mấy|số) chỉ tiêu\b")
BELOW = vn(
    r"\b(?:chưa|không)(?: \w+)? đạt\b|\b(?:dưới|thấp hơn) (?:mức|mục tiêu|chỉ tiêu|kế hoạch)\b"
)
REACHED = vn(r"\b(?:đạt|vượt)\b(?!.*\bnhất\b)")
AIMLESS = vn(r"\b(?:chưa|không)(?: (?:có|đặt|được|giao|ghi|đề ra))+ mục tiêu\b")
LACKING = vn(r"\bchưa(?: \w+)? (?:số liệu|kết quả|báo cáo|cập nhật)\b")
Which = Literal["below", "lacking", "reached", "aimless"]
WHICH_ONES: tuple[tuple[Which, Pattern], ...] = (
    ("aimless", AIMLESS),
    ("lacking", LACKING),
    ("below", BELOW),
    ("reached", REACHED),
)
""" "Không có mục tiêu" before "không đạt", both before "đạt"."""
ASKED = vn(r"\?|\b(?:thế nào|ra sao|sao rồi|đến đâu|bao nhiêu|là gì|chi tiết)\b")

AIMS = vn(
    r"(?:xem |danh sách |tiến độ |lộ trình )*(?:các )?(?:chỉ tiêu|mục tiêu)(?: của \w+)?"
    r"(?: đến| cho| của| tới)?(?: năm)? 20[2-9]\d[ ?.]*"
)
""" "Các chỉ tiêu đến năm 2030"."""

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d+(?:[.,]\d+)?"
NUMBERS = re.compile(rf"(?<![\w.,])(?:{FIGURE})")
FRACTION = vn(rf"({FIGURE})(?: ?/ ?| (?:trên|trong)(?: tổng)?(?: số)? )({FIGURE})")
PERCENT = vn(r"^ ?(?:%|phần trăm\b|pt\b)")
COUNTED = vn(
    r"^ ?(?:hồ sơ|người|hộ|cơ sở|trường|thủ tục|văn bản|dịch vụ|doanh nghiệp|cán bộ|lượt|máy|thôn"
    r"|điểm|giao dịch|tài khoản|sản phẩm)\b"
)
SCALED = vn(r"^ ?(?:nghìn|ngàn|triệu|tỷ|tỉ)\b")
BEHIND = vn(
    r"\b(?:chưa|không) (?:\w+ ){0,2}$|\b(?:dự kiến|phấn đấu|sẽ|mục tiêu|phải|cần|kế hoạch|được giao"
    r"|giao|nếu|cố gắng|quyết tâm|để)\b"
)
CHANGE = vn(r"\b(?:tăng|giảm|thêm|cao hơn|thấp hơn|còn thiếu|vượt)\b")
RANK = vn(r"\b(?:top|hạng|thứ|xếp|vị trí|nhóm)\b")

RANGE = vn(r"\d ?(?:-|đến|tới) ?$")

FILLERS = (
    r"(?:hiện|nay|hiện nay|đến nay|mới|đã|kết quả|số liệu|tỷ lệ|là|được|đạt|ước|khoảng|tầm|gần|hơn"
    r"|trên)"
)
LEAD_UP = vn(rf"^(?:{FILLERS}[ :]+)*")
ALONE = vn(
    rf"^{COURTESY}(?:{FILLERS}[ :]*)*(?:{FIGURE}) ?(?:%|phần trăm|[^\d,;.?!%]{{1,30}})?"
    r"[ .!]*(?:(?:rồi|ạ|nhé|nha)[ .!]*)*$"
)
UNDONE = r"(?:hủy|bỏ|xóa|thu hồi|(?:báo |ghi )?nhầm)(?: bỏ)?"
TAKEN_BACK = vn(
    rf"{COURTESY}{UNDONE}(?: (?:số liệu|báo cáo|kết quả|số|của))* {NAME}[ .!]*"
    rf"|{COURTESY}{NAME}[ ,:]*(?:bị )?{UNDONE}(?: rồi| số| số liệu)*[ .!]*"
)
YEAR = vn(r"\bnăm (20\d\d)\b")
BARE = re.compile(r"#?\d{1,4}[.!]?")


@dataclass(frozen=True, slots=True)
class SaidReading:
    """What is said of one indicator; `number` is None where the message names none.

    `value` is the one figure in it, `percent` whether that is said in percent (None: it bears no
    unit), `text` all that is said, for indicators whose targets are in words. `as_of` is the day
    it speaks of, never later than today. `asks`: it wants to see the indicator.
    """

    number: int | None
    text: str
    as_of: date
    value: float | None = None
    percent: bool | None = None
    doubt: Doubt | None = None
    asks: bool = False


def in_words(text: str) -> str:
    """What is said to be reached, without the words that only lead up to it.

    >>> in_words("hiện đạt: Top 30")
    'Top 30'
    """
    lead = LEAD_UP.match(text.lower())
    return text[lead.end() :] if lead else text


def names_list(message: str) -> bool:
    """Whether a message asks for the indicators: "các chỉ tiêu", "chỉ tiêu của tôi"."""
    return LIST.fullmatch(_plain(message)) is not None


def asks_which(message: str) -> Which | None:
    """Which indicators are asked for: "chỉ tiêu nào chưa đạt", "... chưa có số liệu", "bao nhiêu
    chỉ tiêu đạt", "... không có mục tiêu năm nay".

    >>> asks_which("Chỉ tiêu nào chưa đạt?")
    'below'
    """
    plain = _plain(message)
    if not WHICH.search(plain):
        return None
    return next((which for which, words in WHICH_ONES if words.search(plain)), None)


def asks_towards(message: str) -> int | None:
    """The year to come whose targets a message asks about: "các chỉ tiêu đến năm 2030".

    >>> asks_towards("Mục tiêu 2030 thế nào rồi?")
    2030
    """
    plain = _plain(message)
    year = TOWARDS.search(plain)
    if year is None or len(NUMBERS.findall(plain)) > 1:
        return None
    asks = ASKED.search(plain) or WHICH.search(plain) or BELOW.search(plain)
    return int(year[1]) if asks or AIMS.fullmatch(plain) else None


def read_readings(message: str, *, today: date) -> tuple[SaidReading, ...]:
    """What a message reports of indicators it names; empty where it does not begin with one.

    >>> [(r.number, r.value) for r in read_readings("CT5: 62,5%; ct 6 1.250", today=date.max)]
    [(5, 62.5), (6, 1250.0)]
    """
    if last := FIGURE_FIRST.match(_plain(message)):
        message = f"{last[2]} {last[1]}"
    if NAMED.match(_plain(message)) is None:
        return ()
    pieces: list[str] = []
    for piece in _parted(message):
        if NAMED.match(_plain(piece)) or not pieces:
            pieces.append(piece)
        else:
            pieces[-1] += f" {piece}"
    return tuple(_read_named(piece, today) for piece in pieces)


def names_task(message: str) -> bool:
    """Whether it speaks of a task as well ("CT5 62%; việc 3 xong")."""
    return bool(find_names(NAMED.sub(" ", _plain(message))))


def takes_back(message: str) -> int | None:
    """The indicator whose last reading is taken back: "hủy CT30", "CT30 báo nhầm"."""
    found = TAKEN_BACK.fullmatch(_plain(message))
    return int(found[1] or found[2]) if found else None


def read_reading(message: str, *, today: date) -> SaidReading:
    """What a message says that answers an indicator's card."""
    return _read(message, None, today)


def is_figure(message: str) -> bool:
    """Whether a message is one figure with its unit and nothing besides ("đạt 62%")."""
    return ALONE.match(_plain(message)) is not None and not find_names(_plain(message))


def is_bare(message: str) -> bool:
    """Whether it is a number alone, which elsewhere is a task's."""
    return BARE.fullmatch(message.strip()) is not None


def _plain(text: str) -> str:
    return " ".join(text.lower().split(" ")).strip()


def _parted(message: str) -> list[str]:
    parts, start = [], 0
    for mark in PIECES.finditer(message.lower()):
        parts.append(message[start : mark.start()])
        start = mark.end()
    return [part.strip() for part in (*parts, message[start:]) if part.strip()]


def _read_named(piece: str, today: date) -> SaidReading:
    found = NAMED.match(piece.lower().strip())
    if found is None:  # a piece begins with its name, see `read_readings`
        raise AssertionError(piece)
    return _read(piece.strip()[found.end() :], int(found[1]), today)


def _read(text: str, number: int | None, today: date) -> SaidReading:
    text = " ".join(text.split()).strip(" :-=,.")
    words, named = take_day(text.lower(), today)
    if (year := YEAR.search(text.lower())) and int(year[1]) > today.year:
        return SaidReading(number, text, today, doubt="not_yet")  # of a year to come
    if named is None:
        return SaidReading(number, text, today, doubt="day")
    as_of = named
    if not words.strip(" ?.") or ASKED.search(words):
        return SaidReading(number, text, as_of, asks=True)
    if fraction := FRACTION.search(words):
        part, whole = read_number(fraction[1]), read_number(fraction[2])
        others = NUMBERS.search(words[: fraction.start()] + " " + words[fraction.end() :])
        if others is None and 0 < part <= whole:
            doubt = _doubt(words[: fraction.start()])
            share = round(100 * part / whole, 2)
            return SaidReading(number, text, as_of, share, True, doubt)
    figures = list(NUMBERS.finditer(words))
    if not figures:
        return SaidReading(number, text, as_of)
    shares = [one for one in figures if PERCENT.match(words[one.end() :])]
    alone = len(figures) == 1 or (len(shares) == 1 and not RANGE.search(words[: shares[0].start()]))
    figure = shares[0] if shares and alone else figures[0]
    behind = words[figure.end() :]
    doubt = _doubt(words[: figure.start()])
    if not alone:
        doubt = "several"
    elif SCALED.match(behind):
        doubt = doubt or "unit"
    percent = True if PERCENT.match(behind) else False if COUNTED.match(behind) else None
    return SaidReading(number, text, as_of, read_number(figure[0]), percent, doubt)


def _doubt(before: str) -> Doubt | None:
    if BEHIND.search(before):
        return "not_yet"
    if CHANGE.search(before):
        return "change"
    return "rank" if RANK.search(before) else None


def read_number(figure: str) -> float:
    """ "1.250" is a thousand and more, "62,5", "62.5" and "0.625" have decimals.

    >>> read_number("1.250"), read_number("62,5"), read_number("0.625")
    (1250.0, 62.5, 0.625)
    """
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", figure):
        figure = figure.replace(".", "")
    return float(figure.replace(",", "."))
