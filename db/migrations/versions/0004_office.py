"""What the standing office does in chat."""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nudges",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "nudged_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("nudged_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_nudges_committee_id")
        ),
        sa.ForeignKeyConstraint(["nudged_by"], ["people.id"], name=op.f("fk_nudges_nudged_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_nudges_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudges")),
        sa.UniqueConstraint(
            "committee_id", "person_id", "day", name=op.f("uq_nudges_committee_id_person_id_day")
        ),
    )
    op.create_table(
        "join_requests",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.Column(
            "decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("decided_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(granted IS NULL) = (decided_at IS NULL)", name=op.f("ck_join_requests_decided")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_join_requests_chat_id")),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_join_requests_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_join_requests_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_requests")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_join_requests_committee_id_id")),
    )
    with op.batch_alter_table("join_requests", schema=None) as batch_op:
        batch_op.create_index("ix_join_requests_chat", ["chat_id"], unique=False)

    op.create_table(
        "membership_records",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "role",
            sa.Enum(
                "secretary",
                "member",
                "head",
                "officer",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "change",
            sa.Enum(
                "given",
                "taken",
                name="membershipchange",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("changed_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["people.id"], name=op.f("fk_membership_records_changed_by")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_membership_records_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_membership_records_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_membership_records_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership_records")),
    )
    with op.batch_alter_table("membership_records", schema=None) as batch_op:
        batch_op.create_index(
            "ix_membership_records_person", ["committee_id", "person_id"], unique=False
        )

    op.create_table(
        "acknowledgements",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("told_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("received_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_acknowledgements_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_acknowledgements_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_acknowledgements_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acknowledgements")),
        sa.UniqueConstraint(
            "committee_id",
            "task_id",
            "person_id",
            name=op.f("uq_acknowledgements_committee_id_task_id_person_id"),
        ),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "field",
            sa.Enum(
                "content",
                "product",
                "lead",
                "coordinating",
                "deadline",
                name="taskfield",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("corrected_on", sa.Date(), nullable=False),
        sa.Column("corrected_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_corrections_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_corrections_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_corrections_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.create_index("ix_corrections_task", ["committee_id", "task_id"], unique=False)

    op.create_table(
        "handovers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("decided_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(decided_at IS NULL) = (decided_by IS NULL)", name=op.f("ck_handovers_decided")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_handovers_asked_by")),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_handovers_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_handovers_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_handovers_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_handovers_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    with op.batch_alter_table("handovers", schema=None) as batch_op:
        batch_op.create_index("ix_handovers_task", ["committee_id", "task_id"], unique=False)

    op.create_table(
        "instructions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column(
            "answered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("answered_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_instructions_answered")
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_by IS NULL)", name=op.f("ck_instructions_answered_by")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["people.id"], name=op.f("fk_instructions_answered_by")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_instructions_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_instructions_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_instructions_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instructions")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_instructions_committee_id_id")),
    )
    with op.batch_alter_table("instructions", schema=None) as batch_op:
        batch_op.create_index("ix_instructions_task", ["committee_id", "task_id"], unique=False)

    op.create_table(
        "task_officers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("named_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("named_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_task_officers_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_task_officers_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_task_officers_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["named_by"], ["people.id"], name=op.f("fk_task_officers_named_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_task_officers_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_officers")),
        sa.UniqueConstraint(
            "committee_id",
            "task_id",
            "agency_id",
            name=op.f("uq_task_officers_committee_id_task_id_agency_id"),
        ),
    )
    with op.batch_alter_table("task_officers", schema=None) as batch_op:
        batch_op.create_index("ix_task_officers_person", ["person_id"], unique=False)

    op.create_table(
        "reports_in_stead",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "came",
            sa.Enum(
                "phone",
                "meeting",
                "document",
                "other",
                name="came",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "disputed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("disputed_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(disputed_at IS NULL) = (disputed_by IS NULL)",
            name=op.f("ck_reports_in_stead_disputed"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_reports_in_stead_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "update_id"],
            ["status_updates.committee_id", "status_updates.id"],
            name=op.f("fk_reports_in_stead_committee_id_update_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_reports_in_stead_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["disputed_by"], ["people.id"], name=op.f("fk_reports_in_stead_disputed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports_in_stead")),
        sa.UniqueConstraint(
            "committee_id", "update_id", name=op.f("uq_reports_in_stead_committee_id_update_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("reports_in_stead")
    with op.batch_alter_table("task_officers", schema=None) as batch_op:
        batch_op.drop_index("ix_task_officers_person")

    op.drop_table("task_officers")
    with op.batch_alter_table("instructions", schema=None) as batch_op:
        batch_op.drop_index("ix_instructions_task")

    op.drop_table("instructions")
    with op.batch_alter_table("handovers", schema=None) as batch_op:
        batch_op.drop_index("ix_handovers_task")

    op.drop_table("handovers")
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.drop_index("ix_corrections_task")

    op.drop_table("corrections")
    op.drop_table("acknowledgements")
    with op.batch_alter_table("membership_records", schema=None) as batch_op:
        batch_op.drop_index("ix_membership_records_person")

    op.drop_table("membership_records")
    with op.batch_alter_table("join_requests", schema=None) as batch_op:
        batch_op.drop_index("ix_join_requests_chat")

    op.drop_table("join_requests")
    op.drop_table("nudges")
