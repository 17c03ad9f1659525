"""A task's words told from stains and other cells' words that were laid among them."""

import pytest

from plans.columns import Column
from plans.mixed.task_words import task_of

TASK, TIME, HELP = Column.CONTENT, Column.DEADLINE, Column.COORDINATING


def line(text: str, *rest: tuple[str, Column | None]) -> tuple[tuple[str, Column | None], ...]:
    return (*((word, TASK) for word in text.split()), *rest)


CASES = [
    pytest.param(
        [line("Tham gia dong gop y kién ddi véi", ("B", None)), line("Khoa hoc va Cong nghé")],
        "Tham gia dong gop y kién ddi véi B Khoa hoc va Cong nghé",
        id="a-word-of-which-one-letter-is-left-is-kept",
    ),
    pytest.param(
        [line("phoi hop khai thac"), line("1A Y LA"), line("dong bo tién do cua he thong")],
        "phoi hop khai thac dong bo tién do cua he thong",
        id="stains-above-the-next-line-are-none",
    ),
    pytest.param(
        [line("Nang cap co s¢ dir li¢u, chia s¢ dir"), line("xuyén li¢u dé bao dam phuc vu")],
        "Nang cap co s¢ dir li¢u, chia s¢ dir li¢u dé bao dam phuc vu",
        id="a-deadline-s-word-within-a-phrase-is-none",
    ),
    pytest.param(
        [line("Giam sat quan ly thuong xuyén hoi vién va doan vién")],
        "Giam sat quan ly thuong xuyén hoi vién va doan vién",
        id="the-same-words-stay-where-the-task-says-them",
    ),
    pytest.param(
        [line("Duy tri hoat dong cua Dé an 06"), line("té trén dia ban")],
        "Duy tri hoat dong cua Dé an 06 té trén dia ban",
        id="figures-and-a-line-that-agencies-might-have-stay",
    ),
    pytest.param(
        [line("phuc vu ngudi dan, doanh"), line("Xuyén don vi"), line("nghi¢p khong gidn doan")],
        "phuc vu ngudi dan, doanh nghi¢p khong gidn doan",
        id="a-line-of-other-cells-between-two-halves-of-a-word-is-none",
    ),
    pytest.param(
        [line("Bao dam lién thong gitra", ("cac", TIME), ("8/2025", TIME)), line("khéi co quan")],
        "Bao dam lién thong gitra cac khéi co quan",
        id="a-word-before-the-day-that-no-deadline-has-is-the-task-s",
    ),
]


@pytest.mark.parametrize(("lines", "task"), CASES)
def test_what_belongs_to_a_task_is_told_by_how_it_reads(lines, task):
    assert task_of(lines, "thuong xuyén") == task
