"""What words of a mixed table may be: a row's number, the start of a task, part of a deadline."""

import re
from datetime import date
from functools import lru_cache

from db.enums import DeadlineKind
from plans.deadlines.read import read_deadline
from plans.scanned import NO_LIKENESS, skeleton
from plans.vocabulary import Vocabulary

DEADLINE_WORDS = Vocabulary(
    [
        *("thang", "nam", "ngay", "quy", "truoc", "thuong", "xuyen", "hang", "hoan"),
        *("thanh", "thuc", "hien", "trong", "cuoi", "sau", "khi", "theo", "lo"),
        *("trinh", "va", "cac", "nhung", "tiep", "den", "trung", "uong", "ban"),
        *("hanh", "huong", "dan", "cua", "ra", "soat", "bo", "sung", "dinh"),
        *("ky", "giai", "doan", "doi", "voi", "dia", "khac", "an", "de"),
        *("chuong"),
    ]
)
DEADLINES_TELL = Vocabulary(
    [
        "thang",
        "nam",
        "ngay",
        "quy",
        "truoc",
        "thuong",
        "xuyen",
        "trong",
        "sau",
        "khi",
        "hang",
    ]
)
DEADLINES_BEGIN = Vocabulary(
    [
        *("trong", "thang", "nam", "ngay", "quy", "truoc", "thuong", "hang", "hoan"),
        *("sau", "theo", "den", "cuoi", "giai", "thuc", "dinh", "ra", "khi"),
    ]
)
VERBS = frozenset(
    [
        *("tham", "xay", "trien", "ra", "pay", "bay", "pon", "phoi", "hoan"),
        *("tiep", "to", "dong", "bao", "san", "nghien", "day", "ket", "thanh"),
        *("chu", "don", "tai", "dam", "chuan", "buoc", "dua", "thuc", "thuong"),
        *("huong", "quan", "chi", "dieu", "tang", "khuyen", "ban", "trien", "ung"),
        *("phat", "thuc", "dau", "huy", "nang", "hinh", "doi", "quang", "lap"),
        *("thi", "dieu", "khai", "cung", "khao", "tuyen", "cap", "de", "rat"),
        *("kien", "giao", "dao", "tap", "mua", "tich", "thiet", "van", "long"),
        *("bo", "trang", "xac", "ho", "kip"),
    ]
)
"""How the name of a task begins: the first syllable of its verb."""
VERBS_SEEN = Vocabulary(VERBS)
SMALL_WORDS = frozenset(
    [
        *("va", "co", "de", "vi", "o", "u", "y", "an", "to"),
        *("tu", "so", "xa", "bo", "ca", "ba", "do", "di", "la"),
        *("ma", "te", "tp", "cu", "da", "ky", "bi", "ho", "ve"),
        *("su", "ra", "hd", "ke"),
    ]
)
CAPITALS = ("TP", "TT", "AI", "Al", "TW", "Y", "CP")
"""Two capitals that are a word."""
LIKE_FIGURES = str.maketrans("OoDlIi|SsgzZAqbB’'", "000111155922496811")
PRODUCT_WORDS = frozenset(
    [
        *("ke", "hoach", "quyet", "dinh", "bao", "cao", "chuyen", "trang", "muc"),
        *("van", "ban", "de", "xuat", "danh", "co", "che", "chinh", "sach"),
        *("he", "thong", "du", "lieu", "csdl", "kho", "quy", "trinh", "nghiep"),
        *("vu", "ung", "dung", "giai", "phap", "trien", "khai", "phuong", "nghi"),
        *("phong", "trao", "nguon", "luc", "kinh", "phi", "kich"),
    ]
)
DEADLINE_DATE = re.compile(r"\(?(?:\d{1,2}/)?\d{1,2}[/.]\d{3,4}[.,;]?|\d{5,7}|20\d\d[.,;]?")


@lru_cache(maxsize=20_000)
def is_scrap(word: str) -> bool:
    """Whether a word is only what a scan saw in a border or a stain: ":", "A", "R", "}100"."""
    seen = skeleton(word)
    if re.search(r"\d/\d|\d{3}", word):
        return False
    if not seen or seen.strip("?") == "":
        return True
    if re.fullmatch(r"(?![XS])[A-ZĐ\d]{1,2}[.,:]?|[XSo]", word) and word not in CAPITALS:
        return not word.isdigit()
    if re.fullmatch(r"[SKXTVN][&¢€][.,;]?", word):  # "Sở", "Kế", "Và" and the like
        return False
    if len(seen) <= 2 and seen not in SMALL_WORDS:
        return not word.isdigit()
    odd = sum(not (letter.isalnum() or letter in '.,;:/-"“”()') for letter in word)
    return odd >= 2 and odd * 3 >= len(word)


QUARTER = re.compile(r"[IV1l|]{1,4}/20\d\d[.,;]?")
"""A quarter's number and its year ("III/2025"), its I perhaps read as 1 or l."""
AROUND_NUMBERS = '.,;:|()"”“*_'


def may_be_number(word: str) -> bool:
    """Whether the word is short enough to be a row's number at all."""
    return len(word.strip(AROUND_NUMBERS)) <= 3


@lru_cache(maxsize=20_000)
def number_cost(word: str, number: int) -> float | None:
    """What it costs to read the word as this row's number; None where it cannot be one."""
    bare = word.strip(AROUND_NUMBERS)
    if bare == str(number):
        return 0.0
    figures = bare.translate(LIKE_FIGURES)
    if figures == str(number):
        return 0.3
    if len(bare) > 3:
        return None
    if not bare:
        return 0.9
    wanted = str(number)
    if (
        figures.isdigit()
        and (figures in wanted or len(figures) == len(wanted))
        and _near(figures, wanted)
    ):
        return 0.5
    return 0.9 if len(bare) <= 2 and is_scrap(word) else None


def _near(seen: str, wanted: str) -> bool:
    if len(seen) == len(wanted):
        return sum(a != b for a, b in zip(seen, wanted, strict=True)) <= 1
    return len(seen) == 1 and len(wanted) == 2


@lru_cache(maxsize=20_000)
def printed_number(word: str) -> int | None:
    """The number that the word plainly is ("12.", "7"); None for anything else."""
    found = re.fullmatch(r"(\d{1,3})[.,)|]?", word)
    return int(found[1]) if found else None


@lru_cache(maxsize=20_000)
def start_cost(word: str) -> float:
    """What it costs that a task's name begins with the word."""
    first = word.lstrip("“\"'‘’ ")[:1]
    seen = skeleton(word)
    if first == "b" and f"d{seen[1:]}" in VERBS:  # "Đẩy" is often read as "bay"
        return 1.0
    if not first or first.islower() or not first.isalpha():
        return 3.5
    if len(word) > 2 and word.isupper():
        return 2.0
    if any(cost < (0.5 if len(verb) > 3 else 0.1) for verb, cost in VERBS_SEEN.alike(seen).items()):
        return 0.0
    return 0.8 if first.isupper() else 2.0


@lru_cache(maxsize=20_000)
def deadline_word_cost(word: str) -> float:
    """What it costs that a deadline has the word, wherever in it."""
    if DEADLINE_DATE.fullmatch(word) or QUARTER.fullmatch(word):
        return 0.0
    seen = skeleton(word)
    if not seen or re.fullmatch(r"\d{1,2}[.,]?", word):
        return 0.4
    telling, usual = DEADLINES_TELL.nearest(seen)[1], DEADLINE_WORDS.nearest(seen)[1]
    return min(0.05 + telling, 0.33 + usual)


@lru_cache(maxsize=20_000)
def begins_deadline(word: str) -> bool:
    """Whether a deadline may begin with the word: a date, or "Trong", "Thường", "Sau"."""
    if DEADLINE_DATE.fullmatch(word):
        return True
    seen = skeleton(word)
    near = DEADLINES_BEGIN.nearest(seen)[1]
    return near < 0.1 or (near < 0.5 and word[:1].isupper())


@lru_cache(maxsize=20_000)
def product_word_cost(word: str) -> float:
    return 0.15 if skeleton(word) in PRODUCT_WORDS else 0.45


def _telling(word: str) -> str:
    """The word that no deadline is without: a date as it is, "thường" for "uong"; "" for others."""
    if DEADLINE_DATE.fullmatch(word):
        return word
    seen = skeleton(word)
    if seen in ("tuyen", "huyen", "chuyen", "quyen", "nguyen"):  # "trực tuyến", of the task beside
        return ""
    known, cost = DEADLINES_TELL.nearest(seen)
    return known if len(seen) > 2 and cost < 0.5 else ""


def clear_deadline(text: str, counted_from: date) -> str | None:
    """The deadline's words as printed, or put right by the words of deadlines, those that are read
    without a guess before others; None if neither can be read."""
    words = [
        DEADLINE_WORDS.nearest(skeleton(word))[0]
        if word.isalpha() and deadline_word_cost(word) < NO_LIKENESS / 2
        else word
        for word in text.split()
    ]
    telling = [told for word in text.split() if (told := _telling(word))]
    if "xuyen" in telling:  # only ever said in "thường xuyên"
        dated = [word for word in telling if DEADLINE_DATE.fullmatch(word)]
        telling = [*dated, *(["va"] if dated else []), "thuong", "xuyen"]
    guess = None
    for attempt in (text, " ".join(words), " ".join(telling)):
        read = read_deadline(attempt, issued_on=counted_from)
        if read.kind in (DeadlineKind.UNREADABLE, DeadlineKind.UNSPECIFIED):
            continue
        if not read.guessed:
            return attempt
        guess = guess or attempt
    return guess
