"""Orders and wishes in English, said again in Vietnamese, for those who chose English; pure.

"Return 12, no document" becomes "trả lại 12: no document", so that one set of rules reads both.
Reports are read in the same way (`english`); questions have words of their own.
"""

import re

from bot.conversation.listening.english_days import with_figures
from bot.conversation.listening.english_wordings import COUNTS, ORDERS, WORDS

ENGLISH = "en"
PLEASE = r"(?:(?:please|ok|yes|hi)[\s,]+)*+"
READ = tuple(
    (re.compile(PLEASE + said, re.IGNORECASE | re.DOTALL), meant) for said, meant in ORDERS
)
UNSAID = (" đến {day}", " thêm {what} {day}", ": {why}", " vì {why}", ", {whom} thay")
"""Parts of a meaning that go where nothing fills them."""

SAID = re.compile(rf"\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b", re.IGNORECASE)


def in_vietnamese(text: str) -> str | None:
    """What an English order means; None where the text is none.

    >>> in_vietnamese("pause 12 until 31 January 2026: waiting for guidance")
    'tạm hoãn 12 đến 31/1/2026: waiting for guidance'
    """
    text = with_figures(text)
    for pattern, meant in READ:
        if found := pattern.fullmatch(text):
            parts = {name: (part or "").strip() for name, part in found.groupdict().items()}
            for unsaid in UNSAID:
                name = unsaid[unsaid.index("{") + 1 : unsaid.index("}")]
                if not parts.get(name):
                    meant = meant.replace(unsaid, "")
            parts["task"] = re.sub(r"\band\b", "và", parts.get("task", ""))
            what = parts.get("what", "")
            parts["what"] = COUNTS.get(what.lower()) or in_vietnamese(what) or what
            parts["day"] = day_in_vietnamese(parts.get("day", ""))
            return " ".join(meant.format(**parts).split())
    return None


def day_in_vietnamese(words: str) -> str:
    """A day, or from a day to a day, as Vietnamese has it.

    >>> day_in_vietnamese("before 30 June 2026")
    'trước 30/6/2026'
    """
    return SAID.sub(lambda said: WORDS[said[0].lower()], with_figures(words)).strip(" .!")
