"""What is asked of indicators in English."""

import pytest

from bot.conversation.listening.english_indicators import indicators_in_vietnamese


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("which indicators missed their target", "chỉ tiêu nào chưa đạt"),
        ("Which indicators have not been met?", "chỉ tiêu nào chưa đạt"),
        ("how many indicators have been met?", "chỉ tiêu nào đạt"),
        ("list indicators without data", "chỉ tiêu nào chưa có số liệu"),
        ("which indicators have no target", "chỉ tiêu nào không có mục tiêu năm nay"),
        ("how is indicator 30 doing", "chỉ tiêu 30 thế nào"),
        ("show me all the indicators", "các chỉ tiêu"),
        ("indicator 30 is at 62%", None),
        ("which tasks are late", None),
    ],
)
def test_a_question_is_said_again(asked, meant):
    assert indicators_in_vietnamese(asked) == meant
