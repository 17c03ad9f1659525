"""What only agrees: right under an instruction, or naming its task, it answers that."""

import re
from dataclasses import replace

from bot.conversation.listening.letters import any_of
from bot.conversation.listening.said import listen
from bot.conversation.office.instructed import answer_given, open_instruction, open_on_task
from bot.conversation.replies import Reply, read_reply
from bot.conversation.replies.signs.work import PROMISED, SOON
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from db.enums import Progress
from db.queries.messages import last_delivery

TOLD = any_of(
    r"\b(?:đang|mới|chưa|vẫn|được|dự thảo|trình|còn)\b",
    r"\bđã (?!rõ|nhận|nghe|nắm|hiểu|tiếp thu|tiếp nhận|quán triệt|giao|phân công|xem|đọc)",
)
"""Words of how the work stands: "đang làm ạ" is a report, "đã giao chị Lan làm" an answer."""

NAMED = re.compile(r"(?:(?:việc|viec|nhiệm vụ|nhiem vu|số|so)\s+)*#?\d{1,5}\b", re.IGNORECASE)
"""A task's number with the words before it."""


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Đã rõ, sẽ làm", "nhận chỉ đạo ạ" where an instruction is the newest message of the chat.

    "Việc 41 đã rõ" answers the one that is open on that task, whatever was said since.
    """
    agreed = read_agreement(talk)
    if agreed is None:
        return None
    last = await last_delivery(talk.session, talk.chat.id)
    answers: list[Outgoing | None] = []
    for data in last.choices if last else ():
        verb, _, argument = str(data).partition(":")
        if verb == "answer":
            instruction = await open_instruction(talk, argument)
            if instruction and agreed.task in (None, instruction.task.number):
                answers.append(await answer_given(talk, argument))
    if answers:
        return answers[-1]  # of all that one message told of
    if agreed.task is not None and (meant := await open_on_task(talk, agreed.task)):
        return await answer_given(talk, str(meant.id))
    return None


def read_agreement(talk: Talk) -> Reply | None:
    """What is typed, where it says no more than that one agrees and will act."""
    text = talk.incoming.text
    reply, *more = read_reply(text, today=talk.today)
    if more:
        return None
    if reply == Reply(task=reply.task) and reply.task is not None:
        said, *_ = read_reply(NAMED.sub("", text), today=talk.today)
        reply = replace(said, task=reply.task)  # "việc 41 đã rõ" is "đã rõ" of that task
    if reply.ack:
        return reply
    words = listen(text).words
    promised = reply == Reply(task=reply.task, state=Progress.IN_PROGRESS) or (
        reply == Reply(task=reply.task) and (PROMISED.search(words) or SOON.search(words))
    )
    return reply if promised and not TOLD.search(words) else None
