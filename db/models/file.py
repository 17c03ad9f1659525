"""What people sent: the originals of plans, and files and documents that prove a report."""

from datetime import datetime

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
from db.enums import FilePurpose, FileState
from db.models.people import Chat, Committee, Person
from db.models.progress import Occurrence


class SentFile(Base):
    """A file from the moment somebody sent it: who, when, from which chat, with which words.

    While it waits, its channel has it under `source`. Then its bytes are kept here; one that
    cannot be taken in leaves no row. `digest` is the SHA-256 of the bytes.
    """

    __tablename__ = "sent_files"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        within("plans", "plan_id"),
        Index("ix_sent_files_chat", "chat_id", "id"),
        Index(
            "ix_sent_files_waiting",
            "purpose",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        CheckConstraint("(state = 'kept') = (content IS NOT NULL)", name="content"),
        CheckConstraint("(state = 'kept') = (digest IS NOT NULL)", name="digest"),
        CheckConstraint("claimed_until IS NULL OR state = 'waiting'", name="claimed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    purpose: Mapped[FilePurpose] = mapped_column(stored(FilePurpose))
    state: Mapped[FileState] = mapped_column(stored(FileState), default=FileState.WAITING)
    source: Mapped[str] = mapped_column(String(300))
    name: Mapped[str] = mapped_column(String(300))
    media_type: Mapped[str | None] = mapped_column(String(100))
    words: Mapped[str] = mapped_column(Text, default="")
    """What was written under it."""
    sent_at: Mapped[datetime]
    size: Mapped[int | None]
    """In bytes; as the platform says until the file is here."""
    digest: Mapped[str | None] = mapped_column(String(64))
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    plan_id: Mapped[int | None]
    """The plan that was read from it."""
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    """Not to be tried before."""
    claimed_until: Mapped[datetime | None]

    committee: Mapped[Committee] = relationship()
    person: Mapped[Person] = relationship()
    chat: Mapped[Chat] = relationship()


class Evidence(Base):
    """What proves that something was done (domain: Sản phẩm đầu ra): a file, or a document named.

    `update_id` is the report it came with: where that is taken back, it counts no more. Whoever
    added it may take it off again.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint("committee_id", "occurrence_id", "file_id"),
        within("occurrences", "occurrence_id"),
        within("sent_files", "file_id"),
        within("status_updates", "update_id"),
        CheckConstraint("(file_id IS NULL) <> (document IS NULL)", name="one_of_both"),
        Index("ix_evidence_occurrence", "committee_id", "occurrence_id"),
        Index("ix_evidence_file", "committee_id", "file_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    occurrence_id: Mapped[int]
    file_id: Mapped[int | None]
    document: Mapped[str | None] = mapped_column(String(300))
    """A document's number and day as typed: "Kế hoạch số 45/KH-UBND ngày 05/12/2025"."""
    update_id: Mapped[int | None]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]

    file: Mapped[SentFile | None] = relationship(viewonly=True)
    occurrence: Mapped[Occurrence] = relationship(viewonly=True)
