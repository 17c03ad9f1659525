"""The tables of indicators (chỉ tiêu, mục tiêu) in a plan: where they stand and what they count.

A table is known by its header, which names the indicators and either years or a result. Its
lines run to the next annex or table of tasks; the header is printed again on every page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plans.annexes import Annex, find_annexes
from plans.source import Line
from plans.words import fold, one_slip

YEARS = re.compile(r"\b20[2-5]\d\b")
LONGEST_HEADER = 24
"""In lines; Vĩnh Lại prints one of 20."""
HEADER_WORDS = frozenset(
    [
        *("tt", "stt", "so", "chi", "tieu", "muc", "nam", "don", "vi", "tinh", "ket", "qua", "can"),
        *("co", "quan", "chu", "tri", "tham", "muu", "thuc", "hien", "theo", "doi", "danh", "gia"),
        *("phoi", "hop", "tong", "san", "pham", "dau", "ra", "ghi", "phan", "cong", "trach"),
        *("giai", "doan", "noi", "dung", "dat", "kem", "lo", "trinh", "nhiem"),
        *("hoach", "tam", "nhin"),
    ]
)
"""Every word that headers of such tables are made of."""
SHORT_WORDS = frozenset(["den", "dvt", "ke", "ten", "phu"])
"""The same, too short to be known where one letter is misread."""
NOT_HEADERS = frozenset(["lien", "giao"])
"""Words of cells that one letter parts from a header's ("Các đơn vị liên quan")."""
MOST, HALF = 0.8, 0.5
"""How much of a line must be header words as scanning may have left them; and untouched ones."""
TITLE_WORDS = 3
GROUP = re.compile(r"[IVX]{1,5}[.)]? [^\W\d_]")
"""How the heading of a group begins, which may be in capitals too."""
FEWEST_YEARS = 1
"""A header with years has more of them, or one and the unit beside it; a heading such as "Đến năm
2030" has one alone."""


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """A table of indicators: `years` of its target columns, empty where it has one result only.

    `lines` are those below the first header, later headers and page numbers left out.
    """

    source: str
    title: str
    years: tuple[str, ...]
    has_unit: bool
    has_coordinating: bool
    has_product: bool
    scanned: bool
    lines: tuple[Line, ...]


def find_indicator_tables(lines: Sequence[Line], *, scanned: bool) -> Iterator[IndicatorTable]:
    """Every table of indicators in order; one whose annex has lost its heading has its place."""
    annexes = find_annexes(lines)
    before = next((at for at, line in enumerate(lines) if annexes and _opens(annexes[0], line)), 0)
    loose = tuple(lines[: before or len(lines)])
    for annex in (Annex("annex-1", "", loose), *annexes):
        table = _find_table(annex, scanned=scanned)
        if table is not None:
            yield table


def _opens(annex: Annex, line: Line) -> bool:
    return bool(annex.lines) and line.number >= annex.lines[0].number


def _find_table(annex: Annex, *, scanned: bool) -> IndicatorTable | None:
    """The table of the annex, if what its header names are indicators."""
    headers = list(_headers(annex.lines))
    if not headers:
        return None
    first = headers[0]
    words = " ".join(fold(annex.lines[at].text) for at in first)
    above = " ".join(fold(line.text) for line in annex.lines[max(first.start - 3, 0) : first.stop])
    years = tuple(dict.fromkeys(YEARS.findall(words)))
    if not years and not _says(words, "ket qua"):
        return None
    printed = {at for header in headers for at in header}
    end = _end(annex.lines, first.stop)
    body = [
        line
        for at, line in enumerate(annex.lines[:end])
        if at >= first.stop and at not in printed and not _is_page_number(annex.lines, at)
    ]
    return IndicatorTable(
        source=annex.source,
        title=annex.title,
        years=years,
        has_unit=_says(words, "don vi tinh")
        or _says(words, "dvt")
        or (not years and _says(words, "don vi ket qua")),
        has_coordinating=_says(words, "phoi hop"),
        has_product=_says(above, "san pham"),
        scanned=scanned,
        lines=tuple(body),
    )


def _headers(lines: Sequence[Line]) -> Iterator[range]:
    """The runs of lines that are headers: of their words alone, and naming indicators."""
    at = 0
    while at < len(lines):
        end = at
        while end < min(at + LONGEST_HEADER, len(lines)) and (
            _is_header_line(lines[end].text) or (end > at and _heads_year(lines, end))
        ):
            end += 1
        printed = [fold(line.text) for line in lines[at:end]]
        words = " ".join(printed)
        signs = (place for place, text in enumerate(printed) if re.match(r"s?tt?\b", text))
        sign = next(signs, None)
        if sign is not None and (_says(words, "chi tieu") or _says(words, "muc tieu")):
            years = set(YEARS.findall(words))
            counted = _says(words, "don vi tinh") or _says(words, "dvt")
            results = _says(words, "ket qua") and _says(words, "don vi")
            one_year = counted and YEARS.search(" ".join(printed[sign:]))
            if len(years) > FEWEST_YEARS or results or one_year:
                yield range(at, end)
        at = max(end, at + 1)


def _heads_year(lines: Sequence[Line], at: int) -> bool:
    """Whether "Đến năm 2030" is a column's name, others behind it, and heads no group."""
    named = re.fullmatch(r"den (?:het )?nam 20[2-5]\d", fold(lines[at].text))
    return named is not None and any(_is_header_line(line.text) for line in lines[at + 1 : at + 2])


def _is_header_line(text: str) -> bool:
    folded = fold(text)
    if len(YEARS.findall(folded)) > FEWEST_YEARS or folded in ("t", "tt", "st", "stt"):
        return True
    if re.search(r"\b[dpb][ec]n n\w{1,3} 20", folded):
        return False
    words = re.findall(r"[a-z]{2,}|20\d\d", folded)
    known_words = HEADER_WORDS | SHORT_WORDS
    exact = [word for word in words if YEARS.fullmatch(word) or word in known_words]
    if not words or len(exact) < HALF * len(words):
        return False
    known = [word for word in words if word in exact or _is_misread(word)]
    return len(known) >= MOST * len(words)


@lru_cache(maxsize=20_000)
def _is_misread(word: str) -> bool:
    return word not in NOT_HEADERS and any(one_slip(word, known) for known in HEADER_WORDS)


def _says(words: str, phrase: str) -> bool:
    """Whether the phrase stands in the words, one letter of each of its words forgiven."""
    wanted, found = phrase.split(), re.findall(r"[a-z]+", words)
    return any(
        all(a == b or one_slip(a, b) for a, b in zip(found[at:], wanted, strict=False))
        for at in range(len(found) - len(wanted) + 1)
    )


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the table's lines end: at a list of tasks or at the words that open another annex."""
    for at in range(start, len(lines)):
        words = fold(lines[at].text)
        if re.match(r"[-+] ?(?:co quan|don vi|thoi gian|san pham)\b.*:", words):
            return at
        heads = at > 0 and GROUP.match(f"{lines[at - 1].text} {lines[at].text}")
        heads = heads or GROUP.match(lines[at].text)
        if "kem theo ke hoach" in words or (_is_title(lines[at].text) and not heads):
            return at
    return len(lines)


def _is_title(text: str) -> bool:
    """Whether the line is printed in capitals, as the title of an annex is."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return len(words) >= TITLE_WORDS and sum(word.isupper() for word in words) >= MOST * len(words)


def _is_page_number(lines: Sequence[Line], at: int) -> bool:
    """A number alone before a header is the page's, not a row's."""
    return lines[at].text.isdigit() and at + 1 < len(lines) and _opens_header(lines[at + 1].text)


def _opens_header(text: str) -> bool:
    return re.match(r"(?:stt|tt)\b", fold(text)) is not None
