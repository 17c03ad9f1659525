"""Indicators, their targets and readings; merged agencies."""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agency_differences",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("one_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_agency_differences_order")),
        sa.ForeignKeyConstraint(
            ["committee_id", "one_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_agency_differences_committee_id_one_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "other_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_agency_differences_committee_id_other_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_agency_differences_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_differences")),
        sa.UniqueConstraint(
            "committee_id",
            "one_id",
            "other_id",
            name=op.f("uq_agency_differences_committee_id_one_id_other_id"),
        ),
    )
    op.create_table(
        "agency_members",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "collective_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.CheckConstraint("collective_id <> agency_id", name=op.f("ck_agency_members_not_itself")),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_agency_members_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "collective_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_agency_members_committee_id_collective_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_agency_members_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_members")),
        sa.UniqueConstraint(
            "committee_id",
            "collective_id",
            "agency_id",
            name=op.f("uq_agency_members_committee_id_collective_id_agency_id"),
        ),
    )
    op.create_table(
        "agency_merges",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("into_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("moved", sa.JSON(none_as_null=True), nullable=False),
        sa.Column(
            "merged_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("merged_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("undone_at", db.base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id", "agency_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_agency_merges_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "into_id"],
            ["agencies.committee_id", "agencies.id"],
            name=op.f("fk_agency_merges_committee_id_into_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_agency_merges_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["merged_by"], ["people.id"], name=op.f("fk_agency_merges_merged_by")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by"], ["people.id"], name=op.f("fk_agency_merges_undone_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_merges")),
    )
    with op.batch_alter_table("agency_merges", schema=None) as batch_op:
        batch_op.create_index("ix_agency_merges_into", ["committee_id", "into_id"], unique=False)

    op.create_table(
        "indicators",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("source", sa.String(length=50), nullable=False),
        sa.Column("group_label", sa.String(length=50), nullable=True),
        sa.Column("group_title", sa.Text(), nullable=True),
        sa.Column("no", sa.String(length=30), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("raw_name", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("product", sa.Text(), nullable=True),
        sa.Column("heading", sa.Boolean(), nullable=False),
        sa.Column("doubts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("heading = (number IS NULL)", name=op.f("ck_indicators_heading")),
        sa.CheckConstraint("number > 0", name=op.f("ck_indicators_number_positive")),
        sa.ForeignKeyConstraint(
            ["committee_id", "plan_id"],
            ["plans.committee_id", "plans.id"],
            name=op.f("fk_indicators_committee_id_plan_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_indicators_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicators")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_indicators_committee_id_id")),
        sa.UniqueConstraint(
            "committee_id", "number", name=op.f("uq_indicators_committee_id_number")
        ),
        sa.UniqueConstraint(
            "committee_id",
            "plan_id",
            "position",
            name=op.f("uq_indicators_committee_id_plan_id_position"),
        ),
    )
    op.create_table(
        "indicator_agencies",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "indicator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
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
            name=op.f("fk_indicator_agencies_committee_id_agency_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "indicator_id"],
            ["indicators.committee_id", "indicators.id"],
            name=op.f("fk_indicator_agencies_committee_id_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_indicator_agencies_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_agencies")),
        sa.UniqueConstraint(
            "committee_id",
            "indicator_id",
            "agency_id",
            "part",
            name=op.f("uq_indicator_agencies_committee_id_indicator_id_agency_id_part"),
        ),
    )
    with op.batch_alter_table("indicator_agencies", schema=None) as batch_op:
        batch_op.create_index(
            "ix_indicator_agencies_agency", ["committee_id", "agency_id", "part"], unique=False
        )

    op.create_table(
        "readings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "indicator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("in_stead", sa.Boolean(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("reported_at", db.base.UtcTime(timezone=True), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=True),
        sa.Column("judged_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("undoes_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint(
            "CASE WHEN value IS NULL THEN 0 ELSE 1 END + CASE WHEN text IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN undoes_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_readings_one_thing"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "indicator_id"],
            ["indicators.committee_id", "indicators.id"],
            name=op.f("fk_readings_committee_id_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id", "undoes_id"],
            ["readings.committee_id", "readings.id"],
            name=op.f("fk_readings_committee_id_undoes_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_readings_committee_id")
        ),
        sa.ForeignKeyConstraint(["judged_by"], ["people.id"], name=op.f("fk_readings_judged_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_readings_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("committee_id", "id", name=op.f("uq_readings_committee_id_id")),
        sa.UniqueConstraint(
            "committee_id", "undoes_id", name=op.f("uq_readings_committee_id_undoes_id")
        ),
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_readings_indicator", ["committee_id", "indicator_id"], unique=False
        )

    op.create_table(
        "targets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "indicator_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.String(length=50), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("op", sa.String(length=2), nullable=True),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id", "indicator_id"],
            ["indicators.committee_id", "indicators.id"],
            name=op.f("fk_targets_committee_id_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_targets_committee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_targets")),
        sa.UniqueConstraint(
            "committee_id",
            "indicator_id",
            "position",
            name=op.f("uq_targets_committee_id_indicator_id_position"),
        ),
    )
    op.add_column("agencies", sa.Column("merged_at", db.base.UtcTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("agencies", "merged_at")

    op.drop_table("targets")
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.drop_index("ix_readings_indicator")

    op.drop_table("readings")
    with op.batch_alter_table("indicator_agencies", schema=None) as batch_op:
        batch_op.drop_index("ix_indicator_agencies_agency")

    op.drop_table("indicator_agencies")
    op.drop_table("indicators")
    with op.batch_alter_table("agency_merges", schema=None) as batch_op:
        batch_op.drop_index("ix_agency_merges_into")

    op.drop_table("agency_merges")
    op.drop_table("agency_members")
    op.drop_table("agency_differences")
