"""What was put to the wrong task or said of a task that is done: nothing wrong stays recorded."""

import pytest

from db.enums import Progress
from db.models import Occurrence, StatusUpdate
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage

UNDO = "[Báo nhầm, hủy]"
ACCEPTED = (
    "#1 đã được xác nhận hoàn thành ngày 17/12/2025, chưa thay đổi gì. Muốn mở lại, đề nghị Cơ "
    "quan Thường trực ghi “trả lại 1: …”."
)


async def stands(stage: Stage, cast: Cast, number: int) -> tuple[Progress, int | None]:
    async with stage.program.database.read() as session:
        rows = await session.get_one(Occurrence, cast.tasks[number].id)
        return rows.progress, rows.percent


@pytest.mark.parametrize(
    "words",
    [
        "à nhầm, việc 2 chứ không phải 1",
        "khong phai viec 1 ma la viec 2",
        "báo cáo 1 là nhầm với 2",
        "báo việc 2 nhầm sang việc 1",
    ],
)
async def test_a_report_is_moved_to_the_task_that_was_meant(stage: Stage, cast: Cast, words: str):
    await stage.say(HOA, "việc 1 được 40%")

    await stage.hold(
        HOA,
        (
            words,
            "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện.\n"
            f"✅ Ghi nhận: #2 đạt 40%. (17/12, 08:00)\n{UNDO}",
        ),
        (
            "không phải việc 2 mà là việc 3",
            "Đã hủy báo cáo vừa rồi: #2 trở lại chưa thực hiện.\n"
            f"✅ Ghi nhận: #3 đạt 40%. (17/12, 08:00)\n{UNDO}",
        ),
    )

    assert [await stands(stage, cast, number) for number in (1, 2, 3)] == [
        (Progress.NOT_STARTED, None),
        (Progress.NOT_STARTED, None),
        (Progress.IN_PROGRESS, 40),
    ]


async def test_only_the_task_that_was_named_wrongly_is_moved(stage: Stage, cast: Cast):
    await stage.say(HOA, "việc 1 xong, việc 2 được 30%")

    answer = await stage.say(HOA, "nhầm, việc 3 chứ không phải việc 1")

    assert answer.startswith(
        "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện.\n✅ Ghi nhận: #3 ho"
    )
    assert await stands(stage, cast, 2) == (Progress.IN_PROGRESS, 30)
    refused = await stage.say(HOA, "nhầm, việc 5 chứ không phải 3")
    assert "#5 do Công an xã chủ trì" in refused
    assert await stands(stage, cast, 3) == (Progress.NOT_STARTED, None)


async def test_a_figure_is_corrected_for_the_task_spoken_of(stage: Stage, cast: Cast):
    await stage.say(HOA, "việc 2 được 30%")
    await stage.say(HOA, "việc 1 được 50%")
    await stage.say(HOA, "việc 3")

    answer = await stage.say(HOA, "nhầm, 60% chứ không phải 40%")

    assert answer == f"✅ Ghi nhận: #3 đạt 60%. (17/12, 08:00)\n{UNDO}".replace(
        UNDO, stage.wire.expected(UNDO)
    )
    assert await stands(stage, cast, 1) == (Progress.IN_PROGRESS, 50)


async def test_work_told_of_a_task_that_is_done_leaves_it_done(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 xong")

    answer = await stage.say(HOA, "báo cáo việc 1: đã tổ chức 2 buổi tuyên truyền cho 150 người")

    assert answer.startswith(
        "✅ Ghi nhận: #1 có thêm nội dung này, vẫn là đã hoàn thành ngày 17/12/2025."
    )
    assert await stands(stage, cast, 1) == (Progress.DONE, 100)
    await stage.say(HOA, "à việc 1 chưa xong đâu")
    assert await stands(stage, cast, 1) == (Progress.IN_PROGRESS, None)


async def test_what_was_accepted_is_opened_again_by_the_office_alone(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 xong")
    await stage.say(THU, "xác nhận việc 1")
    stage.told(HOA)

    await stage.hold(HOA, ("1 được 60%", ACCEPTED), ("việc 1 vướng kinh phí", ACCEPTED))
    assert await stands(stage, cast, 1) == (Progress.DONE, 100)
    how = (
        "#1 đã được xác nhận hoàn thành ngày 17/12/2025. Muốn mở lại, ghi “trả lại 1: …” kèm lý do."
    )
    await stage.hold(THU, ("mở lại việc 1", how), ("xác nhận việc 1", how))
    returned = (
        "Trả lại báo cáo hoàn thành #1 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW: “thiếu văn "
        "bản”. Nhiệm vụ trở lại đang thực hiện."
    )
    await stage.hold(THU, ("trả lại việc 1: thiếu văn bản", f"{returned}\n{UNDO}"))
    stage.hears(HOA, returned)

    assert (await stage.say(HOA, "1 được 60%")).startswith("✅ Ghi nhận: #1 đạt 60%.")
    async with stage.program.database.read() as session:
        assert (await session.get_one(StatusUpdate, 2)).words == "thiếu văn bản"


async def test_an_absence_is_no_answer_to_until_when(stage: Stage, cast: Cast):
    await stage.say(DUNG, "xin gia hạn việc 2")

    answer = await stage.say(DUNG, "tôi đi công tác từ 20/12 đến 15/01, chị Hoa thay")

    assert answer.startswith("✅ Ghi nhận: đồng chí vắng từ 20/12/2025 đến 15/01/2026")
    for chat in (HOA, THU):
        assert "20/12/2025" in stage.told(chat)


async def test_who_phoned_and_how_is_no_part_of_a_report(stage: Stage, cast: Cast):
    for words in (
        "việc 5 xong, Công an xã gọi điện báo",
        "việc 3 xong, chị Hoa báo qua zalo",
    ):
        answer = await stage.say(THU, words)
        assert "hoàn thành ngày 17/12/2025" in answer
        assert "qua điện thoại" in answer
    for chat in (HOA, SON, KHANH):
        stage.told(chat)
    assert stage.told(BINH) == ""


async def test_cancelling_drops_an_order_that_waits(stage: Stage, cast: Cast):
    await stage.say(THU, "giao Công an xã rà soát camera, xong trước 30/12")
    await stage.say(THU, "#5")

    await stage.hold(THU, ("hủy", "Đã bỏ; không có gì thay đổi."))


async def test_numbers_that_were_not_read_are_asked_about(stage: Stage, cast: Cast):
    unread = "Chưa rõ ý đồng chí về #{0}. Đề nghị ghi, ví dụ “{0} được 60%”."
    await stage.say(HOA, "#2")

    await stage.hold(
        HOA,
        ("bên em xong 1 và 3 rồi", "\n".join(unread.format(number) for number in (1, 3))),
        (
            "bên em xong 1 và 3 rồi nhé, còn 2 thì đang trình",
            "✅ Ghi nhận: #2 đang thực hiện. (17/12, 08:00)\n"
            + "\n".join(unread.format(number) for number in (1, 3))
            + f"\n{UNDO}",
        ),
    )

    assert await stands(stage, cast, 1) == (Progress.NOT_STARTED, None)


async def test_what_is_set_right_takes_nothing_else_of_its_message_back(stage: Stage, cast: Cast):
    """ "Nhầm 1 là 56%" took all three back and lost the figure."""
    await stage.say(HOA, "1 được 65%, 2 được 30%, 3 đang làm")

    await stage.hold(
        HOA,
        (
            "nhầm 1 là 56%",
            f"✅ Ghi nhận: #1 đạt 56%. (17/12, 08:00)\nThay cho báo cáo trước.\n{UNDO}",
        ),
    )

    assert [await stands(stage, cast, number) for number in (1, 2, 3)] == [
        (Progress.IN_PROGRESS, 56),
        (Progress.IN_PROGRESS, 30),
        (Progress.IN_PROGRESS, None),
    ]


async def test_all_that_would_be_taken_back_is_named(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 được 65%, 2 được 30%")
    await stage.say(HOA, "#3")

    await stage.hold(
        HOA,
        (
            "hủy",
            "Hủy báo cáo gần nhất: #1 đang thực hiện, 65%; #2 đang thực hiện, 30% "
            f"(17/12, 08:00)?\n{UNDO}",
        ),
        (
            "hủy lần nữa",
            "Đã hủy báo cáo vừa rồi: #1 trở lại chưa thực hiện; #2 trở lại chưa thực hiện.",
        ),
    )


async def test_a_rate_is_not_taken_for_the_task_shown_last(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1")

    answer = await stage.say(HOA, "tỷ lệ hộ kinh doanh có mã QR đạt 76%")

    assert answer.startswith("Đồng chí báo cáo nhiệm vụ nào?")
    assert await stands(stage, cast, 1) == (Progress.NOT_STARTED, None)


async def test_a_slip_under_something_else_takes_no_report_back_at_once(stage: Stage, cast: Cast):
    """ "Nhầm rồi" after a reminder was put off took a report of another task back."""
    await stage.say(HOA, "1 được 50%")
    await stage.say(HOA, "mai nhắc lại việc 2")

    asked = await stage.say(HOA, "nhầm rồi")

    assert asked.startswith("Hủy báo cáo gần nhất: #1 đang thực hiện, 50% (17/12, 08:00)?")
    assert await stands(stage, cast, 1) == (Progress.IN_PROGRESS, 50)
    await stage.say(HOA, "2 được 30%")
    undone = await stage.say(HOA, "nhầm rồi")
    assert undone == "Đã hủy báo cáo vừa rồi: #2 trở lại chưa thực hiện."


async def test_an_obstacle_that_is_known_is_not_kept_twice(stage: Stage, cast: Cast):
    await stage.say(HOA, "1 vướng kinh phí")
    stage.told(THU)

    await stage.hold(
        HOA, ("1 vẫn vướng", f"✅ Ghi nhận: #1 chưa có gì mới. (17/12, 08:00)\n{UNDO}")
    )

    stage.unheard()
    assert (await stage.say(HOA, "#1")).count("Vướng mắc:") == 1


async def test_a_report_that_belongs_to_another_task_is_moved_there(stage: Stage, cast: Cast):
    """ "Nhầm, của việc 2" takes back what was said of #1, and nothing of #2."""
    await stage.say(HOA, "2 vướng kinh phí")
    stage.told(THU)
    await stage.say(HOA, "1 được 50%")

    await stage.say(HOA, "nhầm, của việc 2")

    assert await stands(stage, cast, 1) == (Progress.NOT_STARTED, None)
    assert await stands(stage, cast, 2) == (Progress.IN_PROGRESS, 50)
    assert "⚠️ Vướng mắc: “vướng kinh phí”" in await stage.say(HOA, "#2")
