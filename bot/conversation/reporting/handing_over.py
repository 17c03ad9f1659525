"""A request to hand a task over ("việc này của Phòng Kinh tế"), decided by the standing office."""

from bot.conversation.names.agencies import known_agencies
from bot.conversation.pressed import StaleButtonError
from bot.conversation.since import handover_since
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.found import followed_tasks
from bot.conversation.tasks.office_task import corrected, everybody, named, tell_all
from bot.i18n import Translator
from bot.ports import Choice, Outgoing
from bot.texts.office import amending as texts
from db.enums import Part
from db.models import Handover
from db.queries.office import agencies_by_id
from db.queries.tasks import TaskNow
from tasks.errors import AlreadyDecidedError, NotYourRoleError
from tasks.handing_over import decide_handover, handover_asked
from tasks.rules import may_run_office

OFFERED = 3
"""Agencies offered under a request."""


async def handover_choices(
    talk: Talk, tr: Translator, now_task: TaskNow, handover: Handover
) -> tuple[tuple[Choice, ...], ...]:
    """The buttons under a request: the agencies that its words name, else those there are."""
    said = (await known_agencies(talk)).named(handover.words)
    leads = now_task.agency_ids(Part.LEAD)
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    others = [one for one in agencies if one.id not in leads]
    meant = [one for one in others if one.id in said] or others
    rows = [
        (Choice(texts.button_hand(tr, agency=one.name), f"hand:{handover.id}:{one.id}"),)
        for one in meant[:OFFERED]
    ]
    rows.append((Choice(texts.button_keep(tr), f"hand:{handover.id}:0"),))
    return tuple(rows)


async def on_hand(talk: Talk, argument: str) -> Outgoing:
    """A request to hand over decided: "handover:agency", 0 where it stays."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    first, _, second = argument.partition(":")
    handover_id, agency_id = read_id(first), read_id(second)
    if handover_id is None or agency_id is None:
        raise StaleButtonError
    handover = await handover_asked(talk.session, talk.committee.id, handover_id)
    found = handover and await followed_tasks(talk, [handover.task_id])
    agencies = await agencies_by_id(talk.session, talk.committee.id, [agency_id])
    if handover is None or not found or (agency_id and not agencies):
        raise StaleButtonError
    now_task, before = found[0], everybody(found[0])
    try:
        done = await decide_handover(
            talk.session, handover, now_task, talk.actor, agency_id=agency_id or None
        )
    except AlreadyDecidedError as refusal:
        raise await handover_since(talk, handover) from refusal
    task = now_task.task
    if not agency_id:
        told = texts.handover_refused(talk.words_for(handover.asker), task=named(task))
        await talk.tell(handover.asker, Outgoing((told,), about=(task.id,)))
        return Outgoing((texts.handover_refused(talk.tr, task=named(task)),), about=(task.id,))
    await tell_all(talk, now_task, lambda tr: corrected(tr, task, done), also=before)
    text = texts.handover_done(talk.tr, task=named(task), agency=agencies[0].name)
    return Outgoing((text,), about=(task.id,))
