"""Results in words whose cell begins above the number of their row."""

from plans.indicators.read import read_indicators
from plans.source import split_lines

HEADER = """Phu luc I
CAC CHI TIEU CU THE
(Ban hanh kem theo Ke hoach so 726/KH-UBND cua UBND va cac so va cac xa va cua va)
TT Chi tiêu Pon vi Két qua Co quan chu tri
I Pén nim 2030
"""
ABOVE = """1 |Quy md kinh té s6 % GDP > 40 Phong Vin hoa-Xa hoi
11 |Chi ngan sach hang nam cho phat trien KHCN, DMST % 3 Phong Kinh té
quoc gia
. Tién tién, hién dai, dung . o
12 |Hatang s6 lwong siéu 1on, bang thong Phong Van hoa-Xa hoi
"""
TWICE = """1 Ty 1¢ hd so truc tuyén cua nguoi dan % > 80 Phong Kinh té
>95% d6i voi co s giao
duc pho thong va > 90% doi
2 Muc do CDS do1 véi cac co s¢ giao duc, co quan quan ly % V01 cac co s gido duc Phong Kinh té
giao duc trén dia ban thanh ph6 dat murc 2 tré 1én
mam non;
3
Muc do CDS doi voi cac co so giao duc, co quan quan ly
giao duc tren dia ban thanh pho dat muc 2 tro len
%
100
Phong Van hoa-Xa hoi
"""


def results(table: str) -> list[tuple[str, list[str]]]:
    rows = read_indicators(split_lines(HEADER + table)).rows
    return [(row.name, [target.raw for _, target in row.targets]) for row in rows]


def test_a_result_that_wants_a_beginning_has_it_on_the_line_above():
    assert results(ABOVE)[1:] == [
        ("Chi ngân sách hằng năm cho phát triển KHCN, ĐMST quốc gia", ["3"]),
        ("Hạ tầng số", ["Tiên tiến, hiện đại, dung lượng siêu lớn, băng thông"]),
    ]


def test_a_result_among_the_lines_of_a_name_is_told_by_the_name_that_stands_there_twice():
    _, first, last = results(TWICE)

    assert first[0] == last[0]
    assert first[1][0].startswith(">95% đối với cơ sở giáo dục phổ thông và > 90%")
