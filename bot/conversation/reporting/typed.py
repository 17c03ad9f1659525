"""What is typed beside commands and orders: the answer to a question of ours, else a report."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.office.instructed import answered_beside
from bot.conversation.replies import Reply, read_reply
from bot.conversation.reporting.answers import answer_to_question
from bot.conversation.reporting.by_place import ask_by_place
from bot.conversation.reporting.meaning import says_something
from bot.conversation.reporting.proving import with_waiting
from bot.conversation.reporting.reports import on_replies
from bot.conversation.reporting.which_task import ask_which
from bot.conversation.rewording import plan_rows
from bot.conversation.talk import Talk
from bot.conversation.tasks.by_words import asked_by_words, read_by_words
from bot.conversation.tasks.cards import on_number
from bot.conversation.tasks.context import NUMBER
from bot.conversation.tasks.found import followed_tasks
from bot.ports import Outgoing
from bot.texts import unclear
from bot.texts.tasks import cards as texts
from db.queries.tasks import TaskNow

LONGEST = 4000
"""Characters of a message that are still read as a report."""

NAME = 80
"""Characters of a task's content by which we say which one was meant."""


async def on_text(talk: Talk) -> Outgoing | None:
    """Anything typed that is no command."""
    text = talk.incoming.text.strip()
    if len(text) > LONGEST:
        return Outgoing((unclear.too_long(talk.tr),))
    talk.remember(proving=None)
    answered = await answered_beside(talk)
    answer = await answer_to_question(talk, text) or await _answer(talk, text)
    if answer is not None and talk.typed is not None:
        answer = await _with_rows(talk, answer)
    elif answer is not None:
        answer = await plan_rows.also_printed(talk, answer)
    if answered is not None:
        told = any(map(says_something, read_reply(text, today=talk.today)))
        answer = (
            replace(answer, blocks=(*answer.blocks, *answered.blocks))
            if answer and told
            else answered
        )
    return await with_waiting(talk, answer)


async def _answer(talk: Talk, text: str) -> Outgoing | None:
    if bare := NUMBER.fullmatch(text):
        return await on_number(talk, int(bare[1]))
    replies = read_reply(text, today=talk.today)
    if asked := await ask_by_place(talk, text, replies):
        return asked
    if len(replies) == 1 and replies[0].ask == "task" and replies[0].task is None:
        if shown := await asked_by_words(talk, text):
            return shown
    elif len(replies) == 1 and _may_be_by_words(replies[0], text):
        meant = await read_by_words(talk, text)
        if meant.tasks:
            return _with_names(await on_replies(talk, text, meant.replies), meant.tasks)
        if meant.unclear and says_something(replies[0]):
            return await ask_which(talk, text, meant.unclear)
    return await on_replies(talk, text, replies)


def _may_be_by_words(reply: Reply, text: str) -> bool:
    """Whether a message without a task's number may name one by words of its content.

    A document's number alone, "Kế hoạch số 45/KH-UBND", names none though a task speaks of a plan.
    """
    if reply.evidence and not any(map(str.isalpha, text.replace(reply.evidence, ""))):
        return False
    return reply.task is None and not reply.undo and not reply.ack and reply.ask is None


async def _with_rows(talk: Talk, answer: Outgoing) -> Outgoing:
    """The answer with the tasks by name, where a plan's own numbers were given."""
    about = answer.about
    found = await followed_tasks(talk, about)
    named = [one for one in found if not answer.blocks[0].startswith(f"#{one.task.number} ")]
    return _with_names(answer, named) or answer


def _with_names(answer: Outgoing | None, tasks: Sequence[TaskNow]) -> Outgoing | None:
    """The answer with the tasks by name, since the person gave no number."""
    if answer is None:
        return None
    names = (texts.short_task(one.task.number, one.task.content, NAME) for one in tasks)
    return replace(answer, blocks=(*answer.blocks[:1], *names, *answer.blocks[1:]))
