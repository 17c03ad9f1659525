"""The stage and the people of the dialogues."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from db.engine import Database
from tests.dialogues.cast import CHATS, Cast, gather
from tests.dialogues.stage import Stage, open_stage

casts: dict[str, Cast] = {}
"""The people of each channel's template, made once: they take longer than most dialogues."""


@pytest.fixture
def kind() -> str:
    """Dialogues run on the embedded database; the storage tests run on both."""
    return "sqlite"


@pytest.fixture(params=["plain", "telegram"])
def channel(request: pytest.FixtureRequest) -> str:
    """Every dialogue is held on the weakest channel and on Telegram's wire."""
    return str(request.param)


@pytest.fixture
async def sqlite_template(sqlite_template: Path, channel: str) -> Path:
    """A database to copy with everybody in it."""
    file = sqlite_template.with_name(f"{channel}.sqlite3")
    if channel not in casts:
        shutil.copyfile(sqlite_template, file)
        database = Database(f"sqlite:///{file}")
        async with database.write() as session:
            casts[channel] = await gather(session, channel)
        await database.close()
    return file


@pytest.fixture
async def stage(channel: str, database_url: str) -> AsyncIterator[Stage]:
    """A running program; at the end of a dialogue nobody was told more than it says."""
    async with open_stage(channel, database_url) as stage:
        yield stage
        assert stage.unheard() == {}


@pytest.fixture
async def cast(stage: Stage, channel: str, kind: str) -> Cast:
    """The people of xã Vĩnh Lại, who have come in, and a neighbouring committee."""
    stage.enter(*CHATS)
    if kind == "sqlite":
        return casts[channel]
    async with stage.program.database.write() as session:
        return await gather(session, channel)
