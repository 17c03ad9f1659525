"""An indicator of a draft: what is doubtful in it, what can be said of it, what came of that."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.texts.drafts.indicator_doubts import indicator_doubt
from db.enums import Review
from plans.words import clean
from reports.indicator_words import code


def progress(tr: Translator, *, at: int, total: int) -> str:
    """Over an indicator: which of those to look at it is."""
    return tr.gettext("Indicator {at}/{total} to look at").format(at=at, total=total)


def facts(
    tr: Translator,
    *,
    number: int | None,
    name: str,
    unit: str | None,
    targets: str,
    leads: Sequence[str],
    doubts: Sequence[str],
) -> list[str]:
    """An indicator as it stands, a line a fact, what is doubtful in it first."""
    lines = [f"{code(number or 0)} {clean(name)}"]
    if doubts:
        said = "; ".join(indicator_doubt(tr, word) for word in doubts)
        lines.append(tr.gettext("⚠️ Doubtful: {doubts}").format(doubts=said))
    if unit:
        lines.append(tr.gettext("Unit: {unit}").format(unit=clean(unit)))
    said = "; ".join(targets.splitlines()) or tr.gettext("none")
    lines.append(tr.gettext("Targets: {targets}").format(targets=said))
    said = ", ".join(leads) or tr.gettext("not assigned")
    lines.append(tr.gettext("Lead: {agencies}").format(agencies=said))
    return lines


def set_aside(tr: Translator) -> str:
    """In the card of one that was set aside."""
    return tr.gettext("Set aside as no indicator")


def button_targets(tr: Translator) -> str:
    """Under an indicator."""
    return tr.gettext("Correct the targets")


def button_name(tr: Translator) -> str:
    """Under an indicator whose name was hardly legible."""
    return tr.gettext("Correct the name")


def button_not_an_indicator(tr: Translator) -> str:
    """Under an indicator."""
    return tr.gettext("Not an indicator")


def button_is_an_indicator(tr: Translator) -> str:
    """Under one that was set aside."""
    return tr.gettext("It is an indicator")


def ask_targets(tr: Translator, *, number: int | None) -> str:
    """What is typed next are the targets."""
    return tr.gettext(
        "Which targets does {indicator} have? Write each with its year, for example “2025: ≥ 60%; "
        "2030: 80-90%”."
    ).format(indicator=code(number or 0))


def ask_agency(tr: Translator, *, number: int | None) -> str:
    """What is typed next are the agencies."""
    return tr.gettext("Who leads {indicator}? Pick one or write names with commas between.").format(
        indicator=code(number or 0)
    )


def ask_name(tr: Translator, *, number: int | None) -> str:
    """What is typed next is the name."""
    return tr.gettext("Write the right name of {indicator}.").format(indicator=code(number or 0))


def bad_targets(tr: Translator) -> str:
    """Targets of several years without their years."""
    return tr.gettext(
        "It is not clear which year is meant. Write each target with its year, for example "
        "“2025: ≥ 60%; 2030: 80-90%”."
    )


def kept(tr: Translator, *, indicator: str, review: Review | None) -> str:
    """What was said of an indicator, or of several, by their codes."""
    return {
        Review.RIGHT: tr.gettext("✅ {task}: right."),
        Review.LATER: tr.gettext("{task}: put off."),
        Review.NOT_A_TASK: tr.gettext("{task}: set aside as no indicator; it can be taken back."),
        None: tr.gettext("✅ {task} is an indicator again."),
    }[review].format(task=indicator)
