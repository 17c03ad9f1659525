"""The refusals that people can meet, with what is needed to word them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from db.enums import Role
from db.models import DraftChange, IndicatorChange, Person, Plan


class RefusalError(Exception):
    """Something a person may not or cannot do; nothing was changed."""


class NotYourTaskError(RefusalError):
    """The task is led by an agency that the person does not report for."""

    def __init__(self, number: int, leads: tuple[str, ...], agencies: tuple[str, ...]) -> None:
        super().__init__(number)
        self.number = number
        self.leads = leads
        """Who leads it; empty where nobody is named."""
        self.agencies = agencies
        """The agencies that this person reports for."""


class NotFollowedError(RefusalError):
    """The task is no longer in its plan."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class AcceptedError(RefusalError):
    """The task's completion was accepted; the standing office alone opens it again."""

    def __init__(self, number: int, accepted_on: date) -> None:
        super().__init__(number)
        self.number = number
        self.accepted_on = accepted_on


class PausedError(RefusalError):
    """The committee put the task off; there is nothing to report."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class NotYourRoleError(RefusalError):
    """The person holds no role that may do this."""

    def __init__(self, *roles: Role) -> None:
        super().__init__(*roles)
        self.roles = frozenset(roles or (Role.SECRETARY,))
        """Who may; unless said otherwise, the standing office alone."""


class NothingToUndoError(RefusalError):
    """The update was undone before, or something was reported since."""


class BadExtensionError(RefusalError):
    """The day asked for is not later than the due day, or there is no due day to move."""

    def __init__(self, number: int, due: object) -> None:
        super().__init__(number)
        self.number = number
        self.due = due


class AlreadyDecidedError(RefusalError):
    """Somebody has decided this before."""


class OverdueError(RefusalError):
    """The due day has passed; reminders are not put off any more."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class NotADraftError(RefusalError):
    """The plan was accepted before, or there is no such plan or row in this committee."""


class UnsaidVersionError(RefusalError):
    """The draft is like a followed plan, and nobody said whether it is a newer version of it."""


class DraftFollowedError(NotADraftError):
    """The draft is followed by now; `plan` says from which day on."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.id)
        self.plan = plan


class DraftChangedError(RefusalError):
    """Somebody corrected this since it was shown; `changes` are what, oldest first.

    `numbers` are those of the rows that were to be written on, by the task's id.
    """

    def __init__(
        self,
        changes: Sequence[DraftChange | IndicatorChange],
        numbers: Mapping[int, int] | None = None,
    ) -> None:
        super().__init__(len(changes))
        self.changes = tuple(changes)
        self.numbers = numbers or {}

    @property
    def who(self) -> Person:
        """Who made the last of the changes."""
        return self.changes[-1].person

    @property
    def when(self) -> datetime:
        """When it was made."""
        return self.changes[-1].changed_at


class BadDeadlineError(RefusalError):
    """Words that give no deadline, or (`due`) one that lies before the plan itself."""

    def __init__(self, words: str, due: date | None = None, counted_from: date | None = None):
        super().__init__(words)
        self.words = words
        self.due = due
        self.counted_from = counted_from


class UnknownAgencyError(RefusalError):
    """Names that no agency of the committee has."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


class NotYourIndicatorError(RefusalError):
    """The indicator is led by an agency that the person does not report for."""

    def __init__(self, number: int, leads: tuple[str, ...], agencies: tuple[str, ...]) -> None:
        super().__init__(number)
        self.number = number
        self.leads = leads
        self.agencies = agencies


class CannotMergeError(RefusalError):
    """Two agencies that cannot be one; `why` is a word of `tasks.agencies.Why`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class LaterMergeError(RefusalError):
    """Another merge came after this one and has to be taken back first."""

    def __init__(self, agency: str) -> None:
        super().__init__(agency)
        self.agency = agency


class AgencyInUseError(RefusalError):
    """Tasks, people or a plan's row belong to the agency, so it stays in the directory."""


class NameTakenError(RefusalError):
    """Another agency goes by that name."""

    def __init__(self, agency: str) -> None:
        super().__init__(agency)
        self.agency = agency
