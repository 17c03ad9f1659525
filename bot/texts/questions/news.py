"""What was reported lately, for leaders."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.common import few


def heading(tr: Translator, *, whose: str, first: date, last: date, count: int) -> str:
    """Over the lines: how many tasks were reported on in these days."""
    if first == last:
        return tr.ngettext(
            "{whose}: {count} task reported on, {day}",
            "{whose}: {count} tasks reported on, {day}",
            count,
        ).format(whose=whose, count=count, day=tr.day(first))
    return tr.ngettext(
        "{whose}: {count} task reported on, {first} to {last}",
        "{whose}: {count} tasks reported on, {first} to {last}",
        count,
    ).format(whose=whose, count=count, first=tr.day(first), last=tr.day(last))


def never(tr: Translator, *, whose: str) -> str:
    """Of these tasks nothing was ever reported."""
    return tr.gettext("{whose}: nothing reported yet.").format(whose=whose)


def last_report(tr: Translator, *, whose: str, day: date, numbers: Sequence[int]) -> str:
    """When something was reported last, and of what."""
    return tr.gettext("{whose}: last reported on {day}, {tasks}.").format(
        whose=whose, day=tr.day(day), tasks=few([f"#{one}" for one in numbers])
    )


def nothing(tr: Translator, *, whose: str, first: date, last: date) -> str:
    """Nobody reported in these days."""
    if first == last:
        return tr.gettext("{whose}: no report on {day}.").format(whose=whose, day=tr.day(first))
    return tr.gettext("{whose}: no report from {first} to {last}.").format(
        whose=whose, first=tr.day(first), last=tr.day(last)
    )


def done(tr: Translator, *, numbers: Sequence[int]) -> str:
    """Tasks reported done."""
    return tr.gettext("✅ Done: {tasks}").format(tasks=few([f"#{number}" for number in numbers]))


def moved(tr: Translator, *, tasks: Sequence[tuple[int, int | None]]) -> str:
    """Tasks under way, with their percent where one was given."""
    named = [f"#{n}" if percent is None else f"#{n} ({percent}%)" for n, percent in tasks]
    return tr.gettext("Under way: {tasks}").format(tasks=few(named))


def stuck(tr: Translator, *, numbers: Sequence[int]) -> str:
    """Tasks with a new obstacle."""
    return tr.gettext("⚠️ Obstacles: {tasks}").format(
        tasks=few([f"#{number}" for number in numbers])
    )
