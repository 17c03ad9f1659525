"""The labelled messages: those given with the project, and those written beside the reader."""

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data"
HERE = Path(__file__).parent
FRESH = HERE / "fresh-replies.jsonl"
LOOKS_DONE = (HERE / "looks-done.txt").read_text(encoding="utf-8").splitlines()
"""Messages with words of completion that do not say that a task is done."""

SAYS_DONE = (HERE / "says-done.txt").read_text(encoding="utf-8").splitlines()
AMBIGUOUS = frozenset((DATA / "replies-ambiguous.txt").read_text(encoding="utf-8").splitlines())
"""Messages that without their marks may mean something else ("mốt nhắc lại": một or mốt)."""

FLAGS = ("blocked", "extension", "undo", "handover", "ack")
VALUES = ("task", "state", "percent", "until", "snooze", "ask")
UNSAID = dict.fromkeys(FLAGS, False) | dict.fromkeys(VALUES)


def labelled_replies() -> list[dict[str, Any]]:
    """Every labelled message: its text, the day it is read on, and the readings expected.

    The fresh lists were labelled before the reader first saw them. They leave out what is not
    said; `list` names the round ("adv": messages that look like done and are not).
    """
    cases: list[dict[str, Any]] = [
        json.loads(line)
        for path in (DATA / "replies-labelled.jsonl", DATA / "replies.jsonl", FRESH)
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    for case in cases:
        case["expect"] = [UNSAID | reading for reading in case["expect"]]
    return cases
