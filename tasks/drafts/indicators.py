"""The indicators of a draft: as they were read, and what a secretary corrects in them.

Writes name the version that was seen and raise as `tasks.drafts.log` says. The caller commits.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from db.enums import IndicatorField, Part, Review
from db.models import Indicator, IndicatorAgency, IndicatorChange, Plan, Target
from plans.indicators.targets import read_target
from plans.words import clean
from tasks.actor import Actor
from tasks.drafts.log import lock_draft
from tasks.drafts.names import Directory, each_name
from tasks.errors import DraftChangedError, NotADraftError

YEAR = re.compile(r"\s*([^:]{0,40}\d{4}[^:]{0,9}):(.*)")
"""A line of targets: the year as the plan labels it ("2025", "Năm 2030"), then the target."""


@dataclass(frozen=True, slots=True)
class IndicatorEdit:
    """What becomes of an indicator; None leaves a field as it is, an empty one takes it away.

    `targets` is a line a year, "2025: ≥ 60%". With `insist` unknown agencies are new ones.
    """

    name: str | None = None
    unit: str | None = None
    targets: str | None = None
    leads: Sequence[str] | None = None
    insist: bool = False


@dataclass(frozen=True, slots=True)
class DraftIndicator:
    """An indicator of a draft, its targets and agencies loaded, and who corrected it last."""

    indicator: Indicator
    last: IndicatorChange | None

    @property
    def id(self) -> int:
        """The indicator's."""
        return self.indicator.id

    @property
    def review(self) -> Review | None:
        """What was said of it."""
        return self.indicator.review

    @property
    def version(self) -> int:
        """What a write on it names as seen."""
        return self.last.id if self.last else 0

    @property
    def open(self) -> bool:
        """Whether it asks for a look that nobody has given it, or is kept for later."""
        return bool(self.indicator.doubts) and self.indicator.review in (None, Review.LATER)

    @property
    def targets(self) -> str:
        """Its targets as they are corrected, a line a year."""
        return "\n".join(
            f"{one.year}: {one.raw}" if one.year else one.raw for one in self.indicator.targets
        )

    @property
    def leads(self) -> tuple[str, ...]:
        """The names of the agencies that lead it."""
        links = self.indicator.agencies
        return tuple(link.agency.name for link in links if link.part is Part.LEAD)


async def draft_indicators(
    session: AsyncSession, plan: Plan, indicator_id: int | None = None
) -> list[DraftIndicator]:
    """The indicators of a plan in their order, headings left out, or the one asked for."""
    query = (
        select(Indicator)
        .where(
            Indicator.committee_id == plan.committee_id,
            Indicator.plan_id == plan.id,
            Indicator.number.is_not(None),
        )
        .options(
            selectinload(Indicator.targets),
            selectinload(Indicator.agencies).joinedload(IndicatorAgency.agency),
        )
        .order_by(Indicator.position)
        .execution_options(populate_existing=True)
    )
    if indicator_id is not None:
        query = query.where(Indicator.id == indicator_id)
    found = (await session.scalars(query)).all()
    changes = await session.scalars(
        select(IndicatorChange)
        .where(
            IndicatorChange.committee_id == plan.committee_id,
            IndicatorChange.indicator_id.in_([one.id for one in found]),
        )
        .options(joinedload(IndicatorChange.person))
        .order_by(IndicatorChange.id)
    )
    last = {change.indicator_id: change for change in changes}
    return [DraftIndicator(one, last.get(one.id)) for one in found]


async def indicator_changes(
    session: AsyncSession, plan: Plan, indicator_id: int, since: int
) -> Sequence[IndicatorChange]:
    """What was corrected of an indicator since a version of it, oldest first."""
    found = await session.scalars(
        select(IndicatorChange)
        .where(
            IndicatorChange.committee_id == plan.committee_id,
            IndicatorChange.indicator_id == indicator_id,
            IndicatorChange.id > since,
        )
        .options(joinedload(IndicatorChange.person))
        .order_by(IndicatorChange.id)
    )
    return found.all()


async def edit_indicator(
    session: AsyncSession,
    plan: Plan,
    indicator_id: int,
    seen: int,
    edit: IndicatorEdit,
    *,
    by: Actor,
) -> None:
    """Correct an indicator; one that was corrected counts as looked at.

    Raises `UnknownAgencyError` unless the edit insists.
    """
    row = await _open(session, plan, indicator_id, seen, by=by)
    indicator, log = row.indicator, _Log(session, row.indicator, by)
    if edit.name is not None and clean(edit.name):
        log(IndicatorField.NAME, indicator.name, clean(edit.name))
        indicator.name = clean(edit.name)
    if edit.unit is not None:
        log(IndicatorField.UNIT, indicator.unit, clean(edit.unit) or None)
        indicator.unit = clean(edit.unit) or None
    if edit.targets is not None:
        await _set_targets(session, row, edit.targets, log)
    if edit.leads is not None:
        directory = await Directory.load(session, plan.committee_id)
        agencies = await directory.named(each_name(edit.leads), insist=edit.insist)
        chosen = {agency.id: agency for agency in agencies}
        after = "; ".join(agency.name for agency in chosen.values())
        log(IndicatorField.LEAD, "; ".join(row.leads) or None, after or None)
        for link in [one for one in indicator.agencies if one.part is Part.LEAD]:
            indicator.agencies.remove(link)
            await session.delete(link)
        await session.flush()
        indicator.agencies += [
            IndicatorAgency(committee_id=plan.committee_id, agency=agency, part=Part.LEAD)
            for agency in chosen.values()
        ]
    if log.wrote and indicator.review in (None, Review.LATER):
        indicator.review = Review.RIGHT
    await session.flush()


async def review_indicator(
    session: AsyncSession,
    plan: Plan,
    indicator_id: int,
    seen: int,
    review: Review | None,
    *,
    by: Actor,
) -> None:
    """Say of an indicator that it is right or (`NOT_A_TASK`) none; None takes that back."""
    row = await _open(session, plan, indicator_id, seen, by=by)
    _Log(session, row.indicator, by)(IndicatorField.REVIEW, row.indicator.review, review)
    row.indicator.review = review
    await session.flush()


async def _open(
    session: AsyncSession, plan: Plan, indicator_id: int, seen: int, *, by: Actor
) -> DraftIndicator:
    """The indicator to write on, its draft locked, if nobody corrected it since it was seen."""
    await lock_draft(session, plan, by=by)
    rows = await draft_indicators(session, plan, indicator_id)
    if not rows:
        raise NotADraftError
    if found := await indicator_changes(session, plan, indicator_id, seen):
        raise DraftChangedError(found)
    return rows[0]


async def _set_targets(session: AsyncSession, row: DraftIndicator, text: str, log: "_Log") -> None:
    indicator = row.indicator
    found = [_read_line(line, indicator.unit) for line in text.splitlines() if clean(line)]
    targets = [one for one in found if one is not None]
    after = "\n".join(f"{one.year}: {one.raw}" if one.year else one.raw for one in targets)
    log(IndicatorField.TARGETS, row.targets or None, after or None)
    for old in list(indicator.targets):
        indicator.targets.remove(old)
        await session.delete(old)
    await session.flush()
    for position, target in enumerate(targets, 1):
        target.committee_id, target.position = indicator.committee_id, position
    indicator.targets += targets


def _read_line(line: str, unit: str | None) -> Target | None:
    """One year's target; None where it sets none ("2025: -")."""
    found = YEAR.fullmatch(line)
    year, raw = (clean(found[1]), found[2]) if found else (None, line)
    target = read_target(raw, unit=unit)
    if target is None:
        return None
    return Target(
        year=year,
        raw=target.raw,
        op=target.op,
        value=target.value,
        low=target.low,
        high=target.high,
        unit=target.unit,
    )


@dataclass
class _Log:
    """Keeps what one person corrects of one indicator."""

    session: AsyncSession
    indicator: Indicator
    by: Actor
    wrote: bool = False

    def __call__(self, field: IndicatorField, before: str | None, after: str | None) -> None:
        if before == after:
            return
        self.wrote = True
        self.session.add(
            IndicatorChange(
                committee_id=self.indicator.committee_id,
                indicator_id=self.indicator.id,
                field=field,
                before=before,
                after=after,
                person_id=self.by.person.id,
                changed_at=self.by.now,
            )
        )
