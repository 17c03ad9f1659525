"""The demonstration's routes: whom to talk as, the clock, and what each chat has not shown."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.channels.demo import DemoPerson, demo_routes
from bot.channels.web.channel import Web
from bot.channels.web.session import chat_address, new_token
from db.engine import Database
from tests.channels.web.server import ZONE, Browser, make_message, make_web, serve, texts
from tests.make import make_chat, make_person

HOA, MINH = new_token(), new_token()

without_storage = pytest.mark.parametrize("kind", ["sqlite"])
"""For what is decided before the database is asked: once is enough."""


class Controls:
    """Two people; a move of the clock sends the second a message."""

    zone = ZONE

    def __init__(self, web: Web) -> None:
        self.web = web
        self.moves: list[timedelta] = []
        self.moving = 0

    async def people(self) -> Sequence[DemoPerson]:
        return (
            DemoPerson(HOA, "Hoa (mẫu)", "Cán bộ đầu mối", "Phòng Văn hóa - Xã hội"),
            DemoPerson(MINH, "Minh (mẫu)", "Thành viên"),
        )

    def now(self) -> datetime:
        return self.web.clock.now()

    async def advance(self, by: timedelta) -> None:
        self.moving += 1
        assert self.moving == 1, "two moves at once"
        await asyncio.sleep(0)
        self.moves.append(by)
        self.web.clock.set(self.now() + by)
        key = f"{len(self.moves)}.0"
        await self.web.send(chat_address(MINH), make_message(f"Nhắc {key}"), key=key)
        self.moving -= 1


@pytest.fixture
def controls(database: Database) -> Controls:
    return Controls(make_web(database))


@pytest.fixture
async def browser(database: Database, controls: Controls) -> AsyncIterator[Browser]:
    async with database.write() as session:
        for token in (HOA, MINH):
            person = await make_person(session)
            await make_chat(session, person, channel="web", address=chat_address(token))
    more = demo_routes(controls.web, controls, hosts=("127.0.0.1",))
    async with (
        serve(controls.web, more, demo=True) as site,
        Browser(base_url=site) as browser,
    ):
        yield browser


async def state(browser: Browser) -> dict[str, Any]:
    return dict((await browser.get("/demo/state")).json())


def unread(shown: dict[str, Any]) -> list[int]:
    return [person["unread"] for person in shown["people"]]


async def become(browser: Browser, token: str) -> dict[str, Any]:
    response = await browser.post("/demo/as", json={"person": chat_address(token)})
    assert response.status_code == 200
    return dict(response.json())


async def test_the_state_names_the_clock_and_the_people_without_their_tokens(browser):
    response = await browser.get("/demo/state")

    assert response.json() == {
        "now": "Thứ Tư, 17/12/2025 08:00",
        "at": "2025-12-17T08:00+07:00",
        "current": None,
        "people": [
            {
                "person": chat_address(HOA),
                "name": "Hoa (mẫu)",
                "role": "Cán bộ đầu mối",
                "agency": "Phòng Văn hóa - Xã hội",
                "unread": 0,
                "unread_label": response.json()["people"][0]["unread_label"],
            },
            {
                "person": chat_address(MINH),
                "name": "Minh (mẫu)",
                "role": "Thành viên",
                "agency": None,
                "unread": 0,
                "unread_label": response.json()["people"][1]["unread_label"],
            },
        ],
    }
    assert HOA not in response.text


async def test_one_talks_as_the_person_chosen(browser):
    shown = await become(browser, HOA)
    await browser.say("của Hoa")
    await become(browser, MINH)
    await browser.say("của Minh")

    assert shown["current"] == chat_address(HOA)
    assert texts(await browser.past()) == ["của Minh"]
    await become(browser, HOA)
    assert texts(await browser.past()) == ["của Hoa"]


@without_storage
async def test_the_cookie_of_a_chosen_person_is_as_closed_as_any(browser):
    response = await browser.post("/demo/as", json={"person": chat_address(HOA)})

    cookie = response.headers["set-cookie"]
    assert cookie.startswith(f"dondoc={HOA};")
    assert {"HttpOnly", "SameSite=strict"} <= set(cookie.split("; "))


@without_storage
@pytest.mark.parametrize(
    "person",
    [None, "", "0" * 64, pytest.param(HOA, id="a token"), {"a": 1}],
)
async def test_nobody_else_can_be_chosen(browser, person):
    response = await browser.post("/demo/as", json={"person": person})

    assert response.status_code == 404
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    ("step", "by", "now"),
    [
        ({"hours": 1}, timedelta(hours=1), "Thứ Tư, 17/12/2025 09:00"),
        ({"days": 1}, timedelta(days=1), "Thứ Năm, 18/12/2025 08:00"),
        ({"days": 7}, timedelta(days=7), "Thứ Tư, 24/12/2025 08:00"),
    ],
    ids=["hour", "day", "week"],
)
async def test_the_clock_is_moved_on_and_its_messages_are_there(browser, controls, step, by, now):
    await become(browser, HOA)

    response = await browser.post("/demo/clock", json=step)

    assert controls.moves == [by]
    assert response.json()["now"] == now
    assert unread(response.json()) == [0, 1]


@without_storage
@pytest.mark.parametrize("step", [{}, {"days": -1}, {"days": 365}, {"hours": 1, "days": 1}, [1]])
async def test_the_clock_moves_by_no_other_step(browser, controls, step):
    response = await browser.post("/demo/clock", json=step)

    assert response.status_code == 400
    assert controls.moves == []


async def test_moves_of_the_clock_follow_one_another(browser, controls):
    await asyncio.gather(*(browser.post("/demo/clock", json={"days": 1}) for _ in range(4)))

    assert controls.moves == [timedelta(days=1)] * 4


async def test_messages_count_as_unread_until_their_chat_was_on_the_page(browser):
    await become(browser, HOA)
    await browser.post("/demo/clock", json={"days": 1})
    await browser.post("/demo/clock", json={"days": 1})
    assert unread(await state(browser)) == [0, 2]

    shown = await become(browser, MINH)
    assert unread(shown) == [0, 0]

    await browser.post("/demo/clock", json={"days": 1})
    assert unread(await become(browser, HOA)) == [0, 0]
    await browser.post("/demo/clock", json={"days": 1})
    assert unread(await state(browser)) == [0, 1]


@without_storage
async def test_the_page_says_that_its_data_are_samples(browser):
    page = await browser.get("/")

    assert 'id="demo"' in page.text
    assert 'class="sample"' in page.text


@without_storage
@pytest.mark.parametrize("path", ["/demo/as", "/demo/clock"])
async def test_another_site_can_neither_choose_nor_move(browser, controls, path):
    body = {"person": chat_address(HOA), "days": 1}

    response = await browser.post(path, json=body, headers={"Origin": "https://evil.example"})

    assert response.status_code == 403
    assert controls.moves == []


@without_storage
async def test_another_host_is_told_nothing(browser):
    response = await browser.get("/demo/state", headers={"Host": "rebound.example"})

    assert response.status_code == 421
