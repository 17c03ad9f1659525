"""Orders that no reader knew, put as they know them: by their parts, and one by one."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.conversation.answering import is_order
from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.people import called
from bot.conversation.people.absence_kept import colleagues_of
from bot.conversation.refusing import answer_refused
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.rewording.any_order import (
    OF_HEAD,
    OF_MEMBER,
    OF_OFFICE,
    OF_OFFICER,
    Kind,
    put_plainly,
)
from bot.conversation.rewording.order_parts import read_parts
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered
from bot.ports import Outgoing
from bot.texts import unclear
from db.enums import Role
from tasks.errors import NotYourRoleError
from tasks.rules import may_decide_extensions, may_run_office

Reads = Callable[[Talk], Awaitable[Outgoing | None]]

CLAUSE = re.compile(r"\s*[,;.\n]\s*(?:(?:còn|con|riêng|rieng|và|va)\s+|(?=\D|\d+ th[ìi]\b))")
"""Where the next order may begin: "đồng ý 20, còn 32 trả lại"."""
SENTENCE = re.compile(r"\s*(?:[;\n]|\.(?=\s))\s*")
LONGEST = 300
"""Longest message looked at, in characters: an order is short."""


async def each_order(talk: Talk) -> list[str]:
    """The orders of the office, one a sentence, where every sentence is one and names its tasks."""
    text = talk.incoming.text.strip(" ;.\n")
    parts = SENTENCE.split(text)
    if len(parts) < 2 or len(text) > LONGEST or not may_run_office(talk.standing):
        return []
    return await _every(talk, parts)


async def plain_orders(talk: Talk) -> list[str]:
    """What is ordered, a sentence an order; none where anything said is no order."""
    text, kinds = talk.incoming.text.strip(), _kinds(talk)
    flat = flatten(text)
    words = {word.replace("_", " ") for kind in kinds for word in kind.must}
    if len(text) > LONGEST or not re.search(r"\d", flat) or not any(one in flat for one in words):
        return []
    if is_question(listen(text).words):
        return []
    parts = [part for part in CLAUSE.split(text) if part.strip()]
    if len(parts) > 1 and (orders := await _every(talk, parts)):
        return orders  # before both are refused by "duyệt 6, 19 thì không"
    whole = put_plainly(text, kinds, *await _known(talk), today=talk.today)
    return [whole] if whole else []


async def answer_each(
    talk: Talk, sentences: Sequence[str], readers: Sequence[Reads]
) -> Outgoing | None:
    """Each sentence's answer by the first reader who knows it, as one; what none knows is named.

    None where there are no sentences, or no reader knows any.
    """
    typed, answers = talk.incoming, list[Outgoing]()
    undone: list[str] = []
    for sentence in sentences:
        talk.typed = talk.typed or typed.text
        talk.incoming = replace(typed, text=sentence)
        try:
            answer = await _first(talk, readers)
        except NotYourRoleError as refusal:
            if len(sentences) == 1:
                raise
            answer = await answer_refused(talk, refusal)  # what was done before it stands
        if answer is None:
            undone.append(unclear.left_undone(talk.tr, words=sentence))
        else:
            answers.append(answer)
    talk.incoming = typed
    if not answers:
        return None
    answers.append(Outgoing(tuple(undone)))
    return Outgoing(
        tuple(block for one in answers for block in one.blocks),
        tuple(row for one in answers for row in one.choices),
        about=tuple(dict.fromkeys(task for one in answers for task in one.about)),
    )


async def _first(talk: Talk, readers: Sequence[Reads]) -> Outgoing | None:
    for reads in readers:
        if answer := await reads(talk):
            return answer
    return None


async def _every(talk: Talk, parts: Sequence[str]) -> list[str]:
    """These as their readers know them; none where one of them is no order of some task."""
    kinds, (names, people) = _kinds(talk), await _known(talk)
    orders: list[str] = []
    numbers: list[int] = []
    for part in parts:
        tasks = read_parts(part, names, people, today=talk.today).tasks
        order = (
            part if is_order(part) else put_plainly(part, kinds, names, people, today=talk.today)
        )
        if not tasks or not order:
            return []
        orders.append(order)
        numbers += tasks
    for number in numbers:  # before the first of them is done
        await task_numbered(talk, number)
    return orders


async def _known(talk: Talk) -> tuple[Directory, list[list[str]]]:
    """The agencies and the people whom an order may name."""
    people = [called(one) for one in await colleagues_of(talk)]
    return await known_agencies(talk), people


def _kinds(talk: Talk) -> tuple[Kind, ...]:
    """What this person may be ordering; who may do none of it reports."""
    kinds: tuple[Kind, ...] = ()
    if may_run_office(talk.standing):
        kinds += OF_OFFICE
    elif may_decide_extensions(talk.standing) and not talk.standing.agency_ids:
        kinds += OF_MEMBER
    if talk.standing.has(Role.HEAD):
        kinds += OF_HEAD
    elif talk.standing.agency_ids:
        kinds += OF_OFFICER
    return kinds
