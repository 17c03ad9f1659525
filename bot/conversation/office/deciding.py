"""Extensions granted or refused, and those that wait for it."""

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.arriving import YES
from bot.conversation.listening.mentions import flatten
from bot.conversation.office.numbers import NUMBERS, read_numbers
from bot.conversation.pressed import StaleButtonError
from bot.conversation.since import extension_since
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import find_numbered
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import deciding
from bot.texts.reporting import said_back
from db.enums import Part, Role
from db.models import Extension, Occurrence, Person, Task, TaskAgency
from db.queries.messages import last_delivery
from db.queries.office import reached_members, tell_of
from db.queries.office_waiting import last_decided, open_wish
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.extensions import decide_extension
from tasks.rules import may_decide_extensions

SPOKEN = re.compile(
    r"(?:(?:toi|anh|chi|em|da|ok|vang|thoi)[ ,]+)*"
    r"(?P<how>(?:khong )?(?:dong y|nhat tri|chap thuan|chap nhan|duyet|cho phep)"
    r"|tu choi|bac|khong cho|khong(?= gia han| lui))"
    r"(?: (?:cho|voi|de nghi|don|viec xin|xin|duoc))*(?P<wish> (?:gia han|lui(?: han)?))?"
    r"(?: (?:cua|cho|voi))*"
    rf"(?: (?P<numbers>{NUMBERS})(?: (?:gia han|lui(?: han)?))?)?"
    r"(?: (?:di|nhe|nha|luon|nua|a|dau)\b)*[\s.!]*"
    r"(?:[\s:,\-]*(?:vi|ly do|do|boi)\b[\s:]*(?P<why>.+)|[,;:]\s*(?P<more>\S.*))?",
    re.DOTALL,
)
""" "Đồng ý gia hạn việc 21", "không cho 21 vì gấp": of who decides; over flattened text."""
REFUSING = re.compile(r"\bkhong\b|\btu choi\b|\bbac\b")

NO = ("khong dong y", "khong", "tu choi", "khong duyet", "khong cho")
DECIDING = ("dong y", "nhat tri", "khong dong y", "tu choi", "khong duyet", "khong cho")
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
        return Outgoing((deciding.no_extensions(tr),))
    lines, rows = [], []
    for wish in found[:LISTED]:
        task = wish.occurrence.task
        leads = [link.agency.name for link in task.agencies if link.part is Part.LEAD]
        lines.append(
            deciding.extension(
                tr,
                who=wish.asker.name,
                agency=", ".join(leads),
                task=deciding.named(task.number, task.content),
                due=wish.due_before,
                until=wish.asked_due,
                reason=cut(wish.reason, REASON) if wish.reason else None,
            )
        )
        grant, refuse = deciding.button_grant(tr), deciding.button_refuse(tr)
        rows.append(
            (
                Choice(f"{grant} #{task.number}", f"grant:{wish.id}"),
                Choice(f"{refuse} #{task.number}", f"refuse:{wish.id}"),
            )
        )
    if len(found) > LISTED:
        lines.append(deciding.more_extensions(tr, count=len(found) - LISTED))
    about = tuple(wish.occurrence.task_id for wish in found[:LISTED])
    choices = tuple(rows) if may_decide_extensions(talk.standing) else ()
    return Outgoing((deciding.extensions(tr, count=len(found)), *lines), choices, about=about)


async def on_words(talk: Talk) -> Outgoing | None:
    """A decision in words: of the tasks named, else what waits is shown with its buttons."""
    flat = flatten(clean(talk.incoming.text))
    found = SPOKEN.fullmatch(flat)
    decides = may_decide_extensions(talk.standing)
    if found and found["more"] and not REFUSING.search(found["how"]):
        return None  # "đồng ý 21, nhưng đến 15/1 thôi"
    if found and found["how"] == "khong" and not decides:
        return None  # "không gia hạn nữa" of who asked for it
    if found is None or not (found["wish"] or (decides and found["numbers"])):
        return await undecided(talk) if await _answers_several(talk, flat) else None
    if not decides:
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if found["numbers"] is None:
        return await undecided(talk)
    typed = clean(talk.incoming.text)
    part = next((part for part in ("why", "more") if found[part]), None)
    why = typed[found.start(part) :] if part else None
    numbers = read_numbers(found["numbers"])
    return await decide_on(talk, numbers, granted=not REFUSING.search(found["how"]), why=why)


async def decide_on(
    talk: Talk, numbers: Sequence[int], *, granted: bool, why: str | None
) -> Outgoing:
    """The wishes for more time for the tasks of these numbers decided, where there are any."""
    wishes, without, about = [], [], []
    for number in numbers:
        now_task = await find_numbered(talk, number)
        if now_task is None:
            without.append(said_back.no_such_task(talk.tr, number=number))
            continue
        about.append(now_task.task.id)
        wish = await wish_for(talk, now_task)
        if wish is None:
            without.append(await _no_wish(talk, now_task))
        else:
            wishes.append(wish.id)
    said = await _decide(talk, wishes, granted=granted, why=why)
    return Outgoing((*said.blocks, *without), about=tuple(about))


async def _no_wish(talk: Talk, now_task: TaskNow) -> str:
    """That no wish for the task waits: who decided the last, where one was."""
    last = await last_decided(talk.session, talk.committee.id, now_task.occurrence.id)
    since = await extension_since(talk, last) if last is not None else None
    return (since and since.said) or deciding.no_wish_for(talk.tr, number=now_task.task.number)


async def _answers_several(talk: Talk, flat: str) -> bool:
    """Whether it is a bare yes or no to a list of wishes, of which it may mean any.

    What grants or refuses is one wherever it is said, as long as a wish waits for it.
    """
    said = flat.strip(" .!")
    if said not in (*YES, *NO) or not may_decide_extensions(talk.standing):
        return False
    if said in DECIDING and (await undecided(talk)).choices:
        return True
    last = await last_delivery(talk.session, talk.chat.id)
    return last is not None and any(choice.startswith("grant:") for choice in last.choices)


async def wish_for(talk: Talk, now_task: TaskNow) -> Extension | None:
    """The wish for more time for this task that waits for a decision, if one does."""
    return await open_wish(talk.session, talk.committee.id, now_task.occurrence.id)


async def on_grant(talk: Talk, argument: str) -> Outgoing:
    """ "Đồng ý" under an extension asked for."""
    return await _decide(talk, [read_id(argument) or 0], granted=True)


async def on_refuse(talk: Talk, argument: str) -> Outgoing:
    """ "Không đồng ý"."""
    return await _decide(talk, [read_id(argument) or 0], granted=False)


async def _decide(
    talk: Talk, wishes: Sequence[int], *, granted: bool, why: str | None = None
) -> Outgoing:
    """The wishes granted or refused; each who asked is told once, `why` in the words typed."""
    decided = [await _decide_one(talk, wish, granted=granted) for wish in wishes]
    concerned: dict[Person, list[Extension]] = {}
    for extension in decided:
        for person in talk.others(await _hearers(talk, extension)):
            concerned.setdefault(person, []).append(extension)
    for person, theirs in concerned.items():
        await talk.tell(person, _decided(talk.words_for(person), theirs, granted, why))
    return _decided(talk.tr, decided, granted, why)


async def _hearers(talk: Talk, extension: Extension) -> list[Person]:
    """Who asked, while they have a role here; those of the lead agencies in their place after."""
    here = [one.committee_id for one in extension.asker.memberships]
    if talk.committee.id in here:
        return [extension.asker]
    links = extension.occurrence.task.agencies
    leads = [link.agency_id for link in links if link.part is Part.LEAD]
    return tell_of(await reached_members(talk.session, talk.committee.id, leads), leads)


async def _decide_one(talk: Talk, wish: int, *, granted: bool) -> Extension:
    extension = await talk.session.scalar(
        select(Extension)
        .where(Extension.committee_id == talk.committee.id, Extension.id == wish)
        .options(
            joinedload(Extension.occurrence)
            .joinedload(Occurrence.task)
            .selectinload(Task.agencies),
            joinedload(Extension.asker).selectinload(Person.memberships),
        )
        .with_for_update(of=Extension)
    )
    if extension is None:
        raise StaleButtonError
    try:
        await decide_extension(talk.session, extension, granted=granted, by=talk.actor)
    except AlreadyDecidedError as refusal:
        raise await extension_since(talk, extension) from refusal
    return extension


def _decided(
    tr: Translator, extensions: Sequence[Extension], granted: bool, why: str | None
) -> Outgoing:
    """The decisions, with the day that now holds: another wish may have been granted before."""
    texts = []
    for extension in extensions:
        task = extension.occurrence.task
        due = extension.occurrence.due or extension.due_before
        named = deciding.named(task.number, task.content)
        texts.append(
            deciding.extension_decided(tr, granted=granted, task=named, until=due, due=due)
        )
        if done_on := extension.occurrence.done_on:
            texts.append(said_back.done_before(tr, task=f"#{task.number}", day=done_on))
    if why and texts:
        texts.append(deciding.decision_reason(tr, reason=cut(why, REASON)))
    return Outgoing(tuple(texts), about=tuple(one.occurrence.task_id for one in extensions))
