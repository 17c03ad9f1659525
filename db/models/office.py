"""What the standing office, the members and the heads do in chat, and what came of it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, stored, within
from db.enums import Came, MembershipChange, Role, TaskField
from db.models.people import Agency, Chat, Committee, Person
from db.models.plan import Task
from db.models.progress import StatusUpdate


class Acknowledgement(Base):
    """Somebody was told of a task given in chat, and whether they pressed "Đã nhận"."""

    __tablename__ = "acknowledgements"
    __table_args__ = (
        UniqueConstraint("committee_id", "task_id", "person_id"),
        within("tasks", "task_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    told_at: Mapped[datetime]
    received_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()
    task: Mapped[Task] = relationship()


class TaskOfficer(Base):
    """The officer whom an agency's head named for a task: at most one an agency.

    The row goes when the person leaves the agency, so that its other officers hear again.
    """

    __tablename__ = "task_officers"
    __table_args__ = (
        UniqueConstraint("committee_id", "task_id", "agency_id"),
        within("tasks", "task_id"),
        within("agencies", "agency_id"),
        Index("ix_task_officers_person", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    agency_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    named_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    named_at: Mapped[datetime]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Instruction(Base):
    """A member's word on a task (chỉ đạo); open until its lead has answered."""

    __tablename__ = "instructions"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        within("tasks", "task_id"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered"),
        CheckConstraint("(answer IS NULL) = (answered_by IS NULL)", name="answered_by"),
        Index("ix_instructions_task", "committee_id", "task_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str] = mapped_column(Text)
    given_on: Mapped[date]
    given_at: Mapped[datetime]
    due_on: Mapped[date | None]
    """The last day in time of the one that its words name, if they do."""
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]

    task: Mapped[Task] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class ReportInStead(Base):
    """How a report came that the standing office recorded for an agency (báo cáo thay)."""

    __tablename__ = "reports_in_stead"
    __table_args__ = (
        UniqueConstraint("committee_id", "update_id"),
        within("status_updates", "update_id"),
        within("agencies", "agency_id"),
        CheckConstraint("(disputed_at IS NULL) = (disputed_by IS NULL)", name="disputed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    update_id: Mapped[int]
    agency_id: Mapped[int]
    came: Mapped[Came] = mapped_column(stored(Came))
    disputed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    disputed_at: Mapped[datetime | None]

    update: Mapped[StatusUpdate] = relationship()
    agency: Mapped[Agency] = relationship(overlaps="update")


class Correction(Base):
    """Something of an accepted task set right: what it said before, and what it says now."""

    __tablename__ = "corrections"
    __table_args__ = (
        within("tasks", "task_id"),
        Index("ix_corrections_task", "committee_id", "task_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    field: Mapped[TaskField] = mapped_column(stored(TaskField))
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    corrected_on: Mapped[date]
    corrected_at: Mapped[datetime]


class Handover(Base):
    """An officer's word that a task belongs to another agency, and what the office made of it.

    `agency_id` is who got it; None, once decided: it stays.
    """

    __tablename__ = "handovers"
    __table_args__ = (
        within("tasks", "task_id"),
        within("agencies", "agency_id"),
        CheckConstraint("(decided_at IS NULL) = (decided_by IS NULL)", name="decided"),
        Index("ix_handovers_task", "committee_id", "task_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    task_id: Mapped[int]
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    agency_id: Mapped[int | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]

    asker: Mapped[Person] = relationship(foreign_keys=[asked_by])


class Nudge(Base):
    """The standing office had somebody reminded at once (đôn đốc ngay): at most once a day."""

    __tablename__ = "nudges"
    __table_args__ = (UniqueConstraint("committee_id", "person_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    day: Mapped[date]
    nudged_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    nudged_at: Mapped[datetime]


class JoinRequest(Base):
    """Somebody without a code who asks to come in; `words` are what they say of themselves."""

    __tablename__ = "join_requests"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        CheckConstraint("(granted IS NULL) = (decided_at IS NULL)", name="decided"),
        Index("ix_join_requests_chat", "chat_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    name: Mapped[str] = mapped_column(String(200))
    words: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    granted: Mapped[bool | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]

    chat: Mapped[Chat] = relationship()
    committee: Mapped[Committee] = relationship()


class MembershipRecord(Base):
    """A role given or taken in chat, and by whom; what people reported stays theirs."""

    __tablename__ = "membership_records"
    __table_args__ = (
        within("agencies", "agency_id"),
        Index("ix_membership_records_person", "committee_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    role: Mapped[Role] = mapped_column(stored(Role))
    agency_id: Mapped[int | None]
    change: Mapped[MembershipChange] = mapped_column(stored(MembershipChange))
    changed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime]
