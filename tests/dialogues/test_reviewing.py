"""A draft in chat: its doubtful rows one by one, and following it."""

import pytest

from db.enums import Role
from db.models import Committee, Person
from tasks.drafts.rows import draft_rows
from tests.dialogues.cast import BINH, HOA, THU, Cast
from tests.dialogues.drafted import (
    EIGHT,
    FOLLOWED,
    NINE,
    NOT_DOUBTFUL,
    SUMMARY,
    UNTIL,
    WHO,
    four_rows,
)
from tests.dialogues.stage import Forged, Stage
from tests.make import make_membership
from tests.tasks.drafted import row, save_draft


@pytest.fixture
async def draft(stage: Stage, cast: Cast):
    return await four_rows(stage, cast)


async def test_the_doubtful_rows_are_gone_through_and_the_plan_is_followed(stage: Stage, draft):
    await stage.hold(
        THU,
        (
            "/kehoach",
            "Các kế hoạch của Ban Chỉ đạo\n"
            "Dự thảo: 57/KH-UBND · Kế hoạch chuyển đổi số (4 nhiệm vụ, 2 dòng cần xem lại)\n"
            "1/KH-UBND · Kế hoạch chuyển đổi số năm 2025 (6 nhiệm vụ, theo dõi từ 01/12/2025)\n"
            "[57/KH-UBND]",
        ),
        ("[57/KH-UBND]", SUMMARY),
        ("[Xem 2 dòng]", EIGHT),
        ("[Sửa cơ quan]", WHO),
        (
            "công an xã, phối hợp: Phòng VHXH",
            "✅ Đã sửa #8 (cơ quan chủ trì: không có → “Công an xã”; cơ quan phối hợp: không có → "
            f"“Phòng Văn hóa - Xã hội”).\n{NINE}",
        ),
        ("[Sửa thời hạn]", UNTIL),
        (
            "bao giờ xong thì xong",
            "Không đọc được thời hạn “bao giờ xong thì xong”. Ghi cách khác, hoặc giữ nguyên chữ "
            "này: nhiệm vụ sẽ không có ngày đến hạn.\n[Giữ nguyên chữ này]",
        ),
        (
            "tháng 6/2026",
            "✅ Đã sửa #9 (thời hạn: “ngày 30/30” → “tháng 6/2026”).\n"
            "Đã xem hết 2 dòng cần xem lại.\n[Về dự thảo]\n[Đưa vào theo dõi]",
        ),
        (
            "[Giữ nguyên chữ này]",
            "Nội dung này đã được sửa sau đó (17/12, 08:00) nên chưa ghi gì thêm: "
            "thời hạn: “ngày 30/30” → “tháng 6/2026”. Hiện nay:\n"
            "#9 Tuyên truyền chuyển đổi số\nThời hạn: tháng 6/2026 (chậm nhất 30/06/2026)\n"
            "Chủ trì: Phòng Văn hóa - Xã hội\n"
            f"Trong văn bản, dòng 4: “3 Tuyên truyền chuyển đổi số”\n{NOT_DOUBTFUL}",
        ),
        ("[Đưa vào theo dõi]", FOLLOWED),
    )
    followed = (
        "57/KH-UBND · Kế hoạch chuyển đổi số đã được đưa vào theo dõi từ ngày 18/12/2025, "
        "không còn là dự thảo."
    )
    for button in ("[Đúng]", "[Sửa nội dung]"):
        await stage.finds(THU, button, followed, "Các kế hoạch của Ban Chỉ đạo\n")

    told = await stage.say(HOA, "#9")
    assert "#9 Tuyên truyền chuyển đổi số\nThời hạn: tháng 6/2026" in told


async def test_a_plan_with_doubtful_rows_is_followed_only_when_asked_twice(stage: Stage, draft):
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[57/KH-UBND]")
    await stage.say(THU, "[Xem 2 dòng]")

    await stage.hold(
        THU,
        ("[Không phải nhiệm vụ]", f"#8: để ngoài vì không phải nhiệm vụ; có thể lấy lại.\n{NINE}"),
    )
    assert "#9: để sau." in await stage.say(THU, "[Để sau]")
    assert "Để ngoài: không phải nhiệm vụ" in await stage.say(THU, "#8")
    await stage.hold(
        THU,
        (
            "[Đưa vào theo dõi]",
            "Còn 1 dòng chưa chắc. Vẫn đưa kế hoạch vào theo dõi? Nội dung chưa chắc được tính "
            "như hiện có.\n[Xem 1 dòng]\n[Vẫn đưa vào theo dõi]",
        ),
        (
            "[Vẫn đưa vào theo dõi]",
            "✅ Đã đưa vào theo dõi: 57/KH-UBND · Kế hoạch chuyển đổi số, 3 nhiệm vụ.\n"
            "⚠️ Chưa nhắc được 1 nhiệm vụ: chưa có thời hạn đọc được (#9)",
        ),
    )
    assert "Không có nhiệm vụ #8" in await stage.say(HOA, "#8")


SEVEN = f"""#7 Bảo đảm an toàn mạng
Thời hạn: {{}}
Chủ trì: Công an xã
Trong văn bản, dòng 2: “1 Bảo đảm an toàn mạng”
{NOT_DOUBTFUL}"""


async def test_a_row_that_was_not_doubtful_is_shown_as_it_was_corrected_and_counts_as_before(
    stage: Stage, draft
):
    await stage.hold(
        THU,
        ("#7", SEVEN.format("31/01/2026")),
        ("[Sửa thời hạn]", UNTIL.replace("#9", "#7")),
        ("28/2/2026", f"✅ Đã sửa #7.\n{SEVEN.format('28/02/2026')}"),
    )
    await stage.say(THU, "[Về dự thảo]")
    await stage.hold(THU, ("[Xem 2 dòng]", EIGHT))


async def test_rows_put_off_are_gone_through_one_after_another(stage: Stage, draft):
    await stage.say(THU, "/kehoach")
    await stage.say(THU, "[57/KH-UBND]")
    await stage.say(THU, "[Xem 2 dòng]")
    await stage.say(THU, "[Để sau]")
    eight, nine = (text.split("\n", 1)[1] for text in (EIGHT, NINE))

    await stage.hold(
        THU,
        (
            "[Để sau]",
            "#9: để sau.\nCòn 2/2 dòng cần xem lại, trong đó 2 dòng để sau.\n"
            "⚠️ Chưa nhắc được 2 nhiệm vụ: thiếu cơ quan chủ trì (#8); chưa có thời hạn đọc được "
            "(#9)\n[Xem 2 dòng]\n[Về dự thảo]\n[Đưa vào theo dõi]",
        ),
        ("[Xem 2 dòng]", eight),
        ("[Đúng]", f"✅ #8: đúng.\n{nine}"),
    )


async def test_rows_with_doubtful_words_alone_come_last_and_are_called_right_together(
    stage: Stage, cast: Cast
):
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        wording = ("product_unsure",)
        rows = [
            *(row(f"Số hóa sổ {at}", "Công an xã", "31/01/2026", doubts=wording) for at in "abc"),
            row("Tuyên truyền", None, "31/01/2026", doubts=("lead_missing", "product_unsure")),
            row("Sơ kết", "Công an xã", "Thường xuyên"),
        ]
        await save_draft(session, committee, rows)
    await stage.say(THU, "/kehoach")

    assert (
        "Còn 4/4 dòng cần xem lại, trong đó 3 dòng chỉ chưa chắc về câu chữ, xem sau cùng.\n"
    ) in await stage.say(THU, "[57/KH-UBND]")
    first = await stage.say(THU, "xem 4 dòng")
    assert first.startswith("Dòng 1/4 cần xem lại\n#10 Tuyên truyền\n")
    assert "Đúng cả" not in first

    second = await stage.say(THU, "[Đúng]")
    assert second.startswith("✅ #10: đúng.\nDòng 2/4 cần xem lại\n#7 Số hóa sổ a\n")
    all_right = await stage.say(THU, "[Đúng cả 3 dòng còn lại]")
    assert all_right.startswith("✅ 3 dòng: đúng như đã đọc.\nĐã xem hết 4 dòng cần xem lại.\n")
    assert "Đúng cả" not in await stage.say(THU, "#8")


async def test_a_choice_pressed_twice_is_no_change_by_somebody_else(stage: Stage, draft):
    [eight] = [one for one in await _rows(stage, draft) if one.task.number == 8]
    press = Forged(f"rowright:{eight.task.id}:0")
    await stage.say(THU, "/kehoach")

    await stage.hold(THU, (press, f"✅ #8: đúng.\n{NINE}"), (press, f"✅ #8: đúng.\n{NINE}"))


async def test_a_deadline_that_is_kept_unread_decides_nothing_else(stage: Stage, draft):
    await stage.say(THU, "#8")
    await stage.say(THU, "[Sửa thời hạn]")
    await stage.say(THU, "bao giờ xong thì xong")

    kept = await stage.say(THU, "[Giữ nguyên chữ này]")

    assert kept.startswith("✅ Đã sửa #8.\nDòng 1/2 cần xem lại\n#8 ")
    assert "thiếu cơ quan chủ trì; không đọc được thời hạn" in kept


async def _rows(stage: Stage, draft):
    async with stage.program.database.read() as session:
        return await draft_rows(session, draft)


async def test_what_another_secretary_changed_is_shown_and_not_overwritten(
    stage: Stage, cast: Cast, draft
):
    async with stage.program.database.write() as session:
        person = await session.get_one(Person, cast.people[BINH].id)
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        await make_membership(session, person, role=Role.SECRETARY, committee=committee)
    for chat in (THU, BINH):
        await stage.say(chat, "/kehoach")
        await stage.say(chat, "[57/KH-UBND]")
        await stage.say(chat, "[Xem 2 dòng]")
    await stage.say(THU, "[Sửa thời hạn]")
    await stage.say(THU, "Quý II/2026")
    await stage.say(BINH, "[Sửa thời hạn]")

    now = EIGHT.replace("Quý I/2026 (chậm nhất 31/03/2026)", "Quý II/2026 (chậm nhất 30/06/2026)")
    await stage.hold(
        BINH,
        (
            "12/2026",
            "Đồng chí Thu (mẫu) đã sửa nội dung này (17/12, 08:00) nên chưa ghi gì thêm: "
            f"thời hạn: “Quý I/2026” → “Quý II/2026”. Hiện nay:\n{now}",
        ),
    )


@pytest.mark.parametrize("kind", ["postgresql"])
async def test_a_review_on_postgresql(stage: Stage, cast: Cast, draft):
    await stage.say(THU, "/kehoach")
    await stage.hold(
        THU, ("[57/KH-UBND]", SUMMARY), ("[Xem 2 dòng]", EIGHT), ("[Sửa cơ quan]", WHO)
    )
    await stage.say(THU, "[Công an xã]")
    await stage.say(THU, "[Đúng]")
    await stage.hold(
        THU,
        (
            "[Đưa vào theo dõi]",
            f"{FOLLOWED}\n⚠️ Chưa nhắc được 1 nhiệm vụ: chưa có thời hạn đọc được (#9)",
        ),
    )
