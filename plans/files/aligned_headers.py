"""Where a text that keeps its layout has the header of a table."""

import re
from collections.abc import Iterator, Sequence

from plans.columns import NAMES, Column
from plans.files.gutters import GROUP_NUMBER, HEADING, Printed
from plans.tables.headers import TABLE_WORDS, TARGET_WORDS, column_of, is_heading_text
from plans.words import fold

FEWEST_COLUMNS = 3
HEADER_LINES = 5
SIGN = re.compile(r"(?:s?tt|so tt|st)(?: |$)")
YEAR = re.compile(r"(?:năm )?20\d\d")
LEFT = 20
"""In letters: a word of a header that stands alone on its line stands further right."""
LABEL = re.compile(r"\w ?: *\w")
"""What a cell says of one agency among several ("Chủ trì: Công an xã"), and no header."""
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ][.)]")


def find_headers(printed: Sequence[Printed]) -> Iterator[range]:
    """The runs of lines that head a table: of header words alone, "TT" among them, in columns."""
    at = 0
    while at < len(printed):
        end = at
        while end < min(at + HEADER_LINES, len(printed)) and (
            (_is_header_line(printed[end]) and (end > at or _may_begin(printed[end])))
            or (end > at and _is_of_times(printed[end]))
        ):
            end += 1
        own = printed[at:end]
        if (any(sign_of(line) is not None for line in own) and _width(own) >= FEWEST_COLUMNS) or (
            own and _heads_unnumbered(own[0])
        ):
            yield range(at, end)
        elif end == at and _names_columns(printed[at]):
            end = _header_end(printed, at)
            yield range(at, end)
        at = max(end, at + 1)


def _heads_unnumbered(line: Printed) -> bool:
    """Whether a line without "TT" heads columns: of header words alone, the work and who does it
    or when among them."""
    said = [fold(text) for _, text in line.pieces]
    named = {column_of(text) for text in said}
    return (
        len(said) >= FEWEST_COLUMNS
        and all(map(is_heading_text, said))
        and Column.CONTENT in named
        and bool(named & {Column.LEAD, Column.DEADLINE})
    )


def _has_sign(line: Printed) -> bool:
    return bool(line.pieces) and sign_of(line) == line.pieces[0][0]


def sign_of(line: Printed) -> int | None:
    """Where "TT" stands, which heads the column of numbers, mostly the first."""
    return next((at for at, text in _words_apart(line) if SIGN.fullmatch(fold(text))), None)


def _width(lines: Sequence[Printed]) -> int:
    """How many columns the lines of a header name, whose words may stand on different ones."""
    spans = sorted(
        (start, start + len(text)) for line in lines for start, text in _words_apart(line)
    )
    width, reach = 0, -1
    for start, end in spans:
        width += start > reach
        reach = max(reach, end)
    return width


def _words_apart(line: Printed) -> Iterator[tuple[int, str]]:
    """The pieces of a header's line, "TT" apart from the words one space behind it."""
    for start, text in line.pieces:
        sign = SIGN.match(fold(text))
        if sign is not None and sign.end() < len(text):
            yield start, text[: sign.end()].rstrip()
            yield start + sign.end() + 1, text[sign.end() :]
        else:
            yield start, text


def _may_begin(line: Printed) -> bool:
    """Whether a header may begin with the line: no prose of its words that stands at the left."""
    return len(line.pieces) > 1 or sign_of(line) is not None or line.pieces[0][0] > LEFT


def _is_of_times(line: Printed) -> bool:
    """Whether a line has years alone, under the "Năm" over each, or the numbers of months."""
    said = [text for _, text in line.pieces]
    months = [str(month) for month in range(1, len(said) + 1)]
    return len(said) > 1 and (all(map(YEAR.fullmatch, said)) or (len(said) > 3 and said == months))


def _is_header_line(line: Printed) -> bool:
    words = re.findall(r"[a-z]+", fold(re.sub(r"\([^)]*\)", " ", line.text)))
    known = sum(word in TABLE_WORDS or word in TARGET_WORDS for word in words)
    return bool(words) and known * 5 >= len(words) * 4 and not LABEL.search(line.text)


def _names_columns(line: Printed) -> bool:
    """Whether a line that begins with "TT" names what a task has, beside columns of other names."""
    named = {found.lastgroup for found in NAMES.finditer(fold(line.text))}
    return _has_sign(line) and "content" in named and len(named & {"lead", "deadline"}) > 0


def _header_end(printed: Sequence[Printed], start: int) -> int:
    """Where a header ends whose words are not all known: at the first number or heading below."""
    for at in range(start + 1, min(start + HEADER_LINES, len(printed))):
        first = printed[at].first
        if NUMBER.fullmatch(first) or GROUP_NUMBER.fullmatch(first) or HEADING.fullmatch(first):
            return at
    return start + 1
