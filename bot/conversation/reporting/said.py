"""What one message led to, task by task, and its wording as one answer."""

from dataclasses import dataclass, field

from bot.conversation.talk import Talk
from bot.ports import Choice, Outgoing
from bot.texts.reporting import evidence, said_back
from db.models import StatusUpdate
from db.queries.tasks import TaskNow

PERCENTS = (25, 50, 75, 90)
"""Offered where a figure is asked for; any other can be typed."""


@dataclass
class Said:
    """What one message led to: collected task by task, then worded as one answer."""

    facts: list[str] = field(default_factory=list)
    """What was recorded, as statements for one sentence."""
    lines: list[str] = field(default_factory=list)
    """Whole sentences: obstacles, wishes, refusals, questions."""
    updates: list[StatusUpdate] = field(default_factory=list)
    about: list[int] = field(default_factory=list)
    choices: list[tuple[Choice, ...]] = field(default_factory=list)
    wrong: list[Choice] = field(default_factory=list)
    """Under documents that came with no report: that one is another task's."""
    awaits: bool = False
    proven: bool = False
    """A document came with what was reported."""

    def outgoing(self, talk: Talk) -> Outgoing:
        """One message: what was recorded first, then the rest, then what can be done next."""
        tr, blocks = talk.tr, []
        if self.facts:
            when = tr.time(talk.now, talk.zone)
            blocks.append(said_back.recorded(tr, facts="; ".join(self.facts), when=when))
        if self.awaits:
            blocks.append(said_back.awaits_confirmation(tr, proven=self.proven))
        rows = list(self.choices)
        if self.updates:
            row: tuple[Choice, ...] = (
                Choice(said_back.undo_button(tr), f"undo:{self.updates[0].id}"),
            )
            if self.awaits and len(self.about) == 1:
                row = (evidence.button_attach(tr, self.about[0]), *row)
            rows.append(row)
        rows += [(one,) for one in self.wrong]
        return Outgoing((*blocks, *self.lines), tuple(rows), about=tuple(self.about))


def ask_obstacle(talk: Talk, now_task: TaskNow, said: Said) -> None:
    """Add the question what is in the way; what is typed next answers it."""
    said.lines.append(said_back.ask_obstacle(talk.tr, task=f"#{now_task.task.number}"))
    talk.remember(asked={"what": "obstacle", "task": now_task.task.id})


def ask_percent(talk: Talk, now_task: TaskNow, said: Said) -> None:
    """Add the question how far it is, with figures to pick; one typed alone answers it too."""
    task_id = now_task.task.id
    said.lines.append(said_back.ask_percent(talk.tr, task=f"#{now_task.task.number}"))
    said.choices.append(tuple(Choice(f"{n}%", f"percent:{task_id}:{n}") for n in PERCENTS))
    talk.remember(asked={"what": "percent", "task": task_id})
