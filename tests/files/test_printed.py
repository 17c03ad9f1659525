import pytest

from plans.files.grids import Rule, find_grids
from plans.files.limits import Lines
from plans.files.printed import Word, flow, lay_out, part_lines


def word(text: str, left: float, top: float, *, spaced: bool = True) -> Word:
    """A word of letters 6 points wide and 12 high."""
    return Word(text, left, top, left + 6 * len(text), top + 12, spaced=spaced)


def lines(*printed: str):
    """Lines of a cell; "_" at the end: no space was printed there."""
    words = []
    for at, text in enumerate(printed):
        left = 0.0
        for part in text.removesuffix("_").split():
            words.append(word(part, left, at * 14.0))
            left += 6 * (len(part) + 0.5)
        if text.endswith("_"):
            last = words.pop()
            words.append(word(last.text, last.left, last.top, spaced=False))
    return part_lines(words)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param(("aaaa bbbb", "cccc"), "aaaa bbbb cccc", id="no-room-left"),
        pytest.param(("aaaa", "bb cc dd"), "aaaa\nbb cc dd", id="room-left"),
        pytest.param(("Nghị quyết 57-_", "NQ/TW xx"), "Nghị quyết 57-NQ/TW xx", id="hyphen"),
        pytest.param(("kế hoạch 2025 -", "2030 xx"), "kế hoạch 2025 - 2030 xx", id="dash"),
        pytest.param(("dân tộc, thuần_", "phong mỹ tục"), "dân tộc, thuần phong mỹ tục", id="lost"),
        pytest.param(("HĐND&UBNDX_", "D"), "HĐND&UBNDXD", id="a-word-wider-than-its-cell"),
        pytest.param(("Sản_", "phẩm xx"), "Sản phẩm xx", id="room-for-a-letter-but-no-word"),
        pytest.param(("trước 28/02/20", "26"), "trước 28/02/2026", id="a-date-in-its-year"),
        pytest.param(("12/2025", "26 xã"), "12/2025 26 xã", id="a-date-that-is-whole"),
        pytest.param(("Năm_", "2026"), "Năm 2026", id="a-figure-behind-a-word"),
        pytest.param(("15/4/2026_", "đến"), "15/4/2026 đến", id="a-word-behind-a-day"),
        pytest.param(("của các ban_", "TP"), "của các ban TP", id="an-abbreviation"),
        pytest.param(("Hoàn thành các_", "CSDL"), "Hoàn thành các CSDL", id="no-such-word"),
    ],
)
def test_the_lines_of_a_cell_become_paragraphs(printed, text):
    laid = lines(*printed)

    assert flow(laid, max(line.right for line in laid) + 2) == text


def box(left, top, right, bottom) -> list[Rule]:
    return [
        Rule(True, left, top, bottom),
        Rule(True, right, top, bottom),
        Rule(False, top, left, right),
        Rule(False, bottom, left, right),
    ]


def test_cells_without_a_border_between_them_are_merged():
    rules = [
        *box(0, 0, 300, 100),
        Rule(True, 100, 0, 100),
        Rule(True, 200, 50, 100),  # the upper right cell is two columns wide
        Rule(False, 50, 100, 300),  # the left one two rows high
    ]

    (grid,) = find_grids(rules)

    assert [[(r.rows, r.columns) for r in row] for row in grid.rows] == [
        [((0, 1), (0, 0)), ((0, 0), (1, 2))],
        [((0, 1), (0, 0)), ((1, 1), (1, 1)), ((1, 1), (2, 2))],
    ]


def test_a_table_without_outer_borders_ends_where_its_lines_do():
    rules = [Rule(False, 50, 0, 300), Rule(True, 100, 0, 100), Rule(True, 200, 0, 100)]

    (grid,) = find_grids(rules)

    assert [len(row) for row in grid.rows] == [3, 3]
    assert (grid.left, grid.top, grid.right, grid.bottom) == (0, 0, 300, 100)


def test_one_frame_is_no_table():
    assert find_grids(box(0, 0, 300, 100)) == []


def test_a_page_is_read_from_its_top_with_its_number_left_out():
    words = [
        word("12", 290, 20),
        word("Tên", 0, 60),
        word("a", 10, 110),
        word("b", 110, 110),
        word("Sau", 0, 260),
    ]
    rules = [*box(0, 100, 200, 150), Rule(True, 100, 100, 150)]

    blocks = list(lay_out(words, rules, 3, Lines()))

    shown = [b.text if hasattr(b, "text") else [row.text for row in b.rows] for b in blocks]
    assert shown == ["Tên", ["a | b"], "Sau"]
    assert {block.place.page for block in blocks} == {3}
