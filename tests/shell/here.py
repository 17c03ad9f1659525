"""The command within this process, over a data folder of its own."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

import plans.examples
from bot.cli import app

PLAN = Path(plans.examples.__file__).parent / "vinh-lai.txt"
X = ("--committee", "Ban Chỉ đạo xã Vĩnh Lại")


@dataclass(frozen=True)
class Shell:
    """The command within this process, over one data folder; quicker than a process each."""

    data: Path

    def __call__(self, *arguments: object, **settings: object) -> Any:
        given = {"data_dir": self.data, "clock": "2025-12-01T08:00"} | settings
        environment = {f"DONDOC_{name.upper()}": str(value) for name, value in given.items()}
        return CliRunner().invoke(app, list(map(str, arguments)), env=environment)

    def ok(self, *arguments: object, **settings: object) -> str:
        done = self(*arguments, **settings)
        assert (done.exit_code, done.stderr) == (0, ""), done.stderr or done.exception
        return str(done.stdout)

    def refused(self, *arguments: object, **settings: object) -> str:
        """The one line that a refusal says; nothing is printed, nothing changed."""
        before = self.rows()
        done = self(*arguments, **settings)
        assert (done.exit_code, done.stdout) == (2, ""), done.exception
        assert self.rows() == before
        assert done.stderr.count("\n") == 1
        return str(done.stderr).strip()

    def rows(self) -> list[str]:
        """Everything in the database; nothing where there is none."""
        file = self.data / "dondoc.sqlite3"
        if not file.exists():
            return []
        with closing(sqlite3.connect(file)) as database:
            return [line for line in database.iterdump() if line.startswith("INSERT")]
