"""Plans as a poor scan leaves them: labels, headings and "chủ trì" damaged as well."""

from datetime import date

import pytest

from plans.annexes import Row
from plans.body.assigning_sentences import part_sentence
from plans.read import read_plan
from plans.scanned import is_scanned, says

HEAD = """UY BAN NHAN DAN
XA DUC TRONG
S6: 88/KH-UBND Dic Trong, ngay 22 thang 9 nam 2025
KE HOACH
Tang cu@ng cong tac quan ly dat dai trén dia ban cia xa va cac thon
"""
LISTED = """Noi nhan:
PHY LUC
PHAN CONG NHIEM VU
I. Nhom nhiém vy vé do dac, lap hd so dia chinh
1. Hoan thanh do dac va chink ly ban dé dia chink cac thén.
- Co quan chii tri: Phong Kinh té.
- Co quan phéi hgp: Cong an xa.
- San phém: Ban d6 dja chinh.
- Thdi gian thytc hién: Quy IV/2026.
2. Lam sach dif liéu dat dai va két n6i dif liéu.
- Co quan chi tri: Phong Kinh té.
‘Thdi gian thytc hién: Thang 11/2025.
"""
PROSE = """Il. NHIEM VU TRONG TAM
1. Giao Ban Chi huy Quan sy xa chi tri tham mutu kién toan va cung c6
td tim kiém, hoan thanh trong thang 3/2026.
2. Giao Phong Kinh té cha tri, phi hgp vdi Cong an xa, Tram Y té xa ra sodt va cap
nhat phufong 4n ting pho thién tai, hoan thanh trong Quy II/2026.
3. Phong Van héa - Xa héi chi tri tuyén truyén ky nang va tap huan, hoan thanh trong thang 5/2026.
Il. TO CHUC THYC HIEN
"""
BRACKETED = """Il. NHIEM VU, GIAI PHAP
1. Phat trién san xuat
1.1. Nang cap cho xa theo tiéu chuan, b6 tri khu ban rau sach (Phong Kinh té chu tri,
phoi hop véi Hoi Nong dan xa; hoan thanh trong nam 2026).
1.2. Huéng dan h6 kinh doanh nop thué dién ttr (Phong Kinh té chu tri, phi hgp vdi Cong
an xa; hoan thanh trong thang 12/2025),
2, Phat trién nguon luc
2.1. Lap dat camera gidm sat tai cac tuyén dudng (Cong an xa chti tri; thuc hién thuong xuyén).
Ill. TO CHUC THUC HIEN
"""


@pytest.mark.parametrize(
    ("text", "phrase", "said"),
    [
        ("co quan chii tri", "chu tri", True),
        ("co quan phei hgp", "phoi hop", True),
        ("thdi gian thytc hien", "thoi gian", True),
        ("nhom nhiem vy ve", "nhiem vu", True),
        ("san phdm", "chu tri", False),
        ("chi tieu", "chu tri", False),
    ],
)
def test_a_phrase_is_known_by_one_sound_word_and_one_like_it(text, phrase, said):
    assert says(text, phrase) is said


def read(text):
    return [
        (task.no, list(task.lead), list(task.coordinating), task.deadline.due)
        for task in read_plan(HEAD + text).tasks
    ]


def test_a_list_is_read_by_its_damaged_labels():
    assert read(LISTED) == [
        ("1", ["Phòng Kinh tế"], ["Công an xã"], date(2026, 12, 31)),
        ("2", ["Phòng Kinh tế"], [], date(2025, 11, 30)),
    ]


def test_a_sentence_is_parted_by_its_damaged_verbs():
    assert read(PROSE) == [
        ("1", ["Ban Chỉ huy Quân sự xã"], [], date(2026, 3, 31)),
        ("2", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế xã"], date(2026, 6, 30)),
        ("3", ["Phòng Văn hóa - Xã hội"], [], date(2026, 5, 31)),
    ]


def test_what_damaged_brackets_say_at_a_sentences_end_is_taken_out_of_it():
    assert read(BRACKETED) == [
        ("1.1", ["Phòng Kinh tế"], ["Hội Nông dân xã"], date(2026, 12, 31)),
        ("1.2", ["Phòng Kinh tế"], ["Công an xã"], date(2025, 12, 31)),
        ("2.1", ["Công an xã"], [], None),
    ]


def test_a_damaged_sentence_that_gives_work_keeps_its_task() -> None:
    row = Row(
        line=1,
        group="",
        group_title="",
        no="1.1",
        content="Giao Tram Y té x4 chi tri, phéi hgp véi Phong Van héa - Xa hi xy dung phuong dn"
        " phong, chéng dich bénh theo tiing cap d6; hoan thanh truéc ngay 15/02/2026",
    )

    found = part_sentence(row, date(2026, 1, 20), scanned=True)

    assert found.lead == "Tram Y té x4"
    assert found.deadline == "hoan thanh truéc ngay 15/02/2026"
    assert found.content.endswith("phong, chéng dich bénh theo tiing cap d6")


def test_a_text_without_a_letter_that_is_vietnamese_alone_is_a_scans():
    """It has none of the words "và", "các", "của" that tell else."""
    sentence = "Giao Ban Tai chinh huéng dan chi hé tro doan vién khé khan, trudc ngay 15/5/2026. "
    assert is_scanned(sentence * 5)
    assert not is_scanned(sentence)
    sound = "Giao Ban Tài chính hướng dẫn chi hỗ trợ đoàn viên khó khăn, trước ngày 15/5/2026. "
    assert not is_scanned(sound * 5)
