"""English in reports, said again in Vietnamese: "task 12 done", "21 blocked, chờ budget".

The rules know one language. A word that is not here stays as it is typed, and beside a completion
what nobody knows is a doubt.
"""

import re
from functools import partial

from bot.conversation.listening.english_days import find_english_days
from bot.conversation.listening.letters import Pattern, is_marked

MEANT = {
    "xong": "done, finished, finish, completed, complete, accomplished",
    "xong hết": "all done, all finished, all completed, all complete, fully done",
    "chưa xong": "incomplete, unfinished, undone",
    "chưa làm xong": "not done, not finished, not complete, not completed, not ready",
    "chưa": "not yet, isn't, aren't, hasn't, haven't, wasn't, weren't, didn't, don't, doesn't",
    "không": "can't, cannot, won't, never, without, couldn't, unable to",
    "chưa bắt đầu": "not started, not begun, hasn't started, haven't started, not yet started",
    "chưa làm gì": "nothing done, nothing yet, have not started, has not started, no progress",
    "đang làm": """
        in progress, inprogress, ongoing, on going, working on it, working on, under way, underway,
        wip, pending, processing, doing it, started, halfway through
    """,
    "đang chờ ký": "waiting for signature, awaiting signature, to be signed, waiting for approval",
    "chờ": "waiting for, awaiting, wait for, waiting on",
    "được một nửa": "halfway, half done, half way, half finished, at half, half of it",
    "một nửa": "half",
    "gần": "almost, nearly, close to, about to be, near",
    "cơ bản": "basically, mostly, mainly, largely",
    "một phần": "partly, partially, in part",
    "phần": "part, parts, section",
    "bước": "step, steps, phase, stage",
    "dự thảo": "draft, drafts, drafting",
    "chỉ": "only, just",
    "trừ": "except, except for, apart from",
    "nhưng": "however, although, though",
    "nếu": "if, unless, provided",
    "khi": "once, after, as soon as, until it is",
    "sẽ": "will, will be, shall, would, would be, going to, gonna, to be, i'll, we'll",
    "phải": "must, must be, have to, has to, need to, needs to, should, should be",
    "dự kiến": """
        expected to, expected, expect to, expects to, planned, plan to, aim to, hope to, eta
    """,
    "vì": "because of, because, due to",
    "chắc": """
        maybe, probably, perhaps, i think, i guess, might, might be, may be, seems, supposed to
    """,
    "có thể": "could, could be, can be",
    "nghe nói": "said, says, told me, they say, heard",
    "vẫn": "still",
    "chậm": "late, running late, delayed, behind schedule",
    "đã được duyệt": "approved, has been approved, was approved, got approved",
    "chưa được duyệt": "not approved, not yet approved, not been approved",
    "vướng": "blocked by, stuck at, stuck on, stuck with, problem with, issue with, held up by",
    "bị vướng": "blocked, stuck, held up",
    "vướng mắc": "problem, problems, issue, issues, obstacle, obstacles, difficulty, difficulties",
    "không vướng mắc": """
        no issues, no issue, no problem, no problems, no obstacles, no difficulties
    """,
    "hết vướng mắc": "no longer blocked, unblocked, not blocked anymore, problem solved",
    "đã giải quyết": "solved, resolved, sorted out, settled, fixed, has been cleared, is gone",
    "thiếu người": "short of staff, understaffed, short-staffed, no staff, lack of staff",
    "chưa có kinh phí": """
        no budget, no budget yet, no funding, no funding yet, no money, no money yet, no funds,
        no funds yet, lack of budget, lack of funding
    """,
    "thiếu": "missing, lacking, lack of, short of",
    "kinh phí": "budget, funding, funds",
    "tất cả": "everything, everything's, all of them, all tasks, all of it",
    "quyết định": "decision",
    "kế hoạch số": "plan no., plan no, plan number",
    "quyết định số": "decision no., decision no, decision number",
    "báo cáo số": "report no., report no, report number",
    "báo cáo": "report, reported",
    "không hiểu": "don't understand, do not understand, not understood",
    "không có gì mới": """
        no change, no changes, nothing new, nothing has changed, no update, no updates, no news,
        unchanged, same as before, same as last time, same as last month
    """,
    "người": "people, persons, trainees, participants",
    "hộ": "households",
    "hồ sơ": "records, applications, dossiers",
    "xin gia hạn": "extend, extension, extend it, postpone, more time, need more time",
    "xin gia hạn thêm": "extend by, can i have, can we have, may i have, give me, give us",
    "xin thêm": "need",
    "nhắc lại": "remind me, remind us, remind",
    "việc của tôi": """
        my tasks, our tasks, my task list, what are my tasks, list my tasks, task list,
        what do i have, what do we have, what have i got, what should i do, what is next,
        what's next
    """,
    "xem": "show me, show, details of, give me the, give us the, send me the, tell me the",
    "bao giờ đến hạn": "when is it due, when's it due",
    "bao giờ": "when is, when will, when, by when",
    "đến hạn": "due",
    "việc nào quá hạn": """
        what is overdue, what's overdue, which tasks are overdue, overdue tasks, overdue
    """,
    "cơ quan nào chậm": "which agency is late, which agencies are late, who is late, who's late",
    "tổng hợp": """
        summary, roll-up, rollup, overview, overall progress, report summary, give me a summary,
        give me an overview, how are we doing
    """,
    "trợ giúp": "help me, how do i report, how does it work, how do i use this, how to report",
    "hủy": "cancel it, cancel that, please cancel, cancel, undo that, undo it, undo",
    "nhầm": "that was a mistake, it was a mistake, that was wrong, that's wrong",
    "bấm nhầm": "my mistake, wrong button, wrong task, by mistake, sent by mistake, wrong number",
    "không phải việc của phòng em": "not ours, not mine, not our task, not my task, not our job",
    "việc này thuộc": "it belongs to, belongs to, this belongs to",
    "vâng": "noted, got it, understood, will do, sure, yes, copy that, received",
    "phải chăng": """
        is it, is this, is that, are they, are we, are you, was it, were they, has it, have you,
        have we, did you, did we, did they, can you, could you, do you, does it, is everything
    """,
    "phải chăng việc": "is task, has task, was task, are tasks",
    "ai": "who",
    "nào": "which, what",
    "việc": "task, tasks, item, items",
    "được": "reached, reaches, reach, progress",
    "khoảng": "about, around, roughly, approximately",
    "ngày mai": "tomorrow",
    "hôm nay": "today, tonight",
    "hôm qua": "yesterday",
    "tuần sau": "next week",
    "tháng sau": "next month",
    "tuần này": "this week",
    "tháng này": "this month",
    "quý này": "this quarter",
    "quý sau": "next quarter",
    "năm nay": "this year",
    "năm sau": "next year",
    "tuần trước": "last week",
    "cuối": "end of, the end of",
    "thứ hai": "monday",
    "thứ ba": "tuesday",
    "thứ tư": "wednesday",
    "thứ năm": "thursday",
    "thứ sáu": "friday",
    "thứ bảy": "saturday",
    "chủ nhật": "sunday",
    "ngày": "days, dated",
    "tuần": "weeks, week",
    "tháng": "months, month",
    "một tuần": "a week, one week, one more week, another week",
    "hai tuần": "two weeks, two more weeks",
    "tháng 1": "january",
    "tháng 2": "february",
    "tháng 3": "march",
    "tháng 4": "april",
    "tháng 6": "june",
    "tháng 7": "july",
    "tháng 8": "august",
    "tháng 9": "september",
    "tháng 10": "october",
    "tháng 11": "november",
    "tháng 12": "december",
    "phần trăm": "percent, per cent",
}
"""Vietnamese by what it says; none of these words is a Vietnamese syllable as officials type it."""

PLAIN = {
    "chưa": "not",
    "nhưng": "but",
    "ngày": "day",
    "đến": "to, until, till",
    "trước": "by, before",
    "sau": "in",
    "và": "and",
    "với": "with",
    "không": "no",
    "em": "we, i, my, our, us, me",
    "": """
        is, are, was, were, be, been, has, have, had, the, a, an, it, it's, its, this, that, of, on,
        for, at, please, pls, so, already, now, yet, again, up, as, there, we've, i've, we're, i'm,
        all, see, sorry, so far, just now, on time, hi, dear, sir, more, have got
    """,
}
"""Words that mean something else in Vietnamese, read so only in a message that is English."""


def _by_phrase(meant: dict[str, str]) -> dict[str, str]:
    return {" ".join(p.split()): said for said, listed in meant.items() for p in listed.split(",")}


SURE = _by_phrase(MEANT)
ALL = SURE | _by_phrase(PLAIN)


def _pattern(phrases: dict[str, str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    spaced = "|".join(" +".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return rf"\b(?i:{spaced})(?!\w|'\w)"


MIXED = Pattern(partial(_pattern, SURE))
ENGLISH = Pattern(partial(_pattern, ALL))
ASKED = re.compile(r"(?:^|[.,;!\n]) *((?i:is|are|was|were|did|do|does))\b")
""" "is the report done": what begins so asks."""

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
ON_TASK = re.compile(
    rf"\b(?i:on|of|for)(?= \d{{1,3}}\b(?! ?[/%.-] ?\d|(?: of)? (?i:{MONTHS}|days|weeks)))"
)
""" "blocked on 8" names a task, "on 8 December" a day."""

SHARE_OF = re.compile(r"(?<=\d )(?i:out of|of)(?= \d{1,5}\b)")
""" "3 of 4 items"."""

RIGHT = re.compile(r"\b(?i:should (?:be|read)|is actually)(?= \d{1,3} ?(?:%|per\b))")
""" "53 should be 75%" sets a figure right."""

WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


def find_english(typed: str) -> dict[int, tuple[int, str]]:
    """Where each English word or phrase stands: its start, to its end and what it says.

    >>> find_english("task 12 done")
    {0: (4, 'việc'), 8: (12, 'xong')}
    """
    typed = typed.replace("’", "'")
    found = list(MIXED.finditer(typed))
    whole = list(ENGLISH.finditer(typed)) if found and not is_marked(typed.lower()) else []
    if 2 * sum(len(WORD.findall(one[0])) for one in whole) <= len(WORD.findall(typed)):
        return _said(found)
    said = _said(whole)
    said |= {one.start(): (one.end(), "việc") for one in ON_TASK.finditer(typed)}
    said |= {one.start(): (one.end(), "trong") for one in SHARE_OF.finditer(typed)}
    said |= {one.start(): (one.end(), "là") for one in RIGHT.finditer(typed)}
    for start, end, day in find_english_days(typed):
        said[start] = (end, f"ngày {day}")
    for one in ASKED.finditer(typed):
        if not said.get(one.start(1), (0, ""))[1]:
            said[one.start(1)] = (one.end(1), "phải chăng")
    return said


def _said(found: list[re.Match[str]]) -> dict[int, tuple[int, str]]:
    return {one.start(): (one.end(), ALL[" ".join(one[0].lower().split())]) for one in found}
