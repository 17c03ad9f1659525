"""A small Bot API server over real HTTP, which refuses what Telegram refuses."""

from tests.botapi.records import Button, Call, Sent, User
from tests.botapi.server import TOKEN, BotApi

__all__ = ["TOKEN", "BotApi", "Button", "Call", "Sent", "User"]
