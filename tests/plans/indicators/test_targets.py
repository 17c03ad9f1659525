"""The forms in which plans print what an indicator is to reach."""

import pytest

from plans.indicators.targets import Target, read_target

CASES = [
    ("≥60%", Target("≥60%", ">=", 60, "%")),
    ("≥ 60%", Target("≥ 60%", ">=", 60, "%")),
    (">= 60%", Target(">= 60%", ">=", 60, "%")),
    ("=>3%", Target("=>3%", ">=", 3, "%")),
    ("2 60%", Target("2 60%", ">=", 60, "%")),
    ("> 50%", Target("> 50%", ">", 50, "%")),
    ("Trên 50%", Target("Trên 50%", ">", 50, "%")),
    ("Đạt trên 3%", Target("Đạt trên 3%", ">", 3, "%")),
    ("Tối thiểu 80%", Target("Tối thiểu 80%", ">=", 80, "%")),
    ("phấn đấu ít nhất 3%", Target("phấn đấu ít nhất 3%", ">=", 3, "%")),
    ("Từ 55% trở lên", Target("Từ 55% trở lên", ">=", 55, "%")),
    ("50 doanh nghiệp trở lên", Target("50 doanh nghiệp trở lên", ">=", 50, "doanh nghiệp")),
    ("Không quá 5%", Target("Không quá 5%", "<=", 5, "%")),
    ("≤ 15", Target("≤ 15", "<=", 15, None)),
    ("Dưới 5%", Target("Dưới 5%", "<", 5, "%")),
    ("100%", Target("100%", "=", 100, "%")),
    ("100 %", Target("100 %", "=", 100, "%")),
    ("Đạt 3%", Target("Đạt 3%", "=", 3, "%")),
    ("Phấn đấu đạt 3%", Target("Phấn đấu đạt 3%", "=", 3, "%")),
    ("12,5%", Target("12,5%", "=", 12.5, "%")),
    ("0.6", Target("0.6", "=", 0.6, None)),
    ("≥0.6", Target("≥0.6", ">=", 0.6, None)),
    ("1.250 hồ sơ", Target("1.250 hồ sơ", "=", 1250, "hồ sơ")),
    ("1.250.000 đồng", Target("1.250.000 đồng", "=", 1250000, "đồng")),
    ("02 mô hình", Target("02 mô hình", "=", 2, "mô hình")),
    ("80-90%", Target("80-90%", unit="%", low=80, high=90)),
    ("80% - 90%", Target("80% - 90%", unit="%", low=80, high=90)),
    ("từ 80 đến 90%", Target("từ 80 đến 90%", unit="%", low=80, high=90)),
    ("1-2", Target("1-2", low=1, high=2)),
    ("≥ 95 đối với cơ sở giáo dục", Target("≥ 95 đối với cơ sở giáo dục", ">=", 95, None)),
    ("≥3% và tăng dần", Target("≥3% và tăng dần", ">=", 3, "%")),
    ("Top 50 của thành phố", Target("Top 50 của thành phố")),
    ("Nhóm 20 tỉnh dẫn đầu", Target("Nhóm 20 tỉnh dẫn đầu")),
    ("Đạt", Target("Đạt")),
    ("X", Target("X")),
    ("12/2025", Target("12/2025")),
    ("Trước năm 2030", Target("Trước năm 2030")),
    ("-", None),
    ("–", None),
    ("", None),
]


@pytest.mark.parametrize(("raw", "target"), CASES, ids=[raw or "empty" for raw, _ in CASES])
def test_a_target_cell_is_read(raw: str, target: Target | None) -> None:
    assert read_target(raw) == target


def test_the_unit_of_the_table_counts_where_the_cell_has_none() -> None:
    assert read_target("≥ 80", unit="% dân số") == Target("≥ 80", ">=", 80, "%")
    assert read_target("12", unit="Người/vạn dân") == Target("12", "=", 12, "Người/vạn dân")


SCANNED = [
    (">60%", ">=", 60),
    ("=30%", ">=", 30),
    ("290", ">=", 90),
    ("2100", ">=", 100),
    ("22%", "=", 22),  # it could be "≥2%" as well: what is printed stands
    ("1009", "=", 100),
    ("10096", "=", 100),
    ("9506", "=", 95),
    ("5900/", ">=", 90),
    ("109", "=", 100),
    ("g500", "=", 85),
    ("100%", "=", 100),
]


@pytest.mark.parametrize(("raw", "op", "value"), SCANNED, ids=[raw for raw, _, _ in SCANNED])
def test_a_scanned_share_has_its_signs_mended(raw: str, op: str, value: float) -> None:
    target = read_target(raw, unit="%", scanned=True)

    assert target == Target(raw, op, value, "%")


def test_a_share_that_lost_its_first_digit_is_left_unread() -> None:
    assert read_target(">00%", unit="%", scanned=True) == Target(">00%")
    assert read_target("≥ 0%", unit="%") == Target("≥ 0%", ">=", 0.0, "%")
