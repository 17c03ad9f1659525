"""Headers of tables in a damaged text that kept its layout."""

from plans.files.damaged_headers import mend_headers


def test_a_damaged_header_is_put_right_in_its_places():
    lines = [
        "STT   Tên nhiêm vy     Co quan, dơn vi   Thoi gian bat đ4u   San ph4m, két qua",
        "                       chi tri                               két qua",
        "1     Xây dung Lợi     Phong Kinli tê    Thang 3/2026        Ké hoach",
    ]

    assert mend_headers(lines) == [
        "stt   ten nhiem vu     co quan, don vi   thoi gian bat dau   san pham, ket qua",
        "                       chu tri                               ket qua",
        lines[2],
    ]


def test_a_row_that_a_page_cut_below_its_header_stays_as_it_came():
    lines = ["TT    N0i dung nhiêm vu    Bon vj chu trì    Thời gian", "      Loi   Phu Loi", ""]

    assert mend_headers(lines)[1:] == lines[1:]


def test_words_with_one_space_between_them_head_no_columns():
    line = "TT N0i dung nhiêm vu Bon vj chu trì Thoi gian"

    assert mend_headers([line]) == [line]
