import pytest

from plans.agencies.of_rows import Names
from plans.agencies.spotting import spot_agencies
from plans.scanned import is_scanned, skeleton, unlikeness


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Phong Vin hoa-Xa hoi, Cong an x4", ("Phòng Văn hóa - Xã hội", "Công an xã")),
        ("Vin phong Béang uy", ("Văn phòng Đảng ủy",)),
        ("Uy ban nhan dan x&, Cong an xa.", ("Ủy ban nhân dân xã", "Công an xã")),
        ("Van phong HDbND& UBND x4", ("Văn phòng HĐND&UBND xã",)),
        ("56 Khoa hoc va Cong ngh¢", ("Sở Khoa học và Công nghệ",)),
        ("Céc coquan,donvi liên quan", ("Các cơ quan, đơn vị liên quan",)),
        ("So GD&DT, SoY té", ("Sở GD&ĐT", "Sở Y tế")),
        ("Viettel", ()),
        ("Mat tran TO ube", ("Mặt trận Tổ quốc",)),
        ("Tram Y té ban", ("Trạm Y tế",)),  # nothing there says "đặc khu"
        ("Cong an dac biet", ("Công an",)),
        ("Cong doan trudng", ("Công đoàn trường",)),
    ],
)
def test_damaged_names_are_recognised(printed, names):
    assert spot_agencies(printed).names == names


def test_what_is_part_of_no_name_costs_and_is_told():
    spotted = spot_agencies("Phong Kinh té Viettel")

    assert (spotted.names, spotted.skipped) == (("Phòng Kinh tế",), ("Viettel",))
    assert spotted.cost > 1


def test_a_name_that_lost_its_end_is_the_commoner_one_of_the_plan():
    whole = ["Van phong HDND&UBND xa"] * 4

    names = Names([*whole, "Van phong HDND"], scanned=True)

    assert names.of("Van phong HDND") == ("Văn phòng HĐND&UBND xã",)
    [one] = names.agencies()  # and stands in the directory once
    assert one.spellings == ("Văn phòng HĐND&UBND xã", "Văn phòng HĐND")


def test_a_clean_plan_keeps_its_names_as_printed():
    names = Names(["Phòng Văn hoá - Xã hội"], scanned=False)

    assert names.of("Phòng Văn hoá - Xã hội") == ("Phòng Văn hoá - Xã hội",)


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("x4", "xa"),
        ("S¢", "s?"),
        ("Sé&", "s?"),
        ("dién", "dien"),
        ("tir", "tu"),
        ("12/2025", "12/2025"),
    ],
)
def test_a_word_has_a_skeleton(word, seen):
    assert skeleton(word) == seen


@pytest.mark.parametrize(
    ("seen", "known", "alike"),
    [
        ("bang", "dang", True),
        ("dpang", "dang", True),
        ("phone", "phong", True),
        ("cong", "doan", False),
    ],
)
def test_words_are_alike_by_the_letters_that_scans_confuse(seen, known, alike):
    assert (unlikeness(seen, known) < 1) is alike


def test_a_text_without_its_diacritics_is_a_scan():
    assert is_scanned("cac cap va cac nganh cua tinh va cua xa") is True
    assert is_scanned("các cấp và các ngành của tỉnh và của xã") is False
    assert is_scanned("") is False
