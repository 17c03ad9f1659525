"""The labelled examples that tests of the plan readers compare with."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

OF_READING = frozenset(
    ["line", "page", "sheet", "row", "certainty", "doubts", "content_raw", "doubtful_words"]
)
"""What a reading says of itself, which no label has."""
DATA = Path(__file__).parent.parent / "data"


def labelled_rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file of labels, one JSON object a line."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def labelled_plan(name: str) -> dict[str, Any]:
    plan: dict[str, Any] = json.loads((DATA / name / "plan.json").read_text(encoding="utf-8"))
    return plan


def example_text(name: str) -> str:
    """The text of a plan that ships with the program."""
    return (files("plans.examples") / f"{name}.txt").read_text(encoding="utf-8")


def without_reading(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows as a plan has them, without what their reading says of itself."""
    return [{k: v for k, v in row.items() if k not in OF_READING} for row in rows]
