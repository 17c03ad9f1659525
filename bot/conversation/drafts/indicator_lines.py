"""The indicators of a draft in chat, one by one."""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import select

from bot.conversation.drafts.draft import OFFERED, back_to
from bot.conversation.drafts.line_corrections import CorrectedLines, agencies_named
from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.drafts import indicators as texts
from bot.texts.drafts import rows as row_texts
from db.enums import Review
from db.models import Indicator, IndicatorChange, Plan
from plans.words import clean
from reports.indicator_words import code
from tasks.drafts.indicators import (
    DraftIndicator,
    IndicatorEdit,
    draft_indicators,
    edit_indicator,
    indicator_changes,
    review_indicator,
)
from tasks.drafts.names import offered_agencies
from tasks.drafts.source import indicator_words

YEAR = re.compile(r"(?:năm\s+)?(20\d\d)\s*[:=]\s*(\S.*)|năm\s+(20\d\d)\s+(\S.*)", re.IGNORECASE)
"""A target with its year, as people write it."""


class IndicatorLines(CorrectedLines[DraftIndicator, IndicatorEdit]):
    """What `CorrectedLines` asks of indicators."""

    prefix = "in"
    key = "indicator"
    edit = IndicatorEdit

    async def lines(self, talk: Talk, plan: Plan) -> Sequence[DraftIndicator]:
        return await draft_indicators(talk.session, plan)

    async def plan_of(self, talk: Talk, line_id: int) -> Plan | None:
        return await talk.session.scalar(
            select(Plan)
            .join(
                Indicator,
                (Indicator.committee_id == Plan.committee_id) & (Indicator.plan_id == Plan.id),
            )
            .where(
                Plan.committee_id == talk.committee.id,
                Indicator.id == line_id,
                Indicator.number.is_not(None),
            )
        )

    async def line(self, talk: Talk, plan: Plan, line_id: int) -> DraftIndicator:
        [one] = await draft_indicators(talk.session, plan, line_id)
        return one

    async def numbered(
        self, talk: Talk, drafts: Sequence[Plan], numbers: Collection[int]
    ) -> dict[int, int]:
        query = select(Indicator.number, Indicator.id).where(
            Indicator.committee_id == talk.committee.id,
            Indicator.plan_id.in_([plan.id for plan in drafts]),
            Indicator.number.in_(numbers),
        )
        found = await talk.session.execute(query)
        return {number: indicator_id for number, indicator_id in found if number is not None}

    async def card(self, talk: Talk, plan: Plan, line: DraftIndicator, *notes: str) -> Outgoing:
        tr, one = talk.tr, line.indicator
        said = list(notes)
        if line.open and one.review is None:
            doubtful = [each for each in await self.lines(talk, plan) if each.indicator.doubts]
            at = sum(each.review is not None for each in doubtful) + 1
            said.append(texts.progress(tr, at=at, total=len(doubtful)))
        shown = texts.facts(
            tr,
            number=one.number,
            name=one.name,
            unit=one.unit,
            targets=line.targets,
            leads=line.leads,
            doubts=one.doubts if line.open else (),
        )
        if one.review is Review.NOT_A_TASK:
            shown.insert(1, texts.set_aside(tr))
        said += shown
        words = (await indicator_words(talk.session, plan, [one])).get(one.id)
        if words:
            said.append(
                row_texts.source(tr, words=words, page=None, sheet=None, row=None, line=one.line)
            )
        return Outgoing(tuple(said), (*_choices(talk, line), (back_to(talk, plan),)))

    async def changes(
        self, talk: Talk, plan: Plan, line: DraftIndicator, since: int
    ) -> Sequence[IndicatorChange]:
        return await indicator_changes(talk.session, plan, line.id, since)

    def code(self, line: DraftIndicator) -> str:
        return code(line.indicator.number or 0)

    def kept(self, talk: Talk, codes: str, review: Review | None) -> str:
        return texts.kept(talk.tr, indicator=codes, review=review)

    def question(self, talk: Talk, line: DraftIndicator, what: str) -> str:
        ask = {"targets": texts.ask_targets, "content": texts.ask_name, "agency": texts.ask_agency}
        return ask[what](talk.tr, number=line.indicator.number)

    async def offered(self, talk: Talk, plan: Plan) -> Sequence[tuple[int, str]]:
        busy = [name for each in await self.lines(talk, plan) for name in each.leads]
        often = sorted(set(busy), key=busy.count, reverse=True)
        known = await offered_agencies(talk.session, talk.committee.id, often)
        return [(agency.id, agency.name) for agency in known[:OFFERED]]

    def read(self, talk: Talk, line: DraftIndicator, what: str, text: str) -> IndicatorEdit | str:
        if what == "content":
            return IndicatorEdit(name=clean(text))
        if what == "agency":
            return IndicatorEdit(leads=agencies_named(text))
        targets = read_targets(text, [target.year for target in line.indicator.targets])
        return texts.bad_targets(talk.tr) if targets is None else IndicatorEdit(targets=targets)

    async def write(
        self, talk: Talk, plan: Plan, line: DraftIndicator, seen: int, edit: IndicatorEdit
    ) -> None:
        await edit_indicator(talk.session, plan, line.id, seen, edit, by=talk.actor)

    async def write_review(
        self, talk: Talk, plan: Plan, line: DraftIndicator, seen: int, review: Review | None
    ) -> None:
        await review_indicator(talk.session, plan, line.id, seen, review, by=talk.actor)


def _choices(talk: Talk, line: DraftIndicator) -> tuple[tuple[Choice, ...], ...]:
    tr, here = talk.tr, f"{line.id}:{line.version}"
    right = Choice(row_texts.button_right(tr), f"inright:{here}")
    name = Choice(texts.button_name(tr), f"inname:{here}")
    fields = (
        Choice(texts.button_targets(tr), f"intargets:{here}"),
        Choice(row_texts.button_agency(tr), f"inwho:{here}"),
    )
    later = Choice(row_texts.button_later(tr), f"inlater:{here}")
    none = Choice(texts.button_not_an_indicator(tr), f"innot:{here}")
    if line.review is Review.NOT_A_TASK:
        return ((Choice(texts.button_is_an_indicator(tr), f"inback:{here}"),),)
    if not line.open:
        return (fields, (name, none))
    of_name = {"name_guessed", "name_unsure"}.intersection(line.indicator.doubts)
    first = (right, name) if of_name else (right,)
    return (first, fields, (later, none))


def read_targets(text: str, years: list[str | None]) -> str | None:
    """What was typed as a line a year; None where it is not clear which year a target is for.

    One target alone is that of the one year that the indicator has.
    """
    lines = []
    parts = [part for part in map(clean, re.split(r"[;\n]", text)) if part]
    for part in parts:
        found = YEAR.fullmatch(part)
        if found:
            lines.append(f"{found[1] or found[3]}: {found[2] or found[4]}")
        elif len(parts) == 1 and len(years) <= 1:
            year = years[0] if years else None
            lines.append(f"{year}: {part}" if year else part)
        else:
            return None
    return "\n".join(lines) or None


INDICATORS = IndicatorLines()
