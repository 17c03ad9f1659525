"""The page on which a secretary goes through a draft: every row beside its source, to be mended.

What is shown and what is allowed is decided by `tasks.drafts`, as in chat; here requests are read
and answered. A draft of another committee is not there, and neither is any for who may not review.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.channels.web.channel import Web
from bot.channels.web.drafts.posts import BadDayError, BadRequestError
from bot.channels.web.drafts.reader import (
    OpenDraft,
    open_draft,
    read_reader,
    say_refusal,
    status_of,
)
from bot.channels.web.drafts.view import view_draft
from bot.channels.web.drafts.writes import WRITES, Write
from bot.channels.web.posts import PostError, read_json
from bot.channels.web.templates import template
from bot.conversation.drafts.plan_list import listed_plans
from bot.conversation.talk import LARGEST_ID
from bot.texts import page as page_texts
from bot.texts.drafts import page as texts
from db.models import Committee, Plan
from tasks.errors import RefusalError


class _SaidError(Exception):
    """A refusal in words, on its way out of a transaction that it ends."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.status = status


class PlanPages:
    """The endpoints, and what they share."""

    def __init__(self, web: Web, *, locale: str) -> None:
        self.web = web
        self.locale = locale

    async def list_plans(self, request: Request) -> Response:
        """The plans of the reader's committees, drafts first."""
        async with self.web.database.read() as session:
            reader = await read_reader(session, request, self.locale)
            committees = reader.reviews()
            plans = [
                plan
                for committee in committees
                for plan in await listed_plans(session, reader.tr, committee, drafts=True)
            ]
        html = template("plans.html").render(
            language=reader.tr.locale,
            words=texts.listing_words(reader.tr, known=bool(committees)),
            plans=[{"id": one.label and one.plan.id, "line": one.line} for one in plans],
        )
        return HTMLResponse(html)

    async def show(self, request: Request) -> Response:
        """The sheet of one draft; its rows come by `draft`."""
        async with self.web.database.read() as session:
            try:
                draft = await self._draft(session, request)
            except RefusalError as refusal:
                reader = await read_reader(session, request, self.locale)
                words = texts.listing_words(reader.tr, known=True)
                html = template("plans.html").render(
                    language=reader.tr.locale,
                    words=words | {"note": say_refusal(reader, refusal, ZoneInfo("UTC"))},
                    plans=[],
                )
                return HTMLResponse(html, status_code=status_of(refusal))
            html = template("plan.html").render(
                language=draft.tr.locale,
                words=texts.sheet_words(draft.tr),
                plan_id=draft.plan.id,
                sample=page_texts.sample_data(draft.tr) if draft.committee.sample else None,
            )
        return HTMLResponse(html)

    async def draft(self, request: Request) -> Response:
        """All there is of a draft, for the sheet."""
        async with self.web.database.read() as session:
            try:
                draft = await self._draft(session, request)
                return JSONResponse(await view_draft(session, draft.tr, draft.plan))
            except RefusalError as refusal:
                reader = await read_reader(session, request, self.locale)
                error = say_refusal(reader, refusal, ZoneInfo("UTC"))
                return JSONResponse({"error": error}, status_code=status_of(refusal))

    def writing(self, what: str) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint of one of `WRITES`."""
        return partial(self._write, WRITES[what])

    async def _write(self, write: Write, request: Request) -> Response:
        """Do one write in one transaction, and answer with the draft as it then is, or with
        what is said of it at its end."""
        try:
            body = read_json(await request.body())
        except (PostError, ClientDisconnect):
            return Response(status_code=400)
        try:
            async with self.web.database.write() as session:
                try:
                    draft = await self._draft(session, request)
                    said = await write(draft, body)
                except (RefusalError, BadDayError) as refusal:
                    reader = await read_reader(session, request, self.locale)
                    words = say_refusal(reader, refusal, await _zone(session, request))
                    status = 422 if isinstance(refusal, BadDayError) else status_of(refusal)
                    raise _SaidError(words, status) from refusal
                await session.flush()
                if said is not None:
                    return JSONResponse({"ended": said})
                return JSONResponse(await view_draft(session, draft.tr, draft.plan))
        except BadRequestError:
            return Response(status_code=400)
        except _SaidError as said_no:
            return JSONResponse({"error": str(said_no)}, status_code=said_no.status)

    async def _draft(self, session: AsyncSession, request: Request) -> OpenDraft:
        return await open_draft(session, request, now=self.web.clock.now(), locale=self.locale)


async def _zone(session: AsyncSession, request: Request) -> ZoneInfo:
    """The time zone of the plan's committee."""
    query = (
        select(Committee.timezone)
        .join(Plan, Plan.committee_id == Committee.id)
        .where(Plan.id == min(request.path_params["plan"], LARGEST_ID))
    )
    return ZoneInfo(await session.scalar(query) or "UTC")
