import pytest

from db.enums import Every
from plans.head.reporting import ReportingRule, read_reporting
from plans.source import split_lines


def read(text: str) -> tuple[ReportingRule, ...]:
    return read_reporting(split_lines(f"I. MỤC ĐÍCH\nViệc.\nV. TỔ CHỨC THỰC HIỆN\n{text}\n"))


def test_a_yearly_report_names_its_day_its_receiver_and_who_collates_it():
    text = (
        "Định kỳ hàng năm trước ngày 30/11 các cơ quan báo cáo Ủy ban nhân dân xã "
        "(qua Phòng Văn hóa - Xã hội) kết quả thực hiện."
    )

    assert read(text) == (
        ReportingRule(
            Every.YEARLY, 30, 11, True, text, "Ủy ban nhân dân xã", "Phòng Văn hóa - Xã hội"
        ),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Hằng tháng, trước ngày 18, các sở báo cáo Sở Khoa học và Công nghệ.",
            [(Every.MONTHLY, 18, None, True)],
            id="monthly",
        ),
        pytest.param(
            "Các đơn vị định kỳ hằng tháng, 3 tháng, 6 tháng, 1 năm báo cáo Ban Chỉ đạo.",
            [
                (Every.MONTHLY, None, None, False),
                (Every.QUARTERLY, None, None, False),
                (Every.HALF_YEARLY, None, None, False),
                (Every.YEARLY, None, None, False),
            ],
            id="four-periods",
        ),
        pytest.param(
            "Báo cáo tháng trước ngày 20 hằng tháng; báo cáo quý trước ngày 20 của tháng cuối quý; "
            "báo cáo 6 tháng trước ngày 15/6; báo cáo năm trước ngày 15/12 gửi về Sở Nội vụ.",
            [
                (Every.MONTHLY, 20, None, True),
                (Every.QUARTERLY, 20, None, True),
                (Every.HALF_YEARLY, 15, 6, True),
                (Every.YEARLY, 15, 12, True),
            ],
            id="each-with-its-day",
        ),
        pytest.param(
            "Các cơ quan định kỳ 6 tháng (trước ngày 10/6), 01 năm (trước ngày 10/12) và đột xuất "
            "báo cáo Ban Chỉ đạo.",
            [
                (Every.HALF_YEARLY, 10, 6, True),
                (Every.YEARLY, 10, 12, True),
                (Every.AD_HOC, None, None, False),
            ],
            id="days-in-brackets",
        ),
        pytest.param(
            "Báo cáo Chủ tịch UBND xã định kỳ hằng tháng vào ngày 25.",
            [(Every.MONTHLY, 25, None, False)],
            id="on-the-day",
        ),
        pytest.param(
            "Định kỳ vào ngày 20 của tháng cuối quý, các đơn vị báo cáo tiến độ gửi UBND xã.",
            [(Every.QUARTERLY, 20, None, False)],
            id="a-month-of-the-quarter",
        ),
        pytest.param(
            "Các đơn vị gửi báo cáo về UBND xã trước 15/6 và 15/12 hằng năm.",
            [(Every.HALF_YEARLY, 15, 6, True)],
            id="two-days-of-each-year",
        ),
        pytest.param(
            "Các đơn vị báo cáo Đảng ủy trước ngày 30/6 và ngày 15/12 hằng năm.",
            [(Every.HALF_YEARLY, 30, 6, True), (Every.YEARLY, 15, 12, True)],
            id="two-days-that-are-no-halves",
        ),
        pytest.param(
            "Các đơn vị báo cáo trước ngày 15/3, 15/6, 15/9, 15/12 hằng năm.",
            [(Every.QUARTERLY, 15, None, True)],
            id="four-days-of-each-year",
        ),
        pytest.param(
            "Các đơn vị báo cáo trước 30/11 hằng năm.",
            [(Every.YEARLY, 30, 11, True)],
            id="a-day-without-the-word",
        ),
        pytest.param(
            "Thực hiện chế độ báo cáo theo quy định.", [], id="by-the-rules-is-no-quarter"
        ),
        pytest.param(
            "Kiểm tra định kỳ hoặc đột xuất, phát hiện vi phạm, báo cáo Đảng ủy.",
            [],
            id="an-inspection-is-no-report",
        ),
        pytest.param(
            "Nếu có khó khăn, vướng mắc báo cáo Ủy ban nhân dân xã xem xét.",
            [(Every.AD_HOC, None, None, False)],
            id="when-needed",
        ),
        pytest.param(
            "Bố trí ngân sách hằng năm. Các đơn vị gửi báo cáo.", [], id="not-of-a-report"
        ),
        pytest.param("Các cơ quan căn cứ Kế hoạch này thực hiện.", [], id="no-report"),
    ],
)
def test_the_regime_is_read_from_its_words(text, found):
    rules = read(text)

    assert [(rule.every, rule.due_day, rule.due_month, rule.before) for rule in rules] == found


def test_periodic_reports_come_before_those_when_needed():
    rules = read(
        "Nếu có vướng mắc báo cáo Ủy ban nhân dân xã. Hằng quý, các đơn vị báo cáo Ban Chỉ đạo."
    )

    assert [(rule.every, rule.to) for rule in rules] == [
        (Every.QUARTERLY, "Ban Chỉ đạo"),
        (Every.AD_HOC, "Ủy ban nhân dân xã"),
    ]


def test_reports_are_only_sought_where_the_plan_says_how_it_is_carried_out():
    lines = split_lines("I. MỤC TIÊU\nĐịnh kỳ hằng năm báo cáo Ủy ban nhân dân xã.\n")

    assert read_reporting(lines) == ()


@pytest.mark.parametrize(
    ("text", "to", "via"),
    [
        pytest.param(
            "Hằng tháng, các sở báo cáo kết quả về Sở Tài chính để tổng hợp, báo cáo UBND tỉnh.",
            "Ủy ban nhân dân tỉnh",
            "Sở Tài chính",
            id="collated-for",
        ),
        pytest.param(
            "Hằng tháng báo cáo kết quả gửi về Ban Chỉ đạo; Ban Chỉ đạo tổng hợp, báo cáo Đảng ủy.",
            "Ban Chỉ đạo",
            "Ban Chỉ đạo",
            id="collates-itself",
        ),
        pytest.param(
            "Khi có vướng mắc, chủ động báo cáo, đề xuất qua Sở Nội vụ để tổng hợp, báo cáo "
            "UBND tỉnh xem xét.",
            "Ủy ban nhân dân tỉnh",
            "Sở Nội vụ",
            id="through",
        ),
    ],
)
def test_who_receives_a_report_and_who_collates_it(text, to, via):
    assert [(rule.to, rule.via) for rule in read(text)] == [(to, via)]


def test_what_the_committee_does_itself_and_a_period_said_twice_ask_for_no_more_reports():
    rules = read(
        "1. Trách nhiệm của Ban Chỉ đạo\n- Hằng quý báo cáo Thường trực Đảng ủy.\n"
        "2. Trách nhiệm của Ủy ban nhân dân xã\n- Định kỳ hằng quý báo cáo Ban Chỉ đạo.\n"
        "3. Chế độ thông tin\n\nCác đơn vị định kỳ hằng tháng, hằng quý báo cáo Ban Chỉ đạo."
    )

    assert [(rule.every, rule.to, rule.raw[:7]) for rule in rules] == [
        (Every.MONTHLY, "Ban Chỉ đạo", "Các đơn"),
        (Every.QUARTERLY, "Ban Chỉ đạo", "Các đơn"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Định kỳ hàng tháng, các sở báo cáo kết quả vào ngày 18 hàng tháng và tổ chức họp đánh "
            "giá kết quả thực hiện vào ngày 23 hàng tháng.",
            [(Every.MONTHLY, 18, 23)],
            id="with-the-report",
        ),
        pytest.param(
            "Hằng tháng, họp giao ban vào ngày 23, các sở báo cáo trước ngày 18.",
            [(Every.MONTHLY, 18, 23)],
            id="before-the-report",
        ),
        pytest.param(
            "Hằng quý, các đơn vị báo cáo Ban Chỉ đạo trước ngày 20. Họp giao ban ngày 25 hằng "
            "tháng.",
            [(Every.QUARTERLY, 20, 25)],
            id="in-a-sentence-of-its-own",
        ),
        pytest.param(
            "Hằng tháng các sở báo cáo trước ngày 18. Họp đánh giá vào ngày 23/6/2025.",
            [(Every.MONTHLY, 18, None)],
            id="one-day-of-one-year",
        ),
        pytest.param("Họp giao ban ngày 23 hằng tháng.", [], id="over-no-report"),
    ],
)
def test_the_review_meeting_is_read_beside_the_report(text, found):
    assert [(rule.every, rule.due_day, rule.review_day) for rule in read(text)] == found


def test_a_report_whose_name_a_scan_cut_short_is_read():
    raw = "Theo ddi, don ddc tién do va dinh ky tong hop két qua thuc hién, bao co UBND tinh."
    lines = split_lines(f"V.TO CHU'C THU'C HIEN\n{raw}\n")

    rules = read_reporting(lines, scanned=True)

    assert [(rule.every, rule.to) for rule in rules] == [(Every.AD_HOC, "Ủy ban nhân dân tỉnh")]


def test_a_scanned_regime_is_read_from_its_restored_words():
    raw = "Cac don vi dinh ky hang thang, 3 thang, 1 nim bao céo két qua guri vé Ban Chi dao."
    lines = split_lines(f"V.TO CHU'C THU'C HIEN\n{raw}\n")

    rules = read_reporting(lines, scanned=True)

    assert [(rule.every, rule.to, rule.raw) for rule in rules] == [
        (every, "Ban Chỉ đạo", raw) for every in (Every.MONTHLY, Every.QUARTERLY, Every.YEARLY)
    ]
