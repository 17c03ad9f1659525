"""Ready to work after start, beside the bare imports: `python -m bench.start`.

Seconds from the start of `dondoc run` to an answering page and the first tick, and the memory it
then holds, on a database that is there; beside it a process that imports telegram.ext, apscheduler,
sqlalchemy and babel and does nothing. CPU seconds, which other work on the machine hardly changes,
and the wall's. Medians of three, in turn. Goals: 1.5 times, 100 MB.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROUNDS = 3
BARE = "import telegram.ext, apscheduler.schedulers.asyncio, sqlalchemy.ext.asyncio, babel"
TOLD = "; print('ready', flush=True); input()"
PATIENCE = 60.0


@contextmanager
def started(command: list[str], settings: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A process of ours, gone at the end."""
    process = subprocess.Popen(  # noqa: S603  this very program
        command,
        env=os.environ | settings,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def bare() -> tuple[float, float, float]:
    """Seconds, CPU seconds and MB of the imports alone."""
    begun = time.perf_counter()
    with started([sys.executable, "-c", BARE + TOLD], {}) as process:
        assert process.stdout
        process.stdout.readline()
        return time.perf_counter() - begun, spent(process.pid), held(process.pid)


def ours(folder: str) -> tuple[float, float, float]:
    """Seconds and CPU seconds until the page answers, which it does after the first tick; MB."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"DONDOC_DATA_DIR": folder, "DONDOC_WEB_PORT": str(port)}
    begun = time.perf_counter()
    with started([sys.executable, "-m", "bot", "run"], settings) as process:
        while not _answers(port):
            assert time.perf_counter() - begun < PATIENCE, "it does not answer"
            assert process.poll() is None, "it ended"
            time.sleep(0.01)
        return time.perf_counter() - begun, spent(process.pid), held(process.pid)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def spent(pid: int) -> float:
    """The CPU seconds that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def held(pid: int) -> float:
    """The MB that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def main() -> None:
    """Print both, and the ratio."""
    with TemporaryDirectory() as folder:
        ours(folder)  # makes the database
        rounds = [(bare(), ours(folder)) for _ in range(ROUNDS)]
    theirs, mine = (
        [median(figures) for figures in zip(*way, strict=True)] for way in zip(*rounds, strict=True)
    )
    print("                wall s   CPU s   ratio, wall   CPU   goal    MB   goal")
    print(f"bare imports   {theirs[0]:7.2f} {theirs[1]:7.2f} {'':28} {theirs[2]:5.0f}")
    wall, cpu = mine[0] / theirs[0], mine[1] / theirs[1]
    print(
        f"dondoc run     {mine[0]:7.2f} {mine[1]:7.2f} {wall:13.2f} {cpu:5.2f} {1.5:6}"
        f" {mine[2]:7.0f} {100:6}"
    )


if __name__ == "__main__":
    main()
