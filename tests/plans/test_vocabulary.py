"""Known words that damaged ones may be: found by what is left of both as by comparing them all."""

from plans.agencies.spotting import ROOT
from plans.mixed.costs import DEADLINE_WORDS, VERBS_SEEN
from plans.scanned import NO_LIKENESS, skeleton, unlikeness
from plans.vocabulary import Vocabulary
from tests.plans.labelled import DATA


def test_finds_what_comparing_every_word_finds() -> None:
    text = (DATA / "tan-ky" / "plan.txt").read_text(encoding="utf-8")
    seen = sorted({skeleton(word) for word in text.split()})[::4]
    for known in (ROOT.words, DEADLINE_WORDS, VERBS_SEEN):
        for word in seen:
            costs = {one: unlikeness(word, one) for one in known.words}
            wanted = {one: cost for one, cost in costs.items() if cost < NO_LIKENESS}
            assert dict(known.alike(word)) == wanted, word
            assert list(known.alike(word)) == list(wanted), word


def test_a_word_half_seen_is_further_from_the_known_one() -> None:
    assert list(Vocabulary(["thuong", "thang"]).alike("t???ng")) == ["thuong", "thang"]


def test_the_first_of_equals_is_nearest() -> None:
    assert Vocabulary(["nam", "nay"]).nearest("nan") == ("nam", 0.35)
    assert Vocabulary(["nam", "nay"]).nearest("x") == ("nam", NO_LIKENESS)


def test_a_word_that_another_ran_into_begins_with_a_known_one() -> None:
    assert list(Vocabulary(["co", "quan", "coq"]).begin("coquan")) == ["co", "coq"]
