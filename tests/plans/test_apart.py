"""Files are read in a process of their own, which bears what they do."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plans import apart
from plans.apart import Reading, read_apart
from plans.files.errors import BY_NAME, TooHardError
from plans.files.read import read_document
from plans.read import read_document_plan
from plans.source import PlanSourceError
from tests.files.hostile import HOSTILE, Hostile
from tests.files.hostile_pdf import swollen_pdf
from tests.files.make_docx import vinh_lai_docx

SLOW = {
    "nested-bombs",
    "own-form-pdf",
    "crowded-pdf",
    "giant-picture-pdf",
    "giant-page-pdf",
    "largest-png",
    "slow-words",
    "slow-days",
}
"""Left to `python -m bench.hostile_files`."""
QUICK = [hostile for hostile in HOSTILE if hostile.id not in SLOW]


async def test_it_comes_back_as_it_was_read(tmp_path: Path):
    path = tmp_path / "plan"
    path.write_bytes(vinh_lai_docx())
    document = read_document(path, "plan.docx")

    reading = await read_apart(path, "plan.docx")

    assert reading.plan == read_document_plan(document)
    assert reading.text == document.text


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize("hostile", QUICK, ids=lambda hostile: hostile.id)
async def test_a_hostile_file_is_refused_for_its_reason(tmp_path: Path, hostile: Hostile):
    path = tmp_path / "file"
    path.write_bytes(hostile.make())

    with pytest.raises(PlanSourceError) as refusal:
        await read_apart(path, hostile.name)

    assert type(refusal.value) in hostile.why


async def test_a_reading_without_a_word_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(apart, "SILENCE", apart.SILENCE * 0)
    path = tmp_path / "file"
    path.write_bytes(vinh_lai_docx())

    with pytest.raises(TooHardError):
        await read_apart(path, "a.docx")


async def test_what_is_cancelled_leaves_no_process(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(swollen_pdf())
    reading = await begun(path)

    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)

    assert workers(path) == []


def test_the_reader_ends_with_the_program_that_began_it(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(swollen_pdf())
    begin = (
        "import asyncio, sys; from pathlib import Path; from plans.apart import read_apart; "
        "asyncio.run(read_apart(Path(sys.argv[1]), 'a.pdf'))"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", begin, str(path)], cwd=Path(apart.__file__).parents[1]
    )
    while not workers(path):
        assert program.poll() is None

    program.kill()
    program.wait()

    for _ in range(200):
        if not workers(path):
            return
        time.sleep(0.05)
    pytest.fail("the reader lives on")


async def test_the_reader_knows_nothing_of_our_settings(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("DONDOC_TELEGRAM_TOKEN", "1:geheim")
    path = tmp_path / "file"
    path.write_bytes(swollen_pdf())
    reading = await begun(path)

    environment = environment_of(workers(path)[0])
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)

    assert b"PYTHONPATH" in environment
    assert b"DONDOC" not in environment


def test_every_reason_has_its_name():
    def below(kind: type[PlanSourceError]) -> set[type[PlanSourceError]]:
        return {kind}.union(*(below(one) for one in kind.__subclasses__()))

    assert set(BY_NAME.values()) == below(PlanSourceError) - {PlanSourceError}


async def begun(path: Path) -> asyncio.Task[Reading]:
    """A reading whose process is there."""
    reading = asyncio.create_task(read_apart(path, "a.pdf"))
    while not workers(path):  # noqa: ASYNC110  (nothing tells of it)
        await asyncio.sleep(0.02)
    return reading


def environment_of(process: int) -> bytes:
    return Path(f"/proc/{process}/environ").read_bytes()


def workers(path: Path) -> list[int]:
    """The processes that read this file now."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"plans.apart_worker" in command and str(path).encode() in command:
                found.append(int(entry.name))
    return found
