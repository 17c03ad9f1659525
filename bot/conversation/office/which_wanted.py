"""Which of its tasks an agency is reminded of: "mấy việc sắp đến hạn", "việc quá hạn". Pure."""

import re
from dataclasses import dataclass
from datetime import date

from bot.conversation.dates.elapsed import Period
from bot.conversation.dates.periods import read_period
from bot.conversation.listening.mentions import flatten
from plans.words import clean
from reports.status import SOON

LATE = re.compile(r"\b(?:qua han|het han|lo han|tre han|(?:cham|tre)(?! nhat\b)(?: tien do)?)\b")
UNHEARD = re.compile(r"\bchua (?:\w+ )?(?:bao cao|nop|gui|cap nhat|bao|tra loi)\b")
COMING = re.compile(r"\b(?:(?:sap|gan|chuan bi) )?(?:den|toi|het) han\b|\bdeadline\b")
ALMOST = re.compile(r"\b(?:sap|gan|chuan bi)(?: (?:den|toi|het))+ han\b")
"""Over flattened text."""


@dataclass(frozen=True, slots=True)
class Which:
    """What is to be reported now: what is overdue, not reported, or due within these days."""

    overdue: bool = True
    silent: bool = True
    due: Period | None = None
    widens: bool = False
    """Where nothing is due in these days, what is due next may be meant."""

    @property
    def code(self) -> str:
        """The same in a button's data."""
        last = f"{self.due.last:%Y-%m-%d}" if self.due else ""
        return f"{'o' * self.overdue}{'s' * self.silent}{last}"


EVERYTHING = Which()


def read_which(text: str, *, today: date) -> Which:
    """What the words name; all that is overdue or not reported where they name nothing.

    >>> read_which("nhắc Phòng Kinh tế việc quá hạn", today=date(2025, 12, 17)).code
    'o'
    """
    flat = flatten(clean(text))
    almost = ALMOST.search(flat)
    overdue, silent = LATE.search(ALMOST.sub(" ", flat)), UNHEARD.search(flat)
    if not almost and not (COMING.search(flat) and not overdue):
        return Which(bool(overdue), bool(silent)) if overdue or silent else EVERYTHING
    said = read_period(text, today=today)
    period = said if said and said.last >= today else Period(today, today + SOON)
    return Which(bool(overdue), bool(silent), period, widens=period is not said)


def which_of(code: str, *, today: date) -> Which:
    """What a button's data name; all for what names nothing that there is."""
    found = re.fullmatch(r"(o?)(s?)(\d{4}-\d\d-\d\d)?", code)
    if not code or found is None:
        return EVERYTHING
    try:
        due = Period(today, date.fromisoformat(found[3])) if found[3] else None
    except ValueError:
        return EVERYTHING
    return Which(bool(found[1]), bool(found[2]), due)
