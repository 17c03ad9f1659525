"""Every closed set of words that a column or a rule uses, stored by value."""

from enum import StrEnum


class Role(StrEnum):
    """What a person is in a committee (domain: Thư ký, Thành viên, Thủ trưởng, Cán bộ đầu mối)."""

    SECRETARY = "secretary"
    MEMBER = "member"
    HEAD = "head"
    OFFICER = "officer"


AGENCY_ROLES = frozenset({Role.HEAD, Role.OFFICER})
"""Roles that are held in an agency; the others are held in the committee itself."""


class PlanState(StrEnum):
    """A plan reminds nobody until it is accepted."""

    DRAFT = "draft"
    ACCEPTED = "accepted"


class Review(StrEnum):
    """What a secretary said of a row of a draft, having looked at it."""

    RIGHT = "right"
    LATER = "later"
    NOT_A_TASK = "not_a_task"


class IndicatorField(StrEnum):
    """What can be corrected in an indicator of a draft."""

    NAME = "name"
    UNIT = "unit"
    TARGETS = "targets"
    LEAD = "lead"
    REVIEW = "review"


class DraftField(StrEnum):
    """What can be corrected in a draft: of the plan itself, or of one of its rows."""

    NUMBER = "number"
    ISSUED_ON = "issued_on"
    ISSUER = "issuer"
    TITLE = "title"
    REPORTING = "reporting"
    CONTENT = "content"
    PRODUCT = "product"
    DEADLINE = "deadline"
    LEAD = "lead"
    COORDINATING = "coordinating"
    REVIEW = "review"


class DeadlineKind(StrEnum):
    """What sort of time a plan gives a task (labels: `kind`)."""

    BY = "by"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    CONDITIONAL = "conditional"
    UNSPECIFIED = "unspecified"
    UNREADABLE = "unreadable"


class Recurs(StrEnum):
    """How often a task comes round again (labels: `recurs`)."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    ONGOING = "ongoing"


class Every(StrEnum):
    """How often a plan wants a report (labels: `reporting[].every`)."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    AD_HOC = "ad-hoc"


class Part(StrEnum):
    """What an agency is to a task."""

    LEAD = "lead"
    COORDINATING = "coordinating"


class Progress(StrEnum):
    """What was last reported of an occurrence."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class NoteKind(StrEnum):
    """What a morning's note is about."""

    REPORT = "report"
    """The plan wants a report soon."""
    REVIEW = "review"
    """The committee's review meeting is near."""
    GONE = "gone"
    """Somebody cannot be reached in any chat any more."""
    PASSED = "passed"
    """The day that an instruction names is over, and nobody has answered it."""


class OutboxKind(StrEnum):
    """What sort of message it is."""

    ANSWER = "answer"
    """To a chat, in answer to what came from it."""
    NOTICE = "notice"
    """To a person, about what somebody else did."""
    REMINDER = "reminder"
    """A message of the day, to a person or a group; its text is made when it is sent."""


class OutboxState(StrEnum):
    """Where a message to somebody stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    DROPPED = "dropped"


class Came(StrEnum):
    """How a report came that the standing office records for an agency."""

    PHONE = "phone"
    MEETING = "meeting"
    DOCUMENT = "document"
    OTHER = "other"


class TaskField(StrEnum):
    """What of an accepted task can be set right."""

    CONTENT = "content"
    PRODUCT = "product"
    LEAD = "lead"
    COORDINATING = "coordinating"
    DEADLINE = "deadline"


class MembershipChange(StrEnum):
    """What happened to a role that somebody holds."""

    GIVEN = "given"
    TAKEN = "taken"


class FilePurpose(StrEnum):
    """What a file was sent for."""

    PLAN = "plan"
    """To be read as a plan."""
    EVIDENCE = "evidence"
    """To prove what was reported."""


class FileState(StrEnum):
    """Where a file that somebody sent stands."""

    WAITING = "waiting"
    """The platform still has it; it has to be fetched, and a plan to be read."""
    KEPT = "kept"
