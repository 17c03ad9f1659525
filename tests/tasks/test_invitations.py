"""One-time codes: what is kept of them, for how long, and for whom they are."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.enums import Role
from db.models import Invitation
from db.queries.people import usable_invitations
from tasks.invitations import ALPHABET, LASTS, hash_code, invite, new_code
from tests.make import NOW, make_agency, make_committee

SECOND = timedelta(seconds=1)


def test_a_code_has_ten_unmistakable_letters_in_two_halves():
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    for code in codes:
        first, second = code.split("-")
        assert (len(first), len(second)) == (5, 5)
        assert set(first + second) <= set(ALPHABET)
    assert not set("01ILO") & set(ALPHABET)


@pytest.mark.parametrize("typed", ["7KQ2M-XW4ND", "7kq2mxw4nd", " 7KQ2M XW4ND ", "7KQ2M–XW4ND."])
def test_case_spaces_and_dashes_of_a_typed_code_do_not_matter(typed):
    assert hash_code(typed) == hash_code("7KQ2M-XW4ND")


def test_another_code_has_another_hash():
    assert hash_code("7KQ2M-XW4NE") != hash_code("7KQ2M-XW4ND")


async def test_only_the_hash_of_a_code_is_kept(database):
    async with database.write() as session:
        committee = await make_committee(session)
        code, expires_at = await invite(
            session, committee, role=Role.MEMBER, agency=None, name="Bà Tâm", now=NOW
        )

    async with database.read() as session:
        row = (await session.scalars(select(Invitation))).one()
    assert code.replace("-", "") not in str(vars(row))
    assert (row.code_hash, row.role, row.agency_id, row.name) == (
        hash_code(code),
        Role.MEMBER,
        None,
        "Bà Tâm",
    )
    assert row.expires_at == expires_at == NOW + LASTS


@pytest.mark.parametrize("role", Role)
async def test_a_role_and_its_agency_have_to_fit(database, role):
    async with database.write() as session:
        committee = await make_committee(session)
        agency = await make_agency(session, committee)
        wrong = None if role in (Role.HEAD, Role.OFFICER) else agency

        with pytest.raises(ValueError, match=role.value):
            await invite(session, committee, role=role, agency=wrong, name=None, now=NOW)

    async with database.read() as session:
        assert (await session.scalars(select(Invitation))).all() == []


async def test_a_code_can_be_used_until_it_expires_and_once(database):
    async with database.write() as session:
        committee = await make_committee(session)
        code, expires_at = await invite(
            session, committee, role=Role.SECRETARY, agency=None, name=None, now=NOW
        )

    async def usable(typed, now):
        async with database.write() as session:
            return len(await usable_invitations(session, hash_code(typed), now=now))

    assert await usable(code.lower(), NOW) == 1
    assert await usable("ABCDE-FGHJK", NOW) == 0
    assert await usable(code, expires_at - SECOND) == 1
    assert await usable(code, expires_at) == 0
    async with database.write() as session:
        (await session.scalars(select(Invitation))).one().used_at = NOW
    assert await usable(code, NOW + SECOND) == 0
