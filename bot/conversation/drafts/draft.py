"""The draft that a button means: whose it is to correct, and what is said where it is none."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy import select

from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import since
from bot.texts.drafts import changes as draft_changes
from bot.texts.drafts import reviewing as texts
from db.models import Agency, DraftChange, IndicatorChange, Plan
from tasks.drafts.log import draft_of
from tasks.errors import DraftChangedError, NotADraftError, NotYourRoleError
from tasks.rules import may_review

P = ParamSpec("P")
R = TypeVar("R", bound=Outgoing | None)

OFFERED = 8
"""Agencies offered as the lead of a row or an indicator."""


def said_of_drafts(handler: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R | Outgoing]]:
    """The handler, which may raise `NotYourRoleError` and `NotADraftError`: they are said."""

    @wraps(handler)
    async def said(*args: P.args, **kwargs: P.kwargs) -> R | Outgoing:
        try:
            return await handler(*args, **kwargs)
        except (NotYourRoleError, NotADraftError) as refusal:
            talk = next(one for one in args if isinstance(one, Talk))
            if isinstance(refusal, NotYourRoleError):
                return Outgoing((texts.secretaries_only(talk.tr),))
            return Outgoing((texts.not_a_draft(talk.tr),))

    return said


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
    said = since.plan_followed(talk.tr, plan=name_of(plan), day=plan.reminds_from)
    return StaleButtonError(said)


def name_of(plan: Plan) -> str:
    """A plan by what it prints of itself."""
    return texts.plan_name(number=plan.number, title=plan.title, file=plan.file_name)


async def pressed_agency(talk: Talk, argument: str) -> Agency | None:
    """The agency that a button's data ends with ("row:version:agency"); None if it is no more."""
    query = select(Agency).where(
        Agency.committee_id == talk.committee.id,
        Agency.id == (read_id(argument.rpartition(":")[2]) or 0),
        Agency.merged_at.is_(None),
    )
    return (await talk.session.scalars(query)).one_or_none()


def changed_by(talk: Talk, refusal: DraftChangedError) -> str:
    """Who changed what since it was shown, and when."""
    return draft_changes.changed_by(
        talk.tr,
        who=None if refusal.who.id == talk.person.id else refusal.who.name,
        when=talk.tr.time(refusal.when, talk.zone),
        changes=said_of_changes(talk.tr, refusal.changes),
    )


def said_of_changes(
    tr: Translator,
    changes: Sequence[DraftChange | IndicatorChange],
    numbers: Mapping[int, int] | None = None,
) -> list[str]:
    """Corrections in words, one by one; each under its row's number where that is among these."""
    said = []
    for change in changes:
        words = draft_changes.changed(tr, change.field, change.before, change.after)
        row = change.task_id if isinstance(change, DraftChange) else None
        number = (numbers or {}).get(row) if row is not None else None
        said.append(words if number is None else f"#{number} {words}")
    return said


def back_to(talk: Talk, plan: Plan) -> Choice:
    """The button under all that is shown of a draft."""
    return Choice(texts.button_summary(talk.tr), f"draft:{plan.id}")
