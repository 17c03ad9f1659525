"""The numbered measures of a plan's body ("1.1.", "2.3."), its tasks where no annex assigns any.

Most have no lead and no deadline. One that says both in its sentence is read so: "1. Công an xã
chủ trì ..., hoàn thành trước ngày 30/9/2025." Where the numbers only head what lettered and dashed
paragraphs assign ("a) Sở Tài chính chủ trì: - ..."), those are the tasks.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from db.enums import DeadlineKind
from plans.agencies import begins_agency, split_agencies
from plans.agency_spotting import spot_agencies
from plans.annexes import AnnexRows, Row
from plans.body_prose import part_deadline, part_lead, read_sayings
from plans.deadlines import read_deadline
from plans.scanned import says, skeleton, unlikeness
from plans.source import Line
from plans.words import fold, join_lines

SECTION = re.compile(r"(?P<number>[IVX1lL|]{1,5})\s?[.)] ?(?P<title>[^\W\d_].*)")
"""A section of the body: "III. NHIỆM VỤ, GIẢI PHÁP", its I perhaps read as 1 or l."""
MEASURE = re.compile(r"(?P<number>\d{1,2}\.\d{1,2})\. ?(?P<content>\S.*)")
GROUP = re.compile(r"(?P<number>\d{1,2})\. ?(?P<title>[^\W\d_].*)")
PAGE_NUMBER = re.compile(r"\d{1,3}")
LEADS = re.compile(
    r"(?P<lead>[^.;:]{4,120}?)(?:: ?| )(?:[Cc]hủ trì|là cơ quan chủ trì|chịu trách nhiệm)"
    r"(?P<helped>(?:,| và)? phối hợp(?: (?:chặt chẽ )?với)?)?,? ?"
)
HELPERS = ("các ", "những ")
"""How the agencies begin that are named behind "phối hợp với", if not with a capital."""
UNTIL = re.compile(
    r"[,;.(] ?(?P<until>(?:[Hh]oàn thành|[Xx]ong|[Tt]hực hiện|[Tt]hời (?:gian|hạn)|[Tt]rước"
    r"|[Tt]rong|[Cc]hậm nhất|[Tt]hường xuyên|[Tt]háng|[Qq]uý|[Nn]ăm|[Hh][ằà]ng|[Đđ]ến|[Đđ]ịnh kỳ)\b"
    r"[^;]{0,60})$"
)
READABLE = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING)
VERBS = frozenset(
    re.findall(
        r"(\w+)\s(\w+)",
        """ra soat; to chuc; xay dung; tham muu; trien khai; thuc hien; kiem tra; huong dan; cap
        nhat; de xuat; theo doi; don doc; tuyen truyen; van dong; bo tri; hoan thien; hoan
        thanh; phat dong; nghien cuu; tong hop; bao cao; dau tu; nang cap; cung cap; quan ly;
        giam sat; xu ly; tiep nhan; giai quyet; bao dam; dam bao; day manh; tang cuong; ban
        hanh; thanh lap; kien toan; mo lop; dao tao; boi duong; khao sat; danh gia; so hoa; ket
        noi; thu thap; lap ke; lap danh; lap ho; chuan bi; huy dong; phan bo; thanh tra; phat
        hien; ngan chan; cong khai; niem yet; thong ke; cong bo; khac phuc; phong chong; ra
        quan; chi dao; dieu tra; trinh ubnd; trinh hdnd; phat trien; duy tri; ap dung; ung dung;
        cung co; thuc day; ho tro; thi diem; nhan rong; quang ba; dang ky; kich hoat; trang bi;
        mua sam; lap dat""",
    )
)
"""How a task goes on behind the names of those that help, folded; two syllables of its verb."""
LONGEST_HELPERS = 28
"""In words."""
FEWEST = 3
"""So many numbered measures at least make a section one of measures."""


@dataclass(slots=True)
class Group:
    """A numbered heading with the measures under it; one without any is a measure itself."""

    number: str
    line: Line
    title: list[str]
    rows: list[tuple[str, Line, list[str]]] = field(default_factory=list)


def read_measures(body: Sequence[Line], counted_from: date) -> AnnexRows:
    """The measures as rows; none where the body has no such section.

    A section without measures of two figures ("1.1.") has them with one ("1."), of which all
    must say by when or who leads, to be told from headings.
    """
    sections = list(_sections(body))
    parts = [part for part in sections if _says_tasks(part)]
    section = next((part for part in parts if _counts_measures(part)), ())
    groups = list(_gather(section))
    told = tuple(row for part in parts for row in _told(part, counted_from))
    if len(told) >= FEWEST and len(told) >= sum(max(len(group.rows), 1) for group in groups):
        return AnnexRows(told, ())
    if not groups:
        single = [_assigned(list(_gather(part)), counted_from) for part in parts]
        assigned = max(single, key=len, default=())
        return AnnexRows(assigned or _told_last(sections, counted_from), ())
    rows = tuple(row for group in groups for row in _rows_of(group))
    return AnnexRows(_parted(rows, counted_from) or rows if len(rows) >= FEWEST else (), ())


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


def _says_tasks(section: Sequence[Line]) -> bool:
    """Whether the title speaks of tasks and measures, however its letters were read."""
    seen = [skeleton(word) for word in fold(section[0].text).split()]
    return any(
        unlikeness(one, "nhiem") < 0.9 and unlikeness(two, "vu") < 0.9
        for one, two in itertools.pairwise(seen)
    )


def _counts_measures(section: Sequence[Line]) -> bool:
    return sum(MEASURE.fullmatch(line.text) is not None for line in section) >= FEWEST


def _told_last(sections: Sequence[Sequence[Line]], counted_from: date) -> tuple[Row, ...]:
    """What the plan's last part assigns agency by agency ("1. Công an xã: - ..."), where no other
    part has tasks."""
    told = [tuple(_told(part, counted_from)) for part in sections if _carries_out(part)]
    return max((rows for rows in told if len(rows) >= FEWEST), key=len, default=())


def _carries_out(section: Sequence[Line]) -> bool:
    return says(fold(section[0].text), "thuc hien") or says(fold(section[0].text), "phan cong")


def _assigned(groups: Sequence[Group], counted_from: date) -> tuple[Row, ...]:
    """The single-numbered sentences as rows, if nearly all of them assign work."""
    rows = [row for group in groups for row in _rows_of(group)]
    return _parted([replace(row, group="", group_title="") for row in rows], counted_from)


def _parted(rows: Sequence[Row], counted_from: date) -> tuple[Row, ...]:
    """The sentences with their leads and deadlines taken out, if nearly all say who or when."""
    read = [_part_sentence(row, counted_from) for row in rows]
    telling = sum(row.lead is not None or row.deadline is not None for row in read)
    return tuple(read) if len(read) >= FEWEST and telling * 4 >= len(read) * 3 else ()


def _told(section: Sequence[Line], counted_from: date) -> Iterator[Row]:
    """What lettered and dashed paragraphs assign to an agency, under the headings they stand."""
    sayings = read_sayings(section, counted_from, headings_lead=True)
    for count, said in enumerate((said for said in sayings if said.lead), 1):
        heading = MEASURE.fullmatch(said.section) or GROUP.fullmatch(said.section)
        helpers, content = _part_helpers(said.content)
        until = said.deadline
        if until is None:
            content, until = _part_until(content, counted_from)
        yield Row(
            line=said.line,
            group=heading["number"] if heading else "",
            group_title=heading[2] if heading else "",
            no=str(count),
            content=content[:1].upper() + content[1:],
            lead=said.lead,
            coordinating=helpers,
            deadline=until,
        )


def _part_helpers(content: str) -> tuple[str | None, str]:
    """Who is named behind "phối hợp với", and what is to be done with them.

    >>> _part_helpers("phối hợp với Công an xã, các thôn rà soát hộ nghèo")
    ('Công an xã, các thôn', 'rà soát hộ nghèo')
    """
    begun = re.match(r"(?:và )?phối hợp (?:chặt chẽ )?với ", content)
    return _names_first(content[begun.end() :], content) if begun else (None, content)


def _names_first(words: str, whole: str) -> tuple[str | None, str]:
    """The agencies that the words begin with and the rest; none and the whole where no task
    follows them."""
    if not (words[:1].isupper() or words.startswith(HELPERS)) or not _is_helpers(words):
        return None, whole
    ends = [
        space.start() for space in re.finditer(r",? (?=\w)", words) if words[space.end()].islower()
    ]
    for end in ends:
        names, rest = words[:end], words[end:].lstrip(", ")
        if _opens_work(rest) and all(map(_is_helpers, split_agencies(names))):
            return names, rest
    return None, whole


def _is_helpers(name: str) -> bool:
    return begins_agency(name[:1].upper() + name[1:])


def _opens_work(words: str) -> bool:
    """Whether the words begin with the verb of a task ("rà soát", "tổ chức")."""
    first, second = [*words.split(" ", 2), "", ""][:2]
    return (fold(first), fold(second).rstrip(",.;")) in VERBS


def _part_sentence(row: Row, counted_from: date) -> Row:
    """The row with the lead and the deadline that its sentence names, taken out of it."""
    content = row.content.rstrip(" .;")
    helpers = None
    lead = LEADS.match(content)
    if lead is not None and begins_agency(lead["lead"].removeprefix("Giao ")):
        content = content[lead.end() :]
        if lead["helped"]:
            helpers, content = _names_first(content, content)
    if lead is None:
        return _part_scanned(row, content, counted_from)
    content, until = _part_until(content, counted_from)
    return replace(
        row,
        content=content[:1].upper() + content[1:],
        lead=lead["lead"].removeprefix("Giao ") if lead else None,
        coordinating=helpers,
        deadline=until,
    )


def _part_scanned(row: Row, content: str, counted_from: date) -> Row:
    """The same of a sentence whose words a scan has damaged, or that names no lead."""
    named, rest = part_lead(content.removeprefix("Giao "))
    helpers, rest = _part_scanned_helpers(rest) if named else (None, rest)
    content, until = _part_until(rest if named else content, counted_from)
    if until is None:
        content, until = part_deadline(content, counted_from)
    content = content[:1].upper() + content[1:]
    return replace(row, content=content, lead=named, coordinating=helpers, deadline=until)


def _part_scanned_helpers(rest: str) -> tuple[str | None, str]:
    """The agencies behind a "phối hợp với" that a scan has damaged, and what is to be done."""
    words = rest.split()
    if not says(" ".join(words[:2]), "phoi hop"):
        return None, rest
    for end in range(min(len(words), LONGEST_HELPERS), 4, -1):
        spotted = spot_agencies(" ".join(words[3:end]))
        if spotted.names and not spotted.skipped and spotted.cost <= len(spotted.names):
            return " ".join(words[3:end]).rstrip(","), " ".join(words[end:])
    return None, rest


def _part_until(content: str, counted_from: date) -> tuple[str, str | None]:
    """What is to be done, and the deadline that the sentence closes with, if it has one."""
    for found in UNTIL.finditer(content):
        if read_deadline(found["until"], issued_on=counted_from).kind in READABLE:
            until = re.sub(r"^[Tt]hời (?:gian|hạn)[^:]{0,20}: ?", "", found["until"].strip(" ()"))
            return content[: found.start()], until
    return content, None


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
