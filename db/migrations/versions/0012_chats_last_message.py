"""A chat's last message is found by an index, however many it was sent before."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_deliveries_chat", "deliveries", ["chat_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_deliveries_chat", "deliveries")
