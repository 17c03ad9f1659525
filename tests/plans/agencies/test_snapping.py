import pytest

from plans.agencies.of_rows import Names
from plans.agencies.snapping import names_among, snap_agencies, sound_names
from tests.plans.test_scanned_plans import read_scan

KNOWN = ("Phòng Văn hóa - Xã hội", "Các cơ quan, đơn vị", "Phòng Kinh tế")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Phong Vinhéa- Xahoi", ("Phòng Văn hóa - Xã hội",), id="words-run-together"),
        pytest.param("Ciccoqun,donyi", ("Các cơ quan, đơn vị",), id="letters-lost"),
        pytest.param(
            "PhongKinht; Phong Vinhoa-Xahoi",
            ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
            id="two",
        ),
    ],
)
def test_a_ruined_spelling_is_taken_for_a_name_the_plan_has(text, names):
    found = snap_agencies(text, KNOWN)

    assert found is not None
    assert found[0] == names


@pytest.mark.parametrize("text", ["Viettel Tan Ky", "Xa hoi", "HD&’S&%‘&%", ""])
def test_what_is_like_none_of_the_names_is_taken_for_none(text):
    assert snap_agencies(text, KNOWN) is None


def test_sound_names_are_those_without_other_words():
    assert sound_names(["Cong an xa", "Công an xã", "Phong Kinh té 5o trén"]) == ("Công an xã",)


def test_an_agency_among_other_words_is_read_and_marked():
    names = Names(["Phong Kinh té Tien tién, hien dai"], scanned=True)

    assert names_among("Phong Kinh té Tien tién, hien dai") == ("Phòng Kinh tế",)
    assert names.of("Phong Kinh té Tien tién, hien dai") == ("Phòng Kinh tế",)
    assert names.is_unsure("Phong Kinh té Tien tién, hien dai")
    assert not names.is_unsure("Phong Kinh té")


def test_the_agencies_of_scanned_targets_are_told_apart():
    rows = {(row.group, row.no): row for row in read_scan("tan-ky").indicators}

    assert (rows["II", "5"].lead, rows["II", "5"].coordinating) == (
        ("Các cơ quan, đơn vị",),
        ("Phòng Văn hóa - Xã hội",),
    )
    assert rows["III", "5"].lead == ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội")
    assert rows["V", "3"].lead == ("Văn phòng HĐND&UBND",)


def test_an_agency_left_ruined_is_marked():
    ruined, sound = "Sở Khoa hoe va Cong r}ghc, ? He Thong ke", "Sở Khoa học và Công nghệ"
    names = Names([ruined, sound], scanned=True)

    assert names.is_unsure(ruined)
    assert not names.is_unsure(sound)


def test_an_agency_behind_words_of_another_cell_is_read_and_marked():
    cell = "va tang dan theo N SO L& chinh"
    names = Names([cell, "Sở Tài chính", "Công an tỉnh"], scanned=True)

    assert names.of(cell) == ("Sở Tài chính",)
    assert names.is_unsure(cell)
