"""Whether a plan was issued by an office of another place than its committee's."""

import pytest

from plans.head.places import is_elsewhere


@pytest.mark.parametrize(
    ("issuer", "committee", "elsewhere"),
    [
        ("Ủy ban nhân dân xã An Bình", "Ban Chỉ đạo xã Nghi Dương", True),
        ("Ủy ban nhân dân xã Nghi Dương", "Ban Chỉ đạo xã Nghi Dương", False),
        ("Ủy ban nhân dân xã Nghi Duong", "Ban Chỉ đạo xã Nghi Dương", False),
        ("Ủy ban nhân dân thành phố Hải Phòng", "Ban Chỉ đạo xã Nghi Dương", False),
        ("Đảng ủy phường 7", "Ban Chỉ đạo phường 12", True),
        ("Sở Khoa học và Công nghệ", "Ban Chỉ đạo tỉnh Hải Dương", False),
        ("Ủy ban nhân dân xã", "Ban Chỉ đạo xã Vĩnh Lại", False),
    ],
)
def test_an_issuer_of_another_place_is_told(issuer, committee, elsewhere):
    assert is_elsewhere(issuer, committee) is elsewhere
