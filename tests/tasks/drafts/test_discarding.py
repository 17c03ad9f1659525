"""A draft thrown away takes all of itself along, and nothing else."""

import pytest
from sqlalchemy import func, select

from db.base import Base
from db.enums import Role
from db.models import Agency, AgencyAlias, Plan
from tasks.actor import Actor
from tasks.drafts.accepting import accept_draft
from tasks.drafts.correcting import RowEdit, edit_rows
from tasks.drafts.discarding import discard_draft
from tasks.drafts.rows import draft_rows
from tasks.errors import NotADraftError, NotYourRoleError
from tasks.rules import Standing
from tests.make import NOW, TODAY, make_chat, make_committee, make_person
from tests.tasks.drafted import indicator, row, save_draft

SECRETARY = Standing(frozenset({(Role.SECRETARY, None)}))
ROWS = [row("Bảo đảm an toàn mạng", "Công an xã", "31/01/2026"), row("Sơ kết", None, "Hằng năm")]
LEARNED = {Agency.__tablename__, AgencyAlias.__tablename__}


async def counts(session):
    """How many rows every table has that a draft may have a part in."""
    tables = [table for table in Base.metadata.sorted_tables if table.name not in LEARNED]
    return {
        table.name: found
        for table in tables
        if (found := await session.scalar(select(func.count()).select_from(table)))
    }


async def office(session):
    person = await make_person(session, name="Thu (mẫu)")
    await make_chat(session, person)
    return Actor(person, SECRETARY, NOW, TODAY)


async def test_a_draft_goes_with_all_that_belongs_to_it_and_may_come_again(database):
    async with database.write() as session:
        committee = await make_committee(session)
        await save_draft(session, await make_committee(session, name="Ban Chỉ đạo xã khác"), ROWS)
        kept = await save_draft(session, committee, ROWS, digest="kept")
        thu = await office(session)
        before = await counts(session)
        draft = await save_draft(
            session, committee, ROWS, indicators=(indicator("DTI", {"2025": "80%"}),)
        )
        [first, _] = await draft_rows(session, draft)
        await edit_rows(
            session, draft, {first.task.id: first.version}, RowEdit(deadline="15/01/2026"), by=thu
        )

        await discard_draft(session, draft, by=thu)

        assert await counts(session) == before
        assert len(await draft_rows(session, kept)) == 2
        again = await save_draft(session, committee, ROWS)
        assert len(await draft_rows(session, again)) == 2


async def test_a_plan_that_is_followed_is_not_thrown_away(database):
    async with database.write() as session:
        committee = await make_committee(session)
        draft = await save_draft(session, committee, ROWS)
        thu = await office(session)
        await accept_draft(session, committee, draft.id, standing=SECRETARY, now=NOW, reason="thôi")

        with pytest.raises(NotADraftError):
            await discard_draft(session, draft, by=thu)

        assert await session.scalar(select(func.count()).select_from(Plan)) == 1


async def test_only_the_office_throws_a_draft_away(database):
    async with database.write() as session:
        draft = await save_draft(session, await make_committee(session), ROWS)
        thu = await office(session)
        officer = Actor(thu.person, Standing(frozenset({(Role.OFFICER, 1)})), NOW, TODAY)

        with pytest.raises(NotYourRoleError):
            await discard_draft(session, draft, by=officer)
