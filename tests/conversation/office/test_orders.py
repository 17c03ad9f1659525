"""Tasks given in words: free order, short names, without marks; what is open stays open."""

from datetime import date

import pytest

from bot.conversation.listening.mentions import Directory
from bot.conversation.office.order_agencies import Unclear
from bot.conversation.office.orders import read_order

NAMES = {
    1: "Phòng Kinh tế",
    2: "Công an xã",
    3: "Phòng Văn hóa - Xã hội",
    4: "Văn phòng HĐND&UBND",
    5: "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    6: "Đoàn Thanh niên",
    7: "Trung tâm Phục vụ hành chính công",
}
DIRECTORY = Directory(NAMES.items())
TODAY = date(2025, 12, 17)

WHOLE = [
    pytest.param(
        "Giao Phòng Kinh tế chủ trì, phối hợp Công an xã, xây dựng CSDL đất đai, "
        "xong trước 20/12/2025",
        ("Xây dựng cơ sở dữ liệu đất đai", (1,), (2,), None, "Trước 20/12/2025", "2025-12-19"),
        id="official",
    ),
    pytest.param(
        "giao phong kinh te chu tri phoi hop cong an xa xay dung csdl dat dai xong truoc "
        "20/12/2025",
        ("Xây dựng cơ sở dữ liệu đất đai", (1,), (2,), None, "Trước 20/12/2025", "2025-12-19"),
        id="without marks",
    ),
    pytest.param(
        "Giao P.KT và VHXH chủ trì, phối hợp với CA xã, MTTQ: rà soát hộ kinh doanh; "
        "sản phẩm: Báo cáo kết quả; hạn: 31/12",
        ("Rà soát hộ kinh doanh", (1, 3), (2, 5), "Báo cáo kết quả", "31/12/2025", "2025-12-31"),
        id="short names, several leads",
    ),
    pytest.param(
        "xây dựng kế hoạch CĐS năm 2026, chủ trì: phòng văn hóa, phối hợp: phòng kinh tế, công "
        "an, hoàn thành trong tháng 1/2026, sản phẩm: Kế hoạch của UBND xã",
        (
            "Xây dựng kế hoạch chuyển đổi số năm 2026",
            (3,),
            (1, 2),
            "Kế hoạch của UBND xã",
            "Trong tháng 1/2026",
            "2026-01-31",
        ),
        id="work first",
    ),
    pytest.param(
        "giao phòng văn hóa với công an phối hợp mở lớp an toàn giao thông cho giáo viên, "
        "hạn 20/1/2026",
        (
            "Mở lớp an toàn giao thông cho giáo viên",
            (3,),
            (2,),
            None,
            "20/1/2026",
            "2026-01-20",
        ),
        id="with another, and words that only begin like giving",
    ),
    pytest.param(
        "Công an xã chủ trì, Đoàn Thanh niên phối hợp, tổ chức cấp tài khoản định danh mức 2, "
        "xong thứ sáu tuần sau",
        (
            "Tổ chức cấp tài khoản định danh mức 2",
            (2,),
            (6,),
            None,
            "26/12/2025",
            "2025-12-26",
        ),
        id="names before their part, a weekday",
    ),
    pytest.param(
        "Trước ngày 20/12/2025 Phòng Kinh tế phối hợp với Công an xã hoàn thành việc rà soát",
        (
            "Hoàn thành việc rà soát",
            (1,),
            (2,),
            None,
            "Trước ngày 20/12/2025",
            "2025-12-19",
        ),
        id="deadline first",
    ),
    pytest.param(
        "Phòng Kinh tế xây dựng phương án, trước 15/1",
        ("Xây dựng phương án", (1,), (), None, "Trước 15/1/2026", "2026-01-14"),
        id="a day without its year lies ahead",
    ),
    pytest.param(
        "Giao Phòng Kinh tế thường xuyên kiểm tra máy chủ, hằng quý",
        ("Thường xuyên kiểm tra máy chủ", (1,), (), None, "Hằng quý", "2025-12-31"),
        id="a word of time within the work",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), WHOLE)
def test_an_order_is_read_whole(text, wanted):
    order = read_order(text, DIRECTORY, today=TODAY)

    [time] = order.times
    found = (order.content, order.leads, order.coordinating, order.product)
    assert (*found, time.words, str(time.deadline.due)) == wanted


def test_an_agency_that_nobody_knows_is_named_as_such():
    order = read_order(
        "Giao Phòng Tài chính chủ trì lập dự toán, xong trước 30/12", DIRECTORY, today=TODAY
    )

    assert (order.leads, order.unclear_lead) == ((), Unclear("Phòng Tài chính"))
    assert order.content == "Lập dự toán"


def test_words_that_fit_two_agencies_choose_neither():
    directory = Directory([(1, "Phòng Kinh tế - Hạ tầng"), (2, "Phòng Kinh tế - Đô thị")])

    order = read_order("Giao phòng kinh tế chủ trì rà soát quy hoạch", directory, today=TODAY)

    assert (order.leads, order.unclear_lead) == ((), Unclear("phòng kinh tế", (1, 2)))


def test_another_task_is_given_with_marks_in_its_first_words_alone():
    order = read_order("giao thêm cho phòng kinh te lam bao cao tong ket", DIRECTORY, today=TODAY)

    assert (order.leads, order.content) == ((1,), "Làm báo cáo tổng kết")


def test_two_deadlines_are_both_kept():
    order = read_order(
        "giao phòng kinh tế rà soát xong trước 20/12/2025, hạn 25/12/2025", DIRECTORY, today=TODAY
    )

    assert [time.words for time in order.times] == ["Trước 20/12/2025", "25/12/2025"]


def test_helpers_named_all_together_are_nobody_in_particular():
    order = read_order(
        "Giao VP HĐND-UBND chủ trì, phối hợp các phòng, ban, đơn vị liên quan tham mưu quy chế",
        DIRECTORY,
        today=TODAY,
    )

    assert (order.leads, order.coordinating) == ((4,), ())
    assert order.collectives == ("các phòng, ban, đơn vị liên quan",)
    assert order.times == ()


@pytest.mark.parametrize("text", ["", "giao", "giao, ,", "🙂", "phối hợp", "chủ trì" * 500, "\0"])
def test_nothing_that_is_typed_raises(text):
    assert read_order(text, DIRECTORY, today=TODAY).leads == ()
