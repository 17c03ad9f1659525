"""Marks that only lay a message out: the numbers of a list before the tasks it names."""

from bot.conversation.replies.letters import vn

LISTED = vn(
    r"(?:^|(?<=\s))(\d{1,2}[.)])(?= ?(?:(?:việc|nhiệm vụ|công việc|đầu việc)(?: số)?|#) ?\d)"
)


def part_list(words: str) -> str:
    """The words with a mark in place of each number of a list, so that its items stay apart.

    >>> part_list("1. việc 18 xong 2. việc 20 đang làm")
    ' ; việc 18 xong  ; việc 20 đang làm'
    """
    return LISTED.sub(lambda found: ";".rjust(len(found[0])), words)
