"""Who looks at a draft on the page, and what is said where they may not, or may not so."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

from bot.channels.web.drafts.posts import BadDayError
from bot.channels.web.lines import CHANNEL
from bot.channels.web.session import read_address
from bot.conversation.drafts.draft import name_of, said_of_changes
from bot.conversation.talk import LARGEST_ID
from bot.i18n import Translator, translator
from bot.texts import since
from bot.texts.drafts import changes as draft_changes
from bot.texts.drafts import head as draft_head
from bot.texts.drafts import page as texts
from bot.texts.drafts import reviewing
from bot.texts.drafts import rows as row_texts
from db.enums import PlanState, Role
from db.models import Chat, Committee, Person, Plan
from db.queries.people import chat_at
from tasks.actor import Actor
from tasks.drafts.reporting import BadReportingError
from tasks.errors import (
    BadDeadlineError,
    DraftChangedError,
    DraftFollowedError,
    NotADraftError,
    NotYourRoleError,
    RefusalError,
    UnknownAgencyError,
    UnsaidVersionError,
)
from tasks.rules import Standing


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the page, in which language."""

    person: Person | None
    tr: Translator

    def standing(self, committee_id: int) -> Standing:
        """Their roles in a committee."""
        held = self.person.memberships if self.person else []
        return Standing(
            frozenset((m.role, m.agency_id) for m in held if m.committee_id == committee_id)
        )

    def reviews(self) -> list[Committee]:
        """The committees whose drafts they may go through."""
        held = self.person.memberships if self.person else []
        return [m.committee for m in held if m.role is Role.SECRETARY]


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft that its reader may go through; `locale` is the one of those who chose none."""

    session: AsyncSession
    plan: Plan
    committee: Committee
    by: Actor
    tr: Translator
    locale: str


async def read_reader(session: AsyncSession, request: Request, locale: str) -> Reader:
    """Who asks, by the session of their browser; a stranger is nobody."""
    address = read_address(request)
    chat: Chat | None = await chat_at(session, CHANNEL, address) if address else None
    person = chat.person if chat else None
    chosen = (person and person.locale) or (chat and chat.language) or locale
    return Reader(person, translator(chosen))


async def open_draft(
    session: AsyncSession, request: Request, *, now: datetime, locale: str
) -> OpenDraft:
    """The draft of this address. Raises `NotYourRoleError`, and `NotADraftError` where there is
    none, or none of a committee of theirs."""
    reader = await read_reader(session, request, locale)
    plan_id = int(request.path_params["plan"])
    plan = await session.get(Plan, plan_id) if plan_id <= LARGEST_ID else None
    if reader.person is None:
        raise NotYourRoleError
    if plan is None or not reader.standing(plan.committee_id).roles:
        raise NotADraftError
    standing = reader.standing(plan.committee_id)
    if not standing.has(Role.SECRETARY):
        raise NotYourRoleError
    if plan.state is not PlanState.DRAFT:
        raise DraftFollowedError(plan)
    committee = await session.get_one(Committee, plan.committee_id)
    today = now.astimezone(ZoneInfo(committee.timezone)).date()
    by = Actor(reader.person, standing, now, today)
    return OpenDraft(session, plan, committee, by, reader.tr, locale)


def status_of(refusal: RefusalError) -> int:
    """The HTTP status of a refusal."""
    match refusal:
        case NotYourRoleError():
            return 403
        case NotADraftError():
            return 404
        case DraftChangedError() | UnsaidVersionError():
            return 409
        case _:
            return 422


def say_refusal(reader: Reader, refusal: RefusalError | BadDayError, zone: ZoneInfo) -> str:
    """A refusal in words; that of a row somebody else changed names the row, who and what."""
    tr = reader.tr
    match refusal:
        case NotYourRoleError():
            return reviewing.secretaries_only(tr)
        case DraftFollowedError(plan=plan) if plan.reminds_from is not None:
            return since.plan_followed(tr, plan=name_of(plan), day=plan.reminds_from)
        case DraftChangedError():
            return draft_changes.changed_under_hand(
                tr,
                who=None if refusal.who == reader.person else refusal.who.name,
                when=tr.time(refusal.when, zone),
                changes=said_of_changes(tr, refusal.changes, refusal.numbers),
            )
        case BadDeadlineError():
            return row_texts.bad_deadline(
                tr, words=refusal.words, due=refusal.due, counted_from=refusal.counted_from
            )
        case UnsaidVersionError():
            return texts.follow_unsaid(tr)
        case BadReportingError():
            return draft_head.bad_reporting(tr, words=refusal.words)
        case UnknownAgencyError():
            return row_texts.unknown_agency(tr, names=refusal.names)
        case BadDayError():
            return draft_head.bad_day(tr, words=str(refusal))
        case _:
            return reviewing.not_a_draft(tr)
