"""What hostile files cost: `python -m bench.hostile_files [NAME ...]`.

Each is made, written to a file and read as the shell and the chat read it. Prints how it ended,
how long that took, and the most memory that the reading process and this one had. Goals: the
right reason for every file, no reader over its limit, and this process as small as before.
"""

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from plans.apart import read_apart
from plans.source import PlanSourceError
from tests.files.hostile import HOSTILE, Hostile

MEGABYTE = 1024 * 1024


def measure(hostile: Hostile, path: Path) -> dict[str, object]:
    """What came of one file; in a process of its own, so that its peaks are its own."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    try:
        reading = asyncio.run(read_apart(path, hostile.name))
        ended = f"{len(reading.plan.tasks)} tasks"
    except PlanSourceError as error:
        ended = type(error).__name__
    return {
        "ended": ended,
        "seconds": time.perf_counter() - begun,
        "reader": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "grown": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
    }


def main() -> None:
    """A line a file; or, told `--one NAME FILE`, the measures of one as JSON."""
    by_id = {hostile.id: hostile for hostile in HOSTILE}
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(by_id[sys.argv[2]], Path(sys.argv[3]))))
        return
    print(f"{'file':26} {'size':>9} {'ended':24} {'time':>7} {'reader':>8} {'here':>8}")
    for name in sys.argv[1:] or by_id:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "file"
            path.write_bytes(by_id[name].make())
            command = [sys.executable, "-m", "bench.hostile_files", "--one", name, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
            got = json.loads(done.stdout)
            right = got["ended"] in [why.__name__ for why in by_id[name].why] or not by_id[name].why
            print(
                f"{name:26} {path.stat().st_size / 1024:6,.0f} kB {got['ended']:24} "
                f"{got['seconds']:5.1f} s {got['reader']:5.0f} MB {got['grown']:+5.1f} MB"
                f"{'' if right else '  WRONG'}",
                flush=True,
            )


if __name__ == "__main__":
    main()
