"""One-time codes that bring people in."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from db.enums import AGENCY_ROLES, Role
from db.models import Agency, Committee, Invitation

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Letters and digits that cannot be taken for one another on paper: no 0, 1, I, L, O."""
LETTERS = 10
"""31 to the tenth is about 50 bits; a chat may guess ten times an hour."""
LASTS = timedelta(days=30)
"""How long a code can be used: codes are printed, handed round, and people are on leave."""


def hash_code(code: str) -> str:
    """What is kept of a code; its letters' case, spaces and dashes do not matter."""
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()


def new_code() -> str:
    """A fresh code, in two halves for the eye: "7KQ2M-XW4ND"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return f"{letters[: LETTERS // 2]}-{letters[LETTERS // 2 :]}"


async def invite(
    session: AsyncSession,
    committee: Committee,
    *,
    role: Role,
    agency: Agency | None,
    name: str | None,
    now: datetime,
) -> tuple[str, datetime]:
    """Make a one-time code for a role; return it with the moment it expires.

    The code itself is not stored and cannot be shown again. Raises `ValueError` where an agency's
    role has no agency, or a committee's role has one.
    """
    if (role in AGENCY_ROLES) != (agency is not None):
        raise ValueError(f"{role.value} and agency do not fit")
    code = new_code()
    expires_at = now + LASTS
    session.add(
        Invitation(
            committee_id=committee.id,
            code_hash=hash_code(code),
            role=role,
            agency_id=agency.id if agency else None,
            name=name,
            created_at=now,
            expires_at=expires_at,
        )
    )
    await session.flush()
    return code, expires_at
