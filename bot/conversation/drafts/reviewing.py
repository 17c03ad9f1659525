"""Drafts of plans in chat: the list, what a draft amounts to, its own fields, and following it."""

from typing import Any

from sqlalchemy import func, select

from bot.conversation.directory.agencies import offer_merges
from bot.conversation.drafts.following import follow
from bot.conversation.drafts.older_plans import older_version
from bot.conversation.since import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import draft_changes, plan_versions, since
from bot.texts import reviewing as texts
from db.enums import DraftField, PlanState
from db.models import Plan, Task
from tasks.draft_head import HeadEdit, edit_head, head_version
from tasks.draft_indicators import draft_indicators
from tasks.draft_log import Editor, draft_of
from tasks.draft_reporting import BadReportingError, draft_regimes, reporting_lines
from tasks.draft_summary import DraftSummary, summarise
from tasks.errors import DraftChangedError, NotADraftError, NotYourRoleError, RefusalError
from tasks.plan_versions import amended_ids
from tasks.rules import may_review

LISTED = 20
"""Plans named in one message."""

OFFERED = 8
"""Agencies offered as the lead of a row or an indicator."""

PAGE = "web"
"""The channel of the chat page, on which a draft has a sheet too."""

HEAD = (
    DraftField.NUMBER,
    DraftField.ISSUED_ON,
    DraftField.ISSUER,
    DraftField.TITLE,
    DraftField.REPORTING,
)


def editor(talk: Talk) -> Editor:
    """Who corrects in this talk."""
    return Editor(talk.person, talk.standing, talk.now, talk.today)


def refused(talk: Talk, refusal: RefusalError) -> Outgoing:
    """A draft that is none any more, or that is not theirs to correct."""
    if isinstance(refusal, NotYourRoleError):
        return Outgoing((texts.secretaries_only(talk.tr),))
    return Outgoing((texts.not_a_draft(talk.tr),))


async def find_draft(talk: Talk, plan_id: str) -> Plan:
    """The draft of a button; raises `NotYourRoleError` or `NotADraftError`.

    Raises `StaleButtonError` where the draft was followed since.
    """
    if not may_review(talk.standing):
        raise NotYourRoleError
    try:
        return await draft_of(talk.session, talk.committee.id, read_id(plan_id) or 0)
    except NotADraftError:
        plan = await talk.session.get(Plan, read_id(plan_id) or 0)
        if plan is None or plan.committee_id != talk.committee.id:
            raise
        raise followed_since(talk, plan) from None


def followed_since(talk: Talk, plan: Plan) -> StaleButtonError:
    """A button of a draft that is followed by now."""
    if plan.reminds_from is None:
        return StaleButtonError()
    said = since.plan_followed(talk.tr, plan=_name(talk, plan), day=plan.reminds_from)
    return StaleButtonError(said)


async def on_plans(talk: Talk, argument: str = "") -> Outgoing:
    """/kehoach: the committee's plans; to its secretaries the drafts too, each with a button."""
    query = (
        select(Plan, func.count(Task.id))
        .outerjoin(Task, (Task.committee_id == Plan.committee_id) & (Task.plan_id == Plan.id))
        .where(
            Plan.committee_id == talk.committee.id, Plan.id.not_in(amended_ids(talk.committee.id))
        )
        .group_by(Plan.id)
        .order_by(Plan.id.desc())
        .limit(LISTED)
    )
    if not may_review(talk.standing):
        query = query.where(Plan.state == PlanState.ACCEPTED)
    found = (await talk.session.execute(query)).all()
    if not found:
        return Outgoing((texts.no_plans(talk.tr),))
    lines, buttons = [], []
    for plan, tasks in found:
        draft = plan.state is PlanState.DRAFT
        open_rows = len((await summarise(talk.session, plan)).open) if draft else 0
        lines.append(
            texts.plan_line(
                talk.tr,
                name=_name(talk, plan),
                state=plan.state,
                tasks=tasks,
                since=plan.reminds_from,
                open=open_rows,
            )
        )
        if draft:
            label = texts.plan_button(number=plan.number, title=plan.title, file=plan.file_name)
            buttons.append((Choice(label, f"draft:{plan.id}"),))
    return Outgoing((texts.plans(talk.tr), *lines), tuple(buttons))


def _name(talk: Talk, plan: Plan) -> str:
    return texts.plan_name(talk.tr, number=plan.number, title=plan.title, file=plan.file_name)


async def on_draft(talk: Talk, plan_id: str) -> Outgoing:
    """A draft's summary, by its button."""
    try:
        plan = await find_draft(talk, plan_id)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    return await summary(talk, plan)


async def summary(talk: Talk, plan: Plan) -> Outgoing:
    """What a draft amounts to, what needs a look, and what can be done with it."""
    tr, found = talk.tr, await summarise(talk.session, plan)
    version = await older_version(talk, plan)
    leftovers = texts.left_over(tr, count=found.leftovers, aside=len(found.set_aside))
    measured = await draft_indicators(talk.session, plan)
    open_ones = [one for one in measured if one.open]
    blocks = (
        texts.heading(tr, name=_name(talk, plan)),
        texts.issued(
            tr, issuer=plan.issuer, day=plan.counted_from, doubtful=plan.counted_from_doubtful
        ),
        texts.reporting(tr, lines=reporting_lines(await draft_regimes(talk.session, plan))),
        texts.tasks_and_leads(tr, tasks=len(found.rows), leads=found.leads),
        texts.deadlines(tr, months=found.months, kinds=found.kinds),
        texts.indicators(tr, count=len(measured), open=len(open_ones)),
        texts.to_look_at(
            tr,
            open=len(found.open),
            total=found.looked_at + len(found.open),
            later=len(found.open) - len(found.unlooked),
        ),
        leftovers,
        silence(talk, found),
        version.said if version else None,
        texts.on_the_page(tr) if talk.chat.channel == PAGE else None,
        texts.nobody_reminded(tr),
    )
    alike, merge = await offer_merges(talk)
    said = (*(block for block in blocks if block), *alike)
    asked = version.choices if version else ()
    return Outgoing(said, (*asked, *_choices(talk, plan, found, len(open_ones)), *merge))


def silence(talk: Talk, found: DraftSummary) -> str | None:
    """How many tasks of a draft cannot be reminded of yet, and why; None where all can."""
    if not found.silent:
        return None
    reasons = {why: [row.task.number for row in rows] for why, rows in found.silent.items()}
    return texts.silence(talk.tr, count=found.silent_tasks, reasons=reasons)


def _choices(
    talk: Talk, plan: Plan, found: DraftSummary, indicators: int
) -> tuple[tuple[Choice, ...], ...]:
    """What can be done with a draft, of whose `indicators` so many are to be looked at."""
    tr, rows = talk.tr, list[tuple[Choice, ...]]()
    if found.open:
        label = texts.button_look(tr, count=len(found.open))
        rows.append((Choice(label, f"look:{plan.id}"),))
    if indicators:
        label = texts.button_indicators(tr, count=indicators)
        rows.append((Choice(label, f"inlook:{plan.id}"),))
    more = [Choice(texts.button_head(tr), f"head:{plan.id}")]
    if found.set_aside:
        label = texts.button_aside(tr, count=len(found.set_aside))
        more.append(Choice(label, f"asides:{plan.id}"))
    return (*rows, tuple(more), (Choice(texts.button_follow(tr), f"follow:{plan.id}"),))


async def on_asides(talk: Talk, plan_id: str) -> Outgoing:
    """The rows of a draft that were set aside, each with a button to see it."""
    try:
        plan = await find_draft(talk, plan_id)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    aside = (await summarise(talk.session, plan)).set_aside[:LISTED]
    if not aside:
        return await summary(talk, plan)
    buttons = [(Choice(f"#{row.task.number}", f"row:{row.task.id}"),) for row in aside]
    lines = [texts.row_line(number=row.task.number, content=row.task.content) for row in aside]
    return Outgoing((texts.asides(talk.tr), *lines), tuple(buttons))


# The plan's own fields


async def on_head(talk: Talk, plan_id: str) -> Outgoing:
    """The plan's number, day of issue, issuer, title and reports, each to be corrected."""
    try:
        plan = await find_draft(talk, plan_id)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    return await _head(talk, plan)


async def _head(talk: Talk, plan: Plan, *notes: str) -> Outgoing:
    version = await head_version(talk.session, plan)
    day = plan.issued_on or plan.counted_from
    wanted = reporting_lines(await draft_regimes(talk.session, plan))
    said = {
        DraftField.NUMBER: plan.number,
        DraftField.ISSUED_ON: talk.tr.day(day) if day else None,
        DraftField.ISSUER: plan.issuer,
        DraftField.TITLE: plan.title,
        DraftField.REPORTING: "; ".join(wanted.splitlines()),
    }
    lines = [texts.field_line(talk.tr, field, said[field]) for field in HEAD]
    buttons = [
        Choice(texts.button_field(talk.tr, field), f"headfield:{plan.id}:{version}:{field}")
        for field in HEAD
    ]
    back = Choice(texts.button_summary(talk.tr), f"draft:{plan.id}")
    rows = (tuple(buttons[:2]), tuple(buttons[2:4]), tuple(buttons[4:]), (back,))
    return Outgoing((*notes, *lines), rows)


async def on_head_field(talk: Talk, argument: str) -> Outgoing:
    """One of the plan's own fields: asked for; what is typed next is it."""
    plan_id, _, rest = argument.partition(":")
    version, _, name = rest.partition(":")
    seen = read_id(version)
    try:
        plan = await find_draft(talk, plan_id)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    if seen is None or name not in HEAD:
        return Outgoing((texts.not_a_draft(talk.tr),))
    talk.remember(correcting={"plan": plan.id, "version": seen, "what": name})
    return Outgoing((texts.ask_head(talk.tr, DraftField(name)),))


async def head_typed(talk: Talk, asked: dict[str, Any], text: str) -> Outgoing:
    """The field that was asked for, typed."""
    field = DraftField(asked["what"])
    try:
        plan = await find_draft(talk, str(asked["plan"]))
        if field is DraftField.ISSUED_ON:
            day = texts.read_day(text)
            if day is None or day > talk.today:
                talk.remember(correcting=asked)
                return Outgoing((texts.bad_day(talk.tr, words=text),))
            edit = HeadEdit(issued_on=day)
        else:
            changes: dict[str, Any] = {field.value: text}
            edit = HeadEdit(**changes)
        await edit_head(talk.session, plan, int(asked["version"]), edit, by=editor(talk))
    except BadReportingError as bad:
        talk.remember(correcting=asked)
        return Outgoing((texts.bad_reporting(talk.tr, words=bad.words),))
    except DraftChangedError as changed:
        return await _head(talk, plan, changed_by(talk, changed))
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    return await _head(talk, plan, texts.head_corrected(talk.tr))


def changed_by(talk: Talk, refusal: DraftChangedError) -> str:
    """Who changed what since it was shown, and when."""
    return draft_changes.changed_by(
        talk.tr,
        who=None if refusal.who.id == talk.person.id else refusal.who.name,
        when=talk.tr.time(refusal.when, talk.zone),
        changes=[
            draft_changes.changed(talk.tr, change.field, change.before, change.after)
            for change in refusal.changes
        ],
    )


# Following it


async def on_follow(talk: Talk, plan_id: str) -> Outgoing:
    """ "Đưa vào theo dõi": asked once more where doubtful rows remain, or where the draft is like
    a followed plan and nobody said what it is to that."""
    try:
        plan = await find_draft(talk, plan_id)
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    found = await summarise(talk.session, plan)
    version = await older_version(talk, plan)
    questions, choices = list[str](), list[tuple[Choice, ...]]()
    if version is not None and not version.decided:
        questions.append(version.said)
        choices += version.choices
    if found.open:
        questions.append(texts.follow_anyway(talk.tr, open=len(found.open)))
        label = texts.button_look(talk.tr, count=len(found.open))
        choices.append((Choice(label, f"look:{plan.id}"),))
    if not questions:
        return await on_follow_anyway(talk, plan_id)
    label = texts.button_follow_anyway(talk.tr)
    choices.append((Choice(label, f"followanyway:{plan.id}"),))
    return Outgoing(tuple(questions), tuple(choices))


async def on_follow_anyway(talk: Talk, plan_id: str) -> Outgoing:
    """Follow a draft from now on, and say what stays open."""
    try:
        plan = await find_draft(talk, plan_id)
        found = await summarise(talk.session, plan)
        told = await follow(
            talk.session,
            talk.committee,
            plan,
            standing=talk.standing,
            now=talk.now,
            tr=talk.tr,
            default_locale=talk.default_locale,
        )
    except (NotYourRoleError, NotADraftError) as refusal:
        return refused(talk, refusal)
    followed = texts.followed(talk.tr, name=_name(talk, plan), tasks=len(found.rows))
    lines = (
        followed,
        plan_versions.people_told(talk.tr, told) if told else None,
        silence(talk, found),
    )
    return Outgoing(tuple(line for line in lines if line))
