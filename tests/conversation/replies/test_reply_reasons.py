"""The tables of reasons by which completions and words of work are judged."""

from datetime import date

import pytest

from bot.conversation.replies.signs.done import REASONS, Reason, Verdict, judge
from bot.conversation.replies.signs.finish import find_finish
from bot.conversation.replies.signs.sign import WORK, Clause, Told, read_sign

TODAY = date(2025, 12, 10)


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.example)
def test_each_reason_is_the_first_to_hold_of_its_example(reason: Reason):
    said = find_finish(reason.example.lower(), today=TODAY, marked=True)

    assert said is not None
    assert next(one for one in REASONS if one.holds(said)) == reason


@pytest.mark.parametrize("told", WORK, ids=lambda told: told.example)
def test_each_word_of_work_is_the_first_to_hold_of_its_example(told: Told):
    clause = Clause(told.example, TODAY, marked=True)

    assert next(one for one in WORK if one.holds(clause)) == told
    assert read_sign(clause) == told.sign


def test_what_no_reason_holds_of_is_done():
    assert judge("phòng em đã xong rồi", today=TODAY, marked=True) is Verdict.DONE


def test_without_a_word_of_completion_nothing_is_judged():
    assert judge("đang làm", today=TODAY, marked=True) is None
