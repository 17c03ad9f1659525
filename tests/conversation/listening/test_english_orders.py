"""Orders and wishes in English, as they are said in Vietnamese."""

import pytest

from bot.conversation.listening.english_agencies import agencies_in_vietnamese
from bot.conversation.listening.english_orders import in_vietnamese

ORDERS = [
    ("grant the extension of 3", "đồng ý gia hạn 3"),
    ("refuse the extension for 3 because it is urgent", "không đồng ý gia hạn 3 vì it is urgent"),
    ("grant 21", "đồng ý gia hạn 21"),
    ("refuse 21, too late", "không đồng ý gia hạn 21 vì too late"),
    ("extend 17 to 20 January 2026", "gia hạn việc 17 đến 20/1/2026"),
    (
        "can I have until 15 January for 24? no guidance",
        "xin gia hạn việc 24 đến 15/1 vì no guidance",
    ),
    ("document no 45/KH-UBND for 20", "việc 20: document no 45/KH-UBND"),
    ("extend 17 by two weeks", "gia hạn việc 17 thêm 2 tuần"),
    ("correct 20 deadline: 30/01/2026", "sửa 20 thời hạn: 30/01/2026"),
    ("correct 20, lead: Công an xã", "sửa 20 chủ trì: Công an xã"),
    ("20 is at 60%", "việc 20 được 60%"),
    ("not ours, 24 belongs to Phòng Kinh tế", "việc 24 của Phòng Kinh tế"),
    ("tell Phòng Kinh tế to finish 20 this week", "chỉ đạo Phòng Kinh tế finish việc 20 tuần này"),
    (
        "ask Công an xã to report on 20 before Monday",
        "chỉ đạo Công an xã report on việc 20 trước thứ hai",
    ),
    ("progress of task 18", "#18"),
    ("sum up this month", "tổng hợp tháng này"),
    ("report for December please", "tổng hợp tháng 12"),
    ("tasks of Phòng Kinh tế", "danh sách việc của Phòng Kinh tế"),
    ("what about Công an xã?", "thế còn Công an xã"),
    ("give 24 until 15 January", "gia hạn việc 24 đến 15/1"),
    ("we need more time for 6, until 31 December", "xin gia hạn việc 6 đến 31/12"),
    (
        "invite Ms Lan as officer of Phòng Tài chính",
        "mời anh Lan làm cán bộ đầu mối Phòng Tài chính",
    ),
    ("invite an officer of Công an xã", "mời cán bộ Công an xã"),
    ("make Sơn head of Phòng Kinh tế", "anh Sơn kiêm thủ trưởng Phòng Kinh tế"),
    ("move Hoa to Công an xã", "chuyển anh Hoa sang Công an xã"),
    ("An is on leave until Friday", "An nghỉ đến thứ sáu"),
    ("who works at Phòng Kinh tế?", "Phòng Kinh tế có những ai"),
    ("who has no officer?", "đơn vị nào chưa có đầu mối"),
    ("who helps with 18?", "ai phối hợp việc 18"),
    ("remind those who have not reported", "đôn đốc các đơn vị chưa báo cáo"),
    ("remind everyone who has not reported yet", "đôn đốc các đơn vị chưa báo cáo"),
    ("Phòng Kinh tế phoned: 17 is 60%", "việc 17 được 60%, Phòng Kinh tế báo qua điện thoại"),
    ("Phòng Kinh tế phoned: 17 is done", "17 is done, Phòng Kinh tế báo qua điện thoại"),
    (
        "Assign Phòng Kinh tế to write a report on land data by 20 December 2025",
        "giao Phòng Kinh tế write a report on land data, hạn 20/12/2025",
    ),
    ("please confirm 2, 3 and 5", "duyệt 2, 3 và 5"),
    ("approve all", "duyệt tất cả"),
    ("return 2, no document", "trả lại 2: no document"),
    ("pause 1 until 31st of January 2026", "tạm hoãn 1 đến 31/1/2026"),
    ("pause 1 until 31/01/2026: no guidance", "tạm hoãn 1 đến 31/01/2026: no guidance"),
    ("pause task 1", "tạm hoãn 1"),
    ("resume 1", "tiếp tục 1"),
    ("instruct 3: speed up", "chỉ đạo 3: speed up"),
    ("move the deadline of 5 to January 15, 2026", "đổi hạn việc 5 sang 15/1/2026"),
    ("give 2 to Hoa", "giao việc 2 cho Hoa"),
    (
        "assign Công an xã to check the cameras, due 20 December 2025",
        "giao Công an xã check the cameras, hạn 20/12/2025",
    ),
    ("remind me at 9", "nhắc tôi lúc 9h"),
    ("remind Công an xã about 5", "nhắc Công an xã việc 5"),
    ("who is responsible for 5?", "ai phụ trách việc 5"),
    (
        "I am on leave from 20 December to 24 December, Dũng stands in",
        "tôi nghỉ từ 20/12 đến 24/12, Dũng thay",
    ),
    ("I'm back at work", "tôi đi làm lại rồi"),
    ("merge Phòng VHXH into Phòng Kinh tế.", "gộp Phòng VHXH vào Phòng Kinh tế"),
    (
        "rename Phòng Kinh tế to Phòng Kinh tế - Hạ tầng",
        "đổi tên Phòng Kinh tế thành Phòng Kinh tế - Hạ tầng",
    ),
]
REPORTS = [
    "18 is done",
    "tasks 18 and 20 done",
    "remind me tomorrow",
    "3 is blocked, no budget",
    "what is overdue?",
]


@pytest.mark.parametrize(("said", "meant"), ORDERS, ids=[said for said, _ in ORDERS])
def test_an_order_is_said_again(said, meant):
    assert in_vietnamese(said) == meant


@pytest.mark.parametrize("said", REPORTS)
def test_reports_and_questions_are_left_to_their_own_readers(said):
    assert in_vietnamese(said) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("what is the culture and society division late with?", "what is Phòng văn hóa late with?"),
        ("remind the police about 5", "remind Công an xã about 5"),
        ("tasks of the economics office", "tasks of Phòng kinh tế"),
        ("assign the military command", "assign Ban Chỉ huy Quân sự"),
        ("economy and culture in the plan", "economy and culture in the plan"),
    ],
)
def test_agencies_are_known_by_their_english_names(said, meant):
    assert agencies_in_vietnamese(said) == meant
