"""The buttons under an order that is half given: agencies and days to choose, and its card's.

Every button bears the order's number, so that one of an older order does nothing.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import wraps

from bot.conversation.office.order_questions import (
    Draft,
    ask_what_to_amend,
    go_on,
    take_agencies,
    time_of,
)
from bot.conversation.office.receipts import announce
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.i18n import translator
from bot.ports import Outgoing
from bot.texts import agencies
from bot.texts import since as since_texts
from bot.texts.office import assigning as texts
from db.queries.office import agencies_by_id
from tasks.agencies import add_agency
from tasks.assigning import Assignment, assign_task
from tasks.errors import NameTakenError, NotYourRoleError
from tasks.rules import may_run_office

Acts = Callable[[Talk, Draft, str], Awaitable[Outgoing]]
"""What a button does to the order that is open, with the rest of the button's data."""


def _of_open_order(act: Acts) -> Callable[[Talk, str], Awaitable[Outgoing]]:
    """The handler of a button, "order:rest", that acts on its order as long as that is open."""

    @wraps(act)
    async def handler(talk: Talk, argument: str) -> Outgoing:
        number, _, rest = argument.partition(":")
        draft = talk.recall("draft")
        if not draft or str(draft["n"]) != number or draft["day"] != talk.today.isoformat():
            return _lapsed(talk, number)
        return await act(talk, dict(draft), rest)

    return handler


def _lapsed(talk: Talk, number: str) -> Outgoing:
    """To a button of an order that is not open: of another day, given, dropped or begun anew."""
    draft = talk.recall("draft")
    if draft and str(draft["n"]) == number:
        talk.remember(draft=None)
        return Outgoing((texts.expired(talk.tr),))
    given = talk.recall("given") or {}
    if str(given.get("n")) == number:
        said = since_texts.order_given(talk.tr, task=f"#{given['number']}")
        raise StaleButtonError(said, task_id=given["task"])
    raise StaleButtonError


@_of_open_order
async def on_lead(talk: Talk, draft: Draft, agency: str) -> Outgoing:
    """An agency chosen to lead."""
    return await take_agencies(talk, draft, "lead", await _agency_ids(talk, agency))


@_of_open_order
async def on_helper(talk: Talk, draft: Draft, agency: str) -> Outgoing:
    """An agency chosen to help, 0 for none."""
    ids = [] if read_id(agency) == 0 else await _agency_ids(talk, agency)
    return await take_agencies(talk, draft, "helper", ids)


@_of_open_order
async def on_new_lead(talk: Talk, draft: Draft, _: str) -> Outgoing:
    """The agency that the order names and the directory lacks: it is added, and leads."""
    doubt = draft.get("unclear_lead")
    if not doubt or doubt[1]:
        raise StaleButtonError
    try:
        agency = await add_agency(
            talk.session, talk.committee.id, str(doubt[0]), standing=talk.standing
        )
    except NameTakenError as refusal:
        raise StaleButtonError from refusal
    outgoing = await take_agencies(talk, draft, "lead", [agency.id])
    return replace(outgoing, blocks=(agencies.added(talk.tr, agency.name), *outgoing.blocks))


async def _agency_ids(talk: Talk, agency: str) -> list[int]:
    """The one agency of a button. Raises `StaleButtonError` where there is none such any more."""
    found = await agencies_by_id(talk.session, talk.committee.id, [read_id(agency) or 0])
    if not found:
        raise StaleButtonError
    return [one.id for one in found]


@_of_open_order
async def on_deadline(talk: Talk, draft: Draft, offered: str) -> Outgoing:
    """A deadline chosen, by its place among those offered."""
    index = read_id(offered)
    if index is None or index >= len(draft.get("offered", ())):
        raise StaleButtonError
    draft["times"] = [draft["offered"][index]]
    return await go_on(talk, draft)


@_of_open_order
async def on_amend(talk: Talk, draft: Draft, _: str) -> Outgoing:
    """ "Sửa" under the card."""
    return ask_what_to_amend(talk)


@_of_open_order
async def on_drop(talk: Talk, draft: Draft, _: str) -> Outgoing:
    """ "Thôi"."""
    return drop_order(talk)


def drop_order(talk: Talk) -> Outgoing:
    """The task half given is put aside."""
    talk.remember(draft=None, office=None)
    return Outgoing((texts.dropped(talk.tr),))


async def on_give(talk: Talk, argument: str) -> Outgoing:
    """ "Giao" under the card: the task is made, and the agencies' people hear of it."""
    if not may_run_office(talk.standing):
        raise NotYourRoleError
    return await _give(talk, argument)


@_of_open_order
async def _give(talk: Talk, draft: Draft, _: str) -> Outgoing:
    if not draft.get("leads") or len(draft.get("times", ())) != 1:
        raise StaleButtonError
    talk.remember(draft=None)
    time = time_of(talk, draft["times"][0])
    task = await assign_task(
        talk.session,
        talk.committee,
        Assignment(
            content=draft["content"],
            product=draft.get("product"),
            leads=tuple(draft["leads"]),
            coordinating=tuple(draft.get("helpers", ())),
            collectives=tuple(draft.get("collectives", ())),
            deadline_text=time.words,
            deadline=time.deadline,
        ),
        by=talk.actor,
        title=texts.direct_plan(translator(talk.default_locale)),
    )
    talk.remember(given={"n": draft["n"], "task": task.id, "number": task.number})
    return await announce(talk, task, draft, time)
