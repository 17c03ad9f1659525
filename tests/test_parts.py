"""Long messages in parts: nothing lost, nothing too long, a task never cut from itself."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.parts import split, text_length
from bot.ports import Choice, Limits, Message, Outgoing, RollUpPicture
from tests.make import TODAY

WIDE = Limits(text=40, caption=20)
NARROW = Limits(text=40, choices=False, pictures=False)
PICTURE = RollUpPicture(1, TODAY, "vi")
PNG = b"png"

WORDS = st.text(
    st.one_of(st.sampled_from("aăâ 12\n🔴😀"), st.characters(codec="utf-8")), max_size=120
)
CHOICES = st.lists(
    st.lists(st.builds(Choice, st.text("abc đ", min_size=1, max_size=30), st.just("task:1"))).map(
        tuple
    ),
    max_size=3,
).map(tuple)


def texts(messages):
    return ["\n".join(message.blocks) for message in messages]


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("việc", 4), ("🔴", 2), ("vie\u0323\u0302c", 6), ("a🔴b", 4)]
)
def test_length_is_counted_in_utf16_units(text, length):
    assert text_length(text) == length


@pytest.mark.parametrize(
    ("blocks", "parts"),
    [
        pytest.param(("một", "hai"), ["một\nhai"], id="fits"),
        pytest.param(("a" * 20, "b" * 19), ["a" * 20 + "\n" + "b" * 19], id="just-fits"),
        pytest.param(("a" * 20, "b" * 20), ["a" * 20, "b" * 20], id="one-too-many"),
        pytest.param(
            ("tiêu đề", "việc một " + "a" * 20, "việc hai " + "b" * 20, "ba"),
            ["tiêu đề\nviệc một " + "a" * 20, "việc hai " + "b" * 20 + "\nba"],
            id="between-tasks-alone",
        ),
        pytest.param(("🔴" * 10, "🔴" * 10), ["🔴" * 10, "🔴" * 10], id="two-units-a-sign"),
        pytest.param(
            ("một hai ba bốn năm sáu bảy tám chín mười mười một",),
            ["một hai ba bốn năm sáu bảy tám chín", "mười mười một"],
            id="a-long-one-at-a-word",
        ),
        pytest.param(("a" * 90,), ["a" * 40, "a" * 40, "a" * 10], id="without-a-word-to-cut-at"),
        pytest.param(("🔴" * 45,), ["🔴" * 20, "🔴" * 20, "🔴" * 5], id="never-through-a-sign"),
        pytest.param(("", "một", "", "hai"), ["một\n\nhai"], id="no-empty-beginning"),
        pytest.param((), [], id="nothing"),
        pytest.param((" ", ""), [], id="no-word"),
    ],
)
def test_where_it_is_cut(blocks, parts):
    assert texts(split(Outgoing(blocks), WIDE)) == parts


def test_buttons_stand_under_the_last_part():
    rows = ((Choice("Có", "yes"), Choice("Không", "no")),)

    messages = split(Outgoing(("a" * 30, "b" * 30), choices=rows), WIDE)

    assert [message.choices for message in messages] == [(), rows]


def test_where_there_are_no_buttons_choices_are_numbered_lines():
    rows = ((Choice("Có", "yes"), Choice("Không", "no")), (Choice("Thôi", "off"),))

    messages = split(Outgoing(("Xong chưa?",), choices=rows), NARROW)

    assert messages == [Message(("Xong chưa?", "1. Có", "2. Không", "3. Thôi"))]


def test_only_the_first_of_several_blocks_is_a_heading_and_only_in_the_first_part():
    assert [m.heading for m in split(Outgoing(("a" * 30, "b" * 30)), WIDE)] == [True, False]
    assert [m.heading for m in split(Outgoing(("một",)), WIDE)] == [False]


@pytest.mark.parametrize(
    ("blocks", "limits", "messages"),
    [
        pytest.param(
            ("Tổng hợp", "10 việc"),
            WIDE,
            [Message(("Tổng hợp", "10 việc"), picture=PNG, heading=True)],
            id="a-short-text-is-its-caption",
        ),
        pytest.param(
            ("Tổng hợp", "a" * 30),
            WIDE,
            [
                Message(("Tổng hợp",), picture=PNG),
                Message(("Tổng hợp", "a" * 30), heading=True),
            ],
            id="a-long-one-follows-it",
        ),
        pytest.param(
            ("a" * 21, "b"),
            WIDE,
            [Message((), picture=PNG), Message(("a" * 21, "b"), heading=True)],
            id="a-heading-too-long-for-a-caption",
        ),
        pytest.param(
            ("Tổng hợp", "10 việc"),
            NARROW,
            [Message(("Tổng hợp", "10 việc"), heading=True)],
            id="where-there-are-no-pictures",
        ),
    ],
)
def test_a_picture(blocks, limits, messages):
    assert split(Outgoing(blocks, picture=PICTURE), limits, PNG) == messages


def bare(text):
    """A text without its spaces: what a cut may drop."""
    return "".join(text.split())


@given(st.lists(WORDS, max_size=8).map(tuple), CHOICES, st.sampled_from([WIDE, NARROW]))
@example(("0" * 40, ""), (), NARROW)
def test_nothing_is_lost_and_every_part_fits(blocks, choices, limits):
    messages = split(Outgoing(blocks, choices=choices), limits)

    parts = texts(messages)
    assert [text_length(part) for part in parts if text_length(part) > limits.text] == []
    assert [part for part in parts if not part.strip()] == []
    said = [*blocks]
    if not limits.choices:
        labels = [choice.label for row in choices for choice in row]
        said += [f"{number}. {label}" for number, label in enumerate(labels, 1)]
    assert bare("".join(parts)) == bare("".join(said))
    if messages and limits.choices:
        assert messages[-1].choices == choices


@given(st.lists(st.text("ab ", min_size=1, max_size=40).filter(str.strip), max_size=8).map(tuple))
def test_a_block_that_fits_is_never_cut(blocks):
    messages = split(Outgoing(blocks), WIDE)

    assert [block for message in messages for block in message.blocks] == list(blocks)
