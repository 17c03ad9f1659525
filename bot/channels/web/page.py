"""The chat page itself: shown, given a session, told what is said, and posting."""

from collections import Counter
from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.channels.web.channel import Web
from bot.channels.web.limit import PostLimit
from bot.channels.web.lines import is_known
from bot.channels.web.posts import LINE_ID_FORM, TEXT_CHARACTERS, PostError, Reason, read_post
from bot.channels.web.refusals import refuse
from bot.channels.web.session import keep_token, new_token, read_address, read_token
from bot.channels.web.stream import ENDING_SECONDS, chat_events, translator_of
from bot.channels.web.templates import template
from bot.ports import FILE_BYTES
from bot.texts import page as texts
from bot.texts.drafts import files as file_texts

PING_SECONDS = 15
"""How often a quiet stream says that it lives; the page gives it up after three of these."""

STRANGERS_POSTS = 60
"""How many posts a minute are taken from one address of the network while nobody knows whose they
are: a hall in which everybody sends their code, and no flood of rows from made-up sessions."""


STRANGERS_STREAMS = 60
"""How many pages of people whom nobody knows may listen at once from there: each costs a look at
the database every second or two."""
STRANGERS_WAIT = 30
"""Seconds after which one more may try."""


class ChatPage:
    """Its endpoints: the page itself, the session, the stream of a chat, what is posted."""

    def __init__(
        self,
        web: Web,
        *,
        zone: ZoneInfo,
        locale: str,
        demo: bool,
        limit: PostLimit,
    ) -> None:
        self.web = web
        self.zone = zone
        self.locale = locale
        self.demo = demo
        self.limit = limit
        self.strangers = PostLimit(STRANGERS_POSTS)
        self.listening: Counter[str] = Counter()
        """Pages of strangers that listen now, by their address of the network."""

    async def show(self, request: Request) -> Response:
        """The page in the reader's language.

        It sets no cookie: whoever follows a link from elsewhere sends none, and would lose the
        one they have. The page asks for its session itself, from its own site.
        """
        tr = await translator_of(self.web.database, read_address(request), self.locale)
        html = template("index.html").render(
            language=tr.locale,
            words=texts.page_words(tr),
            commands=texts.command_words(tr),
            invitation=texts.invitation_words(tr),
            demo=texts.demo_words(tr) if self.demo else None,
            text_characters=TEXT_CHARACTERS,
            file_bytes=FILE_BYTES,
            file_too_large=file_texts.too_large(tr),
            post_too_long=texts.post_too_long(tr, TEXT_CHARACTERS),
            quiet_seconds=3 * PING_SECONDS,
        )
        return HTMLResponse(html)

    async def open_session(self, request: Request) -> Response:
        """Give a browser without a session a new one; renew the cookie of one that has it."""
        held = read_token(request)
        response = JSONResponse({"fresh": held is None})
        keep_token(response, request, held or new_token())
        return response

    async def stream(self, request: Request) -> Response:
        """The events of the reader's chat, from where their page left off."""
        address = read_address(request)
        if address is None:
            return await refuse(self.web.database, PostError(Reason.NO_SESSION), None, self.locale)
        is_stranger = not await is_known(self.web.database, address)
        if is_stranger and self.listening[_place(request)] >= STRANGERS_STREAMS:
            full = PostError(Reason.TOO_MANY, STRANGERS_WAIT)
            return await refuse(self.web.database, full, None, self.locale)
        last = request.headers.get("last-event-id") or request.query_params.get("after", "")
        ending = anyio.Event()
        events = chat_events(
            self.web,
            address,
            ending,
            after=int(last) if LINE_ID_FORM.fullmatch(last) else None,
            zone=self.zone,
            locale=self.locale,
        )
        return EventSourceResponse(
            self._counted(events, _place(request)) if is_stranger else events,
            ping=PING_SECONDS,
            ping_message_factory=_ping,
            shutdown_event=ending,
            shutdown_grace_period=ENDING_SECONDS,
        )

    async def _counted(
        self, events: AsyncIterator[ServerSentEvent], place: str
    ) -> AsyncIterator[ServerSentEvent]:
        """The events, while a stranger's page is counted as one that listens."""
        self.listening[place] += 1
        try:
            async for event in events:
                yield event
        finally:
            self.listening[place] -= 1
            if not self.listening[place]:
                del self.listening[place]

    async def post(self, request: Request) -> Response:
        """Take one text or one press of a button; answered once it is stored."""
        address = read_address(request)
        try:
            if address is None:
                raise PostError(Reason.NO_SESSION)
            self.limit.pass_or_refuse(address)
            if not await is_known(self.web.database, address):
                self.strangers.pass_or_refuse(_place(request))
            line_id = await self.web.receive(address, read_post(await request.body()))
        except PostError as refusal:
            return await refuse(self.web.database, refusal, address, self.locale)
        return JSONResponse({"id": line_id})


def _place(request: Request) -> str:
    """The address of the network that a request comes from."""
    return request.client.host if request.client else ""


def _ping() -> ServerSentEvent:
    """An event that the page's script sees, unlike the usual comment."""
    return ServerSentEvent("{}", event="alive")
