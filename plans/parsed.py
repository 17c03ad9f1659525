"""What reading a plan gives: frozen values, nothing stored yet, every doubt a word."""

from dataclasses import dataclass
from datetime import date

from plans.certainty import Certainty, how_sure
from plans.deadlines.read import Deadline
from plans.files.document import Place
from plans.head.reporting import ReportingRule
from plans.head.steering import NO_STEERING, Steering
from plans.indicators.targets import Target


@dataclass(frozen=True, slots=True)
class ParsedGroup:
    """A heading of an annex with tasks under it; `group` is its number as printed."""

    source: str
    group: str
    title: str


@dataclass(frozen=True, slots=True)
class ParsedTask:
    """One row that assigns work.

    `source` is the annex ("annex-3"), `no` the number as printed without its dot, `sub` counts
    the dash rows under one number. `line` is where the row begins in the text, counted from 1;
    `place` finds that line in a file of pages or sheets, and is None for a plain text.
    `doubts` are short machine words: "lead_missing", "lead_collective", "several_leads",
    "agency_unknown", "deadline_unreadable", "deadline_uncounted", "deadline_several" (the cell
    names more days, and the earliest counts), "deadline_working_days"
    (`Deadline.worked`), "deadline_year" (`Deadline.year_unsaid`), "deadline_unsure" (two looks at
    the picture read other figures), "row_cut" (its beginning stands
    on a page that is not here), "number_missing"; of a table that the
    cells "cells_unsure", "lead_unsure", "helpers_unsure" and "product_unsure"; of a photo
    "columns_joined" (no line was found between two) and "page_unclear"; of a table that the
    body's prose has mended "lead_from_prose", "deadline_from_prose", "deadline_differs" and
    "row_from_prose". `content_raw` is the content of a scan as it came, `doubtful_words` what
    of it a reader should look at; None and empty for a clean plan.
    """

    source: str
    group: str
    group_title: str
    no: str
    sub: int | None
    content: str
    parent_content: str | None
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    product: str | None
    deadline_raw: str | None
    deadline_text: str | None
    deadline: Deadline
    line: int
    doubts: tuple[str, ...] = ()
    content_raw: str | None = None
    doubtful_words: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def certainty(self) -> Certainty:
        return how_sure(self.doubts, self.doubtful_words)


@dataclass(frozen=True, slots=True)
class ParsedIndicator:
    """One row of an indicator table (chỉ tiêu, mục tiêu); `raw_name` is its name as it came.

    `targets` are pairs of a year and what is to be reached in it; a year without a target is left
    out, and its name is empty where the plan prints none. A `heading` only heads the rows below.
    `doubts`: "name_guessed" (known by the words that scanning left), "name_unsure" (words of it may
    be misread), "number_missing",
    "targets_missing", "year_missing", "years_guessed" (fewer targets than years),
    "target_unreadable", "target_mended" (what it prints is no such figure), "target_pieced" (its
    words were put together from beside the name), "targets_fall", "targets_rise" (of a limit), and
    those of agencies as in `ParsedTask`.
    """

    source: str
    group: str
    group_title: str
    no: str
    name: str
    raw_name: str
    unit: str | None
    targets: tuple[tuple[str, Target], ...]
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    product: str | None
    heading: bool
    line: int
    doubts: tuple[str, ...] = ()
    doubtful_words: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def certainty(self) -> Certainty:
        return how_sure(self.doubts, self.doubtful_words)


@dataclass(frozen=True, slots=True)
class ParsedAgency:
    """An agency by its one name in this plan, with every spelling met.

    `collective` is true for names that mean no agency ("Các phòng, ban, đơn vị liên quan").
    """

    name: str
    key: str
    collective: bool
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line of an annex that ended in no task and no indicator, or those words of one."""

    source: str
    line: int
    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ParsedPlan:
    """A plan as read from its text.

    `issued_on` is the printed date or None. `counted_from` is the day its deadlines count from;
    `counted_from_doubtful` where that is only the latest issued document the plan cites
    (domain: "Occurrences"). Both None: nothing in the text says when it was issued.
    """

    number: str | None
    issued_on: date | None
    counted_from: date | None
    counted_from_doubtful: bool
    issuer: str | None
    title: str | None
    reporting: tuple[ReportingRule, ...]
    groups: tuple[ParsedGroup, ...]
    tasks: tuple[ParsedTask, ...]
    leftovers: tuple[Leftover, ...]
    agencies: tuple[ParsedAgency, ...]
    indicators: tuple[ParsedIndicator, ...] = ()
    steering: Steering = NO_STEERING
