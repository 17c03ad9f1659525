"""What came in, what goes out, and why."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, stored, within
from db.enums import NoteKind, OutboxKind, OutboxState
from db.models.people import Chat


class InboxUpdate(Base):
    """An incoming update, stored before the platform is told that we have it.

    `bot` is the account it came to ("telegram:123456", "web"); `update_id` the platform's id.
    `handled_at` is set in the transaction of its effect.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot", "update_id"),
        Index(
            "ix_inbox_waiting",
            "id",
            sqlite_where=text("handled_at IS NULL"),
            postgresql_where=text("handled_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    bot: Mapped[str] = mapped_column(String(60))
    update_id: Mapped[str] = mapped_column(String(60))
    payload: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime | None]
    """When to try again after a failure of ours."""
    handled_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(Text)
    """The last failure; with `handled_at`, it was given up."""


class OutboxMessage(Base):
    """A message to somebody, from the moment it is owed until it is delivered.

    An answer goes to a chat and has its `body` (an `Outgoing`). A message of the day goes to a
    person (the chat is chosen when it is sent), has a `day` and a `kind` of its own, at most one
    of a kind a day, person and committee; its text is made when it is sent. A group is no person:
    its message of the day goes to its chat, under a key of its own.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "uq_outbox_day",
            "committee_id",
            "person_id",
            "day",
            "kind",
            unique=True,
            sqlite_where=text("day IS NOT NULL"),
            postgresql_where=text("day IS NOT NULL"),
        ),
        Index(
            "uq_outbox_chat_day",
            "committee_id",
            "chat_id",
            "day",
            "kind",
            unique=True,
            sqlite_where=text("day IS NOT NULL AND chat_id IS NOT NULL"),
            postgresql_where=text("day IS NOT NULL AND chat_id IS NOT NULL"),
        ),
        Index(
            "ix_outbox_waiting",
            "next_at",
            "id",
            sqlite_where=text("state IN ('queued', 'sending')"),
            postgresql_where=text("state IN ('queued', 'sending')"),
        ),
        CheckConstraint("chat_id IS NOT NULL OR person_id IS NOT NULL", name="somebody"),
        CheckConstraint("body IS NOT NULL OR day IS NOT NULL", name="something"),
        CheckConstraint("(state = 'sending') = (claimed_until IS NOT NULL)", name="claimed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id"))
    kind: Mapped[OutboxKind] = mapped_column(stored(OutboxKind))
    day: Mapped[date | None]
    body: Mapped[dict[str, Any] | None]
    state: Mapped[OutboxState] = mapped_column(stored(OutboxState), default=OutboxState.QUEUED)
    queued_at: Mapped[datetime]
    next_at: Mapped[datetime]
    """Not to be sent before."""
    claimed_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    finished_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(Text)

    chat: Mapped[Chat | None] = relationship()
    deliveries: Mapped[list["Delivery"]] = relationship(
        back_populates="outbox", order_by="Delivery.part"
    )


class Delivery(Base):
    """One part of a message that a platform took: lets an answer to it be understood."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("outbox_id", "part"),
        Index("ix_deliveries_message", "chat_id", "message_id"),
        Index("ix_deliveries_chat", "chat_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    part: Mapped[int]
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    message_id: Mapped[str] = mapped_column(String(60))
    about: Mapped[list[Any]] = mapped_column(default=list)
    """Ids of the tasks it spoke of."""
    choices: Mapped[list[Any]] = mapped_column(default=list)
    """The data of its choices in order, for chats that answer with numbers."""
    sent_at: Mapped[datetime]

    outbox: Mapped[OutboxMessage] = relationship(back_populates="deliveries")


class Rung(Base):
    """One reason to tell one person about one occurrence on one day, written once (mốc nhắc).

    `name` says which: "before:14", "with:3", "after:1", "monday:2026-01-05", "opening", "head",
    "leaders", "snoozed", "period". `outbox_id` is the message that covers it.
    """

    __tablename__ = "rungs"
    __table_args__ = (
        UniqueConstraint("committee_id", "occurrence_id", "person_id", "name", "due"),
        within("occurrences", "occurrence_id"),
        Index("ix_rungs_outbox", "outbox_id"),
        Index(
            "ix_rungs_waiting",
            "committee_id",
            "person_id",
            sqlite_where=text("outbox_id IS NULL AND silenced IS 0"),
            postgresql_where=text("outbox_id IS NULL AND silenced IS FALSE"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str] = mapped_column(String(30))
    due: Mapped[date]
    """The due day it was counted from: an extension gives a new ladder. For "period", the
    cut-off of the reporting period."""
    day: Mapped[date]
    silenced: Mapped[bool] = mapped_column(default=False)
    """Its turn came, and nobody was told: an extension had just been asked for."""
    outbox_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))


class MorningNote(Base):
    """Something that is told in a morning's message and is about no one task; written once.

    `subject_id` is the reporting regime's id, for GONE the person's, for PASSED the instruction's;
    `due` the day it speaks of.
    """

    __tablename__ = "morning_notes"
    __table_args__ = (
        UniqueConstraint("committee_id", "person_id", "kind", "subject_id", "due"),
        Index("ix_morning_notes_outbox", "outbox_id"),
        Index(
            "ix_morning_notes_waiting",
            "committee_id",
            "person_id",
            sqlite_where=text("outbox_id IS NULL"),
            postgresql_where=text("outbox_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[NoteKind] = mapped_column(stored(NoteKind))
    subject_id: Mapped[int]
    due: Mapped[date]
    day: Mapped[date]
    """On which it was written."""
    outbox_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))


class WebMessage(Base):
    """One line of a chat on the page; `key` keeps one of ours from standing there twice."""

    __tablename__ = "web_messages"
    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_web_messages_chat", "chat_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    key: Mapped[str] = mapped_column(String(60))
    ours: Mapped[bool]
    body: Mapped[dict[str, Any]]
    picture: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[datetime]


class MovedDay(Base):
    """A day whose rest or work a decision changed: 2026-01-02 off, 2026-01-10 worked."""

    __tablename__ = "moved_days"

    day: Mapped[date] = mapped_column(primary_key=True)
    working: Mapped[bool]
    note: Mapped[str | None] = mapped_column(String(300))
