"""A burst over several connections passes in its order, and nobody waits long for what is lost."""

import asyncio

import pytest

from bot.channels.telegram.order import InOrder

PATIENCE = 0.2
AT_ONCE = PATIENCE / 4
"""Seconds: sooner than any patience ends, on a busy machine too."""


@pytest.fixture
def order():
    return InOrder(PATIENCE)


async def come(order, *numbers):
    """Updates that arrive in this order; in which they pass."""
    passed = []

    async def arrive(number):
        await order.turn(number)
        passed.append(number)

    await asyncio.gather(*(arrive(number) for number in numbers))
    return passed


async def begun(order, number=10):
    """The first update of all, before which anything may be missing."""
    assert await come(order, number) == [number]


async def test_a_burst_passes_in_the_order_of_its_numbers(order):
    await begun(order)

    async with asyncio.timeout(AT_ONCE):
        assert await come(order, 13, 11, 15, 14, 12) == [11, 12, 13, 14, 15]


async def test_the_first_burst_after_a_start_does_too(order):
    assert await come(order, 13, 11, 15, 14, 12) == [11, 12, 13, 14, 15]


async def test_what_nothing_is_missing_before_waits_for_nobody(order):
    await begun(order)
    later = asyncio.create_task(order.turn(13))
    await asyncio.sleep(0)

    async with asyncio.timeout(AT_ONCE):
        await order.turn(11)
        assert not later.done()
        await order.turn(12)
        await later


async def test_one_that_never_comes_is_waited_for_shorter_each_time_until_one_comes_late(order):
    await begun(order)
    loop = asyncio.get_running_loop()
    waits = []
    for number in range(12, 32, 2):  # the odd ones go elsewhere
        at = loop.time()
        await order.turn(number)
        waits.append(loop.time() - at)
    assert waits[0] >= waits[1] * 1.5
    assert max(waits[-3:]) < AT_ONCE

    await order.turn(29)

    waiting = asyncio.create_task(order.turn(33))
    await asyncio.sleep(AT_ONCE)
    assert not waiting.done()
    await waiting


async def test_one_that_is_posted_again_while_it_waits_passes_with_itself(order):
    await begun(order)

    assert await come(order, 12, 12, 11) == [11, 12, 12]
    assert await come(order, 12) == [12]
