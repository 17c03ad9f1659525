"""What every kind of file has to give of the labelled plan."""

from functools import cache
from typing import Any

from plans.labels import to_labels
from plans.parsed import ParsedPlan
from plans.read import read_plan
from tests.plans.labelled import example_text, labelled_rows, without_reading


def labelled_tasks() -> list[dict[str, Any]]:
    """Every field of every task as labelled, apart from those that no reader gives."""
    not_read = {"plan", "nq71_no", "note", "uncertain"}
    tasks = labelled_rows("vinh-lai/tasks.jsonl")
    return [
        {"parent_content": None, **{k: v for k, v in task.items() if k not in not_read}}
        for task in tasks
    ]


def read_tasks(plan: ParsedPlan) -> list[dict[str, Any]]:
    return [{"parent_content": None, **task} for task in without_reading(to_labels(plan)["tasks"])]


@cache
def printed_head() -> dict[str, Any]:
    """The head of the plan as it is read from its text."""
    return head(read_plan(example_text("vinh-lai")))


def head(plan: ParsedPlan) -> dict[str, Any]:
    read = to_labels(plan)["plan"]
    return {name: read[name] for name in ("number", "issued_on", "issuer", "title", "reporting")}
