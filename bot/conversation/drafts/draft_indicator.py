"""The indicators of a draft one by one: what is doubtful in each, and whether it is right."""

from sqlalchemy import select

from bot.conversation.drafts import reviewing
from bot.conversation.drafts.draft import (
    changed_by,
    editor,
    find_draft,
    said_of_drafts,
)
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import draft_indicators as texts
from bot.texts import draft_rows as row_texts
from db.enums import PlanState, Review
from db.models import Indicator, Plan
from tasks.draft_indicators import (
    DraftIndicator,
    draft_indicators,
    review_indicator,
)
from tasks.draft_source import indicator_words
from tasks.errors import DraftChangedError, NotADraftError, NotYourRoleError
from tasks.rules import may_review


@said_of_drafts
async def on_look(talk: Talk, plan_id: str) -> Outgoing:
    """Go through the doubtful indicators: those that nobody looked at, then those put off."""
    plan = await find_draft(talk, plan_id)
    found = await draft_indicators(talk.session, plan)
    if all(one.indicator.review for one in found if one.open):
        later = next((one for one in found if one.open), None)
        if later is not None:
            return await card(talk, plan, later)
    return await next_indicator(talk, plan)


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
    plan, one, _ = await find_indicator(talk, f"{found}:0")
    return await card(talk, plan, one)


async def find_indicator(talk: Talk, argument: str) -> tuple[Plan, DraftIndicator, int]:
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


async def next_indicator(talk: Talk, plan: Plan, *notes: str) -> Outgoing:
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


@said_of_drafts
async def _say(talk: Talk, argument: str, review: Review | None) -> Outgoing:
    try:
        plan, one, seen = await find_indicator(talk, argument)
        number = one.indicator.number
        await review_indicator(talk.session, plan, one.indicator.id, seen, review, by=editor(talk))
    except DraftChangedError as changed:
        return await card(talk, plan, one, changed_by(talk, changed))
    return await next_indicator(talk, plan, texts.kept(talk.tr, number=number, review=review))
