"""Which conversation an incoming message belongs to: whose it is, and its way to `handlers`."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation import refusing
from bot.conversation.arriving import (
    chat_of,
    code_in,
    committee_of,
    committees_of,
    picked_by_label,
    picked_by_number,
)
from bot.conversation.changing_mind.edited import on_edited
from bot.conversation.drafts import intake
from bot.conversation.groups.answer import answer_group
from bot.conversation.handlers import BUTTONS, COMMANDS
from bot.conversation.listening.commands import COMMAND, read_command
from bot.conversation.menu import with_menu
from bot.conversation.old_buttons import answer_stale
from bot.conversation.people import entering, joining
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, name_committee, queue_answer, translator_of
from bot.conversation.tasks.found import NoSuchTaskError
from bot.conversation.understanding import readers
from bot.i18n import Translator
from bot.ports import Incoming, Outgoing
from bot.texts import unclear
from bot.texts.reporting import said_back
from db.models import Chat, Person
from tasks.errors import NotYourRoleError


async def answer(
    session: AsyncSession,
    incoming: Incoming,
    *,
    now: datetime,
    default_locale: str,
    bot_name: str | None = None,
) -> None:
    """Do what an incoming message asks, and owe its answer; the caller commits both together.

    `bot_name` is what the bot is called on Telegram, for links to it.
    Never raises for anything a person can type or press.
    """
    if incoming.group is not None:
        await answer_group(
            session,
            incoming,
            incoming.group,
            now=now,
            default_locale=default_locale,
            bot_name=bot_name,
        )
        return
    chat = await chat_of(session, incoming, now=now)
    await _answer_in(session, chat, incoming, now, default_locale, bot_name)
    chat.heard_at = now


async def _answer_in(
    session: AsyncSession,
    chat: Chat,
    incoming: Incoming,
    now: datetime,
    default_locale: str,
    bot_name: str | None,
) -> None:
    """What is said in a person's own chat."""
    tr = translator_of(chat.person, chat, default_locale)
    incoming = await picked_by_number(session, chat, incoming)
    incoming = await picked_by_label(session, chat, incoming)
    command = COMMAND.fullmatch(incoming.text.strip()) if incoming.button is None else None
    code = None if incoming.edited else code_in(command, chat, incoming)
    if code:
        await _come_in(session, chat, incoming, code, tr=tr, now=now, default=default_locale)
        return
    if chat.person is None or not chat.person.memberships:
        if incoming.edited:
            return
        stranger = await joining.answer_stranger(session, chat, incoming, tr, now=now)
        queue_answer(session, chat, stranger, None, now=now)
        return
    committee, again = await committee_of(session, chat, incoming)
    if committee is None:
        queue_answer(session, chat, entering.ask_committee(tr, chat.person), None, now=now)
        return
    talk = Talk(session, again, chat, chat.person, committee, tr, now, default_locale)
    talk.bot_name = bot_name
    await talk.stand_in()
    outgoing = await _handle(talk)
    if outgoing is not None:
        if len(committees_of(chat.person)) > 1:
            outgoing = name_committee(talk.tr, committee, outgoing)
        outgoing = with_menu(chat, talk.tr, outgoing)
        queue_answer(session, chat, outgoing, committee, now=now)


async def _handle(talk: Talk) -> Outgoing | None:
    try:
        return await _by_kind(talk)
    except StaleButtonError as stale:
        return await answer_stale(talk, stale)
    except NotYourRoleError as refusal:
        return await refusing.answer_refused(talk, refusal)


async def _by_kind(talk: Talk) -> Outgoing | None:
    """A button, a command, a file or words, each to who answers it."""
    incoming = talk.incoming
    bare = not (incoming.reply_to or incoming.file)
    command = None if incoming.edited else read_command(incoming.text, COMMANDS, bare=bare)
    if incoming.button is not None or command:
        talk.put_aside()
    if incoming.button is not None:
        verb, _, argument = incoming.button.partition(":")
        handler = BUTTONS.get(verb)
        if handler is None:
            raise StaleButtonError
        return await handler(talk, argument)
    if command:
        name, argument = command
        handler = COMMANDS.get(name)
        if handler is None:
            return await entering.on_help(talk)
        return await handler(talk, argument)
    if incoming.edited:
        return await on_edited(talk)
    talk.lapse()
    if incoming.file is None and not incoming.text.strip():
        return Outgoing((unclear.wordless(talk.tr),))
    if incoming.file is not None:
        return await intake.on_file(talk, _on_words)
    return await _on_words(talk)


async def _on_words(talk: Talk) -> Outgoing | None:
    """What is typed, by the first who understands it."""
    try:
        for understand in readers(talk.incoming.text):
            outgoing = await understand(talk)
            if outgoing is not None:
                return outgoing
    except NoSuchTaskError as none:
        return Outgoing((said_back.no_such_task(talk.tr, number=none.number),))
    return None


async def _come_in(
    session: AsyncSession,
    chat: Chat,
    incoming: Incoming,
    code: str,
    *,
    tr: Translator,
    now: datetime,
    default: str,
) -> None:
    result = await entering.redeem(session, chat, incoming, code, tr=tr, now=now)
    if isinstance(result, Outgoing):
        queue_answer(session, chat, result, None, now=now)
        return
    person: Person = result.person
    talk = Talk(session, incoming, chat, person, result.committee, tr, now, default)
    talk.remember(committee=result.committee_id)
    outgoing = with_menu(chat, tr, await entering.welcome(talk, result))
    queue_answer(session, chat, outgoing, result.committee, now=now)
