"""What goes wrong on purpose: refusals, lost connections, delays, rate limits."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from tests.botapi.refusals import RefusalError, too_many

WINDOW = 1.0
MINUTE = 60.0
"""Seconds in which the limits count."""


@dataclass
class Fault:
    """What happens to the next call of a method ("*" means any)."""

    method: str
    refusal: RefusalError | None = None
    drop: str = ""
    """"before" or "after" the request is carried out; empty to keep the connection."""
    seconds: float = 0.0


class Faults:
    """The faults ordered, each used up by one call."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._wait: Callable[[], float] = lambda: 0.0
        """Seconds until messages are taken again."""

    def add(self, fault: Fault, times: int) -> None:
        """Order the same fault for the next `times` calls."""
        self._waiting += [fault] * times

    def take(self, method: str) -> Fault | None:
        """The fault for this call, used up by asking."""
        if method.lower() == "sendmessage" and (wait := self._wait()) > 0:
            return Fault(method, too_many(math.ceil(wait)))
        for fault in self._waiting:
            if fault.method in (method, "*"):
                self._waiting.remove(fault)
                return fault
        return None

    def shut(self, seconds: float, clock: Callable[[], float]) -> None:
        """Refuse every message for so long."""
        opens_at = clock() + seconds
        self._wait = lambda: opens_at - clock()

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._waiting.clear()


class Rates:
    """At most so many messages in any second, for the bot and for one chat; a minute, for a group.

    https://core.telegram.org/bots/faq#my-bot-is-hitting-limits: about 30 a second for a bot, one a
    second for a chat, 20 a minute for a group. Stricter than Telegram, which lets short bursts to
    one chat pass.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        bot: int = 30,
        chat: int = 1,
        group: int = 20,
        short: int = 1,
    ) -> None:
        self._clock = clock
        second, minute = WINDOW / short, MINUTE / short
        self._limits = {"bot": (bot, second), "chat": (chat, second), "group": (group, minute)}
        self._bot: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def count(self, chat_id: int) -> None:
        """Count one message; a 429 that says when to ask again where it is too many."""
        now = self._clock()
        chat = self._chats.setdefault(chat_id, deque())
        for kind, times in (("bot", self._bot), ("group" if chat_id < 0 else "chat", chat)):
            limit, window = self._limits[kind]
            while times and now - times[0] >= window:
                times.popleft()
            if len(times) >= limit:
                raise too_many(max(1, math.ceil(times[0] + window - now)))
        self._bot.append(now)
        chat.append(now)
