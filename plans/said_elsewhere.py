"""What a row says in another place than the column it belongs to.

Some tables have one column for who leads and who helps ("Chủ trì: ...; Phối hợp: ..."), some
print the time once, in the heading over the rows of a quarter, and some say "nt" for what stands
in the row above.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from db.enums import DeadlineKind
from plans.agencies.heads import begins_agency
from plans.agencies.parting import split_agencies
from plans.agencies.spotting import spot_agencies
from plans.annexes import AnnexRows, Row
from plans.deadlines.read import read_deadline
from plans.ditto import is_ditto
from plans.labelled_cells import take_labelled
from plans.words import DASHES, clean, fold, letters

LABEL = r"(?:(?:cac )?(?:co quan|don vi|bo phan)(?:,? don vi)? )?"
LEADS, HELPS = (
    rf"(?:[-+*•] ?)?(?:{LABEL}{role}(?: thuc hien)?|(?:cq|dv)?{short}) ?: ?"
    for role, short in (("chu tri", "ct"), ("phoi hop", "ph"))
)
LABELLED = re.compile(rf"{LEADS}(?P<lead>.*?)[.;,]?\s*{HELPS}(?P<helpers>.*)")
"""Both named behind labels, "CT:" and "PH:" for short."""
LABELLED_LEAD = re.compile(rf"{LEADS}(?P<lead>.*)")
LABELLED_HELPERS = re.compile(
    rf"(?P<lead>[^:]+?)[.;,]?\s*(?:\((?:{HELPS}|phoi hop(?: voi)? )(?P<others>.+)\)"
    rf"|{HELPS}(?P<helpers>.+))"
)
"""Those that help behind a label or in brackets: "Công an xã (phối hợp: Trạm Y tế xã)"."""
SAID = re.compile(
    r"(?P<lead>.+?),? (?:\(chu tri\)|chu tri)[;,.]?(?: va)?"
    r"(?: (?:phoi hop(?: (?:chat che )?(?:voi|cung))? (?P<with>.+)"
    r"|(?P<others>.+?) (?:\(phoi hop\)|phoi hop)))?[.;]?"
)
"""Both said: "Công an xã chủ trì, phối hợp với Phòng Kinh tế", "... (chủ trì); ... (phối hợp)"."""
WITHIN_TITLE = re.compile(
    r"\b(?:hoan thanh|thuc hien|trien khai|trong|truoc|quy|thang|nam|thuong xuyen|hang|giai doan)\b"
)
"""Where a time may begin within a heading: "Nhiệm vụ hoàn thành trước ngày 30/9/2026"."""
FIRST_LEADS = re.compile(
    r"(?:co quan|don vi)\b[^.;)]{0,20}\b(?:ghi|in|neu|dung|xep|viet|liet ke|o)"
    r"(?: ten)? (?:vi tri )?(?:dau(?: tien)?|truoc|thu nhat)\b[^.;)]{0,30}\bchu tri"
    r"|\bchu tri\b[^.;)]{0,20}\b(?:ghi|in|neu|dung|xep|viet|liet ke)"
    r"(?: ten)? (?:dau(?: tien)?|truoc|thu nhat)\b"
)
"""How a plan says that of several agencies in a cell the first leads: "(cơ quan ghi đầu tiên là cơ
quan chủ trì)"."""
LONGEST_NAME = 14
"""In words; a heading that is an agency's name."""
LONGEST_TIME = 120
"""In characters; what goes on longer after "trong" or "đến" in a heading is a sentence."""
TIMES = (DeadlineKind.BY, DeadlineKind.RECURRING, DeadlineKind.ONGOING)


def put_in_place(found: AnnexRows, counted_from: date) -> AnnexRows:
    """The rows with what they say of helpers and time where it belongs.

    A heading gives its rows the time, or who leads, where none of them has any, and most headings
    of such rows name one. A bare year over some of a plan's rows is no time of theirs.
    """
    rows = [_part_helpers(take_labelled(row)) for row in _say_again(found.rows)]
    timeless = _titles_without(rows, "deadline")
    times = {title: time_in(title, counted_from) for title in timeless}
    if any(row.deadline for row in rows):
        times = {title: time if _is_exact(time) else None for title, time in times.items()}
    if _most_tell(times):
        rows = [replace(row, deadline=row.deadline or times.get(row.group_title)) for row in rows]
    leads = {title: _agency_in(title) for title in _titles_without(rows, "lead")}
    if _most_tell(leads):
        rows = [replace(row, lead=row.lead or leads.get(row.group_title)) for row in rows]
    return AnnexRows(tuple(rows), found.unread)


def _titles_without(rows: Sequence[Row], cell: str) -> list[str]:
    """The headings none of whose rows has the cell."""
    titles = dict.fromkeys(row.group_title for row in rows if row.group_title)
    filled = {row.group_title for row in rows if getattr(row, cell)}
    return [title for title in titles if title not in filled]


def _most_tell(told: Mapping[str, str | None]) -> bool:
    return sum(one is not None for one in told.values()) * 2 > len(told)


def _is_exact(time: str | None) -> bool:
    """Whether a heading's time is more than the year that the whole plan is of."""
    return time is not None and re.fullmatch(r"(?:trong )?(?:nam )?20\d\d", fold(time)) is None


def let_first_lead(row: Row) -> Row:
    """The row with the first of the agencies in its lead's cell as the one that leads, where the
    cell does not tell by its own words who helps."""
    if row.coordinating or not row.lead or _part_helpers(row) is not row:
        return row
    first, *others = split_agencies(row.lead) or [""]
    if not others or not begins_agency(first):
        return row
    return replace(row, lead=first, coordinating="; ".join(others))


def _say_again(rows: Sequence[Row]) -> list[Row]:
    """The rows, each cell that refers to the one above with the words of that; a first row's has
    nothing above it and stays."""
    said: list[Row] = []
    for row in rows:
        above = said[-1] if said else row
        again = {
            cell: words
            for cell in ("lead", "coordinating", "product", "deadline")
            if is_ditto(getattr(row, cell) or "") and (words := getattr(above, cell)) is not None
        }
        said.append(replace(row, **again))
    return said


def _part_helpers(row: Row) -> Row:
    """The row with its helpers apart from its lead, where one cell names both."""
    lead, helpers = part_roles(row.lead)
    if helpers is None or (row.coordinating and helpers):
        return row
    return replace(row, lead=lead, coordinating=helpers or row.coordinating)


def part_roles(cell: str | None) -> tuple[str | None, str | None]:
    """Who leads and who helps, where one cell says of each which it is; the cell as it is and None
    where it does not.

    >>> part_roles("Chủ trì: Công an xã; phối hợp: Các thôn")
    ('Công an xã', 'Các thôn')
    """
    printed = clean(cell or "")
    words = fold(printed)
    if not printed or len(words) != len(printed):
        return cell, None
    ways = (LABELLED, SAID, LABELLED_LEAD, LABELLED_HELPERS)
    found = next(filter(None, (way.fullmatch(words) for way in ways)), None)
    if found is None:
        return cell, None
    spans = {
        name: printed[slice(*found.span(name))] for name, said in found.groupdict().items() if said
    }
    lead = spans.pop("lead", "").strip(" .;,")
    helpers = next(iter(spans.values()), "").strip(" .;,")
    return (lead, helpers) if begins_agency(lead) else (cell, None)


def time_in(title: str, counted_from: date) -> str | None:
    """The time that a heading names, the whole of it or its end; None where it names none."""
    printed = clean(title).strip(" .:;")
    words = fold(printed)
    if len(words) != len(printed):
        return None
    for begun in WITHIN_TITLE.finditer(words):
        until = printed[begun.start() :].strip("() ")
        if (
            len(until) <= LONGEST_TIME
            and read_deadline(until, issued_on=counted_from).kind in TIMES
        ):
            return until
    return None


def _agency_in(title: str) -> str | None:
    """The agency that a heading is and nothing else, in capitals or not; None for other words."""
    name = clean(title).strip(" .:;")
    if name.isupper():
        usual = spot_agencies(name.capitalize())
        whole = len(usual.names) == 1 and letters(usual.names[0]) == letters(name)
        name = usual.names[0] if whole else name.capitalize()
    return name if begins_agency(name) and len(name.split()) <= LONGEST_NAME else None


def join_times(start: str, end: str) -> str | None:
    """Until when, behind the day to begin on where that has a column of its own."""
    start, end = (time.strip(f"-{DASHES} ") for time in (start, end))
    if end and (not start or fold(start) == fold(end)):
        return end
    return f"{start} - {end}" if end else f"Từ {start}" if start else None
