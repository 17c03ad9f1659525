"""The reports that a plan wants, as lines that people read and correct: one report a line.

"Hằng tháng: báo cáo ngày 18, chốt ngày 14, họp ngày 23"; "Năm: báo cáo trước ngày 30/11".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import Every
from db.models import Plan, ReportingRegime
from plans.words import clean, fold
from reports.periods import MONTHS
from tasks.errors import RefusalError

NAMES = {
    Every.MONTHLY: "Hằng tháng",
    Every.QUARTERLY: "Hằng quý",
    Every.HALF_YEARLY: "6 tháng",
    Every.YEARLY: "Hằng năm",
    Every.AD_HOC: "Khi cần",
}
"""How each is written; what is typed may be written in the ways of `EVERY`."""
OFTEN = r"(?:(?:dinh ky|hang|moi|theo) )"
PERIODS = (
    (r"(?:6|sau) thang|nua nam", Every.HALF_YEARLY),
    (r"thang(?! (?:cuoi|\d))", Every.MONTHLY),
    (r"quy", Every.QUARTERLY),
    (r"nam", Every.YEARLY),
)
EVERY = (
    *((re.compile(rf"^{OFTEN}*(?:{words})\b"), every) for words, every in PERIODS),
    *((re.compile(rf"\b{OFTEN}+(?:{words})\b"), every) for words, every in PERIODS),
    (re.compile(r"\b(?:khi can|dot xuat)\b"), Every.AD_HOC),
    (re.compile(r"\bthang cuoi (?:cua )?quy\b"), Every.QUARTERLY),
)
"""A period at the beginning, or anywhere that it says it comes again: "ngày 20 hằng tháng"."""
DAY = r"(?: ?so lieu)?(?P<{0}before> ?truoc)?(?: ?ngay)? ?(?P<{0}day>\d{{1,2}})"
PART = re.compile(
    rf"(?:chot{DAY.format('cut_')}|hop{DAY.format('review_')}"
    rf"|(?:(?:gui|nop) )?(?:bao cao)?{DAY.format('due_')}(?:/(?P<month>\d{{1,2}}))?)"
)
"""A day without a word of its own is the report's."""
IN_ITS_LAST = re.compile(r"\b(?:cua )?thang cuoi (?:cua )?(?:quy|ky|nam)\b|\b(?:mot|1) lan\b")
"""What says no more than the period: a quarter's report is due in its last month."""
NONE = ("khong", "khong co", "none")
"""What is typed where the plan wants no report."""


class BadReportingError(RefusalError):
    """Words that are no reports of a plan."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Wanted:
    """One report as a person wrote it."""

    every: Every
    due_day: int | None = None
    due_month: int | None = None
    before: bool = False
    cut_off_day: int | None = None
    review_day: int | None = None


async def draft_regimes(session: AsyncSession, plan: Plan) -> Sequence[ReportingRegime]:
    """The reports that a plan wants, in the order in which they were read."""
    query = (
        select(ReportingRegime)
        .where(
            ReportingRegime.committee_id == plan.committee_id, ReportingRegime.plan_id == plan.id
        )
        .order_by(ReportingRegime.id)
    )
    return (await session.scalars(query)).all()


def reporting_lines(regimes: Sequence[ReportingRegime | Wanted]) -> str:
    """The reports, a line each, as `read_reporting_lines` reads them; those to several receivers
    are one line."""
    return "\n".join(dict.fromkeys(map(_line, regimes)))


def _line(row: ReportingRegime | Wanted) -> str:
    days = []
    if row.due_day is not None:
        before = "trước ngày" if row.before else "ngày"
        month = f"/{row.due_month}" if row.due_month else ""
        days.append(f"báo cáo {before} {row.due_day}{month}")
    if row.cut_off_day is not None:
        days.append(f"chốt ngày {row.cut_off_day}")
    if row.review_day is not None:
        days.append(f"họp ngày {row.review_day}")
    return NAMES[row.every] + (f": {', '.join(days)}" if days else "")


def read_reporting_lines(text: str) -> list[Wanted]:
    """The reports that a person wrote, by lines or semicolons; raises `BadReportingError`."""
    lines = [line for line in map(clean, re.split(r"[;\n]", text)) if line]
    if len(lines) == 1 and fold(lines[0]).strip(" .") in NONE:
        return []
    return [_wanted(line) for line in lines]


def _wanted(line: str) -> Wanted:
    """One report; its days may stand in any order."""
    words = re.sub(r"(\d{1,2}) thang (\d{1,2})", r"\1/\2", fold(line))
    found = ((rule.search(words), every) for rule, every in EVERY)
    said, every = next(((one, every) for one, every in found if one), (None, Every.AD_HOC))
    if said is None:
        raise BadReportingError(line)
    days = IN_ITS_LAST.sub("", f"{words[: said.start()]} {words[said.end() :]}")
    days = re.sub(r"\bbao cao\s*$", "", days.strip())  # "ngày 20 hằng tháng báo cáo"
    if PART.sub("", days).strip(" ,:.-") or (days.strip(" :.-") and every not in MONTHS):
        raise BadReportingError(line)
    wanted = Wanted(every)
    for part in PART.finditer(days):
        if part["due_day"]:
            month = int(part["month"]) if part["month"] else None
            before = bool(part["due_before"])
            wanted = replace(wanted, due_day=int(part["due_day"]), due_month=month, before=before)
        elif part["cut_day"]:
            wanted = replace(wanted, cut_off_day=int(part["cut_day"]))
        else:
            wanted = replace(wanted, review_day=int(part["review_day"]))
    named = (wanted.due_day, wanted.cut_off_day, wanted.review_day)
    if not all(1 <= day <= 31 for day in named if day is not None):
        raise BadReportingError(line)
    if wanted.due_month is not None and not 1 <= wanted.due_month <= 12:
        raise BadReportingError(line)
    return wanted


async def set_regimes(session: AsyncSession, plan: Plan, wanted: Sequence[Wanted]) -> None:
    """Make these the plan's reports; one that stays keeps the words it was read from."""
    known = list(await draft_regimes(session, plan))
    for one in wanted:
        same = [row for row in known if _line(row) == _line(one)]
        rows = same or [row for row in known if row.every is one.every][:1]
        if not rows:
            rows = [
                ReportingRegime(
                    committee_id=plan.committee_id, plan_id=plan.id, every=one.every, raw=""
                )
            ]
            session.add_all(rows)
        for row in rows:
            row.due_day, row.due_month, row.before = one.due_day, one.due_month, one.before
            row.cut_off_day, row.review_day = one.cut_off_day, one.review_day
        known = [row for row in known if row not in rows]
    for row in known:
        await session.delete(row)
    await session.flush()
