"""What two parts of a plan say alike is no doubt."""

import pytest

from plans.restore import restore_text
from plans.settled_doubts import doubtful_words, shows_deadline


@pytest.mark.parametrize(
    ("deadline", "closing", "shown"),
    [
        pytest.param("hoan thanh trong thang 7/2025", ["712005"], True, id="a-slash-read-as-one"),
        pytest.param("hoan thanh trong thang 6/2025", ["6/2025"], True, id="as-printed"),
        pytest.param("hoan thanh trong thang 5/2025", ["32025"], False, id="another-month"),
        pytest.param("trong thang 12/2025", ["172025"], False, id="a-month-misread"),
        pytest.param("thuc hién thuong xuyén", ["Thudng", "xuyén"], True, id="ongoing"),
        pytest.param("thuc hién thuong xuyén", [], False, id="nothing-there"),
        pytest.param("truoc thang 10 hang nam", ["thang", "10", "hang"], True, id="yearly"),
        pytest.param("truoc thang 10 hang nam", ["thang", "9", "hang"], False, id="other-month"),
        pytest.param("sau khi Trung uong ban hanh", ["Trung", "wong", "ban"], True, id="an-event"),
    ],
)
def test_a_deadline_of_the_prose_is_shown_by_what_closes_the_rows_lines(deadline, closing, shown):
    assert shows_deadline(deadline, closing) is shown


def test_a_doubtful_word_is_none_where_the_table_comes_out_the_same():
    content = restore_text("Nghién ctru chinh sach vé cong nghé sé va du bao", damaged=True)
    assert content.doubtful

    assert doubtful_words(content, None) == tuple(word.text for word in content.doubtful)
    assert doubtful_words(content, f"theo dé an {content.raw}") == ()
