import unicodedata

import pytest

from plans.words import clean, cut, fold, join_lines, letters, mend

DECOMPOSED = unicodedata.normalize("NFD", "Phòng Văn")


def test_text_is_composed_and_put_on_one_line():
    assert clean(f"  {DECOMPOSED}\u00a0\n hóa ") == "Phòng Văn hóa"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("ĐẢNG ỦY", "dang uy", id="capitals"),
        pytest.param("Đến năm 2030", "den nam 2030", id="letter-d"),
        pytest.param("2026 – 2030", "2026 - 2030", id="long-dash"),
        pytest.param(DECOMPOSED, "phong van", id="decomposed"),
    ],
)
def test_folding_leaves_what_spellings_share(text, folded):
    assert fold(text) == folded


def test_letters_leave_no_marks():
    assert letters("Văn phòng HĐND&UBND (xã)") == "van phong hdnd ubnd xa"


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        pytest.param("Xây dựng kế hoạch", 17, "Xây dựng kế hoạch", id="fits"),
        pytest.param("Xây dựng kế hoạch", 16, "Xây dựng kế…", id="at-a-word"),
        pytest.param("Xây dựng kế hoạch", 12, "Xây dựng kế…", id="word-ends-there"),
        pytest.param("Xây dựng, kế hoạch", 11, "Xây dựng…", id="no-comma-left"),
        pytest.param("Chuyểnđổisố", 5, "Chuy…", id="one-long-word"),
    ],
)
def test_a_text_is_cut_between_words(text, length, short):
    assert cut(text, length) == short
    assert len(cut(text, length)) <= length


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        pytest.param(["Nghị quyết số 57-", "NQ/TW"], "Nghị quyết số 57-NQ/TW", id="number"),
        pytest.param(["708/BTTTT-", "CATTT; hoàn"], "708/BTTTT-CATTT; hoàn", id="signs"),
        pytest.param(["thời kỳ 2021-", "2030"], "thời kỳ 2021-2030", id="years"),
        pytest.param(["kinh tế -", "xã hội"], "kinh tế - xã hội", id="dash-between-words"),
        pytest.param(["Phòng Văn hóa -", "Xã hội"], "Phòng Văn hóa - Xã hội", id="agency"),
    ],
)
def test_lines_of_a_cell_join_as_they_were_written(lines, joined):
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        pytest.param("ndm", "nam", id="replaced"),
        pytest.param("tron", "trong", id="lost"),
        pytest.param("naam", "nam", id="added"),
        pytest.param("hoac", "hoac", id="two-slips"),
        pytest.param("nam", "nam", id="sound"),
    ],
)
def test_a_misread_word_is_mended_where_one_is_near(word, mended):
    assert mend(word, frozenset(["nam", "trong", "thang"])) == mended


def test_a_word_between_two_is_left_alone():
    assert mend("thanx", frozenset(["thang", "thanh"])) == "thanx"
