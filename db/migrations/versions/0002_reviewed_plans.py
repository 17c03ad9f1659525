"""Plans that are reviewed and amended.

`tasks` gets columns that need no new table on SQLite, where other tables point at it: none is
NOT NULL or a foreign key, and the check of `review` stands with its column.
"""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REVIEW = "VARCHAR(32) CONSTRAINT ck_tasks_review CHECK (review IN ('right', 'later', 'not_a_task'))"
TABLES = ("deadline_changes", "amendments", "draft_changes", "plan_leftovers", "plan_sources")


def _number(name: str, *, nullable: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=nullable)


def _within(table: str, owner: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["committee_id", column],
        [f"{owner}.committee_id", f"{owner}.id"],
        name=op.f(f"fk_{table}_committee_id_{column}"),
    )


def _committee(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["committee_id"], ["committees.id"], name=op.f(f"fk_{table}_committee_id")
    )


def upgrade() -> None:
    for name in ("page", "sheet_row"):
        op.add_column("tasks", _number(name, nullable=True))
    op.add_column("tasks", sa.Column("sheet", sa.String(length=200), nullable=True))
    op.add_column("tasks", sa.Column("content_raw", sa.Text(), nullable=True))
    op.add_column("tasks", sa.Column("doubtful_words", sa.JSON(), nullable=True))
    op.execute(f"ALTER TABLE tasks ADD COLUMN review {REVIEW}")
    op.add_column("tasks", sa.Column("removed_on", sa.Date(), nullable=True))

    op.create_table(
        "plan_sources",
        _number("id"),
        _number("committee_id"),
        _number("plan_id"),
        sa.Column("text", sa.Text(), nullable=False),
        _committee("plan_sources"),
        _within("plan_sources", "plans", "plan_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_sources")),
        sa.UniqueConstraint(
            "committee_id", "plan_id", name=op.f("uq_plan_sources_committee_id_plan_id")
        ),
    )
    op.create_table(
        "plan_leftovers",
        _number("id"),
        _number("committee_id"),
        _number("plan_id"),
        _number("position"),
        sa.Column("source", sa.String(length=50), nullable=False),
        _number("line"),
        _number("page", nullable=True),
        sa.Column("sheet", sa.String(length=200), nullable=True),
        _number("sheet_row", nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        _committee("plan_leftovers"),
        _within("plan_leftovers", "plans", "plan_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_leftovers")),
        sa.UniqueConstraint(
            "committee_id",
            "plan_id",
            "position",
            name=op.f("uq_plan_leftovers_committee_id_plan_id_position"),
        ),
    )
    op.create_table(
        "draft_changes",
        _number("id"),
        _number("committee_id"),
        _number("plan_id"),
        _number("task_id", nullable=True),
        sa.Column(
            "field",
            sa.Enum(
                "number",
                "issued_on",
                "issuer",
                "title",
                "content",
                "product",
                "deadline",
                "lead",
                "coordinating",
                "review",
                name="draftfield",
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
        _committee("draft_changes"),
        _within("draft_changes", "plans", "plan_id"),
        _within("draft_changes", "tasks", "task_id"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_draft_changes_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_changes")),
    )
    op.create_index(
        "ix_draft_changes_plan", "draft_changes", ["committee_id", "plan_id", "task_id"]
    )
    op.create_table(
        "amendments",
        _number("id"),
        _number("committee_id"),
        _number("plan_id"),
        _number("amends_id"),
        sa.CheckConstraint("plan_id != amends_id", name=op.f("ck_amendments_other")),
        _committee("amendments"),
        _within("amendments", "plans", "plan_id"),
        _within("amendments", "plans", "amends_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendments")),
        sa.UniqueConstraint(
            "committee_id", "plan_id", name=op.f("uq_amendments_committee_id_plan_id")
        ),
    )
    op.create_table(
        "deadline_changes",
        _number("id"),
        _number("committee_id"),
        _number("occurrence_id"),
        _number("plan_id"),
        sa.Column("due_before", sa.Date(), nullable=True),
        sa.Column("due_after", sa.Date(), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=False),
        _committee("deadline_changes"),
        _within("deadline_changes", "occurrences", "occurrence_id"),
        _within("deadline_changes", "plans", "plan_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_changes")),
    )
    op.create_index(
        "ix_deadline_changes_occurrence", "deadline_changes", ["committee_id", "occurrence_id"]
    )


def downgrade() -> None:
    op.drop_index("ix_deadline_changes_occurrence", "deadline_changes")
    op.drop_index("ix_draft_changes_plan", "draft_changes")
    for table in TABLES:
        op.drop_table(table)
    with op.batch_alter_table("tasks") as tasks:
        tasks.drop_constraint(op.f("ck_tasks_review"), type_="check")
        for name in (
            "removed_on",
            "review",
            "doubtful_words",
            "content_raw",
            "sheet",
            "sheet_row",
            "page",
        ):
            tasks.drop_column(name)
