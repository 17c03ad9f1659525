"""First tables."""

import datetime

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "committees",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("confirms", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("created_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committees")),
        sa.UniqueConstraint("name", name=op.f("uq_committees_name")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("bot", sa.String(length=60), nullable=False),
        sa.Column("update_id", sa.String(length=60), nullable=False),
        sa.Column("payload", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("received_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("next_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("handled_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("bot", "update_id", name=op.f("uq_inbox_bot_update_id")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_inbox_waiting",
            ["id"],
            unique=False,
            sqlite_where=sa.text("handled_at IS NULL"),
            postgresql_where=sa.text("handled_at IS NULL"),
        )

    op.create_table(
        "moved_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=True),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_moved_days")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=True),
        sa.Column("created_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "agencies",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("collective", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_agencies_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agencies")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_agencies_committee_id_id")),
        sa.UniqueConstraint("committee_id", "key", name=op.f("uq_agencies_committee_id_key")),
    )
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("dialogue", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "wrong_codes", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("wrong_since", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("gone_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("heard_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_chats_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sa.UniqueConstraint("channel", "address", name=op.f("uq_chats_channel_address")),
    )
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.create_index("ix_chats_person", ["person_id"], unique=False)

    op.create_table(
        "plans",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("issuer", sa.String(length=300), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("counted_from_doubtful", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "accepted",
                name="planstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("accepted_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("reminds_from", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(state = 'accepted') = (accepted_at IS NOT NULL)", name=op.f("ck_plans_accepted_at")
        ),
        sa.CheckConstraint(
            "(accepted_at IS NULL) = (reminds_from IS NULL)", name=op.f("ck_plans_reminds_from")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_plans_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sa.UniqueConstraint("committee_id", "digest", name=op.f("uq_plans_committee_id_digest")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_plans_committee_id_id")),
    )
    op.create_table(
        "agency_aliases",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_agency_aliases_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_agency_aliases_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_aliases")),
        sa.UniqueConstraint("committee_id", "key", name=op.f("uq_agency_aliases_committee_id_key")),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
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
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("created_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("expires_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("used_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint(
            "(role IN ('head', 'officer')) = (agency_id IS NOT NULL)",
            name=op.f("ck_invitations_agency_by_role"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_invitations_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_invitations_committee_id")
        ),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint(
            "committee_id", "code_hash", name=op.f("uq_invitations_committee_id_code_hash")
        ),
    )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.create_index("ix_invitations_code_hash", ["code_hash"], unique=False)

    op.create_table(
        "memberships",
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
        sa.Column("created_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(role IN ('head', 'officer')) = (agency_id IS NOT NULL)",
            name=op.f("ck_memberships_agency_by_role"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_memberships_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_memberships_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_memberships_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(
            "ix_memberships_agency", ["committee_id", "agency_id", "role"], unique=False
        )
        batch_op.create_index("ix_memberships_person", ["person_id"], unique=False)
        batch_op.create_index(
            "uq_memberships_agency",
            ["committee_id", "person_id", "role", "agency_id"],
            unique=True,
            sqlite_where=sa.text("agency_id IS NOT NULL"),
            postgresql_where=sa.text("agency_id IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_memberships_committee",
            ["committee_id", "person_id", "role"],
            unique=True,
            sqlite_where=sa.text("agency_id IS NULL"),
            postgresql_where=sa.text("agency_id IS NULL"),
        )

    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "answer",
                "notice",
                "reminder",
                name="outboxkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "queued",
                "sending",
                "sent",
                "dead",
                "dropped",
                name="outboxstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("queued_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("next_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("claimed_until", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("finished_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(state = 'sending') = (claimed_until IS NOT NULL)", name=op.f("ck_outbox_claimed")
        ),
        sa.CheckConstraint("body IS NOT NULL OR day IS NOT NULL", name=op.f("ck_outbox_something")),
        sa.CheckConstraint(
            "chat_id IS NOT NULL OR person_id IS NOT NULL", name=op.f("ck_outbox_somebody")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_outbox_chat_id")),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_outbox_committee_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_outbox_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_waiting",
            ["next_at", "id"],
            unique=False,
            sqlite_where=sa.text("state IN ('queued', 'sending')"),
            postgresql_where=sa.text("state IN ('queued', 'sending')"),
        )
        batch_op.create_index(
            "uq_outbox_day",
            ["committee_id", "person_id", "day", "kind"],
            unique=True,
            sqlite_where=sa.text("day IS NOT NULL"),
            postgresql_where=sa.text("day IS NOT NULL"),
        )

    op.create_table(
        "reporting_regimes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "every",
            sa.Enum(
                "monthly",
                "quarterly",
                "half-yearly",
                "yearly",
                "ad-hoc",
                name="every",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("due_day", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("due_month", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("before", sa.Boolean(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("to", sa.String(length=300), nullable=True),
        sa.Column("via", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id", "plan_id"],
            ["plans.committee_id", "plans.id"],
            name=op.f("fk_reporting_regimes_committee_id_plan_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_reporting_regimes_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reporting_regimes")),
    )
    with op.batch_alter_table("reporting_regimes", schema=None) as batch_op:
        batch_op.create_index(
            "ix_reporting_regimes_plan", ["committee_id", "plan_id"], unique=False
        )

    op.create_table(
        "task_groups",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.String(length=50), nullable=False),
        sa.Column("label", sa.String(length=50), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id", "plan_id"],
            ["plans.committee_id", "plans.id"],
            name=op.f("fk_task_groups_committee_id_plan_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_task_groups_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_groups")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_task_groups_committee_id_id")),
        sa.UniqueConstraint(
            "committee_id",
            "plan_id",
            "position",
            name=op.f("uq_task_groups_committee_id_plan_id_position"),
        ),
    )
    op.create_table(
        "web_messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("ours", sa.Boolean(), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_web_messages_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_messages")),
        sa.UniqueConstraint("key", name=op.f("uq_web_messages_key")),
    )
    with op.batch_alter_table("web_messages", schema=None) as batch_op:
        batch_op.create_index("ix_web_messages_chat", ["chat_id", "id"], unique=False)

    op.create_table(
        "deliveries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("part", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("message_id", sa.String(length=60), nullable=False),
        sa.Column("about", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("choices", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sent_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_deliveries_chat_id")),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_deliveries_outbox_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("outbox_id", "part", name=op.f("uq_deliveries_outbox_id_part")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index("ix_deliveries_message", ["chat_id", "message_id"], unique=False)

    op.create_table(
        "tasks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("no", sa.String(length=30), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("parent_content", sa.Text(), nullable=True),
        sa.Column("product", sa.Text(), nullable=True),
        sa.Column("deadline_text", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "by",
                "recurring",
                "ongoing",
                "conditional",
                "unspecified",
                "unreadable",
                name="deadlinekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column(
            "recurs",
            sa.Enum(
                "monthly",
                "quarterly",
                "half-yearly",
                "yearly",
                "ongoing",
                name="recurs",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("recurs_due", sa.String(length=5), nullable=True),
        sa.Column("doubts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_tasks_number_positive")),
        sa.ForeignKeyConstraint(
            ["committee_id", "group_id"],
            ["task_groups.committee_id", "task_groups.id"],
            name=op.f("fk_tasks_committee_id_group_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "plan_id"],
            ["plans.committee_id", "plans.id"],
            name=op.f("fk_tasks_committee_id_plan_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_tasks_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_tasks_committee_id_id")),
        sa.UniqueConstraint("committee_id", "number", name=op.f("uq_tasks_committee_id_number")),
    )
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.create_index("ix_tasks_plan", ["committee_id", "plan_id"], unique=False)

    op.create_table(
        "occurrences",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=True),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("first_due", sa.Date(), nullable=True),
        sa.Column("next_opens_on", sa.Date(), nullable=True),
        sa.Column(
            "progress",
            sa.Enum(
                "not_started",
                "in_progress",
                "done",
                name="progress",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("percent", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(progress = 'done') = (done_on IS NOT NULL)", name=op.f("ck_occurrences_done_on")
        ),
        sa.CheckConstraint(
            "(due IS NULL) = (first_due IS NULL)", name=op.f("ck_occurrences_first_due")
        ),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_occurrences_percent")),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_occurrences_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_occurrences_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrences")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_occurrences_committee_id_id")),
        sa.UniqueConstraint(
            "committee_id",
            "task_id",
            "sequence",
            name=op.f("uq_occurrences_committee_id_task_id_sequence"),
        ),
    )
    with op.batch_alter_table("occurrences", schema=None) as batch_op:
        batch_op.create_index(
            "ix_occurrences_next_opens_on",
            ["next_opens_on"],
            unique=False,
            sqlite_where=sa.text("next_opens_on IS NOT NULL"),
            postgresql_where=sa.text("next_opens_on IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_occurrences_open_due",
            ["due", "committee_id"],
            unique=False,
            sqlite_where=sa.text("done_on IS NULL AND closed_on IS NULL"),
            postgresql_where=sa.text("done_on IS NULL AND closed_on IS NULL"),
        )

    op.create_table(
        "pauses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.CheckConstraint("ends_on IS NULL OR ends_on > starts_on", name=op.f("ck_pauses_order")),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_pauses_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_pauses_committee_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pauses_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pauses")),
    )
    with op.batch_alter_table("pauses", schema=None) as batch_op:
        batch_op.create_index("ix_pauses_task", ["committee_id", "task_id"], unique=False)

    op.create_table(
        "task_agencies",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "part",
            sa.Enum(
                "lead",
                "coordinating",
                name="part",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_task_agencies_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "task_id"],
            ["tasks.committee_id", "tasks.id"],
            name=op.f("fk_task_agencies_committee_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_task_agencies_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_agencies")),
        sa.UniqueConstraint(
            "committee_id",
            "task_id",
            "agency_id",
            "part",
            name=op.f("uq_task_agencies_committee_id_task_id_agency_id_part"),
        ),
    )
    with op.batch_alter_table("task_agencies", schema=None) as batch_op:
        batch_op.create_index(
            "ix_task_agencies_agency", ["committee_id", "agency_id", "part"], unique=False
        )

    op.create_table(
        "rungs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", sa.String(length=30), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("silenced", sa.Boolean(), nullable=False),
        sa.Column("outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id", "occurrence_id"],
            ["occurrences.committee_id", "occurrences.id"],
            name=op.f("fk_rungs_committee_id_occurrence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_rungs_committee_id")
        ),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_rungs_outbox_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_rungs_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rungs")),
        sa.UniqueConstraint(
            "committee_id",
            "occurrence_id",
            "person_id",
            "name",
            "due",
            name=op.f("uq_rungs_committee_id_occurrence_id_person_id_name_due"),
        ),
    )
    with op.batch_alter_table("rungs", schema=None) as batch_op:
        batch_op.create_index("ix_rungs_outbox", ["outbox_id"], unique=False)

    op.create_table(
        "snoozes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id", "occurrence_id"],
            ["occurrences.committee_id", "occurrences.id"],
            name=op.f("fk_snoozes_committee_id_occurrence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_snoozes_committee_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_snoozes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snoozes")),
        sa.UniqueConstraint(
            "committee_id",
            "occurrence_id",
            "person_id",
            name=op.f("uq_snoozes_committee_id_occurrence_id_person_id"),
        ),
    )
    with op.batch_alter_table("snoozes", schema=None) as batch_op:
        batch_op.create_index("ix_snoozes_until", ["until"], unique=False)

    op.create_table(
        "status_updates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "progress",
            sa.Enum(
                "not_started",
                "in_progress",
                "done",
                name="progress",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("percent", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("reported_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("undoes_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_status_updates_percent")),
        sa.CheckConstraint(
            "undoes_id IS NULL OR progress IS NULL",
            name=op.f("ck_status_updates_undo_says_nothing"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "occurrence_id"],
            ["occurrences.committee_id", "occurrences.id"],
            name=op.f("fk_status_updates_committee_id_occurrence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "undoes_id"],
            ["status_updates.committee_id", "status_updates.id"],
            name=op.f("fk_status_updates_committee_id_undoes_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_status_updates_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_status_updates_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_updates")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_status_updates_committee_id_id")),
        sa.UniqueConstraint(
            "committee_id", "undoes_id", name=op.f("uq_status_updates_committee_id_undoes_id")
        ),
    )
    with op.batch_alter_table("status_updates", schema=None) as batch_op:
        batch_op.create_index(
            "ix_status_updates_occurrence", ["committee_id", "occurrence_id"], unique=False
        )

    op.create_table(
        "blockers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("cleared_on", sa.Date(), nullable=True),
        sa.Column(
            "cleared_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "(cleared_on IS NULL) = (cleared_by_id IS NULL)", name=op.f("ck_blockers_cleared")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "cleared_by_id"],
            ["status_updates.committee_id", "status_updates.id"],
            name=op.f("fk_blockers_committee_id_cleared_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "occurrence_id"],
            ["occurrences.committee_id", "occurrences.id"],
            name=op.f("fk_blockers_committee_id_occurrence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "update_id"],
            ["status_updates.committee_id", "status_updates.id"],
            name=op.f("fk_blockers_committee_id_update_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_blockers_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blockers")),
    )
    with op.batch_alter_table("blockers", schema=None) as batch_op:
        batch_op.create_index(
            "ix_blockers_occurrence", ["committee_id", "occurrence_id"], unique=False
        )

    op.create_table(
        "confirmations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id", "occurrence_id"],
            ["occurrences.committee_id", "occurrences.id"],
            name=op.f("fk_confirmations_committee_id_occurrence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "update_id"],
            ["status_updates.committee_id", "status_updates.id"],
            name=op.f("fk_confirmations_committee_id_update_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_confirmations_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_confirmations_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmations")),
        sa.UniqueConstraint(
            "committee_id", "update_id", name=op.f("uq_confirmations_committee_id_update_id")
        ),
    )
    with op.batch_alter_table("confirmations", schema=None) as batch_op:
        batch_op.create_index(
            "ix_confirmations_occurrence", ["committee_id", "occurrence_id"], unique=False
        )

    op.create_table(
        "extensions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("due_before", sa.Date(), nullable=False),
        sa.Column("asked_due", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.Column(
            "decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(granted IS NULL) = (decided_at IS NULL)", name=op.f("ck_extensions_decided")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_extensions_asked_by")),
        sa.ForeignKeyConstraint(
            ["committee_id", "occurrence_id"],
            ["occurrences.committee_id", "occurrences.id"],
            name=op.f("fk_extensions_committee_id_occurrence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "update_id"],
            ["status_updates.committee_id", "status_updates.id"],
            name=op.f("fk_extensions_committee_id_update_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_extensions_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_extensions_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extensions")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_extensions_committee_id_id")),
    )
    with op.batch_alter_table("extensions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_extensions_occurrence", ["committee_id", "occurrence_id"], unique=False
        )

    # What the yearly decisions moved and the holiday library lacks (domain: Reminders).
    op.bulk_insert(
        sa.table(
            "moved_days",
            sa.column("day", sa.Date()),
            sa.column("working", sa.Boolean()),
            sa.column("note", sa.String()),
        ),
        [
            {
                "day": datetime.date(2026, 1, 2),
                "working": False,
                "note": "Hoán đổi với thứ Bảy 10/01/2026",
            },
            {"day": datetime.date(2026, 1, 10), "working": True, "note": "Làm bù ngày 02/01/2026"},
        ],
    )


def downgrade() -> None:
    with op.batch_alter_table("extensions", schema=None) as batch_op:
        batch_op.drop_index("ix_extensions_occurrence")

    op.drop_table("extensions")
    with op.batch_alter_table("confirmations", schema=None) as batch_op:
        batch_op.drop_index("ix_confirmations_occurrence")

    op.drop_table("confirmations")
    with op.batch_alter_table("blockers", schema=None) as batch_op:
        batch_op.drop_index("ix_blockers_occurrence")

    op.drop_table("blockers")
    with op.batch_alter_table("status_updates", schema=None) as batch_op:
        batch_op.drop_index("ix_status_updates_occurrence")

    op.drop_table("status_updates")
    with op.batch_alter_table("snoozes", schema=None) as batch_op:
        batch_op.drop_index("ix_snoozes_until")

    op.drop_table("snoozes")
    with op.batch_alter_table("rungs", schema=None) as batch_op:
        batch_op.drop_index("ix_rungs_outbox")

    op.drop_table("rungs")
    with op.batch_alter_table("task_agencies", schema=None) as batch_op:
        batch_op.drop_index("ix_task_agencies_agency")

    op.drop_table("task_agencies")
    with op.batch_alter_table("pauses", schema=None) as batch_op:
        batch_op.drop_index("ix_pauses_task")

    op.drop_table("pauses")
    with op.batch_alter_table("occurrences", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_occurrences_open_due",
            sqlite_where=sa.text("done_on IS NULL AND closed_on IS NULL"),
            postgresql_where=sa.text("done_on IS NULL AND closed_on IS NULL"),
        )
        batch_op.drop_index(
            "ix_occurrences_next_opens_on",
            sqlite_where=sa.text("next_opens_on IS NOT NULL"),
            postgresql_where=sa.text("next_opens_on IS NOT NULL"),
        )

    op.drop_table("occurrences")
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.drop_index("ix_tasks_plan")

    op.drop_table("tasks")
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_deliveries_message")

    op.drop_table("deliveries")
    with op.batch_alter_table("web_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_web_messages_chat")

    op.drop_table("web_messages")
    op.drop_table("task_groups")
    with op.batch_alter_table("reporting_regimes", schema=None) as batch_op:
        batch_op.drop_index("ix_reporting_regimes_plan")

    op.drop_table("reporting_regimes")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_outbox_day",
            sqlite_where=sa.text("day IS NOT NULL"),
            postgresql_where=sa.text("day IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_outbox_waiting",
            sqlite_where=sa.text("state IN ('queued', 'sending')"),
            postgresql_where=sa.text("state IN ('queued', 'sending')"),
        )

    op.drop_table("outbox")
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_memberships_committee",
            sqlite_where=sa.text("agency_id IS NULL"),
            postgresql_where=sa.text("agency_id IS NULL"),
        )
        batch_op.drop_index(
            "uq_memberships_agency",
            sqlite_where=sa.text("agency_id IS NOT NULL"),
            postgresql_where=sa.text("agency_id IS NOT NULL"),
        )
        batch_op.drop_index("ix_memberships_person")
        batch_op.drop_index("ix_memberships_agency")

    op.drop_table("memberships")
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_index("ix_invitations_code_hash")

    op.drop_table("invitations")
    op.drop_table("agency_aliases")
    op.drop_table("plans")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_index("ix_chats_person")

    op.drop_table("chats")
    op.drop_table("agencies")
    op.drop_table("people")
    op.drop_table("moved_days")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_inbox_waiting",
            sqlite_where=sa.text("handled_at IS NULL"),
            postgresql_where=sa.text("handled_at IS NULL"),
        )

    op.drop_table("inbox")
    op.drop_table("committees")
