"""A task named by its row of a plan, "việc 2 của kế hoạch 45": our own number takes its place.

Numbers that people type are the committee's; those printed in a plan are another's where the
committee follows several. A row that fits several tasks is asked about, and nothing is recorded.
"""

import re
from dataclasses import replace

from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.looking import plan_names
from bot.conversation.questions.scopes import NamedPlan, named_plans
from bot.conversation.talk import Talk
from bot.conversation.tasks.found import followed_tasks
from bot.conversation.tasks.lists import task_buttons
from bot.ports import Outgoing
from bot.texts.tasks import cards as task_texts
from bot.texts.tasks import plan_rows as texts
from db.queries.office import rows_printed_alike
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.rules import may_see

ROW = (
    r"(?:(?:viec|nhiem vu|muc|stt|tt|dong|so thu tu|so|nv|task)\s+)++"
    r"#?(?P<row>\d{1,4}(?:\.\d{1,3})*)"
)
BEFORE = re.compile(
    rf"(?<![a-z0-9])(?:{ROW}|#(?P<marked>\d{{1,4}}))\s*,?\s*"
    r"(?:(?:cua|trong|thuoc|o|tai|theo|ben|of|in|from)\s+)*$"
)
""" "Việc 2 của" before the plan's name; over flattened text."""
BEHIND = re.compile(rf"[\s,:]*+(?:(?:thi|co|la)\s+)*{ROW}(?![\d/%])")
""" "Kế hoạch 45, mục 3", behind it."""
MOST = 6
"""Tasks offered where a row's number fits several."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Put our number in the place of a plan's; an answer only where it fits no task, or several."""
    text = clean(talk.incoming.text)
    if "ke hoach" not in (flat := flatten(text)) and not re.search(r"\bkh\b", flat):
        return None
    names = await plan_names(talk)
    plan = named_plans(text, names)
    if plan is None or not plan.ids:
        return None
    row, start, end = _row_beside(flat, plan)
    if row is None:
        return None
    tasks = await followed_tasks(talk)
    fitting = [
        one
        for one in tasks
        if one.task.plan_id in plan.ids and row in (_printed(one), str(one.task.number))
    ]
    if not fitting:
        return Outgoing((texts.no_such_row(talk.tr, row=row, plan=plan.words),))
    if len(fitting) > 1:
        return _ask(talk, row, plan, fitting)
    talk.typed = talk.incoming.text
    number = f"#{fitting[0].task.number}"
    talk.incoming = replace(talk.incoming, text=f"{text[:start]}{number}{text[end:]}")
    return None


async def also_printed(talk: Talk, answer: Outgoing) -> Outgoing:
    """What was recorded by a bare number, with other plans' rows of that number told beside it.

    "Việc 2 xong" is our #2; who reads it off another plan's page sees which is meant there.
    """
    text = talk.incoming.text
    recorded = any(one.data.startswith("undo:") for row in answer.choices for one in row)
    if not recorded or "#" in text or not re.search(r"\d", text):
        return answer
    rows = await rows_printed_alike(
        talk.session, talk.committee.id, talk.standing.agency_ids, answer.about
    )
    lines = [
        texts.also_printed(talk.tr, row=row, plan=plan, number=number, content=content)
        for row, plan, number, content in rows[:MOST]
    ]
    return replace(answer, blocks=(*answer.blocks, *lines))


def _row_beside(flat: str, plan: NamedPlan) -> tuple[str | None, int, int]:
    """The row's number beside the plan's name, and the stretch that both take."""
    if before := BEFORE.search(flat, 0, plan.start):
        return before["row"] or before["marked"], before.start(), plan.end
    if behind := BEHIND.match(flat, plan.end):
        return behind["row"], plan.start, behind.end()
    return None, 0, 0


def _printed(one: TaskNow) -> str:
    return (one.task.no or "").strip(" .)(")


def _ask(talk: Talk, row: str, plan: NamedPlan, fitting: list[TaskNow]) -> Outgoing:
    """Which of them is meant: those that this person may see, to be opened."""
    shown = [
        one
        for one in fitting
        if may_see(talk.standing, [link.agency_id for link in one.task.agencies])
    ][:MOST]
    heading = texts.several_rows(talk.tr, row=row, plan=plan.words, count=len(fitting))
    lines = [task_texts.task_line(one.task.number, one.task.content) for one in shown]
    return Outgoing((heading, *lines), tuple(task_buttons(shown)))
