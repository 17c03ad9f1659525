"""How long plans take to be read, and how much memory: `python -m bench.read_plans`.

Each figure is the median of three, each read by a process of its own: seconds of its CPU from the
file to the parsed plan, and the most memory it held. What restoring knows is loaded before, once a
process, and has a line of its own. Word and Excel files are made as the tests make them, the PDF
by LibreOffice, all in a temporary folder; python-docx reads the Word files beside our own reader.
"""

import gc
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import NamedTuple

import docx
from docx.table import Table as DocxTable
from docx.table import _Row
from pypdfium2 import PdfDocument

from plans.files.document import Cell, Document, Paragraph, Place, Table, TableRow
from plans.files.read import read_bytes
from plans.parsed import ParsedPlan
from plans.read import read_document_plan, read_plan
from plans.restore.model import load_model
from tests.files.conftest import convert
from tests.files.make_docx import rows_docx, vinh_lai_docx, write
from tests.files.make_xlsx import vinh_lai_xlsx
from tests.files.wanted import labelled_tasks, read_tasks
from tests.plans.labelled import DATA

ROUNDS = 3
TEXT, OFFICE, PRINTED = 1.0, 2.0, 10.0
"""Seconds that a plan's text, a Word or Excel file and a PDF of 30 pages may take."""
MANY_ROWS = 3_000
EXAMPLE = Path(__file__).parents[1] / "plans" / "examples" / "vinh-lai.txt"


class Figures(NamedTuple):
    """What one process measured: CPU seconds, the most megabytes held, rows, rows all exact."""

    seconds: float
    megabytes: float
    rows: int
    exact: int


def read_by_python_docx(data: bytes) -> Document:
    """The document as python-docx gives it: all of it at once, without the numbers Word counts."""
    blocks: list[Paragraph | Table] = []
    line = 0
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, DocxTable):
            rows = []
            above: dict[int, object] = {}
            for row in block.rows:
                line += 1
                rows.append(TableRow(tuple(_cells(row, above)), Place(line)))
            blocks.append(Table(tuple(rows), 0, len(block.columns)))
            continue
        line += 1
        if text := " ".join(block.text.split()):
            blocks.append(Paragraph(text, Place(line)))
    return Document(tuple(blocks))


def _cells(row: _Row, above: dict[int, object]) -> Iterator[Cell]:
    """The row's cells, a merged one once; `above` has what stands in each column of the last."""
    at = 0
    for own, same in groupby(row.cells, key=lambda cell: cell._tc):
        cells = list(same)
        yield Cell(cells[0].text, at, at + len(cells), continued=above.get(at) is own)
        above[at] = own
        at += len(cells)


def _read_file(path: Path) -> ParsedPlan:
    return read_document_plan(read_bytes(path.read_bytes(), path.name))


READERS: dict[str, Callable[[Path], object]] = {
    "model": lambda _: load_model(),
    "text": lambda path: read_plan(path.read_text(encoding="utf-8")),
    "file": _read_file,
    "ours": lambda path: read_bytes(path.read_bytes(), path.name),
    "python-docx": lambda path: read_by_python_docx(path.read_bytes()),
}


def read_once(reader: str, path: Path) -> Figures:
    """Read in this process; rows are looked at once time and memory are taken."""
    gc.disable()  # as `plans.apart_worker` does, which reads a file and ends
    if reader == "text":
        load_model()
    begun = time.process_time()
    read = READERS[reader](path)
    seconds = time.process_time() - begun
    megabytes = _most_held()
    plan = read_document_plan(read) if isinstance(read, Document) else read
    tasks = read_tasks(plan) if isinstance(plan, ParsedPlan) else []
    wanted = labelled_tasks()
    return Figures(seconds, megabytes, len(tasks), sum(task in wanted for task in tasks))


def _most_held() -> float:
    """The most megabytes this process held; what it took over from its parent does not count."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measure(reader: str, path: Path) -> Figures:
    """The medians of processes that each read the file once."""
    rounds = []
    for _ in range(ROUNDS):
        done = subprocess.run(  # noqa: S603 - this very script
            [sys.executable, "-m", "bench.read_plans", reader, str(path)],
            check=True,
            capture_output=True,
            text=True,
            timeout=300,
        )
        rounds.append(Figures(*json.loads(done.stdout)))
    return Figures(
        median(one.seconds for one in rounds),
        median(one.megabytes for one in rounds),
        rounds[0].rows,
        rounds[0].exact,
    )


def _texts() -> Iterator[tuple[str, Path]]:
    for path in sorted(DATA.glob("*/plan.txt")):
        yield path.parent.name, path
    yield EXAMPLE.stem, EXAMPLE


def main() -> None:
    """Print every figure with its goal beside it, then the two readers of Word files."""
    print(f"{'':28} {'CPU s':>7} {'goal':>5} {'MB':>6} {'rows':>5}")
    model = measure("model", EXAMPLE)
    print(f"{'what restoring knows, once':28} {model.seconds:7.2f} {'':5} {model.megabytes:6.0f}")
    for name, path in _texts():
        _print(f"text: {name}", measure("text", path), TEXT)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        word = write(folder, "plan.docx", vinh_lai_docx())
        _print("Word", measure("file", word), OFFICE)
        sheet = write(folder, "plan.xlsx", vinh_lai_xlsx())
        _print("Excel", measure("file", sheet), OFFICE)
        convert([write(folder, "print.docx", vinh_lai_docx(size=13, centred=True))], folder)
        printed = folder / "print.pdf"
        with PdfDocument(printed) as pages:
            name = f"PDF of {len(pages)} pages"
        _print(name, measure("file", printed), PRINTED)

        print(f"\n{'Word files':28} {'ours: CPU s, MB, exact':>24} {'python-docx':>24}")
        for name, data in (
            ("numbers typed", vinh_lai_docx()),
            ("numbers counted by Word", vinh_lai_docx(numbered=True)),
            (f"{MANY_ROWS:,} rows", rows_docx(MANY_ROWS)),
        ):
            path = write(folder, "beside.docx", data)
            ours, theirs = measure("ours", path), measure("python-docx", path)
            print(f"{name:28} {_beside(ours):>24} {_beside(theirs):>24}")


def _print(name: str, found: Figures, goal: float) -> None:
    print(f"{name:28} {found.seconds:7.2f} {goal:5.0f} {found.megabytes:6.0f} {found.rows:5}")


def _beside(found: Figures) -> str:
    exact = f"{found.exact}/{found.rows}" if found.rows < MANY_ROWS else ""
    return f"{found.seconds:.2f} {found.megabytes:6.0f} {exact:>9}"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(read_once(sys.argv[1], Path(sys.argv[2]))))
    else:
        main()
