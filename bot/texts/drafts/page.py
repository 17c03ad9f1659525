"""What the page says on which a secretary goes through a draft."""

from bot.i18n import Translator
from bot.texts.drafts.discarding import button_discard, button_discard_it
from db.enums import Review


def listing_words(tr: Translator, *, known: bool) -> dict[str, str]:
    """The labels of the list of plans; `known` says whether the reader may see any."""
    return {
        "title": tr.gettext("Plans"),
        "back": tr.gettext("Back to the conversation"),
        "open": tr.gettext("Look through"),
        "empty": tr.gettext("No plan yet. Send the plan's file in the conversation."),
        "note": ""
        if known
        else tr.gettext("Plans are looked through by the standing office. Connect there first."),
    }


def sheet_words(tr: Translator) -> dict[str, str]:
    """Every label of a draft's sheet by the name that its template and script know it by."""
    return {
        "title": tr.gettext("Look through a draft"),
        "back": tr.gettext("All plans"),
        "conversation": tr.gettext("Back to the conversation"),
        "loading": tr.gettext("Loading…"),
        "saving": tr.gettext("Saving…"),
        "saved": tr.gettext("Saved"),
        "unsaved": tr.gettext("Not saved: no connection. Nothing was changed; try again."),
        "refused": tr.gettext("Not saved."),
        "number": tr.gettext("Number"),
        "issued_on": tr.gettext("Day of issue"),
        "issuer": tr.gettext("Issuer"),
        "plan_title": tr.gettext("Title"),
        "reporting": tr.gettext("Reports"),
        "reporting_hint": tr.gettext(
            "A line for each, for example Monthly: report on the 18th, cut-off on the 14th, review "
            "on the 23rd"
        ),
        "day_doubtful": tr.gettext("not printed in the plan; set the right day"),
        "save": tr.gettext("Save"),
        "cancel": tr.gettext("Cancel"),
        "all_rows": tr.gettext("All rows"),
        "to_look_at": tr.gettext("To look at"),
        "no_lead": tr.gettext("Cannot be reminded yet"),
        "set_aside": tr.gettext("Set aside"),
        "task": tr.gettext("Task"),
        "lead": tr.gettext("Lead agency"),
        "helpers": tr.gettext("Coordinating agencies"),
        "deadline": tr.gettext("Deadline"),
        "product": tr.gettext("Product"),
        "in_the_source": tr.gettext("In the source"),
        "content": tr.gettext("Content"),
        "choose_row": tr.gettext("Choose this row"),
        "choose_all": tr.gettext("Choose all rows shown"),
        "edit": tr.gettext("Correct"),
        "right": tr.gettext("Right"),
        "later": tr.gettext("Later"),
        "not_a_task": tr.gettext("Not a task"),
        "is_a_task": tr.gettext("It is a task"),
        "none": tr.gettext("none"),
        "chosen": tr.gettext("Rows chosen:"),
        "apply": tr.gettext("Apply to the chosen rows"),
        "leave_empty": tr.gettext("What is left empty stays as it is."),
        "several": tr.gettext("Several names are separated by semicolons."),
        "anyway": tr.gettext("Keep it all the same"),
        "left_over": tr.gettext("Lines that ended in no task"),
        "follow": tr.gettext("Follow this plan"),
        "follow_open": tr.gettext("Rows still doubtful:"),
        "follow_measures": tr.gettext("Indicators still doubtful:"),
        "follow_anyway": tr.gettext("Follow it all the same"),
        "discard": button_discard(tr),
        "discard_it": button_discard_it(tr),
        "changes": tr.gettext("Changed, added"),
        "no_longer": tr.gettext("No longer in the newer version"),
        "goes_on": tr.gettext("Goes on as the followed task"),
        "new_task": tr.gettext("none: it is a new task"),
        "follow_unsaid": follow_unsaid(tr),
        "indicators": tr.gettext("Indicators"),
        "indicator": tr.gettext("Indicator"),
        "unit": tr.gettext("Unit"),
        "targets": tr.gettext("Targets by year"),
        "targets_hint": tr.gettext("A line for each year, for example 2025: ≥ 60%"),
        "edit_indicator": tr.gettext("Correct the indicator"),
        "not_an_indicator": tr.gettext("Not an indicator"),
        "is_an_indicator": tr.gettext("It is an indicator"),
        "nothing_shown": tr.gettext("No row here."),
        "no_script": tr.gettext("This page needs JavaScript. Turn it on and load the page again."),
    }


def follow_unsaid(tr: Translator) -> str:
    """Before a draft that is like a followed plan is followed as one of its own."""
    return tr.gettext(
        "Nobody has said yet whether this is a newer version. Followed as a plan of its own, "
        "its tasks stand beside those of the other."
    )


def review_state(tr: Translator, review: Review | None) -> str:
    """What was said of a row."""
    match review:
        case Review.RIGHT:
            return tr.gettext("Right")
        case Review.LATER:
            return tr.gettext("Later")
        case Review.NOT_A_TASK:
            return tr.gettext("Set aside as no task")
        case None:
            return ""


def last_change(tr: Translator, *, who: str) -> str:
    """Who corrected a row last."""
    return tr.gettext("corrected by {who}").format(who=who)


def place(
    tr: Translator, *, page: int | None, sheet: str | None, row: int | None, line: int | None
) -> str:
    """Where something stands in the source."""
    if page:
        return tr.gettext("page {page}").format(page=page)
    if sheet and row:
        return tr.gettext("sheet {sheet}, row {row}").format(sheet=sheet, row=row)
    return tr.gettext("line {line}").format(line=line) if line else ""


def added(tr: Translator) -> str:
    """Of a row that the older version of the plan does not have."""
    return tr.gettext("New in this version")


def moved(tr: Translator) -> str:
    """Of a row that stands elsewhere than in the older version."""
    return tr.gettext("Stands elsewhere than before")


def goes_on_as(tr: Translator, *, number: int) -> str:
    """Of a row that is a followed task, changed: its number and reports stay."""
    return tr.gettext("Goes on as #{number}").format(number=number)
