"""What a message says of tasks: recorded where it is plain, asked about where it is not."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.office.deciding import undecided, wish_for
from bot.conversation.questions.of_tasks import answer_asked, stand
from bot.conversation.replies import Reply
from bot.conversation.reporting.meaning import (
    is_open_wish,
    promises_word,
    says_progress,
    says_something,
    tells_a_deed,
)
from bot.conversation.reporting.passed_over import passed_over
from bot.conversation.reporting.recording import record, refuse_stranger
from bot.conversation.reporting.said import Said, ask_percent
from bot.conversation.reporting.several import ask_for_all, speaks_of_several
from bot.conversation.reporting.undoing import undo_last
from bot.conversation.reporting.until import ask_until
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import card
from bot.conversation.tasks.context import (
    NUMBER,
    answered,
    ask_which,
    tasks_meant,
    tasks_spoken_of,
)
from bot.conversation.unclear import unclear
from bot.ports import Choice, Outgoing
from bot.texts import common
from bot.texts import unclear as unclear_texts
from bot.texts.questions import asking
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as texts
from db.enums import Part
from db.queries.tasks import TaskNow, tasks_now
from tasks.rules import may_decide_extensions, may_instruct, may_report


async def _of_a_member(talk: Talk, now_task: TaskNow, reply: Reply) -> Outgoing:
    """A member reports nothing: wishes that they may decide, else how to instruct."""
    decides = reply.extension and may_decide_extensions(talk.standing)
    if decides and await wish_for(talk, now_task) is not None:
        return await undecided(talk)
    task = now_task.task
    leads = ", ".join(now_task.agency_names(Part.LEAD))
    blocks = (
        said_back.not_a_reporter(talk.tr, number=task.number, leads=leads),
        asking.next_for_member(talk.tr, number=task.number),
    )
    row = (common.task_button(task.number, task.id),)
    return Outgoing(blocks, (row,), about=(task.id,))


async def on_replies(
    talk: Talk, text: str, replies: tuple[Reply, ...], only: TaskNow | None = None
) -> Outgoing | None:
    """Do what a message says; `only` is the task it is about where it names none."""
    told = tuple(reply for reply in replies if says_something(reply))
    if told and len(told) < len(replies):
        aside = [reply for reply in replies if reply not in told]
        return await _beside_reports(talk, text, told, aside, only)
    first = replies[0]
    if first.undo:
        return await _take_back(talk, text, replies, only)
    if first.ask is not None:
        return await answer_asked(talk, replies, only)
    if first.ack or (first == Reply(task=first.task) and promises_word(text)):
        return await _acknowledged(talk)
    named, missing = await _named(talk, replies)
    said = Said(lines=_not_heard(talk, text, replies, missing, only))
    unnamed = [reply for reply in replies if reply.task is None]
    if unnamed and not named:
        if only is None and _tells_of_several(talk, text, unnamed[0]):
            return await ask_for_all(talk, text)
        if not said.lines:
            return await _on_unnamed(talk, text, unnamed[0], only)
    if len(named) == 1 and not said.lines:
        return await on_one(talk, *named[0], text)
    for now_task, reply in named:
        if reply.doubtful or not says_something(reply):
            said.lines.append(
                unclear_texts.not_understood_one(talk.tr, number=now_task.task.number)
            )
        else:
            await record(talk, now_task, reply, text, said)
            if is_open_wish(reply):
                said.lines += ask_until(talk, now_task).blocks
    return said.outgoing(talk)


async def _take_back(
    talk: Talk, text: str, replies: tuple[Reply, ...], only: TaskNow | None
) -> Outgoing | None:
    """The last report taken back, and what the message says in its place."""
    first = replies[0]
    if not says_progress(first):
        return await undo_last(talk, first.task)
    spoken_of = [only] if only else await tasks_spoken_of(talk)
    number = first.task or (spoken_of[0].task.number if len(spoken_of) == 1 else None)
    taken_back = await undo_last(talk, number)
    instead = (replace(first, undo=False), *replies[1:])
    answer = await on_replies(talk, text, instead, only)
    if answer is None or not taken_back.about:
        return answer or taken_back
    return replace(answer, blocks=(*taken_back.blocks, *answer.blocks))


async def _named(
    talk: Talk, replies: Sequence[Reply]
) -> tuple[list[tuple[TaskNow, Reply]], list[int]]:
    """The tasks that are named with what is said of each, and the numbers that no task has."""
    named: list[tuple[TaskNow, Reply]] = []
    missing: list[int] = []
    for reply in replies:
        if reply.task is None:
            continue
        found = await tasks_now(
            talk.session, talk.committee.id, today=talk.today, number=reply.task
        )
        if found:
            named.append((found[0], reply))
        else:
            missing.append(reply.task)
    return named, missing


def _not_heard(
    talk: Talk, text: str, replies: tuple[Reply, ...], missing: list[int], only: TaskNow | None
) -> list[str]:
    """That there are no such tasks, and of which nothing was understood."""
    lines: list[str] = []
    if len(missing) > 1:
        lines.append(said_back.no_such_tasks(talk.tr, numbers=missing))
    elif missing:
        lines.append(said_back.no_such_task(talk.tr, number=missing[0]))
    if only is None:
        lines += [
            unclear_texts.not_understood_one(talk.tr, number=number)
            for number in passed_over(text, replies)
        ]
    return lines


async def _on_unnamed(talk: Talk, text: str, reply: Reply, only: TaskNow | None) -> Outgoing | None:
    """What is said of no task by number: of the one spoken of, else it is asked of which."""
    spoken_of = [only] if only else await tasks_meant(talk, text)
    if len(spoken_of) == 1:
        return await on_one(talk, spoken_of[0], reply, text)
    if not says_something(reply):
        return await unclear(talk)
    return await ask_which(talk, text, spoken_of)


async def _beside_reports(
    talk: Talk,
    text: str,
    told: tuple[Reply, ...],
    aside: Sequence[Reply],
    only: TaskNow | None,
) -> Outgoing | None:
    """What is reported, and what the same message asks, takes back or says of other tasks."""
    before: list[str] = []
    after: list[str] = []
    for reply in aside:
        if reply.undo:
            before += (await undo_last(talk, reply.task)).blocks
        elif reply.task is None or reply.ack:
            continue
        elif reply.ask == "task":
            after += (await stand(talk, [reply.task])).blocks
        elif not promises_word(text):
            after.append(unclear_texts.not_understood_one(talk.tr, number=reply.task))
    answer = await on_replies(talk, text, told, only)
    if answer is None:
        return None
    return replace(answer, blocks=(*before, *answer.blocks, *after))


async def _acknowledged(talk: Talk) -> Outgoing:
    """That we heard; what was spoken of last stays so, since nothing else was."""
    said = unclear_texts.acknowledged(talk.tr, reports=bool(talk.standing.agency_ids))
    before = await answered(talk)
    return Outgoing((said,), about=tuple(before.about or ()) if before else ())


async def on_one(talk: Talk, now_task: TaskNow, reply: Reply, text: str) -> Outgoing:
    """A message about one task: recorded where it is plain, asked about where it is not."""
    tr, task = talk.tr, f"#{now_task.task.number}"
    said = Said()
    if says_something(reply) and not talk.standing.agency_ids and may_instruct(talk.standing):
        return await _of_a_member(talk, now_task, reply)
    if reply.doubtful and not may_report(talk.standing, now_task.agency_ids(Part.LEAD)):
        if talk.standing.agency_ids and (refusal := refuse_stranger(talk, now_task)):
            return Outgoing((refusal,))
        return await unclear(talk, now_task)
    if reply.doubtful == "percent":
        ask_percent(talk, now_task, said)
        if reply.percent is None:
            said.lines.insert(0, unclear_texts.percent_out_of_range(tr))
        said.about.append(now_task.task.id)
        return said.outgoing(talk)
    if reply.doubtful == "day" and (reply.extension or reply.snooze is None):
        if reply.extension:
            if says_progress(reply):
                await record(talk, now_task, replace(reply, extension=False), text, said)
            question = ask_until(talk, now_task, said=text)
            said.lines += question.blocks
            said.choices += question.choices
            said.about.append(now_task.task.id)
            return said.outgoing(talk)
        if not says_progress(reply):
            return Outgoing((unclear_texts.day_not_clear(tr),), about=(now_task.task.id,))
    if reply.doubtful in ("done_or_not", "date_or_fraction"):
        row = (
            Choice(texts.button_done(tr), f"done:{now_task.task.id}"),
            Choice(texts.button_progress(tr), f"progress:{now_task.task.id}"),
        )
        return Outgoing(
            (unclear_texts.not_sure_done(tr, task=task),), (row,), about=(now_task.task.id,)
        )
    if not says_something(reply):
        if reply.task is not None and NUMBER.fullmatch(text):
            return await card(talk, now_task)
        return await unclear(talk, now_task)
    await record(talk, now_task, reply, text, said)
    how_far = now_task.occurrence.percent
    if said.updates and reply.blocked and not reply.extension and how_far is None:
        ask_percent(talk, now_task, said)
    elif said.updates and tells_a_deed(reply, text):
        done = Choice(texts.button_done(talk.tr), f"done:{now_task.task.id}")
        said.choices.append((done,))
    if is_open_wish(reply):
        said.lines += ask_until(talk, now_task).blocks
    return said.outgoing(talk)


def _tells_of_several(talk: Talk, text: str, reply: Reply) -> bool:
    """Whether a report without a number is about several tasks at once."""
    tells = says_progress(reply) or reply.unchanged or reply.extension
    return tells and bool(talk.standing.agency_ids) and speaks_of_several(text)
