"""What is said where a row of a newer version is paired with the task that it goes on as."""

from bot.i18n import Translator
from bot.texts.drafts.versions import short


def button_goes_on(tr: Translator) -> str:
    """Under a row of a newer version."""
    return tr.gettext("The old task")


def button_row(tr: Translator, *, row: int, number: int | None) -> str:
    """Under the changes of a newer version: a row, and the task that it goes on as, or none."""
    if number is None:
        return tr.gettext("#{row} is new?").format(row=row)
    return tr.gettext("#{row} is #{number}?").format(row=row, number=number)


def button_new(tr: Translator) -> str:
    """Under the question: the row goes on as no task."""
    return tr.gettext("It is a new task")


def hint(tr: Translator, *, row: int, number: int) -> str:
    """Under the changes: how a wrong pair is put right, with two numbers that there are."""
    return tr.gettext(
        "Paired wrongly? Press that row below, or write “#{row} is #{number}”, “#{row} is new”."
    ).format(row=row, number=number)


def ask(tr: Translator, *, row: int, content: str, number: int | None, plan: str) -> str:
    """Which task of the older version a row goes on as."""
    if number is None:
        return tr.gettext(
            "#{row} {content}: new in this version. Which task of {plan} does it go on as? Pick "
            "one, or write its number."
        ).format(row=row, content=short(content), plan=plan)
    return tr.gettext(
        "#{row} {content}: goes on as #{number} of {plan}. If that is wrong, pick another, or "
        "write its number."
    ).format(row=row, content=short(content), number=number, plan=plan)


def paired(tr: Translator, *, row: int, number: int | None) -> str:
    """What was said of a row, said back."""
    if number is None:
        return tr.gettext("✅ #{row} is a new task.").format(row=row)
    return tr.gettext(
        "✅ #{row} goes on as #{number}: that number, its reports and its history stay."
    ).format(row=row, number=number)


def no_such_task(tr: Translator, *, number: int, plan: str) -> str:
    """A number that none of the older version's tasks bears."""
    return tr.gettext("{plan} has no task #{number}. Write another number.").format(
        plan=plan, number=number
    )
