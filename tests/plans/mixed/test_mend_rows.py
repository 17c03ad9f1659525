from datetime import date

from plans.annexes import Row
from plans.body.measures import read_measures
from plans.body.prose import Saying, read_sayings
from plans.mixed.mend_rows import mend_rows
from plans.source import split_lines

COUNTED_FROM = date(2025, 2, 20)
PROSE = """2.1. Nang cao nhan thuc
a) S& Noi vu chu tri:
- Phat dong phong trao thi dua trong toan tinh, hodn thanh
trong thang 3/2025.
- Ra soat dé xuat khen thudng cac nha khoa hoc, thuc hién thuong xuyén.
b) S& Tu phap chu tri ra soat cac diém nghén vé thé ché, hoan thanh trong thang 5/2025.
c) Cong an tinh chi tri hoan thanh viéc két noi voi Dé an, hoan thanh trong thang 12/2025:
- Dinh danh tau thuyén;
- Dinh danh dia diém.
2.2. Hoan thién thé ché
- Khong ai chu tri viéc nay.
"""
PRINTED = "Phat dong phong trao thi dua trong toan tinh"


def test_prose_says_who_does_what_until_when():
    here = "2.1. Nang cao nhan thuc"
    assert read_sayings(split_lines(PROSE), COUNTED_FROM) == [
        Saying("S& Noi vu", PRINTED, "hodn thanh trong thang 3/2025", here, 3),
        Saying(
            "S& Noi vu",
            "Ra soat dé xuat khen thudng cac nha khoa hoc",
            "thuc hién thuong xuyén",
            here,
            5,
        ),
        Saying(
            "S& Tu phap",
            "ra soat cac diém nghén vé thé ché",
            "hoan thanh trong thang 5/2025",
            here,
            6,
        ),
        Saying(
            "Cong an tinh",
            "hoan thanh viéc két noi voi Dé an - Dinh danh tau thuyén - Dinh danh dia diém.",
            "hoan thanh trong thang 12/2025",
            here,
            7,
        ),
    ]


def make_row(no, content, lead="S& Noi vu", deadline="3/2025"):
    return Row(1, "I", "", no, content, lead=lead, deadline=deadline)


def test_a_row_takes_what_it_cannot_tell_itself_and_says_so():
    sayings = [Saying("S& Noi vu", PRINTED, "trong thang 3/2025")]

    (row,) = mend_rows([make_row("1", f"{PRINTED} phuong.", "", "35005")], sayings, COUNTED_FROM)

    assert (row.lead, row.deadline) == ("S& Noi vu", "trong thang 3/2025")
    assert row.doubts == ("lead_from_prose", "deadline_from_prose")
    assert row.content == PRINTED


def test_a_plain_date_of_the_table_stays_and_is_marked_where_the_prose_differs():
    sayings = [Saying("S& Noi vu", PRINTED, "trong thang 5/2025")]

    (row,) = mend_rows([make_row("1", PRINTED)], sayings, COUNTED_FROM)

    assert (row.deadline, row.doubts) == ("3/2025", ("deadline_differs",))


def test_a_time_that_only_a_guess_reads_is_told_in_the_words_of_the_prose():
    sayings = [Saying("S& Noi vu", PRINTED, "trong thang 3/2025")]

    (row,) = mend_rows([make_row("1", PRINTED, deadline="thuong 3/2025")], sayings, COUNTED_FROM)

    assert (row.deadline, row.doubts) == ("trong thang 3/2025", ())


def test_what_a_row_waits_for_is_told_by_the_prose_where_the_table_lost_words_of_it():
    sayings = [Saying("S& Noi vu", PRINTED, "sau khi Trung wong ban hanh")]

    (row,) = mend_rows([make_row("1", PRINTED, deadline="Sau khi ban")], sayings, COUNTED_FROM)

    assert (row.deadline, row.doubts) == ("sau khi Trung wong ban hanh", ())


def test_a_stain_in_the_prose_is_the_word_that_the_table_has_there():
    printed = "Bao mat o tung cap thuong xuyen cho can b@ c6 chuyen mon"
    said = "Bao mat ¢ tung cap thuong xuyen cho can bo ¢ chuyen mon"

    (row,) = mend_rows([make_row("1", printed)], [Saying(None, said, None)], COUNTED_FROM)

    assert row.content == "Bao mat ¢ tung cap thuong xuyen cho can bo c6 chuyen mon"


def test_the_verb_that_the_prose_has_in_the_heading_of_its_list_is_the_tables():
    said = "T giup viec phuc vu cong tac lanh dao, chi dao cua UBND tinh"
    printed = f"Tham muu thanh lap T6 {said.removeprefix('T ')}"

    (row,) = mend_rows([make_row("1", printed)], [Saying(None, said, None)], COUNTED_FROM)

    assert row.content == f"Tham muu thanh lap {said}"


def test_the_end_of_what_is_listed_is_no_opening_of_its_time():
    prose = "a) S& Y té chu tri sd hoa cac di san, bao tang, thu vién..., hoan thanh thang 6/2025."

    (said,) = read_sayings(split_lines(prose), COUNTED_FROM)

    assert said.content == "sd hoa cac di san, bao tang, thu vién..."


def test_two_tasks_that_ran_together_are_parted_where_a_number_is_free():
    second = "Ra soat dé xuat khen thudng cac nha khoa hoc"
    sayings = [Saying("S& Noi vu", PRINTED, "3/2025"), Saying("S& Y té", second, "5/2025")]
    rows = [make_row("1", f"{PRINTED} {second}"), make_row("3", "Viéc khac hoan toan")]

    mended = mend_rows(rows, sayings, COUNTED_FROM)

    assert [(row.no, row.content, row.lead, row.deadline) for row in mended] == [
        ("1", PRINTED, "S& Noi vu", "3/2025"),
        ("2", second, "S& Y té", "5/2025"),
        ("3", "Viéc khac hoan toan", "S& Noi vu", "3/2025"),
    ]
    assert mended[0].doubts == ("row_from_prose",)


def test_measures_are_read_with_their_groups_and_one_without_any_is_a_measure():
    text = """I11. NHIEM VU, GIAI PHAP
1. Nang cao nhan thuc
trong toan xa
1.1. Cac phong td chirc trién khai
nghi quyét.
12
1.2.Tham gia cac 1op hoc:
- Lép mot
2. Tang cudng dau tu
2.1. Keu goi dau tu
3. Tiép tuc thuc hién nghi quyét
IV. PHAN CONG NHIEM VU
1.1. Khong phai viéc
"""

    read = read_measures(split_lines(text), date(2025, 9, 19), scanned=True)

    assert [(row.group, row.group_title, row.no, row.content) for row in read.rows] == [
        (
            "1",
            "Nang cao nhan thuc trong toan xa",
            "1.1",
            "Cac phong td chirc trién khai nghi quyét.",
        ),
        ("1", "Nang cao nhan thuc trong toan xa", "1.2", "Tham gia cac 1op hoc: - Lép mot"),
        ("2", "Tang cudng dau tu", "2.1", "Keu goi dau tu"),
        ("3", "Tiép tuc thuc hién nghi quyét", "3", "Tiép tuc thuc hién nghi quyét"),
    ]


def test_a_day_that_closes_a_damaged_sentence_is_never_lost_or_taken_without_its_word():
    """ "huyén" is no "xuyên", and "trudc ngay" before a day is one day less."""
    text = "1. Cong an x4\na) Gui vé Ban An toan giao thong huyén trudc ngay 28/02/2025."

    (said,) = read_sayings(split_lines(text), COUNTED_FROM, headings_lead=True)

    assert said.deadline == "trudc ngay 28/02/2025"
