"""Tasks named by number: "#12", "việc 7 và 9", "nv 3-5", and a bare "20 xong"."""

import re

from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.listening.numerals import ABOVE_TEN, DIGIT, read_numeral
from bot.conversation.listening.said import blank
from bot.conversation.replies.signs.whole_or_part import DOING

TIMES = words("""
    ngày(?! (?:mai|kia|mốt|\\d)), (?:tuần|tháng|năm)(?! (?:sau|tới|này|trước|nay|ngoái|rồi|\\d)),
    giờ(?! (?:mới|đã|vẫn|đang|thì|chưa|còn)), h, g,
    phút, người(?! dân), lần, buổi, hôm(?! thứ| nào| qua| kia| trước| nay| rồi),
    bữa(?! trước| nọ| hổm| rồi| nay), triệu, tr, tỷ, đồng,
    (?:việc|nhiệm vụ|công việc|đầu việc)(?! (?:\\d|này|đó))
""")
COUNTED = words("""
    hạng mục, nội dung, chỉ tiêu, hồ sơ, hộ, thôn, xóm, tổ, xã, cán bộ, máy, bộ, cái, camera,
    tài khoản, văn bản, thủ tục, điểm, trường, lớp,
    phòng(?! (?:kinh tế|văn hóa|tư pháp|nội vụ|tài chính|nông nghiệp|y tế|em|tôi|mình|đã)),
    đơn vị, cơ quan, sản phẩm, mục, phần, bước, km, ha, phần trăm
""")
NOT_TASK = rf"(?![\d%/]|[.]\d| ?%| ?/| {TIMES}\b|-\d+[/-])"
""" "làm việc 3 ngày" names no task."""

NOT_LISTED = (
    rf"(?![\d%]|/(?! [^\W\d]| ?\d{{1,3}} ?%)|[.]\d|(?:,\d+){{0,3}} ?%| /| (?:{TIMES}|{COUNTED})\b"
    r"|-\d+(?:[/-]| ?%))"
)
""" "việc 4, 60%" and "việc 5, 3 hạng mục" name one task each."""

JOIN = (
    r"(?: ?[,;&+] ?(?:và )?|(?: và | với | cùng | (?:đến|tới) (?!\d{1,2} tháng\b))"
    r"(?:(?:việc|nhiệm vụ) )?| (?:việc|nhiệm vụ) | ?- ?)"
)
SAYS = words("""
    xong, hoàn thành, hoàn tất, được, đạt, đang, chưa, vướng, khó khăn, gặp, xin, gia hạn, mới, gần,
    sắp, cơ bản, làm, triển khai, thực hiện, không, bị, đã, tắc, kẹt, thiếu, nhắc, là gì,
    là việc gì, là nhiệm vụ gì, (?:thì )?sao rồi, ra sao, thế nào,
    đến đâu, tới đâu, vẫn, sẽ, dự kiến, chậm, ok, khoảng,
    trên(?! \\d), hơn, cần thêm, hạn (?:bao giờ|khi nào|đến|ngày|là),
    \\d+ ?%, tiến độ, đề nghị gia, nhầm, thêm, của phòng, một nửa, nửa, tầm, chừng, chắc,
    còn(?! lại), cũng, coi như, tạm, đợi, chờ, hết, để, mai, mốt, (?:đầu|cuối) tuần,
    tuần (?:này|sau),
    thứ (?:hai|ba|tư|năm|sáu|bảy|\\d), hứa,
    cố, phụ thuộc, giờ, như (?:cũ|trước|kỳ|tuần|tháng|lần), lùi, dời, khất, rồi, khỏi, phải,
    tụt, giảm, có (?:được|cần|phải), giao (?:lại )?(?:phòng|công an|văn phòng|bên|cho),
    trình (?:ký|lãnh đạo|chủ tịch|phê duyệt), lại, tăng, lên (?=\\d),
    chỉ (?=(?:được |đạt |mới |có )*\\d)
""")

AT_FIRST = words("""
    chiều nay, sáng nay, tối nay, hôm nay, hôm qua, chiều qua, sáng mai, chiều mai, tối qua, chỉ,
    vừa, chuẩn bị, phấn đấu, cố gắng, nếu, mà, nhưng, vì, do (?:chưa|thiếu|mưa), có lẽ, hình như,
    tưởng, gửi, nộp, rà soát, khảo sát, lấy ý kiến, in, lắp, sửa, liên hệ, kiểm tra, tham mưu,
    hồi, đưa, mắc
""")
"""What follows a task's number that is said first of all: "18 chiều nay xong"."""

SPACED = rf" (?=\d{{1,3}} (?:đều|\d{{1,3}} |cũng|thì|{SAYS}\b))"
""" "ba việc 5 6 7 đều xong"."""

LIST = (
    rf"\d{{1,5}}{NOT_TASK}(?:(?:{JOIN}|{SPACED})(?:số )?#?(?!20\d\d)\d{{1,4}}{NOT_LISTED}){{0,40}}"
)
BARE_LIST = (
    rf"(?!20\d\d)\d{{1,3}}{NOT_LISTED}(?:(?:{JOIN}|{SPACED})(?:số )?\d{{1,3}}{NOT_LISTED}){{0,40}}"
)
BARE_SHARE = r"\d{1,3} \d{1,3} ?(?:%|phần trăm)"
TASK = words("""
    (?<!bắt )`đầu việc, (?<!bat )dau viec, công việc, việc, nhiệm vụ, task, cv, mã việc,
    mã nhiệm vụ, stt, số thứ tự, (?<!bản )v(?= \\d),
    (?<!hạng )(?<!danh )mục(?= \\d+ (?:xong|đã|hoàn|đang|chưa|được|đạt)), (?:vụ|cái)(?= số \\d),
    cái(?= \\d+ (?:rồi|ạ|xong|đã|chưa|đang|thì)\\b)
""")
ROOM = "phòng (?:kinh tế|văn hóa|tư pháp|nội vụ|tài chính|nông nghiệp|y tế|giáo dục)"
OFFICES = words(rf"""
    {ROOM}(?:(?: -| và)? xã hội)?, công an xã, công an phường, công an, văn phòng, văn phòng hđnd,
    văn phòng ubnd, văn phòng hđnd và ubnd, trạm y tế, mặt trận, mttq, hội phụ nữ, hội nông dân,
    đoàn thanh niên, phòng em, phòng tôi, bên em, bên tôi
""")
"""Agencies of which a commune has one, so that "12 Phòng Kinh tế" is no count of them."""

NAMED = any_of(
    rf"(?:\b(?:(?:các|mấy|`những|cả|(?<!thứ )(?:hai|ba)|[2-9]) )*{TASK}(?: sau(?: đây)?| mang)?"
    rf"(?: từ)?(?: số| thứ| có số| stt)? ?[:#]? ?(?!20\d\d\b)|# ?)({LIST})",
    # "xong việc 7 và 9, 12 60%"
    rf"\b(?:xong|hoàn thành|hoàn tất|chưa làm) (?:các )?(?:{TASK} )({LIST})(?=[,;] ?{BARE_SHARE})",
    # "xong: 4, 5, 7"
    rf"\b(?:(?:xong|hoàn thành|chưa làm|đang làm|chưa|còn) ?: ?(?![1-9][05]\W*$)|xong số )({LIST})"
    rf"(?![\d/]| ?/| {COUNTED}\b)",
    # "xong 4,5; chưa xong 6"
    rf"\b(?:chưa xong |xong (?![1-9][05] ?(?:;|,(?! ?\d))|\d\d,\d\b)(?=\d+ ?[,;&+]))({LIST})"
    r"(?=\W*$|[,;.])",
    rf"\b(?:không|đâu) phải (?:việc )?\d{{1,3}} mà (?:là )?({BARE_LIST})(?= {SAYS}\b)",
    # "nhắc lại 25 vào 29/12", "mai nhắc em 18"
    rf"\bnhắc lại ({LIST})(?=\W*(?:nhé|giúp|ạ)?\W*$)",
    rf"\bnhắc(?: lại)? ({LIST})(?= (?:vào|lúc|sau|ngày|thứ|mai|mốt|tuần|đầu|cuối)\b)",
    rf"\b(?:mai|mốt|kia|(?:thứ|sáng|chiều|tuần) \w+) nhắc(?: lại)?(?: giúp| hộ)?(?: em| tôi| mình)?"
    rf" ({LIST})(?=\W*$|[,;.])",
    rf"\b(?:chuyển|trả) ({LIST})(?= (?:sang|cho|qua|về) (?:bên )?{OFFICES}\b)",
    rf"\b(?:gia hạn|lùi|khất) (?:cho )?(?:số )?({LIST})"
    rf"(?= (?:đến|tới|sang|thêm) (?!\d+ {TIMES}\b)| (?:vì|do|nữa)\b)",
    # "sửa 14 thành 80%", "chưa làm được 18 vì chờ hướng dẫn", "vướng ở 17 và 18: thiếu máy"
    rf"\b(?:sửa|chỉnh|cập nhật)(?: lại)? (?:số )?({LIST})(?= (?:thành|là|lên|xuống) )",
    rf"\bchưa (?:làm|xong)(?: được)? ({LIST})(?= (?:vì|do|tại|bởi)\b)",
    rf"\bvướng (?:ở )?({LIST})(?= ?[:,;]|\W*$)",
    rf"^\W*(?:thôi |cho |xin )*hủy ({LIST})(?=\W*$)",
)
COUNTING = vn(
    r"\b(?:số|tổng|tổng số|có|các|những|\d+)? ?(?:đơn vị|cơ quan|phòng|thôn|xã|hộ|nhiệm vụ|việc)"
    r"(?: \w+)? $"
)
""" "số nhiệm vụ hoàn thành: 12" counts them, and names none."""

WITH_WORD = 1
"""The first group of NAMED takes in the word for a task, which is no part of what is said."""

SPELLED = vn(
    rf"\b{TASK} (?:(?:số|thứ) ({ABOVE_TEN}|{DIGIT}|(?<=thứ )nhất)"
    rf"|({ABOVE_TEN}|bốn|`sáu|bảy|tám|chín"
    r"|(?:hai|ba|năm)(?= (?:(?:đã|thì|mới|đang) )*(?:xong|hoàn thành|đạt|chưa|vướng))))\b"
    rf"(?! (?:{TIMES}|{COUNTED}|{DIGIT}|mươi|phần)\b)"
)
""" "việc số bảy", "nhiệm vụ mười hai"; "việc hai" may be two of them."""

LEAD = words("""
    ơi, chào, bác, còn, và, riêng, dạ, em, báo cáo, kính, thưa, anh, chị, đồng chí, vâng, cái, từ,
    mục, con, `vụ, quên, à, ừ, ok
""")
BARE = vn(
    r"(?:^|(?<=[,;.!?\n:(])(?<!\d:)|(?<=[^\W\d_] )(?=- ))"
    rf"\W{{0,9}}(?:{LEAD} )*(?:số )?({BARE_LIST})"
    r"(?! (?:trên|trong)(?: tổng)?(?: số)? \d)"
    rf"(?= ?[:=.)/|-]? ?(?:(?:thì|là|cũng|vẫn|đều|em|tôi|phòng|mình|bên|bị|mới|(?:anh|chị)(?= em)"
    rf"|{OFFICES}) )*{SAYS}\b"
    r"| thì (?!\d|được\b|là\b)\w| ?(?:[:=()/|-]|\. |at)? ?\d{1,3} ?(?:%|phần trăm)"
    rf"| {DOING} xong\b"
    rf"| ?[:=-]? ?\d{{1,4}}/\d{{1,4}} (?!{SAYS}\b)[^\W\d]"  # "4: 3/5 trường"
    rf"| (?:{ABOVE_TEN}|{DIGIT}) phần\b"
    r"| là \d{1,3} ?%? ?(?:chứ|mới đúng)\b"
    r"| (?:\w+ ){0,3}nhắc\b)[.)/]?"
    rf"|^\W*(?:{LEAD}[ ,]+)*(?:số )?({BARE_LIST})"
    rf"(?= (?:(?:em|tôi|phòng|mình|bên) )*{AT_FIRST}\b"
    r"| (?:đến|tới|sang) (?:ngày )?\d{1,2}/\d+ (?:do|vì|tại)\b)"
    rf"|(?:^|(?<=\n))\W*(?:số )?({BARE_LIST})(?= ?:(?:[^\W\d]| (?!\d+\W*$)\S))"  # "5: máy hỏng"
)
"""A number at the head of a clause before words of progress: "18 được 60%", "12: xong"."""

FIRST = vn(rf"^\W*(?:{LEAD} )*(?:số )?(?!20\d\d)(\d{{1,3}}){NOT_LISTED} (?=[^\W\d])")
"""A number before any word, and of nothing that is counted: a task's, or a count's."""

BEGINS = words("""
    thiếu, bị, trình, triển khai, thực hiện, chờ, đợi, không, vẫn, tắc, kẹt, khó khăn, sẽ, tạm
""")
SHARE = r"\d{1,3} ?(?:%|phần trăm)"
STANDS = words("""
    chưa, đang, xong, vướng, được, đạt, mới, mai, để, tuần, gần, sắp, đã, hoàn thành, hoàn tất, xin
""")
FOLLOWED = any_of(
    rf"\b(?:còn|và|xong|làm|nửa|ký|phí|tiền|vốn|người|máy|đất"
    r"|hoàn thành(?! [1-9][05]\b)|rồi|chưa|nhé|ạ|nha)(?: số)?"
    rf" ({BARE_LIST})"
    rf"(?= (?:(?:thì|là|cũng|vẫn) )*{STANDS}\b| ?:? ?(?:thì )?{SHARE})",
    # "12 80% 13 90% 14 xong", "3 xong 4 thiếu kinh phí"
    rf"(?:%|\bphần trăm)(?: số)? ({BARE_LIST})(?= ?[:.)/]? ?(?:{SAYS}\b|{SHARE}))[:.)/]?",
    rf"[,;] ?xong (?![1-9][05]\b)({BARE_LIST})(?= (?:rồi|ạ|nhé|nha)\b|\W*$|[,;.])",
    rf"\b(?:xong|rồi|chưa) ({BARE_LIST})(?= (?:{BEGINS})\b(?! \d))",
    rf"(?<=[^\W\d])(?<!thành)(?<!đạt)(?<!được)(?<!độ)(?<!khoảng)(?<!tầm) "
    rf"(\d{{1,3}})(?= ?[.):/] ?(?:{SAYS}\b|{SHARE})) ?[.):/]",  # "1. xong 2. đang làm"
    # "4 lùi đến 20/12 6 xong", "4: hoàn thành 6: xong"
    rf"(?:(?<=/\d )|(?<=/\d\d )|(?<=/\d{{4}} ))({BARE_LIST})"
    rf"(?= ?:? ?(?:(?:thì|là|cũng|vẫn) )*(?:{STANDS}\b|{SHARE}))",
    rf"(?<=thành )([1-9]?[1-46-9])(?= ?: ?{SAYS}\b)",
)
"""A further one within the clause: "việc 3, 5 xong còn 7 thì chưa"."""

PLACES = vn(
    r"\b(?:thôn|tổ|xóm|khu|ấp|lớp|đợt|điểm|bước|phần|giai đoạn|chi bộ|đội|nhóm|cụm|quý|tháng)"
    r"(?: số)? \d+(?: ?[,&] ?\d+)* ?[,&] ?$"
)
""" "thôn 1, 2 xong" names no task."""

JUST_DONE = vn(
    r"(?:^\W*(?:(?:dạ|em|đã|làm|báo cáo|rồi)[ ,]+)*(?:xong|chưa làm|đang làm)|[,;] ?đang làm)"
    r" (?![1-9][05]\b)"
    rf"({BARE_LIST})(?= (?:rồi|ạ|nhé|nha|anh|chị|em)\b|\W*$|[,;.\n])"
)
""" "xong 8 nha chị"; "xong 80" may be percents."""

PAIR = vn(
    rf"(?:^|(?<=[,;.\n]))\W*(\d{{1,3}})"
    rf"(?= ?[-–=] ?(?:\d{{1,3}} ?%|{SAYS}\b|(?:100|[1-9]0|[1-9]5)(?=\W*(?:$|[,;\n]))))"
)
""" "3-100%, 4-xong, 5 = 60": two or more are tasks with their figures, one alone is a range of
percents."""

REACHED = vn(
    r"(?:^|(?<=[,;.\n]))\W*(\d{1,3})"
    r"(?= ?:? (?:100|[2-9]0|[5-9]5)\W*(?:$|[,;.\n])| (?:đến|tới|sang) (?:ngày )?\d{1,2}/\d)"
)
""" "10 60", "10: 60", "10 đến 20/1" among tasks: how far the tenth is, or until when."""

NO_TASK = words("""
    còn lại, nữa, kia, khác, là, học viên, đại biểu, học sinh, giáo viên, đảng viên, hội viên,
    đoàn viên, công chức, viên chức, cán bộ, người, hộ, cháu, lượt, đồng chí, bài, tin, ảnh, video,
    file, tờ, quyển, cuốn, bản, cây, con, suất, ca, vụ, đơn, ý kiến, câu, cuộc, đợt, ngành,
    ban(?! hành),
    mô hình, đề tài, dự án, chuyên đề, giấy, chứng chỉ, thẻ, mã, tuyến, đoạn, cột, loa, m, mét,
    kế hoạch, quyết định, báo cáo, công văn, tờ trình, doanh nghiệp, hợp tác xã, cơ sở, nhà, khu, ấp
""")
""" "18 xong, 20 học viên được cấp chứng chỉ" names one task."""

TELLING = words("""
    xong, hoàn thành, đạt, được, đang, chưa, mới, vướng, thiếu, hỏng, lỗi, bị, xin, trình, gửi, nộp,
    đã, vừa, sẽ, gần, sắp, hết, mai, không, vẫn, rồi, ổn, chậm, nửa, chờ, đợi, hẹn, ký, họp, duyệt,
    dự thảo, ban hành, lấy ý kiến, tuần sau, cuối tháng, \\d+ ?%
""")
CLAUSES = vn(
    rf"(?:[,;.\n] ?|%,? ?|\b(?:xong|rồi|chưa|còn|và|riêng) )(?:(?:còn|và|riêng|số) )*"
    rf"(?:(?=\d\d)({BARE_LIST})(?= (?!(?:{NO_TASK}|{COUNTED})\b)[^\W\d])(?=(?: \w+){{0,7}}?"
    rf" {TELLING}\b)|({BARE_LIST})(?= (?:(?:em|tôi|mình|phòng|thì) )*{TELLING}\b))"
)
""" "18 xong, 20 lãnh đạo chưa ký": behind a bare number, others in its manner."""

FIGURE_BETWEEN = re.compile(
    r"(?<![\d/.,-])(?P<task>\d{1,3}) (?P<figure>[1-9][05])(?= (?P<following>\d{1,3}) )"
)
SHOWN = vn(
    r"(?:^|,)\W*(?:cho (?:em |tôi )?)?(?:xem|chi tiết|mở) (\d{1,3})\W*(?:$|(?=, ?(?:`ạ|anh|chị)))"
)
RANGE = vn(r"-|đến|tới")
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
    rest = blank(_mark_figures(said), [(start, end) for start, end, _ in found])
    for match in (*BARE.finditer(rest), *SHOWN.finditer(rest), *JUST_DONE.finditer(rest)):
        if not PLACES.search(rest, 0, match.start(match.lastindex or 1)):
            found.append(_place_number(match))
    if found:
        rest = blank(_mark_figures(said), [(start, end) for start, end, _ in found])
        further = (*FOLLOWED.finditer(rest), *REACHED.finditer(rest))
        found += [_place_number(match) for match in further]
        first = min(found)
        if said[first[0]].isdigit():
            rest = blank(said, [(start, end) for start, end, _ in found])
            found += [_place_number(match) for match in CLAUSES.finditer(rest, first[1])]
    return sorted(found)


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
    """Where a name stands; what is said before its colon is none of it."""
    group = next(index for index, listed in enumerate(match.groups(), 1) if listed)
    start = match.start() if group == WITH_WORD else match.start(group)
    return start, match.end(), read_numbers(match[group])


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
