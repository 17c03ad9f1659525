"""The words of a sentence that asks for reports: how often, by which day, to whom, through whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.enums import Every
from plans.agencies.keys import open_abbreviations
from plans.words import fold

UNIT = (
    r"(?:0?[369] thang|12 thang|0?1 nam|ca nam|nua nam|thang|nam"
    r"|quy(?! (?:dinh|che|mo|hoach|trinh|chuan)))"
)
LIST = rf"{UNIT}(?:(?: ?[,;/] ?(?:va )?| va | hoac | - )(?:dinh ky )?(?:hang |moi )?{UNIT})*"
PERIOD = re.compile(
    r"(?:(?:dinh ky|hang|moi|theo|bao cao(?: ket qua| so ket| tong ket)?|cac ky|ky)"
    r"(?: vao| theo| hang| moi| \()? ?|\),? (?:va )?)"
    rf"(?P<units>{LIST})\b(?! \d)"
)
""" "định kỳ hằng tháng, 3 tháng, 6 tháng, 1 năm", "báo cáo quý"; a list of several is one."""
MONTH_OF_QUARTER = re.compile(r"thang cuoi (?:cua )?(?:moi |hang )?(?P<units>quy)\b")
""" "Định kỳ vào ngày 20 của tháng cuối quý": names the period where nothing else does."""
OF_ITS_OWN = re.compile(r"kiem tra|giai doan|phat hien|ngan sach|to chuc danh gia|kinh phi")
"""What else is done every year; between a period and "báo cáo" it takes the period to itself."""
NEAR = 110
"""In letters: a period further from "báo cáo" than this is of something else."""
WHEN_NEEDED = re.compile(
    r"bao cao[^.;]{0,80}(?:dot xuat|khi co yeu cau|theo yeu cau)|dot xuat[^.;]{0,20}bao cao"
    r"|(?:neu|khi) (?:co|phat sinh|gap|xay ra)\b.*(?:bao cao|phan anh)"
    r"|(?:kho khan|vuong mac|vuong mat)(?: neu co| phat sinh).*bao cao"
)
"""A report without a period of its own."""
FROM_TIME_TO_TIME = re.compile(r"dinh ky,? (?:tong hop[^.;]{0,60})?bao cao")
""" "Định kỳ" alone names no period (it is read as ad hoc)."""
DAY = re.compile(
    r"(?P<before>truoc )?ngay (?P<d>\d{1,2})(?:(?:/| thang )(?P<m>\d{1,2}))?(?![/\d]|\.\d)"
)
UNNAMED = re.compile(r"(?:(?<=\btruoc )|(?<=\d va )|(?<=\d, ))(?=\d{1,2}/\d{1,2}(?![/\d]))")
""" "Trước 15/6 và 15/12": the word "ngày" is left out."""
LISTED = re.compile(r",? (?:va )?(?:cham nhat )?|; ?")
"""What stands between two days that are of one list: "trước ngày 15/6 và ngày 15/12"."""
JOINS = re.compile(r" (?:cua |vao )?")
"""What may stand between a day and the period it is of: "ngày 20 hằng tháng"."""
MEETING = re.compile(
    r"(?:va )?(?:to chuc )?hop (?:giao ban|danh gia|ra soat|kiem diem)[^.;,]{0,60}?"
    r"\bngay (?P<day>\d{1,2})(?![/\d]|\.\d| thang \d)(?: (?:hang|moi|cua) (?:thang|quy))?"
)
"""The committee's own meeting over the reports: "tổ chức họp đánh giá ... vào ngày 23 hằng tháng";
one day of one year is no regime."""

HEADS = (
    r"(?:Ủy ban nhân dân|UBND|Ban Chỉ đạo|Ban Thường vụ|Thường trực|Văn phòng|Phòng|phòng|Sở|sở"
    r"|Công an|Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Hội đồng nhân dân|HĐND|Chủ tịch"
    r"|Cơ quan thường trực|Cơ quan Thường trực"
    r"|Tổ giúp việc|Tổ Giúp việc|Tổ công tác|Tổ Công tác|Bộ|Ủy ban)"
)
NAME = rf"{HEADS}\b[^.;:()]*?"
END = (
    r"(?=,? (?:xem xét|để|theo|về (?:kết quả|tình hình|tiến độ|việc|những)|kết quả|tình hình|trước"
    r"|chậm nhất|vào|bằng|khi|định kỳ|hằng|hàng|trong|và (?:tổ chức|cập nhật|gửi|Thường trực)"
    r"|đồng thời|tổng hợp|tham mưu|chỉ đạo|cho ý kiến|kịp thời|qua|thông qua)\b| ?[,.;()/]|$)"
)
TO = re.compile(
    rf"(?:gửi(?: báo cáo)?(?: kết quả)?|báo cáo\b[^.;:()]{{0,90}}?)(?: về| cho| đến| tới| lên)? "
    rf"(?<!qua )(?P<name>{NAME}){END}"
)
COLLATED = re.compile(rf"(?:để|,) tổng hợp,?(?: chung,?)? (?:và )?báo cáo (?P<name>{NAME}){END}")
VIA = re.compile(rf"\(?(?:thông )?qua (?P<name>{NAME}){END}")


@dataclass(frozen=True, slots=True)
class DueDay:
    """The day a report is due, as printed; `before` says that the day itself is too late."""

    day: int | None = None
    month: int | None = None
    before: bool = False


def read_periods(sentence: str) -> dict[Every, DueDay]:
    """How often the sentence wants a report, each with its day.

    >>> read_periods("Các đơn vị báo cáo hằng quý trước ngày 25 của tháng cuối quý.")
    {<Every.QUARTERLY: 'quarterly'>: DueDay(day=25, month=None, before=True)}
    """
    words = UNNAMED.sub("ngay ", MEETING.sub("", fold(sentence)))
    named = _periods_of_reports(PERIOD, words) or _periods_of_reports(MONTH_OF_QUARTER, words)
    days = list(DAY.finditer(words))
    periods: dict[Every, DueDay] = {}
    for found, due in zip(named, _days_of(named, days, words), strict=True):
        for every in _units(found["units"]):
            if periods.get(every, DueDay()) == DueDay():
                periods[every] = due if _may_fall_on(every, due) else DueDay()
    return _with_all_days(periods, _listed(days, words))


def _listed(days: Sequence[re.Match[str]], words: str) -> list[DueDay]:
    """The days that are named with their months in one list; the first's "trước" is of all."""
    listed = [day for day in days if day["m"]]
    between = (words[one.end() : following.start()] for one, following in pairwise(listed))
    if not all(LISTED.fullmatch(part) for part in between):
        return []
    return [DueDay(int(day["d"]), int(day["m"]), bool(listed[0]["before"])) for day in listed]


def _with_all_days(periods: dict[Every, DueDay], days: Sequence[DueDay]) -> dict[Every, DueDay]:
    """The periods of what is due on several days of a year: "trước ngày 15/6 và 15/12 hằng năm"
    is a report every half-year, not the one of June alone."""
    if len(days) < 2 or not periods or not {*periods} <= {Every.HALF_YEARLY, Every.YEARLY}:
        return periods
    months = [day.month or 0 for day in days]
    steps = {later - sooner for sooner, later in pairwise(months)}
    if steps == {3} and len(days) == 4:
        return {Every.QUARTERLY: DueDay(days[0].day, None, days[0].before)}
    if len(days) > 2:
        return periods
    same = steps == {6} and days[0].day == days[1].day and len(periods) == 1
    return {Every.HALF_YEARLY: days[0]} | ({} if same else {Every.YEARLY: days[1]})


def _days_of(
    named: Sequence[re.Match[str]], days: Sequence[re.Match[str]], words: str
) -> list[DueDay]:
    """The day of each period: the one right before it ("ngày 20 hằng tháng"), else the first that
    follows it before the next period, else the one of the next in the same list."""
    starts = [found.start() for found in named]
    right_before = {
        number: day
        for number, found in enumerate(named)
        for day in days
        if day.end() <= found.start() and JOINS.fullmatch(words[day.end() : found.start()])
    }
    taken = [day.start() for day in right_before.values()]
    due: list[DueDay] = []
    for number, (found, after) in enumerate(zip(named, [*starts, len(words)][1:], strict=True)):
        own = [
            day for day in days if found.start() <= day.start() < after and day.start() not in taken
        ]
        before = [day for day in days if day.start() < found.start()]
        chosen = right_before.get(number) or next(iter(own), None)
        if chosen is None and before and len(named) == 1:
            chosen = before[-1]
        due.append(_due_day(chosen) if chosen else DueDay())
    for number in range(len(named) - 2, -1, -1):
        between = words[named[number].end() : named[number + 1].start()]
        if due[number] == DueDay() and re.fullmatch(r" ?(?:,|va|hoac)? ?(?:bao cao )?", between):
            due[number] = due[number + 1]
    return due


def _may_fall_on(every: Every, due: DueDay) -> bool:
    """Whether a report may be due so: a month is named for what comes twice a year at most."""
    return due.month is None or every in (Every.HALF_YEARLY, Every.YEARLY)


def read_review_day(sentence: str) -> int | None:
    """The day of the month on which the reports are gone through in a meeting.

    >>> read_review_day("Họp giao ban ngày 23 hằng tháng.")
    23
    """
    found = MEETING.search(fold(sentence))
    if found is None or not 1 <= int(found["day"]) <= 31:
        return None
    return int(found["day"])


def is_when_needed(sentence: str) -> bool:
    words = fold(sentence)
    found = WHEN_NEEDED.search(words)
    if found is None and not read_periods(sentence):
        found = FROM_TIME_TO_TIME.search(words)
    return found is not None and not OF_ITS_OWN.search(found.group())


def read_receivers(sentence: str) -> tuple[str | None, str | None]:
    """Who receives the report, and who collates it before; None where the sentence says neither.

    >>> read_receivers("Các sở báo cáo về Sở Tài chính để tổng hợp báo cáo UBND tỉnh vào ngày 18.")
    ('Ủy ban nhân dân tỉnh', 'Sở Tài chính')
    """
    to, via, collated = TO.search(sentence), VIA.search(sentence), COLLATED.search(sentence)
    first = _name(to)
    if collated is not None and via is None and to is not None and to.start() < collated.start():
        return _name(collated), first
    if via is not None:
        return first or _name(collated), _name(via)
    again = first and re.search(rf"{re.escape(first)},? tổng hợp", sentence)
    return first, first if again else None


def _periods_of_reports(pattern: re.Pattern[str], words: str) -> list[re.Match[str]]:
    return [found for found in pattern.finditer(words) if _is_of_report(words, found)]


def _is_of_report(words: str, period: re.Match[str]) -> bool:
    """Whether the period belongs to a report: "báo cáo" stands near it, and nothing else that is
    done every so often between them."""
    before, after = words[: period.start()], words[period.end() :]
    if before.endswith(("ke hoach ", "chuong trinh ", "nhiem vu ", "du toan ")):
        return False
    left = re.search(r"bao cao(?P<between>[^.;]*)$", before[-NEAR:])
    right = re.match(r"(?P<between>[^.;]*?)bao cao", after[:NEAR])
    if period.group().startswith("bao cao"):
        return not re.match(r" (?:hoat|chuc)", after)
    return any(side and not OF_ITS_OWN.search(side["between"]) for side in (left, right))


def _units(named: str) -> Iterator[Every]:
    for unit in re.findall(UNIT, named):
        number = re.match(r"0?(\d+) thang", unit)
        if number is not None:
            every = {"3": Every.QUARTERLY, "6": Every.HALF_YEARLY, "12": Every.YEARLY}
            if number[1] in every:
                yield every[number[1]]
        elif unit == "nua nam":
            yield Every.HALF_YEARLY
        elif unit == "quy":
            yield Every.QUARTERLY
        else:
            yield Every.MONTHLY if unit == "thang" else Every.YEARLY


def _due_day(day: re.Match[str]) -> DueDay:
    return DueDay(int(day["d"]), int(day["m"]) if day["m"] else None, bool(day["before"]))


def _name(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    name = open_abbreviations(found["name"].strip(" ,"))
    return name[:1].upper() + name[1:]
