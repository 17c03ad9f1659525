"""Free Vietnamese text to what it says of which task; pure, knows no tasks and no people."""

from bot.conversation.replies.read import read_reply
from bot.conversation.replies.reply import Ask, Doubt, Reply, to_labels

__all__ = ["Ask", "Doubt", "Reply", "read_reply", "to_labels"]
