"""The Bot API server of the tests, and what a test can do with it."""

import asyncio
from collections.abc import Mapping
from itertools import count
from types import TracebackType
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.botapi.changes import Changes
from tests.botapi.chats import BOT, Chats, without_answer
from tests.botapi.faults import Fault, Faults, Rates
from tests.botapi.groups import Groups
from tests.botapi.methods import Methods
from tests.botapi.records import Call, Sent, User
from tests.botapi.refusals import NO_METHOD, UNAUTHORIZED, RefusalError
from tests.botapi.requests import Params, read_params
from tests.botapi.updates import Updates
from tests.botapi.wire import Wire

TOKEN = f"{BOT['id']}:AAEsecret-of-the-tests_0123456789abcd"
WAIT_SECONDS = 5.0
"""How long a test waits for what must come; reached only where it fails."""


class BotApi:
    """A Bot API server; `async with BotApi() as api` serves it at `api.url`.

    People write with `say`, `press` and `send_file`; `groups` is what happens in groups; `next`
    gives the bot's messages to one chat one after the other; `fail`, `drop`, `delay`, `shut`,
    `block` and `limit_rates` make things go wrong.
    """

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        self.token = token
        self.changes = Changes()
        self.chats = Chats()
        self.updates = Updates(self.changes)
        self.methods = Methods(self.chats, self.updates)
        self.groups = Groups(self.chats, self.updates)
        self.calls: list[Call] = []
        self._faults = Faults()
        self._queries = count(1)
        self._read: dict[int, int] = {}
        self._wire = Wire(self.app(), port)

    def app(self) -> Starlette:
        """The routes of the Bot API."""
        ways = ["GET", "POST"]
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", self._on_method, methods=ways),
                Route("/file/bot{token}/{path:path}", self._on_file),
            ]
        )

    @property
    def url(self) -> str:
        """Address without a trailing slash; `/bot<token>/getMe` follows it."""
        return f"http://127.0.0.1:{self._wire.port}"

    async def __aenter__(self) -> "BotApi":
        await self._wire.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.updates.close()
        await self._wire.stop()

    # What people do

    def meet(self, chat_id: int, user: User | None = None) -> None:
        """Let a person open the chat, so that the bot may write to it."""
        self.chats.meet(chat_id, user)

    def say(
        self, chat_id: int, text: str, reply_to: int | None = None, user: User | None = None
    ) -> int:
        """Let a person write; returns the id of the update."""
        return self._write(chat_id, user, reply_to, text=text)

    def send_file(
        self,
        chat_id: int,
        content: bytes,
        name: str = "bao-cao.pdf",
        caption: str = "",
        *,
        photo: bool = False,
        album: str = "",
        reply_to: int | None = None,
        user: User | None = None,
    ) -> int:
        """Let a person send a document or a photo, in an album too; returns the update's id."""
        kept = self.chats.keep_file(name, content)
        body: dict[str, Any] = {"caption": caption} if caption else {}
        if photo:
            body["photo"] = [kept | {"width": 800, "height": 600}]
        else:
            body["document"] = kept | {"file_name": name}
        if album:
            body["media_group_id"] = album
        return self._write(chat_id, user, reply_to, **body)

    def press(
        self,
        chat_id: int,
        message_id: int,
        data: str,
        *,
        stale: bool = False,
        user: User | None = None,
    ) -> int:
        """Let a person press a button, one that is there unless `stale`; returns the update id."""
        chat = self.chats.known[chat_id]
        sent = next(s for s in self.sent if s.message_id == message_id and s.chat_id == chat_id)
        if not stale and data not in [b.data for row in sent.buttons for b in row]:
            raise ValueError(f"no button {data!r} under message {message_id}: {sent.buttons}")
        query = f"query-{next(self._queries)}"
        self.methods.queries.add(query)
        body = {
            "id": query,
            "from": (user or chat.user).to_json(),
            "message": chat.messages[message_id],
            "chat_instance": str(chat_id),
            "data": data,
        }
        return self.updates.add("callback_query", body)

    def add_update(self, kind: str, body: Mapping[str, Any]) -> int:
        """Queue any update, one that nobody foresaw too."""
        return self.updates.add(kind, dict(body))

    def _write(self, chat_id: int, user: User | None, reply_to: int | None, **content: Any) -> int:
        chat = self.chats.meet(chat_id, user)
        if reply_to is not None:
            content["reply_to_message"] = without_answer(chat.messages[reply_to])
        sender = (user or chat.user).to_json()
        return self.updates.add("message", self.chats.message(chat, sender, **content))

    # What the bot did

    @property
    def sent(self) -> list[Sent]:
        """Every message of the bot, oldest first."""
        return self.chats.sent

    @property
    def answers(self) -> list[dict[str, str]]:
        """The button presses that the bot answered."""
        return self.methods.answers

    @property
    def commands(self) -> dict[str, list[tuple[str, str]]]:
        """The commands registered, by language code ("" for the default)."""
        return self.methods.commands

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    async def next(self, chat_id: int, seconds: float = WAIT_SECONDS) -> Sent:
        """The next message to a chat that this has not given yet; fails when none comes."""
        seen = self._read.get(chat_id, 0)

        def found() -> Sent | None:
            return next(iter([s for s in self.sent if s.chat_id == chat_id][seen:]), None)

        sent = await self.changes.until(found, seconds)
        assert sent, f"nothing was sent to {chat_id} within {seconds} s"
        self._read[chat_id] = seen + 1
        return sent

    async def called(self, method: str, times: int = 1, seconds: float = WAIT_SECONDS) -> Call:
        """Wait until a method was called so often; returns the last of these calls."""

        def found() -> Call | None:
            calls = self.calls_of(method)
            return calls[times - 1] if len(calls) >= times else None

        call = await self.changes.until(found, seconds)
        assert call, f"{len(self.calls_of(method))} calls of {method} within {seconds} s"
        return call

    async def confirmed(self, update_id: int, seconds: float = WAIT_SECONDS) -> None:
        """Wait until the bot has told that it has an update."""

        def found() -> bool | None:
            waiting = any(u["update_id"] == update_id for u in self.updates.pending)
            return None if waiting else True

        done = await self.changes.until(found, seconds)
        assert done, f"update {update_id} is not confirmed within {seconds} s"

    # What goes wrong

    def fail(
        self,
        method: str,
        code: int = 500,
        description: str = "Internal Server Error",
        *,
        times: int = 1,
        **parameters: Any,
    ) -> None:
        """Refuse the next calls of a method ("*": any); `retry_after=3` makes it a 429."""
        refusal = RefusalError(code, description, **parameters)
        if after := parameters.get("retry_after"):
            refusal = RefusalError(
                429, f"Too Many Requests: retry after {after}", retry_after=after
            )
        self._faults.add(Fault(method, refusal), times)

    def drop(self, method: str, *, after: bool = False, times: int = 1) -> None:
        """Hang up on the next calls, before or `after` they are carried out."""
        self._faults.add(Fault(method, drop="after" if after else "before"), times)

    def delay(self, method: str, seconds: float, *, times: int = 1) -> None:
        """Answer the next calls late."""
        self._faults.add(Fault(method, seconds=seconds), times)

    def shut(self, seconds: float) -> None:
        """Refuse every message for so long, each with the wait until then."""
        self._faults.shut(seconds, asyncio.get_running_loop().time)

    def heal(self) -> None:
        """Forget the faults not yet used."""
        self._faults.clear()

    def block(self, chat_id: int) -> None:
        """Let the person block the bot."""
        self.chats.meet(chat_id).out = "bot was blocked by the user"

    def unblock(self, chat_id: int) -> None:
        """Let the person allow the bot again."""
        self.chats.meet(chat_id).out = ""

    def limit_rates(
        self, bot: int = 30, chat: int = 1, group: int = 20, *, times_as_short: int = 1
    ) -> None:
        """Answer 429 to more messages in a second than this, in a group in a minute.

        Both windows can be made shorter: a test has no minute to wait.
        """
        clock = asyncio.get_running_loop().time
        self.methods.rates = Rates(clock, bot=bot, chat=chat, group=group, short=times_as_short)

    # What HTTP brings

    async def _on_method(self, request: Request) -> Response:
        call = Call(request.path_params["method"], {})
        self.calls.append(call)
        fault = self._faults.take(call.method)
        try:
            if request.path_params["token"] != self.token:
                raise RefusalError(*UNAUTHORIZED)
            params = await read_params(request)
            call.params = params.values
            self.changes.ring()
            if fault and fault.seconds:
                await asyncio.sleep(fault.seconds)
            if fault and fault.drop == "before":
                return await self._hung_up(request)
            if fault and fault.refusal:
                raise fault.refusal
            result = await self._carry_out(call.method, params)
        except RefusalError as refusal:
            call.code = refusal.code
            self.changes.ring()
            return JSONResponse(refusal.body(), status_code=refusal.code)
        if fault and fault.drop == "after":
            return await self._hung_up(request)
        call.code = 200
        return JSONResponse({"ok": True, "result": result})

    async def _carry_out(self, name: str, params: Params) -> Any:
        method = self.methods.table.get(name.lower())
        if method is None:
            raise RefusalError(*NO_METHOD)
        result = await method(params)
        self.changes.ring()
        return result

    async def _hung_up(self, request: Request) -> Response:
        await self._wire.hang_up(request)
        return Response()

    async def _on_file(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            refusal = RefusalError(*UNAUTHORIZED)
            return JSONResponse(refusal.body(), status_code=refusal.code)
        for path, content in self.chats.files.values():
            if path == request.path_params["path"]:
                return Response(content, media_type="application/octet-stream")
        refusal = RefusalError(404, "Not Found")
        return JSONResponse(refusal.body(), status_code=refusal.code)
