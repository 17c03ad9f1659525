"""What a cell says behind a label of what belongs in another."""

from typing import Any

import pytest

from plans.annexes import Row
from plans.labelled_cells import take_labelled


def make_row(content: str = "Tổ chức hội nghị", **cells: Any) -> Row:
    return Row(1, "I", "", "1", content, **cells)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        pytest.param(
            make_row("Lập chương trình Sản phẩm: Chương trình", lead="CT: Phòng A Thời hạn: 31/01"),
            make_row(
                "Lập chương trình", lead="CT: Phòng A", product="Chương trình", deadline="31/01"
            ),
            id="of-work-and-of-agencies",
        ),
        pytest.param(
            make_row(
                "Rà soát hộ nghèo. Chủ trì: Phòng Kinh tế; phối hợp: Công an; thời gian: 2026"
            ),
            make_row(
                "Rà soát hộ nghèo", lead="Phòng Kinh tế", coordinating="Công an", deadline="2026"
            ),
            id="all-in-the-cell-of-work",
        ),
        pytest.param(
            make_row("Lập đề án (Thời hạn hoàn thành: Quý II)", deadline="Tháng 6/2026"),
            make_row("Lập đề án (Thời hạn hoàn thành: Quý II)", deadline="Tháng 6/2026"),
            id="said-in-its-own-cell-already",
        ),
        pytest.param(
            make_row("Công khai kết quả: dự toán, quyết toán", lead="Chủ trì: A; Phối hợp: B"),
            make_row("Công khai kết quả: dự toán, quyết toán", lead="Chủ trì: A; Phối hợp: B"),
            id="no-label-and-roles-of-agencies",
        ),
        pytest.param(
            make_row("Sản phẩm: kế hoạch"),
            make_row("Sản phẩm: kế hoạch"),
            id="nothing-else-is-said",
        ),
    ],
)
def test_what_stands_behind_a_label_goes_where_it_belongs(printed, meant):
    assert take_labelled(printed) == meant
