"""Orders in everyday words: none of them is taken for a report or left without an answer."""

import pytest

from db.models import StatusUpdate
from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage

ASKED = "có thời hạn 31/12/2025. Đổi thời hạn hay đôn đốc?"
UNTIL_WHEN = "Đề nghị gia hạn #1 đến ngày nào?"
ONE_BY_ONE = "Chưa thay đổi gì: đề nghị ghi số các nhiệm vụ"
ALL = "Quá hạn hoặc chưa báo cáo kỳ này:"
NEW = "Giao nhiệm vụ này?"
NO_DAY = "Thời hạn đến khi nào?"
LEADS = "Giao Phòng Văn hóa - Xã hội chủ trì #5"


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("việc 2 phải xong trước 26/12", "Đổi thời hạn thành 25/12/2025"),
        ("bao cho cong an biet viec 5 phai xong truoc 26/12", ASKED),
        ("công an phải nộp báo cáo việc 5 trước 22/12", "Đổi thời hạn thành 21/12/2025"),
        ("việc 2 phải báo cáo ngay", ASKED),
        ("lùi hạn 1 thêm 10-15 ngày", UNTIL_WHEN),
        ("gia hạn việc 1 đến 25", UNTIL_WHEN),
        ("lùi hết các việc của công an sang tháng 1", ONE_BY_ONE),
        ("việc 1, 2, 5 lùi hết đến 15/1", "Gia hạn 3 nhiệm vụ này?"),
        ("cho cả 1 và 5 lùi tới 15/1", "Gia hạn 2 nhiệm vụ này?"),
        ("cho phòng văn hóa thêm 5 ngày việc 1", "từ 31/12/2025 đến 05/01/2026"),
        ("viec 1 chot lai han 28/12", "Thời hạn: 28/12/2025"),
        ("hạn việc 1 là 28/12 chứ không phải 31/12", "Thời hạn: 28/12/2025"),
        ("Kính gửi các đơn vị, đề nghị báo cáo trước 20/12", ALL),
        ("các đồng chí nộp báo cáo tháng 12 cho tôi trước 17h", ALL),
        ("nhắc lại mấy ông chưa báo cáo đi", "Chưa báo cáo kỳ này:"),
        ("đôn đốc giúp các đơn vị quá hạn", "Quá hạn:"),
        ("công an làm bài tuyên truyền an ninh mạng, hạn 25/12", f"{NEW}\nLàm bài tuyên truyền"),
        ("anh em công an làm thêm việc rà soát camera", NO_DAY),
        ("nhờ phòng văn hóa chuẩn bị nội dung họp", NO_DAY),
        ("yêu cầu công an rà soát camera, báo cáo trước 24/12", f"{NEW}\nRà soát camera"),
        ("chuyển việc 5 từ công an sang văn hóa xã hội", LEADS),
        ("viec 5 giao cho phong van hoa xa hoi", LEADS),
        ("viec 2 va 5 phai xong truoc 28/12", "#5: đổi thời hạn thành 27/12/2025"),
        ("việc 2 phải xong trước 28/12, việc 5 trước 30/12", "đề nghị ghi từng nhiệm vụ"),
        ("gia hạn thêm cho việc 1 5 ngày", "từ 31/12/2025 đến 05/01/2026"),
        ("1 đồng ý nhưng chỉ đến 10/1", "từ 31/12/2025 đến 10/01/2026"),
        ("việc 1 2 4 chưa ai làm, giao công an", "Giao Công an xã chủ trì #1, #2, #4?"),
        ("đổi tên sản phẩm 5 là Quyết định", "Sản phẩm: Quyết định"),
        ("dv lien quan cua viec 1 gom cong an", "Phối hợp: Công an xã"),
        ("hối công an xã nộp báo cáo 5", "✅ Đã đôn đốc: Sơn (mẫu) về #5"),
        ("phòng nào chưa báo thì nhắc giúp tôi", "Chưa báo cáo kỳ này:"),
        ("cho phòng văn hóa thêm 1 tuần việc 1 với 2", "Gia hạn 2 nhiệm vụ này?"),
        ("việc 1 giao nhầm rồi, chuyển lại cho công an", "Giao Công an xã chủ trì #1"),
        ("nhắn anh Sơn làm gấp việc 5 giúp chị", "✅ Đã nhắc Sơn (mẫu) về #5"),
        ("gọi nhắc các phòng chưa báo cáo", "Chưa báo cáo kỳ này:"),
        ("nhắc phòng kinh tế việc 6", "Phòng Kinh tế chưa có người kết nối"),
        ("được rồi, cho 2 hoàn thành", "không có báo cáo hoàn thành nào chờ xác nhận"),
        ("công an phải báo cáo việc 5 ngay hôm nay", ASKED),
        ("báo chị Hoa nộp việc 2 gấp", ASKED),
        ("đề nghị công an báo cáo việc 5 trước thứ sáu", ASKED),
        ("cho việc 1 đến hết tháng 1", "từ 31/12/2025 đến 31/01/2026"),
        ("hạn việc 1 lùi thêm nửa tháng", "từ 31/12/2025 đến 15/01/2026"),
        ("việc 1 để đến sau tết", UNTIL_WHEN),
        ("gia hạn cho phòng văn hóa việc 1", UNTIL_WHEN),
        ("đẩy hạn việc 1 sang 15/1/2026", "Thời hạn: 15/01/2026"),
        ("thời hạn việc 1 đúng là 20/12 nhé", "Thời hạn: 20/12/2025"),
        ("dừng việc 1 lại chờ tỉnh duyệt", "Tạm hoãn #1"),
        ("việc 1 tạm thời để đấy chờ kinh phí", "Tạm hoãn #1"),
        ("tạm ngưng mấy việc 1 với 2", "Tạm hoãn #1, #2 vì lý do gì"),
        ("công an phối hợp việc 1 nữa", "Phối hợp: Công an xã"),
        ("việc 1 nhờ bên công an hỗ trợ thêm", "Phối hợp: Công an xã"),
        ("việc 1 các phòng liên quan là công an xã", "Phối hợp: Công an xã"),
        ("tam hoan 1 den het quy 1 nam sau vi cho von", "đến ngày 31/03/2026, lý do: cho von."),
        ("việc 1 bố trí lại cho hợp lý", "Gửi nguyên văn đến cơ quan chủ trì"),
        ("công an xã ra quân cấp định danh cho học sinh, hạn 28/12", f"{NEW}\nRa quân cấp"),
        ("chị giao giúp em: công an xã lập danh sách camera, hạn 24/12", f"{NEW}\nLập danh sách"),
        ("việc mới cho phòng văn hóa: soạn giấy mời, hạn 24/12", f"{NEW}\nSoạn giấy mời"),
        ("giao giúp tôi việc 5 cho phòng văn hóa", LEADS),
        ("sp việc 5 là quyết định của Ủy ban", "Sản phẩm: Quyết định của Ủy ban"),
        ("việc 1 cơ quan phối hợp gồm công an", "Phối hợp: Công an xã"),
        ("việc 5 đổi tên thành: Bảo đảm an ninh mạng", "Nội dung: Bảo đảm an ninh mạng"),
        ("việc 5 hạn cũ sai, hạn đúng là 15/1/2026 và chủ trì là phòng văn hóa", "Sửa gì ở #5?"),
        (
            "nhac chi Hoa voi anh Son nop bao cao",
            "Đã đôn đốc: Hoa (mẫu) về #3, #1, #2, #4; Sơn (mẫu) về #5",
        ),
        ("văn hóa: thống kê số hộ có wifi, xong trước thứ 6", f"{NEW}\nThống kê số hộ"),
        ("nhắc lại việc 5 sáng mai", "chưa hẹn được ngày khác. Đôn đốc bây giờ?"),
        ("mời chị Lan, văn thư, làm đầu mối công an xã", "Mã mời Lan, cán bộ đầu mối, Công an xã"),
        ("tạm gác việc 1 lại, chờ kinh phí", "Tạm hoãn #1"),
        ("hạn việc 1 ghi nhầm, phải là 30/1/2026", "Thời hạn: 30/01/2026"),
        ("việc 5 chủ trì là phòng văn hóa xã hội chứ không phải công an", LEADS),
        ("tạm dừng việc 1 vì chờ dữ liệu; gia hạn việc 2 đến 20/1", "đến 20/01/2026"),
        ("cấp lại mã cho chị Hoa", "Hoa (mẫu): cán bộ đầu mối"),
        ("anh Sơn nghỉ hưu rồi", "Sơn (mẫu): cán bộ đầu mối"),
        ("thêm anh Nam vào tổ giúp việc", "Mã mời Nam, Cơ quan Thường trực"),
    ],
)
async def test_an_order_of_the_office_is_understood(
    stage: Stage, cast: Cast, words: str, holds: str
):
    assert holds in await stage.say(THU, words)

    for chat in (HOA, SON, DUNG, KHANH):
        stage.told(chat)
    async with stage.program.database.read() as session:
        assert await session.get(StatusUpdate, 1) is None


@pytest.mark.parametrize(
    "words",
    [
        "công an làm xong danh sách rồi, hạn 25/12",
        "các đơn vị chưa báo cáo",
        "việc 2 phải xong khi nào?",
        "báo cáo việc 2 đã nộp",
        "công an báo việc 5 đã nộp sản phẩm",
        "phòng văn hóa đã rà soát camera, báo cáo trước 24/12",
    ],
)
async def test_what_tells_or_asks_is_no_such_order(stage: Stage, cast: Cast, words: str):
    answer = await stage.say(THU, words)

    assert not any(said in answer for said in (ASKED, NEW, NO_DAY, "Đổi thời hạn thành"))


@pytest.mark.parametrize("chat", [THU, BINH])
async def test_words_without_a_task_are_answered_with_what_can_be_looked_at(
    stage: Stage, cast: Cast, chat: int
):
    answer = await stage.say(chat, "phòng văn hóa làm ăn thế này không ổn")

    assert answer.startswith("Chưa rõ ý đồng chí.")
    assert "Quá hạn (1)" in answer
    assert "#3 Xây dựng kế hoạch đào tạo kỹ năng số" in await stage.say(chat, "[Quá hạn (1)]")


async def test_what_must_be_done_is_passed_on_or_made_the_deadline(stage: Stage, cast: Cast):
    words = "việc 2 phải xong trước 26/12"
    await stage.say(THU, words)
    await stage.hold(THU, ("[Đôn đốc ngay]", "✅ Đã đôn đốc: Hoa (mẫu) về #2."))
    passed = f"Cơ quan Thường trực (Thu (mẫu)) gửi Phòng Văn hóa - Xã hội: “{words}”\n"
    assert stage.told(HOA).startswith(passed)

    assert "đã được xử lý" in await stage.say(THU, "[Đôn đốc ngay]")
    assert "Thời hạn: 25/12/2025" in await stage.say(THU, "[Đổi thời hạn thành 25/12/2025]")
    for chat in (HOA, SON, KHANH):
        assert "Thời hạn: 25/12/2025" in stage.told(chat)


async def test_what_must_be_done_of_several_tasks_is_urged_at_once(stage: Stage, cast: Cast):
    words = "việc 2 và 5 phải xong trước 28/12"
    await stage.say(THU, words)
    done = "✅ Đã đôn đốc: Hoa (mẫu) về #2; Sơn (mẫu) về #5; Khánh (mẫu) về #5."
    await stage.hold(THU, ("[Đôn đốc ngay]", done))
    for chat in (HOA, SON, KHANH):
        assert words in stage.told(chat)

    await stage.say(THU, "[#5: đổi thời hạn thành 27/12/2025]")
    assert "Thời hạn: 27/12/2025" in stage.told(SON)
    stage.told(KHANH)


async def test_what_must_be_done_is_urged_by_a_head_and_instructed_by_a_member(
    stage: Stage, cast: Cast
):
    words = "việc 2 phải xong trước 26/12"
    await stage.hold(DUNG, (words, "✅ Đã nhắc Hoa (mẫu) về #2."))
    assert words in stage.told(HOA)

    assert (await stage.say(BINH, words)).startswith("✅ Đã chuyển ý kiến chỉ đạo về #2")
    assert words in stage.told(HOA)
    stage.told(THU)
    stage.told(DUNG)


async def test_the_day_that_was_asked_for_is_an_extension(stage: Stage, cast: Cast):
    await stage.say(THU, "lùi hạn 1 thêm 10-15 ngày")
    answer = await stage.say(THU, "15 ngày")

    assert answer.startswith("Cơ quan Thường trực gia hạn #1 ")
    assert "từ 31/12/2025 đến 15/01/2026" in stage.told(HOA)


@pytest.mark.parametrize(
    "words",
    ["báo cáo việc 2 cho tôi trước 16h chiều nay", "các đồng chí khẩn trương việc 2 và 3"],
)
async def test_what_a_head_demands_is_passed_on(stage: Stage, cast: Cast, words: str):
    assert (await stage.say(DUNG, words)).startswith("✅ Đã nhắc Hoa (mẫu) về #")

    assert words in stage.told(HOA)


async def test_an_absence_that_a_head_tells_of_may_be_passed_to_the_office(
    stage: Stage, cast: Cast
):
    asked = await stage.say(DUNG, "Hoa nghỉ phép tuần này")

    assert "Chuyển đề nghị này đến Cơ quan Thường trực?" in asked


async def test_an_order_that_is_refused_hides_none_that_was_done(stage: Stage, cast: Cast):
    await stage.say(HOA, "#3 xong")
    stage.told(THU)

    answer = await stage.say(THU, "duyệt 3. chỉ đạo việc 2: làm ngay")

    assert answer.startswith(
        "✅ Đã xác nhận hoàn thành: #3.\nChỉ thành viên Ban Chỉ đạo cho ý kiến chỉ đạo."
    )
    stage.told(HOA)
