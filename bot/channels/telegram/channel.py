"""Telegram as a channel: https://core.telegram.org/bots/api, through python-telegram-bot."""

import asyncio
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from starlette.routing import Route
from telegram.constants import MessageLimit
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.channels.pace import Pace
from bot.channels.telegram.errors import refuse, seconds
from bot.channels.telegram.fields import CHANNEL
from bot.channels.telegram.group import Me
from bot.channels.telegram.read import is_overheard, read_update
from bot.channels.telegram.receive import Command, Inbox, Receiver, Store, Way
from bot.channels.telegram.send import Sending
from bot.channels.telegram.wire import (
    InboxRequest,
    Outage,
    QuietBot,
    SafeRequest,
    quiet_logs,
    say_why,
)
from bot.ports import FILE_BYTES, FileTooLargeError, GoneError, Incoming, Limits, Message

log = logging.getLogger(__name__)

API_URL = "https://api.telegram.org"

TIMEOUTS = {"connect_timeout": 5.0, "read_timeout": 10.0, "write_timeout": 10.0}
"""Seconds; an upload of a picture has the library's 20 s."""

CONNECTIONS = 32
"""As many as the pace lets out in a second."""

POOL_SECONDS = 30.0
"""How long a message waits for one of the connections."""


class Telegram:
    """The channel to Telegram.

    `start` begins to receive, `open` is enough to send, `close` ends both. An update counts as
    received once `store` has returned, and `wake` is called then. `mode` says how updates come:
    fetched by us, or posted to `public_url` and taken by `webhook_route`.
    """

    name = CHANNEL
    limits = Limits(
        text=int(MessageLimit.MAX_TEXT_LENGTH), caption=int(MessageLimit.CAPTION_LENGTH)
    )

    def __init__(
        self,
        token: str,
        *,
        store: Store | None = None,
        wake: Callable[[], None] = lambda: None,
        api_url: str = API_URL,
        proxy: str | None = None,
        mode: Literal["polling", "webhook"] = "polling",
        webhook_secret: str = "",
        public_url: str = "",
        commands: Sequence[Command] = (),
        in_groups: Sequence[Command] = (),
    ) -> None:
        if not token:
            raise ValueError("Telegram needs a token")
        # The library's choice of type for `RetryAfter.retry_after`; without it, it warns each time.
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        secret = token.rpartition(":")[2]
        account = token.partition(":")[0]
        self.account = f"{CHANNEL}:{account}"
        self._id = int(account) if account.isdecimal() else None
        quiet_logs(secret)
        settings: dict[str, Any] = {"proxy": proxy or None, **TIMEOUTS}
        inbox, outage = Inbox(store, wake, self._overheard), Outage()
        self._request = SafeRequest(
            secret, connection_pool_size=CONNECTIONS, pool_timeout=POOL_SECONDS, **settings
        )
        self._polling = InboxRequest(secret, inbox.keep, outage, connection_pool_size=2, **settings)
        self._bot = QuietBot(
            token,
            base_url=api_url.rstrip("/") + "/bot",
            base_file_url=api_url.rstrip("/") + "/file/bot",
            request=self._request,
            get_updates_request=self._polling,
        )
        self._sending = Sending(self._bot)
        way = Way(mode, public_url, webhook_secret)
        self._receiver = Receiver(self._bot, self._polling, inbox, outage, way, commands, in_groups)
        self._username: str | None = None
        self.pace = Pace()

    async def start(self) -> None:
        """Begin to receive; returns at once, whether Telegram can be reached or not."""
        await self.open()
        self._receiver.start()

    async def pause(self) -> None:
        """End receiving; sending goes on, and `start` begins again."""
        await self._receiver.pause()

    async def open(self) -> None:
        """Be ready to send; asks nothing of Telegram."""
        await asyncio.gather(self._request.initialize(), self._polling.initialize())

    async def close(self) -> None:
        """End receiving and sending."""
        await self._receiver.stop()
        await asyncio.gather(self._request.shutdown(), self._polling.shutdown())

    def webhook_route(self) -> Route:
        """The route that Telegram posts updates to, for the web server."""
        return self._receiver.webhook_route()

    async def username(self) -> str | None:
        """The bot's name, for links to it; None while Telegram cannot be asked."""
        if self._username is None:
            try:
                self._username = (await self._bot.get_me()).username
            except TelegramError as error:
                log.info(
                    "The bot's name is not known yet (%s)",
                    say_why(error),
                    extra={"action": "telegram_name_unknown"},
                )
        return self._username

    @property
    def known_name(self) -> str | None:
        """The bot's name where Telegram has told it; asks nothing."""
        try:
            return self._username or self._bot.username
        except RuntimeError:  # not asked yet
            return None

    def read(self, payload: Mapping[str, Any]) -> Incoming | None:
        """What a stored update says, or None where it is nothing to us; pure, never raises."""
        return read_update(payload, self._me)

    @property
    def _me(self) -> Me:
        return Me(self._id, self.known_name)

    def _overheard(self, payload: Mapping[str, Any]) -> bool:
        return is_overheard(payload, self._me)

    async def send(self, address: str, message: Message, *, key: str) -> str:
        """Deliver one message; return its id, unique within its chat.

        Telegram has no use for `key`: where its answer is lost, the next attempt is a second
        message. Raises `GoneError`, `LaterError`, or `BadRequest` where the message is our mistake.
        """
        chat_id = int(address)
        try:
            async with self.pace.turn(address, group=chat_id < 0):
                sent = await self._sending.send(chat_id, message)
        except RetryAfter as error:
            self.pace.shut(seconds(error))
            refuse(error)
        except BadRequest as error:  # a NetworkError in this library, so it stands first
            if await self._sending.is_gone(chat_id):
                raise GoneError(say_why(error)) from error
            raise
        except TelegramError as error:
            refuse(error)
        return str(sent)

    async def fetch_file(self, source: str, to: Path) -> None:
        """Write a file to where there is none yet: https://core.telegram.org/bots/api#getfile.

        Raises `FileTooLargeError`, `GoneError` or `LaterError`.
        """
        try:
            found = await self._bot.get_file(source)
            if not found.file_path:
                raise GoneError("the file has no path")
            await self._request.download(found.file_path, to, most=FILE_BYTES)
        except BadRequest as error:
            if "too big" in str(error):  # it has no code of its own
                raise FileTooLargeError(say_why(error)) from error
            raise GoneError(say_why(error)) from error
        except TelegramError as error:
            refuse(error)

    async def forget_file(self, source: str) -> None:
        """Nothing: what Telegram keeps is its own."""
