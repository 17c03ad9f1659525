"""Orders in any order of words, put as their readers know them."""

from datetime import date

import pytest

from bot.conversation.listening.mentions import Directory
from bot.conversation.rewording.any_order import (
    OF_HEAD,
    OF_MEMBER,
    OF_OFFICE,
    OF_OFFICER,
    put_plainly,
)

TODAY = date(2025, 12, 17)
NAMES = Directory(
    [(1, "Văn phòng HĐND&UBND"), (2, "Công an xã"), (3, "Phòng Kinh tế"), (4, "Phòng Văn hóa")]
)
PEOPLE = (["hoa"], ["tran", "son"], ["thu"])


@pytest.mark.parametrize(
    ("words", "put"),
    [
        ("han viec 41 ghi nham, phai la 31/3/2026", "đổi hạn việc 41 sang 31/3/2026"),
        ("việc 41 hạn đúng phải là trước 31/3", "đổi hạn việc 41 sang trước 31/3"),
        ("việc 30 chủ trì là công an chứ không phải phòng văn hóa", "giao việc 30 cho công an"),
        ("duyệt cho phòng kinh tế lùi việc 17", "đồng ý gia hạn việc 17"),
        ("dong y 20 va 24 nhe", "đồng ý 20, 24"),
        ("19 thì không", "không duyệt 19"),
        ("việc 71 không cho đâu nhé", "không đồng ý gia hạn việc 71"),
        ("thôi không gia hạn việc 17 nữa", "không đồng ý gia hạn việc 17"),
        ("tôi đồng ý cả hai việc 59 và 60", "đồng ý 59, 60"),
        ("việc 20 công nhận hoàn thành", "duyệt 20"),
        ("tạm gác việc 28 lại, chờ bàn giao dữ liệu", "tạm hoãn việc 28: chờ bàn giao dữ liệu"),
        ("việc 28 thôi không tạm dừng nữa", "tiếp tục việc 28"),
        ("gửi nhắc riêng công an việc 38 hộ mình", "đôn đốc công an việc 38"),
    ],
)
def test_the_office_orders_in_any_order_of_words(words: str, put: str):
    assert put_plainly(words, OF_OFFICE, NAMES, PEOPLE, today=TODAY) == put


@pytest.mark.parametrize(
    ("words", "put"),
    [
        ("giao chị Hoa lo việc 45 với 46 nhé", "giao việc 45, 46 cho Hoa"),
        ("viec 21 toi giao lai cho Hoa nhe", "giao việc 21 cho Hoa"),
        ("phân Hoa làm việc 20", "giao việc 20 cho Hoa"),
        ("việc 20 đồng chí Sơn phụ trách", "giao việc 20 cho Sơn"),
        ("viec 19 tre qua roi em Hoa oi, lam gap di", "nhắc Hoa báo cáo việc 19"),
        ("việc 6 chậm quá, cô Hoa báo cáo ngay cho tôi chiều nay", "nhắc Hoa báo cáo việc 6"),
    ],
)
def test_a_head_orders_in_any_order_of_words(words: str, put: str):
    assert put_plainly(words, OF_HEAD, NAMES, PEOPLE, today=TODAY) == put


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("giục công an với kinh tế nộp báo cáo", ["công an", "kinh tế"]),
        ("công an, văn phòng, kinh tế", ["công an", "văn phòng", "kinh tế"]),
        ("công an và văn hóa đọc", ["công an"]),
    ],
)
def test_an_agency_behind_another_needs_no_head(words: str, named: list[str]):
    assert [words[one.start : one.end] for one in NAMES.find(words)] == named


def test_who_stands_in_for_a_task_is_no_report():
    words = "Đồng chí Sơn làm thay việc 45 tuần sau"

    put = put_plainly(words, OF_OFFICER, NAMES, PEOPLE, today=TODAY)

    assert put == "giao việc 45 cho Sơn, tuần sau"


@pytest.mark.parametrize(
    "words",
    [
        "việc 20 đã duyệt",
        "việc 20 chưa duyệt",
        "hạn việc 20 còn 3 ngày",
        "hạn việc 20 là 31/12 mà chưa có gì",
        "đồng ý việc 20 nhưng phải bổ sung",
        "việc 17 giao Phòng Kinh tế rồi",
        "phòng kinh tế chủ trì việc 17 đang chậm",
        "việc 28 không tạm dừng được",
        "nhắc công an việc 38 sáng mai",
        "chị Hoa làm xong việc 20",
        "chị Hoa làm việc 20 được 60%",
        "chị Hoa báo cáo việc 20 đã xong",
        "hạn 25/12",
        "việc 15 em hoàn tất sáng nay",
        "việc 9: hoàn tất",
        "đề nghị các phòng xác nhận hoàn thành việc 5",
        "thứ sáu tuần này nhắc lại việc 10",
        "việc 13 nhờ chị nhắc em thứ 2 tuần sau",
    ],
)
def test_what_says_more_or_less_is_no_such_order(words: str):
    kinds = (*OF_OFFICE, *OF_HEAD, *OF_OFFICER, *OF_MEMBER)

    assert put_plainly(words, kinds, NAMES, PEOPLE, today=TODAY) is None
