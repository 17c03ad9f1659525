"""Whether words ask anything of the committee's tasks, by their form and what they name; pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.listening.said import listen
from bot.conversation.questions.inquiry_words import DAYS, DUE_WITHIN, OF_DAYS, PATTERNS, About
from bot.conversation.questions.scopes import LATE_OVER, PLAN, Scope
from bot.conversation.replies import Ask
from bot.conversation.replies.hearing.questions import has_question_word, is_question

BEGINS = re.compile(
    r"^(?:dong chi |em |anh |chi |bot )?(?:(?:cho|xin|nho|de nghi|hay|gui|dua|cung cap) )?"
    r"(?:toi |anh |chi |em )?"
    r"(?:(?:muon|can|xem|biet|hoi|bao cao|liet ke|thong ke|kiem tra|xin) )*"
    r"(?:tinh hinh|tien do|tong hop|tom tat|(?<=xem )bao cao (?:cua|chung|tong)|danh sach|lich|han|"
    r"(?<=toi )bao cao\b(?! (?:viec|nhiem vu|la)\b)|"
    r"(?<=gui )bao cao (?=.*\bcho (?:toi|minh)\b)|"
    r"ket qua|so lieu(?! (?:dat|duoc|la|\d))|liet ke|thong ke|so (?:viec|nhiem vu) (?!\d)|"
    r"\d+ (?:viec|nhiem vu)(?= (?:gan|sap|qua|tre|cham|moi|lau))|"
    r"(?:viec|nhiem vu)(?= bi tra\b)|tong so|"
    r"(?:viec|nhiem vu)(?= (?:\w+ ){0,3}(?:cham|tre|lau|gap|han|xa) nhat\b(?!.*\b(?:da|roi)\b))|"
    r"(?:viec|nhiem vu)(?= (?:tu|duoi|tren|hon) \d+ ?(?:%|phan tram))|"
    r"cac viec|viec cua|nhiem vu cua|cac nhiem vu|nhung viec|"
    r"nhung nhiem vu|viec gi|viec nao|nhiem vu nao|(?<=xem )ke hoach$)\b"
)
FILLER = re.compile(
    r"\b(?:dang|co|cac|nhung|viec|nhiem vu|nao|gi|the nao|ra sao|cua|bi|ve|thi|la|den|dau|roi|"
    r"hien nay|hien tai|nay|ke|hoach|trong|con|a|nhe|vay|so|xa|bao nhieu|may|ai|don vi|co quan)\b"
)
COUNTED = re.compile(
    r"\bbao nhieu\b|\bmay (?:viec|nhiem vu)\b|\bt[iy] le\b|\bphan tram\b|\btong so\b"
)
""" "Phòng Kinh tế xong mấy việc": figures are asked for, no list."""
COUNTS_OTHERS = re.compile(
    r"\b(?:bao nhieu|may) (?:nhom|nguoi|can bo|dong chi|co quan|don vi|phong|ban|nganh|ngay|lan"
    r"|van ban|kenh|to)\b"
)
""" "Có bao nhiêu nhóm nhiệm vụ": no figures of tasks tell."""
RATE = re.compile(
    r"(?!.*\d).*\b(?:bao nhieu|may) (?:phan tram|%)|"
    r"(?:(?:cho|toi|em|xin|xem|biet|hoi|gui|bao cao) )*(?:ty le|ti le|phan tram|so lieu)\b(?!.*\d)"
)
""" "Tỷ lệ hoàn thành của phòng em": a figure that is asked for, where none is given; flattened."""
REGIME = re.compile(
    r"(?:(?:cho|toi|em|xin|xem|hoi|ve) )*(?:che do|quy dinh)(?: \w+){0,2} bao cao\b"
)
""" "Chế độ báo cáo của kế hoạch" asks without a word that does; over flattened text."""
COMPARES = re.compile(r"(?:tuan|thang|quy|nam|hom nay|so sanh|so voi|tinh hinh|ket qua)\b")
""" "Tuần này so với tuần trước" asks without a word that does."""

NAMED = re.compile(
    r"(?:(?:xem|cac|nhung|danh sach) )*(?:y kien )?chi dao(?: cua (?:toi|minh))?\W*$"
    r"|(?:chua|khong) (?:the )?nhac duoc(?: (?:ai|nhung ai|phong nao|don vi nao))?\W*$"
)
""" "Các chỉ đạo của tôi": a list by its name; over flattened text."""


OF_ITSELF = (
    *(About.OVERDUE, About.BLOCKED, About.SILENT, About.UNASSIGNED, About.NOT_STARTED),
    *(About.NO_DAY, About.AWAITING),
)
"""What is asked for by its name alone."""


@dataclass(frozen=True)
class Words:
    """What may be a question: as typed, flattened, and flattened without agencies' names (`bare`).

    `about` is what its words ask for, `ask` what it asks for as a reply.
    """

    text: str
    flat: str
    bare: str
    about: About | None
    scope: Scope
    ask: Ask | None
    reports: bool = True
    """Whether the asker has tasks to report on, so that words may tell instead of asking."""


def asks(words: Words) -> bool:
    """Whether anything is asked."""
    return any(form(words) for form in FORMS)


def asks_rate(flat: str) -> bool:
    """Whether flattened words ask how far the work is as a whole: "tỷ lệ hoàn thành"."""
    return RATE.match(flat) is not None


def _names_days(flat: str) -> bool:
    """Whether days alone say which tasks are asked for."""
    return (DUE_WITHIN.fullmatch(flat) or OF_DAYS.fullmatch(flat)) is not None


def _says_no_more(words: Words) -> bool:
    """Nothing stands beside a name and what is asked of it: "Phòng Kinh tế chậm"; of who reports
    nothing, beside what is asked alone: "vướng mắc", "quá hạn trên 30 ngày"."""
    scope = words.scope
    named = scope.agency_ids or scope.plan_ids or scope.plan_words
    if not named and (words.reports or words.about not in OF_ITSELF):
        return False
    rest = LATE_OVER.sub(" ", PLAN.sub(" ", words.bare))
    for _, pattern in PATTERNS:
        rest = pattern.sub(" ", rest)
    return not re.search(r"[a-z0-9]", FILLER.sub(" ", rest))


FORMS: tuple[Callable[[Words], bool], ...] = (
    lambda words: is_question(listen(words.text).words),  # "Phòng Kinh tế chậm việc gì?"
    # "mấy việc phải xong, đã xong được mấy", of who reports nothing
    lambda words: not words.reports and has_question_word(listen(words.text).words),
    # "quý II và III", of the same
    lambda words: (
        not words.reports and words.scope.period is not None and bool(DAYS.fullmatch(words.flat))
    ),
    lambda words: BEGINS.match(words.flat) is not None,  # "cho xem tình hình Phòng Kinh tế"
    # "tổng hợp xem bao nhiêu việc xong"
    lambda words: words.ask == "summary" and COUNTED.search(words.flat) is not None,
    # "đến hạn tuần này"
    lambda words: words.scope.period is not None and _names_days(words.flat),
    lambda words: "bieu do" in words.flat,
    lambda words: words.about in (About.FILE, About.RANKED, About.PLAN_FILE),
    lambda words: words.scope.subject is not None,  # "mảng đất đai đến đâu"
    lambda words: asks_rate(words.flat),  # "tỷ lệ hoàn thành của phòng em"
    lambda words: words.about is About.REPORT_DAYS and REGIME.match(words.flat) is not None,
    # "chỉ đạo của tôi đã trả lời chưa"
    lambda words: words.about is About.UNANSWERED and words.flat.rstrip(" ?.").endswith("chua"),
    # "các chỉ đạo của tôi", "chưa nhắc được ai"
    lambda words: (
        words.about in (About.UNANSWERED, About.UNMANNED) and bool(NAMED.match(words.flat))
    ),
    # "tuần này so với tuần trước"
    lambda words: words.about is About.COMPARED and COMPARES.match(words.flat) is not None,
    lambda words: _says_no_more(words),  # "Phòng Kinh tế chậm"
)
"""How words ask; one of them is enough."""
