"""What the chat page shows, live: nothing lost, nothing twice, and only what is the reader's."""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.channels.web.channel import Web
from bot.channels.web.session import chat_address
from bot.channels.web.stream import PAST_LINES
from bot.channels.web.writing import add_ours, hold_chat
from bot.ports import Choice, GoneError, LaterError, Message
from db.engine import Database
from db.enums import Role
from db.models import Chat, WebMessage
from tests.channels.web.server import (
    PATIENCE,
    Browser,
    FixedClock,
    make_message,
    make_web,
    next_line,
    texts,
    until_ready,
)
from tests.make import NOW, make_committee, make_membership, make_person


@pytest.fixture
async def hoa(site: str) -> AsyncIterator[Browser]:
    """Somebody whose chat has one line, their own "/viec"."""
    async with Browser(base_url=site) as browser:
        await browser.enter()
        await browser.say("/viec")
        yield browser


@pytest.fixture
def chat(hoa: Browser) -> str:
    return chat_address(hoa.cookies["dondoc"])


async def stored(database: Database) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(WebMessage)) or 0


# Sending


async def test_a_message_is_shown_as_it_was_sent(hoa, web, chat):
    message = Message(
        blocks=("Thứ Tư, 17/12/2025. 2 việc", "🔴 Quá hạn (1)\n#6 Xây dựng kế hoạch"),
        choices=((Choice("#6 Xây dựng", "open:6"), Choice("#18", "open:18")),),
        heading=True,
    )

    line_id = await web.send(chat, message, key="1.0")

    assert (await hoa.past())[-1] == {
        "id": line_id,
        "ours": True,
        "blocks": ["Thứ Tư, 17/12/2025. 2 việc", "🔴 Quá hạn (1)\n#6 Xây dựng kế hoạch"],
        "choices": [[["#6 Xây dựng", "open:6"], ["#18", "open:18"]]],
        "heading": True,
        "at": "2025-12-17T08:00+07:00",
        "day": "Thứ Tư, 17/12/2025",
        "time": "08:00",
    }


async def test_a_turned_list_takes_the_place_of_its_line_and_of_the_press(hoa, web, chat):
    first = await web.send(chat, make_message("trang 1", "Tiếp"), key="1.0")
    pressed = (await hoa.say(button="open:1", message=first)).json()["id"]
    turned = Message(("trang 2",), replaces=first)

    line_id = await web.send(chat, turned, key="2.0")

    past = await hoa.past()
    assert texts(past) == ["/viec", "trang 2"]
    assert (past[-1]["id"], past[-1]["replaces"]) == (line_id, [first, pressed])
    assert await web.send(chat, turned, key="2.0") == line_id


async def test_a_message_in_the_place_of_none_of_this_chat_is_a_new_one(hoa, web, chat):
    said = (await hoa.past())[0]["id"]

    for number, replaced in enumerate((said, "999")):
        await web.send(chat, Message(("trang 2",), replaces=replaced), key=f"{number}.0")

    assert texts(await hoa.past()) == ["/viec", "trang 2", "trang 2"]


async def test_a_message_sent_twice_under_one_key_stands_there_once(hoa, web, chat, database):
    first = await web.send(chat, make_message("lần đầu"), key="1.0")
    again = await web.send(chat, make_message("lần sau"), key="1.0")
    other = await web.send(chat, make_message("tin khác"), key="1.1")

    assert again == first
    assert other != first
    assert texts(await hoa.past()) == ["/viec", "lần đầu", "tin khác"]


async def test_a_message_sent_many_times_at_once_stands_there_once(hoa, web, chat, database):
    sent = await asyncio.gather(
        *(web.send(chat, make_message(f"lần {n}"), key="1.0") for n in range(8))
    )

    assert len(set(sent)) == 1
    assert await stored(database) == 2


async def test_a_message_to_no_chat_of_the_page_is_not_to_be_tried_again(web, database):
    with pytest.raises(GoneError):
        await web.send("0" * 64, make_message(), key="1.0")

    assert await stored(database) == 0


async def test_a_message_that_the_database_cannot_take_is_to_be_tried_again():
    unreachable = Database("postgresql://nobody@127.0.0.1:1/nowhere")

    with pytest.raises(LaterError):
        await make_web(unreachable).send("0" * 64, make_message(), key="1.0")

    await unreachable.close()


# Streaming


async def test_a_new_line_is_streamed_at_once(hoa, web, chat, monkeypatch):
    monkeypatch.setattr("bot.channels.web.stream.LOOK_SECONDS", 3600)
    async with hoa.events() as events:
        assert texts([line async for line in until_ready(events)]) == ["/viec"]

        await web.send(chat, make_message("gửi sau"), key="1.0")
        assert texts([await next_line(events)]) == ["gửi sau"]
        await hoa.say("trả lời")
        assert texts([await next_line(events)]) == ["trả lời"]


async def test_a_line_of_another_process_is_found(hoa, chat, database, monkeypatch):
    monkeypatch.setattr("bot.channels.web.stream.LOOK_SECONDS", 0.05)
    elsewhere = make_web(database)
    async with hoa.events() as events:
        _ = [line async for line in until_ready(events)]

        await elsewhere.send(chat, make_message("từ tiến trình khác"), key="1.0")

        assert texts([await next_line(events)]) == ["từ tiến trình khác"]


async def test_a_stream_resumes_after_the_last_line_that_was_seen(hoa, web, chat):
    for n in range(1, 5):
        await web.send(chat, make_message(f"tin {n}"), key=f"{n}.0")
    async with hoa.events() as events:
        seen = [await next_line(events) for _ in range(3)]
    for n in range(5, 7):
        await web.send(chat, make_message(f"tin {n}"), key=f"{n}.0")

    async with hoa.events(**{"Last-Event-ID": seen[-1]["id"]}) as events:
        missed = [line async for line in until_ready(events)]
        await web.send(chat, make_message("tin 7"), key="7.0")
        live = await next_line(events)

    assert texts(seen) == ["/viec", "tin 1", "tin 2"]
    assert texts(missed) == ["tin 3", "tin 4", "tin 5", "tin 6"]
    assert texts([live]) == ["tin 7"]


async def test_a_page_may_name_its_last_line_in_the_address(hoa, web, chat):
    first = await web.send(chat, make_message("tin 1"), key="1.0")
    await web.send(chat, make_message("tin 2"), key="2.0")

    async with hoa.stream("GET", "/chat/events", params={"after": first}) as response:
        rows = response.aiter_lines()
        shown = [row async for row in _until(rows, "event: ready")]

    assert [row for row in shown if row.startswith("id: ")] == [f"id: {int(first) + 1}"]


async def _until(rows: AsyncIterator[str], last: str) -> AsyncIterator[str]:
    async for row in rows:
        if row == last:
            return
        yield row


async def test_however_much_was_missed_all_of_it_comes(hoa, web, chat, database):
    await fill(database, chat, 2 * PAST_LINES + 50)

    lines = await hoa.past(**{"Last-Event-ID": "1"})

    assert texts(lines) == [f"tin {n}" for n in range(2 * PAST_LINES + 50)]


async def test_a_page_that_opens_is_given_the_newest_lines(hoa, chat, database):
    await fill(database, chat, 2 * PAST_LINES + 50)

    lines = await hoa.past()

    assert texts(lines) == [f"tin {n}" for n in range(PAST_LINES + 50, 2 * PAST_LINES + 50)]


async def fill(database: Database, address: str, lines: int) -> None:
    async with database.write() as session:
        chat = await session.scalar(select(Chat).where(Chat.address == address))
        assert chat is not None
        for n in range(lines):
            line = WebMessage(
                chat_id=chat.id,
                key=f"many.{n}",
                ours=True,
                body={"blocks": [f"tin {n}"]},
                created_at=NOW,
            )
            session.add(line)
            await session.flush()


async def test_a_line_waits_for_one_that_is_being_written(hoa, web, chat, database):
    """A later id must never be seen before an earlier one: a stream would pass that one over."""
    async with database.write() as session:
        row = await hold_chat(session, chat)
        assert row is not None
        first = await add_ours(session, row, make_message("tin 1"), key="1.0", now=NOW)
        later = asyncio.create_task(web.send(chat, make_message("tin 2"), key="2.0"))
        done, _ = await asyncio.wait({later}, timeout=0.3)
        assert not done

    assert int(await later) > first
    assert texts(await hoa.past()) == ["/viec", "tin 1", "tin 2"]


async def test_lines_of_many_writers_are_all_streamed_in_order(
    hoa, chat, database, database_url, monkeypatch
):
    monkeypatch.setattr("bot.channels.web.stream.LOOK_SECONDS", 0.001)
    other_database = Database(database_url)
    writers = [make_web(database), make_web(other_database)]

    async def write(web: Web, name: str) -> None:
        for n in range(25):
            await web.send(chat, make_message(f"{name}.{n}"), key=f"{name}.{n}")

    async with hoa.events() as events:
        _ = [line async for line in until_ready(events)]
        writing = [asyncio.create_task(write(writers[n % 2], str(n))) for n in range(8)]
        lines = [await next_line(events) for _ in range(200)]
        await asyncio.gather(*writing)
    await other_database.close()

    ids = [int(line["id"]) for line in lines]
    assert ids == sorted(ids)
    assert sorted(texts(lines)) == sorted(f"{name}.{n}" for name in range(8) for n in range(25))


async def test_streams_that_are_cut_off_leave_nothing_behind(hoa, web, chat, monkeypatch):
    monkeypatch.setattr("bot.channels.web.stream.LOOK_SECONDS", 0.001)
    for n in range(20):
        async with hoa.events() as events:
            _ = [line async for line in until_ready(events)]
            await web.send(chat, make_message(f"tin {n}"), key=f"{n}.0")

    async with asyncio.timeout(PATIENCE):
        while web.open_streams:  # noqa: ASYNC110  the server ends them without a word
            await asyncio.sleep(0.01)
    assert len(await hoa.past()) == 21


async def test_closing_the_channel_ends_its_streams(hoa, web):
    async with hoa.events() as events:
        _ = [line async for line in until_ready(events)]

        web.close()

        assert [event async for event in events] == []


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_server_that_is_told_to_stop_ends_its_streams_cleanly(database_url):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.channels.web.server", database_url),
        cwd=Path(__file__).parents[3],
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    site = (await process.stdout.readline()).decode().strip()
    async with Browser(base_url=site) as browser:
        await browser.enter()
        async with browser.events() as events:
            _ = [line async for line in until_ready(events)]

            process.terminate()

            assert [event async for event in events] == []
    assert await process.communicate() == (b"", b"")


# Whose chat it is


async def test_a_stream_says_when_its_reader_becomes_known_and_in_which_language(
    hoa, chat, database, monkeypatch
):
    monkeypatch.setattr("bot.channels.web.stream.LOOK_SECONDS", 0.05)
    async with hoa.events() as events:
        first = await anext(events)
        async with database.write() as session:
            row = await session.scalar(select(Chat).where(Chat.address == chat))
            assert row is not None
            row.person = await make_person(session, locale="en")
        changed = [data async for name, data in _first(events, "chat")]

    assert first == ("chat", {"known": False, "language": "vi"})
    assert changed == [{"known": True, "language": "en"}]


async def _first(events, wanted):
    async for name, data in events:
        if name == wanted:
            yield name, data
            return


async def test_times_are_those_of_the_committees_zone_in_the_readers_language(
    database, hoa, web, chat
):
    async with database.write() as session:
        row = await session.scalar(select(Chat).where(Chat.address == chat))
        assert row is not None
        row.person = await make_person(session, locale="en")
        committee = await make_committee(session, timezone="Asia/Tokyo")
        await make_membership(session, row.person, role=Role.SECRETARY, committee=committee)
    assert isinstance(web.clock, FixedClock)
    web.clock.set(datetime(2025, 12, 17, 15, 30, tzinfo=UTC) + timedelta(seconds=59))

    await web.send(chat, make_message("Overnight"), key="1.0")

    line = (await hoa.past())[-1]
    assert (line["day"], line["time"]) == ("Thursday, 18/12/2025", "00:30")
