"""The answer to a question that was read: a list there is already, or what is made of its tasks.

A flat table of who answers what; what cannot be answered as it was asked is said first.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation.drafts import plan_list, report_days
from bot.conversation.listening.mentions import flatten
from bot.conversation.office import confirming, deciding, instructed, receipts
from bot.conversation.questions import (
    by_agency,
    comparing,
    explaining,
    listing,
    ranking,
    returned,
    waiting,
)
from bot.conversation.questions.following import keep_agency, list_kept
from bot.conversation.questions.inquiries import Inquiry
from bot.conversation.questions.inquiry_words import About
from bot.conversation.questions.looking import Looked, look, numbered, plan_names
from bot.conversation.questions.news import last_reported, lately, news_lines
from bot.conversation.questions.parts import fits_screen, nearest, part_buttons
from bot.conversation.questions.plan_files import send_plans
from bot.conversation.questions.scopes import Scope
from bot.conversation.questions.task_list import Answer, Page, show_list
from bot.conversation.talk import Talk
from bot.conversation.tasks.lists import PAGE, task_buttons
from bot.ports import Outgoing, RollUpPicture
from bot.texts import unclear
from bot.texts.questions import asking as texts
from bot.texts.questions import bounds
from bot.texts.questions import news as news_texts
from db.queries.office import agencies_by_id
from reports.render import LISTED, rate_line, render_roll_up, render_sums
from tasks.rules import may_confirm, may_sum_up

SHORT = re.compile(
    r"\b(?:ngan(?! (?:hang|sach))|gon|vai dong|\d dong|tom tat|so bo|short(?:er)?|brief(?:ly)?)\b"
)
""" "Gói gọn vài dòng": the sums alone; over flattened text."""
PERCENT = re.compile(r"\b(?:phan tram|ty le|ti le|percent|per cent|rate)\b|%")
""" "Hoàn thành bao nhiêu phần trăm": a rate is asked for; over flattened text."""
Unanswerable = Callable[[Talk, Inquiry], Awaitable[Outgoing | None]]
OfTasks = Callable[[Talk, Looked, Scope], Awaitable[Answer]]


async def answer_inquiry(talk: Talk, inquiry: Inquiry, page: Page | None = None) -> Outgoing:
    """The answer to a question, within what it sets as its bounds; without a page, its first."""
    list_kept(talk, ())
    for answer in BEFORE:
        if (given := await answer(talk, inquiry)) is not None:
            return given
    looked = await look(talk, inquiry.scope)
    if len(inquiry.scope.agency_ids) == 1 and not inquiry.scope.plan_ids:
        keep_agency(talk, looked.whose)
    found = await OF_TASKS.get(inquiry.about, _standing)(talk, looked, inquiry.scope)
    if isinstance(found, Outgoing):
        list_kept(talk, [one.number for one in looked.facts] if inquiry.about is About.LED else ())
        return found
    list_kept(talk, found.numbers)
    return await show_list(talk, found, page or Page())


async def _no_files(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    if inquiry.about is not About.FILE:
        return None
    return Outgoing((texts.no_files(talk.tr, sums_up=may_sum_up(talk.standing)),))


async def _unknown(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    return await nearest(talk, inquiry.scope) if inquiry.about is About.UNKNOWN else None


async def _no_such_day(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    return Outgoing((unclear.day_not_clear(talk.tr),)) if inquiry.scope.no_such_day else None


async def _plan_file(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    return await send_plans(talk, inquiry.scope) if inquiry.about is About.PLAN_FILE else None


async def _no_such_plan(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    words = inquiry.scope.plan_words
    if words is None:
        return None
    names = [plan.number or plan.title or "" for plan in await plan_names(talk)]
    return Outgoing((bounds.no_such_plan(talk.tr, words=words, plans=names),))


async def _no_such_agency(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    words = inquiry.scope.agency_words
    if words is None:
        return None
    agencies = await agencies_by_id(talk.session, talk.committee.id)
    known = [agency.name for agency in agencies]
    return Outgoing((bounds.no_such_agency(talk.tr, words=words, known=known),))


async def _as_listed(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    listed = LISTS.get(inquiry.about)
    return await listed(talk) if listed else None


async def _reminded(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    named = inquiry.about is About.UNMANNED and inquiry.scope.agency_ids
    if inquiry.about is not About.REMINDED and not named:
        return None
    period = inquiry.scope.period
    if inquiry.scope.agency_ids:
        return await waiting.on_reminded(talk, inquiry.scope.agency_ids)
    if period is not None and period.first == period.last:
        return await explaining.on_week(talk, period.first.isoformat())
    this_week = period is not None and period.first <= talk.today
    return await explaining.on_week(talk, explaining.THIS_WEEK if this_week else "")


async def _to_confirm(talk: Talk, inquiry: Inquiry) -> Outgoing | None:
    if inquiry.about is not About.AWAITING or not may_confirm(talk.standing):
        return None
    return await confirming.on_awaiting(talk)


BEFORE: tuple[Unanswerable, ...] = (
    _no_files,
    _no_such_day,
    _unknown,
    _plan_file,  # of a plan that we do not know it says so itself
    _no_such_plan,
    _no_such_agency,
    _reminded,  # of one agency, before the list of all that nobody answers for
    _as_listed,
    _to_confirm,
)
"""What is answered before any task is looked at, in this order."""

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


async def _news(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    period = lately(scope.period, talk.today)
    whose, first, last = looked.whose, period.first, period.last
    lines, numbers = news_lines(talk.tr, looked.facts, period)
    if not numbers:
        return Outgoing((news_texts.nothing(talk.tr, whose=whose, first=first, last=last),))
    heading = news_texts.heading(talk.tr, whose=whose, first=first, last=last, count=len(numbers))
    shown = await numbered(talk, numbers[:PAGE])
    about = tuple(task.task.id for task in shown)
    return Outgoing((heading, *lines), tuple(task_buttons(shown)), about=about)


async def _last_report(talk: Talk, looked: Looked, _: Scope) -> Answer:
    """The last day on which anything was reported, and of which tasks."""
    found = last_reported(looked.facts)
    if found is None:
        return Outgoing((news_texts.never(talk.tr, whose=looked.whose),))
    day, numbers = found
    shown = await numbered(talk, numbers[:PAGE])
    line = news_texts.last_report(talk.tr, whose=looked.whose, day=day, numbers=numbers)
    about = tuple(task.task.id for task in shown)
    return Outgoing((line,), tuple(task_buttons(shown)), about=about)


async def _standing(talk: Talk, looked: Looked, scope: Scope) -> Answer:
    """The roll-up of what lies within the scope, its period included."""
    whose, facts, as_of = looked.whose, looked.facts, scope.as_of(talk.today)
    if scope.period is not None and as_of == talk.today < scope.period.last:
        first, last = scope.period.first, scope.period.last
        facts = tuple(
            one.task for one in looked.found if one.due is not None and first <= one.due <= last
        )
        whose = bounds.within(talk.tr, whose=whose, first=first, last=last)
        scope = replace(scope, due_within=scope.period)
    figures = replace(looked, facts=facts).figures(as_of)
    one_agency = len(scope.agency_ids) == 1
    figures = replace(figures, committee=whose, agencies=() if one_agency else figures.agencies)
    picture = (
        None if scope.bounded else RollUpPicture(talk.committee.id, talk.today, talk.tr.locale)
    )
    if SHORT.search(flatten(talk.incoming.text)):
        steps = texts.all_figures(talk.tr) if may_sum_up(talk.standing) else None
        return Outgoing((*render_sums(talk.tr, figures), *([steps] if steps else [])))
    everything = render_roll_up(talk.tr, figures, listed=5, agencies=LISTED)
    rows = part_buttons(talk, scope, figures) if as_of == talk.today else []
    fits = fits_screen(everything) or not rows
    heading, *rest = everything if fits else render_sums(talk.tr, figures)
    if PERCENT.search(flatten(talk.incoming.text)):
        rest.insert(0, rate_line(talk.tr, figures.counts))
    return Outgoing((heading, *rest), () if fits else tuple(rows), picture=picture)


OF_TASKS: dict[About, OfTasks] = {
    About.NEWS: _news,
    About.LAST_REPORT: _last_report,
    About.COMPARED: comparing.compared,
    About.RANKED: ranking.ranked,
    About.SUBJECT: listing.of_subject,
    About.OVERDUE: listing.overdue,
    About.BLOCKED: listing.blocked,
    About.SILENT: listing.silent,
    About.OPEN: listing.still_open,
    About.NOT_STARTED: listing.not_started,
    About.RETURNED: returned.returned,
    About.NO_DAY: listing.without_day,
    About.UNASSIGNED: listing.unassigned,
    About.DUE: listing.due,
    About.DONE: listing.done,
    About.AWAITING: listing.done,
    About.DONE_LATE: listing.done_late,
    About.GIVEN: listing.given,
    About.EXTENDED: listing.extended,
    About.LED: by_agency.leading,
    About.BY_AGENCY: by_agency.beside,
    About.DAYS_LEFT: listing.days_left,
    About.FARTHEST: listing.farthest,
}
"""What is made of the tasks within a question's bounds; of all else the roll-up."""
