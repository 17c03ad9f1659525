"""Reads of indicators with their targets, agencies and readings."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, selectinload

from db.enums import Part, PlanState, Review
from db.models import Amendment, Indicator, IndicatorAgency, Plan, Reading


@dataclass(frozen=True, slots=True)
class IndicatorNow:
    """An indicator of an accepted plan, with what was reported of it and not taken back."""

    indicator: Indicator
    number: int
    readings: tuple[Reading, ...]
    """Oldest report first, who said it loaded."""

    @property
    def newest(self) -> Reading | None:
        """The one that tells of the latest day; of one day's the last reported."""
        return max(reversed(self.readings), key=lambda reading: reading.as_of, default=None)

    def agency_ids(self, part: Part) -> list[int]:
        """Agencies that answer for it or help with it; collective names stand for nobody."""
        return [
            link.agency_id
            for link in self.indicator.agencies
            if link.part is part and not link.agency.collective
        ]

    def collectives(self) -> list[int]:
        """The collective names that help with it; a secretary may have said whom they mean."""
        return [
            link.agency_id
            for link in self.indicator.agencies
            if link.part is Part.COORDINATING and link.agency.collective
        ]

    def agency_names(self, part: Part) -> tuple[str, ...]:
        """Their names, collective ones included."""
        return tuple(link.agency.name for link in self.indicator.agencies if link.part is part)


async def indicators_now(
    session: AsyncSession,
    committee_id: int,
    *,
    agency_ids: Collection[int] | None = None,
    ids: Collection[int] | None = None,
    numbers: Collection[int] | None = None,
) -> list[IndicatorNow]:
    """The committee's indicators by number; headings, drafts' and amended plans', and what
    was set aside as none, are left out.

    Given `agency_ids`, those that one of these agencies leads; `ids` and `numbers` narrow
    further. Always four statements or fewer.
    """
    newer = aliased(Plan)
    amended = (
        select(Amendment.amends_id)
        .join(
            newer,
            (newer.committee_id == Amendment.committee_id) & (newer.id == Amendment.plan_id),
        )
        .where(Amendment.committee_id == committee_id, newer.state == PlanState.ACCEPTED)
    )
    query = (
        select(Indicator)
        .join(Indicator.plan)
        .where(
            Indicator.committee_id == committee_id,
            Indicator.number.is_not(None),
            Indicator.review.is_distinct_from(Review.NOT_A_TASK),
            Plan.state == PlanState.ACCEPTED,
            Plan.id.not_in(amended),
        )
        .options(
            selectinload(Indicator.targets),
            selectinload(Indicator.agencies).joinedload(IndicatorAgency.agency),
            selectinload(Indicator.readings).joinedload(Reading.person),
        )
        .order_by(Indicator.number)
    )
    if agency_ids is not None:
        query = query.where(
            Indicator.id.in_(
                select(IndicatorAgency.indicator_id).where(
                    IndicatorAgency.committee_id == committee_id,
                    IndicatorAgency.agency_id.in_(agency_ids),
                    IndicatorAgency.part == Part.LEAD,
                )
            )
        )
    if ids is not None:
        query = query.where(Indicator.id.in_(ids))
    if numbers is not None:
        query = query.where(Indicator.number.in_(numbers))
    return [
        IndicatorNow(row, row.number, valid_readings(row.readings))
        for row in await session.scalars(query)
        if row.number is not None
    ]


def valid_readings(rows: Collection[Reading]) -> tuple[Reading, ...]:
    """Those that say something and were not taken back."""
    undone = {row.undoes_id for row in rows}
    return tuple(row for row in rows if row.undoes_id is None and row.id not in undone)
