"""The layout of a message: a list's numbers, a table's cells, a signature, a slip."""

from bot.conversation.listening.letters import vn, words

TASK = r"(?:(?:việc|nhiệm vụ|công việc|đầu việc)(?: số)?|#) ?\d"
LISTED = vn(
    rf"(?:(?:^|(?<=\n)) ?\(?(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-z]|đ|[ivx]{{1,4}}) ?(?:[.)/:-]|\| ?)+"
    r"|(?:^|(?<=\s)(?<!, )(?<!và )(?<!vụ )(?<!việc )(?<!số )(?<!& ))\(?(?:\d{1,2}[.)]|[a-h]\)|đ\)))"
    rf"(?= ?(?:(?:đã|đang|sẽ|tiếp tục|cơ bản) )*"
    rf"(?:(?:hoàn thành|hoàn tất|thực hiện|triển khai) )?(?:các )?{TASK})"
)
SECTION = vn(
    r"(?:^|(?<=\s)(?<!, )(?<!và )(?<!& ))\(?\d{1,2} ?[.)/]"
    r"(?= ?(?:các |những )?(?:(?:nhiệm vụ|việc|công việc) )?"
    r"(?:đã|đang|chưa|mới|vẫn|cơ bản|hoàn thành|hoàn tất|xong)\b[^:;\n\d]{0,40}"
    r"(?:: ?|\()(?:các |số |nhiệm vụ |việc |# ?)*\d)"
)
""" "1. Đã hoàn thành: 36, 41. 2. Đang làm: 42" on one line: two are sections, one may be a task."""
LABEL = vn(
    r"(?:^|(?<=\n)|(?<=[.;:,] )) ?\(?(?:\d{1,2}|[ivx]{1,4}|[a-d]) ?[.)/] ?"
    r"(?=(?:(?:về|những|các|một số) )*(?:kết quả|tình hình|tiến độ|ưu điểm|khó khăn|vướng mắc"
    r"|tồn tại|hạn chế|nguyên nhân|đề xuất|kiến nghị|phương hướng)[^:;.\n\d]{0,40}:)"
)
""" "I. Kết quả: ... II. Khó khăn: ..." on one line."""
PARTS = vn(
    rf"(?:^|(?<=[\s.;])){TASK}\d{{0,2}}(?: ?: ?|\b[^\n\d:;,]{{0,80}}:? ?\n ?)"
    r"(?=1 ?[.)/] ?[^\W\d])"
)
NUMBER = vn(r"(?:^|(?<=[\s:]))(?<!việc )(?<!vụ )(?<!số )\d{1,2} ?[.)/](?= ?[^\W\d])")
""" "Nhiệm vụ 5: 1. Đã ban hành. 2. Đang tập huấn": parts of one task."""
ITEM = vn(rf"(?:^|(?<=[\s;]))\(?(\d{{1,2}}) ?[.)/](?= (?:{TASK}|\d{{1,3}} (?!%)[^\W_]))")
""" "1) 5 xong 2) 6 60% 3) 7 chưa làm": a list's numbers, if they count from one, before tasks'."""
LINE = vn(rf"(?:^|(?<=\n)|(?<=[:;] )(?=\()) ?\(?(\d{{1,2}}) ?[.)/](?= ?[^\W\d][^\n]*\b{TASK})")
""" "1. Giao Phòng Kinh tế hoàn thành nhiệm vụ 17: ..." as lines of a list, or "(1) ...; (2)"."""

FIRST = vn(r"\bthứ nhất ?[,:]")
ORDERLY = vn(r"(?:^|(?<=[.;:\n])) ?thứ (?:nhất|hai|ba|tư|năm)(?= ?[,:])")
""" "Thứ nhất, ... Thứ hai, ..." counts, and names no Monday."""

ROW = vn(r"(?:^|(?<=\n)) ?(\d{1,3}) \|(?= ?[^\W\d])")
NUMBERED = vn(r"(?:^|\n)\W*(?:#|(?:số|mã) (?:nhiệm vụ|việc)|(?:nhiệm vụ|việc) số) ?\|")
""" "12 | Tập huấn | xong": a table's first cells are tasks where its head says so, or where they
do not count from one."""

SIGNER = words("""
    trưởng phòng, trưởng ban, trưởng công an, trưởng trạm, chủ tịch, chánh văn phòng, giám đốc,
    hiệu trưởng, bí thư, chỉ huy trưởng, người báo cáo, người lập, thủ trưởng, cán bộ
""")
SIGNED = vn(
    r"\n\W*nơi nhận ?:[\s\S]*\Z"
    rf"|\n[^\w\n]*(?:(?:t ?/? ?m|k ?/? ?t|q)\W[^\n\d]{{0,40}}\n)?[^\w\n]*(?:phó )?{SIGNER}"
    r"(?: (?:đơn vị|cơ quan|hội|ubnd|xã|đầu mối))*(?: ?\n[^\d\n]{0,40}){0,4}\Z"
)
""" "Nơi nhận: ..." and "TRƯỞNG PHÒNG" above a name close a paper, and say nothing."""
SLIP_FIRST = vn(
    r"^\W*(?:(?:à|ấy|ơ|ủa|ối|chết|dạ|alo|ơi|em|anh|chị|xin lỗi|thôi|báo|ghi|gửi|bấm)[ ,]+)*nhầm"
    r"(?: (?:rồi|ạ|nhé))*( )"
    r"(?=(?:việc |nhiệm vụ |số |# ?)*\d{1,3}(?! ?%)"
    r" (?:mới|chưa|đang|được|đạt|vẫn|còn|(?:là )?\d{1,3} ?(?:%|phần trăm)))"
)
""" "à nhầm 18 mới 80%": what is right follows the slip without a mark."""


def part_list(words: str) -> str:
    """The words with a mark in place of each number of a list, so that its items stay apart.

    >>> part_list("1. việc 18 xong 2. việc 20 đang làm")
    ' ; việc 18 xong  ; việc 20 đang làm'
    """
    if parts := PARTS.search(words):
        inside = NUMBER.sub(lambda found: ";".rjust(len(found[0])), words[parts.end() :])
        words = words[: parts.end()] + inside
    if len(list(SECTION.finditer(words))) > 1:
        words = SECTION.sub(lambda found: ";".rjust(len(found[0])), words)
    if FIRST.search(words):
        words = ORDERLY.sub(lambda found: ";".rjust(len(found[0])), words)
    rows = [int(row[1]) for row in ROW.finditer(words)]
    if len(rows) > 1 and (NUMBERED.search(words) or rows != list(range(1, len(rows) + 1))):
        words = ROW.sub(lambda found: f"#{found[1]}".ljust(len(found[0])), words)
    for listed in (ITEM, LINE):
        items = [int(item[1]) for item in listed.finditer(words)]
        if len(items) > 1 and items == list(range(1, len(items) + 1)):
            words = listed.sub(lambda found: ";".rjust(len(found[0])), words)
    words = LABEL.sub(lambda found: ";".rjust(len(found[0])), words)
    return LISTED.sub(lambda found: ";".rjust(len(found[0])), words)


def part_signature(words: str) -> str:
    """The words without the lines that close a paper: who gets it, who signs.

    >>> part_signature("việc 5 xong \\n trưởng phòng \\n lan").rstrip()
    'việc 5 xong'
    """
    return SIGNED.sub(lambda found: " " * len(found[0]), words)


def part_slip(words: str) -> str:
    """The words with a comma behind a slip that opens them, so that both are read.

    >>> part_slip("à nhầm 18 mới 80%")
    'à nhầm,18 mới 80%'
    """
    found = SLIP_FIRST.match(words)
    if found is None:
        return words
    return f"{words[: found.start(1)]},{words[found.end(1) :]}"
