"""The lines of one row of an indicator table put together to its cells."""

import re
from collections.abc import Sequence

from plans.agencies.spotting import spot_agencies
from plans.columns import Column
from plans.indicators.agency_starts import agency_at
from plans.indicators.cell_by_cell import gather_cellwise
from plans.indicators.gathered import UNIT, Gathered
from plans.indicators.line_by_line import gather_linewise
from plans.indicators.lines import Parts, is_agency
from plans.indicators.row import Cells
from plans.indicators.tables import IndicatorTable
from plans.indicators.tail import share_tail
from plans.indicators.targets import FULL, read_target
from plans.indicators.worded_results import gather_worded, part_by_name, worded_result
from plans.indicators.words import AGENCY_STARTS
from plans.words import clean, fold, join_lines

HIGH = 60.0
"""In per cent: a share that begins so high is soon reached ("≥ 75%, ≥ 95%, 100%")."""
FIRST_WORDS = (
    (r"^T\W?[yY¥]\W{0,3} ?[1lI]\S{0,2}(?=\s)", "Tỷ lệ"),
    (r"^T[uưừ3]\W? ?1[8€]\S?(?=\s)", "Tỷ lệ"),
    (r"^T\W?i\W{0,3} ?[1lI]\S{0,2}(?=\s)", "Tỉ lệ"),
    (r"^Ch\W{0,2}(?= ng\w+ s)", "Chi"),
    (r"^(?:S[0O6oóé]|50|S)(?= [a-zA-Z])", "Số"),
)
"""How names begin in scans, too short for any other repair."""


def read_cells(parts: Sequence[Parts], table: IndicatorTable, names: Sequence[str]) -> Cells:
    """The row's cells, the name first and the agencies last, whichever way its lines run.

    `names` are those of which one surely is the row's: then the rest is its result.
    """
    wanted = max(len(table.years), 1)
    at = _target_lines(parts, wanted)
    gathered = Gathered()
    cells = Cells()
    if names and (parted := part_by_name(parts, gathered, names)):
        gathered.name, gathered.targets = [parted.name], [parted.result]
        cells.result_pieced = True
    elif at and _is_cellwise(parts, at[0]):
        gather_cellwise(parts, at, gathered, wanted)
    elif not at and table.scanned and wanted == 1 and (parted := part_by_name(parts, gathered)):
        gathered.name, gathered.targets = [parted.name], [parted.result]
        cells.result_pieced = True
    elif not at and wanted == 1 and (begins := worded_result(parts)) is not None:
        gather_worded(parts, begins, gathered)
    else:
        gather_linewise(parts, at, gathered, wanted)
    cells.targets, cells.years_guessed = _place_targets(gathered.targets, wanted)
    cells.name = _tidy(join_lines(gathered.name), scanned=table.scanned)
    unit = clean(" ".join(gathered.unit))
    cells.unit = ("%" if unit in ("o", "/o", "0", "Z", "&", "%%") else unit) or None
    shared = share_tail(gathered.tail, table)
    cells.lead = shared.get(Column.LEAD)
    cells.coordinating = shared.get(Column.COORDINATING)
    cells.product = shared.get(Column.PRODUCT)
    cells.targets = tuple(_clean_target(raw) for raw in cells.targets)
    return cells


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
    if after and _is_mixed(parts[first].after, after[0].before):
        return False
    return all(part.only_agency or is_agency(part.before) for part in after)


def _is_mixed(agency: str, words: str) -> bool:
    """Whether words behind the agency are the name's first, and only their end is the agency's:
    "S¢ Khoa hoc va" before "tao cap dia phuong ' Cong nghé"."""
    rest = agency_at(words, inside=True)
    if not rest:
        return False
    whole, ends = (spot_agencies(f"{agency} {said}") for said in (words, words[rest:]))
    return bool(whole.skipped) and bool(ends.names) and not ends.skipped


def _has_agency(part: Parts) -> bool:
    return (
        part.only_agency
        and AGENCY_STARTS.match(fold(part.before)) is not None
        and (part.before[:1].isupper() and len(part.before.split()) > 1)
    )


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
