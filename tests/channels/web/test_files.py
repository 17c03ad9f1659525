"""Files that are sent up on the chat page."""

import os
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.web.files import LONGEST_WAIT
from bot.channels.web.session import chat_address
from bot.ports import FILE_BYTES, GoneError, KeptFile, SentOut
from db.engine import Database
from db.enums import FilePurpose, FileState
from db.models import Chat, InboxUpdate, SentFile
from tests.channels.web.page_site import count, rows, without_storage
from tests.channels.web.server import Browser, make_message
from tests.make import NOW, make_chat, make_committee, make_person


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

    async def a_byte_too_many() -> AsyncIterator[bytes]:
        for _ in range(FILE_BYTES // 2**20):
            yield bytes(2**20)
        yield b"x"

    response = await upload(hoa, a_byte_too_many())

    assert (response.status_code, response.json()["reason"]) == (413, "file_too_large")
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


async def test_a_kept_file_is_handed_to_its_own_chat_alone(hoa, minh, web, database):
    await make_known(database, hoa)
    await minh.say("chào")
    async with database.write() as session:
        chat = (await session.scalars(select(Chat).where(Chat.person_id.is_not(None)))).one()
        sent = SentFile(
            committee=await make_committee(session),
            person_id=chat.person_id,
            chat_id=chat.id,
            purpose=FilePurpose.EVIDENCE,
            state=FileState.KEPT,
            source="a" * 32,
            name="kế hoạch 45.pdf",
            sent_at=NOW,
            next_at=NOW,
            content=b"%PDF-1.7 <script>",
            digest="0" * 64,
        )
        session.add(sent)
        await session.flush()
        kept = KeptFile(sent.id, sent.name)
    file = SentOut(kept, b"%PDF-1.7 <script>")
    address = chat_address(hoa.cookies["dondoc"])
    line = await web.send(address, make_message("Tệp của #18", file=file), key="1.0")

    own, other = await hoa.get(f"/files/{line}"), await minh.get(f"/files/{line}")

    assert (own.status_code, own.content) == (200, b"%PDF-1.7 <script>")
    assert own.headers["content-type"] == "application/octet-stream"
    assert own.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch%2045.pdf"
    )
    assert other.status_code == 404
