"""What a bound group says to us in words: its readers, asked in turn until one understands."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.conversation.answering import is_order
from bot.conversation.groups import reporting, viewing
from bot.conversation.groups.call import Call
from bot.conversation.listening.mentions import flatten
from bot.conversation.people.absence_asked import asks_who_is_away
from bot.conversation.people.absence_words import says_away
from bot.conversation.questions import of_tasks
from bot.conversation.questions.own_reminders import asks_why
from bot.conversation.replies import Reply, read_reply
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import NUMBER
from bot.ports import Outgoing
from bot.texts import groups as texts
from db.models import GroupBinding

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


@dataclass(frozen=True)
class Words:
    """What was said to us in a group, as its readers see it; `looks` sees what the group may."""

    call: Call
    looks: Talk
    binding: GroupBinding
    text: str

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """What it says of tasks; "nhầm, 40%" puts the new figure behind the old one."""
        read = read_reply(self.text, today=self.looks.today)
        return tuple(replace(one, undo=one.undo and one.percent is None) for one in read)

    @property
    def told(self) -> tuple[Reply, ...]:
        """What it reports."""
        return tuple(reply for reply in self.replies if reporting.tells(reply))

    @property
    def asked(self) -> list[int]:
        """The tasks that it asks about by number."""
        return [one.task for one in self.replies if one.ask == "task" and one.task is not None]

    @property
    def reports(self) -> bool:
        """Whether it is a report, and nothing else."""
        return len(self.told) == len(self.replies)

    def for_private(self) -> Outgoing:
        """That this is for the private chat."""
        return Outgoing((texts.in_private(self.looks.tr, bot=self.call.bot_name),))

    def unclear(self) -> Outgoing | None:
        """That it was not understood, to who called us by name."""
        if not self.call.group.by_name:
            return None
        return Outgoing((texts.not_understood(self.looks.tr, bot=self.call.bot_name),))


async def understand(call: Call, looks: Talk, binding: GroupBinding, text: str) -> Outgoing | None:
    """The answer to what is said in a group; None where none is owed."""
    if not text:
        return await viewing.on_help(looks, binding)
    words = Words(call, looks, binding, text)
    if len(text) > LONGEST:
        return words.unclear()
    for read in READERS:
        if (answer := await read(words)) is not None:
            return answer
    return None if words.replies[0].ack else words.unclear()


async def _bare_number(words: Words) -> Outgoing | None:
    bare = NUMBER.fullmatch(words.text)
    return await viewing.numbered(words.looks, int(bare[1])) if bare else None


async def _for_one_person(words: Words) -> Outgoing | None:
    text = words.text
    of_people = says_away(text) or asks_who_is_away(text) or asks_why(text)
    private = is_order(text) or of_people
    return words.for_private() if private or PRIVATE.match(flatten(text)) else None


async def _question_of_tasks(words: Words) -> Outgoing | None:
    return await of_tasks.on_words(words.looks)


async def _tasks_asked(words: Words) -> Outgoing | None:
    """Tasks that are asked about by number, beside what is reported of others."""
    if words.told and words.asked:
        recorded = await _record(words, words.told)
        shown = await of_tasks.stand(words.looks, words.asked)
        return replace(recorded, blocks=(*recorded.blocks, *shown.blocks))
    return await of_tasks.stand(words.looks, words.asked) if len(words.asked) > 1 else None


async def _report_under_ours(words: Words) -> Outgoing | None:
    answers = words.reports and words.call.incoming.reply_to
    return await _record(words, words.replies) if answers else None


async def _indicators(words: Words) -> Outgoing | None:
    if not NUMBERS.match(flatten(words.text)):
        return None
    return await viewing.indicators(words.looks, words.binding)


async def _inquiry(words: Words) -> Outgoing | None:
    inquiry = await viewing.inquiry_in(words.looks, words.text)
    return await viewing.answer(words.looks, words.binding, inquiry) if inquiry else None


async def _question(words: Words) -> Outgoing | None:
    """What a reply's reader takes for a question."""
    reply, looks, binding = words.replies[0], words.looks, words.binding
    if reply.ask is None:
        return None
    if reply.ask == "help":
        return await viewing.on_help(looks, binding)
    if reply.task is not None:
        return await viewing.numbered(looks, reply.task)
    if reply.ask in ("summary", "overdue"):
        return await viewing.summary(looks, binding)
    return await viewing.listed(looks, binding)


async def _report(words: Words) -> Outgoing | None:
    return await _record(words, words.replies) if words.reports else None


async def _wish(words: Words) -> Outgoing | None:
    if all(map(reporting.is_plain, words.replies)):
        return None
    beside = any(reporting.is_plain(one) and one.task is not None for one in words.told)
    return await _record(words, words.replies) if beside else words.for_private()


async def _record(words: Words, replies: tuple[Reply, ...]) -> Outgoing:
    return await reporting.report_words(words.call, words.looks, words.text, replies)


READERS: tuple[Callable[[Words], Awaitable[Outgoing | None]], ...] = (
    _bare_number,  # "18"
    _for_one_person,  # "giao Phòng Kinh tế ...", "mai em nghỉ phép"
    _question_of_tasks,  # "việc 18 đến đâu rồi"
    _tasks_asked,  # "việc 18 xong, việc 20 đến đâu rồi"
    _report_under_ours,  # "xong rồi", in answer to a card
    _indicators,  # "chỉ tiêu nào chưa đạt"
    _inquiry,  # "Phòng Kinh tế chậm việc gì": of all tasks, before what reads a report into it
    _question,  # "tổng hợp giúp"
    _report,  # "18 xong"
    _wish,  # "xin gia hạn 18": asked about and decided where one person answers
)
"""Asked in this order."""
