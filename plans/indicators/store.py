"""Save the indicators of a plan that was read."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Part
from db.models import Agency, Indicator, IndicatorAgency, Plan, Target
from plans.agencies.keys import agency_key
from plans.parsed import ParsedIndicator


async def save_indicators(
    session: AsyncSession,
    plan: Plan,
    rows: Sequence[ParsedIndicator],
    agencies: Mapping[str, Agency],
) -> None:
    """Store a plan's indicators, numbered after those the committee has; headings get no number.

    `agencies` are the committee's, by key (`plans.agencies.keys.agency_key`).
    """
    highest = await session.scalar(
        select(func.max(Indicator.number)).where(Indicator.committee_id == plan.committee_id)
    )
    number = highest or 0
    for position, row in enumerate(rows, 1):
        number += not row.heading
        indicator = _indicator(plan, row, position, None if row.heading else number)
        session.add(indicator)
        await session.flush()
        session.add_all(_targets(indicator, row))
        session.add_all(_links(indicator, row, agencies))
    await session.flush()


def _indicator(plan: Plan, row: ParsedIndicator, position: int, number: int | None) -> Indicator:
    return Indicator(
        committee_id=plan.committee_id,
        plan_id=plan.id,
        position=position,
        number=number,
        source=row.source,
        group_label=row.group or None,
        group_title=row.group_title or None,
        no=row.no or None,
        name=row.name,
        raw_name=row.raw_name if row.raw_name != row.name else None,
        unit=row.unit,
        product=row.product,
        heading=row.heading,
        doubts=list(row.doubts),
        line=row.line,
    )


def _targets(indicator: Indicator, row: ParsedIndicator) -> list[Target]:
    return [
        Target(
            committee_id=indicator.committee_id,
            indicator_id=indicator.id,
            position=position,
            year=year or None,
            raw=target.raw,
            op=target.op,
            value=target.value,
            low=target.low,
            high=target.high,
            unit=target.unit,
        )
        for position, (year, target) in enumerate(row.targets, 1)
    ]


def _links(
    indicator: Indicator, row: ParsedIndicator, agencies: Mapping[str, Agency]
) -> list[IndicatorAgency]:
    """Each agency once in each part, however often and in whatever spelling the row names it."""
    links: dict[tuple[Part, int], IndicatorAgency] = {}
    for part, names in ((Part.LEAD, row.lead), (Part.COORDINATING, row.coordinating)):
        for name in names:
            agency = agencies[agency_key(name)]
            links[part, agency.id] = IndicatorAgency(
                committee_id=indicator.committee_id,
                indicator_id=indicator.id,
                agency_id=agency.id,
                part=part,
            )
    return list(links.values())
