"""When a plan wants reports, written in English."""

import pytest

from bot.conversation.listening.english_reports import reports_in_vietnamese
from tasks.drafts.reporting import read_reporting_lines, reporting_lines


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("quarterly before the 20th", "Hằng quý: báo cáo trước ngày 20"),
        ("Every quarter, by the 15th of its last month", "Hằng quý: báo cáo ngày 15"),
        (
            "Monthly: report on the 18th, cut-off on the 14th, review on the 23rd",
            "Hằng tháng: báo cáo ngày 18, chốt ngày 14, họp ngày 23",
        ),
        (
            "annual report before 30 November; when needed",
            "Hằng năm: báo cáo trước ngày 30/11\nKhi cần",
        ),
        ("twice a year, before 15 June", "6 tháng: báo cáo trước ngày 15/6"),
        ("no reports", ""),
        ("Hằng tháng: báo cáo ngày 18", "Hằng tháng: báo cáo ngày 18"),
    ],
)
def test_reports_may_be_written_in_english(words, read):
    assert reporting_lines(read_reporting_lines(reports_in_vietnamese(words))) == read
