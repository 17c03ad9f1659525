"""Files in chat: the plan of a secretary is read, what an officer sends is kept as proof."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from db.enums import FilePurpose, FileState, PlanState
from db.models import (
    Plan,
    SentFile,
    StatusUpdate,
    Task,
)
from tests.dialogues.cast import HOA, LAN, THU, Cast
from tests.dialogues.stage import Document, Photo, Stage
from tests.files.hostile_pictures import secret_scan
from tests.files.make_docx import rows_docx, vinh_lai_docx
from tests.files.make_scan import page, saved

telegram = pytest.mark.parametrize("channel", ["telegram"])
"""What only a channel that hands over files can do."""

ELSEWHERE = (
    "Kênh này không nhận tệp. Đề nghị gửi qua Telegram hoặc trang trò chuyện; kế hoạch còn nhập "
    "được bằng lệnh: dondoc import TỆP"
)
UNDO = "[Báo nhầm, hủy]"


async def rows(stage: Stage, model: Any) -> list[Any]:
    async with stage.program.database.read() as session:
        return list(await session.scalars(select(model).order_by(model.id)))


async def content(stage: Stage, file: SentFile) -> bytes | None:
    async with stage.program.database.read() as session:
        return await session.scalar(select(SentFile.content).where(SentFile.id == file.id))


@telegram
async def test_a_secretary_sends_a_plan_and_it_becomes_a_draft(stage: Stage, cast: Cast):
    plan = vinh_lai_docx()

    said = await stage.say(THU, Document("ke-hoach.docx", plan))
    assert said.startswith("Đang đọc “ke-hoach.docx” … Kết quả sẽ gửi tại đây.\nDự thảo kế hoạch:")
    assert "71 nhiệm vụ, 7 cơ quan chủ trì" in said
    assert "[Đưa vào theo dõi]" in said
    await stage.hold(
        THU,
        (
            Document("ke-hoach (2).docx", plan),
            "Đang đọc “ke-hoach (2).docx” … Kết quả sẽ gửi tại đây.\n"
            "“ke-hoach (2).docx” đã được đọc trước đây; không có gì thay đổi. "
            "Gõ /kehoach để xem.",
        ),
    )

    draft = (await rows(stage, Plan))[-1]
    (file,) = await rows(stage, SentFile)
    assert (draft.committee_id, draft.state) == (cast.vinh_lai.id, PlanState.DRAFT)
    assert (file.purpose, file.state, file.plan_id) == (
        FilePurpose.PLAN,
        FileState.KEPT,
        draft.id,
    )
    assert await content(stage, file) == plan
    assert len([t for t in await rows(stage, Task) if t.plan_id == draft.id]) == 71


@telegram
async def test_what_an_officer_sends_is_kept_as_proof(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            Document("bao-cao.pdf", b"%PDF-1.7 ..."),
            "📎 Đã nhận “bao-cao.pdf”. Tệp thuộc nhiệm vụ nào? Đề nghị chọn hoặc ghi số nhiệm "
            "vụ.\n[#3 Xây dựng kế hoạch đào tạo kỹ năng số]\n"
            "[#1 Tổ chức tuyên truyền về Nghị quyết số…]\n"
            "[#2 Nghiên cứu đề xuất ban hành quy tắc ứng…]\n[#4 Duy trì các nhóm Zalo cộng đồng]",
        ),
        (
            Photo("#1 được 60%"),
            "✅ Ghi nhận: #1 đạt 60%. (17/12, 08:00)\n"
            "📎 Đã nhận “bao-cao.pdf”, minh chứng của #1.\n"
            f"📎 Đã nhận “20251217-080000.jpg”, minh chứng của #1.\n{UNDO}",
        ),
    )

    report, photo = await rows(stage, SentFile)
    assert (report.name, report.person_id, report.words) == (
        "bao-cao.pdf",
        cast.people[HOA].id,
        "",
    )
    assert [file.purpose for file in (report, photo)] == [FilePurpose.EVIDENCE] * 2
    assert await content(stage, report) == b"%PDF-1.7 ..."
    assert photo.words == "#1 được 60%"
    (said,) = await rows(stage, StatusUpdate)
    assert said.percent == 60


@telegram
async def test_a_secretary_s_file_that_names_a_task_is_proof(stage: Stage, cast: Cast):
    await stage.say(THU, Document("cong-van.docx", rows_docx(1), "Công an xã gửi, #5"))

    (file,) = await rows(stage, SentFile)
    assert (file.purpose, file.state) == (FilePurpose.EVIDENCE, FileState.KEPT)


@telegram
async def test_a_stranger_s_file_is_nothing(stage: Stage, cast: Cast):
    await stage.say(LAN, Document("ke-hoach.docx", rows_docx(3)))

    assert await rows(stage, SentFile) == []


async def plans_and_files(stage: Stage) -> tuple[int, int]:
    async with stage.program.database.read() as session:
        plans = await session.scalar(select(func.count()).select_from(Plan))
        files = await session.scalar(select(func.count()).select_from(SentFile))
        return plans or 0, files or 0


@pytest.mark.parametrize("channel", ["plain"])
async def test_a_channel_that_hands_over_no_files_says_where_to_send_them(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (Photo(), ELSEWHERE),
        (
            Photo("#1 được 60%"),
            f"✅ Ghi nhận: #1 đạt 60%. (17/12, 08:00)\n{ELSEWHERE}\n{UNDO}",
        ),
    )

    assert await plans_and_files(stage) == (2, 0)


@telegram
@pytest.mark.needs("tesseract")
async def test_a_scan_says_how_many_pages_it_has_and_how_long_they_take(stage: Stage, cast: Cast):
    head = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
    pages = [
        page(
            ["PHỤ LỤC I", "NHIỆM VỤ NĂM 2025"] if number == 1 else [],
            [head, [str(number), "Xây dựng kế hoạch", "Phòng Kinh tế", "12/2025"]],
        )
        for number in range(1, 5)
    ]

    said = await stage.say(THU, Document("ban-quet.pdf", saved("PDF", *pages)))

    assert said.startswith(
        "Đang đọc “ban-quet.pdf” … Kết quả sẽ gửi tại đây.\n"
        "“ban-quet.pdf” là bản quét (4 trang), đọc mất khoảng 1 phút.\n"
        "Dự thảo kế hoạch: ban-quet.pdf"
    )
    assert "4 nhiệm vụ" in said


FIRST_PAGE = (
    "Đã nhận trang 1 của kế hoạch. Đề nghị gửi tiếp các trang sau theo thứ tự; tất cả được đọc "
    "chung, một phút sau trang cuối.\n[Đọc ngay]"
)
HEADS = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời hạn"]
PAGES = [
    saved("PNG", page(["PHỤ LỤC"], [HEADS, ["1", "Rà soát hạ tầng số", "Công an xã", "12/2026"]])),
    saved("PNG", page([], [HEADS, ["2", "Tuyên truyền", "Phòng Kinh tế", "Hằng năm"]])),
]


@pytest.mark.needs("tesseract")
@telegram
async def test_pictures_sent_one_after_another_are_the_pages_of_one_plan(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (Document("1.png", PAGES[0]), FIRST_PAGE),
        (Document("2.png", PAGES[1]), ""),
    )
    stage.clock.at += timedelta(seconds=30)
    await stage.program.take_in_all()
    assert [file.state for file in await rows(stage, SentFile)] == [FileState.WAITING] * 2

    stage.clock.at += timedelta(seconds=30)
    await stage.program.take_in_all()

    draft = (await rows(stage, Plan))[-1]
    tasks = [task for task in await rows(stage, Task) if task.plan_id == draft.id]
    assert [(task.content, task.page) for task in tasks] == [
        ("Rà soát hạ tầng số", 1),
        ("Tuyên truyền", 2),
    ]
    kept = await rows(stage, SentFile)
    assert [(file.state, file.plan_id) for file in kept] == [(FileState.KEPT, draft.id)] * 2
    assert [await content(stage, file) for file in kept] == PAGES


@pytest.mark.needs("tesseract")
@telegram
async def test_the_wait_for_further_pages_ends_with_a_press(stage: Stage, cast: Cast):
    await stage.hold(THU, (Document("1.png", PAGES[0]), FIRST_PAGE))
    stage.clock.at += timedelta(seconds=20)
    await stage.hold(
        THU, (Document("2.png", PAGES[1]), "Đã nhận trang 2 của kế hoạch.\n[Đọc ngay]")
    )

    said = await stage.say(THU, "[Đọc ngay]")

    assert said.startswith("Đang đọc 2 trang … Kết quả sẽ gửi tại đây.\nDự thảo kế hoạch:")
    assert "2 nhiệm vụ" in said
    assert len(await rows(stage, SentFile)) == 2


@pytest.mark.needs("tesseract")
@telegram
async def test_a_marked_page_among_others_erases_them_all(stage: Stage, cast: Cast):
    before = await plans_and_files(stage)
    await stage.hold(
        THU,
        (Document("1.png", PAGES[0]), FIRST_PAGE),
        (Document("2.png", secret_scan("MẬT")), ""),
    )

    said = await stage.say(THU, "[Đọc ngay]")

    assert "MẬT" in said
    assert await plans_and_files(stage) == before
