"""Everything people read has its words in every language, and they fit the message in the code."""

from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from locales.update import (
    LOCALES,
    TEMPLATE,
    catalogue_path,
    extract_messages,
    read_catalogue,
)

STALE = "run `make catalogues`"


@pytest.fixture(scope="module")
def said() -> Catalog:
    """The messages in the code."""
    return extract_messages()


@pytest.fixture(scope="module", params=LOCALES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """A language's catalogue as it stands in its file."""
    return read_catalogue(catalogue_path(request.param), request.param)


def test_messages_are_extracted(said):
    assert len(said) > 0


def test_the_template_has_the_messages_of_the_code(said):
    written = read_catalogue(TEMPLATE)

    assert _described(written) == _described(said), STALE


def test_a_catalogue_has_the_messages_of_the_code(said, catalogue):
    assert set(_described(catalogue)) == set(_described(said)), STALE
    assert list(catalogue.obsolete) == [], STALE


def test_every_message_is_translated(catalogue):
    missing = [
        message.id
        for message in _messages(catalogue)
        if message.fuzzy or not all(text.strip() for text in _strings(message))
    ]

    assert missing == []


def test_every_translation_has_the_values_of_its_message(catalogue):
    wrong = [
        message.id
        for message in _messages(catalogue)
        if any(_strings(message)) and not _values_match(message)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("message", "fits"),
    [
        pytest.param(Message("{days} left", "còn {days}"), True, id="the same"),
        pytest.param(Message("{days} left", "còn {day}"), False, id="another name"),
        pytest.param(Message("{days} left", "còn ít"), False, id="left out"),
        pytest.param(Message("{days} left", "còn {days} của {all}"), False, id="one too many"),
        pytest.param(Message("{days} left", "còn {days"), False, id="broken"),
        pytest.param(Message("{n:>3}", "{n}"), False, id="another format"),
        pytest.param(Message("{n} of {n}", "{n}"), True, id="said once"),
        pytest.param(Message(("a day", "{n} days"), ("{n} ngày",)), True, id="one form for all"),
        pytest.param(Message(("a day", "{n} days"), ("một ngày",)), False, id="number unsaid"),
        pytest.param(Message(("a day", "{n} days"), ("a day", "{n} days")), True, id="two forms"),
        pytest.param(Message(("a day", "{n} days"), ("{m} day", "{n} days")), False, id="first"),
    ],
)
def test_values_are_compared(message, fits):
    assert _values_match(message) is fits


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _described(catalogue: Catalog) -> dict[object, object]:
    """What of each message the files hold, by its identity: where it stands, and the comments."""
    return {
        (message.id, message.context): (
            sorted({file for file, _ in message.locations}),
            message.auto_comments,
        )
        for message in _messages(catalogue)
    }


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _values_match(message: Message) -> bool:
    """Every form of a translation has the values of one form of its message, the last of the last.

    "1 day" may leave out the number that "{n} days" needs.
    """
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    expected = [_values(text) for text in ids]
    strings = [_values(text) for text in _strings(message)]
    return strings[-1] == expected[-1] and all(found in expected for found in strings)


def _values(text: str) -> frozenset[tuple[str, str | None, str | None]] | None:
    """The values that `str.format` puts in, each with its format; None for a broken text."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return frozenset((name, form, turn) for _, name, form, turn in parts if name is not None)
