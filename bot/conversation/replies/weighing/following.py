"""What a part of a message leaves to be understood from the one before it."""

from dataclasses import replace
from datetime import date

from bot.conversation.dates.days import find_days
from bot.conversation.listening.letters import vn
from bot.conversation.listening.said import Said, blank
from bot.conversation.replies.harmless import unknown_words
from bot.conversation.replies.hearing.more_time import read_more_time
from bot.conversation.replies.hearing.slips import read_snooze
from bot.conversation.replies.reply import Reply
from bot.conversation.replies.targets.sharing import Part
from db.enums import Progress

LIKEWISE = vn(
    r"^[\W_]*(?:(?:và|còn) [\W_]*)?(?:cũng|thì cũng)? ?"
    r"(?:vậy|thế|tương tự|như vậy|như thế|như trên|y vậy|y hệt)\b"
)
TELLS = vn(r"\b(?:xong|hoàn|đạt|được|đang|chưa|sẽ|dự kiến|mới)\b|%")
NOT_SO = vn(r"^[\W_]*(?:(?:thì|vẫn|còn) )*chưa(?: +(?:ạ|anh|chị|em|nhé|có|đâu))*\W*$")
UNDER_WAY = vn(r"\bđang (?:làm|thực hiện|triển khai|tiến hành|xử lý)\b[^.:;+\n]*$")
""" "38 đang làm, 53 chưa": the other is not begun, where behind "38 xong" it is not finished."""

UNTIL = vn(
    r"^[\W_]*(?:(?:thì|là|tức|nghĩa|cụ thể) )*(?:từ (?:ngày )?[\d/.]+ )?(?:đến|tới|sang|thêm)\b"
)


def follow(reply: Reply, previous: Reply, part: Part, said: Said, today: date) -> Reply:
    """What a part leaves to be understood from the one before it.

    "xin gia hạn việc 4 đến 15/1, việc 6 đến 20/1", "việc 4 xong, việc 6 cũng vậy".
    """
    if not reply.extension and previous.extension:
        reply = with_day(reply, part, said, today)
    plain = replace(reply, task=None, ack=False)
    if plain not in (Reply(), Reply(state=Progress.IN_PROGRESS)):
        return reply
    words = " ".join(clause.words for clause in part.clauses)
    if plain == Reply() and LIKEWISE.search(words):
        return replace(previous, task=reply.task, evidence=None)
    if NOT_SO.search(words) and UNDER_WAY.search(said.words, 0, part.clauses[0].start):
        return replace(reply, state=Progress.NOT_STARTED, percent=0)
    if previous.snooze is not None:
        days = find_days(words, today=today, marked=said.marked)
        if days and not unknown_words(blank(words, [(day.start, day.end) for day in days])):
            return replace(
                reply, state=None, snooze=read_snooze(words, today=today, marked=said.marked)
            )
    return reply


def with_day(reply: Reply, part: Part, said: Said, today: date) -> Reply:
    """The wish for more time with its day, in a clause of its own.

    "gia hạn: 41 (đến 31/1)", "xin lùi 2 tuần, tức là đến 24/12".
    """
    if reply.state is Progress.DONE or reply.until:
        return reply
    for clause in part.clauses:
        if UNTIL.search(clause.words) and not TELLS.search(clause.words):
            wish = read_more_time("gia hạn " + clause.words, today=today, marked=said.marked)
            if wish and (wish.until or (wish.extend_by and not reply.extend_by)):
                return replace(
                    reply,
                    extension=True,
                    until=wish.until,
                    extend_by=wish.extend_by,
                    doubtful=wish.doubtful,
                )
    return reply
