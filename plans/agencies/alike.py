"""How likely two names are one agency's: damaged spellings, initials, a name that goes on."""

from difflib import SequenceMatcher
from functools import lru_cache

from plans.agencies.keys import agency_key

PLACES = ("tinh", "huyen", "thanh pho", "trung uong", "xa", "phuong", "khu vuc")
"""What only says of which level an office is."""

LIKE, LIKE_WORD = 0.85, 0.5
"""The least share of letters that two damaged spellings of one name, and of one word, have alike:
"phongvanhoaxahoi" and "phongvinhoaxahoi" 0.94, "phongtaichinh" and "phonghanhchinh" 0.81."""

INITIALS, GOES_ON = 0.95, 0.85
"""The likeness of a name and its initials, and of a name and one that goes on."""

FEWEST = 3
"""Words of a name that another may go on from: "Văn phòng" alone is no agency's name."""


def similar_names(one: str, other: str) -> float:
    """How likely two names are one agency's, from `LIKE` to 1; 0 where they are not alike.

    Alike are damaged spellings ("Phong Vinhoa - Xahoi"), initials ("Sở GD&ĐT") and names of which
    one goes on ("Văn phòng HĐND", "Văn phòng HĐND&UBND"); an office of another level is not.

    >>> similar_names("Sở GD&ĐT", "Sở Giáo dục và Đào tạo")
    0.95
    >>> similar_names("Công an", "Công an tỉnh")
    0.0
    """
    short, long = sorted((_words_of_key(one), _words_of_key(other)), key=len)
    if not short or short == long:
        return float(bool(short))
    if long[: len(short)] == short:
        goes_on = len(short) >= FEWEST and " ".join(long[len(short) :]) not in PLACES
        return GOES_ON if goes_on else 0.0
    initials = "".join(word[0] for word in long[1:])
    if short[0] == long[0] and len(initials) > 1 and "".join(short[1:]) == initials:
        return INITIALS
    if len(short) == len(long) and any(
        _ratio(a, b) < LIKE_WORD for a, b in zip(short, long, strict=True)
    ):
        return 0.0
    likeness = _ratio("".join(short), "".join(long))
    return round(likeness, 2) if likeness >= LIKE else 0.0


@lru_cache(maxsize=1_000)
def _words_of_key(name: str) -> list[str]:
    return agency_key(name).split()


def _ratio(one: str, other: str) -> float:
    found = SequenceMatcher(None, one, other, autojunk=False)
    return found.ratio() if found.quick_ratio() >= LIKE_WORD else 0.0
