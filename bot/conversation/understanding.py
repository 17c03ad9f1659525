"""Who may understand what is typed, in turn: the first that answers has it; None is not theirs.

The parts stand in the order in which one has to be ruled out before the next: an answer to our
question before an order, an order before a question, a question before a report, since a report's
reader finds something in nearly every sentence that names a task. Within a part the readers know
one another's wordings apart, and may stand in any order but where a line says why not.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

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
from bot.conversation.questions import asking, howto, of_persons, of_tasks, own_reminders
from bot.conversation.reporting import evidence, instead, mistaken, reading_words, typed
from bot.conversation.rewording import english, leaning, orders, plan_rows
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts import unclear

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


async def several_orders(talk: Talk) -> Outgoing | None:
    """Several orders of the office in one message, each understood on its own."""
    return await _each(talk, await orders.each_order(talk), ORDERS[1:])


async def in_any_order(talk: Talk) -> Outgoing | None:
    """Orders in another order of words than their readers know."""
    return await _each(talk, await orders.plain_orders(talk), ORDERS[1:-1])


async def _each(talk: Talk, sentences: list[str], readers: tuple[Typed, ...]) -> Outgoing | None:
    typed, answers = talk.incoming, list[Outgoing]()
    undone: list[str] = []
    for sentence in sentences:
        talk.typed = talk.typed or typed.text
        talk.incoming = replace(typed, text=sentence)
        for reads in readers:
            if answer := await reads(talk):
                answers.append(answer)
                break
        else:
            undone.append(unclear.left_undone(talk.tr, words=sentence))
    talk.incoming = typed
    if not answers:
        return None
    answers.append(Outgoing(tuple(undone)))
    return Outgoing(
        tuple(block for one in answers for block in one.blocks),
        tuple(row for one in answers for row in one.choices),
        about=tuple(dict.fromkeys(task for one in answers for task in one.about)),
    )


ORDERS: tuple[Typed, ...] = (
    several_orders,  # before what takes the second for the reason of the first
    confirming_words.on_words,  # "đồng ý 18": a completion that waits, else, behind, more time
    deciding.on_words,
    prolonging.on_words,
    leading.on_words,  # "giao việc 11 cho Phòng Kinh tế": to no person, and no new task (behind)
    amending.on_words,
    demanding.on_words,
    putting_back.on_words,
    pausing.on_words,
    naming.on_words,
    assigning.on_words,
    urging.on_words,  # "chỉ đạo việc 3: làm ngay" of a head goes to the own officers
    instructing.on_words,
    nudging.on_words,
    mistaken.on_words,
    cancelling.on_words,
    absence_asked.on_words,
    absence.on_words,
    absence_of.on_words,
    choosing.on_words,
    in_any_order,  # the last: what none of these knew, put as they know it
)
"""What is to be done, by who may order it, and what people say of themselves."""

INSTEAD: tuple[Typed, ...] = (instead.on_words,)
"""A report of the office in an agency's stead: of what names a task and was no order."""

QUESTIONS: tuple[Typed, ...] = (
    leaning.on_words,  # rewords: "việc đó", "phòng đó" by what was spoken of
    howto.on_words,  # "muốn chỉ đạo thì làm thế nào" asks how, and not of any task
    own_reminders.on_words,
    of_persons.on_words,
    asked.on_words,
    of_tasks.on_words,
    leaving.on_words,
    inviting.on_words,
    staff.on_words,
    asking.on_words,  # of all tasks: what none before took for one task, one person, one agency
)

REPORTS: tuple[Typed, ...] = (
    evidence.on_number_typed,  # a document's number alone; a report may hold one too
    typed.on_text,  # the rest, down to "chưa rõ ý đồng chí"
)

TYPED = (*FIRST, *ANSWERS, *ORDERS, *INSTEAD, *QUESTIONS, *REPORTS)
LONG = (*FIRST, *ANSWERS, *INSTEAD, *REPORTS)
"""Of what is longer than any order or question: a plan, an answer's words, a month's report."""
LONGEST_ORDER = 2000
"""In characters."""


def readers(text: str) -> tuple[Typed, ...]:
    """Who may understand a text, in turn."""
    return TYPED if len(text) <= LONGEST_ORDER else LONG
