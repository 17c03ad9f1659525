"""Instructions on tasks (chỉ đạo): a member gives one, its lead's people hear at once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.demanding import demanded
from bot.conversation.office.order_times import day_within, missing_day
from bot.conversation.office.whose import led_by_another
from bot.conversation.pressed import keep_for_press, kept_for_press
from bot.conversation.questions.listing import still_open
from bot.conversation.questions.looking import look
from bot.conversation.questions.scopes import Scope
from bot.conversation.questions.task_list import Page, show_list
from bot.conversation.replies import read_reply
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.targets.names import find_names
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import find_numbered, task_numbered, task_of_button, task_pressed
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import deciding
from bot.texts.office import instructing as texts
from db.enums import Part, Role
from db.models import Instruction, Person, Task
from db.queries.office import reached_members
from db.queries.people import people_in_role
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import NotYourRoleError
from tasks.instructions import give_instruction
from tasks.rules import may_instruct, may_run_office

GIVEN = re.compile(
    r"(?:(?:y kien )?chi dao|cho y kien(?: chi dao)?)"
    r"(?: (?:ve|viec|nhiem vu|so))* ?#?(\d{1,5})\b[\s:,.\-]*(.*)"
    r"|(?:(?:viec|nhiem vu|so)\s+)*#?(\d{1,5}) ?[:,]? ?(?:y kien )?chi dao[\s:,\-]+"
    r"((?!gi\b|chua\b|nao\b|the nao\b|da\b).*)",
    re.DOTALL,
)
""" "chỉ đạo #12: ..." and "việc 12 chỉ đạo: ...", over flattened text."""
SPOKEN = re.compile(r"(?:y kien )?chi dao[\s:]+((?!cua|nao|gi|da|chua|nay|do)[a-z].+)", re.DOTALL)
""" "chỉ đạo Phòng Kinh tế khẩn trương việc 17": the task's number stands within the words."""
DEMANDED = re.compile(
    r"(?:yeu cau|don doc|nhac nho|nhac|phe binh)[\s:]+[a-z].*"
    r"|de nghi (?!(?:\w+ )?gia han|cho\b|duoc\b|lui\b|sua\b)[a-z].*\b(?:bao cao|giai trinh|"
    r"lam ro|khan truong|tap trung|day nhanh|som|hoan thanh|trien khai|thuc hien|phoi hop|"
    r"kiem tra|ra soat)\b.*",
    re.DOTALL,
)
""" "Yêu cầu Phòng Văn hóa giải trình việc 6", of a member; the whole of it is the instruction, as
of what says that a task must be done (`demanding`)."""
WITHDRAWN = re.compile(
    r"(?:rut|huy|bo|thu hoi|xoa|sua|thay|dieu chinh)(?: lai)? (?:y kien )?chi dao\b"
)
""" "Rút lại chỉ đạo việc 6": what its lead has read stays kept."""
WISHED = re.compile(
    r"\b(?:can|phai|nen|lam lai|khan truong|som|gap|cham|chua dat|khong dat|giai trinh|bo sung|"
    r"quan tam|chu y|luu y|tap trung|kiem tra|ra soat|nhac|de nghi|yeu cau|day nhanh|lam ro)\b"
)
""" "Việc 38 cần có số liệu", of a member: asked whether it is an instruction; flattened."""
NUDGED = re.compile(
    r"nhac(?! nho)\b|(?:yeu cau|de nghi)[\s:]+(?:bot|he thong)\b"
    r"|.*\b(?:cac|tat ca|moi|nhung)\b.*\bchua (?:bao cao|nop|cap nhat)\b"
)
""" "Nhắc họ đi", "đôn đốc các đơn vị chưa báo cáo": of the reminding, no demand on one task."""
WORDS = 1000
"""Longest instruction or answer kept, in characters."""


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Chỉ đạo #12: báo cáo trước thứ sáu"."""
    text = clean(talk.incoming.text)
    if may_instruct(talk.standing) and WITHDRAWN.match(flatten(text)):
        return Outgoing((texts.not_withdrawn(talk.tr),))
    found = GIVEN.fullmatch(flatten(text))
    if found is None:
        return await _within_words(talk, text)
    if not may_instruct(talk.standing):
        raise NotYourRoleError(Role.MEMBER)
    number, start = (found[1], found.start(2)) if found[1] else (found[3], found.start(4))
    now_task, words = await task_numbered(talk, int(number)), text[start:].strip()
    return await _give(talk, now_task, words) if words else _ask(talk, now_task)


async def _within_words(talk: Talk, text: str) -> Outgoing | None:
    """An instruction that names its one task among its words; None where it is none."""
    flat = flatten(text)
    found, demands = SPOKEN.fullmatch(flat), DEMANDED.fullmatch(flat)
    if not may_instruct(talk.standing) or is_question(listen(text).words):
        return None
    must = demands is not None or await demanded(talk)
    if found is None and (not must or may_run_office(talk.standing)):
        return await _of_wished_task(talk, text)
    words = text[found.start(1) :].strip() if found else text
    numbers = {n for *_, several in find_names(listen(words).words) for n in several}
    now_task = await find_numbered(talk, *numbers) if len(numbers) == 1 else None
    agencies = (await known_agencies(talk)).named(words)
    if now_task is not None:
        helped = now_task.agency_ids(Part.COORDINATING)
        whom = frozenset() if {*agencies} & {*helped} else frozenset(agencies)
        given = talk.typed or words
        return led_by_another(talk, now_task, whom) or await _give(talk, now_task, given, words)
    if len(numbers) > 1:
        return Outgoing((texts.of_which_task(talk.tr),))
    if not numbers and (offered := await _of_spoken_task(talk, words, agencies)):
        return offered
    return await _of_which(talk, agencies) if found and agencies and not numbers else None


async def _of_wished_task(talk: Talk, text: str) -> Outgoing | None:
    """A wish of a member on one task: asked whether it is an instruction."""
    if may_run_office(talk.standing) or talk.standing.agency_ids:
        return None
    numbers = {n for *_, several in find_names(listen(text).words) for n in several}
    now_task = await find_numbered(talk, *numbers) if len(numbers) == 1 else None
    if now_task is None or not WISHED.search(flatten(text)):
        return None
    if any(one.extension for one in read_reply(text, today=talk.today)):
        return None
    return ask_to_pass_on(talk, now_task, talk.typed or text)


async def _of_spoken_task(talk: Talk, words: str, agencies: Sequence[int]) -> Outgoing | None:
    """A demand right behind a task's card: asked whether it is of that one; what is kept with the
    chat is given by the press."""
    spoken_of = await tasks_spoken_of(talk)
    if len(spoken_of) != 1 or NUDGED.match(flatten(words)):
        return None
    now_task, leads = spoken_of[0], spoken_of[0].agency_ids(Part.LEAD)
    if agencies and not {*agencies} & {*leads}:
        return None
    return ask_to_pass_on(talk, now_task, words)


def ask_to_pass_on(talk: Talk, now_task: TaskNow, words: str) -> Outgoing:
    """Whether a member's words on a task are to be given as an instruction; kept for the press."""
    task, words = now_task.task, cut(words, WORDS)
    kept = {"task": task.id, "words": words}
    number = keep_for_press(talk, "demand", kept, counter="demands")
    question = texts.ask_whether(talk.tr, task=named(task), words=words)
    button = Choice(texts.button_pass_on(talk.tr), f"demand:{number}")
    return Outgoing((question,), ((button,),), about=(task.id,))


async def on_demand(talk: Talk, argument: str) -> Outgoing:
    """ "Chuyển" under that question. Raises `StaleButtonError` where another came since."""
    if not may_instruct(talk.standing):
        raise NotYourRoleError(Role.MEMBER)
    kept = kept_for_press(talk, "demand", argument)
    now_task = await task_pressed(talk, str(kept["task"]))
    talk.remember(demand=None)
    return await _give(talk, now_task, str(kept["words"]))


async def _of_which(talk: Talk, agency_ids: tuple[int, ...]) -> Outgoing | None:
    """An instruction to an agency that names no task: its open ones, to say which is meant."""
    scope = Scope(agency_ids)
    found = await still_open(talk, await look(talk, scope), scope)
    if isinstance(found, Outgoing):
        return None
    listed = await show_list(talk, found, Page())
    return replace(listed, blocks=(texts.of_which_task(talk.tr), *listed.blocks))


async def on_instruct(talk: Talk, argument: str) -> Outgoing:
    """ "Chỉ đạo" on a card; what is typed next is the instruction."""
    if not may_instruct(talk.standing):
        raise NotYourRoleError(Role.MEMBER)
    now_task = await task_pressed(talk, argument)
    return _ask(talk, now_task)


def _ask(talk: Talk, now_task: TaskNow) -> Outgoing:
    talk.remember(office={"what": "instruct", "part": str(now_task.task.id)})
    question = texts.ask_words(talk.tr, task=named(now_task.task))
    return Outgoing((question,), about=(now_task.task.id,))


async def words_given(talk: Talk, task_id: str) -> Outgoing | None:
    """The instruction that was asked for."""
    now_task, words = await task_of_button(talk, task_id), clean(talk.incoming.text)
    if now_task is None or not words:
        return None
    return await _give(talk, now_task, words)


async def _give(
    talk: Talk, now_task: TaskNow, words: str, vietnamese: str | None = None
) -> Outgoing:
    """Keep the words; an instruction in English is read in its Vietnamese wording."""
    task, today, read = now_task.task, talk.today, vietnamese or words
    if missing := missing_day(read, today=today):
        talk.remember(office={"what": "instruct", "part": str(task.id)})
        said = texts.no_such_day(talk.tr, day=missing, task=named(task))
        return Outgoing((said,), about=(task.id,))
    instruction = await give_instruction(
        talk.session,
        now_task,
        cut(words, WORDS),
        by=talk.actor,
        due_on=day_within(read, today=today),
    )
    members = await reached_members(talk.session, talk.committee.id, now_task.agency_ids(Part.LEAD))
    leads = {held.person_id: held.person for held in members}
    told = talk.others(leads.values()) or list(leads.values())
    for person in told:
        tr = talk.words_for(person)
        button = Choice(texts.button_answer(tr), f"answer:{instruction.id}")
        await talk.tell(
            person, Outgoing((_heard(talk, person, instruction, task),), ((button,),), (task.id,))
        )
    for secretary in await people_in_role(talk.session, talk.committee.id, Role.SECRETARY):
        if secretary.id not in {*leads, talk.person.id}:
            heard = _heard(talk, secretary, instruction, task)
            await talk.tell(secretary, Outgoing((heard,), about=(task.id,)))
    names = ", ".join(person.name for person in told)
    text = with_day(
        talk.tr,
        texts.given(talk.tr, task=named(task), told=names, words=instruction.words),
        instruction,
    )
    return Outgoing((text,), about=(task.id,))


def _heard(talk: Talk, person: Person, instruction: Instruction, task: Task) -> str:
    tr = talk.words_for(person)
    heard = texts.heard(tr, who=talk.person.name, task=named(task), words=instruction.words)
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
    return deciding.named(task.number, task.content)
