"""How sure a reading is, told from what is doubtful of it."""

from collections.abc import Collection
from enum import StrEnum

GUESSES = frozenset(
    [
        "row_cut",
        "columns_joined",
        "row_from_prose",
        "lead_from_prose",
        "deadline_from_prose",
        "deadline_guessed",
        "deadline_unreadable",
        "name_guessed",
        "number_missing",
        "years_guessed",
        "year_missing",
        "target_mended",
        "target_pieced",
        "target_unreadable",
    ]
)
"""Doubts of what was put together or taken for something else than what stands there."""


class Certainty(StrEnum):
    """SURE is what stands there, in full. LOOK is read, but a person should see it: an agency
    that is none or several, words that may be misread. GUESS is not all printed so, or could not
    be read."""

    SURE = "sure"
    LOOK = "look"
    GUESS = "guess"


def how_sure(doubts: Collection[str], doubtful_words: Collection[str]) -> Certainty:
    """How sure a row with these doubts is.

    >>> how_sure(("several_leads",)).value
    'look'
    """
    if GUESSES.intersection(doubts):
        return Certainty.GUESS
    return Certainty.LOOK if doubts or doubtful_words else Certainty.SURE
