"""The due days of what is open, moved to an amended plan's deadline."""

from datetime import date

import pytest

from db.enums import Recurs
from db.models import Occurrence, Task
from tasks.drafts.amended_days import amend_occurrences
from tasks.occurrences import first_occurrence

ISSUED = date(2026, 2, 9)


@pytest.mark.parametrize(
    ("recurs", "recurs_due", "due", "expected"),
    [
        pytest.param(
            *(Recurs.YEARLY, "09-30", date(2026, 9, 30)),
            [
                (date(2025, 1, 1), "2025", date(2025, 9, 30), None),
                (date(2026, 1, 1), "2026", date(2026, 9, 30), date(2027, 1, 1)),
            ],
            id="as-often",
        ),
        pytest.param(
            *(Recurs.WEEKLY, "5", date(2026, 2, 13)),
            [
                (date(2025, 1, 1), "2026-W07", date(2026, 2, 13), None),
                (date(2026, 2, 14), "2026-W08", date(2026, 2, 20), date(2026, 2, 21)),
            ],
            id="more-often",
        ),
    ],
)
def test_what_is_open_keeps_its_years_or_follows_the_new_plans_day(
    recurs, recurs_due, due, expected
):
    task = Task(committee_id=1, recurs=recurs, recurs_due=recurs_due, recurs_until=None)
    open_ones = [
        Occurrence(
            sequence=place,
            opens_on=date(year, 1, 1),
            period=str(year),
            first_due=date(year, 12, 31),
            extensions=[],
        )
        for place, year in enumerate((2025, 2026), 1)
    ]
    fresh = first_occurrence(task, due, begins=ISSUED)

    current = amend_occurrences(task, open_ones, fresh, came=Recurs.YEARLY)

    assert current is open_ones[0]
    assert [(o.opens_on, o.period, o.due, o.next_opens_on) for o in open_ones] == expected
