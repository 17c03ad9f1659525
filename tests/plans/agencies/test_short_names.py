"""Short names that a note of a plan explains."""

import pytest

from plans.agencies.of_rows import Names
from plans.agencies.short_names import open_short_names, read_short_names


@pytest.mark.parametrize(
    ("note", "names"),
    [
        pytest.param(
            "Ghi chú: VP: Văn phòng HĐND và UBND xã; TTPVHCC: Trung tâm Phục vụ\n"
            "hành chính công xã; TCN: Các tổ công nghệ số cộng đồng.",
            {
                "VP": "Văn phòng HĐND và UBND xã",
                "TTPVHCC": "Trung tâm Phục vụ hành chính công xã",
                "TCN": "Các tổ công nghệ số cộng đồng",
            },
            id="on-lines-that-go-on",
        ),
        pytest.param(
            "* Ghi chú các từ viết tắt:\n- KT - Phòng Kinh tế;\n- BCH QS: Ban Chỉ huy Quân sự xã\n"
            "Nơi nhận:\n- CAX: Công an xã",
            {"KT": "Phòng Kinh tế", "BCH QS": "Ban Chỉ huy Quân sự xã"},
            id="a-line-each-up-to-the-recipients",
        ),
        pytest.param(
            "Chữ viết tắt: Sở KH&CN là Sở Khoa học và Công nghệ, Sở NV là Sở Nội vụ; "
            "CAT = Công an tỉnh.",
            {
                "Sở KH&CN": "Sở Khoa học và Công nghệ",
                "Sở NV": "Sở Nội vụ",
                "CAT": "Công an tỉnh",
            },
            id="with-words-and-commas-between",
        ),
        pytest.param("Ghi chú: CT: Phòng Kinh tế; PH: Công an xã", {}, id="roles-are-no-names"),
        pytest.param("Ghi chú: NVH: Nhà văn hóa; KP: Kinh phí", {}, id="things-are-no-agencies"),
        pytest.param("VP: Văn phòng Đảng ủy", {}, id="no-note"),
    ],
)
def test_a_note_says_which_agency_a_short_name_stands_for(note, names):
    assert read_short_names(note.split("\n")) == names


def test_a_short_name_is_opened_where_it_stands_alone():
    names = {"VP": "Văn phòng Đảng ủy", "CAX": "Công an xã"}

    opened = open_short_names("VP, CAX; VP UBND xã\nCAX.", names)

    assert opened == "Văn phòng Đảng ủy, Công an xã; VP UBND xã\nCông an xã."


def test_an_agency_is_known_by_its_short_name_as_well():
    names = Names(["VHXH; KT"], scanned=False, short_names={"VHXH": "Phòng Văn hóa - Xã hội"})

    assert names.of("VHXH") == ("Phòng Văn hóa - Xã hội",)
    assert [(agency.name, agency.spellings) for agency in names.agencies()] == [
        ("Phòng Văn hóa - Xã hội", ("Phòng Văn hóa - Xã hội", "VHXH")),
        ("KT", ("KT",)),
    ]
