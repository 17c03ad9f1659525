"""Instructions on tasks (chỉ đạo): a member gives one, its lead's people hear at once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.dates.days import find_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.demanding import demanded
from bot.conversation.office.instruction_giving import WORDS, give, named
from bot.conversation.office.numbers import BARE, read_numbers
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
from bot.conversation.tasks.cards import card
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import find_numbered, task_numbered, task_of_button, task_pressed
from bot.conversation.tasks.office_task import everybody
from bot.ports import Choice, Outgoing
from bot.texts.office import instructing as texts
from db.enums import Part, Role
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import NotYourRoleError
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
TO_ME = re.compile(
    r"\b(?:bao cao|giai trinh|tra loi)(?: (?:lai|ngay|gap|cho|voi|len))* (?:toi|minh)\b"
)
WISHED = re.compile(
    r"\b(?:can|(?<!khong )phai|nen|lam lai|khan truong|som|gap|cham|chua dat|khong dat|giai trinh|"
    r"bo sung|quan tam|chu y|luu y|tap trung|kiem tra|ra soat|nhac|de nghi|yeu cau|day nhanh|"
    r"lam ro)\b"
)
""" "Việc 38 cần có số liệu", of a member: asked whether it is an instruction; flattened."""
CLAUSES = re.compile(r"[?,;]+\s*|[.!]\s+")
TOLD = re.compile(r"\b(?:da|roi|chua|se|dang)\b")
""" "Phòng Kinh tế đã báo cáo tôi rồi" asks for nothing; over flattened text."""
NUDGED = re.compile(
    r"nhac(?! nho)\b|(?:yeu cau|de nghi)[\s:]+(?:bot|he thong)\b"
    r"|.*\b(?:cac|tat ca|moi|nhung)\b.*\bchua (?:bao cao|nop|cap nhat)\b"
    r"|(?:don doc|nhac nho)\b(?!.*\d).*\b(?:bao cao|gui|nop|cap nhat)\b"
)
""" "Nhắc họ đi", "đôn đốc các đơn vị chưa báo cáo", "đôn đốc Phòng Kinh tế gửi báo cáo": of the
reminding, no demand on one task."""
MOST = 10
"""Tasks that one instruction is given on at once."""


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
    return await give(talk, [now_task], words) if words else _ask(talk, now_task)


async def _within_words(talk: Talk, text: str) -> Outgoing | None:
    """An instruction that names its tasks among its words; None where it is none."""
    flat = flatten(text)
    found, demands = SPOKEN.fullmatch(flat), DEMANDED.fullmatch(flat)
    if not may_instruct(talk.standing):
        return None
    if is_question(listen(text).words):
        return await _behind_question(talk, text)
    must = demands is not None or await demanded(talk)
    wants = TO_ME.search(flat) and not TOLD.search(flat)
    if found is None and (not (must or wants) or may_run_office(talk.standing)):
        return await _of_wished_tasks(talk, text)
    words = text[found.start(1) :].strip() if found else text
    numbers, agencies = _numbers(words), (await known_agencies(talk)).named(words)
    if found is None and not must and (numbers or not agencies):
        return await _of_wished_tasks(talk, text)
    if not numbers and (bare := await _bare_numbers(talk, words)):
        return await _of_several(talk, bare, talk.typed or words, agencies)
    now_task = await find_numbered(talk, *numbers) if len(numbers) == 1 else None
    if now_task is not None:
        helped = now_task.agency_ids(Part.COORDINATING)
        whom = frozenset() if {*agencies} & {*helped} else frozenset(agencies)
        given = talk.typed or words
        return led_by_another(talk, now_task, whom) or await give(talk, [now_task], given, words)
    if len(numbers) > 1:
        return await _of_several(talk, numbers, talk.typed or words, agencies)
    if not numbers and (offered := await _of_spoken_task(talk, words, agencies)):
        return offered
    asks = found or ((demands or wants) and not NUDGED.match(flat))
    return await _of_which(talk, agencies, words) if asks and agencies and not numbers else None


async def _behind_question(talk: Talk, text: str) -> Outgoing | None:
    """ "17 tới đâu rồi, báo cáo tôi hôm nay": the card, and whether what it asks for is passed on.

    None where nothing behind the question asks for anything.
    """
    *before, behind = CLAUSES.split(flatten(text).rstrip(" .!?"))
    if not before or is_question(behind):
        return None
    offered = await _of_wished_tasks(talk, text, behind)
    if offered is None or len(offered.about) != 1:
        return offered
    now_task = await task_pressed(talk, str(offered.about[0]))
    return replace(offered, blocks=(*(await card(talk, now_task)).blocks, *offered.blocks))


def _numbers(text: str) -> list[int]:
    found = (number for *_, several in find_names(listen(text).words) for number in several)
    return list(dict.fromkeys(found))


async def _bare_numbers(talk: Talk, text: str) -> list[int]:
    """The tasks whose numbers alone end the words; none where one of them is nobody's."""
    found = BARE.search(flatten(text))
    numbers = read_numbers(found["numbers"]) if found else []
    known = [await find_numbered(talk, number) is not None for number in numbers]
    return numbers if all(known) else []


async def _of_wished_tasks(talk: Talk, text: str, wish: str = "") -> Outgoing | None:
    """A wish of a member on tasks that it names: asked whether it is an instruction.

    `wish` is the part that wishes, flattened, where that is not the whole text.
    """
    wish = wish or flatten(text)
    if may_run_office(talk.standing) or talk.standing.agency_ids:
        return None
    numbers = _numbers(text) or await _bare_numbers(talk, text)
    wants = TO_ME.search(wish) and not TOLD.search(wish)
    if not numbers or not (wants or WISHED.search(wish)):
        return None
    if any(one.extension for one in read_reply(text, today=talk.today)):
        return None
    if len(numbers) > 1:
        return await _of_several(talk, numbers, talk.typed or text, ())
    now_task = await find_numbered(talk, numbers[0])
    return ask_to_pass_on(talk, [now_task], talk.typed or text) if now_task else None


async def _of_several(
    talk: Talk, numbers: Sequence[int], words: str, agencies: Sequence[int]
) -> Outgoing:
    """The same words on each of several tasks, once they are pressed; of the agencies that are
    named, what these lead or help with. Where each has its own day, one is to be said at a time."""
    said = listen(words)
    days = find_days(said.words, today=talk.today, marked=said.marked)
    if len({day.last for day in days}) > 1:
        return Outgoing((texts.of_which_task(talk.tr),))
    tasks = [await task_numbered(talk, number) for number in numbers[:MOST]]
    theirs = [one for one in tasks if not agencies or {*agencies} & {*everybody(one)}]
    return ask_to_pass_on(talk, theirs or tasks, words)


async def _of_spoken_task(talk: Talk, words: str, agencies: Sequence[int]) -> Outgoing | None:
    """A demand right behind a task's card: asked whether it is of that one; what is kept with the
    chat is given by the press."""
    spoken_of = await tasks_spoken_of(talk)
    if len(spoken_of) != 1 or NUDGED.match(flatten(words)):
        return None
    now_task, leads = spoken_of[0], spoken_of[0].agency_ids(Part.LEAD)
    if agencies and not {*agencies} & {*leads}:
        return None
    return ask_to_pass_on(talk, [now_task], words)


def ask_to_pass_on(talk: Talk, tasks: Sequence[TaskNow], words: str) -> Outgoing:
    """Whether a member's words on tasks are to be given as an instruction; kept for the press."""
    about, words = tuple(one.task.id for one in tasks), cut(words, WORDS)
    kept = {"tasks": list(about), "words": words}
    number = keep_for_press(talk, "demand", kept, counter="demands")
    named_tasks = ", ".join(named(one.task) for one in tasks)
    question = texts.ask_whether(talk.tr, task=named_tasks, words=words)
    button = Choice(texts.button_pass_on(talk.tr), f"demand:{number}")
    return Outgoing((question,), ((button,),), about=about)


async def on_demand(talk: Talk, argument: str) -> Outgoing:
    """ "Chuyển" under that question. Raises `StaleButtonError` where another came since."""
    if not may_instruct(talk.standing):
        raise NotYourRoleError(Role.MEMBER)
    kept = kept_for_press(talk, "demand", argument)
    tasks = [await task_pressed(talk, str(task_id)) for task_id in kept["tasks"]]
    talk.remember(demand=None)
    return await give(talk, tasks, str(kept["words"]))


async def _of_which(talk: Talk, agency_ids: tuple[int, ...], words: str) -> Outgoing | None:
    """An instruction to an agency that names no task: its open ones, to say which is meant.

    The words are kept, and offered to be given on the one that is pressed.
    """
    scope = Scope(agency_ids)
    found = await still_open(talk, await look(talk, scope), scope)
    if isinstance(found, Outgoing):
        return None
    listed = await show_list(talk, found, Page())
    kept = {"words": cut(talk.typed or words, WORDS)}
    number = keep_for_press(talk, "ofwhich", kept, counter="demands")
    rows = tuple(
        tuple(replace(one, data=one.data.replace("task:", f"demandof:{number}:")) for one in row)
        for row in listed.choices
    )
    return replace(listed, blocks=(texts.of_which_task(talk.tr), *listed.blocks), choices=rows)


async def on_demand_of(talk: Talk, argument: str) -> Outgoing:
    """A task under that question: "kept:task". Raises `StaleButtonError` for what is gone."""
    if not may_instruct(talk.standing):
        raise NotYourRoleError(Role.MEMBER)
    number, _, task_id = argument.partition(":")
    words = str(kept_for_press(talk, "ofwhich", number)["words"])
    return ask_to_pass_on(talk, [await task_pressed(talk, task_id)], words)


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


async def words_given(talk: Talk, task_ids: str) -> Outgoing | None:
    """The instruction that was asked for, of the tasks with these ids."""
    found = [await task_of_button(talk, task_id) for task_id in task_ids.split(",")]
    tasks, words = [one for one in found if one is not None], clean(talk.incoming.text)
    return await give(talk, tasks, words) if tasks and words else None
