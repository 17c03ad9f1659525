"""A newer version of a plan and its indicators: those that stay keep number and readings.

What a plan prints of an indicator is the newer version's; an indicator that it no longer has is
not followed any more and keeps its rows. The caller commits.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Review
from db.models import Indicator, Plan, Reading
from plans.words import letters

ALIKE = 0.85
"""The share of letters that an indicator's old and new wording must have alike."""


async def carry_indicators(session: AsyncSession, old: Plan, new: Plan) -> int:
    """Give a newer plan's indicators the numbers and readings of those they were; how many."""
    before, after = await _measured(session, old), await _measured(session, new)
    pairs = [
        (before[a], after[b])
        for a, b in match_names([row.name for row in before], [row.name for row in after])
    ]
    highest = await session.scalar(
        select(func.max(Indicator.number)).where(Indicator.committee_id == new.committee_id)
    )
    numbers = [(was.number, now.number) for was, now in pairs]
    for place, (was, _) in enumerate(pairs, (highest or 0) + 1):
        was.number = place  # numbers are unique at every moment
    await session.flush()
    for (_, now), (number, _) in zip(pairs, numbers, strict=True):
        now.number = number
    await session.flush()
    for (was, _), (_, number) in zip(pairs, numbers, strict=True):
        was.number = number
    await session.flush()
    for was, now in pairs:
        await session.execute(
            update(Reading)
            .where(Reading.committee_id == new.committee_id, Reading.indicator_id == was.id)
            .values(indicator_id=now.id)
        )
    return len(pairs)


async def _measured(session: AsyncSession, plan: Plan) -> Sequence[Indicator]:
    query = (
        select(Indicator)
        .where(
            Indicator.committee_id == plan.committee_id,
            Indicator.plan_id == plan.id,
            Indicator.number.is_not(None),
            Indicator.review.is_distinct_from(Review.NOT_A_TASK),
        )
        .order_by(Indicator.position)
    )
    return (await session.scalars(query)).all()


def match_names(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Which name goes on as which, by place: the same words first, then the most alike.

    >>> match_names(["Phủ sóng 5G", "Chữ ký số"], ["Chữ kí số", "Phủ sóng 5G", "Kinh tế số"])
    [(0, 1), (1, 0)]
    """
    olds, news = [letters(name) for name in before], [letters(name) for name in after]
    found: dict[int, int] = {}
    for a, name in enumerate(olds):
        same = [b for b, other in enumerate(news) if other == name and b not in found.values()]
        if same:
            found[a] = same[0]
    near = [
        (likeness, a, b)
        for a, name in enumerate(olds)
        for b, other in enumerate(news)
        if a not in found and b not in found.values() and (likeness := _likeness(name, other))
    ]
    for _, a, b in sorted(near, key=lambda one: (-one[0], one[1], one[2])):
        if a not in found and b not in found.values():
            found[a] = b
    return sorted(found.items())


def _likeness(one: str, other: str) -> float:
    found = SequenceMatcher(None, one, other, autojunk=False)
    if found.quick_ratio() < ALIKE:
        return 0.0
    return ratio if (ratio := found.ratio()) >= ALIKE else 0.0
