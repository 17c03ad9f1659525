"""What officers and heads do in chat."""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "sent_files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "plan",
                "evidence",
                name="filepurpose",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "kept",
                name="filestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("sent_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("attempts", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("next_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("claimed_until", db.base.UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'kept') = (content IS NOT NULL)", name=op.f("ck_sent_files_content")
        ),
        sa.CheckConstraint(
            "(state = 'kept') = (digest IS NOT NULL)", name=op.f("ck_sent_files_digest")
        ),
        sa.CheckConstraint(
            "claimed_until IS NULL OR state = 'waiting'", name=op.f("ck_sent_files_claimed")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_sent_files_committee_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_sent_files_person_id")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_sent_files_chat_id")),
        sa.ForeignKeyConstraint(
            ["committee_id", "plan_id"],
            ["plans.committee_id", "plans.id"],
            name=op.f("fk_sent_files_committee_id_plan_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_files")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_sent_files_committee_id_id")),
    )
    with op.batch_alter_table("sent_files", schema=None) as batch_op:
        batch_op.create_index("ix_sent_files_chat", ["chat_id", "id"], unique=False)
        batch_op.create_index(
            "ix_sent_files_waiting",
            ["purpose", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
    op.create_table(
        "evidence",
        sa.Column("id", KEY, nullable=False),
        sa.Column("committee_id", KEY, nullable=False),
        sa.Column("occurrence_id", KEY, nullable=False),
        sa.Column("file_id", KEY, nullable=True),
        sa.Column("document", sa.String(length=300), nullable=True),
        sa.Column("update_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("added_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("removed_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(file_id IS NULL) <> (document IS NULL)", name=op.f("ck_evidence_one_of_both")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_evidence_committee_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_evidence_person_id")),
        sa.ForeignKeyConstraint(
            ["committee_id", "occurrence_id"],
            ["occurrences.committee_id", "occurrences.id"],
            name=op.f("fk_evidence_committee_id_occurrence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "file_id"],
            ["sent_files.committee_id", "sent_files.id"],
            name=op.f("fk_evidence_committee_id_file_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "update_id"],
            ["status_updates.committee_id", "status_updates.id"],
            name=op.f("fk_evidence_committee_id_update_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint(
            "committee_id",
            "occurrence_id",
            "file_id",
            name=op.f("uq_evidence_committee_id_occurrence_id_file_id"),
        ),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(
            "ix_evidence_occurrence", ["committee_id", "occurrence_id"], unique=False
        )
        batch_op.create_index("ix_evidence_file", ["committee_id", "file_id"], unique=False)


def downgrade() -> None:
    op.drop_table("evidence")
    op.drop_table("sent_files")
