"""What the chat page takes, keeps and refuses, over real HTTP."""

import asyncio
import os
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from bot.channels.web import Web
from bot.channels.web_files import LONGEST_WAIT
from bot.channels.web_limit import PostLimit
from bot.channels.web_page import STRANGERS_POSTS
from bot.channels.web_posts import TEXT_CHARACTERS
from bot.channels.web_session import chat_address
from bot.i18n import translator
from bot.ports import FILE_BYTES, GoneError, Incoming
from bot.texts import page as page_texts
from db.engine import Database
from db.models import Chat, InboxUpdate, WebMessage
from tests.channels.web_server import Browser, make_message, make_web, serve, texts
from tests.make import NOW, make_chat, make_person

VI = translator("vi")

without_storage = pytest.mark.parametrize("kind", ["sqlite"])
"""For what is decided before the database is asked: once is enough."""


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


async def rows(database: Database, model: Any) -> list[Any]:
    async with database.read() as session:
        return list(await session.scalars(select(model).order_by(model.id)))


async def count(database: Database) -> tuple[int, int]:
    """How many lines and how many updates are stored."""
    async with database.read() as session:
        lines = await session.scalar(select(func.count()).select_from(WebMessage))
        updates = await session.scalar(select(func.count()).select_from(InboxUpdate))
        return lines or 0, updates or 0


# Who is talking


@without_storage
async def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(site):
    async with Browser(base_url=site) as browser:
        response = await browser.post("/chat/session", json={})

    name, *flags = response.headers["set-cookie"].split("; ")
    assert re.fullmatch(r"dondoc=[A-Za-z0-9_-]{43}", name)
    assert sorted(flags) == ["HttpOnly", "Max-Age=34560000", "Path=/", "SameSite=strict"]


@without_storage
async def test_over_https_the_cookie_is_secure_and_of_this_host_alone(site):
    async with Browser(base_url=site) as browser:
        response = await browser.post(
            "/chat/session", json={}, headers={"X-Forwarded-Proto": "https"}
        )

    cookie = response.headers["set-cookie"]
    assert cookie.startswith("__Host-dondoc=")
    assert "; Secure" in cookie


@without_storage
async def test_a_session_is_kept_when_the_page_is_opened_again(site):
    async with Browser(base_url=site) as browser:
        token = await browser.enter()
        again = await browser.enter()

    assert again == token


@without_storage
async def test_opening_the_page_from_elsewhere_does_not_replace_the_session(site):
    # Following a link from another site, a browser sends no SameSite=Strict cookie.
    async with Browser(base_url=site) as browser:
        page = await browser.get("/", headers={"Sec-Fetch-Site": "cross-site"})

    assert page.status_code == 200
    assert "set-cookie" not in page.headers


async def test_the_database_holds_the_hash_of_the_token_alone(hoa, database):
    await hoa.say("Xin chào")

    (chat,) = await rows(database, Chat)
    (update,) = await rows(database, InboxUpdate)
    token = hoa.cookies["dondoc"]
    assert chat.address == chat_address(token)
    assert update.payload["chat"] == chat_address(token)
    assert token not in str(update.payload)


# What is posted


async def test_a_text_is_stored_as_a_line_and_as_an_update(hoa, database):
    response = await hoa.say("  #18 xong\n", id="post-of-hoa")

    (chat,) = await rows(database, Chat)
    (line,) = await rows(database, WebMessage)
    (update,) = await rows(database, InboxUpdate)
    assert response.json() == {"id": str(line.id)}
    assert (chat.channel, chat.person_id, chat.heard_at) == ("web", None, NOW)
    assert (line.chat_id, line.ours, line.created_at) == (chat.id, False, NOW)
    assert line.body == {"blocks": ["#18 xong"], "client": "post-of-hoa"}
    assert (update.channel, update.bot, update.received_at) == ("web", "web", NOW)
    assert update.payload == {"chat": chat.address, "text": "#18 xong"}
    assert update.handled_at is None


async def test_the_program_is_woken_only_after_the_update_is_committed(database):
    seen: list[asyncio.Task[tuple[int, int]]] = []
    web = make_web(database, lambda: seen.append(asyncio.create_task(count(database))))

    async with serve(web) as site, Browser(base_url=site) as browser:
        await browser.enter()
        await browser.say("Xin chào")

    assert [await task for task in seen] == [(1, 1)]


async def test_the_same_post_again_stores_nothing(hoa, database):
    first = await hoa.say("#18 xong", id="the-same-post")
    again = await hoa.say("#18 xong", id="the-same-post")

    assert again.status_code == 200
    assert again.json() == first.json()
    assert await count(database) == (1, 1)


async def test_one_post_sent_many_times_at_once_is_stored_once(hoa, database):
    answers = await asyncio.gather(*(hoa.say("xong", id="the-same-post") for _ in range(8)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert await count(database) == (1, 1)
    assert len(await rows(database, Chat)) == 1


async def test_two_people_may_use_the_same_post_id(hoa, minh, database):
    await hoa.say("của Hoa", id="the-same-post")
    await minh.say("của Minh", id="the-same-post")

    assert texts(await minh.past()) == ["của Minh"]
    assert await count(database) == (2, 2)


async def test_a_pressed_button_is_shown_by_its_label(hoa, web, database):
    await hoa.say("/viec")
    chat = chat_address(hoa.cookies["dondoc"])
    message = await web.send(chat, make_message("Việc", "#18 Tuyên truyền", "#20"), key="1.0")

    response = await hoa.say(button="open:1", message=message)

    assert response.status_code == 200
    assert texts(await hoa.past()) == ["/viec", "Việc", "#18 Tuyên truyền"]
    update = (await rows(database, InboxUpdate))[-1]
    assert update.payload == {"chat": chat, "button": "open:1", "message": message}


async def test_an_answer_quotes_the_message_that_it_answers(hoa, web, database):
    await hoa.say("/viec")
    chat = chat_address(hoa.cookies["dondoc"])
    long = make_message("#18 Tổ chức tuyên truyền về Nghị quyết " + "số 57-NQ/TW " * 20)
    message = await web.send(chat, long, key="1.0")

    await hoa.say("đã xong", reply_to=message)

    answer = (await hoa.past())[-1]
    assert answer["quote"].startswith("#18 Tổ chức tuyên truyền về Nghị quyết số 57-NQ/TW")
    assert answer["quote"].endswith(" …")
    assert len(answer["quote"]) <= 122
    update = (await rows(database, InboxUpdate))[-1]
    assert update.payload == {"chat": chat, "text": "đã xong", "reply_to": message}


async def test_hostile_text_stays_text(hoa, database):
    hostile = '</script><img src=x onerror="alert(1)">\u202e{{7*7}} \\u0000 \u2028'
    await hoa.say(hostile)

    assert texts(await hoa.past()) == [hostile.strip()]


async def test_what_cannot_be_stored_is_left_out_of_a_text(hoa, database):
    raw = b'{"id": "post-unseen", "text": "a\\u0000b\\u0007\\r\\nc \\ud800 d"}'

    response = await hoa.post("/chat/messages", content=raw)

    assert response.status_code == 200
    assert texts(await hoa.past()) == ["ab\nc \ufffd d"]


@pytest.mark.parametrize(
    ("payload", "incoming"),
    [
        ({"chat": "ab", "text": "xong"}, Incoming("web", "ab", text="xong")),
        (
            {"chat": "ab", "text": "xong", "reply_to": "7", "name": "Hoa", "language": "en"},
            Incoming("web", "ab", text="xong", reply_to="7", name="Hoa", language="en"),
        ),
        (
            {"chat": "ab", "button": "done:18", "message": "7"},
            Incoming("web", "ab", button="done:18", message="7"),
        ),
        ({"text": "no chat"}, None),
    ],
    ids=["text", "reply", "button", "nothing"],
)
def test_a_stored_post_is_read_for_the_conversation(payload, incoming):
    assert make_web(Database("sqlite://")).read(payload) == incoming


# What is refused

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


def test_the_limit_lets_posts_through_again_as_time_passes():
    now = 0.0
    limit = PostLimit(posts=2, seconds=60, monotonic=lambda: now)
    assert [limit.wait("a"), limit.wait("a"), limit.wait("a")] == [0, 0, 60]

    now = 45
    assert [limit.wait("a"), limit.wait("b")] == [15, 0]

    now = 61
    assert [limit.wait("a"), limit.wait("a"), limit.wait("a")] == [0, 0, 60]


# What a chat keeps to itself


async def test_one_chat_never_sees_anothers_messages(hoa, minh, web):
    await hoa.say("của Hoa")
    await minh.say("của Minh")
    await web.send(chat_address(hoa.cookies["dondoc"]), make_message("gửi Hoa"), key="1.0")
    await web.send(chat_address(minh.cookies["dondoc"]), make_message("gửi Minh"), key="2.0")

    assert texts(await hoa.past()) == ["của Hoa", "gửi Hoa"]
    assert texts(await minh.past()) == ["của Minh", "gửi Minh"]
    assert texts(await minh.past(**{"Last-Event-ID": "1"})) == ["của Minh", "gửi Minh"]


async def test_a_picture_is_shown_to_its_own_chat_alone(hoa, minh, web):
    await hoa.say("/tonghop")
    await minh.say("/tonghop")
    png = b"\x89PNG\r\n\x1a\nnot drawn here"
    await web.send(
        chat_address(hoa.cookies["dondoc"]), make_message("Tổng hợp", picture=png), key="1.0"
    )
    path = (await hoa.past())[-1]["picture"]

    own, other = await hoa.get(path), await minh.get(path)
    async with httpx.AsyncClient(base_url=str(hoa.base_url)) as stranger:
        unknown = await stranger.get(path)

    assert (own.status_code, own.content) == (200, png)
    assert own.headers["content-type"] == "image/png"
    assert own.headers["cache-control"] == "no-store"
    assert (other.status_code, unknown.status_code) == (404, 404)


@pytest.mark.parametrize("name", ["1", "x", "0", "9" * 30, "..%2f1"])
async def test_a_picture_that_is_not_there_is_not_found(hoa, name):
    await hoa.say("/tonghop")

    assert (await hoa.get(f"/pictures/{name}")).status_code == 404


async def test_nobody_presses_or_answers_what_stands_in_anothers_chat(hoa, minh, web, database):
    await hoa.say("/viec")
    message = await web.send(
        chat_address(hoa.cookies["dondoc"]), make_message("Việc", "#18"), key="1.0"
    )

    pressed = await minh.say(button="open:1", message=message)
    answered = await minh.say("xong", reply_to=message)

    assert (pressed.status_code, answered.status_code) == (409, 409)
    assert await count(database) == (2, 1)


# The page itself


@without_storage
async def test_the_page_runs_no_script_but_its_own_files(hoa):
    page = await hoa.get("/")

    policy = page.headers["content-security-policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(policy)
    assert "unsafe" not in page.headers["content-security-policy"]
    scripts = re.findall(r"<script[^>]*>", page.text)
    assert scripts == [
        '<script type="application/json" id="words">',
        '<script type="module" src="/static/visit.js">',
    ]
    assert not re.search(r"<style| style=| on[a-z]+=", page.text)
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["cache-control"] == "no-store"


@without_storage
async def test_a_page_without_demonstration_has_nothing_of_it(hoa):
    page = await hoa.get("/")

    assert 'id="demo"' not in page.text
    assert (await hoa.get("/demo/state")).status_code == 404


@without_storage
async def test_the_page_serves_its_files_and_not_its_template(hoa):
    script, template = await hoa.get("/static/chat.js"), await hoa.get("/static/index.html")

    assert script.status_code == 200
    assert script.headers["content-type"].startswith("text/javascript")
    assert script.headers["cache-control"] == "no-cache"
    assert template.status_code == 404


@without_storage
async def test_the_health_check_answers_whatever_host_asks(hoa):
    response = await hoa.get("/health", headers={"Host": "10.0.0.7"})

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


# Files that are sent up


async def upload(browser: Browser, content: Any, post_id: str = "file-of-hoa", **headers: str):
    query = {"id": post_id, "name": "C:\\\\tam\\\\ke hoach.docx", "text": "Kế hoạch"}
    return await browser.post("/chat/files", params=query, content=content, headers=headers)


async def make_known(database: Database, browser: Browser) -> None:
    async with database.write() as session:
        person = await make_person(session)
        address = chat_address(browser.cookies["dondoc"])
        await make_chat(session, person, channel="web", address=address)


async def test_a_file_waits_with_its_update_until_it_is_fetched(hoa, web, database, tmp_path):
    await make_known(database, hoa)

    response = await upload(hoa, b"PK" * 1000)
    again = await upload(hoa, b"PK" * 1000)

    (update,) = await rows(database, InboxUpdate)
    incoming = web.read(update.payload)
    assert incoming.text == "Kế hoạch"
    assert (incoming.file.name, incoming.file.size) == ("ke hoach.docx", 2000)
    assert again.json() == response.json()
    assert len(list(web.uploads.folder.iterdir())) == 1
    await web.fetch_file(incoming.file.source, tmp_path / "fetched")
    assert (tmp_path / "fetched").read_bytes() == b"PK" * 1000
    await web.forget_file(incoming.file.source)
    assert not list(web.uploads.folder.iterdir())
    with pytest.raises(GoneError):
        await web.fetch_file(incoming.file.source, tmp_path / "again")
    with pytest.raises(GoneError):
        await web.fetch_file("../../dondoc.sqlite3", tmp_path / "other")


async def test_a_file_that_grows_over_the_bound_leaves_nothing(hoa, web, database):
    await make_known(database, hoa)

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(FILE_BYTES // 2**20 + 1):
            yield bytes(2**20)

    response = await upload(hoa, endless())

    assert response.status_code == 413
    assert await count(database) == (0, 0)
    assert not list(web.uploads.folder.iterdir())


@without_storage
async def test_a_stranger_and_another_site_cannot_send_files(hoa, web, database):
    stranger = await upload(hoa, b"x")
    await make_known(database, hoa)
    forged = await upload(hoa, b"x", **{"Sec-Fetch-Site": "cross-site"})
    elsewhere = await upload(hoa, b"x", Origin="https://elsewhere.example")

    assert (stranger.status_code, forged.status_code, elsewhere.status_code) == (403, 403, 403)
    assert await count(database) == (0, 0)
    assert not web.uploads.folder.exists() or not list(web.uploads.folder.iterdir())


async def test_what_was_sent_up_and_never_fetched_goes_after_a_week(hoa, web, database):
    await make_known(database, hoa)
    await upload(hoa, b"old", "file-of-last-week")
    (old,) = web.uploads.folder.iterdir()
    week_ago = old.stat().st_mtime - LONGEST_WAIT.total_seconds() - 1
    os.utime(old, (week_ago, week_ago))
    await upload(hoa, b"new", "file-of-today")

    await web.uploads.tidy()

    (left,) = web.uploads.folder.iterdir()
    assert left.read_bytes() == b"new"
