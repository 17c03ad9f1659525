"""/ky: the days of the plans' reports, which a secretary can set."""

import re

from bot.conversation.talk import Talk
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.texts.drafts import report_days as texts
from db.enums import Every, Role
from db.models import Plan
from plans.words import fold
from reports.periods import MONTHS
from tasks.errors import NotYourRoleError
from tasks.report_days import BadReportDayError, ReportDays, followed_plans, set_report_days
from tasks.rules import may_review, may_sum_up

DAY = re.compile(
    r"(?:(?P<cut_off>chot|cut ?-?off|figures)|(?P<report>bao cao|report)|(?P<meeting>hop|meeting))"
    r"\D*?(?P<day>\d{1,2})\b"
)
EVERY = (
    (re.compile(r"\bquy\b|\bquarter"), Every.QUARTERLY),
    (re.compile(r"\b6 (?:thang|months)\b|\bhalf"), Every.HALF_YEARLY),
    (re.compile(r"\bnam\b|\byear"), Every.YEARLY),
    (re.compile(r"\bthang\b|\bmonth"), Every.MONTHLY),
)
"""In Vietnamese or English; folded."""


async def on_report_days(talk: Talk, argument: str = "") -> Outgoing:
    """/ky alone: each plan's days, for everybody to read.

    With words, "2 chốt 14 báo cáo 18 họp 23", they are set.
    """
    if argument.strip() and not may_sum_up(talk.standing):
        raise NotYourRoleError(Role.MEMBER, Role.SECRETARY)
    plans = await followed_plans(talk.session, talk.committee.id, today=talk.today)
    if not plans:
        return Outgoing((texts.no_plans(talk.tr),))
    if not argument.strip():
        lines = [line for at, plan in enumerate(plans, 1) for line in plan_lines(talk.tr, at, plan)]
        if may_review(talk.standing):
            lines.append(texts.how_to_set(talk.tr, several=len(plans) > 1))
        return Outgoing((texts.heading(talk.tr), *lines))
    words = fold(argument)
    days = {
        part: int(found["day"])
        for found in DAY.finditer(words)
        for part in ("cut_off", "report", "meeting")
        if found[part]
    }
    place = _place(words, len(plans))
    if not days or place is None:
        return Outgoing((texts.not_understood(talk.tr),))
    plan = plans[place - 1]
    try:
        set_report_days(
            talk.committee,
            plan,
            ReportDays(days.get("cut_off"), days.get("report"), days.get("meeting")),
            every=_every(words),
            standing=talk.standing,
            today=talk.today,
        )
    except BadReportDayError:
        return Outgoing((texts.not_understood(talk.tr),))
    return Outgoing((texts.changed(talk.tr), *plan_lines(talk.tr, place, plan)))


def plan_lines(tr: Translator, place: int, plan: Plan) -> list[str]:
    """A plan with the days of its reports."""
    lines = [texts.plan_line(tr, place=place, plan=plan)]
    periodic = sorted(
        (row for row in plan.regimes if row.every in MONTHS), key=lambda row: MONTHS[row.every]
    )
    for row in periodic:
        lines += [line for line in (texts.regime_line(tr, row), texts.coming(tr, row)) if line]
    return lines if periodic else [*lines, texts.no_regime(tr)]


def _place(words: str, plans: int) -> int | None:
    """The plan meant, counted from 1; None where the words do not say which of several."""
    named = re.match(r"(\d{1,3})\b(?! (?:thang|months))", words)
    if named is None:
        return 1 if plans == 1 else None
    return int(named[1]) if 1 <= int(named[1]) <= plans else None


def _every(words: str) -> Every | None:
    return next((every for rule, every in EVERY if rule.search(words)), None)
