"""The columns of a table by what they hold, as its header names them or its cells show them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from plans.columns import Column
from plans.files.document import Table
from plans.tables.marked_times import TimeColumns


class Subject(StrEnum):
    """What the rows of a table are."""

    TASKS = "tasks"
    INDICATORS = "indicators"


class HeadColumn(NamedTuple):
    """One column between its edges, in the table's own unit of width; None holds nothing that a
    task has."""

    holds: Column | None
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Heads:
    """What a table's rows are, and its columns from left to right."""

    subject: Subject
    columns: tuple[HeadColumn, ...]
    shares_lead: bool = False
    """Who leads and who helps stand in one column, the one that leads first."""
    times: TimeColumns = ()
    """The columns in which rows mark when they are done."""
    run_together: bool = False
    """One head names two columns, as where a photo lost the line between them."""

    def holds(self, column: Column) -> bool:
        return any(one.holds is column for one in self.columns)

    @property
    def left(self) -> int:
        return self.columns[0].left

    @property
    def right(self) -> int:
        return self.columns[-1].right


def repeats(heads: Heads, printed: Heads) -> bool:
    """Whether a header printed again says of the same columns less than it did at first: of its
    two rows a page repeats the upper one alone, which has "Thời gian" over "Bắt đầu"."""
    slack = (heads.right - heads.left) // 20

    def names(column: HeadColumn) -> bool:
        under = {
            one.holds
            for one in heads.columns
            if column.left - slack <= one.left and one.right <= column.right + slack
        }
        times = column.holds is Column.DEADLINE and Column.START in under
        return bool(under) and (column.holds is None or column.holds in under or times)

    fewer = sum(one.holds is not None for one in printed.columns) < sum(
        one.holds is not None for one in heads.columns
    )
    return heads.subject is printed.subject and fewer and all(map(names, printed.columns))


def goes_on(heads: Heads, table: Table) -> bool:
    """Whether a table may go on with the columns of the one before: it is about as wide."""
    slack = (heads.right - heads.left) // 10
    return abs(table.left - heads.left) <= slack and abs(table.right - heads.right) <= slack
