"""A plan's text pasted into the chat, which is no report, no order and nobody's answer."""

import re

from bot.conversation.talk import Talk
from bot.ports import Outgoing
from bot.texts.drafts import files as texts
from plans.words import fold

FEWEST_LINES, FEWEST_HEADS = 6, 3
HEADER_REACH = 250
"""In letters behind "TT": so far the header of a table goes that was printed cell by cell."""
HEADS = (
    "noi dung|nhiem vu|cong viec",
    "chu tri",
    "phoi hop",
    "san pham|ket qua",
    "thoi (?:han|gian)",
)
LETTERHEAD = re.compile(r"doc lap ?- ?tu do ?- ?hanh phuc.*\bke hoach\b", re.DOTALL)


async def on_words(talk: Talk) -> Outgoing | None:
    """Say that a plan is sent as a file; None for every other text."""
    return Outgoing((texts.pasted(talk.tr),)) if is_pasted_plan(talk.incoming.text) else None


def is_pasted_plan(text: str) -> bool:
    """Whether the text has a plan's head, or the header of its table.

    >>> is_pasted_plan("TT\\nNội dung\\nChủ trì\\nThời hạn\\n1\\nRà soát hộ nghèo\\nCông an xã")
    True
    """
    lines = [fold(line) for line in text.splitlines() if line.strip()]
    if len(lines) < FEWEST_LINES:
        return False
    folded = "\n".join(lines)
    for begun in re.finditer(r"^s?tt\b", folded, re.MULTILINE):
        header = folded[begun.start() :][:HEADER_REACH]
        if sum(re.search(head, header) is not None for head in HEADS) >= FEWEST_HEADS:
            return True
    return LETTERHEAD.search(folded) is not None
