import pytest

from plans.indicators.gathered import without_stains

CASES = [
    ("dir li¢u da dugc s6 hoa 0 \\ < C Nrx A", "dir li¢u da dugc s6 hoa"),
    ("vu cong truc tuyén 9 .", "vu cong truc tuyén"),
    ("chi dao, ditu hanh, 0", "chi dao, ditu hanh,"),
    ("PV A", ""),
    ("dat murc 2", "dat murc 2"),
    ("cho cac so TT", "cho cac so TT"),
    ("nguoi dan c6 chir ky s6", "nguoi dan c6 chir ky s6"),
]


@pytest.mark.parametrize(("words", "kept"), CASES, ids=[words for words, _ in CASES])
def test_what_a_unit_and_stains_leave_behind_the_words_of_a_line_is_none_of_them(words, kept):
    assert without_stains(words) == kept
