"""What is typed right after a question of the office's conversations, handed to who asked it."""

from collections.abc import Awaitable, Callable

from bot.conversation import amending, assigning, instead, instructing
from bot.conversation.talk import Talk
from bot.ports import Outgoing

Answered = Callable[[Talk, str], Awaitable[Outgoing | None]]

ASKED: dict[str, Answered] = {
    "assign": assigning.answered,
    "instead": instead.report_given,
    "correct": amending.correction_given,
    "pause": amending.pause_given,
    "instruct": instructing.words_given,
    "answer": instructing.answer_given,
}
"""Who asks what: the second argument is the part of it that was asked for."""


async def question_answered(talk: Talk) -> Outgoing | None:
    """The answer's effect; None where nothing was asked, or it speaks of something else."""
    asked = talk.recall("office")
    if not asked:
        return None
    talk.remember(office=None)
    answered = ASKED.get(asked["what"])
    return await answered(talk, asked["part"]) if answered else None
