"""The roll-up in words, for a chat: its numbers first, then what they are about, by name."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from reports.figures import AgencyCounts, BlockedTask, Counts, OverdueTask, RollUp
from reports.status import Flag

LISTED = 10
"""How many tasks a list of a message names (voice: Messages)."""

CONTENT_LENGTH = 70
"""Letters of a task's content that are enough to know it by."""

REASON_LENGTH = 200
"""Letters of what people wrote about an obstacle that fit a line of a list."""

OBSTACLE = "⚠️"
"""Stands before a line that speaks of obstacles (voice: Manner)."""

QUARTERS = ("I", "II", "III", "IV")


class Words(Protocol):
    """One language: its sentences, and how it writes days and numbers."""

    def gettext(self, message: str, /) -> str:
        """The sentence in this language."""
        ...

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """The sentence in this language, for this many."""
        ...

    def day(self, day: date, /) -> str:
        """20/12/2025."""
        ...

    def number(self, value: float, /) -> str:
        """1.250."""
        ...


def render_roll_up(tr: Words, roll_up: RollUp, *, listed: int = LISTED) -> tuple[str, ...]:
    """The roll-up as paragraphs, a task or an agency each: heading, sums, lists.

    Lists of tasks name at most `listed` and say how many more there are.
    """
    blocks = [roll_up_heading(tr, roll_up)]
    if roll_up.sample:
        blocks.append(sample_notice(tr))
    if not roll_up.counts.total:
        return (*blocks, tr.gettext("There are no tasks yet."))
    blocks.extend(_sums(tr, roll_up))
    if roll_up.overdue:
        # Translators: heading of a list; {count} is its length.
        heading = tr.gettext("Overdue ({count}), the longest first:")
        blocks.append(heading.format(count=tr.number(len(roll_up.overdue))))
        blocks.extend(overdue_line(tr, late) for late in roll_up.overdue[:listed])
        blocks.extend(_more(tr, len(roll_up.overdue) - listed))
    if roll_up.blocked:
        # Translators: heading of a list of tasks with an obstacle; {count} is its length.
        heading = tr.gettext("With obstacles ({count}):")
        blocks.append(heading.format(count=tr.number(len(roll_up.blocked))))
        blocks.extend(blocked_line(tr, stuck) for stuck in roll_up.blocked[:listed])
        blocks.extend(_more(tr, len(roll_up.blocked) - listed))
    if roll_up.agencies:
        blocks.append(tr.gettext("By lead agency:"))
        blocks.extend(agency_line(tr, row) for row in roll_up.agencies)
    return tuple(blocks)


def roll_up_heading(tr: Words, roll_up: RollUp) -> str:
    """Whose tasks, as of which day."""
    heading = tr.gettext("{committee}, as of {day}")
    return heading.format(committee=roll_up.committee, day=tr.day(roll_up.as_of))


def sample_notice(tr: Words) -> str:
    """That people and progress are made up; it stands on all that a sample shows."""
    return tr.gettext("Sample data, not the real situation.")


def _sums(tr: Words, roll_up: RollUp) -> list[str]:
    counts = roll_up.counts
    sums = [total_line(tr, counts), due_line(tr, counts), *flag_lines(tr, counts)]
    if counts.flags[Flag.BLOCKED]:
        sums[2] = f"{OBSTACLE} {sums[2]}"
    if roll_up.overdue:
        sums.append(_slowest_line(tr, roll_up.overdue[0]))
    return sums


def total_line(tr: Words, counts: Counts) -> str:
    """All tasks by how far they are; what is done names what still waits for confirmation."""
    awaiting = counts.flags[Flag.AWAITING_CONFIRMATION]
    total = counts.total
    # Translators: the four or five numbers of such a line add up to {total}.
    if awaiting and counts.paused:
        line = tr.ngettext(
            "{total} task: {done} done ({awaiting} awaiting confirmation), {open} open "
            "(in time or without a due day), {overdue} overdue, {paused} paused.",
            "{total} tasks: {done} done ({awaiting} awaiting confirmation), {open} open "
            "(in time or without a due day), {overdue} overdue, {paused} paused.",
            total,
        )
    elif awaiting:
        line = tr.ngettext(
            "{total} task: {done} done ({awaiting} awaiting confirmation), {open} open "
            "(in time or without a due day), {overdue} overdue.",
            "{total} tasks: {done} done ({awaiting} awaiting confirmation), {open} open "
            "(in time or without a due day), {overdue} overdue.",
            total,
        )
    elif counts.paused:
        line = tr.ngettext(
            "{total} task: {done} done, {open} open (in time or without a due day), "
            "{overdue} overdue, {paused} paused.",
            "{total} tasks: {done} done, {open} open (in time or without a due day), "
            "{overdue} overdue, {paused} paused.",
            total,
        )
    else:
        line = tr.ngettext(
            "{total} task: {done} done, {open} open (in time or without a due day), "
            "{overdue} overdue.",
            "{total} tasks: {done} done, {open} open (in time or without a due day), "
            "{overdue} overdue.",
            total,
        )
    return line.format(
        total=tr.number(total),
        done=tr.number(counts.done),
        awaiting=tr.number(awaiting),
        open=tr.number(counts.in_time + counts.no_deadline),
        overdue=tr.number(counts.overdue),
        paused=tr.number(counts.paused),
    )


def due_line(tr: Words, counts: Counts) -> str:
    """How many had come due, and how many of those are done."""
    if not counts.due:
        return tr.gettext("No task has come due yet.")
    line = tr.gettext("Due so far {due}, of these done {done}.")
    return line.format(due=tr.number(counts.due), done=tr.number(counts.due_done))


def flag_lines(tr: Words, counts: Counts) -> list[str]:
    """What needs attention (obstacles first), then what comes due; lines of zeros are left out."""
    flags = counts.flags
    lines = []
    if flags[Flag.BLOCKED]:
        lines.append(
            tr.gettext(
                "{blocked} with obstacles, {silent} not reported this period, "
                "{unassigned} unassigned."
            )
        )
    elif flags[Flag.SILENT] or flags[Flag.UNASSIGNED]:
        lines.append(tr.gettext("{silent} not reported this period, {unassigned} unassigned."))
    if flags[Flag.DUE_SOON] or flags[Flag.EXTENDED]:
        lines.append(tr.gettext("Due within 7 days: {due_soon}. Extended: {extended}."))
    numbers = {flag.value: tr.number(count) for flag, count in flags.items()}
    return [line.format(**numbers) for line in lines]


def _slowest_line(tr: Words, late: OverdueTask) -> str:
    # Translators: {leads} are the lead agencies of task {number}, or "unassigned".
    line = tr.ngettext(
        "Longest overdue: #{number} {leads}, {days} day.",
        "Longest overdue: #{number} {leads}, {days} days.",
        late.days_over,
    )
    return line.format(
        number=late.task.number, leads=_leads(tr, late.task.leads), days=tr.number(late.days_over)
    )


def overdue_line(tr: Words, late: OverdueTask) -> str:
    """An overdue task: its first words, who leads it, what the plan says, how long ago that was."""
    over = tr.ngettext("{days} day overdue", "{days} days overdue", late.days_over)
    cells = [
        f"#{late.task.number} {shorten(late.task.content)}",
        _leads(tr, late.task.leads),
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
    """A period as people write it, from "2025", "2025-H1", "2025-Q3" or "2025-09"."""
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
    return tr.gettext("month {month}/{year}").format(month=int(part), year=year)


def blocked_line(tr: Words, stuck: BlockedTask) -> str:
    """A task with an obstacle: its first words, who leads it, what is in the way since when."""
    # Translators: {reason} is what an officer wrote about the obstacle.
    obstacle = tr.gettext("“{reason}”, since {day}")
    cells = [
        f"#{stuck.task.number} {shorten(stuck.task.content)}",
        _leads(tr, stuck.task.leads),
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


def unassigned(tr: Words) -> str:
    """The name of the tasks that no agency leads, where an agency's name would stand."""
    return tr.gettext("Unassigned")


def _leads(tr: Words, leads: Sequence[str]) -> str:
    return ", ".join(leads) or tr.gettext("unassigned")


def _more(tr: Words, rest: int) -> list[str]:
    if rest <= 0:
        return []
    line = tr.ngettext("… and {count} more task", "… and {count} more tasks", rest)
    return [line.format(count=tr.number(rest))]


def shorten(text: str, length: int = CONTENT_LENGTH) -> str:
    """The first words of a text on one line, cut between words and marked so.

    >>> shorten("Tham mưu phát động phong trào thi đua", 20)
    'Tham mưu phát động …'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head else head[:-1]} …"
