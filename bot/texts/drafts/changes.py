"""The corrections of a draft in words: which field, what stood there, and by whom."""

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from db.enums import DraftField, IndicatorField, Review
from plans.words import cut

QUOTED = 120
"""Longest value that is quoted of a field, in characters."""


def field(tr: Translator, value: DraftField | IndicatorField) -> str:
    """A field's name."""
    return {
        DraftField.NUMBER: tr.gettext("the number"),
        DraftField.ISSUED_ON: tr.gettext("the day of issue"),
        DraftField.ISSUER: tr.gettext("the issuer"),
        DraftField.TITLE: tr.gettext("the title"),
        DraftField.REPORTING: tr.gettext("the reports"),
        DraftField.CONTENT: tr.gettext("the content"),
        DraftField.PRODUCT: tr.gettext("the product"),
        DraftField.DEADLINE: tr.gettext("the deadline"),
        DraftField.LEAD: tr.gettext("the lead agency"),
        DraftField.COORDINATING: tr.gettext("the coordinating agencies"),
        DraftField.REVIEW: tr.gettext("the review"),
        IndicatorField.NAME: tr.gettext("the indicator"),
        IndicatorField.UNIT: tr.gettext("the unit"),
        IndicatorField.TARGETS: tr.gettext("the targets"),
    }[value]


def _value(tr: Translator, of: DraftField | IndicatorField, value: str | None) -> str:
    if of in (DraftField.REVIEW, IndicatorField.REVIEW):
        return (
            {
                Review.RIGHT: tr.gettext("right"),
                Review.LATER: tr.gettext("later"),
                Review.NOT_A_TASK: tr.gettext("not a task"),
            }.get(Review(value), "")
            if value
            else tr.gettext("not looked at")
        )
    if of is DraftField.ISSUED_ON and value:
        return tr.day(date.fromisoformat(value))
    one_line = "; ".join((value or "").splitlines())
    return f"“{cut(one_line, QUOTED)}”" if value else tr.gettext("none")


def changed(
    tr: Translator, of: DraftField | IndicatorField, before: str | None, after: str | None
) -> str:
    """One correction: the field, what stood there and what stands there now."""
    return tr.gettext("{field}: {before} → {after}").format(
        field=field(tr, of), before=_value(tr, of, before), after=_value(tr, of, after)
    )


def changed_by(tr: Translator, *, who: str | None, when: str, changes: Sequence[str]) -> str:
    """Somebody corrected this since it was shown, before it is shown as it stands now; `who` is
    None for the reader themselves."""
    now = tr.gettext("As it stands now:")
    return f"{_not_written(tr, who=who, when=when, changes=changes)} {now}"


def changed_under_hand(
    tr: Translator, *, who: str | None, when: str, changes: Sequence[str]
) -> str:
    """The same over what the reader has typed, which stays: pressing again writes it."""
    again = tr.gettext("Press once more to write yours all the same.")
    return f"{_not_written(tr, who=who, when=when, changes=changes)} {again}"


def _not_written(tr: Translator, *, who: str | None, when: str, changes: Sequence[str]) -> str:
    said = "; ".join(changes)
    if who is None:
        return tr.gettext(
            "This was changed since ({when}), so nothing was written: {changes}."
        ).format(when=when, changes=said)
    return tr.gettext(
        "{who} has changed this since ({when}), so nothing was written: {changes}."
    ).format(who=who, when=when, changes=said)
