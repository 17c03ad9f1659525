"""What lines of a mixed table have beside their task once that is known, and whose they are."""

from plans.annexes import Row
from plans.columns import Column
from plans.mixed.lines import part_lines

C, L, H, P, D = Column.CONTENT, Column.LEAD, Column.COORDINATING, Column.PRODUCT, Column.DEADLINE


def line(*parts):
    """Words and the column each was laid into: ("Cac so", H) is two words."""
    return tuple((word, column) for text, column in parts for word in text.split())


def row(no, content, deadline="3/2025"):
    return Row(1, "I", "", no, content, deadline=deadline)


ROWS = [
    row("1", "Tham mưu phát động phong trào thi đua trong toàn tỉnh để phát huy sức mạnh"),
    row("2", "Rà soát, đề xuất tháo gỡ các điểm nghẽn, rào cản về thể chế", "thường xuyên"),
]
FIRST = line(("Tham muu phat dong phong trao", C), ("S& N6i vu Cac don vi", H), ("Quyét dinh", P))
OTHER = line(("Ra so4t, dé xuat thao go cac diém", C), ("S& Tu phap", L), ("Thuong xuyén", D))


def beside(lines, no="1"):
    parted = part_lines(ROWS, {"1": lines})
    return [" ".join(word for word, _ in part.words) for part in parted[no]]


def test_the_task_ends_where_its_own_words_do_and_the_deadline_closes_the_line():
    lines = [FIRST, line(("thi dua trong toan", C), ("tinh lién quan", C), ("3/2025", D))]

    assert beside(lines) == ["S& N6i vu Cac don vi Quyét dinh", "lién quan"]


def test_a_line_that_a_page_end_put_out_of_its_place_is_the_other_rows():
    assert beside([FIRST, OTHER], no="2") == ["S& Tu phap"]
    assert beside([FIRST, OTHER]) == ["S& N6i vu Cac don vi Quyét dinh"]


def test_who_helps_is_no_other_rows_task_though_one_says_the_same_words():
    rows = [ROWS[0], row("2", "Báo cáo các cơ quan, đơn vị, địa phương khi cần tham vấn")]
    helpers = line(("co quan, don vi, dia phuong", C))

    parted = part_lines(rows, {"1": [FIRST, helpers]})

    assert (len(parted["1"]), len(parted["2"])) == (2, 0)


def test_two_words_that_the_task_has_far_above_make_no_line_its_own():
    helpers = line(("trong toan", C), ("S& Y té", H))
    lines = [FIRST, line(("thi dua trong toan tinh dé phat huy", C)), helpers]

    assert beside(lines)[-1] == "trong toan S& Y té"
