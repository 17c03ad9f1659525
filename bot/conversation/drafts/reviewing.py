"""A draft in chat: what it amounts to, what is left to look at, and what was set aside of it."""

from bot.conversation.directory.agencies import offer_merges
from bot.conversation.drafts.draft import back_to, find_draft, name_of, said_of_drafts
from bot.conversation.drafts.older_plans import older_version
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.drafts import discarding
from bot.texts.drafts import head as draft_head
from bot.texts.drafts import reviewing as texts
from bot.texts.drafts import summary as draft_summary
from db.models import Committee, Plan
from plans.head.places import is_elsewhere
from tasks.drafts.indicators import draft_indicators
from tasks.drafts.reporting import draft_regimes, reporting_lines
from tasks.drafts.summary import DraftSummary, Silence, summarise

LISTED = 20
"""Rows named in one message."""

PAGE = "web"
"""The channel of the chat page, on which a draft has a sheet too."""


@said_of_drafts
async def on_draft(talk: Talk, plan_id: str) -> Outgoing:
    """A draft's summary, by its button."""
    plan = await find_draft(talk, plan_id)
    return await summary(talk, plan)


async def summary(talk: Talk, plan: Plan) -> Outgoing:
    """What a draft amounts to, what needs a look, and what can be done with it."""
    tr, found = talk.tr, await summarise(talk.session, plan)
    version = await older_version(talk, plan)
    leftovers = draft_summary.left_over(tr, lines=found.leftovers, aside=len(found.set_aside))
    measured = await draft_indicators(talk.session, plan)
    open_ones = [one for one in measured if one.open]
    example = found.rows[0].task.number if found.rows else 1
    blocks = (
        draft_summary.heading(tr, name=name_of(plan)),
        draft_summary.issued(
            tr, issuer=plan.issuer, day=plan.counted_from, doubtful=plan.counted_from_doubtful
        ),
        misdirected(tr, plan, talk.committee),
        draft_summary.reporting(tr, lines=reporting_lines(await draft_regimes(talk.session, plan))),
        draft_summary.tasks_and_leads(tr, tasks=len(found.rows), leads=found.leads),
        draft_summary.deadlines(tr, months=found.months, kinds=found.kinds),
        draft_summary.indicators(tr, count=len(measured), open=len(open_ones)),
        _to_look_at(talk, found),
        leftovers,
        *silence(tr, found),
        version.said if version else None,
        draft_summary.on_the_page(tr) if talk.chat.channel == PAGE else None,
        draft_summary.nobody_reminded(tr, number=example),
    )
    alike, merge = await offer_merges(talk)
    said = (*(block for block in blocks if block), *alike)
    asked = version.choices if version else ()
    return Outgoing(said, (*asked, *_choices(talk, plan, found, len(open_ones)), *merge))


def misdirected(tr: Translator, plan: Plan, committee: Committee) -> str | None:
    """What is said of a plan that another place's office issued; None of others."""
    if not plan.issuer or not is_elsewhere(plan.issuer, committee.name):
        return None
    return draft_summary.issued_elsewhere(tr, issuer=plan.issuer, committee=committee.name)


async def what_is_left(talk: Talk, plan: Plan, *notes: str) -> Outgoing:
    """After the last line that was to be looked at: what keeps the draft from being followed."""
    tr, found = talk.tr, await summarise(talk.session, plan)
    measured = await draft_indicators(talk.session, plan)
    open_ones = sum(one.open for one in measured)
    blocks = (
        *notes,
        _to_look_at(talk, found),
        draft_summary.indicators(tr, count=len(measured), open=open_ones) if open_ones else None,
        *silence(tr, found),
    )
    follow = Choice(texts.button_follow(tr), f"follow:{plan.id}")
    choices = (*_looking(talk, plan, found, open_ones), (back_to(talk, plan),), (follow,))
    return Outgoing(tuple(block for block in blocks if block), choices)


def _to_look_at(talk: Talk, found: DraftSummary) -> str:
    """How many rows are to be looked at still."""
    return draft_summary.to_look_at(
        talk.tr,
        open=len(found.open),
        total=found.looked_at + len(found.open),
        later=len(found.open) - len(found.unlooked),
        wording=len(found.of_wording),
    )


def silence(tr: Translator, found: DraftSummary) -> list[str]:
    """How many tasks of a draft cannot be reminded of yet, why, and what helps; nothing where all
    can."""
    if not found.silent:
        return []
    reasons = {why: [row.task.number for row in rows] for why, rows in found.silent.items()}
    said = [draft_summary.silence(tr, count=found.silent_tasks, reasons=reasons)]
    return [*said, draft_summary.codes_at(tr)] if Silence.NOBODY_LINKED in reasons else said


def _choices(
    talk: Talk, plan: Plan, found: DraftSummary, indicators: int
) -> tuple[tuple[Choice, ...], ...]:
    """What can be done with a draft, of whose `indicators` so many are to be looked at."""
    tr = talk.tr
    more = [Choice(draft_head.button_head(tr), f"head:{plan.id}")]
    if found.set_aside:
        label = texts.button_aside(tr, count=len(found.set_aside))
        more.append(Choice(label, f"asides:{plan.id}"))
    follow = Choice(texts.button_follow(tr), f"follow:{plan.id}")
    discard = Choice(discarding.button_discard(tr), f"discard:{plan.id}")
    return (*_looking(talk, plan, found, indicators), tuple(more), (follow,), (discard,))


def _looking(
    talk: Talk, plan: Plan, found: DraftSummary, indicators: int
) -> list[tuple[Choice, ...]]:
    """The buttons that begin to go through what is doubtful."""
    rows = list[tuple[Choice, ...]]()
    if found.open:
        label = texts.button_look(talk.tr, count=len(found.open))
        rows.append((Choice(label, f"look:{plan.id}"),))
    if indicators:
        label = texts.button_indicators(talk.tr, count=indicators)
        rows.append((Choice(label, f"inlook:{plan.id}"),))
    return rows


@said_of_drafts
async def on_asides(talk: Talk, plan_id: str) -> Outgoing:
    """The rows of a draft that were set aside, each with a button to see it."""
    plan = await find_draft(talk, plan_id)
    aside = (await summarise(talk.session, plan)).set_aside[:LISTED]
    if not aside:
        return await summary(talk, plan)
    buttons = [(Choice(f"#{row.task.number}", f"row:{row.task.id}"),) for row in aside]
    lines = [texts.row_line(number=row.task.number, content=row.task.content) for row in aside]
    return Outgoing((texts.asides(talk.tr), *lines), tuple(buttons))
