"""Receiving from Telegram: by polling or by a webhook, from the start to the end of the program."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from starlette.routing import Route
from telegram import BotCommand, BotCommandScopeAllGroupChats, Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from bot.channels.telegram.order import InOrder
from bot.channels.telegram.webhook import WEBHOOK_PATH, webhook_route
from bot.channels.telegram.wire import InboxRequest, Outage, Payload, QuietBot, say_why, slim

log = logging.getLogger(__name__)

Store = Callable[[list[tuple[str, Payload]]], Awaitable[None]]
"""Keeps updates, each under its id, once: an id that is there already is no error."""

Command = tuple[str, str, str]
"""A command's name, what it does in Vietnamese, and in English."""

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds of updates we ask for: https://core.telegram.org/bots/api#update."""

POLL = timedelta(seconds=25)
"""How long Telegram holds a poll open; proxies often cut at 30 to 60 s."""

STOP_SECONDS = 2.0
"""How long the polling may take to end by itself; the library does not wake it after an error."""

FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
"""Seconds between two attempts to start, doubled from the first to the longest."""

ANSWER_SECONDS = 3.0
"""How long the answer to a button press may take before it is given up."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where updates go before Telegram is told that we have them, and who is woken then.

    What people of a group say to each other is not kept at all.
    """

    store: Store | None
    wake: Callable[[], None]
    overheard: Callable[[Payload], bool]

    async def keep(self, updates: Sequence[Payload]) -> None:
        """Return when all are stored; raises what the store raises."""
        if self.store is None:
            raise RuntimeError("a channel without a store cannot receive")
        kept = [update for update in updates if not self.overheard(update)]
        if kept:
            await self.store([(str(update["update_id"]), update) for update in kept])
            self.wake()


@dataclass(frozen=True, slots=True)
class Way:
    """How updates come: fetched by us, or posted to our public address, with a secret."""

    mode: Literal["polling", "webhook"] = "polling"
    public_url: str = ""
    secret: str = ""

    def __post_init__(self) -> None:
        if self.mode == "webhook" and not (self.public_url and self.secret):
            raise ValueError("a webhook needs the public address and a secret")


class Receiver:
    """Starts and stops the library's application, which polls and acknowledges button presses."""

    def __init__(
        self,
        bot: QuietBot,
        request: InboxRequest,
        inbox: Inbox,
        outage: Outage,
        way: Way,
        commands: Sequence[Command],
        in_groups: Sequence[Command],
    ) -> None:
        self._bot = bot
        self._request = request
        self._inbox = inbox
        self._outage = outage
        self._way = way
        self._menus = {None: commands, BotCommandScopeAllGroupChats(): in_groups}
        builder = Application.builder().bot(bot).job_queue(None)
        if way.mode == "webhook":
            builder.updater(None)
        self._application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
        self._application.add_handler(CallbackQueryHandler(on_press, block=False))
        self._starting: asyncio.Task[None] | None = None
        self._order = InOrder()

    def start(self) -> None:
        """Begin in the background, and go on trying while Telegram is out of reach."""
        if self._inbox.store is None:
            raise RuntimeError("a channel without a store cannot receive")
        self._request.closing = False
        self._starting = asyncio.create_task(self._keep_starting(), name="telegram-start")

    async def pause(self) -> None:
        """End receiving within seconds, and be ready to start again.

        What is not confirmed by then comes again, to us or to who receives next.
        """
        self._request.closing = True
        if self._starting:
            self._starting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._starting
            self._starting = None
        updater = self._application.updater
        if updater and updater.running:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(updater.stop(), STOP_SECONDS)

    async def stop(self) -> None:
        """End receiving for good."""
        await self.pause()
        if self._application.running:
            await self._application.stop()
        await self._application.shutdown()

    def webhook_route(self) -> Route:
        """The route that Telegram posts updates to."""
        return webhook_route(self._way.secret, self._receive)

    async def _keep_starting(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                await self._try_starting()
            except TelegramError as error:
                self._outage.begin(say_why(error))
            except Exception:
                log.exception(
                    "Receiving from Telegram cannot start", extra={"action": "telegram_broken"}
                )
                return
            else:
                self._outage.end()
                log.info("Receiving from Telegram", extra={"action": "telegram_started"})
                return
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)

    async def _try_starting(self) -> None:
        """Take every step not yet taken; the others do no harm twice."""
        await self._application.initialize()
        if not self._application.running:
            await self._application.start()
        updater = self._application.updater
        if updater is None:
            await self._bot.set_webhook(
                self._way.public_url.rstrip("/") + WEBHOOK_PATH,
                secret_token=self._way.secret,
                allowed_updates=WANTED,
            )
        elif not updater.running:
            await updater.start_polling(
                timeout=POLL,
                allowed_updates=WANTED,
                bootstrap_retries=-1,
                error_callback=say_nothing,
            )
        for scope, commands in self._menus.items():
            if commands:
                vietnamese = [BotCommand(name, words) for name, words, _ in commands]
                english = [BotCommand(name, words) for name, _, words in commands]
                await self._bot.set_my_commands(vietnamese, scope)
                await self._bot.set_my_commands(english, scope, language_code="en")

    async def _receive(self, updates: Sequence[Payload]) -> None:
        """Keep posted updates in their order, then give the library what a poll would have."""
        for update in updates:
            await self._order.turn(update["update_id"])
        await self._inbox.keep(updates)
        for update in updates:
            if "callback_query" in update:
                press = Update.de_json(slim(update), self._bot)
                self._application.update_queue.put_nowait(press)


async def on_press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Take the waiting sign from the button; what fails here, say for being late, is no harm.

    https://core.telegram.org/bots/api#callbackquery: the sign stays until the answer.
    """
    if update.callback_query:
        with contextlib.suppress(TelegramError):
            await update.callback_query.answer(
                read_timeout=ANSWER_SECONDS, connect_timeout=ANSWER_SECONDS
            )


def say_nothing(error: TelegramError) -> None:
    """The library's word on a failed poll; the request has said it already, and once."""
