"""Where in a file each reading stands: its page, or its row of a sheet."""

from dataclasses import replace
from typing import TypeVar

from plans.files.document import Document, Place
from plans.parsed import ParsedIndicator, ParsedPlan, ParsedTask

R = TypeVar("R", ParsedTask, ParsedIndicator)


def place_rows(plan: ParsedPlan, document: Document) -> ParsedPlan:
    """The plan with the place of every row and leftover; of a plain text, which has neither
    pages nor sheets, as it is. What stands on a page that could hardly be read is doubted, and so
    is a time that two looks at it read differently."""
    places = {line: place for line, place in document.places.items() if _tells(place)}
    if not places:
        return plan
    pages: frozenset[int] = document.unclear

    def placed(row: R) -> R:
        place = places.get(row.line)
        if place is None or place.page not in pages:
            return replace(row, place=place)
        return replace(row, place=place, doubts=(*row.doubts, "page_unclear"))

    def timed(task: ParsedTask) -> ParsedTask:
        printed = " ".join((task.deadline_raw or "").split())
        if printed not in document.unsure.get(task.line, ()):
            return task
        return replace(task, doubts=(*task.doubts, "deadline_unsure"))

    return replace(
        plan,
        tasks=tuple(placed(timed(task)) for task in plan.tasks),
        indicators=tuple(map(placed, plan.indicators)),
        leftovers=tuple(replace(left, place=places.get(left.line)) for left in plan.leftovers),
    )


def _tells(place: Place) -> bool:
    return place.page is not None or place.sheet is not None
