"""What one clause says beside how the work stands: obstacles, wishes, questions, slips."""

from dataclasses import dataclass, field
from datetime import date

from bot.conversation.replies.asks import read_ask
from bot.conversation.replies.courtesies import is_ack, is_unchanged
from bot.conversation.replies.handover import is_handover
from bot.conversation.replies.letters import vn
from bot.conversation.replies.more_time import MoreTime, not_asked, read_more_time
from bot.conversation.replies.obstacles import find_obstacle
from bot.conversation.replies.questions import is_complaint, is_nag, is_question, without_nag
from bot.conversation.replies.reply import Ask, Doubt
from bot.conversation.replies.said import Said, blank
from bot.conversation.replies.slips import is_snooze, is_undo, read_snooze
from bot.conversation.replies.targets import Clause, Part
from bot.conversation.replies.work import BUT

FIGURE = vn(r"\d ?(?:%|phần trăm)")
""" "vẫn 40% như tuần trước"."""

REQUESTED = vn(
    r"\b(?:có thể|cho)\b.*\b(?:gia hạn|lùi|khất|dời|hoãn)\b.*\bkhông\b"
    r"|\b(?:(?:xin|cho|đề nghị|mong)\b.*\b(?:gia hạn|lùi|khất|dời|thêm|hoãn|đến)"
    r"|(?:gia hạn|lùi|khất|dời|hoãn)\b.*\b(?:đến|tới|sang|thêm))\b.*\bđược (?:không|chứ)\b"
    r"|\bgia hạn _+(?: \w+){0,3} được (?:không|chứ)\b"
    r"|\b(?:gia hạn|lùi|khất|dời) được (?:đến|tới|sang|thêm)\b.*\bkhông\b"
    r"|\bxin gia hạn (?:thêm|đến|tới|sang)\b"
)
RECEIVED = vn(r"\b(?:nhận|thấy|cập nhật|ghi)\b|\bsao\b.*\b(?:nhắc|báo|hỏi)\b")
""" "xong rồi, anh nhận được chưa?" asks for no more than an answer."""


@dataclass(slots=True)
class Heard:
    """What the clauses of one part have said so far."""

    blocked: bool = False
    conceded: bool = True
    cleared: bool = False
    reasons: list[str] = field(default_factory=list)
    more_time: MoreTime | None = None
    snoozing: bool = False
    snooze: date | None = None
    reminded: list[str] = field(default_factory=list)
    """Clauses that speak of reminding and name no day; they may say more."""
    ask: Ask | None = None
    undo: bool = False
    handover: bool = False
    unchanged: bool = False
    doubtful: Doubt | None = None


def snooze_day(clause: Clause, said: Said, today: date) -> date | None:
    """The day that a clause names for reminding again."""
    return read_snooze(clause.words, today=today, marked=said.marked)


def hear(clause: Clause, part: Part, heard: Heard, said: Said, today: date) -> str | None:
    """Take in what one clause says beside the work; what is left of its words is about the work.

    What is asked leaves an "x": a word that nobody knows, beside a completion.
    """
    words = without_nag(clause.words)
    if "?" not in words and not any(letter.isalnum() for letter in words):
        return None
    question = is_question(words)
    ask = read_ask(words, named=bool(part.tasks), question=question)
    if is_unchanged(words) and not question:
        heard.unchanged = True
        if not FIGURE.search(words) and not find_obstacle(words).blocked:
            return None
    if is_undo(words):
        heard.undo = True
        return None
    if is_handover(words) and not question:
        heard.handover = True
        return None
    if is_complaint(words) or is_ack(words):
        return None
    if is_snooze(words) and not question:
        heard.snoozing = True
        heard.snooze = heard.snooze or snooze_day(clause, said, today)
        if heard.snooze is None and not is_nag(words):
            heard.reminded.append(words)
        return None
    if question and REQUESTED.search(words):
        question, ask = False, None  # "xin gia hạn đến 10/2 được không ạ"
    if ask is not None or question:
        heard.ask = heard.ask or ask
        doubted = question and ask in (None, "task") and not RECEIVED.search(words)
        doubted = doubted or (BUT.search(words) is not None and not is_nag(words))
        return "x" if doubted or ask == "summary" else None  # "xong rồi, đúng không?"
    obstacle = find_obstacle(words)
    heard.blocked |= obstacle.blocked
    heard.conceded &= obstacle.conceded or not obstacle.blocked
    heard.cleared |= obstacle.cleared
    if obstacle.reason:
        heard.reasons.append(_typed(said, clause, obstacle.reason))
    wish = read_more_time(words, today=today, marked=said.marked)
    if wish is not None:
        heard.more_time = heard.more_time if heard.more_time and heard.more_time.until else wish
        heard.doubtful = heard.doubtful or wish.doubtful
        if wish.reason and not obstacle.reason:
            heard.reasons.append(_typed(said, clause, wish.reason))
    left = blank(blank(words, obstacle.passed), obstacle.spans, by="x")
    if declined := not_asked(words):
        return blank(left, [declined])
    return left if wish is None else blank(left, [wish.span])


def _typed(said: Said, clause: Clause, span: tuple[int, int]) -> str:
    return said.as_typed(clause.start + span[0], clause.start + span[1])
