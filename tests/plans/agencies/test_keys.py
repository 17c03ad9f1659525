import pytest

from plans.agencies.heads import begins_agency
from plans.agencies.keys import (
    agency_key,
    choose_names,
    is_collective,
    is_well_known,
    open_abbreviations,
)
from plans.agencies.parting import split_agencies


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param(
            [
                "Phòng Văn hóa – Xã hội",
                "Phòng Văn hoá - Xã hội",
                "Phòng VH-XH",
                "Phòng VHXH",
                "Phòng Văn hóa - Xã hội xã",
                "Phong Vin hoa-Xa hoi",
            ],
            id="culture",
        ),
        pytest.param(
            [
                "Văn phòng HĐND&UBND",
                "Văn phòng HĐND và UBND xã",
                "Văn phòng HĐND & UBND xã Vĩnh Lại",
                "Van phong HDND& UBND xa",
            ],
            id="office",
        ),
        pytest.param(
            ["Ủy ban nhân dân xã", "UBND xã Vĩnh Lại", "Uy ban nhan dan x&"], id="committee"
        ),
        pytest.param(["Ban Chỉ huy Quân sự xã", "BCHQS xã", "BCH Quân sự xã"], id="military"),
        pytest.param(["Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở KHCN"], id="department"),
        pytest.param(["Trung tâm VHTTTT", "Trung tâm Văn hóa TTTT"], id="centre"),
        pytest.param(
            [
                "Các cơ quan, đơn vị liên quan",
                "Các cơ quan, đơn vị có liên quan",
                "các cơ quan và đơn vị có liên quan",
                "Cơ quan, đơn vị liên quan",
            ],
            id="collective",
        ),
    ],
)
def test_the_spellings_of_an_agency_share_a_key(spellings):
    assert len({agency_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công an xã", "Công an tỉnh"),
        ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Phòng Kinh tế", "Phòng Tài chính"),
        ("Đảng ủy xã", "Văn phòng Đảng ủy"),
        ("Hội Nông dân xã", "Hội Cựu chiến binh xã"),
        ("Các cơ quan, đơn vị", "Các cơ quan, đơn vị liên quan"),
        ("Các phòng Kinh tế", "Phòng Kinh tế"),
    ],
)
def test_different_agencies_have_different_keys(one, other):
    assert agency_key(one) != agency_key(other)


@pytest.mark.parametrize(
    "name",
    [
        "Các cơ quan, đơn vị liên quan",
        "các phòng, ban, ngành, đơn vị có liên quan",
        "Các sở, ban, ngành",
        "Các cơ quan chuyên môn, đơn vị liên quan.",
        "Cơ quan, đơn vị",
        "Phòng, ban, đơn vị liên quan",
        "Ủy ban nhân dân các xã, phường",
        "Thủ trưởng các cơ quan, đơn vị",
        "Cac co quan, don vi lien quan",
        "Các ngân hàng",
        "các ngân hàng trên địa bàn",
        "Các cơ sở giáo dục",
        "Các tỉnh, thành phố trực thuộc Trung ương",
        "Các khoa, bộ môn",
        "Bộ, ngành, địa phương",
        "Toàn trường",
    ],
)
def test_words_for_many_agencies_are_collective(name):
    assert is_collective(name) is True


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Công an xã",
        "Các hội thảo, hội nghị",
        "Ban Quản lý dự án",
        "Ngân hàng Chính sách xã hội",
        "Phòng, chống thiên tai",
    ],
)
def test_an_agency_or_a_product_is_not_collective(name):
    assert is_collective(name) is False


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Công an xã", ["Công an xã"], id="one"),
        pytest.param(
            "Ban Xây dựng Đảng, Văn phòng Đảng ủy",
            ["Ban Xây dựng Đảng", "Văn phòng Đảng ủy"],
            id="comma",
        ),
        pytest.param(
            "Phòng Kinh tế; Phòng Văn hóa - Xã hội;",
            ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"],
            id="semicolon",
        ),
        pytest.param(
            "Phòng Kinh tế và Công an xã",
            ["Phòng Kinh tế", "Công an xã"],
            id="and-between-agencies",
        ),
        pytest.param("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"], id="and-within"),
        pytest.param(
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            ["Phòng Kinh tế, Hạ tầng và Đô thị"],
            id="comma-within",
        ),
        pytest.param(
            "Phòng Kinh tế, các cơ quan, đơn vị liên quan",
            ["Phòng Kinh tế", "các cơ quan, đơn vị liên quan"],
            id="then-collective",
        ),
        pytest.param(
            "Các sở, ban, ngành; UBND các xã, phường",
            ["Các sở, ban, ngành", "UBND các xã, phường"],
            id="two-collectives",
        ),
        pytest.param(
            "Công an xã Các phòng, ban, đơn vị liên quan",
            ["Công an xã", "Các phòng, ban, đơn vị liên quan"],
            id="no-mark",
        ),
        pytest.param(
            "Các phòng, ban, các đơn vị liên quan",
            ["Các phòng, ban, các đơn vị liên quan"],
            id="collective-within",
        ),
        pytest.param(
            "Các Cục, Vụ, đơn vị thuộc Bộ; Vụ Pháp chế, Vụ Tổ chức cán bộ",
            ["Các Cục, Vụ, đơn vị thuộc Bộ", "Vụ Pháp chế", "Vụ Tổ chức cán bộ"],
            id="kinds-in-capitals",
        ),
        pytest.param(
            "UBND xã Bản Liền, Công an phường Hội An",
            ["UBND xã Bản Liền", "Công an phường Hội An"],
            id="places-that-begin-like-agencies",
        ),
        pytest.param(
            "Bộ Tài chính, Bộ Lao động - Thương binh và Xã hội, Bộ Thông tin và Truyền thông",
            ["Bộ Tài chính", "Bộ Lao động - Thương binh và Xã hội", "Bộ Thông tin và Truyền thông"],
            id="ministries-of-then",
        ),
        pytest.param(
            "BQL dự án 2, BQL các khu công nghiệp tỉnh, VTV và TTXVN",
            ["BQL dự án 2", "BQL các khu công nghiệp tỉnh", "VTV", "TTXVN"],
            id="initials",
        ),
        pytest.param(
            "Phòng Bưu chính - Viễn thông",
            ["Phòng Bưu chính - Viễn thông"],
            id="telecommunications",
        ),
        pytest.param("Phòng Đào tạo, các khoa", ["Phòng Đào tạo", "các khoa"], id="faculties"),
        pytest.param(
            "Sở Xây dựng (cấp phép, nghiệm thu); UBND các xã, phường (giải phóng mặt bằng)",
            ["Sở Xây dựng", "UBND các xã, phường"],
            id="parts-in-brackets",
        ),
        pytest.param('Phòng Kinh tế; S"é}l; ‘', ["Phòng Kinh tế"], id="stains"),
        pytest.param("- Phòng Kinh tế\n- Công an xã", ["Phòng Kinh tế", "Công an xã"], id="dashes"),
    ],
)
def test_a_cell_is_split_into_its_agencies(cell, names):
    assert split_agencies(cell) == names


def test_a_short_form_that_a_narrow_column_cut_is_put_together():
    assert split_agencies("Văn phòng HĐND&UB ND, Công an xã") == [
        "Văn phòng HĐND&UBND",
        "Công an xã",
    ]


def test_an_agency_goes_by_its_commonest_spelling_with_abbreviations_opened():
    spellings = ["Phòng Kinh Tế", "Phòng VHXH", "Phòng Kinh tế", "Phòng Kinh tế", "Phòng Tài chính"]

    assert choose_names(spellings) == {
        "phong kinh te": "Phòng Kinh tế",
        "phong van hoa xa hoi": "Phòng Văn hóa - Xã hội",
        "phong tai chinh": "Phòng Tài chính",
    }


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("VP HĐND-UBND", "Văn phòng HĐND - UBND"),
        ("TT Dịch vụ công", "Trung tâm Dịch vụ công"),
        ("TT. Y tế", "Trung tâm Y tế"),
        ("P.CTSV", "Phòng CTSV"),
        ("P. Đào tạo", "Phòng Đào tạo"),
        ("Tổ CNSCĐ", "Tổ Công nghệ số cộng đồng"),
        ("Sở TT&TT", "Sở TT&TT"),
    ],
)
def test_kinds_of_offices_in_short_are_opened_and_known(short, whole):
    assert open_abbreviations(short) == whole
    assert begins_agency(whole) is True


def test_half_a_name_is_not_well_known():
    assert is_well_known("Phòng Văn hóa – Xã hội") is True
    assert is_well_known("Phòng Văn hóa") is False


def test_to_organise_is_no_agency():
    assert begins_agency("Tổ chức chính trị - xã hội") is False
    assert begins_agency("Tổ chức các chương trình truyền thông") is False
    assert begins_agency("Các tổ chức chính trị - xã hội") is True
