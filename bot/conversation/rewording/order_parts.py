"""What an order names, wherever it stands: which tasks, which agencies, whom, which day. Pure.

What is left are words alone, those that belong together joined ("chu_tri"), so that an order can be
known by its words in any order ("any_order").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.dates.days import find_days
from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.listening.said import listen
from bot.conversation.office.numbers import NUMBERS
from plans.words import clean


def words_of(listed: str) -> frozenset[str]:
    """A set of words, written as one text with spaces."""
    return frozenset(listed.split())


TITLE = r"(?:dong chi|d/c|anh|chi|em|co|chu|bac|ong|ba)"
NUMBER = re.compile(r"(?<![\w/.,-])#?(\d{1,5})(?![\w/%]|[.,-]\d| ?%)")
RATHER = re.compile(r"[ ,]+(?:chu )?(?:khong|ko|k) phai\b.*")
""" "… chứ không phải Phòng Văn hóa": what no longer holds; over flattened text."""
BECAUSE = re.compile(
    r"[ ,;:]+(?:(?:vi|ly do|do|boi)[ :]+|(?=(?<=[,;:] )cho (?!den\b|toi\b)))"
    r"(?P<why>.+)"
)
""" "…, chờ huyện bàn giao": why; over flattened text."""
NAMED_TASKS = re.compile(rf"(?:viec|nhiem vu|#) ?(?:so )?{NUMBERS}")
LATE = re.compile(r"\b(?:cham|tre|lau|qua han)(?: (?:cham|tre|lau|qua))*(?: roi)?\b")
""" "Chậm quá rồi": no more than that it is late."""
TOGETHER = re.compile(
    r"\b(?:chu tri|phoi hop|dong y|nhat tri|xac nhan|nghiem thu|cong nhan|thong qua|chap nhan|"
    r"cho qua|cho phep|de nghi|yeu cau|day nhanh|khan truong|hoan (?:thanh|tat)|tat ca|"
    r"thong nhat|ket qua|bao cao|gia han|thoi han|tam (?:dung|hoan|ngung|gac)|"
    r"tiep tuc|lam tiep|gac lai|nhac nho|don doc|phu trach|theo doi|phan cong|dam nhan|"
    r"chiu trach nhiem|thuc hien|trien khai|dong chi|don vi|co quan|nhiem vu|ghi nham|"
    r"xu ly|cap nhat)\b"
)
"""Words that mean something together alone."""
COURTESY = words_of(
    "a ah e u nhe nha nhi di luon giup ho gium voi cho cua la thi nay do day nua het ca viec "
    "nhiem_vu so cac nhung may va cung deu lai vang ok oke uh hay xin nho bot oi tu hom bay gio "
    "anh chi em dong_chi d c co chu bac ong ba toi minh chau ta tren tat_ca hai loi tin phong "
    "ben ngay gap som de_nghi"
)
"""What may stand beside any order and says nothing more."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What an order names, as it was typed; `words` are the others."""

    tasks: tuple[int, ...]
    agencies: tuple[str, ...]
    people: tuple[str, ...]
    days: tuple[str, ...]
    words: frozenset[str]
    why: str = ""


def read_parts(
    text: str, names: Directory, people: Sequence[Sequence[str]], *, today: date
) -> Parts:
    """The parts of one order; `people` are those whom it may name, by the words of their names.

    >>> read_parts("hạn việc 41 phải là 31/3", Directory(()), [], today=date(2026, 1, 5)).days
    ('31/3',)
    """
    typed = clean(text).strip(" .!")
    if rather := RATHER.search(flatten(typed)):
        typed = typed[: rather.start()]
    because = BECAUSE.search(flatten(typed))
    why = typed[slice(*because.span("why"))] if because else ""
    typed = typed[: because.start()] if because else typed
    flat = names.blank(typed)
    agencies = tuple(typed[one.start : one.end] for one in names.find(typed))
    found_people, flat = _take_people(typed, flat, people)
    days, flat = _take_days(typed, flat, today)
    tasks = tuple(dict.fromkeys(int(found[1]) for found in NUMBER.finditer(flat)))
    flat = LATE.sub("cham", flat)
    rest = TOGETHER.sub(lambda said: said[0].replace(" ", "_"), NUMBER.sub(" ", flat))
    words = frozenset(re.findall(r"[a-z0-9][a-z0-9_%/]*", rest))
    return Parts(tasks, agencies, found_people, days, words, why)


def _take_people(
    typed: str, flat: str, people: Sequence[Sequence[str]]
) -> tuple[tuple[str, ...], str]:
    """Those named with a title, or first of all; and the text without them."""
    found: dict[str, str] = {}
    for name in people:
        for called in dict.fromkeys((" ".join(name), name[-1] if name else "")):
            pattern = (
                rf"(?:(?<![a-z])(?P<title>{TITLE} )|"
                r"(?<![a-z])(?:giao|phan|cu|cho|nhac|nho) |^)"
                rf"(?P<name>{re.escape(called)})(?![a-z]| (?:hai|ba|tu|nam|sau|bay|[2-8])\b)"
            )
            if called and (place := re.search(pattern, flat)):
                start = place.start("title") if place["title"] else place.start("name")
                found.setdefault(name[-1], typed[slice(*place.span("name"))])
                flat = _without(flat, start, place.end())
                break
    return tuple(found.values()), flat


def _take_days(typed: str, flat: str, today: date) -> tuple[tuple[str, ...], str]:
    """The days that are named, clear ones alone; and the text without them."""
    for named in NAMED_TASKS.finditer(flat):  # "việc 45 tuần sau" is no number of weeks
        typed = _without(typed, *named.span())
    said, days = listen(typed), []
    for day in find_days(said.words, today=today, marked=said.marked):
        words = said.as_typed(day.start, day.end)
        start = typed.find(words)
        if day.last is None or day.doubtful or start < 0:
            continue
        before = re.search(r"(?:truoc|cham nhat|het)(?: (?:het|ngay|la))* $", flat[:start])
        begins = before.start() if before else start
        days.append(typed[begins : start + len(words)])
        flat = _without(flat, begins, start + len(words))
    return tuple(days), flat


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{'_' * (end - start)}{text[end:]}"
