"""The time that a sound sentence closes with: "..., hoàn thành trước ngày 30/9/2025"."""

import re
from datetime import date

from db.enums import DeadlineKind
from plans.deadlines.read import read_deadline

BEGINS = re.compile(
    r"[,;.(] ?(?P<marked>(?:hoàn thành|xong|thực hiện|(?:thời )?hạn(?! chế)|thời gian|trước|trong"
    r"|chậm nhất|thường xuyên|tháng|quý|năm|h[ằà]ng|đến|định kỳ|từ|giai đoạn"
    r"|20\d\d(?= ?[-–] ?20))\b)"
    r"|(?<= )(?P<bare>(?:hoàn thành |xong )?"
    r"(?:trước (?:ngày|tháng|\d)|chậm nhất|trong (?:tháng|quý|tuần) \w|từ ngày \d\S+ đến"
    r"|vào ngày \d))",
    re.IGNORECASE,
)
"""How a time begins: behind a mark, or with words that no task goes on with."""
ONLY_TIMES = re.compile(
    r"(?:hoàn thành |xong |thực hiện )?(?:trong (?:tháng|quý) \S+\d{4}$|trong tuần"
    r"|vào ngày \d{1,2}/\d{1,2}(?:/\d{4})?$"
    r"|trước(?! (?:mắt|hết|đây|đó|khi|tiên|mặt))|chậm nhất"
    r"|thời (?:gian|hạn)(?! (?:qua|tới|vừa)))\b",
    re.IGNORECASE,
)
"""How words begin that can only be a time, whether or not it can be read."""
OPENS = re.compile(
    r"(?P<until>(?:Trước|Trong|Chậm nhất|Đến hết|Định kỳ|H[ằà]ng|Quý|Tháng)\b[^,;.]{2,40}),"
    r" (?P<rest>.+)|(?P<always>Thường xuyên)(?:, (?P<after>.+)| .+)",
    re.DOTALL,
)
"""How a sentence begins with its time: "Trước ngày 30/4/2026, rà soát ..."."""
PURPOSE = re.compile(r",? để (?:tổng hợp|báo cáo|theo dõi|trình|xem xét)\b[^.;]*$")
"""What a day is asked for, which follows it: "... trước ngày 30/11 để tổng hợp"."""
EACH_YEAR = re.compile(r"(?:định kỳ )?h[ằà]ng năm\b", re.IGNORECASE)
"""How work begins that comes again each year by the day it names later."""
LONGEST = 70
"""In letters."""
READABLE = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING)


def part_until(content: str, counted_from: date) -> tuple[str, str | None]:
    """What is to be done, and the deadline that the sentence closes with, if it has one.

    A time that cannot be read is taken out as well, and waits for a person: the day within
    "xong trước khai giảng (ngày 05/9/2025)" is none to finish on.

    >>> part_until("Rà soát hộ nghèo, hoàn thành trước ngày 30/9/2025", date(2025, 1, 1))
    ('Rà soát hộ nghèo', 'hoàn thành trước ngày 30/9/2025')
    >>> part_until("Tổ chức hội nghị vào ngày 31/11/2025", date(2025, 1, 1))
    ('Tổ chức hội nghị', 'vào ngày 31/11/2025')
    """
    if purpose := PURPOSE.search(content):
        done, until = part_until(content[: purpose.start()], counted_from)
        return f"{done}{purpose[0]}", until
    unread = len(content)
    for begun in BEGINS.finditer(content):
        start = begun.start("marked" if begun["marked"] else "bare")
        until = content[start:].strip(" .;:()")
        within = start > unread and not re.search(r"[,;]", content[unread:start])
        if within or ";" in until or len(until) > LONGEST:
            continue
        if read_deadline(until, issued_on=counted_from).kind in READABLE:
            yearly = EACH_YEAR.match(content) and not re.search(r"\d{4}|\bh[ằà]ng\b", until)
            said = f"{until} hằng năm" if yearly else until
            return content[: begun.start()].rstrip(" ,;.("), _bare(said)
        if unread == len(content) and ONLY_TIMES.match(until):
            unread = start
    if unread == len(content):
        return part_opening(content, counted_from)
    return content[:unread].rstrip(" ,;.("), _bare(content[unread:].strip(" .;:"))


def part_opening(content: str, counted_from: date) -> tuple[str, str | None]:
    """The same of a sentence that begins with its time; "thường xuyên" stays among its words."""
    found = OPENS.fullmatch(content)
    until = (found["until"] or found["always"]) if found else None
    if not found or not until:
        return content, None
    if read_deadline(until, issued_on=counted_from).kind not in READABLE:
        return content, None
    return found["rest"] or found["after"] or content, until


def _bare(until: str) -> str:
    """The time without its label: "Thời hạn hoàn thành: 30/9/2025"."""
    return re.sub(r"^[Tt]hời (?:gian|hạn)[^:]{0,20}: ?", "", until)
