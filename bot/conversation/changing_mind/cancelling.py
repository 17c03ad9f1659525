"""A bare "hủy": what our last message did is taken back, and nothing that was said before it."""

import re
from collections.abc import Awaitable, Callable

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.conversation.listening.mentions import flatten
from bot.conversation.listening.said import listen
from bot.conversation.office import pausing, putting_back
from bot.conversation.people import absence
from bot.conversation.replies.targets.names import find_names
from bot.conversation.reporting.undoing import take_back_wish
from bot.conversation.talk import Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.conversation.tasks.found import find_numbered
from bot.conversation.tasks.office_task import named
from bot.ports import Choice, Outgoing
from bot.texts.office import amending as texts
from bot.texts.reporting import said_back
from bot.texts.tasks import cards as task_texts
from db.enums import Role
from db.models import Delivery, Occurrence, StatusUpdate
from db.queries.people import people_in_role
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.handing_over import take_back_handover

WAYS_BACK: dict[str, Callable[[Talk, str], Awaitable[Outgoing]]] = {
    "back": absence.on_back,
    "putback": putting_back.on_put_back,
    "resume": pausing.on_resume,
}
"""What takes back what a message did, by the button that it bears."""
OURS = r"(?:phong |ben |co quan |don vi )?(?:em|toi|minh|chung toi|chung em|bon em|ta)\b"
STAYS = re.compile(
    rf"(?=.*\b(?:thoi|van|nham|dung|khong phai|khong chuyen)\b)"
    rf"(?!.*\b(?:khong|ko|chang) (?:phai )?(?:la )?(?:viec )?(?:cua|do) {OURS})"
    rf".*\b(?:(?:la )?(?:cua|do) {OURS}|khong (?:can )?chuyen(?: viec)?\b).*"
    r"|(?:rut|huy|thu hoi)(?: lai)?(?: (?:y kien|de nghi|xin|viec))* chuyen\b.*"
)
""" "Thôi việc 32 vẫn của em", "rút đề nghị chuyển việc 32"; over flattened text."""


UNWISHED = re.compile(
    r"(?=.*\b(?:thoi|nua|lai)\b)(?:(?:thoi|da|em|toi|a)[ ,]+)*+"
    r"(?:(?:viec|nhiem vu|so)\s+)*+#?(?P<number>\d{1,5})?[ ,:]*(?:(?:thoi|em|toi|thi|da)[ ,]+)*"
    r"(?:khong|ko|k|kg|khoi)(?: can)? (?:xin|de nghi)(?: (?:gia han|lui han|lui|them))*"
    r"(?: (?:viec|nhiem vu|so))*(?: #?(?P<behind>\d{1,5}))?(?: (?:nua|lai|dau|a|nhe))*[ .!]*"
)
""" "Việc 3 thôi không xin nữa": a wish for more time taken back; over flattened text."""


async def cancel_last(talk: Talk, last: Delivery) -> Outgoing | None:
    """What our last message did, taken back; None where that is a report, whose reader does it.

    Where it did nothing that can be, the last report is offered to be taken back, and not at once:
    "hủy" after leave was noted took a completion of the day before.
    """
    choices = [choice.partition(":") for choice in last.choices]
    if any(verb == "undo" for verb, _, _ in choices):
        return None
    for verb, _, argument in choices:
        if verb in WAYS_BACK:
            return await WAYS_BACK[verb](talk, argument)
    spoken_of = await tasks_spoken_of(talk)
    if len(spoken_of) == 1 and (kept := await keep_task(talk, spoken_of[0])):
        return kept
    return await offer_report(talk)


async def offer_report(talk: Talk) -> Outgoing | None:
    """The last report with its button; None where there is none of today to take back."""
    today = (
        select(StatusUpdate)
        .where(
            StatusUpdate.committee_id == talk.committee.id,
            StatusUpdate.person_id == talk.person.id,
            StatusUpdate.reported_on == talk.today,
            StatusUpdate.undoes_id.is_(None),
            ~StatusUpdate.undone_by.has(),
        )
        .options(joinedload(StatusUpdate.occurrence).joinedload(Occurrence.task))
    )
    last = await talk.session.scalar(today.order_by(StatusUpdate.id.desc()).limit(1))
    if last is None or await _is_overtaken(talk, last):
        return None
    together = today.where(StatusUpdate.reported_at == last.reported_at).order_by(StatusUpdate.id)
    occurrences = [one.occurrence for one in await talk.session.scalars(together)]
    facts = (
        said_back.fact_standing(
            talk.tr,
            task=f"#{one.task.number}",
            standing=task_texts.progress(talk.tr, one.progress, one.percent),
        )
        for one in occurrences
    )
    when = talk.tr.time(last.reported_at, talk.zone)
    question = said_back.ask_undo(talk.tr, facts="; ".join(facts), when=when)
    button = Choice(said_back.undo_button(talk.tr), f"undo:{last.id}")
    return Outgoing((question,), ((button,),), about=tuple(one.task_id for one in occurrences))


async def _is_overtaken(talk: Talk, update: StatusUpdate) -> bool:
    """Whether a newer report counts for its task."""
    newer = select(StatusUpdate.id).where(
        StatusUpdate.committee_id == talk.committee.id,
        StatusUpdate.occurrence_id == update.occurrence_id,
        StatusUpdate.id > update.id,
        StatusUpdate.undoes_id.is_(None),
        ~StatusUpdate.undone_by.has(),
    )
    return await talk.session.scalar(newer.limit(1)) is not None


async def on_words(talk: Talk) -> Outgoing | None:
    """A task said to be another agency's stays ("thôi việc 32 vẫn của em"), or a wish for more time
    is taken back ("việc 3 thôi không xin nữa")."""
    flat = flatten(clean(talk.incoming.text))
    if (unwished := UNWISHED.fullmatch(flat)) and talk.standing.agency_ids:
        number = unwished["number"] or unwished["behind"]
        return await take_back_wish(talk, int(number) if number else None)
    if not STAYS.fullmatch(flat) or not talk.standing.agency_ids:
        return None
    numbers = [number for *_, several in find_names(listen(flat).words) for number in several]
    if len(numbers) > 1:
        return None
    meant = await find_numbered(talk, numbers[0]) if numbers else None
    if meant is None:
        spoken_of = [] if numbers else await tasks_spoken_of(talk)
        meant = spoken_of[0] if len(spoken_of) == 1 else None
    return await keep_task(talk, meant) if meant else None


async def keep_task(talk: Talk, now_task: TaskNow) -> Outgoing | None:
    """One's own word that a task is another agency's taken back; None where none waits."""
    task = now_task.task
    if await take_back_handover(talk.session, task.committee_id, task.id, by=talk.actor) is None:
        return None
    for secretary in await people_in_role(talk.session, talk.committee.id, Role.SECRETARY):
        if secretary.id != talk.person.id:
            tr = talk.words_for(secretary)
            told = texts.handover_taken_back(tr, who=talk.person.name, task=named(task))
            await talk.tell(secretary, Outgoing((told,), about=(task.id,)))
    kept = texts.handover_refused(talk.tr, task=named(task))
    return Outgoing((kept,), about=(task.id,))
