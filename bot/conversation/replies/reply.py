"""What one message says of one task: the value every reader of replies returns."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.conversation.dates.lengths import Length
from db.enums import Progress

Ask = Literal["tasks", "task", "summary", "overdue", "help"]
"""What is asked for: one's own tasks, one task, a roll-up, what is late, or how to use the bot."""

Doubt = Literal["done_or_not", "date_or_fraction", "percent", "day"]
"""Why a person should be asked.

`done_or_not`: speaks of finishing without plainly saying that the task is done.
`date_or_fraction`: "1/4" may be a day or a quarter.
`percent`: a figure that is no progress ("120%") or a range ("70-80%", read as its lower end).
`day`: a day that does not exist, has passed, or cannot be worked out ("đầu tháng 1").
"""


@dataclass(frozen=True, slots=True)
class Reply:
    """One task's part of a message; everything that the message leaves unsaid is None or False.

    `task` is None where the message names none. `reason` (of the obstacle, or of the wish for
    more time) and `evidence` (a document's number) stand as they were typed. `until` is the last
    day asked for; "thêm 5 ngày" gives `extend_by` instead, to be counted from the due day.
    `unchanged` says that this period brought nothing new. Whoever acts on a reply with `doubtful`
    set should ask first; such a reply is never `done`.
    """

    task: int | None = None
    state: Progress | None = None
    percent: int | None = None
    blocked: bool = False
    cleared: bool = False
    reason: str | None = None
    extension: bool = False
    until: date | None = None
    extend_by: Length | None = None
    snooze: date | None = None
    ask: Ask | None = None
    undo: bool = False
    handover: bool = False
    ack: bool = False
    unchanged: bool = False
    evidence: str | None = None
    doubtful: Doubt | None = None


def to_labels(reply: Reply) -> dict[str, object]:
    """The reply as a line of labels has it: every key always there, days as ISO dates."""
    length = reply.extend_by
    return {
        "task": reply.task,
        "state": reply.state.value if reply.state is not None else None,
        "percent": reply.percent,
        "blocked": reply.blocked,
        "extension": reply.extension,
        "until": reply.until.isoformat() if reply.until is not None else None,
        "snooze": reply.snooze.isoformat() if reply.snooze is not None else None,
        "ask": reply.ask,
        "undo": reply.undo,
        "handover": reply.handover,
        "ack": reply.ack,
        "cleared": reply.cleared,
        "reason": reply.reason,
        "extend_by_days": length.days or None if length else None,
        "extend_by_months": length.months or None if length else None,
        "unchanged": reply.unchanged,
        "evidence": reply.evidence,
        "doubtful": reply.doubtful,
    }
