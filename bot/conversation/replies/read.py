"""A whole message to its readings, one for each task it speaks of."""

from datetime import date

from bot.conversation.replies.reply import Reply


def read_reply(text: str, *, today: date) -> tuple[Reply, ...]:
    """What an official's message says, one reading for each task it speaks of; never raises.

    A message that says nothing is one reading with nothing set.
    """
    return (Reply(),)
