"""The lines of one row of an indicator table put together to its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plans.columns import Column
from plans.indicators.lines import Parts, is_agency, is_agency_text
from plans.indicators.results import Parted, part_result
from plans.indicators.row import Cells
from plans.indicators.tables import IndicatorTable
from plans.indicators.tail import share_tail
from plans.indicators.targets import FULL, read_target
from plans.indicators.words import AGENCY_STARTS, RANKED, UNFINISHED
from plans.source import Line
from plans.words import clean, fold, join_lines

HIGH = 60.0
"""In per cent: a share that begins so high is soon reached ("≥ 75%, ≥ 95%, 100%")."""
TARGET_WORDS = frozenset(
    ["phan", "dau", "dat", "it", "nhat", "tren", "toi", "thieu", "duoi", "khong", "qua", "den"]
)
"""Words that stand in a target cell on lines of their own, before its figure."""
UNIT = re.compile(
    r"(?:^|[ |])(?P<unit>%+ ?[^|%]*|(?:thu|thit|thir|thur) b\w+"
    r"|(?:nguoi|to chuc|doanh nghiep|chi so)[^|]*/[^|]*|/o|[o0z&])\s*$"
)
GARBLED = re.compile(r"(?:^|[ |])\|? ?(?P<cell>[ogYZ;&]{0,2}\d\S{0,4})[ |]*$")
"""What is left of the first target where scanning has garbled it: "5o," before "990 | 394"."""
FIRST_WORDS = (
    (r"^T\W?[yY¥]\W{0,3} ?[1lI]\S{0,2}(?=\s)", "Tỷ lệ"),
    (r"^T\W?i\W{0,3} ?[1lI]\S{0,2}(?=\s)", "Tỉ lệ"),
    (r"^(?:S[0O6oóé]|50|S)(?= [a-zA-Z])", "Số"),
)
"""How names begin in scans, too short for any other repair."""


@dataclass(slots=True)
class _Gathered:
    """The words of a row as they are met, line by line."""

    name: list[str] = field(default_factory=list)
    unit: list[str] = field(default_factory=list)
    result: list[str] = field(default_factory=list)
    tail: list[tuple[Line, str]] = field(default_factory=list)

    def add_tail(self, part: Parts, words: str) -> None:
        if words.strip(" |.,:;'\"‘’"):
            self.tail.append((part.line, words.strip(" |")))

    @property
    def tail_open(self) -> bool:
        return bool(self.tail) and bool(UNFINISHED.search(fold(self.tail[-1][1])))


def read_cells(parts: Sequence[Parts], table: IndicatorTable) -> Cells:
    """The row's cells, the name first and the agencies last, whichever way its lines run."""
    wanted = max(len(table.years), 1)
    at = _target_lines(parts, wanted)
    gathered = _Gathered()
    cells = Cells()
    if at and _is_cellwise(parts, at[0]):
        raws = _gather_cellwise(parts, at, gathered, wanted)
    elif not at and table.scanned and wanted == 1 and (parted := _part_by_name(parts, gathered)):
        gathered.name, raws, cells.result_pieced = [parted.name], [parted.result], True
    elif not at and wanted == 1 and (begins := _worded_result(parts)) is not None:
        raws = _gather_worded(parts, begins, gathered)
    else:
        raws = _gather_linewise(parts, at, gathered, wanted)
    cells.targets, cells.years_guessed = _place_targets(raws, wanted)
    cells.name = _tidy(join_lines(gathered.name), scanned=table.scanned)
    unit = clean(" ".join(gathered.unit))
    cells.unit = ("%" if unit in ("o", "/o", "0", "Z", "&", "%%") else unit) or None
    shared = share_tail(gathered.tail, table)
    cells.lead = shared.get(Column.LEAD)
    cells.coordinating = shared.get(Column.COORDINATING)
    cells.product = shared.get(Column.PRODUCT)
    cells.targets = tuple(_clean_target(raw) for raw in cells.targets)
    return cells


def _part_by_name(parts: Sequence[Parts], gathered: _Gathered) -> Parted | None:
    """The name and the result in words of a row, if it is one of those known to have such."""
    lines: list[str] = []
    tail: list[tuple[Parts, str]] = []
    for part in parts:
        words = " ".join([part.before, *part.targets, part.after]).strip()
        agency = agency_at(words)
        if agency is None and tail and UNFINISHED.search(fold(tail[-1][1])):
            agency = _last_agency_words(words)
        lines.append(words if agency is None else words[:agency])
        if agency is not None:
            tail.append((part, words[agency:]))
    parted = part_result(lines)
    if parted is not None:
        for part, words in tail:
            gathered.add_tail(part, words)
    return parted


def _last_agency_words(words: str) -> int | None:
    """Where the words begin that close a line and end an agency's name ("... tinh Cong nghé")."""
    starts = [found.start() for found in re.finditer(r"(?<![^ |])(?=[A-ZĐ])", words)]
    return next((at for at in reversed(starts) if is_agency_text(words[at:])), None)


def _target_lines(parts: Sequence[Parts], wanted: int) -> list[int]:
    """Which lines hold the row's targets; what a blurred line has besides is not believed."""
    lines = [at for at, part in enumerate(parts) if part.targets]
    if wanted == 1:
        sure = [at for at in lines if parts[at].sure]
        if sure and not _only_ranks(parts[sure[0]]):
            return sure if _is_cellwise(parts, sure[0]) else sure[:1]
        return [] if any(part.ranked for part in parts) else lines[-1:]
    full = [at for at in lines if len(parts[at].targets) == wanted]
    if full:
        return full[:1]
    together = sum(len(parts[at].targets) for at in lines)
    if together > wanted:
        return [max(lines, key=lambda at: (parts[at].sure, len(parts[at].targets)))]
    return lines


def _only_ranks(part: Parts) -> bool:
    """A figure inside of words ("Top 50", "nhóm 15") is no value."""
    return bool(re.search(r"(?:top|nhom|\bthu)$", fold(part.before))) and part.ranked


def _is_cellwise(parts: Sequence[Parts], first: int) -> bool:
    """Whether the name's cell ends before the targets': then what follows them is no name."""
    before = UNIT.sub("", fold(parts[first].before)).strip(" |")
    if not before:
        return not any(part.after or _has_agency(part) for part in parts[:first])
    after = parts[first + 1 :]
    if first or (after and after[0].before[:1].islower() and not parts[first].unfinished):
        return False
    return all(part.only_agency or is_agency(part.before) for part in after)


def _has_agency(part: Parts) -> bool:
    return (
        part.only_agency
        and AGENCY_STARTS.match(fold(part.before)) is not None
        and (part.before[:1].isupper() and len(part.before.split()) > 1)
    )


def _gather_cellwise(
    parts: Sequence[Parts], at: list[int], gathered: _Gathered, wanted: int
) -> list[str]:
    raws: list[str] = []
    waiting: list[str] = []
    last = at[-1]
    for number, part in enumerate(parts[: last + 1]):
        words = set(re.findall(r"[a-z]+", fold(part.before)))
        if number in at:
            raws += [clean(" ".join([*waiting, part.targets[0]])), *part.targets[1:]]
            waiting = []
            if unit := _take_unit(part.before, gathered):
                gathered.name.append(unit)
            if number != last and part.after and wanted == 1:
                raws[-1] = f"{raws[-1]} {part.after}"
            elif part.after:
                _add_behind(part, part.after, gathered, raws, wanted)
        elif words and words <= TARGET_WORDS and wanted > 1 and (waiting or words - {"nhat"}):
            waiting.append(part.before)
        elif raws and wanted == 1:
            raws[-1] = f"{raws[-1]} {part.before}"
        elif part.before.startswith("%") or gathered.unit:
            gathered.unit.append(part.before)
        else:
            gathered.name.append(part.before)
    for part in parts[last + 1 :]:
        _add_behind(part, part.before, gathered, raws, wanted)
    if wanted == 1 and len(raws) > 1:
        raws = [" ".join(raws)]
    return raws


def _add_behind(part: Parts, words: str, gathered: _Gathered, raws: list[str], wanted: int) -> None:
    """Words behind a target are an agency's, or in a table with one result may be still of it."""
    if wanted == 1 and not gathered.tail and words[:1].islower():
        raws[-1] = f"{raws[-1]} {words}"
    else:
        gathered.add_tail(part, words)


def _worded_result(parts: Sequence[Parts]) -> int | None:
    """The line at which a result in words begins, in a row printed cell by cell; None without."""
    agency = next(
        (at for at, part in enumerate(parts) if at and agency_at(part.before) is not None), None
    )
    if agency is None or any(part.ranked or "|" in part.before for part in parts):
        return None
    named = next(at for at, part in enumerate(parts) if part.worded)
    for at in range(agency, named, -1):
        words = parts[at].before
        if words[:1].isupper() and agency_at(words) != 0 and not parts[at - 1].unfinished:
            return at
    return None


def _gather_worded(parts: Sequence[Parts], begins: int, gathered: _Gathered) -> list[str]:
    gathered.name += [part.before for part in parts[:begins]]
    result: list[str] = []
    for part in parts[begins:]:
        agency = 0 if gathered.tail else agency_at(part.before)
        if agency is None:
            result.append(part.before)
        else:
            result.append(part.before[:agency])
            gathered.add_tail(part, part.before[agency:])
    return [clean(" ".join(result))]


def _gather_linewise(
    parts: Sequence[Parts], at: list[int], gathered: _Gathered, wanted: int
) -> list[str]:
    raws: list[str] = []
    for number, part in enumerate(parts):
        if number in at:
            before = part.before
            targets = list(part.targets)
            if len(targets) == wanted - 1 and (lost := GARBLED.search(before)):
                targets.insert(0, lost["cell"])
                before = before[: lost.start()]
            raws += targets
            gathered.name.append(_take_unit(before, gathered))
            gathered.add_tail(part, part.after)
            continue
        words = part.before if not part.targets else f"{part.before} {part.after}"
        ranked = RANKED.search(fold(words)) if wanted == 1 and not at else None
        agency = agency_at(words, inside=bool(gathered.tail))
        if agency == 0 and number == 0 and not _stands_above(parts):
            agency = None
        if table_unit(words):
            gathered.unit.append(words)
        elif ranked:
            gathered.name.append(words[: ranked.start()])
            gathered.unit.append(words[ranked.start() : ranked.end()])
            raws.append(words[ranked.end() : agency].strip(" |[.“~"))
            if agency is not None:
                gathered.add_tail(part, words[agency:])
        elif agency is not None:
            gathered.name.append(words[:agency])
            gathered.add_tail(part, words[agency:])
        elif gathered.tail_open and is_agency_text(words):
            gathered.add_tail(part, words)
        else:
            gathered.name.append(words)
    if wanted == 1 and len(raws) > 1:
        raws = [_likeliest(raws)]
    return [raw for raw in raws if raw]


def _stands_above(parts: Sequence[Parts]) -> bool:
    """Whether the first line is the beginning of an agency that the row's numbered line ends."""
    first = parts[0]
    return len(parts) > 1 and first.only_agency and first.unfinished and bool(parts[1].numbers)


def table_unit(words: str) -> bool:
    return words in ("%", "o")


def _likeliest(raws: list[str]) -> str:
    """The target among figures side by side: one with a sign or range, else the last."""
    if len(raws) == 2 and raws[0] == "2" and raws[1].isdigit():  # a scanned "≥ 80"
        return " ".join(raws)
    signed = [raw for raw in raws if re.search(r"[<>=≥≤%]|\d ?- ?\d", raw)]
    return signed[0] if signed else raws[-1]


def _take_unit(before: str, gathered: _Gathered) -> str:
    """The words without the unit at their end, which is kept."""
    folded = fold(before)
    found = UNIT.search(folded) if len(folded) == len(before) else None
    if found is None:
        name, border, unit = before.rpartition("|")
        if border and name.strip() and re.search(r"[a-z]{3}", fold(unit)):
            gathered.unit.append(unit.strip())
            return name
        return before
    gathered.unit.append(before[found.start("unit") : found.end("unit")].strip())
    return before[: found.start()]


def agency_at(words: str, *, inside: bool = False) -> int | None:
    """Where an agency begins in the words of a line, with a capital; None if none does.

    `inside` of a row whose agency has begun, its rest may close the line ("... va Cong nghé").
    """
    folded = fold(words)
    if len(folded) != len(words):
        return None
    for found in AGENCY_STARTS.finditer(folded):
        start = found.start()
        if words[start].isupper() and (start == 0 or words[start - 1] in " |,;"):
            return start
    if not inside:
        return None
    for space in re.finditer(r"(?:^|[ |])(?=[A-Z])", words):
        rest = words[space.end() :]
        if is_agency_text(rest):
            return space.end()
    return None


def _place_targets(raws: list[str], wanted: int) -> tuple[tuple[str | None, ...], bool]:
    """One target for each column; where some are lost the last columns get what is left.

    Blank cells are printed before a goal is set, and after only where it has been reached: a share
    that begins high and ends in full. The years are then a guess.
    """
    if len(raws) > wanted:
        raws = raws[-wanted:]
    blank: list[str | None] = [None] * (wanted - len(raws)) if raws else [None] * wanted
    placed = (*raws, *blank) if _is_reached(raws) else (*blank, *raws)
    return placed, bool(raws) and len(raws) < wanted


def _is_reached(raws: Sequence[str]) -> bool:
    """Whether the targets are shares that rise to the whole from far up."""
    values = [read.value if (read := read_target(raw, unit="%")) else None for raw in raws]
    first, last = (values[0], values[-1]) if values else (None, None)
    return first is not None and HIGH <= first < FULL and last == FULL and "%" in raws[-1]


def _clean_target(raw: str | None) -> str | None:
    """The target without borders; "]" alone is a scanned dash, ">]" a scanned "≥1"."""
    if raw is None or raw.strip() in ("]", "-"):
        return None
    return re.sub(r"(?<=[<>=≥]) ?[\]Il]$", "1", clean(raw).strip("| "))


def _tidy(name: str, *, scanned: bool) -> str:
    """The name without the borders and specks that scanning leaves in it, its first word mended."""
    if not scanned:
        return name
    words = [word.strip("|[]{}\\~°“‘”") for word in name.split()]
    name = " ".join(word for word in words if re.search(r"\w", word))
    name = re.sub(r"(?:(?<=\s)[0oO](?=\s) ?){2,}", "", name)
    for damaged, meant in FIRST_WORDS:
        name = re.sub(damaged, meant, name)
    return name
