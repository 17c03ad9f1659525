"""The roll-up in words, for a chat: its numbers first, then what they are about, by name."""

from reports.figures import Counts, OverdueTask, RollUp
from reports.render_rows import agency_line, blocked_line, leads_named, overdue_line
from reports.status import Flag
from reports.words import Words, sample_notice

LISTED = 10
"""How many tasks a list of a message names (voice: Messages)."""


OBSTACLE = "⚠️"
"""Stands before a line that speaks of obstacles (voice: Manner)."""


def render_roll_up(
    tr: Words, roll_up: RollUp, *, listed: int = LISTED, agencies: int | None = None
) -> tuple[str, ...]:
    """The roll-up as paragraphs, a task or an agency each: heading, sums, lists.

    Lists name at most `listed` tasks, and `agencies` of them where that is given: those with the
    most overdue; how many more there are is said.
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
        blocks.extend(agency_line(tr, row) for row in roll_up.agencies[:agencies])
        more = len(roll_up.agencies[agencies:]) if agencies else 0
        if more > 0:
            blocks.append(more_agencies(tr, more))
    return tuple(blocks)


def more_agencies(tr: Words, more: int) -> str:
    """How many lead agencies a list leaves out."""
    # Translators: below the lead agencies with the most tasks overdue.
    rest = tr.ngettext("… and {count} more agency", "… and {count} more agencies", more)
    return rest.format(count=tr.number(more))


def render_sums(tr: Words, roll_up: RollUp) -> tuple[str, ...]:
    """The roll-up's heading and sums, without its lists: a few lines for a telephone."""
    heading = [roll_up_heading(tr, roll_up)]
    if roll_up.sample:
        heading.append(sample_notice(tr))
    if not roll_up.counts.total:
        return (*heading, tr.gettext("There are no tasks yet."))
    return (*heading, *_sums(tr, roll_up))


def roll_up_heading(tr: Words, roll_up: RollUp) -> str:
    """Whose tasks, as of which day."""
    heading = tr.gettext("{committee}, as of {day}")
    return heading.format(committee=roll_up.committee, day=tr.day(roll_up.as_of))


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


def rate_line(tr: Words, counts: Counts) -> str:
    """How much is done in percent: of what has come due, and of everything."""
    whole = percent_of(tr, counts.done, counts.total)
    if not counts.due:
        line = tr.gettext("Done {done} of {total} ({whole}).")
    else:
        line = tr.gettext(
            "Done {done} of {total} ({whole}); of those due so far {due_done} of {due} ({rate})."
        )
    return line.format(
        done=tr.number(counts.done),
        total=tr.number(counts.total),
        whole=whole,
        due_done=tr.number(counts.due_done),
        due=tr.number(counts.due),
        rate=percent_of(tr, counts.due_done, counts.due),
    )


def percent_of(tr: Words, part: int, whole: int) -> str:
    """A share, rounded to a whole percent."""
    return f"{tr.number(round(100 * part / whole) if whole else 0)}%"


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
        number=late.task.number,
        leads=leads_named(tr, late.task.leads),
        days=tr.number(late.days_over),
    )


def _more(tr: Words, rest: int) -> list[str]:
    if rest <= 0:
        return []
    line = tr.ngettext("… and {count} more task", "… and {count} more tasks", rest)
    return [line.format(count=tr.number(rest))]
