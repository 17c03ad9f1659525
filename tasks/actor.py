"""Who changes something: handed to every write that depends on a role."""

from dataclasses import dataclass
from datetime import date, datetime

from db.models import Person
from tasks.errors import NotYourRoleError
from tasks.rules import Standing, may_run_office


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, as what, and when; `today` is the committee's local day."""

    person: Person
    standing: Standing
    now: datetime
    today: date

    def check_office(self) -> None:
        """Raise `NotYourRoleError` unless it is the standing office."""
        if not may_run_office(self.standing):
            raise NotYourRoleError
