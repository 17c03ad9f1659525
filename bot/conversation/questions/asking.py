"""Questions in words, answered short from the figures of the day, with what to do next.

Leaders ask of the whole committee; an agency's people of its own tasks.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.conversation.dates.elapsed import Period
from bot.conversation.drafts import plan_list, report_days
from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.office import assigning, confirming, deciding, instructed, receipts
from bot.conversation.old_buttons.since import StaleButtonError
from bot.conversation.questions import explaining, listing, waiting
from bot.conversation.questions.comparing import compared
from bot.conversation.questions.following import followed, keep
from bot.conversation.questions.inquiries import OF_AGENCY, Inquiry, may_inquire, read_inquiry
from bot.conversation.questions.inquiry_words import About
from bot.conversation.questions.listing import Page
from bot.conversation.questions.looking import Looked, look, numbered, plan_names
from bot.conversation.questions.news import lately, news_lines
from bot.conversation.questions.own import answer_own, asks_of_own
from bot.conversation.questions.persons import with_agencies
from bot.conversation.questions.plan_files import send_plans
from bot.conversation.questions.ranking import ranked
from bot.conversation.questions.scopes import PlanName, Scope, is_asked_where, read_scope
from bot.conversation.talk import Talk, read_id
from bot.conversation.tasks.cards import on_number
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing, RollUpPicture
from bot.texts import unclear
from bot.texts.questions import asking as texts
from bot.texts.questions import bounds
from bot.texts.questions import news as news_texts
from db.enums import Role
from db.queries.office import agencies_by_id
from reports.render import LISTED, render_roll_up
from tasks.errors import NotYourRoleError
from tasks.rules import may_confirm, may_run_office, may_sum_up

LISTS: dict[About, Callable[[Talk], Awaitable[Outgoing]]] = {
    About.UNRECEIVED: receipts.on_unreceived,
    About.UNANSWERED: instructed.unanswered,
    About.EXTENSIONS: deciding.undecided,
    About.REPORT_DAYS: report_days.on_report_days,
    About.PLANS: plan_list.on_plans,
    About.WAITING: waiting.on_waiting,
    About.UNMANNED: waiting.on_unmanned,
}
"""What is answered by a list that there is already."""

TASKS: dict[About, Callable[[Talk, Looked, Scope, Page], Awaitable[Outgoing]]] = {
    About.OVERDUE: listing.overdue,
    About.BLOCKED: listing.blocked,
    About.SILENT: listing.silent,
    About.OPEN: listing.still_open,
    About.NO_DAY: listing.without_day,
    About.UNASSIGNED: listing.unassigned,
    About.DUE: listing.due,
    About.DONE: listing.done,
    About.AWAITING: listing.done,
    About.DONE_LATE: listing.done_late,
    About.GIVEN: listing.given,
}
"""What is answered by a list of tasks."""


TO_DO = re.compile(r"\b(?:can|phai) (?:lam|xu ly)(?: nhung)?(?: viec)? gi\b")
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
    kept = talk.kept_today("inquiry")
    if not kept or str(kept["n"]) != number:
        raise StaleButtonError
    talk.incoming = replace(talk.incoming, text=str(kept["text"]))
    answer = await _answer(talk, talk.incoming.text, Page(read_id(at) or 0, f"asked:{number}"))
    if answer is None:
        raise StaleButtonError
    return replace(answer, replaces=talk.incoming.message)


async def _answer(talk: Talk, text: str, page: Page) -> Outgoing | None:
    """The answer within what the asker may see; None where it is no question for these figures."""
    if not may_inquire(text, today=talk.today):
        return None
    names, plans = await assigning.directory(talk), await plan_names(talk)
    if may_sum_up(talk.standing):
        own = bool(talk.standing.agency_ids)
        text = await with_agencies(talk, text)
        inquiry = followed(talk, text, names, plans) or read_inquiry(
            text, names, plans, today=talk.today, own=own
        )
        if inquiry is None or await _is_vain(talk, text, inquiry):
            return None
        if inquiry.about is About.DUE and may_run_office(talk.standing) and _asks_to_do(text):
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
    inquiry = followed(talk, text, names, plans)
    if inquiry is not None and set(inquiry.scope.agency_ids) - talk.standing.agency_ids:
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    if inquiry is None:
        inquiry = read_inquiry(text, names, plans, today=talk.today, own=True)
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


def _asks_to_do(text: str) -> bool:
    return TO_DO.search(flatten(text)) is not None


async def _is_vain(talk: Talk, text: str, inquiry: Inquiry) -> bool:
    """Whether "... tới đâu rồi" is asked of what no task's content holds word by word."""
    if inquiry.about is not About.SUBJECT or not is_asked_where(text):
        return False
    return not (await look(talk, inquiry.scope)).found


async def on_scope(talk: Talk, argument: str) -> Outgoing | None:
    """/tonghop with an agency, a plan or a period; None where the words name none of them."""
    directory = await assigning.directory(talk)
    scope = read_scope(argument, directory, await plan_names(talk), today=talk.today)
    if not scope.bounded:
        return None
    return await answer_inquiry(talk, Inquiry(About.STANDING, scope))


async def answer_inquiry(talk: Talk, inquiry: Inquiry, page: Page | None = None) -> Outgoing:
    """The answer to a question, within what it sets as its bounds; without a page, its first."""
    scope, page = inquiry.scope, page or Page()
    if inquiry.about is About.FILE:
        return Outgoing((texts.no_files(talk.tr, sums_up=may_sum_up(talk.standing)),))
    if scope.no_such_day:
        return Outgoing((unclear.day_not_clear(talk.tr),))
    if inquiry.about is About.PLAN_FILE:
        return await send_plans(talk, scope)
    if scope.plan_words is not None:
        names = [plan.number or plan.title or "" for plan in await plan_names(talk)]
        return Outgoing((bounds.no_such_plan(talk.tr, words=scope.plan_words, plans=names),))
    if scope.agency_words is not None:
        agencies = await agencies_by_id(talk.session, talk.committee.id)
        known = [agency.name for agency in agencies]
        return Outgoing((bounds.no_such_agency(talk.tr, words=scope.agency_words, known=known),))
    listed = LISTS.get(inquiry.about)
    if listed is not None:
        return await listed(talk)
    if inquiry.about is About.REMINDED:
        this_week = scope.period is not None and scope.period.first <= talk.today
        return await explaining.on_week(talk, explaining.THIS_WEEK if this_week else "")
    if inquiry.about is About.AWAITING and may_confirm(talk.standing):
        return await confirming.on_awaiting(talk)
    looked = await look(talk, scope)
    if inquiry.about is About.NEWS:
        return await _news(talk, looked, lately(scope.period, talk.today))
    if inquiry.about is About.COMPARED:
        return await compared(talk, looked)
    if inquiry.about is About.RANKED:
        return await ranked(talk, looked, scope)
    if inquiry.about is About.SUBJECT:
        return await _found(talk, looked, scope, page)
    tasks = TASKS.get(inquiry.about)
    return await tasks(talk, looked, scope, page) if tasks else _standing(talk, looked, scope)


async def _found(talk: Talk, looked: Looked, scope: Scope, page: Page) -> Outgoing:
    """The tasks whose content holds the words that were asked for: one as its card."""
    if len(looked.found) == 1:
        return await on_number(talk, looked.found[0].task.number)
    return await listing.found(talk, looked, scope, page)


async def _news(talk: Talk, looked: Looked, period: Period) -> Outgoing:
    whose, first, last = looked.whose, period.first, period.last
    lines, numbers = news_lines(talk.tr, looked.facts, period)
    if not numbers:
        return Outgoing((news_texts.nothing(talk.tr, whose=whose, first=first, last=last),))
    heading = news_texts.heading(talk.tr, whose=whose, first=first, last=last, count=len(numbers))
    shown = await numbered(talk, numbers[:PAGE])
    about = tuple(task.task.id for task in shown)
    return Outgoing((heading, *lines), tuple(task_buttons(shown)), about=about)


def _standing(talk: Talk, looked: Looked, scope: Scope) -> Outgoing:
    """The roll-up of what lies within the scope, its period included."""
    whose, facts, as_of = looked.whose, looked.facts, scope.as_of(talk.today)
    if scope.period is not None and as_of == talk.today < scope.period.last:
        first, last = scope.period.first, scope.period.last
        facts = tuple(
            one.task for one in looked.found if one.due is not None and first <= one.due <= last
        )
        whose = bounds.within(talk.tr, whose=whose, first=first, last=last)
    figures = replace(looked, facts=facts).figures(as_of)
    one_agency = len(scope.agency_ids) == 1
    figures = replace(figures, committee=whose, agencies=() if one_agency else figures.agencies)
    picture = (
        None if scope.bounded else RollUpPicture(talk.committee.id, talk.today, talk.tr.locale)
    )
    return Outgoing(render_roll_up(talk.tr, figures, listed=5, agencies=LISTED), picture=picture)
