"""Every doubt of a plan's reader is said in words."""

import pytest

from bot.i18n import translator
from bot.texts.drafts.importing import doubt
from bot.texts.drafts.indicator_doubts import indicator_doubt
from tasks.drafts.correcting import DEADLINE_DOUBTS, LEAD_DOUBTS

VI = translator("vi")


@pytest.mark.parametrize("word", sorted(DEADLINE_DOUBTS | LEAD_DOUBTS))
def test_a_doubt_of_a_row_is_said_in_words(word):
    assert doubt(VI, word) != word


@pytest.mark.parametrize("word", sorted(LEAD_DOUBTS))
def test_a_doubt_of_who_leads_an_indicator_is_said_as_that_of_a_row(word):
    assert indicator_doubt(VI, word) == doubt(VI, word)
