"""The roll-up as a picture (PNG) that is read on a phone.

The parts of a bar are told apart by pattern and number as well as by colour. Red means overdue
and not done, and nothing else is red.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reports.canvas import INK, PAPER, WIDTH, Canvas, Fill, drawing
from reports.figures import Counts, RollUp

MARGIN = 44
INNER = WIDTH - 2 * MARGIN
SWATCH = 56
"""Width of the pattern beside a number that explains it."""

RED = Fill("#c62828", hatch="//", ink=PAPER)
"""Overdue and not done; the one colour that every committee reads alike."""

NOTICE = Fill("#fff3c4")
QUIET = "#555555"
FRAME = "#8a8a8a"

ROOMY = 12
"""Up to so many agencies the bars have all the room they like; more stand closer."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The looks that a committee may choose; what is overdue is always red."""

    done: Fill
    in_time: Fill
    no_deadline: Fill
    paused: Fill


PALETTE = Palette(
    done=Fill("#14507a", ink=PAPER),
    in_time=Fill("#9cc7ea"),
    no_deadline=Fill("#e9e9e9", hatch=".", hatch_colour="#9a9a9a"),
    paused=Fill(PAPER, hatch="xx", hatch_colour="#c4c4c4"),
)


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Everything that the picture says, in the reader's language."""

    committee: str
    day: str
    """As of when, with how many tasks there are."""
    done: str
    awaiting: str | None
    """How many of the done wait for confirmation; None where none does."""
    in_time: str
    no_deadline: str
    overdue: str
    paused: str
    notes: tuple[str, ...]
    """Sentences below the overall numbers: what had come due, the flags."""
    agencies: str
    """Heading of the bars."""
    order: str
    """By what the bars are ordered."""
    unassigned: str
    tasks: Callable[[int], str]
    """So many tasks."""
    number: Callable[[int], str]
    sample: str
    """That the data are made up; shown on a sample only."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a bar, and of the numbers above that explain it."""

    label: str
    fill: Fill
    count: Callable[[Counts], int]
    note: str | None = None


def draw_roll_up(roll_up: RollUp, words: ChartWords) -> bytes:
    """The roll-up as PNG: overall numbers, then a bar for each agency, the worst first.

    Takes the better part of a second; may be called from several threads, which take turns.
    """
    parts = _parts(words)
    with drawing:
        canvas = Canvas()
        y = _headline(canvas, roll_up, words)
        y = _numbers(canvas, y, roll_up.counts, parts, words)
        y = _paragraphs(canvas, y, words.notes)
        if roll_up.agencies:
            y = _agencies(canvas, y, roll_up, parts, words)
        return canvas.png(y + MARGIN)


def _parts(words: ChartWords) -> tuple[_Part, ...]:
    return (
        _Part(words.overdue, RED, lambda counts: counts.overdue),
        _Part(words.done, PALETTE.done, lambda counts: counts.done, words.awaiting),
        _Part(words.in_time, PALETTE.in_time, lambda counts: counts.in_time),
        _Part(words.no_deadline, PALETTE.no_deadline, lambda counts: counts.no_deadline),
        _Part(words.paused, PALETTE.paused, lambda counts: counts.paused),
    )


def _headline(canvas: Canvas, roll_up: RollUp, words: ChartWords) -> float:
    y = float(MARGIN)
    for line in canvas.wrap(words.committee, INNER, size=50, bold=True):
        y += 62
        canvas.text(MARGIN, y, line, size=50, bold=True)
    y += 64
    canvas.text(MARGIN, y, words.day, size=40, colour=QUIET)
    y += 34
    if not roll_up.sample:
        return y
    lines = canvas.wrap(words.sample, INNER - 40, size=34, bold=True)
    height = 38 + 48 * len(lines)
    canvas.box(MARGIN, y, INNER, height, NOTICE, edge=INK)
    for place, line in enumerate(lines):
        baseline = y + 55 + 48 * place
        canvas.text(WIDTH / 2, baseline, line, size=34, bold=True, align="center")
    return y + height + 24


def _numbers(
    canvas: Canvas, y: float, counts: Counts, parts: tuple[_Part, ...], words: ChartWords
) -> float:
    """The overall numbers two by two, each with its pattern, so that they explain the bars."""
    shown = [part for part in parts if part.count(counts) or part.label != words.paused]
    width, gap = (INNER - 24) / 2, 24
    labels = [_label(canvas, part, width - SWATCH - 40) for part in shown]
    for first in range(0, len(shown), 2):
        height = 118 + 44 * max(len(lines) for lines in labels[first : first + 2])
        for place in range(first, min(first + 2, len(shown))):
            part, x = shown[place], MARGIN + (place - first) * (width + gap)
            canvas.box(x, y, width, height, Fill(PAPER), edge="#d0d0d0")
            canvas.box(x, y, SWATCH, height, part.fill, edge=FRAME)
            inside, number = x + SWATCH + 24, part.count(counts)
            colour = RED.colour if part.fill is RED and number else INK
            canvas.text(inside, y + 82, words.number(number), size=72, bold=True, colour=colour)
            for row, (line, size, ink) in enumerate(labels[place]):
                canvas.text(inside, y + 134 + 44 * row, line, size=size, colour=ink)
        y += height + gap
    return y


def _label(canvas: Canvas, part: _Part, width: float) -> list[tuple[str, int, str]]:
    """The lines under a number, each with its size and colour."""
    lines = [(line, 36, INK) for line in canvas.wrap(part.label, width, size=36)]
    note = canvas.wrap(part.note, width, size=32) if part.note else []
    return lines + [(line, 32, QUIET) for line in note]


def _paragraphs(
    canvas: Canvas, y: float, notes: Sequence[str], *, size: int = 38, colour: str = INK
) -> float:
    for note in notes:
        for line in canvas.wrap(note, INNER, size=size):
            y += size + 12
            canvas.text(MARGIN, y, line, size=size, colour=colour)
        y += 12
    return y


def _agencies(
    canvas: Canvas, y: float, roll_up: RollUp, parts: tuple[_Part, ...], words: ChartWords
) -> float:
    canvas.text(MARGIN, y + 74, words.agencies, size=40, bold=True)
    y = _paragraphs(canvas, y + 82, [words.order], size=32, colour=QUIET) + 14
    height, gap = (60, 30) if len(roll_up.agencies) <= ROOMY else (48, 18)
    for row in roll_up.agencies:
        total = words.tasks(row.counts.total)
        room = INNER - canvas.width(total, size=34) - 32
        canvas.text(WIDTH - MARGIN, y + 42, total, size=34, colour=QUIET, align="right")
        for line in canvas.wrap(row.agency or words.unassigned, room, size=36):
            y += 44
            canvas.text(MARGIN, y, line, size=36)
        y += 16
        _bar(canvas, y, height, row.counts, parts, words)
        y += height + gap
    return y - gap


def _bar(
    canvas: Canvas,
    y: float,
    height: float,
    counts: Counts,
    parts: tuple[_Part, ...],
    words: ChartWords,
) -> None:
    """One agency's tasks as a whole bar: agencies are compared by shares, not by numbers."""
    shown = [(part, part.count(counts)) for part in parts if part.count(counts)]
    labels = [words.number(count) for _, count in shown]
    needed = [canvas.width(label, size=36, bold=True) + 28 for label in labels]
    x = float(MARGIN)
    widths = _shares([count for _, count in shown], needed)
    for (part, _), label, wide, width in zip(shown, labels, needed, widths, strict=True):
        canvas.box(x, y, width, height, part.fill, edge=FRAME)
        middle, plate = x + width / 2, wide - 12
        if part.fill.hatch:
            ground = Fill(part.fill.colour)
            canvas.box(middle - plate / 2, y + 8, plate, height - 16, ground, edge="none")
        baseline = y + height / 2 + 13
        canvas.text(
            middle, baseline, label, size=36, bold=True, colour=part.fill.ink, align="center"
        )
        x += width


def _shares(counts: list[int], needed: list[float]) -> list[float]:
    """Widths by share of the whole, but none too narrow for its number."""
    narrow: set[int] = set()
    while True:
        room = INNER - sum(needed[place] for place in narrow)
        rest = sum(count for place, count in enumerate(counts) if place not in narrow)
        widths = [
            needed[place] if place in narrow else room * count / rest
            for place, count in enumerate(counts)
        ]
        too_narrow = {p for p, width in enumerate(widths) if width < needed[p]} - narrow
        if not too_narrow:
            return widths
        narrow |= too_narrow
