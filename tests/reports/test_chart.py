"""The roll-up's picture."""

import asyncio
from io import BytesIO

import pytest
from PIL import Image

from reports.canvas import Canvas
from reports.chart import RED, draw_roll_up
from reports.facts import BlockerFacts, CommitteeFacts, PauseFacts, TaskFacts
from reports.figures import RollUp, roll_up
from reports.legend import chart_words
from tests.reports.facts import AS_OF, day, done, occurrence, task
from tests.reports.words import English

LONG_NAME = "Trung tâm Văn hóa, Thông tin, Thể thao và Truyền thanh cơ sở phối hợp với các tổ chức"
OF_EVERY_KIND = [
    task(occurrence(due="16/12")),
    task(occurrence(done("10/12"), due="16/12")),
    task(occurrence(blockers=(BlockerFacts("thiếu người", day("10/12")),))),
    task(occurrence(due=None), leads=()),
    task(pauses=(PauseFacts(day("01/12")),)),
]


def summed(*tasks: TaskFacts, sample: bool = False) -> RollUp:
    committee = CommitteeFacts("Ban Chỉ đạo xã Vĩnh Lại", sample=sample)
    return roll_up(tasks, committee=committee, as_of=AS_OF)


def drawn(found: RollUp) -> Image.Image:
    picture = draw_roll_up(found, chart_words(English(), found))
    return Image.open(BytesIO(picture)).convert("RGB")


def red_dots(picture: Image.Image) -> int:
    """How many pixels have the colour of overdue."""
    red = tuple(int(RED.colour[at : at + 2], 16) for at in (1, 3, 5))
    return sum(count for count, colour in picture.getcolors(1 << 24) or [] if colour == red)


@pytest.mark.parametrize("agencies", [0, 1, 8, 40])
def test_a_picture_is_as_wide_as_a_phone_and_as_tall_as_it_must_be(agencies: int) -> None:
    picture = drawn(summed(*[task(leads=(f"Phòng {number}",)) for number in range(agencies)]))

    assert picture.width == 1080
    assert picture.height > 500 + 100 * agencies
    assert picture.height < 1100 + 160 * agencies


def test_only_what_is_overdue_is_red() -> None:
    late, waiting = task(occurrence(due="16/12")), task(occurrence(due="17/12"))

    without, with_one = red_dots(drawn(summed(waiting))), red_dots(drawn(summed(waiting, late)))

    assert with_one > without * 2 > 0  # the pattern that explains red is always there


def test_a_sample_says_so() -> None:
    plain, sample = summed(*OF_EVERY_KIND), summed(*OF_EVERY_KIND, sample=True)

    assert drawn(sample).height > drawn(plain).height + 50


def test_threads_draw_the_same_picture() -> None:
    found = summed(*OF_EVERY_KIND)
    words = chart_words(English(), found)

    async def together() -> list[bytes]:
        calls = [asyncio.to_thread(draw_roll_up, found, words) for _ in range(4)]
        return await asyncio.gather(*calls)

    assert set(asyncio.run(together())) == {draw_roll_up(found, words)}


def test_signs_of_formulas_are_letters_like_any_other() -> None:
    drawn(summed(task(leads=("Phòng $\\frac$ {a} 100%",))))


@pytest.mark.parametrize("width", [200, 400, 700])
@pytest.mark.parametrize("text", [LONG_NAME, "Ủybannhândântỉnh" * 5, "Công an xã", ""])
def test_lines_keep_within_their_width_and_lose_nothing(text: str, width: int) -> None:
    canvas = Canvas()

    lines = canvas.wrap(text, width, size=36)

    assert all(canvas.width(line, size=36) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_the_words_name_what_waits_for_confirmation() -> None:
    found = summed(*OF_EVERY_KIND)

    words = chart_words(English(), found)

    assert words.awaiting == "1 awaiting confirmation"
    assert words.day == "As of 17/12/2025: 5 tasks"
    assert words.notes == (
        "Due so far 2, of these done 1.",
        "1 with obstacles, 3 not reported this period, 1 unassigned.",
    )
    assert [words.tasks(n) for n in (1, 2)] == ["1 task", "2 tasks"]
