"""One thing meant for us in a group: where, by whom, what the group is bound to."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.talk import queue_answer
from bot.i18n import Translator, translator
from bot.ports import Incoming, InGroup, Outgoing
from bot.texts import groups as texts
from db.models import Chat, GroupBinding, Person
from db.queries.people import chat_at


@dataclass
class Call:
    """A message or a press in a group, within one transaction; `binding` is None in an unbound."""

    session: AsyncSession
    incoming: Incoming
    group: InGroup
    chat: Chat
    binding: GroupBinding | None
    now: datetime
    default_locale: str
    bot_name: str | None

    @property
    def tr(self) -> Translator:
        """The group's language: that of whoever bound it; before that, of whoever speaks."""
        if self.binding is None:
            return translator(self.incoming.language or self.default_locale)
        return words_of(self.binding, self.default_locale)

    async def sender(self) -> Person | None:
        """Who speaks, by their private chat with us; None for strangers and the anonymous."""
        if self.group.sender is None:
            return None
        private = await chat_at(self.session, self.incoming.channel, self.group.sender)
        return private.person if private else None

    def reply(self, outgoing: Outgoing | None) -> None:
        """Owe the group an answer, in the topic it was called from; None: nothing is said."""
        if outgoing is None:
            return
        committee = self.binding.committee if self.binding else None
        answer = replace(outgoing, spot=self.group.spot)
        queue_answer(self.session, self.chat, answer, committee, now=self.now)


def words_of(binding: GroupBinding, default: str) -> Translator:
    """The language that a bound group is spoken to in: that of whoever bound it."""
    return translator(binding.binder.locale or default)


def whose(tr: Translator, binding: GroupBinding) -> str:
    """What a group is bound to, by name."""
    agency = binding.agency.name if binding.agency else None
    return texts.whose(tr, committee=binding.committee.name, agency=agency)
