"""Everyday words around the work: misspelt commands, how something is done, who somebody is."""

import pytest

from tests.dialogues.cast import BINH, DUNG, HOA, KHANH, SON, THU, Cast
from tests.dialogues.stage import Stage


@pytest.mark.parametrize("words", ["/viêc", "/viecc", "/Việc quá hạn", "/viec qua han"])
async def test_a_misspelt_command_is_known(stage: Stage, cast: Cast, words: str):
    answer = await stage.say(HOA, words)

    assert answer.startswith("Phòng Văn hóa - Xã hội: ")
    assert ("1 nhiệm vụ quá hạn" in answer) is ("han" in words or "hạn" in words)


async def test_a_command_in_two_words_or_without_its_stroke_is_known(stage: Stage, cast: Cast):
    for words in ("/tong hop", "tonghop", "/tonghpo"):
        assert "6 nhiệm vụ: 0 hoàn thành" in await stage.say(BINH, words)
    assert (await stage.say(HOA, "/viec 2")).startswith("#2 Nghiên cứu đề xuất")
    assert (await stage.say(HOA, "/xyz")).startswith("Đồng chí có thể:")


@pytest.mark.parametrize(
    ("chat", "words", "begins"),
    [
        (HOA, "làm sao để đính kèm file?", "Gửi tệp hoặc ảnh, kèm chú thích có số nhiệm vụ"),
        (HOA, "gọi ai để hỏi", "Cần hỗ trợ, đề nghị liên hệ Cơ quan Thường trực: Thu (mẫu)."),
        (HOA, "lam sao xin gia han", "Ghi nhiệm vụ, ngày và lý do: “21 xin gia hạn"),
        (HOA, "muốn hủy báo cáo thì làm thế nào", "Ghi “báo nhầm” để hủy báo cáo vừa rồi"),
        (BINH, "muốn chỉ đạo thì làm thế nào?", "Ghi “chỉ đạo #18: báo cáo trước thứ sáu”"),
        (THU, "làm sao để thêm người?", "/nhansu: bấm cơ quan, rồi bấm vai trò"),
        (HOA, "đừng nhắc tôi nữa", "Nhắc việc gửi mỗi ngày làm việc một lần"),
        (THU, "thông báo cho mọi người mai họp lúc 8h", "Chưa gửi được thông báo chung"),
        (BINH, "tôi muốn nhận báo cáo hằng tuần", "Chưa tự động gửi báo cáo định kỳ"),
        (
            HOA,
            "chào bạn",
            "Chào đồng chí. Phòng Văn hóa - Xã hội: 4 nhiệm vụ chưa xong, 1 quá hạn.",
        ),
        (BINH, "alo", "Chào đồng chí. /tonghop: tổng hợp"),
    ],
)
async def test_how_it_is_done_is_told_for_what_is_asked(
    stage: Stage, cast: Cast, chat: int, words: str, begins: str
):
    assert (await stage.say(chat, words)).startswith(begins)


@pytest.mark.parametrize(
    "words", ["việc 2 chưa có hướng dẫn gửi báo cáo", "2 vướng, Công an xã không gửi số liệu"]
)
async def test_an_obstacle_is_no_question_how(stage: Stage, cast: Cast, words: str):
    assert "Ghi nhận" in await stage.say(HOA, words)
    stage.told(THU)


async def test_who_answers_for_a_task_is_told_by_name(stage: Stage, cast: Cast):
    people = "Hoa (mẫu) (cán bộ đầu mối), Dũng (mẫu) (thủ trưởng)"
    of_task = f"#2: Phòng Văn hóa - Xã hội; {people}.\nPhối hợp: Công an xã.\n[#2]"
    for chat in (HOA, BINH, SON):
        await stage.hold(chat, ("ai phụ trách việc 2?", of_task), ("viec 2 ai lam", of_task))
    await stage.hold(HOA, ("ai là lãnh đạo phòng em?", f"Phòng Văn hóa - Xã hội: {people}."))
    refused = await stage.say(KHANH, "ai phụ trách việc 3?")
    assert "không tham gia nhiệm vụ này" in refused or "Ban Chỉ đạo" in refused


async def test_who_somebody_is_is_told_to_whom_it_concerns(stage: Stage, cast: Cast):
    await stage.hold(
        HOA,
        (
            "số điện thoại chị Thu",
            "Thu (mẫu) (Cơ quan Thường trực), Ban Chỉ đạo xã Vĩnh Lại.\n"
            "Ở đây không lưu số điện thoại.",
        ),
    )
    assert "Công an xã" not in await stage.say(HOA, "anh Sơn là ai")
    assert await stage.say(BINH, "anh Sơn là ai?") == "Sơn (mẫu) (cán bộ đầu mối), Công an xã."
    card = await stage.say(THU, "anh Sơn chuyển sang Phòng Kinh tế")
    assert card.startswith("Sơn (mẫu): cán bộ đầu mối Công an xã\n")
    assert stage.told(DUNG) == ""


async def test_a_task_is_corrected_with_its_number_in_front(stage: Stage, cast: Cast):
    day = await stage.say(THU, "việc 3 đổi hạn thành 31/12/2025")
    assert "Thời hạn: 31/12/2025 (trước đó: tháng 9/2025)" in day
    lead = await stage.say(THU, "việc 3 đổi chủ trì sang Công an xã")
    assert "Chủ trì: Công an xã (trước đó: Phòng Văn hóa - Xã hội)" in lead
    for chat in (HOA, DUNG, SON, KHANH):
        stage.told(chat)
    none = await stage.say(THU, "gia hạn cho tất cả việc quá hạn đến cuối tháng")
    assert none.startswith("Chưa thay đổi gì: đề nghị ghi số các nhiệm vụ")


async def test_the_first_of_those_given_a_task_leads(stage: Stage, cast: Cast):
    words = "giao Công an xã, Phòng Kinh tế phối hợp báo cáo an ninh mạng, xong trước 30/12/2025"

    card = await stage.say(THU, words)

    assert "Chủ trì: Công an xã\nPhối hợp: Phòng Kinh tế" in card


async def test_the_number_may_stand_in_front_of_what_the_office_wants(stage: Stage, cast: Cast):
    await stage.say(HOA, "#3 xong")
    await stage.say(THU, "tạm dừng việc 6 chờ hướng dẫn")

    returned = await stage.say(THU, "3 trả lại: mới có dự thảo")
    stage.told(HOA)
    resumed = await stage.say(THU, "việc 6 làm tiếp")
    renamed = await stage.say(THU, "đổi tên việc 6 thành Hỗ trợ hộ kinh doanh")

    stage.told(HOA)
    assert returned.startswith("Trả lại báo cáo hoàn thành #3 ")
    assert resumed.startswith("Tiếp tục thực hiện #6 ")
    assert "Nội dung: Hỗ trợ hộ kinh doanh (trước đó: " in renamed


async def test_a_number_before_who_does_it_is_the_task(stage: Stage, cast: Cast):
    await stage.say(HOA, "#1 được 60%")

    answer = await stage.say(HOA, "2 thì chị Hương đang làm, chưa thấy báo")

    assert answer.startswith("✅ Ghi nhận: #2 đang thực hiện.")


OFFICE = (
    ("làm sao xóa việc nhập nhầm", "Ghi “báo nhầm” để hủy"),  # took the last report back
    ("sao đổi được hạn", "Ghi “gia hạn 18 đến"),
    ("nhap ke hoach moi nhu the nao", "Gửi tệp kế hoạch vào đây"),
    ("chốt số liệu", "Không cần khóa số liệu"),
    ("ai da xem bao cao", "Không biết được ai đã đọc"),
    ("danh sách cơ quan", "Danh bạ: 3 cơ quan"),
    ("ai là thủ trưởng phòng văn hóa", "Phòng Văn hóa - Xã hội: Hoa (mẫu)"),
    ("ki bao cao toi la ngay nao", "Lịch báo cáo"),
    ("ai đang có trong hệ thống", "Ban Chỉ đạo xã Vĩnh Lại: 6 người"),
    ("chưa nhắc được ai", "1 cơ quan chủ trì nhiệm vụ nhưng chưa có ai"),
    ("đóng việc 5, không làm nữa", "Chưa thay đổi gì: nhiệm vụ của kế hoạch"),
    ("các đơn vị liên quan của việc 2 là kinh te và Công an xã", "Chưa thay đổi gì: “kinh te”"),
    ("chấp nhận hết các việc đang chờ", "Không có nhiệm vụ nào chờ xác nhận"),
    ("gửi nhắc cho những đơn vị chưa báo cáo", "Chưa báo cáo kỳ này"),
)
MEMBER = (
    ("in cho toi cai bao cao", "Chưa xuất được tệp"),
    ("top 3 don vi lam tot nhat", "Toàn Ban Chỉ đạo, đến 17/12/2025: đã hoàn thành trong số"),
    ("các chỉ đạo của tôi", "Các ý kiến chỉ đạo đều"),
    ("chỉ đạo phòng văn hóa việc 2 xong trước 24/12, việc 3 xong trước 26/12", "Chưa gửi gì:"),
    ("hôm nay tôi cần làm gì", "Hiện không có việc nào chờ đồng chí"),
    ("phòng nội vụ làm đến đâu", "Danh bạ không có “phòng nội vụ”"),
    ("truong hoc co viec gi khong", "Danh bạ không có “truong hoc”"),
    ("khi nao co bao cao tiep theo", "Lịch báo cáo"),
    ("chỉ đạo tất cả các phòng báo cáo trước 20/12", "Nội dung này dành cho Cơ quan Thường trực"),
    ("gia hạn cho phòng văn hóa thêm 10 ngày việc 3", "Nội dung này dành cho Cơ quan Thường trực"),
)


async def test_what_leaders_and_the_office_ask_in_passing_is_answered(stage: Stage, cast: Cast):
    for who, asked in ((THU, OFFICE), (BINH, MEMBER)):
        for words, begins in asked:
            assert (await stage.say(who, words)).startswith(begins), words
    stage.unheard()


async def test_the_office_orders_in_the_words_of_the_day(stage: Stage, cast: Cast):
    """Each was not understood, or refused as somebody else's."""
    await stage.say(HOA, "#3 xong, #2 xin gia hạn đến 15/01/2026")
    stage.told(THU)
    for words, begins in (
        ("việc 3 ok, nhận", "✅ Đã xác nhận hoàn thành: #3."),
        ("thêm công an vào việc 6", "Cơ quan Thường trực điều chỉnh #6"),
        ("bác đơn xin lùi việc 1, lý do gấp", "#1 không có đề nghị gia hạn"),
        ("không cho gia hạn việc 2, phải xong trong năm", "Không đồng ý gia hạn #2"),
        ("việc 5 hoãn sang tháng sau", "Tạm hoãn #5 vì lý do gì"),
        ("hoãn việc 5 sang 20/1", "Tạm hoãn #5 vì lý do gì"),
        ("hoãn việc 5 vì chờ hướng dẫn", "Tạm hoãn #5"),
        ("cho việc 5 chạy lại", "Tiếp tục thực hiện #5"),
        ("thôi không nhắc việc 4 nữa", "Tạm hoãn #4 vì lý do gì"),
        ("tạm hoãn các việc 4, 5 đến 15/1 vì chờ kinh phí", "Tạm hoãn #4"),
        ("chạy lại việc 4", "Tiếp tục thực hiện #4"),
        ("nhờ công an xã phối hợp việc 1", "Cơ quan Thường trực điều chỉnh #1"),
        ("phân công công an xã làm việc 6", "Giao Công an xã chủ trì #6"),
        ("chị Hoa gọi điện báo việc 6 xong rồi", "#6 do Phòng Kinh tế chủ trì, không phải"),
        ("cho công an xã làm báo cáo an ninh, nộp trước 5/1", "Giao nhiệm vụ này?\nLàm báo cáo an"),
        ("nhắc lại việc 2 cho bên văn hóa", "✅ Đã đôn đốc: Hoa (mẫu) về #2."),
        ("giao việc 6 công an xã chủ trì, phòng kinh tế phối hợp", "Cơ quan Thường trực điều"),
    ):
        assert (await stage.say(THU, words)).startswith(begins), words
        for chat in (HOA, DUNG, SON, KHANH):
            stage.told(chat)
    card = await stage.say(THU, "#6")
    assert "Chủ trì: Công an xã\nPhối hợp: Phòng Kinh tế" in card


async def test_another_order_is_no_answer_to_the_deadline_asked_for(stage: Stage, cast: Cast):
    """The second order's day was taken for the first one's."""
    await stage.say(THU, "giao Công an xã chuẩn bị hội nghị sơ kết")
    card = await stage.say(THU, "giao bên kinh tế rà soát hộ kinh doanh chậm nhất thứ sáu tuần sau")
    assert "Rà soát hộ kinh doanh\nChủ trì: Phòng Kinh tế\nThời hạn: 26/12/2025" in card


async def test_a_head_who_names_another_agency_asks_for_a_handover(stage: Stage, cast: Cast):
    """It was looked for among the head's own officers."""
    assert "Cơ quan Thường trực" in await stage.say(DUNG, "việc 2 giao cho phòng kinh tế")
    assert "Chuyển cho Phòng Kinh tế" in stage.told(THU)
    assert "Cơ quan Thường trực" in await stage.say(DUNG, "giao việc 3 cho phòng kinh tế")
