"""The labelled examples that tests of the plan readers compare with."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

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
