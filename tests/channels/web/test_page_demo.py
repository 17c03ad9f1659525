"""The demonstration's bar in a real browser."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from bot.channels.demo import DemoPerson, demo_routes
from bot.channels.web.channel import Web
from bot.channels.web.session import chat_address, new_token
from bot.i18n import translator
from bot.texts.page import demo_words, sample_data, unread_count
from db.engine import Database
from tests.channels.web.chromium import DESK, PHONE, open_page, talking
from tests.channels.web.server import ZONE, make_message, serve
from tests.make import make_chat, make_person

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.parametrize("kind", ["sqlite"]),  # what is tested here is the page
]

VI = translator("vi")
WORDS = demo_words(VI)
HOA, MINH, HANH = new_token(), new_token(), new_token()
PEOPLE = (
    DemoPerson(HOA, "Hoa (mẫu)", "Cán bộ đầu mối", "Phòng Văn hóa - Xã hội"),
    DemoPerson(MINH, "Minh (mẫu)", "Cán bộ đầu mối", "Phòng Kinh tế"),
    DemoPerson(HANH, "Đỗ Thị Hạnh", "Cơ quan Thường trực"),
)


class Controls:
    """A day's move sends a reminder to each officer."""

    zone = ZONE

    def __init__(self, web: Web) -> None:
        self.web = web

    async def people(self) -> Sequence[DemoPerson]:
        return PEOPLE

    def now(self) -> datetime:
        return self.web.clock.now()

    async def advance(self, by: timedelta) -> None:
        self.web.clock.set(self.now() + by)
        for person in PEOPLE[:2] if by.days else ():
            message = make_message(f"Nhắc {person.name}", "#18")
            key = f"{person.name}.{self.now():%d%H}"
            await self.web.send(chat_address(person.chat_token), message, key=key)


@pytest.fixture
async def controls(database: Database) -> AsyncIterator[Controls]:
    async with database.write() as session:
        for person in PEOPLE:
            row = await make_person(session, name=person.name)
            address = chat_address(person.chat_token)
            await make_chat(session, row, channel="web", address=address)
    async with talking(database) as web:
        yield Controls(web)


@pytest.fixture
async def site(controls: Controls) -> AsyncIterator[str]:
    more = demo_routes(controls.web, controls, hosts=("127.0.0.1",))
    async with serve(controls.web, more, demo=True) as address:
        yield address


@pytest.fixture
async def page(site: str) -> AsyncIterator[Page]:
    async with open_page(DESK) as page:
        await page.goto(site)
        await expect(page.locator("#people")).to_have_value(chat_address(HOA))
        await expect(page.locator("#connection")).to_be_empty()
        yield page


async def test_the_bar_shows_the_clock_the_people_and_that_nothing_is_real(page):
    await expect(page.locator("#clock")).to_have_text("Thứ Tư, 17/12/2025 08:00")
    await expect(page.get_by_text(sample_data(VI))).to_be_in_viewport()
    people = page.get_by_label(WORDS["person"])
    groups = await people.locator("optgroup").evaluate_all(
        "all => all.map(group => [group.label, ...[...group.children].map(o => o.text)])"
    )
    assert groups == [
        [
            "Cán bộ đầu mối",
            "Phòng Văn hóa - Xã hội · Hoa (mẫu)",
            "Phòng Kinh tế · Minh (mẫu)",
        ],
        ["Cơ quan Thường trực", "Đỗ Thị Hạnh"],
    ]
    await expect(page.locator("#invitation")).to_be_hidden()


async def test_the_bar_leaves_a_phone_half_its_height_for_the_chat(page):
    await page.get_by_role("button", name=WORDS["day"]).click()
    await expect(page.locator("#unread button")).to_be_visible()

    await page.set_viewport_size(PHONE)

    across = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert across[0] <= across[1]
    box = await page.locator("#log").bounding_box()
    assert box is not None
    assert box["height"] >= PHONE["height"] / 2


async def test_moving_the_clock_brings_the_messages_of_those_days(page):
    await page.get_by_role("button", name=WORDS["hour"]).click()
    await expect(page.locator("#clock")).to_have_text("Thứ Tư, 17/12/2025 09:00")
    await expect(page.locator(".line")).to_have_count(0)

    await page.get_by_role("button", name=WORDS["day"]).click()
    await expect(page.locator("#clock")).to_have_text("Thứ Năm, 18/12/2025 09:00")
    await expect(page.locator(".bubble p")).to_have_text("Nhắc Hoa (mẫu)")
    await expect(page.locator(".foot time")).to_have_text("09:00")

    await page.get_by_role("button", name=WORDS["week"]).click()
    await expect(page.locator(".line")).to_have_count(2)
    assert await page.locator(".day").all_inner_texts() == [
        "Thứ Năm, 18/12/2025",
        "Thứ Năm, 25/12/2025",
    ]


async def test_one_sees_in_whose_chats_messages_wait_and_turns_to_them(page):
    await page.get_by_role("button", name=WORDS["day"]).click()
    waiting = page.locator("#unread button")
    await expect(waiting).to_have_text("Phòng Kinh tế · Minh (mẫu) 1")
    option = page.locator(f"option[value='{chat_address(MINH)}']")
    await expect(option).to_have_text(f"Phòng Kinh tế · Minh (mẫu) ({unread_count(VI, 1)})")

    await waiting.click()

    await expect(page.locator(".bubble p")).to_have_text("Nhắc Minh (mẫu)")
    await expect(page.locator("#people")).to_have_value(chat_address(MINH))
    await expect(waiting).to_have_count(0)


async def test_what_is_said_goes_into_the_chosen_persons_chat(page):
    async with page.expect_response("**/demo/as"):
        await page.get_by_label(WORDS["person"]).select_option(chat_address(HANH))
    await expect(page.locator("#empty")).to_be_visible()
    await page.locator("#commands button").nth(1).click()
    await expect(page.locator(".own .bubble p")).to_have_text("/tonghop")
    await expect(page.locator(".picture")).to_be_visible()

    await page.get_by_label(WORDS["person"]).select_option(chat_address(HOA))
    await expect(page.locator("#empty")).to_be_visible()
    await expect(page.locator(".line")).to_have_count(0)


async def test_a_move_that_fails_is_said(page):
    await page.route("**/demo/clock", lambda route: route.fulfill(status=200, body="not JSON"))
    day = page.get_by_role("button", name=WORDS["day"])

    await day.click()

    await expect(page.locator("#moving")).to_have_text(WORDS["failed"])
    await expect(day).to_be_enabled()
