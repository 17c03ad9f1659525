"""The reports that a plan wants can be corrected in its draft."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BEFORE = (
    *("number", "issued_on", "issuer", "title", "content", "product", "deadline", "lead"),
    *("coordinating", "review"),
)
AFTER = (*BEFORE[:4], "reporting", *BEFORE[4:])


def upgrade() -> None:
    _allow(AFTER)


def downgrade() -> None:
    op.execute("DELETE FROM draft_changes WHERE field = 'reporting'")
    _allow(BEFORE)


def _allow(fields: tuple[str, ...]) -> None:
    """Let these fields, and no others, be named by a correction."""
    name = op.f("ck_draft_changes_draftfield")
    with op.batch_alter_table("draft_changes") as table:
        table.drop_constraint(name, type_="check")
        table.create_check_constraint(name, sa.column("field").in_(fields))
