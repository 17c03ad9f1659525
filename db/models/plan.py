"""Plans and what they ask of whom."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, stored, within
from db.enums import DeadlineKind, Every, Part, PlanState, Recurs, Review
from db.models.people import Agency, Committee


class Plan(Base):
    """An issued document (kế hoạch). A draft reminds nobody; `digest` is the file's SHA-256."""

    __tablename__ = "plans"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "digest"),
        CheckConstraint("(state = 'accepted') = (accepted_at IS NOT NULL)", name="accepted_at"),
        CheckConstraint("(accepted_at IS NULL) = (reminds_from IS NULL)", name="reminds_from"),
        Index("ix_plans_turns_on", "committee_id", "turns_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    digest: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str] = mapped_column(String(300))
    number: Mapped[str | None] = mapped_column(String(100))
    title: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(String(300))
    issued_on: Mapped[date | None]
    counted_from: Mapped[date | None]
    counted_from_doubtful: Mapped[bool] = mapped_column(default=False)
    """The plan prints no date; `counted_from` is that of the latest document it cites."""
    state: Mapped[PlanState] = mapped_column(stored(PlanState), default=PlanState.DRAFT)
    created_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    reminds_from: Mapped[date | None]
    """The first local day whose morning lies after the acceptance; no rung before it is owed."""
    period_first: Mapped[date | None]
    period_cut_off: Mapped[date | None]
    """The reporting period that it is in, by `reports.periods`: its first and its last day."""
    turns_on: Mapped[date | None]
    """The first day on which that, or a report's day, is over; None: to be worked out."""

    committee: Mapped[Committee] = relationship()
    regimes: Mapped[list["ReportingRegime"]] = relationship(
        back_populates="plan", order_by="ReportingRegime.id"
    )
    groups: Mapped[list["TaskGroup"]] = relationship(
        back_populates="plan", order_by="TaskGroup.position"
    )


class ReportingRegime(Base):
    """When a plan wants a report: every month, quarter ..., and by which day."""

    __tablename__ = "reporting_regimes"
    __table_args__ = (
        within("plans", "plan_id"),
        CheckConstraint("review_day BETWEEN 1 AND 31", name="review_day"),
        CheckConstraint("cut_off_day BETWEEN 1 AND 31", name="cut_off_day"),
        Index("ix_reporting_regimes_plan", "committee_id", "plan_id"),
        Index("ix_reporting_regimes_due_on", "committee_id", "due_on"),
        Index("ix_reporting_regimes_review_on", "committee_id", "review_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    every: Mapped[Every] = mapped_column(stored(Every))
    due_day: Mapped[int | None]
    due_month: Mapped[int | None]
    before: Mapped[bool] = mapped_column(default=False)
    """The named day itself is too late ("trước ngày")."""
    raw: Mapped[str] = mapped_column(Text)
    to: Mapped[str | None] = mapped_column(String(300))
    via: Mapped[str | None] = mapped_column(String(300))
    due_on: Mapped[date | None]
    """The next report's last day in time; None where the plan names no day, or not yet known."""
    cut_off_day: Mapped[int | None]
    """The last day of the month that a report takes in, where a secretary set another than the
    day it is due."""
    review_day: Mapped[int | None]
    """The day of the month on which the committee reviews the reports; the last of shorter ones."""
    review_on: Mapped[date | None]
    """The next such meeting; None where there is none, or it is not yet known."""

    plan: Mapped[Plan] = relationship(back_populates="regimes")


class TaskGroup(Base):
    """A heading of a plan's annex with its tasks (I, II, ...)."""

    __tablename__ = "task_groups"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "plan_id", "position"),
        within("plans", "plan_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    position: Mapped[int]
    source: Mapped[str] = mapped_column(String(50))
    label: Mapped[str | None] = mapped_column(String(50))
    title: Mapped[str | None] = mapped_column(Text)

    plan: Mapped[Plan] = relationship(back_populates="groups")


class Task(Base):
    """One row of work that a plan assigns (nhiệm vụ); `number` is what people type (#12)."""

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "number"),
        within("plans", "plan_id"),
        within("task_groups", "group_id"),
        Index("ix_tasks_plan", "committee_id", "plan_id"),
        CheckConstraint("number > 0", name="number_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    group_id: Mapped[int]
    number: Mapped[int]
    no: Mapped[str | None] = mapped_column(String(30))
    """The row's number as printed; not unique in a plan."""
    content: Mapped[str] = mapped_column(Text)
    parent_content: Mapped[str | None] = mapped_column(Text)
    product: Mapped[str | None] = mapped_column(Text)
    deadline_text: Mapped[str] = mapped_column(Text)
    """The plan's own words for the deadline."""
    kind: Mapped[DeadlineKind] = mapped_column(stored(DeadlineKind))
    start: Mapped[date | None]
    recurs: Mapped[Recurs | None] = mapped_column(stored(Recurs))
    recurs_due: Mapped[str | None] = mapped_column(String(71))
    """In the forms of `plans.deadlines.recurrence`; the longest has a day of every month."""
    recurs_until: Mapped[date | None]
    """None: without end."""
    doubts: Mapped[list[Any]] = mapped_column(default=list)
    """What the reader was not sure of, in the words of `plans.parsed`."""
    line: Mapped[int | None]
    """Where the row stands in the source: its line there ..."""
    page: Mapped[int | None]
    sheet: Mapped[str | None] = mapped_column(String(200))
    sheet_row: Mapped[int | None]
    """... and its page, or its row of a sheet, in a file that has such."""
    content_raw: Mapped[str | None] = mapped_column(Text)
    """The content of a scan as it came, before its damage was mended."""
    doubtful_words: Mapped[list[Any] | None]
    """Words of a mended content that a reader should look at."""
    review: Mapped[Review | None] = mapped_column(stored(Review))
    """What a secretary said of the row while its plan was a draft; None: not looked at."""
    removed_on: Mapped[date | None]
    """From this day it is no task of the committee's any more: a newer version of the plan has it
    no longer, or it never was one. Its history stays."""

    plan: Mapped[Plan] = relationship(overlaps="groups")
    group: Mapped[TaskGroup] = relationship(overlaps="plan")
    agencies: Mapped[list["TaskAgency"]] = relationship(
        back_populates="task", order_by="TaskAgency.id"
    )


class TaskAgency(Base):
    """An agency's part in a task: lead (chủ trì) or coordinating (phối hợp)."""

    __tablename__ = "task_agencies"
    __table_args__ = (
        UniqueConstraint("committee_id", "task_id", "agency_id", "part"),
        within("tasks", "task_id"),
        within("agencies", "agency_id"),
        Index("ix_task_agencies_agency", "committee_id", "agency_id", "part"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    agency_id: Mapped[int]
    part: Mapped[Part] = mapped_column(stored(Part))

    task: Mapped[Task] = relationship(back_populates="agencies")
    agency: Mapped[Agency] = relationship(overlaps="agencies,task")
