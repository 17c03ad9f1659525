"""Tasks that a message names and its reading says nothing of: asked about. Pure."""

import re
from collections.abc import Sequence

from bot.conversation.listening.mentions import flatten
from bot.conversation.replies import Reply

LISTED = re.compile(
    r"\b(?:xong|hoan thanh|hoan tat|lam)(?: (?:duoc|het|ca|roi|cac|viec|nhiem vu|so))* "
    r"(?P<numbers>#?\d{1,3}(?:\s*(?:,|;|&|va)\s*#?\d{1,3})+)"
    r"(?=\s*(?:$|[,.;!?]|\b(?:roi|nhe|a|ha|con|thi|em|anh|chi|dong chi|nha)\b))"
)
""" "Xong 21 và 24 rồi": several numbers right after what is said of them; flattened."""


def passed_over(text: str, replies: Sequence[Reply]) -> list[int]:
    """The numbers listed so that no reply is about.

    >>> passed_over("em xong 21 và 24 rồi, còn 32 đang trình", (Reply(task=32),))
    [21, 24]
    """
    read = {reply.task for reply in replies}
    listed = [
        int(number)
        for found in LISTED.finditer(flatten(text))
        for number in re.findall(r"\d+", found["numbers"])
    ]
    return [number for number in dict.fromkeys(listed) if number not in read]
