"""What is said of a draft in words, and what is said of other things."""

import pytest

from bot.conversation.drafts.spoken import Said, read_said
from bot.conversation.drafts.spoken_words import Act


def of(act: Act, *numbers: int, printed: bool = False, **fields: str) -> Said:
    return Said(act, numbers, tuple(fields.items()), as_printed=printed)


CASES = {
    "gửi lại tóm tắt": of(Act.SUMMARY),
    "còn dòng nào chưa rõ không?": of(Act.LOOK),
    "which rows are unclear": of(Act.LOOK),
    "xem 66 dòng": of(Act.LOOK),
    "rà soát từng dòng giúp tôi": of(Act.LOOK),
    "Đưa hết vào nhé": of(Act.FOLLOW),
    "cứ đưa tất cả vào theo dõi": of(Act.FOLLOW),
    "follow the plan": of(Act.FOLLOW),
    "bỏ bản này đi": of(Act.DISCARD),
    "số kế hoạch là 45/KH-UBND": of(Act.HEAD, number="45/KH-UBND"),
    "ngày ban hành 12/11/2025": of(Act.HEAD, issued_on="12/11/2025"),
    "sửa trích yếu thành Kế hoạch tập huấn": of(Act.HEAD, title="Kế hoạch tập huấn"),
    "#12": of(Act.SHOW, 12),
    "dòng 5 hạn 20/12": of(Act.CORRECT, 5, printed=True, deadline="20/12"),
    "việc 7 bỏ đi": of(Act.NONE, 7),
    "row 7 is not a task": of(Act.NONE, 7, printed=True),
    "dòng 3, 5-7 và 9 đúng rồi": of(Act.RIGHT, 3, 5, 6, 7, 9, printed=True),
    "sửa chủ trì việc 12 thành phòng kinh tế": of(Act.CORRECT, 12, agency="phòng kinh tế"),
    "#8 do Công an xã chủ trì, phối hợp Phòng Kinh tế, hạn quý I/2026": of(
        Act.CORRECT, 8, agency="Công an xã", helpers="Phòng Kinh tế", deadline="quý I/2026"
    ),
    "nội dung dòng 8: Tổ chức tập huấn": of(
        Act.CORRECT, 8, printed=True, content="Tổ chức tập huấn"
    ),
    "change the deadline of row 5 to 20/12/2025": of(
        Act.CORRECT, 5, printed=True, deadline="20/12/2025"
    ),
    "#13 là #3": of(Act.PAIR, 13, 3),
    "dòng 13 chính là việc 3 của bản cũ": of(Act.PAIR, 13, 3),
    "ghép 13 với 3": of(Act.PAIR, 13, 3),
    "#13 thay cho nhiệm vụ số 3 cũ nhé": of(Act.PAIR, 13, 3),
    "#13 là nhiệm vụ mới": of(Act.PAIR, 13),
    "việc 13 không phải việc 3": of(Act.PAIR, 13),
    "row 13 is the old task 3": of(Act.PAIR, 13, 3),
    "13 is new": of(Act.PAIR, 13),
    "khôi phục dòng 7": of(Act.BACK, 7, printed=True),
    "hạn hết quý I": of(Act.CORRECT, deadline="hết quý I"),
    "đúng rồi": of(Act.RIGHT),
    "CT3 2026: 62%": Said(Act.CORRECT, (3,), (("targets", "2026: 62%"),), indicators=True),
    "chỉ tiêu 3 đúng": Said(Act.RIGHT, (3,), indicators=True),
}
OTHERS = (
    *("18 được 60%", "5 xong", "việc 5, 6 xong", "12 đúng hạn", "CT3 62%", "CT3 đạt 62%"),
    *("hạn việc 12 là bao giờ", "sản phẩm của việc 5 là gì", "việc 5 ai chủ trì"),
    *("tóm tắt tình hình", "kế hoạch 45", "báo cáo của Phòng Kinh tế", "đưa Phòng Kinh tế vào"),
    *("việc 7 vướng kinh phí", "20/12/2025", "gia hạn việc 5 đến 20/12"),
)


@pytest.mark.parametrize("text", CASES)
def test_an_order_about_a_draft_is_read(text):
    assert read_said(text) == CASES[text]


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_said_of_other_things_is_no_order_about_a_draft(text):
    assert read_said(text) is None
