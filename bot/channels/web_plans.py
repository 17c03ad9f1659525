"""The page on which a secretary goes through a draft: every row beside its source, to be mended.

What is shown and what is allowed is decided by `tasks.drafts`, as in chat; here requests are read
and answered. A draft of another committee is not there, and neither is any for who may not review.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.channels.web import Web
from bot.channels.web_lines import CHANNEL
from bot.channels.web_plan_posts import (
    LARGEST_ID,
    BadDayError,
    BadRequestError,
    read_edit,
    read_head,
    read_indicator,
    read_maybe,
    read_number,
    read_review,
    read_seen,
)
from bot.channels.web_plan_view import view_draft
from bot.channels.web_posts import PostError, read_json
from bot.channels.web_session import read_address
from bot.channels.web_templates import template
from bot.conversation.drafts.following import follow
from bot.i18n import Translator, translator
from bot.texts import draft_changes, draft_head, reviewing
from bot.texts import draft_rows as row_texts
from bot.texts import page as page_texts
from bot.texts import plan_page as texts
from db.enums import PlanState, Role
from db.models import Chat, Committee, Person, Plan
from db.queries.people import chat_at
from tasks.draft_head import edit_head
from tasks.draft_indicators import edit_indicator, review_indicator
from tasks.draft_log import Editor
from tasks.draft_reporting import BadReportingError
from tasks.draft_summary import summarise
from tasks.drafts import edit_rows, review_rows
from tasks.errors import (
    BadDeadlineError,
    DraftChangedError,
    NotADraftError,
    NotYourRoleError,
    RefusalError,
    UnknownAgencyError,
    UnsaidVersionError,
)
from tasks.pairing import pair_row
from tasks.plan_versions import is_undecided, set_amended
from tasks.rules import Standing


class _SaidError(Exception):
    """A refusal in words, on its way out of a transaction that it ends."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.status = status


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


Write = Callable[[AsyncSession, Plan, Editor, Mapping[str, Any]], Awaitable[None]]


class PlanPages:
    """The endpoints, and what they share."""

    def __init__(self, web: Web, *, locale: str) -> None:
        self.web = web
        self.locale = locale

    async def list_plans(self, request: Request) -> Response:
        """The plans of the reader's committees, drafts first."""
        async with self.web.database.read() as session:
            reader = await self._reader(session, request)
            committees = reader.reviews()
            plans = await session.scalars(
                select(Plan)
                .where(Plan.committee_id.in_([committee.id for committee in committees]))
                .order_by(Plan.state == PlanState.ACCEPTED, Plan.id.desc())
            )
            lines = [await self._line(session, reader, plan) for plan in plans]
        html = template("plans.html").render(
            language=reader.tr.locale,
            words=texts.listing_words(reader.tr, known=bool(committees)),
            plans=lines,
        )
        return HTMLResponse(html)

    async def _line(self, session: AsyncSession, reader: Reader, plan: Plan) -> dict[str, Any]:
        draft = plan.state is PlanState.DRAFT
        found = await summarise(session, plan)
        name = reviewing.plan_name(
            reader.tr, number=plan.number, title=plan.title, file=plan.file_name
        )
        return {
            "id": plan.id if draft else None,
            "line": reviewing.plan_line(
                reader.tr,
                name=name,
                state=plan.state,
                tasks=len(found.rows),
                since=plan.reminds_from,
                open=len(found.open) if draft else 0,
            ),
        }

    async def show(self, request: Request) -> Response:
        """The sheet of one draft; its rows come by `draft`."""
        async with self.web.database.read() as session:
            try:
                reader, plan, _ = await self._draft(session, request)
                committee = await session.get_one(Committee, plan.committee_id)
            except RefusalError as refusal:
                reader = await self._reader(session, request)
                words = texts.listing_words(reader.tr, known=True)
                html = template("plans.html").render(
                    language=reader.tr.locale,
                    words=words | {"note": _say(reader.tr, refusal, ZoneInfo("UTC"))},
                    plans=[],
                )
                return HTMLResponse(html, status_code=_status(refusal))
            html = template("plan.html").render(
                language=reader.tr.locale,
                words=texts.sheet_words(reader.tr),
                plan_id=plan.id,
                sample=page_texts.sample_data(reader.tr) if committee.sample else None,
            )
        return HTMLResponse(html)

    async def draft(self, request: Request) -> Response:
        """All there is of a draft, for the sheet."""
        async with self.web.database.read() as session:
            try:
                reader, plan, _ = await self._draft(session, request)
                return JSONResponse(await view_draft(session, reader.tr, plan))
            except RefusalError as refusal:
                reader = await self._reader(session, request)
                error = _say(reader.tr, refusal, ZoneInfo("UTC"))
                return JSONResponse({"error": error}, status_code=_status(refusal))

    async def correct(self, request: Request) -> Response:
        """Correct rows: `{"seen": {id: version}, "edit": {...}}`, or `"review"` in its place."""
        return await self._write(request, self._correct)

    async def correct_indicator(self, request: Request) -> Response:
        """Correct an indicator: `{"indicator", "seen", "edit": {...}}`, or `"review"`."""
        return await self._write(request, self._correct_indicator)

    async def correct_head(self, request: Request) -> Response:
        """Correct the plan's own fields: `{"seen": version, "head": {...}}`."""
        return await self._write(request, self._correct_head)

    async def amend(self, request: Request) -> Response:
        """Say which plan the draft is a newer version of: `{"plan": id}`, null for none."""
        return await self._write(request, self._amend)

    async def pair(self, request: Request) -> Response:
        """Say which followed task a row goes on as: `{"row", "seen", "number"}`."""
        return await self._write(request, self._pair)

    async def follow(self, request: Request) -> Response:
        """Follow the draft from now on; `{"own": true}` where it is like a followed plan and a
        plan of its own all the same."""
        return await self._write(request, self._follow)

    async def _correct(
        self, session: AsyncSession, plan: Plan, by: Editor, body: Mapping[str, Any]
    ) -> None:
        seen = read_seen(body)
        if "review" in body:
            await review_rows(session, plan, seen, read_review(body["review"]), by=by)
        else:
            await edit_rows(session, plan, seen, read_edit(body.get("edit")), by=by)

    async def _correct_indicator(
        self, session: AsyncSession, plan: Plan, by: Editor, body: Mapping[str, Any]
    ) -> None:
        one, seen = read_number(body.get("indicator")), read_number(body.get("seen"))
        if "review" in body:
            await review_indicator(session, plan, one, seen, read_review(body["review"]), by=by)
        else:
            edit = read_indicator(body.get("edit"))
            await edit_indicator(session, plan, one, seen, edit, by=by)

    async def _correct_head(
        self, session: AsyncSession, plan: Plan, by: Editor, body: Mapping[str, Any]
    ) -> None:
        seen = read_number(body.get("seen"))
        await edit_head(session, plan, seen, read_head(body.get("head"), by.today), by=by)

    async def _amend(
        self, session: AsyncSession, plan: Plan, by: Editor, body: Mapping[str, Any]
    ) -> None:
        await set_amended(session, plan, read_maybe(body.get("plan")), by=by)

    async def _pair(
        self, session: AsyncSession, plan: Plan, by: Editor, body: Mapping[str, Any]
    ) -> None:
        await pair_row(
            session,
            plan,
            read_number(body.get("row")),
            read_number(body.get("seen")),
            read_maybe(body.get("number")),
            by=by,
        )

    async def _follow(
        self, session: AsyncSession, plan: Plan, by: Editor, body: Mapping[str, Any]
    ) -> None:
        if body.get("own") is not True and await is_undecided(session, plan):
            raise UnsaidVersionError
        committee = await session.get_one(Committee, plan.committee_id)
        await follow(
            session,
            committee,
            plan,
            standing=by.standing,
            now=by.now,
            tr=translator(by.person.locale or self.locale),
            default_locale=self.locale,
        )

    async def _write(self, request: Request, write: Write) -> Response:
        """Do one write in one transaction, and answer with the draft as it then is."""
        try:
            body = read_json(await request.body())
        except (PostError, ClientDisconnect):
            return Response(status_code=400)
        async with self.web.database.read() as session:
            reader = await self._reader(session, request)
        try:
            async with self.web.database.write() as session:
                try:
                    _, plan, by = await self._draft(session, request)
                    await write(session, plan, by, body)
                except RefusalError as refusal:
                    zone = await self._zone(session, request)
                    raise _SaidError(_say(reader.tr, refusal, zone), _status(refusal)) from refusal
                await session.flush()
                if plan.state is not PlanState.DRAFT:
                    return JSONResponse({"followed": texts.followed(reader.tr)})
                return JSONResponse(await view_draft(session, reader.tr, plan))
        except BadDayError as error:
            words = draft_head.bad_day(reader.tr, words=str(error))
            return JSONResponse({"error": words}, status_code=422)
        except BadRequestError:
            return Response(status_code=400)
        except _SaidError as said:
            return JSONResponse({"error": str(said)}, status_code=said.status)

    async def _zone(self, session: AsyncSession, request: Request) -> ZoneInfo:
        """The time zone of the plan's committee."""
        query = (
            select(Committee.timezone)
            .join(Plan, Plan.committee_id == Committee.id)
            .where(Plan.id == min(request.path_params["plan"], LARGEST_ID))
        )
        return ZoneInfo(await session.scalar(query) or "UTC")

    async def _draft(self, session: AsyncSession, request: Request) -> tuple[Reader, Plan, Editor]:
        """The draft of this address, and who reads it; raises what refuses them."""
        reader = await self._reader(session, request)
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
            raise NotADraftError
        committee = await session.get_one(Committee, plan.committee_id)
        now = self.web.clock.now()
        today = now.astimezone(ZoneInfo(committee.timezone)).date()
        return reader, plan, Editor(reader.person, standing, now, today)

    async def _reader(self, session: AsyncSession, request: Request) -> Reader:
        address = read_address(request)
        chat: Chat | None = await chat_at(session, CHANNEL, address) if address else None
        person = chat.person if chat else None
        chosen = (person and person.locale) or (chat and chat.language) or self.locale
        return Reader(person, translator(chosen))


def _status(refusal: RefusalError) -> int:
    match refusal:
        case NotYourRoleError():
            return 403
        case NotADraftError():
            return 404
        case DraftChangedError() | UnsaidVersionError():
            return 409
        case _:
            return 422


def _say(tr: Translator, refusal: RefusalError, zone: ZoneInfo) -> str:
    """A refusal in words; that of a row somebody else changed names who and what."""
    match refusal:
        case NotYourRoleError():
            return reviewing.secretaries_only(tr)
        case DraftChangedError():
            return draft_changes.changed_under_hand(
                tr,
                who=refusal.who.name,
                when=tr.time(refusal.when, zone),
                changes=[
                    draft_changes.changed(tr, change.field, change.before, change.after)
                    for change in refusal.changes
                ],
            )
        case BadDeadlineError():
            return row_texts.bad_deadline(
                tr, words=refusal.words, due=refusal.due, counted_from=refusal.counted_from
            )
        case UnsaidVersionError():
            return texts.sheet_words(tr)["follow_unsaid"]
        case BadReportingError():
            return draft_head.bad_reporting(tr, words=refusal.words)
        case UnknownAgencyError():
            return row_texts.unknown_agency(tr, names=refusal.names)
        case _:
            return reviewing.not_a_draft(tr)
