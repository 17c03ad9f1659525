from plans.indicators.order import HANDED_DOWN, name_by_order
from plans.indicators.row import IndicatorRow
from tests.plans.test_scanned_plans import read_scan


def row(raw: str, name: str = "") -> IndicatorRow:
    return IndicatorRow(
        "annex-1", "I", "", "1", name or raw, raw, "%", (), None, None, None, False, 1, ()
    )


def test_a_ruined_name_is_the_one_between_its_neighbours():
    rows = [row(HANDED_DOWN[10]), row("tsh‘; %Zigg Lr:r‘f"), row(HANDED_DOWN[12])]

    named = name_by_order(rows)

    assert [found.name for found in named] == list(HANDED_DOWN[10:13])
    assert [found.doubts for found in named] == [(), ("name_guessed",), ()]


def test_a_sound_name_of_its_own_stays_whatever_stands_around_it():
    own = "Số trạm quan trắc môi trường"

    named = name_by_order([row(HANDED_DOWN[10]), row(own), row(HANDED_DOWN[12])])

    assert named[1].name == own


def test_a_ruined_name_with_nothing_known_beside_it_stays_as_it_came():
    assert name_by_order([row("rTnﬁf-’qi‘;a;?nig")])[0].name == "rTnﬁf-’qi‘;a;?nig"


def test_every_target_of_a_scanned_annex_has_a_name():
    names = {(row.group, row.no): row.name for row in read_scan("binh-tan").indicators}

    assert len(names) == 42
    assert names["V", "9"].startswith("Tỷ lệ cơ sở dữ liệu được số hóa")
    assert names["V", "12"] == "Tỷ lệ người dân có tài khoản định danh điện tử VNeID"


def test_a_heading_among_the_targets_is_none():
    rows = {(row.group, row.no): row for row in read_scan("nghi-duong").indicators}

    assert rows["I", "18"].heading
    assert rows["I", "18"].group_title.endswith("2030")
