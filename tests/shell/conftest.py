"""Data folders to run the command over: one with a draft, and an empty one."""

import shutil
from pathlib import Path

import pytest

from tests.shell.here import PLAN, Shell, X


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the plan of Vĩnh Lại as a draft."""
    folder = tmp_path_factory.mktemp("imported") / "data"
    Shell(folder).ok("import", PLAN, *X)
    return folder


@pytest.fixture
def shell(imported: Path, tmp_path: Path) -> Shell:
    shutil.copytree(imported, tmp_path / "data")
    return Shell(tmp_path / "data")


@pytest.fixture
def fresh(tmp_path: Path) -> Shell:
    """A machine on which nothing was done yet."""
    return Shell(tmp_path / "data")
