"""What proves a task, asked for by its number: "việc 12 có văn bản gì chưa"."""

import re

from bot.conversation.listening.mentions import flatten
from bot.conversation.questions.of_tasks import TASK, hidden, meant_task
from bot.conversation.talk import Talk
from bot.conversation.tasks.cards import proof_lines
from bot.conversation.tasks.standing import standing_of
from bot.ports import Outgoing
from bot.texts import common
from bot.texts.questions import task_lines
from bot.texts.reporting import evidence
from bot.texts.tasks import cards as texts
from plans.words import clean
from tasks.evidence import evidence_of

PROOF = r"(?:van ban|minh chung|tai lieu|file|tep|evidence|documents?)"
EVIDENCE = re.compile(
    rf"{TASK.format('a')},?(?: (?:da|co|kem|nop|gui|la|duoc|phai))* {PROOF}"
    r"(?: \w+){0,2}? (?:gi|nao|chua|khong|dau|so may)\b\D{0,12}"
    rf"|(?:(?:xem|cho|toi|em) )*{PROOF}(?: (?:gi|nao|minh chung|kem))* {TASK.format('b')}"
    r"(?: (?:la|co|dau|gi|nao|chua|khong|o))*"
    rf"|(?:(?:what|which|is there|any|show|me|is|the|there) )*{PROOF}(?: is there)?"
    rf" {TASK.format('c')}"
)
"""Over flattened text."""


async def on_words(talk: Talk) -> Outgoing | None:
    """The documents and files that prove a task, or that there are none yet; None where no such
    thing is asked."""
    flat = flatten(clean(talk.incoming.text)).strip(" .!?")
    found = EVIDENCE.fullmatch(flat)
    now_task = await meant_task(talk, found) if found else None
    if now_task is None:
        return None
    if refusal := await hidden(talk, now_task):
        return refusal
    task = now_task.task
    proof = await evidence_of(talk.session, now_task.occurrence)
    files = sum(row.file is not None for row in proof)
    lines = (
        *(proof_lines(talk, proof) or (task_lines.no_evidence(talk.tr, number=task.number),)),
        texts.task_line(task.number, task.content),
        texts.progress_fact(talk.tr, (await standing_of(talk, now_task)).words),
    )
    row = [common.task_button(task.number, task.id)]
    if files:
        row.append(evidence.button_files(talk.tr, count=files, task_id=task.id))
    return Outgoing(lines, (tuple(row),), about=(task.id,))
