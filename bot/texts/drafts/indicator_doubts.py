"""What the reader of a plan was not sure of in an indicator, in words."""

from bot.i18n import Translator
from bot.texts.drafts.importing import doubt


def indicator_doubt(tr: Translator, word: str) -> str:
    """A reader's doubt (`plans.indicators.row`) in words; those of its lead are as a task's."""
    return {
        "name_guessed": tr.gettext("the name was hardly legible"),
        "name_unsure": tr.gettext("words of the name may be misread"),
        "number_missing": tr.gettext("no number is printed"),
        "targets_missing": tr.gettext("no target is printed"),
        "year_missing": tr.gettext("a target without its year"),
        "years_guessed": tr.gettext("fewer targets than years"),
        "target_unreadable": tr.gettext("a target cannot be read"),
        "target_mended": tr.gettext("a figure of the scan was taken for another"),
        "target_pieced": tr.gettext("the target's words were put together from several lines"),
        "targets_fall": tr.gettext("the targets fall from year to year"),
        "targets_rise": tr.gettext("the limit rises from year to year"),
    }.get(word) or doubt(tr, word)
