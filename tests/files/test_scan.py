import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from plans.files.document import Cell, Document, Place, Table, TableRow
from plans.files.errors import (
    DamagedError,
    NoOcrError,
    OcrFailedError,
    SecretError,
    UnclearPageError,
    UnpackedTooLargeError,
)
from plans.files.grids import find_grids
from plans.files.read import read_bytes
from plans.files.ruled_lines import find_rules
from plans.files.scan import POINTS
from plans.files.sheet import flatten, straighten, threshold
from plans.read import read_document_plan
from tests.files.make_scan import page, photographed, saved

HEADS = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời hạn"]
FIRST = [
    HEADS,
    ["1", "Xây dựng kế hoạch đào tạo, tập\nhuấn về an toàn thông tin", "Công an xã", "12/2025"],
    ["2", "Rà soát các thủ tục hành chính", "Phòng Kinh tế", "Hằng năm"],
]
SECOND = [
    HEADS,
    ["", "trên địa bàn toàn xã", "", ""],
    ["3", "Nâng cấp hạ tầng số", "Phòng Văn hóa -\nXã hội", "Năm 2026"],
]
TITLE = ["PHỤ LỤC 1", "NHIỆM VỤ CHUYỂN ĐỔI SỐ"]


def told(plan):
    return [(task.no, task.content, task.lead, task.deadline_raw) for task in plan.tasks]


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize("askew", [0.0, 0.8])
def test_a_scanned_plan_is_read_cell_by_cell_over_its_pages(askew):
    pages = [page(TITLE, FIRST, askew=askew), page([], SECOND, askew=-askew)]
    seen: list[tuple[int, int]] = []

    document = read_bytes(
        saved("PDF", *pages), "plan.pdf", progress=lambda at, count: seen.append((at, count))
    )

    assert told(read_document_plan(document)) == [
        (
            "1",
            "Xây dựng kế hoạch đào tạo, tập huấn về an toàn thông tin",
            ("Công an xã",),
            "12/2025",
        ),
        (
            "2",
            "Rà soát các thủ tục hành chính trên địa bàn toàn xã",
            ("Phòng Kinh tế",),
            "Hằng năm",
        ),
        ("3", "Nâng cấp hạ tầng số", ("Phòng Văn hóa - Xã hội",), "Năm 2026"),
    ]
    assert document.scanned
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize(
    ("kind", "name", "taken"),
    [
        ("PNG", "plan.png", page(TITLE, FIRST)),
        ("JPEG", "plan.jpg", page(TITLE, FIRST)),
        pytest.param("JPEG", "plan.jpg", photographed(page(TITLE, FIRST)), id="photographed"),
    ],
)
def test_a_picture_of_a_page_is_read(kind, name, taken):
    plan = read_document_plan(read_bytes(saved(kind, taken), name))

    assert [(task.lead, task.deadline_raw) for task in plan.tasks] == [
        (("Công an xã",), "12/2025"),
        (("Phòng Kinh tế",), "Hằng năm"),
    ]


@pytest.mark.needs("tesseract")
def test_a_page_photographed_on_its_side_is_turned():
    lying = photographed(page(TITLE, FIRST)).transpose(Image.Transpose.ROTATE_90)

    plan = read_document_plan(read_bytes(saved("JPEG", lying), "plan.jpg"))

    assert [task.lead for task in plan.tasks] == [("Công an xã",), ("Phòng Kinh tế",)]


@pytest.mark.needs("tesseract")
def test_a_photo_out_of_focus_is_refused_with_its_page():
    blurred = photographed(page(TITLE, FIRST + SECOND)).filter(ImageFilter.GaussianBlur(3))

    with pytest.raises(UnclearPageError) as refusal:
        read_bytes(saved("JPEG", blurred), "plan.jpg")

    assert refusal.value.page == 1


def test_what_stands_on_an_unclear_page_is_doubted():
    rows = [
        TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(cells)), Place(line, page))
        for line, page, cells in ((1, 1, HEADS), (2, 1, FIRST[1]), (3, 2, FIRST[2]))
    ]
    tables = tuple(Table(part, 0, 4) for part in (tuple(rows[:2]), tuple(rows[2:])))

    plan = read_document_plan(Document(tables, scanned=True, unclear=frozenset({2})))

    assert ["page_unclear" in task.doubts for task in plan.tasks] == [False, True]


def test_columns_between_which_a_photo_lost_the_line_are_doubted():
    joined = (["TT", "Nội dung công việc", "Cơ quan chủ trì", "Sản phẩm Thờihạn"], FIRST[1])
    rows = tuple(
        TableRow(tuple(Cell(text, at, at + 1) for at, text in enumerate(cells)), Place(line, 1))
        for line, cells in enumerate(joined, 1)
    )
    photo = Document((Table(rows, 0, 4),), scanned=True)

    [task] = read_document_plan(photo).tasks

    assert "columns_joined" in task.doubts


@pytest.mark.needs("tesseract")
def test_a_scan_marked_secret_is_refused_after_its_first_page():
    seen = []

    with pytest.raises(SecretError) as refusal:
        read_bytes(
            saved("PDF", page(["TỐI MẬT", *TITLE], FIRST), page([], SECOND)),
            "plan.pdf",
            progress=lambda at, count: seen.append(at),
        )

    assert refusal.value.marking == "TỐI MẬT"
    assert seen == [1]


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "plan.png"), ("JPEG", "plan.jpg"), ("PDF", "plan.pdf")]
)
def test_without_tesseract_its_install_command_is_told(monkeypatch, kind, name):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(NoOcrError) as refusal:
        read_bytes(saved(kind, page(TITLE, FIRST)), name)

    assert refusal.value.install == "apt install tesseract-ocr tesseract-ocr-vie"


def test_a_tesseract_that_fails_names_the_page(monkeypatch, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\n[ "$1" = --list-langs ] && echo vie && exit 0\nexit 1\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    with pytest.raises(OcrFailedError) as refusal:
        read_bytes(saved("PNG", page(TITLE, FIRST)), "plan.png")

    assert refusal.value.page == 1


def test_a_broken_or_huge_picture_is_refused(monkeypatch):
    png = saved("PNG", page(TITLE, FIRST))

    with pytest.raises(DamagedError):
        read_bytes(png[:200], "plan.png")
    monkeypatch.setattr("plans.files.picture.MOST_DOTS", 1_000_000)
    with pytest.raises(UnpackedTooLargeError):
        read_bytes(png, "plan.png")


@pytest.mark.parametrize(
    "taken",
    [
        pytest.param(page(TITLE, FIRST, askew=0.8), id="askew"),
        pytest.param(photographed(page(TITLE, FIRST)), id="photographed"),
    ],
)
def test_ruled_lines_are_found_however_a_page_lies(taken):
    picture = np.asarray(taken.resize((2480, round(2480 * taken.height / taken.width))))

    straight = straighten(flatten(picture))
    rules, _ = find_rules(straight < threshold(straight), POINTS)

    (grid,) = find_grids(rules)
    assert [len(row) for row in grid.rows] == [4, 4, 4]


@pytest.mark.needs("tesseract")
def test_specks_beside_the_table_are_no_lines_of_the_plan():
    taken = page(TITLE, FIRST)
    ImageDraw.Draw(taken).line((1500, 900, 1500, 940), fill=60, width=5)

    document = read_bytes(saved("PNG", taken), "plan.png")

    assert document.text.strip().splitlines()[-1].startswith("2 | Rà soát")


def test_a_page_that_is_flat_already_stays_as_it_is():
    picture = np.asarray(page(TITLE, FIRST).resize((2480, 1755)))

    assert flatten(picture) is picture
    assert straighten(picture) is picture


def test_a_scanned_group_is_one_however_its_number_was_read():
    def row(line, *cells):
        return TableRow(tuple(Cell(*cell) for cell in cells), Place(line))

    def task(line, no, content):
        return row(line, (no, 0, 5), (content, 5, 60), ("Công an xã", 60, 80), ("2025", 80, 100))

    table = Table(
        (
            row(
                1,
                ("IT", 0, 5),
                ("Nội dung", 5, 60),
                ("Cơ quan chủ trì", 60, 80),
                ("Thời hạn", 80, 100),
            ),
            row(2, ("I", 0, 5), ("Nhận thức", 5, 100)),
            task(3, "1.", "Một"),
            task(4, "Ả.", "Hai"),
            row(5, ("1H", 0, 5), ("Thể chế", 5, 100)),
            task(6, "Ị.", "Ba"),
        ),
        0,
        100,
    )

    plan = read_document_plan(Document((table,), scanned=True))

    assert [(task.group, task.group_title, task.no, task.content) for task in plan.tasks] == [
        ("I", "Nhận thức", "1", "Một"),
        ("I", "Nhận thức", "2", "Hai"),
        ("II", "Thể chế", "1", "Ba"),
    ]
