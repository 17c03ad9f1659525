"""The committee's followed tasks as they stand today: some, one by its number, or a button's."""

from collections.abc import Collection

from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from db.queries.tasks import TaskNow, tasks_now


class NoSuchTaskError(Exception):
    """What was typed names a task by a number that none has; the router says so."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


async def followed_tasks(talk: Talk, ids: Collection[int] | None = None) -> list[TaskNow]:
    """Those with these ids, or all, by number."""
    if ids is not None and not ids:
        return []
    return await tasks_now(talk.session, talk.committee.id, today=talk.today, task_ids=ids)


async def find_numbered(talk: Talk, number: int) -> TaskNow | None:
    """The task that people call by this number; None where there is none."""
    found = await tasks_now(talk.session, talk.committee.id, today=talk.today, number=number)
    return found[0] if found else None


async def task_numbered(talk: Talk, number: int) -> TaskNow:
    """The same, for who answers typed words. Raises `NoSuchTaskError` where there is none."""
    found = await find_numbered(talk, number)
    if found is None:
        raise NoSuchTaskError(number)
    return found


async def task_of_button(talk: Talk, argument: str) -> TaskNow | None:
    """The task of a button; None where it is not this committee's, or not followed any more."""
    task_id = read_id(argument)
    found = await followed_tasks(talk, [task_id]) if task_id is not None else []
    return found[0] if found else None


async def task_pressed(talk: Talk, argument: str) -> TaskNow:
    """The same, for who answers a press. Raises `StaleButtonError` where there is none."""
    found = await task_of_button(talk, argument)
    if found is None:
        raise StaleButtonError
    return found
