import pytest

from plans.head.steering import Steering, read_steering
from plans.source import split_lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "1.1. Thành lập Ban Chỉ đạo về phát triển khoa học, công nghệ\n\n"
            "Văn phòng Đảng ủy là Cơ quan Thường trực của Ban Chỉ đạo.",
            Steering("Ban Chỉ đạo về phát triển khoa học, công nghệ", "Văn phòng Đảng ủy"),
            id="committee-and-standing-body",
        ),
        pytest.param(
            "Kế hoạch của Ban Chỉ đạo Trung ương về phát triển khoa học.",
            Steering(None, None),
            id="the-central-one-is-another",
        ),
        pytest.param(
            "Giao Phòng Văn hóa - Xã hội làm cơ quan thường trực Ban Chỉ đạo chuyển đổi số xã.",
            Steering("Ban Chỉ đạo chuyển đổi số xã", "Phòng Văn hóa - Xã hội"),
            id="in-one-sentence",
        ),
    ],
)
def test_the_steering_bodies_are_those_the_plan_names(text, wanted):
    assert read_steering(split_lines(text)) == wanted
