"""A woven table's lines under its header: the groups they stand in, and the rows' numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plans.annexes import read_number
from plans.files.numbering import in_form
from plans.source import Line
from plans.words import join_lines

MARK = re.compile(
    r"(?P<no>\d{1,3}(?:\.\d{1,3}){0,2}(?=[.) ])|[a-hđ](?=[.)]))[.)]? (?:\| ?)?(?=\w|[“\"(])"
)
ALONE = re.compile(r"(?P<no>\d{1,3}(?:\.\d{1,3}){0,2}|[a-hđ](?=[.)]))[.)]?")
GROUP = re.compile(r"(?P<no>(?:[IVXLHịị|l1]|i(?=l)){1,5}|[A-H])[.)]?(?: \|)? (?P<title>[^\W\d_].*)")
ROMAN = re.compile(r"[IVX][IVXl|]*[.)]?")
PAGE_NUMBER = re.compile(r"[-–]? ?\d{1,3} ?[-–]?")
SIGNS = re.compile(r"(?:[(\[]\d{1,2}[)\]] ?){3,}")
"""What numbers the columns: "(1) (2) (3)"."""
TITLE_LINES = 3
LETTERS = "ABCDEFGH"


@dataclass(slots=True)
class Stretch:
    """Lines between two headings, with the rows' numbers and the lines they stand on."""

    group: str
    title: str
    lines: list[Line] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)


def part_stretches(
    lines: Sequence[Line],
    header: frozenset[int],
    counted: Mapping[int, str] | None = None,
    groups: int = 0,
) -> Iterator[Stretch]:
    """The lines under the header, parted by the headings of groups; `counted` are the places and
    numbers of rows where a scan ruined these, and so many `groups` stand on the pages before."""
    here = Stretch("", "")
    over = GROUP.fullmatch(lines[min(header) - 1].text) if min(header) else None
    if over is not None and _is_group(over, groups, None, "1. A"):
        groups += 1
        here = Stretch(_group_number(over["no"], groups), over["title"])
    found = (
        _by_print(lines, header, here, groups)
        if counted is None
        else _by_count(lines, header, here, groups, counted)
    )
    return (stretch for stretch in found if stretch.lines)


def _body(lines: Sequence[Line], header: frozenset[int]) -> Iterator[int]:
    """The places of the lines with words, down to what closes the table."""
    for at in range(min(header), len(lines)):
        if at in header or not lines[at].text.strip(" |_-") or SIGNS.fullmatch(lines[at].text):
            continue
        if re.match(r"(?:nơi nhận|ghi chú) ?:", lines[at].text.lower()):
            return
        yield at


def _by_count(
    lines: Sequence[Line],
    header: frozenset[int],
    here: Stretch,
    groups: int,
    counted: Mapping[int, str],
) -> Iterator[Stretch]:
    """The stretches where the rows' places are known."""
    below: int | None = None  # the place of a title whose number stands above it
    for at in _body(lines, header):
        line = lines[at]
        if at in counted:
            here.marks.append((len(here.lines), counted[at]))
            here.lines.append(line)
            continue
        if at == below or PAGE_NUMBER.fullmatch(line.text):
            continue
        heading = GROUP.fullmatch(line.text)
        if ROMAN.fullmatch(line.text) and at + 1 not in counted:
            after = lines[at + 1].text if at + 1 < len(lines) else ""
            heading, below = GROUP.fullmatch(f"{line.text} {after}"), at + 1
        if heading is not None and _is_ruined_group(heading, groups):
            yield here
            groups += 1
            here = Stretch(_group_number(heading["no"], groups), heading["title"])
        else:
            here.lines.append(line)
    yield here


def _by_print(
    lines: Sequence[Line], header: frozenset[int], here: Stretch, groups: int
) -> Iterator[Stretch]:
    """The stretches where the numbers printed tell of the rows."""
    last: str | None = None
    letter: str | None = None
    titled = 0
    for at in _body(lines, header):
        if at < titled:
            continue
        line = lines[at]
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        heading = GROUP.fullmatch(line.text)
        if heading is not None and _is_group(heading, groups, last, after):
            yield here
            groups += 1
            here = Stretch(_group_number(heading["no"], groups), heading["title"])
            continue
        mark = MARK.match(line.text) or ALONE.fullmatch(line.text)
        if mark is None or not _goes_on(mark["no"], last, letter):
            if here.title and not here.lines and line.text.isupper():
                here.title = join_lines([here.title, line.text])
            elif not PAGE_NUMBER.fullmatch(line.text):
                here.lines.append(line)
            continue
        below = _title_end(lines, at, header)
        if below < len(lines) and _heads_parts(mark["no"], lines[below].text):
            yield here
            title = join_lines(
                [line.text[mark.end() :], *(one.text for one in lines[at + 1 : below])]
            )
            here, last, letter = Stretch(mark["no"], title), mark["no"], None
            titled = below
            continue
        here.marks.append((len(here.lines), mark["no"]))
        letter = mark["no"] if mark["no"].isalpha() else None
        last = last if letter else mark["no"]
        here.lines.append(line)
    yield here


def _goes_on(no: str, last: str | None, letter: str | None) -> bool:
    """Whether a number or a letter may be the next row's."""
    return _follows_letter(letter, no) if no.isalpha() else _follows(last, no)


def _group_number(printed: str, count: int) -> str:
    """The letter as printed, or the count: a scan seldom leaves a roman number as it was."""
    if len(printed) == 1 and printed in LETTERS:
        return printed
    return in_form(count, "upperRoman")


def _is_group(heading: re.Match[str], groups: int, last: str | None, after: str) -> bool:
    """Whether a line is the heading of the next group and no row that is numbered alike."""
    no = heading["no"]
    if len(no) == 1 and no in LETTERS:
        return LETTERS.index(no) == groups
    begun = MARK.match(after)
    if begun is not None and _follows(last, begun["no"]) and no != last:
        return no != "1" or begun["no"] == "1"
    number = read_number(no.replace("l", "I"))
    return no != "1" and number is not None and groups < number <= groups + 2


def _is_ruined_group(heading: re.Match[str], groups: int) -> bool:
    """The same where the rows are counted; a roman number may have lost a stroke."""
    no = heading["no"]
    number = read_number(no.replace("l", "I"))
    return number is not None and (
        groups < number <= groups + 2 or (number == groups and number > 1)
    )


def _title_end(lines: Sequence[Line], at: int, header: frozenset[int]) -> int:
    """The place behind a title that goes on over a line or two in small letters."""
    end = at + 1
    while (
        end < min(at + TITLE_LINES, len(lines))
        and end not in header
        and lines[end].text[:1].islower()
        and MARK.match(lines[end].text) is None
    ):
        end += 1
    return end


def _heads_parts(no: str, after: str) -> bool:
    """Whether a number only heads those after it: "1" before "1.1"."""
    mark = MARK.match(after)
    return mark is not None and (mark["no"].startswith(f"{no}.") or mark["no"] == "a")


def _follows_letter(last: str | None, letter: str) -> bool:
    """Whether a letter may be the next after the last of the same number's."""
    row = "abcdđefgh"
    return letter == "a" or (last is not None and row.find(letter) == row.find(last) + 1)


def _follows(last: str | None, no: str) -> bool:
    """Whether a number may be the next after the last: 2 after 1, 1.2 after 1.1, 2.1 or 2 after
    1.3, 1 anew under another heading."""
    if no.isalpha():
        return no == "a"
    parts = [int(part) for part in no.split(".")]
    if last is None:
        return parts[-1] == 1
    before = [int(part) for part in last.split(".")]
    if len(parts) > len(before):
        return parts == [*before, 1]
    if len(parts) == len(before) and parts[:-1] == before[:-1]:
        return before[-1] < parts[-1] <= before[-1] + 3 or (len(parts) == 1 and parts[0] == 1)
    if len(parts) > 1:
        return (
            parts[:-1] == [*before[: len(parts) - 2], before[len(parts) - 2] + 1] and parts[-1] == 1
        )
    return 0 < parts[0] - before[0] <= 1 or parts[0] == 1
