"""What a button acts on: kept with its chat under a number that the button bears."""

from typing import Any

from bot.conversation.talk import Talk


class StaleButtonError(Exception):
    """A button of something that was dealt with since, or is gone.

    `said` tells what changed, where that is known; `task_id` what it was about, where that is not
    the one task of the message that was pressed on. The answer is made in `old_buttons`.
    """

    def __init__(self, said: str | None = None, *, task_id: int | None = None) -> None:
        super().__init__(said)
        self.said = said
        self.task_id = task_id


def next_number(talk: Talk, counter: str) -> int:
    """The next number of a chat's questions or drafts of one kind, counted under this name."""
    number = int(talk.recall(counter) or 0) + 1
    talk.remember(**{counter: number})
    return number


def keep_for_press(talk: Talk, name: str, kept: dict[str, Any], *, counter: str) -> int:
    """Keep what a press will act on, in the place of what waited before; the number it bears."""
    number = next_number(talk, counter)
    talk.keep_today(name, {"n": number, **kept})
    return number


def kept_for_press(talk: Talk, name: str, number: str) -> dict[str, Any]:
    """What the button with this number acts on.

    Raises `StaleButtonError` where another waits since, or the day is over.
    """
    kept = talk.kept_today(name)
    if not kept or str(kept["n"]) != number:
        raise StaleButtonError
    return kept
