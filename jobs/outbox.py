"""Deliver what is owed: claim, make the text, send, mark; again after a failure or a crash."""

import asyncio
from collections import deque
from collections.abc import Sequence

from jobs.claims import BATCH, Claim, claim_messages, give_back, renew
from jobs.delivery import Sender, deliver

IN_HAND = 2 * BATCH
"""Messages claimed and not yet sent: while one batch goes out, the next is at the ready."""
LOOK_AGAIN = 0.1
"""Seconds after which somebody slow no longer keeps others' new messages waiting."""


class Hands:
    """The messages in hand, in a line for each chat, so that a slow chat holds up nobody."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._in_hand: dict[int, Claim] = {}
        """By message: one whose claim lapsed meanwhile is taken anew, and stays in hand once."""
        self._lines: dict[int | None, deque[int]] = {}
        self._working: set[asyncio.Task[None]] = set()
        self._behind = False
        self._accepted = 0
        self._fault: Exception | None = None
        self._turn = asyncio.Lock()

    def has_room(self) -> bool:
        """Whether answers may be claimed for us as they are written, and handed to us.

        Once there was none, answers wait in the table like all else until nothing waits there, so
        that a chat's later answer does not overtake its earlier one.
        """
        self._behind = self._behind or len(self._in_hand) >= IN_HAND or self._ends()
        return not self._behind

    def hand_on(self, answers: Sequence[Claim]) -> None:
        """Send answers that were written as claimed by us; returns at once."""
        self._line_up(answers)

    async def send(self) -> int:
        """Deliver every message that is due; return how many were accepted.

        A message is claimed before it is sent, so two senders do not share one, and every part is
        marked as soon as the platform took it. After a crash the claim lapses and the message goes
        on where it was: at least once, and twice only where the crash fell between the platform's
        acceptance and our mark. Different people's messages go out side by side. Called twice at
        once, the second waits until all that the first claimed is sent. A fault of the database
        is raised once all that was claimed here has ended.
        """
        async with self._turn:
            return await self._send()

    async def _send(self) -> int:
        before = self._accepted
        working: set[asyncio.Task[None]] = set()
        try:
            while not self._ends():
                # Who ends while we look may have queued its message anew: then we look once more.
                working = {task for task in working if not task.done()}
                claimed = await _claim(self._sender)
                more = len(claimed) == BATCH
                self._behind = self._behind and more
                if not claimed and not working:
                    break
                working |= self._line_up(claimed)
                await self._wait(working, more=more)
        finally:
            if working:
                await asyncio.wait(working)
        fault, self._fault = self._fault, None
        if fault:
            raise fault
        return self._accepted - before

    async def finish(self, seconds: float) -> None:
        """Return once nothing is in hand any more; what takes longer than this is cut short."""
        working = list(self._working)
        if working:
            await asyncio.wait(working, timeout=seconds)
        for task in working:
            task.cancel()
        await asyncio.gather(*working, return_exceptions=True)

    def _ends(self) -> bool:
        return self._sender.stopping.is_set() or self._fault is not None

    async def _wait(self, working: set[asyncio.Task[None]], *, more: bool) -> None:
        """Until there are hands for another batch; where no more was due, until all are sent."""
        while working and (not more or len(self._in_hand) > IN_HAND - BATCH):
            done, working = await asyncio.wait(
                working,
                timeout=LOOK_AGAIN,
                return_when=asyncio.FIRST_COMPLETED if more else asyncio.ALL_COMPLETED,
            )
            if not more and not done:
                return

    def _line_up(self, claimed: Sequence[Claim]) -> set[asyncio.Task[None]]:
        """Put messages in the lines of their chats; return the work that this began."""
        begun: set[asyncio.Task[None]] = set()
        for claim in claimed:
            lined_up = claim.message_id in self._in_hand
            self._in_hand[claim.message_id] = claim
            if lined_up:
                continue
            chat_id = claim.place.chat_id if claim.place else None
            line = self._lines.get(chat_id)
            if line is not None:
                line.append(claim.message_id)
                continue
            self._lines[chat_id] = deque([claim.message_id])
            task = asyncio.create_task(self._work_off(chat_id))
            task.add_done_callback(self._working.discard)
            begun.add(task)
        self._working |= begun
        return begun

    async def _work_off(self, chat_id: int | None) -> None:
        """Messages to one chat, in order; once the program ends the rest is given back."""
        line = self._lines[chat_id]
        try:
            while line:
                await self._take_turns(line[0])
                del self._in_hand[line.popleft()]
        except Exception as error:
            self._fault = self._fault or error
        finally:
            for message_id in line:
                del self._in_hand[message_id]
            del self._lines[chat_id]

    async def _take_turns(self, message_id: int) -> None:
        """Send a message; once more if it was claimed anew meanwhile and was not sent after all."""
        claim = None
        while claim is not self._in_hand[message_id]:
            again = claim is not None
            claim = self._in_hand[message_id]
            accepted = await self._take_turn(claim, again=again)
            self._accepted += accepted

    async def _take_turn(self, claim: Claim, *, again: bool) -> bool:
        sender = self._sender
        if sender.stopping.is_set():
            await give_back(sender.database, claim)
            return False
        if not await renew(sender.database, claim, now=sender.clock.now(), ask=again):
            return False
        return await deliver(sender, claim)


async def _claim(sender: Sender) -> list[Claim]:
    return await claim_messages(sender.database, now=sender.clock.now())


async def send_outbox(sender: Sender) -> int:
    """Deliver every message that is due, with nothing in hand before; see `Hands.send`."""
    return await Hands(sender).send()
