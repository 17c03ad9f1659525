"""A committee's indicators from the database to plain facts."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part
from db.queries.indicators import IndicatorNow, indicators_now
from reports.indicators import (
    IndicatorFacts,
    IndicatorSums,
    ReadingFacts,
    TargetFacts,
    sum_up,
)


async def load_indicators(
    session: AsyncSession, committee_id: int, *, as_of: date
) -> IndicatorSums:
    """The indicators of a committee's accepted plans as of a day."""
    found = await indicators_now(session, committee_id)
    return sum_up([facts_of(one) for one in found], as_of=as_of)


def facts_of(one: IndicatorNow) -> IndicatorFacts:
    """One indicator as the figures need it; a collective name leads nothing."""
    row = one.indicator
    return IndicatorFacts(
        number=one.number,
        name=row.name,
        unit=row.unit,
        leads=tuple(
            link.agency.name
            for link in row.agencies
            if link.part is Part.LEAD and not link.agency.collective
        ),
        targets=tuple(
            TargetFacts(t.year, t.raw, t.op, t.value, t.low, t.high, t.unit) for t in row.targets
        ),
        readings=tuple(
            ReadingFacts(reading.as_of, reading.value, reading.text, reading.reached)
            for reading in one.readings
        ),
    )
