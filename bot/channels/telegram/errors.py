"""What an error of the library means to a message."""

from datetime import timedelta
from typing import NoReturn

from telegram.error import ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.wire import say_why
from bot.ports import GoneError, LaterError, MovedError

TOKEN_WAIT = timedelta(minutes=5)
"""After a refused token: it takes a person to mend it, and the message is not to blame."""


def seconds(error: RetryAfter) -> float:
    """The wait that Telegram asks for; the library gives it as either of two types."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def refuse(error: TelegramError) -> NoReturn:
    """Raise what an error of the library means to a message; not meant for `BadRequest`."""
    match error:
        case ChatMigrated():
            raise MovedError(say_why(error), str(error.new_chat_id)) from error
        case Forbidden():
            raise GoneError(say_why(error)) from error
        case RetryAfter():
            raise LaterError(say_why(error), timedelta(seconds=seconds(error))) from error
        case InvalidToken():
            raise LaterError(say_why(error), TOKEN_WAIT) from error
        case _:
            raise LaterError(say_why(error)) from error
