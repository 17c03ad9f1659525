"""What a bound group asks or says to us: by a command, by a button, or in `words`."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation.groups import reporting, viewing
from bot.conversation.groups.call import Call
from bot.conversation.groups.words import understand
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk
from bot.conversation.tasks import lists
from bot.conversation.tasks.found import task_of_button
from bot.ports import Outgoing
from bot.texts import common
from bot.texts import groups as texts
from bot.texts.people.entering import IN_GROUPS
from db.models import GroupBinding

Command = Callable[[Talk, GroupBinding, str], Awaitable[Outgoing]]

COMMANDS: dict[str, Command] = {
    "tonghop": viewing.summary,
    "viec": viewing.listed,
    "chitieu": viewing.indicators,
    "trogiup": viewing.on_help,
    "help": viewing.on_help,
    "start": viewing.on_help,
}
"""What a group may ask for; everything else there is belongs in a private chat."""

SHOWN = ("task", "list", "undo", *reporting.PRESSED)
"""The buttons that a group gets under a message; a press of any other is a forgery."""


async def answer_command(
    call: Call, binding: GroupBinding, name: str, argument: str
) -> Outgoing | None:
    """The answer to a command; None for one that may be another bot's."""
    if not call.group.by_name and name not in IN_GROUPS:
        return None
    looks, command = viewing.view(call, binding), COMMANDS.get(name)
    if command is not None:
        return for_group(await command(looks, binding, argument))
    return Outgoing((texts.in_private(looks.tr, bot=call.bot_name),))


async def answer_words(call: Call, binding: GroupBinding, text: str) -> Outgoing | None:
    """The answer to what was said to us by name, or in answer to our message.

    None for thanks, and for an answer that says nothing to us: under a digest or a card people
    talk to each other.
    """
    looks = viewing.view(call, binding)
    unkept = texts.files_in_private(looks.tr, bot=call.bot_name)
    if call.incoming.file is not None and not text:
        return Outgoing((unkept,))
    outgoing = await understand(call, looks, binding, text)
    if outgoing is None:
        return None
    if call.incoming.file is not None:
        outgoing = replace(outgoing, blocks=(*outgoing.blocks, unkept))
    return for_group(outgoing)


async def answer_press(call: Call, binding: GroupBinding, data: str) -> Outgoing:
    """The answer to a button, pressed by whoever is in the group."""
    looks = viewing.view(call, binding)
    try:
        return for_group(await _pressed(call, looks, binding, data))
    except StaleButtonError:
        return Outgoing((common.old_button(looks.tr),))


async def _pressed(call: Call, looks: Talk, binding: GroupBinding, data: str) -> Outgoing:
    verb, _, argument = data.partition(":")
    if verb == "undo":
        return await reporting.undo(call, looks, argument)
    if verb == "list" and binding.agency_id is not None:
        return await lists.on_turn(looks, argument)
    now_task = await task_of_button(looks, argument)
    if verb not in SHOWN or now_task is None:
        raise StaleButtonError
    if verb == "task":
        return await viewing.card(looks, now_task)
    return await reporting.report_press(call, looks, now_task, verb)


def for_group(outgoing: Outgoing) -> Outgoing:
    """A message without the buttons that would do something in nobody's name in particular."""
    rows = [
        tuple(choice for choice in row if choice.data.partition(":")[0] in SHOWN)
        for row in outgoing.choices
    ]
    return replace(outgoing, choices=tuple(row for row in rows if row), file=None)
