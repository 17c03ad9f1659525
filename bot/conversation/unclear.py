"""What is said to what was not understood: the likely meanings; the second time, whom to ask."""

from dataclasses import replace

from bot.conversation.names.agencies import known_agencies
from bot.conversation.office.demanding import to_pass_on
from bot.conversation.office.instructing import ask_to_pass_on
from bot.conversation.office.naming import officers_named
from bot.conversation.people.entering import on_help
from bot.conversation.questions.looking import look
from bot.conversation.questions.parts import part_buttons
from bot.conversation.questions.scopes import Scope
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import card, obstacles_of, report_choices
from bot.conversation.tasks.lists import my_tasks
from bot.ports import Choice, Outgoing
from bot.texts import unclear as unclear_texts
from bot.texts.reporting import said_back
from db.enums import Part, Role
from db.queries.messages import last_delivery
from db.queries.people import people_in_role
from db.queries.tasks import TaskNow
from plans.words import clean
from tasks.rules import may_instruct, may_report, may_run_office, may_sum_up


async def unclear(talk: Talk, now_task: TaskNow | None = None) -> Outgoing:
    """Ask what was meant, of this task where one is known, with what this person may do.

    Said a second time in a row, it gives the help and the standing office's people to call.
    """
    first = await _ask(talk, now_task)
    if talk.lapsed_at is not None:
        when = talk.tr.time(talk.lapsed_at, talk.zone)
        return replace(first, blocks=(unclear_texts.lapsed(talk.tr, when=when), *first.blocks))
    last = await last_delivery(talk.session, talk.chat.id)
    said = last.outbox.body or {} if last else {}
    if first.blocks[0] not in said.get("blocks", ()):
        return first
    helped, whom = await on_help(talk), await whom_to_ask(talk)
    return Outgoing((*helped.blocks, whom)) if whom else helped


async def acknowledged(talk: Talk) -> str:
    """That we heard, with an example of the most urgent of the person's own tasks."""
    mine = await my_tasks(talk) if talk.standing.agency_ids else []
    return unclear_texts.acknowledged(talk.tr, number=mine[0].task.number if mine else None)


async def whom_to_ask(talk: Talk) -> str | None:
    """The people of the standing office, by name; None where there is nobody else in it."""
    office = await people_in_role(talk.session, talk.committee.id, Role.SECRETARY)
    names = [person.name for person in office if person.id != talk.person.id]
    return unclear_texts.whom_to_ask(talk.tr, people=names) if names else None


async def _nearest(talk: Talk) -> tuple[tuple[Choice, ...], ...]:
    """Buttons of what can be looked at, of the agencies that the words name or of all."""
    if not may_sum_up(talk.standing):
        return ()
    named = (await known_agencies(talk)).named(clean(talk.incoming.text))
    scope = Scope(named)
    return tuple(part_buttons(talk, scope, (await look(talk, scope)).figures(talk.today)))


async def _ask(talk: Talk, now_task: TaskNow | None) -> Outgoing:
    tr, standing = talk.tr, talk.standing
    if now_task is None:
        if standing.agency_ids:
            numbers = [one.task.number for one in await my_tasks(talk)]
            return Outgoing((unclear_texts.not_understood_of_none(tr, numbers=numbers),))
        nearest = await _nearest(talk)
        if may_run_office(standing):
            return Outgoing((unclear_texts.not_understood_by_office(tr),), nearest)
        return Outgoing((unclear_texts.not_understood_by_member(tr),), nearest)
    task = f"#{now_task.task.number}"
    if may_report(standing, now_task.agency_ids(Part.LEAD)):
        if now_task.removed:
            return Outgoing((said_back.not_followed(tr, task=task),))
        stuck = bool(await obstacles_of(talk, now_task))
        given = await officers_named(talk, now_task)
        choices = (*given, *report_choices(talk, now_task, stuck=stuck))
        about = (now_task.task.id,)
        return Outgoing((unclear_texts.not_understood(tr, task=task),), choices, about=about)
    if not talk.incoming.reply_to and str(now_task.task.number) not in talk.incoming.text:
        return await _ask(talk, None)  # spoken of last, but not named
    shown = await card(talk, now_task)
    if not shown.about:  # not theirs to see
        return shown
    heading = unclear_texts.not_understood_card(tr, task=task)
    choices = shown.choices
    if may_run_office(standing) and now_task.agency_ids(Part.LEAD):
        choices = (to_pass_on(talk, now_task), *choices)
    elif may_instruct(standing):
        asked = ask_to_pass_on(talk, [now_task], talk.typed or talk.incoming.text)
        return Outgoing((heading, *shown.blocks, *asked.blocks), asked.choices, about=shown.about)
    return Outgoing((heading, *shown.blocks), choices, about=shown.about)
