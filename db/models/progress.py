"""What was done of a task: its occurrences, and what people said of them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, stored, within
from db.enums import Progress
from db.models.people import Person
from db.models.plan import Task


class Occurrence(Base):
    """One carrying-out of a task: a single task has one, "hằng năm" one for each year.

    `due` is the last day that still counts as on time, None where the plan gives no day;
    `first_due` is what it was before any extension. `progress`, `percent` and `done_on` repeat the
    last valid status update, written with it, so that what is open is found by an index.
    """

    __tablename__ = "occurrences"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "task_id", "sequence"),
        within("tasks", "task_id"),
        CheckConstraint("(progress = 'done') = (done_on IS NOT NULL)", name="done_on"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
        CheckConstraint("(due IS NULL) = (first_due IS NULL)", name="first_due"),
        Index(
            "ix_occurrences_open_due",
            "committee_id",
            "due",
            sqlite_where=text("done_on IS NULL AND closed_on IS NULL"),
            postgresql_where=text("done_on IS NULL AND closed_on IS NULL"),
        ),
        Index(
            "ix_occurrences_next_opens_on",
            "committee_id",
            "next_opens_on",
            sqlite_where=text("next_opens_on IS NOT NULL"),
            postgresql_where=text("next_opens_on IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    sequence: Mapped[int]
    period: Mapped[str | None] = mapped_column(String(20))
    """"2026", "2026-03", "2026-Q1", "2026-H1"; None where the task does not recur."""
    opens_on: Mapped[date]
    due: Mapped[date | None]
    first_due: Mapped[date | None]
    next_opens_on: Mapped[date | None]
    """When the task's next occurrence is to be opened; None once it is, or where none follows."""
    progress: Mapped[Progress] = mapped_column(stored(Progress), default=Progress.NOT_STARTED)
    percent: Mapped[int | None]
    done_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    closed_reason: Mapped[str | None] = mapped_column(Text)

    task: Mapped[Task] = relationship()
    updates: Mapped[list["StatusUpdate"]] = relationship(
        back_populates="occurrence", order_by="StatusUpdate.id"
    )
    blockers: Mapped[list["Blocker"]] = relationship(
        back_populates="occurrence", order_by="Blocker.id"
    )
    extensions: Mapped[list["Extension"]] = relationship(
        back_populates="occurrence", order_by="Extension.id"
    )


class StatusUpdate(Base):
    """What somebody reported of an occurrence (báo cáo tiến độ): appended, never overwritten.

    A row with `undoes_id` says that the earlier one was a slip ("Báo nhầm, hủy") and says nothing
    else. `reported_on` is the day it counts for, in the committee's zone.
    """

    __tablename__ = "status_updates"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "undoes_id"),
        within("occurrences", "occurrence_id"),
        within("status_updates", "undoes_id"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
        CheckConstraint("undoes_id IS NULL OR progress IS NULL", name="undo_says_nothing"),
        Index("ix_status_updates_occurrence", "committee_id", "occurrence_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    progress: Mapped[Progress | None] = mapped_column(stored(Progress))
    percent: Mapped[int | None]
    words: Mapped[str] = mapped_column(Text)
    """As typed; for a button, what the button said."""
    reported_on: Mapped[date]
    reported_at: Mapped[datetime]
    undoes_id: Mapped[int | None]

    occurrence: Mapped[Occurrence] = relationship(back_populates="updates")
    person: Mapped[Person] = relationship()
    undone_by: Mapped["StatusUpdate | None"] = relationship(
        primaryjoin="StatusUpdate.id == foreign(StatusUpdate.undoes_id)",
        uselist=False,
        viewonly=True,
    )


class Blocker(Base):
    """A difficulty (khó khăn, vướng mắc): open until someone clears it."""

    __tablename__ = "blockers"
    __table_args__ = (
        within("occurrences", "occurrence_id"),
        within("status_updates", "update_id"),
        within("status_updates", "cleared_by_id"),
        CheckConstraint("(cleared_on IS NULL) = (cleared_by_id IS NULL)", name="cleared"),
        Index("ix_blockers_occurrence", "committee_id", "occurrence_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    update_id: Mapped[int]
    """The update that spoke of it; undone together with it."""
    reason: Mapped[str] = mapped_column(Text)
    opened_on: Mapped[date]
    cleared_on: Mapped[date | None]
    cleared_by_id: Mapped[int | None]
    """The update that said it is gone."""

    occurrence: Mapped[Occurrence] = relationship(back_populates="blockers")


class Confirmation(Base):
    """The secretary's word on a reported completion: accepted, or returned with a reason.

    What was accepted with one had been returned for it by mistake, earlier that day.
    """

    __tablename__ = "confirmations"
    __table_args__ = (
        UniqueConstraint("committee_id", "update_id"),
        within("occurrences", "occurrence_id"),
        within("status_updates", "update_id"),
        Index("ix_confirmations_occurrence", "committee_id", "occurrence_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    update_id: Mapped[int]
    accepted: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    decided_on: Mapped[date]
    decided_at: Mapped[datetime]


class Extension(Base):
    """A later day for an occurrence (gia hạn), asked for or given by the standing office unasked.

    `granted` is None until somebody decided.
    """

    __tablename__ = "extensions"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        within("occurrences", "occurrence_id"),
        within("status_updates", "update_id"),
        CheckConstraint("(granted IS NULL) = (decided_at IS NULL)", name="decided"),
        Index("ix_extensions_occurrence", "committee_id", "occurrence_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    update_id: Mapped[int | None]
    """The update that asked for it, withdrawn together with it; None where nobody had asked."""
    due_before: Mapped[date]
    asked_due: Mapped[date]
    reason: Mapped[str | None] = mapped_column(Text)
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_on: Mapped[date]
    asked_at: Mapped[datetime]
    granted: Mapped[bool | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_on: Mapped[date | None]
    decided_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    occurrence: Mapped[Occurrence] = relationship(back_populates="extensions")
    asker: Mapped[Person] = relationship(foreign_keys=[asked_by])


class Pause(Base):
    """A task put off by the committee (tạm hoãn), from a day until another or openly."""

    __tablename__ = "pauses"
    __table_args__ = (
        within("tasks", "task_id"),
        Index("ix_pauses_task", "committee_id", "task_id"),
        CheckConstraint("ends_on IS NULL OR ends_on > starts_on", name="order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    """The first day on which it counts again."""
    reason: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))


class Snooze(Base):
    """One person's wish to be reminded of one occurrence again on a day, and not before."""

    __tablename__ = "snoozes"
    __table_args__ = (
        UniqueConstraint("committee_id", "occurrence_id", "person_id"),
        within("occurrences", "occurrence_id"),
        Index("ix_snoozes_until", "until"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    until: Mapped[date]
