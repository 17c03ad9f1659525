from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.conversation.replies import Reply, read_reply
from db.enums import Progress
from tests.conversation.replies.labelled_replies import LOOKS_DONE, labelled_replies

CASES = labelled_replies()
TEXTS = [case["text"] for case in CASES]
UNDER_WAY = [
    case["text"]
    for case in CASES
    if case["today"] == "2025-12-10"
    and all(one["task"] is None and one["state"] == "in_progress" for one in case["expect"])
]
NOT_DONE = st.sampled_from(sorted({*UNDER_WAY, *LOOKS_DONE}))
BEFORE = st.sampled_from(["", "dạ ", "việc 5 ", "báo cáo anh, ", "nv 7: "])
BETWEEN = st.sampled_from([", ", ". ", "; ", "\n", " nhưng ", " và ", " - "])
BEHIND = st.sampled_from(["", " ạ", " nhé", " anh ạ", "!"])
WORDS = sorted({word for text in TEXTS for word in text.split()})
WORDY = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
TODAY = date(2025, 12, 10)
SILENT = (Reply(), Reply(ack=True))
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200) | WORDY, today=DAYS)
@example(text="\u202e\x00\ufeff12 xong\u200b", today=date(2025, 12, 10))
@example(text="#" + "9" * 300, today=date(2025, 12, 10))
@example(text="xin thêm 999 năm", today=date(2099, 12, 31))
@example(text="xin gia hạn đến 30/11/2025", today=date(2025, 12, 10))
@example(text="nhắc lại ngày 9/12/2025", today=date(2025, 12, 10))
@example(text="xong 100% dự thảo, đạt 120%, vướng nhưng đã hết vướng", today=date(2025, 12, 10))
@example(text="29/2", today=date(2025, 3, 1))
@example(text="thứ ٣, ٥٠%, ½", today=date(2025, 12, 10))
def test_any_text_has_sound_readings(text, today):
    replies = read_reply(text, today=today)

    assert replies
    assert len({reply.task for reply in replies}) == len(replies)
    for reply in replies:
        assert reply.percent is None or 0 <= reply.percent <= 100
        assert (reply.state is Progress.DONE) == (reply.percent == 100)
        assert not (reply.state is Progress.DONE and reply.doubtful == "done_or_not")
        assert not (reply.blocked and (reply.cleared or reply.state is Progress.DONE))
        assert reply.until is None or (reply.extension and reply.until >= today)
        assert reply.snooze is None or reply.snooze >= today
        assert not reply.ack or reply == Reply(task=reply.task, ack=True, evidence=reply.evidence)


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(before=BEFORE, parts=st.lists(NOT_DONE, min_size=1, max_size=3), data=st.data())
def test_what_is_not_done_stays_so_in_any_company(before, parts, data):
    text = before + "".join(data.draw(BETWEEN) + part for part in parts).lstrip(" ,.;-\n")

    replies = read_reply(text + data.draw(BEHIND), today=date(2025, 12, 10))

    assert [reply for reply in replies if reply.state is Progress.DONE] == []


@pytest.mark.parametrize(
    "piece",
    [
        *("a,", "3,", "việc 3,", "1/4 ", "xong ", "20/12 ", "việc 3 và 4 ", "không có ", "\n", "9"),
        *("chưa ", "xong nhưng ", "task 3 done ", "1. xong ", "sao mà cứ nhắc "),
        *("45/KH-UBND ", "đề nghị chuyển cho phòng ", "\u202e", "____", "1-", "khó khăn, ", "( "),
    ],
)
def test_a_long_message_is_read_to_its_end(piece):
    """What grew without bound would hang here, and end the run (`faulthandler_timeout`)."""
    text = (piece * 10_000)[:10_000]

    replies = read_reply(text, today=date(2025, 12, 10))

    assert replies


@pytest.mark.parametrize("polite", ["dạ {}", "{} ạ", "alo {}", "{} nha chị"])
def test_courtesy_changes_nothing_of_what_is_said(polite):
    """But that it may be an acknowledgement where nothing else is said."""
    wrong = []
    for text in TEXTS[::16]:
        plain = read_reply(text, today=TODAY)
        if text.endswith(("?", "❌")) or all(replace(one, task=None) in SILENT for one in plain):
            continue
        polite_one = read_reply(polite.format(text), today=TODAY)
        if polite_one != plain:
            wrong.append((text, plain, polite_one))

    assert len(wrong) <= 2, wrong


@settings(max_examples=30, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=200, max_size=400))
def test_a_long_muddle_is_read_to_its_end(words):
    text = (" ".join(words) * 20)[:10_000]

    replies = read_reply(text, today=date(2025, 12, 10))

    assert replies
