from datetime import date

import pytest

from plans.annexes import AnnexRows, Row, find_annexes
from plans.lists.read import read_labelled_list
from plans.source import Line, split_lines

COUNTED_FROM = date(2025, 9, 19)
LIST = """Phụ lục 2
NHIỆM VỤ TRỌNG TÂM
I. Nhóm nhiệm vụ về lãnh đạo,
chỉ đạo
1. Thành lập Ban Chỉ đạo do đồng chí Bí thư
Đảng ủy làm Trưởng ban
- Cơ quan chủ trì: Văn phòng Đảng ủy,
Công an xã.
- Cơ quan phối hợp: Các cơ quan, đơn vị.
- Sản phẩm: Quyết định.
- Thời gian thực hiện: Hoàn thành trong tháng 7 năm 2025.
I1. Nhóm nhiệm vụ về cơ chế
Việc chưa đánh số
1. Triển khai Nghị quyết số 193/2025/QH15
"""


def test_a_list_is_read_label_by_label():
    (annex,) = find_annexes(split_lines(LIST))

    assert read_labelled_list(annex, COUNTED_FROM) == AnnexRows(
        rows=(
            Row(
                line=5,
                group="I",
                group_title="Nhóm nhiệm vụ về lãnh đạo, chỉ đạo",
                no="1",
                content="Thành lập Ban Chỉ đạo do đồng chí Bí thư Đảng ủy làm Trưởng ban",
                lead="Văn phòng Đảng ủy, Công an xã.",
                coordinating="Các cơ quan, đơn vị.",
                product="Quyết định.",
                deadline="Hoàn thành trong tháng 7 năm 2025.",
            ),
            Row(
                line=14,
                group="II",
                group_title="Nhóm nhiệm vụ về cơ chế Việc chưa đánh số",
                no="1",
                content="Triển khai Nghị quyết số 193/2025/QH15",
            ),
        ),
        unread=(),
    )


def test_labels_are_known_without_their_diacritics():
    (annex,) = find_annexes(
        split_lines(
            "Phu luc 11\nI. Nhém\n1. Thanh 1ap\n- Co quan chu tri: Céng an\n- Thoi gian: 2025"
        )
    )

    rows = read_labelled_list(annex, COUNTED_FROM)

    assert rows is not None
    assert [(row.lead, row.deadline) for row in rows.rows] == [("Céng an", "2025")]


@pytest.mark.parametrize(
    "label",
    [
        "- Hoàn thành",
        "- Hạn",
        "+ Hạn hoàn thành",
        "Hoàn thành",
        "- Thời hạn",
        "Hạn cuối",
        "c) Hạn chót",
    ],
)
def test_the_deadline_is_known_by_any_of_its_labels(label):
    (annex,) = find_annexes(
        split_lines(
            "Phụ lục 2\nI. Chung\n1. Soạn quy chế\n- Chủ trì: Văn phòng Đảng ủy\n"
            f"- Phối hợp: Các thành viên\n{label}: Quý I/2026\n"
        )
    )

    rows = read_labelled_list(annex, COUNTED_FROM)

    assert rows is not None
    assert [(row.coordinating, row.deadline) for row in rows.rows] == [
        ("Các thành viên", "Quý I/2026")
    ]


def test_a_label_that_is_not_known_ends_the_part_before_and_is_left_over():
    (annex,) = find_annexes(
        split_lines(
            "Phụ lục 2\nI. Chung\n1. Tập huấn:\n- Đối tượng: cán bộ\n- Chủ trì: Phòng Kinh tế\n"
            "- Phối hợp: Công an xã\n- Hình thức: trực tuyến\nvà tại chỗ\n- Thời gian: 2026\n"
        )
    )

    rows = read_labelled_list(annex, COUNTED_FROM)

    assert rows is not None
    (row,) = rows.rows
    assert row.content == "Tập huấn: - Đối tượng: cán bộ"
    assert (row.coordinating, row.deadline) == ("Công an xã", "2026")
    assert row.left == ("- Hình thức: trực tuyến và tại chỗ",)


def test_tasks_that_all_close_with_who_leads_in_brackets_are_a_list():
    (annex,) = find_annexes(
        split_lines(
            "Phụ lục 2\nI. A\n1. Soạn nội quy (Chủ trì: Văn phòng Đảng ủy; phối hợp: Công an xã;\n"
            "hoàn thành: tháng 2/2026).\n2. Lắp trạm phát (Phòng Kinh tế chủ trì; Quý IV/2026)\n"
        )
    )

    rows = read_labelled_list(annex, COUNTED_FROM)

    assert rows is not None
    assert [(row.content, row.lead, row.coordinating) for row in rows.rows] == [
        ("Soạn nội quy", "Văn phòng Đảng ủy", "Công an xã"),
        ("Lắp trạm phát", "Phòng Kinh tế", None),
    ]
    assert [row.deadline for row in rows.rows] == ["hoàn thành: tháng 2/2026", "Quý IV/2026"]


def test_a_label_under_no_task_is_left_over():
    (annex,) = find_annexes(
        split_lines(
            "Phụ lục 1\nI. Chung\n1. Việc\nII. Riêng\n- Cơ quan chủ trì: Công an xã\n1. Việc\n"
        )
    )

    rows = read_labelled_list(annex, COUNTED_FROM)

    assert rows is not None
    assert [(row.group, row.no, row.lead) for row in rows.rows] == [
        ("I", "1", None),
        ("II", "1", None),
    ]
    assert rows.unread == (Line(5, "- Cơ quan chủ trì: Công an xã", 0),)


def test_an_annex_without_labels_is_not_taken():
    (annex,) = find_annexes(split_lines("Phụ lục 2\nI. Nhóm\n1. Thành lập Ban Chỉ đạo\n"))

    assert read_labelled_list(annex, COUNTED_FROM) is None
