"""Marks that part what was typed without them: behind a list's numbers, behind a slip."""

from bot.conversation.listening.letters import vn

LISTED = vn(
    r"(?:^|(?<=\s))(\d{1,2}[.)])(?= ?(?:(?:việc|nhiệm vụ|công việc|đầu việc)(?: số)?|#) ?\d)"
)
SLIP_FIRST = vn(
    r"^\W*(?:(?:à|ấy|ơ|ủa|ối|chết|dạ|alo|ơi|em|anh|chị|xin lỗi|thôi|báo|ghi|gửi|bấm)[ ,]+)*nhầm"
    r"(?: (?:rồi|ạ|nhé))*( )"
    r"(?=(?:việc |nhiệm vụ |số |# ?)*\d{1,3}(?! ?%)"
    r" (?:mới|chưa|đang|được|đạt|vẫn|còn|\d{1,3} ?(?:%|phần trăm)))"
)
""" "à nhầm 18 mới 80%": what is right follows the slip without a mark."""


def part_list(words: str) -> str:
    """The words with a mark in place of each number of a list, so that its items stay apart.

    >>> part_list("1. việc 18 xong 2. việc 20 đang làm")
    ' ; việc 18 xong  ; việc 20 đang làm'
    """
    return LISTED.sub(lambda found: ";".rjust(len(found[0])), words)


def part_slip(words: str) -> str:
    """The words with a comma behind a slip that opens them, so that both are read.

    >>> part_slip("à nhầm 18 mới 80%")
    'à nhầm,18 mới 80%'
    """
    found = SLIP_FIRST.match(words)
    if found is None:
        return words
    return f"{words[: found.start(1)]},{words[found.end(1) :]}"
