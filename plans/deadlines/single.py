"""What one saying of a deadline means, when nothing else stands beside it.

Each rule takes the words as `words.normalise` leaves them, and the plan's day of issue;
None where the form is not its own. `read.RULES` is the order they are tried in.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from db.enums import DeadlineKind
from plans.deadlines import moments
from plans.deadlines.deadline import CONDITIONAL, ONGOING, UNSPECIFIED, Deadline
from plans.deadlines.filler import strip_filler
from plans.deadlines.points import read_span
from plans.deadlines.recurrence import months_later
from plans.deadlines.recurring import EACH
from tasks.working_days import WorkingDays

PAPER = (
    r"(?:quyet dinh|nghi quyet|chuong trinh|thong bao|ket luan|chi thi|cong van|de an|du an"
    r"|phuong an)"
)
ISSUE = (
    rf"(?:(?:(?:ke hoach|van ban)(?: nay)?|{PAPER} nay) )?(?:duoc |co )?"
    r"(?:ky ban hanh|ban hanh|ky|hieu luc)"
    rf"(?: (?:ke hoach|van ban)(?: nay)?| {PAPER} nay)?"
)
""" "Ngày (Kế hoạch này được) ban hành": the plan's own day."""
FROM_ISSUE = re.compile(rf"\b(?:tu|sau) (?:ngay |khi )?{ISSUE}")
""" "Kể từ ngày ban hành": words that hang on that day."""


PURPOSE = re.compile(
    r"(?<=\d),? (?:de|nham|phuc vu|lam co so|(?:dam|bao) bao) (?!.*\b(?:hang|thuong xuyen)\b)\D+$"
)
""" "Trước ngày 20/11/2025 để tổng hợp": what the day is for."""
LASTING = re.compile(
    r"^(?:trong )?\d{1,2} (?:ngay|buoi|dem|tuan|thang|nam)\b[,:]? ?"
    r"(?=\(.+\)$|tu \S.*?(?:-| den ) ?\d|trong (?:thang|quy|nam) |\d{1,2}, \d)"
)
""" "03 ngày (từ 20/10 đến 22/10/2025)": how long it lasts, beside when."""
BEGUN_AND_ENDED = re.compile(
    r"^(?:bat dau |khoi cong )?(?:tu )?(?P<first>[^,;]+?)(?:[,;]| va) "
    r"(?:ket thuc|hoan thanh|xong)(?: trong| vao)? (?P<last>[^,;]+)$"
)
""" "Bắt đầu tháng 11/2025, kết thúc tháng 3/2026"."""


DAYS = {"ngay": 1, "tuan": 7}
"""Days in one such unit."""
TIME_OF_ITS_OWN = r"(?:tuan|thang|quy|nam|tet|ram|mua|vu|he|ky nghi)\b"
""" "Sau Tết", "sau quý IV": a time, though no day of it is named, and nothing to wait for."""


DAMAGED_DAY = re.compile(
    r"(?:(?:ke )?tu|trong|vong|truoc|cham nhat|\d{1,3})\b"
    r"[^(]*(?:\b(?:den|toi)\b.*\d|\d{1,2} ?[/.|] ?\d|\bnam [\d.])"
)
""" "Từ ngày ký đến 31|12/2025": what would be waited for names a day that was not understood."""


def read_nothing(words: str, issued_on: date) -> Deadline | None:
    """An empty cell or a lone dash: "-"."""
    return UNSPECIFIED if not words else None


def read_ongoing(words: str, issued_on: date) -> Deadline | None:
    """Without end: "Thường xuyên", "Duy trì thường xuyên, liên tục", "Hằng ngày", "Từ năm 2026".

    When it is done with more force ("..., cao điểm tháng 7/2026") it does not end either.
    """
    words = re.sub(r"^sau do ", "", strip_filler(words))
    words = re.sub(r"(?<=[a-z])[,;]? (?:cao diem|trong tam|tap trung)\b.*", "", words)
    steady = rf"(?:(?:thuong xuyen|lien tuc)(?: cap nhat)?|thuong ky|{EACH} ngay|24/24h?)"
    times = (
        rf"{steady}(?:(?:,| va)? (?:{steady}|lau dai|dinh ky|{EACH} (?:ngay|tuan)))*"
        r"(?:,? trong (?!(?:thang|quy|tuan|ngay|vong|thoi (?:gian|han))\b)[a-z ,]+| sau do)?"
    )
    if re.fullmatch(times, strip_filler(words)):
        return ONGOING
    since = re.fullmatch(
        rf"(?:{times},? )?(?:ke )?tu (?P<point>.+?)(?: tro di| {times})?|(?P<on>.+) tro di", words
    )
    span = since and read_span(since["point"] or since["on"])
    return replace(ONGOING, start=span.first) if span else None


def read_count(words: str, issued_on: date) -> Deadline | None:
    """Counted from this plan or from a day: "Trong 10 ngày kể từ ngày ban hành".

    The day that is counted from is not counted itself (Bộ luật Dân sự 2015, điều 147). Working
    days are those of the law; decisions that move some are not known here, so they stay doubtful.
    """
    latest = re.sub(r"^(?:cham|muon) nhat(?: la)? sau ", "trong ", words)
    count = re.fullmatch(
        r"(?:trong )?(?:vong )?(?:thoi (?:gian|han) )?"
        r"(?P<n>\d{1,3}) (?P<unit>ngay lam viec|ngay|tuan|thang|nam)(?:,)? "
        rf"(?:(?:ke )?tu (?:ngay |khi )?|sau (?:ngay|khi) )(?:{ISSUE}|(?P<day>\d\S*))",
        strip_filler(latest),
    )
    begun = read_span(count["day"]) if count and count["day"] else None
    if count is None or (count["day"] and (begun is None or begun.unit != "day")):
        return None
    counted_from, number = begun.first if begun else issued_on, int(count["n"])
    worked = count["unit"] == "ngay lam viec"
    if worked:
        due = WorkingDays({}).after(counted_from, number)
    elif count["unit"] in DAYS:
        due = counted_from + timedelta(days=number * DAYS[count["unit"]])
    else:
        due = months_later(counted_from, number * (12 if count["unit"] == "nam" else 1))
    if not moments.is_sensible(due, issued_on):
        return None
    return Deadline(DeadlineKind.BY, due=due, worked=worked)


def read_by(words: str, issued_on: date) -> Deadline | None:
    """A last day: "Trước ngày 20/12/2025", "Quý IV/2025", "2025 - 2030", "đến hết năm 2025"."""
    words = PURPOSE.sub("", words)
    words = re.sub(r",?(?: va)? (?:tam nhin|dinh huong) (?:den )?(?:nam )?\d{4}$", "", words)
    words = re.sub(r"^\((.*)\)$", r"\1", LASTING.sub("", strip_filler(words)))
    words = strip_filler(words)
    words = re.sub(rf"^(?:ke )?tu (?:ngay |khi )?{ISSUE} (?=den |toi )", "", words)
    words = re.sub(r"^(?:(?:giai doan|nhiem ky) )?\((.*)\)$", r"\1", words)
    words = BEGUN_AND_ENDED.sub(r"tu \g<first> den \g<last>", words)
    if words == "24/7":
        return None  # no day of July
    limit = moments.read_limit(words)
    if limit is None:
        # "Quý IV", "trước ngày 20/12" of a plan of 2025
        ahead = moments.read_limit(words, year=issued_on.year)
        limit = ahead if ahead and ahead.due >= issued_on else None
        limit = limit or moments.read_over_new_year(words, issued_on.year)
    if limit is None or not moments.is_sensible(limit.due, issued_on):
        return None
    return Deadline(DeadlineKind.BY, limit.start, limit.due)


def read_condition(words: str, issued_on: date) -> Deadline | None:
    """Waits for something else: "Sau khi Trung ương ban hành", "Theo lộ trình", "Đột xuất"."""
    condition = re.match(
        r"(?:(?:(?:trong |vong )?(?:vong )?\d{1,3} (?:ngay|tuan|thang)(?: lam viec)?|ngay|chi),? )?"
        r"(?:(?:sau (?:\d{1,3} ngay(?: lam viec)?,? )?(?:ke tu )?|truoc|ke tu|tu)? ?khi"
        r"|(?:dinh ky )?theo|tuy|can cu|phu hop|dot xuat|phat sinh|neu|cho (?:den khi )?"
        r"|ke tu ngay|tu ngay"
        r"|(?:sau|trong|vong)(?: vong)? \d{1,3} (?:ngay|tuan|thang)(?: lam viec)?,? "
        rf"ke tu (?:ngay |khi )?(?!{ISSUE}|ngay|khi)[a-z]+|sau)\b"
        rf"(?! (?:ngay |thang |quy |nam )?\d| (?:ban hanh|ky)$|(?<=\bsau) {TIME_OF_ITS_OWN})",
        strip_filler(words),
    )
    return CONDITIONAL if condition and not DAMAGED_DAY.match(words) else None
