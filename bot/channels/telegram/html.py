"""How a message looks on Telegram: HTML with everything escaped, and a keyboard of its choices."""

from collections.abc import Sequence
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.ports import Choice, Message


def to_html(message: Message) -> str:
    """The blocks as Telegram's HTML, one under the other, a heading in bold.

    Only `&`, `<` and `>` need escaping outside of tags:
    https://core.telegram.org/bots/api#html-style.
    """
    lines = [escape(block, quote=False) for block in message.blocks]
    if message.heading and lines and lines[0]:
        lines[0] = f"<b>{lines[0]}</b>"
    return "\n".join(lines)


def to_keyboard(choices: Sequence[Sequence[Choice]]) -> InlineKeyboardMarkup | None:
    """The choices as buttons under the message, row by row; None where there are none."""
    rows = [[InlineKeyboardButton(c.label, callback_data=c.data) for c in row] for row in choices]
    return InlineKeyboardMarkup(rows) if any(rows) else None
