"""What is in the way, as a question names it: "việc nào vướng kinh phí". Pure."""

import re

from bot.conversation.listening.mentions import flatten
from plans.words import clean

KINDS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        r"kinh phi|ngan sach|tien|von|chi phi|du toan|giai ngan|budget|fund(?:s|ing)?|money",
        r"(?:giai phong )?mat bang|gpmb|dat dai|den bu|land",
        r"nhan luc|nhan su|nguoi|can bo|bien che|nguon luc|staff|people|personnel",
        r"phap ly|co che|chinh sach|quy dinh|huong dan|van ban|thong tu|nghi dinh|guidance|rules?",
        r"thiet bi|may moc|may tinh|ha tang|phan mem|duong truyen|may chu|ky thuat|equipment",
        r"phoi hop|thong nhat|coordination",
        r"thoi tiet|mua|bao lut|lu|weather",
    )
)
"""Words for the same thing in the way; over flattened text."""
ASKED = re.compile(
    r"\b(?:vuong(?: mac)?|kho khan|ket|tac|thieu|blocked|stuck|obstacles?|lack(?:ing)?)"
    r"(?: (?:ve|vi|do|o|cho|nhat|la|cua|mac|by|for|of|because|the|no|on))* "
)


def asked_obstacle(text: str) -> str | None:
    """What a question says is in the way, as it was typed; None where it asks of anything.

    >>> asked_obstacle("việc nào đang vướng về kinh phí?")
    'kinh phí'
    """
    typed = clean(text)
    flat = flatten(typed)
    asked = ASKED.search(flat)
    if asked is None:
        return None
    found = next((kind for kind in KINDS if kind.match(flat, asked.end())), None)
    named = found.match(flat, asked.end()) if found else None
    return typed[slice(*named.span())] if named else None


def is_obstacle(reason: str, asked: str) -> bool:
    """Whether a reason that was reported is of the kind asked for.

    >>> is_obstacle("chưa có tiền", "kinh phí")
    True
    """
    kind = next((kind for kind in KINDS if kind.search(flatten(asked))), None)
    return kind is not None and kind.search(flatten(clean(reason))) is not None
