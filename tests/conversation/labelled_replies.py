"""The labelled messages: those given with the project, and those written beside the reader."""

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data"
AMBIGUOUS = frozenset((DATA / "replies-ambiguous.txt").read_text(encoding="utf-8").splitlines())
"""Messages that without their marks may mean something else ("mốt nhắc lại": một or mốt)."""


def labelled_replies() -> list[dict[str, Any]]:
    """Every labelled message: its text, the day it is read on, and the readings expected."""
    return [
        json.loads(line)
        for name in ("replies-labelled.jsonl", "replies.jsonl")
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
