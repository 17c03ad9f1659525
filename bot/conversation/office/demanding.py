"""What has to be done by a day, said by the standing office: "việc 20 phải xong trước 26/12".

That may mean another deadline, or that its people are to hear it; it is never a report. Both are
offered; the words are kept with the chat until one is pressed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.dates.days import find_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.agency_of_person import with_agencies
from bot.conversation.office.correcting import correct
from bot.conversation.office.order_times import day_within
from bot.conversation.office.wanted import ask_them, nobody_wanted, wanted_of
from bot.conversation.office.whose import led_by_another
from bot.conversation.pressed import StaleButtonError, keep_for_press, kept_for_press
from bot.conversation.replies.hearing.questions import is_question
from bot.conversation.replies.targets.names import find_names
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import task_numbered, task_pressed
from bot.conversation.tasks.office_task import named
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import nudging as texts
from db.enums import Part
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office

TO_WHOM = (
    r"(?:(?:bao|nhan|noi|thong bao|nhac|dan|cho|voi|va|biet|rang|la|cac|anh|chi|em|dong chi|ben|thi"
    r"|viec|nhiem vu|so|nay|can|nhat thiet|bat buoc|_++|#?\d{1,5})(?![a-z0-9_])[ ,:.]*+)*"
)
WORK = (
    r"(?:co |lam |gui |nop )?(?:xong|hoan thanh|hoan tat|bao cao|nop|trinh|gui|san pham|ket qua|"
    r"van ban|trien khai|khan truong)\b"
)
MAY_DEMAND = re.compile(r"\b(?:phai|yeu cau|de nghi|nho|bao|nhan|noi|goi)\b")
MUST = re.compile(rf"{TO_WHOM}(?:[a-z]+ ){{0,2}}?phai {WORK}.*", re.DOTALL)
""" "Báo Công an xã biết việc 53 phải xong trước 26/12"; over flattened text, lines for names."""
ASKED = re.compile(
    rf"(?:(?:yeu cau|de nghi|nho)[ :,]+(?={TO_WHOM}{WORK})|(?:bao|nhan|noi|goi)[ ,]+)"
    rf"(?:(?:cho|voi)[ ,]+)?_+[ ,]+{TO_WHOM}(?:nop|gui|bao cao|trinh|khan truong)\b"
    r"(?!.*(?:\b(?:da|dang|roi|chua|duoc|dat|xong|vuong)\b|%)).*",
    re.DOTALL,
)
""" "Đề nghị Công an xã báo cáo việc 53"; over the same."""
NAMED = re.compile(r"\b(?:viec|nhiem vu) #?(\d{1,5}) (?=ngay\b)")
""" "Việc 53 ngay hôm nay", without marks a number of days."""
MOST = 5
"""Tasks that one demand may name, each shown with a button."""
WORDS = 200
"""Longest words passed on, in characters."""


async def demanded(talk: Talk) -> bool:
    """Whether what came says that something has to be done, and no more of how it stands.

    The agencies are read only of words that may say so.
    """
    text = clean(talk.incoming.text)
    if MAY_DEMAND.search(flatten(text)) is None:
        return False
    blank = (await known_agencies(talk)).blank(await with_agencies(talk, text))
    return bool(MUST.fullmatch(blank) or ASKED.fullmatch(blank))


async def on_words(talk: Talk) -> Outgoing | None:
    """The office's demand on one task: asked what it is to do."""
    text = clean(talk.incoming.text)
    if not may_run_office(talk.standing) or talk.incoming.reply_to:
        return None
    if not await demanded(talk) or is_question(listen(text).words):
        return None
    found = [n for *_, several in find_names(listen(text).words) for n in several]
    numbers = found or [int(n) for n in NAMED.findall(flatten(text))]
    if not numbers:
        return None
    if len(set(numbers)) > 1:
        return await _of_several(talk, list(dict.fromkeys(numbers)), text)
    now_task = await task_numbered(talk, numbers[0])
    task, due = now_task.task, now_task.occurrence.due
    agency_ids = (await known_agencies(talk)).named(text)
    if others := led_by_another(talk, now_task, frozenset(agency_ids)):
        return others
    rows = [_button(talk, [now_task], text)]
    day = day_within(text, today=talk.today)
    if day and day != due:
        label = texts.button_due(talk.tr, day=day)
        rows.insert(0, (Choice(label, f"dueby:{task.id}:{day:%Y-%m-%d}"),))
    leads = now_task.agency_names(Part.LEAD)
    said = texts.ask_demand(talk.tr, task=named(task), due=due, leads=leads)
    return Outgoing((said,), tuple(rows), about=(task.id,))


def to_pass_on(talk: Talk, now_task: TaskNow) -> tuple[Choice, ...]:
    """A row that sends words which nobody understood, as they are, to the task's lead."""
    (button,) = _button(talk, [now_task], clean(talk.typed or talk.incoming.text))
    return (replace(button, label=texts.button_in_words(talk.tr)),)


async def _of_several(talk: Talk, numbers: Sequence[int], text: str) -> Outgoing:
    """The same of several tasks: a day for each, or all of their people urged at once.

    Where each has its own day, one is to be said at a time.
    """
    said = listen(text)
    days = {day.last for day in find_days(said.words, today=talk.today, marked=said.marked)}
    if len(days) > 1 or len(numbers) > MOST:
        return Outgoing((texts.one_demand(talk.tr, number=numbers[0]),))
    tasks = [await task_numbered(talk, number) for number in numbers]
    day = day_within(text, today=talk.today)
    rows = [
        (
            Choice(
                texts.button_due_of(talk.tr, task=f"#{one.task.number}", day=day),
                f"dueby:{one.task.id}:{day:%Y-%m-%d}",
            ),
        )
        for one in tasks
        if day and day != one.occurrence.due
    ]
    lines = [
        texts.demand_of(
            talk.tr,
            task=named(one.task),
            due=one.occurrence.due,
            leads=one.agency_names(Part.LEAD),
        )
        for one in tasks
    ]
    about = tuple(one.task.id for one in tasks)
    question = texts.ask_demands(talk.tr, count=len(tasks))
    return Outgoing((question, *lines), (*rows, _button(talk, tasks, text)), about=about)


def _button(talk: Talk, tasks: Sequence[TaskNow], text: str) -> tuple[Choice, ...]:
    """ "Đôn đốc" with these words, which are kept for the press."""
    kept = {"tasks": [one.task.id for one in tasks], "words": cut(text, WORDS)}
    number = keep_for_press(talk, "must", kept, counter="demands")
    return (Choice(texts.button_one(talk.tr), f"must:{number}"),)


def ask_to_urge_now(talk: Talk, now_task: TaskNow) -> Outgoing:
    """ "Nhắc việc 6 sáng mai", of others: no day can be set for it, so whether to urge them now."""
    said = texts.not_on_a_day(talk.tr, task=named(now_task.task))
    text = clean(talk.incoming.text)
    return Outgoing((said,), (_button(talk, [now_task], text),), about=(now_task.task.id,))


async def on_due_by(talk: Talk, argument: str) -> Outgoing:
    """ "Đổi thời hạn thành 25/12/2025" under that: "task:2025-12-25"."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    task_id, _, day = argument.partition(":")
    now_task = await task_pressed(talk, task_id)
    try:
        due = date.fromisoformat(day)
    except ValueError as wrong:
        raise StaleButtonError from wrong
    return await correct(talk, now_task, f"thời hạn: {due:%d/%m/%Y}")


async def on_must(talk: Talk, argument: str) -> Outgoing:
    """ "Đôn đốc": its people hear the words. Raises `StaleButtonError` where others came since."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    kept = kept_for_press(talk, "must", argument)
    tasks = [await task_pressed(talk, str(task_id)) for task_id in kept.get("tasks", ())]
    if not tasks:
        raise StaleButtonError
    talk.remember(must=None)
    leads = {agency for one in tasks for agency in one.agency_ids(Part.LEAD)}
    numbers = [one.task.number for one in tasks]
    wanted = await wanted_of(talk, leads or None, numbers)
    if not wanted:
        return await nobody_wanted(talk, None, numbers)

    def heading(tr: Translator, agency: str) -> str:
        return texts.heading_in_words(
            tr, who=talk.person.name, agency=agency, words=str(kept["words"])
        )

    return await ask_them(talk, wanted, heading, named=True)
