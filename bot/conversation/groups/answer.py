"""What comes from a group: what happened to us there, a code, a call."""

import re
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.conversation.arriving import chat_of
from bot.conversation.groups.binding import connect
from bot.conversation.groups.call import Call
from bot.conversation.groups.calling import answer_command, answer_press, answer_words
from bot.conversation.groups.turns import PATIENCE, lost, moved, tell_how
from bot.ports import Incoming, InGroup, Turn
from db.queries.groups import binding_of
from tasks.groups import keep_title

COMMAND = re.compile(r"/(\w+)(?:\s+(.*))?", re.DOTALL)
CONNECTING = "ketnoi"
"""The command that brings a code."""
STARTING = "start"
"""What Telegram sends with the code when a link adds us; to no bot by name, it is anybody's."""


async def answer_group(
    session: AsyncSession,
    incoming: Incoming,
    group: InGroup,
    *,
    now: datetime,
    default_locale: str,
    bot_name: str | None,
) -> None:
    """Do what comes from a group, and owe it an answer where it called us.

    Never raises for anything that people there can say or press.
    """
    if group.turn is Turn.MOVED:
        if group.moved_to:
            await moved(session, incoming, group.moved_to, now=now)
        return
    chat = await chat_of(session, incoming, now=now)
    if group.turn is Turn.LEFT:
        await lost(session, chat, default_locale=default_locale, now=now)
        chat.gone_at, chat.dialogue = now, None
        return
    binding = await binding_of(session, chat.id)
    if binding is not None:
        keep_title(binding, group.title)
    call = Call(session, incoming, group, chat, binding, now, default_locale, bot_name)
    if group.turn is Turn.CAME:
        if binding is None:
            tell_how(call, wait=PATIENCE)
        return
    command = COMMAND.fullmatch(incoming.text.strip()) if incoming.button is None else None
    name, argument = (command[1].lower(), (command[2] or "").strip()) if command else ("", "")
    connects = name == CONNECTING or (name == STARTING and group.by_name)
    if connects and argument:
        await connect(call, argument)
    elif binding is None:
        if group.by_name:
            tell_how(call)
    elif incoming.button is not None:
        call.reply(await answer_press(call, binding, incoming.button))
    elif command:
        call.reply(await answer_command(call, binding, name, argument))
    else:
        call.reply(await answer_words(call, binding, incoming.text.strip()))
