"""Who helps and the product of a mixed table, told apart by the names that the plan repeats."""

from plans.annexes import Row
from plans.columns import Column
from plans.mixed.helpers import share_helpers

C, L, H, P, D = Column.CONTENT, Column.LEAD, Column.COORDINATING, Column.PRODUCT, Column.DEADLINE


def line(*parts):
    """Words and the column each was laid into: ("Cac so", H) is two words."""
    return tuple((word, column) for text, column in parts for word in text.split())


def row(no, content, *, lead="S& Noi vu", helpers=None, product=None, deadline="3/2025"):
    return Row(
        1, "I", "", no, content, lead=lead, coordinating=helpers, product=product, deadline=deadline
    )


SOUND = "Cac so, ban, nganh, co quan, don vi, dia phuong"
ROWS = [
    row("1", "Tham muu phat dong phong trao thi dua", helpers=SOUND, product="K¢ hoach thue hién"),
    row("2", "Ra soat cac nguon luc cho tang truong", helpers=SOUND, product="K¢ hoach thuc hién"),
    row(
        *("3", "Xay dung chuyen trang ve khoa hoc"),
        helpers="Cac",
        product="trang ban, nganh, Phong trdo dia thi dua phuong.",
    ),
]
LINES = [
    line(("Xay dung chuyen", C), ("Cac s&,", C), ("ban, nganh,", P), ("Phong trdo", P)),
    line(("trang", P)),
    line(("ve khoa", C), ("Noi vu", L), ("co quan, donvi, dia", H), ("thi dua", P), ("3/2025", D)),
    line(("hoc", C), ("phuong.", P)),
]


def share(rows=ROWS, lines=LINES):
    return share_helpers(rows, {"3": lines})[2]


def test_a_name_of_other_rows_is_found_in_pieces_and_the_rest_is_the_product():
    shared = share()

    assert shared.coordinating == "Các sở, ban, ngành, cơ quan, đơn vị, địa phương"
    assert shared.product == "Phong trdo thi dua"


def test_the_lead_is_no_helper_and_a_word_of_another_cell_is_left_out_of_the_product():
    lines = [
        line(("Xay dung chuyen trang", C), ("Sé Noi vu Cac don vi", H), ("Quyét thu", P)),
        line(("ve khoa hoc", C), ("lien quan", H), ("dinh xuyen", P)),
    ]
    rows = [*ROWS[:2], row("3", "Xay dung chuyen trang ve khoa hoc", deadline="thuong xuyen")]

    shared = share(rows, lines)

    assert shared.coordinating == "Các đơn vị liên quan"
    assert (shared.product, shared.doubts) == ("Quyết định", ("product_unsure",))
    assert shared.left == ("thủ",)


def test_a_row_without_any_known_name_keeps_its_cell():
    lines = [line(("Xay dung chuyen", C), ("Vien han lam", H), ("Quyét dinh", P))]

    shared = share([*ROWS[:2], row("3", "Xay dung", helpers="Vien han lam")], lines)

    assert (shared.coordinating, shared.product) == ("Vien han lam", "Quyét dinh")


def test_a_ruined_product_is_taken_for_one_that_several_rows_have_and_said_to_be_unsure():
    rows = [*ROWS[:2], row("3", "Xay dung", product="K& hoach (1) hién")]

    shared = share_helpers(rows, {})[2]

    assert (shared.product, shared.doubts) == ("Kế hoạch thực hiện", ("product_unsure",))


def test_a_garbled_word_within_a_long_name_is_made_good_by_those_around_it():
    known = "So Khoa hoc va Cong nghe"
    rows = [row(no, "Ra soat", helpers=known) for no in "12"]
    lines = [
        line(("Xay dung chuyen", C), ("Noi vu", L), ("Sff Khoa IEQC‘VE‘{", H), ("Quyét", P)),
        line(("trang ve khoa hoc", C), ("Cong pghe", P), ("dinh", P)),
    ]

    shared = share([*rows, ROWS[2]], lines)

    assert (shared.coordinating, shared.product) == ("Sở Khoa học và Công nghệ", "Quyét dinh")


def test_a_product_among_words_of_other_cells_is_what_was_most_likely_one_phrase():
    rows = [*ROWS[:2], row("3", "Xay dung", product="thué Bao cao hién")]

    shared = share_helpers(rows, {})[2]

    assert (shared.product, shared.doubts) == ("Báo cáo", ("product_unsure",))
    assert shared.left == ("thuế hiện",)


def test_a_product_whose_end_was_lost_has_the_word_it_wants_and_is_unsure():
    rows = [*ROWS[:2], row("3", "Xay dung", product="Bdo cdo két")]

    shared = share_helpers(rows, {})[2]

    assert (shared.product, shared.doubts) == ("Báo cáo kết quả", ("product_unsure",))


def test_a_name_that_only_begins_one_far_commoner_is_unsure():
    rows = [
        *(row(str(no), "Ra soat", helpers="Các đơn vị liên quan") for no in range(4, 7)),
        *(row(str(no), "Ra soat", helpers="Các đơn vị") for no in range(7, 8)),
        row("8", "Xay dung chuyen trang"),
    ]
    lines = [
        line(("Xay dung chuyen trang", C), ("Sở Nội vụ", L), ("Các đơn vị", H), ("Quyết định", P))
    ]

    shared = share_helpers(rows, {"8": lines})[-1]

    assert (shared.coordinating, shared.doubts) == ("Các đơn vị", ("helpers_unsure",))


def test_a_name_that_no_other_cell_has_and_its_own_shows_but_in_part_is_unsure():
    lines = [
        line(
            ("Xay dung chuyen", C),
            ("Noi vu", L),
            ("Cac s&, ban, nganh, doan dir:l", H),
            ("Quyét", P),
        ),
        line(("trang ve khoa hoc", C), ("dinh", P)),
    ]

    shared = share(lines=lines)

    assert (shared.coordinating, shared.doubts) == (
        "Các sở, ban, ngành, đoàn thể",
        ("helpers_unsure",),
    )


def test_a_lead_goes_on_with_its_next_name_where_one_is_printed_in_short():
    leads = "Sở Giáo dục và Đào tạo, Sở Khoa học và Công nghệ"
    lines = [
        line(("Xay dung chuyen", C), ("S& GD&DT,", H), ("Cac s&,", H), ("Kho", P)),
        line(("trang ve khoa", C), ("S& Khoa hoc", L), ("ban, nganh", H), ("dir", P)),
        line(("hoc", C), ("va Cong nghe", P), ("lieu", P)),
    ]

    shared = share([*ROWS[:2], row("3", "Xay dung chuyen trang ve khoa hoc", lead=leads)], lines)

    assert (shared.coordinating, shared.product) == ("Các sở, ban, ngành", "Kho dữ liệu")


def test_a_ruined_product_is_the_phrase_of_the_task_that_most_of_its_words_are():
    task = "Xay dung va dua vao su dung KIOSK y té thong minh tai tram"
    lines = [
        line(("Xay dung va dua vao", C), ("Noi vu Cac don vi", H), ("KIOSK v t&", P)),
        line(("su dung KIOSK", C), ("lien quan", H), ("thon m}i/nh", P), ("3/2025", D)),
    ]

    shared = share([*ROWS[:2], row("3", task)], lines)

    assert (shared.product, shared.doubts) == ("KIOSK y tế thông minh", ("product_unsure",))


def test_capitals_that_are_no_abbreviation_known_make_a_product_unsure():
    for product, doubts in (("Két néi BANR", ("product_unsure",)), ("Két néi CSDL", ())):
        rows = [*ROWS[:2], row("3", "Xay dung", product=product)]

        assert share_helpers(rows, {})[2].doubts == doubts


def test_an_abbreviation_read_as_figures_is_a_word_of_the_product():
    lines = [
        line(("Xay dung chuyen", C), ("Noi vu", L), ("Cac don vi", H), ("Trung tam", P)),
        line(("trang ve khoa hoc", C), ("lien quan", H), ("10C", H), ("3/2025", D)),
    ]

    assert share(lines=lines).product == "Trung tam 10C"
