"""Agencies added to the directory, and known by other names, in words."""

from sqlalchemy import select

from db.models import Agency
from tests.dialogues.cast import BINH, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage

OLD = "Nội dung này đã được xử lý hoặc không còn hiệu lực. Gõ /viec để xem nhiệm vụ hiện nay."


async def test_another_name_of_an_agency_is_taken_in_words_and_taken_back(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "Phòng Văn xã là Phòng Văn hóa - Xã hội",
            "✅ “Phòng Văn xã” từ nay hiểu là “Phòng Văn hóa - Xã hội”, cả trong kế hoạch nhận "
            "sau này.\n[Không phải: Phòng Văn xã]",
        ),
        ("phong van xa la phong VHXH", "“phong van xa” vốn đã hiểu là “Phòng Văn hóa - Xã hội”."),
        (
            "[Không phải: Phòng Văn xã]",
            "✅ “Phòng Văn xã” không còn hiểu là “Phòng Văn hóa - Xã hội”.",
        ),
        (
            "CAX tức là Công an xã",
            "✅ “CAX” từ nay hiểu là “Công an xã”, cả trong kế hoạch nhận sau này.\n"
            "[Không phải: CAX]",
        ),
        ("CAX không phải là Công an xã", "✅ “CAX” không còn hiểu là “Công an xã”."),
        (
            "Phòng Kinh tế là Công an xã",
            "Gộp “Phòng Kinh tế” vào “Công an xã”? 1 nhiệm vụ, 0 chỉ tiêu và 0 người sẽ chuyển "
            "theo. Có thể tách lại.\n[Gộp]",
        ),
    )
    corrected = await stage.say(THU, "phòng chủ trì việc 6 là Công an xã")
    assert "Chủ trì: Công an xã (trước đó: Phòng Kinh tế)" in corrected
    assert stage.told(SON) in corrected
    stage.told(KHANH)
    assert "từ nay hiểu là" not in await stage.say(HOA, "Phòng Văn xã là Phòng Văn hóa - Xã hội")


async def test_an_agency_is_added_in_words_and_taken_out_again(stage: Stage, cast: Cast):
    added = (
        "✅ Đã thêm “Trạm Y tế” vào danh bạ.\n"
        "Mời cán bộ đầu mối, hoặc giao nhiệm vụ: ghi “giao Trạm Y tế …”.\n"
        "[Mời cán bộ] [Bỏ khỏi danh bạ]"
    )
    await stage.hold(
        THU,
        ("thêm cơ quan trạm Y tế", added),
        (
            "[Bỏ khỏi danh bạ]",
            "Đã bỏ “Trạm Y tế” khỏi danh bạ. Thêm lại: ghi “thêm cơ quan Trạm Y tế”.",
        ),
        ("bổ sung đơn vị Trạm Y tế vào danh bạ", added),
    )
    again = await stage.say(THU, "thêm cơ quan phòng kinh tế")
    assert again.startswith("“Phòng Kinh tế” đã có trong danh bạ:\nChủ trì 1 nhiệm vụ")
    used = await stage.say(THU, "xóa cơ quan Phòng Kinh tế")
    assert used.startswith("“Phòng Kinh tế” đang có nhiệm vụ hoặc cán bộ nên không bỏ được.")
    assert "Phòng Kinh tế: chủ trì 1" in await stage.say(THU, "/coquan")
    refused = await stage.say(HOA, "thêm cơ quan Trạm Thú y")
    assert refused.startswith("Nội dung này dành cho Cơ quan Thường trực")
    await stage.say(BINH, "thêm cơ quan Trạm Thú y")
    async with stage.program.database.read() as session:
        names = (await session.scalars(select(Agency.name))).all()
    assert "Trạm Y tế" in names
    assert "Trạm Thú y" not in names


async def test_a_name_is_given_and_an_agency_taken_out_in_other_words(stage: Stage, cast: Cast):
    await stage.hold(
        THU,
        (
            "thêm tên gọi CAX cho Công an xã",
            "✅ “CAX” từ nay hiểu là “Công an xã”, cả trong kế hoạch nhận sau này.\n"
            "[Không phải: CAX]",
        ),
    )
    assert "nên không bỏ được" in await stage.say(THU, "xóa Công an xã khỏi danh bạ")


async def test_an_order_to_an_unknown_agency_adds_it_on_a_press(stage: Stage, cast: Cast):
    asked = await stage.say(THU, "Giao Trạm Y tế chủ trì rà soát hồ sơ sức khỏe, hạn 20/1/2026")
    assert "Chưa rõ “Trạm Y tế” là cơ quan nào." in asked

    card = await stage.say(THU, "[Thêm “Trạm Y tế”]")
    assert card.startswith(
        "✅ Đã thêm “Trạm Y tế” vào danh bạ.\nGiao nhiệm vụ này?\nRà soát hồ sơ sức khỏe\n"
        "Chủ trì: Trạm Y tế\n"
    )
    assert (await stage.say(THU, "[Giao]")).startswith("✅ Đã giao: #7 Rà soát hồ sơ sức khỏe.")
