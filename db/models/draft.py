"""What is known of a plan beside its rows: its source, what was corrected, what it amends."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, stored, within
from db.enums import DraftField, IndicatorField
from db.models.people import Person


class PlanSource(Base):
    """The text that a plan was read from, line by line as its rows count them."""

    __tablename__ = "plan_sources"
    __table_args__ = (UniqueConstraint("committee_id", "plan_id"), within("plans", "plan_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    text: Mapped[str] = mapped_column(Text)


class PlanLeftover(Base):
    """A line of a plan's annex that ended in no task and no indicator."""

    __tablename__ = "plan_leftovers"
    __table_args__ = (
        UniqueConstraint("committee_id", "plan_id", "position"),
        within("plans", "plan_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    position: Mapped[int]
    source: Mapped[str] = mapped_column(String(50))
    line: Mapped[int]
    page: Mapped[int | None]
    sheet: Mapped[str | None] = mapped_column(String(200))
    sheet_row: Mapped[int | None]
    text: Mapped[str] = mapped_column(Text)


class DraftChange(Base):
    """One correction of a draft: appended, never overwritten.

    `task_id` is the row's, None where the plan itself was corrected. The version of a row is the
    id of its last correction, 0 before the first: who writes names the version they saw.
    """

    __tablename__ = "draft_changes"
    __table_args__ = (
        within("plans", "plan_id"),
        within("tasks", "task_id"),
        Index("ix_draft_changes_plan", "committee_id", "plan_id", "task_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    task_id: Mapped[int | None]
    field: Mapped[DraftField] = mapped_column(stored(DraftField))
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime]

    person: Mapped[Person] = relationship()


class IndicatorChange(Base):
    """One correction of an indicator of a draft, kept as `DraftChange` keeps those of a row."""

    __tablename__ = "indicator_changes"
    __table_args__ = (
        within("indicators", "indicator_id"),
        Index("ix_indicator_changes_indicator", "committee_id", "indicator_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    indicator_id: Mapped[int]
    field: Mapped[IndicatorField] = mapped_column(stored(IndicatorField))
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime]

    person: Mapped[Person] = relationship()


class Amendment(Base):
    """A plan that is a newer version of another; it changes nothing until it is accepted."""

    __tablename__ = "amendments"
    __table_args__ = (
        UniqueConstraint("committee_id", "plan_id"),
        within("plans", "plan_id"),
        within("plans", "amends_id"),
        CheckConstraint("plan_id != amends_id", name="other"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    amends_id: Mapped[int]


class DeadlineChange(Base):
    """A due day that an amended plan moved: days before the change keep the figures they had."""

    __tablename__ = "deadline_changes"
    __table_args__ = (
        within("occurrences", "occurrence_id"),
        within("plans", "plan_id"),
        Index("ix_deadline_changes_occurrence", "committee_id", "occurrence_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    plan_id: Mapped[int]
    """The amended plan."""
    due_before: Mapped[date | None]
    due_after: Mapped[date | None]
    changed_on: Mapped[date]
