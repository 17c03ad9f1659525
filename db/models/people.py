"""Committees, their agencies, and the people in them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, stored, within
from db.enums import Role


class Committee(Base):
    """A steering committee (Ban Chỉ đạo): the tenant that every other row belongs to."""

    __tablename__ = "committees"
    __table_args__ = (
        CheckConstraint(
            "morning BETWEEN 6 AND 20 AND evening > morning AND evening <= 21", name="hours"
        ),
        Index("ix_committees_looks_at", "looks_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(300), unique=True)
    timezone: Mapped[str] = mapped_column(String(64))
    confirms: Mapped[bool] = mapped_column(default=True)
    """Whether a reported completion waits for the secretary's acceptance (chờ xác nhận)."""
    sample: Mapped[bool] = mapped_column(default=False)
    """Its people and progress are made up; everything shown says so."""
    created_at: Mapped[datetime]
    morning: Mapped[int] = mapped_column(default=8, server_default="8")
    evening: Mapped[int] = mapped_column(default=18, server_default="18")
    """Reminders go out from the one full hour on and before the other, local time."""
    ladder: Mapped[dict[str, Any] | None]
    """On which days people are told (`tasks.calendar.Ladder`); None: the usual ones."""
    ladder_from: Mapped[date | None]
    """The first day whose rungs are this ladder's; those of earlier days are not owed."""
    looks_at: Mapped[datetime | None]
    """What its people are owed is not worked out again before; None: something has changed."""
    settled_on: Mapped[date | None]
    """The day up to which everybody was told what was to be told (`tasks.mornings.settling`)."""
    settling_since: Mapped[datetime | None]
    """Since when all that stands is looked at, so that it may be settled; None: not looked yet."""


class Agency(Base):
    """An office in the committee's directory; a collective name stands for none in particular."""

    __tablename__ = "agencies"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    name: Mapped[str] = mapped_column(String(300))
    key: Mapped[str] = mapped_column(String(300))
    """What its spellings share (`plans.agencies.keys.agency_key`); a merged one's names nobody."""
    collective: Mapped[bool] = mapped_column(default=False)
    merged_at: Mapped[datetime | None]
    """Since when it counts as another (see `AgencyMerge`); its row has no part in anything then."""


class AgencyAlias(Base):
    """Another spelling of an agency, as a plan printed it."""

    __tablename__ = "agency_aliases"
    __table_args__ = (UniqueConstraint("committee_id", "key"), within("agencies", "agency_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    agency_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(300))
    key: Mapped[str] = mapped_column(String(300))


class AgencyMember(Base):
    """Whom a collective name means ("Các phòng, ban liên quan"), once a secretary has said it."""

    __tablename__ = "agency_members"
    __table_args__ = (
        UniqueConstraint("committee_id", "collective_id", "agency_id"),
        within("agencies", "collective_id"),
        within("agencies", "agency_id"),
        CheckConstraint("collective_id <> agency_id", name="not_itself"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    collective_id: Mapped[int]
    agency_id: Mapped[int]


class AgencyMerge(Base):
    """One agency taken into another, with all that moved, so that it can be taken back.

    `moved` is what `tasks.merging` writes and reads: the rows that were pointed at the other
    agency, and those left out because the other agency had the same.
    """

    __tablename__ = "agency_merges"
    __table_args__ = (
        within("agencies", "agency_id"),
        within("agencies", "into_id"),
        Index("ix_agency_merges_into", "committee_id", "into_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    agency_id: Mapped[int]
    into_id: Mapped[int]
    moved: Mapped[dict[str, Any]]
    merged_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    merged_at: Mapped[datetime]
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    undone_at: Mapped[datetime | None]


class AgencyDifference(Base):
    """Two agencies of similar names that a secretary has said are not the same."""

    __tablename__ = "agency_differences"
    __table_args__ = (
        UniqueConstraint("committee_id", "one_id", "other_id"),
        within("agencies", "one_id"),
        within("agencies", "other_id"),
        CheckConstraint("one_id < other_id", name="order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    one_id: Mapped[int]
    other_id: Mapped[int]


class Person(Base):
    """Somebody who talks with us; may hold several roles in several committees (kiêm nhiệm)."""

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint(
            "(morning IS NULL) = (evening IS NULL) "
            "AND morning BETWEEN 6 AND 20 AND evening > morning AND evening <= 21",
            name="hours",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    locale: Mapped[str | None] = mapped_column(String(8))
    """The language they chose; None: the program's own."""
    created_at: Mapped[datetime]
    morning: Mapped[int | None]
    evening: Mapped[int | None]
    """The hours they chose to be told between; None: those of each committee."""

    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="person", order_by="Membership.id"
    )
    chats: Mapped[list["Chat"]] = relationship(back_populates="person", order_by="Chat.id")


class Membership(Base):
    """One role of one person in one committee; officers and heads hold theirs in an agency."""

    __tablename__ = "memberships"
    __table_args__ = (
        within("agencies", "agency_id"),
        CheckConstraint(
            "(role IN ('head', 'officer')) = (agency_id IS NOT NULL)", name="agency_by_role"
        ),
        Index(
            "uq_memberships_agency",
            "committee_id",
            "person_id",
            "role",
            "agency_id",
            unique=True,
            sqlite_where=text("agency_id IS NOT NULL"),
            postgresql_where=text("agency_id IS NOT NULL"),
        ),
        Index(
            "uq_memberships_committee",
            "committee_id",
            "person_id",
            "role",
            unique=True,
            sqlite_where=text("agency_id IS NULL"),
            postgresql_where=text("agency_id IS NULL"),
        ),
        Index("ix_memberships_agency", "committee_id", "agency_id", "role"),
        Index("ix_memberships_person", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    role: Mapped[Role] = mapped_column(stored(Role))
    agency_id: Mapped[int | None]
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="memberships")
    committee: Mapped[Committee] = relationship()
    agency: Mapped[Agency | None] = relationship(overlaps="committee")


class Absence(Base):
    """Days on which somebody is away, and who is told and reports in their stead (`stand_in`).

    Without a stand-in they count as not to be reached: the next in line hears. Both days are in it.
    """

    __tablename__ = "absences"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="order"),
        CheckConstraint("stand_in_id IS NULL OR stand_in_id <> person_id", name="another"),
        Index("ix_absences_person", "committee_id", "person_id", "ends_on"),
        Index("ix_absences_stand_in", "committee_id", "stand_in_id", "ends_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    told_at: Mapped[datetime]
    """When they said so."""
    withdrawn_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    stand_in: Mapped[Person | None] = relationship(foreign_keys=[stand_in_id])


class Invitation(Base):
    """A one-time code that makes whoever sends it a member; only its hash is kept."""

    __tablename__ = "invitations"
    __table_args__ = (
        UniqueConstraint("committee_id", "code_hash"),
        within("agencies", "agency_id"),
        CheckConstraint(
            "(role IN ('head', 'officer')) = (agency_id IS NOT NULL)", name="agency_by_role"
        ),
        Index("ix_invitations_code_hash", "code_hash"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    code_hash: Mapped[str] = mapped_column(String(64))
    role: Mapped[Role] = mapped_column(stored(Role))
    agency_id: Mapped[int | None]
    name: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))

    committee: Mapped[Committee] = relationship()
    agency: Mapped[Agency | None] = relationship(overlaps="committee")


class Chat(Base):
    """One chat account on one channel, and whose it is once a code was sent from it.

    `dialogue` is the half-done question of this chat (see `bot.conversation.talk`);
    `wrong_codes` counts the codes that failed since `wrong_since`, to slow down guessing.
    """

    __tablename__ = "chats"
    __table_args__ = (UniqueConstraint("channel", "address"), Index("ix_chats_person", "person_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    address: Mapped[str] = mapped_column(String(100))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    language: Mapped[str | None] = mapped_column(String(8))
    dialogue: Mapped[dict[str, Any] | None]
    wrong_codes: Mapped[int] = mapped_column(default=0)
    wrong_since: Mapped[datetime | None]
    gone_at: Mapped[datetime | None]
    """When the platform said that this chat cannot be reached any more."""
    heard_at: Mapped[datetime]

    person: Mapped[Person | None] = relationship(back_populates="chats")
