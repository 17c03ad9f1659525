"""A question that points at what was spoken of: its task's number or agency is put in its place.

"Việc đó khi nào xong" is of the one task of our last message, "phòng đó" of the agency that was
asked of, "thế còn công an?" asks of another what was asked before. Only questions are reworded: a
report that names no task is read with more care (`replies`).
"""

import re
from dataclasses import replace
from datetime import datetime

from bot.conversation.listening.mentions import Directory, flatten
from bot.conversation.listening.said import listen
from bot.conversation.names.agencies import known_agencies
from bot.conversation.questions.following import AMONG, FOLLOWS, LISTED, MOST, SHORTER, WHY
from bot.conversation.replies.hearing.questions import has_question_word, is_question
from bot.conversation.talk import LAPSES, Talk
from bot.conversation.tasks.context import tasks_spoken_of
from bot.ports import Outgoing
from plans.words import clean

THIS = re.compile(
    r"\b(?<!nhung )(?<!cac )(?<!may )(?<!so )"
    r"(?:(?:viec|nhiem vu|noi dung|cai|vu) (?:nay|do|ay|kia|vua roi)|this task|that task)\b"
)
""" "Việc đó", "cái này": one task; over flattened text."""
THAT_AGENCY = re.compile(
    r"\b(?:phong|co quan|don vi|ben|ban nganh|noi) (?:do|ay|kia)\b"
    r"|\b(?:that (?:office|agency|department|unit)|they)\b"
    r"|\bho(?= (?:da|dang|con|chua|khong|moi|lam|bao|vuong|cham|tre|xong|no|phai|can)\b)"
)
""" "Phòng đó", "họ": the agency asked of; over flattened text."""
LEFT = re.compile(
    r"(?:the |vay )*con (?:bao nhieu|may|bao lau)(?: (?:ngay|nua|thi|la|den|toi|het|han))*"
)
""" "Còn mấy ngày nữa": of the task spoken of; over flattened text, nothing else beside it."""
ANOTHER_TASK = re.compile(
    r"(?:(?:the|vay|con|va|and|what about)[ ,]+)+(?:cai )?(?:viec|nhiem vu|task|so|#) ?#?(\d{1,5})"
    r"(?: (?:thi|the nao|sao|ra sao|roi))*"
)
""" "Còn việc 18 thì sao"."""


async def on_words(talk: Talk) -> Outgoing | None:
    """Put what is meant into the words of a question that only points at it; no answer."""
    if talk.incoming.reply_to or talk.incoming.group is not None:
        return None
    text = clean(talk.incoming.text)
    flat = flatten(text).strip(" .,?!")
    leans = any(form.fullmatch(flat) for form in (FOLLOWS, MOST, SHORTER, LISTED, WHY))
    if not (leans or _asks(text)):
        return None
    meant = await _meant(talk, text, flat)
    if meant:
        talk.incoming = replace(talk.incoming, text=meant)
    if not leans and not AMONG.search(flat):
        _keep(talk, meant or text)
    return None


def _asks(text: str) -> bool:
    words = listen(text).words
    return is_question(words) or (has_question_word(words) and "?" in text)


async def _meant(talk: Talk, text: str, flat: str) -> str | None:
    if found := ANOTHER_TASK.fullmatch(flat):
        return f"#{found[1]}"
    alone = WHY.fullmatch(flat) or LEFT.fullmatch(flat)
    if (found := THIS.search(flatten(text))) or alone:
        tasks = await tasks_spoken_of(talk)
        if len(tasks) != 1:
            return None
        number = f"việc {tasks[0].task.number}"
        if found is None:
            return f"{number} {text}" if LEFT.fullmatch(flat) else f"tại sao {number} chậm"
        return f"{text[: found.start()]}{number}{text[found.end() :]}"
    if found := THAT_AGENCY.search(flatten(text)):
        name = (talk.kept_today("asked_agency")).get("name")
        return f"{text[: found.start()]}{name}{text[found.end() :]}" if name else None
    if FOLLOWS.fullmatch(flat) and not talk.kept_today("followed"):
        return _asked_of_another(talk, text, await known_agencies(talk))
    return None


def _asked_of_another(talk: Talk, text: str, names: Directory) -> str | None:
    """The question before with this agency in the place of its own; None where that is unclear."""
    kept = talk.kept_today("asked_last")
    named = names.find(text)
    if not kept or len(named) != 1:
        return None
    if talk.now - datetime.fromisoformat(kept["at"]) > LAPSES:
        return None
    before, agency = str(kept["text"]), text[named[0].start : named[0].end]
    old = names.find(before)
    if len(old) != 1:
        return None
    return f"{before[: old[0].start]}{agency}{before[old[0].end :]}"


def _keep(talk: Talk, text: str) -> None:
    """Keep a question by its words; what was asked before it is leant on no more."""
    talk.keep_today("asked_last", {"text": text, "at": talk.now.isoformat()})
    if talk.recall("followed"):
        talk.remember(followed=None)
