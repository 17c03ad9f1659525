"""Two things at once: somebody is answered while a document is read."""

import asyncio

import pytest

from tests.dialogues.cast import HOA, THU, Cast
from tests.dialogues.stage import Document, Stage
from tests.dialogues.test_reports import standing
from tests.files.make_scan import page, saved

pytestmark = pytest.mark.parametrize("channel", ["telegram"])


def long_scan() -> bytes:
    """Pages enough that words are recognised for longer than an answer takes."""
    rows = [["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]]
    rows += [
        [str(n), f"Xây dựng cơ sở dữ liệu số {n}", "Phòng Kinh tế", "31/12/2025"]
        for n in range(1, 11)
    ]
    return saved("PDF", *[page(["KẾ HOẠCH CHUYỂN ĐỔI SỐ"], rows) for _ in range(2)])


async def test_typing_is_answered_while_a_scan_is_read(stage: Stage, cast: Cast):
    await stage.wire.deliver(THU, Document("quet.pdf", long_scan()))
    await stage.program.handle_inbox()
    reading = asyncio.create_task(stage.program.take_in_all())
    await asyncio.sleep(0)

    await stage.wire.deliver(HOA, "#2 được 60%")
    await stage.program.handle_inbox()
    await stage.program.send_outbox()
    answered_first = not reading.done()
    answer = stage.told(HOA)
    await reading
    await stage.work()

    assert answer.startswith("✅ Ghi nhận: #2 đạt 60%.")
    assert answered_first
    assert "quet.pdf" in stage.told(THU)


async def test_of_several_messages_at_once_the_last_alone_is_taken_back(stage: Stage, cast: Cast):
    """They are handled in one transaction; all that it held was one report, and was undone."""
    for words in ("#1 được 50%", "#2 được 60%", "#4 được 70%"):
        await stage.wire.deliver(HOA, words)
    await stage.work()
    stage.told(HOA)

    undone = await stage.say(HOA, "hủy")

    assert undone == "Đã hủy báo cáo vừa rồi: #4 trở lại chưa thực hiện."
    assert await standing(stage) == {1: ("in_progress", 50), 2: ("in_progress", 60)}
