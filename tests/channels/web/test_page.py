"""The chat page in a real browser, as those use it who talk there."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import select

from bot.channels.web.channel import Web
from bot.i18n import translator
from bot.ports import Message
from bot.texts.drafts.files import too_large
from bot.texts.page import invitation_words, page_words, post_too_long
from db.engine import Database
from db.models import Chat, WebMessage
from tests.channels.web.chromium import DESK, PHONE, open_page, talking
from tests.channels.web.server import make_message, make_web, serve

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.parametrize("kind", ["sqlite"]),  # what is tested here is the page
]

VI = page_words(translator("vi"))
EN = page_words(translator("en"))


@pytest.fixture
async def web(database: Database) -> AsyncIterator[Web]:
    async with talking(database) as web:
        yield web


@pytest.fixture
async def site(web: Web) -> AsyncIterator[str]:
    async with serve(web) as address:
        yield address


@pytest.fixture
async def page(site: str) -> AsyncIterator[Page]:
    """A phone on which somebody has connected with their code."""
    async with open_page(PHONE) as page:
        await page.goto(site)
        await connect(page)
        yield page


async def connect(page: Page) -> None:
    await page.get_by_label(invitation_words(translator("vi"))["code"]).fill("VL7K-29QX")
    await page.locator("#invitation button").click()
    await expect(page.locator(".ours")).to_have_count(1)


async def say(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.locator("#composer .main").click()


async def address_of(database: Database) -> str:
    async with database.read() as session:
        return (await session.scalars(select(Chat.address))).one()


async def test_a_visitor_connects_with_a_code_and_then_talks(site):
    async with open_page(PHONE) as page:
        await page.goto(site)
        await expect(page.locator("#invitation")).to_be_visible()
        await expect(page.locator("#commands")).to_be_hidden()

        await connect(page)
        await expect(page.locator("#invitation")).to_be_hidden()
        await page.locator("#commands button").first.click()

        await expect(page.locator(".bubble .heading")).to_have_text(
            "Thứ Tư, 17/12/2025. 3 nhiệm vụ cần lưu ý"
        )
        assert await page.locator(".own .bubble p").all_inner_texts() == [
            "/start VL7K-29QX",
            "/viec",
        ]
        assert await page.locator(".day").all_inner_texts() == ["Thứ Tư, 17/12/2025"]
        assert set(await page.locator(".foot time").all_inner_texts()) == {"08:00"}


async def test_a_reader_comes_back_to_the_same_chat(page):
    await say(page, "#18 xong")
    await expect(page.locator(".ours")).to_have_count(2)

    await page.reload()

    await expect(page.locator(".line")).to_have_count(4)
    await expect(page.locator("#invitation")).to_be_hidden()
    await expect(page.locator("#connection")).to_be_empty()


async def test_headings_are_bold_and_line_breaks_kept(page):
    await say(page, "/viec")
    await expect(page.locator(".choices")).to_be_attached()

    bubble = page.locator(".ours").last.locator(".bubble p")
    weights = await bubble.evaluate_all("all => all.map(p => getComputedStyle(p).fontWeight)")
    assert weights == ["700", "400", "400"]
    assert (await bubble.nth(2).inner_text()).split("\n") == [
        "Đến hạn 31/12/2025, còn 14 ngày (2)",
        "#18 Tổ chức tuyên truyền …",
        "#20 Xây dựng …",
    ]


async def test_hostile_text_is_shown_as_text(page, web, database):
    hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script> <b>đậm</b> {{7*7}}'
    await say(page, hostile)
    await expect(page.locator(".ours")).to_have_count(2)
    await web.send(await address_of(database), make_message(hostile, "<i>nút</i>"), key="hostile.0")

    await expect(page.locator(".choices button")).to_have_text("<i>nút</i>")
    assert await page.locator(".own .bubble p").last.inner_text() == hostile
    assert await page.locator(".ours .bubble p").last.inner_text() == hostile
    assert await page.locator("#log").locator("img, script, b, i").count() == 0


async def test_a_choice_is_pressed_and_answered(page):
    await say(page, "/viec")

    await page.get_by_role("button", name="#20 Xây dựng").click()

    await expect(page.locator(".ours .bubble p").last).to_have_text("Đã bấm open:20")
    await expect(page.locator(".own .bubble p").last).to_have_text("#20 Xây dựng")
    rows = await page.locator(".choices .row").all()
    assert [await row.locator("button").count() for row in rows] == [1, 2]


async def test_a_turned_list_stands_where_it_stood(page, web, database):
    address = await address_of(database)
    listed = await web.send(address, make_message("trang 1", "Tiếp"), key="1.0")
    await web.send(address, make_message("tin khác"), key="2.0")
    await expect(page.locator(".ours")).to_have_count(3)

    await web.send(address, Message(("trang 2",), replaces=listed), key="3.0")

    await expect(page.locator(".ours .bubble", has_text="trang 1")).to_have_count(0)
    shown = await page.locator(".ours .bubble > p").all_inner_texts()
    assert shown[-2:] == ["trang 2", "tin khác"]


async def test_a_double_tap_presses_a_choice_once(page):
    await say(page, "/viec")

    # Both at once: after the first press of a mouse the chat moves on under it.
    twice = "button => { button.click(); button.click(); }"
    await page.get_by_role("button", name="#20 Xây dựng").evaluate(twice)
    await say(page, "hết")

    await expect(page.locator(".ours .bubble p").last).to_have_text("Đã nhận: hết")
    own = await page.locator(".own .bubble p").all_inner_texts()
    assert own[1:] == ["/viec", "#20 Xây dựng", "hết"]


async def test_a_message_is_answered_with_its_quote(page, database):
    await page.get_by_role("button", name=VI["reply"]).first.click()
    await expect(page.locator("#quoted")).to_have_text("Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.")
    await expect(page.locator("#text")).to_be_focused()

    await page.keyboard.type("đã xong")
    await page.keyboard.press("Enter")

    async with database.read() as session:
        quoted = await session.scalar(select(WebMessage.id).where(WebMessage.ours).limit(1))
    await expect(page.locator(".ours .bubble p").last).to_have_text(
        f"Trả lời tin {quoted}: đã xong"
    )
    await expect(page.locator("#lines .own .quote")).to_have_text(
        "Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại."
    )
    await expect(page.locator("#quoting")).to_be_hidden()


async def test_a_picture_stands_in_the_chat_and_opens_large(page):
    await say(page, "/tonghop")
    picture = page.locator(".picture img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 600

    await picture.click()
    await expect(page.locator("#large")).to_be_visible()
    await page.get_by_role("button", name=VI["close"]).click()

    await expect(page.locator("#large")).to_be_hidden()


async def test_a_lost_connection_is_said_and_nothing_is_lost(database):
    async with open_page(PHONE) as page:
        async with talking(database) as web, serve(web) as site:
            await page.goto(site)
            await connect(page)
        await expect(page.locator("#connection")).to_have_text(VI["reconnecting"])
        await say(page, "#18 xong")
        await expect(page.locator(".unsent")).to_contain_text(VI["unsent"])
        await make_web(database).send(
            await address_of(database), make_message("Gửi trong lúc mất mạng"), key="away.0"
        )
        port = int(site.rpartition(":")[2])

        async with talking(database) as web, serve(web, port=port):
            await expect(page.locator(".ours .bubble p").last).to_have_text("Đã nhận: #18 xong")

            await expect(page.locator("#connection")).to_be_empty()
            await expect(page.locator(".unsent")).to_have_count(0)
            assert await page.locator(".bubble p").all_inner_texts() == [
                "/start VL7K-29QX",
                "Đã kết nối với Ban Chỉ đạo xã Vĩnh Lại.",
                "Gửi trong lúc mất mạng",
                "#18 xong",
                "Đã nhận: #18 xong",
            ]


async def test_the_keyboard_is_enough(page):
    await page.locator("#text").focus()
    await page.keyboard.type("dòng một")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("dòng hai")
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .bubble p").last).to_have_text("dòng một\ndòng hai")
    await expect(page.locator("#text")).to_be_focused()
    await expect(page.locator(".ours")).to_have_count(2)

    await page.keyboard.press("Shift+Tab")  # back over the commands, to the last message
    for _ in range(5):
        await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("#quoted")).to_have_text("Đã nhận: dòng một dòng hai")

    await page.keyboard.press("Escape")
    await expect(page.locator("#quoting")).to_be_hidden()


async def test_what_comes_is_read_out_but_not_what_was_there(page):
    await page.reload()
    log = page.get_by_role("log", name=VI["conversation"])

    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(page.locator(".line")).to_have_count(2)
    heard = await page.locator(".line .unseen").all_text_contents()
    assert heard == [f"{VI['from_reader']}: ", f"{VI['from_us']}: "]


async def test_too_long_a_text_is_refused_and_kept(page, database):
    text = "a" * 4001

    await say(page, text)

    await expect(page.get_by_role("alert")).to_have_text(post_too_long(translator("vi"), 4000))
    await expect(page.locator("#text")).to_have_value(text)
    await say(page, "ngắn hơn")
    await expect(page.get_by_role("alert")).to_be_hidden()
    await expect(page.locator(".ours .bubble p").last).to_have_text("Đã nhận: ngắn hơn")


async def test_what_the_server_refuses_goes_back_to_where_it_was_written(page):
    await page.route(
        "**/chat/messages", lambda route: route.fulfill(status=409, json={"error": "Không nhận"})
    )
    await page.get_by_role("button", name=VI["reply"]).first.click()

    await say(page, "#18 xong")

    await expect(page.get_by_role("alert")).to_have_text("Không nhận")
    await expect(page.locator("#text")).to_have_value("#18 xong")
    await expect(page.locator("#quoting")).to_be_visible()
    await expect(page.locator(".own")).to_have_count(1)


async def test_the_page_changes_to_the_language_that_its_reader_chose(page):
    await expect(page.locator("#text")).to_have_attribute("placeholder", VI["write"])

    await say(page, "/ngonngu")

    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator("#text")).to_have_attribute("placeholder", EN["write"])
    await expect(page.locator(".day")).to_have_text("Wednesday, 17/12/2025")


async def test_a_long_message_is_shown_from_its_first_words(page, web, database):
    long = make_message("\n".join(f"#{n} nhiệm vụ" for n in range(1, 60)))

    await web.send(await address_of(database), long, key="long.0")

    last = page.locator(".line").last
    await expect(last).to_contain_text("#59 nhiệm vụ")
    log_box, box = await page.locator("#log").bounding_box(), await last.bounding_box()
    assert log_box is not None
    assert box is not None
    assert 0 <= box["y"] - log_box["y"] <= 24


LOOK_BACK = """async log => {
    const drawn = () => new Promise(requestAnimationFrame);
    do {
        log.scrollTop = 0;
        await drawn();
        await drawn();
    } while (log.scrollTop > 0);
}"""
"""Scroll up as a person does, who goes on until the first line stands there."""


async def test_a_reader_who_looks_back_is_left_there_and_told(page, web, database):
    chat = await address_of(database)
    for n in range(12):
        await web.send(chat, make_message(f"tin {n}\n\n\n"), key=f"{n}.0")
    await expect(page.locator(".line")).to_have_count(14)
    await page.locator("#log").evaluate(LOOK_BACK)

    await web.send(chat, make_message("tin mới"), key="new.0")

    await expect(page.locator("#newer")).to_be_visible()
    assert await page.locator("#log").evaluate("log => log.scrollTop") == 0
    await page.locator("#newer").click()
    await expect(page.get_by_text("tin mới", exact=True)).to_be_in_viewport()
    await expect(page.locator("#newer")).to_be_hidden()


CONTRAST = """element => {
    const channel = (value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
    const light = ([red, green, blue]) =>
        [red, green, blue].map((part) => channel(part / 255))
            .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    let under = element;
    while ((numbers(getComputedStyle(under).backgroundColor)[3] ?? 1) === 0) {
        under = under.parentElement;
    }
    const pair = [light(numbers(getComputedStyle(element).color)),
                  light(numbers(getComputedStyle(under).backgroundColor))].sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
}"""


async def test_the_page_is_easy_to_read_and_to_hit_by_day_and_night(page):
    await say(page, "/viec")
    await expect(page.locator(".choices")).to_be_visible()
    buttons = page.locator(".commands button, .choices button, .main:visible")
    strong = page.locator(".bubble p, .choices button, .main:visible")
    quiet = page.locator(".foot time, .reply, .day, .commands button")

    for size in (PHONE, DESK):
        await page.set_viewport_size(size)
        across = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert across[0] <= across[1]
        for button in await buttons.all():
            box = await button.bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    sizes = await strong.evaluate_all(
        "all => all.map(p => parseFloat(getComputedStyle(p).fontSize))"
    )
    assert min(sizes) >= 17
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        for text in await strong.all():
            assert await text.evaluate(CONTRAST) >= 7
        for text in await quiet.all():
            assert await text.evaluate(CONTRAST) >= 4.5


async def test_a_file_is_sent_with_the_button_and_with_a_drop(page, web):
    await page.locator("#text").fill("Kế hoạch của xã")
    await page.locator("#file").set_input_files(
        {"name": "ke hoach (1).docx", "mimeType": "application/msword", "buffer": b"PK" * 90_000}
    )
    await expect(page.locator(".ours")).to_have_count(2)
    assert await page.locator("#text").input_value() == ""
    dropped = await page.evaluate_handle(
        """() => {
            const carried = new DataTransfer();
            carried.items.add(new File(["x".repeat(5000)], "anh.png", { type: "image/png" }));
            return carried;
        }"""
    )
    await page.dispatch_event(".chat", "dragover", {"dataTransfer": dropped})
    await expect(page.locator("#drop")).to_be_visible()
    await page.dispatch_event(".chat", "drop", {"dataTransfer": dropped})
    await expect(page.locator(".ours")).to_have_count(3)
    await page.reload()

    files = page.locator(".own .file")
    await expect(files).to_have_text(["📎 ke hoach (1).docx", "📎 anh.png"])
    sizes = sorted(file.stat().st_size for file in web.uploads.folder.iterdir())
    assert sizes == [5000, 180_000]


async def test_a_file_that_is_too_large_is_not_even_sent(page, web):
    await page.evaluate(
        """() => {
            const carried = new DataTransfer();
            carried.items.add(new File([new Uint8Array(21 * 1024 * 1024)], "a.pdf"));
            const file = document.getElementById("file");
            file.files = carried.files;
            file.dispatchEvent(new Event("change"));
        }"""
    )

    await expect(page.locator("#refusal")).to_have_text(too_large(translator("vi")))
    await expect(page.locator(".own")).to_have_count(1)
