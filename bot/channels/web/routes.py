"""The routes of the chat page; `bot.app` puts them into the server's application."""

from collections.abc import Awaitable, Callable, Collection
from zoneinfo import ZoneInfo

from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.channels.web.attachments import Attachments
from bot.channels.web.channel import Web
from bot.channels.web.drafts.page import PlanPages
from bot.channels.web.drafts.writes import WRITES
from bot.channels.web.guard import BODY_BYTES, PageGuard
from bot.channels.web.limit import PostLimit
from bot.channels.web.page import ChatPage
from bot.channels.web.templates import STATIC
from bot.ports import FILE_BYTES


class _Id(Convertor[int]):
    """A number that any row's may be; a longer one is no address of ours."""

    regex = "[0-9]{1,18}"

    def convert(self, value: str) -> int:
        """The number."""
        return int(value)

    def to_string(self, value: int) -> str:
        """Its digits."""
        return str(value)


register_url_convertor("id", _Id())

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
    page = ChatPage(web, zone=zone, locale=locale, demo=demo, limit=limit or PostLimit())
    attached = Attachments(web, locale=locale)
    guard = Middleware(PageGuard, hosts=hosts)
    routes: list[BaseRoute] = [Route("/health", health)]
    routes += guarded(
        guard,
        ("GET", "/", page.show),
        ("POST", "/chat/session", page.open_session),
        ("GET", "/chat/events", page.stream),
        ("POST", "/chat/messages", page.post),
        ("GET", "/pictures/{line}", attached.picture),
        ("GET", "/files/{line}", attached.file),
    )
    routes += guarded(
        guard,
        ("POST", "/chat/files", attached.take),
        largest=FILE_BYTES + BODY_BYTES,  # a little more, so that it is refused in words
    )
    plans = PlanPages(web, locale=locale)
    routes += guarded(
        guard,
        ("GET", "/plans", plans.list_plans),
        ("GET", "/plans/{plan:id}", plans.show),
        ("GET", "/plans/{plan:id}/draft", plans.draft),
        *(("POST", f"/plans/{{plan:id}}/{what}", plans.writing(what)) for what in WRITES),
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
