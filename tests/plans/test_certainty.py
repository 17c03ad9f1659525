import pytest

from plans.certainty import Certainty, how_sure


@pytest.mark.parametrize(
    ("doubts", "words", "wanted"),
    [
        pytest.param((), (), Certainty.SURE, id="as-it-stands"),
        pytest.param(("several_leads",), (), Certainty.LOOK, id="to-be-seen"),
        pytest.param((), ("ddo",), Certainty.LOOK, id="a-word-misread"),
        pytest.param(("several_leads", "lead_from_prose"), (), Certainty.GUESS, id="put-together"),
    ],
)
def test_a_reading_is_as_sure_as_its_worst_doubt(doubts, words, wanted):
    assert how_sure(doubts, words) is wanted
