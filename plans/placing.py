"""Where in a file each reading stands: its page, or its row of a sheet."""

from dataclasses import replace
from typing import TypeVar

from plans.files.document import Document, Place
from plans.parsed import ParsedIndicator, ParsedPlan, ParsedTask

R = TypeVar("R", ParsedTask, ParsedIndicator)


def place_rows(plan: ParsedPlan, document: Document) -> ParsedPlan:
    """The plan with the place of every row and leftover; of a plain text, which has neither
    pages nor sheets, as it is. What stands on a page that could hardly be read is doubted."""
    places = {line: place for line, place in document.places.items() if _tells(place)}
    if not places:
        return plan
    pages: frozenset[int] = document.unclear

    def placed(row: R) -> R:
        place = places.get(row.line)
        if place is None or place.page not in pages:
            return replace(row, place=place)
        return replace(row, place=place, doubts=(*row.doubts, "page_unclear"))

    return replace(
        plan,
        tasks=tuple(map(placed, plan.tasks)),
        indicators=tuple(map(placed, plan.indicators)),
        leftovers=tuple(replace(left, place=places.get(left.line)) for left in plan.leftovers),
    )


def _tells(place: Place) -> bool:
    return place.page is not None or place.sheet is not None
