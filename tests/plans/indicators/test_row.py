"""One row of an indicator table: what is doubtful of its name and of its figures."""

import pytest

from plans.indicators.row import Cells, Group, Place, make_row

YEARS = ("2025", "2030", "2035")


def row_of(name: str, *targets: str):
    return make_row(
        Place(Group("annex-1"), "1", printed=True, line=1),
        Cells(name=name, targets=targets),
        YEARS[: len(targets)],
        has_unit=False,
        scanned=True,
        heads=False,
    )


@pytest.mark.parametrize(
    ("name", "doubts"),
    [
        ("Ty 1é nguoi dan co chir ky sb", ()),
        ("Ty 1¢ hd so chuyén mu0cq trén méi truong dién tir", ("name_unsure",)),
        ("Tinh hinh xa cua chi tich trgn", ("name_unsure",)),
        ("d1iệnhn?', chính thuộc diện phi", ("name_guessed",)),
    ],
    ids=["sound", "no word", "unlikely words", "ruined"],
)
def test_a_name_of_which_words_may_be_misread_is_doubted(name: str, doubts: tuple[str, ...]):
    assert row_of(name, "80%").doubts == doubts


@pytest.mark.parametrize(
    ("targets", "values", "doubts"),
    [
        (("0%", "90%", "100%"), [None, 90, 100], ("target_unreadable",)),
        (("5%", "3%", "0%"), [5, 3, 0], ("targets_fall",)),
        (("0%", "0%"), [0, 0], ()),
        (("44000%", "100%"), [None, 100], ("target_unreadable",)),
    ],
    ids=["a digit is lost", "what falls to nothing", "what is to stay at nothing", "no share"],
)
def test_a_share_that_cannot_be_is_no_figure(targets, values, doubts):
    row = row_of("Ty 1é nguoi dan co chir ky sb", *targets)

    assert [target.value for _, target in row.targets] == values
    assert row.doubts == doubts
