"""A report put to the wrong task: "à nhầm, việc 20 chứ không phải 18".

What was said of the one is taken back and said of the other, in the same words; both stay in the
history.
"""

import re
from dataclasses import replace

from sqlalchemy import select

from bot.conversation.listening.mentions import flatten
from bot.conversation.replies import Reply
from bot.conversation.reporting.evidence import move_to
from bot.conversation.reporting.reports import on_replies
from bot.conversation.reporting.undoing import undo_last
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import task_numbered
from bot.ports import Outgoing
from db.enums import Progress
from db.models import Blocker, Extension, Occurrence, StatusUpdate, Task
from plans.words import clean

OPENING = (
    r"(?:(?:a|ah|u|oi|da|thoi|chet|xin loi|em|toi|anh|chi|minh|ghi|bao(?! cao)|bi|nham|lon|roi|sua|"
    r"lai|la|y|noi|phai|do)\b[\s,:.]*)*+"
)
TASK = r"(?:(?:so|viec|nhiem vu|la|cua|cho)\s*)*+#?\s*"
NOT = r"(?:khong|ko|k|kg|hong|chang)(?: phai)?(?: la)?"
END = r"(?! ?(?:%|phan tram|/|\d))(?:\s+(?:a|nhe|dau|ma|em|anh|chi|dong chi))*[\s.!]*"
MEANT = (
    re.compile(
        rf"{OPENING}{TASK}(?P<right>\d{{1,5}})(?: (?:co|moi dung|moi phai))?[\s,]+(?:chu[\s,]+)?"
        rf"{NOT}\s+{TASK}(?P<wrong>\d{{1,5}}){END}"
    ),
    re.compile(
        rf"{OPENING}{NOT}\s+{TASK}(?P<wrong>\d{{1,5}})[\s,]+(?:ma\s+)?(?:la\s+)?(?:phai la\s+)?"
        rf"{TASK}(?P<right>\d{{1,5}})(?: (?:co|moi dung|moi phai))?{END}"
    ),
)
""" "Việc 20 chứ không phải 18", "không phải 18 mà là 20"; over flattened text, no percents."""


ONLY_RIGHT = re.compile(
    rf"(?=.*\b(?:nham|lon|sai)\b){OPENING}{TASK}(?P<right>\d{{1,5}}) "
    rf"(?:moi (?:dung|phai|la)|(?:moi )?co|chu){END}"
)
""" "Nhầm, 62 mới đúng", right after a report without a figure; over flattened text."""
BELONGS = re.compile(
    rf"(?=.*\b(?:nham|lon|sai)\b){OPENING}(?:la )?cua {TASK}(?P<right>\d{{1,5}})"
    rf"(?: (?:co|chu|moi dung|moi phai))?{END}"
)
""" "Nhầm, của việc 17", right after evidence or a report; over flattened text."""
CONFUSED = re.compile(
    rf"{OPENING}(?:bao cao )?{TASK}(?P<one>\d{{1,5}})(?: (?:xong|hoan thanh))?(?: (?:la|bi))? "
    rf"(?:nham|lon) (?:voi|sang|qua|thanh) {TASK}(?P<other>\d{{1,5}}){END}"
)
""" "Báo cáo 14 là nhầm với 15": the one that was reported is wrong; over flattened text."""

WHOLE = 100
TASK_SAID = re.compile(r"\b(?:viec|nhiem vu)\b|#")
MOVED = re.compile(r"^.*: “(.*)”$", re.DOTALL)
"""Words that were moved before: what was said in the first place stands within."""


async def on_words(talk: Talk) -> Outgoing | None:
    """The report moved to the task that was meant; None where it was not of the other one."""
    text = clean(talk.incoming.text)
    flat = flatten(text)
    found = next((match for way in MEANT if (match := way.fullmatch(flat))), None)
    if found is not None:
        wrong, right = int(found["wrong"]), int(found["right"])
    elif found := CONFUSED.fullmatch(flat):
        wrong, right = int(found["one"]), int(found["other"])
        if await _last_of_today(talk, wrong) is None:
            wrong, right = right, wrong
    elif found := ONLY_RIGHT.fullmatch(flat) or BELONGS.fullmatch(flat):
        if found.re is BELONGS and (moved := await move_to(talk, int(found["right"]))):
            return moved
        spoken_of = await tasks_spoken_of(talk)
        if len(spoken_of) != 1:
            return None
        wrong, right = spoken_of[0].task.number, int(found["right"])
    else:
        return None
    last = await _last_of_today(talk, wrong)
    if found.re is ONLY_RIGHT and last is not None and last.percent not in (None, 100):
        return await _another_figure(talk, wrong, right) if right <= WHOLE else None
    if last is None or wrong == right:
        return None
    if last.percent == wrong and not TASK_SAID.search(flat):
        return None  # "60 chứ không phải 80" corrects the figure
    await task_numbered(talk, right)  # before anything is taken back
    said, words = await _said(talk, last), MOVED.sub(r"\1", last.words)
    taken_back = await undo_last(talk, wrong)
    if not taken_back.about:
        return taken_back
    answer = await on_replies(talk, f"{text}: “{words}”", (replace(said, task=right),))
    if answer is None:
        return taken_back
    return replace(answer, blocks=(*taken_back.blocks, *answer.blocks))


async def _another_figure(talk: Talk, number: int, percent: int) -> Outgoing | None:
    """ "Nhầm, 62 mới đúng" after "39 được 60": the figure was wrong, and no other task is meant."""
    taken_back = await undo_last(talk, number)
    if not taken_back.about:
        return taken_back
    meant = Reply(task=number, state=Progress.IN_PROGRESS, percent=percent)
    return await on_replies(talk, talk.incoming.text, (meant,))


async def _said(talk: Talk, update: StatusUpdate) -> Reply:
    """What was recorded with a report, as a reply says it."""
    of_it = select(Blocker).where(
        Blocker.committee_id == talk.committee.id, Blocker.update_id == update.id
    )
    stuck = (await talk.session.scalars(of_it)).first()
    wish = await talk.session.scalar(
        select(Extension).where(
            Extension.committee_id == talk.committee.id, Extension.update_id == update.id
        )
    )
    reason = (wish.reason if wish else None) or (stuck.reason if stuck else None)
    return Reply(
        state=update.progress,
        percent=update.percent,
        blocked=stuck is not None,
        reason=reason,
        extension=wish is not None,
        until=wish.asked_due if wish else None,
        unchanged=update.progress is None and not (stuck or wish),
    )


async def _last_of_today(talk: Talk, number: int) -> StatusUpdate | None:
    """This person's last report of today in this committee, if it was of the task."""
    query = (
        select(StatusUpdate)
        .join(StatusUpdate.occurrence)
        .join(Occurrence.task)
        .where(
            StatusUpdate.committee_id == talk.committee.id,
            StatusUpdate.person_id == talk.person.id,
            StatusUpdate.reported_on == talk.today,
            StatusUpdate.undoes_id.is_(None),
            ~StatusUpdate.undone_by.has(),
            Task.number == number,
        )
        .order_by(StatusUpdate.id.desc())
        .limit(1)
    )
    return (await talk.session.scalars(query)).one_or_none()
