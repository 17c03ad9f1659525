"""Ruined names of indicators, known by the words that scanning left of them."""

import pytest

from plans.indicators.usual import recognise_indicator

CASES = [
    (
        "dTiyenl?'áp%lffiégigﬁanh chính thuộc",
        "Tỷ lệ giao dịch hành chính thuộc diện phi tiếp xúc",
    ),
    ("Isl’;’hộ[doanh nghiệp khoa học và công", "Số doanh nghiệp khoa học và công nghệ"),
    ("ggif;cáo thủ tục hành chính Xử 1", "Tỷ lệ hồ sơ thủ tục hành chính xử lý trực tuyến"),
    ("Chỉ số chuyển ddisécapxa", "Chỉ số chuyển đổi số"),
    ("Tỷ lệ người dân có chữ ký số", None),  # sound, so it stays as it is
    ("Tỷ lệ hộ gia đình có nước sạch", None),
    ("Tỉ lệ công nghệ số dleztn", None),  # two usual names have as many of these words
    ("rTnﬁf-’gì‘;a;?nigﬁgphciﬁﬁlﬁﬁzﬁif}ý Y215", None),
    ("Tỷ trọng kinh phí từ xã.hộ(f)i trên k.iAnh p’hi chi cho nghiên cứu phát triển", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "usual"), CASES, ids=[name[:20] or "empty" for name, _ in CASES])
def test_a_ruined_name_is_known_by_what_is_left(name: str, usual: str | None) -> None:
    assert recognise_indicator(name) == usual
