from datetime import date
from functools import cache
from typing import Any

import pytest

from bot.conversation.dates.lengths import Length
from bot.conversation.replies import Reply, read_reply, to_labels
from db.enums import Progress
from plans.words import fold
from tests.conversation.replies.labelled_replies import (
    AMBIGUOUS,
    LOOKS_DONE,
    SAYS_DONE,
    labelled_replies,
)

TODAY = date(2025, 12, 10)  # a Wednesday
CASES = labelled_replies()
UNDER_WAY, DONE = Progress.IN_PROGRESS, Progress.DONE


@cache
def read(text: str, today: str) -> list[dict[str, object]]:
    """The readings by task, with the keys that labels have; each message is read once."""
    keys = CASES[0]["expect"][0].keys()
    readings = [to_labels(reply) for reply in read_reply(text, today=date.fromisoformat(today))]
    return sorted(({k: r[k] for k in keys} for r in readings), key=lambda r: str(r["task"]))


def done(readings: list[dict[str, object]]) -> set[object]:
    return {reading["task"] for reading in readings if reading["state"] == "done"}


def as_labelled(case: dict[str, Any]) -> list[dict[str, object]]:
    return sorted(case["expect"], key=lambda reading: str(reading["task"]))


def test_every_message_is_read_as_labelled():
    wrong = [
        (case["text"], readings)
        for case in CASES
        if (readings := read(case["text"], case["today"])) != as_labelled(case)
    ]

    assert wrong == []


def test_marks_may_be_left_out():
    wrong = []
    for case in CASES:
        bare = "\n".join(fold(line) for line in case["text"].split("\n"))
        readings = read(bare, case["today"])
        same = readings == read(case["text"], case["today"])
        if not (done(readings) <= done(case["expect"]) and (same or case["text"] in AMBIGUOUS)):
            wrong.append((bare, readings))

    assert wrong == []


def test_capitals_and_spaces_change_nothing():
    wrong = []
    for case in CASES:
        loud = case["text"].upper().replace(" ", "   ")
        readings = read(loud, case["today"])
        if len(readings) != len(case["expect"]) or not done(readings) <= done(case["expect"]):
            wrong.append((loud, readings))

    assert wrong == []


def test_every_ambiguous_message_is_a_labelled_one():
    assert {case["text"] for case in CASES} >= AMBIGUOUS


DETAILS = {
    "việc 12 được 80%, vướng kinh phí": Reply(
        task=12, state=UNDER_WAY, percent=80, blocked=True, reason="vướng kinh phí"
    ),
    "Khó khăn: chưa có hướng dẫn của Sở": Reply(blocked=True, reason="chưa có hướng dẫn của Sở"),
    "21 bị vướng: chưa có kinh phí": Reply(task=21, blocked=True, reason="chưa có kinh phí"),
    "21 blocked: no budget yet": Reply(task=21, blocked=True, reason="no budget yet"),
    "no change on 22": Reply(task=22, unchanged=True),
    "VƯỚNG KP rồi ạ": Reply(blocked=True, reason="VƯỚNG KP rồi"),
    "vuong mac ve the che, de nghi cap tren thao go": Reply(
        blocked=True, reason="vuong mac ve the che"
    ),
    "đã hết vướng, đang làm tiếp": Reply(state=UNDER_WAY, cleared=True),
    "vướng mắc đã được tháo gỡ": Reply(cleared=True),
    "đã hết vướng kinh phí nhưng thiếu người": Reply(blocked=True, reason="thiếu người"),
    "xin lùi hạn thêm 1 tuần": Reply(extension=True, extend_by=Length(days=7)),
    "cho em xin thêm 5 ngày nữa ạ": Reply(extension=True, extend_by=Length(days=5)),
    "xin thêm nửa tháng": Reply(extension=True, extend_by=Length(days=15)),
    "xin gia hạn đến 31/1 do bận tổ chức Đại hội": Reply(
        extension=True, until=date(2026, 1, 31), reason="bận tổ chức Đại hội"
    ),
    "xin gia hạn đến 31/11": Reply(extension=True, doubtful="day"),
    "xin gia hạn đến 30/11/2025": Reply(extension=True, doubtful="day"),
    "xin gia hạn đến đầu tháng 1": Reply(extension=True, doubtful="day"),
    "xin gia hạn đến 5/12": Reply(extension=True, doubtful="day"),
    "nhắc lại vào 31/2": Reply(doubtful="day"),
    "nhắc lại ngày 9/12/2025": Reply(doubtful="day"),
    "phòng đã hoàn thành nhiệm vụ số 5, sản phẩm là Kế hoạch số 45/KH-UBND ngày 05/12/2025": Reply(
        task=5, state=DONE, percent=100, evidence="Kế hoạch số 45/KH-UBND ngày 05/12/2025"
    ),
    "việc 12 xong, QĐ 77/QĐ-UBND": Reply(
        task=12, state=DONE, percent=100, evidence="QĐ 77/QĐ-UBND"
    ),
    "đã xong theo Nghị quyết 57-NQ/TW": Reply(state=DONE, percent=100),
    "kỳ này không có gì mới, vẫn 30%": Reply(state=UNDER_WAY, percent=30, unchanged=True),
    "1/4": Reply(doubtful="date_or_fraction"),
    "việc 5: 1/4": Reply(task=5, doubtful="date_or_fraction"),
    "xong 3/12": Reply(state=UNDER_WAY, doubtful="date_or_fraction"),
    "xong 2/3": Reply(state=UNDER_WAY, percent=67),
    "120%": Reply(doubtful="percent"),
    "hoàn thành 120%": Reply(doubtful="percent"),
    "70-80%": Reply(state=UNDER_WAY, percent=70, doubtful="percent"),
    "99,6%": Reply(state=UNDER_WAY, percent=99),
    "đã xong nhưng chưa trình ký": Reply(state=UNDER_WAY, doubtful="done_or_not"),
    "đã hoàn thành ngày 15/12": Reply(state=UNDER_WAY, doubtful="done_or_not"),
    "@dondoc_bot số 5 xong": Reply(task=5, state=DONE, percent=100),
    "extend task 17 to 15 January": Reply(task=17, extension=True, until=date(2026, 1, 15)),
    "extend task 17 until Jan 15, 2026": Reply(task=17, extension=True, until=date(2026, 1, 15)),
    "không phải 18 mà là 20 xong": Reply(task=20, state=UNDER_WAY),
    "việc 18 thiếu 20% kinh phí": Reply(task=18, blocked=True, reason="thiếu 20% kinh phí"),
    "vướng đó xử lý xong rồi ạ": Reply(cleared=True),
    "vướng đó chưa xử lý xong": Reply(blocked=True, reason="vướng đó chưa xử lý xong"),
    "18 tăng lên 70%": Reply(task=18, state=UNDER_WAY, percent=70),
    "18 chiều nay xong": Reply(task=18, state=UNDER_WAY),
    "18 vừa xong bước khảo sát": Reply(task=18, state=UNDER_WAY),
    "3 thôn xong": Reply(state=UNDER_WAY),
    "viec 5 may qua xong roi": Reply(task=5, state=DONE, percent=100),
    "việc 12 thêm 5 ngày": Reply(task=12, extension=True, extend_by=Length(days=5)),
    "tháng 12/2026": Reply(),
    "chau xong": Reply(state=UNDER_WAY),
    "đã hoàn thành món đó": Reply(state=UNDER_WAY, doubtful="done_or_not"),
    "Hoàn thành xây dựng cơ sở dữ liệu đất đai": Reply(state=UNDER_WAY, doubtful="done_or_not"),
}


@pytest.mark.parametrize(("text", "expected"), DETAILS.items(), ids=DETAILS)
def test_what_labels_leave_out_is_read_too(text, expected):
    assert read_reply(text, today=TODAY) == (expected,)


NEVER_DONE = (
    "chưa {}, vẫn chưa {}, ch {}, không {} được, k {} dc, gần {}, sắp {}, cơ bản {}, "
    "coi như {}, tạm {}, mới {} dự thảo, {} bước 1, {} một phần, {} 80%, {} 2/3, {} một nửa, "
    "{} cơ bản, {} chưa?, {}?, {} rồi à?, bao giờ {} thì báo, để {} tôi báo, {} em báo, "
    "{} rồi em báo, nếu có tiền thì {}, mai {}, tuần sau {}, thứ sáu tuần sau {}, "
    "{} ngày 20/12, cuối tháng {}, 5 ngày nữa {}, sẽ {}, dự kiến {}, phấn đấu {}, cam kết {}, "
    "phải {}, đề nghị {}, ký là {}, tưởng {} rồi nhưng chưa, chưa thể coi là {}, {} đâu, "
    "không biết bao giờ {}, chắc {} rồi, nghe nói {} rồi, {} nhưng chưa ký, {} trừ phần cuối, "
    "đang {}, có thể {}, khó {}, sau khi {} sẽ báo, {} 3 hạng mục, {} một số nội dung, "
    "không phải {}, đâu có {}, chẳng {}, còn lâu mới {}, thôn 1 {}, đợt 1 {}, dự thảo {}, "
    "hạn {} 20/12, xin gia hạn để {}, vướng kinh phí nên chưa {}"
)
WAYS = ("{}", "{} ạ", "việc 5 {}", "phòng em {}", "báo cáo anh, {}")
DONE_WORDS = ("xong", "đã xong", "hoàn thành", "đã hoàn thành", "làm xong", "ht", "đạt 100%")


def test_what_does_not_say_done_is_never_done():
    wrong = [
        message
        for trap in NEVER_DONE.split(", ")
        for word in DONE_WORDS
        for way in WAYS
        for marked in [way.format(trap.replace("{}", word))]
        for message in (marked, fold(marked))
        if "đề nghị đã" not in marked
        and any(reply.state is DONE for reply in read_reply(message, today=TODAY))
    ]

    assert wrong == []


def test_what_only_looks_done_is_never_done():
    wrong = [
        message
        for text in LOOKS_DONE
        for message in (text, fold(text), text.upper(), f"việc 5 {text}", f"dạ {text} ạ")
        if any(reply.state is DONE for reply in read_reply(message, today=TODAY))
    ]

    assert wrong == []


def test_what_says_done_is_done_or_asked():
    wrong = [
        text
        for text in SAYS_DONE
        for reply in read_reply(text, today=TODAY)
        if reply.state is not DONE and (reply.state, reply.doubtful) != (UNDER_WAY, "done_or_not")
    ]

    assert wrong == []


def test_little_of_what_says_done_is_asked():
    asked = [text for text in SAYS_DONE if read_reply(text, today=TODAY)[0].state is not DONE]

    assert len(asked) <= len(SAYS_DONE) // 20
