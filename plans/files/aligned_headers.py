"""Where a text that keeps its layout has the header of a table."""

import re
from collections.abc import Iterator, Sequence

from plans.columns import NAMES, Column
from plans.files.gutters import GROUP_NUMBER, HEADING, Printed
from plans.tables.head_words import (
    COLUMN_SIGN,
    TABLE_WORDS,
    TARGET_WORDS,
    column_of,
    is_heading_text,
)
from plans.words import fold

FEWEST_COLUMNS = 3
HEADER_LINES = 5
SIGN = re.compile(r"(?:s?tt|so tt|st)(?: |$)")
YEAR = re.compile(r"(?:năm )?20\d\d")
LEFT = 20
"""In letters: a word of a header that stands alone on its line stands further right."""
LONGEST_BEGIN = 40
"""In letters: what stands alone on its line and is longer is the annex's title."""
LONGEST_SYLLABLE = 7
LABEL = re.compile(r"\w ?: *\w")
"""What a cell says of one agency among several ("Chủ trì: Công an xã"), and no header."""
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*(?:\.?[a-zđ])?[.)]?|[a-zđ][.)]")


def find_headers(printed: Sequence[Printed]) -> Iterator[range]:
    """The runs of lines that head a table: of header words alone, "TT" among them, in columns.

    One that a new page prints again has as many lines as it had above.
    """
    at = 0
    above: list[list[str]] = []
    while at < len(printed):
        if above and _words_of(printed[at : at + len(above)]) == above:
            end = _behind_signs(printed, at + len(above))
            yield range(at, end)
            at = end
            continue
        end = at
        while end < min(at + HEADER_LINES, len(printed)) and (
            (_is_header_line(printed[end]) and (end > at or _may_begin(printed[end])))
            or (end > at and _is_of_times(printed[end]))
            or (end > at and _ends_sign(printed[end - 1], printed[end]))
        ):
            end += 1
        at += _is_title(printed[at:end])
        own = printed[at:end]
        if (any(sign_of(line) is not None for line in own) and _width(own) >= FEWEST_COLUMNS) or (
            own and _heads_unnumbered(own[0])
        ):
            end = _narrow_end(printed, at, end)
        elif end == at and _names_columns(printed[at]):
            end = _header_end(printed, at)
        else:
            at = max(end, at + 1)
            continue
        above = _words_of(printed[at:end])
        end = _behind_signs(printed, end)
        yield range(at, end)
        at = end


def _is_title(own: Sequence[Printed]) -> bool:
    """Whether a header's first line is the annex's title: alone in capitals, as no other is."""
    return (
        len(own) > 1
        and len(own[0].pieces) == 1
        and own[0].text.isupper()
        and not own[1].text.isupper()
    )


def _words_of(lines: Sequence[Printed]) -> list[list[str]]:
    return [line.text.split() for line in lines]


def _narrow_end(printed: Sequence[Printed], start: int, end: int) -> int:
    """Where a header ends whose narrowest column goes on below the others, a syllable a line."""
    while end < min(start + 2 * HEADER_LINES, len(printed)) and len(printed[end].pieces) == 1:
        place, text = printed[end].pieces[0]
        above = any(
            one - 2 <= place <= one + len(head) for one, head in printed[end - 1].pieces[1:]
        ) or (len(printed[end - 1].pieces) == 1 and abs(printed[end - 1].pieces[0][0] - place) < 3)
        narrow = (text.isalpha() and len(text) <= LONGEST_SYLLABLE) or YEAR.fullmatch(text)
        if not (above and narrow):
            break
        end += 1
    return end


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


def _ends_sign(above: Printed, line: Printed) -> bool:
    """Whether a line begins with the "T" that a narrow column cut from the "ST" above it."""
    return line.first == "T" and above.first.upper() in ("ST", "T")


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
    if len(line.pieces) > 1 or sign_of(line) is not None:
        return True
    return line.pieces[0][0] > LEFT and len(line.pieces[0][1]) <= LONGEST_BEGIN


def _is_of_times(line: Printed) -> bool:
    """Whether a line has years alone, under the "Năm" over each, or the numbers of months."""
    said = [text for _, text in line.pieces]
    months = [str(month) for month in range(1, len(said) + 1)]
    return len(said) > 1 and (all(map(YEAR.fullmatch, said)) or (len(said) > 3 and said == months))


def numbers_columns(line: Printed) -> bool:
    """Whether a line numbers the columns above it: "(1)", "(2)", "(3)"."""
    signs = [COLUMN_SIGN.fullmatch(text) for _, text in line.pieces]
    return len(signs) >= FEWEST_COLUMNS and all(signs) and "(" in line.text


def _behind_signs(printed: Sequence[Printed], end: int) -> int:
    """Where a header ends with the line that numbers its columns."""
    return end + any(map(numbers_columns, printed[end : end + 1]))


def _is_header_line(line: Printed) -> bool:
    words = re.findall(r"[a-z]+", fold(re.sub(r"\([^)]*\)", " ", line.text)))
    words = [word for word in words if word != "t"]  # the rest of a narrow "STT"
    known = sum(word in TABLE_WORDS or word in TARGET_WORDS for word in words)
    return bool(words) and known * 5 >= len(words) * 4 and not LABEL.search(line.text)


def _names_columns(line: Printed) -> bool:
    """Whether a line that begins with "TT" names what a task has, beside columns of other names."""
    named = {found.lastgroup for found in NAMES.finditer(fold(line.text))}
    named |= {column.value for _, text in line.pieces if (column := column_of(fold(text)))}
    return _has_sign(line) and "content" in named and len(named & {"lead", "deadline"}) > 0


def _header_end(printed: Sequence[Printed], start: int) -> int:
    """Where a header ends whose words are not all known: at the first number or heading below."""
    for at in range(start + 1, min(start + HEADER_LINES, len(printed))):
        first = printed[at].first
        if NUMBER.fullmatch(first) or GROUP_NUMBER.fullmatch(first) or HEADING.fullmatch(first):
            return at
    return start + 1
