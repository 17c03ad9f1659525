"""The stage and the people of the dialogues."""

from collections.abc import AsyncIterator

import pytest

from tests.dialogues.cast import Cast, gather
from tests.dialogues.stage import Stage, open_stage


@pytest.fixture
def kind() -> str:
    """Dialogues run on the embedded database; the storage tests run on both."""
    return "sqlite"


@pytest.fixture(params=["plain", "telegram"])
def channel(request: pytest.FixtureRequest) -> str:
    """Every dialogue is held on the weakest channel and on Telegram's wire."""
    return str(request.param)


@pytest.fixture
async def stage(channel: str, database_url: str) -> AsyncIterator[Stage]:
    """A running program; at the end of a dialogue nobody was told more than it says."""
    async with open_stage(channel, database_url) as stage:
        yield stage
        assert stage.unheard() == {}


@pytest.fixture
async def cast(stage: Stage) -> Cast:
    """The people of xã Vĩnh Lại, who have come in, and a neighbouring committee."""
    return await gather(stage)
