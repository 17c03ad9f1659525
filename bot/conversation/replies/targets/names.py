"""Tasks named by number: "#12", "việc 7 và 9", "nv 3-5", and a bare "20 xong"."""

import re

from bot.conversation.listening.letters import any_of, vn
from bot.conversation.listening.numerals import ABOVE_TEN, DIGIT, read_numeral
from bot.conversation.listening.said import blank
from bot.conversation.replies.signs.whole_or_part import DOING
from bot.conversation.replies.targets.number_words import (
    AT_FIRST,
    BEGINS,
    COUNTED,
    COUNTED_BY,
    LEAD,
    NO_TASK,
    OFFICES,
    SAYS,
    STANDS,
    TASK,
    TELLING,
    TIMES,
)

NOT_TASK = rf"(?![\d%/]|[.]\d| ?%| ?/| {TIMES}\b|-\d+[/-])"
""" "làm việc 3 ngày" names no task."""

NOT_LISTED = (
    rf"(?![\d%]|/(?! [^\W\d]| ?\d{{1,3}} ?%)|[.]\d|(?:,\d+){{0,3}} ?%| /| (?:{TIMES}|{COUNTED})\b"
    r"|-\d+(?:[/-]| ?%))"
)
""" "việc 4, 60%" and "việc 5, 3 hạng mục" name one task each."""

JOIN = (
    r"(?: ?[,;&+] ?(?:và )?|(?: và | với | cùng | lẫn | (?:đến|tới) (?!\d{1,2} tháng\b))"
    r"(?:(?:việc|nhiệm vụ) )?| (?:việc|nhiệm vụ) | ?- ?)"
)


SPACED = rf" (?=\d{{1,3}} (?:đều|\d{{1,3}} |cũng|thì|{SAYS}\b))"
""" "ba việc 5 6 7 đều xong"."""

LIST = (
    rf"\d{{1,5}}{NOT_TASK}(?:(?:{JOIN}|{SPACED})(?:số )?#?(?!20\d\d)\d{{1,4}}{NOT_LISTED}){{0,40}}"
)
SLASHED = r"\d{1,3}(?:/\d{1,3}){2,5}(?![\d/%])"
""" "việc 5/6/7 xong"; with two it may be a share."""

BARE_LIST = (
    rf"(?!20\d\d)\d{{1,3}}{NOT_LISTED}(?:(?:{JOIN}|{SPACED})(?:số )?\d{{1,3}}{NOT_LISTED}){{0,40}}"
)
BARE_SHARE = r"\d{1,3} \d{1,3} ?(?:%|phần trăm)"

NAMED = any_of(
    rf"(?:\b(?:(?:các|mấy|`những|cả|(?<!thứ )(?:hai|ba)|[2-9]) )*{TASK}(?: sau(?: đây)?| mang)?"
    rf"(?: từ)?(?: số| thứ| có số| stt)? ?[:#]? ?(?!20\d\d\b)|# ?)({LIST}|{SLASHED})",
    # "Nhiệm vụ: Xây dựng dữ liệu đất đai (số 28)", "Mã: 28" on its line
    rf"\b{TASK} ?: ?[^\n()]{{3,150}}\((?:mã )?số ({LIST})(?=\))",
    r"(?:^|(?<=\n))[^\w\n]*mã(?: số)? ?: ?(\d{1,3})(?= ?(?:\n|$))",
    # "nội dung số 17 đã xong"; within a task's report it is one of its parts
    rf"(?:^|(?<=\n))\W*(?:(?:{LEAD}|các)[ ,]+)*"
    rf"((?:nội dung|đầu mục) (?:số |(?=\d\d)){LIST})(?= ?[:,-]?(?: thì)? {SAYS}\b)",
    # "xong việc 7 và 9, 12 60%"
    rf"\b(?:xong|hoàn thành|hoàn tất|chưa làm) (?:các )?(?:{TASK} )({LIST})(?=[,;] ?{BARE_SHARE})",
    # "xong: 4, 5, 7"
    rf"(?<!% )\b(?:(?:xong|hoàn thành|chưa làm|đang làm|chưa|còn) ?: ?"
    rf"(?![1-9][05](?:[ ,]+(?:ạ|nhé|nha|anh|chị|em|sếp)\b)*+\W*$|\d+,\d+ ?%)"
    rf"|xong số )({LIST})"
    rf"(?![\d/]| ?/| {COUNTED}\b)",
    # "xong 4,5; chưa xong 6"
    rf"\b(?:chưa xong |xong (?![1-9][05] ?(?:;|,(?! ?\d))|\d\d,\d\b)(?=\d+ ?[,;&+]))({LIST})"
    r"(?=\W*$|[,;.])",
    rf"\b(?:không|đâu) phải (?:việc )?\d{{1,3}} mà (?:là )?({BARE_LIST})(?= {SAYS}\b)",
    # "nhắc lại 25 vào 29/12", "mai nhắc em 18"
    rf"\bnhắc lại ({LIST})(?=\W*(?:nhé|giúp|ạ)?\W*$)",
    rf"\bnhắc(?: lại)? ({LIST})(?= (?:vào|lúc|sau|ngày|thứ|mai|mốt|tuần|đầu|cuối)\b)",
    rf"\bnhắc(?: lại)?(?: giúp| hộ)? (?:em|tôi|mình|anh|chị|cô|chú|bác) ({LIST})"
    r"(?= (?:vào|thứ|mai|mốt)\b)",
    rf"\b(?:xin|cho)(?: cho)? ({LIST})(?= (?:lùi|gia hạn|khất|dời|hoãn)\b)",
    rf"\b(?:mai|mốt|kia|(?:thứ|sáng|chiều|tuần) \w+) nhắc(?: lại)?(?: giúp| hộ)?(?: em| tôi| mình)?"
    rf" ({LIST})(?=\W*$|[,;.])",
    rf"\b(?:chuyển|trả) ({LIST})(?= (?:sang|cho|qua|về) (?:bên )?{OFFICES}\b)",
    rf"\b(?:gia hạn|lùi|khất) (?:cho )?(?:số )?({LIST})"
    rf"(?= (?:đến|tới|sang|thêm) (?!\d+ {TIMES}\b)| (?:vì|do|nữa)\b)",
    # "sửa 14 thành 80%", "chưa làm được 18 vì chờ hướng dẫn", "vướng ở 17 và 18: thiếu máy"
    rf"\b(?:sửa|chỉnh|cập nhật)(?: lại)? (?:số )?({LIST})(?= (?:thành|là|lên|xuống) )",
    rf"\b(?:đánh dấu|tích|ghi|báo)(?: (?:giúp|hộ|cho|em|tôi|anh|chị|mình))*"
    rf" (?:số )?({LIST})(?= (?:(?:là|đã) )*(?:xong|hoàn thành|được|đạt|đang|chưa)\b)",
    rf"\bchưa (?:làm|xong)(?: được)? ({LIST})(?= (?:vì|do|tại|bởi)\b)",
    rf"\bvướng (?:ở )?({LIST})(?= ?[:,;]|\W*$)",
    rf"^\W*(?:thôi |cho |xin )*hủy ({LIST})(?=\W*$)",
)
COUNTING = vn(
    r"\b(?:số|tổng|tổng số|có|các|những|\d+)? ?(?:đơn vị|cơ quan|phòng|thôn|xã|hộ|nhiệm vụ|việc)"
    r"(?: \w+)? $"
)
""" "số nhiệm vụ hoàn thành: 12" counts them, and names none."""

TOTAL = vn(r"\btổng(?: số| cộng)?(?: có| là| được giao)? \d{1,3} (?:việc|nhiệm vụ)\b[^.\n]*$")

ALL_OF = vn(r"\btổng(?: số| cộng)?(?: các)? $")
""" "Tổng số nhiệm vụ 6"."""

WITH_WORD = 1
"""The first group of NAMED takes in the word for a task, which is no part of what is said."""

SPELLED = vn(
    rf"\b{TASK} (?:(?:số|thứ) ({ABOVE_TEN}|{DIGIT}|(?<=thứ )nhất)"
    rf"|({ABOVE_TEN}|bốn|`sáu|bảy|tám|chín"
    r"|(?:hai|ba|năm)(?= (?:(?:đã|thì|mới|đang) )*(?:xong|hoàn thành|đạt|chưa|vướng))))\b"
    rf"(?! (?:{TIMES}|{COUNTED}|{DIGIT}|mươi|phần)\b)"
)
""" "việc số bảy", "nhiệm vụ mười hai"; "việc hai" may be two of them."""

US = "em|tôi|phòng|mình|bên|tụi|bọn|chúng"
BARE = vn(
    r"(?:^|(?<=[,;.!?\n:(])(?<!\d:)|(?:(?<=[^\W\d_] )|(?<=% )|(?<=/\d\d ))(?=[-–/] ))"
    rf"\W{{0,9}}(?:{LEAD} )*(?:số )?({BARE_LIST})"
    r"(?! (?:trên|trong)(?: tổng)?(?: số)? \d)"
    rf"(?= ?[:=.)/|-]? ?(?:(?:thì|là|cũng|vẫn|đều|{US}|bị|mới|(?:anh|chị)(?= em)|{OFFICES}) )*"
    rf"{SAYS}\b"
    r"| thì (?!\d|được\b|là\b)\w| ?(?:[:=()/|-]|\. |at|thì)? ?\d{1,3} ?(?:%|phần trăm)"
    rf"| {DOING} xong\b"
    rf"| ?[:=-]? ?\d{{1,4}}/\d{{1,4}} (?!{SAYS}\b)[^\W\d]"  # "4: 3/5 trường"
    rf"| (?:{ABOVE_TEN}|{DIGIT}) phần\b"
    r"| là \d{1,3} ?(?:%|phần trăm|(?:chứ|mới đúng)\b)"
    r"| (?:\w+ ){0,3}nhắc\b)[.)/]?"
    rf"|^\W*(?:{LEAD}[ ,]+)*(?:số )?({BARE_LIST})"
    rf"(?= (?:(?:{US}) )*{AT_FIRST}\b"
    r"| (?:đến|tới|sang) (?:ngày )?\d{1,2}/\d+ (?:do|vì|tại)\b)"
    rf"|(?:^|(?<=\n))\W*(?:số )?({BARE_LIST})(?= ?:(?:[^\W\d]| (?!\d+\W*$)\S))"  # "5: máy hỏng"
)
"""A number at the head of a clause before words of progress: "18 được 60%", "12: xong"."""


FIRST = vn(rf"^\W*(?:{LEAD} )*(?:số )?(?!20\d\d)(\d{{1,3}}){NOT_LISTED} (?=[^\W\d])")
"""A number before any word, and of nothing that is counted: a task's, or a count's."""

SHARE = r"\d{1,3} ?(?:%|phần trăm)"
FOLLOWED = any_of(
    rf"\b(?:còn|còn lại|và|nhưng|riêng|xong|làm|làm gì|nửa|ký|phí|tiền|vốn|người|máy|đất"
    rf"|mặt bằng|vướng"
    r"|duyệt|triển khai|bắt đầu|dự thảo|hôm qua|tuần|rồi|chưa|nhé|ạ|nha|ok|ổn"
    rf"|hoàn thành(?! [1-9][05]\b))(?: số)? ({BARE_LIST})"
    rf"(?= (?:(?:thì|là|cũng|vẫn) )*{STANDS}\b| ?:? ?(?:thì )?{SHARE})",
    # "12 80% 13 90% 14 xong", "3 xong 4 thiếu kinh phí"
    rf"(?:%|\bphần trăm)(?: số)? ({BARE_LIST})(?= ?[:.)/]? ?(?:{SAYS}\b|{SHARE}))[:.)/]?",
    rf"[,;.] ?(?:(?:và|còn|đã|vẫn) )*(?:xong|chưa làm|đang làm) (?![1-9][05]\b)({BARE_LIST})"
    r"(?= (?:rồi|ạ|nhé|nha)\b|\W*$|[,;.])",
    rf"\b(?:xong|rồi|chưa) ({BARE_LIST})(?= (?:{BEGINS})\b(?! \d))",
    rf"(?<=[^\W\d])(?<!thành)(?<!đạt)(?<!được)(?<!độ)(?<!khoảng)(?<!tầm)(?<!tháng)(?<!quý)"
    rf"(?<!tuần)(?<!thứ)(?<!năm)(?<!ngày)(?<!kỳ)(?<!đợt)(?<!thôn)(?<!xóm)(?<!khu) "
    rf"(\d{{1,3}})(?= ?[.):/] ?(?:{SAYS}\b|{SHARE})) ?[.):/]",  # "1. xong 2. đang làm"
    # "4 lùi đến 20/12 6 xong", "4: hoàn thành 6: xong"
    rf"(?:(?<=/\d )|(?<=/\d\d )|(?<=/\d{{4}} ))({BARE_LIST})"
    rf"(?= ?:? ?(?:(?:thì|là|cũng|vẫn) )*(?:{STANDS}\b|{SHARE}))",
    rf"(?<=thành )([1-9]?[1-46-9])(?= ?: ?{SAYS}\b)",
)
"""A further one within the clause: "việc 3, 5 xong còn 7 thì chưa"."""

LISTED_BEFORE = vn(r"\b(?:còn|riêng)(?: số)? ((?:\d{1,3} ?, ?)+)$")
PLACES = vn(
    r"\b(?:thôn|tổ|xóm|khu|ấp|lớp|đợt|điểm|bước|phần|nội dung|hạng mục|mục|giai đoạn"
    r"|chi bộ|đội|nhóm|cụm|quý|tháng)"
    r"(?: số)? \d+(?: ?[,&] ?\d+)* ?[,&] ?$"
)
""" "thôn 1, 2 xong" names no task."""

FIGURE_OF = re.compile(r"[^\W\d_] ?: ?\d{1,3}\.$")
""" "Tổng số phải cấp: 48. Đã cấp: 36" names no task."""

JUST_DONE = vn(
    r"(?:^\W*(?:(?:dạ|em|đã|làm|báo cáo|rồi|anh|chị|sếp|ơi|thưa|alo|cũng)[ ,]+)*"
    r"(?:xong|hoàn thành(?= \d{1,3} ?[,&+])|chưa làm|đang làm)|[,;] ?đang làm)"
    r" (?![1-9][05]\b(?! ?[,&+] ?\d?[1-46-9]\W*$| \d?[1-46-9] ))"
    rf"({BARE_LIST})(?= (?:rồi|ạ|nhé|nha|anh|chị|em)\b|\W*$|[,;.\n])"
)
""" "xong 8 nha chị"; "xong 80" may be percents."""

PAIR = vn(
    rf"(?:^|(?<=[,;.\n]))\W*(\d{{1,3}})"
    rf"(?= ?[-–=] ?(?:\d{{1,3}} ?%|{SAYS}\b|(?:100|[1-9]0|[1-9]5)(?=\W*(?:$|[,;\n]))))"
)
""" "3-100%, 4-xong, 5 = 60": two or more are tasks with their figures, one alone is a range of
percents."""

SERIES = vn(
    r"(?<![\d/.,-])"
    + "".join(rf"(?<!{word} )" for word in COUNTED_BY.split() if word not in ("còn", "mới"))
    + r"\b(\d{1,3})(?= ?:(?! ?\d)| thì\b)"
)
""" "4: xong 5: vướng", "2 thì vướng 32 thì xong": two or more are tasks, wherever they stand."""

REACHED = vn(
    r"(?:^|(?<=[,;.\n]))\W*(\d{1,3})"
    r"(?= ?:? (?:100|[2-9]0|[5-9]5)\W*(?:$|[,;.\n])| (?:đến|tới|sang) (?:ngày )?\d{1,2}/\d)"
)
""" "10 60", "10: 60", "10 đến 20/1" among tasks: how far the tenth is, or until when."""


CLAUSES = vn(
    rf"(?:[,;.\n] ?|%,? ?|\b(?:xong|rồi|chưa|còn|và|riêng) )(?:(?:còn|và|riêng|số) )*"
    rf"(?:(?=\d\d)({BARE_LIST})(?= (?!(?:{NO_TASK}|{COUNTED})\b)[^\W\d])(?=(?: \w+){{0,7}}?"
    rf" {TELLING}\b)|({BARE_LIST})(?= (?:(?:em|tôi|mình|phòng|thì) )*{TELLING}\b))"
)
""" "18 xong, 20 lãnh đạo chưa ký": behind a bare number, others in its manner."""

LOOSE = vn(
    r"(?<![\d/.,-])"
    + "".join(rf"(?<!{word} )" for word in COUNTED_BY.split())
    + rf"\b(\d{{1,3}}){NOT_LISTED}(?=\W*$|[,;!?\n]| {SAYS}\b)"
)
FIGURE_BETWEEN = re.compile(
    r"(?<![\d/.,-])(?P<task>\d{1,3}) (?P<figure>[1-9][05])(?= (?P<following>\d{1,3}) )"
)
SHOWN = vn(
    r"(?:^|,)\W*(?:cho (?:em |tôi )?)?(?:xem|chi tiết|mở) (\d{1,3})\W*(?:$|(?=, ?(?:`ạ|anh|chị)))"
)
RANGE = vn(r"-|đến|tới")
TO = vn(r" (?:đến|tới) (?=\d)")
PUT_OFF = vn(r"\b(?:gia hạn|lùi|dời|giãn|khất|hoãn)\b[^,.;\n]*$")
BY_OTHER_WORDS = vn(r"[^,.;\n]*\b(?:đến|tới|sang|thêm|nữa)\b")
LONGEST_RANGE = 30
"""Tasks that "nv 3-5" may span; more is not one report."""

Name = tuple[int, int, tuple[int, ...]]
"""Where tasks are named, from and to, and their numbers."""


def find_names(said: str) -> list[Name]:
    """Every naming of tasks by number, in its order; a bare "12" that says nothing is none."""
    found = [
        _place(match)
        for match in NAMED.finditer(said)
        if match[WITH_WORD] or not COUNTING.search(said, 0, match.start())
    ]
    found += [(*m.span(), (read_numeral(m[1] or m[2]),)) for m in SPELLED.finditer(said)]
    pairs = [_place_number(match) for match in PAIR.finditer(said)]
    found += pairs if len(pairs) > 1 else []
    rest = blank(said, [(start, end) for start, end, _ in found])
    series = [_place_number(match) for match in SERIES.finditer(rest)]
    found += series if len(series) > 1 else []
    rest = blank(_mark_figures(said), [(start, end) for start, end, _ in found])
    for match in (*BARE.finditer(rest), *SHOWN.finditer(rest), *JUST_DONE.finditer(rest)):
        place = match.start(match.lastindex or 1)
        if not (
            PLACES.search(rest, 0, place) or FIGURE_OF.search(rest, max(place - 40, 0), match.end())
        ):
            found.append(_with_those_before(_place_number(match), rest))
    if found:
        rest = blank(_mark_figures(said), [(start, end) for start, end, _ in found])
        further = (*FOLLOWED.finditer(rest), *REACHED.finditer(rest))
        found += [_place_number(match) for match in further]
        first = min(found)
        if said[first[0]].isdigit():
            rest = blank(said, [(start, end) for start, end, _ in found])
            found += [_place_number(match) for match in CLAUSES.finditer(rest, first[1])]
    return sorted(name for name in found if not _is_of_a_total(said, name))


def _is_of_a_total(said: str, name: Name) -> bool:
    """ "Tổng số 39 nhiệm vụ: đã xong 12, chưa làm 7": how many, and not which."""
    start, _, numbers = name
    if len(numbers) > 1:
        return False
    if said[start].isdigit():
        return TOTAL.search(said, 0, start) is not None
    return ALL_OF.search(said, 0, start) is not None


def loose_numbers(said: str) -> list[int]:
    """Numbers that stand where a task's would, though no rule knows them: "dk 20/1 xong 24"."""
    rest = blank(said, [(start, end) for start, end, _ in find_names(said)])
    return [int(match[1]) for match in LOOSE.finditer(rest)]


def _mark_figures(said: str) -> str:
    """ "14 70 17 vướng": a round number that breaks the order is the figure of the task before it,
    and becomes "7%"."""

    def marked(found: re.Match[str]) -> str:
        task, figure, following = (int(found[group]) for group in ("task", "figure", "following"))
        return found[0] if not task < following < figure else f"{found['task']} {figure // 10}%"

    return FIGURE_BETWEEN.sub(marked, said)


def first_number(said: str) -> int | None:
    """The number that a message begins with, which may or may not be a task's."""
    match = FIRST.search(said)
    return int(match[1]) if match else None


def _place(match: re.Match[str]) -> Name:
    """Where a name stands; what is said before its colon is none of it.

    "Gia hạn việc 5 đến 25", without another day, is one task until the 25th, not 21 tasks.
    """
    group = next(index for index, listed in enumerate(match.groups(), 1) if listed)
    start = match.start() if group == WITH_WORD else match.start(group)
    to = TO.search(match[group])
    later = BY_OTHER_WORDS.match(match.string, match.end())
    if to is not None and later is None and PUT_OFF.search(match.string, 0, start):
        return start, match.start(group) + to.start(), read_numbers(match[group][: to.start()])
    return start, match.end(), read_numbers(match[group])


def _with_those_before(name: Name, rest: str) -> Name:
    """ "còn 6, 7 đang làm" is of both."""
    before = LISTED_BEFORE.search(rest, 0, name[0])
    if before is None:
        return name
    return before.start(1), name[1], (*read_numbers(before[1]), *name[2])


def _place_number(match: re.Match[str]) -> Name:
    """Where bare numbers stand, with the mark of a list behind them ("2. đang làm")."""
    listed = match[match.lastindex or 1]
    return match.start(match.lastindex or 1), match.end(), read_numbers(listed)


def read_numbers(listed: str) -> tuple[int, ...]:
    """The numbers of a list; "3-5" and "3 đến 5" are three."""
    numbers: list[int] = []
    for link, digits in re.findall(r"(\D*)(\d+)", listed):
        number = int(digits)
        if numbers and RANGE.search(link) and 0 < number - numbers[-1] <= LONGEST_RANGE:
            numbers += range(numbers[-1] + 1, number + 1)
        else:
            numbers.append(number)
    return tuple(dict.fromkeys(numbers))
