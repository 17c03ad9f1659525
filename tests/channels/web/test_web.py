"""Who is talking on the chat page, what is kept of it, and what one chat keeps from another."""

import asyncio
import re

import httpx
import pytest

from bot.channels.web.session import chat_address
from bot.ports import Incoming
from db.engine import Database
from db.models import Chat, InboxUpdate, WebMessage
from tests.channels.web.page_site import count, rows, without_storage
from tests.channels.web.server import Browser, make_message, make_web, serve, texts
from tests.make import NOW

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
    assert answer["quote"].endswith("…")
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
