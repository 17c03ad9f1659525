import pytest

from db.enums import Every
from plans.reporting import ReportingRule, read_reporting
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
