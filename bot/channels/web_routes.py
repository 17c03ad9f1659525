"""The routes of the chat page; `bot.app` puts them into the server's application."""

from collections.abc import Awaitable, Callable, Collection
from math import ceil
from urllib.parse import quote
from zoneinfo import ZoneInfo

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.channels.web import Web
from bot.channels.web_guard import BODY_BYTES, PageGuard, PostLimit
from bot.channels.web_lines import file_of, picture_of, visitor_at
from bot.channels.web_plans import PlanPages
from bot.channels.web_posts import (
    LINE_ID_FORM,
    TEXT_CHARACTERS,
    PostError,
    Reason,
    read_post,
    read_upload,
)
from bot.channels.web_session import keep_token, new_token, read_address, read_token
from bot.channels.web_stream import ENDING_SECONDS, chat_events, language_of
from bot.channels.web_templates import STATIC, template
from bot.i18n import Translator, translator
from bot.ports import FILE_BYTES
from bot.texts import files as file_texts
from bot.texts import page as texts

PING_SECONDS = 15
"""How often a quiet stream says that it lives; the page gives it up after three of these."""

STATUS = {
    Reason.UNREADABLE: 400,
    Reason.EMPTY: 422,
    Reason.TOO_LONG: 422,
    Reason.TOO_MANY: 429,
    Reason.NO_SESSION: 401,
    Reason.CHOICE_GONE: 409,
    Reason.MESSAGE_GONE: 409,
    Reason.NOT_KNOWN: 403,
    Reason.FILE_TOO_LARGE: 413,
}

FILES_AT_ONCE, FILES_SECONDS = 20, 600
"""How many files one chat may send up in so many seconds."""

Endpoint = Callable[[Request], Awaitable[Response]]


def web_routes(
    web: Web,
    *,
    hosts: Collection[str],
    zone: ZoneInfo,
    locale: str = "vi",
    demo: bool = False,
    limit: PostLimit | None = None,
) -> list[BaseRoute]:
    """The page, its stream, what it posts, its pictures, drafts of plans, and the health check.

    `hosts` are the names that the page may be reached by (`*`: any); `zone` and `locale` serve
    those who have no committee and chose no language. With `demo` the page shows the bar of
    `bot.channels.demo`, whose routes have to be there as well.
    """
    page = _Page(web, zone=zone, locale=locale, demo=demo, limit=limit or PostLimit())
    guard = Middleware(PageGuard, hosts=hosts)
    routes: list[BaseRoute] = [Route("/health", health)]
    routes += guarded(
        guard,
        ("GET", "/", page.show),
        ("POST", "/chat/session", page.open_session),
        ("GET", "/chat/events", page.stream),
        ("POST", "/chat/messages", page.post),
        ("GET", "/pictures/{line}", page.picture),
        ("GET", "/files/{line}", page.file),
    )
    routes += guarded(
        guard,
        ("POST", "/chat/files", page.take_file),
        largest=FILE_BYTES + BODY_BYTES,  # a little more, so that it is refused in words
    )
    plans = PlanPages(web, locale=locale)
    routes += guarded(
        guard,
        ("GET", "/plans", plans.list_plans),
        ("GET", "/plans/{plan:int}", plans.show),
        ("GET", "/plans/{plan:int}/draft", plans.draft),
        ("POST", "/plans/{plan:int}/rows", plans.correct),
        ("POST", "/plans/{plan:int}/head", plans.correct_head),
        ("POST", "/plans/{plan:int}/indicators", plans.correct_indicator),
        ("POST", "/plans/{plan:int}/amends", plans.amend),
        ("POST", "/plans/{plan:int}/pairs", plans.pair),
        ("POST", "/plans/{plan:int}/follow", plans.follow),
    )
    routes.append(Mount("/static", _Assets(directory=STATIC), middleware=[guard]))
    return routes


def guarded(
    guard: Middleware, *routes: tuple[str, str, Endpoint], largest: int = BODY_BYTES
) -> list[Route]:
    """Routes behind the guard, with their bodies bounded."""
    return [
        Route(path, endpoint, methods=[method], middleware=[guard], max_body_size=largest)
        for method, path, endpoint in routes
    ]


async def health(_request: Request) -> Response:
    """That the program answers; says nothing about anybody, so any host may ask."""
    return JSONResponse({"status": "ok"})


class _Assets(StaticFiles):
    """The page's style and scripts; asked for again each time, sent again only when changed."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]  # as given
        response.headers["Cache-Control"] = "no-cache"
        return response

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path.endswith(".html"):  # the page is shown filled in, by its own route
            return Response(status_code=404)
        return await super().get_response(path, scope)


class _Page:
    """The endpoints, and what they share."""

    def __init__(
        self, web: Web, *, zone: ZoneInfo, locale: str, demo: bool, limit: PostLimit
    ) -> None:
        self.web = web
        self.zone = zone
        self.locale = locale
        self.demo = demo
        self.limit = limit
        self.file_limit = PostLimit(FILES_AT_ONCE, FILES_SECONDS)

    async def show(self, request: Request) -> Response:
        """The page in the reader's language.

        It sets no cookie: whoever follows a link from elsewhere sends none, and would lose the
        one they have. The page asks for its session itself, from its own site.
        """
        tr = await self._translator(read_address(request))
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
            return await self._refuse(PostError(Reason.NO_SESSION), None)
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
            events,
            ping=PING_SECONDS,
            ping_message_factory=_ping,
            shutdown_event=ending,
            shutdown_grace_period=ENDING_SECONDS,
        )

    async def post(self, request: Request) -> Response:
        """Take one text or one press of a button; answered once it is stored."""
        address = read_address(request)
        try:
            if address is None:
                raise PostError(Reason.NO_SESSION)
            wait = self.limit.wait(address)
            if wait:
                return await self._refuse(PostError(Reason.TOO_MANY), address, wait=wait)
            line_id = await self.web.receive(address, read_post(await request.body()))
        except PostError as refusal:
            return await self._refuse(refusal, address)
        return JSONResponse({"id": line_id})

    async def take_file(self, request: Request) -> Response:
        """Take a file, written to the disk as it comes; answered once it is stored.

        Only from chats whose owner is known: a stranger cannot fill the disk.
        """
        address = read_address(request)
        try:
            if address is None:
                raise PostError(Reason.NO_SESSION)
            post = read_upload(request.query_params, request.headers.get("content-type"))
            if int(request.headers.get("content-length", "0")) > FILE_BYTES:
                raise PostError(Reason.FILE_TOO_LARGE)
            if not await self._is_known(address):
                raise PostError(Reason.NOT_KNOWN)
            wait = self.file_limit.wait(address)
            if wait:
                return await self._refuse(PostError(Reason.TOO_MANY), address, wait=wait)
            line_id = await self.web.receive_file(address, post, request.stream())
        except PostError as refusal:
            return await self._refuse(refusal, address)
        except ClientDisconnect:
            return Response(status_code=400)
        return JSONResponse({"id": line_id})

    async def _is_known(self, address: str) -> bool:
        async with self.web.database.read() as session:
            visitor = await visitor_at(session, address)
        return visitor is not None and visitor.known

    async def picture(self, request: Request) -> Response:
        """A picture of the reader's own chat; nobody else's is there for them."""
        address, line = read_address(request), request.path_params["line"]
        picture = None
        if address is not None and LINE_ID_FORM.fullmatch(line):
            async with self.web.database.read() as session:
                picture = await picture_of(session, address, int(line))
        if picture is None:
            return Response(status_code=404)
        return Response(picture, media_type="image/png")

    async def file(self, request: Request) -> Response:
        """A file handed on in the reader's own chat, to be saved and never opened in the page."""
        address, line = read_address(request), request.path_params["line"]
        found = None
        if address is not None and LINE_ID_FORM.fullmatch(line):
            async with self.web.database.read() as session:
                found = await file_of(session, address, int(line))
        if found is None:
            return Response(status_code=404)
        name, content = found
        saved = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(
            content,
            media_type="application/octet-stream",
            headers={"Content-Disposition": saved},
        )

    async def _refuse(
        self, refusal: PostError, address: str | None, *, wait: float = 0
    ) -> JSONResponse:
        tr = await self._translator(address)
        headers = {"Retry-After": str(ceil(wait))} if wait else None
        body = {"reason": refusal.reason.name.lower(), "error": _say(tr, refusal, ceil(wait))}
        return JSONResponse(body, status_code=STATUS[refusal.reason], headers=headers)

    async def _translator(self, address: str | None) -> Translator:
        """For the language of a chat's owner."""
        if address is None:
            return translator(self.locale)
        async with self.web.database.read() as session:
            return translator(language_of(await visitor_at(session, address), self.locale))


def _say(tr: Translator, refusal: PostError, wait: int) -> str:
    """A refusal in words."""
    match refusal.reason:
        case Reason.EMPTY:
            return texts.empty_post(tr)
        case Reason.TOO_LONG:
            return texts.post_too_long(tr, TEXT_CHARACTERS)
        case Reason.TOO_MANY:
            return texts.too_many_posts(tr, wait)
        case Reason.NO_SESSION:
            return texts.no_session(tr)
        case Reason.CHOICE_GONE:
            return texts.choice_gone(tr)
        case Reason.MESSAGE_GONE:
            return texts.message_gone(tr)
        case Reason.NOT_KNOWN:
            return texts.connect_first(tr)
        case Reason.FILE_TOO_LARGE:
            return file_texts.too_large(tr)
        case Reason.UNREADABLE:
            return texts.unreadable_post(tr)


def _ping() -> ServerSentEvent:
    """An event that the page's script sees, unlike the usual comment."""
    return ServerSentEvent("{}", event="alive")
