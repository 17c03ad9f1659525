"""What is doubted of rows whose cells were told from words."""

from dataclasses import replace

import pytest

from plans.annexes import Row
from plans.cell_doubts import doubt_cells, doubt_names, doubt_times, fill_down
from plans.columns import Column

COLUMNS = (Column.CONTENT, Column.LEAD, Column.COORDINATING, Column.DEADLINE)
SOUND = Row(
    line=1,
    group="I",
    group_title="",
    no="1",
    content="Rà soát hộ nghèo",
    lead="Sở Y tế",
    coordinating="Công an tỉnh",
    deadline="30/9/2026",
)


def doubted(row: Row) -> Row:
    """The row as it comes out beside two sound ones."""
    return doubt_cells([SOUND, SOUND, row], COLUMNS)[-1]


def test_a_sound_row_is_not_doubted():
    assert doubted(SOUND) == SOUND


def test_a_times_first_word_is_taken_back_from_the_cell_beside_it():
    row = replace(SOUND, coordinating="Bảo hiểm xã hội tỉnh Trước")

    assert doubted(row) == replace(
        SOUND, coordinating="Bảo hiểm xã hội tỉnh", deadline="Trước 30/9/2026"
    )


@pytest.mark.parametrize(
    ("beside", "deadline", "whole"),
    [
        ("Truc", "17/02/2026", "Trước 17/02/2026"),
        ("Trwéc thang", "8/2026", "Trước tháng 8/2026"),
        ("Trudc ngày", "15/9/2026", "Trước ngày 15/9/2026"),
    ],
)
def test_a_damaged_before_is_taken_back_and_doubted(beside, deadline, whole):
    row = replace(SOUND, coordinating=f"Công an tỉnh {beside}", deadline=deadline)

    assert doubted(row) == replace(SOUND, deadline=whole, doubts=("deadline_guessed",))


def test_a_word_before_a_time_in_words_stays_where_it_is():
    row = replace(SOUND, product="Lịch trực", deadline="30/9/2026")

    assert doubted(row) == row


@pytest.mark.parametrize(
    ("but", "doubt"),
    [
        pytest.param({"lead": "Sở Y tế Sở Nội vụ"}, "lead_unsure", id="two-names-in-one"),
        pytest.param({"lead": "Sở Khoa học và"}, "lead_unsure", id="half-a-name"),
        pytest.param({"coordinating": None}, "lead_unsure", id="one-agency-for-two-columns"),
        pytest.param({"coordinating": "Công an 3/2026"}, "helpers_unsure", id="a-time-in-a-name"),
        pytest.param({"deadline": None}, "deadline_unreadable", id="no-time-where-all-have-one"),
    ],
)
def test_what_one_row_says_unlike_the_others_is_doubted(but, doubt):
    assert doubted(replace(SOUND, **but)).doubts == (doubt,)


def test_a_cell_merged_over_two_rows_is_taken_from_the_upper_one_with_a_doubt():
    bare = replace(SOUND, no="2", lead=None, deadline=None)
    other = replace(bare, group="II")

    assert fill_down([SOUND, bare, other, SOUND]) == (
        SOUND,
        replace(SOUND, no="2", doubts=("lead_unsure", "deadline_guessed")),
        other,
        SOUND,
    )
    assert fill_down([SOUND, bare, bare]) == (SOUND, bare, bare)


def test_a_row_without_a_time_among_others_that_have_one_is_doubted():
    bare = replace(SOUND, deadline=None)

    assert [row.doubts for row in doubt_times([SOUND, bare, SOUND])] == [
        (),
        ("deadline_unreadable",),
        (),
    ]
    assert doubt_times([SOUND, bare, bare]) == (SOUND, bare, bare)


def test_a_name_that_lacks_words_of_another_is_doubted():
    office = replace(SOUND, lead="Phòng Quản lý dữ liệu số")
    cut = replace(SOUND, lead="Phòng Quản lý số")

    assert [row.doubts for row in doubt_names([office, SOUND, cut])] == [(), (), ("lead_unsure",)]
