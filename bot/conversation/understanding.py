"""Who may understand what is typed, in turn: the first that answers has it; None is not theirs.

The parts stand in the order in which one has to be ruled out before the next: an answer to our
question before an order, an order before a question, a question before a report, since a report's
reader finds something in nearly every sentence that names a task. Within a part the readers know
one another's wordings apart, and may stand in any order but where a line says why not.
"""

from collections.abc import Awaitable, Callable

from bot.conversation import answering
from bot.conversation.changing_mind import cancelling, dropping
from bot.conversation.directory import adding, agencies, aliases, collectives, merging
from bot.conversation.drafts import corrections, pasted, spoken_orders
from bot.conversation.office import (
    agreeing,
    amending,
    assigning,
    confirming,
    confirming_words,
    deciding,
    demanding,
    instructed,
    instructing,
    leading,
    naming,
    nudging,
    pausing,
    prolonging,
    prolonging_several,
    putting_back,
    receipts,
    urging,
)
from bot.conversation.people import (
    absence,
    absence_asked,
    absence_of,
    asked,
    choosing,
    inviting,
    leaving,
    staff,
)
from bot.conversation.questions import (
    asking,
    howto,
    of_evidence,
    of_persons,
    of_tasks,
    own_reminders,
)
from bot.conversation.reporting import evidence, instead, mistaken, reading_words, typed
from bot.conversation.rewording import english, leaning, orders, plan_rows
from bot.conversation.talk import Talk
from bot.ports import Outgoing

Typed = Callable[[Talk], Awaitable[Outgoing | None]]

FIRST: tuple[Typed, ...] = (
    pasted.on_words,  # a plan's text has words of every kind, "hủy" and "hoàn thành" among them
    spoken_orders.on_words,  # of a draft that is open here, whose rows' numbers are not tasks'
    dropping.on_words,  # "thôi" ends whatever is open: nothing behind may take it for an answer
    english.on_words,  # rewords, answers nothing: all behind read Vietnamese
    plan_rows.on_words,  # rewords too, a plan's own row number into a task's
)
"""What holds for any words, and what puts them as the others read them."""

ANSWERS: tuple[Typed, ...] = (
    confirming.reason_given,
    corrections.typed,
    collectives.on_words,  # before what takes one name for another
    merging.on_words,
    aliases.on_words,
    agencies.on_agency_words,
    adding.on_words,
    reading_words.on_words,
    answering.question_answered,
    instructed.on_reply,
    instructed.on_words,  # "trả lời chỉ đạo việc 6: đã rõ" names its task, before the two behind
    agreeing.on_words,  # under an instruction "đã rõ" answers that, and no task given before
    receipts.on_received_words,
)
"""Answers to what we asked or told last, and the directory, whose names hold any words."""

ORDERS: tuple[Typed, ...] = (
    confirming_words.on_words,  # "đồng ý 18": a completion that waits, else, behind, more time
    deciding.on_words,  # "đồng ý gia hạn 5": what was asked for, before time given unasked
    prolonging_several.on_words,
    prolonging.on_words,
    leading.on_words,  # "giao việc 11 cho Phòng Kinh tế": to no person, and no new task (behind)
    amending.on_words,  # "giao việc 6 Công an xã chủ trì, ...": no new task (`assigning`)
    demanding.on_words,
    putting_back.on_words,
    pausing.on_words,
    naming.on_words,  # "chị Hoa làm việc 2 đi" is given the task, not urged (`urging`)
    assigning.on_words,
    urging.on_words,  # by name; "chỉ đạo việc 3: làm ngay" of a head goes to the own officers
    instructing.on_words,
    nudging.on_words,
    mistaken.on_words,
    cancelling.on_words,
    absence_asked.on_words,
    absence.on_words,
    absence_of.on_words,
    choosing.on_words,
)
"""What is to be done, by who may order it, and what people say of themselves."""


async def _in_any_order(talk: Talk) -> Outgoing | None:
    """Orders in another order of words than their readers know."""
    return await orders.answer_each(talk, await orders.plain_orders(talk), ORDERS)


async def _several_orders(talk: Talk) -> Outgoing | None:
    """Several orders of the office in one message, each understood on its own."""
    readers = (*ORDERS, _in_any_order)
    return await orders.answer_each(talk, await orders.each_order(talk), readers)


ALL_ORDERS: tuple[Typed, ...] = (
    _several_orders,  # before who takes the second for the reason of the first
    *ORDERS,
    _in_any_order,  # what none of these knew, put as they know it
)

INSTEAD: tuple[Typed, ...] = (instead.on_words,)
"""A report of the office in an agency's stead: of what names a task and was no order."""

QUESTIONS: tuple[Typed, ...] = (
    leaning.on_words,  # rewords: "việc đó", "phòng đó" by what was spoken of
    howto.on_words,  # "muốn chỉ đạo thì làm thế nào" asks how, and not of any task
    own_reminders.on_words,
    of_persons.on_words,
    asked.on_words,
    of_evidence.on_words,
    of_tasks.on_words,
    leaving.on_words,
    inviting.on_words,  # "mời chị Mai làm thủ trưởng": nobody of the staff yet
    staff.on_words,
    asking.on_words,  # of all tasks: what none before took for one task, one person, one agency
)

REPORTS: tuple[Typed, ...] = (
    evidence.on_number_typed,  # a document's number alone; a report may hold one too
    typed.on_text,  # the rest, down to "chưa rõ ý đồng chí"
)

TYPED = (*FIRST, *ANSWERS, *ALL_ORDERS, *INSTEAD, *QUESTIONS, *REPORTS)
LONG = (*FIRST, *ANSWERS, *INSTEAD, *REPORTS)
"""Of what is longer than any order or question: a plan, an answer's words, a month's report."""
LONGEST_ORDER = 2000
"""In characters."""


def readers(text: str) -> tuple[Typed, ...]:
    """Who may understand a text, in turn."""
    return TYPED if len(text) <= LONGEST_ORDER else LONG
