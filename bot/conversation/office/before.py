"""What was changed last, in a form that is kept with the chat, so that it can be put back."""

from datetime import date
from typing import Any

from bot.conversation.pressed import keep_for_press
from bot.conversation.talk import Talk
from bot.ports import Choice
from bot.texts.office import amending as texts
from db.enums import Part
from db.models import Extension
from db.queries.tasks import TaskNow


def state_of(now_task: TaskNow) -> dict[str, Any]:
    """Every part that a correction may change; days in ISO form."""
    task, occurrence = now_task.task, now_task.occurrence
    return {
        "content": task.content,
        "product": task.product,
        "words": task.deadline_text,
        "kind": task.kind.value,
        "start": _iso(task.start),
        "due": _iso(occurrence.due),
        "recurs": task.recurs.value if task.recurs else None,
        "recurs_due": task.recurs_due,
        "until": _iso(task.recurs_until),
        "leads": now_task.agency_ids(Part.LEAD),
        "helpers": [*now_task.collectives(), *now_task.agency_ids(Part.COORDINATING)],
    }


def keep_before(talk: Talk, now_task: TaskNow, before: dict[str, Any]) -> Choice:
    """Keep what a task said before its correction, and give the button that puts it back."""
    return _keep(talk, {"task": now_task.task.id, "before": before})


def keep_given(talk: Talk, extension: Extension) -> Choice:
    """The same for more time that was given."""
    return _keep(talk, {"extension": extension.id})


def _keep(talk: Talk, kept: dict[str, Any]) -> Choice:
    number = keep_for_press(talk, "corrected", kept, counter="corrections")
    return Choice(texts.button_put_back(talk.tr), f"putback:{number}")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
