"""Updates that are posted over several connections at once, put back into their order.

Telegram numbers a bot's updates one by one (https://core.telegram.org/bots/api#update), and posts
a burst over as many connections as it has: "xong" may arrive before the "80%" sent ahead of it.
"""

import asyncio

PATIENCE = 0.25
"""Seconds that an update waits for lower numbers: long on a line, short for a person."""
SHORTEST = PATIENCE / 16
"""Waits below this are not worth it."""


class InOrder:
    """Lets updates pass in the order of their numbers, as far as that takes no long wait.

    One before which nothing is missing waits for nobody. Whose a missing one is cannot be told, so
    all that follow wait for it, each no longer than the patience. Where numbers go missing for
    good, since other processes are posted to as well, the patience halves with each vain wait; one
    that comes after its turn was given up brings it back.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._full = self._patience = patience
        self._passed: int | None = None
        """Numbers up to this one have passed, or are not waited for any more."""
        self._waiting: dict[int, asyncio.Future[None]] = {}

    async def turn(self, number: int) -> None:
        """Return when it is this update's turn; one that is posted again has had its own."""
        if self._passed is not None and number <= self._passed:
            self._patience = self._full
            return
        if number - 1 == self._passed:
            self._pass(number)
            return
        if number not in self._waiting:
            loop = asyncio.get_running_loop()
            self._waiting[number] = loop.create_future()
            patience = self._patience if self._patience > SHORTEST else 0
            loop.call_later(patience, self._give_up, number)
        await asyncio.shield(self._waiting[number])

    def _give_up(self, number: int) -> None:
        """What is missing before this number is not waited for any more."""
        if number in self._waiting:
            self._patience /= 2
            self._pass(number)

    def _pass(self, number: int) -> None:
        """Let this number pass, all that wait below it, and what follows without a gap."""
        self._passed = number
        for waits in sorted(self._waiting):
            if waits > self._passed + 1:
                return
            self._passed = max(waits, self._passed)
            self._waiting.pop(waits).set_result(None)
