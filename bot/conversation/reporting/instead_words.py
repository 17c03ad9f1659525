"""How a report came and who brought it, taken out of the words of the report itself. Pure."""

import re

from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.listening.said import listen
from bot.conversation.replies.hearing.evidence import find_documents
from db.enums import Came
from plans.words import clean

WAYS = (
    (
        Came.PHONE,
        r"dien thoai|\bdt\b|goi dien|\bgoi\b|(?:nhan )?zalo|nhan tin|tin nhan|"
        r"\bdien (?:sang|len|ve|den|cho)\b|(?<=vua )dien\b|(?<=moi )dien\b",
    ),
    (Came.MEETING, r"cuoc hop|hop giao ban|giao ban|hoi nghi|\bhop\b"),
    (
        Came.DOCUMENT,
        r"(?:van ban|cong van|bao cao so|\bcv\b|email|thu dien tu)"
        r"(?:(?: so)? \d+(?:/[\w-]+|(?= ngay| bao| thong bao| noi| ve))(?:,? ngay \d[\d/.-]*)?)?",
        # "số 88/KT", "công văn 112 báo cáo"
    ),
)
SAYS = r"(?:(?:vua|da|co|theo|do|nghe|la)\b\s*)*(?:bao cao|bao|thong bao|noi|gui|cho biet|phan anh)"
JUST = r"(?:(?:vua|da|moi)\b\s*)+"
THROUGH = r"(?:\s*\b(?:(?<!hom )qua|tai|trong|bang|theo|o)\b)*"
EARLIER = re.compile(r"(?:hom (?:qua|nay|kia)|(?:sang|trua|chieu|toi) (?:nay|qua)|vua roi)[\s,]*")
""" "Hôm qua họp giao ban Công an báo việc 31 xong": when, before how."""
TASK = r"(?:viec|nhiem vu|so|#|dau viec)"
NAME = r"(?!(?:chua|khong|chang|neu|khi|hoi|se|dinh|muon|sap|nho|bao|yeu|nhac|cho)\b)[a-z]+"
TITLE = r"(?:anh|chi|ong|ba|em|co|chu|bac|dong chi|d/c)\b"
WHO = rf"(?:\b{TITLE}(?: {NAME}){{1,3}}?\s+)?"
""" "Việc 70 xong, anh Kiên báo qua điện thoại": who it was, before how."""
REPORTER = re.compile(
    rf"^(?:{TITLE}(?: {NAME}){{1,4}}?[\s_,]*?|[\s_]*_)"
    rf" ?(?:{SAYS}|{JUST})(?: (?:rang|la|ve))?[\s:,]+(?={TASK}[\s#]*\d)"
)
""" "Anh Hưng Phòng Kinh tế nói việc 30 xong": who said it, before the task."""
SAYING = re.compile(
    rf"^(?:(?:cho|voi|sang|den) (?:toi|em|minh|anh|chi|van phong|thuong truc)\s+)?"
    rf"(?:(?:{SAYS})(?: (?:rang|la|ve))*|rang|la)[\s:,]+(?={TASK}?[\s#]*\d)"
)
""" "Anh An gọi điện bảo việc 31 xong": what is left where "gọi điện" is taken out."""


LEFT = re.compile(r"^th[ìi] ", re.IGNORECASE)
""" "Theo công văn 125 thì việc 38 xong": what is left where the document is taken out."""
AS_SAID = re.compile(
    rf"(?:^|(?<= )){TASK}[\s#]*\d{{1,5}}(?P<as> (?:la|rang))(?= (?:da |dang |moi |con )*[a-z])"
)
""" "Việc 49 … là xong": how it goes on where who said so is taken out."""


def read_way(text: str, names: Directory) -> tuple[str, Came | None]:
    """A report without the words on how it came, and what these say.

    >>> read_way("#12 xong (báo qua điện thoại)", Directory(()))
    ('#12 xong', <Came.PHONE: 'phone'>)
    """
    typed, way = _without_way(text, names)
    for begins in (REPORTER, SAYING) if way else (REPORTER,):
        if said := begins.match(names.blank(typed)):
            typed = typed[said.end() :]
    if typed != clean(text) and (said := AS_SAID.search(flatten(typed))):
        typed = typed[: said.start("as")] + typed[said.end("as") :]
    return typed, way


def document_of(text: str) -> str | None:
    """The numbered document that a report came by, as it was typed.

    >>> document_of("theo cv 125/BC-CA ngày 15/12 thì việc 38 đã hoàn thành")
    'cv 125/BC-CA ngày 15/12'
    """
    said = listen(text)
    found = [said.as_typed(start, end) for start, end, _ in find_documents(said.words)]
    return next((one for one in found if re.search(r"\d[/-]", one)), None)


def _without_way(text: str, names: Directory) -> tuple[str, Came | None]:
    typed = clean(text)
    flat = names.blank(typed)
    for way, pattern in WAYS:
        for found in re.finditer(
            rf"([,;(\s]*{WHO}(?:_+\s*)?(?:{SAYS}|{JUST})?{THROUGH}\s*)\b(?:{pattern})(?:\s*_+)?"
            rf"(?:\s+(?:{SAYS})(?: (?:roi|len|sang|den|a))*(?=\W*$))?\s*\)?",
            flat,
        ):
            begins = found.start() == 0 or EARLIER.fullmatch(flat, 0, found.start()) is not None
            if begins or re.search(r"[a-z_(]", found[1]):
                rest = clean(f"{typed[: found.start()]} {typed[found.end() :]}")
                return LEFT.sub("", rest.lstrip(" :,;.-")), way
    said = re.search(rf"[,;(\s]*_+\s*(?:{SAYS})\b\s*\)?[:,\s]*|\(\s*_+\s*\)", flat)
    if said:
        return clean(f"{typed[: said.start()]} {typed[said.end() :]}"), None
    return typed, None
