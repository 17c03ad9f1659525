"""No words can hold the program up: every pattern gives its answer on words made to delay it.

A pattern that may divide the same words in many ways takes twice as long with each word more, and
a chat stands still while it looks. Each is tried on long words that it nearly matches.
"""

import importlib
import pkgutil
import random
import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest

import bot
import db
import jobs
import plans
import tasks

LONGEST = 1000
"""Characters tried; an order or a question of more is not read as one."""
TRIES = 8
PATIENCE = 5
"""Seconds of the processor after which one pattern is taken to hang; all of them end in ten."""
ENDINGS = ("", "\x01", " ?!", " x 1")
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
SAMPLES = {sre.CATEGORY_DIGIT: "5", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a"}


class HangsError(Exception):
    """A pattern that has not answered after `PATIENCE`."""


def _modules() -> Iterator[ModuleType]:
    for package in (bot, db, jobs, plans, tasks):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def _patterns() -> dict[re.Pattern[str], str]:
    """Every pattern that a module keeps, alone or among others, with where it stands."""
    kept: dict[re.Pattern[str], str] = {}
    for module in _modules():
        for name, value in vars(module).items():
            for one in _within(value):
                kept.setdefault(one, f"{module.__name__}.{name}")
    return kept


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(pattern := getattr(value, "compiled", None), re.Pattern):
        yield pattern
    elif isinstance(value, dict):
        for one in (*value, *value.values()):
            yield from _within(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _within(one)


def _nearly(parts: Iterable[tuple[Any, Any]], chance: random.Random, times: int) -> str:
    """Words that go along with a pattern's parts, what may repeat `times` over."""
    words = ""
    for kind, what in parts:
        if len(words) < LONGEST:
            words += _sample(kind, what, chance, times)
    return words


def _sample(kind: object, what: Any, chance: random.Random, times: int) -> str:
    if kind is sre.LITERAL:
        return chr(what)
    if kind is sre.IN:
        inner, value = chance.choice(what)
        if what[0][0] is sre.NEGATE:
            return chance.choice("a 1,")
        if inner is sre.RANGE:
            return chr(chance.randint(*value))
        return chr(value) if inner is sre.LITERAL else SAMPLES.get(value, "-")
    if kind in REPEATS:
        least, most, body = what
        often = chance.choice([times, times, least, 1]) if most is sre.MAXREPEAT else most
        return "".join(_nearly(body, chance, times // 6 + 1) for _ in range(min(often, times)))
    if kind is sre.SUBPATTERN:
        return _nearly(what[-1], chance, times)
    if kind is sre.ATOMIC_GROUP:
        return _nearly(what, chance, times)
    if kind is sre.BRANCH:
        return _nearly(chance.choice(what[1]), chance, times)
    return chance.choice("a 1,") if kind in (sre.ANY, sre.NOT_LITERAL) else ""


@contextmanager
def _patience(seconds: int) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise HangsError

    before: Callable[..., Any] | int | None = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _hangs(pattern: re.Pattern[str], seconds: int = PATIENCE) -> str | None:
    """The words on which a pattern gives no answer; None where it always does."""
    chance, words = random.Random(1), ""  # noqa: S311
    parts = parser.parse(pattern.pattern, pattern.flags)
    try:
        with _patience(seconds):
            for number in range(TRIES):
                made = _nearly(parts, chance, (30, 100, 400)[number % 3])[:LONGEST]
                words = " ".join((made + ENDINGS[number % len(ENDINGS)]).split())
                pattern.fullmatch(words)
                pattern.match(words)
    except HangsError:
        return words
    return None


@pytest.mark.parametrize("ways", [r"(?:(?:cho phep|phep|cho) )*lui", r"(?:a|_+|[,: ])+\."])
def test_what_divides_words_in_many_ways_is_found_to_hang(ways: str):
    assert _hangs(re.compile(ways), seconds=1)


def test_every_pattern_answers():
    patterns = _patterns()

    hanging = [(name, one, words) for one, name in patterns.items() if (words := _hangs(one))]

    assert hanging == []
    assert len(patterns) > 500
