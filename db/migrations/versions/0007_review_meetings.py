"""The days of a plan's reports that a secretary can set: cut-off and review meeting."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    day = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("reporting_regimes") as table:
        table.add_column(sa.Column("cut_off_day", day, nullable=True))
        table.add_column(sa.Column("review_on", sa.Date(), nullable=True))
        table.create_check_constraint(
            op.f("ck_reporting_regimes_cut_off_day"), "cut_off_day BETWEEN 1 AND 31"
        )
        table.create_index("ix_reporting_regimes_review_on", ["committee_id", "review_on"])


def downgrade() -> None:
    with op.batch_alter_table("reporting_regimes") as table:
        table.drop_index("ix_reporting_regimes_review_on")
        table.drop_constraint(op.f("ck_reporting_regimes_cut_off_day"), type_="check")
        table.drop_column("review_on")
        table.drop_column("cut_off_day")
