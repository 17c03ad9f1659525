"""Who has to hear of a report: of an obstacle, a wish for more time, a task handed over."""

from sqlalchemy import select

from bot.conversation.reporting.handing_over import handover_choices
from bot.conversation.reporting.said import Said
from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import deciding
from bot.texts.reporting import extending, said_back
from db.enums import Part, Role
from db.models import Extension, StatusUpdate
from db.queries.people import people_in_role
from db.queries.tasks import TaskNow
from plans.words import clean, cut
from tasks.handing_over import ask_handover

REASON = 300
"""Longest reason kept of an obstacle or an extension, in characters; the words are kept whole."""


async def tell_obstacle(
    talk: Talk, now_task: TaskNow, reason: str, said: Said, *, alone: bool
) -> None:
    """Say the obstacle back, and tell the secretariat where there is one.

    Not `alone`, it came as the reason of an extension, whose notice carries it.
    """
    number, content = now_task.task.number, now_task.task.content
    line = said_back.fact_obstacle(talk.tr, task=f"#{number}", reason=reason)
    if not alone:
        said.lines.append(line)
        return
    office_people = await people_in_role(talk.session, talk.committee.id, Role.SECRETARY)
    secretaries = talk.others(office_people)
    for secretary in secretaries:
        words = talk.words_for(secretary)
        text = deciding.obstacle(
            words,
            who=talk.person.name,
            agency=", ".join(now_task.agency_names(Part.LEAD)),
            task=deciding.named(number, content),
            reason=reason,
        )
        await talk.tell(secretary, Outgoing((text,), about=(now_task.task.id,)))
    if secretaries:
        line = f"{line} {said_back.office_told(talk.tr)}"
    said.lines.append(line)


async def tell_extension(talk: Talk, now_task: TaskNow, update: StatusUpdate, said: Said) -> None:
    """Say the wish back, and put it before those who decide."""
    extension = (
        await talk.session.scalars(select(Extension).where(Extension.update_id == update.id))
    ).one()
    number, content = now_task.task.number, now_task.task.content
    role = Role.SECRETARY
    deciders = await people_in_role(talk.session, talk.committee.id, role)
    if not deciders:
        role = Role.MEMBER
        deciders = await people_in_role(talk.session, talk.committee.id, role)
    others = talk.others(deciders)
    for decider in others:
        words = talk.words_for(decider)
        text = deciding.extension(
            words,
            who=talk.person.name,
            agency=", ".join(now_task.agency_names(Part.LEAD)),
            task=deciding.named(number, content),
            due=extension.due_before,
            until=extension.asked_due,
            reason=extension.reason,
        )
        row = _decision(words, extension)
        await talk.tell(decider, Outgoing((text,), (row,), about=(now_task.task.id,)))
    line = extending.extension_asked(
        talk.tr,
        task=f"#{number}",
        due=extension.due_before,
        until=extension.asked_due,
        reason=extension.reason,
    )
    if others:
        line = f"{line} {extending.extension_sent(talk.tr, role=role)}"
    elif deciders:  # nobody but who asks decides
        said.choices.append(_decision(talk.tr, extension))
    said.lines.append(line)


def _decision(tr: Translator, extension: Extension) -> tuple[Choice, ...]:
    return (
        Choice(deciding.button_grant(tr), f"grant:{extension.id}"),
        Choice(deciding.button_refuse(tr), f"refuse:{extension.id}"),
    )


async def hand_over(talk: Talk, now_task: TaskNow, words: str, said: Said) -> None:
    """The secretariat hears that a task is said to be another agency's; nothing else changes."""
    number, content = now_task.task.number, now_task.task.content
    secretaries = await people_in_role(talk.session, talk.committee.id, Role.SECRETARY)
    asked = await ask_handover(talk.session, now_task, words, by=talk.person, now=talk.now)
    for secretary in secretaries:
        tr = talk.words_for(secretary)
        text = deciding.handover(
            tr,
            who=talk.person.name,
            agency=", ".join(talk.agency_names),
            task=deciding.named(number, content),
            words=cut(clean(words), REASON),
        )
        choices = await handover_choices(talk, tr, now_task, asked)
        await talk.tell(secretary, Outgoing((text,), choices, about=(now_task.task.id,)))
    said.lines.append(said_back.handed_over(talk.tr, task=f"#{number}", sent=bool(secretaries)))
