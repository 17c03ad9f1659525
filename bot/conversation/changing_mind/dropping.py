"""A mind changed: "thôi" puts the open question aside, and is never taken for its answer."""

import re

from bot.conversation.arriving import CONFIRMING
from bot.conversation.changing_mind.cancelling import cancel_last
from bot.conversation.listening.mentions import flatten
from bot.conversation.office.assigning import drop_draft
from bot.conversation.talk import QUESTIONS, Talk
from bot.ports import Outgoing
from bot.texts import unclear
from db.queries.messages import last_delivery

NEVER_MIND = re.compile(
    r"(?:a |u |thoi,? |da,? )*"
    r"(?:thoi|khoan|(?:thoi )?(?:cu )?de (?:do|day|yen|vay)|"
    r"bo qua|bo di|de sau|de luc khac|khong can(?: nua)?|khong lam nua)"
    r"(?: (?:khong|da|vay|nhe|a|di|nua|khong can|de sau|bo qua|em|anh|chi))*"
)
CANCEL = re.compile(r"(?:thoi,? )?(?:huy|huy bo|huy di|dung lai)(?: (?:di|nhe|a))*")
""" "Hủy" takes the last report back where no question is open."""

DECLINED = re.compile(r"(?:da |thoi )*(?:khong|ko|k|chua|no)(?: (?:a|nhe|dau|can|phai|dong y))*")
""" "Không", to "Gộp?" or "Giao?": nothing is done."""
OFFERS = ("which:", "drop:", "came:", "insteadof:")
"""Choices of a question that keeps something half done."""


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Thôi", "khoan đã", "để sau": nothing is recorded; None where something else is said."""
    flat = " ".join(re.split(r"[\s.!,]+", flatten(talk.incoming.text))).strip()
    if DECLINED.fullmatch(flat):
        return await _declined(talk)
    cancels = CANCEL.fullmatch(flat) is not None
    if not cancels and not NEVER_MIND.fullmatch(flat):
        return None
    open_ones = [name for name in QUESTIONS if talk.recall(name)]
    asked = talk.recall("asked")
    if cancels and open_ones == ["asked"] and asked["what"] == "percent":
        return None  # what was recorded before the question is meant
    last = await last_delivery(talk.session, talk.chat.id)
    offers = [choice for choice in last.choices if choice.startswith(OFFERS)] if last else []
    takes_back = last is not None and any(one.startswith("undo:") for one in last.choices)
    drafted = bool(talk.kept_today("draft")) and not takes_back
    if cancels and not open_ones and not offers and not drafted:
        return await cancel_last(talk, last) if last and not talk.incoming.reply_to else None
    office = talk.recall("office") or {}
    assigns = office.get("what") == "assign" or any(one.startswith("drop:") for one in offers)
    assigns = assigns or (cancels and drafted and not open_ones and not offers)
    talk.remember(**dict.fromkeys((*QUESTIONS, "which", "instead")))
    if assigns:
        return drop_draft(talk)
    if open_ones or offers:
        return Outgoing((unclear.question_dropped(talk.tr),))
    return Outgoing((unclear.acknowledged(talk.tr, reports=bool(talk.standing.agency_ids)),))


async def _declined(talk: Talk) -> Outgoing | None:
    """ "Không" to what was to be confirmed; None where the last message asked no such thing."""
    last = await last_delivery(talk.session, talk.chat.id)
    if last is None or not any(one.startswith((*CONFIRMING, "merge:")) for one in last.choices):
        return None
    if any(one.startswith("drop:") for one in last.choices):
        return drop_draft(talk)
    return Outgoing((unclear.question_dropped(talk.tr),))
