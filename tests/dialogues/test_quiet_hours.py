"""At night only what answers a person's own message is sent; the rest waits for the morning."""

from datetime import timedelta

from tests.dialogues.cast import HOA, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_extensions import ASKED, NOTICE
from tests.make import NOW


async def test_what_others_do_at_night_waits_for_the_morning_and_an_answer_does_not(
    stage: Stage, cast: Cast
):
    stage.clock.set(NOW + timedelta(hours=14))  # 22:00

    await stage.wire.deliver(HOA, "#2 xin gia hạn đến 15/01/2026")
    await stage.program.handle_inbox()
    await stage.program.send_outbox()
    assert stage.told(HOA).startswith(ASKED)
    assert stage.told(THU) == ""

    stage.clock.set(NOW + timedelta(hours=23, minutes=59))
    await stage.program.send_outbox()
    assert stage.told(THU) == ""
    stage.clock.set(NOW + timedelta(hours=24))
    await stage.program.send_outbox()
    stage.hears(THU, NOTICE)
