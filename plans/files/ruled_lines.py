"""The ruled lines on the picture of a page, found among its ink."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from plans.files.grids import Rule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]

WIDTH_OF_RULE, LENGTH_ACROSS, LENGTH_DOWN = 8, 150, 90
"""In dots. No stroke of a letter is as long as the shortest rule that is looked for."""
SHORTEST_DOWN = 36
"""In dots: the height of a row of one line, whose edges are told by the rules they join."""


def find_rules(dark: "Picture", points: float) -> tuple[list[Rule], "Picture"]:
    """The rules of a page of so many points a dot, and a mask of all that lies on them."""
    across, down = _ruled(dark)
    rules = [
        *_rules(across, points, upright=False),
        *_rules(down.T, points, upright=True),
    ]
    return rules, _thicker(across | down)


def _ruled(dark: "Picture") -> tuple["Picture", "Picture"]:
    """The dots of the ruled lines, those across the page and those down."""
    import numpy as np  # slow import

    turned = np.ascontiguousarray(dark.T)  # runs are followed along rows
    across, down = _long_runs(dark, LENGTH_ACROSS), _long_runs(turned, LENGTH_DOWN).T
    return across, down | _low_edges(dark, list(_rules(across, 1.0, upright=False)))


def _low_edges(dark: "Picture", across: Sequence[Rule]) -> "Picture":
    """The dots of the upright lines that join two rules which lie as near as the rows of a table
    that are one line high; no stroke of a letter goes from one to the other."""
    import numpy as np  # slow import

    found = np.zeros_like(dark)
    ordered = sorted(across, key=lambda rule: rule.at)
    for number, upper in enumerate(ordered):
        for lower in ordered[number + 1 :]:
            top, bottom = round(upper.at), round(lower.at)
            if bottom - top > LENGTH_DOWN + WIDTH_OF_RULE:
                break
            left, right = (
                round(max(upper.begin, lower.begin)),
                round(min(upper.end, lower.end)) + 1,
            )
            if bottom - top < SHORTEST_DOWN or right - left < LENGTH_ACROSS:
                continue
            row = dark[top + 3 : bottom - 2, left:right]
            wavy = row.copy()
            wavy[:, 1:] |= row[:, :-1]
            wavy[:, :-1] |= row[:, 1:]
            edges = wavy.mean(axis=0) >= 0.97
            found[top:bottom, left:right] |= edges
            break
    return found


def _long_runs(dark: "Picture", length: int) -> "Picture":
    """The dots that lie on a dark run at least so long, along the rows; it may waver by a dot."""
    import numpy as np  # slow import

    wavy = dark.copy()
    wavy[1:] |= dark[:-1]
    wavy[:-1] |= dark[1:]
    summed = np.cumsum(np.pad(wavy, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    whole = (summed[:, length:] - summed[:, :-length]) >= length * 0.97
    marks = np.zeros((dark.shape[0], dark.shape[1] + 1), dtype=np.int32)
    marks[:, : whole.shape[1]] += whole
    marks[:, length : length + whole.shape[1]] -= whole[:, : marks.shape[1] - length]
    full = np.cumsum(marks[:, :-1], axis=1) > 0
    return np.asarray(full & wavy)


def _thicker(mask: "Picture") -> "Picture":
    """The mask with a dot more on every side, for the grey beside a line."""
    grown = mask.copy()
    for at in (1, 2):
        grown[at:] |= mask[:-at]
        grown[:-at] |= mask[at:]
        grown[:, at:] |= mask[:, :-at]
        grown[:, :-at] |= mask[:, at:]
    return grown


def _rules(mask: "Picture", points: float, *, upright: bool) -> Iterator[Rule]:
    """The runs of a mask as rules in points; the mask of upright ones lies on its side."""
    import numpy as np  # slow import

    rows = np.flatnonzero(mask.any(axis=1))
    for band in np.split(rows, np.flatnonzero(np.diff(rows) > 2) + 1) if len(rows) else ():
        if len(band) > WIDTH_OF_RULE * 4:
            continue  # a bar or a picture
        covered = np.flatnonzero(mask[band[0] : band[-1] + 1].any(axis=0))
        for run in np.split(covered, np.flatnonzero(np.diff(covered) > WIDTH_OF_RULE) + 1):
            at = float(band.mean()) * points
            yield Rule(upright, at, float(run[0]) * points, float(run[-1]) * points)
