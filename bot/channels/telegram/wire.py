"""Requests to Telegram: nothing is confirmed before it is stored, and the token stays inside.

Telegram forgets an update once `getUpdates` is asked for a higher offset
(https://core.telegram.org/bots/api#getupdates), and python-telegram-bot raises the offset before
any handler has run. So updates are stored inside the request that fetches them.
"""

import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final

import anyio
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError
from telegram.ext import ExtBot

from bot.channels.telegram.request import HttpRequest
from bot.ports import FileTooLargeError

log = logging.getLogger(__name__)

Payload = dict[str, Any]
"""An update as Telegram sends it: https://core.telegram.org/bots/api#update."""

HIDDEN: Final = "<token>"
NO_UPDATES: Final = b'{"ok": true, "result": []}'

GONE = (400, 404, 410)

LAST_SECONDS = 2.0
"""How long the last `getUpdates` of a channel that closes may take."""


class HideTokens(logging.Filter):
    """Takes the secret half of bot tokens out of the library's log lines."""

    def __init__(self) -> None:
        super().__init__()
        self.secrets: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass, without a token."""
        line = record.getMessage()
        for secret in self.secrets:
            if secret in line:
                line = line.replace(secret, HIDDEN)
                record.msg, record.args = line, ()
        return True


_hide_tokens = HideTokens()

LOUD = ("aiohttp", "telegram")
"""Below warnings the library logs texts of messages."""

ADDRESSED = ("aiohttp.client", "telegram.Bot", "telegram.ext.ExtBot")
"""Loggers whose lines can hold an address; whoever turns them up gets them without the token."""


def quiet_logs(secret: str) -> None:
    """Keep the token out of the logs, and the libraries to what matters unless told otherwise."""
    _hide_tokens.secrets.add(secret)
    for name in ADDRESSED:
        logging.getLogger(name).addFilter(_hide_tokens)
    for name in LOUD:
        if logging.getLogger(name).level == logging.NOTSET:
            logging.getLogger(name).setLevel(logging.WARNING)


def say_why(error: TelegramError) -> str:
    """An error in words for a log; the library puts the token into `InvalidToken`."""
    if isinstance(error, InvalidToken):
        return "the token is refused"
    return f"{type(error).__name__}: {error}"


class Outage:
    """Says once that Telegram cannot be reached, and once that it can again."""

    def __init__(self) -> None:
        self.lasts = False

    def begin(self, reason: str) -> None:
        """An attempt has failed."""
        if not self.lasts:
            log.warning(
                "No contact with Telegram (%s); trying until there is",
                reason,
                extra={"action": "telegram_unreachable"},
            )
        self.lasts = True

    def end(self) -> None:
        """An attempt has succeeded."""
        if self.lasts:
            log.info("Contact with Telegram again", extra={"action": "telegram_reachable"})
        self.lasts = False


class QuietBot(ExtBot[None]):
    """A bot whose `repr`, which finds its way into logs, does not show its token."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}[{self.token.partition(':')[0]}]"


class SafeRequest(HttpRequest):
    """Requests whose answers never hold the token.

    A proxy's error page may repeat the address it was asked for; the library would put it into
    an exception and a log line.
    """

    def __init__(self, secret: str, **settings: Any) -> None:
        super().__init__(**settings)
        self._secret = secret.encode()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Status and body of the answer."""
        code, body = await super().do_request(*args, **kwargs)
        return code, body.replace(self._secret, HIDDEN.encode())

    async def download(self, url: str, to: Path, *, most: int) -> None:
        """Write what an address answers to a file, piece by piece; nothing says the address.

        Raises `FileTooLargeError` past `most` bytes, `BadRequest` where there is nothing, and
        another `TelegramError` where it cannot be had now.
        """
        written = 0
        async with await anyio.open_file(to, "xb") as file, self.stream(url) as (code, pieces):
            if code in GONE:
                raise BadRequest("the file is not there")
            if code != 200:
                raise NetworkError(f"a file is answered with {code}")
            async for piece in pieces:
                written += len(piece)
                if written > most:
                    raise FileTooLargeError("the file is too large")
                await file.write(piece)


class InboxRequest(SafeRequest):
    """The requests of `getUpdates`: hands on only what `keep` has kept.

    Where keeping fails the library is told of a network error: it waits and asks again with the
    same offset, so Telegram sends the same updates again. A token that is refused is told as one
    too, since the library would stop asking for good.
    """

    def __init__(
        self,
        secret: str,
        keep: Callable[[Sequence[Payload]], Awaitable[None]],
        outage: Outage,
        **settings: Any,
    ) -> None:
        super().__init__(secret, **settings)
        self._keep = keep
        self._outage = outage
        self.closing = False

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Status and body, the body reduced to what the library needs of updates now kept."""
        if self.closing:
            # The library asks once more at its end, only to confirm; whatever goes wrong then is
            # no loss, since the same updates come again and are kept once.
            if self._outage.lasts:
                return 200, NO_UPDATES
            kwargs |= {"read_timeout": LAST_SECONDS, "connect_timeout": LAST_SECONDS}
        try:
            code, body = await super().do_request(*args, **kwargs)
            if code == 200:
                body = await self._keep_all(body)
                self._outage.end()
                return code, body
            if code in (401, 404):
                raise NetworkError(
                    f"getUpdates is answered with {code}, as if the token were wrong"
                )
        except TelegramError as error:
            self._outage.begin(say_why(error))
            if self.closing:
                return 200, NO_UPDATES
            raise
        self._outage.begin(f"getUpdates is answered with {code}")
        return code, body

    async def _keep_all(self, body: bytes) -> bytes:
        try:
            updates = json.loads(body)["result"]
        except (ValueError, KeyError, TypeError) as error:
            raise NetworkError("getUpdates is not answered by Telegram") from error
        if updates:
            try:
                await self._keep(updates)
            except Exception as error:
                # Whatever it is, the updates must come again.
                raise NetworkError(f"updates not stored: {type(error).__name__}") from error
        return json.dumps({"ok": True, "result": [slim(u) for u in updates]}).encode()


def slim(update: Payload) -> Payload:
    """What the library needs of a kept update: its id, and a button press to acknowledge.

    The rest is read from the inbox. An update that this version of the library cannot parse would
    otherwise be asked for again and again and hold up all that follow.
    """
    press = update.get("callback_query")
    if not isinstance(press, dict):
        return {"update_id": update["update_id"]}
    fields = ("id", "from", "chat_instance", "data")
    return {
        "update_id": update["update_id"],
        "callback_query": {field: press[field] for field in fields if field in press},
    }
