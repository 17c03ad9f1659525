"""Tasks that a message names by words of their content: "cái vụ chữ ký số xong rồi"."""

from collections.abc import Iterable, Sequence
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
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import card
from bot.conversation.tasks.context import OFFERED, tasks_spoken_of
from bot.conversation.tasks.found import followed_tasks
from bot.conversation.tasks.lists import my_tasks, task_buttons
from bot.ports import Outgoing
from bot.texts import unclear as unclear_texts
from bot.texts.tasks import cards as texts
from db.enums import Progress
from db.queries.tasks import TaskNow

THIS = vn(r"\b(?:việc|nhiệm vụ|nội dung|cái|vụ) (?:này|đó|ấy|đấy|kia|trên)\b")
""" "Việc này của Phòng Kinh tế": what was spoken of last, whatever the other words would fit."""


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
    if not _may_go_by_words(text):
        return ByWords()
    spoken_of = await tasks_spoken_of(talk)
    only = spoken_of[0] if len(spoken_of) == 1 else None
    if only is not None and talk.incoming.reply_to:
        return ByWords()
    near = [[] if only else spoken_of, await my_tasks(talk)]
    everything = await followed_tasks(talk)
    spoken = _first_fitting(text, near, everything, only)
    if spoken is None:
        return ByWords(unclear=await _others_named(talk, text, only)) if only else ByWords()
    if only is not None and only.task.number in spoken.fitting:
        return ByWords()
    by_number = {one.task.number: one for tasks in (*near, everything) for one in tasks}
    if not spoken.tasks:
        return ByWords(unclear=tuple(by_number[number] for number in spoken.unclear))
    replies = tuple(
        _in_part(reply) if reply.task in spoken.partly else reply
        for reply in read_reply(spoken.text, today=talk.today)
    )
    return ByWords(replies, tuple(by_number[number] for number in spoken.tasks))


def _may_go_by_words(text: str) -> bool:
    return may_name_task(text) and not THIS.search(listen(text).words)


def _first_fitting(
    text: str,
    near: Iterable[Sequence[TaskNow]],
    everything: Sequence[TaskNow],
    only: TaskNow | None,
) -> Spoken | None:
    """What the words mean of the first of the `near` tasks that they fit, else of all there are.

    Near tasks are passed over where others of the committee's fit better. `only` is the one that
    was spoken of last: it stays meant wherever it fits, and no other that is not named plainly.
    """
    of_all = _find(text, everything, introduced=True)
    stays = only.task.number if only else None
    for tasks in near:
        spoken = _find(text, tasks, introduced=only is not None)
        better = bool(of_all.tasks) and not {*of_all.tasks} & {*spoken.fitting}
        if stays in spoken.fitting or (spoken.fitting and not better):
            return spoken
    return of_all if of_all.tasks or stays in of_all.unclear else None


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
    fitting = spoken.fitting
    if not fitting and names_another(text, contents[only.number]):
        return (spoken_of,)
    if not fitting or only.number in fitting or len(fitting) >= OFFERED:
        return ()
    return (spoken_of, *(by_number[number] for number in fitting))


def _find(text: str, tasks: Sequence[TaskNow], *, introduced: bool) -> Spoken:
    contents = {one.task.number: one.task.content for one in tasks}
    return find_tasks(text, contents, introduced=introduced)


def _in_part(reply: Reply) -> Reply:
    """A completion that may be of a part of the task only has to be asked about."""
    if reply.state is not Progress.DONE:
        return reply
    return replace(reply, state=Progress.IN_PROGRESS, percent=None, doubtful="done_or_not")


async def asked_by_words(talk: Talk, text: str) -> Outgoing | None:
    """The card of the task that a question names by its content, or the few that fit; else None.

    What the last message was about stays meant where it fits as well.
    """
    if talk.incoming.reply_to or not _may_go_by_words(text):
        return None
    only = {one.task.number for one in await tasks_spoken_of(talk)}
    everything = await followed_tasks(talk)
    for candidates in (await my_tasks(talk), everything):
        by_number = {one.task.number: one for one in candidates}
        spoken = find_tasks(text, {n: one.task.content for n, one in by_number.items()})
        fitting = spoken.fitting
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
