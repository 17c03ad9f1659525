"""What `conftest` promises: a machine of its own, and a word on every test that was left out."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.make import make_committee

ROOT = Path(__file__).parent.parent

NEEDY = """
import pytest

@pytest.mark.needs("chromium")
@pytest.mark.parametrize("size", [1, 2])
def test_page(size):
    pass

def test_other():
    pass
"""


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_addresses_beyond_this_machine_are_refused(reached_outside, host):
    with pytest.raises(PermissionError, match=host):
        socket.create_connection((host, 443), timeout=1)

    assert reached_outside == [host]
    reached_outside.clear()


def test_names_beyond_this_machine_are_not_even_looked_up(reached_outside):
    with pytest.raises(PermissionError, match=r"api\.telegram\.org"):
        socket.getaddrinfo("api.telegram.org", 443)

    assert reached_outside == ["api.telegram.org"]
    reached_outside.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_reached(host):
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection((host, server.getsockname()[1]), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_the_callers_settings_are_not_seen():
    assert [name for name in os.environ if name.startswith("DONDOC_")] in ([], ["DONDOC_TEST_ALL"])
    assert not Path(".env").exists()
    assert Settings().model_fields_set == set()


@pytest.mark.parametrize("turn", ["first", "second"])
async def test_every_test_has_a_database_of_its_own(database, turn):
    async with database.write() as session:
        committee = await make_committee(session)

    assert committee.id == 1


def test_a_test_whose_program_is_missing_is_left_out_and_named_in_one_line(tmp_path):
    outcome = _run_needy(tmp_path)

    assert outcome.returncode == 0
    [line] = [line for line in outcome.stdout.splitlines() if "chromium" in line]
    assert line == "Left out without chromium (apt install chromium): 2 of test_needy.py"
    assert "1 passed, 2 skipped" in outcome.stdout


def test_a_missing_program_is_a_failure_where_all_is_to_be_tested(tmp_path):
    outcome = _run_needy(tmp_path, DONDOC_TEST_ALL="1")

    assert outcome.returncode == 1
    assert "chromium is missing: apt install chromium" in outcome.stdout
    assert "1 passed, 2 errors" in outcome.stdout


def _run_needy(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What pytest says of `NEEDY` on a machine without any program."""
    file = folder / "test_needy.py"
    file.write_text(NEEDY, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", f"--rootdir={folder}", file],
        cwd=folder,
        env={"PATH": "", "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
