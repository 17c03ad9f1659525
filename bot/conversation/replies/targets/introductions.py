"""Tasks that are only listed first, and reported one by one behind: "ba việc 5, 6, 7 thì ..."."""

import re

from bot.conversation.listening.letters import vn
from bot.conversation.replies.targets.names import LIST, read_numbers
from bot.conversation.replies.targets.number_words import LEAD, TASK

INTRODUCED = vn(
    rf"^\W*(?:(?:{LEAD}|trong|cả|các|những|mấy|hai|ba|bốn|năm|\d+)[ ,]+)*"
    rf"{TASK}(?: số)? (?P<list>{LIST})"
    r"(?: ?[:,;]? ?(?:trong đó|cụ thể|thì)(?: là)?[ :]*(?: thì)?| ?:)(?= ?(?:số )?\d)"
)
AGAIN = re.compile(r"(?<![\w/.,-])\d{1,3}(?![\w/]|[.,]\d| ?%)")


def without_introduction(words: str) -> str:
    """The words without a list that opens them, if each of its tasks is named again behind it.

    >>> without_introduction("việc 5, 6: 5 xong, 6 đang làm").strip(" ,")
    '5 xong, 6 đang làm'
    """
    opening = INTRODUCED.search(words)
    if opening is None:
        return words
    again = {int(number) for number in AGAIN.findall(words, opening.end())}
    listed = read_numbers(opening["list"])
    if len(listed) < 2 or not again.issuperset(listed):
        return words
    return " " * (opening.end() - 1) + "," + words[opening.end() :]
