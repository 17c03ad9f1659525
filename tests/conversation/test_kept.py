"""What is kept with a chat between its messages stands under names that no two folders share."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import bot.conversation

HERE = Path(bot.conversation.__file__).parent
SHARED = {"office"}
"""One question to the office is open at a time, whoever asks it; its "what" tells of what."""


def _names(call: ast.Call) -> Iterator[str]:
    """The names under which a call keeps something; what it forgets (None) is anybody's."""
    called = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
    given = {"keep_today": 0, "keep_for_press": 1, "next_number": 1}.get(called or "")
    if given is not None:
        kept: list[ast.expr] = [call.args[given]]
        kept += [one.value for one in call.keywords if one.arg == "counter"]
        yield from (str(one.value) for one in kept if isinstance(one, ast.Constant))
    if called == "remember":
        for one in call.keywords:
            if one.arg and not (isinstance(one.value, ast.Constant) and one.value.value is None):
                yield one.arg


def test_no_two_folders_keep_something_under_one_name():
    folders = defaultdict(set)
    for file in HERE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text())):
            if isinstance(call, ast.Call):
                for name in _names(call):
                    folders[name].add(file.relative_to(HERE).parts[0])

    assert {name for name, where in folders.items() if len(where) > 1} == SHARED
    assert {"which", "draft", "correcting", "listed", "inquiry"} <= folders.keys()
