"""Agencies compared by what they have done of what has come due."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.common import few


def heading(tr: Translator, *, whose: str, day: date) -> str:
    """Over the agencies: whose, and by what."""
    return tr.gettext("{whose}, {day}: done of the tasks that have come due").format(
        whose=whose, day=tr.day(day)
    )


def line(tr: Translator, *, agency: str, done: int, due: int, overdue: int) -> str:
    """One agency with its rate and what the rate is of."""
    percent = 100 * done // due
    if not overdue:
        return tr.gettext("{agency}: {done}/{due} ({percent}%)").format(
            agency=agency, done=done, due=due, percent=percent
        )
    return tr.gettext("{agency}: {done}/{due} ({percent}%), {overdue} overdue").format(
        agency=agency, done=done, due=due, percent=percent, overdue=overdue
    )


def not_due(tr: Translator, *, agencies: Sequence[str]) -> str:
    """Those that cannot be compared yet."""
    return tr.gettext("Nothing due yet: {agencies}.").format(agencies=few(agencies))


def nothing_due(tr: Translator, *, day: date) -> str:
    """No agency can be compared."""
    return tr.gettext(
        "Nothing had come due by {day}, so agencies cannot be compared yet. /tonghop: all figures."
    ).format(day=tr.day(day))


def next_one(tr: Translator, *, agency: str) -> str:
    """How to look at one of them."""
    return tr.gettext("One agency: “how is {agency} doing?”.").format(agency=agency)


def loads(tr: Translator, *, whose: str, day: date, what: str) -> str:
    """Over the agencies by how many tasks they have: whose, and which tasks."""
    # Translators: {what} is "tasks not done" or the like.
    return tr.gettext("{whose}, {day}: {what} of each agency").format(
        whose=whose, day=tr.day(day), what=what
    )


def load(*, agency: str, count: int) -> str:
    """One agency with its number of tasks."""
    return f"{agency}: {count}"


def overdue(tr: Translator) -> str:
    """What is counted."""
    # Translators: within "The whole committee, 17/12/2025: ... of each agency", as the three below.
    return tr.gettext("overdue tasks")


def blocked(tr: Translator) -> str:
    """What is counted."""
    return tr.gettext("tasks with obstacles")


def silent(tr: Translator) -> str:
    """What is counted."""
    return tr.gettext("tasks not reported this period")


def still_open(tr: Translator) -> str:
    """What is counted."""
    return tr.gettext("tasks not done")
