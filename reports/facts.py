"""What is known of a committee's tasks, as the figures need it: plain frozen values."""

from dataclasses import dataclass
from datetime import date

from db.enums import DeadlineKind, Progress
from reports.periods import Regime


@dataclass(frozen=True, slots=True)
class ConfirmationFacts:
    """The secretary's word on a reported completion."""

    accepted: bool
    decided_on: date


@dataclass(frozen=True, slots=True)
class UpdateFacts:
    """One report of an occurrence; `progress` is None where it told of an obstacle alone."""

    reported_on: date
    progress: Progress | None
    percent: int | None = None
    undone: bool = False
    """Taken back as a slip: it never counts, on no day."""
    confirmations: tuple[ConfirmationFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockerFacts:
    """A difficulty; `cleared_on` is the first day on which it is gone."""

    reason: str
    opened_on: date
    cleared_on: date | None = None
    void: bool = False
    """The update that spoke of it was taken back."""


@dataclass(frozen=True, slots=True)
class ExtensionFacts:
    """A later due day that was granted, good from the day of the decision."""

    decided_on: date
    due: date


@dataclass(frozen=True, slots=True)
class AmendmentFacts:
    """The plan's own due day before an amended plan moved it."""

    changed_on: date
    due_before: date | None


@dataclass(frozen=True, slots=True)
class OccurrenceFacts:
    """One carrying-out of a task; updates and extensions in the order in which they were made."""

    sequence: int
    opens_on: date
    first_due: date | None = None
    period: str | None = None
    updates: tuple[UpdateFacts, ...] = ()
    blockers: tuple[BlockerFacts, ...] = ()
    extensions: tuple[ExtensionFacts, ...] = ()
    closed_on: date | None = None
    amendments: tuple[AmendmentFacts, ...] = ()
    """In the order in which they were made; `first_due` is what the last of them gave."""


@dataclass(frozen=True, slots=True)
class PauseFacts:
    """A task put off; `ends_on` is the first day on which it counts again."""

    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """One task with all that happened to it."""

    number: int
    content: str
    leads: tuple[str, ...]
    """The agencies that answer for it. A collective name is none of them, so it may be empty."""
    deadline_text: str
    kind: DeadlineKind
    occurrences: tuple[OccurrenceFacts, ...]
    pauses: tuple[PauseFacts, ...] = ()
    regimes: tuple[Regime, ...] = ()
    """The reporting regimes of its plan."""
    removed_on: date | None = None
    """From this day on it is no task any more."""


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    """What a report needs to know of the committee itself."""

    name: str
    confirms: bool = True
    """Whether a reported completion waits for acceptance."""
    sample: bool = False
    """Its people and progress are made up, and everything shown says so."""
