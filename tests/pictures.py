"""Take the README's pictures of the demonstration: `make pictures`. Needs Chromium."""

import asyncio
import re
import shutil
import socket
import sys
from pathlib import Path

from playwright.async_api import Error, Page, ViewportSize, async_playwright

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
PHONE: ViewportSize = {"width": 412, "height": 1880}
"""As wide as a phone, and long enough for a whole morning."""


async def main() -> None:
    """Start a demonstration, talk to it as an officer and as a member, keep what the page shows."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = await asyncio.create_subprocess_exec(
        Path(sys.executable).with_name("dondoc"), "demo", "--port", str(port)
    )
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = await browser.new_page(viewport=PHONE, device_scale_factor=1.5)
            await _open(page, port)
            await take_conversation(page)
            await take_rollup(page)
            await browser.close()
    finally:
        program.terminate()
        await program.wait()


async def _open(page: Page, port: int) -> None:
    for _ in range(60):
        try:
            await page.goto(f"http://127.0.0.1:{port}/")
            break
        except Error:  # it is still starting
            await asyncio.sleep(0.5)
    await page.get_by_text("+1 tuần").wait_for()


async def take_conversation(page: Page) -> None:
    """An officer's morning, and the report in reply."""
    await page.get_by_text("+1 tuần").click()
    await page.get_by_text(re.compile("Thứ Hai, 08/12/2025 07")).first.wait_for()
    await page.get_by_text("+1 tuần").click()
    await page.get_by_text(re.compile("Thứ Hai, 15/12/2025 07")).first.wait_for()
    for day in ("15/12/2025 07", "16/12/2025 07", "17/12/2025 07"):
        await page.get_by_text(re.compile(day)).first.wait_for()
        await page.get_by_text("+1 ngày").click()
    await page.get_by_text(re.compile("Thứ Tư, 17/12/2025. 26 nhiệm vụ")).wait_for()
    await page.get_by_text(re.compile("Thứ Năm, 18/12/2025 07")).first.wait_for()
    await _say(page, "18 được 60%, 20 xong", "Ghi nhận")
    await page.screenshot(path=IMAGES / "conversation.png")


async def take_rollup(page: Page) -> None:
    """The member's roll-up with its picture."""
    options = await page.locator("select option").all_text_contents()
    member = next(i for i, name in enumerate(options) if "Thành viên" in name)
    await page.locator("select").select_option(index=member)
    await _say(page, "/tonghop", "Theo cơ quan chủ trì")
    await page.wait_for_timeout(1500)
    picture = page.locator("img[src*='/pictures/']").last
    await picture.scroll_into_view_if_needed()
    await page.screenshot(path=IMAGES / "rollup.png")


async def _say(page: Page, text: str, until: str) -> None:
    await page.locator("textarea, input[type=text]").first.fill(text)
    await page.keyboard.press("Enter")
    await page.get_by_text(until).last.wait_for()


if __name__ == "__main__":
    asyncio.run(main())
