"""A row of a draft: what is doubtful in it, what can be said of it, and what came of that."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.i18n import Translator
from bot.texts.drafts.importing import doubt
from db.enums import Review
from plans.words import clean, cut

QUOTED = 120
"""Longest words that are quoted in a refusal, in characters."""


def progress(tr: Translator, *, at: int, total: int) -> str:
    """Over a row: which of those to look at it is."""
    return tr.gettext("Row {at}/{total} to look at").format(at=at, total=total)


def doubts(tr: Translator, words: Iterable[str], doubtful: Sequence[str]) -> str | None:
    """What is doubtful in a row, in words."""
    said = [doubt(tr, word) for word in words]
    if doubtful:
        quoted = ", ".join(f"“{word}”" for word in doubtful)
        said.append(tr.gettext("words of a scan that may be wrong: {words}").format(words=quoted))
    return tr.gettext("⚠️ Doubtful: {doubts}").format(doubts="; ".join(said)) if said else None


def source(
    tr: Translator,
    *,
    words: str,
    page: int | None,
    sheet: str | None,
    row: int | None,
    line: int | None,
) -> str:
    """The row as the source has it, and where."""
    if page:
        return tr.gettext("In the plan, page {page}: “{words}”").format(page=page, words=words)
    if sheet and row:
        return tr.gettext("In the plan, sheet {sheet}, row {row}: “{words}”").format(
            sheet=sheet, row=row, words=words
        )
    return tr.gettext("In the plan, line {line}: “{words}”").format(line=line or "?", words=words)


def set_aside(tr: Translator) -> str:
    """In the card of a row that was set aside."""
    return tr.gettext("Set aside as no task")


def button_right(tr: Translator) -> str:
    """Under a row."""
    return tr.gettext("Right")


def button_all_right(tr: Translator, *, count: int) -> str:
    """Under the first of several rows in which words alone are doubtful."""
    return tr.gettext("All {count} left are right").format(count=count)


def button_deadline(tr: Translator) -> str:
    """Under a row."""
    return tr.gettext("Correct the deadline")


def button_agency(tr: Translator) -> str:
    """Under a row."""
    return tr.gettext("Correct the agencies")


def button_content(tr: Translator) -> str:
    """Under a row."""
    return tr.gettext("Correct the wording")


def button_later(tr: Translator) -> str:
    """Under a row."""
    return tr.gettext("Later")


def button_not_a_task(tr: Translator) -> str:
    """Under a row."""
    return tr.gettext("Not a task")


def button_is_a_task(tr: Translator) -> str:
    """Under a row that was set aside."""
    return tr.gettext("It is a task")


def button_keep(tr: Translator) -> str:
    """Under words that give no deadline."""
    return tr.gettext("Keep these words")


def button_new_agency(tr: Translator) -> str:
    """Under a name that the directory lacks."""
    return tr.gettext("Add this agency")


def row_facts(
    tr: Translator,
    *,
    deadline: str,
    leads: Sequence[str],
    coordinating: Sequence[str],
    product: str | None,
) -> list[str]:
    """A row's deadline, agencies and product, a line each."""
    lines = [
        tr.gettext("Deadline: {deadline}").format(deadline=deadline),
        tr.gettext("Lead: {agencies}").format(
            agencies=", ".join(leads) or tr.gettext("not assigned")
        ),
    ]
    if coordinating:
        line = tr.gettext("Coordinating: {agencies}")
        lines.append(line.format(agencies=", ".join(coordinating)))
    if product:
        lines.append(tr.gettext("Product: {product}").format(product=clean(product)))
    return lines


def ask_deadline(tr: Translator, *, task: str) -> str:
    """What is typed next is the deadline."""
    return tr.gettext(
        "Until when is {task} due? Write it as a plan would: 31/12/2025, Quý I/2026, Hằng năm, "
        "Thường xuyên."
    ).format(task=task)


def ask_agency(tr: Translator, *, task: str) -> str:
    """What is typed next are the agencies."""
    return tr.gettext(
        "Who leads {task}? Pick one or write names with commas between; helpers after “with:”."
    ).format(task=task)


def ask_content(tr: Translator, *, task: str) -> str:
    """What is typed next is the content."""
    return tr.gettext("Write the right wording of {task}.").format(task=task)


def corrected(tr: Translator, *, task: str) -> str:
    """A row or an indicator was corrected."""
    return tr.gettext("✅ {task} corrected.").format(task=task)


def corrected_so(tr: Translator, *, task: str, changes: Sequence[str]) -> str:
    """The same with what was corrected, where another line is shown under it."""
    return tr.gettext("✅ {task} corrected ({changes}).").format(
        task=task, changes="; ".join(changes)
    )


def kept(tr: Translator, *, task: str, review: Review | None) -> str:
    """What was said of a row."""
    return {
        Review.RIGHT: tr.gettext("✅ {task}: right."),
        Review.LATER: tr.gettext("{task}: put off."),
        Review.NOT_A_TASK: tr.gettext("{task}: set aside as no task; it can be taken back."),
        None: tr.gettext("✅ {task} is a task again."),
    }[review].format(task=task)


def all_right(tr: Translator, *, count: int) -> str:
    """Several rows in which words alone were doubtful were called right."""
    return tr.ngettext(
        "✅ {count} row: right as it was read.", "✅ {count} rows: right as they were read.", count
    ).format(count=count)


def bad_deadline(tr: Translator, *, words: str, due: date | None, counted_from: date | None) -> str:
    """Words that give no deadline, or one before the plan."""
    if due and counted_from:
        return tr.gettext(
            "“{words}” is {due}, before the plan's own day ({issued}). Write another, or keep it."
        ).format(words=cut(words, QUOTED), due=tr.day(due), issued=tr.day(counted_from))
    return tr.gettext(
        "“{words}” gives no day. Write it another way, or keep these words: the task then has no "
        "due day."
    ).format(words=cut(words, QUOTED))


def unknown_agency(tr: Translator, *, names: Sequence[str]) -> str:
    """Names that the directory lacks."""
    return tr.gettext(
        "The directory has no “{names}”. Write the name another way, or add it."
    ).format(names=", ".join(cut(name, QUOTED) for name in names))
