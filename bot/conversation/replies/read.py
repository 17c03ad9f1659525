"""A whole message to its readings, one for each task it speaks of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.conversation.listening.address import part_address
from bot.conversation.listening.layout import part_list, part_signature, part_slip
from bot.conversation.listening.said import Said, blank, listen
from bot.conversation.listening.tables import part_table
from bot.conversation.replies.hearing.evidence import find_documents
from bot.conversation.replies.reply import Reply
from bot.conversation.replies.targets.introductions import without_introduction
from bot.conversation.replies.targets.parting import part_by_task
from bot.conversation.replies.targets.sharing import Clause, Part
from bot.conversation.replies.weighing.following import follow, with_day
from bot.conversation.replies.weighing.part import read_part
from bot.conversation.replies.weighing.together import in_order, join_readings


@lru_cache(maxsize=32)  # several who may understand a message ask for the same reading
def read_reply(text: str, *, today: date) -> tuple[Reply, ...]:
    """What an official's message says, one reading for each task it speaks of; never raises.

    A message that says nothing is one reading with nothing set.

    >>> [(r.task, r.percent) for r in read_reply("việc 4 đạt 60%, việc 6 xong", today=date.min)]
    [(4, 60), (6, 100)]
    """
    said = listen(text)
    said = replace(said, words=_laid_out(said.words))
    documents = find_documents(said.words)
    hidden = blank(said.words, [(start, end) for start, end, _ in documents], by="·")
    readings: list[Reply] = []
    parts = part_by_task(hidden, today)
    for part in parts:
        reply = read_part(part, said, today)
        if reply.extension:
            reply = with_day(reply, part, said, today)
        if part.tasks:
            reply = follow(reply, readings[-1] if readings else Reply(), part, said, today)
        readings.append(replace(reply, evidence=_evidence(documents, part, said)))
    unnamed = " ".join(one.words for part in parts if not part.tasks for one in part.clauses)
    orderly = in_order(readings, hidden, today=today, marked=said.marked)
    return join_readings(orderly, unnamed=unnamed)


def _laid_out(words: str) -> str:
    words = part_slip(part_address(part_list(part_table(part_signature(words)))))
    return without_introduction(words)


def _evidence(documents: Sequence[tuple[int, int, bool]], part: Part, said: Said) -> str | None:
    """The documents that a part proves its work by, as they were typed."""
    named = [
        said.as_typed(start, end)
        for start, end, proves in documents
        if proves and any(_holds(clause, start) for clause in part.clauses)
    ]
    return "; ".join(named) or None


def _holds(clause: Clause, place: int) -> bool:
    return clause.start <= place < clause.start + len(clause.words)
