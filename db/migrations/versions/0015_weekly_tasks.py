"""What recurs may come every week, or on several days a year."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

BEFORE = ("monthly", "quarterly", "half-yearly", "yearly", "ongoing")
AFTER = ("weekly", *BEFORE)


def upgrade() -> None:
    _allow(AFTER, length=71, was=5)


def downgrade() -> None:
    op.execute("UPDATE tasks SET recurs = 'monthly', recurs_due = NULL WHERE recurs = 'weekly'")
    op.execute("UPDATE tasks SET recurs_due = substr(recurs_due, 1, 5)")  # the first of several
    _allow(BEFORE, length=5, was=71)


def _allow(recurs: tuple[str, ...], *, length: int, was: int) -> None:
    """Let tasks recur so often, on days written in so many characters."""
    name = op.f("ck_tasks_recurs")
    with op.batch_alter_table("tasks") as table:
        table.drop_constraint(name, type_="check")
        table.create_check_constraint(name, sa.column("recurs").in_(recurs))
        table.alter_column(
            "recurs_due",
            existing_type=sa.String(was),
            existing_nullable=True,
            type_=sa.String(length),
        )
