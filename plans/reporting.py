"""When a plan wants reports, read from its section on carrying it out ("Tổ chức thực hiện")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.enums import Every
from plans.source import Line
from plans.words import fold, join_lines

PERIODS = (
    (Every.MONTHLY, r"(?:hang|moi|dinh ky) thang"),
    (Every.QUARTERLY, r"(?:hang|moi|dinh ky) quy|, quy|\b0?3 thang"),
    (Every.HALF_YEARLY, r"\b0?6 thang"),
    (Every.YEARLY, r"(?:hang|moi|dinh ky|va|va ca) nam|, nam|\b0?1 nam"),
)
"""The words of each period; a sentence that names several asks for a report in each."""
WHEN_NEEDED = re.compile(
    r"dot xuat|neu co (?:kho khan|vuong mac|phat sinh|noi dung)|dinh ky bao cao"
)
"""A report without a period of its own. "Định kỳ" alone names none (it is read as ad hoc)."""
AGENCY = (
    r"(?:Ủy ban nhân dân|UBND|Ban Chỉ đạo|Ban Thường vụ|Thường trực|Phòng|Văn phòng|Sở|Công an)"
)
TO = re.compile(
    rf"báo cáo\b[^.;(]*?(?P<name>{AGENCY}[^.;,()]*?)(?= xem xét| để| theo| về| kết quả| ?[.;,(]|$)"
)
VIA = re.compile(rf"\((?:thông )?qua (?P<name>{AGENCY}[^.;,()]*?)(?= để| ?[;,)])")
DAY = re.compile(r"(?P<before>truoc )?ngay (?P<d>\d{1,2})(?:(?:/| thang )(?P<m>\d{1,2}))?(?![/\d])")


@dataclass(frozen=True, slots=True)
class ReportingRule:
    """One report that the plan wants (labels: `reporting`).

    `due_day` and `due_month` are as printed; `before` says that the day itself is too late.
    `to` is who receives the report, `via` who collates it.
    """

    every: Every
    due_day: int | None
    due_month: int | None
    before: bool
    raw: str
    to: str | None
    via: str | None


def read_reporting(lines: Sequence[Line]) -> tuple[ReportingRule, ...]:
    """Every report that the plan's closing section asks for, periodic ones first."""
    rules = [rule for sentence in _sentences(lines) for rule in _read_sentence(sentence)]
    return tuple(sorted(rules, key=lambda rule: rule.every is Every.AD_HOC))


def _sentences(lines: Sequence[Line]) -> Iterator[str]:
    """The sentences after the heading of the closing section; a numbered one keeps its number."""
    starts = [at for at, line in enumerate(lines) if fold(line.text).endswith("to chuc thuc hien")]
    if starts:
        text = join_lines([line.text for line in lines[starts[-1] + 1 :]])
        yield from re.split(r"(?<=[^\d][.;]) (?=[A-ZĐÂÁÊÔÔƠƯ\d])|(?<=\./\.) ", text)


def _read_sentence(sentence: str) -> Iterator[ReportingRule]:
    words = fold(sentence)
    if "bao cao" not in words:
        return
    named = [every for every, period in PERIODS if _asks_each(words, period)]
    day = DAY.search(words) if named else None
    to, via = TO.search(sentence), VIA.search(sentence)
    for every in named or ([Every.AD_HOC] if WHEN_NEEDED.search(words) else []):
        yield ReportingRule(
            every=every,
            due_day=int(day["d"]) if day else None,
            due_month=int(day["m"]) if day and day["m"] else None,
            before=bool(day and day["before"]),
            raw=sentence,
            to=to["name"].strip() if to else None,
            via=via["name"].strip() if via else None,
        )


def _asks_each(words: str, period: str) -> bool:
    """Whether the period belongs to a report: near "báo cáo", not to a plan's yearly budget."""
    return bool(
        re.search(rf"(?:{period})\b[^.;]{{0,80}}bao cao|bao cao[^.;]{{0,60}}(?:{period})\b", words)
    )
