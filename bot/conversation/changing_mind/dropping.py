"""A mind changed: "thôi" puts the open question aside, and is never taken for its answer."""

import re
from dataclasses import dataclass

from bot.conversation.arriving import CONFIRMING
from bot.conversation.changing_mind.cancelling import cancel_last
from bot.conversation.listening.mentions import flatten
from bot.conversation.office.order_buttons import drop_order
from bot.conversation.talk import QUESTIONS, Talk
from bot.conversation.unclear import acknowledged
from bot.ports import Outgoing
from bot.texts import unclear
from db.models import Delivery
from db.queries.messages import last_delivery

NEVER_MIND = re.compile(
    r"(?:a |u |thoi,? |da,? )*"
    r"(?:thoi|khoan|(?:thoi )?(?:cu )?de (?:do|day|yen|vay)|"
    r"bo qua|bo di|de sau|de luc khac|khong can(?: nua)?|(?:bo(?: di)? )?khong lam nua|"
    r"never mind|forget it)"
    r"(?: (?:khong|da|vay|nhe|a|di|nua|khong can|de sau|bo qua|em|anh|chi))*"
)
CANCEL = re.compile(
    r"(?:thoi,? )?(?:huy|huy bo|huy di|dung lai)(?: (?:di|nhe|a))*"
    r"|(?:huy|bo)(?: bo)?(?: (?:cai|viec|noi dung|thao tac|lenh|lan))* (?:vua|moi)(?: roi| nay)? ?"
    r"(?:sua|doi|lam|ghi|giao|dieu chinh|tam (?:dung|hoan)|gia han)?(?: (?:di|nhe|a|xong|roi))*"
)
""" "Hủy" takes the last report back where no question is open."""

DECLINED = re.compile(r"(?:da |thoi )*(?:khong|ko|k|chua|no)(?: (?:a|nhe|dau|can|phai|dong y))*")
""" "Không", to "Gộp?" or "Giao?": nothing is done."""
OFFERS = ("which:", "drop:", "came:", "insteadof:")
"""Choices of a question that keeps something half done."""


@dataclass(frozen=True)
class Open:
    """What of a conversation waits for an answer, and our last message.

    `asked` are the kinds of questions, `offers` the choices of a question that was shown,
    `drafted` whether a task that was given half stands behind them.
    """

    last: Delivery | None
    asked: tuple[str, ...]
    offers: tuple[str, ...]
    drafted: bool

    @property
    def nothing(self) -> bool:
        """Whether nothing waits."""
        return not (self.asked or self.offers or self.drafted)

    @property
    def draft_alone(self) -> bool:
        """Whether nothing stands before the task that was given half."""
        return self.drafted and not self.asked and not self.offers


async def on_words(talk: Talk) -> Outgoing | None:
    """ "Thôi", "khoan đã", "để sau": nothing is recorded; None where something else is said."""
    flat = " ".join(re.split(r"[\s.!,]+", flatten(talk.incoming.text))).strip()
    if DECLINED.fullmatch(flat):
        return await _declined(talk)
    cancels = CANCEL.fullmatch(flat) is not None
    if not cancels and not NEVER_MIND.fullmatch(flat):
        return None
    waits = await _what_waits(talk)
    if cancels and waits.asked == ("asked",) and talk.recall("asked")["what"] == "percent":
        return None  # what was recorded before the question is meant
    if cancels and waits.nothing:
        last = waits.last
        return await cancel_last(talk, last) if last and not talk.incoming.reply_to else None
    assigns = _is_an_order(talk, waits) or (cancels and waits.draft_alone)
    talk.remember(**dict.fromkeys((*QUESTIONS, "which", "instead")))
    if assigns:
        return drop_order(talk)
    if waits.asked or waits.offers:
        return Outgoing((unclear.question_dropped(talk.tr),))
    return Outgoing((await acknowledged(talk),))


async def _declined(talk: Talk) -> Outgoing | None:
    """ "Không" to what was to be confirmed; None where the last message asked no such thing."""
    last = await last_delivery(talk.session, talk.chat.id)
    if last is None or not any(one.startswith((*CONFIRMING, "merge:")) for one in last.choices):
        return None
    if any(one.startswith("drop:") for one in last.choices):
        return drop_order(talk)
    return Outgoing((unclear.question_dropped(talk.tr),))


async def _what_waits(talk: Talk) -> Open:
    last = await last_delivery(talk.session, talk.chat.id)
    choices = last.choices if last else ()
    takes_back = any(choice.startswith("undo:") for choice in choices)
    return Open(
        last,
        asked=tuple(name for name in QUESTIONS if talk.recall(name)),
        offers=tuple(choice for choice in choices if choice.startswith(OFFERS)),
        drafted=bool(talk.kept_today("draft")) and not takes_back,
    )


def _is_an_order(talk: Talk, waits: Open) -> bool:
    """Whether what waits is a task being given."""
    office = talk.recall("office") or {}
    dropped = any(choice.startswith("drop:") for choice in waits.offers)
    return dropped or office.get("what") == "assign"
