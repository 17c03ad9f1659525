"""The engine of reminders: hours and ladders, absences, periods, what is told of no one task."""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def big() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def when() -> db.base.UtcTime:
    return db.base.UtcTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("committees") as table:
        table.add_column(sa.Column("morning", big(), server_default="8", nullable=False))
        table.add_column(sa.Column("evening", big(), server_default="18", nullable=False))
        table.add_column(sa.Column("ladder", sa.JSON(none_as_null=True), nullable=True))
        table.add_column(sa.Column("ladder_from", sa.Date(), nullable=True))
        table.add_column(sa.Column("looks_at", when(), nullable=True))
        table.create_check_constraint(
            op.f("ck_committees_hours"),
            "morning BETWEEN 6 AND 20 AND evening > morning AND evening <= 21",
        )
        table.create_index("ix_committees_looks_at", ["looks_at"])
    with op.batch_alter_table("people") as table:
        table.add_column(sa.Column("morning", big(), nullable=True))
        table.add_column(sa.Column("evening", big(), nullable=True))
        table.create_check_constraint(
            op.f("ck_people_hours"),
            "(morning IS NULL) = (evening IS NULL) "
            "AND morning BETWEEN 6 AND 20 AND evening > morning AND evening <= 21",
        )
    with op.batch_alter_table("plans") as table:
        table.add_column(sa.Column("period_first", sa.Date(), nullable=True))
        table.add_column(sa.Column("period_cut_off", sa.Date(), nullable=True))
        table.add_column(sa.Column("turns_on", sa.Date(), nullable=True))
        table.create_index("ix_plans_turns_on", ["committee_id", "turns_on"])
    with op.batch_alter_table("reporting_regimes") as table:
        table.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("review_day", big(), nullable=True))
        table.create_check_constraint(
            op.f("ck_reporting_regimes_review_day"), "review_day BETWEEN 1 AND 31"
        )
        table.create_index("ix_reporting_regimes_due_on", ["committee_id", "due_on"])
    _index_open_due("committee_id", "due")
    _index_next_opens_on("committee_id", "next_opens_on")
    op.create_index(
        "ix_rungs_waiting",
        "rungs",
        ["committee_id", "person_id"],
        sqlite_where=sa.text("outbox_id IS NULL AND silenced IS 0"),
        postgresql_where=sa.text("outbox_id IS NULL AND silenced IS FALSE"),
    )
    op.create_table(
        "absences",
        sa.Column("id", big(), nullable=False),
        sa.Column("committee_id", big(), nullable=False),
        sa.Column("person_id", big(), nullable=False),
        sa.Column("stand_in_id", big(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("told_at", when(), nullable=False),
        sa.Column("withdrawn_at", when(), nullable=True),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_absences_order")),
        sa.CheckConstraint(
            "stand_in_id IS NULL OR stand_in_id <> person_id", name=op.f("ck_absences_another")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_absences_committee_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_absences_person_id")),
        sa.ForeignKeyConstraint(
            ["stand_in_id"], ["people.id"], name=op.f("fk_absences_stand_in_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index("ix_absences_person", "absences", ["committee_id", "person_id", "ends_on"])
    op.create_index("ix_absences_stand_in", "absences", ["committee_id", "stand_in_id", "ends_on"])
    op.create_table(
        "morning_notes",
        sa.Column("id", big(), nullable=False),
        sa.Column("committee_id", big(), nullable=False),
        sa.Column("person_id", big(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "report",
                "review",
                "gone",
                name="notekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("subject_id", big(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outbox_id", big(), nullable=True),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_morning_notes_committee_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_morning_notes_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["outbox_id"], ["outbox.id"], name=op.f("fk_morning_notes_outbox_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_morning_notes")),
        sa.UniqueConstraint(
            "committee_id",
            "person_id",
            "kind",
            "subject_id",
            "due",
            name=op.f("uq_morning_notes_committee_id_person_id_kind_subject_id_due"),
        ),
    )
    op.create_index("ix_morning_notes_outbox", "morning_notes", ["outbox_id"])
    op.create_index(
        "ix_morning_notes_waiting",
        "morning_notes",
        ["committee_id", "person_id"],
        sqlite_where=sa.text("outbox_id IS NULL"),
        postgresql_where=sa.text("outbox_id IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("morning_notes")
    op.drop_table("absences")
    op.drop_index("ix_rungs_waiting", table_name="rungs")
    _index_open_due("due", "committee_id")
    _index_next_opens_on("next_opens_on")
    with op.batch_alter_table("reporting_regimes") as table:
        table.drop_index("ix_reporting_regimes_due_on")
        table.drop_constraint(op.f("ck_reporting_regimes_review_day"), type_="check")
        table.drop_column("review_day")
        table.drop_column("due_on")
    with op.batch_alter_table("plans") as table:
        table.drop_index("ix_plans_turns_on")
        table.drop_column("turns_on")
        table.drop_column("period_cut_off")
        table.drop_column("period_first")
    with op.batch_alter_table("people") as table:
        table.drop_constraint(op.f("ck_people_hours"), type_="check")
        table.drop_column("evening")
        table.drop_column("morning")
    with op.batch_alter_table("committees") as table:
        table.drop_index("ix_committees_looks_at")
        table.drop_constraint(op.f("ck_committees_hours"), type_="check")
        table.drop_column("looks_at")
        table.drop_column("ladder_from")
        table.drop_column("ladder")
        table.drop_column("evening")
        table.drop_column("morning")


def _index_open_due(*columns: str) -> None:
    """The index of what is open by its due day, with the columns in this order."""
    op.drop_index("ix_occurrences_open_due", table_name="occurrences")
    op.create_index(
        "ix_occurrences_open_due",
        "occurrences",
        list(columns),
        sqlite_where=sa.text("done_on IS NULL AND closed_on IS NULL"),
        postgresql_where=sa.text("done_on IS NULL AND closed_on IS NULL"),
    )


def _index_next_opens_on(*columns: str) -> None:
    """The index of what opens its next occurrence, with these columns."""
    op.drop_index("ix_occurrences_next_opens_on", table_name="occurrences")
    op.create_index(
        "ix_occurrences_next_opens_on",
        "occurrences",
        list(columns),
        sqlite_where=sa.text("next_opens_on IS NOT NULL"),
        postgresql_where=sa.text("next_opens_on IS NOT NULL"),
    )
