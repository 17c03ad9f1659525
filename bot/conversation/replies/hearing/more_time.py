"""Wishes for more time: whether one is made, until when, and why."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.dates.day import Day
from bot.conversation.dates.days import find_days
from bot.conversation.dates.lengths import LENGTH, NUMBER, Length, find_length
from bot.conversation.listening.letters import any_of, vn, words
from bot.conversation.replies.reply import Doubt

PUT_OFF = words("""
    lùi, (?<!theo )(?<!chuyển )`dời, dời(?= (?:hạn|thời hạn|thời gian|lịch|ngày|sang|đến|tới|lại
    |thêm|tiến độ|qua)), (?<!thời )(?<!trung )(?<!không )giãn, `dãn, `nới, kéo dài, khất,
    đẩy lùi, thư thư, nợ(?= (?:lại|đến|tới|sang|thêm)), hoãn(?! thành| tất| thiện)
""")
DEADLINE = words("""
    hạn, thời hạn, thời gian, tiến độ, ngày, deadline, lịch, sang, đến, tới, qua, lại, thêm
""")
UNIT = words("ngày, tuần, tháng, hôm, bữa, buổi")
US = words("em, tôi, phòng, mình, đơn vị, xin, chị, anh, bên em, phòng em, phòng tôi, chúng tôi")
ASKED = any_of(
    r"\bgia hạn",
    rf"\b{PUT_OFF}(?<!hoãn)(?: \w+){{0,3}}? {DEADLINE}\b",  # "lùi thời hạn sang tháng 1"
    rf"\b(?:xin|cho|đề nghị)(?: \w+){{0,3}}? {PUT_OFF}\b(?! nhắc)",  # "cho em khất đến tuần sau"
    rf"\b{PUT_OFF}(?: \w+)? (?:thêm )?(?:\d+|một|hai|ba|nửa|mấy|vài|ít) {UNIT}\b",
    rf"\b{PUT_OFF}(?: \w+){{0,2}} từ\b",
    r"\bhoãn (?:đến|tới|sang|thêm)\b",
    r"\b(?:điều chỉnh|chuyển|đổi|sửa)(?: \w+){0,3}? (?:thời hạn|hạn|thời gian|tiến độ|mốc)\b",
    rf"\b(?:xin|cho|đề nghị|cần|mong)(?: \w+){{0,4}}? thêm(?: [\w-]+){{0,2}}?"
    rf" (?:thời gian|thời hạn|hạn|{UNIT}|(?:đến|tới) (?=\d|ngày|thứ|hết|cuối))\b",
    r"\b(?:xin|cho|đề nghị)(?: \w+){0,2}? (?:chuyển|để) (?:_+ |việc này |nhiệm vụ này )?"
    r"(?:sang|qua|đến) (?:năm|tháng|quý|tuần|đầu|cuối|giữa|\d)",  # "đề nghị chuyển sang năm 2026"
    rf"^\W*(?:_+ )?thêm \d+ {UNIT}\b(?!.*\b(?:là|thì) (?:xong|hoàn thành))",  # "thêm 5 ngày"
    rf"\b(?:xin|cho)(?: {US}){{0,4}} (?:đến(?! khi| nay| giờ| bây| lúc)|`tới|tới(?= \d| ngày| thứ"
    rf"| hết| cuối)|sang|hết (?:ngày|tuần|tháng|quý|năm)"
    rf"|\d+ {UNIT})\b",  # "cho em đến thứ sáu"
    r"\bxin (?:\w+ )?(?:vài|mấy|ít) (?:ngày|hôm|bữa|tuần)\b",  # "xin vài hôm để rà lại"
    r"\b(?:xin|đề nghị|mong)(?: \w+){0,4}? (?:cho phép|được|cho phòng|cho đơn vị|cho em|cho tôi)"
    r" (?:được )?hoàn thành (?:trong|vào|trước|sang|đến) (?:hết |cuối |đầu )*"
    r"(?:quý|tháng|năm|ngày)",  # "đề nghị cho phép hoàn thành trong quý I/2026"
    r"\b(?:xin(?! lỗi| thông cảm| phép báo)"
    r"|cho (?:phép |em |tôi |mình |phòng )+(?!(?:hỏi|xem|biết)\b))"
    r"(?: ?\w+){0,3}? ?(?:chậm|muộn|trễ)\b",  # "xin nộp muộn 2 ngày"
    r"^\W*_+ (?:đến|tới|sang) (?:ngày |hết |cuối )?\d{1,2}/\d+ (?:do|vì|tại)\b",  # "70 đến 20/1 do"
)
NOT_ASKED = vn(
    r"\b(?:không|chưa|khỏi|chẳng|thôi)"
    r"(?: (?:cần|phải|xin|đề nghị|muốn|có|nhu cầu|nữa|cho))* (?:gia hạn|lùi|dời|thêm thời gian)\b"
)
GRANTED = vn(
    r"\b(?:đồng ý|nhất trí|duyệt)(?: \w+)? gia hạn\b"
    r"|\b(?:đã|mới|(?<!xin )(?<!nghị )(?<!mong )(?<!muốn )được)"
    r"(?: được)?(?: \w+)? gia hạn\b(?! thêm)"
)
OBJECT = vn(
    r"(?: (?:thời gian|thời hạn|việc|nhiệm vụ|hoàn thành|thực hiện|triển khai|của|này|để|rà|soát"
    r"|lại|làm|xong|nốt|hoàn thiện|hoàn tất))+\b"
)
REASON = vn(
    r"\b(?:vì|(?<!tiến )do|bởi|bởi vì|tại|lý do|lí do|nguyên nhân)\b(?: là| vì| do)* ?:? ?(?=\w)"
)
FROM_DAY = vn(r"\b(?:kể từ|tính từ|từ)(?: ngày)? $")
FROM_NOW = vn(rf"{NUMBER} \w+(?: rưỡi)? (?:nữa|sau)")
INTO = vn(r",? (?:sang|thành|qua)(?: ngày)? ")
EITHER = vn(r"\b\d{1,2} ?(?:-|–|hoặc|hay) ?(?:ngày )?$")
""" "Đến 20 hoặc 25/12": the latter of two."""
OR = vn(r",? (?:hoặc|hay)(?: là)?(?: đến| tới)?(?: ngày)? ")
AFTER = vn(r"\bsau (?:ngày )?$")
UNTIL = vn(r"\b(?:đến|tới|sang) $")


@dataclass(frozen=True, slots=True)
class MoreTime:
    """A wish for more time, said at `span`: until a day, by a length, or neither named."""

    span: tuple[int, int]
    until: date | None = None
    extend_by: Length | None = None
    reason: tuple[int, int] | None = None
    doubtful: Doubt | None = None


def not_asked(clause: str) -> tuple[int, int] | None:
    """Where a clause says that no more time is wanted: "chưa cần gia hạn"."""
    found = NOT_ASKED.search(clause)
    return found.span() if found else None


def read_more_time(clause: str, *, today: date, marked: bool) -> MoreTime | None:
    """The extension one clause asks for; None where it asks for none or needs none."""
    asked = ASKED.search(clause)
    if asked is None or not_asked(clause) or GRANTED.search(clause):
        return None
    why = REASON.search(clause, asked.end())
    reason = (why.end(), len(clause)) if why else None
    stop = why.start() if why else len(clause)
    days = find_days(clause[:stop], today=today, marked=marked)
    named = [day for day in days if day.start >= asked.start()]
    between = clause[named[0].end : named[1].start] if len(named) > 1 else ""
    if between and (FROM_DAY.search(clause, 0, named[0].start) or INTO.fullmatch(between)):
        named = named[1:]  # "từ 15/12 sang 5/1"
    day = named[0] if named else None
    length = find_length(clause[asked.start() : stop])
    end = max(asked.end(), day.end if day else 0)
    if length and not day:
        end = max(end, *(m.end() for m in LENGTH.finditer(clause, asked.start(), stop)))
    span = (asked.start(), min(_past_object(clause, end), stop))
    if day and day.last and length and FROM_DAY.search(clause, asked.start(), day.start):
        return MoreTime(span, length.after(day.last), reason=reason)  # "thêm 15 ngày kể từ 31/01"
    counted = day and length and FROM_NOW.fullmatch(clause[day.start : day.end])
    if day is None or (counted and not UNTIL.search(clause, 0, day.start)):
        return MoreTime(span, extend_by=length, reason=reason)
    until = _last_day(day)
    either = OR.fullmatch(between) or EITHER.search(clause, 0, day.start)
    unclear = day.doubtful or either or _is_after(day, clause)
    if until is None or until < today or unclear:
        return MoreTime(span, reason=reason, doubtful="day")
    return MoreTime(span, until, reason=reason)


def _past_object(clause: str, end: int) -> int:
    """Where the wish ends: "gia hạn thời gian hoàn thành nhiệm vụ" speaks of no completion."""
    behind = OBJECT.match(clause, end)
    return behind.end() if behind else end


def _is_after(day: Day, clause: str) -> bool:
    """ "Đến sau 20/1" leaves the day open; "đến sau 2 tuần" does not."""
    return bool(AFTER.search(clause, 0, day.start)) and not LENGTH.match(clause, day.start)


def _last_day(day: Day) -> date | None:
    """ "đến hết quý I" is its last day, "trước ngày 15/1" the day before."""
    if day.before and day.first is not None:
        return day.first - timedelta(days=1)
    return day.last
