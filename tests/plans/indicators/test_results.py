"""Results in words, told from the name that stands beside them."""

import pytest

from plans.indicators.read import read_indicators
from plans.indicators.results import Parted, part_result
from plans.source import split_lines


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        pytest.param(
            [
                "Trinh d9, nang luc",
                "cong nghe, ddi mai Thit ba Nhém 20 tinh din dau",
                "sang tao cua doanh W0AC",
                "nghiép ,",
            ],
            Parted(
                "Trình độ, năng lực công nghệ, đổi mới sáng tạo của doanh nghiệp",
                "Nhém 20 tinh din dau",
            ),
            id="a-piece-of-each-on-a-line",
        ),
        pytest.param(
            ["Hatang s6 lwong siéu 1on, bang thong"],
            Parted("Hạ tầng số", "lwong siéu 1on, bang thong"),
            id="words-of-the-name-run-together",
        ),
        pytest.param(
            ["Tiém lyc, trinh do", "khoa hoc, cong nghe", "va ddi mdi sang tao sang tao"],
            Parted("Tiềm lực, trình độ khoa học, công nghệ và đổi mới sáng tạo", "sang tao"),
            id="words-that-the-name-has-too",
        ),
        pytest.param(["Ty 1¢ doanh nghiép sé", "Nhom 20"], None, id="a-name-that-is-not-known"),
        pytest.param(["Hatang s6"], None, id="nothing-beside-the-name"),
    ],
)
def test_a_result_is_what_a_line_has_beside_its_piece_of_the_name(lines, parted):
    assert part_result(lines) == parted


SCANNED = """Phu luc I
CAC CHI TIEU CU THE
(Ban hanh kem theo Ke hoach so 726/KH-UBND cua UBND va cac so va cac xa va cua va)
TT Chi tiêu Pon vi Két qua Co quan chu tri
I Pén nim 2030
Trinh d9, nang luc
7 | cong nghe, ddi mai Thit ba Nhém 20 tinh din dau| S Khoa hoc va
sang tao cua doanh nghiép Cong nghé
Ti 1€ doanh nghiép s& khoa hoc
2 | cong nghé s6 % > 40 S& Khoa hoc va
Cong nghé
S& Khoa hoc va
3 Quy mo kinh té sb % GRDP > 30 Cong nghé; Cuc
Théng ké
"""


def test_rows_that_a_misread_number_parts_are_two_and_a_result_in_words_is_doubtful():
    rows = read_indicators(split_lines(SCANNED)).rows

    assert [[target.raw for _, target in row.targets] for row in rows] == [
        ["Nhóm 20 tỉnh dẫn đầu"],
        ["> 40"],
        ["> 30"],
    ]
    assert "target_pieced" in rows[0].doubts
    assert [row.lead for row in rows][1:] == [
        "S& Khoa hoc va Cong nghé",
        "S& Khoa hoc va Cong nghé; Cuc Théng ké",
    ]
