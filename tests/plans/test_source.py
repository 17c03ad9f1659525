import unicodedata

import pytest

from plans.source import (
    LARGEST_FILE,
    Line,
    PlanEmptyError,
    PlanNotTextError,
    PlanTooLargeError,
    decode_source,
    read_source,
    split_lines,
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Kế hoạch\nsố 1\n".encode(), id="plain"),
        pytest.param("\ufeffKế hoạch\nsố 1\n".encode(), id="mark"),
        pytest.param("Kế hoạch\r\nsố 1\r\n".encode(), id="crlf"),
        pytest.param("Kế hoạch\rsố 1\r".encode(), id="cr"),
        pytest.param(unicodedata.normalize("NFD", "Kế hoạch\nsố 1\n").encode(), id="decomposed"),
    ],
)
def test_bytes_become_composed_text_with_plain_line_ends(data):
    assert decode_source(data) == "Kế hoạch\nsố 1\n"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", PlanEmptyError, id="empty"),
        pytest.param(b"\xef\xbb\xbf \r\n\x0c", PlanEmptyError, id="only-spaces"),
        pytest.param(b"%PDF-1.7 \x00\x01", PlanNotTextError, id="zero-byte"),
        pytest.param("Kế hoạch".encode("utf-16"), PlanNotTextError, id="utf-16"),
        pytest.param(b" " * (LARGEST_FILE + 1), PlanTooLargeError, id="too-large"),
    ],
)
def test_what_is_no_text_is_refused(data, error):
    with pytest.raises(error):
        decode_source(data)


def test_a_file_is_read_and_a_large_one_refused_before_it_is(tmp_path):
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"\xef\xbb\xbfA\r\n")
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    assert read_source(small) == "A\n"
    with pytest.raises(PlanTooLargeError) as refusal:
        read_source(large)
    assert refusal.value.size == LARGEST_FILE + 1


def test_lines_keep_their_numbers_and_only_unusual_gaps():
    before = "một\n\n" * 10
    text = f"{before}hai\n\nba\n\n \n\nbốn\nnăm\n\nsáu\n\n"

    assert split_lines(text)[10:] == (
        Line(21, "hai", 0),
        Line(23, "ba", 0),
        Line(27, "bốn", 2),
        Line(28, "năm", 0),
        Line(30, "sáu", 0),
    )


def test_a_blank_line_between_cells_is_a_gap_though_most_cells_have_one_line():
    text = "1\n\nTỷ lệ xã đạt\nchuẩn\n\n%\n\n60\n\nSở Nông nghiệp\nvà Môi trường\n"

    assert [line.gap for line in split_lines(text)] == [0, 1, 0, 1, 1, 1, 0]


def test_in_a_densely_printed_text_every_blank_line_is_a_gap():
    assert split_lines("một\nhai\nba\n\nbốn\f năm") == (
        Line(1, "một", 0),
        Line(2, "hai", 0),
        Line(3, "ba", 0),
        Line(5, "bốn", 1),
        Line(6, "năm", 0),
    )
