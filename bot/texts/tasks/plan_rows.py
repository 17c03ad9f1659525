"""Rows of a plan by the numbers that are printed there."""

from bot.i18n import Translator
from bot.texts.tasks.cards import short_task


def no_such_row(tr: Translator, *, row: str, plan: str) -> str:
    """The plan has no such row."""
    return tr.gettext(
        "No task {row} in “{plan}”; nothing was recorded. /viec lists tasks with their numbers."
    ).format(row=row, plan=plan)


def several_rows(tr: Translator, *, row: str, plan: str, count: int) -> str:
    """Over the tasks that bear this number there."""
    return tr.ngettext(
        "{count} task {row} in “{plan}”; nothing was recorded. Open the one that is meant:",
        "{count} tasks {row} in “{plan}”; nothing was recorded. Open the one that is meant:",
        count,
    ).format(count=count, row=row, plan=plan)


def also_printed(tr: Translator, *, row: int, plan: str, number: int, content: str) -> str:
    """Under a report by number: another plan prints the same number before another task."""
    return tr.gettext("Task {row} of {plan} is {task}.").format(
        row=row, plan=plan, task=short_task(number, content)
    )
