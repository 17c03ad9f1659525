"""Indicators of a draft that are corrected.

`indicators` gets a column that needs no new table on SQLite, where other tables point at it.
"""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

REVIEW = (
    "VARCHAR(32) CONSTRAINT ck_indicators_review CHECK (review IN ('right', 'later', 'not_a_task'))"
)


def _number(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def upgrade() -> None:
    op.execute(f"ALTER TABLE indicators ADD COLUMN review {REVIEW}")
    op.create_table(
        "indicator_changes",
        _number("id"),
        _number("committee_id"),
        _number("indicator_id"),
        sa.Column(
            "field",
            sa.Enum(
                "name",
                "unit",
                "targets",
                "lead",
                "review",
                name="indicatorfield",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        _number("person_id"),
        sa.Column("changed_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_indicator_changes_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "indicator_id"],
            ["indicators.committee_id", "indicators.id"],
            name=op.f("fk_indicator_changes_committee_id_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_indicator_changes_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_changes")),
    )
    op.create_index(
        "ix_indicator_changes_indicator", "indicator_changes", ["committee_id", "indicator_id"]
    )


def downgrade() -> None:
    op.drop_index("ix_indicator_changes_indicator", "indicator_changes")
    op.drop_table("indicator_changes")
    op.execute("ALTER TABLE indicators DROP COLUMN review")
