"""Imports run one way: what the outside calls stands on rules, and rules stand on tables."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("bot", "db", "jobs", "locales", "plans", "reports", "tasks")

LAYERS = (
    # Anyone may import these.
    ("bot.ports", "bot.parts", "bot.clock", "bot.i18n", "bot.logs", "db.enums", "locales"),
    ("bot.loading",),
    ("db",),
    ("bot.settings",),  # above `db`, whose engine knows which addresses it can open
    ("tasks", "plans", "reports.figures", "reports.facts", "reports.periods", "reports.status"),
    ("bot.texts", "reports"),
    ("bot.conversation",),
    ("bot.channels", "jobs"),
    ("bot.app", "bot.serving", "bot.telegram_bot"),
    ("bot.demo", "bot.shell"),
    ("bot.cli", "bot.__main__"),
)
"""Modules and packages from the lowest layer up; the longest name that fits decides.

A module imports its own layer and those below.
"""

STRANGERS = [("bot.channels", "jobs"), ("jobs", "bot.channels")]
"""The edges: the outside calls one, the clock the other; the first does not know the second."""

PURE = (
    "bot.conversation.dates",
    "bot.conversation.listening",
    "bot.conversation.questions.asked_form",
    "bot.conversation.questions.inquiries",
    "bot.conversation.questions.scopes",
    "bot.conversation.office.order_agencies",
    "bot.conversation.office.order_times",
    "bot.conversation.office.order_wording",
    "bot.conversation.office.orders",
    "bot.conversation.replies",
    "bot.conversation.reporting.passed_over",
    "bot.parts",
    "bot.ports",
    "plans",
    "reports.figures",
    "reports.indicator_words",
    "reports.indicators",
    "reports.periods",
    "reports.render",
    "reports.render_rows",
    "reports.status",
    "reports.words",
    "tasks.calendar",
    "tasks.lunar",
    "tasks.rules",
    "tasks.working_days",
)
"""What takes values and gives values: no database, no clock, no settings, no platform."""

NOT_PURE = ("plans.agencies.store", "plans.indicators.store", "plans.store")
"""The writes that stand beside them."""

IMPURE = ("sqlalchemy", "alembic", "telegram", "starlette", "apscheduler")
IMPURE_OURS = ("bot.settings", "bot.clock")
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic"}

ONLY = [
    ("telegram", ("bot.channels.telegram",)),
    ("apscheduler", ("jobs.scheduler", "bot.app")),
    ("bot.app", ("bot.cli", "bot.demo", "bot.shell", "bot.__main__")),
]
"""A library or module, and who alone may import it."""


def _name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {_name(file): file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))}


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


def _named(node: ast.AST, module: str) -> Iterator[str]:
    """What an import statement names, each as far as it is a module of ours."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            package = module.split(".")
            here = package if FILES[module].name == "__init__.py" else package[:-1]
            base = ".".join([*here[: len(here) - node.level + 1], *filter(None, [base])])
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            yield inner if inner in FILES else base


@cache
def _imports(module: str) -> frozenset[str]:
    return frozenset(
        name for node in ast.walk(_tree(module)) for name in _named(node, module) if name != module
    )


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@cache
def _layer(module: str) -> int | None:
    """How high a module stands; None where the table does not name it."""
    fitting = [
        (len(name), height)
        for height, names in enumerate(LAYERS)
        for name in names
        if _within(module, name)
    ]
    return max(fitting)[1] if fitting else None


def _reached(module: str) -> set[str]:
    """Every module of ours that importing this one imports, itself included."""
    reached: set[str] = set()
    waiting = {module}
    while waiting:
        reached |= waiting
        waiting = {name for each in waiting for name in _imports(each) if name in FILES} - reached
    return reached


def test_every_module_has_a_layer():
    unplaced = [name for name in FILES if _layer(name) is None and name != "bot"]

    assert unplaced == [], "give it a place in LAYERS"


def test_every_name_of_the_tables_is_a_module():
    tables = [*LAYERS, *STRANGERS, PURE, NOT_PURE, *(owners for _, owners in ONLY)]
    named = {name for names in tables for name in names}

    assert sorted(named - set(FILES)) == []


def test_imports_point_down():
    upward = [
        (module, name)
        for module in FILES
        for name in _imports(module)
        if name in FILES and (_layer(name) or 0) > (_layer(module) or 0)
    ]

    assert upward == []


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_the_edges_do_not_know_each_other(one, other):
    known = [
        (module, name)
        for module in FILES
        if _within(module, one)
        for name in _imports(module)
        if _within(name, other)
    ]

    assert known == []


@pytest.mark.parametrize(("what", "who"), ONLY, ids=[what for what, _ in ONLY])
def test_only_its_owners_import_it(what, who):
    others = [
        module
        for module in FILES
        if any(_within(name, what) for name in _imports(module))
        and not any(_within(module, owner) for owner in who)
    ]

    assert others == []


def test_pure_files_know_no_database_and_no_clock():
    pure = [m for m in FILES if m not in NOT_PURE and any(_within(m, name) for name in PURE)]
    reached = {(module, each) for module in pure for each in _reached(module)}

    assert [
        (module, each, name)
        for module, each in reached
        for name in _imports(each)
        if name not in FILES and name.partition(".")[0] in IMPURE
    ] == []
    assert [(module, each) for module, each in reached if each in IMPURE_OURS] == []
    assert [
        f"{module}:{node.lineno}"
        for module in pure
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    ] == []


def test_an_import_inside_a_function_gives_its_reason():
    assert [place for module in FILES for place in _unreasoned(module)] == []


def _unreasoned(module: str) -> list[str]:
    """Where a module imports something within a function without a comment that says why."""
    lines = FILES[module].read_text(encoding="utf-8").splitlines()
    functions = [
        node
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    inside = {
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    reasoned = {
        line
        for line in inside
        if "#" in lines[line - 1] or (line - 1 in inside and "#" in lines[line - 2])
    }
    return [f"{module}:{line}" for line in sorted(inside - reasoned)]


def test_no_two_modules_import_each_other():
    graph = {module: {name for name in _imports(module) if name in FILES} for module in FILES}

    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")
    assert set(order) == set(FILES)


@pytest.mark.parametrize(
    ("statement", "module", "named"),
    [
        ("from db import models", "db.migrations.env", ["db.models"]),
        ("from db.models import Task", "tasks.rules", ["db.models"]),
        ("from .models import Task", "db.migrate", ["db.models"]),
        ("from . import models", "db.migrate", ["db.models"]),
        ("from ..base import Base", "db.models.task", ["db.base"]),
        ("import telegram.ext", "tasks.rules", ["telegram.ext"]),
    ],
)
def test_import_statements_are_understood(monkeypatch, statement, module, named):
    monkeypatch.setitem(FILES, "db.models.task", ROOT / "db" / "models" / "task.py")

    assert list(_named(ast.parse(statement).body[0], module)) == named
