"""The files that prove a task, sent to who may see its card."""

from sqlalchemy import select

from bot.conversation.talk import Talk, queue_answer
from bot.conversation.tasks.cards import not_a_reader
from bot.conversation.tasks.found import task_pressed
from bot.ports import KeptFile, Outgoing
from bot.texts.reporting import evidence as texts
from db.models import Person
from tasks.evidence import evidence_of


async def on_files(talk: Talk, task_id: str) -> Outgoing:
    """ "Tệp": every file that proves a task, to who may see its card."""
    tr = talk.tr
    now_task = await task_pressed(talk, task_id)
    if refusal := await not_a_reader(talk, now_task):
        return refusal
    rows = [one for one in await evidence_of(talk.session, now_task.occurrence) if one.file]
    files = [row.file for row in rows if row.file]
    task, about = f"#{now_task.task.number}", (now_task.task.id,)
    if not files:
        return Outgoing((texts.no_files(tr, task=task),), about=about)
    if talk.incoming.numbered:
        names = [file.name for file in files]
        return Outgoing((texts.seen_elsewhere(tr, names=names),), about=about)
    people = {
        person.id: person.name
        for person in await talk.session.scalars(
            select(Person).where(Person.id.in_([file.person_id for file in files]))
        )
    }
    sent = [
        Outgoing(
            (
                texts.file_of(
                    tr,
                    task=task,
                    who=people[file.person_id],
                    when=tr.time(file.sent_at, talk.zone),
                ),
            ),
            about=about,
            file=KeptFile(file.id, file.name),
        )
        for file in files
    ]
    for outgoing in sent[:-1]:
        queue_answer(talk.session, talk.chat, outgoing, talk.committee, now=talk.now)
    return sent[-1]
