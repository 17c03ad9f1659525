"""What the statements of a morning are told of it, as bound values.

Each statement is built once and is the same every morning, so that neither SQLAlchemy nor the
database works it out again; `morning_values` has the values to execute them with.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Date, Integer, bindparam

from db.base import UtcTime

COMMITTEES: BindParameter[Any] = bindparam("committees", type_=BigInteger, expanding=True)
TODAY: BindParameter[Any] = bindparam("today", type_=Date)
NOW: BindParameter[Any] = bindparam("now", type_=UtcTime)
SETTLED: BindParameter[Any] = bindparam("settled", type_=Date)
"""The last day whose rungs are settled already (`tasks.mornings.settling`)."""
OPENED_BY: BindParameter[Any] = bindparam("opened_by", type_=Integer)
CLOSED_AFTER: BindParameter[Any] = bindparam("closed_after", type_=Integer)
"""The hours between which it is; those are told whose own hours lie around them."""

LATE, EARLY = 24, -1


def morning_values(
    committee_ids: Sequence[int],
    today: date,
    now: datetime,
    *,
    hour: int | None,
    settled_on: date | None,
) -> dict[str, Any]:
    """The values of a morning; without an `hour` everybody is told, whatever theirs are."""
    return {
        "committees": list(committee_ids),
        "today": today,
        "now": now,
        "settled": settled_on or date.min,
        "opened_by": LATE if hour is None else hour,
        "closed_after": EARLY if hour is None else hour,
    }
