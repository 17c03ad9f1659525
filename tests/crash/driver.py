"""The program, run as a process of its own that kills itself at a named point.

The points wrap the real functions from outside; the program knows nothing of them.
"""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, NoReturn

from sqlalchemy import Connection

import bot.app
import jobs.claims
import jobs.delivery
import jobs.inbox
import jobs.outbox
import jobs.reminders
from bot.app import Program
from bot.channels.pace import unhurried
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.request import HttpRequest
from bot.channels.web.channel import Web
from bot.settings import load_settings

After = Callable[..., bool]
"""Given what a function returned and what it was given: whether this is the moment."""


def always(_result: object, *_given: object) -> bool:
    return True


def something(result: object, *_given: object) -> bool:
    return bool(result)


def not_the_last(_result: object, *given: Any) -> bool:
    _sender, _message_id, ready, number, _sent_as = given
    return bool(number < len(ready.parts) - 1)


POINTS: dict[str, tuple[object, str, After]] = {
    "an update is stored, not handled": (bot.app, "store_updates", always),
    "it is handled, not committed": (bot.app, "answer", always),
    "it is committed, the answer not sent": (jobs.inbox._Round, "_commit_some", something),
    "a message is claimed, not sent": (jobs.outbox, "_claim", something),
    "it is sent, not marked": (Telegram, "send", always),
    "it is on the page, not marked": (Web, "send", always),
    "a part is marked, the next not sent": (jobs.delivery, "_mark_part", not_the_last),
    "reminders are owed, not committed": (jobs.reminders, "_owe", something),
}
"""Where each point is: a function, and after which of its calls."""


def die() -> NoReturn:
    """End as a machine that loses its power, as far as the process can tell."""
    assert multiprocessing.parent_process() is not None, "this is the tests' own process"
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def arm(point: str) -> None:
    """Let the process end at this point."""
    owner, name, is_now = POINTS[point]
    real: Callable[..., Awaitable[object]] = getattr(owner, name)

    async def wrapped(*given: Any, **named: Any) -> object:
        result = await real(*given, **named)
        if is_now(result, *given):
            die()
        return result

    setattr(owner, name, wrapped)


def arm_step(number: int) -> None:
    """Let the process end at this step, whatever it is.

    A step is whatever somebody else can see: right before and right after each commit, and each
    request to Telegram.
    """
    left = number

    def step() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            die()

    commit, request = Connection._commit_impl, HttpRequest.do_request

    def stepping_commit(self: Connection) -> None:
        step()
        commit(self)
        step()

    async def stepping_request(self: HttpRequest, *given: Any, **named: Any) -> object:
        step()
        result = await request(self, *given, **named)
        step()
        return result

    Connection._commit_impl = stepping_commit  # type: ignore[method-assign]
    HttpRequest.do_request = stepping_request  # type: ignore[method-assign,assignment]


def run_program(environment: Mapping[str, str], point: str | int | None) -> None:
    """Run with the settings of this environment, until the end, the point or the step."""
    os.chdir(environment["DONDOC_DATA_DIR"])
    os.environ.update(environment)
    if isinstance(point, int):
        arm_step(point)
    elif point is not None:
        arm(point)
    asyncio.run(_run())


def run_hurried(environment: Mapping[str, str]) -> None:
    """Run beside others, with claims that lapse in seconds, so that a test need not wait long."""
    jobs.claims.CLAIM = timedelta(seconds=12)
    run_program(environment, None)


async def _run() -> None:
    program = Program(load_settings())
    if program.telegram:
        program.telegram.pace = unhurried()
    async with program.opened():
        await program.run("127.0.0.1", 0)
