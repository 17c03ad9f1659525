"""How far the work is: percentages, fractions and halves."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.conversation.dates.days import find_days
from bot.conversation.listening.letters import Pattern, any_of, vn, words
from bot.conversation.listening.numerals import ABOVE_TEN, DIGIT, read_digit, read_numeral
from bot.conversation.listening.said import blank
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.reply import Doubt
from bot.conversation.replies.targets.names import COUNTING

COUNTED = words("""
    hạng mục, nội dung, chỉ tiêu, nhiệm vụ, công việc, đầu việc, việc, hồ sơ, hộ, thôn, xóm, tổ, xã,
    phường, khu, ấp, bản, người, cán bộ, công chức, đảng viên, học sinh, máy, bộ, cái, camera,
    tài khoản, văn bản, thủ tục, tthc, điểm, trường, lớp, phòng, ban, đơn vị, cơ quan, sản phẩm,
    mục tiêu, mục, phần, bước, km, ha, triệu, tỷ, tài liệu, dịch vụ, doanh nghiệp, hợp tác xã, trạm,
    nhà, khối lượng, chi bộ, buổi, cuộc, đợt, thửa, trang, phiếu, tiêu chí, công trình
""")
"""What officials count when they write "9/10 hạng mục"."""

AMOUNT = r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?"
VALUE = r"\d{1,4}(?:[.,]\d{1,2})?"
SHARE = vn(
    rf"(?<![\d/])(?<!\d[.,-])({VALUE})(?: ?(?:-|–|đến|tới|hoặc) ?({VALUE})| ([1-9]\d))? ?(?:%"
    rf"|phần trăm\b)"
)
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""What "12/2026" has below is a year."""

SPAN = 15
"""How far apart two figures without a dash may stand to be a range: "khoảng 55 60%"."""

OUT_OF = rf"(?: {COUNTED})?(?: ?/ ?| (?:trên|trong)(?: tổng)?(?: số)? )"
FRACTION = vn(
    rf"(?<![\d/.,-])({AMOUNT})({OUT_OF})({AMOUNT})(?![\d/%]|[.,-]\d)"
    rf"(?: (?:tổng số |số )?({COUNTED})\b)?"
)
COUNTED_NOUN = vn(rf"^ {COUNTED}\b")
HALF = vn(
    r"\b(?:(?:một|1|phân|quá|hơn|gần|được|(?<!lắp )đạt|xong) (?:khoảng |chừng |tầm |cỡ |gần )?"
    r"(?:một |1 )?nửa|`nửa)\b(?! (?:ngày"
    r"|chừng|vời|tháng|năm|tuần|buổi|giờ|tiếng|cuối|đầu|là))"
)
OUT_OF_WORDS = vn(
    rf"\b({ABOVE_TEN}|{DIGIT}|\d{{1,3}}) (?:trên|phần)(?: tổng số)? ({ABOVE_TEN}|\d{{1,3}})"
    rf" {COUNTED}\b"
)
""" "mười hai trên mười lăm thôn", as voice keyboards write it."""

THIRDS = vn(
    r"\b(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|[1-9]) phần (hai|ba|tư|bốn|năm|mười|10|[2-9])\b"
)
SPELLED = vn(rf"\b({ABOVE_TEN}|[2-9] chục|(?:một )?trăm) ?(?:%|phần trăm\b)")
ROUGHLY = vn(rf"\b({DIGIT}) ({DIGIT}) (?:mươi|chục) ?(?:%|phần trăm\b)")
""" "bảy tám chục phần trăm": a range, of which the lower end is sure."""

BARE = vn(
    r"\b(?:đạt|được|tiến độ|hoàn thành(?=\D{1,8}(?:100|[1-9][05])\b)|khoảng|tầm|chừng|lên"
    r"|xong(?=(?: tới| đến)? [1-9][05]\b)"
    r"|(?:đang|mới)(?= (?:là )?[1-9][05]\b))"
    r"(?: tới| đến| được| đạt| khoảng| tầm| là)?(?: ?:)? (\d{1,3})"
    r"(?= ?(?:$|_+|[,;!?\n]|\.(?!\d)|rồi|ạ|nhé|nha|thôi)(?!\w))"
    r"|^\W*_+ ?[:=-] ?(\d{1,3})(?=\W*$)|^(?:\W*_+)? ([2-9]0|[5-9]5)(?=\W*$)"
)
""" "đạt 60" and, behind a task's number, "#4: 80", "20 70 21 vướng"."""

CALLED_DAY = vn(r"\b(?:ngày|hôm|sáng|chiều|tối) $")
""" "đến ngày 10/12", "ngày 09/12 phòng đã có tờ trình": no share."""

CALLED_MONTH = vn(r"\btháng $")
TOTAL = vn(r"\btổng(?: số| cộng)? \d")
""" "Tổng số 8 nhiệm vụ: hoàn thành 5" counts tasks, where "hoàn thành 60" has percents."""

FURTHER = re.compile(r" [^\W\d_]")
REACHED = vn(r"\b(?:đạt|được|xong|thành|khoảng|tầm|hơn|gần|trên|rồi|tiến độ|làm|mới)(?: ?:)? $")
ABOUT = vn(r"\b(?:khoảng|tầm|chừng|cỡ|được)(?: ?:)? $")
BELOW = vn(r"\b(?:chưa|không)(?: \w+){0,2} $")
LEFT_OVER = vn(r"\b(?:còn|thiếu)(?: lại| có| thiếu| khoảng| tầm| chừng)* $")
MORE = vn(r" nữa\b")
FALLEN = vn(r"\b(?:tụt|giảm|xuống|hạ|lùi)(?: \w+){0,2} còn $")
""" "tụt lại còn 60%" is how far it is, where "còn 40%" is what is left."""

STILL_LEFT = vn(r" còn lại\b(?! (?:là )?\d)")
SHORT = vn(r"\bthiếu(?: hụt| khoảng| tầm| chừng)* $")
SUPPLIES = vn(
    r"^ (?:kinh phí|nguồn|vốn|ngân sách|tiền|nhân lực|nhân sự|người|biên chế|thiết bị|máy)\b"
)
""" "Thiếu 20% kinh phí" is an obstacle, and no figure of the work."""
CORRECTED = any_of(
    r"\b(\d{1,3}) ?%? (?:chứ|mới đúng,?)(?: \w+)? (?:không phải"
    r"|đâu phải)(?: là)? \d{1,3}\b(?: ?%)?"
    r"(?! (?:xong|hoàn|đã|đang|chưa|mới))",
    r"\bkhông phải(?: là)? \d{1,3} ?%? mà(?: là)? (\d{1,3})\b(?: ?%)?"
    r"(?! (?:xong|đã|đang|chưa|mới))",
    r"\b\d{1,3} ?%? là (?:sai|nhầm|lộn) ?,? (\d{1,3}) ?%? mới đúng",
)
""" "60 chứ không phải 80": the figure that holds, and the one that does not."""

CHANGE = vn(r"\b(?:tăng|giảm|cao hơn|vượt|thêm)(?: thêm| được| khoảng| kế hoạch| chỉ tiêu| mức)* $")
BEYOND = vn(r"\b(?:trên|hơn|vượt|quá)(?: mức)? $")
WISHED = vn(
    r"\b(?:dự kiến|phấn đấu|sẽ|mục tiêu|(?<!không )phải|cần|yêu cầu|để đạt|nếu|cố gắng|quyết tâm"
    r"|cam kết|khi|kế hoạch giao|giao)\b"
)


@dataclass(frozen=True, slots=True)
class Share:
    """How far the words at `start:end` say the work is; without `percent` they give no figure.

    `behind` says that the figure has not been reached, or is wished for ("chưa đạt 100%").
    """

    start: int
    end: int
    percent: int | None
    behind: bool = False
    doubtful: Doubt | None = None


def find_shares(clause: str, *, today: date, marked: bool) -> list[Share]:
    """Every figure of progress in one clause, in its order."""
    shares = [_read_corrected(match) for match in CORRECTED.finditer(clause)]
    clause = blank(clause, [(share.start, share.end) for share in shares])
    shares += [
        _read_share(match)
        for match in SHARE.finditer(clause)
        if not (_near(SHORT, match) and SUPPLIES.search(clause[match.end() :]))
    ]
    for match in ROUGHLY.finditer(clause):
        low, high = read_digit(match[1]), read_digit(match[2])
        if low < high:  # a bare "tam bay muoi" is "tầm bảy mươi"
            shares.append(Share(*match.span(), low * 10, doubtful="percent"))
    clause = blank(clause, [(share.start, share.end) for share in shares])
    shares += [Share(m.start(), m.end(), read_numeral(m[1])) for m in SPELLED.finditer(clause)]
    for match in FRACTION.finditer(clause):
        share = _read_fraction(match, today, marked)
        if share is not None:
            shares.append(share)
    shares += [_read_half(match) for match in HALF.finditer(clause)]
    for match in (*OUT_OF_WORDS.finditer(clause), *THIRDS.finditer(clause)):
        above, below = read_numeral(match[1]), read_numeral(match[2])
        if above < below:
            shares.append(Share(*match.span(), _percent(Fraction(above, below))))
    if not shares:
        shares = [
            _read_bare(match)
            for match in BARE.finditer(clause)
            if not COUNTING.search(clause, 0, match.start()) and not TOTAL.search(clause)
        ]
    wished = WISHED.search(clause)
    if wished:
        first = wished.start()
        shares = [s if s.start < first else Share(s.start, s.end, None, True) for s in shares]
    return sorted(shares, key=lambda share: share.start)


def _near(pattern: Pattern, match: re.Match[str]) -> bool:
    return bool(pattern.search(match.string, max(match.start() - 40, 0), match.start()))


def _read_corrected(match: re.Match[str]) -> Share:
    value = int(match[1] or match[2] or match[3])
    return Share(*match.span(), value if value <= 100 else None)


def _read_share(match: re.Match[str]) -> Share:
    """ "80%", "12,5 %", "70-80%" (at least 70, doubtful); "còn 20% nữa" is 80; "120%" is none."""
    value = Fraction(match[1].replace(",", "."))
    if match[3] and not 0 < int(match[3]) - value <= SPAN:
        value = Fraction(int(match[3]))
    if value > 100 or _near(CHANGE, match) or (value == 100 and _near(BEYOND, match)):
        return Share(*match.span(), None, doubtful="percent")
    if _near(BELOW, match):
        return Share(*match.span(), None, behind=True)
    still_left = STILL_LEFT.match(match.string, match.end()) and not _near(REACHED, match)
    if still_left or (_near(LEFT_OVER, match) and not _near(FALLEN, match)):
        return Share(*match.span(), _percent(1 - value / 100))
    return Share(
        *match.span(), _percent(value / 100), doubtful="percent" if match[2] or match[3] else None
    )


def _read_half(match: re.Match[str]) -> Share:
    behind = _near(BELOW, match)
    return Share(*match.span(), None if behind else 50, behind)


def _read_fraction(match: re.Match[str], today: date, marked: bool) -> Share | None:
    """ "450/1000 hồ sơ" and "xong 2/3" are shares; "1/4" alone may be a day, and is asked about."""
    above, below = _amount(match[1]), _amount(match[3])
    if not below > 0 or above > below:
        return None
    left = _near(LEFT_OVER, match)  # "còn thiếu 2/10 hồ sơ"
    share = Share(*match.span(), _percent(Fraction(below - above if left else above, below)))
    if _near(CALLED_DAY, match):
        return None
    if (
        match[4]
        or COUNTED_NOUN.search(match[2])
        or (left and MORE.match(match.string, match.end()))
    ):
        return share
    padded = len(match[1]) > 1 and match[1][0] == "0"  # "05/12" is a day
    if padded or _near(CALLED_MONTH, match) or (above <= 12 and FIRST_YEAR < below < LAST_YEAR):
        return None  # "tháng 1/2026 bắt đầu"
    if above.denominator * below.denominator > 1:
        return None  # "v1.2/3"
    if "/" not in match[2]:  # "8 trên 10"
        return share if _near(REACHED, match) else None
    if not _is_day(match, today, marked):
        behind = match.string[match.end() :]
        counted = above < below < FIRST_YEAR and not behind.strip(" .!,;ạnhé")  # "45/90"
        return share if counted or FURTHER.match(behind) or _near(REACHED, match) else None
    return _read_day_or_share(match, share, close=_is_close(above, below, today))


def _is_day(match: re.Match[str], today: date, marked: bool) -> bool:
    days = find_days(match[0].replace(" ", ""), today=today, marked=marked)
    return any(day.last and day.first == day.last for day in days)


def _read_day_or_share(match: re.Match[str], share: Share, *, close: bool) -> Share | None:
    """What may be a day: "đạt 1/4" is none, "xong 3/12" in December is asked about."""
    if _near(REACHED, match):
        asked = close and not _near(ABOUT, match)  # "khoảng 1/3", "mới được 1/4"
        return Share(*match.span(), None, True, "date_or_fraction") if asked else share
    alone = not unknown_words(match.string.replace(match[0], " "))
    return Share(*match.span(), None, doubtful="date_or_fraction") if alone else None


def _amount(number: str) -> Fraction:
    """ "1.250" hộ are 1250, "1,2" tỷ are not."""
    whole = re.sub(r"[.,](?=\d{3})", "", number)
    return Fraction(whole.replace(",", "."))


def _is_close(day: Fraction, month: Fraction, today: date) -> bool:
    """Whether it would be a day within a month of today: "xong 3/12" in December."""
    months = (int(month) - today.month) % 12
    return months in (0, 1, 11) and day <= 31


def _read_bare(match: re.Match[str]) -> Share:
    """ "ht 60", "tiến độ 70": a figure after such a word and before nothing is a percentage."""
    group = match.lastindex or 1
    value = int(match[group])
    start, end = match.span(group)
    if value > 100:
        return Share(start, end, None, doubtful="percent")
    behind = bool(BELOW.search(match.string, max(match.start() - 20, 0), match.start()))
    return Share(start, end, None if behind else value, behind)


def _percent(share: Fraction) -> int:
    """In hundredths, the half upwards; what is not whole stays below 100."""
    rounded = int(share * 100 + Fraction(1, 2))
    return rounded if share in (0, 1) else min(max(rounded, 1), 99)
