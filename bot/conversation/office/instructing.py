"""Instructions on tasks: a member gives one, its lead's people hear at once, one answers."""

import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.conversation.mentions import flatten
from bot.conversation.replies.names import find_names
from bot.conversation.replies.questions import is_question
from bot.conversation.replies.said import listen
from bot.conversation.since import StaleButtonError, answered_since
from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import instructing as texts
from bot.texts import office, reporting
from db.enums import Part, Role
from db.models import Committee, Instruction, Person, Task
from db.queries.messages import delivery_answered
from db.queries.office import reached_members
from db.queries.people import people_in_role
from db.queries.tasks import TaskNow, tasks_now
from plans.words import clean, cut
from tasks.errors import AlreadyDecidedError, NotYourRoleError, NotYourTaskError
from tasks.instructions import answer_instruction, give_instruction, instructions
from tasks.rules import may_instruct, may_run_office, may_sum_up

GIVEN = re.compile(
    r"(?:y kien )?chi dao(?: (?:ve|viec|nhiem vu|so))* ?#?(\d{1,5})\b[\s:,.\-]*(.*)"
    r"|#?(\d{1,5}) ?[:,]? ?(?:y kien )?chi dao[\s:,\-]+(.*)",
    re.DOTALL,
)
""" "chỉ đạo #12: ..." and "#12 chỉ đạo: ...", over flattened text."""
SPOKEN = re.compile(r"(?:y kien )?chi dao[\s:]+((?!cua|nao|gi|da|chua|nay|do)[a-z].+)", re.DOTALL)
""" "chỉ đạo Phòng Kinh tế khẩn trương việc 17": the task's number stands within the words."""
DEMANDED = re.compile(r"(?:yeu cau|don doc|nhac nho|nhac|phe binh)[\s:]+[a-z].*", re.DOTALL)
""" "Yêu cầu Phòng Văn hóa giải trình việc 6", of a member; the whole of it is the instruction."""
WORDS = 1000
"""Longest instruction or answer kept, in characters."""
SHOWN = 200
"""Longest words of one in a list or on a card; all of them are kept."""
LISTED = 10
FOLLOWED = 3
"""Instructions named in a morning's message, the oldest."""


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Chỉ đạo #12: báo cáo trước thứ sáu"."""
    text = clean(talk.incoming.text)
    found = GIVEN.fullmatch(flatten(text))
    if found is None:
        return await _within_words(talk, text)
    if not may_instruct(talk.standing):
        raise NotYourRoleError(Role.MEMBER)
    number, start = (found[1], found.start(2)) if found[1] else (found[3], found.start(4))
    tasks = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=int(number))
    if not tasks:
        return Outgoing((reporting.no_such_task(talk.tr, number=int(number)),))
    words = text[start:].strip()
    return await _give(talk, tasks[0], words) if words else _ask(talk, tasks[0])


async def _within_words(talk: Talk, text: str) -> Outgoing | None:
    """An instruction that names its one task among its words; None where it is none."""
    flat = flatten(text)
    found, demands = SPOKEN.fullmatch(flat), DEMANDED.fullmatch(flat)
    if not may_instruct(talk.standing) or is_question(listen(text).words):
        return None
    if found is None and (demands is None or may_run_office(talk.standing)):
        return None
    words = text[found.start(1) :].strip() if found else text
    numbers = {n for *_, several in find_names(listen(words).words) for n in several}
    tasks = [
        one
        for number in numbers
        for one in await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    ]
    return await _give(talk, tasks[0], words) if len(numbers) == len(tasks) == 1 else None


async def on_instruct(talk: Talk, argument: str) -> Outgoing:
    """ "Chỉ đạo" on a card; what is typed next is the instruction."""
    if not may_instruct(talk.standing):
        raise NotYourRoleError(Role.MEMBER)
    now_task = await _task(talk, argument)
    if now_task is None:
        raise StaleButtonError
    return _ask(talk, now_task)


def _ask(talk: Talk, now_task: TaskNow) -> Outgoing:
    talk.remember(office={"what": "instruct", "part": str(now_task.task.id)})
    question = texts.ask_words(talk.tr, task=_named(now_task.task))
    return Outgoing((question,), about=(now_task.task.id,))


async def words_given(talk: Talk, task_id: str) -> Outgoing | None:
    """The instruction that was asked for."""
    now_task, words = await _task(talk, task_id), clean(talk.incoming.text)
    if now_task is None or not words:
        return None
    return await _give(talk, now_task, words)


async def _task(talk: Talk, argument: str) -> TaskNow | None:
    task_id = read_id(argument)
    if task_id is None:
        return None
    found = await tasks_now(talk.session, talk.committee.id, today=talk.today, task_ids=[task_id])
    return found[0] if found else None


async def _give(talk: Talk, now_task: TaskNow, words: str) -> Outgoing:
    task = now_task.task
    instruction = await give_instruction(
        talk.session,
        now_task,
        cut(words, WORDS),
        by=talk.person,
        standing=talk.standing,
        now=talk.now,
        today=talk.today,
    )
    members = await reached_members(talk.session, talk.committee.id, now_task.agency_ids(Part.LEAD))
    leads = {held.person_id: held.person for held in members}
    for person in leads.values():
        tr = talk.words_for(person)
        button = Choice(texts.button_answer(tr), f"answer:{instruction.id}")
        await talk.tell(
            person, Outgoing((_heard(talk, person, instruction, task),), ((button,),), (task.id,))
        )
    for secretary in await people_in_role(talk.session, talk.committee.id, Role.SECRETARY):
        if secretary.id not in {*leads, talk.person.id}:
            heard = _heard(talk, secretary, instruction, task)
            await talk.tell(secretary, Outgoing((heard,), about=(task.id,)))
    told = ", ".join(person.name for person in leads.values())
    text = texts.given(talk.tr, task=_named(task), told=told, words=instruction.words)
    return Outgoing((text,), about=(task.id,))


def _heard(talk: Talk, person: Person, instruction: Instruction, task: Task) -> str:
    return texts.heard(
        talk.words_for(person),
        who=talk.person.name,
        task=_named(task),
        words=instruction.words,
    )


def _named(task: Task) -> str:
    return office.named(task.number, task.content)


async def on_answer(talk: Talk, argument: str) -> Outgoing:
    """ "Trả lời" under an instruction; what is typed next is the answer."""
    instruction = await _instruction(talk, argument)
    if instruction is None:
        raise StaleButtonError
    if refusal := _refusal(talk, instruction):
        return Outgoing((refusal,))
    if instruction.answer is not None:
        raise await answered_since(talk, instruction)
    talk.remember(office={"what": "answer", "part": str(instruction.id)})
    question = texts.ask_answer(
        talk.tr, task=_named(instruction.task), words=cut(instruction.words, SHOWN)
    )
    return Outgoing((question,), about=(instruction.task_id,))


def _refusal(talk: Talk, instruction: Instruction) -> str | None:
    task = instruction.task
    leads = [link.agency for link in task.agencies if link.part is Part.LEAD]
    if talk.standing.agency_ids & {agency.id for agency in leads}:
        return None
    named = ", ".join(agency.name for agency in leads)
    return reporting.not_a_reporter(talk.tr, number=task.number, leads=named)


async def _instruction(talk: Talk, argument: str) -> Instruction | None:
    instruction_id = read_id(argument)
    if instruction_id is None:
        return None
    found = await instructions(talk.session, talk.committee.id, instruction_id=instruction_id)
    return found[0] if found else None


async def answer_given(talk: Talk, instruction_id: str) -> Outgoing | None:
    """The answer that was asked for, kept and told to the member."""
    instruction, words = await _instruction(talk, instruction_id), clean(talk.incoming.text)
    if instruction is None or not words:
        return None
    try:
        await answer_instruction(
            talk.session,
            instruction,
            cut(words, WORDS),
            by=talk.person,
            standing=talk.standing,
            names=talk.agency_names,
            now=talk.now,
        )
    except AlreadyDecidedError as refusal:
        raise await answered_since(talk, instruction) from refusal
    except NotYourTaskError:
        if not_theirs := _refusal(talk, instruction):
            return Outgoing((not_theirs,))
        raise StaleButtonError from None
    member = instruction.person
    if member.id != talk.person.id:
        heard = texts.answer_heard(
            talk.words_for(member),
            who=talk.person.name,
            agency=", ".join(talk.agency_names),
            task=_named(instruction.task),
            answer=cut(words, WORDS),
        )
        await talk.tell(member, Outgoing((heard,), about=(instruction.task_id,)))
    return Outgoing((texts.answered(talk.tr, who=member.name),), about=(instruction.task_id,))


async def on_reply(talk: Talk) -> Outgoing | None:
    """A message that answers the instruction's own message says the answer."""
    if not talk.incoming.reply_to or not talk.incoming.text.strip():
        return None
    delivery = await delivery_answered(talk.session, talk.chat.id, talk.incoming.reply_to)
    for data in delivery.choices if delivery else ():
        verb, _, argument = str(data).partition(":")
        if verb == "answer":
            return await answer_given(talk, argument)
    return None


def followed(tr: Translator, committee: Committee, found: Sequence[Instruction]) -> list[str]:
    """Instructions that wait for an answer, as lines of a morning's message."""
    if not found:
        return []
    zone = ZoneInfo(committee.timezone)
    lines = [_open_line(tr, one, zone) for one in found[:FOLLOWED]]
    return [texts.to_answer(tr, count=len(found)), *lines]


def _open_line(tr: Translator, one: Instruction, zone: ZoneInfo) -> str:
    leads = [link.agency.name for link in one.task.agencies if link.part is Part.LEAD]
    return texts.open_line(
        tr,
        task=_named(one.task),
        leads=", ".join(leads),
        who=one.person.name,
        when=tr.time(one.given_at, zone),
        words=cut(one.words, SHOWN),
    )


def _answer_button(tr: Translator, one: Instruction) -> Choice:
    return Choice(f"{texts.button_answer(tr)} #{one.task.number}", f"answer:{one.id}")


async def on_list(talk: Talk, argument: str = "") -> Outgoing:
    """/chidao: what is open; for an agency's people, on their own tasks."""
    return await unanswered(talk)


async def unanswered(talk: Talk) -> Outgoing:
    """Instructions that nobody has answered, those on one's own tasks unless one sees all."""
    lead_ids = None if may_sum_up(talk.standing) else talk.standing.agency_ids
    found = await instructions(talk.session, talk.committee.id, lead_ids=lead_ids, unanswered=True)
    if not found:
        return Outgoing((texts.none_open(talk.tr),))
    lines = [_open_line(talk.tr, one, talk.zone) for one in found[:LISTED]]
    rows = [
        (_answer_button(talk.tr, one),) for one in found[:FOLLOWED] if _refusal(talk, one) is None
    ]
    heading = texts.open_heading(talk.tr, count=len(found))
    about = tuple(dict.fromkeys(one.task_id for one in found[:LISTED]))
    return Outgoing((heading, *lines), tuple(rows), about=about)
