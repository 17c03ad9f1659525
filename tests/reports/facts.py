"""Facts for pure tests: one plain task of Vĩnh Lại, unless told otherwise."""

from datetime import date
from typing import Any

from db.enums import DeadlineKind, Every, Progress
from reports.facts import ConfirmationFacts, OccurrenceFacts, TaskFacts, UpdateFacts
from reports.periods import Regime

AS_OF = date(2025, 12, 17)
DUE = date(2025, 12, 31)
YEARLY = Regime(Every.YEARLY, 30, 11, before=True)


def day(text: str) -> date:
    """A day from "10/12" (of 2025) or "10/01/2026"."""
    number, month, *year = text.split("/")
    return date(int(year[0]) if year else 2025, int(month), int(number))


def done(on: str, **but: Any) -> UpdateFacts:
    """A report of done."""
    return UpdateFacts(day(on), Progress.DONE, 100, **but)


def going(on: str, percent: int | None = None, **but: Any) -> UpdateFacts:
    """A report of work under way."""
    return UpdateFacts(day(on), Progress.IN_PROGRESS, percent, **but)


def accepted(on: str) -> tuple[ConfirmationFacts, ...]:
    """The secretary's yes."""
    return (ConfirmationFacts(accepted=True, decided_on=day(on)),)


def refused(on: str) -> tuple[ConfirmationFacts, ...]:
    """The secretary's no."""
    return (ConfirmationFacts(accepted=False, decided_on=day(on)),)


def occurrence(*updates: UpdateFacts, due: str | None = "31/12", **but: Any) -> OccurrenceFacts:
    """A carrying-out that opened long ago."""
    given: dict[str, Any] = {"sequence": 1, "opens_on": date(2025, 9, 13)}
    given |= {"first_due": day(due) if due else None, "updates": updates}
    return OccurrenceFacts(**given | but)


def task(*occurrences: OccurrenceFacts, **but: Any) -> TaskFacts:
    """A task of one agency in a plan that wants a report before 30/11 every year."""
    given: dict[str, Any] = {
        "number": 1,
        "content": "Xây dựng kế hoạch",
        "leads": ("Phòng Kinh tế",),
        "deadline_text": "31/12/2025",
        "kind": DeadlineKind.BY,
        "occurrences": occurrences or (occurrence(),),
        "regimes": (YEARLY,),
    }
    return TaskFacts(**given | but)
