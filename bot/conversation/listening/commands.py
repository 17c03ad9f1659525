"""Commands as people type them: "/viêc", "/tong hop", "tonghop", a letter wrong."""

import re
from collections.abc import Collection
from difflib import get_close_matches

from bot.conversation.listening.mentions import flatten

COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
ALIKE = 0.8
"""How much of a misspelt name must be right; a letter of five wrong is as far as we guess."""
SHORTEST = 5
"""Letters of a command that is known without its stroke: "viec" alone is a word."""


def read_command(text: str, names: Collection[str], *, bare: bool = True) -> tuple[str, str] | None:
    """A command's name and what follows it; None for what is none. The name may be unknown.

    `bare` takes a known name without its stroke too.

    >>> read_command("/Tổng hợp Phòng Kinh tế", ["tonghop"])
    ('tonghop', 'Phòng Kinh tế')
    """
    text = text.strip()
    found = COMMAND.fullmatch(text)
    if found is None:
        word = flatten(text)
        return (word, "") if bare and len(word) >= SHORTEST and word in names else None
    name, rest = flatten(found[1]), (found[2] or "").strip()
    if name in names:
        return name, rest
    second, _, after = rest.partition(" ")
    if second and name + flatten(second) in names:
        return name + flatten(second), after.strip()
    close = get_close_matches(name, names, n=1, cutoff=ALIKE)
    return (close[0] if close else name), rest
