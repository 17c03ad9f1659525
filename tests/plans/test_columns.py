from plans.columns import Column, Header, find_header
from plans.source import split_lines

SIX = "STT\nNội dung công việc\nCơ quan chủ trì\nCơ quan phối hợp\nSản phẩm\nđầu ra\nThời gian\n"


def test_a_header_printed_cell_by_cell_names_its_columns_on_every_page():
    lines = split_lines(f"{SIX}I\nViệc chung\n{SIX}1.\nXây dựng kế hoạch\n")

    assert find_header(lines) == Header(
        (
            Column.NO,
            Column.CONTENT,
            Column.LEAD,
            Column.COORDINATING,
            Column.PRODUCT,
            Column.DEADLINE,
        ),
        frozenset([*range(7), *range(9, 16)]),
    )


def test_of_two_columns_of_tasks_the_first_stands_above_the_second():
    lines = split_lines(
        "TT\nTên nhiệm vụ\n(Nghị quyết 57-NQ/TW)\nNhiệm vụ tương ứng (Thông báo\nkết luận)\n"
        "Stt\nnhiệm\nvụ\ntrong\nNQ 71\nĐơn vị chủ\ntrì, theo dõi\nKết quả cần\nđạt\nThời gian\n"
        "hoàn\nthành\nI\nNÂNG CAO\n"
    )

    assert find_header(lines) == Header(
        (
            Column.NO,
            Column.PARENT,
            Column.CONTENT,
            Column.REFERENCE,
            Column.LEAD,
            Column.PRODUCT,
            Column.DEADLINE,
        ),
        frozenset(range(17)),
    )


def test_a_table_of_targets_is_no_table_of_tasks():
    assert find_header(split_lines("Stt\nChỉ tiêu\nNăm 2025\nNăm 2030\n1\n")) is None


def test_a_header_on_one_line_is_not_printed_cell_by_cell():
    assert find_header(split_lines("TT Nội dung Thời gian Đơn vị chủ trì\n1 Xây dựng\n")) is None
