"""Free Vietnamese text to what it says of which task; pure, asks no database."""

from bot.conversation.replies.content import Spoken, find_tasks, may_name_task, names_another
from bot.conversation.replies.read import read_reply
from bot.conversation.replies.reply import Ask, Doubt, Reply, to_labels

__all__ = [
    "Ask",
    "Doubt",
    "Reply",
    "Spoken",
    "find_tasks",
    "may_name_task",
    "names_another",
    "read_reply",
    "to_labels",
]
