"""What an indicator is to reach: the words and figures of a target cell as a value, pure.

Targets are printed in many ways: "≥ 60%", "Trên 50%", "Không quá 5%", "80-90%", "Top 50 của thành
phố", "Đạt". What is no single figure keeps its words alone; nothing is guessed from them.
"""

import re
from dataclasses import dataclass

from plans.words import clean, fold

AT_LEAST, MORE, AT_MOST, LESS, EXACTLY = ">=", ">", "<=", "<", "="

SIGNS = (
    (AT_LEAST, r"≥|>=|=>|>\s*=|⩾|2(?=\s\d)|[=>]\s*>"),
    (AT_MOST, r"≤|<=|=<|⩽"),
    (MORE, r">"),
    (LESS, r"<"),
    (EXACTLY, r"="),
)
"""Signs before a figure. "2 60%" is a scanned "≥ 60%": no target has two figures side by side."""

WORDS = (
    (AT_MOST, r"khong (?:vuot )?qua|khong (?:lon|nhieu|cao) hon|toi da|nhieu nhat"),
    (AT_LEAST, r"toi thieu|it nhat|khong (?:duoi|thap hon|it hon)|thap nhat|tro len"),
    (MORE, r"tren|hon|vuot|lon hon|cao hon|nhieu hon"),
    (LESS, r"duoi|it hon|nho hon|thap hon"),
)
"""Words before a figure, folded; "trở lên" stands behind it."""

FILLERS = r"(?:phan dau|dat|muc|ty le|ti le|len|hoan thanh|tang|giam|con|duy tri|la|tu|khoang|ca)"
"""Words before a figure that change nothing of it: "Phấn đấu đạt 3%"."""

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
RANGE = re.compile(
    rf"(?:tu )?(?P<low>{FIGURE}) ?(?P<percent>%)? ?(?:-|den) ?(?P<high>{FIGURE}) ?(?P<unit>.*)"
)
BEHIND = re.compile(r"doi voi|va |theo|vao|trong|cua|tren|/|\(|,|;|\.$")
"""What may follow a figure without being its unit: "≥ 95 đối với cơ sở giáo dục"."""
LONGEST_UNIT = 4
"""In words; "hồ sơ", "doanh nghiệp" are units, a sentence is none."""
NO_TARGET = frozenset(["", "-", "--", "/", "x"])
FULL = 100.0


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached in one year, and the words it is printed in.

    `op` says how the figure is meant (">=", "=", ...). A range has `low` and `high` and neither
    `op` nor `value`; a target in words ("Top 50 của thành phố", "Đạt") has none of the four.
    """

    raw: str
    op: str | None = None
    value: float | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None


def read_target(raw: str, *, unit: str | None = None, scanned: bool = False) -> Target | None:
    """What a target cell means; None where it sets no target.

    `unit` is what the table counts this indicator in, if it has a column for it. In scanned text
    "≥" never survives: ">" and "=" there mean it, and a "2" or "5" before a share above 100 does.

    >>> read_target("≥ 60%")
    Target(raw='≥ 60%', op='>=', value=60.0, unit='%', low=None, high=None)
    """
    raw = clean(raw).strip("|").strip()
    folded = fold(raw)
    if folded in NO_TARGET - {"x"}:
        return None
    counted = unit.split()[0] if unit and unit.startswith("%") else unit
    if found := RANGE.fullmatch(folded):
        unit = (
            "%" if found["percent"] or found["unit"].startswith("%") else found["unit"] or counted
        )
        low, high = _number(found["low"]), _number(found["high"])
        if low < high and "/" not in folded.split(found["high"], 1)[1][:1]:
            return Target(raw, unit=unit or None, low=low, high=high)
    if scanned:  # an "8" is often read as "g"
        folded = re.sub(r"\bg(?=\d)", "8", folded.rstrip("/,.;"))
    op, rest = _take_op(folded, scanned=scanned)
    figure = re.match(rf"(?P<figure>{FIGURE})(?![\d/-]) ?(?P<behind>.*)", rest)
    if figure is None or (scanned and re.match(r"00+(?!\d)", figure["figure"])):
        return Target(raw)  # ">00%" has lost its first digit
    spelt, behind = raw, figure["behind"].strip()
    if behind.endswith("tro len"):
        op, behind = AT_LEAST, behind.removesuffix("tro len").strip()
        spelt = raw[: -len("trở lên")]
    own = _unit_of(spelt, behind)
    if own is None and behind and not BEHIND.match(behind):
        return Target(raw)
    value = _number(figure["figure"])
    if scanned and (own or counted) == "%":
        share = _mend_share(op, value, figure["figure"])
        if share is None:
            return Target(raw)  # "44000"
        op, value = share
    return Target(raw, op or EXACTLY, value, own or counted)


def _take_op(folded: str, *, scanned: bool) -> tuple[str | None, str]:
    """The sign or words before the figure, and what follows them."""
    op: str | None = None
    rest = folded
    while (rest and not rest[0].isdigit()) or re.match(r"2 \d", rest):
        before = rest
        for meaning, sign in SIGNS:
            if found := re.match(rf"(?:{sign}) ?", rest):
                rest = rest[found.end() :]
                op = AT_LEAST if scanned and meaning in (MORE, EXACTLY) else meaning
                break
        else:
            for meaning, words in WORDS:
                if found := re.match(rf"(?:{words})\b ?", rest):
                    op, rest = meaning, rest[found.end() :]
                    break
            else:
                rest = re.sub(rf"^{FILLERS}(?:\b|(?=\d)) ?", "", rest)
        if rest == before:
            break
    return op, rest


def _unit_of(raw: str, behind: str) -> str | None:
    """The unit behind a figure as it is spelt, if what stands there is one."""
    if behind.startswith("%"):
        return "%"
    words = behind.split()
    if not words or len(words) > LONGEST_UNIT or BEHIND.match(behind):
        return None
    spelt = raw.split()[-len(words) :]
    return " ".join(spelt).rstrip(".,;") if fold(" ".join(spelt)) == behind else None


def _number(figure: str) -> float:
    """The value of a figure: "1.250" is a thousand and more, "12,5" and "0.6" have decimals."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figure):
        figure = figure.replace(".", "")
    return float(figure.replace(",", "."))


def _mend_share(op: str | None, value: float, figure: str) -> tuple[str | None, float] | None:
    """A share above 100 has its sign or its "%" read as digits: "290" is ≥90, "1009" is 100%; None
    where so much else is that nothing can be told."""
    if value <= FULL or not figure.isdigit():
        return op, value
    whole = re.fullmatch(
        r"(?P<sign>[25])?(?P<share>100|\d{1,2})(?P<percent>[09][0-9]?|[0-9]{2})?", figure
    )
    if figure.startswith("10"):
        return op, FULL
    if whole and whole["sign"]:
        return AT_LEAST, float(whole["share"])
    return (op, float(whole["share"])) if whole else None
