"""Extensions granted or refused, and those that wait for it."""

import re

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.arriving import YES
from bot.conversation.mentions import flatten
from bot.conversation.since import StaleButtonError, extension_since
from bot.conversation.talk import Talk, read_id
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts import office, reporting
from db.enums import Part, Role
from db.models import Extension, Occurrence, Task, TaskAgency
from db.queries.messages import last_delivery
from db.queries.tasks import TaskNow, tasks_now
from plans.words import clean, cut
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.extensions import decide_extension
from tasks.rules import may_decide_extensions

SPOKEN = re.compile(
    r"(?:(?:toi|anh|chi|em|da|ok|vang)[ ,]+)*"
    r"(?P<how>(?:khong )?(?:dong y|nhat tri|chap thuan|chap nhan|duyet|cho phep)"
    r"|tu choi|bac|khong cho)"
    r"(?: (?:cho|voi|de nghi|viec xin|xin|duoc))* gia han"
    r"(?: (?:cua|cho|viec|nhiem vu|so))* ?#?(?P<number>\d{1,5})?"
    r"(?: (?:di|nhe|nha|luon|a)\b)*[\s.!]*(?:[\s:,\-]*(?:vi|ly do|do|boi)\b[\s:]*(?P<why>.+))?",
    re.DOTALL,
)
""" "Đồng ý gia hạn việc 21", "không cho gia hạn 21 vì gấp": of who decides; over flattened text."""
REFUSING = re.compile(r"\bkhong\b|\btu choi\b|\bbac\b")

NO = ("khong dong y", "khong", "tu choi", "khong duyet", "khong cho")
LISTED = 5
"""Wishes in one message, each with its two buttons."""
REASON = 160
"""Longest reason shown, in characters."""


async def undecided(talk: Talk) -> Outgoing:
    """The wishes for more time that nobody has decided, the oldest first."""
    tr = talk.tr
    query = (
        select(Extension)
        .where(
            Extension.committee_id == talk.committee.id,
            Extension.granted.is_(None),
            Extension.withdrawn_at.is_(None),
        )
        .options(
            joinedload(Extension.occurrence)
            .joinedload(Occurrence.task)
            .selectinload(Task.agencies)
            .joinedload(TaskAgency.agency),
            joinedload(Extension.asker),
        )
        .order_by(Extension.id)
    )
    found = (await talk.session.scalars(query)).all()
    if not found:
        return Outgoing((office.no_extensions(tr),))
    lines, rows = [], []
    for wish in found[:LISTED]:
        task = wish.occurrence.task
        leads = [link.agency.name for link in task.agencies if link.part is Part.LEAD]
        lines.append(
            office.extension(
                tr,
                who=wish.asker.name,
                agency=", ".join(leads),
                task=office.named(task.number, task.content),
                due=wish.due_before,
                until=wish.asked_due,
                reason=cut(wish.reason, REASON) if wish.reason else None,
            )
        )
        grant, refuse = office.button_grant(tr), office.button_refuse(tr)
        rows.append(
            (
                Choice(f"{grant} #{task.number}", f"grant:{wish.id}"),
                Choice(f"{refuse} #{task.number}", f"refuse:{wish.id}"),
            )
        )
    if len(found) > LISTED:
        lines.append(office.more_extensions(tr, count=len(found) - LISTED))
    about = tuple(wish.occurrence.task_id for wish in found[:LISTED])
    choices = tuple(rows) if may_decide_extensions(talk.standing) else ()
    return Outgoing((office.extensions(tr, count=len(found)), *lines), choices, about=about)


async def on_words(talk: Talk) -> Outgoing | None:
    """A decision in words: of the task named, else what waits is shown with its two buttons."""
    flat = flatten(clean(talk.incoming.text))
    found = SPOKEN.fullmatch(flat)
    if found is None:
        return await undecided(talk) if await _answers_several(talk, flat) else None
    if not may_decide_extensions(talk.standing):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if found["number"] is None:
        return await undecided(talk)
    number = int(found["number"])
    tasks = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    if not tasks:
        return Outgoing((reporting.no_such_task(talk.tr, number=number),))
    wish = await wish_for(talk, tasks[0])
    if wish is None:
        about = (tasks[0].task.id,)
        return Outgoing((office.no_wish_for(talk.tr, number=number),), about=about)
    typed = clean(talk.incoming.text)
    why = typed[found.start("why") :] if found["why"] else None
    return await _decide(talk, str(wish), granted=not REFUSING.search(found["how"]), why=why)


async def _answers_several(talk: Talk, flat: str) -> bool:
    """Whether it is a bare yes or no to a list of wishes, of which it may mean any."""
    if flat.strip(" .!") not in (*YES, *NO) or not may_decide_extensions(talk.standing):
        return False
    last = await last_delivery(talk.session, talk.chat.id)
    return last is not None and any(choice.startswith("grant:") for choice in last.choices)


async def wish_for(talk: Talk, now_task: TaskNow) -> int | None:
    """The id of the wish for more time for this task that waits for a decision, if one does."""
    query = select(Extension.id).where(
        Extension.committee_id == talk.committee.id,
        Extension.occurrence_id == now_task.occurrence.id,
        Extension.granted.is_(None),
        Extension.withdrawn_at.is_(None),
    )
    return (await talk.session.scalars(query)).first()


async def on_grant(talk: Talk, argument: str) -> Outgoing:
    """ "Đồng ý" under an extension asked for."""
    return await _decide(talk, argument, granted=True)


async def on_refuse(talk: Talk, argument: str) -> Outgoing:
    """ "Không đồng ý"."""
    return await _decide(talk, argument, granted=False)


async def _decide(talk: Talk, argument: str, *, granted: bool, why: str | None = None) -> Outgoing:
    """The wish granted or refused; `why` is said to who asked, in the words that were typed."""
    extension = await talk.session.scalar(
        select(Extension)
        .where(
            Extension.committee_id == talk.committee.id,
            Extension.id == (read_id(argument) or 0),
        )
        .options(
            joinedload(Extension.occurrence).joinedload(Occurrence.task),
            joinedload(Extension.asker),
        )
        .with_for_update(of=Extension)
    )
    if extension is None:
        raise StaleButtonError
    try:
        await decide_extension(
            talk.session,
            extension,
            granted=granted,
            by=talk.person,
            standing=talk.standing,
            now=talk.now,
            today=talk.today,
        )
    except AlreadyDecidedError as refusal:
        raise await extension_since(talk, extension) from refusal
    if extension.asked_by != talk.person.id:
        await talk.tell(
            extension.asker, _decided(talk.words_for(extension.asker), extension, granted, why)
        )
    return _decided(talk.tr, extension, granted, why)


def _decided(tr: Translator, extension: Extension, granted: bool, why: str | None) -> Outgoing:
    """The decision, with the day that now holds: another wish may have been granted before."""
    task = extension.occurrence.task
    due = extension.occurrence.due or extension.due_before
    text = office.extension_decided(
        tr,
        granted=granted,
        task=office.named(task.number, task.content),
        until=due,
        due=due,
    )
    reasons = (office.decision_reason(tr, reason=cut(why, REASON)),) if why else ()
    return Outgoing((text, *reasons), about=(task.id,))
