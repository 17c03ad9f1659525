"""A Monday of the standing office, a member before a meeting: slips, returns, calls, people."""

from tests.dialogues.cast import BINH, DUNG, HOA, SON, THU, Cast
from tests.dialogues.stage import Stage
from tests.dialogues.test_reports import standing

NAMED_2 = "#2 Nghiên cứu đề xuất ban hành quy tắc ứng xử trên môi trường…"
RETURNED = (
    f"Trả lại báo cáo hoàn thành {NAMED_2}: “thiếu văn bản”. Nhiệm vụ trở lại đang thực hiện."
)
ACCEPTED = "✅ Đã xác nhận hoàn thành: #2."
REPLACED = (
    "Ý kiến chỉ đạo đã chuyển thì không rút lại được. Đề nghị gửi ý kiến mới thay thế: "
    "“chỉ đạo #6: …”; /chidao: các ý kiến chưa được trả lời."
)


async def test_a_return_by_mistake_is_set_right_the_same_day(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.hold(
        THU,
        ("trả lại 2: thiếu văn bản", RETURNED),
        (
            "khoan, nhầm",
            "#2 đã trả lại và đã báo cơ quan chủ trì. Nếu nhầm, ghi “duyệt 2” trước khi có báo cáo "
            "mới.",
        ),
        ("duyệt việc 2", ACCEPTED),
        (
            "nhầm rồi",
            "#2 đã được xác nhận hoàn thành ngày 17/12/2025. Muốn mở lại, ghi “trả lại 2: …” kèm "
            "lý do.",
        ),
    )
    stage.hears(HOA, f"{RETURNED}\n{ACCEPTED}")
    assert await standing(stage) == {2: ("done", 100)}
    await stage.say(HOA, "#2")
    told = await stage.say(HOA, "[Lịch sử (2)]")
    assert "trả lại báo cáo hoàn thành: “thiếu văn bản”, sau đó xác nhận" in told


async def test_a_return_stands_once_something_was_reported_since(stage: Stage, cast: Cast):
    await stage.say(HOA, "#2 xong")
    await stage.say(THU, "trả lại 2: thiếu văn bản")
    stage.told(HOA)
    await stage.say(HOA, "#2 được 90%")

    answer = await stage.say(THU, "duyệt 2")

    assert answer.startswith("#2 không có báo cáo hoàn thành nào chờ xác nhận.")
    assert await standing(stage) == {2: ("in_progress", 90)}


async def test_a_member_who_slips_is_told_how_to_set_it_right(stage: Stage, cast: Cast):
    await stage.say(BINH, "đề nghị phòng văn hóa báo cáo việc 3 trước 16h chiều nay")
    stage.unheard()

    await stage.hold(
        BINH, ("khoan, nhầm", REPLACED), ("nhầm, việc 2 chứ không phải việc 3", REPLACED)
    )

    given = await stage.say(BINH, "chỉ đạo 3: không cần báo cáo nữa")
    assert given.startswith("✅ Đã chuyển ý kiến chỉ đạo về #3 ")
    stage.unheard()


async def test_a_morning_of_the_office(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "sáng nay có gì phải làm",
            "Việc chờ đồng chí xử lý:\n1 cơ quan chủ trì chưa có ai để nhắc: /nhansu",
        ),
        (
            "Công an xã vừa gọi điện báo việc 5 được 40%",
            "✅ Ghi nhận: #5 đạt 40%. (17/12, 08:00)\n"
            "Báo cáo thay Công an xã, qua điện thoại; đã báo cán bộ đầu mối của cơ quan.\n"
            "[Báo nhầm, hủy]",
        ),
    )
    assert "#5 Bảo đảm an toàn thông tin: “việc 5 được 40%”" in stage.told(SON)
    stage.unheard()

    days = await stage.say(THU, "báo cáo tháng này chốt ngày nào")
    assert days.startswith("Lịch báo cáo")
    people = await stage.say(THU, "bao nhiêu người đã kết nối")
    assert people.startswith("Ban Chỉ đạo xã Vĩnh Lại: 6 người")
    joined = await stage.say(THU, "gộp việc 1 và 2")
    assert joined.startswith("Chưa thay đổi gì: nhiệm vụ của kế hoạch đã ban hành không xóa, gộp")
    ended = await stage.say(THU, "việc 4 ngừng thực hiện")
    assert ended.startswith("Chưa thay đổi gì: ")
    assert "“tạm hoãn 4: lý do”" in ended


async def test_an_officer_asks_how_things_are_handed_in_and_leaves(stage: Stage, cast: Cast):
    for words in ("nộp cho ai", "gửi file vào đâu"):
        assert (await stage.say(HOA, words)).startswith("Gửi tệp hoặc ảnh, kèm chú thích"), words
    heard = await stage.say(HOA, "có thể báo cáo bằng ghi âm không")
    assert heard.startswith("Ở đây chỉ đọc được chữ, ảnh và tệp")
    left = await stage.say(HOA, "tôi không phụ trách nữa")
    assert left.startswith("Đã báo Cơ quan Thường trực")
    assert "“tôi không phụ trách nữa”" in stage.told(THU)


async def test_a_heads_correction_of_a_figure_and_of_whose_task_it_is(stage: Stage, cast: Cast):
    await stage.say(DUNG, "báo cáo việc 1: đạt 70%")
    await stage.hold(
        DUNG,
        (
            "nhầm 75%",
            "✅ Ghi nhận: #1 đạt 75%. (17/12, 08:00)\nThay cho báo cáo trước.\n[Báo nhầm, hủy]",
        ),
    )
    passed_on = await stage.say(DUNG, "việc 4 không thuộc phòng tôi, trả lại")
    assert passed_on == "Đã chuyển ý kiến của đồng chí về #4 đến Cơ quan Thường trực xem xét."
    assert "“việc 4 không thuộc phòng tôi, trả lại”" in stage.told(THU)
    assert await standing(stage) == {1: ("in_progress", 75)}


async def test_a_task_half_given_is_taken_up_again_after_another_question(stage: Stage, cast: Cast):
    shown = (
        "Giao nhiệm vụ này?\nRà soát hộ kinh doanh\nChủ trì: Phòng Kinh tế\n"
        "Thời hạn: Trước 25/12/2025 (chậm nhất 24/12/2025)\n"
    )
    await stage.say(THU, "giao phòng kinh tế rà soát hộ kinh doanh")
    assert (await stage.say(THU, "việc 3 thế nào rồi")).startswith("#3 Xây dựng kế hoạch")
    assert (await stage.say(THU, "trước 25/12")).startswith(shown)
    assert (await stage.say(THU, "có ai xin gia hạn không")).startswith("Không có đề nghị")

    assert (await stage.say(THU, "giao đi")).startswith(shown)

    assert (await stage.say(THU, "[Giao]")).startswith("✅ Đã giao: #7 Rà soát hộ kinh doanh")
    assert "Chưa rõ ý" in await stage.say(THU, "giao đi")


async def test_several_agencies_are_given_one_task_and_helpers_are_named_anew(
    stage: Stage, cast: Cast
):
    await stage.hold(
        THU,
        (
            "giao việc 3 cho Phòng Kinh tế và Công an xã",
            "Giao Phòng Kinh tế, Công an xã chủ trì #3 Xây dựng kế hoạch đào tạo kỹ năng số, thay "
            "Phòng Văn hóa - Xã hội?\n[Giao]",
        ),
    )
    given = await stage.say(THU, "[Giao]")
    assert "\nChủ trì: Công an xã, Phòng Kinh tế (trước đó: Phòng Văn hóa - Xã hội)" in given

    for words, helpers in (
        ("đổi phối hợp việc 1 thành Công an xã", "Công an xã"),
        ("phối hợp việc 1: Phòng Kinh tế", "Phòng Kinh tế"),
        ("việc 1 cho Công an xã phối hợp cùng", "Công an xã, Phòng Kinh tế"),
    ):
        assert f"\nPhối hợp: {helpers}" in await stage.say(THU, words), words
    stage.unheard()


async def test_a_wish_for_more_time_is_granted_in_part(stage: Stage, cast: Cast):
    await stage.say(SON, "việc 5 xin gia hạn đến 28/2/2026")
    assert "từ 31/12/2025 đến 28/02/2026" in stage.told(THU)

    granted = await stage.say(THU, "đồng ý đến 31/1 thôi")

    assert granted.startswith("Cơ quan Thường trực gia hạn #5 ")
    assert "từ 31/12/2025 đến 31/01/2026" in granted
    assert "31/01/2026" in stage.told(SON)
    assert "Không có đề nghị gia hạn" in await stage.say(THU, "ai xin gia hạn")
    stage.unheard()
