"""People by what others call them: "chị Hoa", "anh Kiên"."""

import re
from collections.abc import Iterable

from db.models import Person
from plans.words import letters

TITLES = re.compile(r"(?:(?:dong chi|d/?c|can bo|anh|chi|em|co|chu|bac|ong|ba|ban)[\s:]+)*")
""" "Đồng chí" before "Hoa"; fits nothing as well; over flattened text."""


def without_title(words: str) -> str:
    """Flattened words behind "đồng chí", "chị"; all of them where no title stands in front."""
    return TITLES.sub("", words, count=1)


def called(person: Person) -> list[str]:
    """The words of a person's name, flat, the given name last; what is in brackets left out."""
    return letters(re.sub(r"\(.*\)", "", person.name)).split()


def is_called(person: Person, words: str) -> bool:
    """Whether flat words hold a person's given name, or all of the name."""
    name = called(person)
    return bool(name) and f" {name[-1]} " in f" {words} "


def begin_with(words: str, people: Iterable[Person]) -> list[Person]:
    """Those whom flattened words begin with, by the family's name too or by the given one alone."""
    rest = letters(without_title(words))
    whole = [
        one
        for one in people
        if len(called(one)) > 1 and f"{rest} ".startswith(f"{' '.join(called(one))} ")
    ]
    return whole or [one for one in people if rest.split()[:1] == called(one)[-1:]]
