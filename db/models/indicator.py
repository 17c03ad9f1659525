"""What a plan measures (chỉ tiêu): indicators, their targets by year, and what was reported."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, stored, within
from db.enums import Part, Review
from db.models.people import Agency, Person
from db.models.plan import Plan


class Indicator(Base):
    """One row of a plan's indicator table; `number` is what people type (CT12).

    A `heading` only stands over the rows below it, and has no number.
    """

    __tablename__ = "indicators"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "number"),
        UniqueConstraint("committee_id", "plan_id", "position"),
        within("plans", "plan_id"),
        CheckConstraint("number > 0", name="number_positive"),
        CheckConstraint("heading = (number IS NULL)", name="heading"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    plan_id: Mapped[int]
    position: Mapped[int]
    number: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(50))
    group_label: Mapped[str | None] = mapped_column(String(50))
    group_title: Mapped[str | None] = mapped_column(Text)
    no: Mapped[str | None] = mapped_column(String(30))
    """The row's number as printed; not unique in a plan."""
    name: Mapped[str] = mapped_column(Text)
    raw_name: Mapped[str | None] = mapped_column(Text)
    """As a scan had it, where that differs."""
    unit: Mapped[str | None] = mapped_column(Text)
    product: Mapped[str | None] = mapped_column(Text)
    heading: Mapped[bool] = mapped_column(default=False)
    doubts: Mapped[list[Any]] = mapped_column(default=list)
    """What the reader was not sure of, in the words of `plans.parsed`."""
    line: Mapped[int | None]
    """Where the row stands in the source."""
    review: Mapped[Review | None] = mapped_column(stored(Review))
    """What a secretary said of it in the draft; what is none (`NOT_A_TASK`) is not followed."""

    plan: Mapped[Plan] = relationship()
    targets: Mapped[list["Target"]] = relationship(
        back_populates="indicator", order_by="Target.position"
    )
    agencies: Mapped[list["IndicatorAgency"]] = relationship(
        back_populates="indicator", order_by="IndicatorAgency.id"
    )
    readings: Mapped[list["Reading"]] = relationship(
        back_populates="indicator", order_by="Reading.id"
    )


class IndicatorAgency(Base):
    """An agency's part in an indicator: lead (chủ trì) or coordinating (phối hợp)."""

    __tablename__ = "indicator_agencies"
    __table_args__ = (
        UniqueConstraint("committee_id", "indicator_id", "agency_id", "part"),
        within("indicators", "indicator_id"),
        within("agencies", "agency_id"),
        Index("ix_indicator_agencies_agency", "committee_id", "agency_id", "part"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    indicator_id: Mapped[int]
    agency_id: Mapped[int]
    part: Mapped[Part] = mapped_column(stored(Part))

    indicator: Mapped[Indicator] = relationship(back_populates="agencies")
    agency: Mapped[Agency] = relationship(overlaps="agencies,indicator")


class Target(Base):
    """What an indicator is to reach in a year, as `plans.indicators.targets.Target` reads it.

    `year` is the plan's own label, None where it prints none. A range has `low` and `high` and
    neither `op` nor `value`; a target in words has none of the four.
    """

    __tablename__ = "targets"
    __table_args__ = (
        UniqueConstraint("committee_id", "indicator_id", "position"),
        within("indicators", "indicator_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    indicator_id: Mapped[int]
    position: Mapped[int]
    year: Mapped[str | None] = mapped_column(String(50))
    raw: Mapped[str] = mapped_column(Text)
    op: Mapped[str | None] = mapped_column(String(2))
    value: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    unit: Mapped[str | None] = mapped_column(Text)

    indicator: Mapped[Indicator] = relationship(back_populates="targets")


class Reading(Base):
    """What somebody reported of an indicator (số liệu): appended, never overwritten.

    It has a `value` or a `text` ("Top 30"). A row with `undoes_id` says that the earlier one was a
    slip and says nothing else. `as_of` is the day whose state it tells of.
    """

    __tablename__ = "readings"
    __table_args__ = (
        UniqueConstraint("committee_id", "id"),
        UniqueConstraint("committee_id", "undoes_id"),
        within("indicators", "indicator_id"),
        within("readings", "undoes_id"),
        CheckConstraint(
            "CASE WHEN value IS NULL THEN 0 ELSE 1 END + CASE WHEN text IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN undoes_id IS NULL THEN 0 ELSE 1 END = 1",
            name="one_thing",
        ),
        Index("ix_readings_indicator", "committee_id", "indicator_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    indicator_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    in_stead: Mapped[bool] = mapped_column(default=False)
    """Recorded by the secretariat in place of the leading agency."""
    value: Mapped[float | None]
    text: Mapped[str | None] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    """As typed."""
    as_of: Mapped[date]
    reported_at: Mapped[datetime]
    reached: Mapped[bool | None]
    """Whether a target in words is met; only a person can say, and None until one has."""
    judged_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    undoes_id: Mapped[int | None]

    indicator: Mapped[Indicator] = relationship(back_populates="readings")
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    undone_by: Mapped["Reading | None"] = relationship(
        primaryjoin="Reading.id == foreign(Reading.undoes_id)", uselist=False, viewonly=True
    )
