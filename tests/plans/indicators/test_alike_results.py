from plans.indicators.alike_results import settle_results
from plans.indicators.row import IndicatorRow
from plans.indicators.targets import Target


def results(*raws: str) -> list[str]:
    rows = [
        IndicatorRow(
            *("annex-1", "I", "", "1", "Xếp hạng", "Xep hang", None, (("2030", Target(raw)),)),
            *(None, None, None, False, 1, ()),
        )
        for raw in raws
    ]
    return [target.raw for row in settle_results(rows) for _, target in row.targets]


def test_a_ruined_result_is_the_sound_one_that_it_is_nearly():
    assert results("Xếp hạng ở nhóm 15 ảnh. thành", "Xếp hạng ở nhóm 15 tỉnh, thành") == [
        "Xếp hạng ở nhóm 15 tỉnh, thành",
        "Xếp hạng ở nhóm 15 tỉnh, thành",
    ]


def test_results_with_other_figures_are_others():
    both = ["Xếp hạng ở nhóm 15 tỉnh, thành", "Xếp hạng ở nhóm 10 tỉnh, thành"]

    assert results(*both) == both
