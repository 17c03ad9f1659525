"""What a bound group asks or says to us, in words, by a command or by a button."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation.answering import is_order
from bot.conversation.groups import reporting, viewing
from bot.conversation.groups.call import Call
from bot.conversation.listening.mentions import flatten
from bot.conversation.old_buttons.since import StaleButtonError
from bot.conversation.people.absence_words import says_away
from bot.conversation.questions import of_tasks
from bot.conversation.replies import Reply, read_reply
from bot.conversation.talk import Talk
from bot.conversation.tasks import lists
from bot.conversation.tasks.context import NUMBER
from bot.conversation.tasks.found import task_of_button
from bot.ports import Outgoing
from bot.texts import common
from bot.texts import groups as texts
from bot.texts.people.entering import IN_GROUPS
from db.models import GroupBinding

Command = Callable[[Talk, GroupBinding, str], Awaitable[Outgoing]]

NUMBERS = re.compile(r"(?:(?:cho|xem|cac|danh sach|tinh hinh|so lieu) )*chi tieu\b")
""" "Chỉ tiêu nào chưa đạt?", over flattened text."""
PRIVATE = re.compile(
    r"(?:de nghi |xin )?giao (?:viec |nhiem vu |cho )*(?:phong|ban|cong an|trung tam|van phong|"
    r"uy ban|doan|hoi|anh|chi|dong chi)\b"
    r"|(?:cho |xin |hoi )*(?:so )?(?:dien thoai|sdt|dt|zalo|dia chi)\b"
)
""" "Giao Phòng Kinh tế ...", "điện thoại của chị Hoa": nobody's before a whole group; flattened."""
LONGEST = 1000
"""Characters of a message that are still read: what is said in a group is short."""


async def on_help(looks: Talk, binding: GroupBinding, argument: str = "") -> Outgoing:
    """/trogiup: what one can do in this group."""
    agency = binding.agency.name if binding.agency else None
    return Outgoing(texts.help_lines(looks.tr, agency=agency, bot=looks.bot_name))


COMMANDS: dict[str, Command] = {
    "tonghop": viewing.summary,
    "viec": viewing.listed,
    "chitieu": viewing.indicators,
    "trogiup": on_help,
    "help": on_help,
    "start": on_help,
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
    outgoing = await _understood(call, looks, binding, text)
    if outgoing is None:
        return None
    if call.incoming.file is not None:
        outgoing = replace(outgoing, blocks=(*outgoing.blocks, unkept))
    return for_group(outgoing)


async def _understood(call: Call, looks: Talk, binding: GroupBinding, text: str) -> Outgoing | None:
    if not text:
        return await on_help(looks, binding)
    if len(text) > LONGEST:
        return _unclear(call, looks)
    if bare := NUMBER.fullmatch(text):
        return await viewing.numbered(looks, int(bare[1]))
    if is_order(text) or says_away(text) or PRIVATE.match(flatten(text)):
        return Outgoing((texts.in_private(looks.tr, bot=call.bot_name),))
    if asked := await of_tasks.on_words(looks):
        return asked
    replies = read_reply(text, today=looks.today)
    told = tuple(reply for reply in replies if reporting.says_progress(reply))
    numbers = [one.task for one in replies if one.ask == "task" and one.task is not None]
    if told and numbers:
        recorded = await reporting.report_words(call, looks, text, told)
        shown = await of_tasks.stand(looks, numbers)
        return replace(recorded, blocks=(*recorded.blocks, *shown.blocks))
    if len(numbers) > 1:
        return await of_tasks.stand(looks, numbers)
    reports = all(reporting.says_progress(reply) for reply in replies)
    if reports and call.incoming.reply_to:
        return await reporting.report_words(call, looks, text, replies)
    if NUMBERS.match(flatten(text)):
        return await viewing.indicators(looks, binding)
    if inquiry := await viewing.inquiry_in(looks, text):
        return await viewing.answer(looks, binding, inquiry)
    if replies[0].ask is not None:
        return await _asked(looks, binding, replies[0])
    if reports:
        return await reporting.report_words(call, looks, text, replies)
    if not all(reporting.is_plain(reply) for reply in replies):
        return Outgoing((texts.in_private(looks.tr, bot=call.bot_name),))
    return None if replies[0].ack else _unclear(call, looks)


async def _asked(looks: Talk, binding: GroupBinding, reply: Reply) -> Outgoing:
    if reply.ask == "help":
        return await on_help(looks, binding)
    if reply.task is not None:
        return await viewing.numbered(looks, reply.task)
    if reply.ask in ("summary", "overdue"):
        return await viewing.summary(looks, binding)
    return await viewing.listed(looks, binding)


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


def _unclear(call: Call, looks: Talk) -> Outgoing | None:
    if not call.group.by_name:
        return None
    return Outgoing((texts.not_understood(looks.tr, bot=call.bot_name),))


def for_group(outgoing: Outgoing) -> Outgoing:
    """A message without the buttons that would do something in nobody's name in particular."""
    rows = [
        tuple(choice for choice in row if choice.data.partition(":")[0] in SHOWN)
        for row in outgoing.choices
    ]
    return replace(outgoing, choices=tuple(row for row in rows if row), file=None)
