"""The indicators of a draft one by one: what is doubtful in each, and what is corrected in it."""

import re
from typing import Any

from sqlalchemy import select

from bot.conversation.drafts import reviewing
from bot.conversation.drafts.reviewing import OFFERED, changed_by, editor, find_draft, refused
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import draft_indicators as texts
from bot.texts import draft_rows as row_texts
from bot.texts import reviewing as draft_texts
from db.enums import PlanState, Review
from db.models import Agency, Indicator, Plan
from plans.words import clean, cut
from tasks.draft_indicators import (
    DraftIndicator,
    IndicatorEdit,
    draft_indicators,
    edit_indicator,
    review_indicator,
)
from tasks.draft_names import offered_agencies
from tasks.draft_source import indicator_words
from tasks.errors import DraftChangedError, NotADraftError, NotYourRoleError, UnknownAgencyError
from tasks.rules import may_review

YEAR = re.compile(r"(?:năm\s+)?(20\d\d)\s*[:=]\s*(\S.*)|năm\s+(20\d\d)\s+(\S.*)", re.IGNORECASE)
"""A target with its year, as people write it."""


async def on_look(talk: Talk, plan_id: str) -> Outgoing:
    """Go through the doubtful indicators: those that nobody looked at, then those put off."""
    try:
        plan = await find_draft(talk, plan_id)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    found = await draft_indicators(talk.session, plan)
    if all(one.indicator.review for one in found if one.open):
        later = next((one for one in found if one.open), None)
        if later is not None:
            return await card(talk, plan, later)
    return await _next(talk, plan)


async def on_code(talk: Talk, number: int) -> Outgoing | None:
    """ "CT5" where that is an indicator of a draft; None where it is followed, or none."""
    found = await talk.session.scalar(
        select(Indicator.id)
        .join(Plan, (Plan.committee_id == Indicator.committee_id) & (Plan.id == Indicator.plan_id))
        .where(
            Indicator.committee_id == talk.committee.id,
            Indicator.number == number,
            Plan.state == PlanState.DRAFT,
        )
    )
    if found is None:
        return None
    plan, one, _ = await _find(talk, f"{found}:0")
    return await card(talk, plan, one)


async def _find(talk: Talk, argument: str) -> tuple[Plan, DraftIndicator, int]:
    """The indicator of a button ("indicator:version") with its draft, and the version seen."""
    if not may_review(talk.standing):
        raise NotYourRoleError
    given, _, rest = argument.partition(":")
    seen = read_id(rest.partition(":")[0])
    plan = await talk.session.scalar(
        select(Plan)
        .join(Indicator, (Indicator.committee_id == Plan.committee_id))
        .where(
            Plan.committee_id == talk.committee.id,
            Plan.id == Indicator.plan_id,
            Indicator.id == (read_id(given) or 0),
            Indicator.number.is_not(None),
        )
    )
    if plan is None or plan.state is not PlanState.DRAFT or seen is None:
        raise NotADraftError
    [one] = await draft_indicators(talk.session, plan, int(given))
    return plan, one, seen


async def _next(talk: Talk, plan: Plan, *notes: str) -> Outgoing:
    """The next doubtful indicator that nobody looked at; after the last the draft's summary."""
    for one in await draft_indicators(talk.session, plan):
        if one.open and one.indicator.review is None:
            return await card(talk, plan, one, *notes)
    whole = await reviewing.summary(talk, plan)
    return Outgoing((*notes, *whole.blocks), whole.choices)


async def card(talk: Talk, plan: Plan, one: DraftIndicator, *notes: str) -> Outgoing:
    """An indicator as it was read, what is doubtful in it, and the words of the source."""
    tr, row = talk.tr, one.indicator
    lines = list(notes)
    if one.open and row.review is None:
        doubtful = [each for each in await draft_indicators(talk.session, plan) if _asks(each)]
        at = sum(each.indicator.review is not None for each in doubtful) + 1
        lines.append(texts.progress(tr, at=at, total=len(doubtful)))
    shown = texts.facts(
        tr,
        number=row.number,
        name=row.name,
        unit=row.unit,
        targets=one.targets,
        leads=one.leads,
        doubts=row.doubts if one.open else (),
    )
    if row.review is Review.NOT_A_TASK:
        shown.insert(1, texts.set_aside(tr))
    lines += shown
    words = (await indicator_words(talk.session, plan, [row])).get(row.id)
    if words:
        lines.append(
            row_texts.source(tr, words=words, page=None, sheet=None, row=None, line=row.line)
        )
    return Outgoing(tuple(lines), _choices(talk, one))


def _asks(one: DraftIndicator) -> bool:
    """Whether the reader asked for a look, given or not."""
    return bool(one.indicator.doubts)


def _choices(talk: Talk, one: DraftIndicator) -> tuple[tuple[Choice, ...], ...]:
    tr, here = talk.tr, f"{one.indicator.id}:{one.version}"
    if one.indicator.review is Review.NOT_A_TASK:
        return ((Choice(texts.button_is_an_indicator(tr), f"inback:{here}"),),)
    first = [Choice(row_texts.button_right(tr), f"inright:{here}")]
    if "name_guessed" in one.indicator.doubts:
        first.append(Choice(texts.button_name(tr), f"inname:{here}"))
    return (
        tuple(first),
        (
            Choice(texts.button_targets(tr), f"intargets:{here}"),
            Choice(row_texts.button_agency(tr), f"inwho:{here}"),
        ),
        (
            Choice(row_texts.button_later(tr), f"inlater:{here}"),
            Choice(texts.button_not_an_indicator(tr), f"innot:{here}"),
        ),
    )


# What is said of one


async def on_right(talk: Talk, argument: str) -> Outgoing:
    """ "Đúng"."""
    return await _say(talk, argument, Review.RIGHT)


async def on_later(talk: Talk, argument: str) -> Outgoing:
    """ "Để sau"."""
    return await _say(talk, argument, Review.LATER)


async def on_not_an_indicator(talk: Talk, argument: str) -> Outgoing:
    """ "Không phải chỉ tiêu"."""
    return await _say(talk, argument, Review.NOT_A_TASK)


async def on_back(talk: Talk, argument: str) -> Outgoing:
    """ "Là chỉ tiêu": what was set aside is one again, and as doubtful as it was."""
    return await _say(talk, argument, None)


async def _say(talk: Talk, argument: str, review: Review | None) -> Outgoing:
    try:
        plan, one, seen = await _find(talk, argument)
        number = one.indicator.number
        await review_indicator(talk.session, plan, one.indicator.id, seen, review, by=editor(talk))
    except DraftChangedError as changed:
        return await card(talk, plan, one, changed_by(talk, changed))
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    return await _next(talk, plan, texts.kept(talk.tr, number=number, review=review))


# What is corrected in one


async def on_targets(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa mức phấn đấu": asked for; what is typed next are they."""
    return await _ask(talk, argument, "targets")


async def on_name(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa tên chỉ tiêu"."""
    return await _ask(talk, argument, "name")


async def on_who(talk: Talk, argument: str) -> Outgoing:
    """ "Sửa cơ quan": one of the directory, or names typed next."""
    return await _ask(talk, argument, "agency")


async def _ask(talk: Talk, argument: str, what: str) -> Outgoing:
    try:
        plan, one, seen = await _find(talk, argument)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    number = one.indicator.number
    talk.remember(correcting={"indicator": one.indicator.id, "version": seen, "what": what})
    if what == "targets":
        return Outgoing((texts.ask_targets(talk.tr, number=number),))
    if what == "name":
        return Outgoing((texts.ask_name(talk.tr, number=number),))
    busy = [name for each in await draft_indicators(talk.session, plan) for name in each.leads]
    known = await offered_agencies(
        talk.session, talk.committee.id, sorted(set(busy), key=busy.count, reverse=True)
    )
    buttons = [
        (Choice(cut(agency.name, 60), f"inlead:{one.indicator.id}:{seen}:{agency.id}"),)
        for agency in known[:OFFERED]
    ]
    return Outgoing((texts.ask_agency(talk.tr, number=number),), tuple(buttons))


async def on_lead(talk: Talk, argument: str) -> Outgoing:
    """An agency picked as the lead: "indicator:version:agency"."""
    agency = await talk.session.scalar(
        select(Agency).where(
            Agency.committee_id == talk.committee.id,
            Agency.id == (read_id(argument.rpartition(":")[2]) or 0),
            Agency.merged_at.is_(None),
        )
    )
    if agency is None:
        return Outgoing((draft_texts.not_a_draft(talk.tr),))
    return await _correct(talk, argument, IndicatorEdit(leads=[agency.name]))


async def typed(talk: Talk, asked: dict[str, Any], text: str) -> Outgoing:
    """What was asked for of an indicator, typed."""
    argument = f"{asked['indicator']}:{asked['version']}"
    match asked["what"]:
        case "name":
            return await _correct(talk, argument, IndicatorEdit(name=clean(text)))
        case "agency":
            names = [clean(name) for name in re.split(r"[,;\n]", text)]
            return await _correct(talk, argument, IndicatorEdit(leads=names), asked=asked)
    try:
        _, one, _ = await _find(talk, argument)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    targets = read_targets(text, [target.year for target in one.indicator.targets])
    if targets is None:
        talk.remember(correcting=asked)
        return Outgoing((texts.bad_targets(talk.tr),))
    return await _correct(talk, argument, IndicatorEdit(targets=targets))


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


async def on_keep(talk: Talk, argument: str) -> Outgoing:
    """ "Thêm cơ quan này" under names that the directory lacks."""
    kept: dict[str, Any] | None = talk.recall("insisting")
    talk.remember(insisting=None)
    if not kept or argument != f"{kept.get('indicator')}:{kept['version']}":
        return Outgoing((draft_texts.not_a_draft(talk.tr),))
    names = [clean(name) for name in re.split(r"[,;\n]", str(kept["text"]))]
    return await _correct(talk, argument, IndicatorEdit(leads=names, insist=True))


async def _correct(
    talk: Talk, argument: str, edit: IndicatorEdit, *, asked: dict[str, Any] | None = None
) -> Outgoing:
    try:
        plan, one, seen = await _find(talk, argument)
        number = one.indicator.number
        await edit_indicator(talk.session, plan, one.indicator.id, seen, edit, by=editor(talk))
    except DraftChangedError as changed:
        return await card(talk, plan, one, changed_by(talk, changed))
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    except UnknownAgencyError as unknown:
        said = row_texts.unknown_agency(talk.tr, names=unknown.names)
        if asked is None:
            return Outgoing((said,))
        talk.remember(correcting=asked, insisting={**asked, "text": talk.incoming.text})
        keep = Choice(row_texts.button_new_agency(talk.tr), f"inkeep:{argument}")
        return Outgoing((said,), ((keep,),))
    return await _next(talk, plan, texts.corrected(talk.tr, number=number))
