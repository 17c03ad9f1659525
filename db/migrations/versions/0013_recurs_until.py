"""What recurs may end: "hằng năm, giai đoạn 2026-2030"."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tasks", sa.Column("recurs_until", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("tasks", "recurs_until")
