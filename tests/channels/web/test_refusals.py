"""What the chat page refuses, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.web.limit import PostLimit
from bot.channels.web.page import STRANGERS_POSTS
from bot.channels.web.posts import TEXT_CHARACTERS
from bot.channels.web.session import chat_address
from bot.texts import page as page_texts
from tests.channels.web.page_site import VI, count, without_storage
from tests.channels.web.server import Browser, make_message
from tests.make import make_chat, make_person

REFUSED: dict[str, tuple[dict[str, Any], int, str]] = {
    "too long": ({"text": "a" * 4001}, 422, page_texts.post_too_long(VI, TEXT_CHARACTERS)),
    "empty": ({"text": " \n"}, 422, page_texts.empty_post(VI)),
    "no text": ({}, 400, page_texts.unreadable_post(VI)),
    "text of another kind": ({"text": 7}, 400, page_texts.unreadable_post(VI)),
    "id too short": ({"id": "x", "text": "a"}, 400, page_texts.unreadable_post(VI)),
    "id of another kind": ({"id": 12345678, "text": "a"}, 400, page_texts.unreadable_post(VI)),
    "answer to no message": ({"text": "a", "reply_to": "9"}, 409, page_texts.message_gone(VI)),
    "answer to nonsense": ({"text": "a", "reply_to": "x"}, 400, page_texts.unreadable_post(VI)),
    "button of no message": ({"button": "a", "message": "9"}, 409, page_texts.choice_gone(VI)),
    "button alone": ({"button": "a"}, 400, page_texts.unreadable_post(VI)),
    "button too long": (
        {"button": "a" * 65, "message": "9"},
        400,
        page_texts.unreadable_post(VI),
    ),
    "message beyond all ids": (
        {"button": "a", "message": "9" * 30},
        400,
        page_texts.unreadable_post(VI),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_a_wrong_post_is_refused_in_words_and_leaves_nothing(hoa, database, case):
    body, status, words = REFUSED[case]

    response = await hoa.say(**body)

    assert (response.status_code, response.json()["error"]) == (status, words)
    assert await count(database) == (0, 0)


@without_storage
@pytest.mark.parametrize(
    "raw", [b"", b"text", b"[]", b"\xff\xfe", b"[" * 50_000, b'{"id": ' + b"1" * 5_000]
)
async def test_a_body_that_is_no_object_is_refused(hoa, raw):
    response = await hoa.post("/chat/messages", content=raw)

    assert response.status_code == 400


@without_storage
async def test_a_text_of_just_4000_characters_is_taken(hoa):
    response = await hoa.say("ư" * 4000)

    assert response.status_code == 200


async def test_a_choice_that_the_message_does_not_offer_is_refused(hoa, web, database):
    await hoa.say("/viec")
    message = await web.send(
        chat_address(hoa.cookies["dondoc"]), make_message("Việc", "#18"), key="1.0"
    )

    response = await hoa.say(button="open:2", message=message)

    assert response.status_code == 409
    assert await count(database) == (2, 1)


@without_storage
async def test_a_body_over_64_kb_is_refused(hoa, database):
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(70):
            yield b" " * 1024

    said = await hoa.post("/chat/messages", content=b" " * 70_000)
    unsaid = await hoa.post("/chat/messages", content=chunks())

    assert (said.status_code, unsaid.status_code) == (413, 413)
    assert await count(database) == (0, 0)


@without_storage
async def test_a_post_without_a_session_is_refused(site, database):
    async with Browser(base_url=site) as stranger:
        response = await stranger.say("Xin chào")

    assert response.status_code == 401
    assert response.json()["error"] == page_texts.no_session(VI)
    assert await count(database) == (0, 0)


@without_storage
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=lambda headers: " ".join(headers.values()),
)
async def test_a_post_from_another_site_is_refused(hoa, database, headers):
    body = {"id": "foreign-post", "text": "xong"}

    foreign = await hoa.post("/chat/messages", json=body, headers=headers)
    own = {"Origin": str(hoa.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    ours = await hoa.post("/chat/messages", json=body, headers=own)

    assert (foreign.status_code, ours.status_code) == (403, 200)
    assert await count(database) == (1, 1)


@without_storage
@pytest.mark.parametrize("path", ["/", "/chat/events", "/static/chat.js"])
async def test_a_request_for_another_host_is_refused(hoa, path):
    response = await hoa.get(path, headers={"Host": "rebound.example"})

    assert response.status_code == 421


@without_storage
async def test_an_address_with_an_endless_number_is_nowhere(hoa):
    assert (await hoa.get(f"/plans/{'9' * 5000}/draft")).status_code == 404


@without_storage
async def test_the_thirty_first_post_of_a_minute_is_refused(hoa, minh, database):
    for number in range(30):
        assert (await hoa.say(f"tin {number}")).status_code == 200

    response = await hoa.say("tin 30")

    assert response.status_code == 429
    wait = int(response.headers["Retry-After"])
    assert response.json()["error"] == page_texts.too_many_posts(VI, wait)
    assert (await minh.say("của người khác")).status_code == 200
    assert await count(database) == (31, 31)


@without_storage
async def test_made_up_sessions_from_one_place_are_refused_and_people_who_came_in_are_not(
    hoa, site, database
):
    async with database.write() as session:
        address = chat_address(hoa.cookies["dondoc"])
        person = await make_person(session, name="Hoa")
        await make_chat(session, person, channel="web", address=address)
    async with Browser(base_url=site) as flood:
        for number in range(STRANGERS_POSTS):
            flood.cookies["dondoc"] = f"{number:043}"
            assert (await flood.say("mã")).status_code == 200
        flood.cookies["dondoc"] = "x" * 43

        refused = await flood.say("mã")

    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) in range(1, 61)
    assert (await hoa.say("18 xong")).status_code == 200
    assert await count(database) == (STRANGERS_POSTS + 1, STRANGERS_POSTS + 1)


@without_storage
async def test_only_so_many_pages_of_strangers_listen_at_once_and_those_who_came_in_always_may(
    hoa, minh, site, database, monkeypatch
):
    monkeypatch.setattr("bot.channels.web.page.STRANGERS_STREAMS", 1)
    async with database.write() as session:
        address = chat_address(hoa.cookies["dondoc"])
        person = await make_person(session, name="Hoa")
        await make_chat(session, person, channel="web", address=address)
    async with Browser(base_url=site) as flood:
        await flood.enter()
        async with minh.events() as events:
            await anext(events)

            refused = await flood.get("/chat/events")
            assert await hoa.past() == []

        for _ in range(100):  # the server sees only then that the other has gone
            if (status := await _status_of_stream(flood)) == 200:
                break
            await asyncio.sleep(0.05)

    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "30")
    assert status == 200


async def _status_of_stream(browser: Browser) -> int:
    async with browser.stream("GET", "/chat/events") as response:
        return response.status_code


def test_the_limit_lets_posts_through_again_as_time_passes():
    now = 0.0
    limit = PostLimit(posts=2, seconds=60, monotonic=lambda: now)
    assert [limit.wait("a"), limit.wait("a"), limit.wait("a")] == [0, 0, 60]

    now = 45
    assert [limit.wait("a"), limit.wait("b")] == [15, 0]

    now = 61
    assert [limit.wait("a"), limit.wait("a"), limit.wait("a")] == [0, 0, 60]
