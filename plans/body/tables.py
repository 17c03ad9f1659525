"""Where a plan's body has its tasks in a table of its own, without an annex."""

import re
from collections.abc import Sequence

from plans.annexes import Annex
from plans.columns import NAMES
from plans.source import Line
from plans.words import fold

HEADER_LINES = 12
WORK = re.compile(r"\b(?:nhiem vu|noi dung|cong viec|phan cong|lich cong tac|cong tac)\b")
CLOSES = re.compile(
    r"(?:[ivxl1|]+[.-]? ?)?to chuc thuc hien$|noi nh\w{1,3}n\b|tren day la\b|dieu \d+\."
)


def find_body_table(body: Sequence[Line]) -> Annex | None:
    """The lines of the body from a table's header to the plan's closing part; None without one."""
    for at, line in enumerate(body):
        if not re.match(r"s?tt\b|so tt\b", fold(line.text)):
            continue
        said = fold(" ".join(one.text for one in body[at : at + HEADER_LINES]))
        named = {found.lastgroup for found in NAMES.finditer(said)}
        if "content" in named and named & {"lead", "deadline"}:
            end = _end(body, at)
            return Annex("annex-1", "", tuple(body[at:end]))
    return None


def lines_of_work(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that speak of work where no reader found a task in them: from the first heading or
    header that names it, else all, to whom the plan goes to."""
    signed = [at for at, line in enumerate(lines) if re.match(r"noi nh\w{1,3}n\b", fold(line.text))]
    starts = [
        at
        for at, line in enumerate(lines)
        if WORK.search(fold(line.text))
        and (re.match(r"[IVX]{1,4}\b|S?TT\b", line.text) or line.text.isupper())
    ]
    start = next((at for at in starts if at > 4), 0)
    end = next((at for at in signed if at > start), len(lines))
    behind = signed[0] if signed else len(lines)
    annexed = next((at for at in starts if at > behind), len(lines))
    return (*lines[start:end], *lines[max(annexed, end) :])


def _end(body: Sequence[Line], start: int) -> int:
    return next(
        (at for at in range(start, len(body)) if CLOSES.match(fold(body[at].text))), len(body)
    )
