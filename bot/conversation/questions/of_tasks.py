"""What is asked of tasks by their numbers: how they stand, when they are due, who told what."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.listening.mentions import flatten
from bot.conversation.people.entering import on_help
from bot.conversation.questions import asking
from bot.conversation.questions.asked_sums import asks_for_sums
from bot.conversation.questions.inquiry_words import About
from bot.conversation.questions.looking import look, plan_names
from bot.conversation.questions.parts import nearest, written
from bot.conversation.questions.rollup import on_roll_up
from bot.conversation.questions.scopes import Scope
from bot.conversation.replies import Reply
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import (
    card,
    deadline_of,
    not_a_reader,
    obstacles_of,
    on_number,
)
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import find_numbered, followed_tasks
from bot.conversation.tasks.history import on_history
from bot.conversation.tasks.lists import PAGE, on_part, task_buttons
from bot.conversation.tasks.office_card import wish_lines
from bot.conversation.tasks.standing import standing_of, standings_of
from bot.conversation.tasks.task_filters import part_named
from bot.ports import Outgoing
from bot.texts import common, groups
from bot.texts.questions import task_lines
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as texts
from db.enums import Part
from db.queries.tasks import TaskNow
from plans.words import clean
from reports.status import Flag
from tasks.rules import may_sum_up

TASK = r"(?:(?:cua|ve|cho|viec|nhiem vu|so|task|number|of|for) )*#?(?P<{}>\d{{1,5}})\b"
THIS = r"(?:cua )?(?:viec|nhiem vu|noi dung|cai) (?:nay|do|ay|tren)"
TOLD = (
    r"(?:bao(?: cao)?|cap nhat|nhap|ghi(?: nhan)?|sua|dieu chinh|xac nhan|duyet|reported|updated)"
)
HISTORY = re.compile(
    r"(?:(?:cho|xem|lai|toi|em|xin|hoi|gui|show|see) )*"
    r"(?:lich su|dien bien|qua trinh|cac lan bao cao|nhat ky|history)"
    rf"(?: (?:thuc hien|bao cao|cap nhat|sua(?: doi)?|dieu chinh|thay doi))*"
    rf"(?: (?:{TASK.format('a')}|{THIS}))?(?:\D{{0,60}})"
    rf"|(?:ai|who) (?:da |vua |moi |la nguoi )*{TOLD}(?: (?:la|thay|xong))* {TASK.format('b')}"
    r"\D{0,60}"
    rf"|{TASK.format('c')},? (?:thi |la |do )?ai (?:da |vua |moi )*{TOLD}\D{{0,60}}"
)
""" "Lịch sử việc 21", "ai báo việc 5 xong, khi nào, kèm gì"; over flattened text."""
WHEN = r"(?:bao gio|khi nao|luc nao|ngay nao|hom nao|ngay may)"
DAYS = r"(?:con )?(?:bao nhieu|may|bao lau|how many)(?: (?:ngay|days?|hom))?(?: (?:nua|left))?"
ENDS = r"(?:(?:thi|la|se|moi|den|toi|het|sap|is|are|to|until) )*"
LEFT = re.compile(
    rf"(?:{DAYS}|{WHEN}) {ENDS}(?:han|due) {TASK.format('a')}\D{{0,20}}"
    rf"|{TASK.format('b')},? (?:thi )?(?:con )?{ENDS}(?:{DAYS}|(?:han )?(?:la )?{WHEN})"
    rf"(?: {ENDS}han)?\D{{0,12}}"
    rf"|(?:thoi )?han (?:chot )?{TASK.format('c')},? (?:la |den |toi |vao )*"
    rf"(?:{WHEN}|{DAYS}|the nao)\D{{0,12}}"
    rf"|(?:when is|what is the (?:deadline|due day|due date) (?:of|for)|deadline (?:of|for)|"
    rf"(?:how (?:many days|much time|long)(?: \w+){{0,5}}?(?: left)?) (?:for|until|till|on))"
    rf" {TASK.format('d')}(?: (?:is )?due)?\W*"
)
""" "Còn bao nhiêu ngày nữa đến hạn việc 12", "hạn việc 12 là ngày nào"; over flattened text."""


FIELD = re.compile(
    r"(?:(?:the|vay|con|cho|toi|em|hoi)[ ,]+)*(?:"
    r"(?:ai|(?:co quan|don vi|phong|ben|nhung ai|phong ban) nao|gom (?:nhung )?ai)"
    r" (?:la |cung |se |dang )*(?:phoi hop|chu tri|phu trach|lam|thuc hien)"
    r"(?: (?:cung|voi|viec nay))*"
    r"|(?:phoi hop|chu tri)(?: voi)? (?:(?:nhung )?ai|(?:co quan|don vi|phong) nao)"
    r"|(?:san pham|noi dung|thoi han|han|dau ra|ket qua can co|minh chung)(?: (?:dau ra|cu the|cua "
    r"(?:no|viec nay|nhiem vu nay)))*(?: (?:la|can|phai|co|nop))*"
    r" (?:gi|nao|the nao|khi nao|ngay nao)"
    r"|who (?:helps|leads|is helping|is leading)(?: with)?(?: it| this)?|what is (?:the|its) "
    r"(?:product|deadline|due day)"
    r")(?: (?:vay|the|nhi|a|ha|day))*"
)
""" "Ai phối hợp?", "sản phẩm là gì?": a line of the card that was shown last; flattened."""
RATE = re.compile(
    rf"(?:(?:cho|xem|toi|em|xin|hoi) )*(?:ty le|ti le|phan tram|ket qua|so lieu|muc do)"
    rf"(?: (?:hoan thanh|thuc hien|dat duoc|hien tai))* {TASK.format('a')}\D{{0,20}}"
)
""" "Tỷ lệ hoàn thành việc 18" asks; a figure behind it reports."""


WHY = re.compile(
    rf"(?:(?:the|vay|cho|toi|em|hoi|biet)[ ,]+)*(?:(?:tai|vi) sao|sao|ly do)"
    rf"(?: ma)? {TASK.format('a')}"
    rf"(?!.*\bnhac).{{0,40}}"
    rf"|{TASK.format('b')}(?!.*\bnhac).{{0,40}} (?:(?:vi|tai) sao|do dau|ly do(?: la)?(?: gi)?)"
    rf"(?: (?:the|vay|a|nhi))*|why is {TASK.format('c')}\D{{0,20}}"
)
""" "Tại sao việc 6 chậm": its card, and whether a reason was ever reported."""
ACCEPTED = re.compile(
    rf"(?:the |vay |con |sao |tai sao |vi sao )*{TASK.format('a')}"
    rf"(?: (?:da|duoc|co|ai|chua|van|khong))* "
    rf"(?:xac nhan|duyet|phe duyet|nghiem thu|cong nhan)(?: (?:xong|hoan thanh))*"
    rf"(?: (?:chua|roi|khong|a|vay|nhi))*"
    rf"|(?:has|is|was) {TASK.format('b')} (?:been |already )*(?:approved|confirmed|accepted)"
    rf"(?: yet| already)*"
)
""" "Việc 20 đã được duyệt chưa"; over flattened text."""
ASKS_OF_ACCEPTANCE = re.compile(
    r"\b(?:chua|khong)(?: (?:a|vay|nhi))*$|^(?:tai |vi )?sao\b|^(?:has|is|was)\b"
)
LATE = re.compile(r"\b(?:qua han|tre han|cham|tre|no|overdue|late|behind)\b")
""" "Phòng nào chưa có thủ trưởng" asks of nothing that is late; over flattened text."""
SHOWN = re.compile(
    rf"(?:what about|how about|and|how is|how are we doing with|what is|show(?: me)?) "
    rf"{TASK.format('a')}(?: (?:doing|going|now|then))*"
)
""" "What about 28?" asks for its card."""


WHO_ACCEPTS = re.compile(r"\bai (?:da |se |vua )*(?:xac nhan|phe duyet|duyet|nghiem thu)\b")


async def on_words(talk: Talk) -> Outgoing | None:
    """A task's history, its due day or how far it is, asked for in words; None where none is."""
    flat = flatten(clean(talk.incoming.text)).strip(" .!?")
    if found := HISTORY.fullmatch(flat):
        now_task = await meant_task(talk, found)
        if now_task and WHO_ACCEPTS.search(flat) and await _waits(talk, now_task):
            return await _accepted(talk, now_task)
        return await on_history(talk, str(now_task.task.id)) if now_task else None
    if found := RATE.fullmatch(flat) or SHOWN.fullmatch(flat):
        now_task = await meant_task(talk, found)
        return await card(talk, now_task) if now_task else None
    if found := _of_acceptance(flat):
        now_task = await meant_task(talk, found)
        return await _accepted(talk, now_task) if now_task else None
    if found := WHY.fullmatch(flat):
        now_task = await meant_task(talk, found)
        return await _why(talk, now_task) if now_task else None
    if FIELD.fullmatch(flat):
        spoken_of = await tasks_spoken_of(talk)
        return await card(talk, spoken_of[0]) if len(spoken_of) == 1 else None
    if found := LEFT.fullmatch(flat):
        now_task = await meant_task(talk, found)
        return await _due_day(talk, now_task) if now_task else None
    return None


def _of_acceptance(flat: str) -> re.Match[str] | None:
    """What asks whether a completion was accepted; "việc 20 đã duyệt" tells."""
    found = ACCEPTED.fullmatch(flat)
    return found if found and ASKS_OF_ACCEPTANCE.search(flat) else None


async def meant_task(talk: Talk, found: re.Match[str]) -> TaskNow | None:
    """The task of the number that was found, else the one spoken of last."""
    number = next((part for part in found.groups() if part), None)
    if number is None:
        spoken_of = await tasks_spoken_of(talk)
        return spoken_of[0] if len(spoken_of) == 1 else None
    return await find_numbered(talk, int(number))


async def hidden(talk: Talk, now_task: TaskNow) -> Outgoing | None:
    """The refusal for who may not see a task, in a group of the group; None for who may."""
    refusal = await not_a_reader(talk, now_task)
    if refusal is not None and talk.incoming.group is not None:
        return Outgoing((groups.not_here(talk.tr, number=now_task.task.number),))
    return refusal


async def _why(talk: Talk, now_task: TaskNow) -> Outgoing:
    """A task's card; above it, that no reason was reported where none was."""
    shown = await card(talk, now_task)
    if not shown.about or await obstacles_of(talk, now_task):
        return shown
    line = task_lines.no_reason(talk.tr, number=now_task.task.number)
    return replace(shown, blocks=(line, *shown.blocks))


async def _accepted(talk: Talk, now_task: TaskNow) -> Outgoing:
    """A task's card; above it, whether its completion was reported, waits or was accepted."""
    shown = await card(talk, now_task)
    if not shown.about:
        return shown
    number = now_task.task.number
    (one,) = (await look(talk, Scope(numbers=(number,)))).found
    waits = Flag.AWAITING_CONFIRMATION in one.flags
    line = task_lines.accepted(talk.tr, number=number, done_on=one.done_on, waits=waits)
    return replace(shown, blocks=(line, *shown.blocks))


async def _waits(talk: Talk, now_task: TaskNow) -> bool:
    """Whether a task's completion was reported and nobody has accepted it yet."""
    (one,) = (await look(talk, Scope(numbers=(now_task.task.number,)))).found
    return Flag.AWAITING_CONFIRMATION in one.flags


async def _due_day(talk: Talk, now_task: TaskNow) -> Outgoing:
    """When a task is due and how long that is, without the rest of its card."""
    if refusal := await hidden(talk, now_task):
        return refusal
    task = now_task.task
    lines = (
        texts.deadline_fact(talk.tr, *deadline_of(talk, now_task)),
        texts.task_line(task.number, task.content),
        texts.progress_fact(talk.tr, (await standing_of(talk, now_task)).words),
        *await wish_lines(talk, now_task),
    )
    button = common.task_button(task.number, task.id)
    return Outgoing(lines, ((button,),), about=(task.id,))


async def stand(talk: Talk, numbers: Sequence[int]) -> Outgoing:
    """How several tasks stand: a line each with its lead, its due day and how far it is."""
    everything = await followed_tasks(talk)
    by_number = {one.task.number: one for one in everything}
    wanted = list(dict.fromkeys(numbers))
    there = [by_number[number] for number in wanted if number in by_number]
    standings = await standings_of(talk, there)
    shown: list[TaskNow] = []
    lines: list[str] = []
    for number in wanted:
        now_task = by_number.get(number)
        if now_task is None:
            lines.append(said_back.no_such_task(talk.tr, number=number))
        elif refusal := await hidden(talk, now_task):
            lines += refusal.blocks
        elif len(shown) < PAGE:
            shown.append(now_task)
            lines.append(_line(talk, now_task, standings[now_task.task.id].words))
    about = tuple(one.task.id for one in shown)
    return Outgoing(tuple(lines), tuple(task_buttons(shown)), about=about)


def _line(talk: Talk, now_task: TaskNow, standing: str) -> str:
    task, occurrence = now_task.task, now_task.occurrence
    line = task_lines.task_of(
        talk.tr,
        line=texts.task_line(task.number, task.content),
        leads=now_task.agency_names(Part.LEAD),
        due=occurrence.due,
    )
    _, left = deadline_of(talk, now_task)
    return task_lines.task_stands(talk.tr, line=line, standing=standing, left=left)


async def answer_asked(talk: Talk, replies: Sequence[Reply], only: TaskNow | None) -> Outgoing:
    """A question, answered by the list, the card or the figures it asks for."""
    reply, numbers = replies[0], [one.task for one in replies if one.task is not None]
    if reply.ask == "task" and len(numbers) > 1:
        return await stand(talk, numbers)
    if reply.ask == "help":
        return await on_help(talk)
    if reply.ask == "task":
        if reply.task is not None:
            return await on_number(talk, reply.task)
        spoken_of = [only] if only else await tasks_spoken_of(talk)
        if len(spoken_of) == 1:
            return await card(talk, spoken_of[0])
        if 1 < len(spoken_of) <= PAGE:
            return await stand(talk, [one.task.number for one in spoken_of])
    own = bool(talk.standing.agency_ids)
    flat = flatten(talk.incoming.text)
    if may_sum_up(talk.standing) and reply.ask == "overdue" and LATE.search(flat):
        return await asking.on_part(talk, f"{About.OVERDUE.value}:{written(Scope())}")
    if may_sum_up(talk.standing) and (reply.ask == "summary" or not own):
        titles = [plan.title or "" for plan in await plan_names(talk)]
        if asks_for_sums(flat, titles):
            return await on_roll_up(talk)
        return await nearest(talk, Scope())
    if reply.ask == "overdue":
        return await on_part(talk, "overdue")
    return await on_part(talk, part_named(flat))
