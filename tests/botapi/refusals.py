"""How the Bot API says no: a code, a description, sometimes parameters.

The shape of an answer is https://core.telegram.org/bots/api#making-requests; the descriptions are
those that Telegram's server (https://github.com/tdlib/telegram-bot-api) sends.
"""

from typing import Any


class RefusalError(Exception):
    """A request that is answered with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON of the answer."""
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(reason: str) -> RefusalError:
    """What the request says cannot be done."""
    return RefusalError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusalError:
    """The person on the other side does not want it."""
    return RefusalError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusalError:
    """Updates cannot be had in two ways at once."""
    return RefusalError(409, f"Conflict: {reason}")


def too_many(retry_after: int) -> RefusalError:
    """Asked too often: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits."""
    return RefusalError(
        429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after
    )


UNAUTHORIZED = (401, "Unauthorized")
NO_METHOD = (404, "Not Found: method not found")
