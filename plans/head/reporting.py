"""When a plan wants reports, read from its section on carrying it out ("Tổ chức thực hiện")."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.enums import Every
from plans.body.paragraphs import read_paragraphs
from plans.head.reporting_words import (
    DueDay,
    is_when_needed,
    read_periods,
    read_receivers,
    read_review_day,
)
from plans.restore import restore_text
from plans.source import Line
from plans.words import fold

SECTION = re.compile(
    r"(?:to chuc|trach nhiem) thuc hien(?: ke hoach)?$|che do (?:thong tin,? )?bao cao$"
)
OF_THE_COMMITTEE = re.compile(r"\d{1,2}\.? (?:trach nhiem cua )?ban chi dao")
""" "1. Trách nhiệm của Ban Chỉ đạo": what the committee itself reports upwards asks no agency."""
REVIEWS = re.compile(r"giua nhiem ky|sau moi giai doan")
"""Reviews ("sơ kết, tổng kết") after each stage, which the committee makes by itself."""


@dataclass(frozen=True, slots=True)
class ReportingRule:
    """One report that the plan wants (labels: `reporting`).

    `due_day` and `due_month` are as printed; `before` says that the day itself is too late.
    `to` is who receives the report, `via` who collates it. `review_day` is the day of the month of
    the meeting that goes through the reports.
    """

    every: Every
    due_day: int | None
    due_month: int | None
    before: bool
    raw: str
    to: str | None
    via: str | None
    review_day: int | None = None


def read_reporting(lines: Sequence[Line], *, scanned: bool = False) -> tuple[ReportingRule, ...]:
    """Every report that the plan's closing section asks for, periodic ones first.

    A period that two sentences name for the same receiver is one report: that of the sentence
    which names more periods. A scan is read from its restored words; `raw` is as it came.
    """
    sentences = [
        (raw, restore_text(raw, damaged=scanned).text) for raw in _sentences(lines, scanned=scanned)
    ]
    rules = [rule for raw, sentence in sentences for rule in _read_sentence(raw, sentence)]
    named = Counter(rule.raw for rule in rules if rule.every is not Every.AD_HOC)
    kept: dict[object, ReportingRule] = {}
    for rule in sorted(rules, key=lambda rule: -named[rule.raw]):
        again = rule.raw if rule.every is Every.AD_HOC else (rule.to, rule.due_day, rule.due_month)
        kept.setdefault((rule.every, again), rule)
    first = list(Every)
    ordered = sorted(kept.values(), key=lambda rule: first.index(rule.every))
    return tuple(_reviewed(ordered, [sentence for _, sentence in sentences]))


def _reviewed(rules: Sequence[ReportingRule], sentences: Sequence[str]) -> Iterator[ReportingRule]:
    """The reports, the most frequent of them with the day of the meeting that the plan names.

    A meeting over no report that is asked for periodically asks nothing of anybody.
    """
    days = (read_review_day(sentence) for sentence in sentences)
    review_day = next((day for day in days if day is not None), None)
    for number, rule in enumerate(rules):
        is_first = number == 0 and rule.every is not Every.AD_HOC
        yield replace(rule, review_day=review_day) if is_first else rule


def _sentences(lines: Sequence[Line], *, scanned: bool) -> Iterator[str]:
    """The sentences of the closing section; a numbered one keeps its number."""
    committee = False
    for item in read_paragraphs(_section(lines)):
        if re.match(r"\d{1,2}\. ?\S", item):
            heading = restore_text(item[:60], damaged=scanned).text
            committee = bool(OF_THE_COMMITTEE.match(fold(heading)))
        if not committee:
            yield from re.split(r"(?<=[^\d][.]) (?=[A-ZĐÂÁÊÔÔƠƯ\d])|(?<=\./\.) ", item)


def _section(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines from the section's heading to the list of those who get the plan."""
    words = [re.sub(r"[^a-z ]", "", fold(line.text)).strip() for line in lines]
    starts = [at for at, said in enumerate(words) if SECTION.search(said) and len(said) < 60]
    end = next((at for at, said in enumerate(words) if re.match(r"noi nh\w{1,3}n\b", said)), None)
    if not starts:
        return _articles(lines[:end])
    start = min((at for at in starts if "to chuc thuc hien" in words[at]), default=starts[0])
    return lines[min(starts[-1], start) + 1 : end]


def _articles(lines: Sequence[Line]) -> Sequence[Line]:
    """The articles of a decision after its first, which say who carries it out; none of a plan."""
    first = next(
        (at for at, line in enumerate(lines) if re.match(r"dieu 2\b", fold(line.text))), None
    )
    return lines[first:] if first is not None else ()


def _read_sentence(raw: str, sentence: str) -> Iterator[ReportingRule]:
    words = fold(sentence)
    if "bao cao" not in words or REVIEWS.search(words):
        return
    wanted: dict[Every, DueDay] = dict(read_periods(sentence))
    if is_when_needed(sentence):
        wanted[Every.AD_HOC] = DueDay()
    to, via = read_receivers(sentence)
    for every, due in wanted.items():
        yield ReportingRule(every, due.day, due.month, due.before, raw, to, via)
