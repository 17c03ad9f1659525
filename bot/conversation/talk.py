"""One turn of a conversation: who says what, where, and what is known of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.i18n import Translator, translator
from bot.ports import Incoming, Outgoing
from bot.texts import reminders
from db.enums import OutboxKind, Role
from db.models import Agency, Chat, Committee, Membership, OutboxMessage, Person
from db.queries.absences import stood_in_for
from tasks.actor import Actor
from tasks.reminding import told_at
from tasks.rules import Standing

LARGEST_ID = 2**31 - 1
"""Ids are 32-bit numbers; a larger one was never ours."""


QUESTIONS = ("asked", "returning", "office", "correcting", "insisting", "reading", "renaming")
"""What we ask and is answered by what is typed next, by the name it is kept under."""
FILES = ("proving", "files")
"""The same, answered by a file, or about one."""

ANSWERS = "answers"
"""Under which a session keeps the answers that were owed in it."""

LAPSES = timedelta(hours=1)
"""A question is not answered any more by what is typed later than this."""
FORGOTTEN = timedelta(hours=12)
"""Nobody still means to answer it after this; then nothing is said of it."""


def read_id(text: str) -> int | None:
    """The id within a button's data; None where a tampered client sent something else."""
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(LARGEST_ID)):
        return None
    return int(text) if int(text) <= LARGEST_ID else None


@dataclass
class Talk:
    """One incoming message of a person we know, in one committee, within one transaction."""

    session: AsyncSession
    incoming: Incoming
    chat: Chat
    person: Person
    committee: Committee
    tr: Translator
    now: datetime
    default_locale: str
    bot_name: str | None = None
    """What the bot is called on Telegram, where it is there and that is known."""
    stood_in: tuple[Membership, ...] = ()
    """The roles in agencies of those for whom this person stands in today."""
    typed: str | None = None
    """The words as typed, where a plan's own number in them was replaced by ours."""
    lapsed_at: datetime | None = None
    """When a question was asked that this message comes too late to answer."""

    async def stand_in(self) -> None:
        """Look up for whom this person stands in today."""
        rows = await stood_in_for(self.session, self.committee.id, [self.person.id], self.today)
        self.stood_in = tuple(
            held
            for absence in rows
            for held in absence.person.memberships
            if held.committee_id == self.committee.id and held.agency_id
        )

    @property
    def zone(self) -> ZoneInfo:
        """The committee's time zone."""
        return ZoneInfo(self.committee.timezone)

    @property
    def today(self) -> date:
        """The committee's local day."""
        return self.now.astimezone(self.zone).date()

    @property
    def standing(self) -> Standing:
        """This person's roles in this committee; a stand-in reports for an agency as an officer."""
        reports = frozenset((Role.OFFICER, held.agency_id) for held in self.stood_in)
        return Standing(
            reports
            | frozenset(
                (membership.role, membership.agency_id)
                for membership in self.person.memberships
                if membership.committee_id == self.committee.id
            )
        )

    @property
    def actor(self) -> Actor:
        """This person, as who changes something now."""
        return Actor(self.person, self.standing, self.now, self.today)

    @property
    def agencies(self) -> list[Agency]:
        """The agencies this person reports for here, each once, by name."""
        found = {
            membership.agency.id: membership.agency
            for membership in (*self.person.memberships, *self.stood_in)
            if membership.committee_id == self.committee.id and membership.agency
        }
        return sorted(found.values(), key=lambda agency: agency.name)

    @property
    def agency_names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(agency.name for agency in self.agencies)

    def remember(self, **kept: Any) -> None:
        """Keep something for this chat's next message; None forgets it."""
        dialogue = dict(self.chat.dialogue or {})
        dialogue.update(kept)
        if any(kept.get(name) is not None for name in (*QUESTIONS, *FILES)):
            dialogue["asked_at"] = self.now.isoformat()
        left = {key: value for key, value in dialogue.items() if value is not None}
        if left != (self.chat.dialogue or {}):
            self.chat.dialogue = left

    def put_aside(self) -> None:
        """A question of ours is answered by what is typed next, or not any more.

        Kept are a correction that was refused, for the button that insists on it, and files that
        wait to be told their task.
        """
        self.remember(**dict.fromkeys({*QUESTIONS, "proving"} - {"insisting"}))

    def lapse(self) -> None:
        """Put an old question aside: what is typed now is taken on its own."""
        asked_at = self.recall("asked_at")
        open_ones = [name for name in (*QUESTIONS, *FILES) if self.recall(name)]
        if asked_at is None or not open_ones:
            return
        at = datetime.fromisoformat(asked_at)
        if self.now - at <= LAPSES:
            return
        self.remember(asked_at=None, **dict.fromkeys(open_ones))
        if self.now - at <= FORGOTTEN:
            self.lapsed_at = at

    def recall(self, key: str) -> Any:
        """What was kept under a name, or None."""
        return (self.chat.dialogue or {}).get(key)

    def others(self, people: Iterable[Person]) -> list[Person]:
        """These people, each once, but for the one who speaks, who is answered."""
        return [one for one in dict.fromkeys(people) if one.id != self.person.id]

    def words_for(self, person: Person) -> Translator:
        """The language of somebody else."""
        return translator(person.locale or self.default_locale)

    def keep_today(self, name: str, kept: dict[str, Any]) -> None:
        """Keep what waits for a press, for the day on which it was said and no longer."""
        self.remember(**{name: {**kept, "day": self.today.isoformat()}})

    def kept_today(self, name: str) -> dict[str, Any]:
        """What waits for a press since today; empty where nothing does."""
        kept = self.recall(name) or {}
        return kept if kept.get("day") == self.today.isoformat() else {}

    async def tell(self, person: Person, outgoing: Outgoing) -> None:
        """Queue a notice to somebody else of the committee."""
        query = select(Membership.committee_id).where(Membership.person_id == person.id).distinct()
        if len((await self.session.scalars(query)).all()) > 1:
            outgoing = name_committee(self.words_for(person), self.committee, outgoing)
        queue_notice(self.session, self.committee, person, outgoing, now=self.now)


def translator_of(person: Person | None, chat: Chat | None, default: str) -> Translator:
    """The language of a person, else of their chat, else the program's own."""
    chosen = (person and person.locale) or (chat and chat.language) or default
    return translator(chosen)


def name_committee(tr: Translator, committee: Committee, outgoing: Outgoing) -> Outgoing:
    """A message that names its committee, for people who belong to several."""
    if committee.name in outgoing.text:
        return outgoing
    named = reminders.of_committee(tr, committee=committee.name)
    return replace(outgoing, blocks=(*outgoing.blocks, named))


def queue_answer(
    session: AsyncSession,
    chat: Chat,
    outgoing: Outgoing,
    committee: Committee | None,
    *,
    now: datetime,
) -> None:
    """Owe a chat an answer."""
    message = OutboxMessage(
        committee_id=committee.id if committee else None,
        chat_id=chat.id,
        kind=OutboxKind.ANSWER,
        body=outgoing.to_json(),
        queued_at=now,
        next_at=now,
    )
    session.add(message)
    session.info.setdefault(ANSWERS, []).append((message, chat))


def answers_owed(session: AsyncSession) -> list[tuple[OutboxMessage, Chat]]:
    """The answers owed in this session since it was last asked, each with its chat."""
    owed: list[tuple[OutboxMessage, Chat]] = session.info.pop(ANSWERS, [])
    return owed


def queue_notice(
    session: AsyncSession,
    committee: Committee,
    person: Person,
    outgoing: Outgoing,
    *,
    now: datetime,
) -> None:
    """Owe a person a notice, after their quiet hours; the chat is chosen when it is sent."""
    session.add(
        OutboxMessage(
            committee_id=committee.id,
            person_id=person.id,
            kind=OutboxKind.NOTICE,
            body=outgoing.to_json(),
            queued_at=now,
            next_at=told_at(person, committee, now),
        )
    )
