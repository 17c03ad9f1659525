"""Which task a message is about, where it names none by number."""

import re

from bot.conversation.listening.said import listen
from bot.conversation.replies import (
    read_reply,
)
from bot.conversation.replies.targets.names import first_number, loose_numbers
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import find_numbered, followed_tasks
from db.enums import Part
from db.models import Delivery
from db.queries.messages import delivery_answered, last_delivery
from db.queries.tasks import TaskNow
from tasks.rules import may_report

NUMBER = re.compile(
    r"(?:(?:việc|viec|nhiệm vụ|nhiem vu|số|so)\s*)*#?\s*(\d{1,5})[.!]?", re.IGNORECASE
)
"""A message that is nothing but a task's number."""

OFFERED = 6
"""Tasks offered where it is not clear which is meant: what a phone shows without scrolling."""


async def answered(talk: Talk) -> Delivery | None:
    """Our message that this one answers: the one replied to, else the last in this chat."""
    if talk.incoming.reply_to:
        return await delivery_answered(talk.session, talk.chat.id, talk.incoming.reply_to)
    return await last_delivery(talk.session, talk.chat.id)


async def tasks_spoken_of(talk: Talk) -> list[TaskNow]:
    """The tasks that the answered message was about, none where it was about none.

    Of the person's own, those that it names by number: what was spoken of since is not meant.
    """
    if talk.incoming.quoted is not None:
        replies = read_reply(talk.incoming.quoted, today=talk.today)
        named = dict.fromkeys(one.task for one in replies if one.task is not None)
        found = [await find_numbered(talk, number) for number in named]
        return [one for one in found if one is not None]
    delivery = await answered(talk)
    if delivery is None:
        return []
    return await followed_tasks(talk, delivery.about)


async def tasks_meant(talk: Talk, text: str) -> list[TaskNow]:
    """The tasks that the answered message was about, and those whose numbers the words may name.

    "18 cán bộ cũ bảo xong" may be of #18 or of eighteen people, "dk 20/1 xong 24" of #24: the last
    task spoken of is not taken for it then.
    """
    spoken_of = await tasks_spoken_of(talk)
    if talk.incoming.reply_to:
        return spoken_of
    words = listen(text).words
    first = first_number(words)
    numbers = [*([] if first is None else [first]), *loose_numbers(words)]
    if not numbers or numbers[0] in [one.task.number for one in spoken_of]:
        return spoken_of
    found = [await find_numbered(talk, number) for number in dict.fromkeys(numbers[:OFFERED])]
    own = [one for one in found if one and is_reported_by(talk, one)]
    return list({one.task.id: one for one in (*own, *spoken_of)}.values())


def is_reported_by(talk: Talk, task: TaskNow) -> bool:
    """Whether this person reports for the agency that leads the task."""
    return may_report(talk.standing, task.agency_ids(Part.LEAD))
