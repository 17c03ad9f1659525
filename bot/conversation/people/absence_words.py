"""Being away, in words: that somebody is, on which days, and that they are back. Pure."""

import re
from datetime import date, timedelta

from bot.conversation.dates.days import find_days
from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.lengths import Length, find_length, find_working_days
from bot.conversation.dates.period_words import DASH
from bot.conversation.dates.periods import read_span
from bot.conversation.listening.letters import vn
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import blank, listen
from tasks.working_days import WorkingDays

UNTIL = vn(r"\b(?:đến|tới|hết) $")
TO_THE_END = vn(r"hết ")

COURTESY = r"(?:(?:da|bao cao(?: dong chi| anh| chi)?|thua(?: dong chi| anh| chi)?|xin bao)[ ,]+)*"
WHEN = (
    r"(?:(?:tu|den|toi|het|ngay|sang|chieu|thu|tuan|thang|hom|mai|mot|kia|nay|sau|hai|ba|nam|bay|va|voi|ca|"
    r"chu nhat|[\d/.-]+)[ ,]+)*"
)
MYSELF = r"(?:toi|em|minh|anh|chi|chau)"
LEAVE = (
    r"(?:(?:di )?nghi(?: phep| om| mat| viec rieng| viec| le| thai san| che do)?|di cong tac"
    r"|di hoc|di hop|di tap huan|vang(?: mat)?|di vang|(?:bi )?om)\b"
)
AWAY = re.compile(
    rf"{COURTESY}{WHEN}{MYSELF} (?:(?:xin|phep|se|duoc|phai|co lich|cho) )*{LEAVE}"
    r"|(?:(?:da|bao cao|thua) )?(?:anh|chi|dong chi|ban|co|chu)(?: \w+){1,3}? (?:se )?"
    r"(?:(?:lam|nhan|truc|bao cao) )?thay (?:cho )?(?:toi|em|minh|chau)\b"
    rf"|{COURTESY}{WHEN}(?:xin (?:phep )?|cho (?:toi|em) )?{LEAVE}(?! (?:chua|xong|roi thi))"
)
""" "Tôi nghỉ phép ...", "tuần sau em đi công tác", "xin nghỉ 3 ngày"; over flattened text."""
OF_WORK = re.compile(
    r"\b(?:(?<!nghi )(?<!ngay lam )viec(?! gi (?:gap|can))|nhiem vu|xong|hoan thanh|%|chua|nen"
    r"|vuong|gia han)\b|#|%"
    r"|\b(?:mai|mot|sau|chieu|toi) (?:em |toi )?(?:bao cao|nop|gui|cap nhat)\b"
    r"|\bdi hop\b(?!.*\b(?:den|toi|het|ngay)\b)"
)
"""What is said of work, or of a meeting that keeps nobody from answering later."""
LEAVES = re.compile(r"\bnghi viec\b(?! rieng)|\bnghi huu\b")
""" "Em nghỉ việc từ 1/1" leaves for good."""
BACK = re.compile(
    rf"{COURTESY}(?:{MYSELF} )?(?:da |vua |moi |hom nay )*"
    r"(?:di lam (?:lai|tro lai|binh thuong)|tro lai(?: lam viec)?|quay lai lam|"
    r"ve(?: roi| lai)?|het (?:nghi|phep|om)|khoi om|nghi xong)"
    r"(?: (?:roi|lam|viec|hom nay|tu hom nay|co quan|a|nhe))*[ .!]*"
)
""" "Tôi đi làm lại rồi"; over flattened text, nothing else beside it."""
STAYS = re.compile(
    rf"{COURTESY}(?:(?:thoi|a|nham|{MYSELF})[ ,]+)*(?:(?:khong|ko|chua|huy|hoan|thoi)(?: lich)?) "
    r"(?:nghi(?: phep| om)?|di(?: cong tac| hoc| hop| vang)?|vang(?: mat)?|lich (?:nghi|vang|di))"
    r"(?: (?:nua|roi|a|nhe|dau|phep|cong tac))*[ .!]*"
)
""" "Thôi không nghỉ nữa": an absence that was said is taken back; over flattened text."""
HOLIDAYS = re.compile(
    r"(?:(?:thong bao|lich|xin|ca|toan|van phong|co quan|don vi|ubnd|xa|phong|cac|chung ta|"
    r"moi nguoi|thuong truc|hdnd|&|va)[ :,]+)*(?:duoc )?nghi (?:tet|le)\b(?! phep)"
)
""" "Văn phòng nghỉ Tết từ 13/2 đến 22/2", of whoever may speak for all; over flattened text."""
SICK = re.compile(r"\bom\b")
OVER_TET = re.compile(r"\btet\b(?! duong)(?!.*(?:\d[/.-]\d|\bthang \d))")
""" "Nghỉ Tết từ 28 đến mùng 5": days of the lunar calendar, whose months nobody names."""
FOR_TET = re.compile(r"(?<=\bngh[ỉi]) t[ếe]t\b(?=.*\d[/.-]\d)", re.IGNORECASE)
""" "Nghỉ Tết đến hết 22/2": what the leave is for, no day that it begins with."""
AND = vn(r"^\s*(?:,|và|với)?\s*(\d{1,2})\b(?!\s*[/%])")
NEXT_DAY = re.compile(r"\b(\d{1,2})(?:, ?| v[àa] )(\d{1,2})(?=/\d)")
LONGEST_DAY = 31
YEAR = re.compile(r"\b\d{4}\b")
SOON = timedelta(days=100)
"""How far ahead a leave is told of whose days would else be over."""


def says_away(text: str) -> bool:
    """Whether somebody says that they are away, and nothing of a task."""
    flat = flatten(text)
    away = AWAY.match(flat)
    if away is None or "?" in text or speaks_of_work(text):
        return False
    if re.match(r"vang\b(?! mat)", flat) and "vắng" not in text.lower():
        return False  # "vâng ạ"
    return not LEAVES.search(flat)


def tells_of_holidays(text: str) -> bool:
    """Whether public holidays are announced, which are nobody's own absence."""
    return HOLIDAYS.match(flatten(text)) is not None


def speaks_of_work(text: str) -> bool:
    """Whether anything is said of a task or of how it stands."""
    return OF_WORK.search(flatten(text)) is not None


def says_back(text: str) -> bool:
    """Whether somebody says that they are at work again, and nothing else."""
    return BACK.fullmatch(flatten(text)) is not None


def says_stays(text: str) -> bool:
    """Whether somebody says that they will not be away after all, and nothing else."""
    return STAYS.fullmatch(flatten(text)) is not None


def read_days(text: str, today: date) -> tuple[date, date, str] | None:
    """The first day and the last that are named, and the words beside them.

    None without a day, and for days that are over or that there are not.

    "mai" is one day, "tuần sau" five, "thứ hai nghỉ 2 ngày" counts from Monday, "xin nghỉ 3 ngày"
    from today, and "tuần sau ... đến thứ sáu" is that week's Friday.
    """
    if OVER_TET.search(flatten(text)):
        return None
    text = FOR_TET.sub("", text)
    said = listen(DASH.sub(r"\1 đến ", NEXT_DAY.sub(_through, text)))
    span = read_span(said, today=today)
    if span is not None:
        days_off = _to_come(span.period, text, today)
        if days_off is None:
            return None
        rest = blank(said.words, [(span.start, span.end)])
        return max(days_off.first, today), days_off.last, rest
    named = find_days(said.words, today=today, marked=said.marked)
    days = [day for day in named if day.first is not None]
    if not days or days[0].first is None:
        length, worked = find_length(said.words), find_working_days(said.words)
        if worked and not named:
            return today, _last_worked(today, worked), said.words
        if named or (length is None and not SICK.search(flatten(text))):
            return None
        return today, _last(today, length), said.words
    first = days[0]
    rest = blank(said.words, [(day.start, day.end) for day in days])
    ends_on = first.last or days[0].first
    if UNTIL.search(said.words, 0, first.start) or TO_THE_END.match(said.words, first.start):
        return today, ends_on, rest
    starts_on = max(days[0].first, today)
    behind = find_days(said.words[first.end :], today=starts_on, marked=said.marked)
    length, worked = find_length(rest), find_working_days(rest)
    ahead = [day.last for day in named[1:] if day.last and day.last > starts_on]
    if later := ahead or [day.last for day in behind if day.last]:
        ends_on = later[0]
    elif worked:
        ends_on = _last_worked(starts_on, worked)
    elif length:
        ends_on = _last(starts_on, length)
    elif another := AND.search(said.words[first.end :]):
        day = int(another[1])
        if starts_on.day < day <= LONGEST_DAY:
            ends_on = starts_on + timedelta(days=day - starts_on.day)
    return starts_on, ends_on, rest


def _to_come(days: Period | None, text: str, today: date) -> Period | None:
    """The days of a leave; None where they are over. "Từ 1/1 đến 30/6" in December is next year."""
    if days is None or days.last >= today:
        return days
    year = today.year + 1
    next_year = YEAR.search(text) is None and date(year, days.first.month, 1) - today < SOON
    if not next_year or (2, 29) in ((one.month, one.day) for one in (days.first, days.last)):
        return None
    return Period(days.first.replace(year=year), days.last.replace(year=year))


def _through(found: re.Match[str]) -> str:
    """ "24 và 25/12" is two days on end."""
    follows = int(found[2]) == int(found[1]) + 1
    return f"{found[1]} đến {found[2]}" if follows else found[0]


def _last(first: date, length: Length | None) -> date:
    """The last of so many days from the first on, of one day without a length."""
    return max((length or Length(days=1)).after(first) - timedelta(days=1), first)


def _last_worked(first: date, count: int) -> date:
    """The last of so many working days from the first on, by the law's holidays."""
    return WorkingDays({}).after(first - timedelta(days=1), count)
