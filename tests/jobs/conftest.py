"""What the tests of the outbox begin with."""

import pytest

from tests.fakes import StillClock
from tests.jobs.office import Office
from tests.jobs.platform import Platform


@pytest.fixture
def office(database):
    return Office(database, Platform(), StillClock(), [])
