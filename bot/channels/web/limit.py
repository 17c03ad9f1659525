"""How often the page may be posted to."""

import time
from collections import deque
from collections.abc import Callable

from bot.channels.web.posts import PostError, Reason


class PostLimit:
    """How often one chat, or one address of the network, may post, kept in memory.

    So many posts are let through in any `seconds`. It measures real time, whatever the program's
    clock does.
    """

    def __init__(
        self,
        posts: int = 30,
        seconds: float = 60,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.posts = posts
        self.seconds = seconds
        self._monotonic = monotonic
        self._times: dict[str, deque[float]] = {}
        self._tidied_at = monotonic()

    def wait(self, address: str) -> float:
        """Count one post of this chat: 0 if it may pass, otherwise the seconds to wait."""
        now = self._monotonic()
        self._tidy(now)
        times = self._times.setdefault(address, deque())
        while times and times[0] <= now - self.seconds:
            times.popleft()
        if len(times) >= self.posts:
            return times[0] + self.seconds - now
        times.append(now)
        return 0

    def pass_or_refuse(self, address: str) -> None:
        """Count one post; raises `PostError` with the seconds to wait where there are too many."""
        wait = self.wait(address)
        if wait:
            raise PostError(Reason.TOO_MANY, wait)

    def _tidy(self, now: float) -> None:
        """Forget the chats that were silent since the last time, so that the table stays small."""
        if now - self._tidied_at < self.seconds:
            return
        self._tidied_at = now
        silent = [a for a, times in self._times.items() if times[-1] <= now - self.seconds]
        for address in silent:
            del self._times[address]
