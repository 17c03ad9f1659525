"""The days of a plan's reports: cut-off, report, review meeting."""

from bot.i18n import Translator
from db.enums import Every
from db.models import Plan, ReportingRegime
from plans.words import cut

TITLE = 90
"""Longest title shown, in characters."""


def heading(tr: Translator) -> str:
    """Over the plans with their days."""
    return tr.gettext("The days of the reports")


def plan_line(tr: Translator, *, place: int, plan: Plan) -> str:
    """A plan by its place in the list and its number, else by its title."""
    if plan.number:
        return tr.gettext("{place}. Plan {name}").format(place=place, name=plan.number)
    return f"{place}. {cut(plan.title or plan.file_name, TITLE)}"


def no_regime(tr: Translator) -> str:
    """A plan that asks for no periodic report, and for which none was set."""
    return tr.gettext("No report days; the general rule holds: monthly, up to the 14th.")


def regime_line(tr: Translator, regime: ReportingRegime) -> str:
    """How often a report is wanted, and its days of the month."""
    report = _day(tr, regime.due_day, regime.due_month)
    if regime.before and regime.due_day is not None:
        report = tr.gettext("before {day}").format(day=report)
    return tr.gettext("{every}: figures up to {cut_off}, report {report}, meeting {review}").format(
        every=every(tr, regime.every),
        cut_off=_day(tr, regime.cut_off_day, regime.due_month) if regime.cut_off_day else report,
        report=report,
        review=_day(tr, regime.review_day),
    )


def coming(tr: Translator, regime: ReportingRegime) -> str | None:
    """The next days of a report; None where it has none."""
    if regime.due_on and regime.review_on:
        return tr.gettext("Next: report by {due}, meeting on {review}.").format(
            due=tr.long_day(regime.due_on), review=tr.long_day(regime.review_on)
        )
    if regime.due_on:
        return tr.gettext("Next: report by {due}.").format(due=tr.long_day(regime.due_on))
    if regime.review_on:
        return tr.gettext("Next: meeting on {review}.").format(review=tr.long_day(regime.review_on))
    return None


def every(tr: Translator, value: Every) -> str:
    """How often."""
    return {
        Every.MONTHLY: tr.gettext("Monthly"),
        Every.QUARTERLY: tr.gettext("Quarterly"),
        Every.HALF_YEARLY: tr.gettext("Half-yearly"),
        Every.YEARLY: tr.gettext("Yearly"),
        Every.AD_HOC: tr.gettext("When needed"),
    }[value]


def _day(tr: Translator, day: int | None, month: int | None = None) -> str:
    if day is None:
        return tr.gettext("not set")
    if month is None:
        return tr.gettext("day {day}").format(day=day)
    return tr.gettext("day {day}/{month}").format(day=day, month=month)


def how_to_set(tr: Translator, *, several: bool) -> str:
    """The last line, for those who may change it."""
    if several:
        return tr.gettext(
            "To set them: “/ky 1 figures 14 report 18 meeting 23”, where 1 is the plan's place "
            "here; “quarter”, “half-year” or “year” names another report, 0 takes a day away."
        )
    return tr.gettext(
        "To set them: “/ky figures 14 report 18 meeting 23”; “quarter”, “half-year” or “year” "
        "names another report, 0 takes a day away."
    )


def changed(tr: Translator) -> str:
    """Said before the days as they are now."""
    return tr.gettext("✅ Noted. From the next morning on:")


def not_understood(tr: Translator) -> str:
    """Days that cannot be, or of no plan."""
    return tr.gettext(
        "Not understood: name the plan's place in the list and days from 1 to 31, for example "
        "“/ky 1 figures 14 report 18 meeting 23”."
    )


def no_plans(tr: Translator) -> str:
    """Nothing is followed yet."""
    return tr.gettext("No plan is followed yet; /kehoach shows the drafts.")
