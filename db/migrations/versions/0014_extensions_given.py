"""The standing office gives more time unasked: no report asked for it."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("extensions") as table:
        table.alter_column("update_id", existing_type=sa.Integer(), nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM extensions WHERE update_id IS NULL")
    with op.batch_alter_table("extensions") as table:
        table.alter_column("update_id", existing_type=sa.Integer(), nullable=False)
