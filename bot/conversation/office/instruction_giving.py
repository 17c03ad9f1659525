"""An instruction kept and told: of one task or of several in the same words.

Each task's is its own, answered on its own; whom several concern hears of them in one message.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.conversation.office.order_times import day_within, missing_day
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import deciding
from bot.texts.office import instructing as texts
from db.enums import Part, Role
from db.models import Instruction, Person, Task
from db.queries.office import reached_members
from db.queries.people import people_in_role
from db.queries.tasks import TaskNow
from plans.words import cut
from tasks.instructions import give_instruction

WORDS = 1000
"""Longest instruction or answer kept, in characters."""


async def give(
    talk: Talk, tasks: Sequence[TaskNow], words: str, vietnamese: str | None = None
) -> Outgoing:
    """Keep the words; an instruction in English is read in its Vietnamese wording."""
    today, read, about = talk.today, vietnamese or words, tuple(one.task.id for one in tasks)
    if missing := missing_day(read, today=today):
        part = ",".join(str(task_id) for task_id in about)
        talk.remember(office={"what": "instruct", "part": part})
        said = texts.no_such_day(talk.tr, day=missing, task=_named(one.task for one in tasks))
        return Outgoing((said,), about=about)
    due_on, kept = day_within(read, today=today), cut(words, WORDS)
    given = [
        (one, await give_instruction(talk.session, one, kept, by=talk.actor, due_on=due_on))
        for one in tasks
    ]
    told = await _tell(talk, given)
    text = with_day(
        talk.tr,
        texts.given(
            talk.tr,
            task=_named(one.task for one in tasks),
            told=", ".join(person.name for person in told),
            words=kept,
        ),
        given[0][1],
    )
    return Outgoing((text,), about=about)


async def _tell(talk: Talk, given: Sequence[tuple[TaskNow, Instruction]]) -> list[Person]:
    """The leads' people hear of theirs, the standing office of all; the former are given back."""
    concerned: dict[Person, list[tuple[Task, Instruction]]] = {}
    for one, instruction in given:
        leads = one.agency_ids(Part.LEAD)
        members = await reached_members(talk.session, talk.committee.id, leads)
        theirs = list({held.person_id: held.person for held in members}.values())
        for person in talk.others(theirs) or theirs:
            concerned.setdefault(person, []).append((one.task, instruction))
    for person, own in concerned.items():
        rows = tuple((_button(talk.words_for(person), own, one),) for one in own)
        heard = _heard(talk, person, own)
        await talk.tell(person, Outgoing((heard,), rows, tuple(task.id for task, _ in own)))
    everything = [(one.task, instruction) for one, instruction in given]
    ids = {person.id for person in concerned} | {talk.person.id}
    for secretary in await people_in_role(talk.session, talk.committee.id, Role.SECRETARY):
        if secretary.id not in ids:
            heard = _heard(talk, secretary, everything)
            about = tuple(task.id for task, _ in everything)
            await talk.tell(secretary, Outgoing((heard,), about=about))
    return list(concerned)


def _button(
    tr: Translator, own: Sequence[tuple[Task, Instruction]], one: tuple[Task, Instruction]
) -> Choice:
    task, instruction = one
    several = len(own) > 1
    label = texts.button_answer_of(tr, number=task.number) if several else texts.button_answer(tr)
    return Choice(label, f"answer:{instruction.id}")


def _heard(talk: Talk, person: Person, own: Sequence[tuple[Task, Instruction]]) -> str:
    tr, instruction = talk.words_for(person), own[0][1]
    tasks = _named(task for task, _ in own)
    heard = texts.heard(tr, who=talk.person.name, task=tasks, words=instruction.words)
    return with_day(tr, heard, instruction)


def with_day(
    tr: Translator, said: str, instruction: Instruction, *, today: date | None = None
) -> str:
    """What is said of an instruction, followed by the day that its words mean without printing,
    or by the day that is over."""
    day = instruction.due_on
    if day and today and day < today:
        return texts.with_day_over(tr, said=said, day=day)
    printed = day is None or f"{day:%d/%m/%Y}" in instruction.words
    return said if printed or day is None else texts.with_day(tr, said=said, day=day)


def named(task: Task) -> str:
    """Its number and first words."""
    return deciding.named(task.number, task.content)


def _named(tasks: Iterable[Task]) -> str:
    return ", ".join(named(task) for task in tasks)
