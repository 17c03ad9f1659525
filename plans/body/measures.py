"""The numbered measures of a plan's body ("1.1.", "2.3."), its tasks where no annex assigns any.

Most have no lead and no deadline. One that says both in its sentence is read so: "1. Công an xã
chủ trì ..., hoàn thành trước ngày 30/9/2025." Where the numbers only head what lettered and dashed
paragraphs assign ("a) Sở Tài chính chủ trì: - ..."), those are the tasks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from plans.annexes import Annex, AnnexRows, Row
from plans.body.assigning_sentences import part_scanned_helpers, part_sentence
from plans.body.named_first import part_helpers
from plans.body.prose import read_sayings
from plans.lists.read import read_labelled_list
from plans.scanned import says
from plans.source import Line
from plans.words import fold, join_lines

SECTION = re.compile(
    r"(?P<number>[IVX1lL|]{1,5})(?:\s?[.)/]\s?|\s?[-–—]\s?| )(?P<title>[^\W\d_].*)"
)
"""A section of the body: "III. NHIỆM VỤ, GIẢI PHÁP", "III- NHIỆM VỤ" as the Party has it, its I
perhaps read as 1 or l and its mark lost."""
MEASURE = re.compile(
    r"(?P<number>\d{1,2}\.\d{1,2})(?:\. ?|, |\s?[-–—] ?| (?=[A-ZĐÀ-Ỹ]))(?P<content>\S.*)"
)
GROUP = re.compile(r"(?P<number>\d{1,2})(?:\. ?|, |\s?[-–—] )(?P<title>[^\W\d_].*)")
ITS_PARTS = re.compile(
    r"^\W*[ivx1l]+\W+(?:muc dich|muc tieu|yeu cau|quan diem|to chuc thuc hien)\b"
)
"""How the parts of a whole plan are headed that assign nothing."""
PAGE_NUMBER = re.compile(r"\d{1,3}")
CLOSING = re.compile(
    r"noi nh\w{1,3}n\b|tren day la\b|dieu \d{1,2}\. (?:quyet dinh|nghi quyet|chi thi) nay\b"
)
AFTER = re.compile(
    r"(?:Định kỳ|Trên đây|Yêu cầu|Đề nghị|(?:Trong q|Q)uá trình|H[ằà]ng (?:tháng|quý))\b"
)
"""How a paragraph begins that stands behind the last measure and is none of its words."""
TIME_WITHIN = re.compile(
    r"[,;] (?:hoàn thành |xong )?(?:trước|chậm nhất|trong (?:[Tt]háng|[Qq]uý|năm)|từ ngày)\b"
    r"[^,;]{0,20}\d{4}"
)
"""How a time begins behind the work of a sentence, whatever follows it."""
ENDED = re.compile(r"(?:[.]|\d{4})$")
"""How the last line of a measure ends, whose full stop a scan may have lost behind a year."""
ARTICLE = re.compile(r"Điều \d{1,2}[.:]")
FEWEST, FEWEST_LABELLED = 3, 2
"""So many numbered measures at least make a section one of measures; labels are surer."""


@dataclass(slots=True)
class Group:
    """A numbered heading with the measures under it; one without any is a measure itself."""

    number: str
    line: Line
    title: list[str]
    rows: list[tuple[str, Line, list[str]]] = field(default_factory=list)


def read_measures(
    body: Sequence[Line], counted_from: date, *, scanned: bool, alone: bool = False
) -> AnnexRows:
    """The measures as rows; none where the body has no such section.

    With `alone` nothing else can have tasks: then few that a decision's articles give are its.

    A section without measures of two figures ("1.1.") has them with one ("1."), of which all
    must say by when or who leads, to be told from headings.
    """
    body = _until_closing(body)
    sections = list(_sections(body))
    parts = [part for part in sections if _says_tasks(part)]
    if labelled := _labelled(sections, counted_from):
        return labelled
    section = next((part for part in parts if _counts_measures(part)), ())
    groups = list(_gather(section))
    told = tuple(row for part in parts for row in _told(part, counted_from, scanned=scanned))
    single = [_assigned(list(_gather(part)), counted_from, scanned=scanned) for part in parts]
    assigned = max(single, key=len, default=()) if not groups else ()
    measures = sum(max(len(group.rows), 1) for group in groups)
    if len(told) >= max(FEWEST, measures) and len(told) > len(assigned):
        return AnnexRows(told, ())
    if not groups:
        last = assigned or _told_last(sections, counted_from, scanned=scanned)
        led = last or _led(sections or [body], counted_from, scanned=scanned)
        few = alone and not led and any(ARTICLE.match(line.text) for line in body)
        return AnnexRows(_given(body, counted_from, scanned=scanned) if few else led, ())
    rows = tuple(row for group in groups for row in _rows_of(group))
    parted = _parted(rows, counted_from, scanned=scanned)
    return AnnexRows(parted or rows if len(rows) >= FEWEST else (), ())


def _labelled(sections: Sequence[Sequence[Line]], counted_from: date) -> AnnexRows | None:
    """The tasks of parts that are printed as an annex's list is ("- Cơ quan chủ trì: ...").

    Where only one part is, its tasks have no group above their own.
    """
    whole = [_label_rows(part, part[0], counted_from) for part in sections]
    told = [at for at, rows in enumerate(whole) if rows]
    if len(told) == 1:
        part = sections[told[0]]
        whole = [_label_rows(part[1:], part[0], counted_from)]
    rows = tuple(row for found in whole for row in found)
    led = sum(row.lead is not None for row in rows)
    return AnnexRows(rows, ()) if led >= FEWEST_LABELLED and led * 2 > len(rows) else None


def _label_rows(part: Sequence[Line], title: Line, counted_from: date) -> tuple[Row, ...]:
    """The tasks of a part's groups of which any says behind a label who leads."""
    found = read_labelled_list(Annex("body", title.text, tuple(part)), counted_from)
    rows = found.rows if found else ()
    led = {(row.group, row.group_title) for row in rows if row.lead is not None}
    return tuple(row for row in rows if (row.group, row.group_title) in led)


def _until_closing(body: Sequence[Line]) -> Sequence[Line]:
    """The body up to the words that close it ("Trên đây là ...") or to whom it goes to."""
    closes = (at for at, line in enumerate(body) if CLOSING.match(fold(line.text)))
    return body[: next(closes, len(body))]


def _sections(body: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The body in its parts, each beginning with its roman number and its title in capitals."""
    starts = [at for at, line in enumerate(body) if _begins_section(line.text)]
    for start, end in zip(starts, [*starts, len(body)][1:], strict=True):
        yield body[start:end]


def is_enclosed(lines: Sequence[Line]) -> bool:
    """Whether what is printed behind a decision is a plan of its own, with its parts."""
    return any(ITS_PARTS.search(fold(part[0].text)) for part in _sections(lines))


def _begins_section(text: str) -> bool:
    found = SECTION.fullmatch(text)
    if found is None:
        return False
    letters = [letter for letter in str(found["title"]) if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > len(letters) * 0.6


def _says_tasks(section: Sequence[Line]) -> bool:
    """Whether the title speaks of tasks and measures, however its letters were read."""
    return says(fold(section[0].text), "nhiem vu")


def _counts_measures(section: Sequence[Line]) -> bool:
    return sum(MEASURE.fullmatch(line.text) is not None for line in section) >= FEWEST


def _told_last(
    sections: Sequence[Sequence[Line]], counted_from: date, *, scanned: bool
) -> tuple[Row, ...]:
    """What the plan's last part assigns agency by agency ("1. Công an xã: - ..."), where no other
    part has tasks."""
    told = [
        tuple(_told(part, counted_from, scanned=scanned)) for part in sections if _carries_out(part)
    ]
    return max((rows for rows in told if len(rows) >= FEWEST), key=len, default=())


def _led(parts: Sequence[Sequence[Line]], counted_from: date, *, scanned: bool) -> tuple[Row, ...]:
    """The sentences of a paper without a part of tasks, such as the conclusions of a meeting,
    that each say who leads or until when."""
    read = [
        rows
        for part in parts
        for rows in (
            tuple(
                row
                for row in _assigned(list(_gather(part)), counted_from, scanned=scanned)
                if row.lead is not None or row.deadline is not None
            ),
            tuple(_told(part, counted_from, scanned=scanned)),
        )
    ]
    return max((rows for rows in read if len(rows) >= FEWEST), key=len, default=())


def _given(body: Sequence[Line], counted_from: date, *, scanned: bool) -> tuple[Row, ...]:
    """What a decision's articles give to agencies, if one of them says until when."""
    rows = tuple(row for row in _told(body, counted_from, scanned=scanned) if row.lead)
    return rows if any(row.deadline for row in rows) else ()


def _carries_out(section: Sequence[Line]) -> bool:
    return says(fold(section[0].text), "thuc hien") or says(fold(section[0].text), "phan cong")


def _assigned(groups: Sequence[Group], counted_from: date, *, scanned: bool) -> tuple[Row, ...]:
    """The single-numbered sentences as rows, if nearly all of them assign work."""
    rows = [row for group in groups for row in _rows_of(group)]
    rows = [replace(row, group="", group_title="") for row in rows]
    return _parted(rows, counted_from, scanned=scanned)


def _parted(rows: Sequence[Row], counted_from: date, *, scanned: bool) -> tuple[Row, ...]:
    """The sentences with their leads and deadlines taken out, if nearly all say who or when."""
    read = [_doubt_time(part_sentence(row, counted_from, scanned=scanned)) for row in rows]
    telling = sum(row.lead is not None or row.deadline is not None for row in read)
    return tuple(read) if len(read) >= FEWEST and telling * 4 >= len(read) * 3 else ()


def _doubt_time(row: Row) -> Row:
    """The row, doubted where it has no deadline and a time stands among its words."""
    if row.deadline is not None or TIME_WITHIN.search(row.content) is None:
        return row
    return replace(row, doubts=(*row.doubts, "deadline_unreadable"))


def _told(section: Sequence[Line], counted_from: date, *, scanned: bool) -> Iterator[Row]:
    """What lettered and dashed paragraphs assign to an agency, under the headings they stand."""
    sayings = read_sayings(section, counted_from, headings_lead=True, scanned=scanned)
    bracketed = {said.section for said in sayings if said.bracketed}
    told = (said for said in sayings if said.lead or said.section in bracketed)
    for count, said in enumerate(told, 1):
        heading = MEASURE.fullmatch(said.section) or GROUP.fullmatch(said.section)
        own = said.section if said.section.isdigit() else ""
        helpers, content = part_helpers(said.content)
        helpers = said.helpers or helpers
        if scanned and helpers is None:
            helpers, content = part_scanned_helpers(said.content)
        row = Row(
            line=said.line,
            group=heading["number"] if heading else "",
            group_title=heading[2] if heading else "",
            no=own or str(count),
            content=content[:1].upper() + content[1:],
            lead=said.lead,
            coordinating=helpers,
            deadline=said.deadline,
            doubts=("lead_unsure",) if said.unsure else (),
        )
        yield _doubt_time(row)


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
        elif AFTER.match(line.text) and here and ENDED.search(here[-1]):
            here = []  # of no measure
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
