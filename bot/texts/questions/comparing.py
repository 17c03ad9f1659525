"""Figures of today beside those of an earlier day."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.common import few


def heading(tr: Translator, *, whose: str, now: date, then: date) -> str:
    """Over the lines: whose figures, and of which days."""
    return tr.gettext("{whose}, {now} beside {then}").format(
        whose=whose, now=tr.day(now), then=tr.day(then)
    )


def done(tr: Translator, *, now: int, then: int) -> str:
    """How many tasks are done."""
    return tr.gettext("Done: {count} ({change})").format(count=now, change=_change(tr, now - then))


def overdue(tr: Translator, *, now: int, then: int) -> str:
    """How many are overdue."""
    return tr.gettext("Overdue: {count} ({change})").format(
        count=now, change=_change(tr, now - then)
    )


def blocked(tr: Translator, *, now: int, then: int) -> str:
    """How many have an obstacle."""
    return tr.gettext("With obstacles: {count} ({change})").format(
        count=now, change=_change(tr, now - then)
    )


def reported(tr: Translator, *, now: int, then: int, days: int) -> str:
    """How many were reported on in these days, and in as many before."""
    return tr.ngettext(
        "Reported on within {days} day: {now}; in the day before: {then}",
        "Reported on within {days} days: {now}; in the {days} days before: {then}",
        days,
    ).format(days=days, now=now, then=then)


def reported_within(
    tr: Translator, *, now: int, then: int, days: tuple[date, date], before: tuple[date, date]
) -> str:
    """How many were reported on in one period and in another, each by its first and last day."""
    return tr.gettext(
        "Reported on {first} to {last}: {now}; {first_before} to {last_before}: {then}"
    ).format(
        first=tr.day(days[0]),
        last=tr.day(days[1]),
        now=now,
        first_before=tr.day(before[0]),
        last_before=tr.day(before[1]),
        then=then,
    )


def newly_done(tr: Translator, *, numbers: Sequence[int]) -> str:
    """What became done since."""
    return tr.gettext("✅ Done since: {tasks}").format(tasks=few([f"#{one}" for one in numbers]))


def newly_overdue(tr: Translator, *, numbers: Sequence[int]) -> str:
    """What became overdue since."""
    return tr.gettext("🔴 Overdue since: {tasks}").format(tasks=few([f"#{one}" for one in numbers]))


def _change(tr: Translator, by: int) -> str:
    if by > 0:
        return tr.gettext("{count} more").format(count=by)
    if by < 0:
        return tr.gettext("{count} fewer").format(count=-by)
    return tr.gettext("unchanged")
