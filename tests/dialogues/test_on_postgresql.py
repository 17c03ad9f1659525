"""One long conversation on PostgreSQL: what the dialogues lean on holds there as well."""

import pytest

from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.stage import Forged, Reply, Stage
from tests.dialogues.test_extensions import ASKED, CARD, GRANTED, NOTICE
from tests.dialogues.test_lists_and_cards import LIST, OLD
from tests.dialogues.test_reports import DONE, NOT_THEIRS, UNDO, WHICH, standing


@pytest.mark.parametrize("kind", ["postgresql"])
async def test_a_day_of_work_on_postgresql(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        ("/viec", LIST),
        (Reply("da xong", to="nhiệm vụ chưa xong"), WHICH),
        ("[#1 Tổ chức tuyên truyền về Nghị quyết số…]", DONE),
        (UNDO, "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện."),
        ("#5 xong", NOT_THEIRS),
        (Forged("done:99999999999999999999999999999"), OLD),
        (Forged("task:2147483647"), OLD),
        ("#2 xin gia hạn đến 15/01/2026", f"{ASKED}\n{UNDO}"),
    )
    stage.hears(THU, NOTICE)
    await stage.hold(THU, ("[Đồng ý]", GRANTED))
    stage.hears(HOA, GRANTED)
    decided = "#2: Thu (mẫu) đã đồng ý gia hạn đến 15/01/2026 (17/12, 08:00)."
    await stage.finds(THU, "[Không đồng ý]", decided, CARD)
    await stage.hold(HOA, ("#1 xong", DONE))

    assert await standing(stage) == {1: ("done", 100)}
    assert (await stage.say(BINH, "/tonghop")).startswith("Ban Chỉ đạo xã Vĩnh Lại, đến 17/12/2025")
