"""Pictures and files of the chat page: sent up by people, and handed on in their own chat."""

from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from bot.channels.web.channel import Web
from bot.channels.web.limit import PostLimit
from bot.channels.web.lines import file_of, is_known, picture_of
from bot.channels.web.posts import LINE_ID_FORM, PostError, Reason, read_upload
from bot.channels.web.refusals import refuse
from bot.channels.web.session import read_address
from bot.ports import FILE_BYTES

FILES_AT_ONCE, FILES_SECONDS = 20, 600
"""How many files one chat may send up in so many seconds."""


class Attachments:
    """The endpoints, and how often they may be used."""

    def __init__(self, web: Web, *, locale: str) -> None:
        self.web = web
        self.locale = locale
        self.limit = PostLimit(FILES_AT_ONCE, FILES_SECONDS)

    async def take(self, request: Request) -> Response:
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
            if not await is_known(self.web.database, address):
                raise PostError(Reason.NOT_KNOWN)
            self.limit.pass_or_refuse(address)
            line_id = await self.web.receive_file(address, post, request.stream())
        except PostError as refusal:
            return await refuse(self.web.database, refusal, address, self.locale)
        except ClientDisconnect:
            return Response(status_code=400)
        return JSONResponse({"id": line_id})

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
