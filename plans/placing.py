"""Where in a file each reading stands: its page, or its row of a sheet."""

from dataclasses import replace

from plans.files.document import Document, Place
from plans.parsed import ParsedPlan


def place_rows(plan: ParsedPlan, document: Document) -> ParsedPlan:
    """The plan with the place of every row and leftover; of a plain text, which has neither
    pages nor sheets, as it is."""
    places = {line: place for line, place in document.places.items() if _tells(place)}
    if not places:
        return plan
    return replace(
        plan,
        tasks=tuple(replace(row, place=places.get(row.line)) for row in plan.tasks),
        indicators=tuple(replace(row, place=places.get(row.line)) for row in plan.indicators),
        leftovers=tuple(replace(row, place=places.get(row.line)) for row in plan.leftovers),
    )


def _tells(place: Place) -> bool:
    return place.page is not None or place.sheet is not None
