"""The words on the roll-up's picture, in one language."""

from reports.chart import ChartWords
from reports.figures import RollUp
from reports.render import due_line, flag_lines
from reports.status import Flag
from reports.words import Words, sample_notice, unassigned


def chart_words(tr: Words, roll_up: RollUp) -> ChartWords:
    """What the picture of this roll-up says."""
    counts = roll_up.counts
    awaiting = counts.flags[Flag.AWAITING_CONFIRMATION]
    return ChartWords(
        committee=roll_up.committee,
        day=_day_line(tr, roll_up),
        # Translators: labels under a number on the picture; keep them short.
        done=tr.gettext("Done"),
        awaiting=_awaiting(tr, awaiting) if awaiting else None,
        # Translators: label under a number on the picture.
        in_time=tr.gettext("Open, in time"),
        # Translators: label under a number on the picture.
        no_deadline=tr.gettext("Open, no due day"),
        # Translators: label under a number on the picture.
        overdue=tr.gettext("Overdue, not done"),
        # Translators: label under a number on the picture.
        paused=tr.gettext("Paused"),
        notes=(due_line(tr, counts), *flag_lines(tr, counts)),
        agencies=tr.gettext("By lead agency"),
        # Translators: below the heading "By lead agency": how the agencies are ordered.
        order=tr.gettext("Highest share of overdue among those due so far first"),
        unassigned=unassigned(tr),
        tasks=lambda n: tr.ngettext("{count} task", "{count} tasks", n).format(count=tr.number(n)),
        number=tr.number,
        sample=sample_notice(tr),
    )


def _day_line(tr: Words, roll_up: RollUp) -> str:
    total = roll_up.counts.total
    line = tr.ngettext("As of {day}: {total} task", "As of {day}: {total} tasks", total)
    return line.format(day=tr.day(roll_up.as_of), total=tr.number(total))


def _awaiting(tr: Words, awaiting: int) -> str:
    # Translators: beside the number of the done, on the picture.
    line = tr.ngettext(
        "{awaiting} awaiting confirmation", "{awaiting} awaiting confirmation", awaiting
    )
    return line.format(awaiting=tr.number(awaiting))
