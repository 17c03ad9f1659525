"""Names that a scan ruined, told from those that offices write."""

import pytest

from plans.agencies.sound import is_soundly_spelt


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Kinh tế",
        "Văn phòng HĐND&UBND",
        "Cổng thông tin điện tử tỉnh",
        "Chi nhánh Ngân hàng nhà nước tỉnh",
        "Trung tâm VHTTTT",
        "C06",
    ],
)
def test_names_as_offices_write_them_are_sound(name):
    assert is_soundly_spelt(name)


@pytest.mark.parametrize(
    "name",
    [
        "Cong ngh¢ va cac",
        "Khoa }100 va",
        "Phong Vin hoa-Xa hoi",
        "Phon}gigfﬁgihoa",
        "ProngKinnd",
        'S"é}l',
        "lién 3",
        "HD&’S&%‘&%",
    ],
)
def test_names_that_a_scan_ruined_are_not(name):
    assert not is_soundly_spelt(name)
