"""The one place that joins everything: database, channels, conversation, jobs and web."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.routing import BaseRoute

from bot.channels.web.channel import Web
from bot.channels.web.routes import web_routes
from bot.clock import Clock
from bot.conversation.mornings.morning_facts import DueWords
from bot.conversation.router import answer
from bot.i18n import LOCALES, translator
from bot.ports import Channel, Incoming, RollUpPicture
from bot.serving import make_server, page_hosts, prepare
from bot.settings import Settings
from bot.telegram_bot import make_telegram, telegram_account
from db.engine import Database
from db.enums import FilePurpose
from db.lock import BotLock, ProgramLock
from db.migrate import upgrade
from jobs.claims import release_claims
from jobs.delivery import Sender
from jobs.inbox import handle_inbox, store_updates
from jobs.outbox import Hands
from jobs.polling import Polling
from jobs.pump import GRACE, Pump
from jobs.reading import Desk, release_files, take_in_files
from jobs.reminders import plan_reminders
from jobs.scheduler import build_scheduler
from jobs.together import Together
from jobs.wording import Said, word_digests, word_mornings
from reports.chart import draw_roll_up
from reports.legend import chart_words
from reports.load import load_roll_up

if TYPE_CHECKING:
    from bot.channels.telegram.channel import Telegram

Updates = list[tuple[str, dict[str, object]]]
"""Updates with their ids, as a platform sends them."""

GATHER = 0.03
"""Seconds in which answers gather: nobody sees them, and many go out for the price of few."""


class AlreadyRunningError(Exception):
    """Another program works on this SQLite file."""


class Program:
    """Everything that one process needs, put together; nothing runs until it is asked to."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or Clock(settings.clock_start)
        self.database = Database(settings.database)
        self.lock = ProgramLock(self.database.url)
        self.inbox = Pump("inbox", partial(self.handle_inbox, at_once=True))
        self.outbox = Pump("outbox", self.send_outbox, gather=GATHER)
        self.plans = Pump("plans", partial(self.take_in, FilePurpose.PLAN))
        self.evidence = Pump("evidence", partial(self.take_in, FilePurpose.EVIDENCE))
        self.web = Web(
            self.database, self.clock, self.inbox.wake, uploads=settings.folder / "uploads"
        )
        self.telegram = self._telegram()
        self.channels: dict[str, Channel] = {self.web.name: self.web}
        if self.telegram:
            self.channels[self.telegram.name] = self.telegram
        self.sender = Sender(
            self.database, self.channels, self.compose, self.draw, self.clock, settings.locale
        )
        self.hands = Hands(self.sender)
        self.desk = Desk(
            self.database,
            self.channels,
            self.clock,
            settings.folder / "reading",
            settings.locale,
            self.outbox.wake,
        )

    def _telegram(self) -> "Telegram | None":
        account = telegram_account(self.settings)
        if account is None:
            return None

        async def store(given: list[Updates]) -> None:
            updates = [update for some in given for update in some]
            await store_updates(self.database, "telegram", account, updates, now=self.clock.now())

        return make_telegram(self.settings, Together(store, "store").add, self.inbox.wake)

    # What the jobs do with all this.

    async def handle_inbox(self, *, at_once: bool = False) -> int:
        """Handle what came in, and see that the answers go out; `at_once` they need no claim."""

        def wake(incoming: Incoming | None) -> None:
            self.outbox.wake()
            if incoming and incoming.file:
                self.plans.wake()
                self.evidence.wake()

        return await handle_inbox(
            self.database,
            self.channels,
            self.answer,
            self.clock,
            wake,
            self.hands if at_once else None,
        )

    async def take_in(self, purpose: FilePurpose) -> int:
        """Fetch and read the files that people sent, and see that what came of it goes out."""
        taken = await take_in_files(self.desk, purpose)
        self.outbox.wake()
        return taken

    async def take_in_all(self) -> None:
        """Take in every file that waits."""
        for purpose in FilePurpose:
            await self.take_in(purpose)

    async def send_outbox(self) -> int:
        """Deliver what is due."""
        return await self.hands.send()

    async def answer(self, session: AsyncSession, incoming: Incoming, now: datetime) -> None:
        """One incoming message through the conversation."""
        await answer(
            session,
            incoming,
            now=now,
            default_locale=self.settings.locale,
            bot_name=self.telegram.known_name if self.telegram else None,
        )

    async def compose(
        self, session: AsyncSession, messages: Sequence[DueWords], now: datetime
    ) -> dict[int, Said]:
        """The texts of the messages of a day, to people and to groups, as things stand."""
        locale = self.settings.locale
        name = self.telegram.known_name if self.telegram else None
        to_groups = [message for message in messages if message.chat_id is not None]
        to_people = [message for message in messages if message.chat_id is None]
        said = await word_mornings(session, to_people, now=now, default_locale=locale)
        return said | await word_digests(
            session, to_groups, now=now, default_locale=locale, bot_name=name
        )

    async def draw(self, picture: RollUpPicture) -> bytes:
        """A roll-up's picture, drawn beside the event loop."""
        async with self.database.read() as session:
            figures = await load_roll_up(session, picture.committee_id, as_of=picture.as_of)
        words = chart_words(translator(picture.locale), figures)
        return await asyncio.to_thread(draw_roll_up, figures, words)

    async def tick(self) -> None:
        """Owe everybody what this moment asks for, and see that it goes out."""
        await plan_reminders(self.database, now=self.clock.now(), everywhere=False)
        self.outbox.wake()

    async def wake(self) -> None:
        """Look again at what waits for a retry."""
        for pump in self.pumps:
            pump.wake()

    @property
    def pumps(self) -> list[Pump]:
        """Everything that works while the program runs."""
        return [self.inbox, self.plans, self.evidence, self.outbox]

    # The ways to run.

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Program"]:
        """The database at its newest schema and the channels ready to send."""
        if self.database.url.get_backend_name() == "sqlite":
            self.settings.make_folder()
        await upgrade(self.database)
        for locale in LOCALES:
            translator(locale)  # compiled now, not while somebody waits for an answer
        if self.telegram:
            await self.telegram.open()
        try:
            yield self
        finally:
            if self.telegram:
                await self.telegram.close()
            self.web.close()
            self.lock.release()
            await self.database.close()

    async def work_off(self) -> None:
        """Do what the clock demands now: owe, handle, deliver; return when nothing is left."""
        await plan_reminders(self.database, now=self.clock.now())
        await self.handle_inbox()
        await self.take_in_all()
        await self.send_outbox()

    async def release(self) -> None:
        """Take up what a dead process had begun; only for who is alone on this database."""
        await release_claims(self.database)
        await release_files(self.desk)
        await self.web.uploads.tidy()

    async def tick_once(self) -> None:
        """One tick from a shell: do what the clock demands, and leave."""
        if self.lock.take() and self.lock.alone:
            await self.release()
        await self.work_off()

    async def run(self, host: str, port: int, more_routes: Sequence[BaseRoute] = ()) -> None:
        """Everything in one process, until a signal tells it to stop: what is on its way is ended.

        Raises `AlreadyRunningError` where another program works on this SQLite file.
        """
        if not self.lock.take():
            raise AlreadyRunningError
        if self.lock.alone:
            await self.release()
        routes = [*self.routes(host, demo=bool(more_routes)), *more_routes]
        server = make_server(routes, host, port)
        server.obey_signals()
        scheduler = build_scheduler(self.tick, self.wake)
        for pump in self.pumps:
            pump.start()
        scheduler.start()
        polling = self._polling()
        if polling:
            polling.start()
        elif self.telegram:
            await self.telegram.start()
        preparing = asyncio.create_task(prepare(), name="prepare")
        try:
            await self.tick()
            await server.serve()
        finally:
            preparing.cancel()
            scheduler.shutdown(wait=False)
            self.web.close()
            self.sender.stopping.set()
            if polling:
                await polling.stop()
            for pump in self.pumps:
                await pump.stop()
            await self.hands.finish(GRACE)

    def _polling(self) -> Polling | None:
        """What shares the bot with other processes; None where updates are posted to all."""
        if self.telegram is None or self.settings.telegram_mode == "webhook":
            return None
        return Polling(BotLock(self.database, self.telegram.account), self.telegram)

    def routes(self, host: str, *, demo: bool) -> list[BaseRoute]:
        """The page, and where Telegram posts its updates."""
        routes = web_routes(
            self.web,
            hosts=page_hosts(self.settings, host),
            zone=self.settings.zone,
            locale=self.settings.locale,
            demo=demo,
        )
        if self.telegram and self.settings.telegram_mode == "webhook":
            routes.append(self.telegram.webhook_route())
        return routes
