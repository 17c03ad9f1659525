"""The loops: woken, they work; a failure leaves the work for the next waking."""

import asyncio

import pytest

from jobs.pump import Pump

SECONDS = 5
"""How long a test waits for what must come; reached only where it fails."""


class Work:
    """Counts its rounds; each waits for `go`, and fails where it is told to."""

    def __init__(self):
        self.rounds = 0
        self.begun = asyncio.Semaphore(0)
        self.go = asyncio.Semaphore(0)
        self.failures = 0

    async def __call__(self):
        self.rounds += 1
        self.begun.release()
        await self.go.acquire()
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        return 1

    async def round(self):
        """Wait for a round to begin."""
        await asyncio.wait_for(self.begun.acquire(), SECONDS)


@pytest.fixture
async def work():
    return Work()


@pytest.fixture
async def pump(work):
    pump = Pump("inbox", work, grace=0)
    yield pump
    await asyncio.wait_for(pump.stop(), SECONDS)


async def settle():
    """Let everything run that can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_it_begins_with_what_an_earlier_run_left_and_then_waits(pump, work):
    work.go.release()
    pump.start()

    await work.round()
    await settle()

    assert work.rounds == 1


async def test_woken_it_works(pump, work):
    pump.start()
    await work.round()
    work.go.release()
    await settle()

    pump.wake()

    await work.round()
    assert work.rounds == 2


async def test_woken_while_it_works_it_works_once_more(pump, work):
    pump.start()
    await work.round()
    pump.wake()
    pump.wake()
    await settle()
    assert work.rounds == 1

    work.go.release()
    await work.round()
    work.go.release()
    await settle()

    assert work.rounds == 2


async def test_a_failure_leaves_the_work_for_the_next_waking(pump, work):
    work.failures = 1
    work.go.release()
    pump.start()
    await work.round()
    await settle()
    assert work.rounds == 1

    pump.wake()

    await work.round()


async def test_stopped_it_works_no_more(pump, work):
    pump.start()
    await work.round()

    await asyncio.wait_for(pump.stop(), SECONDS)
    pump.wake()
    work.go.release()
    await settle()

    assert work.rounds == 1


async def test_what_never_began_can_be_stopped(pump, work):
    await asyncio.wait_for(pump.stop(), SECONDS)

    assert work.rounds == 0


async def test_a_round_under_way_is_finished_before_it_stops(work):
    pump = Pump("outbox", work, grace=SECONDS)
    pump.start()
    await work.round()

    stopping = asyncio.create_task(pump.stop())
    await settle()
    assert not stopping.done()
    work.go.release()
    await asyncio.wait_for(stopping, SECONDS)

    assert work.rounds == 1
