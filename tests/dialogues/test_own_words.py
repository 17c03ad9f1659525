"""An answer to one's own earlier message: what that was about is meant, not what came since."""

import pytest

from tests.botapi import User
from tests.dialogues.cast import HOA, Cast
from tests.dialogues.stage import Stage, TelegramWire
from tests.dialogues.test_reports import standing

pytestmark = pytest.mark.parametrize("channel", ["telegram"])


async def reply_to_oneself(stage: Stage, to: str, text: str) -> str:
    """Hoa answers her newest message with these words; what she is told."""
    assert isinstance(stage.wire, TelegramWire)
    api = stage.wire.api
    own = [
        number
        for number, body in api.chats.known[HOA].messages.items()
        if body["from"]["id"] == HOA and to in body.get("text", "")
    ]
    await api.confirmed(api.say(HOA, text, reply_to=max(own), user=User(HOA)))
    await stage.work()
    return stage.told(HOA)


async def test_done_said_of_an_older_report_is_of_its_task(stage: Stage, cast: Cast):
    """It was recorded for the task spoken of last."""
    await stage.say(HOA, "việc 2 được 50%")
    await stage.say(HOA, "việc 1 được 20%")

    answer = await reply_to_oneself(stage, "việc 2", "xong rồi")

    assert answer.startswith("✅ Ghi nhận: #2 hoàn thành")
    assert await standing(stage) == {1: ("in_progress", 20), 2: ("done", 100)}


async def test_where_ones_own_words_name_no_task_it_is_asked_for(stage: Stage, cast: Cast):
    await stage.say(HOA, "chào buổi sáng")
    await stage.say(HOA, "việc 1 được 20%")

    answer = await reply_to_oneself(stage, "chào", "xong rồi")

    assert answer.startswith("Đồng chí báo cáo nhiệm vụ nào?")
    assert await standing(stage) == {1: ("in_progress", 20)}
