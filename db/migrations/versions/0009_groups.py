"""Groups bound to a committee or an agency, their codes, and one digest a group and day.

A digest stands in `outbox` under its chat: the table gets a key for it and nothing else, since
SQLite cannot alter a table that others point at without making it anew.
"""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

LIVE = sa.text("removed_at IS NULL")
OF_A_DAY = sa.text("day IS NOT NULL AND chat_id IS NOT NULL")


def _number(name: str, *, nullable: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=nullable)


def _when(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, db.base.UtcTime(timezone=True), nullable=nullable)


def _key(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=op.f(f"fk_{table}_{column}"))


def _agency(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["committee_id", "agency_id"],
        ["agencies.committee_id", "agencies.id"],
        name=op.f(f"fk_{table}_committee_id_agency_id"),
    )


def upgrade() -> None:
    op.create_table(
        "group_bindings",
        _number("id"),
        _number("committee_id"),
        _number("agency_id", nullable=True),
        _number("chat_id"),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("topic", sa.String(length=60), nullable=True),
        _number("bound_by"),
        _when("bound_at"),
        _when("removed_at", nullable=True),
        _number("removed_by", nullable=True),
        _key("group_bindings", "committee_id", "committees"),
        _agency("group_bindings"),
        _key("group_bindings", "chat_id", "chats"),
        _key("group_bindings", "bound_by", "people"),
        _key("group_bindings", "removed_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_bindings")),
    )
    op.create_index(
        "uq_group_bindings_chat",
        "group_bindings",
        ["chat_id"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_index("ix_group_bindings_committee", "group_bindings", ["committee_id", "removed_at"])
    op.create_table(
        "group_codes",
        _number("id"),
        _number("committee_id"),
        _number("agency_id", nullable=True),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        _number("made_by"),
        _when("made_at"),
        _when("expires_at"),
        _when("used_at", nullable=True),
        _key("group_codes", "committee_id", "committees"),
        _agency("group_codes"),
        _key("group_codes", "made_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_codes")),
        sa.UniqueConstraint(
            "committee_id", "code_hash", name=op.f("uq_group_codes_committee_id_code_hash")
        ),
    )
    op.create_index("ix_group_codes_code_hash", "group_codes", ["code_hash"])
    op.create_index(
        "uq_outbox_chat_day",
        "outbox",
        ["committee_id", "chat_id", "day", "kind"],
        unique=True,
        sqlite_where=OF_A_DAY,
        postgresql_where=OF_A_DAY,
    )


def downgrade() -> None:
    op.drop_index("uq_outbox_chat_day", "outbox")
    op.drop_table("group_codes")
    op.drop_table("group_bindings")
