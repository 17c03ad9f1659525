"""Questions in words, answered short from the figures of the day, with what to do next.

Leaders ask of the whole committee; an agency's people of its own tasks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.names.agencies import known_agencies
from bot.conversation.names.agency_of_person import with_agencies
from bot.conversation.pressed import StaleButtonError, kept_for_press
from bot.conversation.questions.answers import answer_inquiry
from bot.conversation.questions.following import followed, keep, list_kept, points_at_nothing
from bot.conversation.questions.inquiries import OF_AGENCY, Inquiry, may_inquire, read_inquiry
from bot.conversation.questions.inquiry_words import About
from bot.conversation.questions.looking import look, plan_names
from bot.conversation.questions.own import answer_own, asks_of_own
from bot.conversation.questions.parts import read_part, seen_by, written
from bot.conversation.questions.scopes import TOGETHER, PlanName, is_asked_where, read_scope
from bot.conversation.questions.task_list import Page
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.context import tasks_spoken_of
from bot.ports import Outgoing
from bot.texts.questions import asking as texts
from db.enums import Role
from tasks.errors import NotYourRoleError
from tasks.rules import may_run_office, may_sum_up

TO_DO = re.compile(
    r"\b(?:can|phai) (?:lam|xu ly)(?: nhung)?(?: viec)? gi\b|\bgi (?:can|phai) (?:lam|xu ly)\b"
)
""" "Hôm nay cần làm gì": what waits for the standing office; over flattened text."""


async def on_words(talk: Talk) -> Outgoing | None:
    """A question of the committee's tasks, or of one's own agency's; None where it is none."""
    text = talk.incoming.text.strip()
    if talk.incoming.reply_to or not text:
        return None
    number = int(talk.recall("inquiries") or 0) + 1
    answer = await _answer(talk, text, Page(turns=f"asked:{number}"))
    if answer is None:
        return None
    turns = (choice.data for row in answer.choices for choice in row)
    if any(data.startswith("asked:") for data in turns):
        talk.remember(inquiries=number)
        talk.keep_today("inquiry", {"n": number, "text": text})
    return answer


async def on_turn(talk: Talk, argument: str) -> Outgoing:
    """Another page of an answer, "question:page", in the place of the one pressed on.

    Raises `StaleButtonError` where another question came since.
    """
    number, _, at = argument.partition(":")
    kept = kept_for_press(talk, "inquiry", number)
    talk.incoming = replace(talk.incoming, text=str(kept["text"]))
    answer = await _answer(talk, talk.incoming.text, Page(read_id(at) or 0, f"asked:{number}"))
    if answer is None:
        raise StaleButtonError
    return replace(answer, replaces=talk.incoming.message)


async def on_part(talk: Talk, argument: str) -> Outgoing:
    """What a button under figures asks for (`parts`); a page of it in the place of the last."""
    about, bounds, page = read_part(argument)
    scope = seen_by(talk, bounds)
    inquiry = Inquiry(about, scope)
    keep(talk, inquiry)
    turns = f"part:{about.value}:{written(scope)}"
    answer = await answer_inquiry(talk, inquiry, Page(page or 0, turns))
    return answer if page is None else replace(answer, replaces=talk.incoming.message)


async def _answer(talk: Talk, text: str, page: Page) -> Outgoing | None:
    """The answer within what the asker may see; None where it is no question for these figures."""
    if not may_inquire(text, today=talk.today):
        return None
    if may_sum_up(talk.standing) and points_at_nothing(talk, text):
        if not (spoken_of := await tasks_spoken_of(talk)):
            return Outgoing((texts.none_listed(talk.tr),))
        list_kept(talk, [one.task.number for one in spoken_of])
    names, plans = await known_agencies(talk), await plan_names(talk)
    if may_sum_up(talk.standing):
        own = bool(talk.standing.agency_ids)
        text = await with_agencies(talk, text)
        inquiry = followed(talk, text, names, plans) or read_inquiry(
            text, names, plans, today=talk.today, own=own
        )
        if inquiry is None or await _is_vain(talk, text, inquiry):
            return None
        if inquiry.about is About.DUE and _asks_to_do(text, office=may_run_office(talk.standing)):
            inquiry = replace(inquiry, about=About.WAITING)
        if own and OF_AGENCY.search(flatten(text)) and not inquiry.scope.agency_ids:
            ids = tuple(sorted(talk.standing.agency_ids))
            inquiry = replace(inquiry, scope=replace(inquiry.scope, agency_ids=ids))
        keep(talk, inquiry)
        return await answer_inquiry(talk, inquiry, page)
    if not talk.standing.agency_ids:
        return None
    return await _of_own(talk, text, names, plans, page)


async def _of_own(
    talk: Talk, text: str, names: Directory, plans: Sequence[PlanName], page: Page
) -> Outgoing | None:
    if talk.standing.has(Role.HEAD):
        text = await with_agencies(talk, text)
    inquiry = followed(talk, text, names, plans)
    if inquiry is not None and set(inquiry.scope.agency_ids) - talk.standing.agency_ids:
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if inquiry is None:
        inquiry = read_inquiry(text, names, plans, today=talk.today, own=True)
        if inquiry is not None and inquiry.scope.agency_ids and TOGETHER.search(flatten(text)):
            return await _shared(talk, inquiry, page)
        if inquiry is None or not asks_of_own(talk, text, inquiry):
            return None
    ids = tuple(sorted(talk.standing.agency_ids))
    inquiry = replace(inquiry, scope=replace(inquiry.scope, agency_ids=ids))
    if await _is_vain(talk, text, inquiry):
        return None
    if inquiry.about is About.WAITING:  # "what do I have to do": of an agency's people, their work
        inquiry = replace(inquiry, about=About.DUE if inquiry.scope.period else About.OPEN)
    keep(talk, inquiry)
    if inquiry.about is About.UNASSIGNED:
        return await answer_own(talk, await look(talk, inquiry.scope))
    return await answer_inquiry(talk, inquiry, page)


async def _shared(talk: Talk, inquiry: Inquiry, page: Page) -> Outgoing:
    """What one's own agency does together with others: "việc nào phối hợp với công an"."""
    ids = tuple(sorted(talk.standing.agency_ids.union(inquiry.scope.agency_ids)))
    inquiry = replace(inquiry, scope=replace(inquiry.scope, agency_ids=ids, helping=False))
    if len(ids) > 1:
        inquiry = replace(inquiry, scope=replace(inquiry.scope, together=True))
    return await answer_inquiry(talk, inquiry, page)


def _asks_to_do(text: str, *, office: bool) -> bool:
    """Of the standing office always; of a member where they speak of themselves."""
    flat = flatten(text)
    return TO_DO.search(flat) is not None and (office or re.search(r"\btoi\b", flat) is not None)


async def _is_vain(talk: Talk, text: str, inquiry: Inquiry) -> bool:
    """Whether "... tới đâu rồi" is asked of what no task's content holds word by word."""
    if inquiry.about is not About.SUBJECT or not is_asked_where(text):
        return False
    return not (await look(talk, inquiry.scope)).found


async def on_scope(talk: Talk, argument: str) -> Outgoing | None:
    """/tonghop with an agency, a plan or a period; None where the words name none of them."""
    directory = await known_agencies(talk)
    scope = read_scope(argument, directory, await plan_names(talk), today=talk.today)
    if not scope.bounded:
        return None
    return await answer_inquiry(talk, Inquiry(About.STANDING, scope))
