"""Indicators are kept with their plan, on both databases."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from db.models import Indicator, IndicatorAgency
from plans.indicators.store import save_indicators
from plans.indicators.targets import Target
from plans.parsed import ParsedIndicator
from tests.make import make_agency, make_committee, make_plan


def make_row(name: str, **but) -> ParsedIndicator:
    given = {
        "source": "annex-1",
        "group": "I",
        "group_title": "Chính quyền số",
        "no": "1",
        "name": name,
        "raw_name": name,
        "unit": "%",
        "targets": (),
        "lead": (),
        "coordinating": (),
        "product": None,
        "heading": False,
        "line": 7,
    }
    return ParsedIndicator(**given | but)


async def test_indicators_are_numbered_through_a_committee_and_headings_are_not(database):
    async with database.write() as session:
        here, there = await make_committee(session), await make_committee(session)
        culture = await make_agency(session, here, name="Phòng Văn hóa - Xã hội")
        first, second, theirs = [await make_plan(session, c) for c in (here, here, there)]
        heading = make_row("Dịch vụ công", heading=True, unit=None)
        share = make_row(
            "Tỷ lệ hồ sơ trực tuyến",
            targets=(
                ("2025", Target("≥ 60%", ">=", 60.0, "%")),
                ("", Target("Top 50 của thành phố")),
            ),
            lead=("Phòng VHXH", "Phòng Văn hoá - Xã hội"),
            coordinating=("Phòng Văn hóa - Xã hội",),
        )

        await save_indicators(session, first, [heading, share], {culture.key: culture})
        await save_indicators(session, second, [make_row("Quy mô kinh tế số")], {})
        await save_indicators(session, theirs, [make_row("Của xã khác")], {})

    async with database.read() as session:
        rows = await session.scalars(
            select(Indicator)
            .order_by(Indicator.id)
            .options(
                selectinload(Indicator.targets),
                selectinload(Indicator.agencies).joinedload(IndicatorAgency.agency),
            )
        )
        found = [
            (
                row.plan_id,
                row.number,
                row.name,
                [(t.year, t.raw, t.op, t.value) for t in row.targets],
                [(link.agency.name, link.part.value) for link in row.agencies],
            )
            for row in rows
        ]
    assert found == [
        (first.id, None, "Dịch vụ công", [], []),
        (
            first.id,
            1,
            "Tỷ lệ hồ sơ trực tuyến",
            [("2025", "≥ 60%", ">=", 60.0), (None, "Top 50 của thành phố", None, None)],
            [("Phòng Văn hóa - Xã hội", "lead"), ("Phòng Văn hóa - Xã hội", "coordinating")],
        ),
        (second.id, 2, "Quy mô kinh tế số", [], []),
        (theirs.id, 1, "Của xã khác", [], []),
    ]
