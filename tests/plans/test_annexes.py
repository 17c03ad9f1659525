import pytest

from plans.annexes import body_lines, find_annexes, read_number
from plans.source import split_lines


def sources(text: str) -> list[tuple[str, int]]:
    return [(annex.source, len(annex.lines)) for annex in find_annexes(split_lines(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Không có", [], id="none"),
        pytest.param("PHỤ LỤC 3: PHÂN CÔNG\na\nb\n", [("annex-3", 2)], id="only-the-third"),
        pytest.param("Phụ lục I\na\nPhụ lục II\nb", [("annex-1", 1), ("annex-2", 1)], id="roman"),
        pytest.param("PHỤ LỤC\na", [("annex-1", 1)], id="unnumbered"),
        pytest.param(
            "Phu luc | ) )\na\nPhu luc 11 ) )\nb\nPHU LUC I\nc\n",
            [("annex-1", 1), ("annex-2", 1), ("annex-3", 1)],
            id="misread-numbers",
        ),
        pytest.param("giao tại\nPhụ lục 2 kèm theo Kế hoạch này\n", [], id="a-sentence"),
        pytest.param("(Chi tiết tại Phụ lục 2).", [], id="a-mention"),
    ],
)
def test_annexes_are_found_by_their_headings(text, found):
    assert sources(text) == found


def test_the_body_ends_where_the_first_annex_begins():
    lines = split_lines("Kế hoạch\nnhư Phụ lục 1 kèm theo\nPHỤ LỤC I\nviệc")

    assert [line.text for line in body_lines(lines)] == ["Kế hoạch", "như Phụ lục 1 kèm theo"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("3", 3), ("I", 1), ("IV", 4), ("xii", 12), ("|", 1), ("", None), ("A", None)],
)
def test_a_number_is_read_in_either_writing(printed, number):
    assert read_number(printed) == number
