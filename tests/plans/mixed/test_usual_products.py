"""Ruined products known by what a scan left of them."""

import pytest

from plans.columns import Column
from plans.mixed.lines import Beside
from plans.mixed.product_words import regain_words
from plans.mixed.usual_products import usual_product

CASES = [
    (["K&", "hoach", "tridn", "k}lai", "dir", "licu"], "Kế hoạch triển khai"),
    (["BO", "Chisd", "don", "vi"], "Bộ chỉ số"),
    (["Bo", "céo,", "van", "ban", "dé", "xuat"], "Báo cáo, văn bản đề xuất"),
    (["Danh", "sach", "lang", "nghe"], "Danh sách"),
    (["KIOSK", "tu", "dong"], None),
    ([], None),
]


@pytest.mark.parametrize(("words", "name"), CASES, ids=[" ".join(words) for words, _ in CASES])
def test_the_usual_product_is_the_one_that_explains_most_of_the_words(words, name):
    found = usual_product(words, {"don", "vi"})

    assert (found.name if found else None) == name


def test_a_product_of_its_own_explains_its_words_better():
    words = ["Lién", "thong", "dir", "lidu", "y", "té"]

    found = usual_product(words, set(), ["Liên thông dữ liệu y tế"])

    assert found is not None
    assert found.name == "Liên thông dữ liệu y tế"


def test_short_words_beside_a_product_are_its_own_where_it_reads_so():
    line = Beside(
        tuple((word, Column.PRODUCT) for word in ("He", "thong", "tu", "dong")),
        (),
        own=True,
    )

    assert regain_words("He thong dong", [line]) == "He thong tu dong"
