"""A committee knows up to which day everybody was told."""

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("committees", sa.Column("settled_on", sa.Date(), nullable=True))
    when = db.base.UtcTime(timezone=True)
    op.add_column("committees", sa.Column("settling_since", when, nullable=True))


def downgrade() -> None:
    op.drop_column("committees", "settling_since")
    op.drop_column("committees", "settled_on")
