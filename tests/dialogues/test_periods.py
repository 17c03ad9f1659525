"""The question of a reporting period, and the one tap that answers it."""

from datetime import timedelta

from sqlalchemy import select

from db.models import OutboxMessage, StatusUpdate
from tests.dialogues.cast import CHATS, HOA, SON, THU, Cast
from tests.dialogues.stage import Forged, Stage
from tests.dialogues.test_reports import UNDO
from tests.make import NOW


async def ask(stage: Stage) -> str:
    """The morning of 7/1/2026, a week before the cut-off; what the officer is told."""
    stage.clock.set(NOW + timedelta(days=21))
    await stage.remind()
    for chat in CHATS[1:]:
        stage.told(chat)
    return stage.told(HOA)


async def test_one_tap_reports_that_there_is_nothing_new(stage: Stage, cast: Cast):
    told = await ask(stage)

    asked = "Kỳ báo cáo đến 14/01/2026: kỳ này có gì mới không? (1)\n#4 Duy trì các nhóm Zalo"
    assert asked in told
    recorded = "✅ Ghi nhận: kỳ báo cáo đến 14/01/2026 không có gì mới: #4. (07/01, 08:00)"
    await stage.hold(
        HOA,
        ("[Không có gì mới (1 nhiệm vụ)]", f"{recorded}\n{UNDO}"),
        (
            "[Không có gì mới (1 nhiệm vụ)]",
            "Các nhiệm vụ này đã được báo cáo trong kỳ; không có gì thay đổi.",
        ),
    )
    async with stage.program.database.read() as session:
        rows = (await session.scalars(select(StatusUpdate))).all()
    assert [(row.progress, row.words) for row in rows] == [
        (None, "Không có gì mới (1 nhiệm vụ)"),
    ]


async def test_nobody_answers_somebody_elses_question(stage: Stage, cast: Cast):
    await ask(stage)
    async with stage.program.database.read() as session:
        theirs = await session.scalar(
            select(OutboxMessage.id).where(OutboxMessage.person_id == cast.people[HOA].id)
        )

    for chat in (SON, THU):
        await stage.say(chat, "/trogiup")
        said = await stage.say(chat, Forged(f"nothing:{theirs}"))
        assert said.startswith("Nội dung này đã được xử lý"), said
    async with stage.program.database.read() as session:
        assert (await session.scalars(select(StatusUpdate.id))).all() == []
