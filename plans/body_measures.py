"""The numbered measures of a plan's body ("1.1.", "2.3."), its tasks where no annex assigns any."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plans.annexes import AnnexRows, Row
from plans.scanned import skeleton, unlikeness
from plans.source import Line
from plans.words import fold, join_lines

SECTION = re.compile(r"(?P<number>[IVX1lL|]{1,5})\s?[.)] ?(?P<title>[^\W\d_].*)")
"""A section of the body: "III. NHIỆM VỤ, GIẢI PHÁP", its I perhaps read as 1 or l."""
MEASURE = re.compile(r"(?P<number>\d{1,2}\.\d{1,2})\. ?(?P<content>\S.*)")
GROUP = re.compile(r"(?P<number>\d{1,2})\. ?(?P<title>[^\W\d_].*)")
PAGE_NUMBER = re.compile(r"\d{1,3}")
FEWEST = 3
"""So many numbered measures at least make a section one of measures."""


@dataclass(slots=True)
class Group:
    """A numbered heading with the measures under it; one without any is a measure itself."""

    number: str
    line: Line
    title: list[str]
    rows: list[tuple[str, Line, list[str]]] = field(default_factory=list)


def read_measures(body: Sequence[Line]) -> AnnexRows:
    """The measures as rows without lead or deadline; none where the body has no such section."""
    section = next((part for part in _sections(body) if _is_of_measures(part)), ())
    groups = list(_gather(section))
    rows = tuple(row for group in groups for row in _rows_of(group))
    return AnnexRows(rows if len(rows) >= FEWEST else (), ())


def _sections(body: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The body in its parts, each beginning with its roman number and its title in capitals."""
    starts = [at for at, line in enumerate(body) if _begins_section(line.text)]
    for start, end in zip(starts, [*starts, len(body)][1:], strict=True):
        yield body[start:end]


def _begins_section(text: str) -> bool:
    found = SECTION.fullmatch(text)
    if found is None:
        return False
    letters = [letter for letter in str(found["title"]) if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > len(letters) * 0.6


def _is_of_measures(section: Sequence[Line]) -> bool:
    """Whether the title speaks of tasks and measures, however its letters were read."""
    seen = [skeleton(word) for word in fold(section[0].text).split()]
    said = any(
        unlikeness(one, "nhiem") < 0.9 and unlikeness(two, "vu") < 0.9
        for one, two in itertools.pairwise(seen)
    )
    numbered = sum(MEASURE.fullmatch(line.text) is not None for line in section)
    return said and numbered >= FEWEST


def _gather(section: Sequence[Line]) -> Iterator[Group]:
    """The groups in order, each with its measures; what stands above the first is passed over."""
    group: Group | None = None
    here: list[str] = []
    for line in section[1:]:
        if PAGE_NUMBER.fullmatch(line.text):
            continue
        measure = MEASURE.fullmatch(line.text)
        heading = GROUP.fullmatch(line.text)
        if measure is not None and group is not None:
            here = [measure["content"]]
            group.rows.append((measure["number"], line, here))
        elif (
            heading is not None
            and int(heading["number"]) == (int(group.number) if group else 0) + 1
        ):
            if group is not None:
                yield group
            here = [heading["title"]]
            group = Group(heading["number"], line, here)
        else:
            here.append(line.text)
    if group is not None:
        yield group


def _rows_of(group: Group) -> Iterator[Row]:
    title = join_lines(group.title)
    if not group.rows:
        yield Row(group.line.number, group.number, title, group.number, title)
    for number, line, content in group.rows:
        yield Row(line.number, group.number, title, number, join_lines(content))
