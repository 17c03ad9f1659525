"""The words of a report as a card and a history show them: those about the task. Pure."""

from bot.conversation.listening.said import listen
from bot.conversation.replies.targets.names import find_names
from plans.words import clean, cut

SHOWN = 120
"""Longest words of a report shown there, in characters; all of them are kept."""


def said_of(words: str, number: int) -> str:
    """A report's words; of a long one that names several tasks, the part about this one.

    >>> said_of("Báo cáo: việc 3 xong, " + "việc 4 được 60% và còn chờ, " * 4 + "việc 12 xong", 12)
    '… việc 12 xong'
    """
    said = clean(words)
    if len(said) <= SHOWN:
        return said
    heard = listen(said)
    names = find_names(heard.words)
    for at, (start, _, numbers) in enumerate(names):
        if number in numbers:
            end = names[at + 1][0] if at + 1 < len(names) else len(heard.words)
            part = heard.as_typed(start, end)
            return cut(part if at == 0 else f"… {part}", SHOWN)
    return cut(said, SHOWN)
