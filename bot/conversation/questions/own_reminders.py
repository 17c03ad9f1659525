"""Why one was not reminded, or still is: "sao hôm nay không thấy nhắc", "báo rồi mà vẫn nhắc"."""

import re
from dataclasses import replace

from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.explaining import AHEAD, Words
from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.questions import explaining as texts
from plans.words import clean
from tasks.mornings.explaining import explain_person
from tasks.mornings.owing import working_days

WHY_NOT = re.compile(
    r"(?:(?:sao|tai sao|vi sao|the nao|hom nay|sang nay|hom qua|tuan nay|may hom nay|em|toi|minh|"
    r"phong em|ma|lai|bot)[ ,]+)*(?:khong|chua|ko|k)(?: (?:thay|co|duoc|nhan|gui|ai|bot|dc))*"
    r"(?: (?:tin|thong bao|cai))? (?:nhac(?: (?:viec|nho|gi|em|toi))*|tin nhac|thong bao)"
    r"(?: (?:gi|nao|ca|het|em|toi|nua|vay|the|nhi|a|la sao))*"
)
""" "Sao hôm nay không thấy nhắc?", over flattened text, nothing else beside it."""
STILL = re.compile(
    r"(?=.*\b(?:bao(?: cao)?|cap nhat|gui|nop|lam|xong)(?: \w+){0,2}? roi\b)"
    r"(?=.*\b(?:sao|van|cu|con|tiep tuc|lai)\b(?: \w+){0,2} nhac\b)\D+"
)
""" "Em báo rồi mà sao vẫn nhắc", of no task by number."""
WHEN_NEXT = re.compile(
    r"(?:(?:thi|lan|sau|toi|tiep theo)[ ,]+)*(?:bao gio|khi nao|hom nao|ngay nao|luc nao)"
    r"(?: (?:thi|se|lai|bot|duoc))* (?:nhac|nhan tin nhac|co tin nhac)"
    r"(?: (?:lai|tiep|viec|toi|em|minh|nua|a|vay|the|nhi))*"
    r"|when (?:will|do) (?:i|we|you) .*\bremind\w*(?: \w+){0,2}"
)
""" "Bao giờ thì nhắc lại"."""
IN_ENGLISH = re.compile(
    r"why (?:\w+ ){0,2}(?:i|we) (?:\w+ ){0,2}(?:not|still) (?:\w+ ){0,2}remind\w*(?: \w+){0,2}"
    r"|(?:i|we) (?:\w+ ){0,2}report\w*(?: \w+){0,2},? (?:but )?why \D*\bremind\w*(?: \w+){0,2}"
)
ASKS = re.compile(r"\b(?:sao|tai sao|vi sao|the nao|the a|la sao)\b")


def asks_why(text: str) -> bool:
    """Whether one's own reminders are asked about."""
    flat = flatten(clean(text)).strip(" .!?")
    if STILL.fullmatch(flat) or WHEN_NEXT.fullmatch(flat) or IN_ENGLISH.fullmatch(flat):
        return True
    return bool(WHY_NOT.fullmatch(flat) and ASKS.search(flat))


async def on_words(talk: Talk) -> Outgoing | None:
    """One's own reminders: the last that came, the next to come, what holds any back."""
    flat = flatten(clean(talk.incoming.text)).strip(" .!?")
    if talk.incoming.reply_to:
        return None
    if not asks_why(flat):
        return None
    still = STILL.fullmatch(flat) or "still" in flat
    heading = [texts.still_reminded(talk.tr)] if still else []
    return await _own(talk, *heading)


async def _own(talk: Talk, *heading: str) -> Outgoing:
    explained = await explain_person(
        talk.session, talk.committee, talk.person, today=talk.today, days=AHEAD
    )
    last = max((told.day for told in explained.past), default=None)
    shown = replace(
        explained,
        past=tuple(told for told in explained.past if told.day == last),
        coming=explained.coming[:1],
    )
    words = Words(talk.tr, talk.zone, await working_days(talk.session))
    _, *lines = words.person(talk.person.name, shown, days=AHEAD)
    return Outgoing((*heading, *lines))
