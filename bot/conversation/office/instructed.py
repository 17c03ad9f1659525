"""Instructions as their lead meets them: answered by a button, a reply or in words; those open."""

import re
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.instruction_giving import WORDS, named, with_day
from bot.conversation.pressed import StaleButtonError
from bot.conversation.replies import read_reply
from bot.conversation.since import answered_since
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import task_numbered
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import instructing as texts
from bot.texts.reporting import said_back
from db.enums import Part
from db.models import Committee, Instruction
from db.queries.messages import delivery_answered, last_delivery
from plans.words import clean, cut
from tasks.errors import AlreadyDecidedError, NotYourTaskError
from tasks.instructions import answer_instruction, instructions
from tasks.rules import may_sum_up

ANSWER = re.compile(
    r"(?:xin )?(?:tra loi|phan hoi) (?:y kien )?chi dao"
    r"(?: (?:ve|viec|nhiem vu|so))* ?#?(?P<number>\d{1,5})?"
    r"[\s:,.\-]+(?P<words>.+)",
    re.DOTALL,
)
""" "Trả lời chỉ đạo việc 6: đã giao chị Hoa", of the lead's people."""
ASKED = re.compile(
    r"(?:(?:y kien )?chi dao (?:(?:ve|cua|cho) )?)?(?:(?:viec|nhiem vu)\s+)+#?(?P<number>\d{1,5})"
    r"(?: (?:chi dao|y kien|da|co|duoc|ai))* (?:tra loi|phan hoi)(?: (?:chi dao|y kien|gi))*"
    r" (?:chua|the nao|ra sao)(?: (?:a|nhi|vay|roi))*[ ?.]*"
)
""" "Việc 18 đã trả lời chỉ đạo chưa", of who gives or sees them all; over flattened text."""
TO_PERSON = re.compile(
    r"(?:(?:kinh|gui|bao cao|thua|da|vang)\b[\s:,]*)+(?:dong chi|d/c|anh|chi|bac|ong|ba|co|chu)\b"
)
""" "Kính gửi đồng chí Bình, nguyên nhân là ...", under an instruction; over flattened text."""
SHOWN = 200
"""Longest words of one in a list or on a card; all of them are kept."""
LISTED = 10
FOLLOWED = 3
"""Instructions named in a morning's message, the oldest."""


async def on_words(talk: Talk) -> Outgoing | None:
    """The answer to the one instruction that is open on one's tasks, or on the task named.

    Where none or several are, those that are open are listed.
    """
    text, lead_ids = clean(talk.incoming.text), talk.standing.agency_ids
    if may_sum_up(talk.standing) and (asked := ASKED.fullmatch(flatten(text))):
        return await _of_task(talk, int(asked["number"]))
    said = ANSWER.fullmatch(flatten(text)) if lead_ids else None
    if said is None:
        return None
    number, words = said["number"], text[said.start("words") :]
    found = await instructions(talk.session, talk.committee.id, lead_ids=lead_ids, unanswered=True)
    meant = [one for one in found if number is None or one.task.number == int(number)]
    if len(meant) != 1:
        return await unanswered(talk)
    return await _keep(talk, meant[0], words)


async def _of_task(talk: Talk, number: int) -> Outgoing | None:
    """The last instruction on a task: its answer, or that there is none; None where none is."""
    task = (await task_numbered(talk, number)).task
    given = await instructions(talk.session, talk.committee.id, task_id=task.id)
    if not given:
        return None
    last = given[-1]
    if last.answer is None:
        heading = texts.open_heading(talk.tr, count=1)
        line = _open_line(talk.tr, last, talk.zone, talk.today)
        return Outgoing((heading, line), about=(last.task_id,))
    since = await answered_since(talk, last)
    return Outgoing((since.said or "",), about=(last.task_id,))


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
        talk.tr, task=named(instruction.task), words=cut(instruction.words, SHOWN)
    )
    return Outgoing((question,), about=(instruction.task_id,))


def _refusal(talk: Talk, instruction: Instruction) -> str | None:
    task = instruction.task
    leads = [link.agency for link in task.agencies if link.part is Part.LEAD]
    if talk.standing.agency_ids & {agency.id for agency in leads}:
        return None
    named = ", ".join(agency.name for agency in leads)
    return said_back.not_a_reporter(talk.tr, number=task.number, leads=named)


async def _instruction(talk: Talk, argument: str) -> Instruction | None:
    instruction_id = read_id(argument)
    if instruction_id is None:
        return None
    found = await instructions(talk.session, talk.committee.id, instruction_id=instruction_id)
    return found[0] if found else None


async def open_instruction(talk: Talk, argument: str) -> Instruction | None:
    """The instruction, by its id, where this person may answer it and nobody has."""
    instruction = await _instruction(talk, argument)
    if instruction is None or instruction.answer is not None or _refusal(talk, instruction):
        return None
    return instruction


async def open_on_task(talk: Talk, number: int) -> Instruction | None:
    """The one instruction that nobody has answered on this task, of those that this person may."""
    lead_ids = talk.standing.agency_ids
    found = await instructions(talk.session, talk.committee.id, lead_ids=lead_ids, unanswered=True)
    meant = [one for one in found if one.task.number == number]
    return meant[0] if len(meant) == 1 else None


async def answer_given(talk: Talk, instruction_id: str) -> Outgoing | None:
    """The answer that was asked for, kept and told to the member."""
    instruction, words = await _instruction(talk, instruction_id), clean(talk.incoming.text)
    if instruction is None or not words:
        return None
    return await _keep(talk, instruction, words)


async def _keep(talk: Talk, instruction: Instruction, words: str) -> Outgoing:
    try:
        await answer_instruction(
            talk.session,
            instruction,
            cut(words, WORDS),
            by=talk.actor,
            names=talk.agency_names,
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
            task=named(instruction.task),
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


async def answered_beside(talk: Talk) -> Outgoing | None:
    """The answer to the instruction told last, of a report that begins with "Kính gửi đồng chí".

    None where it is no such report, or names other tasks than the instruction's.
    """
    if not TO_PERSON.match(flatten(talk.incoming.text)) or talk.incoming.reply_to:
        return None
    last = await last_delivery(talk.session, talk.chat.id)
    given = [choice.partition(":") for choice in last.choices] if last else []
    instruction_id = next((of_it for verb, _, of_it in given if verb == "answer"), "")
    instruction = await open_instruction(talk, instruction_id)
    named = {one.task for one in read_reply(talk.incoming.text, today=talk.today)} - {None}
    if instruction is None or not named <= {instruction.task.number}:
        return None
    return await _keep(talk, instruction, clean(talk.incoming.text))


def followed(
    tr: Translator, committee: Committee, found: Sequence[Instruction], *, today: date
) -> list[str]:
    """Instructions that wait for an answer, as lines of a morning's message."""
    if not found:
        return []
    zone = ZoneInfo(committee.timezone)
    lines = [_open_line(tr, one, zone, today) for one in found[:FOLLOWED]]
    return [texts.to_answer(tr, count=len(found)), *lines]


def _open_line(tr: Translator, one: Instruction, zone: ZoneInfo, today: date) -> str:
    leads = [link.agency.name for link in one.task.agencies if link.part is Part.LEAD]
    line = texts.open_line(
        tr,
        task=named(one.task),
        leads=", ".join(leads),
        who=one.person.name,
        when=tr.time(one.given_at, zone),
        words=cut(one.words, SHOWN),
    )
    return with_day(tr, line, one, today=today)


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
    lines = [_open_line(talk.tr, one, talk.zone, talk.today) for one in found[:LISTED]]
    rows = [
        (_answer_button(talk.tr, one),) for one in found[:FOLLOWED] if _refusal(talk, one) is None
    ]
    heading = texts.open_heading(talk.tr, count=len(found))
    about = tuple(dict.fromkeys(one.task_id for one in found[:LISTED]))
    return Outgoing((heading, *lines), tuple(rows), about=about)
