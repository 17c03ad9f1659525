"""An instruction may name its day; who gave it hears once that has passed unanswered."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BEFORE = ("report", "review", "gone")


def upgrade() -> None:
    with op.batch_alter_table("instructions") as table:
        table.add_column(sa.Column("due_on", sa.Date(), nullable=True))
    _allow((*BEFORE, "passed"))


def downgrade() -> None:
    op.execute("DELETE FROM morning_notes WHERE kind = 'passed'")
    _allow(BEFORE)
    with op.batch_alter_table("instructions") as table:
        table.drop_column("due_on")


def _allow(kinds: tuple[str, ...]) -> None:
    name = op.f("ck_morning_notes_notekind")
    with op.batch_alter_table("morning_notes") as table:
        table.drop_constraint(name, type_="check")
        table.create_check_constraint(name, sa.column("kind").in_(kinds))
