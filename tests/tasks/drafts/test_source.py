"""The words of the source beside a row of a draft."""

from sqlalchemy import select

from db.engine import Database
from db.models import PlanSource
from tasks.drafts.rows import draft_rows
from tasks.drafts.source import source_words
from tests.make import make_committee
from tests.tasks.drafted import row, save_draft

TEXT = """TT | Nhiệm vụ | Thời hạn
1 | Rà soát hồ sơ | 31/12/2025
và lưu hồ sơ theo quy định
II. | PHÁT TRIỂN HẠ TẦNG SỐ
của xã
2 | Lắp đặt camera | 2026
PHỤ LỤC II: CÁC CHỈ TIÊU
TT | Chỉ tiêu | Năm 2025"""


async def test_the_source_of_a_row_ends_before_the_next_heading_or_annex(database: Database):
    first = row("Rà soát hồ sơ", group="I", group_title="Thể chế")
    second = row("Lắp đặt camera", group="II", group_title="Phát triển hạ tầng số của xã")
    async with database.write() as session:
        plan = await save_draft(session, await make_committee(session), [first, second])
        source = (await session.scalars(select(PlanSource))).one()
        source.text = TEXT
        [one, other] = [found.task for found in await draft_rows(session, plan)]
        one.line, other.line = 2, 6
        await session.flush()

        words = await source_words(session, plan, [one, other])

    assert words == {
        one.id: "1 | Rà soát hồ sơ | 31/12/2025 và lưu hồ sơ theo quy định",
        other.id: "2 | Lắp đặt camera | 2026",
    }
