"""The sheet of a draft in Chromium: gone through, by two at once, and thrown away."""

import pytest
from playwright.async_api import Locator, Page, expect

from db.models import Plan
from tests.channels.web.chromium import DESK, PHONE, open_page
from tests.channels.web.draft_office import Office


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_a_draft_is_gone_through_in_the_browser(office, size):
    async with open_page(size) as page:
        await page.context.add_cookies(
            [{"name": "dondoc", "value": office.people["secretary"], "url": office.site}]
        )
        await page.goto(f"{office.site}/plans")
        await page.locator("a.button").click()
        await expect(page.locator("#rows [data-row]")).to_have_count(3)
        await expect(page.locator("#rows .open")).to_have_count(1)

        await page.locator("#rows .open input[type=checkbox]").check()
        await page.locator("#several [name=leads]").fill("Công an xã")
        await page.locator("#several [name=deadline]").fill("Quý I năm 2026")
        await page.locator("#several .main").click()
        await expect(page.locator("#rows .open")).to_have_count(0)
        await expect(page.locator("#rows")).to_contain_text("31/03/2026")

        await page.locator("#rows [data-row]").first.get_by_text("31/12/2025").click()
        await expect(page.locator("#editor [name=deadline]")).to_be_focused()
        await page.locator("#editor [name=deadline]").fill("sớm nhất có thể")
        await page.locator("#editor .main").click()
        await expect(page.locator("#editor .refusal")).to_contain_text("sớm nhất có thể")
        await page.locator("#editor [name=deadline]").fill("Trước ngày 20/12/2025")
        await page.locator("#editor .main").click()
        await expect(page.locator("#editor")).to_be_hidden()
        await expect(page.locator("#rows")).to_contain_text("19/12")
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

        await page.locator("#follow").click()
        await expect(page.locator("main")).to_contain_text("Đã đưa vào theo dõi")
        await page.goto(f"{office.site}/plans")
        await expect(page.locator("a.button")).to_have_count(0)


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("kind", ["sqlite"])
async def test_an_agency_that_nobody_knows_is_added_to_several_rows_at_once(office):
    async with open_page(DESK) as page:
        await page.context.add_cookies(
            [{"name": "dondoc", "value": office.people["secretary"], "url": office.site}]
        )
        await page.goto(f"{office.site}/plans")
        await page.locator("a.button").click()
        await expect(page.locator("#rows [data-row]")).to_have_count(3)
        await page.locator("#all").check()
        await page.locator("#several [name=leads]").fill("Hội Nông dân xã")
        await expect(page.locator("#several .insist")).to_be_hidden()
        await page.locator("#several .main").click()

        await page.locator("#several .insist").click()

        await expect(page.locator("#several")).to_be_hidden()
        leads = page.locator("#rows [data-row]", has_text="Hội Nông dân xã")
        await expect(leads).to_have_count(3)


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_draft_is_thrown_away_in_the_browser_once_that_is_confirmed(office):
    async with open_page(DESK) as page:
        await page.context.add_cookies(
            [{"name": "dondoc", "value": office.people["secretary"], "url": office.site}]
        )
        await page.goto(f"{office.site}/plans/{office.plan_id}")
        await expect(page.locator("#rows [data-row]")).to_have_count(3)
        await page.locator("#discard").click()
        await expect(page.locator("#throw-away")).to_contain_text("57/KH-UBND")
        await page.locator("#throw-away [value=cancel]").click()
        async with office.database.read() as session:
            assert await session.get(Plan, office.plan_id) is not None

        await page.locator("#discard").click()
        await page.locator("#throw-away .main").click()
        await expect(page.locator("main")).to_contain_text("Đã bỏ dự thảo")

    async with office.database.read() as session:
        assert await session.get(Plan, office.plan_id) is None


async def _rows_of(page: Page, office: Office, who: str) -> Locator:
    """The draft's sheet as this person has it open in a window of their own: its rows."""
    await page.context.add_cookies(
        [{"name": "dondoc", "value": office.people[who], "url": office.site}]
    )
    await page.goto(f"{office.site}/plans/{office.plan_id}")
    await expect(page.locator("#rows [data-row]")).to_have_count(3)
    return page.locator("#rows [data-row]")


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("kind", ["sqlite"])
async def test_what_was_left_alone_in_an_editor_does_not_undo_what_a_colleague_wrote(office):
    async with open_page(DESK) as theirs, open_page(DESK) as ours:
        first = await _rows_of(theirs, office, "colleague")
        second = await _rows_of(ours, office, "secretary")
        await second.first.locator("button").first.click()
        await first.first.locator("button").first.click()
        await theirs.locator("#editor [name=deadline]").fill("30/6/2026")
        await theirs.locator("#editor .main").click()
        await expect(theirs.locator("#editor")).to_be_hidden()

        await ours.locator("#editor [name=leads]").fill("Công an xã")
        await ours.locator("#editor .main").click()
        refusal = ours.locator("#editor .refusal")
        await expect(refusal).to_contain_text("#1 thời hạn: “31/12/2025” → “30/6/2026”")
        await expect(ours.locator("#editor .insist")).to_be_hidden()
        await expect(ours.locator("#editor [name=deadline]")).to_have_value("30/6/2026")
        await ours.locator("#editor .main").click()
        await expect(ours.locator("#editor")).to_be_hidden()

    task = await office.task(1)
    assert task.deadline_text == "30/6/2026"
    async with office.browser("secretary") as browser:
        rows = (await browser.get(f"/plans/{office.plan_id}/draft")).json()["rows"]
    assert rows[0]["leads"] == ["Công an xã"]


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("kind", ["sqlite"])
async def test_rows_corrected_together_name_the_one_that_a_colleague_changed(office):
    async with open_page(DESK) as theirs, open_page(DESK) as ours:
        first = await _rows_of(theirs, office, "colleague")
        second = await _rows_of(ours, office, "secretary")
        await first.nth(2).locator("button").first.click()
        await theirs.locator("#editor [name=product]").fill("Báo cáo")
        await theirs.locator("#editor .main").click()
        await expect(theirs.locator("#editor")).to_be_hidden()

        await second.nth(1).locator("input").check()
        await second.nth(2).locator("input").check()
        await ours.locator("#several [name=leads]").fill("Công an xã")
        await ours.locator("#several .main").click()
        await expect(ours.locator("#refusal")).to_contain_text("#3 sản phẩm")
        await expect(ours.locator("#count")).to_have_text("2")
        assert (await office.task(2)).review is None

        await ours.locator("#several .main").click()
        await expect(ours.locator("#several")).to_be_hidden()
        await expect(second.nth(1)).to_contain_text("Công an xã")
