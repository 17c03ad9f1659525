"""A task that was given: its agencies are told once, and their "đã nhận" is kept."""

from bot.conversation.listening.mentions import flatten
from bot.conversation.office.order_questions import Draft, card_lines
from bot.conversation.office.order_times import Time
from bot.conversation.pressed import StaleButtonError
from bot.conversation.talk import Talk, read_id
from bot.ports import Choice, Outgoing
from bot.texts import common
from bot.texts.office import assigning as texts
from bot.texts.office import deciding
from bot.texts.tasks import cards as task_texts
from db.models import Task
from db.queries.office import acknowledgements, agencies_by_id, reached_members, tell_of
from tasks.assigning import await_receipt, receive_task
from tasks.errors import AlreadyDecidedError, NotYourRoleError

LISTED = 8
"""Tasks that somebody has not received yet, in one message."""
RECEIVED = frozenset({"da nhan", "da nhan viec", "da nhan nhiem vu", "nhan roi", "da ro", "ro roi"})
"""What is typed, without marks, instead of pressing "Đã nhận"."""


async def announce(talk: Talk, task: Task, draft: Draft, time: Time) -> Outgoing:
    """Tell each of the agencies' people once, with a button for their receipt."""
    names = {a.id: a.name for a in await agencies_by_id(talk.session, talk.committee.id)}
    leads, helpers = draft["leads"], draft.get("helpers", [])
    members = await reached_members(talk.session, talk.committee.id, [*leads, *helpers])
    leading = {held.person_id: held.person for held in members if held.agency_id in leads}
    helping = {person.id: person for person in tell_of(members, helpers)}
    told = talk.others([*leading.values(), *helping.values()])
    await await_receipt(talk.session, task, told, now=talk.now)
    for person in told:
        words = talk.words_for(person)
        part = leads if person.id in leading else helpers
        theirs = dict.fromkeys(
            names[held.agency_id]
            for held in members
            if held.person_id == person.id and held.agency_id in part and held.agency_id in names
        )
        heading = texts.you_lead if person.id in leading else texts.you_help
        lines = card_lines(
            words,
            content=task.content,
            product=task.product,
            leads=[names[i] for i in leads],
            coordinating=[*(names[i] for i in helpers), *draft.get("collectives", ())],
            words=time.words,
            kind=time.deadline.kind,
            due=time.deadline.due,
        )
        button = Choice(texts.button_received(words), f"received:{task.id}")
        await talk.tell(
            person,
            Outgoing(
                (heading(words, number=task.number, agency=", ".join(theirs)), *lines),
                ((button,),),
                about=(task.id,),
            ),
        )
    reached = {held.agency_id for held in members}
    text = texts.assigned(
        talk.tr,
        task=deciding.named(task.number, task.content),
        told=[person.name for person in told],
        unreached=[names[i] for i in (*leads, *helpers) if i not in reached],
    )
    row = (common.task_button(task.number, task.id),)
    return Outgoing((text,), (row,), about=(task.id,))


async def on_received(talk: Talk, argument: str) -> Outgoing:
    """ "Đã nhận" under a task given; `argument` is the task's id."""
    task_id = read_id(argument)
    task = await talk.session.get(Task, task_id) if task_id else None
    if task is None or task.committee_id != talk.committee.id:
        raise StaleButtonError
    try:
        await receive_task(talk.session, talk.committee.id, task.id, by=talk.person, now=talk.now)
    except NotYourRoleError:
        raise StaleButtonError from None
    except AlreadyDecidedError:
        row = (common.task_button(task.number, task.id),)
        said = texts.received_before(talk.tr, number=task.number)
        return Outgoing((said,), (row,), about=(task.id,))
    return Outgoing((texts.received(talk.tr, number=task.number),), about=(task.id,))


async def on_received_words(talk: Talk) -> Outgoing | None:
    """ "Đã nhận", typed where a task was given last."""
    words = flatten(talk.incoming.text).strip(" .!")
    if words.removeprefix("da, ").removeprefix("vang, ") not in RECEIVED:
        return None
    open_ones = [
        row
        for row in await acknowledgements(talk.session, talk.committee.id)
        if row.person_id == talk.person.id
    ]
    return await on_received(talk, str(open_ones[0].task_id)) if len(open_ones) == 1 else None


async def on_unreceived(talk: Talk) -> Outgoing:
    """ "Ai chưa nhận việc": the tasks given that somebody has not received yet."""
    found = await not_received(talk)
    return found or Outgoing((texts.all_received(talk.tr),))


async def not_received(talk: Talk) -> Outgoing | None:
    """The tasks given that somebody has not received yet; None where there are none."""
    rows = await acknowledgements(talk.session, talk.committee.id)
    waiting: dict[int, list[str]] = {}
    tasks = {row.task_id: row.task for row in rows}
    for row in rows:
        waiting.setdefault(row.task_id, []).append(row.person.name)
    lines = [
        texts.not_received_by(
            talk.tr,
            line=task_texts.task_line(tasks[task_id].number, tasks[task_id].content),
            people=people,
        )
        for task_id, people in list(waiting.items())[:LISTED]
    ]
    if not lines:
        return None
    lines.insert(0, texts.not_received(talk.tr, count=len(waiting)))
    about = tuple(list(waiting)[:LISTED])
    buttons = tuple(common.task_button(tasks[i].number, i) for i in about[:5])
    return Outgoing(tuple(lines), (buttons,), about=about)
