"""Which task a message is about, where it names none by number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation.listening.letters import vn
from bot.conversation.listening.said import listen
from bot.conversation.replies import (
    Reply,
    Spoken,
    find_tasks,
    may_name_task,
    names_another,
    read_reply,
)
from bot.conversation.replies.targets.names import first_number
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import card
from bot.conversation.tasks.found import find_numbered, followed_tasks
from bot.conversation.tasks.lists import by_urgency, my_tasks, task_buttons
from bot.conversation.unclear import unclear
from bot.ports import Choice, Outgoing
from bot.texts import unclear as unclear_texts
from bot.texts.tasks import cards as texts
from db.enums import Part, Progress
from db.models import Delivery
from db.queries.messages import delivery_answered, last_delivery
from db.queries.tasks import TaskNow
from tasks.rules import may_report

NUMBER = re.compile(
    r"(?:(?:việc|viec|nhiệm vụ|nhiem vu|số|so)\s*)*#?\s*(\d{1,5})[.!]?", re.IGNORECASE
)
"""A message that is nothing but a task's number."""

THIS = vn(r"\b(?:việc|nhiệm vụ|nội dung|cái|vụ) (?:này|đó|ấy|đấy|kia|trên)\b")
""" "Việc này của Phòng Kinh tế": what was spoken of last, whatever the other words would fit."""

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
    """The tasks that the answered message was about, and one whose number the words begin with.

    "18 cán bộ cũ bảo xong" may be of #18 or of eighteen people: the last task spoken of is not
    taken for it then.
    """
    spoken_of = await tasks_spoken_of(talk)
    number = None if talk.incoming.reply_to else first_number(listen(text).words)
    if number is None or number in [one.task.number for one in spoken_of]:
        return spoken_of
    found = await find_numbered(talk, number)
    return [found, *spoken_of] if found and _is_reported_by(talk, found) else spoken_of


@dataclass(frozen=True)
class ByWords:
    """What a message says of tasks that it names by words of their content.

    `unclear` holds the tasks that fit alike, where none is plainly meant.
    """

    replies: tuple[Reply, ...] = ()
    tasks: tuple[TaskNow, ...] = ()
    unclear: tuple[TaskNow, ...] = ()


async def read_by_words(talk: Talk, text: str) -> ByWords:
    """The message with the words of a task's content read as its number; empty where none fits.

    Several tasks that our last message was about are tried first, then the person's own, where no
    other of the committee's fits better: it may be done, or somebody else's. Where the message was
    about one, that is meant, unless another is named plainly ("việc chữ ký số ...") in a message
    that answers no particular one.
    """
    if not may_name_task(text) or THIS.search(listen(text).words):
        return ByWords()
    spoken_of = await tasks_spoken_of(talk)
    only = spoken_of[0].task.number if len(spoken_of) == 1 else None
    if only is not None and talk.incoming.reply_to:
        return ByWords()
    everything = await followed_tasks(talk)
    of_all = _find(text, everything, introduced=True)
    mine = await my_tasks(talk)
    for candidates in ([] if only is not None else spoken_of, mine, everything):
        by_number = {one.task.number: one for one in candidates}
        if candidates is everything:
            spoken = of_all
        else:
            spoken = _find(text, candidates, introduced=only is not None)
        if only in (*spoken.tasks, *spoken.unclear):
            return ByWords()
        if of_all.tasks and not {*of_all.tasks} & {*spoken.tasks, *spoken.unclear}:
            continue
        if spoken.tasks:
            replies = tuple(
                _in_part(reply) if reply.task in spoken.partly else reply
                for reply in read_reply(spoken.text, today=talk.today)
            )
            return ByWords(replies, tuple(by_number[number] for number in spoken.tasks))
        if spoken.unclear and candidates is not everything:
            return ByWords(unclear=tuple(by_number[number] for number in spoken.unclear))
    if only is None:
        return ByWords()
    return ByWords(unclear=await _others_named(talk, text, spoken_of[0]))


async def _others_named(talk: Talk, text: str, spoken_of: TaskNow) -> tuple[TaskNow, ...]:
    """The task spoken of last and those that the words fit instead; none where they fit it too.

    "Xong kế hoạch đào tạo", right after a word about another task, may well be of that one: it is
    asked, and never recorded for the wrong task. So is what goes by a name that no task has.
    """
    by_number = {one.task.number: one for one in await my_tasks(talk)}
    contents = {number: one.task.content for number, one in by_number.items()}
    only = spoken_of.task
    words = (only.content, only.parent_content, only.product)
    contents[only.number] = " ".join(part for part in words if part)
    spoken = find_tasks(text, contents)
    fitting = dict.fromkeys((*spoken.tasks, *spoken.unclear))
    if not fitting and names_another(text, contents[only.number]):
        return (spoken_of,)
    if not fitting or only.number in fitting or len(fitting) >= OFFERED:
        return ()
    return (spoken_of, *(by_number[number] for number in fitting))


def _find(text: str, tasks: Sequence[TaskNow], *, introduced: bool) -> Spoken:
    contents = {one.task.number: one.task.content for one in tasks}
    return find_tasks(text, contents, introduced=introduced)


async def asked_by_words(talk: Talk, text: str) -> Outgoing | None:
    """The card of the task that a question names by its content, or the few that fit; else None.

    What the last message was about stays meant where it fits as well.
    """
    if talk.incoming.reply_to or not may_name_task(text) or THIS.search(listen(text).words):
        return None
    only = {one.task.number for one in await tasks_spoken_of(talk)}
    everything = await followed_tasks(talk)
    for candidates in (await my_tasks(talk), everything):
        by_number = {one.task.number: one for one in candidates}
        spoken = find_tasks(text, {n: one.task.content for n, one in by_number.items()})
        fitting = [*spoken.tasks, *spoken.unclear]
        if len(only) == 1 and only & set(fitting):
            return None
        if len(fitting) == 1:
            return await card(talk, by_number[fitting[0]])
        if fitting:
            shown = [by_number[number] for number in fitting[:OFFERED]]
            lines = [texts.task_line(one.task.number, one.task.content) for one in shown]
            heading = unclear_texts.fitting_tasks(talk.tr, count=len(fitting))
            return Outgoing((heading, *lines), tuple(task_buttons(shown)))
    return None


def _in_part(reply: Reply) -> Reply:
    """A completion that may be of a part of the task only has to be asked about."""
    if reply.state is not Progress.DONE:
        return reply
    return replace(reply, state=Progress.IN_PROGRESS, percent=None, doubtful="done_or_not")


async def ask_which(talk: Talk, text: str, candidates: Sequence[TaskNow]) -> Outgoing:
    """Ask which task a report is about; the report is kept until that is answered.

    Where none of the candidates is open and theirs to report, their own most urgent tasks are
    offered.
    """
    tr = talk.tr
    reported = [one for one in candidates if one.open and _is_reported_by(talk, one)]
    offered = reported or await my_tasks(talk)
    offered = sorted(offered, key=by_urgency)[:OFFERED]
    if not talk.standing.agency_ids:
        return await unclear(talk)
    question = int(talk.recall("questions") or 0) + 1
    talk.remember(questions=question)
    talk.keep_today("which", {"question": question, "text": text})
    if not offered:
        return Outgoing((unclear_texts.which_task_unknown(tr),))
    rows = [
        (
            Choice(
                texts.short_task(one.task.number, one.task.content),
                f"which:{question}:{one.task.id}",
            ),
        )
        for one in offered
    ]
    rows.append((Choice(unclear_texts.other_task(tr), f"which:{question}:0"),))
    return Outgoing((unclear_texts.which_task(tr),), tuple(rows))


def _is_reported_by(talk: Talk, task: TaskNow) -> bool:
    return may_report(talk.standing, task.agency_ids(Part.LEAD))


def kept_report(talk: Talk, question: str) -> str | None:
    """The report of today that waits for this question's answer; None where another is asked."""
    kept = talk.kept_today("which")
    if not kept or str(kept["question"]) != question:
        return None
    return str(kept["text"])
