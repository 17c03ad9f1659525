"""What a chat was told last is found without reading all that it was ever told."""

import pytest

from db.queries.messages import last_delivery
from tests.statements import statements


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_the_last_message_of_a_chat_is_not_sorted_out_of_all_its_messages(database):
    async with database.read() as session:
        with statements(database) as sent:
            assert await last_delivery(session, 1) is None
        connection = await session.connection()
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sent[-1]}", (1, 1, 0))
        steps = [str(step[-1]) for step in plan]

    assert any("ix_deliveries_chat" in step for step in steps), steps
    assert not any("TEMP B-TREE" in step for step in steps), steps
