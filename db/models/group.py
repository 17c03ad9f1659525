"""Groups of a platform that a committee's standing office bound to it, and the codes that do so."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, within
from db.models.people import Agency, Chat, Committee, Person


class GroupBinding(Base):
    """A group's chat that sees what a committee's member sees, or one agency of it.

    A chat is bound once at a time, whichever committee it is bound to: what everybody in it sees
    is never mixed. Ended bindings stay, so that it can be told who had opened what to whom.
    """

    __tablename__ = "group_bindings"
    __table_args__ = (
        within("agencies", "agency_id"),
        Index(
            "uq_group_bindings_chat",
            "chat_id",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index("ix_group_bindings_committee", "committee_id", "removed_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    agency_id: Mapped[int | None]
    """The one agency whose tasks the group sees; None: the whole committee's."""
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    title: Mapped[str] = mapped_column(String(300))
    """What the group was called when it last called us."""
    topic: Mapped[str | None] = mapped_column(String(60))
    """The topic of a forum that it was bound in: what is posted unasked goes there."""
    bound_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    bound_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    """Since when it is bound no more; None: it is."""
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """Who unbound it; None: the group shut us out, or is gone."""

    committee: Mapped[Committee] = relationship()
    agency: Mapped[Agency | None] = relationship(overlaps="committee")
    chat: Mapped[Chat] = relationship()
    binder: Mapped[Person] = relationship(foreign_keys=[bound_by])


class GroupCode(Base):
    """A one-time code that binds the group it is sent in; only its hash is kept.

    It is good for whoever of the standing office asked for it, and for nobody else.
    """

    __tablename__ = "group_codes"
    __table_args__ = (
        UniqueConstraint("committee_id", "code_hash"),
        within("agencies", "agency_id"),
        Index("ix_group_codes_code_hash", "code_hash"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    agency_id: Mapped[int | None]
    code_hash: Mapped[str] = mapped_column(String(64))
    made_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    committee: Mapped[Committee] = relationship()
    agency: Mapped[Agency | None] = relationship(overlaps="committee")
