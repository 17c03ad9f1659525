"""What the tests of the page begin with: the page on a port of this machine, and two browsers."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.web.channel import Web
from db.engine import Database
from tests.channels.web.draft_office import office
from tests.channels.web.server import Browser, make_web, serve

__all__ = ["office"]


@pytest.fixture
def web(database: Database) -> Web:
    return make_web(database)


@pytest.fixture
async def site(web: Web) -> AsyncIterator[str]:
    async with serve(web) as address:
        yield address


@pytest.fixture
async def hoa(site: str) -> AsyncIterator[Browser]:
    async with Browser(base_url=site) as browser:
        await browser.enter()
        yield browser


@pytest.fixture
async def minh(site: str) -> AsyncIterator[Browser]:
    async with Browser(base_url=site) as browser:
        await browser.enter()
        yield browser
