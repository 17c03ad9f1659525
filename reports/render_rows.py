"""One task or agency of a roll-up, in a line."""

from collections.abc import Sequence

from reports.figures import AgencyCounts, BlockedTask, OverdueTask
from reports.status import Flag
from reports.words import REASON_LENGTH, Words, shorten, unassigned

QUARTERS = ("I", "II", "III", "IV")


def overdue_line(tr: Words, late: OverdueTask) -> str:
    """An overdue task: its first words, who leads it, what the plan says, how long ago that was."""
    over = tr.ngettext("{days} day overdue", "{days} days overdue", late.days_over)
    cells = [
        f"#{late.task.number} {shorten(late.task.content)}",
        leads_named(tr, late.task.leads),
        _deadline(tr, late),
        *_open_periods(tr, late.periods),
        over.format(days=tr.number(late.days_over)),
    ]
    return " · ".join(cells)


def _deadline(tr: Words, late: OverdueTask) -> str:
    """The plan's own words with the day they mean, unless that day stands in them."""
    words, day = shorten(late.task.deadline_text), tr.day(late.due)
    if not words:
        return tr.gettext("by {day}").format(day=day)
    if late.extended:
        # Translators: {deadline} is what the plan says, in its own words.
        return tr.gettext("{deadline}, extended to {day}").format(deadline=words, day=day)
    if day in words:
        return words
    return tr.gettext("{deadline} (by {day})").format(deadline=words, day=day)


def _open_periods(tr: Words, periods: Sequence[str]) -> list[str]:
    """Which periods are open, where they are several."""
    if len(periods) < 2:
        return []
    # Translators: periods of one recurring task that are not done, such as "2025, 2026".
    line = tr.gettext("open periods: {periods}")
    return [line.format(periods=", ".join(period_name(tr, period) for period in periods))]


def period_name(tr: Words, period: str) -> str:
    """A period as people write it, from "2025", "2025-H1", "2025-Q3", "2025-09" or
    "2025-W38"."""
    year, _, part = period.partition("-")
    if not part:
        return year
    if part.startswith("Q"):
        # Translators: {quarter} is a Roman number.
        return tr.gettext("quarter {quarter}/{year}").format(
            quarter=QUARTERS[int(part[1:]) - 1], year=year
        )
    if part == "H1":
        return tr.gettext("first half of {year}").format(year=year)
    if part == "H2":
        return tr.gettext("second half of {year}").format(year=year)
    if part.startswith("W"):
        return tr.gettext("week {week}/{year}").format(week=int(part[1:]), year=year)
    return tr.gettext("month {month}/{year}").format(month=int(part), year=year)


def blocked_line(tr: Words, stuck: BlockedTask) -> str:
    """A task with an obstacle: its first words, who leads it, what is in the way since when."""
    # Translators: {reason} is what an officer wrote about the obstacle.
    obstacle = tr.gettext("“{reason}”, since {day}")
    cells = [
        f"#{stuck.task.number} {shorten(stuck.task.content)}",
        leads_named(tr, stuck.task.leads),
        obstacle.format(reason=shorten(stuck.reason, REASON_LENGTH), day=tr.day(stuck.since)),
    ]
    return " · ".join(cells)


def agency_line(tr: Words, row: AgencyCounts) -> str:
    """One agency's numbers; overdue stands beside how many had come due."""
    counts = row.counts
    awaiting = counts.flags[Flag.AWAITING_CONFIRMATION]
    if awaiting and counts.due:
        line = tr.ngettext(
            "{agency}: {total} task, {done} done ({awaiting} awaiting confirmation); "
            "{overdue} overdue of {due} due so far.",
            "{agency}: {total} tasks, {done} done ({awaiting} awaiting confirmation); "
            "{overdue} overdue of {due} due so far.",
            counts.total,
        )
    elif awaiting:
        line = tr.ngettext(
            "{agency}: {total} task, {done} done ({awaiting} awaiting confirmation).",
            "{agency}: {total} tasks, {done} done ({awaiting} awaiting confirmation).",
            counts.total,
        )
    elif counts.due:
        line = tr.ngettext(
            "{agency}: {total} task, {done} done; {overdue} overdue of {due} due so far.",
            "{agency}: {total} tasks, {done} done; {overdue} overdue of {due} due so far.",
            counts.total,
        )
    else:
        line = tr.ngettext(
            "{agency}: {total} task, {done} done.",
            "{agency}: {total} tasks, {done} done.",
            counts.total,
        )
    return line.format(
        agency=row.agency or unassigned(tr),
        total=tr.number(counts.total),
        done=tr.number(counts.done),
        awaiting=tr.number(awaiting),
        due=tr.number(counts.due),
        overdue=tr.number(counts.overdue),
    )


def leads_named(tr: Words, leads: Sequence[str]) -> str:
    """The lead agencies by name, or that there is none."""
    return ", ".join(leads) or tr.gettext("unassigned")
